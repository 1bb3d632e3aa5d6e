"""Deliveries: the film, its captions, the board as a document, timelines for editors, everything as a ZIP."""

from __future__ import annotations

import asyncio
import json
import re
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from dailies.domain.errors import Conflict, InvalidInput
from dailies.domain.items import all_items, clip_id, frame_id
from dailies.domain.project import CUT, Media, Project
from dailies.domain.story import Story
from dailies.media.archive import Entry, write_archive
from dailies.media.captions import Cue, Spoken, cues_of, srt, vtt
from dailies.media.storyboard_pdf import Board, Panel, storyboard_pdf
from dailies.media.timeline import Timeline, TimelineClip, edl, fcpxml, otio_json
from dailies.ports import Blobs
from dailies.services.studio import Studio

MEDIA_TYPES = {
    "mp4": "video/mp4",
    "pdf": "application/pdf",
    "srt": "application/x-subrip",
    "vtt": "text/vtt",
    "otio": "application/json",
    "fcpxml": "application/xml",
    "edl": "text/plain",
    "zip": "application/zip",
}
EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "video/mp4": "mp4"}


@dataclass(frozen=True)
class Delivery:
    """A file to hand out: stored at ``path``, or ``data`` made just now. A ``temporary`` path is to be
    deleted when it was sent."""

    name: str
    media_type: str
    path: Path | None = None
    data: bytes | None = None
    temporary: bool = False


@dataclass(frozen=True)
class Exports:
    """Deliveries of projects."""

    studio: Studio
    blobs: Blobs

    async def deliver(self, owner: str, project_id: str, kind: str) -> Delivery:
        """Make or find one delivery.

        ``kind``: mp4, pdf, srt, vtt, otio, fcpxml, edl or zip. Raises NotFound, InvalidInput
        ``unknown_format``, Conflict ``nothing_to_export`` while what it is made of is missing.
        """
        project = await self.studio.load(owner, project_id)
        return await asyncio.to_thread(self._make, project, kind)

    def _make(self, project: Project, kind: str) -> Delivery:
        if kind not in MEDIA_TYPES:
            raise InvalidInput(f"There is no export “{kind}”.", code="unknown_format")
        name, media_type = f"{slug(project.title)}.{kind}", MEDIA_TYPES[kind]
        if kind == "mp4":
            return Delivery(name, media_type, path=self._film(project))
        if kind == "zip":
            return Delivery(name, media_type, path=self._archive(project), temporary=True)
        return Delivery(name, media_type, data=self._document(project, kind))

    def _film(self, project: Project) -> Path:
        take = project.selected_take(CUT)
        if take is None or take.media is None:
            raise Conflict("There is no cut yet. Make the video first.", code="nothing_to_export")
        return self.blobs.path(take.media.sha256)

    def _document(self, project: Project, kind: str) -> bytes:
        story = _story(project)
        if kind == "pdf":
            return storyboard_pdf(self._board(project, story))
        if kind in ("srt", "vtt"):
            return (srt if kind == "srt" else vtt)(film_cues(story)).encode()
        write: dict[str, Callable[[Timeline], str]] = {"otio": otio_json, "edl": edl, "fcpxml": fcpxml}
        return write[kind](self._timeline(project, story)).encode()

    def _board(self, project: Project, story: Story) -> Board:
        codes = story.shot_codes()
        panels = []
        for number, (_, shot) in enumerate(story.shots(), 1):
            frame = project.selected_take(frame_id(shot.id))
            image = self.blobs.path(frame.media.sha256).read_bytes() if frame and frame.media else None
            camera = f"{shot.size}, {shot.move}"
            words = shot.line or shot.caption
            panels.append(Panel(number, codes[shot.id], shot.seconds, shot.action, camera, words, image))
        width, height = project.brief.frame_size
        return Board(story.title, story.logline, tuple(panels), width / height)

    def _timeline(self, project: Project, story: Story) -> Timeline:
        clips = []
        for number, (_, shot) in enumerate(story.shots(), 1):
            take = project.selected_take(clip_id(shot.id))
            if take is None or take.media is None:
                raise Conflict(f"Clip {number} has no take yet.", code="nothing_to_export")
            words = shot.line or shot.caption
            file = take_file(f"clip-{number:02}", take.number, take.media)
            available = take.media.seconds or shot.seconds
            clips.append(TimelineClip(f"Clip {number}", f"video/{file}", shot.seconds, available, shot.action, words))
        width, height = project.brief.frame_size
        return Timeline(story.title, tuple(clips), width, height)

    def _archive(self, project: Project) -> Path:
        """Every take of every item, the documents, and a manifest, in a temporary file."""
        story = _story(project)
        entries = [Entry("story.json", data=json.dumps(asdict(story), indent=2).encode())]
        for kind in ("pdf", "srt", "vtt"):
            entries.append(Entry(f"{slug(project.title)}.{kind}", data=self._document(project, kind)))
        if all(clip_id(shot.id) in project.selected for _, shot in story.shots()):
            for kind in ("otio", "fcpxml", "edl"):
                entries.append(Entry(f"{slug(project.title)}.{kind}", data=self._document(project, kind)))
        for item in all_items(project):
            stem = f"{item.kind}-{item.number:02}" if item.shot else slug(item.label)
            for take in project.takes_of(item.id):
                if take.media is not None:
                    name = f"{item.stage}/{take_file(stem, take.number, take.media)}"
                    entries.append(Entry(name, path=self.blobs.path(take.media.sha256)))
        with tempfile.NamedTemporaryFile(prefix="dailies-", suffix=".zip", delete=False) as file:
            output = Path(file.name)
        write_archive(output, entries, {"project": project.id, "title": project.title, "rehearsal": True})
        return output


def _story(project: Project) -> Story:
    if project.story is None:
        raise Conflict("There is no story yet.", code="nothing_to_export")
    return project.story


def film_cues(story: Story) -> tuple[Cue, ...]:
    """When each line or caption is shown in the cut."""
    return cues_of([Spoken(shot.seconds, shot.line or shot.caption) for _, shot in story.shots()])


def take_file(stem: str, number: int, media: Media) -> str:
    """The file name of a take: "clip-03-take-2.mp4"."""
    return f"{stem}-take-{number}.{EXTENSIONS.get(media.media_type, 'bin')}"


def slug(title: str) -> str:
    """A title as a file name: ASCII letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "film"
