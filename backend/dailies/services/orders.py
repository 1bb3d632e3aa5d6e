"""Work a creator orders beyond a single take: renewing through stages, trying until good enough, others like this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dailies.domain.items import find_item
from dailies.domain.likeness import inherited, likeness
from dailies.domain.operations import check_budget, start_operation
from dailies.domain.project import Change, Project, Stage
from dailies.domain.renewal import Depth, RenewalPlan, Reopening, renewal_plan, reopening, start_renewal
from dailies.domain.trying import start_tries, stop_tries
from dailies.services.estimates import Estimate
from dailies.services.production import Production


@dataclass(frozen=True)
class LikeWish:
    """A take that others are to be like. ``take``: its number, or None for the selected one; ``binds``: "style" or an
    entity's id."""

    item: str
    take: int | None
    binds: str


@dataclass(frozen=True)
class TryWish:
    """How long to try. ``goal``: overall score, 0 to 100; ``most``: takes of an item; ``limit``: millionths of a US
    dollar, or None."""

    goal: float
    most: int
    limit: int | None
    instruction: str = ""


@dataclass(frozen=True)
class Orders:
    """Starts such work; ``Production.settled`` goes on with it."""

    production: Production

    async def renewal(
        self, owner: str, project_id: str, stage: Stage, items: Sequence[str] | None, depth: Depth
    ) -> tuple[Project, RenewalPlan, Estimate]:
        """What renewing would make, and cost. Raises Conflict ``nothing_stale``, NotFound ``no_such_item``."""
        project = await self.production.studio.load(owner, project_id)
        plan = renewal_plan(project, stage, items, depth)
        return project, plan, self._estimate(project, plan.items)

    async def reopening(self, owner: str, project_id: str, stage: Stage) -> tuple[Project, Reopening, Estimate]:
        """What reopening the stage would touch, and what renewing all of that would cost. Raises Conflict
        ``not_approved``."""
        project = await self.production.studio.load(owner, project_id)
        found = reopening(project, stage)
        return project, found, self._estimate(project, found.stale)

    def _estimate(self, project: Project, items: Sequence[str]) -> Estimate:
        found = [item for each in items if (item := find_item(project, each)) is not None]
        return self.production.estimates.of(project, found)

    async def renew(
        self,
        owner: str,
        project_id: str,
        stage: Stage,
        items: Sequence[str] | None,
        depth: Depth,
        revision: int | None,
    ) -> Project:
        """Make anew what is stale: these items, or all of the stage; with ``depth`` "below" everything below too.

        Raises Conflict ``nothing_stale``, ``renewal_under_way`` or ``stage_locked``, NotFound ``no_such_item``,
        PaymentRequired ``budget_exceeded``.
        """
        operation_id = self.production.studio.make_id()

        def verb(project: Project) -> Change:
            plan = renewal_plan(project, stage, items, depth)
            check_budget(project, sum(self.production.prices_of(project, plan.items).values()))
            return start_renewal(
                project, plan, operation_id, self.production.prices_of, now=self.production.studio.clock()
            )

        return await self.production.studio.change(owner, project_id, verb, revision)

    async def try_until(
        self,
        owner: str,
        project_id: str,
        stage: Stage,
        items: Sequence[str] | None,
        wish: TryWish,
        revision: int | None,
    ) -> Project:
        """Try until good enough. Raises what ``start_tries`` raises."""
        tries_id = self.production.studio.make_id()

        def verb(project: Project) -> Change:
            return start_tries(
                project,
                tries_id,
                stage,
                items,
                goal=wish.goal,
                most=wish.most,
                limit=wish.limit,
                instruction=wish.instruction.strip(),
                prices=self.production.prices_of,
                now=self.production.studio.clock(),
            )

        return await self.production.studio.change(owner, project_id, verb, revision)

    async def stop_trying(self, owner: str, project_id: str, tries_id: str) -> Project:
        """Stop an order to try, and what it has under way. Raises NotFound ``no_such_tries``, Conflict
        ``not_running``."""
        project = await self.production.studio.change(
            owner, project_id, lambda each: stop_tries(each, tries_id, now=self.production.studio.clock())
        )
        tries = next(each for each in project.tries if each.id == tries_id)
        made = {work for attempt in tries.attempts for work in attempt.works}
        for operation in {each.id: each for each, work in project.active_works() if work.id in made}.values():
            project = await self.production.cancel(owner, project_id, operation.id)
        return project

    async def others_like(
        self,
        owner: str,
        project_id: str,
        stage: Stage,
        items: Sequence[str],
        wish: LikeWish,
        instruction: str,
        count: int,
        revision: int | None,
    ) -> Project:
        """Make new takes of these items like a take of another, whose changes they take over too.

        Raises what ``likeness`` and ``start_operation`` raise.
        """
        operation_id = self.production.studio.make_id()

        def verb(project: Project) -> Change:
            wanted = list(dict.fromkeys(items))
            like = likeness(project, wish.item, wish.take, wish.binds, wanted)
            return start_operation(
                project,
                operation_id,
                "regenerate",
                stage,
                wanted,
                now=self.production.studio.clock(),
                instruction=instruction,
                instructions=inherited(project, like, wanted, instruction.strip()),
                count=count,
                estimates=self.production.prices_of(project, wanted),
                like=dict.fromkeys(wanted, like),
            )

        return await self.production.studio.change(owner, project_id, verb, revision)
