"""Plans of accounts: what may be done on which. A studio without plans lets everybody do everything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dailies.domain.accounts import OWNER_ID, User
from dailies.domain.brief import Mode
from dailies.domain.errors import NotFound, PaymentRequired


@dataclass(frozen=True)
class AccountPlan:
    """A plan. ``paid``: whether having it counts as a conversion; ``interactive``: stopping after each stage;
    ``vendors``: models of vendors, not only the built-in artists; ``projects_per_month``: None is no limit."""

    id: str
    title: str
    paid: bool = False
    interactive: bool = True
    vendors: bool = True
    projects_per_month: int | None = None


@dataclass(frozen=True)
class AccountPlans:
    """All plans by id, in the order they are offered; the first is what a new account has. Empty: there are none."""

    by_id: Mapping[str, AccountPlan] = field(default_factory=dict)

    @property
    def offered(self) -> tuple[AccountPlan, ...]:
        """All plans in order."""
        return tuple(self.by_id.values())

    def of(self, user: User) -> AccountPlan | None:
        """The plan an account is on. None: without plans, and for the studio's owner, nothing is limited."""
        if not self.by_id or user.id == OWNER_ID:
            return None
        return self.by_id.get(user.plan, self.offered[0])

    def named(self, plan: str) -> AccountPlan:
        """The plan with this id. Raises NotFound ``no_such_plan``."""
        found = self.by_id.get(plan)
        if found is None:
            raise NotFound("There is no such plan.", code="no_such_plan")
        return found


def check_plan(plan: AccountPlan | None, mode: Mode, rehearsal: bool) -> None:
    """Raise PaymentRequired ``plan_needed`` for a project that the plan does not cover. ``rehearsal``: whether only
    built-in artists are cast."""
    if plan is None:
        return
    if mode == "interactive" and not plan.interactive:
        raise _not_covered(plan, "stopping after each stage")
    if not rehearsal and not plan.vendors:
        raise _not_covered(plan, "models of vendors")


def check_month(plan: AccountPlan | None, started: int) -> None:
    """Raise PaymentRequired ``plan_used_up`` where the month's projects are started. ``started``: how many were."""
    if plan is None or plan.projects_per_month is None or started < plan.projects_per_month:
        return
    raise PaymentRequired(
        f"{plan.title} covers {plan.projects_per_month} projects a month, and {started} are started. "
        "Go on next month, or ask the studio's owner for another plan.",
        code="plan_used_up",
    )


def _not_covered(plan: AccountPlan, what: str) -> PaymentRequired:
    return PaymentRequired(
        f"{plan.title} does not cover {what}. Ask the studio's owner for another plan.", code="plan_needed"
    )
