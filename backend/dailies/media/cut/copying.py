"""Which groups of pictures of a film can be taken from its clips as they are.

A group is copied when the film shows all of it, unchanged, at its own speed, and its file has the header that
the house encoder writes for this film. All else is decoded, changed and encoded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av

from dailies.domain.errors import DailiesError
from dailies.media.cut.film import Film, Placed
from dailies.media.cut.readers import is_house, is_still
from dailies.media.encoder import TICKS, group_length, house_options, set_picture

IDR, SPS, PPS = 5, 7, 8


@dataclass(frozen=True)
class Run:
    """Frames of the film, ``first`` to before ``end``, that are encoded together or copied from one file.

    ``source``: the frame of ``path`` that ``first`` is; ``path`` None: to be encoded."""

    first: int
    end: int
    path: Path | None = None
    source: int = 0


@dataclass(frozen=True)
class _Group:
    first: int
    end: int


def planned_runs(film: Film, clips: Sequence[Placed], touched: Sequence[tuple[int, int]], total: int) -> list[Run]:
    """The film's frames in runs, without gaps. Raises DailiesError ``film_unreadable``."""
    header = house_header(film.width, film.height, film.fps)
    groups: dict[Path, tuple[_Group, ...]] = {}
    copies: list[Run] = []
    for placed in clips:
        if is_still(placed.clip.path) or placed.step != 1 or placed.first != round(placed.first):
            continue
        path = placed.clip.path
        if path not in groups:
            groups[path] = _groups(film, path, header)
        copies.extend(_copied(placed, groups[path], touched))
    return _merged(_without_single_frames(_filled(copies, total)))


def house_header(width: int, height: int, fps: int) -> tuple[bytes, ...]:
    """The parameter sets (SPS, PPS) that the house encoder writes, without their prefixes."""
    return parameter_sets(house_encoder(width, height, fps, group_length(fps)).extradata or b"")


def house_encoder(width: int, height: int, fps: int, group: int) -> av.VideoCodecContext:
    """An open house encoder whose packets belong into an MP4."""
    context = av.VideoCodecContext.create("libx264", "w")
    set_picture(context, width, height, fps)
    context.framerate = Fraction(fps)
    context.options = house_options(width, height, fps, group)
    context.flags |= av.codec.context.Flags.global_header.value
    context.open()
    return context


def parameter_sets(extradata: bytes) -> tuple[bytes, ...]:
    """The SPS and PPS in an MP4's avcC box or in a byte stream; () where there are none."""
    if extradata[:1] == b"\x01":
        return tuple(_of_box(extradata))
    return tuple(unit for unit in byte_stream_units(extradata) if unit[0] & 31 in (SPS, PPS))


def byte_stream_units(data: bytes) -> Iterator[bytes]:
    """The units of a byte stream (H.264, Annex B), without start codes and the zeros before them."""
    for piece in data.split(b"\x00\x00\x01")[1:]:
        unit = piece.rstrip(b"\x00")
        if unit:
            yield unit


def _of_box(box: bytes) -> Iterator[bytes]:
    at = 5
    for mask in (31, 255):
        count, at = box[at] & mask, at + 1
        for _ in range(count):
            length = int.from_bytes(box[at : at + 2], "big")
            yield box[at + 2 : at + 2 + length]
            at += 2 + length


def _groups(film: Film, path: Path, header: tuple[bytes, ...]) -> tuple[_Group, ...]:
    """The closed groups of a house film; () for any other, or one whose header or frames are not as they must be."""
    if not is_house(path, film.width, film.height, film.fps):
        return ()
    try:
        with av.open(str(path)) as container:
            video = container.streams.video[0]
            if parameter_sets(video.codec_context.extradata or b"") != header:
                return ()
            packets = [
                (packet.pts, packet.is_keyframe and _begins_anew(bytes(packet)))
                for packet in container.demux(video)
                if packet.size
            ]
    except av.FFmpegError as error:
        raise DailiesError("That file is not a film.", code="film_unreadable") from error
    return _closed([(pts, key) for pts, key in packets if pts is not None])


def _closed(packets: list[tuple[int, bool]]) -> tuple[_Group, ...]:
    """Groups by decoding order: each holds exactly the frames from its first to before the next one's."""
    starts = [index for index, (_, key) in enumerate(packets) if key]
    groups = []
    for start, end in zip(starts, [*starts[1:], len(packets)], strict=True):
        shown = sorted(pts for pts, _ in packets[start:end])
        first = packets[start][0]
        if shown != [first + TICKS * each for each in range(end - start)] or first % TICKS:
            return ()
        groups.append(_Group(first // TICKS, first // TICKS + end - start))
    return tuple(groups)


def _begins_anew(packet: bytes) -> bool:
    """Whether a length-prefixed packet's first picture is an IDR, after which nothing looks back."""
    at = 0
    while at + 5 <= len(packet):
        kind = packet[at + 4] & 31
        if kind in (1, IDR):
            return kind == IDR
        at += 4 + int.from_bytes(packet[at : at + 4], "big")
    return False


def _copied(placed: Placed, groups: Sequence[_Group], touched: Sequence[tuple[int, int]]) -> Iterator[Run]:
    offset = placed.start - round(placed.first)
    for group in groups:
        first, end = group.first + offset, group.end + offset
        inside = placed.start <= first and end <= placed.start + placed.length
        if placed.end is not None:
            inside = inside and group.end <= placed.end
        if inside and not any(start < end and first < until for start, until in touched):
            yield Run(first, end, placed.clip.path, group.first)


def _filled(copies: list[Run], total: int) -> list[Run]:
    """The copies with what lies between them, to be encoded."""
    runs: list[Run] = []
    at = 0
    for copy in copies:
        if copy.first > at:
            runs.append(Run(at, copy.first))
        runs.append(copy)
        at = copy.end
    if at < total:
        runs.append(Run(at, total))
    return runs


def _without_single_frames(runs: list[Run]) -> list[Run]:
    """With no run of one frame: two IDR pictures in a row could have the same number, which H.264 forbids."""
    while len(runs) > 1:
        short = next((index for index, run in enumerate(runs) if run.end - run.first == 1), None)
        if short is None:
            return runs
        low, high = max(0, short - 1), min(len(runs), short + 1) if short else 2
        runs = [*runs[:low], Run(runs[low].first, runs[high - 1].end), *runs[high:]]
    return runs


def _merged(runs: list[Run]) -> list[Run]:
    """Neighbours as one where they are encoded, or follow one another in one file."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and last.path == run.path and (run.path is None or run.source == last.source + last.end - last.first):
            merged[-1] = Run(last.first, run.end, run.path, last.source)
        else:
            merged.append(run)
    return merged
