"""Verbs that start files to hand over and spoken lines. Both are takes like any other, of things no stage lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dailies.domain.approval import gate_open
from dailies.domain.delivery import DeliveryWish, checked_wish
from dailies.domain.errors import Conflict, NotFound
from dailies.domain.items import clip_id, frame_id, voice_id
from dailies.domain.operations import check_budget, take_seed
from dailies.domain.project import CUT, Change, Event, Operation, OperationKind, Project, Source, Stage, Work
from dailies.domain.staleness import VOICE, sources


def start_delivery(project: Project, operation_id: str, wish: DeliveryWish, *, now: datetime) -> Change:
    """Queue a file to be made, free.

    Raises InvalidInput ``delivery_invalid``; Conflict ``nothing_to_export`` while what it is made of is missing,
    ``work_under_way`` while the same file is being made.
    """
    checked_wish(wish)
    require_material(project, wish)
    work = Work(f"{operation_id}.0", wish.id, "queued", project.seed, delivery=wish)
    return _started(project, operation_id, "deliver", (work,), now)


def start_narration(
    project: Project, operation_id: str, shots: Sequence[str] | None, *, now: datetime, prices: Mapping[str, int]
) -> Change:
    """Queue lines to be spoken: of these shots, or of all whose line has no voice or an older one. ``prices``: by shot,
    millionths of a US dollar.

    Raises Conflict ``nothing_to_do``, ``stage_locked``, ``work_under_way``; NotFound ``no_such_item``; PaymentRequired.
    """
    story = project.story
    if story is None or not gate_open(project, "video"):
        raise Conflict("Lines are spoken once the storyboard is approved.", code="stage_locked")
    lines = {shot.id: shot.line for _, shot in story.shots() if shot.line.strip()}
    if shots is None:
        wanted = [shot for shot in lines if not _fresh(project, shot)]
    else:
        wanted = list(dict.fromkeys(shots))
        if any(shot not in lines for shot in wanted):
            raise NotFound("That shot has no line to speak.", code="no_such_item")
    if not wanted:
        raise Conflict("Every line is spoken already.", code="nothing_to_do")
    check_budget(project, sum(prices.get(shot, 0) for shot in wanted))
    works = tuple(
        Work(
            f"{operation_id}.{index}",
            voice_id(shot),
            "queued",
            take_seed(project, voice_id(shot), len(project.takes_of(voice_id(shot))) + 1),
            estimate=prices.get(shot, 0),
        )
        for index, shot in enumerate(wanted)
    )
    return _started(project, operation_id, "narrate", works, now)


def require_material(project: Project, wish: DeliveryWish) -> None:
    """Raise Conflict ``nothing_to_export`` while what a file is made of is missing."""
    story = project.story
    if story is None:
        raise Conflict("There is no story yet.", code="nothing_to_export")
    if wish.kind in ("mp4", "webm", "gif", "stems") and CUT not in project.selected:
        raise Conflict("There is no cut yet. Make the video first.", code="nothing_to_export")


def delivery_sources(project: Project, wish: DeliveryWish) -> tuple[Source, ...]:
    """What a file made now is made from."""
    story = project.story
    shots = [shot.id for _, shot in story.shots()] if story else []
    if wish.kind == "animatic":
        return sources(project, [f"item:{frame_id(shot)}" for shot in shots] + ["item:story"])
    if wish.kind == "zip":
        return sources(project, ["item:story", *(f"item:{clip_id(shot)}" for shot in shots), f"item:{CUT}"])
    return sources(project, [f"item:{CUT}"])


def narration_sources(project: Project, shot: str) -> tuple[Source, ...]:
    """What a line spoken now is made from."""
    return sources(project, [f"shot:{shot}.words"])


def spoken_shot(item: str) -> str | None:
    """The shot whose line an item id is the voice of, or None."""
    return item.removeprefix(VOICE) if item.startswith(VOICE) else None


def cut_files(project: Project) -> tuple[str, ...]:
    """sha256 of everything that was brought for the cut."""
    takes = (take for kind in ("music", "logo") for take in project.takes_of(f"file-{kind}"))
    return tuple(take.media.sha256 for take in takes if take.media is not None)


def _fresh(project: Project, shot: str) -> bool:
    take = project.selected_take(voice_id(shot))
    return take is not None and take.made_from == narration_sources(project, shot)


def _started(
    project: Project, operation_id: str, kind: OperationKind, works: tuple[Work, ...], now: datetime
) -> Change:
    busy = {work.item for _, work in project.active_works()}
    if any(work.item in busy for work in works):
        raise Conflict("This is being made already.", code="work_under_way")
    stage: Stage = "video"
    operation = Operation(operation_id, kind, stage, works, now)
    started = replace(project, operations=(*project.operations, operation), updated_at=now)
    data = {"operation": operation_id, "kind": kind, "stage": stage, "items": [work.item for work in works]}
    return started, (Event("operation.started", data),)
