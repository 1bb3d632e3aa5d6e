"""The models that are served, and until when."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from dailies.standin.settings import Kind

CREATED = 1_760_000_000


@dataclass(frozen=True)
class ServedModel:
    """One model. ``sizes``: whether pictures may have any sides or three fixed pairs."""

    name: str
    kind: Kind
    shutdown: date | None = None
    sizes: Literal["free", "fixed"] = "fixed"

    def gone(self, today: date) -> bool:
        """Whether it has been shut down."""
        return self.shutdown is not None and self.shutdown <= today

    def object(self) -> dict[str, Any]:
        """The model object of ``GET /v1/models``."""
        last = self.shutdown.isoformat() if self.shutdown else None
        return {"id": self.name, "object": "model", "created": CREATED, "owned_by": "system", "shutdown_date": last}


@cache
def served_models() -> Mapping[str, ServedModel]:
    """Every model by name, those shut down included."""
    table = tomllib.loads(files("dailies.standin").joinpath("openai/models.toml").read_text("utf-8"))
    return {name: ServedModel(name, **about) for name, about in table.items()}
