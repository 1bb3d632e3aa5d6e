"""What a creator does to an item by hand: pick a take, edit the story, set the cut, bring an own picture."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from dailies.domain.adjusting import Adjustment, adjustment_words, checked_adjustment
from dailies.domain.edits import AddShot, Edit, apply_edits, new_shot_id
from dailies.domain.errors import Conflict, InvalidInput, NotFound
from dailies.domain.items import find_item
from dailies.domain.project import STORY, Change, CutSettings, Media, Project, Take
from dailies.domain.takes import add_take, hand_edit, next_number, select_take, set_cut
from dailies.media.adjust import adjusted_image
from dailies.media.images import CheckedImage, check_image, scaled
from dailies.media.scores import picture_scores
from dailies.ports import Blobs
from dailies.services.studio import Studio

LOOK_SIDE = 960
"""Longest side in pixels of a quick look."""

SAME_SHAPE = 0.02
"""Share by which two shapes may differ and still be the same."""

PICTURE_KINDS = ("character", "place", "product", "style", "frame")


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

    async def edit_story(self, owner: str, project_id: str, edits: tuple[Edit, ...], revision: int | None) -> Project:
        """Change the story by hand, as a new take. Raises InvalidInput, NotFound or Conflict."""
        take_id = self.studio.make_id()

        def verb(project: Project) -> Change:
            story = project.story
            if story is None:
                raise Conflict("There is no story to edit yet.", code="no_story")
            used = frozenset(
                shot.id for take in project.takes_of(STORY) if take.story for _, shot in take.story.shots()
            )
            for edit in edits:
                if isinstance(edit, AddShot) and not edit.id:
                    shot_id = new_shot_id(story, used, edit.after)
                    edit = AddShot(shot_id, edit.after, edit.action, edit.seconds, edit.size, edit.move, edit.who)
                story = apply_edits(story, (edit,))
            if story == project.story:
                return project, ()
            return hand_edit(project, story, take_id=take_id, now=self.studio.clock())

        return await self.studio.change(owner, project_id, verb, revision)

    async def set_cut(self, owner: str, project_id: str, settings: CutSettings) -> Project:
        """Choose how clips are joined."""
        return await self.studio.change(owner, project_id, lambda project: set_cut(project, settings))

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

    async def upload(self, owner: str, project_id: str, item: str, data: bytes) -> Project:
        """Add an own picture as a take: turned upright, in sRGB, without metadata.

        Raises InvalidInput ``image_unreadable``, ``image_too_large``, ``not_a_picture_item``; NotFound;
        Conflict ``work_under_way``.
        """
        project = await self.studio.load(owner, project_id)
        found = find_item(project, item)
        if found is None:
            raise NotFound("There is no such item in this project.", code="no_such_item")
        if found.kind not in PICTURE_KINDS:
            raise InvalidInput("A picture can be a take of a reference or a frame.", code="not_a_picture_item")
        picture = check_image(data)
        sha256 = await self.blobs.put(picture.data)
        media = Media(sha256, picture.media_type, picture.width, picture.height, len(picture.data))
        take_id = self.studio.make_id()

        def verb(current: Project) -> Change:
            if any(work.item == item for _, work in current.active_works()):
                raise Conflict("A take of this is being made. Upload when it is done.", code="work_under_way")
            number = next_number(current, item)
            take = Take(take_id, item, number, "upload", self.studio.clock(), media=media, provider="you")
            return add_take(current, take)

        return await self.studio.change(owner, project_id, verb)


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
        scores=await asyncio.to_thread(picture_scores, changed.data),
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
