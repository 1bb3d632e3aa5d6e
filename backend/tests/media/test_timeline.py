from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import opentimelineio as otio
import pytest

from dailies.domain.errors import InvalidInput
from dailies.media.timeline import (
    Timeline,
    TimelineClip,
    TimelineSound,
    TimelineTake,
    edl,
    fcpxml,
    otio_json,
    read_changes,
)

FILM = Timeline(
    "The Lantern",
    (
        TimelineClip("Clip 1", "video/clip-01-take-2.mp4", 2.5, 5.0, "She walks.", "Rain again.", "shot-a", 0.5,
                     takes=(TimelineTake("Clip 1, take 1", "video/clip-01-take-1.mp4", 4.0),),
                     transition="crossfade", transition_s=0.5),
        TimelineClip("Clip 2", "video/clip-02-take-1.mp4", 3.0, 5.0, id="shot-b", speed=1.5, transition="wipe",
                     transition_s=0.5),
        TimelineClip("Clip 3", "video/clip-03-take-1.mp4", 1.5, 4.0, id="shot-c"),
    ),
    1280,
    720,
    sounds=(TimelineSound("Dialogue", "stems/dialogue.wav"), TimelineSound("Music", "stems/music.wav", "music")),
)  # fmt: skip

CONTENT = {
    "fcpxml": "(resources,)?(library,)?",
    "resources": "((asset|format),)*",
    "library": "(event,)*",
    "event": "((asset-clip|project),)*",
    "project": "sequence,",
    "sequence": "(note,)?spine,(metadata,)?",
    "spine": "((asset-clip|audition|gap|transition),)*",
    "audition": "(asset-clip,)+",
    "asset": "(media-rep,)+(metadata,)?",
    "asset-clip": "(note,)?(timeMap,)?(asset-clip,)*(marker,)*",
    "timeMap": "(timept,)+",
}
"""The part of Apple's published grammar (FCPXML 1.10 and 1.11) that is used here: children in order."""


def test_every_take_is_linked_and_one_is_picked() -> None:
    document = otio.adapters.read_from_string(otio_json(FILM), "otio_json")
    clip = document.find_clips()[0]
    references = clip.media_references()
    assert {name: each.target_url for name, each in references.items()} == {
        "DEFAULT_MEDIA": "video/clip-01-take-2.mp4",
        "Clip 1, take 1": "video/clip-01-take-1.mp4",
    }
    assert clip.media_reference.target_url == "video/clip-01-take-2.mp4"
    assert clip.source_range.start_time.to_frames() == 12
    assert document.duration().to_seconds() == 7.0


def test_transitions_speeds_and_stems_are_in_the_otio_file() -> None:
    document = otio.adapters.read_from_string(otio_json(FILM), "otio_json")
    kinds = [type(child).__name__ for child in document.video_tracks()[0]]
    assert kinds == ["Clip", "Transition", "Clip", "Transition", "Clip"]
    assert document.video_tracks()[0][1].in_offset.to_frames() == 6
    assert document.find_clips()[1].effects[0].time_scalar == 1.5
    assert [track.name for track in document.audio_tracks()] == ["Dialogue", "Music"]
    assert [track.duration().to_seconds() for track in document.audio_tracks()] == [7.0, 7.0]


def test_an_edl_has_the_dissolve_and_the_speed() -> None:
    text = edl(FILM)
    assert re.search(r"^002\s+\S+\s+V\s+D\s+012\s", text, re.MULTILINE)
    assert re.findall(r"^00\d\s+(\S+)\s+V", text, re.MULTILINE) == ["CLIP001", "CLIP001", "CLIP002", "CLIP003"]
    assert re.search(r"^M2\s+\S+\s+36\.0", text, re.MULTILINE)
    back = otio.adapters.read_from_string(text, "cmx_3600", rate=24)
    assert back.duration().to_frames() == 168


def test_fcpxml_follows_the_published_grammar() -> None:
    root = ET.fromstring(fcpxml(FILM))
    assert root.get("version") == "1.11"
    for element in root.iter():
        children = "".join(f"{child.tag}," for child in element)
        assert re.fullmatch(CONTENT.get(element.tag, ""), children), (element.tag, children)
    ids = [each.get("id") for each in root.find("resources") or ()]
    assert len(ids) == len(set(ids))
    assert {each.get("ref") for each in root.iter("asset-clip")} <= set(ids)


def test_fcpxml_holds_takes_stems_and_transitions() -> None:
    root = ET.fromstring(fcpxml(FILM))
    spine = root.find(".//spine")
    assert spine is not None
    assert [child.tag for child in spine] == ["audition", "transition", "asset-clip", "transition", "asset-clip"]
    assert [each.get("name") for each in spine.findall("audition/asset-clip")] == ["Clip 1", "Clip 1, take 1"]
    assert [each.get("audioRole") for each in spine.findall(".//asset-clip[@lane]")] == ["dialogue", "music"]
    points = [(each.get("time"), each.get("value")) for each in spine.findall("asset-clip/timeMap/timept")]
    assert points == [("0s", "0s"), ("10/3s", "5/1s")]
    dissolve = spine.find("transition")
    assert dissolve is not None
    assert (dissolve.get("offset"), dissolve.get("duration")) == ("54/24s", "12/24s")


def test_another_reader_finds_the_same_clips_in_the_fcpxml() -> None:
    events = otio.adapters.read_from_string(fcpxml(FILM), "fcpx_xml")
    found = {clip.name: clip.duration().to_seconds() for clip in events.find_clips()}
    assert found == {"Dialogue": 7, "Music": 7, "Clip 1": 2.5, "Clip 1, take 1": 2.5, "Clip 2": 3, "Clip 3": 1.5}


def test_the_projects_own_tool_finds_no_fault(tmp_path: Path) -> None:
    (tmp_path / "film.otio").write_text(otio_json(FILM), encoding="utf-8")
    command = [sys.executable, "-m", "opentimelineio.console.otiostat", str(tmp_path / "film.otio")]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "parsed: True" in told
    assert "number of tracks: 3" in told
    assert "Tracks are the same length: True" in told


def edited() -> otio.schema.Timeline:
    return otio.adapters.read_from_string(otio_json(FILM), "otio_json")


def test_a_timeline_that_was_not_edited_has_no_changes() -> None:
    found = read_changes(FILM, otio_json(FILM))
    assert found.changes == ()
    assert [(clip.id, clip.seconds, clip.trim_in_s, clip.speed) for clip in found.clips] == [
        ("shot-a", 2.5, 0.5, 1.0),
        ("shot-b", 3.0, 0.0, 1.5),
        ("shot-c", 1.5, 0.0, 1.0),
    ]


def test_trims_retimes_order_and_takes_come_back() -> None:
    document = edited()
    track = document.video_tracks()[0]
    one, two, three = (clip for clip in track.find_clips())
    frames = otio.opentime.RationalTime
    one.source_range = otio.opentime.TimeRange(frames(24, 24), frames(48, 24))
    one.active_media_reference_key = "Clip 1, take 1"
    two.effects[0].time_scalar = 0.5
    del track[:]
    track.extend([three.deepcopy(), one.deepcopy(), two.deepcopy()])
    found = read_changes(FILM, document.to_json_string())
    assert [(change.kind, change.clip) for change in found.changes] == [
        ("trim", "shot-a"),
        ("take", "shot-a"),
        ("retime", "shot-b"),
        ("order", "shot-c"),
    ]
    assert [change.sentence for change in found.changes] == [
        "Clip 1 lasts 2.00 s instead of 2.50 s and begins 1.00 s into its file instead of 0.50 s.",
        "Clip 1 shows Clip 1, take 1.",
        "Clip 2 runs at 0.5 times its speed instead of 1.5.",
        "Clip 3 now comes first.",
    ]
    assert found.clips[1].file == "clip-01-take-1.mp4"


def test_clips_that_were_removed_added_or_repeated_are_told() -> None:
    document = edited()
    track = document.video_tracks()[0]
    clips = [clip.deepcopy() for clip in track.find_clips()]
    stranger = otio.schema.Clip(
        "drone.mov", otio.schema.ExternalReference("file:///b/drone.mov"), clips[0].source_range
    )
    # Another program keeps the links but not what we wrote beside them.
    clips[0].metadata.clear()
    clips[0].name = "renamed"
    del track[:]
    track.extend([clips[0], stranger, clips[2], clips[2].deepcopy()])
    found = read_changes(FILM, document.to_json_string())
    assert [(change.kind, change.clip) for change in found.changes] == [
        ("foreign", ""),
        ("repeat", "shot-c"),
        ("remove", "shot-b"),
    ]
    assert [clip.id for clip in found.clips] == ["shot-a", "shot-c", "shot-c"]


@pytest.mark.parametrize("text", ["", "{}", "not json", '{"OTIO_SCHEMA": "Clip.1"}', "[1, 2]", "x" * 9_000_000])
def test_what_is_no_timeline_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_changes(FILM, text)
    assert refused.value.code in ("timeline_unreadable", "timeline_empty")
