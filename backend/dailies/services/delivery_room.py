"""Files to hand over that take a while: written by a job, kept like every take."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from dailies.domain.delivery import DeliveryWish, delivered_size
from dailies.domain.errors import ProviderError
from dailies.domain.handing_over import delivery_sources
from dailies.domain.items import frame_id
from dailies.domain.project import Media, Project, Take
from dailies.media.animatic import AnimaticFrame, write_animatic
from dailies.media.archive import Entry, write_archive
from dailies.media.credentials import can_sign, identity_at, sign
from dailies.media.gif import write_gif
from dailies.media.video import probe
from dailies.media.webm import Codec, write_webm
from dailies.ports import Blobs, Progress
from dailies.services.cutting_room import CuttingRoom, cut_settings, film_take
from dailies.services.package import project_archive
from dailies.services.provenance import record_of

FILM = 0.6
"""Share of the work of a WebM in another size that is joining the film."""
TYPES = {
    "mp4": "video/mp4",
    "webm": "video/webm",
    "gif": "image/gif",
    "animatic": "video/mp4",
    "stems": "application/zip",
    "zip": "application/zip",
}


@dataclass(frozen=True)
class DeliveryRoom:
    """Writes deliveries. ``identity``: the file that keeps this installation's signing certificate and key."""

    cutting: CuttingRoom
    blobs: Blobs
    identity: Path

    async def make(self, project: Project, wish: DeliveryWish, blank: Take, progress: Progress) -> Take:
        """Write one file. Raises Conflict ``nothing_to_export``, ProviderError ``credentials_missing``,
        DailiesError."""
        with tempfile.TemporaryDirectory(prefix="dailies-") as name:
            folder = Path(name)
            output = folder / f"delivery.{EXTENSION_OF.get(wish.kind, wish.kind)}"
            await self._write(project, wish, folder, output, progress)
            if wish.credentials:
                output = await asyncio.to_thread(self._signed, project, output)
            media = await asyncio.to_thread(_facts, output, TYPES[wish.kind])
            media = replace(media, sha256=await self.blobs.put_file(output))
        return replace(
            blank, media=media, made_from=delivery_sources(project, wish), model="", provider=self.cutting.editor.name
        )

    async def _write(
        self, project: Project, wish: DeliveryWish, folder: Path, output: Path, progress: Progress
    ) -> None:
        if wish.kind == "zip":
            await asyncio.to_thread(project_archive, project, self.blobs, output, progress)
        elif wish.kind == "animatic":
            await asyncio.to_thread(self._animatic, project, output, progress)
        elif wish.kind == "stems":
            files = await self.cutting.stems(project, cut_settings(project), folder, _part(progress, 0, 0.8))
            entries = [Entry(file.name, path=file) for file in files]
            about = {"project": project.id, "title": project.title}
            await asyncio.to_thread(write_archive, output, entries, about)
        elif wish.kind == "gif":
            film = self.blobs.path(_sha(project))
            await asyncio.to_thread(write_gif, film, output, progress, start_s=wish.start_s, seconds=wish.seconds)
        else:
            await self._film(project, wish, folder, output, progress)
        progress(1.0)

    async def _film(self, project: Project, wish: DeliveryWish, folder: Path, output: Path, progress: Progress) -> None:
        """The film in the size, rate and form asked for; the cut's own file where nothing else is asked."""
        film = self.blobs.path(_sha(project))
        webm = wish.kind == "webm"
        if not wish.as_cut:
            film = folder / "film.mp4" if webm else output
            settings = cut_settings(project)
            settings = replace(settings, fps=wish.fps or settings.fps)
            size = delivered_size(wish, *project.brief.frame_size, project.brief.aspect_ratio)
            share = FILM if webm else 1.0
            await self.cutting.render(project, settings, film, _part(progress, 0, share), size)
        if webm:
            begun = 0.0 if wish.as_cut else FILM
            codec: Codec = "vp9" if wish.codec == "vp9" else "av1"
            await asyncio.to_thread(write_webm, film, output, _part(progress, begun, 1), codec)
        elif wish.as_cut:
            await asyncio.to_thread(_copied, film, output)

    def _animatic(self, project: Project, output: Path, progress: Progress) -> None:
        story = project.story
        if story is None:
            raise ProviderError("There is no story yet.", code="item_gone", retryable=False)
        codes = story.shot_codes()
        frames = []
        for _, shot in story.shots():
            take = project.selected_take(frame_id(shot.id))
            image = self.blobs.path(take.media.sha256).read_bytes() if take and take.media else None
            frames.append(AnimaticFrame(shot.seconds, codes[shot.id], shot.line or shot.caption, shot.action, image))
        write_animatic(tuple(frames), output, *project.brief.frame_size, progress)

    def _signed(self, project: Project, output: Path) -> Path:
        if not can_sign():
            sentence = "Content credentials need the package c2pa-python. Install “dailies[credentials]”."
            raise ProviderError(sentence, code="credentials_missing", retryable=False)
        made = output.with_name(f"signed-{output.name}")
        record = record_of(project, film_take(project), output.name)
        sign(output, made, replace(record, media_type="video/mp4"), identity_at(self.identity, "Dailies"))
        return made


EXTENSION_OF = {"animatic": "mp4", "stems": "zip"}


def _sha(project: Project) -> str:
    media = film_take(project).media
    assert media is not None
    return media.sha256


def _part(progress: Progress, begin: float, end: float) -> Callable[[float], None]:
    return lambda share: progress(begin + (end - begin) * share)


def _copied(source: Path, output: Path) -> None:
    with source.open("rb") as given, output.open("wb") as made:
        while chunk := given.read(1 << 20):
            made.write(chunk)


def _facts(path: Path, media_type: str) -> Media:
    size = path.stat().st_size
    if media_type in ("video/mp4", "video/webm"):
        facts = probe(path)
        return Media("", media_type, facts.width, facts.height, size, facts.seconds)
    return Media("", media_type, 0, 0, size)
