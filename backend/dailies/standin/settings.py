"""How the stand-in behaves, as values that a TOML file can hold."""

from __future__ import annotations

import math
import random
import tomllib
from datetime import date
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from dailies.domain.errors import InvalidInput
from dailies.standin.faults import FAULTS

Kind = Literal["text", "image", "inpaint", "video", "speech", "segment", "moderation"]
VendorName = Literal["openai", "replicate"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Latency(_Frozen):
    """A lognormal time. ``median_s``: seconds; ``sigma``: of the logarithm, 0 for always the median."""

    median_s: float = Field(ge=0)
    sigma: float = Field(default=0.0, ge=0)

    def draw(self, chance: random.Random) -> float:
        """Seconds, rounded to the microsecond."""
        return round(self.median_s * math.exp(chance.gauss(0.0, self.sigma)), 6) if self.median_s else 0.0


USUAL_LATENCY: dict[Kind, Latency] = {
    "text": Latency(median_s=8, sigma=0.35),
    "image": Latency(median_s=6, sigma=0.4),
    "inpaint": Latency(median_s=9, sigma=0.3),
    "video": Latency(median_s=60, sigma=0.5),
    "speech": Latency(median_s=3, sigma=0.3),
    "segment": Latency(median_s=5, sigma=0.3),
    "moderation": Latency(median_s=0.4, sigma=0.3),
}


class Limits(_Frozen):
    """Requests a minute, with bursts as given.

    ``low_credit_usd``: below it Replicate lets only ``low_credit_creates`` predictions a minute begin, one
    at a time.
    """

    replicate_creates: int = Field(default=600, ge=1)
    replicate_others: int = Field(default=3000, ge=1)
    replicate_burst: int = Field(default=60, ge=1)
    low_credit_usd: float = 5.0
    low_credit_creates: int = Field(default=6, ge=1)
    openai_requests: int = Field(default=500, ge=1)
    openai_tokens: int = Field(default=2_000_000, ge=1)


def _usual_credit() -> dict[VendorName, float]:
    return {"openai": 100.0, "replicate": 100.0}


class StandinSettings(_Frozen):
    """Everything that can be set.

    ``time_scale``: 1 for the vendors' pace, 0 for at once; claimed times (``metrics``) are not scaled.
    ``picture_scale``: sides of what is made, against what the vendor would make; 1 is faithful, less is for
    quick tests. ``latency``: by kind of model; ``model_latency``: by model name, before the kind's.
    ``keys``: the keys let in, none given lets any key in; ``revoked_keys`` are always refused.
    ``credit_usd``: what each account holds; billed events use it up. ``faults``: name -> probability, 0 to 1.
    ``slow_s``: how long a slow answer takes to begin. ``today``: the day by which models have ended, or None
    for the calendar's. ``bill_file``: JSON lines, one per billed event. ``delivery_base``: scheme, host and
    port of the delivery host, "" for the one that was asked. ``workers``: predictions made at a time.
    """

    seed: int = 0
    time_scale: float = Field(default=1.0, ge=0)
    picture_scale: float = Field(default=1.0, gt=0, le=1)
    latency: dict[Kind, Latency] = Field(default_factory=dict)
    model_latency: dict[str, Latency] = Field(default_factory=dict)
    cold_start_probability: float = Field(default=0.0, ge=0, le=1)
    cold_start: Latency = Latency(median_s=30, sigma=0.5)
    limits: Limits = Limits()
    keys: tuple[str, ...] = ()
    revoked_keys: tuple[str, ...] = ()
    credit_usd: dict[VendorName, float] = Field(default_factory=_usual_credit)
    faults: dict[str, float] = Field(default_factory=dict)
    slow_s: float = Field(default=20.0, ge=0)
    output_lifetime_s: float = Field(default=3600.0, gt=0)
    data_lifetime_s: float = Field(default=3600.0, gt=0)
    upload_lifetime_s: float = Field(default=86_400.0, gt=0)
    data_uri_limit: int = Field(default=1_000_000, ge=0)
    webhook_secret: str = "whsec_c3RhbmQtaW4tc2VjcmV0LW9mLXRoZS1kYWlsaWVzIQ=="
    today: date | None = None
    bill_file: Path | None = None
    delivery_base: str = ""
    workers: int = Field(default=2, ge=1)

    @field_validator("faults")
    @classmethod
    def _known_faults(cls, faults: dict[str, float]) -> dict[str, float]:
        for name, probability in faults.items():
            if name not in FAULTS:
                raise ValueError(f"there is no fault {name!r}")
            if not 0 <= probability <= 1:
                raise ValueError(f"the probability of {name!r} is not between 0 and 1")
        return faults

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a TOML file. Raises InvalidInput ``standin_settings`` with what is wrong in it."""
        try:
            return cls.model_validate(tomllib.loads(path.read_text("utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
            raise InvalidInput(f"The stand-in's settings in {path.name}: {error}", code="standin_settings") from error

    def latency_of(self, kind: Kind, model: str, typical_s: float = 0.0) -> Latency:
        """How long a model takes. ``typical_s``: its own median where nothing else is set, 0 where it has none."""
        if set_here := self.model_latency.get(model) or self.latency.get(kind):
            return set_here
        usual = USUAL_LATENCY[kind]
        return Latency(median_s=typical_s, sigma=usual.sigma) if typical_s else usual

    def on(self) -> date:
        """The day by which models have ended."""
        return self.today or date.today()
