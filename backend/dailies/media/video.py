"""Films: what a file is, and pictures from it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import av
from PIL import Image

from dailies.domain.errors import DailiesError

JPEG_QUALITY = 92


@dataclass(frozen=True)
class FilmFacts:
    """What a film file is. ``fps``: frames a second; ``frames``: counted by the container; ``seconds``: of the
    pictures; ``sound_seconds``: of the sound, 0 without; ``faststart``: the index stands before the pictures."""

    width: int
    height: int
    fps: float
    frames: int
    seconds: float
    video_codec: str
    pixel_format: str
    audio_codec: str
    sound_seconds: float
    faststart: bool


def probe(path: Path) -> FilmFacts:
    """Read a film's facts. Raises DailiesError ``film_unreadable``."""
    try:
        with av.open(str(path)) as container:
            video = container.streams.video[0]
            sound = container.streams.audio[0] if container.streams.audio else None
            rate = float(video.average_rate or 24)
            frames = video.frames or sum(1 for _ in container.decode(video))
            return FilmFacts(
                video.codec_context.width,
                video.codec_context.height,
                rate,
                frames,
                frames / rate,
                video.codec_context.name,
                video.codec_context.pix_fmt or "",
                sound.codec_context.name if sound else "",
                float((sound.duration or 0) * sound.time_base) if sound and sound.time_base else 0.0,
                _is_faststart(path),
            )
    except (av.FFmpegError, IndexError) as error:
        raise _unreadable() from error


def first_frame(path: Path) -> bytes:
    """The first picture of a film, as JPEG. Raises DailiesError ``film_unreadable``."""
    return frame_at(path, 0.0)


def frame_at(path: Path, seconds: float) -> bytes:
    """The picture shown at a moment, as JPEG; past the end, the last one. Raises DailiesError ``film_unreadable``."""
    try:
        with av.open(str(path)) as container:
            video = container.streams.video[0]
            video.thread_type = "AUTO"
            base = float(video.time_base or 0)
            if seconds > 0 and base:
                container.seek(int(seconds / base), stream=video)
            shown = None
            for frame in container.decode(video):
                # Half a frame at 60 a second: a moment asked for in decimals still finds its own frame.
                if shown is not None and (frame.time or 0.0) > seconds + 1 / 120:
                    break
                shown = frame
            if shown is None:
                raise _unreadable()
            picture = Image.fromarray(shown.to_ndarray(format="rgb24"))
    except (av.FFmpegError, IndexError) as error:
        raise _unreadable() from error
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=JPEG_QUALITY)
    return out.getvalue()


def _is_faststart(path: Path) -> bool:
    with path.open("rb") as file:
        while head := file.read(8):
            size, kind = int.from_bytes(head[:4], "big"), head[4:]
            if kind in (b"moov", b"mdat") or size < 8:
                return kind == b"moov"
            file.seek(size - 8, io.SEEK_CUR)
    return False


def _unreadable() -> DailiesError:
    return DailiesError("That file is not a film.", code="film_unreadable")
