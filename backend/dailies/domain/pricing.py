"""Price rules in words."""

from __future__ import annotations

from dailies.domain.registry import Model, PriceLine, Unit

PER: dict[Unit, tuple[int, str]] = {
    "call": (1, "call"),
    "image": (1, "image"),
    "video": (1, "clip"),
    "second": (1, "second"),
    "megapixel": (1, "megapixel"),
    "character": (1000, "1,000 characters"),
    "input_token": (1_000_000, "million tokens in"),
    "cached_token": (1_000_000, "million cached tokens"),
    "output_token": (1_000_000, "million tokens out"),
    "image_input_token": (1_000_000, "million picture tokens in"),
    "image_output_token": (1_000_000, "million picture tokens out"),
    "gpu_second": (1, "second of a graphics card"),
}
"""How prices are quoted: for how many units, and in which words."""


def price_words(model: Model) -> str:
    """The price rule in words: "$0.05 a second at 720p, $0.08 a second at 1080p"."""
    if model.free:
        return "free"
    return ", ".join(_line_words(line) for line in model.prices if line.usd)


def _line_words(line: PriceLine) -> str:
    count, unit = PER[line.unit]
    amount = line.usd * count
    text = f"{amount.normalize():f}"
    cents = text if "." in text and len(text.split(".")[1]) >= 2 else f"{amount:.2f}"
    when = f" at {' and '.join(value for _, value in line.when)}" if line.when else ""
    article = "for" if unit[0].isdigit() else "an" if unit[0] in "aeiou" else "a"
    return f"${cents} {article} {unit}{when}"
