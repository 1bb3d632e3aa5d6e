"""Image generations and edits: parameters, masks, pictures as base64, usage."""

from __future__ import annotations

import asyncio
import base64
import math
import re
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import uuid4

from fastapi import Response
from fastapi.responses import StreamingResponse
from starlette.datastructures import FormData, UploadFile

from dailies.domain.errors import DailiesError
from dailies.standin import artists
from dailies.standin.artists import PictureFormat, UnreadablePicture
from dailies.standin.openai import errors, parameters
from dailies.standin.openai.chat import sse
from dailies.standin.openai.gate import Gate
from dailies.standin.openai.models import ServedModel
from dailies.standin.openai.parameters import refuse_unknown
from dailies.standin.openai.talk import Json, tokens_in
from dailies.standin.wire import json_answer

FIXED_SIZES = ((1024, 1024), (1536, 1024), (1024, 1536))
LONGEST, SHORTEST_OF_LONGEST = 3840, 2160
MOST_RATIO = 3.0
MOST_PROMPT = 32_000
MOST_PICTURES = 16
MOST_PICTURE_BYTES = 50 * 1024 * 1024
MOST_MASK_BYTES = 4 * 1024 * 1024
QUALITY_TOKENS = {"low": 272, "medium": 1056, "high": 4160, "xhigh": 6240, "max": 8320}
"""Output tokens of 1024 x 1024 pixels."""
PARTIAL_TOKENS = 100


@dataclass(frozen=True)
class PictureAsk:
    """A request. ``pictures``: given ones, the first is the one edited; ``mask``: PNG with alpha 0 to repaint."""

    model: ServedModel
    prompt: str
    count: int
    size: tuple[int, int]
    quality: str
    form: PictureFormat
    background: str
    partials: int = 0
    stream: bool = False
    pictures: tuple[bytes, ...] = ()
    mask: bytes | None = None
    compression: int = field(default=90)

    @property
    def usage(self) -> Json:
        """Token counts."""
        text = tokens_in(self.prompt)
        seen = sum(math.ceil(math.prod(artists.picture_size(each)) / 1024) for each in self.pictures)
        area = math.prod(self.size) / (1024 * 1024)
        made = self.count * (math.ceil(QUALITY_TOKENS[self.quality] * area) + PARTIAL_TOKENS * self.partials)
        return {
            "input_tokens": text + seen,
            "input_tokens_details": {"text_tokens": text, "image_tokens": seen},
            "output_tokens": made,
            "output_tokens_details": {"text_tokens": 0, "image_tokens": made},
            "total_tokens": text + seen + made,
        }

    @property
    def quantity(self) -> dict[str, float]:
        """Billed units."""
        details = self.usage["input_tokens_details"]
        return {
            "input_token": details["text_tokens"],
            "image_input_token": details["image_tokens"],
            "image_output_token": self.usage["output_tokens"],
        }


class ImageEndpoint:
    """Answers generations and edits."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    async def generate(self, body: Json, faults: frozenset[str]) -> Response:
        """Draw. Raises OpenAIError."""
        refuse_unknown(body, parameters.GENERATION)
        return await self._answer(self._ask(body, (), None), "image_generation", faults)

    async def edit(self, form: FormData, faults: frozenset[str]) -> Response:
        """Repaint, or draw with given pictures. Raises OpenAIError."""
        refuse_unknown(form, parameters.EDIT)
        pictures = await _pictures(form)
        mask = await _mask(form, pictures[0])
        fields: Json = {name: value for name, value in form.items() if isinstance(value, str)}
        return await self._answer(self._ask(fields, pictures, mask), "image_edit", faults)

    def _ask(self, given: Json, pictures: tuple[bytes, ...], mask: bytes | None) -> PictureAsk:
        model = self._gate.served(given.get("model"), "image")
        prompt = given.get("prompt")
        if not isinstance(prompt, str) or not prompt.strip():
            raise errors.missing("prompt")
        if len(prompt) > MOST_PROMPT:
            message = f"Invalid 'prompt': string too long. Expected a string with maximum length {MOST_PROMPT}."
            raise errors.invalid("prompt", message, "string_above_max_length")
        form = _one_of(given, "output_format", ("png", "jpeg", "webp"), "png")
        quality = _one_of(given, "quality", (*QUALITY_TOKENS, "auto"), "auto")
        background = _one_of(given, "background", ("transparent", "opaque", "auto"), "auto")
        _one_of(given, "moderation", ("low", "auto"), "auto")
        return PictureAsk(
            model,
            prompt,
            _number(given, "n", 1, 1, 10),
            _size(str(given.get("size") or "auto"), model, pictures),
            "medium" if quality == "auto" else quality,
            cast(PictureFormat, form),
            "transparent" if background == "transparent" else "opaque",
            _number(given, "partial_images", 0, 0, 3),
            str(given.get("stream", "")).lower() == "true",
            pictures,
            mask,
            _number(given, "output_compression", 90, 0, 100),
        )

    async def _answer(self, ask: PictureAsk, word: str, faults: frozenset[str]) -> Response:
        if "moderation_blocked" in faults:
            message = "Your request was rejected by the safety system."
            raise errors.OpenAIError(400, message, type="image_generation_user_error", code="moderation_blocked")
        self._gate.spend_tokens(ask.usage["input_tokens"])
        standin, begun = self._gate.standin, time.monotonic()
        drawn = [base64.b64encode(await self._made(ask)).decode() for _ in range(ask.count)]
        if "broken_image" in faults:
            drawn = [each[: len(each) // 8 * 4] for each in drawn]
        self._gate.bill(ask.model.name, f"img_{uuid4().hex}", ask.quantity, {}, f"{ask.count} {ask.form} {ask.quality}")
        took = standin.settings.latency_of("image", ask.model.name).draw(standin.dice.draw(f"latency {ask.model.name}"))
        await asyncio.sleep(max(0.0, took * standin.settings.time_scale - (time.monotonic() - begun)))
        about: Json = {
            "created": int(time.time()),
            "background": ask.background,
            "output_format": ask.form,
            "quality": ask.quality,
            "size": f"{ask.size[0]}x{ask.size[1]}",
        }
        usage: Json = {} if "no_usage" in faults else {"usage": ask.usage}
        if ask.stream:
            return StreamingResponse(_streamed(ask, drawn[0], word, about, usage), media_type="text/event-stream")
        return json_answer(about | {"data": [{"b64_json": each} for each in drawn]} | usage)

    async def _made(self, ask: PictureAsk) -> bytes:
        standin = self._gate.standin
        seed, scale = standin.dice.number(f"seed {ask.model.name}"), standin.settings.picture_scale
        if ask.mask is None:
            picture = await artists.draw(ask.prompt, ask.size, seed, scale, _unwatched)
        else:
            size = artists.scaled(ask.size, scale, 8)
            image = artists.saved(artists.opened(ask.pictures[0]).convert("RGB").resize(size), "png")
            alpha = artists.opened(ask.mask).getchannel("A").point([255] + [0] * 255)
            mask = artists.saved(alpha.resize(size), "png")
            try:
                picture = await artists.repaint(image, mask, ask.prompt, seed, _unwatched)
            except DailiesError as error:
                raise errors.invalid("mask", f"Invalid mask image: {error}", "invalid_mask_image") from error
        return artists.encoded(picture, ask.form, max(1, ask.compression))


async def _streamed(ask: PictureAsk, picture: str, word: str, about: Json, usage: Json) -> AsyncIterator[str]:
    common = {"created_at": about["created"], **{key: value for key, value in about.items() if key != "created"}}
    for number in range(ask.partials):
        kind = f"{word}.partial_image"
        yield sse({"type": kind, **common, "b64_json": picture, "partial_image_index": number}, kind)
    kind = f"{word}.completed"
    yield sse({"type": kind, **common, "b64_json": picture, **usage}, kind)


async def _pictures(form: FormData) -> tuple[bytes, ...]:
    files = [each for name in ("image", "image[]") for each in form.getlist(name)]
    if not files:
        raise errors.missing("image")
    if len(files) > MOST_PICTURES:
        raise errors.invalid("image", f"Invalid 'image': array too long. Expected at most {MOST_PICTURES} images.")
    return tuple([await _file(each, "image", MOST_PICTURE_BYTES) for each in files])


async def _mask(form: FormData, picture: bytes) -> bytes | None:
    given = form.get("mask")
    if given is None:
        return None
    data = await _file(given, "mask", MOST_MASK_BYTES)
    mask = artists.opened(data)
    if mask.format != "PNG":
        raise errors.invalid("mask", "Invalid mask image: the mask must be a PNG.", "invalid_mask_image")
    if "A" not in mask.getbands():
        raise errors.invalid(
            "mask", "Invalid mask image format - mask image missing alpha channel", "invalid_mask_image_format"
        )
    if mask.size != artists.picture_size(picture):
        message = "Invalid mask image format - mask size does not match image size"
        raise errors.invalid("mask", message, "invalid_mask_image_format")
    return data


async def _file(given: UploadFile | str, param: str, most: int) -> bytes:
    if not isinstance(given, UploadFile):
        raise errors.invalid(
            param, f"Invalid type for '{param}': expected a file, but got a string instead.", "invalid_type"
        )
    data = await given.read()
    if len(data) > most:
        raise errors.invalid(param, f"Invalid {param}: the file is too large.", "image_too_large")
    try:
        artists.opened(data)
    except UnreadablePicture as error:
        message = f"Invalid image file or mode for {param}, please check your image file."
        raise errors.invalid(param, message, "invalid_image_file") from error
    return data


def _size(text: str, model: ServedModel, pictures: tuple[bytes, ...]) -> tuple[int, int]:
    if text == "auto":
        return _like(artists.picture_size(pictures[0]), model) if pictures else FIXED_SIZES[0]
    found = re.fullmatch(r"(\d+)x(\d+)", text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    allowed = _free(size) if model.sizes == "free" else size in FIXED_SIZES
    if not allowed:
        hint = "1024x1024, 1536x1024, 1024x1536 or auto" if model.sizes == "fixed" else "WIDTHxHEIGHT, multiples of 16"
        raise errors.invalid("size", f"Invalid value: '{text}'. Supported values are: {hint}.")
    return size


def _free(size: tuple[int, int]) -> bool:
    short, long = sorted(size)
    fits = 16 <= short <= SHORTEST_OF_LONGEST and long <= LONGEST and long <= MOST_RATIO * short
    return fits and not any(side % 16 for side in size)


def _like(size: tuple[int, int], model: ServedModel) -> tuple[int, int]:
    """The size allowed that is most like a given picture's."""
    if model.sizes == "fixed":
        return min(FIXED_SIZES, key=lambda each: abs(each[0] / each[1] - size[0] / size[1]))
    width, height = (max(16, round(side / 16) * 16) for side in size)
    return width, height


def _one_of(given: Json, name: str, allowed: tuple[str, ...], usual: str) -> str:
    value = given.get(name) or usual
    if value not in allowed:
        listed = ", ".join(f"'{each}'" for each in allowed)
        raise errors.invalid(name, f"Invalid value: '{value}'. Supported values are: {listed}.")
    return str(value)


def _number(given: Json, name: str, usual: int, low: int, high: int) -> int:
    value: Any = given.get(name)
    try:
        number = usual if value is None else int(value)
    except (TypeError, ValueError):
        number = low - 1
    if not low <= number <= high:
        raise errors.invalid(
            name, f"Invalid '{name}': expected an integer from {low} to {high}.", "integer_out_of_range"
        )
    return number


def _unwatched(_: float) -> None:
    """Nobody watches the artist."""
