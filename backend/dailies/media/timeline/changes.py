"""A timeline that comes back from an editing program, as the changes that were made to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal
from urllib.parse import unquote, urlparse

import opentimelineio as otio

from dailies.domain.errors import InvalidInput
from dailies.media.timeline.model import Timeline, TimelineClip
from dailies.media.timeline.otio_file import METADATA

MOST_BYTES = 8_000_000
SAME_SPEED = 0.002


@dataclass(frozen=True)
class EditedClip:
    """A clip as it stands in the edited timeline. ``id``: ours, "" for one that isn't; ``file``: the picked take's
    name; seconds as in ``TimelineClip``."""

    id: str
    name: str
    file: str
    seconds: float
    trim_in_s: float
    speed: float


@dataclass(frozen=True)
class Change:
    """One change. ``clip``: our id, "" for a clip that isn't ours; ``sentence``: what changed, for people."""

    kind: Literal["trim", "order", "retime", "take", "remove", "repeat", "foreign"]
    clip: str
    sentence: str


@dataclass(frozen=True)
class TimelineChanges:
    """What was done to a timeline. ``clips``: as they now are, in their order, without foreign ones; ``changes``:
    one for each thing done, empty where nothing was."""

    clips: tuple[EditedClip, ...]
    changes: tuple[Change, ...]


def read_changes(ours: Timeline, edited: str) -> TimelineChanges:
    """Compare an ``.otio`` file with the timeline it was made from.

    Clips are known by the id we wrote into them, else by a file they link to, else by their name. Trims and lengths
    are told apart from half a frame on. Raises InvalidInput ``timeline_unreadable`` or ``timeline_empty``.
    """
    half_frame = 0.5 / ours.fps
    known = {_id(clip): clip for clip in ours.clips}
    clips: list[EditedClip] = []
    changes: list[Change] = []
    for shown in _shown(edited):
        clip = _known(shown, ours)
        found = _edited(shown, "" if clip is None else _id(clip))
        if clip is None:
            changes.append(Change("foreign", "", f"“{found.name}” is not a clip of this project; it was left out."))
            continue
        if any(other.id == found.id for other in clips):
            changes.append(Change("repeat", found.id, f"{clip.name} is shown once more."))
        clips.append(found)
        changes.extend(_differences(clip, found, half_frame))
    if not clips:
        raise InvalidInput("That timeline has none of this film's clips.", code="timeline_empty")
    changes.extend(_order(known, clips))
    return TimelineChanges(tuple(clips), tuple(changes))


def _shown(edited: str) -> Iterator[Any]:
    """The clips of the first track of pictures, in order, out of whatever they are nested in."""
    if len(edited) > MOST_BYTES:
        raise InvalidInput("That timeline is too large.", code="timeline_unreadable")
    try:
        timeline = otio.adapters.read_from_string(edited, "otio_json")
        tracks = timeline.video_tracks() if isinstance(timeline, otio.schema.Timeline) else []
        track = next((each for each in tracks if any(True for _ in each.find_clips())), None)
        clips = [] if track is None else list(track.find_clips())
    except (otio.exceptions.OTIOError, ValueError, TypeError, RuntimeError) as error:
        # The library raises all of these for files that are not its own, depending on where they are broken.
        raise InvalidInput("That file is not an OpenTimelineIO timeline.", code="timeline_unreadable") from error
    yield from clips


def _known(shown: Any, ours: Timeline) -> TimelineClip | None:
    told = shown.metadata.get(METADATA)
    wanted = str(told.get("id", "")) if isinstance(told, Mapping) or hasattr(told, "get") else ""
    files = {_file(reference) for reference in shown.media_references().values()}
    for same in (
        lambda clip: bool(wanted) and wanted == clip.id,
        lambda clip: bool(files & {_base(clip.file), *(_base(take.file) for take in clip.takes)}),
        lambda clip: shown.name == clip.name,
    ):
        found = next((clip for clip in ours.clips if same(clip)), None)
        if found is not None:
            return found
    return None


def _edited(shown: Any, clip_id: str) -> EditedClip:
    used = shown.trimmed_range()
    begin = used.start_time.to_seconds()
    media = shown.media_reference
    if media is not None and media.available_range is not None:
        begin -= media.available_range.start_time.to_seconds()
    speed = 1.0
    for effect in shown.effects:
        if isinstance(effect, otio.schema.FreezeFrame):
            speed = 0.0
        elif isinstance(effect, otio.schema.LinearTimeWarp):
            speed *= float(effect.time_scalar)
    seconds = used.duration.to_seconds()
    return EditedClip(clip_id, shown.name, _file(media), round(seconds, 4), round(max(0.0, begin), 4), round(speed, 4))


def _differences(clip: TimelineClip, found: EditedClip, slack: float) -> Iterator[Change]:
    if abs(found.trim_in_s - clip.trim_in_s) > slack or abs(found.seconds - clip.seconds) > slack:
        sentence = f"{clip.name} lasts {found.seconds:.2f} s instead of {clip.seconds:.2f} s"
        if abs(found.trim_in_s - clip.trim_in_s) > slack:
            sentence += f" and begins {found.trim_in_s:.2f} s into its file instead of {clip.trim_in_s:.2f} s"
        yield Change("trim", found.id, sentence + ".")
    if abs(found.speed - clip.speed) > SAME_SPEED:
        how = "stands still" if found.speed == 0 else f"runs at {found.speed:g} times its speed"
        yield Change("retime", found.id, f"{clip.name} {how} instead of {clip.speed:g}.")
    take = next((take for take in clip.takes if _base(take.file) == found.file), None)
    if take is not None:
        yield Change("take", found.id, f"{clip.name} shows {take.name}.")


def _order(known: Mapping[str, TimelineClip], clips: list[EditedClip]) -> Iterator[Change]:
    present = list(dict.fromkeys(clip.id for clip in clips))
    for missing in [each for each in known if each not in present]:
        yield Change("remove", missing, f"{known[missing].name} is not shown any more.")
    before = [each for each in known if each in present]
    kept = _longest_kept(before, present)
    for place, clip in enumerate(present):
        if clip not in kept:
            after = f"after {known[present[place - 1]].name}" if place else "first"
            yield Change("order", clip, f"{known[clip].name} now comes {after}.")


def _longest_kept(before: list[str], after: list[str]) -> set[str]:
    """The most clips that are still in their order: all others were moved."""
    best: list[list[str]] = [[]]
    for clip in after:
        place = before.index(clip)
        open_runs = [run for run in best if not run or before.index(run[-1]) < place]
        longest: list[str] = max(open_runs, key=len)
        best.append([*longest, clip])
    kept: list[str] = max(best, key=len)
    return set(kept)


def _id(clip: TimelineClip) -> str:
    return clip.id or _base(clip.file)


def _file(reference: Any) -> str:
    return _base(unquote(urlparse(reference.target_url).path)) if hasattr(reference, "target_url") else ""


def _base(file: str) -> str:
    return PurePosixPath(file.replace("\\", "/")).name
