"""What a creator does round the cut: have files made, lines spoken, clips made in a certain way, own files brought, a
timeline taken back from an editing program."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from dailies.domain.clip_making import ClipMaking, checked_making
from dailies.domain.cutting import CutSettings
from dailies.domain.delivery import DeliveryWish
from dailies.domain.errors import DailiesError, InvalidInput, NotFound
from dailies.domain.handing_over import start_delivery, start_narration
from dailies.domain.project import Change, Event, Media, Plan, Project, Take
from dailies.domain.quantities import speech_quantities
from dailies.domain.registry import REHEARSAL
from dailies.domain.takes import add_take, next_number
from dailies.media.images import check_image
from dailies.media.sound.files import read_sound, write_wav
from dailies.ports import Blobs
from dailies.services.estimates import Estimates
from dailies.services.production import Production
from dailies.services.returning import returned_plan
from dailies.services.studio import Studio

CutFile = Literal["music", "logo"]
LONGEST_MUSIC_S = 600.0


@dataclass(frozen=True)
class Deliveries:
    """Work on the cut that is not a take of one of a stage's items."""

    studio: Studio
    blobs: Blobs
    production: Production
    estimates: Estimates

    async def start(self, owner: str, project_id: str, wish: DeliveryWish) -> Project:
        """Have a file made, free. Raises as ``start_delivery``."""
        operation_id = self.studio.make_id()
        return await self.studio.change(
            owner, project_id, lambda each: start_delivery(each, operation_id, wish, now=self.studio.clock())
        )

    async def narrate(self, owner: str, project_id: str, shots: Sequence[str] | None) -> Project:
        """Have lines spoken. Raises as ``start_narration``; Conflict ``model_gone``, ``key_missing``."""
        operation_id = self.studio.make_id()

        def verb(project: Project) -> Change:
            self.production.artists.agency.require(project.casting.narration)
            prices = self.narration_prices(project)
            return start_narration(project, operation_id, shots, now=self.studio.clock(), prices=prices)

        return await self.studio.change(owner, project_id, verb)

    def narration_prices(self, project: Project) -> Mapping[str, int]:
        """The price of speaking each shot's line, in millionths of a US dollar."""
        model = self.estimates.prices.registry.models.get(project.casting.narration)
        story = project.story
        if story is None or model is None or project.casting.narration == REHEARSAL:
            return {}
        speed = project.cut.narration.speed
        return {
            shot.id: model.cost(speech_quantities(model, shot.line, speed)) for _, shot in story.shots() if shot.line
        }

    async def set_making(self, owner: str, project_id: str, shot: str, making: ClipMaking) -> Project:
        """Choose how a shot's clip is made. Raises NotFound ``no_such_item``, InvalidInput ``clip_making_invalid``."""

        def verb(project: Project) -> Change:
            story = project.story
            if story is None or story.find_shot(shot) is None:
                raise NotFound("There is no such shot.", code="no_such_item")
            checked_making(making, story, shot)
            if project.clip_making.get(shot, ClipMaking()) == making:
                return project, ()
            others = {each: made for each, made in project.clip_making.items() if each != shot}
            changed = others if making == ClipMaking() else {**others, shot: making}
            event = Event("project.changed", {"fields": ["clip_making"]})
            return replace(project, clip_making=changed, updated_at=self.studio.clock()), (event,)

        return await self.studio.change(owner, project_id, verb)

    async def bring(self, owner: str, project_id: str, kind: CutFile, data: bytes) -> Project:
        """Bring own music or a logo for the cut, and use it. Raises InvalidInput ``image_unreadable``,
        ``sound_unreadable``."""
        await self.studio.load(owner, project_id)
        media = await (self._logo(data) if kind == "logo" else self._music(data))
        take_id = self.studio.make_id()

        def verb(project: Project) -> Change:
            item = f"file-{kind}"
            number, now = next_number(project, item), self.studio.clock()
            take = Take(take_id, item, number, "upload", now, media=media, provider="you")
            kept, events = add_take(project, take)
            return replace(kept, cut=_using(kept.cut, kind, media.sha256)), (
                *events,
                Event("project.changed", {"fields": ["cut"]}),
            )

        return await self.studio.change(owner, project_id, verb)

    async def take_back(self, owner: str, project_id: str, edited: str) -> tuple[Project, Plan | None, tuple[str, ...]]:
        """Read a timeline that was edited elsewhere, and propose its trims, order, speeds and takes as a plan. The plan
        is None where nothing was changed; the sentences say what was.

        Raises InvalidInput ``timeline_unreadable``, ``timeline_empty``; Conflict ``nothing_to_export``.
        """
        plan_id = self.studio.make_id()
        found: list[tuple[Plan | None, tuple[str, ...]]] = []

        def verb(project: Project) -> Change:
            plan, sentences = returned_plan(project, edited, plan_id, self.studio.clock())
            found.append((plan, sentences))
            if plan is None:
                return project, ()
            event = Event("plan.proposed", {"plan": plan.id, "note": ""})
            return replace(project, plans=(*project.plans, plan)), (event,)

        project = await self.studio.change(owner, project_id, verb)
        plan, sentences = found[-1]
        return project, plan, sentences

    async def _logo(self, data: bytes) -> Media:
        picture = await asyncio.to_thread(check_image, data)
        sha256 = await self.blobs.put(picture.data)
        return Media(sha256, picture.media_type, picture.width, picture.height, len(picture.data))

    async def _music(self, data: bytes) -> Media:
        """Any sound file, kept as WAV so that every later cut reads the same samples."""
        with tempfile.TemporaryDirectory(prefix="dailies-") as folder:
            given, made = Path(folder) / "given", Path(folder) / "music.wav"
            await asyncio.to_thread(given.write_bytes, data)
            try:
                sound = await asyncio.to_thread(read_sound, given, LONGEST_MUSIC_S)
            except DailiesError as error:
                raise InvalidInput(str(error), code=error.code) from error
            await asyncio.to_thread(write_wav, made, sound)
            size, seconds = made.stat().st_size, sound.shape[1] / 48_000
            return Media(await self.blobs.put_file(made), "audio/wav", 0, 0, size, round(seconds, 3))


def _using(settings: CutSettings, kind: CutFile, sha256: str) -> CutSettings:
    if kind == "music":
        return replace(settings, music=True, music_file=sha256)
    return replace(settings, end_card=replace(settings.end_card, on=True, logo=sha256))
