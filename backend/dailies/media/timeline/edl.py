"""The timeline as a CMX 3600 list: one track of pictures, dissolves, speeds; names in comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import opentimelineio as otio

from dailies.media.timeline.model import Timeline
from dailies.media.timeline.otio_file import document


def edl(timeline: Timeline) -> str:
    """The timeline as a CMX 3600 list. Its reel names have eight characters; file names stand in comments.

    The list knows cuts and dissolves only: a wipe, push or dip stands as a cut, which the ``.otio`` file tells apart.
    A dissolve to a clip without pictures before its first one begins at the cut instead of before it.
    """
    plain = tuple(
        replace(clip, transition=clip.transition if clip.transition == "crossfade" else "cut")
        for clip in timeline.clips
    )
    made = document(replace(timeline, clips=plain), sounds=False)
    _with_handles(made)
    for number, clip in enumerate(made.find_clips(), 1):
        # A reel's name has no blanks: columns are told apart by them.
        clip.metadata["cmx_3600"] = {"reel": f"CLIP{number:03}"}
    text = str(otio.adapters.write_to_string(made, "cmx_3600", rate=timeline.fps, style="avid"))
    return "\n".join(_named_speeds(text.split("\n")))


def _named_speeds(lines: list[str]) -> Iterator[str]:
    """Speeds ("M2") with the reel they belong to, where the adapter writes the clip's name."""
    reel = ""
    for line in lines:
        event = re.match(r"\d{3}  (\S+)", line)
        reel = event[1] if event else reel
        yield re.sub(r"^M2   [^\t]*", f"M2   {reel}", line)


def _with_handles(made: Any) -> None:
    """Let dissolves begin at their cut where the clip that comes has nothing to show before it."""
    children = list(made.video_tracks()[0])
    for transition, coming in zip(children[1:], children[2:], strict=False):
        if not isinstance(transition, otio.schema.Transition):
            continue
        fade = transition.in_offset
        if coming.source_range.start_time < fade:
            transition.in_offset, transition.out_offset = otio.opentime.RationalTime(0, fade.rate), fade + fade
