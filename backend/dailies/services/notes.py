"""The chat: a note gets a streamed reply and, where it asks for a change, a plan. Only Apply runs a plan."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dailies.domain.approval import gate_open
from dailies.domain.conversation import (
    add_note,
    discard_plan,
    edit_plan,
    fail_reply,
    find_note,
    finish_reply,
    mark_applied,
    plan_base,
    refresh_plan,
    usable_plan,
)
from dailies.domain.cut_words import cut_from_instruction
from dailies.domain.errors import DailiesError
from dailies.domain.items import Item, find_item, items_of
from dailies.domain.operations import start_operation
from dailies.domain.project import CUT, Change, Event, Note, Plan, PlanChange, Project, Stage
from dailies.domain.staleness import dependents, stale_causes
from dailies.domain.takes import select_take, set_cut
from dailies.ports import BoardItem, Director, NoteContext, Proposal
from dailies.services.estimates import Estimates
from dailies.services.studio import Studio

log = logging.getLogger(__name__)

HISTORY = 6
"""Earlier exchanges the director is reminded of."""


@dataclass(frozen=True)
class Notes:
    """Notes and plans of projects."""

    studio: Studio
    director: Director
    estimates: Estimates
    prices_of: Callable[[Project, Sequence[str]], dict[str, int]]

    async def say(self, owner: str, project_id: str, text: str, stage: Stage, items: tuple[str, ...]) -> Note:
        """Keep a note; the reply is written by a job. Raises InvalidInput or NotFound."""
        note = Note(self.studio.make_id(), text, stage, items, self.studio.clock())
        project = await self.studio.change(owner, project_id, lambda each: add_note(each, note))
        return find_note(project, note.id)

    async def wait(self, owner: str, project_id: str, note_id: str, timeout_s: float = 60.0) -> Project:
        """The project once the note is answered, or as it is after the timeout."""
        deadline = asyncio.get_running_loop().time() + timeout_s
        while True:
            project = await self.studio.load(owner, project_id)
            answered = find_note(project, note_id).reply_state != "writing"
            if answered or asyncio.get_running_loop().time() > deadline:
                return project
            await asyncio.sleep(0.05)

    async def answer(self, project_id: str, note_id: str) -> None:
        """Write the reply: the job's handler. Run again after a crash, it starts the reply over."""
        project = await self.studio.store.load(project_id)
        note = find_note(project, note_id)
        if note.reply_state != "writing":
            return
        text, proposal = "", None
        try:
            async for piece in self.director.answer(self._context(project, note)):
                if isinstance(piece, Proposal):
                    proposal = piece
                    continue
                text += piece.text
                message: dict[str, object] = {"type": "reply", "note": note_id, "text": text}
                self.studio.hub.publish_soon(project_id, f"reply-{note_id}", message)
        except DailiesError as error:
            await self._fail(project_id, note_id, str(error))
            return
        except Exception:
            # The boundary of all directors: the note must not wait for ever.
            log.exception("reply to note %s of project %s failed", note_id, project_id)
            await self._fail(project_id, note_id, "The reply could not be written. Nothing was changed.")
            return
        plan_id, operation_id = self.studio.make_id(), self.studio.make_id()

        def verb(current: Project) -> Change:
            now = self.studio.clock()
            plan = self._plan(current, note, proposal, plan_id, now) if proposal else None
            answered, events = finish_reply(current, note_id, text.strip(), plan, now=now)
            if plan is None or not current.auto_apply_free or not gate_open(current, plan.stage):
                return answered, events
            if self.plan_price(current, plan) > 0:
                return answered, events
            applied, more = apply_plan(answered, plan_id, operation_id, now, {})
            return applied, (*events, *more)

        await self.studio.change(None, project_id, verb)

    async def apply(self, owner: str, project_id: str, plan_id: str) -> Project:
        """Run a plan. Raises Conflict ``plan_used``, ``plan_outdated``, ``stage_locked``, ``key_missing``;
        PaymentRequired ``budget_exceeded``."""
        operation_id = self.studio.make_id()

        def verb(project: Project) -> Change:
            making = made_by(usable_plan(project, plan_id))
            prices = self.prices_of(project, making) if making else {}
            return apply_plan(project, plan_id, operation_id, self.studio.clock(), prices)

        return await self.studio.change(owner, project_id, verb)

    def plan_price(self, project: Project, plan: Plan) -> int:
        """What applying the plan costs, in millionths of a US dollar."""
        items = (find_item(project, item) for item in made_by(plan))
        return sum(self.estimates.price(project, item) for item in items if item is not None)

    async def discard(self, owner: str, project_id: str, plan_id: str) -> Project:
        """Drop a plan."""
        return await self.studio.change(owner, project_id, lambda project: discard_plan(project, plan_id))

    async def edit(
        self, owner: str, project_id: str, plan_id: str, items: list[str] | None, instruction: str | None
    ) -> Project:
        """Keep only some of a plan's items, or reword it."""
        kept = tuple(items) if items is not None else None
        return await self.studio.change(
            owner, project_id, lambda project: edit_plan(project, plan_id, kept, instruction)
        )

    async def refresh(self, owner: str, project_id: str, plan_id: str) -> Project:
        """Make an outdated plan fit again, free."""
        return await self.studio.change(owner, project_id, lambda project: refresh_plan(project, plan_id))

    async def _fail(self, project_id: str, note_id: str, sentence: str) -> None:
        await self.studio.change(
            None, project_id, lambda project: fail_reply(project, note_id, sentence, now=self.studio.clock())
        )

    def _context(self, project: Project, note: Note) -> NoteContext:
        items = items_of(project, note.stage)
        earlier = [each for each in project.notes if each.id != note.id and each.reply_state == "done"]
        kind = items[0].kind if items else "story"
        return NoteContext(
            note.text,
            note.stage,
            project.brief,
            project.story,
            tuple(board_item(project, item) for item in items),
            note.items,
            self.estimates.prices.take(project, kind, items[0].seconds if items else None),
            self.estimates.usual(project, kind),
            tuple((each.text, each.reply) for each in earlier[-HISTORY:]),
        )

    def _plan(self, project: Project, note: Note, proposal: Proposal, plan_id: str, now: datetime) -> Plan | None:
        """The proposal as a plan; what is not in the note's stage is left out."""
        known = {item.id for item in items_of(project, note.stage)}
        changes = tuple(
            PlanChange(item, "" if proposal.kind == "select" else proposal.instruction, proposal.takes.get(item))
            for item in dict.fromkeys(proposal.items)
            if item in known
        )
        if not changes:
            return None
        return Plan(plan_id, note.id, note.stage, proposal.summary, changes, plan_base(project, changes), now)


def board_item(project: Project, item: Item) -> BoardItem:
    """An item as the director knows it."""
    story = project.story
    names = [item.label]
    found = story.find_shot(item.shot) if story and item.shot else None
    if story and found:
        shown = (found[0].place, *found[1].who)
        names.extend(entity.name for each in shown if (entity := story.entity(each)) is not None)
    causes = stale_causes(project, item.id)
    failure = project.outcomes.get(item.id)
    return BoardItem(
        item.id,
        item.label,
        tuple(names),
        item.number,
        item.code,
        item.summary,
        ", ".join(causes),
        failure.message if failure else "",
    )


def made_by(plan: Plan) -> tuple[str, ...]:
    """Items of which a plan makes a new take."""
    return tuple(change.item for change in plan.changes if change.take is None)


def apply_plan(project: Project, plan_id: str, operation_id: str, now: datetime, prices: Mapping[str, int]) -> Change:
    """Pick the plan's takes and start its work, in one change. ``prices``: of one take, by item."""
    plan = usable_plan(project, plan_id)
    events: list[Event] = []
    wanted: list[str] = []
    for change in plan.changes:
        if change.take is not None:
            project, more = select_take(project, change.item, change.take, now=now)
            events.extend(more)
        elif change.item == CUT:
            project, more = set_cut(project, cut_from_instruction(project.cut, change.instruction))
            events.extend(more)
            wanted.append(CUT)
        else:
            wanted.append(change.item)
    if wanted:
        note = find_note(project, plan.note).text
        instructions = {change.item: change.instruction for change in plan.changes if change.item != CUT}
        project, more = start_operation(
            project,
            operation_id,
            "assemble" if wanted == [CUT] else "regenerate",
            plan.stage,
            wanted,
            now=now,
            instruction=plan.summary,
            instructions={CUT: "", **instructions},
            note=note,
            estimates=prices,
        )
        events.extend(more)
    project, more = mark_applied(project, plan_id, operation_id if wanted else None)
    return project, (*events, *more)


def plan_stale(project: Project, plan: Plan) -> tuple[str, ...]:
    """Labels of what applying the plan would make stale. What a new story makes stale is known when it
    is written; until then the list names nothing."""
    items = tuple(change.item for change in plan.changes)
    found = (find_item(project, item) for item in dependents(project, items))
    return tuple(item.label for item in found if item is not None)
