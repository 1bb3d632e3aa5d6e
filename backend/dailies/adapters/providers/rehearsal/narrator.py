"""A scratch voice for rehearsals: good for timing, free, and only there where espeak-ng is installed."""

from __future__ import annotations

import asyncio

from dailies.domain.delivery import SpokenWord
from dailies.domain.errors import DailiesError, ProviderError
from dailies.media.speech_local import NAME, say
from dailies.ports import Progress, SpeechRequest, SpeechResult


class RehearsalNarrator:
    """Says lines on this machine."""

    name = "rehearsal"

    async def say(self, request: SpeechRequest, progress: Progress) -> SpeechResult:
        """Write WAV to the request's output. Raises ProviderError ``voice_missing`` where espeak-ng is not installed,
        ``speech_failed`` for a voice it does not know."""
        progress(0.0)
        voice = request.voice or request.language
        try:
            said = await asyncio.to_thread(say, request.text, request.output, voice, request.speed)
        except DailiesError as error:
            raise ProviderError(str(error), code=error.code, retryable=False) from error
        if said is None:
            sentence = "There is no scratch voice on this machine. Install espeak-ng, or choose a model for narration."
            raise ProviderError(sentence, code="voice_missing", retryable=False)
        progress(1.0)
        words = tuple(SpokenWord(word.start_s, word.end_s, word.text) for word in said.words)
        return SpeechResult(NAME, said.seconds, words=words)
