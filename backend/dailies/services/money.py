"""Money: what things will cost, what may be spent, and the ledger of every paid call."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from dailies.domain.brief import Brief
from dailies.domain.casting import Part
from dailies.domain.errors import NotFound, PaymentRequired
from dailies.domain.items import PART_OF_ITEM, Item, ItemKind
from dailies.domain.ledger import (
    NEAR,
    Call,
    Limits,
    accepted,
    dollars,
    refused,
    released,
    sending,
    settled,
    unknown,
)
from dailies.domain.project import Project, Stage
from dailies.domain.quantities import (
    clip_quantities,
    clip_terms,
    picture_quantities,
    picture_terms,
    speech_quantities,
    text_quantities,
)
from dailies.domain.registry import REHEARSAL, Model, Quantities, Registry
from dailies.ports import Blobs, KnownCall, Ledger, LiveHub

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]

USUAL_REFERENCES = 3
"""Reference pictures a frame is made with: its place, a character, the style."""


@dataclass(frozen=True)
class Prices:
    """What takes will cost, from the registry's price rules."""

    registry: Registry

    def take(self, project: Project, kind: ItemKind, seconds: float | None) -> int:
        """The price of one take of an item, in millionths of a US dollar. ``seconds``: of a clip."""
        part = PART_OF_ITEM.get(kind)
        model = self.model(project, part) if part else None
        if model is None or part is None:
            return 0
        return price(model, project.brief, seconds or 0.0)

    def item(self, project: Project, item: Item) -> int:
        """The price of one take of this item."""
        return self.take(project, item.kind, item.seconds)

    def part(self, project: Project, part: Part) -> int:
        """The price of one call of the model chosen for a part."""
        model = self.model(project, part)
        return price(model, project.brief, 5.0) if model else 0

    def model(self, project: Project, part: Part) -> Model | None:
        """The model chosen for a part; None for the built-in artists and models that left the registry."""
        chosen = project.casting.model_of(part)
        return None if chosen == REHEARSAL else self.registry.models.get(chosen)


def price(model: Model, brief: Brief, seconds: float) -> int:
    """What one call of a model costs for this brief, in millionths of a US dollar. ``seconds``: of a clip."""
    width, height = brief.frame_size
    if model.kind in ("image", "inpaint"):
        references = USUAL_REFERENCES if model.kind == "image" else 1
        return model.cost(picture_quantities(model, width, height, references), picture_terms(model, width, height))
    if model.kind == "video":
        return model.cost(clip_quantities(model, seconds), clip_terms(model, seconds, width, height))
    if model.kind == "speech":
        return model.cost(speech_quantities(model, "x" * 60))
    return model.cost(text_quantities(model))


@dataclass(frozen=True)
class Money:
    """The ledger of a studio. ``month_budget``: an owner's budget for a month, or None."""

    ledger: Ledger
    registry: Registry
    blobs: Blobs
    hub: LiveHub
    clock: Clock
    month_budget: Callable[[str], Awaitable[int | None]]

    def journal(
        self, project: Project, stage: Stage, item: str, work: str, stopping: Callable[[], bool], adopts: str = ""
    ) -> WorkJournal:
        """The ledger of one piece of work. ``work``: its id; ``adopts``: earlier work whose calls are only
        looked up."""
        return WorkJournal(self, project, stage, item, work, adopts, stopping)

    async def limits(self, project: Project) -> Limits:
        """What may be spent for a project now."""
        return Limits(project.budget, await self.month_budget(project.owner), month_start(self.clock()))

    async def month_used(self, owner: str) -> int:
        """What this month's calls have cost and hold, in millionths of a US dollar."""
        return await self.ledger.used(owner, month_start(self.clock()))

    async def repeats(self, owner: str) -> dict[str, float]:
        """By stage, how many takes an item usually takes this creator; 1 where nothing is known."""
        return await self.ledger.repeats(owner)


def month_start(now: datetime) -> datetime:
    """The first moment of the running month, UTC."""
    return now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def near_limit(used: int, limit: int | None) -> bool:
    """Whether people should be warned: four fifths of a limit are used."""
    return limit is not None and used >= limit * NEAR


@dataclass(frozen=True)
class WorkJournal:
    """The ledger of one piece of work: see the port ``Journal``."""

    money: Money
    project: Project
    stage: Stage
    item: str
    work: str
    adopts: str
    stop_wanted: Callable[[], bool]

    @property
    def stopping(self) -> bool:
        """Whether the creator has cancelled the work."""
        return self.stop_wanted()

    async def open(self, purpose: str, model: str, estimate: int, fingerprint: str) -> KnownCall:
        """Hold the money, or say what is known of the call from before."""
        row = self.money.registry.model(model)
        now = self.money.clock()
        call = Call(
            id=self._id(purpose),
            owner=self.project.owner,
            project=self.project.id,
            stage=self.stage,
            item=self.item,
            work=self.work,
            purpose=purpose,
            vendor=row.vendor,
            model=model,
            estimate=estimate,
            created_at=now,
            fingerprint=fingerprint,
        )
        if self.adopts:
            earlier = await self.money.ledger.get(call.id)
            if earlier is None:
                raise NotFound("There is no such call in the ledger.", code="no_such_call")
            return await self._known(earlier, may_send=False)
        await self._check_vendor(row.vendor, estimate)
        call = await self.money.ledger.open(call, await self.money.limits(self.project))
        if call.state == "released":
            call = replace(call, state="reserved", closed_at=None)
            await self.money.ledger.put(call)
        await self._tell()
        return await self._known(call, may_send=True)

    async def _check_vendor(self, vendor_id: str, estimate: int) -> None:
        """Raise PaymentRequired ``vendor_budget_exceeded`` where the vendor's month would pass what its row allows."""
        vendor = self.money.registry.vendor(vendor_id)
        if vendor.monthly_usd is None or estimate <= 0:
            return
        limit = int(vendor.monthly_usd * 1_000_000)
        use = await self.money.ledger.vendor_use(month_start(self.money.clock()))
        used = next((each.used for each in use if each.vendor == vendor_id), 0)
        if used + estimate > limit:
            raise PaymentRequired(
                f"{vendor.title} may cost this studio {dollars(limit)} a month, and {dollars(used)} are used. "
                "Its owner can change that in the registry. Nothing was sent.",
                code="vendor_budget_exceeded",
            )

    async def sending(self, purpose: str) -> None:
        """Just before bytes leave."""
        await self._put(purpose, lambda call: sending(call, self.money.clock()))

    async def refused(self, purpose: str, reason: str) -> None:
        """The vendor did not take it."""
        await self._put(purpose, lambda call: refused(call, reason))

    async def accepted(self, purpose: str, vendor_job: str) -> None:
        """The vendor's job has an id."""
        await self._put(purpose, lambda call: accepted(call, vendor_job))

    async def settled(self, purpose: str, cost: int, charged_for: Quantities, answer: bytes | None = None) -> None:
        """What it cost; the answer is kept before the money is booked, so that it is not paid for twice."""
        address = await self.money.blobs.put(answer) if answer is not None else ""
        now = self.money.clock()
        units = {str(unit): amount for unit, amount in charged_for.items()}
        await self._put(purpose, lambda call: settled(call, cost, units, address or call.answer, now))
        await self._tell()
        await self._warn(cost)

    async def released(self, purpose: str, reason: str) -> None:
        """It cost nothing."""
        await self._put(purpose, lambda call: released(call, reason, self.money.clock()))
        await self._tell()

    async def unknown(self, purpose: str, reason: str) -> None:
        """Nobody knows whether it was accepted."""
        await self._put(purpose, lambda call: unknown(call, reason))
        await self._tell()

    def _id(self, purpose: str) -> str:
        return f"{self.adopts or self.work}/{purpose}"

    async def _put(self, purpose: str, change: Callable[[Call], Call]) -> None:
        call = await self.money.ledger.get(self._id(purpose))
        if call is None:
            raise NotFound("There is no such call in the ledger.", code="no_such_call")
        await self.money.ledger.put(change(call))

    async def _known(self, call: Call, *, may_send: bool) -> KnownCall:
        answer = await self.money.blobs.read(call.answer) if call.answer else None
        # A call of which nothing is known is looked up again, like one that was cut off while it was sent.
        state: Literal["reserved", "sent", "accepted", "settled"] = "sent"
        if call.state == "reserved" or call.state == "accepted" or call.state == "settled":
            state = call.state
        return KnownCall(state, call.vendor_job, call.sent_at, call.fingerprint, answer, call.cost, may_send)

    def waiting(self, place: int, seconds: float) -> None:
        """Tell whoever looks that the call waits for its turn at the vendor."""
        message: dict[str, object] = {
            "type": "waiting",
            "item": self.item,
            "place": place,
            "seconds_left": round(seconds, 1),
        }
        self.money.hub.publish_soon(self.project.id, f"waiting-{self.work}", message)

    async def _tell(self) -> None:
        """Whoever looks at the project learns that its money moved."""
        self.money.hub.publish_soon(self.project.id, "spend", {"type": "spend"})

    async def _warn(self, cost: int) -> None:
        limits = await self.money.limits(self.project)
        used = await self.money.month_used(self.project.owner)
        if limits.month is not None and near_limit(used, limits.month) and not near_limit(used - cost, limits.month):
            log.warning("account %s has used %s of %s", self.project.owner, dollars(used), dollars(limits.month))
