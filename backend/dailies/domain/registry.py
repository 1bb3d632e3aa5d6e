"""The models the studio may use, as rows that a person can edit: who serves them, what they take, what they cost.

Nothing here knows a model by name. Terms of a model's inputs are the studio's own words; ``inputs`` says
what the vendor calls them, and only what is named there is ever sent. How much of a model a request needs,
and with which terms, is worked out in ``quantities``: the same functions serve an estimate and the call.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from dailies.domain.errors import InvalidInput, NotFound

ModelKind = Literal["text", "image", "inpaint", "video", "speech", "vision", "moderation", "segment"]
Tier = Literal["rehearsal", "draft", "final"]
Dialect = Literal["rehearsal", "openai", "openai-chat", "replicate", "anthropic", "google"]
MaskMeaning = Literal["white_repaint", "black_repaint", "alpha0_repaint"]
Unit = Literal[
    "call",
    "image",
    "video",
    "second",
    "megapixel",
    "character",
    "input_token",
    "cached_token",
    "output_token",
    "image_input_token",
    "image_output_token",
    "gpu_second",
]
Quantities = Mapping[Unit, float]

REHEARSAL = "rehearsal"
"""Id of the built-in artists of every kind, and of their vendor."""

ENDING_SOON = timedelta(days=60)
"""How long before a model's end people are warned."""


@dataclass(frozen=True)
class Vendor:
    """Who serves models. ``dialect``: "openai" has the Responses API, "openai-chat" only Chat Completions, as
    most compatible servers do. ``key``: the environment variable its key is in, "" where none is needed.
    ``concurrency``: calls at a time; ``per_minute``: calls begun in a minute; both shared by all workers.
    ``monthly_usd``: what the studio's owner allows there in a month, or None."""

    id: str
    title: str
    dialect: Dialect
    base_url: str = ""
    key: str = ""
    concurrency: int = 4
    per_minute: int = 60
    monthly_usd: Decimal | None = None
    terms_url: str = ""


@dataclass(frozen=True)
class PriceLine:
    """Dollars for one unit. ``when``: inputs, in the studio's terms, that must have these values for the
    line to count; of several lines with the same unit the first that fits counts."""

    unit: Unit
    usd: Decimal
    when: tuple[tuple[str, str], ...] = ()

    def fits(self, inputs: Mapping[str, object]) -> bool:
        """Whether the line counts for these inputs."""
        return all(str(inputs.get(term, "")).lower() == value.lower() for term, value in self.when)


@dataclass(frozen=True)
class Model:
    """One model. ``inputs``: the studio's term -> the vendor's field; ``fixed``: fields always sent;
    ``choices`` and ``ranges``: what a term may be (a range is inclusive); ``expected``: quantities assumed
    for an estimate where they can't be known before (tokens of a story, seconds of a graphics card).
    ``version``: of a community model, "" for an official one. ``native_pixels``: area the model was made
    for; ``side_multiple``: what both sides must divide by; ``max_side``: its longest side in pixels, 0 where
    there is no limit; ``fallback``: id of the model that tries again where a mask edit came out poor or was refused."""

    id: str
    vendor: str
    name: str
    kind: ModelKind
    title: str
    tier: Tier
    inputs: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, object] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    prices: tuple[PriceLine, ...] = ()
    expected: Mapping[Unit, float] = field(default_factory=dict)
    version: str = ""
    official: bool = True
    max_references: int = 0
    max_prompt: int = 4000
    mask: MaskMeaning = "white_repaint"
    native_pixels: int = 1_048_576
    side_multiple: int = 8
    max_side: int = 0
    typical_s: float = 10.0
    fallback: str = ""
    note: str = ""
    checked_on: date | None = None
    ends_on: date | None = None
    yours: bool = False

    @property
    def free(self) -> bool:
        """Whether it costs nothing, by its price rule."""
        return all(line.usd == 0 for line in self.prices)

    def ended(self, today: date) -> bool:
        """Whether the vendor has switched it off."""
        return self.ends_on is not None and self.ends_on <= today

    def ends_soon(self, today: date) -> bool:
        """Whether it ends within ENDING_SOON, and has not yet."""
        return self.ends_on is not None and today < self.ends_on <= today + ENDING_SOON

    def cost(self, quantities: Quantities, inputs: Mapping[str, object] | None = None) -> int:
        """Millionths of a US dollar for what was used. Units without a price line cost nothing."""
        total = Decimal(0)
        for unit, quantity in quantities.items():
            line = next((each for each in self.prices if each.unit == unit and each.fits(inputs or {})), None)
            if line is not None:
                # By its decimal text: the binary value of 0.1 is not a tenth.
                total += line.usd * Decimal(str(quantity))
        return int((total * 1_000_000).quantize(Decimal(1), rounding=ROUND_HALF_UP))

    def checked(self, terms: Mapping[str, object]) -> dict[str, object]:
        """The vendor's fields for these terms, with the fixed ones.

        Raises InvalidInput ``unknown_input`` for a term the model does not take and ``input_out_of_range``
        for a value outside its choices or range: nothing is sent then.
        """
        fields: dict[str, object] = dict(self.fixed)
        for term, value in terms.items():
            if term not in self.inputs:
                raise InvalidInput(f"{self.title} has no input for {term}.", code="unknown_input")
            self._check(term, value)
            fields[self.inputs[term]] = value
        return fields

    def _check(self, term: str, value: object) -> None:
        choices = self.choices.get(term)
        if choices is not None and str(value) not in choices:
            allowed = ", ".join(choices)
            raise InvalidInput(f"{self.title} takes {allowed} as {term}, not {value}.", code="input_out_of_range")
        bounds = self.ranges.get(term)
        if bounds is not None and isinstance(value, int | float) and not bounds[0] <= value <= bounds[1]:
            sentence = f"{self.title} takes {bounds[0]:g} to {bounds[1]:g} as {term}, not {value:g}."
            raise InvalidInput(sentence, code="input_out_of_range")
        if term == "prompt" and isinstance(value, str) and len(value) > self.max_prompt:
            sentence = f"{self.title} takes prompts of at most {self.max_prompt:,} characters."
            raise InvalidInput(sentence, code="input_out_of_range")


@dataclass(frozen=True)
class Registry:
    """All vendors and models, by id."""

    vendors: Mapping[str, Vendor]
    models: Mapping[str, Model]

    def __iter__(self) -> Iterator[Model]:
        """Every model, in the order of the file."""
        return iter(self.models.values())

    def model(self, model_id: str) -> Model:
        """The model with this id. Raises NotFound ``no_such_model``."""
        model = self.models.get(model_id)
        if model is None:
            raise NotFound(f"There is no model {model_id} in the registry.", code="no_such_model")
        return model

    def vendor(self, vendor_id: str) -> Vendor:
        """The vendor with this id. Raises NotFound ``no_such_vendor``."""
        vendor = self.vendors.get(vendor_id)
        if vendor is None:
            raise NotFound(f"There is no vendor {vendor_id} in the registry.", code="no_such_vendor")
        return vendor

    def of_kind(self, kind: ModelKind) -> tuple[Model, ...]:
        """Models of a kind, in the order of the file."""
        return tuple(model for model in self if model.kind == kind)
