"""Money: every paid call has an estimate, a reservation and a settled cost.

A call goes from ``reserved`` (the money is held, nothing was sent) to ``sent`` (bytes may have left),
``accepted`` (the vendor gave its job an id) and ``settled`` (what it cost is known). A call the vendor
refused, or that turned out free, is ``released``. One of which nobody knows whether it was accepted is
``unknown``, and its estimate stays held until it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from dailies.domain.errors import PaymentRequired
from dailies.domain.project import Stage

CallState = Literal["reserved", "sent", "accepted", "settled", "released", "unknown"]
HELD: tuple[CallState, ...] = ("reserved", "sent", "accepted", "unknown")
"""States in which a call's estimate counts as held."""

NEAR = 0.8
"""Share of a budget from which people are warned."""


@dataclass(frozen=True)
class Call:
    """One call of a vendor. ``id``: the work's id and the call's purpose, so that a job run again finds it.
    Money in millionths of a US dollar. ``vendor_job``: the vendor's own id. ``answer``: address of what the
    vendor said, where it can't be asked for again. ``charged_for``: quantities by unit, as the vendor
    reported them."""

    id: str
    owner: str
    project: str
    stage: Stage
    item: str
    work: str
    purpose: str
    vendor: str
    model: str
    estimate: int
    created_at: datetime
    state: CallState = "reserved"
    cost: int = 0
    vendor_job: str = ""
    fingerprint: str = ""
    answer: str = ""
    charged_for: Mapping[str, float] = field(default_factory=dict)
    reason: str = ""
    sent_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def held(self) -> int:
        """What it still holds of a budget."""
        return self.estimate if self.state in HELD else 0


def sending(call: Call, now: datetime) -> Call:
    """Just before bytes leave."""
    return replace(call, state="sent", sent_at=now, reason="")


def refused(call: Call, reason: str) -> Call:
    """The vendor did not take it; it may be sent again."""
    return replace(call, state="reserved", reason=reason)


def accepted(call: Call, vendor_job: str) -> Call:
    """The vendor's job has an id. Late news of a closed call changes nothing."""
    return replace(call, state="accepted", vendor_job=vendor_job, reason="") if call.closed_at is None else call


def settled(call: Call, cost: int, charged_for: Mapping[str, float], answer: str, now: datetime) -> Call:
    """What it cost is known."""
    return replace(
        call, state="settled", cost=cost, charged_for=dict(charged_for), answer=answer, closed_at=now, reason=""
    )


def released(call: Call, reason: str, now: datetime) -> Call:
    """It cost nothing."""
    return replace(call, state="released", cost=0, reason=reason, closed_at=now)


def unknown(call: Call, reason: str) -> Call:
    """Nobody knows whether it was accepted."""
    return replace(call, state="unknown", reason=reason)


@dataclass(frozen=True)
class Limits:
    """What may be spent, in millionths of a US dollar; None is no limit. ``month_start``: when the running
    month began, UTC."""

    project: int | None
    month: int | None
    month_start: datetime


def check_limits(limits: Limits, estimate: int, project_used: int, month_used: int) -> None:
    """Raise PaymentRequired ``budget_exceeded`` or ``month_budget_exceeded`` when the estimate on top of what
    is spent and held would pass a limit."""
    if estimate <= 0:
        return
    if limits.project is not None and project_used + estimate > limits.project:
        left = max(0, limits.project - project_used)
        raise PaymentRequired(
            f"This needs {dollars(estimate)} and {dollars(left)} of the project's {dollars(limits.project)} budget "
            "is left. Raise the budget, or choose a cheaper model. Nothing was sent.",
            code="budget_exceeded",
        )
    if limits.month is not None and month_used + estimate > limits.month:
        left = max(0, limits.month - month_used)
        raise PaymentRequired(
            f"This needs {dollars(estimate)} and {dollars(left)} of this month's {dollars(limits.month)} is left. "
            "Raise the month's budget in your account. Nothing was sent.",
            code="month_budget_exceeded",
        )


def dollars(millionths: int) -> str:
    """Money for people: cents, and more digits only where it is less than a cent."""
    if millionths and abs(millionths) < 10_000:
        return f"${millionths / 1_000_000:.4f}"
    return f"${millionths / 1_000_000:,.2f}"
