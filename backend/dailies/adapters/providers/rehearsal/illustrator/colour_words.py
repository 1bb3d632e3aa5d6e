"""The colours that descriptions name: the plain ones, those of cloth and stuff, and compounds such as cobalt-blue."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.illustrator.colour import NAMED, Colour
from dailies.adapters.providers.rehearsal.illustrator.prompt import words_of

COLOURS: dict[str, Colour] = {
    **NAMED,
    "vermilion": (0.60, 0.19, 34),
    "cobalt": (0.45, 0.15, 260),
    "plum": (0.38, 0.10, 340),
    "khaki": (0.62, 0.06, 100),
    "lime": (0.80, 0.17, 125),
    "peach": (0.82, 0.09, 55),
    "rose": (0.68, 0.13, 10),
    "fuchsia": (0.60, 0.20, 345),
    "ochre": (0.66, 0.12, 75),
    "sand": (0.80, 0.05, 82),
    "bone": (0.90, 0.025, 88),
    "slate": (0.46, 0.03, 245),
    "aqua": (0.78, 0.09, 200),
    "cyan": (0.76, 0.11, 205),
    "bronze": (0.54, 0.09, 68),
    "denim": (0.44, 0.08, 258),
    "leather": (0.42, 0.08, 48),
    "tweed": (0.55, 0.045, 75),
    "terracotta": (0.58, 0.12, 42),
}
"""Colour words of descriptions and notes, with the stuffs that have a colour of their own."""

_COMPOUND = re.compile(rf"\b([a-zà-ÿ]+)-({'|'.join(COLOURS)})\b")


def tokens_of(text: str) -> list[str]:
    """The words of a text in lower case, compounds that end in a colour parted."""
    return words_of(_COMPOUND.sub(r"\1 \2", text.lower()))


def colours_in(text: str) -> list[tuple[int, str]]:
    """Colour words with their place among the words of the text; stuffs only where no plain colour is said."""
    found = [(i, token) for i, token in enumerate(tokens_of(text)) if token in COLOURS]
    plain = [each for each in found if each[1] in NAMED]
    return plain or found
