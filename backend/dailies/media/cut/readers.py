"""Frames of a clip by their number, each way of getting them the cheapest for its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import av
import numpy as np

from dailies.domain.errors import DailiesError
from dailies.media.encoder import HOUSE_FORMAT, TICKS, group_length
from dailies.media.planes import Plane, covered, decode_rgb, packed, planes_of
from dailies.media.sources import film_frames
from dailies.media.video import probe

STILLS = {".png", ".jpg", ".jpeg", ".webp"}


class Reader(Protocol):
    """A clip's frames, at the film's size and rate."""

    def frame(self, index: int) -> Plane:
        """The frame of this number from 0, past the end the last one; the array is not to be written to."""
        ...

    def close(self) -> None:
        """Let the file go."""
        ...


def is_still(path: Path) -> bool:
    """Whether a file is a picture and not a film, by its name; one without an ending is a film."""
    return path.suffix.lower() in STILLS


def is_house(path: Path, width: int, height: int, fps: int) -> bool:
    """Whether a film is in the house format at exactly this size and rate, by what its header says.

    Raises DailiesError ``film_unreadable``.
    """
    try:
        with av.open(str(path)) as container:
            if not container.streams.video:
                return False
            video = container.streams.video[0]
            context = video.codec_context
            return (
                HOUSE_FORMAT in container.metadata.get("comment", "").split("; ")
                and (context.name, context.width, context.height) == ("h264", width, height)
                and video.average_rate == fps
                and video.time_base is not None
                and video.time_base.denominator == fps * TICKS
            )
    except av.FFmpegError as error:
        raise DailiesError("That file is not a film.", code="film_unreadable") from error


def source_frames(path: Path, fps: int) -> int:
    """Frames a film has at this rate. Raises DailiesError ``film_unreadable``."""
    facts = probe(path)
    return max(1, round(facts.seconds * fps))


def reader_of(path: Path, width: int, height: int, fps: int) -> Reader:
    """The reader for a file. Raises DailiesError ``film_unreadable``."""
    if is_still(path):
        return StillReader(path, width, height)
    if is_house(path, width, height, fps):
        return HouseReader(path, fps)
    return AnyReader(path, width, height, fps)


class StillReader:
    """A picture that stands."""

    def __init__(self, path: Path, width: int, height: int) -> None:
        try:
            rgb = covered(decode_rgb(path.read_bytes()), width, height)
        except OSError as error:
            raise DailiesError("That file is not a picture.", code="film_unreadable") from error
        self._frame = packed(planes_of(rgb))

    def frame(self, index: int) -> Plane:
        """The picture, whatever the number."""
        return self._frame

    def close(self) -> None:
        """Nothing is held open."""


class HouseReader:
    """A film in the house format: found by its groups of pictures, decoded from the nearest one."""

    def __init__(self, path: Path, fps: int) -> None:
        self._container = av.open(str(path))
        self._video = self._container.streams.video[0]
        self._video.thread_type, self._video.codec_context.thread_count = "AUTO", 2
        self._group = group_length(fps)
        self._frames: Iterator[av.VideoFrame] | None = None
        self._at = -1
        self._shown: Plane | None = None
        self._last: int | None = None

    def frame(self, index: int) -> Plane:
        """The frame of this number. Raises DailiesError ``film_unreadable``."""
        if self._last is not None:
            index = min(index, self._last)
        if self._shown is not None and index == self._at:
            return self._shown
        try:
            if self._frames is None or index < self._at or index > self._at + 2 * self._group:
                self._seek(index)
            self._decode_to(index)
        except av.FFmpegError as error:
            raise DailiesError("That file is not a film.", code="film_unreadable") from error
        if self._shown is None:
            raise DailiesError("That file is not a film.", code="film_unreadable")
        return self._shown

    def close(self) -> None:
        """Let the file go."""
        self._frames = None
        self._container.close()

    def _seek(self, index: int) -> None:
        # The index of a file is sorted by the time of decoding, which runs two frames behind that of showing.
        self._container.seek(max(0, index - 3) * TICKS, stream=self._video, backward=True)
        self._frames = self._container.decode(self._video)
        self._at = -1

    def _decode_to(self, index: int) -> None:
        kept: av.VideoFrame | None = None
        for frame in self._frames or ():
            kept, self._at = frame, round((frame.pts or 0) / TICKS)
            if self._at >= index:
                break
        else:
            self._last = self._at
        if kept is not None:
            self._shown = kept.to_ndarray().astype(np.uint8, copy=False)


class AnyReader:
    """Any other film, brought to size and rate as it streams by."""

    def __init__(self, path: Path, width: int, height: int, fps: int) -> None:
        self._wanted = (path, width, height, fps)
        self._frames: Iterator[Plane] = film_frames(*self._wanted)
        self._at = -1
        self._shown: Plane | None = None

    def frame(self, index: int) -> Plane:
        """The frame of this number; going back begins anew. Raises DailiesError ``film_unreadable``."""
        if index < self._at:
            self.close()
            self._frames, self._at = film_frames(*self._wanted), -1
        while self._at < index:
            following = next(self._frames, None)
            if following is None:
                break
            self._at, self._shown = self._at + 1, following
        if self._shown is None:
            raise DailiesError("That file is not a film.", code="film_unreadable")
        return self._shown

    def close(self) -> None:
        """Let the file go."""
        close = getattr(self._frames, "close", None)
        if close is not None:
            close()
