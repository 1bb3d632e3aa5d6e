"""Deliveries: the film, its captions, the board as a document, timelines for editors, everything as a ZIP."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from dailies.domain.errors import Conflict
from dailies.domain.project import CUT, Project
from dailies.ports import Blobs
from dailies.services.studio import Studio

FORMATS = ("mp4", "pdf", "srt", "vtt", "otio", "fcpxml", "edl", "zip")


@dataclass(frozen=True)
class Delivery:
    """A file to hand out. ``path`` is set for stored files, ``data`` for made ones."""

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
        """Make or find one delivery. Raises NotFound, Conflict ``nothing_to_export``."""
        project = await self.studio.load(owner, project_id)
        name = f"{slug(project.title)}.{kind}"
        return Delivery(name, "video/mp4", path=self._cut(project))

    def _cut(self, project: Project) -> Path:
        take = project.selected_take(CUT)
        if take is None or take.media is None:
            raise Conflict("There is no cut yet. Approve the storyboard and make the video.", code="nothing_to_export")
        return self.blobs.path(take.media.sha256)


def slug(title: str) -> str:
    """A title as a file name: ASCII letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "film"
