"""Paints inside a mask: prepares the crop, asks the artist, and pastes the answer back so that nothing else changes."""

from __future__ import annotations

import asyncio
import io
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from dailies.domain.errors import ProviderError
from dailies.domain.inpainting import MAX_CANDIDATES, Box, EditPlan, EditRecord
from dailies.domain.project import Media, Project, Take, Work
from dailies.domain.registry import REHEARSAL
from dailies.media.inpainting.context import cut, cut_mask, extended, prefilled, resized
from dailies.media.inpainting.masks import Mask, encoded, grown
from dailies.media.inpainting.paste import check_painted, pasted, weakness
from dailies.media.planes import Plane, decode_rgb
from dailies.ports import Agency, Blobs, ImageResult, InpaintRequest, Journal, Progress

ASKED_AGAIN = frozenset({"content_refused", "vendor_answer_bad", "vendor_input_refused"})
"""Failures of the model, not of the line, the key or the budget: another model may do better."""


@dataclass(frozen=True)
class Answer:
    """What a model painted. ``painted``: at the size that was sent; ``rank``: how poor it is, from 0; ``why``: why
    another should try, or ""; ``again``: why this one was asked second, or ""; ``cost``: of all tries, in
    millionths of a US dollar."""

    result: ImageResult
    provider: str
    painted: Plane
    rank: float
    why: str
    cost: int
    again: str = ""


@dataclass(frozen=True)
class Retouch:
    """Makes candidates of mask edits."""

    agency: Agency
    blobs: Blobs

    async def make(self, project: Project, work: Work, blank: Take, journal: Journal, progress: Progress) -> Take:
        """Paint one candidate: asked for by the artists. Raises ProviderError, PaymentRequired."""
        plan = work.edit
        parent = project.take(plan.parent) if plan else None
        if plan is None or parent is None or parent.media is None:
            raise ProviderError("The picture to paint on is gone.", code="item_gone", retryable=False)
        picture, mask = await self._canvas(parent, plan)
        sent, sent_mask = await asyncio.to_thread(_sent, picture, mask, plan)
        request = InpaintRequest(
            _png(sent),
            encoded(sent_mask),
            plan.prompt,
            work.seed,
            plan.intent,
            plan.negative_prompt,
            await self._protected(plan, mask.shape),
            (),
            plan.strength,
            plan.steps,
            plan.guidance,
        )
        answer = await self.paint(plan, request, journal, progress)
        raw = await self.blobs.put(_png(answer.painted))
        finished = await self.finished(parent, plan, raw, answer.painted, answer.again)
        return replace(
            finished,
            id=blank.id,
            created_at=blank.created_at,
            seed=answer.result.seed,
            model=answer.result.model,
            provider=answer.provider,
            cost=answer.cost,
            not_drawn=answer.result.not_drawn,
            drawn=tuple(dict.fromkeys((*parent.drawn, *answer.result.drawn))),
        )

    async def paint(self, plan: EditPlan, request: InpaintRequest, journal: Journal, progress: Progress) -> Answer:
        """The plan's model's answer; where it is poor or refused, the better of it and the fallback's.

        Raises ProviderError, the first model's where both fail, and PaymentRequired.
        """
        first: Answer | None = None
        trouble: ProviderError | None = None
        try:
            first = await self._asked(plan.model, plan, request, journal, progress)
        except ProviderError as error:
            if error.code not in ASKED_AGAIN:
                raise
            trouble = error
        why = str(trouble) if trouble else first.why if first else ""
        if first is not None and (not why or not plan.fallback):
            return first
        if trouble is not None and not plan.fallback:
            raise trouble
        try:
            # A seed of its own: within a piece of work the ledger knows calls by their seeds.
            other = replace(request, seed=request.seed + MAX_CANDIDATES)
            second = await self._asked(plan.fallback, plan, other, journal, progress)
        except ProviderError as error:
            if first is None:
                raise trouble or error from error
            return first
        if first is not None and first.rank <= second.rank:
            return replace(first, cost=first.cost + second.cost)
        return replace(second, cost=second.cost + (first.cost if first else 0), again=why)

    async def _asked(
        self, model: str, plan: EditPlan, request: InpaintRequest, journal: Journal, progress: Progress
    ) -> Answer:
        inpainter = self.agency.inpainter(model, journal)
        result = await inpainter.inpaint(request, progress)
        sent = decode_rgb(request.image)
        mask = decode_rgb(request.mask)[..., 0].copy()
        painted = resized(decode_rgb(result.image), (sent.shape[1], sent.shape[0]))
        check_painted(painted, sent, mask)
        rank, why = (0.0, "") if not plan.fallback else await asyncio.to_thread(_judged, painted, sent, mask, plan)
        return Answer(result, inpainter.name, painted, rank, why, result.cost)

    async def _canvas(self, parent: Take, plan: EditPlan) -> tuple[Plane, Mask]:
        """The picture to paint on and the mask, both of one size."""
        assert parent.media is not None
        picture = decode_rgb(await self.blobs.read(parent.media.sha256))
        if plan.intent == "extend":
            return extended(picture, plan.margins)
        with Image.open(io.BytesIO(await self.blobs.read(plan.mask))) as opened:
            return picture, np.asarray(opened.convert("L"), np.uint8)

    async def _protected(self, plan: EditPlan, shape: tuple[int, ...]) -> bytes | None:
        if not plan.protect:
            return None
        with Image.open(io.BytesIO(await self.blobs.read(plan.protect))) as opened:
            protect = np.asarray(opened.convert("L"), np.uint8)
        return encoded(cut_mask(protect, plan.box, plan.sent)) if protect.shape == shape[:2] else None

    async def finished(self, parent: Take, plan: EditPlan, raw: str, painted: Plane, again: str = "") -> Take:
        """The finished picture as a take without id and number. ``raw``: sha256 of what was painted; ``again``:
        why a second model was asked."""
        picture, mask = await self._canvas(parent, plan)
        result = await asyncio.to_thread(pasted, picture, mask, painted, plan.box, plan.feather, plan.colour_match)
        data = _png(result.plane)
        height, width = result.plane.shape[:2]
        media = Media(await self.blobs.put(data), "image/png", width, height, len(data))
        return replace(
            parent,
            origin="edit",
            parent=parent.id,
            media=media,
            note=plan.prompt or plan.intent,
            scores=(),
            adjustment=None,
            edit=EditRecord(plan, raw, result.untouched, result.changed, result.seam, again),
        )


def _judged(painted: Plane, sent: Plane, mask: Mask, plan: EditPlan) -> tuple[float, str]:
    height, width = mask.shape
    feather = max(2, round(plan.feather * width / max(1, plan.box.width)))
    trial = pasted(sent, mask, painted, Box(0, 0, width, height), feather, plan.colour_match)
    return weakness(painted, sent, mask, trial.seam)


def _sent(picture: Plane, mask: Mask, plan: EditPlan) -> tuple[Plane, Mask]:
    crop = cut(picture, plan.box, plan.sent)
    hard = cut_mask(grown(mask, plan.grow), plan.box, plan.sent)
    # The built-in artist fills by itself, from the true surroundings.
    return (crop if plan.model == REHEARSAL else prefilled(crop, hard, plan.intent)), hard


def _png(plane: Plane) -> bytes:
    out = io.BytesIO()
    # A light compression: three times as fast, and a tenth larger.
    Image.fromarray(plane).save(out, "PNG", compress_level=3)
    return out.getvalue()
