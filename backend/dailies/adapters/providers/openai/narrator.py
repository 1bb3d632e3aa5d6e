"""Speech by the audio/speech dialect."""

from __future__ import annotations

import io
import wave
from dataclasses import dataclass

from dailies.adapters.calls.one_shot import OneShot, Outcome, Wasted
from dailies.adapters.providers.openai.client import Hired
from dailies.domain.errors import ProviderError
from dailies.domain.quantities import speech_quantities
from dailies.domain.registry import Unit
from dailies.ports import Progress, SpeechRequest, SpeechResult

USUAL_VOICE = "alloy"


@dataclass(frozen=True)
class OpenAiNarrator:
    """Says lines."""

    hired: Hired

    @property
    def name(self) -> str:
        """The vendor's id."""
        return self.hired.vendor

    async def say(self, request: SpeechRequest, progress: Progress) -> SpeechResult:
        """Write WAV to the request's output. Raises ProviderError, PaymentRequired."""
        model = self.hired.model
        terms: dict[str, object] = {"text": request.text, "voice": request.voice or USUAL_VOICE}
        if "speed" in model.inputs:
            terms["speed"] = request.speed
        fields = model.checked(terms)

        async def send() -> Outcome:
            async with self.hired.server.client() as client:
                answer = await client.audio.speech.create(model=model.name, **fields)  # type: ignore[arg-type]
                sound = await answer.aread()
            charged_for: dict[Unit, float] = {"call": 1, "character": len(request.text)}
            try:
                charged_for["second"] = seconds_of(sound)
            except (wave.Error, EOFError) as error:
                told = ProviderError(f"{model.title} sent no usable sound.", code="vendor_answer_bad", charged=True)
                raise Wasted(told, speech_quantities(model, request.text, request.speed)) from error
            return sound, charged_for

        progress(0.05)
        estimate = model.cost(speech_quantities(model, request.text, request.speed), terms)
        one_shot = OneShot(model, self.hired.journal, self.hired.gate)
        sound, cost = await one_shot.call("speech", fields, estimate, send, terms)
        request.output.write_bytes(sound)
        progress(1.0)
        return SpeechResult(model.name, seconds_of(sound), cost)


def seconds_of(sound: bytes) -> float:
    """Length of a WAV file. A streamed one may not know its own length: then the bytes are counted.

    Raises wave.Error or EOFError for what is no WAV.
    """
    with wave.open(io.BytesIO(sound)) as opened:
        width = opened.getnchannels() * opened.getsampwidth()
        frames = min(opened.getnframes(), len(sound) // width)
        return round(float(frames) / float(opened.getframerate()), 3)
