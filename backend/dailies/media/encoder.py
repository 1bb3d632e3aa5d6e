"""The house format: every clip and film the studio makes itself is encoded here.

H.264 High, 4:2:0, BT.709 limited range, a closed group of pictures each half second, constant rate. The
groups make cutting by copy possible; the settings are versioned because only clips with the same header
bytes can be joined that way.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

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
DELAY = 2
"""Frames that decoding runs behind showing, with two B-frames."""
SOUND_RATE = 48_000
"""Samples a second; a frame at 24 frames a second is exactly 2000."""
SOUND_BITRATE = 192_000
AAC_BLOCK = 1024
BT709 = 1
"""The number of BT.709 for primaries, transfer and matrix in ITU-T H.273."""


def group_length(fps: int) -> int:
    """Frames of a group of pictures: half a second."""
    return max(1, fps // 2)


def house_options(width: int, height: int, fps: int, group: int) -> dict[str, str]:
    """The options of libx264 for the house format. ``group``: frames of a group; it is not in the header."""
    return {
        "preset": "veryfast",
        "crf": str(CRF),
        "profile": "high",
        "x264-params": f"keyint={group}:min-keyint={group}:scenecut=0:open-gop=0:bframes=2:ref=2:"
        # x264's AVX-512 lookahead reads memory it has not set: without this, equal frames give unequal bytes.
        "stitchable=1:force-cfr=1:cpu-independent=1"
        + (":level=4.1" if max(width, height) <= 1920 and fps <= 30 else ""),
    }


def set_picture(context: Any, width: int, height: int, fps: int) -> None:
    """Set size, rate and BT.709 limited-range tags of an encoder (or of the stream that has one)."""
    context.width, context.height, context.pix_fmt = width, height, "yuv420p"
    inner = getattr(context, "codec_context", context)
    inner.time_base = Fraction(1, fps)
    inner.color_primaries = inner.color_trc = inner.colorspace = BT709
    inner.color_range = ColorRange.MPEG
    inner.thread_count = 0


def picture_of(frame: Plane, number: int, fps: int) -> av.VideoFrame:
    """A packed yuv420p array of shape (height * 3/2, width) as the encoder's frame of this number."""
    picture = av.VideoFrame.from_ndarray(frame, format="yuv420p")
    picture.pts, picture.time_base = number, Fraction(1, fps)
    picture.colorspace, picture.color_range = Colorspace.ITU709, ColorRange.MPEG
    return picture


def open_mp4(path: Path, fps: int, maker: str = "") -> av.container.OutputContainer:
    """An MP4 to be written whose index will stand before its pictures. ``maker``: stands in its comment."""
    options = {"movflags": "+faststart", "video_track_timescale": str(fps * TICKS)}
    file = av.open(str(path), "w", format="mp4", options=options)
    file.metadata["comment"] = f"{maker}; {HOUSE_FORMAT}" if maker else HOUSE_FORMAT
    return file


class SoundTrack:
    """A sound track of a file being written: 48 kHz stereo. ``codec``: "aac" or "libopus"."""

    def __init__(self, file: av.container.OutputContainer, codec: str = "aac") -> None:
        self._file = file
        self.samples = 0
        stream = cast(AudioStream, file.add_stream(codec, rate=SOUND_RATE))
        stream.layout, stream.bit_rate = "stereo", SOUND_BITRATE
        stream.format = "fltp" if codec == "aac" else "flt"
        stream.codec_context.time_base = Fraction(1, SOUND_RATE)
        self._block, self._packed = (AAC_BLOCK, False) if codec == "aac" else (960, True)
        self._left: npt.NDArray[np.float32] = np.zeros((2, 0), np.float32)
        self._stream = stream

    def write(self, samples: npt.NDArray[np.float32]) -> None:
        """Add sound of shape (2, n), -1 to 1."""
        if self._packed:
            samples = np.concatenate([self._left, samples], axis=1)
            whole = samples.shape[1] // self._block * self._block
            samples, self._left = samples[:, :whole], samples[:, whole:]
        for start in range(0, samples.shape[1], self._block):
            self._encode(samples[:, start : start + self._block])

    def close(self) -> None:
        """Write what is still held."""
        if self._left.shape[1]:
            self._encode(self._left)
        self._file.mux(self._stream.encode(None))

    def _encode(self, samples: npt.NDArray[np.float32]) -> None:
        flat = samples if not self._packed else samples.T.reshape(1, -1)
        block = np.ascontiguousarray(flat, np.float32)
        frame = av.AudioFrame.from_ndarray(block, format="flt" if self._packed else "fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE, self.samples, Fraction(1, SOUND_RATE)
        self.samples += samples.shape[1]
        self._file.mux(self._stream.encode(frame))


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
        self._file = open_mp4(self._part, fps, maker)
        self._video: VideoStream = self._file.add_stream("libx264", rate=fps)
        self._video.options = {**house_options(width, height, fps, group_length(fps))}
        set_picture(self._video, width, height, fps)
        self._sound = SoundTrack(self._file) if sound else None

    def write(self, frame: Plane) -> None:
        """Add one frame: a packed yuv420p array of shape (height * 3/2, width)."""
        picture = picture_of(frame, self.frames, self._fps)
        self.frames += 1
        self._file.mux(self._video.encode(picture))

    def write_sound(self, samples: npt.NDArray[np.float32]) -> None:
        """Add sound of shape (2, n), -1 to 1."""
        if self._sound is None:
            raise ValueError("this film was opened without a sound track")
        self._sound.write(samples)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._file.mux(self._video.encode(None))
                if self._sound is not None:
                    self._sound.close()
            self._file.close()
            if error is None:
                self._part.replace(self._output)
        finally:
            self._part.unlink(missing_ok=True)
