"""Does what a prediction asks for, with the rehearsal artists."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from dailies.standin import artists
from dailies.standin.replicate import sizes
from dailies.standin.replicate.catalog import CatalogModel, Json
from dailies.standin.replicate.segment import find_thing
from dailies.standin.replicate.sizes import Size
from dailies.standin.replicate.sources import Sources
from dailies.standin.speech import MEDIA_TYPES, AudioFormat, encode_sound, seconds_of, spoken

START_FIELDS = ("image", "start_image", "first_frame_image")
END_FIELDS = ("last_image", "last_frame_image", "last_frame", "end_image")
REFERENCE_FIELDS = ("input_images", "image_input", "input_image", "reference_images", "style_reference_images")
VAE_QUALITY = 93
"""JPEG quality of the loss that a real model's encoder and decoder bring, outside the mask too."""
FORMATS: dict[str, artists.PictureFormat] = {"jpg": "jpeg", "png": "png", "webp": "webp"}
SOUND_FORMATS: dict[str, AudioFormat] = {"ogg_opus": "opus", **{form: form for form in MEDIA_TYPES}}


class ModelFailed(Exception):
    """The model can't do it. The message is the prediction's error."""


@dataclass(frozen=True)
class Made:
    """One file of an output."""

    name: str
    data: bytes
    media_type: str


@dataclass(frozen=True)
class Outcome:
    """Files, and what is counted of them: unit -> how much."""

    files: tuple[Made, ...]
    quantity: Mapping[str, float]


@dataclass(frozen=True)
class Task:
    """A model with all its inputs and the pictures among them. ``files``: bytes by URL."""

    model: CatalogModel
    inputs: Json
    files: Mapping[str, bytes]
    seed: int
    scale: float

    @property
    def prompt(self) -> str:
        """What to make."""
        return str(self.inputs.get("prompt", ""))

    def file(self, *names: str) -> bytes | None:
        """The file behind the first of these inputs that is given."""
        return next((self.files[str(self.inputs[name])] for name in names if self.inputs.get(name)), None)

    def references(self) -> list[bytes]:
        """Every reference picture."""
        named = [self.inputs.get(name) or [] for name in REFERENCE_FIELDS]
        return [self.files[url] for urls in named for url in ([urls] if isinstance(urls, str) else urls)]


async def prepared(model: CatalogModel, given: Json, seed: int, scale: float, sources: Sources) -> Task:
    """Fetch everything the inputs name. Raises InputUnavailable, ModelFailed."""
    inputs = model.with_defaults(given)
    _check_together(model.name, inputs)
    urls = [url for name, rule in model.schemas["Input"]["properties"].items() for url in _urls(inputs.get(name), rule)]
    files = {url: await sources.fetch(url) for url in urls}
    return Task(model, inputs, files, int(inputs.get("seed") or seed), scale)


def _urls(value: object, rule: Json) -> list[str]:
    if rule.get("format") == "uri" and isinstance(value, str):
        return [value]
    if rule.get("items", {}).get("format") == "uri" and isinstance(value, list):
        return [str(each) for each in value]
    return []


def _check_together(name: str, inputs: Json) -> None:
    """Inputs that the schema allows one by one, and the model refuses together."""
    has = {field for field, value in inputs.items() if value}
    frames = has & {*START_FIELDS, *END_FIELDS}
    if name.startswith("kwaivgi/") and "end_image" in has and "start_image" not in has:
        raise ModelFailed("end_image requires start_image to be provided.")
    if (
        name == "bytedance/seedance-2.0"
        and frames
        and has & {"reference_images", "reference_videos", "reference_audios"}
    ):
        raise ModelFailed("First/last frame images cannot be combined with reference inputs.")
    if name == "google/veo-3.1-lite" and inputs.get("resolution") == "1080p" and inputs.get("duration") != 8:
        raise ModelFailed("1080p is only supported for a duration of 8 seconds.")
    if name == "minimax/hailuo-02" and inputs.get("duration") == 10 and inputs.get("resolution") != "768p":
        raise ModelFailed("10 seconds is only available for 768p resolution.")


def expected(task: Task) -> Mapping[str, float]:
    """What a success would count, worked out before anything is made."""
    inputs, kind = task.inputs, task.model.acting.kind
    if kind == "video":
        return {"video": 1, "second": round(sizes.clip_seconds(task.model, inputs), 3)}
    if kind == "speech":
        return {"character": len(str(inputs["text"]))}
    if kind == "segment":
        return {"image": 4}
    count = sizes.picture_count(inputs)
    taken_in = [artists.picture_size(picture) for picture in task.references()]
    return {"image": count, "megapixel": sizes.megapixels(*taken_in, *[_picture_size(task)] * count)}


async def make(task: Task, progress: Callable[[float], None]) -> Outcome:
    """Do the work. Raises ModelFailed, UnreadablePicture, ProviderError, and whatever ``progress`` raises."""
    kind = task.model.acting.kind
    files: tuple[Made, ...]
    if kind == "video":
        files = (await _clip(task, progress),)
    elif kind == "speech":
        return await asyncio.to_thread(_line, task)
    elif kind == "segment":
        files = await asyncio.to_thread(_masks, task)
    else:
        files = await _pictures(task, progress)
    return Outcome(files, expected(task))


def _picture_size(task: Task) -> Size:
    source = task.file("image")
    if task.model.acting.kind == "inpaint" and source is not None:
        return sizes.repainted_size(task.model, task.inputs, artists.picture_size(source))
    first = (*task.references(), source)[0] if task.references() or source else None
    return sizes.drawn_size(task.inputs, artists.picture_size(first) if first else None)


async def _pictures(task: Task, progress: Callable[[float], None]) -> tuple[Made, ...]:
    count, size = sizes.picture_count(task.inputs), _picture_size(task)
    extension = str(task.inputs.get("output_format", "png" if task.model.acting.kind == "inpaint" else "jpg"))
    form = FORMATS[extension]
    files: list[Made] = []
    for number in range(count):

        def share(done: float, number: int = number) -> None:
            progress((number + done) / count)

        each = replace(task, seed=(task.seed + number) % 2**31)
        if task.model.acting.kind == "inpaint" and task.file("image") is not None:
            picture = await _repainted(each, size, share)
        else:
            picture = await artists.draw(task.prompt, size, each.seed, task.scale, share)
        quality = int(task.inputs.get("output_quality", 90)) or 1
        name = f"out-{number}.{extension}" if task.model.gives_list else f"tmp{task.seed:08x}.{extension}"
        files.append(Made(name, artists.encoded(picture, form, quality), f"image/{form}"))
    return tuple(files)


async def _repainted(task: Task, size: Size, progress: Callable[[float], None]) -> bytes:
    image = artists.opened(task.file("image") or b"")
    given = task.file("mask")
    if given is not None:
        mask = artists.opened(given).convert("L")
        if mask.size != image.size and task.model.name == "black-forest-labs/flux-fill-pro":
            raise ModelFailed(f"Mask size {mask.size} must match image size {image.size}.")
        mask = mask.resize(image.size)
    elif "A" in image.getbands():
        mask = image.getchannel("A").point([255 - level for level in range(256)])
    else:
        raise ModelFailed("A mask is needed: pass one, or an image with an alpha channel.")
    if task.model.acting.mask == "black":
        mask = mask.point([255 - level for level in range(256)])
    # A model's encoder and decoder change every pixel a little.
    lossy = artists.saved(image.convert("RGB").resize(size, Image.Resampling.LANCZOS), "jpeg", VAE_QUALITY)
    picture = artists.encoded(lossy, "png")
    return await artists.repaint(picture, artists.saved(mask.resize(size), "png"), task.prompt, task.seed, progress)


async def _clip(task: Task, progress: Callable[[float], None]) -> Made:
    start, end, inputs = task.file(*START_FIELDS), task.file(*END_FIELDS), task.inputs
    size = sizes.clip_size(inputs, artists.picture_size(start) if start else None)
    if start is None:
        start = await artists.draw(task.prompt, size, task.seed, task.scale, lambda done: progress(done * 0.2))
    rate = 30 if inputs.get("interpolate_output") else sizes.clip_rate(task.model, inputs)
    seconds = sizes.clip_seconds(task.model, inputs)
    data = await artists.animate(task.prompt, start, end, seconds, size, rate, task.seed, task.scale, progress)
    return Made("output.mp4" if task.model.official else "out.mp4", data, "video/mp4")


def _line(task: Task) -> Outcome:
    text, inputs = str(task.inputs["text"]), task.inputs
    speed = float(inputs.get("speaking_rate") or inputs.get("speed") or 1.0)
    sound = spoken(re.sub(r"<#[\d.]+#>", ", ", text), str(inputs.get("voice_id", "")), max(0.25, speed))
    named = str(inputs.get("audio_format", "mp3"))
    form = SOUND_FORMATS[named]
    made = Made(f"speech.{'ogg' if form == 'opus' else form}", encode_sound(sound, form), MEDIA_TYPES[form])
    return Outcome((made,), {"character": len(text), "second": seconds_of(sound)})


def _masks(task: Task) -> tuple[Made, ...]:
    """Four pictures, as grounded_sam gives them: the mask is the third."""
    source = task.file("image") or b""
    mask = find_thing(source, str(task.inputs.get("mask_prompt", "")), int(task.inputs.get("adjustment_factor", 0)))
    rgb = np.asarray(artists.opened(source).convert("RGB"))
    shown = np.where(mask[..., None] > 0, (rgb * 0.5 + np.array([0, 128, 0])).astype(np.uint8), rgb)
    named = {
        "annotated_picture_mask": shown,
        "neg_annotated_picture_mask": rgb,
        "mask": mask,
        "inverted_mask": 255 - mask,
    }
    return tuple(
        Made(f"{name}.jpg", artists.saved(Image.fromarray(pixels), "jpeg"), "image/jpeg")
        for name, pixels in named.items()
    )
