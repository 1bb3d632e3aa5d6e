"""The chat: a note gets a streamed reply and, where it asks for a change, a plan. Only Apply runs a plan."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field

from dailies.domain.adjusting import Adjustment
from dailies.domain.approval import gate_open
from dailies.domain.conversation import (
    add_note,
    discard_plan,
    edit_plan,
    fail_reply,
    find_note,
    find_plan,
    finish_reply,
    refresh_plan,
    stop_reply,
    usable_plan,
)
from dailies.domain.errors import DailiesError, InvalidInput
from dailies.domain.items import find_item
from dailies.domain.project import Change, Note, Plan, Project, Stage, Take
from dailies.domain.taking_back import undo_plan
from dailies.ports import STUDIO_TOPIC, Agency, Blobs, LiveSessions, Proposal, Understood
from dailies.services.desk import Desk
from dailies.services.estimates import Estimates
from dailies.services.items import adjusted_take
from dailies.services.money import Money
from dailies.services.planning import Materials, apply_plan, made_by, plan_of
from dailies.services.studio import Studio

log = logging.getLogger(__name__)

KEEP_EVERY_S = 0.5
"""Least time between two times that a reply is kept as far as it is written."""

TURN_S = 5.0

LEDGER_ITEM = "director"
"""What a reply's cost is filed under."""


@dataclass
class _Writing:
    """A reply under way in this process."""

    text: str = ""
    stopped: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Notes:
    """Notes and plans of projects. ``sessions``: where replies are kept while they are written; ``turn_s``: how long a
    note waits for the one before it to be answered elsewhere, before it is answered here."""

    studio: Studio
    agency: Agency
    money: Money
    blobs: Blobs
    estimates: Estimates
    prices_of: Callable[[Project, Sequence[str]], dict[str, int]]
    sessions: LiveSessions | None = None
    turn_s: float = TURN_S
    _turns: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    _writing: dict[str, _Writing] = field(default_factory=dict)

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

    async def stop(self, owner: str, project_id: str, note_id: str) -> Project:
        """Stop a reply; what was written until now is kept. Raises Conflict ``reply_ended``."""
        writing = self._writing.get(note_id)
        so_far = writing.text if writing else await self._so_far(project_id, note_id)
        project = await self.studio.change(
            owner, project_id, lambda each: stop_reply(each, note_id, so_far, now=self.studio.clock())
        )
        # Whichever process writes the reply.
        self.studio.hub.publish(STUDIO_TOPIC, {"type": "stop_reply", "note": note_id})
        if writing is not None:
            writing.stopped.set()
        return project

    def hear(self, message: Mapping[str, object]) -> None:
        """Take what another process of the studio says."""
        writing = self._writing.get(str(message.get("note")))
        if message.get("type") == "stop_reply" and writing is not None:
            writing.stopped.set()

    async def _so_far(self, project_id: str, note_id: str) -> str:
        """A reply that another process writes, as far as it is written."""
        fields = await self.sessions.read(project_id) if self.sessions else {}
        return str(fields.get(f"reply:{note_id}", {}).get("text", ""))

    async def _remember(self, project_id: str, note_id: str, text: str) -> None:
        """Keep a reply as far as it is written, for pages that open meanwhile; "" forgets it."""
        if self.sessions is not None:
            with suppress(InvalidInput):
                await self.sessions.write(project_id, f"reply:{note_id}", {"text": text} if text else None)

    async def answer(self, project_id: str, note_id: str) -> None:
        """Write the reply: the job's handler. Notes of one project are answered in their order. Run again after a
        crash, it starts the reply over."""
        async with self._turns[project_id]:
            waited = 0.0
            while (before := await self._unanswered_before(project_id, note_id)) and waited < self.turn_s:
                await asyncio.sleep(0.1)
                waited += 0.1
            for earlier in before:
                await self._answer(project_id, earlier)
            await self._answer(project_id, note_id)

    async def _unanswered_before(self, project_id: str, note_id: str) -> list[str]:
        project = await self.studio.store.load(project_id)
        ids = [note.id for note in project.notes]
        earlier = project.notes[: ids.index(note_id)] if note_id in ids else ()
        return [note.id for note in earlier if note.reply_state == "writing"]

    async def _answer(self, project_id: str, note_id: str) -> None:
        project = await self.studio.store.load(project_id)
        note = find_note(project, note_id)
        if note.reply_state != "writing":
            return
        writing = self._writing.setdefault(note_id, _Writing())
        try:
            understood, proposal = await self._write(project, note, writing)
        except DailiesError as error:
            await self._fail(project_id, note_id, str(error))
            return
        except Exception:
            # The boundary of all directors: the note must not wait for ever.
            log.exception("reply to note %s of project %s failed", note_id, project_id)
            await self._fail(project_id, note_id, "The reply could not be written. Nothing was changed.")
            return
        finally:
            self._writing.pop(note_id, None)
            await self._remember(project_id, note_id, "")
        if not writing.stopped.is_set():
            await self._finish(project_id, note, writing.text, understood, proposal)

    async def _write(
        self, project: Project, note: Note, writing: _Writing
    ) -> tuple[Understood | None, Proposal | None]:
        """Stream the reply to whoever is looking, until it ends or is stopped."""
        understood: Understood | None = None
        proposal: Proposal | None = None
        journal = self.money.journal(project, note.stage, LEDGER_ITEM, note.id, writing.stopped.is_set)
        director = self.agency.director(project.casting.director, journal)
        context = Desk(self.estimates).context(project, note)
        kept_at = 0.0
        async with aclosing(director.answer(context)) as pieces:  # type: ignore[type-var]
            async for piece in pieces:
                if writing.stopped.is_set():
                    break
                if isinstance(piece, Proposal):
                    proposal = piece
                    continue
                understood = piece.understood or understood
                if piece.text:
                    writing.text += piece.text
                    message: dict[str, object] = {"type": "reply", "note": note.id, "text": writing.text}
                    self.studio.hub.publish_soon(project.id, f"reply-{note.id}", message)
                    if time.monotonic() - kept_at > KEEP_EVERY_S:
                        kept_at = time.monotonic()
                        await self._remember(project.id, note.id, writing.text)
        return understood, proposal

    async def _finish(
        self, project_id: str, note: Note, text: str, understood: Understood | None, proposal: Proposal | None
    ) -> None:
        plan_id = self.studio.make_id()

        def verb(current: Project) -> Change:
            now = self.studio.clock()
            plan = plan_of(current, note.id, note.stage, proposal, plan_id, now) if proposal else None
            return finish_reply(
                current,
                note.id,
                text.strip(),
                plan,
                now=now,
                kind=understood.kind if understood else "change" if plan else "",
                targets=understood.targets if understood else proposal.items if proposal else (),
                choices=understood.choices if understood else (),
            )

        project = await self.studio.change(None, project_id, verb)
        if find_note(project, note.id).plan == plan_id:
            await self._apply_free(project, plan_id)

    async def _apply_free(self, project: Project, plan_id: str) -> None:
        """Run a plan that costs nothing, where the creator has switched that on. What stands against it leaves the
        plan waiting."""
        plan = find_plan(project, plan_id)
        if not project.auto_apply_free or not gate_open(project, plan.stage) or self.plan_price(project, plan) > 0:
            return
        try:
            await self._apply(None, project.id, plan_id)
        except DailiesError as error:
            log.info("free plan %s of project %s waits: %s", plan_id, project.id, error)

    async def apply(self, owner: str, project_id: str, plan_id: str, option: int | None = None) -> Project:
        """Run a plan. ``option``: which of its options. Raises Conflict ``plan_used``, ``plan_outdated``,
        ``stage_locked``, ``key_missing``; PaymentRequired ``budget_exceeded``."""
        await self.studio.load(owner, project_id)
        return await self._apply(owner, project_id, plan_id, option)

    async def _apply(self, owner: str | None, project_id: str, plan_id: str, option: int | None = None) -> Project:
        operation_id = self.studio.make_id()
        project = await self.studio.store.load(project_id)
        if option is not None:
            project, _ = edit_plan(project, plan_id, None, None, option)
        adjusted = await self._adjusted(project, usable_plan(project, plan_id))

        def verb(current: Project) -> Change:
            if option is not None:
                current, _ = edit_plan(current, plan_id, None, None, option)
            making = made_by(usable_plan(current, plan_id))
            prices = self.prices_of(current, making) if making else {}
            return apply_plan(current, plan_id, operation_id, self.studio.clock(), Materials(prices, adjusted))

        return await self.studio.change(owner, project_id, verb)

    async def _adjusted(self, project: Project, plan: Plan) -> dict[str, Take]:
        """The takes of a plan's adjustments; pixels are changed before the project is."""
        wanted: list[tuple[str, Adjustment]] = [
            (change.item, change.adjustment) for change in plan.changes if change.adjustment is not None
        ]
        return {
            item: await adjusted_take(self.studio, self.blobs, project, item, adjustment, None)
            for item, adjustment in wanted
        }

    def plan_price(self, project: Project, plan: Plan) -> int:
        """What applying the plan costs, in millionths of a US dollar."""
        items = (find_item(project, item) for item in made_by(plan))
        return sum(self.estimates.price(project, item) for item in items if item is not None)

    async def discard(self, owner: str, project_id: str, plan_id: str) -> Project:
        """Drop a plan."""
        return await self.studio.change(owner, project_id, lambda project: discard_plan(project, plan_id))

    async def undo(self, owner: str, project_id: str, plan_id: str) -> Project:
        """Take an applied plan back as one. Raises Conflict ``plan_not_applied``, ``work_under_way``,
        ``undo_overlaps``."""
        return await self.studio.change(
            owner, project_id, lambda project: undo_plan(project, plan_id, now=self.studio.clock())
        )

    async def edit(
        self,
        owner: str,
        project_id: str,
        plan_id: str,
        items: list[str] | None,
        instruction: str | None,
        option: int | None = None,
    ) -> Project:
        """Keep only some of a plan's items, reword it, or choose another of its options."""
        kept = tuple(items) if items is not None else None
        return await self.studio.change(
            owner, project_id, lambda project: edit_plan(project, plan_id, kept, instruction, option)
        )

    async def refresh(self, owner: str, project_id: str, plan_id: str) -> Project:
        """Make an outdated plan fit again, free."""
        return await self.studio.change(owner, project_id, lambda project: refresh_plan(project, plan_id))

    async def _fail(self, project_id: str, note_id: str, sentence: str) -> None:
        await self.studio.change(
            None, project_id, lambda project: fail_reply(project, note_id, sentence, now=self.studio.clock())
        )
