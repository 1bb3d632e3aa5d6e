"""What a prompt asks for inside the mask: taking away, drawing, another place, or a touch to what is there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dailies.adapters.providers.rehearsal.illustrator.cast import Creature, Person, Thing, member, prop_of, thing
from dailies.adapters.providers.rehearsal.illustrator.colour import NAMED, Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.mentions import FUNCTION_WORDS, mentions
from dailies.adapters.providers.rehearsal.illustrator.nouns import noun_class
from dailies.adapters.providers.rehearsal.illustrator.persons import garments_in
from dailies.adapters.providers.rehearsal.illustrator.prompt import Subject, first_of, words_of
from dailies.adapters.providers.rehearsal.illustrator.things import PROPS
from dailies.adapters.providers.rehearsal.illustrator.verbs import VERBS
from dailies.adapters.providers.rehearsal.illustrator.words import NO_THINGS, PLACES, SHOWN_BY_PLACE
from dailies.ports import InpaintRequest, ReferenceImage

Work = Literal["fill", "draw", "place", "touch", "extend"]

Member = Person | Creature | Thing

MOST_THINGS = 4

_REMOVAL = re.compile(
    r"\b(?:clean (?:background|plate|wall|up)|(?:empty|plain) (?:background|space|wall|plate)|background only"
    r"|get rid of|make (?:it|them|this|that) disappear|nothing(?: there| here)?$)"
    r"|^\s*(?:please\s+)?(?:remove|erase|delete|clear|take (?:out|away|off)|lose|drop|without|no(?:thing)?)\b"
)
_LEADING = re.compile(
    r"^\s*(?:please\s+)?(?:(?:replace|swap|exchange|substitute)\b.*?\b(?:with|for|by)\b"
    r"|(?:turn|change|make|transform)\b.*?\b(?:into|to be|to)\b"
    r"|(?:add|put|place|draw|paint|insert|show|include|give (?:him|her|them|it)|there (?:is|are|should be)"
    r"|let there be)\b|i(?:'d| would)? (?:want|like|need))\s*",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\s+(?:here|there|(?:lying |standing |hanging |right |just |up |down )?"
    r"(?:on|at|onto|in|into|inside|beside|near|behind|above|over|below|next to|in front of|instead of|against)"
    r"\s+(?:the|this|that|his|her|their|its|it|him|them|front|place)\b.*)$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:that |which )?(?:says?|reads?|saying|reading|labell?ed|with the (?:words?|text))\s+([^\s\"'“].*)$"
)
_ONLY_TEXT = re.compile(
    r"^\s*(?:the\s+)?(?:words?|text|lettering|letters?|caption)?\s*[\"“']([^\"”']{1,40})[\"”']\s*$", re.I
)
_JOINTS = re.compile(r"\s*(?:,|\band\b|&|\bplus\b)\s*(?=(?:an?|the|some|two|three|four|one|another)\s)", re.IGNORECASE)
_COUNTS = {"two": 2, "three": 3, "four": 4, "pair": 2, "both": 2, "several": 3, "some": 1, "couple": 2}

MATERIALS: dict[str, Colour] = {
    "wooden": (0.50, 0.085, 55), "wood": (0.50, 0.085, 55), "oak": (0.56, 0.085, 65), "metal": (0.66, 0.02, 240),
    "metallic": (0.68, 0.02, 240), "iron": (0.36, 0.015, 260), "chrome": (0.80, 0.015, 235),
    "stone": (0.60, 0.02, 80), "marble": (0.90, 0.012, 90), "concrete": (0.62, 0.012, 90), "leather": (0.42, 0.08, 48),
    "paper": (0.93, 0.02, 88), "clay": (0.56, 0.11, 45), "terracotta": (0.58, 0.12, 42), "straw": (0.80, 0.10, 88),
    "bronze": (0.54, 0.09, 68), "glass": (0.84, 0.03, 210), "porcelain": (0.93, 0.01, 240), "denim": (0.44, 0.08, 258),
    "cardboard": (0.66, 0.08, 68), "wicker": (0.66, 0.09, 75), "plastic": (0.70, 0.10, 230),
}  # fmt: skip
"""Words for what a thing is made of, by the colour it then has where no colour is said."""


@dataclass(frozen=True)
class Touch:
    """Amounts by which what is there is changed. ``sharp``, ``clean``: 0 to 1. ``light``: stops. ``warmth``: -1 to 1.
    ``colourful``, ``contrast``: factors about 1. ``colour``: the new colour of the main thing, or None."""

    sharp: float = 0.35
    clean: float = 0.5
    light: float = 0.0
    warmth: float = 0.0
    colourful: float = 1.0
    contrast: float = 1.0
    colour: Colour | None = None


@dataclass(frozen=True)
class Asked:
    """``over``: whether what is there stays under a drawing. ``members``: to draw, each once. ``text``: bare lettering.
    ``missing``: things asked for that can't be done."""

    work: Work
    members: tuple[Member, ...] = ()
    words: str = ""
    text: str = ""
    over: bool = False
    touch: Touch = Touch()
    missing: tuple[str, ...] = ()


def read_asked(request: InpaintRequest) -> Asked:
    """What a request asks for; whatever its words, there is something to do."""
    prompt = " ".join(request.prompt.replace("’", "'").split()).strip(" .")
    lowered = prompt.lower()
    if request.intent == "extend":
        return Asked("extend", missing=_unmet(prompt, request.references) if prompt else ())
    if request.intent == "remove" or not prompt or _REMOVAL.search(lowered):
        return Asked("fill")
    if request.intent == "fix":
        return _fix(prompt)
    if re.match(r"^\s*(?:recolou?r|tint|colou?r)\b", lowered):
        return _fix(prompt)
    return _drawing(prompt, request)


def _drawing(prompt: str, request: InpaintRequest) -> Asked:
    over = request.intent == "add"
    wish = _LEADING.sub("", prompt, count=1)
    lettering = _ONLY_TEXT.match(wish)
    if lettering:
        return Asked("draw", text=lettering.group(1).strip(), words=wish, over=over)
    members: list[Member] = []
    for part in _JOINTS.split(_PLACED.sub("", wish)):
        if part.strip():
            members += _members(part.strip(), request.references)
    if _only_recolours(wish):
        return _fix(wish)
    known = [m for m in members if not isinstance(m, Thing) or m.kind]
    # "A forest", "a blue sky": where nothing is a thing, a place may be meant.
    if not known and first_of(wish, PLACES):
        return Asked("place", words=wish)
    lost = tuple(dict.fromkeys(_noun_of(m) for m in members if isinstance(m, Thing) and not m.kind))
    return Asked("draw", tuple(members[:MOST_THINGS]), wish, over=over, missing=lost)


def _members(part: str, references: tuple[ReferenceImage, ...]) -> list[Member]:
    for reference in references:
        # A name of the cast stands for its description, so that it looks as in every other picture.
        if reference.role in ("character", "product") and reference.name.lower() in part.lower():
            return [member(Subject(reference.name, reference.description or reference.name))]
    said = _SAYS.sub(lambda match: f'"{match.group(1)}"', part)
    quoted = re.search(r"[\"“]([^\"”]{1,24})[\"”]", said)
    # Only what is quoted may become a label; a capital letter at the start of a prompt is no name.
    plain = said if quoted is None else said[: quoted.start()] + said[quoted.end() :]
    found = member(Subject(plain.lower(), said if quoted else plain.lower()))
    if isinstance(found, Thing):
        found = _made_of(found, plain.lower())
    count = next((number for word, number in _COUNTS.items() if word in words_of(plain)), 1)
    return [found] * count


def _noun_of(it: Thing) -> str:
    """A thing's own words without its article."""
    found = mentions(it.noun or it.name)
    return found[-1].phrase.lower() if found else it.noun or it.name


def _made_of(it: Thing, words: str) -> Thing:
    """The thing with its material and shade of colour as said."""
    tokens = words_of(words)
    said = next((token for token in tokens if token in NAMED), "")
    if said:
        colour = NAMED[said]
        before = tokens[: tokens.index(said)]
        if "dark" in before or "deep" in before:
            colour = lighter(colour, -0.13)
        elif {"light", "pale", "pastel"} & set(before):
            colour = lighter(colour, 0.14)
    else:
        material = next((token for token in tokens if token in MATERIALS and token != it.noun), "")
        colour = MATERIALS.get(material, it.colour)
    return Thing(it.name, it.kind, colour, it.accent, it.label, it.noun)


def held_in(text: str, who: Person) -> Thing | None:
    """What a person is said to have: "a man with a red umbrella"."""
    match = re.search(
        r"\b(?:with|holding|holds|carrying|carries|playing|plays|under|reading|drinking)\b(.+)", text.lower()
    )
    words = match.group(1) if match else who.item
    kind = first_of(words, PROPS)
    if not kind or garments_in(words) and not (set(words_of(words)) & {"umbrella", "bag", "book"}):
        return None
    return _made_of(thing(Subject(kind, words), kind, kind), words)


def pose_in(text: str) -> str:
    """The pose a text names, by the illustrator's verbs, or ""."""
    tokens = words_of(text)
    return next((VERBS[token] for token in tokens if token in VERBS), "")


def _only_recolours(wish: str) -> bool:
    """ "blue coat", "red": a colour, and at most a garment without an article, that what is there is to have."""
    named = mentions(wish)
    plain = all(each.bare and (garments_in(each.phrase) or each.head in NAMED) for each in named)
    return plain and any(token in NAMED for token in words_of(wish))


_TOUCHES: tuple[tuple[str, dict[str, float]], ...] = (
    (r"sharp\w*|crisp\w*|in focus|detail\w*|clear(?:er)?|unblur|less blur\w*", {"sharp": 0.75}),
    (r"clean\w*|smooth\w*|denois\w*|less noise|less grain\w*|noise|blemish\w*|tidy|neat\w*", {"clean": 0.4}),
    (r"soft\w*|blurr?(?:y|ier|ed)?|out of focus", {"sharp": -1.2, "clean": 0.2}),
    (r"bright\w*|light(?:er|en)|more light|lift", {"light": 0.45}),
    (r"dark\w*|dim\w*|less light|moody|moodier", {"light": -0.45}),
    (r"warm\w*|golden light|sunnier", {"warmth": 0.5}),
    (r"cool(?:er)?|cold\w*|bluer", {"warmth": -0.5}),
    (r"vivid|vibrant|saturat\w*|colou?rful|richer", {"colourful": 1.35}),
    (r"muted|desaturat\w*|less colou?r|grey(?:er)?|faded", {"colourful": 0.62}),
    (r"contrast\w*|punch\w*", {"contrast": 1.2}),
    (r"flat(?:ter)?", {"contrast": 0.85}),
)
_UNDERSTOOD = re.compile(
    r"^(?:make|it|this|that|a|bit|little|much|more|less|very|slightly|please|fix|repair|retouch|improve|better|the|look"
    r"|looks|should|be|colou?r|recolou?r|tint|change|turn|paint|into|to|of|with|up|and|edges?|quality|overall|keep|same"
    r"|natural|nicer|good|detail|details|texture|area|part|here|so|too|less|hue|shade|tone|face|faces|hands?|skin|hair"
    r"|eyes?)$"
)
_SHADES = re.compile(rf"\b(?:(?:dark|deep|light|pale|bright|warm|cool)\s+)?(?:{'|'.join(NAMED)})\b")
"""Colour words with their shade: "dark green" does not ask for less light."""


def _fix(prompt: str) -> Asked:
    lowered = prompt.lower()
    amounts: dict[str, float] = {}
    colour = _colour_said(lowered)
    left = _SHADES.sub(" ", lowered)
    for pattern, change in _TOUCHES:
        if not re.search(rf"\b(?:{pattern})\b", left):
            continue
        much = (
            1.6
            if re.search(r"\b(?:much|a lot|very|far)\b", left)
            else 0.55
            if "a bit" in left or "slight" in left
            else 1
        )
        for name, amount in change.items():
            if name in ("colourful", "contrast"):
                amounts[name] = amount**much
            else:
                amounts[name] = amounts.get(name, 0.0) + amount * much
        left = re.sub(rf"\b(?:{pattern})\b", " ", left)
    # Asked for one thing, the picture is otherwise left nearly as it is.
    base = Touch(sharp=0.1, clean=0.15) if amounts or colour is not None else Touch()
    touch = Touch(
        sharp=max(-1.0, min(1.0, base.sharp + amounts.get("sharp", 0.0))),
        clean=max(0.0, min(1.0, base.clean + amounts.get("clean", 0.0))),
        light=amounts.get("light", 0.0),
        warmth=amounts.get("warmth", 0.0),
        colourful=amounts.get("colourful", 1.0),
        contrast=amounts.get("contrast", 1.0),
        colour=colour,
    )
    named = [token for token in words_of(left) if token not in NAMED and not _UNDERSTOOD.match(token)]
    changed = bool(amounts) or colour is not None
    lost = [token for token in named if token not in FUNCTION_WORDS and token not in MATERIALS]
    return Asked("touch", words=prompt, touch=touch, missing=() if changed else tuple(dict.fromkeys(lost))[:2])


def _colour_said(words: str) -> Colour | None:
    tokens = words_of(words)
    said = [token for token in tokens if token in NAMED]
    if not said:
        return None
    # "from red to blue" means the last.
    colour = NAMED[said[-1]]
    before = tokens[: len(tokens) - tokens[::-1].index(said[-1]) - 1]
    if "dark" in before[-1:]:
        return lighter(colour, -0.13)
    return lighter(colour, 0.14) if {"light", "pale"} & set(before[-1:]) else colour


def _unmet(prompt: str, references: tuple[ReferenceImage, ...]) -> tuple[str, ...]:
    """Things a prompt names that continuing the picture will not bring."""
    wish = _LEADING.sub("", prompt, count=1)
    lost = [it.name for it in references if it.role in ("character", "product") and it.name.lower() in wish.lower()]
    for each in mentions(wish):
        if each.denied or each.bare or each.head in NO_THINGS | SHOWN_BY_PLACE or first_of(each.phrase, PLACES):
            continue
        if prop_of(each) or noun_class(each.head) in ("thing", "animal", "person"):
            lost.append(each.phrase.lower())
    return tuple(dict.fromkeys(lost))[:2]
