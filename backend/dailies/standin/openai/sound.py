"""Speech."""

from __future__ import annotations

import asyncio
import base64
import time
from collections.abc import AsyncIterator
from typing import cast
from uuid import uuid4

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from dailies.standin.openai import errors, parameters
from dailies.standin.openai.chat import sse
from dailies.standin.openai.gate import Gate
from dailies.standin.openai.talk import Json, tokens_in
from dailies.standin.speech import MEDIA_TYPES, AudioFormat, encode_sound, seconds_of, spoken
from dailies.standin.wire import cut

MOST_CHARACTERS = 4096
VOICES = frozenset("alloy ash ballad coral echo fable onyx nova sage shimmer verse marin cedar".split())
CHUNK = 4096


class SpeechEndpoint:
    """Answers ``audio/speech``."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    async def say(self, request: Request, body: Json, faults: frozenset[str]) -> Response:
        """Say a text in chunks. Raises OpenAIError."""
        parameters.refuse_unknown(body, parameters.SPEECH)
        model = self._gate.served(body.get("model"), "speech")
        text, voice, form, speed = _checked(body)
        standin, begun = self._gate.standin, time.monotonic()
        sound = await asyncio.to_thread(spoken, text, voice, speed)
        data = await asyncio.to_thread(encode_sound, sound, form)
        quantity: dict[str, float] = {"character": len(text), "second": seconds_of(sound)}
        self._gate.bill(model.name, f"aud_{uuid4().hex}", quantity, {}, f"{form} by {voice}")
        took = standin.settings.latency_of("speech", model.name).draw(standin.dice.draw(f"latency {model.name}"))
        await asyncio.sleep(max(0.0, took * standin.settings.time_scale - (time.monotonic() - begun)))
        if body.get("stream_format") == "sse":
            return StreamingResponse(_events(data, text), media_type="text/event-stream")
        return StreamingResponse(_chunks(request, data, "speech_cut" in faults), media_type=MEDIA_TYPES[form])


def _checked(body: Json) -> tuple[str, str, AudioFormat, float]:
    text, voice = body.get("input"), body.get("voice")
    if not isinstance(text, str) or not text.strip():
        raise errors.missing("input")
    if len(text) > MOST_CHARACTERS:
        message = f"Invalid 'input': string too long. Expected a string with maximum length {MOST_CHARACTERS}."
        raise errors.invalid("input", message, "string_above_max_length")
    if voice not in VOICES:
        raise errors.invalid("voice", f"Invalid value: '{voice}'. Supported values are: {', '.join(sorted(VOICES))}.")
    form = body.get("response_format") or "mp3"
    if form not in MEDIA_TYPES:
        raise errors.invalid(
            "response_format", f"Invalid value: '{form}'. Supported values are: {', '.join(MEDIA_TYPES)}."
        )
    speed = body.get("speed", 1.0)
    if not isinstance(speed, int | float) or not 0.25 <= speed <= 4:
        raise errors.invalid("speed", "Invalid 'speed': expected a number from 0.25 to 4.", "decimal_out_of_range")
    return text, str(voice), cast(AudioFormat, form), float(speed)


async def _chunks(request: Request, data: bytes, cut_half: bool) -> AsyncIterator[bytes]:
    end = len(data) // 2 if cut_half else len(data)
    for start in range(0, end, CHUNK):
        yield data[start : min(end, start + CHUNK)]
    if cut_half:
        await cut(request.scope)


async def _events(data: bytes, text: str) -> AsyncIterator[str]:
    for start in range(0, len(data), CHUNK):
        audio = base64.b64encode(data[start : start + CHUNK]).decode()
        yield sse({"type": "speech.audio.delta", "audio": audio})
    heard, said = tokens_in(text), len(data) // CHUNK + 1
    usage = {"input_tokens": heard, "output_tokens": said, "total_tokens": heard + said}
    yield sse({"type": "speech.audio.done", "usage": usage})
