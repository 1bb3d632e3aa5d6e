"""Small pictures of a film at even distances, on one sheet: what a player shows over its time line."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import av
from PIL import Image

from dailies.domain.errors import DailiesError
from dailies.media.video import probe

WIDTH = 160
COLUMNS = 10
MOST = 100
QUALITY = 80


@dataclass(frozen=True)
class Filmstrip:
    """A JPEG of tiles, ``columns`` in a row, each ``width`` x ``height`` pixels; tile n shows the film from
    ``times[n]`` seconds on."""

    jpeg: bytes
    columns: int
    width: int
    height: int
    times: tuple[float, ...]


def filmstrip(path: Path, every_s: float = 1.0, width: int = WIDTH) -> Filmstrip:
    """Tiles of a film about ``every_s`` seconds apart, at most a hundred, made from pictures a player can jump to.

    Only those are decoded, so that a minute takes less than a second. Raises DailiesError ``film_unreadable``.
    """
    facts = probe(path)
    high = max(2, round(width * facts.height / facts.width / 2) * 2)
    every = max(every_s, facts.seconds / MOST)
    tiles: list[Image.Image] = []
    times: list[float] = []
    try:
        with av.open(str(path)) as container:
            video = container.streams.video[0]
            video.codec_context.skip_frame = "NONKEY"
            for frame in container.decode(video):
                time = frame.time or 0.0
                if len(tiles) < MOST and (not times or time >= times[-1] + every - 0.26):
                    tiles.append(Image.fromarray(frame.to_ndarray(format="rgb24", width=width, height=high)))
                    times.append(round(time, 3))
    except (av.FFmpegError, IndexError) as error:
        raise DailiesError("That file is not a film.", code="film_unreadable") from error
    if not tiles:
        raise DailiesError("That file is not a film.", code="film_unreadable")
    columns = min(COLUMNS, len(tiles))
    sheet = Image.new("RGB", (columns * width, -(-len(tiles) // columns) * high))
    for index, tile in enumerate(tiles):
        sheet.paste(tile, (index % columns * width, index // columns * high))
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=QUALITY)
    return Filmstrip(out.getvalue(), columns, width, high, tuple(times))
