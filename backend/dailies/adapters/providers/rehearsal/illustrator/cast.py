"""Who and what is in the picture: lasting records made from descriptions, the same in every frame."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from dailies.adapters.providers.rehearsal.illustrator.chance import number
from dailies.adapters.providers.rehearsal.illustrator.colour import NAMED, Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.prompt import Subject, words_of
from dailies.adapters.providers.rehearsal.illustrator.words import (
    ANIMALS,
    GARMENTS,
    PEOPLE,
    PROPS,
    ROBOT_WORDS,
    TRADES,
)


@dataclass(frozen=True)
class Garment:
    """One piece of clothing. ``cut``: as in the GARMENTS table; ``pattern``: "", "stripes", "checks" or "dots"."""

    cut: str
    colour: Colour
    pattern: str = ""


@dataclass(frozen=True)
class Person:
    """A person or robot. ``age``: child, teen, adult or old; ``build``: slim, average or stout.
    ``worn``: garments by place (over, top, bottom, shoes, hat, neck)."""

    name: str
    age: str
    feminine: bool
    build: str
    skin: Colour
    hair: Colour
    hair_style: str
    facial: str
    glasses: bool
    worn: dict[str, Garment]
    accent: Colour
    item: str = ""
    robot: bool = False


@dataclass(frozen=True)
class Creature:
    """An animal. ``coat`` and ``second``: its two coat colours; ``worn``: garments by place."""

    name: str
    species: str
    coat: Colour
    second: Colour
    accent: Colour
    worn: dict[str, Garment]


@dataclass(frozen=True)
class Thing:
    """A product or prop. ``kind``: a drawing of ``props``, or "" for what can't be drawn."""

    name: str
    kind: str
    colour: Colour
    accent: Colour
    label: str = ""
    noun: str = ""


Member = Person | Creature | Thing

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
_COATS: dict[str, tuple[tuple[Colour, ...], Colour]] = {
    "dog": (((0.56, 0.09, 60), (0.70, 0.08, 75), (0.40, 0.06, 45), (0.86, 0.03, 80)), (0.92, 0.02, 85)),
    "wolf": (((0.52, 0.015, 250), (0.62, 0.02, 240)), (0.86, 0.015, 240)),
    "cat": (((0.66, 0.12, 60), (0.48, 0.015, 260), (0.28, 0.015, 270), (0.78, 0.05, 75)), (0.93, 0.015, 85)),
    "lion": (((0.70, 0.10, 72),), (0.50, 0.10, 52)),
    "fox": (((0.60, 0.15, 48),), (0.93, 0.02, 85)),
    "otter": (((0.42, 0.06, 50),), (0.76, 0.05, 70)),
    "rabbit": (((0.70, 0.04, 65), (0.86, 0.02, 80), (0.55, 0.03, 60)), (0.95, 0.01, 85)),
    "bear": (((0.38, 0.06, 48), (0.30, 0.03, 45)), (0.62, 0.07, 62)),
    "horse": (((0.46, 0.09, 48), (0.36, 0.05, 42), (0.80, 0.03, 80)), (0.26, 0.03, 40)),
    "deer": (((0.56, 0.09, 55),), (0.90, 0.03, 80)),
    "cow": (((0.90, 0.015, 85), (0.48, 0.08, 45)), (0.28, 0.02, 40)),
    "sheep": (((0.92, 0.02, 88),), (0.30, 0.02, 45)),
    "pig": (((0.80, 0.08, 15),), (0.72, 0.10, 12)),
    "mouse": (((0.60, 0.02, 260), (0.58, 0.06, 55)), (0.86, 0.04, 40)),
    "elephant": (((0.58, 0.015, 260),), (0.70, 0.03, 20)),
    "bird": (((0.90, 0.015, 230), (0.42, 0.03, 260), (0.56, 0.12, 250), (0.58, 0.14, 40)), (0.66, 0.02, 240)),
    "duck": (((0.92, 0.02, 90), (0.55, 0.08, 75)), (0.72, 0.15, 65)),
    "fish": (((0.66, 0.05, 230), (0.68, 0.15, 50)), (0.88, 0.03, 200)),
}
_RED_FUR: Colour = (0.52, 0.14, 42)
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
_OBJECT_COLOURS: dict[str, Colour] = {
    "tin": (0.45, 0.07, 200),
    "cup": (0.93, 0.02, 85),
    "violin": (0.50, 0.12, 45),
    "book": (0.45, 0.11, 25),
    "plant": (0.50, 0.11, 145),
    "bread": (0.68, 0.11, 65),
    "box": (0.66, 0.08, 68),
    "umbrella": (0.54, 0.17, 25),
    "boat": (0.50, 0.10, 25),
    "guitar": (0.60, 0.12, 60),
    "lantern": (0.36, 0.03, 250),
    "lamp": (0.42, 0.05, 200),
    "paper boat": (0.94, 0.01, 90),
    "letter": (0.93, 0.03, 88),
    "bicycle": (0.54, 0.14, 28),
    "car": (0.56, 0.13, 25),
    "shoe": (0.88, 0.02, 90),
    "bag": (0.48, 0.08, 50),
    "key": (0.72, 0.11, 82),
    "table": (0.46, 0.08, 52),
    "chair": (0.46, 0.08, 50),
    "bench": (0.44, 0.07, 52),
    "watch": (0.72, 0.10, 82),
    "kite": (0.60, 0.17, 28),
    "cake": (0.90, 0.04, 60),
    "apple": (0.58, 0.17, 28),
    "ball": (0.60, 0.16, 35),
    "clock": (0.56, 0.12, 30),
    "laptop": (0.70, 0.012, 250),
    "phone": (0.28, 0.02, 265),
    "bottle": (0.48, 0.09, 155),
    "camera": (0.28, 0.02, 270),
    "map": (0.88, 0.05, 85),
    "egg": (0.92, 0.03, 75),
}


def member(subject: Subject) -> Member:
    """The record of a character or product. The same name and description always give the same record."""
    kind, noun = _kind(subject)
    if kind == "person":
        return person(subject)
    if kind == "robot":
        return person(subject, robot=True)
    if kind == "animal":
        return creature(subject, ANIMALS[noun])
    return thing(subject, PROPS.get(noun, ""), noun)


def _kind(subject: Subject) -> tuple[str, str]:
    text = subject.description.split(",")[0]
    hit = _first_known(text, True) or _first_known(subject.description, True) or _first_known(subject.name, True)
    clothed = re.search(r"\b(hair|wears|wearing|aged|years old|beard|man|woman)\b", subject.description.lower())
    if hit and not (hit[0] == "thing" and clothed):
        return hit
    if clothed or (len(subject.name.split()) == 1 and subject.name[:1].isupper() and not hit):
        return "person", ""
    return "thing", _last_noun(text)


def _first_known(text: str, things: bool) -> tuple[str, str] | None:
    """The first person, animal, robot or thing a text names, and the word for it."""
    tokens = words_of(text)
    for i, token in enumerate(tokens):
        pair = " ".join(tokens[i : i + 2])
        if things and pair in PROPS:
            return "thing", pair
        following = tokens[i + 1] if i + 1 < len(tokens) else ""
        if following in PROPS and token in PROPS and following not in ("of", "in"):
            # "coffee tin": the last noun of a compound is the thing.
            continue
        if token in ROBOT_WORDS:
            return "robot", token
        if token in PEOPLE and token not in ("he", "she"):
            return "person", token
        if token in ANIMALS:
            return "animal", token
        if things and token in PROPS:
            return "thing", token
    return None


def _last_noun(text: str) -> str:
    tokens = [
        t for t in words_of(re.split(r"\b(?:of|with|in|for|that|made)\b", text)[0]) if t not in ("a", "an", "the")
    ]
    return tokens[-1] if tokens else "thing"


def colours_in(text: str) -> list[tuple[int, str]]:
    """Colour words with their place among the words of the text."""
    return [(i, token) for i, token in enumerate(words_of(text)) if token in NAMED]


def garments_in(text: str) -> dict[str, Garment]:
    """Clothes named in a text, by where they are worn; ones without a colour word get lightness -1."""
    tokens = words_of(text)
    worn: dict[str, Garment] = {}
    taken = 0
    for i, token in enumerate(tokens):
        pair = " ".join(tokens[max(0, i - 1) : i + 1])
        found = GARMENTS.get(pair) or GARMENTS.get(token)
        if not found:
            continue
        if token in ("top", "trench", "tie") and i + 1 < len(tokens) and f"{token} {tokens[i + 1]}" in GARMENTS:
            continue
        near = tokens[max(taken, i - 4) : i]
        colour = next((t for t in reversed(near) if t in NAMED), "")
        tone = NAMED[colour] if colour else (-1.0, 0.0, 0.0)
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
    """A person's record; what the description leaves open is drawn by lot from name and description."""
    text = subject.description.lower()
    tokens = words_of(f"{subject.name} {text}")

    def lot(purpose: str, count: int) -> int:
        return number(subject.name, subject.description, purpose) % count

    age, feminine = _age(tokens, text, lot)
    trade = next((t for t in tokens if t in TRADES), "")
    worn = garments_in(TRADES.get(trade, ""))
    said = garments_in(text)
    if "top" in said and said["top"].cut == "dress":
        worn = {slot: g for slot, g in worn.items() if slot not in ("over",)}
    worn |= said
    accent = ACCENTS[lot("accent", len(ACCENTS))]
    loud = [g.colour for g in said.values() if g.colour[0] > 0 and g.colour[1] >= 0.12]
    if loud:
        accent = loud[0]
    worn = _dressed(worn, feminine, age, accent, lot)
    hair, style = _hair(text, tokens, age, feminine, lot)
    item = next((PROPS[t] for t in tokens if t in PROPS and PROPS[t] in ("violin", "guitar", "cello", "trumpet")), "")
    item = item or {"violinist": "violin", "guitarist": "guitar", "fiddler": "violin", "cellist": "cello"}.get(
        trade, ""
    )
    facial = next((f for f in ("moustache", "beard", "stubble") if f in text or f"{f}ed" in text), "")
    build = "stout" if re.search(r"\b(stout|heavy|broad|round|big|burly|plump)\b", text) else "average"
    build = "slim" if re.search(r"\b(slim|thin|lanky|wiry|slender|tall)\b", text) else build
    glasses = "glasses" in tokens or "spectacles" in tokens or "glasses" in TRADES.get(trade, "")
    metal: Colour = (0.70, 0.03, 215)
    if robot:
        named = [NAMED[c] for _, c in colours_in(text)]
        metal = named[0] if named else ((0.70, 0.03, 215), (0.80, 0.05, 85), (0.62, 0.07, 190))[lot("metal", 3)]
    return Person(
        subject.name,
        age,
        feminine,
        build,
        metal if robot else _skin(text, lot),
        hair,
        style,
        facial,
        glasses,
        worn,
        accent,
        item,
        robot,
    )


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
        age = "child" if years < 13 else "teen" if years < 20 else "old" if years >= 62 else "adult"
    elif re.search(r"\b(old|elderly|aged|retired|wrinkled)\b", text) and age == "adult":
        age = "old"
    elif re.search(r"\b(little|small|young) (girl|boy|child)\b", text):
        age = "child"
    if feminine is None:
        if re.search(r"\b(she|her|hers)\b", text):
            feminine = True
        elif re.search(r"\b(he|his|him|beard|moustache)\b", text):
            feminine = False
        else:
            name = tokens[0] if tokens else ""
            feminine = name.endswith(("a", "ie", "lyn", "ine", "elle")) or (number(" ".join(tokens)) % 2 == 0)
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
    key = number(" ".join(tokens), "hair")
    colour = HAIRS[key % len(HAIRS)] if age != "old" else ((0.86, 0.012, 85), (0.72, 0.012, 90))[key % 2]
    match = re.search(
        r"((?:[a-z-]+,? (?:and )?){0,4})(hair(?:ed)?|braids?|curls|bun|ponytail|bob|plaits|beard|afro|dreadlocks)\b",
        text,
    )
    near = match.group(1) + match.group(2) if match else ""
    for token in reversed(words_of(near)):
        if token in _HAIR_NAMED or token in NAMED:
            colour = _HAIR_NAMED.get(token) or NAMED[token]
            break
    else:
        named = re.search(r"\b(red|dark|fair|black|brown|grey|white|silver|blonde?|ginger)-haired\b", text)
        if named:
            colour = _HAIR_NAMED.get(named.group(1)) or NAMED[named.group(1)]
        elif "redhead" in text:
            colour = _HAIR_NAMED["red"]
    styles = (
        ("bald", "bald"),
        ("shaved", "bald"),
        ("bun", "bun"),
        ("ponytail", "ponytail"),
        ("braid", "braids"),
        ("plait", "braids"),
        ("afro", "curly"),
        ("curl", "curly"),
        ("dreadlock", "long"),
        ("bob", "bob"),
        ("fringe", "bob"),
        ("messy", "mop"),
        ("tousled", "mop"),
        ("mop", "mop"),
        ("long", "long"),
        ("wavy", "long"),
        ("short", "short"),
        ("cropped", "short"),
    )
    for word, style in styles:
        if word in near or (
            word in ("bald", "bun", "ponytail", "braid", "plait", "curl", "bob") and re.search(rf"\b{word}", text)
        ):
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
    return SKINS[number(text, "skin") % len(SKINS)]


def _dressed(
    worn: dict[str, Garment], feminine: bool, age: str, accent: Colour, lot: Callable[[str, int], int]
) -> dict[str, Garment]:
    """Every place filled that must be, and every garment with a colour."""
    worn = dict(worn)
    seed = number(sorted(worn), feminine, age, accent)
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
            colour = accent if slot in ("over", "hat", "neck") else CLOTHS[number(seed, slot) % len(CLOTHS)]
            garment = replace(garment, colour=colour)
        filled[slot] = garment
    return filled


def creature(subject: Subject, species: str) -> Creature:
    """An animal's record."""
    key = number(subject.name, subject.description)
    coats, second = _COATS.get(species, _COATS["dog"])
    coat = coats[key % len(coats)]
    worn = {slot: g for slot, g in garments_in(subject.description).items() if slot in ("neck", "hat")}
    accent = ACCENTS[key // 16 % len(ACCENTS)]
    before_clothes = re.split(r"\b(?:in|with|wearing|wears)\b", subject.description.lower())[0]
    named = [word for _, word in colours_in(before_clothes)]
    if named:
        coat = _RED_FUR if named[0] == "red" else NAMED[named[0]]
        if len(named) > 1:
            second = NAMED[named[1]]
    worn = {slot: replace(g, colour=accent) if g.colour[0] < 0 else g for slot, g in worn.items()}
    if worn:
        accent = next(iter(worn.values())).colour
    return Creature(subject.name, species, coat, second, accent, worn)


def thing(subject: Subject, kind: str, noun: str) -> Thing:
    """A product's or prop's record; a quoted text or a proper name becomes its label."""
    key = number(subject.name, subject.description)
    named = [NAMED[word] for _, word in colours_in(subject.description)]
    colour = named[0] if named else _OBJECT_COLOURS.get(kind, CLOTHS[key % len(CLOTHS)])
    accent = named[1] if len(named) > 1 else ACCENTS[key // 8 % len(ACCENTS)]
    quoted = re.search(r"[“\"']([^”\"']{2,24})[”\"']", subject.description)
    proper = (
        subject.name
        if re.match(r"^[A-Z0-9]", subject.name) and not subject.name.lower().startswith(("the ", "a "))
        else ""
    )
    label = quoted.group(1) if quoted else proper
    return Thing(subject.name, kind, colour, accent, label, noun)
