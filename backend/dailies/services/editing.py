"""Mask edits: from what the creator painted to candidates beside the old take, and re-blending without a new call."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from dailies.domain.errors import Conflict, InvalidInput, NotFound
from dailies.domain.inpainting import USUAL, Box, EditPlan, EditRequest, checked_edit
from dailies.domain.items import stage_of
from dailies.domain.operations import start_edit
from dailies.domain.project import Change, Project, Take
from dailies.domain.registry import Model
from dailies.domain.takes import add_take, next_number
from dailies.media.inpainting.context import (
    context_box,
    covering,
    extended_mask,
    sent_size,
)
from dailies.media.inpainting.masks import Mask, apart, cleaned, encoded, feather_of, read_mask
from dailies.media.planes import decode_rgb
from dailies.media.regions import find_region
from dailies.ports import Agency, Blobs
from dailies.services.estimates import Estimates
from dailies.services.items import picture_take
from dailies.services.money import Money
from dailies.services.money import price as price_of
from dailies.services.retouch import Retouch
from dailies.services.studio import Studio

COLOUR_MATCH = 1.0
"""How far the colours of a new part are fitted to what is around it, unless the creator says otherwise."""


@dataclass(frozen=True)
class EditLook:
    """What an edit would send and cost. ``covers``: share of the picture that is painted, 0 to 1; ``apart``:
    regions that are better painted one by one; ``price``: of one candidate, in millionths of a US dollar;
    ``price_again``: of the second try that it may need, by the model ``again``, or 0 and ""."""

    box: Box
    sent: tuple[int, int]
    feather: int
    covers: float
    apart: tuple[Box, ...]
    price: int
    price_again: int
    again: str


@dataclass(frozen=True)
class Editing:
    """Mask edits of pictures."""

    studio: Studio
    blobs: Blobs
    agency: Agency
    estimates: Estimates
    money: Money
    retouch: Retouch

    async def inpaint(
        self,
        owner: str,
        project_id: str,
        items: tuple[str, ...],
        request: EditRequest,
        mask: bytes | None,
        protect: bytes | None,
        number: int | None,
    ) -> Project:
        """Queue candidates for one edit, on one picture or the same on several. ``number``: of the take to start
        from, else the selected one; ``mask``: None only to extend.

        Raises InvalidInput for the request or the mask, NotFound, Conflict ``work_under_way`` or ``key_missing``,
        PaymentRequired ``budget_exceeded``. Nothing is lost: the mask stays with who sent it.
        """
        request = checked_edit(request)
        project = await self.studio.load(owner, project_id)
        self.agency.require(project.casting.editing)
        plans: dict[str, EditPlan] = {}
        for item in dict.fromkeys(items):
            parent = picture_take(project, item, number if item == items[0] else None)
            plans[item] = await self._plan(project, parent, request, mask, protect)
        count = request.count or USUAL[request.intent].candidates
        price = self.estimates.prices.part(project, "editing") + self._price_again(project, request)
        operation_id = self.studio.make_id()

        def verb(current: Project) -> Change:
            now = self.studio.clock()
            return start_edit(current, operation_id, plans, now=now, count=count, seed=request.seed, price=price)

        return await self.studio.change(owner, project_id, verb)

    async def look(
        self, owner: str, project_id: str, item: str, request: EditRequest, mask: bytes | None, number: int | None
    ) -> EditLook:
        """What an edit would send, before anything is sent. ``mask``: None only to extend.

        Raises InvalidInput for the mask or the margins, NotFound.
        """
        project = await self.studio.load(owner, project_id)
        parent = picture_take(project, item, number)
        painted = await asyncio.to_thread(_painted, parent, request, mask)
        box = covering(request.box, painted) if request.box else context_box(painted, request.context)
        return EditLook(
            box,
            sent_size(box, self.estimates.prices.model(project, "editing")),
            feather_of(painted, request.edge),
            round(float((painted > 0).mean()), 4),
            apart(painted),
            self.estimates.prices.part(project, "editing"),
            self._price_again(project, request),
            again.title if (again := self._again(project, request)) else "",
        )

    async def select_region(
        self,
        owner: str,
        project_id: str,
        item: str,
        points: tuple[tuple[float, float, bool], ...],
        box: Box | None,
        number: int | None,
    ) -> bytes:
        """A mask (PNG) of the thing at the points (x, y, add or subtract, in pixels) or inside the box.

        Raises InvalidInput ``nothing_pointed_at``.
        """
        if not points and box is None:
            raise InvalidInput("Point at something, or draw a box around it.", code="nothing_pointed_at")
        project = await self.studio.load(owner, project_id)
        take = picture_take(project, item, number)
        assert take.media is not None
        picture = await self.blobs.read(take.media.sha256)
        mask = await asyncio.to_thread(lambda: find_region(decode_rgb(picture), points, box))
        return encoded(mask)

    async def select_by_words(
        self, owner: str, project_id: str, item: str, words: str, model: str, number: int | None
    ) -> bytes:
        """A mask (PNG) of what the words name, by a vendor's model; it is paid for like everything else.

        Raises NotFound ``no_such_model``, InvalidInput ``wrong_model_kind``, Conflict ``key_missing``, ProviderError
        ``nothing_found``, PaymentRequired.
        """
        row = self.money.registry.model(model)
        if row.kind != "segment":
            raise InvalidInput(f"{row.title} does not find things by words.", code="wrong_model_kind")
        project = await self.studio.load(owner, project_id)
        take = picture_take(project, item, number)
        assert take.media is not None
        work = f"select-{self.studio.make_id()}"
        journal = self.money.journal(project, stage_of(item), item, work, lambda: False)
        segmenter = self.agency.segmenter(model, journal)
        return await segmenter.find(await self.blobs.read(take.media.sha256), words, lambda _: None)

    async def reblend(
        self, owner: str, project_id: str, item: str, number: int, feather: int | None, colour_match: float | None
    ) -> Project:
        """The same painted part with another soft edge or colour match, as a new take, without a new call.

        Raises NotFound ``no_such_take``, InvalidInput ``not_an_edit`` or ``edit_out_of_range``.
        """
        project = await self.studio.load(owner, project_id)
        take = picture_take(project, item, number)
        if take.edit is None:
            raise InvalidInput("Only a mask edit can be blended again.", code="not_an_edit")
        plan = replace(
            take.edit.plan,
            feather=take.edit.plan.feather if feather is None else feather,
            colour_match=take.edit.plan.colour_match if colour_match is None else colour_match,
        )
        if not 0 <= plan.feather <= 256 or not 0 <= plan.colour_match <= 1:
            raise InvalidInput("The edge goes from 0 to 256 pixels, the match from 0 to 1.", code="edit_out_of_range")
        parent = project.take(plan.parent)
        if parent is None or parent.media is None:
            raise NotFound("The picture this was painted on is gone.", code="no_such_take")
        raw = decode_rgb(await self.blobs.read(take.edit.raw))
        finished = await self.retouch.finished(parent, plan, take.edit.raw, raw)
        take_id = self.studio.make_id()

        def verb(current: Project) -> Change:
            number = next_number(current, item)
            return add_take(
                current,
                replace(finished, id=take_id, number=number, created_at=self.studio.clock(), seed=take.seed, cost=0),
            )

        return await self.studio.change(owner, project_id, verb)

    async def _plan(
        self, project: Project, parent: Take, request: EditRequest, mask: bytes | None, protect: bytes | None
    ) -> EditPlan:
        assert parent.media is not None
        width, height = parent.media.width, parent.media.height
        usual = USUAL[request.intent]
        painted = await asyncio.to_thread(_painted, parent, request, mask)
        box = covering(request.box, painted) if request.box else context_box(painted, request.context)
        kept = await self.blobs.put(encoded(_clean_protect(protect, width, height))) if protect else ""
        return EditPlan(
            request.intent,
            request.prompt,
            request.negative_prompt,
            parent.id,
            await self.blobs.put(encoded(painted)),
            kept,
            box,
            sent_size(box, self._model(project)),
            usual.grow if request.grow is None else request.grow,
            feather_of(painted, request.edge),
            COLOUR_MATCH,
            usual.strength if request.strength is None else request.strength,
            request.steps,
            request.guidance,
            project.casting.editing,
            request.margins,
            again.id if (again := self._again(project, request)) else "",
        )

    def _again(self, project: Project, request: EditRequest) -> Model | None:
        """The model that may try again; None where there is none, its key is missing, or it is not wanted."""
        first = self._model(project)
        again = self.money.registry.models.get(first.fallback) if first and request.again else None
        if again is None or again.ended(self.studio.clock().date()):
            return None
        try:
            self.agency.require(again.id)
        except Conflict:
            return None
        return again

    def _price_again(self, project: Project, request: EditRequest) -> int:
        again = self._again(project, request)
        return price_of(again, project.brief, 0.0) if again else 0

    def _model(self, project: Project) -> Model | None:
        return self.estimates.prices.model(project, "editing")


def _painted(parent: Take, request: EditRequest, mask: bytes | None) -> Mask:
    """What is repainted of a picture, or of the larger canvas that an extension lays it on."""
    assert parent.media is not None
    if request.intent == "extend":
        return extended_mask(parent.media.width, parent.media.height, request.margins)
    if mask is None:
        raise InvalidInput("Paint over what is to change first.", code="mask_empty")
    return cleaned(read_mask(mask, parent.media.width, parent.media.height), fill_holes=request.fill_holes)


def _clean_protect(protect: bytes, width: int, height: int) -> Mask:
    return cleaned(read_mask(protect, width, height), fill_holes=False)
