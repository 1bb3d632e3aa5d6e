"""Make one take: gather what it is made from, ask the artist, keep the file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from dailies.domain.errors import ProviderError
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
from dailies.domain.story import Story, check_story
from dailies.media.images import check_image
from dailies.media.video import probe
from dailies.ports import (
    Agency,
    Blobs,
    ClipRequest,
    CutClip,
    CutRequest,
    Editor,
    ImageRequest,
    Journal,
    Progress,
    ReferenceImage,
)
from dailies.services.money import Money
from dailies.services.retouch import Retouch


@dataclass(frozen=True)
class Artists:
    """Whoever makes takes. ``clock``: the present moment in UTC."""

    agency: Agency
    editor: Editor
    blobs: Blobs
    money: Money
    retouch: Retouch
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
            return await self._clip(project, item, prompted, journal, progress)
        if item.kind == "cut":
            return await self._cut(project, item, blank, progress)
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

    async def _clip(self, project: Project, item: Item, blank: Take, journal: Journal, progress: Progress) -> Take:
        animator = self.agency.animator(project.casting.video, journal)
        frame = project.selected_take(frame_id(item.shot or ""))
        if frame is None or frame.media is None:
            raise ProviderError(
                f"Shot {item.number} has no frame to start from.", code="frame_missing", retryable=False
            )
        width, height = project.brief.frame_size
        with tempfile.TemporaryDirectory(prefix="dailies-") as folder:
            output = Path(folder) / "clip.mp4"
            result = await animator.animate(
                ClipRequest(
                    blank.prompt,
                    await self.blobs.read(frame.media.sha256),
                    item.seconds or 1.0,
                    width,
                    height,
                    blank.seed,
                    output,
                ),
                progress,
            )
            media = await self._film(output)
        return replace(
            blank,
            media=media,
            model=result.model,
            provider=animator.name,
            seed=result.seed,
            cost=result.cost,
        )

    async def _cut(self, project: Project, item: Item, blank: Take, progress: Progress) -> Take:
        story, settings = project.story, project.cut
        if story is None:
            raise ProviderError("There is no story to cut.", code="item_gone", retryable=False)
        width, height = project.brief.frame_size
        with tempfile.TemporaryDirectory(prefix="dailies-") as folder:
            output = Path(folder) / "cut.mp4"
            request = CutRequest(
                self._cut_clips(project, story),
                width,
                height,
                output,
                transition=settings.transition,
                captions=settings.captions,
                music=settings.music,
                title=story.title if settings.title else "",
                end_card=story.call_to_action if settings.title else "",
                seed=project.seed,
            )
            await self.editor.assemble(request, progress)
            media = await self._film(output)
        return replace(blank, media=media, cut=settings, model=self.editor.name, provider=self.editor.name)

    def _cut_clips(self, project: Project, story: Story) -> tuple[CutClip, ...]:
        clips = []
        for number, (_, shot) in enumerate(story.shots(), 1):
            take = project.selected_take(clip_id(shot.id))
            if take is None or take.media is None:
                raise ProviderError(f"Clip {number} has no take.", code="clips_missing", retryable=False)
            clips.append(CutClip(self.blobs.path(take.media.sha256), shot.seconds, shot.line or shot.caption))
        return tuple(clips)

    async def _film(self, path: Path) -> Media:
        facts = probe(path)
        size = path.stat().st_size
        sha256 = await self.blobs.put_file(path)
        return Media(sha256, "video/mp4", facts.width, facts.height, size, facts.seconds)
