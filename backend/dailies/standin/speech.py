"""Spoken lines: espeak-ng where it is installed, else a hum with the rhythm of the words."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import wave
from typing import Literal

import av
import numpy as np
import numpy.typing as npt

Sound = npt.NDArray[np.int16]
"""Mono samples at SPEECH_RATE."""
AudioFormat = Literal["wav", "mp3", "flac", "opus", "aac", "pcm"]
SPEECH_RATE = 24_000
LETTERS_A_SECOND = 15.0
WORDS_A_MINUTE = 165
MEDIA_TYPES: dict[AudioFormat, str] = {
    "wav": "audio/wav",
    "mp3": "audio/mpeg",
    "flac": "audio/flac",
    "opus": "audio/ogg",
    "aac": "audio/aac",
    "pcm": "audio/pcm",
}
_CODECS: dict[AudioFormat, tuple[str, str, int]] = {
    "mp3": ("mp3", "libmp3lame", SPEECH_RATE),
    "flac": ("flac", "flac", SPEECH_RATE),
    "opus": ("ogg", "libopus", 48_000),
    "aac": ("adts", "aac", SPEECH_RATE),
}


def spoken(text: str, voice: str, speed: float) -> Sound:
    """The text as sound. ``speed``: 0.25 to 4; ``voice`` decides the pitch."""
    pitch = 30 + sum(voice.encode()) % 40
    program = shutil.which("espeak-ng")
    if program is None:
        return _hum(text, 90.0 + 2 * pitch, speed)
    words = str(max(80, min(450, round(WORDS_A_MINUTE * speed))))
    command = [program, "--stdout", "-s", words, "-p", str(pitch), "--stdin"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True, timeout=60)
    return _resampled(done.stdout)


def encode_sound(sound: Sound, form: AudioFormat) -> bytes:
    """Sound as a file. ``pcm`` is raw 16-bit little-endian."""
    if form == "pcm":
        return sound.astype("<i2").tobytes()
    out = io.BytesIO()
    if form == "wav":
        with wave.open(out, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(SPEECH_RATE)
            file.writeframes(sound.astype("<i2").tobytes())
        return out.getvalue()
    container_name, codec, rate = _CODECS[form]
    with av.open(out, "w", format=container_name) as container:
        stream = container.add_stream(codec, rate=rate, layout="mono")
        # PyAV's types don't tell sound streams from others when the codec is named by a variable.
        if not isinstance(stream, av.AudioStream):
            raise TypeError(f"{codec} is not a sound codec")
        frame = av.AudioFrame.from_ndarray(sound[None, :], format="s16", layout="mono")
        frame.sample_rate = SPEECH_RATE
        # The encoder takes its own sample format and frame length.
        resampler = av.AudioResampler(
            stream.codec_context.format, "mono", rate, frame_size=stream.codec_context.frame_size or 1024
        )
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return out.getvalue()


def seconds_of(sound: Sound) -> float:
    """Length in seconds, to the millisecond."""
    return round(len(sound) / SPEECH_RATE, 3)


def _resampled(data: bytes) -> Sound:
    resampler = av.AudioResampler("s16", "mono", SPEECH_RATE)
    with av.open(io.BytesIO(data), "r") as container:
        frames = [part for frame in container.decode(audio=0) for part in resampler.resample(frame)]
    frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray().ravel() for frame in frames]).astype(np.int16)


def _hum(text: str, pitch: float, speed: float) -> Sound:
    """One swelling tone a syllable, falling at the end of a sentence, silent between words."""
    parts: list[npt.NDArray[np.float32]] = []
    for word in re.findall(r"[\w']+|[.,;:!?…]", text) or ["…"]:
        if not re.match(r"\w", word):
            parts.append(np.zeros(round(SPEECH_RATE * 0.18 / speed), np.float32))
            continue
        for piece in re.findall(r"[^aeiouyäöü]*[aeiouyäöü]+|[^aeiouyäöü]+$", word.lower()):
            parts.append(_syllable(piece, pitch, len(piece) / LETTERS_A_SECOND / speed))
        parts.append(np.zeros(round(SPEECH_RATE * 0.05 / speed), np.float32))
    return (np.concatenate(parts) * 12_000).astype(np.int16)


def _syllable(piece: str, pitch: float, seconds: float) -> npt.NDArray[np.float32]:
    count = max(64, round(seconds * SPEECH_RATE))
    time = np.arange(count, dtype=np.float32) / SPEECH_RATE
    tone = pitch * (1 + 0.06 * (sum(piece.encode()) % 5 - 2))
    voice = sum(np.sin(2 * np.pi * tone * harmonic * time) / harmonic for harmonic in range(1, 6))
    return np.asarray(voice * np.sin(np.pi * np.arange(count) / count) ** 0.6 / 2, np.float32)
