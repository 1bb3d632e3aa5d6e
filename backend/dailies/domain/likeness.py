"""Making others like a picture: who or what of it they are to keep, and how an artist is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dailies.domain.errors import InvalidInput, NotFound
from dailies.domain.items import find_item
from dailies.domain.project import STYLE, Likeness, Project
from dailies.domain.story import Entity

Role = Literal["character", "place", "product", "style"]


def likeness(project: Project, item: str, number: int | None, binds: str, others: Sequence[str]) -> Likeness:
    """The take (None is the selected one) that ``others`` are to be like. ``binds``: "style", or the id of the entity
    in it that they are to keep.

    Raises NotFound ``no_such_item``, ``no_such_take`` or ``no_such_part``; InvalidInput ``not_a_picture_item`` or
    ``like_itself``.
    """
    found = find_item(project, item)
    if found is None:
        raise NotFound("There is no such item in this project.", code="no_such_item")
    if found.stage not in ("references", "storyboard"):
        raise InvalidInput("Others can be like a reference or a frame.", code="not_a_picture_item")
    if item in others:
        raise InvalidInput(f"{found.label} is like itself already. Choose others.", code="like_itself")
    takes = project.takes_of(item)
    selected = project.selected_take(item)
    take = selected if number is None else next((each for each in takes if each.number == number), None)
    if take is None:
        raise NotFound(f"There is no such take; there are {len(takes)}.", code="no_such_take")
    if binds != STYLE and (project.story is None or project.story.entity(binds) is None):
        raise NotFound("That is not in the story.", code="no_such_part")
    return Likeness(take.id, binds)


def like_line(project: Project, like: Likeness | None) -> str:
    """What an artist is told; "" where there is nothing to be like."""
    take = project.take(like.take) if like else None
    if like is None or take is None:
        return ""
    item = find_item(project, take.item)
    label = f"{item.label}, take {take.number}" if item else "the picture given"
    entity = project.story.entity(like.binds) if project.story and like.binds != STYLE else None
    if entity is not None:
        return f"Keep {entity.name} exactly as in the picture given ({label})."
    return f"Keep the palette and light of the picture given ({label})."


def inherited(project: Project, like: Likeness, items: Sequence[str], instruction: str) -> dict[str, str]:
    """What each item is told: the changes that made the take what it is and that the item does not have yet, oldest
    first, then the instruction."""
    source = project.take(like.take)
    told = {}
    for item in items:
        selected = project.selected_take(item)
        has = selected.changes if selected else ()
        fresh = [change.rstrip(".") for change in (source.changes if source else ()) if change not in has]
        told[item] = ". ".join([*fresh, instruction] if instruction else fresh)
    return told


def role_of(entity: Entity) -> Role:
    """What a picture of the entity binds."""
    return entity.kind
