"""People and robots from their descriptions: age, build, skin, hair and clothes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from dailies.adapters.providers.rehearsal.illustrator.chance import number
from dailies.adapters.providers.rehearsal.illustrator.colour import NAMED, Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.colour_words import COLOURS, colours_in, tokens_of
from dailies.adapters.providers.rehearsal.illustrator.prompt import Subject, words_of
from dailies.adapters.providers.rehearsal.illustrator.records import Garment, Person
from dailies.adapters.providers.rehearsal.illustrator.things import PROPS
from dailies.adapters.providers.rehearsal.illustrator.wardrobe import GARMENTS, TRADES
from dailies.adapters.providers.rehearsal.illustrator.words import PEOPLE

SKINS: tuple[Colour, ...] = (
    (0.80, 0.060, 55),
    (0.76, 0.070, 55),
    (0.72, 0.072, 52),
    (0.64, 0.085, 52),
    (0.54, 0.075, 48),
    (0.46, 0.066, 45),
)
HAIRS: tuple[Colour, ...] = (
    (0.25, 0.030, 35),
    (0.30, 0.045, 40),
    (0.38, 0.065, 45),
    (0.46, 0.085, 52),
    (0.60, 0.10, 65),
    (0.50, 0.12, 44),
)
CLOTHS: tuple[Colour, ...] = (
    (0.52, 0.09, 250),
    (0.45, 0.08, 155),
    (0.62, 0.10, 70),
    (0.50, 0.11, 25),
    (0.40, 0.06, 275),
    (0.70, 0.08, 200),
    (0.58, 0.08, 330),
    (0.74, 0.07, 85),
)
ACCENTS: tuple[Colour, ...] = (
    (0.62, 0.16, 28),
    (0.74, 0.15, 80),
    (0.56, 0.14, 255),
    (0.58, 0.13, 155),
    (0.60, 0.15, 340),
    (0.68, 0.12, 195),
    (0.55, 0.15, 300),
    (0.70, 0.16, 52),
)
_HAIR_NAMED: dict[str, Colour] = {
    "red": (0.52, 0.14, 42),
    "brown": (0.38, 0.065, 45),
    "black": (0.23, 0.02, 40),
    "white": (0.90, 0.01, 85),
    "grey": (0.68, 0.01, 90),
    "gray": (0.68, 0.01, 90),
    "silver": (0.80, 0.012, 230),
    "dark": (0.26, 0.03, 40),
    "fair": (0.80, 0.085, 85),
    "auburn": (0.44, 0.11, 40),
    "golden": (0.76, 0.11, 80),
}


_STYLES = (
    ("bald", "bald"),
    ("shav(?:ed|en)", "buzz"),
    ("buzz", "buzz"),
    ("crop", "buzz"),
    ("mohawk", "mohawk"),
    ("topknot", "topknot"),
    ("top knot", "topknot"),
    ("dreadlocks", "locks"),
    ("dreads", "locks"),
    ("locks", "locks"),
    ("afro", "afro"),
    ("bun", "bun"),
    ("ponytail", "ponytail"),
    ("braid", "braids"),
    ("plait", "braids"),
    ("curl", "curly"),
    ("wavy", "wavy"),
    ("waves", "wavy"),
    ("bob", "bob"),
    ("fringe", "bob"),
    ("messy", "mop"),
    ("mess", "mop"),
    ("floppy", "mop"),
    ("tousled", "mop"),
    ("wild", "mop"),
    ("mop", "mop"),
    ("long", "long"),
    ("shoulder", "long"),
    ("short", "short"),
    ("slicked", "short"),
)
"""Words of hair, as patterns, by the style in ``heads``; the first that is said counts."""
_SAID_ALONE = frozenset("bald mohawk topknot dreadlocks dreads afro bun ponytail braid plait curl bob".split())
"""Hair words that stand without the word hair."""
_HAIR_SAID = re.compile(r"\b(hair|haired|braid|plait|bun|ponytail|bob|afro|curls|locks|blonde?|redhead|ginger)")
_BUILDS = (
    ("muscular", r"\b(muscular|muscled|strong|brawny|athletic|well-built)\b"),
    ("slim", r"\b(slim|thin|lanky|gangly|wiry|slender|lean|skinny)\b"),
    ("stout", r"\b(stout|heavy|heavyset|broad|round|big|burly|plump|portly|chubby|sturdy)\b"),
)
_WHOLE = ("dress", "gown", "sari", "swimsuit", "wetsuit", "spacesuit")
"""Tops that leave nothing of a trade's coat and trousers."""
_WORN_WHITE = {
    "wedding dress": "white", "bridal gown": "white", "veil": "white", "chef jacket": "white", "chef's jacket": "white",
    "lab coat": "white", "toque": "white", "chef hat": "white", "spacesuit": "white", "space suit": "white",
    "armour": "steel", "armor": "steel", "crown": "gold", "tiara": "gold", "jeans": "denim", "hi-vis": "orange",
}  # fmt: skip
"""Clothes that have a colour of their own where none is said."""


def garments_in(text: str) -> dict[str, Garment]:
    """Clothes named in a text, by where they are worn; ones without a colour word get lightness -1."""
    tokens = tokens_of(text)
    worn: dict[str, Garment] = {}
    taken = 0
    for i, token in enumerate(tokens):
        pair = " ".join(tokens[max(0, i - 1) : i + 1])
        found = GARMENTS.get(pair) or GARMENTS.get(token)
        if not found:
            continue
        if i + 1 < len(tokens) and f"{token} {tokens[i + 1]}" in GARMENTS:
            continue
        near = tokens[max(taken, i - 4) : i]
        colour = next((t for t in reversed(near) if t in NAMED), "")
        colour = colour or next(
            (t for t in reversed(near) if t in COLOURS), _WORN_WHITE.get(pair, _WORN_WHITE.get(token, ""))
        )
        tone = COLOURS[colour] if colour else (-1.0, 0.0, 0.0)
        if colour and "dark" in near:
            tone = lighter(tone, -0.13)
        elif colour and {"light", "pale"} & set(near):
            tone = lighter(tone, 0.14)
        pattern = next(
            (p for p, stem in (("stripes", "strip"), ("checks", "check"), ("dots", "dot")) if stem in " ".join(near)),
            "",
        )
        taken = i + 1
        worn[found[0]] = Garment(found[1], tone, pattern)
    return worn


def person(subject: Subject, robot: bool = False) -> Person:
    """A person's record; what the description leaves open is drawn by lot from the name alone, so
    that a changed word in the description changes nothing else."""
    text = subject.description.lower()
    tokens = words_of(f"{subject.name} {text}")

    def lot(purpose: str, count: int) -> int:
        return number(subject.name.lower().removeprefix("the "), purpose) % count

    age, feminine = _age(tokens, text, lot)
    trade = next((t for t in tokens if t in TRADES), "")
    worn = garments_in(TRADES.get(trade, ""))
    said = garments_in(text)
    if "top" in said and said["top"].cut in _WHOLE:
        worn = {slot: g for slot, g in worn.items() if slot not in ("over", "bottom")}
    worn |= said
    accent = ACCENTS[lot("accent", len(ACCENTS))]
    loud = [g.colour for g in said.values() if g.colour[0] > 0 and g.colour[1] >= 0.12]
    if loud:
        accent = loud[0]
    worn = _dressed(worn, feminine, age, accent, lot)
    hair, style = _hair(text, tokens, age, feminine, lot)
    item = next((PROPS[t] for t in tokens if PROPS.get(t) in ("violin", "guitar", "cello", "trumpet")), "")
    item = item or {"violinist": "violin", "guitarist": "guitar", "fiddler": "violin", "cellist": "cello"}.get(
        trade, ""
    )
    facial = next((f for f in ("goatee", "moustache", "beard", "stubble") if f in text), "")
    build = next((name for name, words in _BUILDS if re.search(words, text)), "average")
    glasses = "glasses" in tokens or "spectacles" in tokens or "glasses" in TRADES.get(trade, "")
    metal: Colour = (0.70, 0.03, 215)
    if robot:
        named = [COLOURS[c] for _, c in colours_in(text)]
        metal = named[0] if named else ((0.70, 0.03, 215), (0.80, 0.05, 85), (0.62, 0.07, 190))[lot("metal", 3)]
    skin = metal if robot else _skin(text, lot)
    if age != "old" and not _HAIR_SAID.search(text):
        hair = _apart(hair, skin)
    return Person(
        subject.name,
        age,
        feminine,
        build,
        skin,
        hair,
        style,
        facial,
        glasses,
        worn,
        accent,
        item,
        robot,
    )


def _apart(hair: Colour, skin: Colour) -> Colour:
    """Hair that nobody described, dark enough to be told from the skin: most who have dark skin have dark hair."""
    if skin[0] < 0.6:
        return mix(hair, HAIRS[0], 0.8)
    return hair if abs(hair[0] - skin[0]) > 0.12 else lighter(hair, -0.12)


def _age(tokens: list[str], text: str, lot: Callable[[str, int], int]) -> tuple[str, bool]:
    age, feminine = "adult", None
    for token in tokens:
        if token in PEOPLE:
            word_age, word_feminine = PEOPLE[token]
            if word_age != "adult" and age == "adult":
                age = word_age
            if feminine is None:
                feminine = word_feminine
    years = _years(text)
    if years is not None:
        age = (
            "baby"
            if years < 2
            else "child"
            if years < 13
            else "teen"
            if years < 20
            else "old"
            if years >= 62
            else "adult"
        )
    elif re.search(r"\b(old|elderly|aged|retired|wrinkled)\b", text) and age == "adult":
        age = "old"
    elif re.search(r"\b(little|small|young) (girl|boy|child)\b", text):
        age = "child"
    if re.search(r"\b(baby|infant|newborn)\b", " ".join(tokens[:8])) and years is None:
        age = "baby"
    if feminine is None:
        if re.search(r"\b(she|her|hers)\b", text):
            feminine = True
        elif re.search(r"\b(he|his|him|beard|moustache)\b", text):
            feminine = False
        else:
            name = tokens[0] if tokens else ""
            feminine = name.endswith(("a", "ie", "lyn", "ine", "elle")) or lot("feminine", 2) == 0
    return age, feminine


_NUMBERS = {
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 62,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}


def _years(text: str) -> int | None:
    match = re.search(r"\b(\d{1,2})[- ]?(?:years?|yo)?\b", text)
    if match:
        return int(match.group(1))
    match = re.search(r"\b(?:of|aged|in (?:her|his|their)) (?:early |late )?([a-z]+?)s?\b(?:-|\b)", text)
    return _NUMBERS.get(match.group(1).replace("tie", "ty")) if match else None


def _hair(text: str, tokens: list[str], age: str, feminine: bool, lot: Callable[[str, int], int]) -> tuple[Colour, str]:
    key = lot("hair", 1 << 30)
    colour = HAIRS[key % len(HAIRS)] if age != "old" else ((0.86, 0.012, 85), (0.72, 0.012, 90))[key % 2]
    match = re.search(
        r"((?:[a-z-]+,? (?:and )?){0,4})(hair(?:ed)?|braids?|curls|bun|ponytail|bob|plaits?|afro|dreadlocks|locks|"
        r"topknot|mohawk|crop|cut|beard)\b((?: (?:in|to) (?:an? |two |the )?[a-z-]+ ?[a-z-]*)?)",
        text,
    )
    near = match.group(0) if match else ""
    for token in reversed(tokens_of(match.group(1) + match.group(2) if match else "")):
        if token in _HAIR_NAMED or token in COLOURS:
            colour = _HAIR_NAMED.get(token) or COLOURS[token]
            break
    else:
        named = re.search(r"\b(red|dark|fair|black|brown|grey|white|silver|blonde?|ginger)-haired\b", text)
        if named:
            colour = _HAIR_NAMED.get(named.group(1)) or COLOURS[named.group(1)]
        elif "redhead" in text:
            colour = _HAIR_NAMED["red"]
    for word, style in _STYLES:
        if re.search(rf"\b{word}", near) or (word in _SAID_ALONE and re.search(rf"\b{word}", text)):
            return colour, "mop" if style == "short" and feminine and age == "child" else style
    free: tuple[str, ...] = ("short", "short", "mop")
    if feminine:
        free = ("bun", "long", "bob", "ponytail", "curly")
    if age == "old":
        free = ("bun", "bob", "curly") if feminine else ("short", "bald", "short")
    if age == "child":
        free = ("bob", "ponytail", "braids") if feminine else ("mop", "short", "mop")
    return colour, free[(key >> 8) % len(free)]


def _skin(text: str, lot: Callable[[str, int], int]) -> Colour:
    if re.search(r"\b(dark|black|brown|deep)[- ]skin", text):
        return SKINS[5]
    if re.search(r"\b(pale|fair|light)[- ]skin|freckle", text):
        return SKINS[0]
    return SKINS[lot("skin", len(SKINS))]


def _dressed(
    worn: dict[str, Garment], feminine: bool, age: str, accent: Colour, lot: Callable[[str, int], int]
) -> dict[str, Garment]:
    """Every place filled that must be, and every garment with a colour."""
    worn = dict(worn)
    seed = lot("clothes", 1 << 30)
    if "top" not in worn:
        cut = ("shirt", "sweater", "t-shirt")[seed % 3]
        plain = "over" in worn and worn["over"].cut not in ("robe",)
        worn["top"] = Garment(cut, (0.88, 0.025, 85) if plain else accent)
    if "bottom" not in worn:
        over = worn.get("over")
        if over is not None and over.cut == "overalls":
            worn["bottom"] = Garment("trousers", over.colour)
        elif worn["top"].cut == "shirt" and over is None and worn["top"].colour[0] < 0.8:
            worn["bottom"] = Garment("trousers", worn["top"].colour)
        else:
            worn["bottom"] = Garment(
                "trousers", ((0.36, 0.06, 262), (0.34, 0.03, 50), (0.42, 0.03, 255), (0.46, 0.05, 75))[seed // 7 % 4]
            )
    worn.setdefault("shoes", Garment("shoes", ((0.32, 0.04, 40), (0.26, 0.02, 265), (0.88, 0.015, 90))[seed // 11 % 3]))
    filled = {}
    for slot, garment in worn.items():
        if garment.colour[0] < 0:
            colour = accent if slot in ("over", "hat", "neck") else CLOTHS[lot(slot, len(CLOTHS))]
            garment = replace(garment, colour=colour)
        filled[slot] = garment
    return filled
