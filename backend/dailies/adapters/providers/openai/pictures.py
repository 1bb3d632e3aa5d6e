"""Pictures by the images API: drawn from words and references, or painted inside a mask."""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageOps

from dailies.adapters.calls.one_shot import OneShot, Outcome, Wasted
from dailies.adapters.calls.pictures import by_role, filled, png, said
from dailies.adapters.providers.openai.client import Hired
from dailies.domain.errors import ProviderError
from dailies.domain.quantities import picture_quantities, picture_terms, round_sides
from dailies.domain.registry import Unit
from dailies.ports import ImageRequest, ImageResult, InpaintRequest, Progress


@dataclass(frozen=True)
class OpenAiIllustrator:
    """Draws pictures. A picture with references is an edit of them, by the vendor's words."""

    hired: Hired

    @property
    def name(self) -> str:
        """The vendor's id."""
        return self.hired.vendor

    async def draw(self, request: ImageRequest, progress: Progress) -> ImageResult:
        """Draw one picture of exactly the request's size. Raises ProviderError, PaymentRequired."""
        model = self.hired.model
        references = by_role(request.references, model.max_references)
        width, height = round_sides(model, request.width, request.height)
        words = said(model, request.prompt, request.negative_prompt, references)
        terms = {**words, **picture_terms(model, width, height)}
        if "size" in model.inputs:
            terms["size"] = f"{width}x{height}"
        fields = model.checked(terms)
        images = [(f"reference-{index}.png", each.image) for index, each in enumerate(references)]
        progress(0.05)
        picture, cost = await _paint(self.hired, "image", fields, terms, images, None, width, height, len(references))
        progress(0.95)
        return ImageResult(_fitted(picture, (request.width, request.height)), model.name, request.seed, cost)


@dataclass(frozen=True)
class OpenAiInpainter:
    """Paints inside a mask. The vendor is guided by the mask, not bound by it: the caller pastes back."""

    hired: Hired

    @property
    def name(self) -> str:
        """The vendor's id."""
        return self.hired.vendor

    async def inpaint(self, request: InpaintRequest, progress: Progress) -> ImageResult:
        """Paint one candidate of the request's size. Raises ProviderError, PaymentRequired."""
        model = self.hired.model
        with Image.open(io.BytesIO(request.image)) as opened:
            size = opened.size
            width, height = round_sides(model, *size)
            picture = png(opened.convert("RGB").resize((width, height), Image.Resampling.LANCZOS))
        mask = clear_mask(request.mask, width, height)
        prompt = request.prompt or "Clean background that continues the surroundings."
        terms: dict[str, object] = {"prompt": prompt, **picture_terms(model, width, height)}
        if "size" in model.inputs:
            terms["size"] = f"{width}x{height}"
        fields = model.checked(terms)
        references = by_role(request.references, model.max_references)
        images = [("picture.png", picture), *((f"{i}.png", each.image) for i, each in enumerate(references))]
        progress(0.05)
        painted, cost = await _paint(
            self.hired, f"candidate-{request.seed}", fields, terms, images, mask, width, height, len(images)
        )
        progress(0.95)
        return ImageResult(_fitted(painted, size), model.name, request.seed, cost)


async def _paint(
    hired: Hired,
    purpose: str,
    fields: dict[str, object],
    terms: dict[str, object],
    images: Sequence[tuple[str, bytes]],
    mask: bytes | None,
    width: int,
    height: int,
    references: int,
) -> tuple[bytes, int]:
    """The picture the vendor made, as it came, and its cost."""
    model = hired.model
    known = picture_quantities(model, width, height, references)

    async def send() -> Outcome:
        async with hired.server.client() as client:
            # The client's own types name today's models and sizes; the registry's row is what counts.
            arguments: dict[str, Any] = {"model": model.name, **fields}
            if images:
                arguments["image"] = list(images)
            if mask is not None:
                arguments["mask"] = ("mask.png", mask)
            answer = await (client.images.edit if images else client.images.generate)(**arguments)
        charged_for = _tokens(answer.usage) or known
        try:
            picture = base64.b64decode((answer.data or [])[0].b64_json or "", validate=True)
            Image.open(io.BytesIO(picture)).load()
        except (IndexError, binascii.Error, OSError, SyntaxError) as error:
            told = ProviderError(f"{model.title} sent no usable picture.", code="vendor_answer_bad", charged=True)
            raise Wasted(told, charged_for) from error
        return picture, charged_for

    request = [fields, [len(data) for _, data in images], mask is not None]
    one_shot = OneShot(model, hired.journal, hired.gate)
    return await one_shot.call(purpose, request, model.cost(known, terms), send, terms)


def clear_mask(mask: bytes, width: int, height: int) -> bytes:
    """The mask as this dialect wants it: a PNG whose clear pixels (alpha 0) are repainted.

    ``mask``: 8 bits, 255 where to repaint.
    """
    with Image.open(io.BytesIO(mask)) as opened:
        repaint = opened.convert("L").resize((width, height), Image.Resampling.NEAREST)
    clear = Image.new("RGBA", (width, height), (0, 0, 0, 255))
    clear.putalpha(ImageOps.invert(repaint.point(lambda value: 255 if value >= 128 else 0)))
    return png(clear)


def _tokens(usage: Any) -> dict[Unit, float]:
    """Tokens by unit, as the vendor counted them; empty where it did not."""
    if usage is None:
        return {}
    details = usage.input_tokens_details
    return {
        "call": 1,
        "input_token": details.text_tokens if details else usage.input_tokens,
        "image_input_token": details.image_tokens if details else 0,
        "image_output_token": usage.output_tokens,
    }


def _fitted(picture: bytes, size: tuple[int, int]) -> bytes:
    with Image.open(io.BytesIO(picture)) as opened:
        return filled(opened, size)
