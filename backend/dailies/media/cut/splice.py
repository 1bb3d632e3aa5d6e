"""A film written from copied and newly encoded groups of pictures, with one header for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Self, cast

import av
import numpy as np
import numpy.typing as npt
from av.video.stream import VideoStream

from dailies.media.cut.copying import Run, byte_stream_units, house_encoder
from dailies.media.encoder import DELAY, TICKS, SoundTrack, group_length, open_mp4, picture_of
from dailies.media.planes import Plane


class SplicedFile:
    """An MP4 being written in runs. Used with ``with``; as ``FilmFile``, it appears whole or not at all.

    ``template``: a house film of the same size and rate, whose header the new one gets.
    """

    def __init__(self, output: Path, template: Path, width: int, height: int, fps: int) -> None:
        self._output = output
        self._part = output.with_name(output.name + ".part")
        self._size, self._fps = (width, height), fps
        self._file = open_mp4(self._part, fps)
        with av.open(str(template)) as source:
            self._video = self._file.add_stream_from_template(source.streams.video[0])
        self._video.time_base = Fraction(1, fps * TICKS)
        self._sound = SoundTrack(self._file)
        self._written = 0

    def copy(self, run: Run, each: Callable[[int], None]) -> None:
        """Copy a run's packets as they are. ``each`` is called after every frame, with its number."""
        if run.path is None:
            raise ValueError("this run is to be encoded")
        with av.open(str(run.path)) as container:
            video = container.streams.video[0]
            container.seek(max(0, run.source - 3) * TICKS, stream=video, backward=True)
            begun = False
            left = run.end - run.first
            for packet in container.demux(video):
                if packet.pts is None or not packet.size:
                    continue
                begun = begun or packet.pts == run.source * TICKS
                if begun and left:
                    left -= 1
                    self._mux(packet, packet.pts // TICKS - run.source + run.first)
                    each(run.end - left - 1)
                if begun and not left:
                    break

    def encode(self, run: Run, frames: Iterable[Plane], each: Callable[[int], None]) -> None:
        """Encode a run's frames. ``each`` is called after every frame, with its number."""
        count = run.end - run.first
        # A last group of one frame would put two IDR pictures in a row.
        usual = group_length(self._fps)
        group = next(length for length in (usual, usual + 1, usual - 1, usual + 2) if count % length != 1)
        context = house_encoder(*self._size, self._fps, group)
        for number, frame in enumerate(frames):
            for packet in context.encode(picture_of(frame, number, self._fps)):
                self._mux(_prefixed(packet), (packet.pts or 0) + run.first)
            each(run.first + number)
        for packet in context.encode(None):
            self._mux(_prefixed(packet), (packet.pts or 0) + run.first)

    def write_sound(self, samples: npt.NDArray[np.float32]) -> None:
        """Add sound of shape (2, n), -1 to 1."""
        self._sound.write(samples)

    def _mux(self, packet: av.Packet[VideoStream], shown: int) -> None:
        packet.stream, packet.time_base = self._video, Fraction(1, self._fps * TICKS)
        packet.pts, packet.dts = shown * TICKS, (self._written - DELAY) * TICKS
        packet.duration = TICKS
        self._written += 1
        self._file.mux(packet)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._sound.close()
            self._file.close()
            if error is None:
                self._part.replace(self._output)
        finally:
            self._part.unlink(missing_ok=True)


def _prefixed(packet: av.Packet[VideoStream]) -> av.Packet[VideoStream]:
    """A byte-stream packet as MP4 wants it: each unit after its length."""
    data = b"".join(len(unit).to_bytes(4, "big") + unit for unit in byte_stream_units(bytes(packet)))
    prefixed = cast("av.Packet[VideoStream]", av.Packet(data))
    prefixed.pts, prefixed.is_keyframe = packet.pts, packet.is_keyframe
    return prefixed
