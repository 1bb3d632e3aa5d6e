"""A scratch voice: espeak-ng where it is installed. It is good for timing, and for nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from dailies.domain.errors import DailiesError
from dailies.media.captions import Word

NAME = "espeak-ng"
WORDS_PER_MINUTE = 160
MOST_CHARACTERS = 4096
TIMEOUT_S = 60


@dataclass(frozen=True)
class ScratchSpeech:
    """What was said: a mono 16-bit WAV at ``path``, ``seconds`` long; ``words``: when each is said."""

    path: Path
    seconds: float
    words: tuple[Word, ...]


def say(text: str, output: Path, voice: str = "en", speed: float = 1.0) -> ScratchSpeech | None:
    """Say a text into a WAV file; None, and no file, where espeak-ng is not installed.

    ``voice``: a name espeak-ng knows ("en", "en-us", "de"); ``speed``: 0.5 to 2. Blocks for about a hundredth of the
    speech's length. Raises DailiesError ``speech_failed`` for an unknown voice or a text of more than 4,096 characters.
    """
    text = " ".join(text.split())
    if not text or len(text) > MOST_CHARACTERS:
        raise DailiesError("There is nothing to say, or too much at once.", code="speech_failed")
    asked = {"text": text, "voice": voice, "words_per_minute": round(WORDS_PER_MINUTE * speed), "output": str(output)}
    command = [sys.executable, "-m", "dailies.media.speech_process"]
    done = subprocess.run(
        command, input=json.dumps(asked), capture_output=True, text=True, timeout=TIMEOUT_S, check=False
    )
    if done.returncode == 3:
        return None
    if done.returncode or not output.is_file():
        raise DailiesError(f"The scratch voice “{voice}” could not say this.", code="speech_failed")
    told = json.loads(done.stdout)
    return ScratchSpeech(output, told["seconds"], _words(text, told["words"], told["seconds"]))


def _words(text: str, told: list[tuple[float, int, int]], seconds: float) -> tuple[Word, ...]:
    """The text's own words, each from the first piece of it that was said ("1984" is three to the voice) to the next
    word; a dash, which is not said at all, takes no time."""
    pieces: list[tuple[str, float | None]] = []
    at = 0
    for piece in text.split():
        first = text.index(piece, at)
        at = first + len(piece)
        pieces.append((piece, next((start for start, place, _ in told if first <= place < at), None)))
    words: list[Word] = []
    end = seconds
    for piece, start in reversed(pieces):
        begin = end if start is None else min(start, end)
        words.append(Word(begin, end, piece))
        end = begin
    return tuple(reversed(words))
