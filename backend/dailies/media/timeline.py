"""The cut as a timeline for editing programs: OpenTimelineIO, CMX 3600 EDL, Final Cut Pro XML."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass

import opentimelineio as otio

FCPXML_VERSION = "1.10"
DOCTYPE = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fcpxml>\n'


@dataclass(frozen=True)
class TimelineClip:
    """One clip. ``file``: its name beside the timeline. ``seconds``: in the cut; ``available_s``: of the file,
    0 when as long as used. ``note``: what happens in it. ``caption``: what is said or shown."""

    name: str
    file: str
    seconds: float
    available_s: float = 0.0
    note: str = ""
    caption: str = ""


@dataclass(frozen=True)
class Timeline:
    """A film's clips in order. ``fps`` frames a second; sizes in pixels."""

    title: str
    clips: tuple[TimelineClip, ...]
    width: int
    height: int
    fps: int = 24


def otio_json(timeline: Timeline) -> str:
    """The timeline as an ``.otio`` file."""
    return str(otio.adapters.write_to_string(_document(timeline), "otio_json"))


def edl(timeline: Timeline) -> str:
    """The timeline as a CMX 3600 list. Its reel names have eight characters; file names stand in comments."""
    return str(otio.adapters.write_to_string(_document(timeline), "cmx_3600", rate=timeline.fps, style="avid"))


def fcpxml(timeline: Timeline) -> str:
    """The timeline as FCPXML 1.10, with a marker for every caption."""
    root = ET.Element("fcpxml", version=FCPXML_VERSION)
    resources = ET.SubElement(root, "resources")
    ET.SubElement(
        resources,
        "format",
        id="r1",
        frameDuration=f"1/{timeline.fps}s",
        width=str(timeline.width),
        height=str(timeline.height),
        colorSpace="1-1-1 (Rec. 709)",
    )
    spans = _spans(timeline)
    event = ET.SubElement(ET.SubElement(root, "library"), "event", name=timeline.title)
    project = ET.SubElement(event, "project", name=timeline.title)
    total = sum(length for _, length in spans)
    rate = timeline.fps
    sequence = ET.SubElement(project, "sequence", format="r1", duration=_at(total, rate), tcStart="0s", tcFormat="NDF")
    spine = ET.SubElement(sequence, "spine")
    for number, (clip, (start, length)) in enumerate(zip(timeline.clips, spans, strict=True), 2):
        available = max(length, round(clip.available_s * rate))
        asset = ET.SubElement(
            resources, "asset", id=f"r{number}", name=clip.name, start="0s", hasVideo="1", format="r1"
        )
        asset.set("duration", _at(available, rate))
        ET.SubElement(asset, "media-rep", kind="original-media", src=f"./{clip.file}")
        shown = ET.SubElement(
            spine, "asset-clip", ref=f"r{number}", name=clip.name, offset=_at(start, rate), start="0s"
        )
        shown.set("duration", _at(length, rate))
        if clip.note:
            ET.SubElement(shown, "note").text = clip.note
        if clip.caption:
            ET.SubElement(shown, "marker", start="0s", duration=f"1/{rate}s", value=clip.caption)
    ET.indent(root)
    return DOCTYPE + ET.tostring(root, encoding="unicode") + "\n"


def _spans(timeline: Timeline) -> list[tuple[int, int]]:
    """Start and length of each clip in frames; from rounded sums, as the cut itself is made."""
    seconds, starts = 0.0, [0]
    for clip in timeline.clips:
        seconds += clip.seconds
        starts.append(round(seconds * timeline.fps))
    return [(start, end - start) for start, end in zip(starts, starts[1:], strict=False)]


def _at(frames: int, fps: int) -> str:
    return f"{frames}/{fps}s" if frames else "0s"


def _document(timeline: Timeline) -> otio.schema.Timeline:
    rate = float(timeline.fps)
    document = otio.schema.Timeline(timeline.title, global_start_time=otio.opentime.RationalTime(0, rate))
    document.metadata["dailies"] = {"width": timeline.width, "height": timeline.height}
    track = otio.schema.Track("V", kind=otio.schema.TrackKind.Video)
    for clip, (_, length) in zip(timeline.clips, _spans(timeline), strict=True):
        whole = otio.opentime.TimeRange(
            otio.opentime.RationalTime(0, rate),
            otio.opentime.RationalTime(max(length, round(clip.available_s * rate)), rate),
        )
        used = otio.opentime.TimeRange(whole.start_time, otio.opentime.RationalTime(length, rate))
        shown = otio.schema.Clip(clip.name, otio.schema.ExternalReference(clip.file, whole), used)
        shown.metadata["dailies"] = {"note": clip.note, "caption": clip.caption}
        if clip.caption:
            moment = otio.opentime.TimeRange(whole.start_time, otio.opentime.RationalTime(1, rate))
            shown.markers.append(otio.schema.Marker(clip.caption, moment))
        track.append(shown)
    document.tracks.append(track)
    return document
