"""The house format: every clip and film the studio makes itself is encoded here.

H.264 High, 4:2:0, BT.709 limited range, a closed group of pictures each half second, constant rate. The
groups make cutting by copy possible; the settings are versioned because only clips with the same header
bytes can be joined that way.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Self

import av
import numpy as np
import numpy.typing as npt
from av.audio.stream import AudioStream
from av.video.reformatter import ColorRange, Colorspace
from av.video.stream import VideoStream

from dailies.media.planes import Plane

HOUSE_FORMAT = "house-1"
CRF = 18
"""Joins of separately encoded runs can't be seen at this quality."""
TICKS = 1000
"""Units of the track's clock per frame: 24000 a second at 24 frames a second."""
SOUND_RATE = 48_000
"""Samples a second; a frame at 24 frames a second is exactly 2000."""
SOUND_BITRATE = 192_000
AAC_BLOCK = 1024
BT709 = 1
"""The number of BT.709 for primaries, transfer and matrix in ITU-T H.273."""


class FilmFile:
    """An MP4 being written: frames first to last, and sound beside them.

    Used with ``with``. The file appears under its name only when all went well; after any error nothing is
    left of it. ``width`` and ``height`` are even. ``sound`` adds an AAC track, 48 kHz stereo. ``maker`` stands in
    the file's comment, before the house format. The same frames give the same bytes.
    """

    def __init__(
        self, output: Path, width: int, height: int, fps: int, *, sound: bool = False, maker: str = ""
    ) -> None:
        self._output = output
        self._part = output.with_name(output.name + ".part")
        self._fps = fps
        self.frames = 0
        self.samples = 0
        self._file = av.open(
            str(self._part),
            "w",
            format="mp4",
            options={"movflags": "+faststart", "video_track_timescale": str(fps * TICKS)},
        )
        self._file.metadata["comment"] = f"{maker}; {HOUSE_FORMAT}" if maker else HOUSE_FORMAT
        self._video = self._open_video(width, height)
        self._sound = self._open_sound() if sound else None

    def _open_video(self, width: int, height: int) -> VideoStream:
        stream = self._file.add_stream("libx264", rate=self._fps)
        group = max(1, self._fps // 2)
        stream.options = {
            "preset": "veryfast",
            "crf": str(CRF),
            "profile": "high",
            "x264-params": f"keyint={group}:min-keyint={group}:scenecut=0:open-gop=0:bframes=2:ref=2:"
            # x264's AVX-512 lookahead reads memory it has not set: without this, equal frames give unequal bytes.
            "stitchable=1:force-cfr=1:cpu-independent=1"
            + (":level=4.1" if max(width, height) <= 1920 and self._fps <= 30 else ""),
        }
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        context = stream.codec_context
        context.time_base = Fraction(1, self._fps)
        context.color_primaries = context.color_trc = context.colorspace = BT709
        context.color_range = ColorRange.MPEG
        context.thread_count = 0
        return stream

    def _open_sound(self) -> AudioStream:
        stream = self._file.add_stream("aac", rate=SOUND_RATE)
        stream.layout, stream.format, stream.bit_rate = "stereo", "fltp", SOUND_BITRATE
        stream.codec_context.time_base = Fraction(1, SOUND_RATE)
        return stream

    def write(self, frame: Plane) -> None:
        """Add one frame: a packed yuv420p array of shape (height * 3/2, width)."""
        picture = av.VideoFrame.from_ndarray(frame, format="yuv420p")
        picture.pts, picture.time_base = self.frames, Fraction(1, self._fps)
        picture.colorspace, picture.color_range = Colorspace.ITU709, ColorRange.MPEG
        self.frames += 1
        self._file.mux(self._video.encode(picture))

    def write_sound(self, samples: npt.NDArray[np.float32]) -> None:
        """Add sound of shape (2, n), -1 to 1."""
        if self._sound is None:
            raise ValueError("this film was opened without a sound track")
        for start in range(0, samples.shape[1], AAC_BLOCK):
            block = np.ascontiguousarray(samples[:, start : start + AAC_BLOCK])
            frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="stereo")
            frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE, self.samples, Fraction(1, SOUND_RATE)
            self.samples += block.shape[1]
            self._file.mux(self._sound.encode(frame))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._file.mux(self._video.encode(None))
                if self._sound is not None:
                    self._file.mux(self._sound.encode(None))
            self._file.close()
            if error is None:
                self._part.replace(self._output)
        finally:
            self._part.unlink(missing_ok=True)
