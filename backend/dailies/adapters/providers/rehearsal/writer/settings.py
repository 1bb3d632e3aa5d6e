"""Where a film takes place when its brief does not say: by what it is about, by trade, by product."""

from __future__ import annotations

import re
from functools import lru_cache

from dailies.adapters.providers.rehearsal.writer.dice import Dice
from dailies.adapters.providers.rehearsal.writer.figures import Reading
from dailies.adapters.providers.rehearsal.writer.lexicon import roles, table
from dailies.adapters.providers.rehearsal.writer.wares import audience_role

EVERYDAY = frozenset(
    "woman man girl boy child person stranger friend sister brother mother father grandmother grandfather team".split()
)
FALLBACK_HOMES = ("street", "square", "park", "village")


def home_of(reading: Reading, dice: Dice) -> str:
    """The name of the place: what the words imply, then somebody's trade, then the things, then the product."""
    if reading.product_class == "train":
        return "train"
    if reading.asks.kind == "ad" and reading.product_class and not reading.asks.audience:
        sold = f"{reading.asks.heading} {reading.asks.client}".lower()
        return implied_by(sold) or str(table("products")[reading.product_class]["home"])
    said = f"{reading.asks.heading} {reading.asks.client} {reading.asks.body} {' '.join(reading.asks.musts)}".lower()
    if implied := implied_by(said):
        return implied
    beings = [each for each in reading.beings if each.role in roles() and roles()[each.role].home]
    people = [each for each in beings if roles()[each.role].name != "crowd"]
    for each in people:
        if roles()[each.role].name not in EVERYDAY:
            return roles()[each.role].home
    homes = table("class_homes")
    for figure in (*reading.things, *reading.beings):
        if figure.noun in homes:
            return str(homes[figure.noun])
    if (role := audience_role(reading.asks.audience)) and roles()[role].home:
        return roles()[role].home
    if reading.product_class:
        return str(table("products")[reading.product_class]["home"])
    if beings:
        return roles()[beings[0].role].home
    return dice.pick(FALLBACK_HOMES, "home")


@lru_cache(maxsize=1024)
def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{word}(?:s|es|ing|ed)?\b")


def implied_by(text: str) -> str:
    """The place that the text's words imply most strongly, or ""."""
    best, score = "", (0, 0)
    for place, row in table("settings").items():
        found = {word for word in row["words"] if word in text and _word(word).search(text)}
        if not found:
            continue
        points = sum(2 if " " in word else 1 for word in found)
        first = min(match.start() for word in found if (match := re.search(rf"\b{word}", text)))
        if (points, -first) > score or not best:
            best, score = place, (points, -first)
    return best
