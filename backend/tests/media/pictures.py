"""Pictures and films made on the spot, small enough to be quick."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from PIL import Image

from dailies.media.encoder import FilmFile
from dailies.media.planes import Plane, packed, planes_of

WIDTH, HEIGHT = 320, 180


def scene(width: int = WIDTH, height: int = HEIGHT, hue: int = 0) -> Plane:
    """A sky, a ground, a sun and some texture; shape (h, w, 3). ``hue``: tells scenes apart."""
    rows = np.linspace(0, 1, height)[:, None, None]
    sky, ground = np.array([90 + hue, 130, 190 - hue]), np.array([120, 90 + hue, 60])
    picture = np.broadcast_to(np.where(rows < 0.6, sky + 40 * rows, ground), (height, width, 3)).astype(np.uint8).copy()
    cv2.circle(picture, (width // 3, height // 3), height // 8, (250, 220, 120), -1, cv2.LINE_AA)
    noise = np.random.default_rng(hue).normal(0, 9, (height, width, 1))
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def encoded(picture: Plane, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.fromarray(picture).save(out, kind)
    return out.getvalue()


def house_clip(path: Path, seconds: float, hue: int = 0, width: int = WIDTH, height: int = HEIGHT) -> Path:
    """A clip in the house format, moving a little to the left."""
    wide = scene(width + 100, height, hue)
    with FilmFile(path, width, height, 24) as film:
        for number in range(round(seconds * 24)):
            film.write(packed(planes_of(wide[:, number : number + width])))
    return path


def foreign_clip(path: Path, seconds: float, *, width: int = 200, height: int = 240, fps: int = 30) -> Path:
    """A clip as another program would write it: MPEG-4, other size and rate, with B-frames and no colour tags."""
    with av.open(str(path), "w", format="mp4") as file:
        stream = file.add_stream("mpeg4", rate=fps)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.codec_context.time_base = Fraction(1, fps)
        for _ in range(round(seconds * fps)):
            file.mux(stream.encode(av.VideoFrame.from_ndarray(scene(width, height, 40), format="rgb24")))
        file.mux(stream.encode(None))
    return path


def frames_of(path: Path) -> list[Plane]:
    """Every frame of a film as RGB."""
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24").astype(np.uint8) for frame in container.decode(video=0)]


def quiet(share: float) -> None:
    """A progress callback that does nothing."""
