"""Reads the registry: the rows shipped with the studio, and over them the user's own file.

A row of the user's file replaces the shipped row with the same id; a vendor table likewise. A row with
``remove = true`` takes a shipped one away. The form is shown by ``models.toml`` beside this file.
"""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dailies.domain.errors import InvalidInput
from dailies.domain.registry import (
    Dialect,
    MaskMeaning,
    Model,
    ModelKind,
    PriceLine,
    Registry,
    Tier,
    Unit,
    Vendor,
)

SHIPPED = Path(__file__).with_name("models.toml")


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _VendorRow(_Row):
    title: str
    dialect: Dialect
    base_url: str = ""
    key: str = ""
    concurrency: int = Field(default=4, ge=1, le=1000)
    per_minute: int = Field(default=60, ge=1)
    monthly_usd: Decimal | None = Field(default=None, ge=0)
    terms_url: str = ""


class _PriceRow(_Row):
    unit: Unit
    usd: Decimal = Field(ge=0)
    per: int = Field(default=1, ge=1)
    when: dict[str, str] = {}


class _ModelRow(_Row):
    id: str = Field(min_length=1, max_length=160)
    vendor: str
    name: str
    kind: ModelKind
    title: str
    tier: Tier
    inputs: dict[str, str] = {}
    fixed: dict[str, Any] = {}
    choices: dict[str, list[str | int | float]] = {}
    ranges: dict[str, Annotated[list[float], Field(min_length=2, max_length=2)]] = {}
    prices: list[_PriceRow] = []
    expected: dict[Unit, float] = {}
    version: str = ""
    official: bool = True
    max_references: int = Field(default=0, ge=0)
    max_prompt: int = Field(default=4000, ge=1)
    mask: MaskMeaning = "white_repaint"
    native_pixels: int = Field(default=1_048_576, ge=4096)
    side_multiple: int = Field(default=8, ge=1)
    max_side: int = Field(default=0, ge=0)
    typical_s: float = Field(default=10.0, gt=0)
    fallback: str = ""
    note: str = ""
    checked_on: date | None = None
    ends_on: date | None = None
    remove: Literal[False] = False


def load_registry(own_file: Path | None = None) -> Registry:
    """The registry. ``own_file``: the user's rows, where there are any.

    Raises InvalidInput ``registry_unreadable`` with the file, the row and what is wrong with it.
    """
    vendors, models = _read(SHIPPED, yours=False)
    if own_file is not None and own_file.is_file():
        more_vendors, more_models = _read(own_file, yours=True)
        vendors = {**vendors, **more_vendors}
        models = {**models, **more_models}
    kept = {model_id: model for model_id, model in models.items() if model is not None}
    for model in kept.values():
        if model.vendor not in vendors:
            raise _unreadable(own_file or SHIPPED, f"model {model.id}", f"there is no vendor {model.vendor}")
    return Registry(vendors, kept)


def _read(path: Path, *, yours: bool) -> tuple[dict[str, Vendor], dict[str, Model | None]]:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _unreadable(path, "the file", str(error)) from error
    unexpected = set(document) - {"vendors", "models"}
    if unexpected:
        raise _unreadable(path, "the file", f"it has {', '.join(sorted(unexpected))} beside vendors and models")
    vendors: dict[str, Vendor] = {}
    for vendor_id, row in document.get("vendors", {}).items():
        vendors[vendor_id] = _vendor(path, vendor_id, row)
    models: dict[str, Model | None] = {}
    for row in document.get("models", []):
        if row.get("remove") is True:
            models[str(row.get("id"))] = None
            continue
        model = _model(path, row, yours)
        if model.id in models:
            raise _unreadable(path, f"model {model.id}", "it is there twice")
        models[model.id] = model
    return vendors, models


def _vendor(path: Path, vendor_id: str, row: Any) -> Vendor:
    try:
        checked = _VendorRow.model_validate(row)
    except ValidationError as error:
        raise _unreadable(path, f"vendor {vendor_id}", _first(error)) from error
    return Vendor(vendor_id, **checked.model_dump())


def _model(path: Path, row: Any, yours: bool) -> Model:
    try:
        checked = _ModelRow.model_validate(row)
    except ValidationError as error:
        name = row.get("id", "without id") if isinstance(row, dict) else "without id"
        raise _unreadable(path, f"model {name}", _first(error)) from error
    for term in (*checked.choices, *checked.ranges):
        if term not in checked.inputs:
            raise _unreadable(path, f"model {checked.id}", f"{term} has limits but is no input")
    values = checked.model_dump(exclude={"remove", "prices", "choices", "ranges", "fixed"})
    return Model(
        **values,
        fixed={name: float(value) if isinstance(value, Decimal) else value for name, value in checked.fixed.items()},
        choices={term: tuple(str(value) for value in allowed) for term, allowed in checked.choices.items()},
        ranges={term: (low, high) for term, (low, high) in checked.ranges.items()},
        prices=tuple(PriceLine(line.unit, line.usd / line.per, tuple(line.when.items())) for line in checked.prices),
        yours=yours,
    )


def _first(error: ValidationError) -> str:
    found = error.errors()[0]
    return f"{'.'.join(str(part) for part in found['loc'])}: {found['msg']}"


def _unreadable(path: Path, what: str, why: str) -> InvalidInput:
    return InvalidInput(f"The registry {path.name} can't be used: {what}: {why}.", code="registry_unreadable")
