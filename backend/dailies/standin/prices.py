"""List prices, from ``prices.toml``. Written from the vendors' pages, not from the studio's registry."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib.resources import files

from dailies.standin.settings import VendorName

GPU_SECOND = "gpu_second"


@dataclass(frozen=True)
class PriceLine:
    """Dollars for one unit, where all inputs named in ``when`` have these values."""

    unit: str
    usd: Decimal
    when: tuple[tuple[str, object], ...] = ()

    def fits(self, inputs: Mapping[str, object]) -> bool:
        """Whether the line counts for these inputs."""
        return all(inputs.get(name) == value for name, value in self.when)


@dataclass(frozen=True)
class Price:
    """Of several lines with one unit the first that fits counts."""

    lines: tuple[PriceLine, ...]

    @property
    def units(self) -> frozenset[str]:
        """The units that cost something."""
        return frozenset(line.unit for line in self.lines)

    def micros(self, quantity: Mapping[str, float], inputs: Mapping[str, object]) -> int:
        """Millionths of a US dollar, rounded once at the end."""
        total = Decimal(0)
        for unit, amount in quantity.items():
            line = next((each for each in self.lines if each.unit == unit and each.fits(inputs)), None)
            if line is not None:
                total += line.usd * Decimal(str(amount))
        return int((total * 1_000_000).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def price_of(vendor: VendorName, model: str) -> Price:
    """The price of a model; a model without one costs nothing."""
    return _prices().get((vendor, model), Price(()))


@cache
def _prices() -> dict[tuple[str, str], Price]:
    table = tomllib.loads(files("dailies.standin").joinpath("prices.toml").read_text("utf-8"))
    return {
        (vendor, model): Price(tuple(_line(row) for row in rows))
        for vendor, models in table.items()
        for model, rows in models.items()
    }


def _line(row: Mapping[str, object]) -> PriceLine:
    when = row.get("when", {})
    per = Decimal(str(row.get("per", 1)))
    pairs = tuple(when.items()) if isinstance(when, dict) else ()
    return PriceLine(str(row["unit"]), Decimal(str(row["usd"])) / per, pairs)
