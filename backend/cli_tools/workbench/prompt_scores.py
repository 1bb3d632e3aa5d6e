"""How good a prompt is, by rules: what it says, how concretely, and whether it reads as one scene.

Five scores from 0 to 100 and their weighted mean. They measure the text alone and know nothing of the picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dailies.adapters.providers.rehearsal.illustrator.prompt import time_in, weather_in, words_of

Medium = Literal["image", "video"]

WEIGHTS = {"completeness": 0.25, "specificity": 0.2, "professionalism": 0.15, "cinematography": 0.25}
"""Share of each score in the overall one; what is left belongs to the medium's own score."""

OWN_SCORE: dict[Medium, str] = {"image": "brand_alignment", "video": "temporal_coherence"}

COLOURS = (
    "red blue green yellow orange purple violet pink brown black white grey gray gold golden silver copper amber teal "
    "turquoise crimson scarlet navy cream beige ivory rust ochre emerald pale dark bright"
)
MATERIALS = (
    "wood wooden brass steel iron glass stone brick wool woollen leather cotton linen silk denim velvet paper ceramic "
    "marble concrete plastic rubber wet dry worn polished rough smooth frosted cracked glossy matte"
)
CONCRETE = frozenset(f"{COLOURS} {MATERIALS}".split())

ELEMENTS: Mapping[str, str] = {
    "an action": r"\b[a-z]{2,}(?:ing|ed)\b|\b(?!this\b|always\b|across\b|towards\b)[a-z]{3,}s\b",
    "a place": r"\b(?:in|on|at|under|by|beside|near|through|across|inside|outside|behind|along|over|from)\s+"
    r"(?:a|an|the|his|her|its|their|[A-Z])",
    "a style": r"\bgouache|\bink\b|\bposter\b|\bpencil\b|\bnoir\b|\bphotograph|\bcinematic|\billustrat|\bpaint|"
    r"\bwatercolou?r|\bfilm (?:still|stock|look)|\brealis|\bKodak|\bFuji",
    "a mood": r"\bmood\b|\bquiet|\bcalm|\btense|\bwarm(?:th)?\b|\bmelanchol|\bjoy|\blonely|\bhopeful|\bplayful"
    r"|\bominous|\bserene|\bwistful|\bintimate|\bpatient",
}
CRAFT: Mapping[str, str] = {
    "the shot size": r"\bclose-?\s?up\b|\bwide\b|\bmedium\b|\bfull shot\b|\bestablishing\b|\bmacro\b",
    "the lens": r"\b\d{2,3}\s?mm\b|\btelephoto\b|\banamorphic\b|\bfisheye\b",
    "the camera's height": r"\beye level\b|\blow angle\b|\bhigh angle\b|\boverhead\b|\bbird's eye\b|\bknee height\b",
    "where the light comes from": r"\b(?:light|lit|sun|glow|lamp)\w*[^.]{0,60}\b(?:from|behind|above|left|right|low)"
    r"|\bback-?lit\b|\brim light",
    "how hard the light is": r"\b(?:soft|hard|diffuse|harsh|gentle|even|dappled)\b[^.]{0,40}\b(?:light|shadow|edge)"
    r"|\b(?:light|shadow)\w*[^.]{0,40}\b(?:soft|hard|diffuse|harsh|gentle|even)",
    "the composition": r"\bthirds?\b|\bcompos|\bsymmetr|\bforeground\b|\bnegative space\b|\blead room\b|\bleading line",
    "film stock or colours": r"\bkodak\b|\bfuji|\bvision3\b|\beterna\b|\bpalette\b|\bgraded?\b|\btungsten\b|\bmuted\b",
    "the aspect ratio": r"\b\d{1,2}(?:\.\d+)?:\d{1,2}\b|\bvertical frame\b|\bsquare frame\b",
}
FRAMING = ("the shot size", "the camera's height")
"""What the framing of a clip from a given picture still says."""

BEATS: Mapping[str, str] = {
    "one camera move": r"\bpush|\bpull|\bpan\b|\bpans\b|\btilt|\bstatic\b|\bhandheld\b|\bdrift|\bdolly|\btrack",
    "beats in order": r"\b(?:first|opens|begins)\b.*\b(?:then|next)\b.*\b(?:ends?|finally|last|settles)\b",
    "how strong the motion is": r"\bmotion intensity\b|\bgentl[ey]\b|\bslow(?:ly)?\b|\bbrisk|\bfast\b|\bbarely\b",
    "what stays the same": r"\bsame\b[^.]*\b(?:face|clothes|light|place|weather|frame)|\bcontinu|\bconsistent\b"
    r"|\bunchanged\b",
}
OPPOSITES = (("push", "pull"), ("pan left", "pan right"), ("tilt up", "tilt down"), ("static", "handheld"))

HYPE = re.compile(
    r"\b(?:masterpiece|best quality|highly detailed|ultra[- ]?detailed|[48]k|hdr|trending on|award[- ]winning|stunning|"
    r"breathtaking|beautiful|amazing|hyper[- ]?realistic|insanely)\b",
    re.IGNORECASE,
)
IMITATION = re.compile(r"\b(?:in the style of|by greg|like (?:pixar|disney|ghibli))\b", re.IGNORECASE)
STOP_WORDS = frozenset(
    "a an the and or of in on at to with for from by as is are was were it its his her their this that into over under "
    "near through one very some who which while".split()
)
FEWEST_WORDS, MOST_WORDS = 30, 180
"""A scene that says enough, and one that vendors still read whole."""


@dataclass(frozen=True)
class PromptScores:
    """``scores``: by name, 0 to 100; ``critique``: what to mend, as sentences."""

    scores: Mapping[str, float]
    overall: float
    critique: tuple[str, ...]


def weighted(scores: Mapping[str, float]) -> float:
    """The overall score: the weighted mean."""
    rest = 1 - sum(WEIGHTS.values())
    return round(sum(value * WEIGHTS.get(name, rest) for name, value in scores.items()), 1)


def score_prompt(text: str, original: str, medium: Medium, *, motion_only: bool = False) -> PromptScores:
    """Score a prompt that was written from ``original``. ``motion_only``: a picture is given with it, so what
    the picture shows need not be said."""
    elements = {**found_in(ELEMENTS, text), "the time or the weather": bool(time_in(text) or weather_in(text))}
    elements["who or what"] = len(content_words(text)) >= 3
    craft, beats = found_in(CRAFT, text), found_in(BEATS, text)
    if motion_only:
        elements = {name: elements[name] for name in ("who or what", "an action")}
        craft = {name: craft[name] for name in FRAMING}
    scores = {
        "completeness": _share(elements),
        "specificity": _length(text) if motion_only else _specificity(text),
        "professionalism": _professionalism(text),
        "cinematography": _share(craft),
    }
    missing = [name for name, there in {**elements, **craft}.items() if not there]
    if medium == "image":
        scores["brand_alignment"] = _brand(text, original)
    else:
        contrary = any(first in text.lower() and second in text.lower() for first, second in OPPOSITES)
        scores["temporal_coherence"] = _share({**beats, "moves that agree": not contrary})
        missing += [name for name, there in beats.items() if not there]
    critique = [f"It does not say {name}." for name in missing]
    critique += _remarks(text, scores, original)
    return PromptScores({name: round(value, 1) for name, value in scores.items()}, weighted(scores), tuple(critique))


def found_in(patterns: Mapping[str, str], text: str) -> dict[str, bool]:
    """Which of the things a text says."""
    return {name: re.search(pattern, text, re.IGNORECASE | re.DOTALL) is not None for name, pattern in patterns.items()}


def content_words(text: str) -> list[str]:
    """Words that carry meaning."""
    return [word for word in words_of(text) if word not in STOP_WORDS and len(word) > 2]


def _share(found: Mapping[str, bool]) -> float:
    return 100 * sum(found.values()) / len(found)


def _length(text: str) -> float:
    return 100 * min(1.0, len(words_of(text)) / FEWEST_WORDS)


def _specificity(text: str) -> float:
    words = words_of(text)
    concrete = sum(word in CONCRETE or any(each.isdigit() for each in word) for word in words)
    return 55 * min(1.0, concrete / 6) + 0.45 * _length(text)


def _professionalism(text: str) -> float:
    words = len(words_of(text))
    faults = 12 * len(HYPE.findall(text)) + 15 * len(IMITATION.findall(text))
    faults += 30 if text.count(",") > max(3, words / 5) and text.count(".") == 0 else 0
    faults += 15 if not text.rstrip().endswith((".", "!", "?", "”", '"')) else 0
    faults += 25 if words < 12 else 0
    faults += 20 if words > MOST_WORDS else 0
    sentences = [sentence.strip().lower() for sentence in re.split(r"[.!?]\s+", text) if sentence.strip()]
    faults += 20 * (len(sentences) - len(set(sentences)))
    return max(0.0, 100.0 - faults)


def _brand(text: str, original: str) -> float:
    """What the creator named is still there, and the look is said."""
    wanted, there = set(content_words(original)), set(content_words(text))
    kept = len(wanted & there) / len(wanted) if wanted else 1.0
    look = found_in({"style": ELEMENTS["a style"], "colours": CRAFT["film stock or colours"]}, text)
    return 70 * kept + 15 * sum(look.values()) - 20 * len(IMITATION.findall(text))


def _remarks(text: str, scores: Mapping[str, float], original: str) -> list[str]:
    remarks = []
    if hype := HYPE.findall(text):
        remarks.append(f"Leave out {', '.join(dict.fromkeys(hype))}: it shows nothing.")
    if scores["specificity"] < 70:
        remarks.append("Name colours, materials and numbers; say more of what is seen.")
    if len(words_of(text)) > MOST_WORDS:
        remarks.append(f"It is longer than {MOST_WORDS} words.")
    lost = [word for word in dict.fromkeys(content_words(original)) if word not in set(content_words(text))]
    if lost:
        remarks.append(f"What was asked for is gone: {', '.join(lost[:5])}.")
    return remarks
