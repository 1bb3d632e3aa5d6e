"""Make one take: gather what it is made from, ask the artist, keep the file."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from dailies.domain.clip_making import ClipMaking, after_in_film, before_in_film
from dailies.domain.errors import ProviderError
from dailies.domain.handing_over import narration_sources, spoken_shot
from dailies.domain.items import Item, clip_id, find_item, frame_id, reference_id
from dailies.domain.likeness import like_line, role_of
from dailies.domain.project import (
    STYLE,
    STYLE_REFERENCE,
    Likeness,
    Media,
    Operation,
    Origin,
    Project,
    PromptPart,
    Take,
    Work,
)
from dailies.domain.prompts import joined, prompt_parts
from dailies.domain.staleness import sources_of
from dailies.domain.story import check_story
from dailies.media.house import normalise
from dailies.media.images import check_image
from dailies.media.video import frame_at
from dailies.ports import (
    Agency,
    Blobs,
    ClipRequest,
    ImageRequest,
    Journal,
    Progress,
    ReferenceImage,
    SpeechRequest,
)
from dailies.services.cutting_room import CuttingRoom, kept_film
from dailies.services.delivery_room import DeliveryRoom
from dailies.services.money import Money
from dailies.services.retouch import Retouch

FPS = 24
"""Frames a second of clips; a cut of another rate reads them at its own."""


@dataclass(frozen=True)
class Artists:
    """Whoever makes takes. ``clock``: the present moment in UTC."""

    agency: Agency
    cutting: CuttingRoom
    blobs: Blobs
    money: Money
    retouch: Retouch
    delivery: DeliveryRoom
    clock: Callable[[], datetime]

    async def make(
        self,
        project: Project,
        operation: Operation,
        work: Work,
        progress: Progress,
        stopping: Callable[[], bool] = lambda: False,
    ) -> Take:
        """Make the take of a piece of work. Its number is given when it is kept. ``stopping``: whether the
        creator has cancelled it.

        Raises ProviderError, PaymentRequired, or NotFound when what it is made from is gone.
        """
        journal = self.money.journal(project, operation.stage, work.item, work.id, stopping, work.adopts)
        plain = Take(work.id, work.item, 0, "generated", self.clock(), seed=work.seed)
        if work.delivery is not None:
            return await self.delivery.make(project, work.delivery, plain, progress)
        spoken = spoken_shot(work.item)
        if spoken is not None:
            return await self._voice(project, spoken, plain, journal, progress)
        item = find_item(project, work.item)
        if item is None:
            raise ProviderError("The shot or the thing it shows left the story.", code="item_gone", retryable=False)
        before = project.selected_take(work.item)
        carried = before.changes if before else ()
        notes = before.change_notes if before else ()
        notes = (*notes, *[""] * (len(carried) - len(notes)))
        changes = (*carried, work.instruction) if work.instruction else carried
        change_notes = (*notes, operation.note_id) if work.instruction else notes
        origin: Origin = "note" if operation.note or work.instruction else "generated"
        blank = Take(
            work.id,
            work.item,
            0,
            origin,
            self.clock(),
            made_from=sources_of(project, work.item),
            parent=before.id if before and work.instruction else None,
            changes=changes,
            change_notes=change_notes,
            note=operation.note or work.instruction,
            seed=work.seed,
            like=work.like or (before.like if before else None),
        )
        if item.kind == "story":
            return await self._story(project, work, blank, journal, progress)
        if work.edit is not None:
            return await self.retouch.make(project, work, blank, journal, progress)
        parts = prompt_parts(project, work.item, changes, change_notes)
        if line := like_line(project, blank.like):
            parts = (*parts, PromptPart(line, "note"))
        prompted = replace(blank, prompt=joined(parts), prompt_parts=parts)
        if item.kind == "clip":
            return await self._clip(project, item, work, prompted, journal, progress)
        if item.kind == "cut":
            return await self.cutting.cut(project, blank, progress)
        return await self._picture(project, item, prompted, journal, progress)

    async def _story(self, project: Project, work: Work, blank: Take, journal: Journal, progress: Progress) -> Take:
        brief, story = project.brief, project.story
        writer = self.agency.writer(project.casting.story, journal)
        if story is not None and work.instruction:
            result = await writer.revise(brief, story, work.instruction, (), work.seed, progress)
        else:
            result = await writer.write(brief, work.seed, progress)
        check_story(result.story)
        return replace(
            blank,
            story=replace(result.story, style=brief.style),
            prompt=brief.prompt,
            model=result.model,
            provider=writer.name,
            cost=result.cost,
        )

    async def _picture(self, project: Project, item: Item, blank: Take, journal: Journal, progress: Progress) -> Take:
        chosen = project.casting.storyboard if item.kind == "frame" else project.casting.references
        illustrator = self.agency.illustrator(chosen, journal)
        width, height = project.brief.frame_size
        references = await self._references(project, item)
        if blank.like is not None:
            references = (*references, *await self._likeness(project, blank.like))
        request = ImageRequest(blank.prompt, width, height, blank.seed, references)
        result = await illustrator.draw(request, progress)
        checked = check_image(result.image)
        media = Media(
            await self.blobs.put(result.image),
            checked.media_type,
            checked.width,
            checked.height,
            len(result.image),
        )
        return replace(
            blank,
            media=media,
            model=result.model,
            provider=illustrator.name,
            seed=result.seed,
            cost=result.cost,
            not_drawn=result.not_drawn,
            drawn=result.drawn,
        )

    async def _likeness(self, project: Project, like: Likeness) -> tuple[ReferenceImage, ...]:
        """The picture others are to be like; none when it is gone."""
        take, story = project.take(like.take), project.story
        if take is None or take.media is None or story is None:
            return ()
        entity = None if like.binds == STYLE else story.entity(like.binds)
        # Encoded anew: a picture the built-in illustrator drew would be known by its mark and not looked at.
        image = check_image(await self.blobs.read(take.media.sha256)).data
        if entity is None:
            return (ReferenceImage("style", "Style", story.style, image),)
        return (ReferenceImage(role_of(entity), entity.name, entity.description, image),)

    async def _references(self, project: Project, item: Item) -> tuple[ReferenceImage, ...]:
        """The selected references of exactly what the frame shows; none for references themselves."""
        story = project.story
        found = story.find_shot(item.shot) if story and item.shot else None
        if story is None or found is None:
            return ()
        scene, shot = found
        references = []
        for entity_id in (scene.place, *shot.who):
            entity, take = story.entity(entity_id), project.selected_take(reference_id(entity_id))
            if entity and take and take.media:
                image = await self.blobs.read(take.media.sha256)
                references.append(ReferenceImage(entity.kind, entity.name, entity.description, image))
        style = project.selected_take(STYLE_REFERENCE)
        if style and style.media:
            image = await self.blobs.read(style.media.sha256)
            references.append(ReferenceImage("style", "Style", story.style, image))
        return tuple(references)

    async def _clip(
        self, project: Project, item: Item, work: Work, blank: Take, journal: Journal, progress: Progress
    ) -> Take:
        animator = self.agency.animator(work.model or project.casting.video, journal)
        shot = item.shot or ""
        making = project.clip_making.get(shot, ClipMaking())
        width, height = project.brief.frame_size
        with tempfile.TemporaryDirectory(prefix="dailies-") as folder:
            output, house = Path(folder) / "clip.mp4", Path(folder) / "house.mp4"
            result = await animator.animate(
                ClipRequest(
                    blank.prompt,
                    await self._clip_start(project, item, making),
                    making.seconds or item.seconds or 1.0,
                    width,
                    height,
                    blank.seed,
                    output,
                    await self._clip_end(project, shot) if making.to_next else None,
                    negative_prompt=making.negative,
                ),
                progress,
            )
            if await asyncio.to_thread(normalise, output, house, width, height, FPS, progress):
                output = house
            media = await kept_film(self.blobs, output)
        return replace(
            blank,
            media=media,
            model=result.model,
            provider=animator.name,
            seed=result.seed,
            cost=result.cost,
        )

    async def _clip_start(self, project: Project, item: Item, making: ClipMaking) -> bytes:
        """The picture a clip begins with: its frame, or the last picture of the clip before it."""
        story = project.story
        before = before_in_film(story, item.shot or "") if story and making.chain else None
        if before is not None:
            earlier = project.selected_take(clip_id(before))
            if earlier is None or earlier.media is None:
                sentence = f"Shot {item.number} begins where the clip before it ends, and that one is not made yet."
                raise ProviderError(sentence, code="chain_missing", retryable=True)
            path, end = self.blobs.path(earlier.media.sha256), (earlier.media.seconds or 0.0) + 1.0
            return await asyncio.to_thread(frame_at, path, end)
        return await self._frame(project, item.shot or "", f"Shot {item.number} has no frame to start from.")

    async def _clip_end(self, project: Project, shot: str) -> bytes | None:
        following = after_in_film(project.story, shot) if project.story else None
        return await self._frame(project, following, "The next shot has no frame to end on.") if following else None

    async def _frame(self, project: Project, shot: str, sentence: str) -> bytes:
        frame = project.selected_take(frame_id(shot))
        if frame is None or frame.media is None:
            raise ProviderError(sentence, code="frame_missing", retryable=False)
        return await self.blobs.read(frame.media.sha256)

    async def _voice(self, project: Project, shot: str, blank: Take, journal: Journal, progress: Progress) -> Take:
        """One line, spoken."""
        found = project.story.find_shot(shot) if project.story else None
        if found is None or not found[1].line.strip():
            raise ProviderError("The line left the story.", code="item_gone", retryable=False)
        line, choice = found[1].line, project.cut.narration
        narrator = self.agency.narrator(project.casting.narration, journal)
        with tempfile.TemporaryDirectory(prefix="dailies-") as folder:
            output = Path(folder) / "line.wav"
            request = SpeechRequest(line, output, choice.voice, choice.speed, project.brief.language)
            result = await narrator.say(request, progress)
            size = output.stat().st_size
            media = Media(await self.blobs.put_file(output), "audio/wav", 0, 0, size, result.seconds)
        return replace(
            blank,
            media=media,
            prompt=line,
            model=result.model,
            provider=narrator.name,
            cost=result.cost,
            words=result.words,
            made_from=narration_sources(project, shot),
        )
