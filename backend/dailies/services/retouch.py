"""Paints inside a mask: prepares the crop, asks the artist, and pastes the answer back so that nothing else changes."""

from __future__ import annotations

import asyncio
import io
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from dailies.domain.errors import ProviderError
from dailies.domain.inpainting import EditPlan, EditRecord
from dailies.domain.project import Media, Project, Take, Work
from dailies.domain.registry import REHEARSAL
from dailies.media.inpainting.context import cut, cut_mask, extended, prefilled, resized
from dailies.media.inpainting.masks import Mask, encoded, grown
from dailies.media.inpainting.paste import check_painted, pasted
from dailies.media.planes import Plane, decode_rgb
from dailies.ports import Agency, Blobs, InpaintRequest, Journal, Progress


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
        inpainter = self.agency.inpainter(project.casting.editing, journal)
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
        result = await inpainter.inpaint(request, progress)
        painted = resized(decode_rgb(result.image), plan.sent)
        check_painted(painted, sent, sent_mask)
        raw = await self.blobs.put(_png(painted))
        finished = await self.finished(parent, plan, raw, painted)
        return replace(
            finished,
            id=blank.id,
            created_at=blank.created_at,
            seed=result.seed,
            model=result.model,
            provider=inpainter.name,
            cost=result.cost,
            not_drawn=result.not_drawn,
            drawn=tuple(dict.fromkeys((*parent.drawn, *result.drawn))),
        )

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

    async def finished(self, parent: Take, plan: EditPlan, raw: str, painted: Plane) -> Take:
        """The finished picture as a take without id and number. ``raw``: sha256 of what was painted."""
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
            edit=EditRecord(plan, raw, result.untouched, result.changed, result.seam),
        )


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
