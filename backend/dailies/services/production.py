"""Making things: start work at a gate, do it, go on by policy, cancel, retry, and pick up after a crash."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from dailies.domain.approval import approve, missing_items, reopen, require_gate
from dailies.domain.errors import Conflict, DailiesError, NotFound, PaymentRequired, ProviderError
from dailies.domain.handing_over import spoken_shot, start_delivery, start_narration
from dailies.domain.items import PART_OF_ITEM, find_item, items_of
from dailies.domain.operations import (
    OUTCOME_UNKNOWN,
    cancel_work,
    fail_work,
    finish_work,
    request_cancel,
    retry_items,
    start_operation,
    start_work,
    unknown_items,
    with_model,
)
from dailies.domain.policy import next_step
from dailies.domain.project import CUT, Change, Event, Failure, Operation, OperationKind, Project, Stage, Take, Work
from dailies.domain.registry import REHEARSAL
from dailies.domain.renewal import continue_renewal
from dailies.domain.staleness import is_stale
from dailies.domain.takes import next_number
from dailies.domain.trying import continue_tries
from dailies.ports import STUDIO_TOPIC, Jobs
from dailies.services.artists import Artists
from dailies.services.estimates import Estimates
from dailies.services.studio import Studio

log = logging.getLogger(__name__)


class Stopped(Exception):
    """Raised inside an artist's thread when its work was cancelled."""


@dataclass
class Production:
    """Generation at every stage. ``progress``: share done by work id, of what runs in this process."""

    studio: Studio
    artists: Artists
    jobs: Jobs
    estimates: Estimates
    progress: dict[str, float] = field(default_factory=dict)
    _stops: dict[str, threading.Event] = field(default_factory=dict)

    async def generate(self, owner: str, project_id: str, stage: Stage, revision: int | None) -> Project:
        """Make what the stage is missing. Raises Conflict ``stage_locked`` or ``nothing_to_do``."""
        operation_id = self.studio.make_id()

        def verb(project: Project) -> Change:
            require_gate(project, stage)
            return self._start_missing(project, stage, operation_id, self.studio.clock())

        return await self.studio.change(owner, project_id, verb, revision)

    async def regenerate(
        self,
        owner: str,
        project_id: str,
        stage: Stage,
        items: Sequence[str] | None,
        instruction: str,
        count: int,
        revision: int | None,
        tier: Literal["draft", "final"] | None = None,
    ) -> Project:
        """Make new takes of these items, or of everything stale or failed. Everything else is kept. ``tier``: of the
        model that makes clips; a final one goes on from the pick, with its seed and its notes. Raises Conflict
        ``no_such_tier``."""
        operation_id = self.studio.make_id()

        def verb(project: Project) -> Change:
            wanted = list(dict.fromkeys(items)) if items is not None else needing_work(project, stage)
            if tier is not None:
                return self._in_tier(project, operation_id, stage, wanted, instruction.strip(), count, tier)
            return start_operation(
                project,
                operation_id,
                "assemble" if wanted == [CUT] else "regenerate",
                stage,
                wanted,
                now=self.studio.clock(),
                instruction=instruction.strip(),
                count=count,
                estimates=self.prices_of(project, wanted),
            )

        return await self.studio.change(owner, project_id, verb, revision)

    def settled(self, change: Change) -> Change:
        """A change with what follows from it by itself where the creator ordered it: renewing further stages, and
        trying again."""
        project, events = change
        now = self.studio.clock()
        project, renewed = continue_renewal(project, self.studio.make_id(), self.prices_of, now=now)
        project, tried = continue_tries(project, self.studio.make_id, self.prices_of, now=now)
        return project, (*events, *renewed, *tried)

    def _in_tier(
        self,
        project: Project,
        operation_id: str,
        stage: Stage,
        wanted: list[str],
        instruction: str,
        count: int,
        tier: Literal["draft", "final"],
    ) -> Change:
        model = self._model_of_tier(project, stage, wanted, tier)
        cast = replace(project, casting=replace(project.casting, video=model))
        started = start_operation(
            project,
            operation_id,
            "regenerate",
            stage,
            wanted,
            now=self.studio.clock(),
            instruction=instruction,
            count=count,
            estimates=self.prices_of(cast, wanted),
        )
        return with_model(started, operation_id, model, same_seed=tier == "final" and count == 1)

    def _model_of_tier(self, project: Project, stage: Stage, wanted: list[str], tier: str) -> str:
        """The project's own model where it is of the tier, else the first of the registry that can be used."""
        if stage != "video" or CUT in wanted:
            raise Conflict("Only clips are made as drafts first.", code="no_such_tier")
        own = project.casting.video
        models = [model for model in self.estimates.prices.registry.of_kind("video") if model.tier == tier]
        for model in sorted(models, key=lambda each: each.id != own):
            try:
                self.artists.agency.require(model.id)
            except Conflict:
                continue
            return model.id
        raise Conflict(f"No model for {tier} clips can be used here. Enter a key under Providers.", code="no_such_tier")

    async def approve(self, owner: str, project_id: str, stage: Stage, revision: int, with_stale: bool) -> Project:
        """Sign a stage off, bound to the takes selected now."""
        operation_id = self.studio.make_id()

        def verb(project: Project) -> Change:
            now = self.studio.clock()
            approved, events = approve(project, stage, by=owner, now=now, with_stale=with_stale)
            gone_on, more = self._go_on(approved, None, operation_id, now)
            return gone_on, (*events, *more)

        return await self.studio.change(owner, project_id, verb, revision)

    async def reopen(self, owner: str, project_id: str, stage: Stage) -> Project:
        """Take an approval back."""
        return await self.studio.change(owner, project_id, lambda project: reopen(project, stage))

    async def resume_automatic(self, owner: str, project_id: str) -> Project:
        """Go on by the project's policy, after its mode was changed."""
        operation_id = self.studio.make_id()
        return await self.studio.change(
            owner, project_id, lambda project: self._go_on(project, None, operation_id, self.studio.clock())
        )

    async def cancel(self, owner: str, project_id: str, operation_id: str) -> Project:
        """Stop an operation: what waits is dropped at once, what runs is interrupted; takes made are kept."""
        project = await self.studio.change(
            owner, project_id, lambda each: request_cancel(each, operation_id, now=self.studio.clock())
        )
        operation = project.operation(operation_id)
        works = operation.works if operation else ()
        # Whichever process makes them; the engine interrupts those that this does not reach.
        self.studio.hub.publish(STUDIO_TOPIC, {"type": "cancel", "works": [work.id for work in works]})
        for work in works:
            self.interrupted(work.id)
            if work.status in ("cancelled", "running"):
                await self.jobs.cancel(work.id)
        return await self._close_cancelled(project_id, operation_id)

    def hear(self, message: Mapping[str, object]) -> None:
        """Take what another process of the studio says."""
        works = message.get("works")
        if message.get("type") == "cancel" and isinstance(works, list):
            for work_id in works:
                self.interrupted(str(work_id))

    def interrupted(self, work_id: str) -> None:
        """Somebody cancelled work that is made in this process; its artist is told so before it is interrupted."""
        if work_id in self._stops:
            self._stops[work_id].set()

    async def retry(self, owner: str, project_id: str, operation_id: str) -> Project:
        """Try again what an operation did not make, and only that."""
        new_operation = self.studio.make_id()

        def verb(project: Project) -> Change:
            earlier = project.operation(operation_id)
            if earlier is not None and earlier.kind in ("deliver", "narrate"):
                return self._again(project, earlier, new_operation)
            items = retry_items(project, operation_id)
            instructions = {work.item: work.instruction for work in earlier.works} if earlier else {}
            return start_operation(
                project,
                new_operation,
                earlier.kind if earlier else "regenerate",
                earlier.stage if earlier else "story",
                items,
                now=self.studio.clock(),
                instruction=earlier.instruction if earlier else "",
                instructions=instructions,
                note=earlier.note if earlier else "",
                estimates=self.prices_of(project, items),
            )

        return await self.studio.change(owner, project_id, verb)

    def _again(self, project: Project, earlier: Operation, operation_id: str) -> Change:
        """Files and spoken lines that were not made."""
        unmade = [work for work in earlier.works if work.status in ("failed", "cancelled")]
        if earlier.active or not unmade:
            raise Conflict("There is nothing to try again.", code="nothing_to_retry")
        now = self.studio.clock()
        wish = unmade[0].delivery
        if wish is not None:
            return start_delivery(project, operation_id, wish, now=now)
        shots = [shot for work in unmade if (shot := spoken_shot(work.item))]
        prices = {shot: work.estimate for work in unmade if (shot := spoken_shot(work.item))}
        return start_narration(project, operation_id, shots, now=now, prices=prices)

    async def check(self, owner: str, project_id: str, operation_id: str) -> Project:
        """Look up, at the vendor, calls of which nobody knows whether they were taken. Nothing is sent again.

        Raises NotFound ``no_such_operation``, Conflict ``nothing_to_check`` or ``work_under_way``.
        """
        new_operation = self.studio.make_id()

        def verb(project: Project) -> Change:
            found = unknown_items(project, operation_id)
            earlier = project.operation(operation_id)
            instructions = {work.item: work.instruction for work in earlier.works} if earlier else {}
            return start_operation(
                project,
                new_operation,
                "regenerate",
                earlier.stage if earlier else "story",
                list(found),
                now=self.studio.clock(),
                instructions=instructions,
                note=earlier.note if earlier else "",
                adopts=found,
            )

        return await self.studio.change(owner, project_id, verb)

    def prices_of(self, project: Project, items: Sequence[str]) -> dict[str, int]:
        """The price of one take of each item, in millionths of a US dollar.

        Raises Conflict where a model that is needed can't be used now: ``model_gone``, ``key_missing``.
        """
        found = [each for item in items if (each := find_item(project, item)) is not None]
        for part in {PART_OF_ITEM[item.kind] for item in found if item.kind in PART_OF_ITEM}:
            self.artists.agency.require(project.casting.model_of(part))
        return {item.id: self.estimates.price(project, item) for item in found}

    async def make(self, project_id: str, work_id: str) -> None:
        """Do one piece of work: the job's handler. Run again after a crash, it makes no second take."""
        begun = self.studio.clock()
        try:
            project = await self.studio.change(None, project_id, lambda each: start_work(each, work_id, now=begun))
        except NotFound:
            return
        operation, work = find_work(project, work_id)
        if work.status != "running":
            return
        if operation.cancelling or project.deleted_at is not None:
            await self._close(project_id, work_id)
            return
        stop = self._stops.setdefault(work_id, threading.Event())
        try:
            report = self._progress(project, operation, work, stop)
            take = await self.artists.make(project, operation, work, report, stop.is_set)
        except asyncio.CancelledError:
            stop.set()
            raise
        except Stopped:
            await self._close(project_id, work_id)
        except ProviderError as error:
            await self._fail(project_id, work_id, operation.id, error.code, str(error), error.charged, error.retryable)
        except DailiesError as error:
            await self._fail(project_id, work_id, operation.id, error.code, str(error), False, True)
        except Exception:
            # The boundary of all artists: whatever goes wrong becomes a failed item, never a lost one.
            log.exception("work %s of project %s failed", work_id, project_id)
            sentence = "Something broke while making this. It is in the server's log. Not charged."
            await self._fail(project_id, work_id, operation.id, "internal", sentence, False, True)
        else:
            item = find_item(project, work.item)
            if item is not None:
                model = self.estimates.model(project, item.kind)
                seconds = (self.studio.clock() - begun).total_seconds()
                self.estimates.pace.record(item.kind, model.id if model else REHEARSAL, seconds)
            await self._keep(project_id, work_id, take)
        finally:
            self.progress.pop(work_id, None)
            self._stops.pop(work_id, None)

    async def pick_up(self) -> None:
        """Close at start what can't be resumed: cancelled work whose job is gone, jobs the engine lost."""
        for project_id in await self.studio.store.unfinished():
            project = await self.studio.store.load(project_id)
            for operation, work in list(project.active_works()):
                status = await self.jobs.status(work.id)
                if operation.cancelling:
                    await self._close(project_id, work.id)
                elif status not in ("queued", "running"):
                    await self._fail_interrupted(project_id, operation.id, work)

    async def _fail_interrupted(self, project_id: str, operation_id: str, work: Work) -> None:
        """Close work whose job is gone; a vendor's job that it had begun can still be looked up."""
        calls = await self.artists.money.ledger.of_work(work.adopts or work.id)
        if any(call.state in ("sent", "accepted", "unknown") for call in calls):
            sentence = "The studio stopped too often while this was being made. Look up what became of it."
            await self._fail(project_id, work.id, operation_id, OUTCOME_UNKNOWN, sentence, None, True)
            return
        charged = any(call.cost for call in calls)
        sentence = "The studio stopped while this was being made. " + ("" if charged else "Not charged.")
        await self._fail(project_id, work.id, operation_id, "interrupted", sentence.strip(), charged, True)

    def _progress(self, project: Project, operation: Operation, work: Work, stop: threading.Event) -> ProgressReport:
        item = find_item(project, work.item)
        usual = self.estimates.usual(project, item.kind) if item else 1.0
        return ProgressReport(self, project.id, operation.id, work, usual, stop, asyncio.get_running_loop())

    async def _keep(self, project_id: str, work_id: str, take: Take) -> None:
        operation_id = self.studio.make_id()

        def verb(project: Project) -> Change:
            now = self.studio.clock()
            numbered = replace(take, number=next_number(project, take.item))
            return self._after(finish_work(project, work_id, numbered, now=now), work_id, operation_id, now)

        await self.studio.change(None, project_id, verb)

    async def _fail(
        self,
        project_id: str,
        work_id: str,
        operation_id: str,
        code: str,
        message: str,
        charged: bool | None,
        retryable: bool,
    ) -> None:
        failure = Failure(code, message, charged, retryable, operation_id)
        await self.studio.change(
            None,
            project_id,
            lambda project: self.settled(fail_work(project, work_id, failure, now=self.studio.clock())),
        )

    async def _close(self, project_id: str, work_id: str) -> None:
        await self.studio.change(
            None,
            project_id,
            lambda project: self.settled(cancel_work(project, work_id, now=self.studio.clock())),
        )

    async def _close_cancelled(self, project_id: str, operation_id: str) -> Project:
        def verb(project: Project) -> Change:
            operation = project.operation(operation_id)
            events: list[Event] = []
            for work in operation.works if operation else ():
                project, more = cancel_work(project, work.id, now=self.studio.clock())
                events.extend(more)
            return self.settled((project, tuple(events)))

        return await self.studio.change(None, project_id, verb)

    def _after(self, change: Change, work_id: str, new: str, now: datetime) -> Change:
        project, events = self.settled(change)
        operation, _ = find_work(project, work_id)
        if operation.active or operation.kind in ("deliver", "narrate"):
            return project, events
        gone_on, more = self._go_on(project, operation, new, now)
        return gone_on, (*events, *more)

    def _go_on(self, project: Project, ended: Operation | None, operation_id: str, now: datetime) -> Change:
        """Take every step the policy allows until one starts work or none is left."""
        events: list[Event] = []
        step = next_step(project, ended)
        while step is not None and step.kind == "approve":
            project, more = approve(project, step.stage, by="automatic", now=now, with_stale=False)
            events.extend(more)
            step = next_step(project)
        if step is not None and step.kind == "assemble":
            project, more = start_operation(project, operation_id, "assemble", "video", [CUT], now=now)
            events.extend(more)
        elif step is not None:
            try:
                project, more = self._start_missing(project, step.stage, operation_id, now)
            except (PaymentRequired, Conflict) as error:
                # What is made stays; the creator raises the budget, or goes on by hand.
                more = (Event("automatic.stopped", {"stage": step.stage, "code": error.code, "message": str(error)}),)
            events.extend(more)
        return project, tuple(events)

    def _start_missing(self, project: Project, stage: Stage, operation_id: str, now: datetime) -> Change:
        missing = list(missing_items(project, stage))
        if missing != [CUT]:
            missing = [item for item in missing if item != CUT]
        if not missing:
            raise Conflict(f"Everything in the {stage} is made.", code="nothing_to_do")
        kind: OperationKind = "assemble" if missing == [CUT] else "generate"
        estimates = self.prices_of(project, missing)
        return start_operation(project, operation_id, kind, stage, missing, now=now, estimates=estimates)


def needing_work(project: Project, stage: Stage) -> list[str]:
    """Items of a stage that are stale, failed or missing, in order; the cut only when it is alone."""
    items = [
        item.id
        for item in items_of(project, stage)
        if item.id in project.outcomes or item.id not in project.selected or is_stale(project, item.id)
    ]
    return items if items == [CUT] else [item for item in items if item != CUT]


def find_work(project: Project, work_id: str) -> tuple[Operation, Work]:
    """A piece of work and its operation. Raises NotFound."""
    for operation in project.operations:
        for work in operation.works:
            if work.id == work_id:
                return operation, work
    raise NotFound("There is no such work.", code="no_such_operation")


@dataclass
class ProgressReport:
    """Tells whoever is looking how far a piece of work is; called from the artist's thread."""

    production: Production
    project_id: str
    operation_id: str
    work: Work
    usual_seconds: float
    stop: threading.Event
    loop: asyncio.AbstractEventLoop

    def __call__(self, share: float) -> None:
        """Report the share done, 0 to 1. Raises Stopped when the work was cancelled."""
        if self.stop.is_set():
            raise Stopped
        self.loop.call_soon_threadsafe(self._tell, max(0.0, min(1.0, share)))

    def _tell(self, share: float) -> None:
        if self.stop.is_set():
            return
        self.production.progress[self.work.id] = share
        self.production.studio.hub.publish_soon(
            self.project_id,
            self.work.id,
            {
                "type": "progress",
                "operation": self.operation_id,
                "item": self.work.item,
                "progress": round(share, 3),
                "seconds_left": round(self.usual_seconds * (1 - share), 1),
            },
        )
