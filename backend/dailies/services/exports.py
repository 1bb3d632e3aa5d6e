"""Deliveries that are handed out at once: the film, documents, pictures and facts for the player."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dailies.domain.errors import InvalidInput, NotFound
from dailies.domain.items import find_item
from dailies.domain.project import Project, Take
from dailies.media.credentials import can_sign, identity_at, sign
from dailies.media.filmstrip import filmstrip
from dailies.media.sound.files import peaks, read_sound
from dailies.media.video import frame_at
from dailies.ports import Blobs
from dailies.services.cutting_room import film_take
from dailies.services.documents import DocumentKind, DocumentWish, document, take_file
from dailies.services.naming import slug
from dailies.services.package import project_archive
from dailies.services.provenance import record_of
from dailies.services.studio import Studio

MEDIA_TYPES = {
    "mp4": "video/mp4",
    "pdf": "application/pdf",
    "sheet": "image/png",
    "srt": "application/x-subrip",
    "vtt": "text/vtt",
    "otio": "application/json",
    "fcpxml": "application/xml",
    "edl": "text/plain",
    "provenance": "application/json",
    "zip": "application/zip",
}
EXTENSIONS = {"sheet": "png", "provenance": "json"}
PEAKS_PER_SECOND = 20
"""Pairs of a waveform: a minute is 1,200 of them, as many as a wide screen has room for."""


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
class Strip:
    """Tiles of a film for its time line: a JPEG with ``columns`` tiles in a row, each ``width`` x ``height`` pixels;
    tile n shows the film from ``times[n]`` seconds on."""

    jpeg: bytes
    columns: int
    width: int
    height: int
    times: tuple[float, ...]


@dataclass(frozen=True)
class Exports:
    """Deliveries of projects. ``identity``: the file that keeps this installation's signing certificate and key."""

    studio: Studio
    blobs: Blobs
    identity: Path

    async def deliver(self, owner: str, project_id: str, kind: str, wish: DocumentWish) -> Delivery:
        """Make or find one delivery.

        Raises NotFound, InvalidInput ``unknown_format``, Conflict ``nothing_to_export`` while what it is made of is
        missing.
        """
        project = await self.studio.load(owner, project_id)
        return await asyncio.to_thread(self._make, project, kind, wish)

    async def take(self, owner: str, project_id: str, item: str, number: int, *, signed: bool = False) -> Delivery:
        """The file of one take under a name that says what it is. ``signed``: with content credentials inside.

        Raises NotFound ``no_such_take``, InvalidInput ``credentials_missing``, DailiesError ``credentials_failed``.
        """
        project = await self.studio.load(owner, project_id)
        take = _take(project, item, number)
        assert take.media is not None
        found = find_item(project, item)
        stem = f"{found.kind}-{found.number:02}" if found and found.shot else item.removeprefix("delivery-")
        name = f"{slug(project.title)}-{take_file(stem, take.number, take.media)}"
        if not signed:
            return Delivery(name, take.media.media_type, path=self.blobs.path(take.media.sha256))
        path = await asyncio.to_thread(self._signed, project, take, name)
        return Delivery(name, take.media.media_type, path=path, temporary=True)

    async def poster(self, owner: str, project_id: str, seconds: float) -> bytes:
        """The film's picture at a moment, as JPEG. Raises Conflict ``nothing_to_export``."""
        path = await self._film(owner, project_id)
        return await asyncio.to_thread(frame_at, path, seconds)

    async def waveform(self, owner: str, project_id: str) -> list[tuple[float, float]]:
        """The film's sound as lowest and highest values, 20 pairs a second. Raises Conflict ``nothing_to_export``."""
        path = await self._film(owner, project_id)
        return await asyncio.to_thread(lambda: peaks(read_sound(path), PEAKS_PER_SECOND))

    async def strip(self, owner: str, project_id: str) -> Strip:
        """Small pictures of the film, about one a second. Raises Conflict ``nothing_to_export``."""
        made = await asyncio.to_thread(filmstrip, await self._film(owner, project_id))
        return Strip(made.jpeg, made.columns, made.width, made.height, made.times)

    async def _film(self, owner: str, project_id: str) -> Path:
        return self._path(film_take(await self.studio.load(owner, project_id)))

    def _path(self, take: Take) -> Path:
        assert take.media is not None
        return self.blobs.path(take.media.sha256)

    def _make(self, project: Project, kind: str, wish: DocumentWish) -> Delivery:
        if kind not in MEDIA_TYPES:
            raise InvalidInput(f"There is no export “{kind}”.", code="unknown_format")
        name = f"{slug(project.title)}.{EXTENSIONS.get(kind, kind)}"
        media_type = MEDIA_TYPES[kind]
        if kind == "mp4":
            return Delivery(name, media_type, path=self._path(film_take(project)))
        if kind == "zip":
            path = _written(".zip", lambda path: project_archive(project, self.blobs, path, lambda _: None))
            return Delivery(name, media_type, path=path, temporary=True)
        return Delivery(name, media_type, data=document(project, self.blobs, cast(DocumentKind, kind), wish))

    def _signed(self, project: Project, take: Take, name: str) -> Path:
        if not can_sign():
            sentence = "Content credentials need the package c2pa-python. Install “dailies[credentials]”."
            raise InvalidInput(sentence, code="credentials_missing")
        record, identity = record_of(project, take, name), identity_at(self.identity, "Dailies")
        return _written(Path(name).suffix, lambda output: sign(self._path(take), output, record, identity))


def _take(project: Project, item: str, number: int) -> Take:
    takes = project.takes_of(item)
    take = next((each for each in takes if each.number == number and each.media is not None), None)
    if take is None:
        raise NotFound(f"There is no such take; there are {len(takes)}.", code="no_such_take")
    return take


def _written(suffix: str, write: Callable[[Path], object]) -> Path:
    """A temporary file that was written whole; nothing is left of one that failed."""
    with tempfile.NamedTemporaryFile(prefix="dailies-", suffix=suffix, delete=False) as file:
        path = Path(file.name)
    try:
        write(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path
