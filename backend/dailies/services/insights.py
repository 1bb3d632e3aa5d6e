"""The insights: facts brought up to date, and the page's numbers from them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from dailies.domain.accounts import User
from dailies.domain.brief import Mode
from dailies.domain.errors import Forbidden, InvalidInput, NotFound
from dailies.domain.insights.summary import Bucket, Insights, insights
from dailies.domain.plans import AccountPlans
from dailies.ports import InsightStore, VendorDay

AT_A_TIME = 200
"""Projects whose events are folded in one transaction: others get their turn in between."""

LONGEST = timedelta(days=3660)
"""The longest span that can be asked for."""


@dataclass(frozen=True)
class Wanted:
    """What is asked for: projects created from ``since`` to before ``until``; ``user`` "" is everybody; ``mode``: only
    those begun in this way."""

    since: datetime
    until: datetime
    bucket: Bucket
    user: str = ""
    mode: Mode | None = None


@dataclass(frozen=True)
class Counting:
    """Counts the insights. ``users``: everybody with an account; ``enabled``: nothing is counted where it is False."""

    store: InsightStore
    users: Callable[[], Awaitable[tuple[User, ...]]]
    plans: AccountPlans
    clock: Callable[[], datetime]
    abandoned_after: timedelta
    enabled: bool = True

    async def read(self, user: User, wanted: Wanted) -> tuple[Insights, tuple[VendorDay, ...]]:
        """The numbers, and calls of vendors by day.

        Raises NotFound ``insights_off``, Forbidden ``not_the_owner`` for somebody else's numbers, InvalidInput
        ``bad_span``.
        """
        if not self.enabled:
            raise NotFound("Insights are switched off in this studio.", code="insights_off")
        if user.role != "owner" and wanted.user != user.id:
            raise Forbidden("Only the studio's owner sees the numbers of others.", code="not_the_owner")
        if not wanted.since < wanted.until or wanted.until - wanted.since > LONGEST:
            raise InvalidInput("The span ends after it begins, and within ten years.", code="bad_span")
        while await self.store.fold_in(AT_A_TIME) == AT_A_TIME:
            pass
        facts = await self.store.facts(wanted.since, wanted.until, wanted.user)
        if wanted.mode is not None:
            facts = tuple(each for each in facts if each.mode == wanted.mode)
        counted_in = {each.project for each in facts}
        payments = await self.store.payments(wanted.since, wanted.until, wanted.user)
        payments = tuple(each for each in payments if each.project in counted_in)
        vendors = await self.store.vendor_days(wanted.since, wanted.until, wanted.user)
        paying = frozenset(
            each.id for each in await self.users() if (plan := self.plans.of(each)) is not None and plan.paid
        )
        counted = insights(
            facts,
            payments,
            paying,
            bucket=wanted.bucket,
            now=self.clock(),
            abandoned_after=self.abandoned_after,
        )
        return counted, vendors
