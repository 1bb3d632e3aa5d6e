"""Words of light and colour as a free local adjustment: "a bit brighter and warmer"."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.domain.adjusting import LIMITS, Adjustment

STEPS: tuple[tuple[str, str, float], ...] = (
    (r"brighter|brighten|lighter|lighten|more light|more exposure", "exposure", 0.5),
    (r"darker|darken|dimmer|less light|less bright|less exposure", "exposure", -0.5),
    (r"warmer|warm(?: it)? up|warmer (?:light|colou?rs|tones?)|less (?:cold|cool|blue)", "temperature", 0.3),
    (
        r"cooler|colder|cool(?: it)? down|cooler (?:light|colou?rs|tones?)|less (?:warm|orange|yellow)",
        "temperature",
        -0.3,
    ),
    (r"more contrast|contrastier|punchier|less flat", "contrast", 0.25),
    (r"less contrast|lower contrast|flatter", "contrast", -0.25),
    (
        r"more saturat(?:ed|ion)|more (?:vivid|colou?rful)|richer colou?rs|less (?:pale|dull|gr[ae]y)",
        "saturation",
        0.25,
    ),
    (
        r"less saturat(?:ed|ion)|less colou?rful|desaturate(?:d)?|paler|muted(?: colou?rs)?|more muted",
        "saturation",
        -0.25,
    ),
    (r"black and white|black-and-white|monochrome|no colou?rs?", "saturation", -1.0),
    (r"less magenta|greener tint", "tint", -0.25),
    (r"less green|more magenta", "tint", 0.25),
)
"""What is said, what it changes, and by how much."""

DEGREES = {
    0.5: r"a (?:little |tiny )?bit|a little|a touch|slightly|a tad|somewhat|just a bit",
    2.0: r"much|a lot|way|far|considerably|really|very|significantly|strongly|twice as",
}
FILLER = re.compile(
    r"\b(?:please|make|it|them|this|that|a|the|whole|picture|image|and|but|also|all|be|look|to|more|"
    r"overall|light|in|colou?r)\b|[\s,.;!&+]",
    re.IGNORECASE,
)
FLIP = re.compile(r"\b(?:flip(?:ped)?|mirror(?:ed)?)\b(?: (?:it|horizontally|left to right))*", re.IGNORECASE)


def adjustment_of(instruction: str) -> Adjustment | None:
    """The adjustment that does all of what an instruction asks; None where any of it needs a new picture."""
    rest, made = instruction.lower(), Adjustment()
    values: dict[str, float] = {}
    for pattern, name, step in STEPS:
        found = re.search(rf"\b(?:(?P<degree>{'|'.join(DEGREES.values())}) )*(?:{pattern})\b", rest)
        if found is None:
            continue
        value = step * _degree(found.group())
        limit = LIMITS[name]
        values[name] = max(-limit, min(limit, value))
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    if FLIP.search(rest):
        made, rest = replace(made, flip=True), FLIP.sub(" ", rest)
    for name, value in values.items():
        made = replace(made, **{name: value})  # type: ignore[arg-type]
    return None if made == Adjustment() or FILLER.sub("", rest) else made


def _degree(words: str) -> float:
    for factor, pattern in DEGREES.items():
        if re.search(rf"\b(?:{pattern})\b", words):
            return factor
    return 1.0
