"""Reading a prompt: labelled lines where there are some, free text where there are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dailies.adapters.providers.rehearsal.illustrator.camera import (
    Camera,
    camera_in,
    without_camera_words,
)
from dailies.adapters.providers.rehearsal.illustrator.light import TIMES
from dailies.adapters.providers.rehearsal.illustrator.styles import LOOKS

PictureKind = Literal["frame", "character", "place", "product", "style"]

SHOTS = (
    "extreme wide",
    "wide",
    "full",
    "medium wide",
    "medium",
    "medium close-up",
    "close-up",
    "extreme close-up",
    "insert",
)
"""Shot sizes from far to near."""

_HEADINGS: tuple[tuple[str, PictureKind], ...] = (
    ("reference sheet of a character", "character"),
    ("reference of a character", "character"),
    ("reference of a place", "place"),
    ("reference of a product", "product"),
    ("style frame", "style"),
)
_TIME_WORDS = {
    "dawn": "dawn",
    "sunrise": "dawn",
    "daybreak": "dawn",
    "first light": "dawn",
    "morning": "morning",
    "noon": "noon",
    "midday": "noon",
    "daylight": "noon",
    "day": "afternoon",
    "afternoon": "afternoon",
    "golden hour": "golden hour",
    "sunset": "golden hour",
    "evening": "dusk",
    "dusk": "dusk",
    "twilight": "dusk",
    "blue hour": "dusk",
    "night": "night",
    "midnight": "night",
    "moonlight": "night",
    "nighttime": "night",
    "moonlit": "night",
}
_WEATHER_WORDS = {
    "clear": "clear",
    "sunny": "clear",
    "overcast": "overcast",
    "cloudy": "overcast",
    "grey sky": "overcast",
    "rain": "rain",
    "rainy": "rain",
    "raining": "rain",
    "drizzle": "rain",
    "downpour": "rain",
    "snow": "snow",
    "snowy": "snow",
    "snowing": "snow",
    "blizzard": "snow",
    "fog": "fog",
    "foggy": "fog",
    "mist": "fog",
    "misty": "fog",
    "storm": "storm",
    "stormy": "storm",
    "thunder": "storm",
    "wind": "wind",
    "windy": "wind",
}


_LABELS = {
    "setting": "setting",
    "mood": "mood",
    "style": "style",
    "camera": "camera",
    "lens": "camera",
    "composition": "camera",
    "angle": "camera",
    "light": "light",
    "lighting": "light",
    "palette": "palette",
    "colours": "palette",
    "colors": "palette",
    "avoid": "avoid",
    "negative": "avoid",
    "negative prompt": "avoid",
}
_STYLE_WORDS = {"watercolour": "ink", "watercolor": "ink", "film noir": "noir", "pencil drawing": "pencil"}
_SHOT_PHRASES = (
    (r"extreme close-?up|macro(?: shot)?|detail shot", "extreme close-up"),
    (r"medium close-?up", "medium close-up"),
    (r"close[- ]?up", "close-up"),
    (r"(?:extreme|very) wide(?: shot)?|establishing(?: shot)?|panorama|aerial(?: shot)?|long shot", "extreme wide"),
    (r"medium[- ]wide(?: shot)?|cowboy shot|american shot", "medium wide"),
    (r"wide(?: |-)shot|wide view", "wide"),
    (r"full(?: |-)(?:shot|body|figure)|head to toe", "full"),
    (r"medium(?: |-)shot|mid[- ]shot|two[- ]shot|waist[- ]up", "medium"),
    (r"insert shot|product shot|still life", "insert"),
)


@dataclass(frozen=True)
class Subject:
    """A character or product: its name and its description, word for word."""

    name: str
    description: str


@dataclass(frozen=True)
class Prompt:
    """What a prompt says. ``time`` and ``weather`` are "" when it doesn't say."""

    kind: PictureKind
    text: str
    shot: str
    camera: Camera
    action: str
    place_name: str
    place: str
    time: str
    weather: str
    subjects: tuple[Subject, ...]
    mood: str
    style: str
    changes: tuple[str, ...]
    palette: str = ""
    avoid: str = ""


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; hyphens and apostrophes stay inside words."""
    return re.findall(r"[a-zà-ÿ0-9]+(?:['’-][a-zà-ÿ0-9]+)*", text.lower())


def first_of(text: str, table: dict[str, str]) -> str:
    """The value of the first phrase of the table that stands in the text, or ""."""
    lowered = " " + " ".join(words_of(text)) + " "
    found = [(lowered.find(f" {phrase} "), -len(phrase), value) for phrase, value in table.items()]
    best = min((hit for hit in found if hit[0] >= 0), default=None)
    return best[2] if best else ""


def time_in(text: str) -> str:
    """The time of day a text names, or ""."""
    return first_of(text, _TIME_WORDS)


def weather_in(text: str) -> str:
    """The weather a text names, or ""."""
    return first_of(text, _WEATHER_WORDS)


def read_prompt(text: str) -> Prompt:
    """Read any text; what it doesn't say is left empty or plain."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    kind, lines = _heading(lines)
    labels: dict[str, str] = {}
    subjects: list[Subject] = []
    changes: list[str] = []
    free: list[str] = []
    for number, line in enumerate(lines):
        label, colon, value = line.partition(":")
        label, value = label.strip(), value.strip()
        if not colon or not value or len(label) > 60 or (number == 0 and kind == "frame" and "." in label):
            free.append(line)
        elif label.lower() == "change":
            changes.append(value)
        elif label.lower() in _LABELS:
            labels[_LABELS[label.lower()]] = value.rstrip(".")
        else:
            subjects.append(Subject(label, value))
    body = " ".join(free)
    shot, action = _shot(body)
    camera = camera_in(f"{body.partition('.')[0]}. {labels.get('camera', '')}. {labels.get('light', '')}")
    if kind == "frame" and not subjects and not labels:
        camera = camera_in(body)
    setting = labels.get("setting", "")
    if kind == "place" and subjects:
        setting = f"{subjects[0].name}, {subjects[0].description}"
    name, place, time, weather = _setting(setting)
    style = first_of(labels.get("style", ""), {look: look for look in LOOKS})
    return Prompt(
        kind,
        text,
        shot,
        camera,
        without_camera_words(action),
        name,
        place,
        time or time_in(body),
        weather or weather_in(body),
        tuple(subjects),
        labels.get("mood", ""),
        style or first_of(body, {look: look for look in LOOKS} | _STYLE_WORDS if kind == "frame" else {}) or "gouache",
        tuple(changes),
        labels.get("palette", ""),
        labels.get("avoid", ""),
    )


def _heading(lines: list[str]) -> tuple[PictureKind, list[str]]:
    first = lines[0].lower() if lines else ""
    for heading, kind in _HEADINGS:
        if first.startswith(heading):
            rest = lines[0][len(heading) :].lstrip(" .:")
            return kind, [*([rest] if rest else []), *lines[1:]]
    return "frame", lines


def _shot(body: str) -> tuple[str, str]:
    """Shot size from the opening sentence or from anywhere, and what is left of the text."""
    opening, _, rest = body.partition(".")
    lowered = opening.lower().replace("closeup", "close-up").replace("close up", "close-up")
    shot = next((size for size in sorted(SHOTS, key=len, reverse=True) if lowered.startswith(size)), "")
    if shot:
        after = opening[len(shot) :].split(",")[-1].strip() if "," not in opening else ""
        return shot, rest.strip() or after or opening
    for pattern, size in _SHOT_PHRASES:
        found = re.search(rf"\b(?:an?|the)?\s*\b(?:{pattern})\b(?:\s+(?:of|on|showing))?", body, re.IGNORECASE)
        if found:
            return size, f"{body[: found.start()]} {body[found.end() :]}".strip()
    return "medium wide", body


def _setting(setting: str) -> tuple[str, str, str, str]:
    """Name, description, time and weather of a place."""
    parts = [part.strip() for part in setting.split(",") if part.strip()]
    time = weather = ""
    while len(parts) > 1 and (parts[-1].lower() in TIMES or parts[-1].lower() in _WEATHER_WORDS):
        last = parts.pop().lower()
        if last in TIMES:
            time = last
        else:
            weather = _WEATHER_WORDS[last]
    text = ", ".join(parts)
    return (
        parts[0] if parts else "",
        ", ".join(parts[1:]) if len(parts) > 1 else text,
        time or time_in(text),
        weather or weather_in(text),
    )
