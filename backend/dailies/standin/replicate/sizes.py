"""How large, how long and how many: what a model makes for its inputs."""

from __future__ import annotations

import math
import re

from dailies.standin.replicate.catalog import CatalogModel, Json

MEGAPIXEL = 1024 * 1024
VIDEO_LINES = {"480p": 480, "512p": 512, "540p": 540, "720p": 720, "768p": 768, "1080p": 1080, "4k": 2160}
MODE_LINES = {"standard": 720, "pro": 1080}
USUAL_LINES = 1080
USUAL_SECONDS = 5.0
Size = tuple[int, int]


def picture_area(inputs: Json) -> float:
    """Pixels asked for by ``megapixels``, ``resolution`` or ``size``; one megapixel where none says."""
    for name in ("megapixels", "resolution", "size"):
        text = str(inputs.get(name, ""))
        if found := re.fullmatch(r"([\d.]+)(?: MP)?", text):
            return float(found[1]) * MEGAPIXEL
        if found := re.fullmatch(r"(\d)K", text):
            return (float(found[1]) * 1024) ** 2
    return float(MEGAPIXEL)


def drawn_size(inputs: Json, like: Size | None) -> Size:
    """Sides of a new picture, multiples of 16. ``like``: the first picture given."""
    if found := re.fullmatch(r"(\d+)x(\d+)", str(inputs.get("resolution", ""))):
        return int(found[1]), int(found[2])
    custom = "custom" in (inputs.get("aspect_ratio"), inputs.get("size")) or "aspect_ratio" not in inputs
    if custom and inputs.get("width") and inputs.get("height"):
        return _multiple(inputs["width"], 16), _multiple(inputs["height"], 16)
    ratio = ratio_of(str(inputs.get("aspect_ratio", "1:1")), like)
    area = like[0] * like[1] if like and inputs.get("resolution") == "match_input_image" else picture_area(inputs)
    width = math.sqrt(area * ratio)
    return _multiple(width, 16), _multiple(width / ratio, 16)


def ratio_of(words: str, like: Size | None) -> float:
    """Width over height of "16:9"; of the picture given where the words are none."""
    if found := re.fullmatch(r"(\d+):(\d+)", words):
        return int(found[1]) / int(found[2])
    return like[0] / like[1] if like else 1.0


def repainted_size(model: CatalogModel, inputs: Json, source: Size) -> Size:
    """Sides of a mask edit's result."""
    if "width" in inputs and "height" in inputs:
        return int(inputs["width"]), int(inputs["height"])
    width, height = source
    scale = 1.0
    if model.acting.longest:
        scale = min(1.0, model.acting.longest / max(source))
    if inputs.get("megapixels") in ("1", "0.25"):
        scale = min(scale, math.sqrt(picture_area(inputs) / (width * height)))
    step = model.acting.multiple
    return _multiple(width * scale, step), _multiple(height * scale, step)


def clip_size(inputs: Json, start: Size | None) -> Size:
    """Sides of a clip, even. The start picture's shape wins, except where the model has a say about shapes only."""
    lines = VIDEO_LINES.get(str(inputs.get("resolution", "")), MODE_LINES.get(str(inputs.get("mode", "")), USUAL_LINES))
    ratio = start[0] / start[1] if start else ratio_of(str(inputs.get("aspect_ratio", "16:9")), None)
    short, long = lines, lines * max(ratio, 1 / ratio)
    width, height = (long, short) if ratio >= 1 else (short, long)
    return _multiple(width, 2), _multiple(height, 2)


def clip_rate(model: CatalogModel, inputs: Json) -> int:
    """Frames a second."""
    return int(inputs.get("frames_per_second") or inputs.get("fps") or model.acting.fps)


def clip_seconds(model: CatalogModel, inputs: Json) -> float:
    """Length of a clip in seconds."""
    if "num_frames" in inputs:
        return float(inputs["num_frames"]) / clip_rate(model, inputs)
    seconds = float(inputs.get("duration", USUAL_SECONDS))
    return seconds if seconds > 0 else USUAL_SECONDS


def picture_count(inputs: Json) -> int:
    """How many pictures are asked for."""
    if inputs.get("sequential_image_generation") == "auto":
        return int(inputs.get("max_images", 1))
    return int(inputs.get("num_outputs", 1))


def megapixels(*sizes: Size) -> int:
    """Whole megapixels of 1024 x 1024 pixels in all pictures together, rounded up as they are billed."""
    return math.ceil(sum(width * height for width, height in sizes) / MEGAPIXEL)


def _multiple(side: float, step: int) -> int:
    return max(step, round(side / step) * step)
