"""Deliveries that are ready at once: captions, boards, timelines, facts for the player."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, cast

from dailies.domain.errors import Conflict, ProviderError
from dailies.domain.items import clip_id, frame_id
from dailies.domain.project import Media, Project, Take
from dailies.domain.story import Story
from dailies.media.captions import srt, vtt
from dailies.media.contact_sheet import SheetFrame, contact_sheet
from dailies.media.provenance import provenance_json
from dailies.media.storyboard_pdf import Board, Panel, PerPage, storyboard_pdf
from dailies.media.timeline import Timeline, TimelineClip, TimelineTake, edl, fcpxml, otio_json
from dailies.ports import Blobs
from dailies.services.cutting_room import cut_settings, film_cues, film_take, shown_shots
from dailies.services.provenance import licences_of, record_of

EXTENSIONS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "video/mp4": "mp4",
    "audio/wav": "wav",
    "video/webm": "webm",
    "image/gif": "gif",
    "application/zip": "zip",
}
MOST_NOTES = 3
"""Notes printed under a frame of the board."""
DocumentKind = Literal["pdf", "sheet", "srt", "vtt", "otio", "fcpxml", "edl", "provenance"]


@dataclass(frozen=True)
class DocumentWish:
    """How a document is to look. ``per_page``: frames a page of the board, None for what suits; ``notes``: print what
    was said about each frame."""

    per_page: PerPage | None = None
    notes: bool = True


def document(project: Project, blobs: Blobs, kind: DocumentKind, wish: DocumentWish = DocumentWish()) -> bytes:
    """One document. Raises Conflict ``nothing_to_export`` while what it is made of is missing."""
    story = story_of(project)
    match kind:
        case "pdf":
            return storyboard_pdf(_board(project, story, blobs, wish), wish.per_page)
        case "sheet":
            return _sheet(project, story, blobs)
        case "srt":
            return srt(film_cues(project, story)).encode()
        case "vtt":
            return vtt(film_cues(project, story)).encode()
        case "provenance":
            return provenance_json(record_of(project, film_take(project), "cut.mp4"), licences_of(project))
    write: dict[str, Callable[[Timeline], str]] = {"otio": otio_json, "edl": edl, "fcpxml": fcpxml}
    return write[kind](timeline_of(project, story)).encode()


def story_of(project: Project) -> Story:
    """The selected story. Raises Conflict ``nothing_to_export``."""
    if project.story is None:
        raise Conflict("There is no story yet.", code="nothing_to_export")
    return project.story


def timeline_of(project: Project, story: Story) -> Timeline:
    """The cut as editing programs know it, every other take of a clip as an alternative. Raises Conflict
    ``nothing_to_export``."""
    settings = cut_settings(project)
    try:
        shots = shown_shots(project, story, settings)
    except ProviderError as error:
        raise Conflict(str(error), code="nothing_to_export") from error
    clips = []
    for shown in shots:
        shot, edit, join = shown.shot, settings.edit_of(shown.shot.id), settings.join_after(shown.shot.id)
        others = [take for take in project.takes_of(clip_id(shot.id)) if take.media and take.id != shown.take.id]
        assert shown.take.media is not None
        clips.append(
            TimelineClip(
                f"Clip {shown.number}",
                clip_file(shown.number, shown.take),
                shown.seconds,
                shown.take.media.seconds or shot.seconds,
                shot.action,
                shot.line or shot.caption,
                shot.id,
                edit.trim_in_s,
                edit.speed,
                tuple(
                    TimelineTake(f"Take {take.number}", clip_file(shown.number, take), _seconds(take))
                    for take in others
                ),
                "crossfade" if join.transition == "dissolve" else join.transition,
                join.seconds,
            )
        )
    width, height = project.brief.frame_size
    return Timeline(story.title, tuple(clips), width, height, settings.fps)


def clip_file(number: int, take: Take) -> str:
    """Where a clip's take lies beside the timeline, and in the archive."""
    assert take.media is not None
    return f"video/{take_file(f'clip-{number:02}', take.number, take.media)}"


def take_file(stem: str, number: int, media: Media) -> str:
    """The file name of a take: "clip-03-take-2.mp4"."""
    return f"{stem}-take-{number}.{EXTENSIONS.get(media.media_type, 'bin')}"


def picture(project: Project, blobs: Blobs, item: str) -> bytes | None:
    """The selected picture of an item, encoded; None while there is none."""
    take = project.selected_take(item)
    return blobs.path(take.media.sha256).read_bytes() if take and take.media else None


def logo_of(project: Project, blobs: Blobs) -> bytes | None:
    """The logo of the cut's end card, or None."""
    logo = project.cut.end_card.logo
    return blobs.path(logo).read_bytes() if logo else None


def _board(project: Project, story: Story, blobs: Blobs, wish: DocumentWish) -> Board:
    codes = story.shot_codes()
    panels = []
    for number, (_, shot) in enumerate(story.shots(), 1):
        said = _notes_about(project, frame_id(shot.id)) if wish.notes else []
        panels.append(
            Panel(
                number,
                codes[shot.id],
                shot.seconds,
                shot.action,
                f"{shot.size}, {shot.move}",
                shot.line or shot.caption,
                picture(project, blobs, frame_id(shot.id)),
                " ".join(said),
            )
        )
    width, height = project.brief.frame_size
    return Board(story.title, story.logline, tuple(panels), width / height, logo_of(project, blobs))


def _sheet(project: Project, story: Story, blobs: Blobs) -> bytes:
    codes = story.shot_codes()
    frames = tuple(
        SheetFrame(codes[shot.id], shot.seconds, shot.line or shot.caption, picture(project, blobs, frame_id(shot.id)))
        for _, shot in story.shots()
    )
    width, height = project.brief.frame_size
    return contact_sheet(story.title, frames, width / height)


def _notes_about(project: Project, item: str) -> list[str]:
    """The last notes that were about an item."""
    return [note.text for note in project.notes if item in (*note.items, *note.targets)][-MOST_NOTES:]


def _seconds(take: Take) -> float:
    return cast(Media, take.media).seconds or 0.0
