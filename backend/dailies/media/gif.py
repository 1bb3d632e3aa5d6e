"""A short moving preview of a film as GIF, for places that play nothing else."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
from av.video.reformatter import ColorRange, Colorspace

from dailies.domain.errors import DailiesError
from dailies.media.encoder import picture_of
from dailies.media.planes import Plane
from dailies.media.sources import film_frames
from dailies.media.video import probe
from dailies.ports import Progress

WIDTH = 480
FPS = 12
MOST_S = 8.0


def write_gif(
    film: Path,
    output: Path,
    progress: Progress,
    *,
    start_s: float = 0.0,
    seconds: float = 4.0,
    width: int = WIDTH,
) -> None:
    """Write ``seconds`` (at most 8) of a film from ``start_s`` on, 12 pictures a second, with 256 colours picked from
    all of them. It repeats for ever. ``width``: in pixels, an upright film's height instead.

    Raises DailiesError ``film_unreadable`` and whatever ``progress`` raises; then no file is left.
    """
    facts = probe(film)
    longest = max(facts.width, facts.height)
    size = (round(facts.width * width / longest / 2) * 2, round(facts.height * width / longest / 2) * 2)
    first, count = round(start_s * FPS), max(1, round(min(seconds, MOST_S) * FPS))
    graph = _graph(size)
    part = output.with_name(output.name + ".part")
    try:
        given = 0
        for frame in islice(film_frames(film, *size, FPS), first, first + count):
            graph.push(_rgb(frame, given))
            given += 1
            progress(0.7 * given / count)
        if not given:
            raise DailiesError("The film ends before the preview begins.", code="film_unreadable")
        graph.push(None)
        _write(graph, part, size)
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
    progress(1.0)


def _rgb(frame: Plane, number: int) -> av.VideoFrame:
    picture = picture_of(frame, number, FPS).reformat(
        format="rgb24", src_colorspace=Colorspace.ITU709, src_color_range=ColorRange.MPEG
    )
    picture.pts, picture.time_base = number, Fraction(1, FPS)
    return picture


def _graph(size: tuple[int, int]) -> av.filter.Graph:
    """FFmpeg's own: one palette of all pictures, weighted to what moves, and an even pattern that packs well."""
    graph = av.filter.Graph()
    source = graph.add_buffer(width=size[0], height=size[1], format=av.VideoFormat("rgb24"), time_base=Fraction(1, FPS))
    split, palette = graph.add("split"), graph.add("palettegen", "stats_mode=diff")
    use = graph.add("paletteuse", "dither=bayer:bayer_scale=4:diff_mode=rectangle")
    sink = graph.add("buffersink")
    source.link_to(split)
    split.link_to(palette, 0)
    split.link_to(use, 1, 0)
    palette.link_to(use, 0, 1)
    use.link_to(sink)
    graph.configure()
    return graph


def _write(graph: av.filter.Graph, part: Path, size: tuple[int, int]) -> None:
    with av.open(str(part), "w", format="gif", options={"loop": "0"}) as file:
        stream = file.add_stream("gif", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = *size, "pal8"
        stream.codec_context.time_base = Fraction(1, FPS)
        while True:
            try:
                frame = graph.vpull()
            except (av.BlockingIOError, av.EOFError):
                break
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
