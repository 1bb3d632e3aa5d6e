"""What a model is asked for and how much of it: the same for an estimate before and for the call itself."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from dailies.domain.registry import Model, Unit

Terms = dict[str, object]


def picture_terms(model: Model, width: int, height: int) -> Terms:
    """Shape and size terms of a picture: the choices nearest to ``width`` x ``height`` pixels.

    Of sizes the smallest that is not smaller than what is wanted is taken, or the largest there is.
    """
    terms: Terms = {}
    if "aspect_ratio" in model.choices:
        terms["aspect_ratio"] = nearest_ratio(model.choices["aspect_ratio"], width, height)
    for term in ("resolution", "size"):
        if term in model.choices:
            terms[term] = _enough(model.choices[term], width * height, _picture_pixels)
    if "quality" in model.choices:
        terms["quality"] = "medium" if "medium" in model.choices["quality"] else model.choices["quality"][-1]
    if "width" in model.inputs and "height" in model.inputs:
        terms["width"], terms["height"] = round_sides(model, width, height)
    return terms


def picture_quantities(model: Model, width: int, height: int, references: int) -> dict[Unit, float]:
    """Quantities of one picture. Megapixels count what goes in, at the model's own size, and what comes out."""
    given = min(references, model.max_references)
    megapixels = round(width * height / 1_000_000 + given * model.native_pixels / 1_000_000, 2)
    return {**model.expected, "call": 1, "image": 1, "megapixel": math.ceil(megapixels)}


def clip_terms(model: Model, seconds: float, width: int, height: int, fps: int = 24) -> Terms:
    """Length, size and shape terms of a clip: never shorter than wanted where the model allows it."""
    terms: Terms = {}
    if "duration" in model.inputs:
        terms["duration"] = clip_seconds(model, seconds)
    if "resolution" in model.choices:
        terms["resolution"] = _enough(model.choices["resolution"], min(width, height), _video_lines)
    if "aspect_ratio" in model.choices:
        terms["aspect_ratio"] = nearest_ratio(model.choices["aspect_ratio"], width, height)
    if "frames" in model.ranges:
        low, high = model.ranges["frames"]
        rate = _frame_rate(model, fps, seconds)
        terms["frames"] = int(min(high, max(low, math.ceil(seconds * rate))))
        if "fps" in model.inputs:
            terms["fps"] = rate
    return terms


def clip_seconds(model: Model, seconds: float) -> int:
    """The model's own length for a clip of so many seconds: the shortest that is long enough, else its
    longest."""
    if "duration" in model.choices:
        lengths = sorted(int(float(choice)) for choice in model.choices["duration"])
        return next((length for length in lengths if length >= seconds), lengths[-1])
    low, high = model.ranges.get("duration", (1, 60))
    return int(min(high, max(low, math.ceil(seconds))))


def clip_quantities(model: Model, seconds: float) -> dict[Unit, float]:
    """Quantities of one clip, in the seconds the model makes and bills."""
    return {**model.expected, "call": 1, "video": 1, "second": clip_seconds(model, seconds)}


def speech_quantities(model: Model, text: str, speed: float = 1.0) -> dict[Unit, float]:
    """Quantities of one spoken line; 15 characters are about a second."""
    return {**model.expected, "call": 1, "character": len(text), "second": round(len(text) / 15 / speed, 2)}


def text_quantities(model: Model) -> dict[Unit, float]:
    """Quantities of one text call, as the registry expects them."""
    return {"call": 1, **model.expected}


def nearest_ratio(choices: Sequence[str], width: int, height: int) -> str:
    """The choice ("16:9") whose shape is nearest to the wanted one."""
    wanted = math.log(width / height)

    def distance(choice: str) -> float:
        across, _, down = choice.partition(":")
        return abs(math.log(float(across) / float(down)) - wanted)

    shapes = [choice for choice in choices if re.fullmatch(r"\d+:\d+", choice)]
    return min(shapes, key=distance)


def round_sides(model: Model, width: int, height: int) -> tuple[int, int]:
    """Both sides scaled into the model's longest side and rounded to what they must divide by."""
    scale = min(1.0, model.max_side / max(width, height)) if model.max_side else 1.0
    step = model.side_multiple
    across, down = (max(step, round(side * scale / step) * step) for side in (width, height))
    return across, down


def _enough(choices: Sequence[str], wanted: float, measure: Callable[[str], float]) -> str:
    known = [(measure(choice), choice) for choice in choices]
    # A tenth less is enough: 1280 x 720 is made at "1 MP" and not at four times the price.
    big_enough = [pair for pair in known if pair[0] >= wanted * 0.9]
    return min(big_enough)[1] if big_enough else max(known)[1]


def _picture_pixels(choice: str) -> float:
    """Pixels of "1K", "2 MP" or "1024x768"; words are ordered as they stand."""
    if found := re.fullmatch(r"([\d.]+)\s*MP", choice, re.IGNORECASE):
        return float(found[1]) * 1_000_000
    if found := re.fullmatch(r"([\d.]+)K", choice, re.IGNORECASE):
        return (float(found[1]) * 1024) ** 2
    if found := re.fullmatch(r"(\d+)x(\d+)", choice):
        return float(found[1]) * float(found[2])
    return 0.0


def _video_lines(choice: str) -> float:
    """Lines of "720p" or "4k"; "standard" and "pro" are 720 and 1080 lines."""
    named = {"standard": 720.0, "pro": 1080.0, "4k": 2160.0, "2k": 1440.0}
    if choice.lower() in named:
        return named[choice.lower()]
    found = re.fullmatch(r"(\d+)p?", choice, re.IGNORECASE)
    return float(found[1]) if found else 0.0


def _frame_rate(model: Model, fps: int, seconds: float) -> int:
    """The highest rate up to ``fps`` at which the model's most frames last long enough."""
    high_frames = model.ranges["frames"][1]
    low, high = model.ranges.get("fps", (fps, fps))
    return int(max(low, min(high, fps, high_frames // max(seconds, 0.1))))
