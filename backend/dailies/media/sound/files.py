"""Sound from files of any kind, and to WAV files."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from dailies.domain.errors import DailiesError
from dailies.media.sound.signal import RATE, Sound

PEAKS_PER_SECOND = 100
BLOCK = 1 << 16


def sound_blocks(path: Path) -> Iterator[Sound]:
    """The first sound track of a file, piece by piece, as 48 kHz stereo. One voice comes from both sides.

    It begins where the file's clock begins: a track that starts late begins with silence, one whose encoder put
    samples before the start is cut there. Raises DailiesError ``sound_unreadable``.
    """
    try:
        with av.open(str(path)) as container:
            if not container.streams.audio:
                raise _unreadable()
            stream = container.streams.audio[0]
            resampler = av.AudioResampler(format="fltp", layout="stereo", rate=RATE)
            begun = False
            skip = 0
            for frame in container.decode(stream):
                if not begun:
                    begun, skip = True, -round((frame.time or 0.0) * RATE)
                    if skip < 0:
                        yield np.zeros((2, -skip), np.float32)
                for piece in resampler.resample(frame):
                    block = piece.to_ndarray().astype(np.float32, copy=False)
                    dropped = max(0, min(skip, block.shape[1]))
                    skip -= dropped
                    if block.shape[1] > dropped:
                        yield block[:, dropped:]
            for piece in resampler.resample(None):
                if piece.samples:
                    yield piece.to_ndarray().astype(np.float32, copy=False)
    except av.FFmpegError as error:
        raise _unreadable() from error


def read_sound(path: Path, most_s: float | None = None) -> Sound:
    """The first sound track of a file, at most its first ``most_s`` seconds; as ``sound_blocks``.

    Raises DailiesError ``sound_unreadable``, for silence of no length too.
    """
    most = None if most_s is None else round(most_s * RATE)
    blocks: list[Sound] = []
    held = 0
    for block in sound_blocks(path):
        blocks.append(block)
        held += block.shape[1]
        if most is not None and held >= most:
            break
    if not held:
        raise _unreadable()
    return np.concatenate(blocks, axis=1)[:, :most]


def write_wav(path: Path, sound: Sound) -> None:
    """Write a sound as 24-bit stereo PCM, 48 kHz; whole or not at all. Values beyond -1 to 1 are clipped."""
    part = path.with_name(path.name + ".part")
    try:
        with wave.open(str(part), "wb") as file:
            file.setnchannels(2)
            file.setsampwidth(3)
            file.setframerate(RATE)
            for start in range(0, sound.shape[1], BLOCK):
                file.writeframes(_pcm24(sound[:, start : start + BLOCK]))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def peaks(sound: Sound, per_second: int = PEAKS_PER_SECOND) -> list[tuple[float, float]]:
    """The lowest and highest value of both sides in each hundredth of a second, to draw a waveform from.

    ``per_second``: how many pairs; a divisor of 48000. The last pair may stand for less time.
    """
    size = RATE // per_second
    count = -(-sound.shape[1] // size)
    padded = np.zeros((2, count * size), np.float32)
    padded[:, : sound.shape[1]] = sound
    steps = padded.reshape(2, count, size)
    low, high = steps.min(axis=(0, 2)), steps.max(axis=(0, 2))
    return [(round(float(a), 4), round(float(b), 4)) for a, b in zip(low, high, strict=True)]


def _pcm24(sound: npt.NDArray[np.float32]) -> bytes:
    whole = np.clip(np.rint(sound.T.astype(np.float64) * 8_388_607), -8_388_608, 8_388_607).astype("<i4")
    return whole.reshape(-1, 1).view(np.uint8).reshape(-1, 4)[:, :3].tobytes()


def _unreadable() -> DailiesError:
    return DailiesError("That file has no sound that can be read.", code="sound_unreadable")
