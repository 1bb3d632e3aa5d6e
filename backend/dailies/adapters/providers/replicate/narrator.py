"""Says lines."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np

from dailies.adapters.providers.replicate.prediction import urls_of
from dailies.adapters.providers.replicate.work import Hired, Unreadable
from dailies.domain.quantities import Terms, speech_quantities
from dailies.ports import Progress, SpeechRequest, SpeechResult

MOST_BYTES = 64 * 1024 * 1024
WHOLE = 0.9
"""Share of its announced length that a whole recording has at least."""


@dataclass(frozen=True)
class ReplicateNarrator(Hired):
    """A narrator. Any sound format of the vendor's comes out as WAV."""

    @property
    def name(self) -> str:
        """The vendor's id."""
        return self.model.vendor

    async def say(self, request: SpeechRequest, progress: Progress) -> SpeechResult:
        """Write PCM 16-bit WAV to ``request.output``. Raises InvalidInput before anything is sent, ProviderError,
        PaymentRequired."""
        chosen: Terms = {"voice": request.voice, "language": request.language, "speed": request.speed}
        terms: Terms = {"text": request.text}
        terms |= {term: value for term, value in chosen.items() if term in self.model.inputs and value}
        expected = speech_quantities(self.model, request.text, request.speed)
        done = await self.run("speech", terms, expected, progress)

        def read(paths: Sequence[Path]) -> float:
            return write_wav(paths[0], request.output)

        seconds = await self.fetch(done, lambda output: urls_of(output)[:1], read, MOST_BYTES, progress)
        progress(1.0)
        return SpeechResult(self.model.name, seconds, done.cost)


def write_wav(source: Path, output: Path) -> float:
    """Any sound file as PCM 16-bit WAV, mono or stereo, at its own rate; its seconds. Raises Unreadable."""
    try:
        with av.open(str(source)) as container:
            if not container.streams.audio:
                raise Unreadable("sent no sound")
            stream = container.streams.audio[0]
            announced = float(container.duration or 0) / av.time_base
            rate, channels = stream.codec_context.sample_rate, min(2, stream.codec_context.channels)
            resampler = av.AudioResampler("s16", "stereo" if channels == 2 else "mono", rate)
            decoded = [each for frame in container.decode(stream) for each in resampler.resample(frame)]
            decoded += resampler.resample(None)
    except (av.FFmpegError, ValueError) as error:
        raise Unreadable("sent no usable sound") from error
    # Packed samples: a frame may come with room to spare at its end.
    parts = [frame.to_ndarray().reshape(-1)[: frame.samples * channels] for frame in decoded]
    samples = np.concatenate(parts) if parts else np.zeros(0, np.int16)
    seconds = len(samples) / channels / rate
    if not samples.any():
        raise Unreadable("sent only silence")
    if seconds < announced * WHOLE:
        raise Unreadable("sent half a recording")
    with wave.open(str(output), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.astype("<i2").tobytes())
    return round(seconds, 3)
