"""What a creator does to an item by hand: pick a take, edit the story, set the cut, bring an own picture."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from dailies.domain.adjusting import Adjustment, adjustment_words, checked_adjustment
from dailies.domain.cutting import checked_cut
from dailies.domain.edits import AddEntity, AddShot, DuplicateShot, Edit, apply_edits, new_entity_id, new_shot_id
from dailies.domain.errors import Conflict, InvalidInput, NotFound
from dailies.domain.handing_over import cut_files
from dailies.domain.items import find_item, reference_id
from dailies.domain.locks import lock_by_hand
from dailies.domain.merging import merge_takes
from dailies.domain.project import STORY, Change, CutSettings, Lock, Media, Project, Stage, Take
from dailies.domain.staleness import keep_as_is
from dailies.domain.story import EntityKind, Story
from dailies.domain.takes import add_take, hand_edit, next_number, select_take, set_cut
from dailies.media.adjust import adjusted_image
from dailies.media.images import CheckedImage, Fit, check_image, fitted, scaled
from dailies.ports import Blobs
from dailies.services.studio import Studio

LOOK_SIDE = 960
"""Longest side in pixels of a quick look."""

SAME_SHAPE = 0.02
"""Share by which two shapes may differ and still be the same."""

PICTURE_KINDS = ("character", "place", "product", "style", "frame")


@dataclass(frozen=True)
class NewReference:
    """A character, place or product the creator brings. ``shots``: ids of those that show it."""

    kind: EntityKind
    name: str
    description: str
    shots: tuple[str, ...] = ()


@dataclass(frozen=True)
class Items:
    """Free, immediate changes of items."""

    studio: Studio
    blobs: Blobs

    async def select(self, owner: str, project_id: str, item: str, number: int) -> Project:
        """Pick a take by its number. Raises NotFound."""
        return await self.studio.change(
            owner, project_id, lambda project: select_take(project, item, number, now=self.studio.clock())
        )

    async def lock(self, owner: str, project_id: str, items: tuple[str, ...], locks: tuple[Lock, ...]) -> Project:
        """Lock exactly these parts of some items. Raises NotFound ``no_such_item``, Conflict ``nothing_to_lock``."""
        return await self.studio.change(owner, project_id, lambda project: lock_by_hand(project, items, locks))

    async def edit_story(self, owner: str, project_id: str, edits: tuple[Edit, ...], revision: int | None) -> Project:
        """Change the story by hand, as a new take. Raises InvalidInput, NotFound or Conflict."""
        take_id = self.studio.make_id()

        def verb(project: Project) -> Change:
            story = _edited(project, edits)
            if story == project.story:
                return project, ()
            return hand_edit(project, story, take_id=take_id, now=self.studio.clock())

        return await self.studio.change(owner, project_id, verb, revision)

    async def merge_story(
        self, owner: str, project_id: str, into: int, source: int, scenes: tuple[str, ...], revision: int | None
    ) -> Project:
        """Put scenes of one take of the story into another, as a new take. Raises what ``merge_takes`` raises."""
        take_id = self.studio.make_id()

        def verb(project: Project) -> Change:
            return merge_takes(project, into, source, scenes, take_id=take_id, now=self.studio.clock())

        return await self.studio.change(owner, project_id, verb, revision)

    async def keep_as_is(
        self, owner: str, project_id: str, stage: Stage, items: tuple[str, ...] | None, *, keep: bool
    ) -> Project:
        """Keep stale takes as they are, or no longer. Raises what the domain's ``keep_as_is`` raises."""
        return await self.studio.change(
            owner, project_id, lambda project: keep_as_is(project, stage, items, keep=keep, now=self.studio.clock())
        )

    async def set_cut(self, owner: str, project_id: str, settings: CutSettings) -> Project:
        """Choose how clips are joined. Raises InvalidInput ``cut_setting_invalid``."""

        def verb(project: Project) -> Change:
            return set_cut(project, checked_cut(settings, cut_files(project)))

        return await self.studio.change(owner, project_id, verb)

    async def adjust(
        self, owner: str, project_id: str, item: str, adjustment: Adjustment, number: int | None
    ) -> Project:
        """Change a take's light, colour or frame here and for nothing, as a new take. ``number``: of the take to
        start from, else the selected one. A crop of the same shape is scaled back to the take's size.

        Raises InvalidInput (see ``checked_adjustment``), ``not_a_picture_item``; NotFound ``no_such_take``.
        """
        project = await self.studio.load(owner, project_id)
        adjusted = await adjusted_take(self.studio, self.blobs, project, item, adjustment, number)

        def verb(current: Project) -> Change:
            return add_take(current, replace(adjusted, number=next_number(current, item)))

        return await self.studio.change(owner, project_id, verb)

    async def adjusted_look(
        self, owner: str, project_id: str, item: str, adjustment: Adjustment, number: int | None
    ) -> bytes:
        """A quick look (JPEG) at what ``adjust`` would give; nothing is kept."""
        project = await self.studio.load(owner, project_id)
        parent = picture_take(project, item, number)
        assert parent.media is not None
        if adjustment != Adjustment():
            checked_adjustment(adjustment)
        data = await self.blobs.read(parent.media.sha256)
        return await asyncio.to_thread(adjusted_image, data, adjustment, LOOK_SIDE)

    async def upload(self, owner: str, project_id: str, item: str, data: bytes, fit: Fit | None = None) -> Project:
        """Add an own picture as a take: turned upright, in sRGB, without metadata, and no larger than is of use.
        ``fit``: how it meets the film's shape; None crops frames and leaves references whole.

        Raises InvalidInput ``image_unreadable``, ``image_too_large``, ``not_a_picture_item``; NotFound;
        Conflict ``work_under_way``.
        """
        project = await self.studio.load(owner, project_id)
        found = find_item(project, item)
        if found is None:
            raise NotFound("There is no such item in this project.", code="no_such_item")
        if found.kind not in PICTURE_KINDS:
            raise InvalidInput("A picture can be a take of a reference or a frame.", code="not_a_picture_item")
        usual: Fit = "crop" if found.kind == "frame" else "whole"
        media = await self._kept_picture(data, fit or usual, project.brief.frame_size)
        take_id = self.studio.make_id()

        def verb(current: Project) -> Change:
            if any(work.item == item for _, work in current.active_works()):
                raise Conflict("A take of this is being made. Upload when it is done.", code="work_under_way")
            return add_take(current, self._own_take(current, take_id, item, media))

        return await self.studio.change(owner, project_id, verb)

    async def add_reference(self, owner: str, project_id: str, data: bytes, wish: NewReference) -> Project:
        """Add a character, place or product with an own picture: a logo, a product, a face. The story gets it by hand
        edit, the shots named show it, and the picture is the first take of its reference.

        Raises InvalidInput ``image_unreadable``, ``image_too_large`` or ``story_invalid``; NotFound ``no_such_part``;
        Conflict ``no_story`` or ``work_under_way``.
        """
        project = await self.studio.load(owner, project_id)
        media = await self._kept_picture(data, "whole", project.brief.frame_size)
        story_take, picture_take_id = self.studio.make_id(), self.studio.make_id()

        def verb(current: Project) -> Change:
            taken = frozenset(
                entity.id for take in current.takes_of(STORY) if take.story for entity in take.story.entities
            )
            entity = new_entity_id(wish.name, taken)
            edit = AddEntity(entity, wish.kind, wish.name.strip(), wish.description.strip(), wish.shots)
            story = _edited(current, (edit,))
            words = f"Added {edit.name}"
            current, events = hand_edit(current, story, take_id=story_take, now=self.studio.clock(), note=words)
            take = self._own_take(current, picture_take_id, reference_id(entity), media)
            current, more = add_take(current, take)
            return current, (*events, *more)

        return await self.studio.change(owner, project_id, verb)

    async def _kept_picture(self, data: bytes, fit: Fit, size: tuple[int, int]) -> Media:
        picture = await asyncio.to_thread(fitted, await asyncio.to_thread(check_image, data), fit, size)
        sha256 = await self.blobs.put(picture.data)
        return Media(sha256, picture.media_type, picture.width, picture.height, len(picture.data))

    def _own_take(self, project: Project, take_id: str, item: str, media: Media) -> Take:
        number = next_number(project, item)
        return Take(take_id, item, number, "upload", self.studio.clock(), media=media, provider="you")


def _edited(project: Project, edits: tuple[Edit, ...]) -> Story:
    """The story with all edits made; new shots get ids that no take of the story has used.

    Raises Conflict ``no_story``, and what ``apply_edits`` raises.
    """
    story = project.story
    if story is None:
        raise Conflict("There is no story to edit yet.", code="no_story")
    used = frozenset(shot.id for take in project.takes_of(STORY) if take.story for _, shot in take.story.shots())
    for edit in edits:
        if isinstance(edit, AddShot) and not edit.id:
            edit = replace(edit, id=new_shot_id(story, used, edit.after))
        elif isinstance(edit, DuplicateShot) and not edit.id:
            edit = replace(edit, id=new_shot_id(story, used, edit.like))
        story = apply_edits(story, (edit,))
    return story


async def adjusted_take(
    studio: Studio, blobs: Blobs, project: Project, item: str, adjustment: Adjustment, number: int | None
) -> Take:
    """A take of an item with its light, colour or frame changed; its number is given when it is kept.

    Raises InvalidInput (see ``checked_adjustment``), ``not_a_picture_item``; NotFound ``no_such_take``.
    """
    checked_adjustment(adjustment)
    parent = picture_take(project, item, number)
    assert parent.media is not None
    changed = await asyncio.to_thread(
        _changed, await blobs.read(parent.media.sha256), adjustment, parent.media.width, parent.media.height
    )
    sha256 = await blobs.put(changed.data)
    return replace(
        parent,
        id=studio.make_id(),
        number=0,
        origin="adjust",
        created_at=studio.clock(),
        parent=parent.id,
        media=Media(sha256, changed.media_type, changed.width, changed.height, len(changed.data)),
        note=adjustment_words(adjustment),
        provider="you",
        model="",
        cost=0,
        scores=(),
        adjustment=adjustment,
    )


def picture_take(project: Project, item: str, number: int | None) -> Take:
    """A picture's take by its number, or the selected one.

    Raises NotFound ``no_such_item`` or ``no_such_take``, InvalidInput ``not_a_picture_item``.
    """
    found = find_item(project, item)
    if found is None:
        raise NotFound("There is no such item in this project.", code="no_such_item")
    if found.kind not in PICTURE_KINDS:
        raise InvalidInput("Only pictures can be adjusted.", code="not_a_picture_item")
    takes = project.takes_of(item)
    wanted = project.selected_take(item) if number is None else next((t for t in takes if t.number == number), None)
    if wanted is None or wanted.media is None:
        raise NotFound(f"There is no such take; there are {len(takes)}.", code="no_such_take")
    return wanted


def _changed(data: bytes, adjustment: Adjustment, width: int, height: int) -> CheckedImage:
    changed = check_image(adjusted_image(data, adjustment))
    shape = (changed.width / changed.height) / (width / height)
    if (changed.width, changed.height) != (width, height) and abs(shape - 1) < SAME_SHAPE:
        return scaled(changed, width, height)
    return changed
