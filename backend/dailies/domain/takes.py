"""Verbs on takes: add, select. No verb removes one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dailies.domain.errors import Conflict, InvalidInput, NotFound
from dailies.domain.items import find_item, stage_of
from dailies.domain.project import STORY, Change, CutSettings, Event, Project, Take
from dailies.domain.story import Story


def next_number(project: Project, item: str) -> int:
    """The number the item's next take gets, from 1."""
    return len(project.takes_of(item)) + 1


def add_take(project: Project, take: Take, *, select: bool = True) -> Change:
    """Keep a new take and select it. Adding the same take id twice changes nothing.

    Raises InvalidInput ``take_number`` when the number is not the item's next.
    """
    if any(known.id == take.id for known in project.takes_of(take.item)):
        return project, ()
    if take.number != next_number(project, take.item):
        raise InvalidInput("Takes are numbered one after the other.", code="take_number")
    kept = replace(
        project,
        takes={**project.takes, take.item: (*project.takes_of(take.item), take)},
        updated_at=take.created_at,
    )
    if select:
        kept = _selected(kept, take)
    else:
        # A take that waits to be picked is there all the same: what failed before no longer counts.
        kept = replace(kept, outcomes={item: each for item, each in kept.outcomes.items() if item != take.item})
    data = {
        "item": take.item,
        "stage": stage_of(take.item),
        "take": take.number,
        "id": take.id,
        "origin": take.origin,
        "selected": select,
    }
    return kept, (Event("take.added", data),)


def candidates(project: Project, item: str) -> tuple[Take, ...]:
    """Takes of the item's last order that wait for the creator's pick: one of them, or a take made since, being
    selected ends the wait."""
    last = next((each for each in reversed(project.operations) if any(work.item == item for work in each.works)), None)
    if last is None:
        return ()
    ordered = {work.id for work in last.works if work.item == item and (work.candidate or work.edit is not None)}
    for tries in project.tries:
        for attempt in tries.attempts:
            if ordered & set(attempt.works):
                ordered |= set(attempt.works)
    waiting = tuple(take for take in project.takes_of(item) if take.id in ordered)
    chosen = project.selected_take(item)
    if not waiting or (chosen is not None and chosen.number >= waiting[0].number):
        return ()
    return waiting


def _selected(project: Project, take: Take) -> Project:
    """The project going on with a take; what failed before no longer counts."""
    return replace(
        project,
        title=take.story.title if take.story else project.title,
        selected={**project.selected, take.item: take.id},
        outcomes={item: failure for item, failure in project.outcomes.items() if item != take.item},
    )


def select_take(project: Project, item: str, number: int, *, now: datetime) -> Change:
    """Go on with another take. Raises NotFound ``no_such_item`` or ``no_such_take``."""
    takes = project.takes_of(item)
    if not takes and find_item(project, item) is None:
        raise NotFound("There is no such item in this project.", code="no_such_item")
    take = next((each for each in takes if each.number == number), None)
    if take is None:
        raise NotFound(f"There is no take {number}; there are {len(takes)}.", code="no_such_take")
    if project.selected.get(item) == take.id:
        return project, ()
    picked = replace(_selected(project, take), updated_at=now)
    data = {"item": item, "stage": stage_of(item), "take": number, "id": take.id}
    return picked, (Event("take.selected", data),)


def hand_edit(
    project: Project, story: Story, *, take_id: str, now: datetime, parent: Take | None = None, note: str = ""
) -> Change:
    """Add the creator's own version of the story as a take. ``parent``: the take it started from, else the selected
    one; ``note``: what was done, for people.

    Raises Conflict ``work_under_way`` while the story is being written.
    """
    if any(work.item == STORY for _, work in project.active_works()):
        raise Conflict("The story is being written. Edit it when it is done.", code="work_under_way")
    before = parent or project.selected_take(STORY)
    take = Take(
        take_id,
        STORY,
        next_number(project, STORY),
        "hand",
        now,
        story=story,
        parent=before.id if before else None,
        note=note,
        provider="you",
    )
    return add_take(project, take)


def set_cut(project: Project, settings: CutSettings) -> Change:
    """Change how clips are joined; an existing cut becomes stale by it."""
    if settings == project.cut:
        return project, ()
    return replace(project, cut=settings), (Event("project.changed", {"fields": ["cut"]}),)
