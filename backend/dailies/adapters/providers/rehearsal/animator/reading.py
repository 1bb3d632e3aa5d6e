"""What a motion prompt asks for: the camera's move, its pace, the light, and what falls or drifts.

A prompt is lines of words. The first begins with the camera's move; the others say time, weather and mood;
lines that begin with ``Change:`` are the creator's wishes, oldest first, and each is applied to what stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Move = Literal["static", "push in", "pull out", "pan left", "pan right", "tilt up", "tilt down", "handheld", "drift"]
Overlay = Literal["rain", "snow", "fog", "dust", "steam", "glow", "grain"]

MOVES: tuple[tuple[Move, str], ...] = (
    ("push in", r"(?:push|zoom|dolly|move|track|creep)(?:e?s|ing)?\s+(?:slowly\s+|gently\s+)?(?:in\b|closer|forward)"),
    ("pull out", r"(?:pull|zoom|dolly|move|track)(?:e?s|ing)?\s+(?:slowly\s+|gently\s+)?(?:out\b|back\b|away)"),
    ("pan left", r"(?:pan|track|truck|move)(?:s|ning|ing)?\s+(?:slowly\s+|gently\s+)?(?:to\s+the\s+)?left"),
    ("pan right", r"(?:pan|track|truck|move)(?:s|ning|ing)?\s+(?:slowly\s+|gently\s+)?(?:to\s+the\s+)?right"),
    ("tilt up", r"(?:tilt|crane)(?:s|ing)?\s+(?:slowly\s+)?up"),
    ("tilt down", r"(?:tilt|crane)(?:s|ing)?\s+(?:slowly\s+)?down"),
    ("handheld", r"hand-?\s?held|shaky camera"),
    ("drift", r"(?:^|camera\s+|slow\s+|slowly\s+|let\s+it\s+)drift(?:s|ing)?\b|^float"),
    (
        "static",
        r"^static|(?:static|still|locked|fixed)[\s-]+(?:camera|shot|frame)|locked[\s-]off"
        r"|hold (?:it |the camera )?still|no camera (?:move|movement|motion)"
        r"|don'?t move the camera|camera (?:stays|keeps|holds|is) still",
    ),
)
OVERLAYS: tuple[tuple[Overlay, str], ...] = (
    ("rain", r"rain(?:s|y|ing|drops?|fall|storm)?|drizzl\w+|downpour|storm(?:y|s)?|thunderstorm"),
    ("snow", r"snow(?:s|y|ing|fall|flakes?|storm)?|blizzard|flurr(?:y|ies)"),
    ("fog", r"fog(?:gy)?|mist(?:y|s)?|haze|hazy|smoke|smoky"),
    ("dust", r"dust(?:y)?|motes?|pollen|fireflies|sparks|embers"),
    ("steam", r"steam(?:s|y|ing)?|vapou?r"),
    (
        "glow",
        r"lanterns?|lamps?|lamplight|candles?|candlelight|fireplace|campfire|bonfire|neon|glow(?:s|ing)?|flames?"
        r"|fairy lights|string lights|streetl(?:ight|amp)s?|headlights",
    ),
    ("grain", r"grain(?:y)?|film look"),
)
INDOORS = re.compile(
    r"\b(?:inside|indoors?|kitchen|bedroom|living room|bathroom|room|workshop|studio|office|caf[eé]|shop|bakery|"
    r"library|classroom|hallway|corridor|gym|bar|restaurant|desk|sofa|couch|counter)\b"
)
ABSENT = re.compile(
    r"\b(?:no|without|remove|stop|less|lose|drop|take (?:out|away))\s+(?:the\s+|any\s+|all\s+|more\s+)*$"
)
"""Words just before a thing that take it away."""

A_LITTLE = re.compile(r"\b(?:a bit|a little|slightly|a touch|somewhat|a tad)\b")
MUCH = re.compile(r"\b(?:much|a lot|way|far|significantly|very|really|dramatically)\b")


@dataclass(frozen=True)
class Motion:
    """What to do with the picture.

    ``pace``: 1 as the move is by itself, 0.3 to 3. ``reach``: how far it goes, 0.3 to 2. ``tremble``: 1
    usual, 0 perfectly still between the moves, up to 2. ``stops``: exposure in stops (doublings of light), -2 to 2.
    ``strength``: of the overlays, 0.3 to 2.
    """

    move: Move = "static"
    pace: float = 1.0
    reach: float = 1.0
    tremble: float = 1.0
    stops: float = 0.0
    strength: float = 1.0
    overlays: tuple[Overlay, ...] = ()


def read_motion(prompt: str) -> Motion:
    """The motion a prompt asks for. Words it does not know change nothing."""
    lines = [line.strip().lower() for line in prompt.replace("’", "'").splitlines() if line.strip()]
    changes = [line.removeprefix("change:").strip() for line in lines if line.startswith("change:")]
    scene = [line for line in lines if not line.startswith("change:")]
    first = scene[0] if scene else ""
    opening, _, action = first.partition(".")
    motion = Motion(_move_in(opening) or _move_in(first) or "static", pace=_opening_pace(opening))
    motion = replace(motion, overlays=_overlays_in(action or opening, scene[1:]))
    for change in changes:
        motion = _changed(motion, change)
    return motion


def _move_in(words: str) -> Move | None:
    found = [(match.start(), move) for move, pattern in MOVES if (match := re.search(rf"(?:\b|^){pattern}", words))]
    return min(found)[1] if found else None


def _opening_pace(opening: str) -> float:
    if re.search(r"\bslow(?:ly)?\b|\bgentl[ey]\b", opening):
        return 0.75
    return 1.35 if re.search(r"\b(?:fast|quick(?:ly)?|rapid(?:ly)?)\b", opening) else 1.0


def _overlays_in(action: str, rest: list[str]) -> tuple[Overlay, ...]:
    """What the action names; the weather line too, unless the action is indoors."""
    words = action if INDOORS.search(action) else " ".join([action, *rest])
    return tuple(overlay for overlay, pattern in OVERLAYS if _present(words, pattern))


def _present(words: str, pattern: str) -> bool:
    return any(not ABSENT.search(words[: match.start()]) for match in re.finditer(rf"\b(?:{pattern})\b(?!-)", words))


def _changed(motion: Motion, change: str) -> Motion:
    amount = 0.55 if A_LITTLE.search(change) else 1.6 if MUCH.search(change) else 1.0
    move = _move_in(change)
    if move is not None:
        motion = replace(motion, move=move)
    pace = _way(
        change,
        r"faster|quicker|speed (?:it )?up|more energy|more energetic",
        r"slower|slow (?:it )?down|calmer",
        (r"slow", r"(?:fast|quick|rushed)"),
    )
    reach = _way(
        change,
        r"more (?:movement|motion|dynamic|camera movement)|livelier|stronger move",
        r"less (?:movement|motion|dynamic|camera movement)|subtler|more subtle|gentler",
        (r"still", r"wild"),
    )
    shake = _way(
        change,
        r"shakier|more shak\w+|rougher",
        r"steadier|steady|smoother|stabili[sz]ed?|less shak\w+",
        (r"stiff", r"(?:shaky|jittery|jerky)"),
    )
    light = _way(
        change,
        r"brighter|lighter|brighten|more light|lift the (?:light|shadows)",
        r"darker|dimmer|darken|less light|moodier",
        (r"(?:dark|dim|gloomy)", r"(?:bright|light)"),
    )
    more = _way(
        change,
        r"heavier|thicker|more (?:rain|snow|fog|mist|dust|steam|grain)",
        r"(?:less|lighter|thinner) (?:rain|snow|fog|mist|dust|steam|grain)",
        (r"(?:thin|sparse)", r"(?:heavy|thick)"),
    )
    if more and re.search(r"lighter (?:rain|snow|fog|mist|dust|steam|grain)", change):
        light = 0
    motion = replace(
        motion,
        pace=_clamp(motion.pace * 1.5 ** (pace * amount), 0.3, 3.0),
        reach=_clamp(motion.reach * 1.45 ** (reach * amount), 0.3, 2.0),
        tremble=_clamp(motion.tremble * (1.8 if shake > 0 else 0.3) ** (abs(shake) * amount), 0.0, 2.0),
        stops=_clamp(motion.stops + 0.6 * light * amount, -2.0, 2.0),
        strength=_clamp(motion.strength * 1.5 ** (more * amount), 0.3, 2.0),
    )
    if shake < 0 and motion.move == "handheld" and re.search(r"\bno shak|tripod|stabili", change):
        motion = replace(motion, move="drift")
    return replace(motion, overlays=_overlays_after(motion, change, more))


def _way(words: str, up: str, down: str, too: tuple[str, str]) -> int:
    """+1 for more, -1 for less, 0 for neither; ``too``: words that, after "too", ask for more or for less."""
    turned = r"\b(?:less|not so|not as)\s+"
    more = re.search(rf"\b(?:{up})\b", words) or re.search(rf"\btoo\s+{too[0]}\b", words)
    less = re.search(rf"\b(?:{down})\b", words) or re.search(rf"\btoo\s+{too[1]}\b", words)
    less = less or re.search(rf"{turned}{too[1]}\b", words)
    more = more or re.search(rf"{turned}{too[0]}\b", words)
    return bool(more) - bool(less)


def _overlays_after(motion: Motion, change: str, more: int) -> tuple[Overlay, ...]:
    kept = list(motion.overlays)
    for overlay, pattern in OVERLAYS:
        if _present(change, pattern):
            if overlay not in kept:
                kept.append(overlay)
        elif overlay in kept and more >= 0 and re.search(rf"\b(?:{pattern})\b", change):
            kept.remove(overlay)
    return tuple(kept)


def _clamp(value: float, low: float, high: float) -> float:
    return min(high, max(low, value))
