"""The timeline as OpenTimelineIO: media links, every take as an alternative, stems on tracks of their own."""

from __future__ import annotations

from typing import Any

import opentimelineio as otio

from dailies.media.timeline.model import Span, Timeline, TimelineClip, spans

METADATA = "dailies"
ACTIVE = "DEFAULT_MEDIA"


def otio_json(timeline: Timeline) -> str:
    """The timeline as an ``.otio`` file."""
    return str(otio.adapters.write_to_string(document(timeline), "otio_json"))


def document(timeline: Timeline, *, sounds: bool = True) -> Any:
    """The timeline as OpenTimelineIO's own object. ``sounds`` False leaves the stems out."""
    rate = float(timeline.fps)
    made = otio.schema.Timeline(timeline.title, global_start_time=otio.opentime.RationalTime(0, rate))
    made.metadata[METADATA] = {"width": timeline.width, "height": timeline.height, "fps": timeline.fps}
    track = otio.schema.Track("V", kind=otio.schema.TrackKind.Video)
    placed = spans(timeline)
    for clip, span in zip(timeline.clips, placed, strict=True):
        track.append(_clip(clip, span, rate))
        if span.fade:
            fade = otio.opentime.RationalTime(span.fade, rate)
            kind = otio.schema.TransitionTypes.SMPTE_Dissolve if clip.transition == "crossfade" else "Custom_Transition"
            transition = otio.schema.Transition(clip.transition, kind, fade, fade)
            transition.metadata[METADATA] = {"transition": clip.transition}
            track.append(transition)
    made.tracks.append(track)
    if sounds and placed:
        whole = _range(0, placed[-1].start + placed[-1].length, rate)
        for sound in timeline.sounds:
            stem = otio.schema.Track(sound.name, kind=otio.schema.TrackKind.Audio)
            stem.append(otio.schema.Clip(sound.name, otio.schema.ExternalReference(sound.file, whole), whole))
            made.tracks.append(stem)
    return made


def _clip(clip: TimelineClip, span: Span, rate: float) -> Any:
    """OpenTimelineIO counts a retimed clip's range at the speed of the film, from the file's own first frame."""
    references = {ACTIVE: otio.schema.ExternalReference(clip.file, _range(0, span.available, rate))}
    references[ACTIVE].name = clip.name
    for take in clip.takes:
        other = otio.schema.ExternalReference(take.file, _range(0, round(take.seconds * rate), rate))
        other.name = take.name
        references[take.name] = other
    shown = otio.schema.Clip(clip.name, source_range=_range(span.first, span.length, rate))
    shown.set_media_references(references, ACTIVE)
    shown.metadata[METADATA] = {"id": clip.id, "note": clip.note, "caption": clip.caption}
    if clip.speed != 1:
        shown.effects.append(otio.schema.LinearTimeWarp(name="speed", time_scalar=clip.speed))
    if clip.caption:
        shown.markers.append(otio.schema.Marker(clip.caption, _range(span.first, 1, rate)))
    return shown


def _range(start: int, length: int, rate: float) -> Any:
    return otio.opentime.TimeRange(otio.opentime.RationalTime(start, rate), otio.opentime.RationalTime(length, rate))
