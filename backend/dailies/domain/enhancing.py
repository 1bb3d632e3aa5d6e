"""Prompt enhancement: lines a cinematographer adds to a picture's or clip's prompt, from the story's own facts.

Bounded, visible and switchable. A line is left out where the brief, a note or a lock speaks of the same thing.
"""

from __future__ import annotations

import re

from dailies.domain.items import Item
from dailies.domain.project import Lock, Project
from dailies.domain.registry import REHEARSAL
from dailies.domain.story import CameraMove, Scene, Shot, ShotSize, TimeOfDay, Weather

MAX_LINES = 5
MAX_CHARACTERS = 420
"""Bounds of what is added to a prompt."""

LENS: dict[ShotSize, str] = {
    "extreme wide": "24 mm lens, deep focus, small figures in a large space",
    "wide": "28 mm lens, deep focus",
    "full": "35 mm lens, the whole figure with room above the head",
    "medium wide": "35 mm lens, some depth behind the figure",
    "medium": "50 mm lens, natural perspective",
    "medium close-up": "65 mm lens, the background falling out of focus",
    "close-up": "85 mm lens, shallow depth of field, eyes in focus",
    "insert": "100 mm macro lens, very shallow depth of field",
}
LIGHT: dict[TimeOfDay, str] = {
    "dawn": "low cool light before sunrise, long soft shadows",
    "morning": "clear side light, gentle shadows",
    "noon": "high hard light, short shadows",
    "afternoon": "warm side light from a lowering sun",
    "golden hour": "low golden backlight, rim light on edges",
    "dusk": "fading blue light, the first lamps warm against it",
    "night": "dark surroundings, pools of practical light, readable faces",
}
AIR: dict[Weather, str] = {
    "clear": "",
    "overcast": "diffuse light without hard shadows",
    "rain": "wet surfaces with reflections",
    "snow": "bounced light from the snow",
    "fog": "soft haze, distance fading into it",
    "storm": "broken contrasty light",
    "wind": "cloth and hair moved by the wind",
}
FRAMING: dict[ShotSize, str] = {
    "extreme wide": "horizon on a third, the subject small and off centre",
    "wide": "foreground, subject and background in three layers",
    "full": "the subject on a third, looking into the open side",
    "medium wide": "the subject on a third, looking into the open side",
    "medium": "clean background behind the head",
    "medium close-up": "eyes on the upper third",
    "close-up": "eyes on the upper third, tight crop",
    "insert": "the object fills the centre, hands only where needed",
}
MOTION: dict[CameraMove, str] = {
    "static": "locked-off camera, only the scene moves",
    "push in": "slow steady dolly in, constant speed",
    "pull out": "slow steady dolly out, constant speed",
    "pan left": "smooth pan to the left, constant speed",
    "pan right": "smooth pan to the right, constant speed",
    "tilt up": "smooth tilt upwards, constant speed",
    "tilt down": "smooth tilt downwards, constant speed",
    "handheld": "gentle handheld sway, no jolts",
    "drift": "slow lateral drift",
}
PHOTOGRAPHIC = re.compile(r"photo|cinema|film|realis|live[- ]action|documentary|35 ?mm", re.IGNORECASE)
STOCK = "fine 35 mm film grain, soft highlights"

SPOKEN_OF: dict[str, str] = {
    "Lens": r"\blens|\bmm\b|depth of field|bokeh|focus|close-?up|wide|macro",
    "Light": r"\blight|lit\b|\bdark|\bbright|shadow|sun|night|dawn|dusk|noon|morning|evening|golden|rain|snow|fog",
    "Composition": r"composition|framing|\bframe\b|centre|center|third|crop|angle|closer|wider",
    "Camera": r"camera|push|pull|pan\b|tilt|handheld|zoom|static|dolly|steady|steadier|slower|faster|motion",
    "Film stock": r"grain|film stock|kodak|analog|digital|super ?8",
    "Mood": r"\bmood\b|\btone\b",
}
"""What a note or the brief says when it speaks of the same thing as a line."""
LOCKED_BY: dict[str, tuple[Lock, ...]] = {
    "Composition": ("composition",),
    "Lens": ("composition",),
    "Light": ("palette",),
}


def enhances(project: Project, item: Item) -> bool:
    """Whether an item's prompts are enriched: as set, else only for vendors' models."""
    if project.enhance_prompts is not None:
        return project.enhance_prompts
    part = project.casting.video if item.kind == "clip" else project.casting.storyboard
    part = project.casting.references if item.stage == "references" else part
    return part != REHEARSAL


def enhancement_lines(project: Project, item: Item, changes: tuple[str, ...]) -> tuple[str, ...]:
    """The lines to add to an item's prompt, at most MAX_LINES and MAX_CHARACTERS in all."""
    lines = [(topic, words) for topic, words in _lines(project, item) if words]
    spoken = f"{project.brief.prompt}\n{' '.join(changes)}"
    locks = project.locks.get(item.id, ())
    chosen: list[str] = []
    for topic, words in lines:
        held = any(lock in LOCKED_BY.get(topic, ()) for lock in locks)
        if held or re.search(SPOKEN_OF[topic], " ".join(changes) if topic != "Film stock" else spoken, re.IGNORECASE):
            continue
        line = f"{topic}: {words}."
        if sum(map(len, chosen)) + len(line) <= MAX_CHARACTERS:
            chosen.append(line)
    return tuple(chosen[:MAX_LINES])


def _lines(project: Project, item: Item) -> list[tuple[str, str]]:
    story = project.story
    if story is None:
        return []
    photographic = STOCK if PHOTOGRAPHIC.search(f"{story.style} {project.brief.prompt}") else ""
    if item.stage == "references":
        if item.kind == "style":
            return [("Film stock", photographic)]
        return [
            ("Light", "even soft light that hides nothing"),
            ("Composition", _sheet(item)),
            ("Film stock", photographic),
        ]
    found = story.find_shot(item.shot or "")
    if found is None:
        return []
    if item.kind == "clip":
        return [("Camera", MOTION[found[1].move]), ("Light", "steady exposure from first to last frame")]
    return _frame(*found, photographic)


def _sheet(item: Item) -> str:
    if item.kind == "character":
        return "one person, whole figure, plain background, neutral pose"
    return "the whole place in one view, no people" if item.kind == "place" else "the product alone, plain background"


def _frame(scene: Scene, shot: Shot, stock: str) -> list[tuple[str, str]]:
    air = AIR[scene.weather]
    light = LIGHT[scene.time] + (f", {air}" if air else "")
    return [
        ("Lens", LENS[shot.size]),
        ("Light", light),
        ("Composition", FRAMING[shot.size]),
        ("Film stock", stock),
        ("Mood", scene.mood),
    ]
