"""The cut as a timeline for editing programs, and the way back: OpenTimelineIO, CMX 3600 EDL, Final Cut Pro XML."""

from dailies.media.timeline.changes import Change, EditedClip, TimelineChanges, read_changes
from dailies.media.timeline.edl import edl
from dailies.media.timeline.fcpxml import fcpxml
from dailies.media.timeline.model import Timeline, TimelineClip, TimelineSound, TimelineTake
from dailies.media.timeline.otio_file import otio_json

__all__ = [
    "Change",
    "EditedClip",
    "Timeline",
    "TimelineChanges",
    "TimelineClip",
    "TimelineSound",
    "TimelineTake",
    "edl",
    "fcpxml",
    "otio_json",
    "read_changes",
]
