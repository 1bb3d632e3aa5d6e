"""Clips from anywhere, as frames of one size and rate: the cut's and the scores' only way into a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.reformatter import ColorRange, Colorspace

from dailies.domain.errors import DailiesError
from dailies.media.planes import Plane, Planes, covered, packed

SMALL = 720
"""Height up to which an untagged film is taken as BT.601, as players do."""


def film_frames(path: Path, width: int, height: int, fps: int) -> Iterator[Plane]:
    """Every moment of a clip, ``fps`` times a second from its first picture: packed yuv420p frames, cut to
    the size by covering it. Each array is the receiver's to write to.

    Raises DailiesError ``film_unreadable``.
    """
    try:
        with av.open(str(path)) as container:
            if not container.streams.video:
                raise _unreadable()
            video = container.streams.video[0]
            video.thread_type, video.codec_context.thread_count = "AUTO", 2
            yield from _resampled(container, width, height, fps)
    except av.FFmpegError as error:
        raise _unreadable() from error


def _resampled(container: av.container.InputContainer, width: int, height: int, fps: int) -> Iterator[Plane]:
    """The frame that is on screen at each tick; frames between ticks are left out, slow ones are repeated."""
    tick, origin = 0, None
    shown: Plane | None = None
    last_length = 1 / fps
    for frame in container.decode(video=0):
        time = frame.time or 0.0
        origin = time if origin is None else origin
        # A hundredth of a tick of slack: clocks that count in other units land a little early or late.
        until = (time - origin) * fps - 0.01
        while shown is not None and tick < until:
            yield shown.copy()
            tick += 1
        shown = _normal(frame, width, height)
        last_length = _length(frame, fps)
        shown_at = time - origin
    if shown is None:
        raise _unreadable()
    while tick < (shown_at + last_length) * fps - 0.01:
        yield shown.copy()
        tick += 1


def _length(frame: av.VideoFrame, fps: int) -> float:
    if frame.duration and frame.time_base:
        return float(frame.duration * frame.time_base)
    return 1 / fps


def _normal(frame: av.VideoFrame, width: int, height: int) -> Plane:
    """A decoded frame as packed BT.709 limited-range yuv420p of the wanted size."""
    tagged = frame.colorspace in (Colorspace.ITU709, Colorspace.ITU601, Colorspace.SMPTE240M)
    if (frame.width, frame.height) == (width, height) and frame.format.name == "yuv420p":
        plain = frame.color_range != ColorRange.JPEG and (not tagged or frame.colorspace == Colorspace.ITU709)
        if plain and (tagged or frame.height >= SMALL):
            return frame.to_ndarray().astype(np.uint8, copy=False)
    source = frame.colorspace if tagged else Colorspace.ITU709 if frame.height >= SMALL else Colorspace.ITU601
    full = frame.reformat(
        format="yuv444p",
        src_colorspace=source,
        dst_colorspace=Colorspace.ITU709,
        dst_color_range=ColorRange.MPEG,
    ).to_ndarray()
    y, u, v = (covered(np.ascontiguousarray(plane), width, height) for plane in full)
    half = (width // 2, height // 2)
    u, v = (cv2.resize(plane, half, interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False) for plane in (u, v))
    return packed(Planes(y, u, v))


def _unreadable() -> DailiesError:
    return DailiesError("That file is not a film.", code="film_unreadable")
