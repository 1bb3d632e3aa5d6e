"""Paints inside masks."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from dailies.adapters.calls.pictures import by_role, png, said
from dailies.adapters.providers.replicate.files import InputFile
from dailies.adapters.providers.replicate.illustrator import reference_terms, taken_references
from dailies.adapters.providers.replicate.pictures import (
    MOST_BYTES,
    Size,
    encoded_mask,
    mask_at,
    native_size,
    opened_rgb,
    read_picture,
    repainted,
    stretched,
)
from dailies.adapters.providers.replicate.prediction import urls_of
from dailies.adapters.providers.replicate.work import Hired
from dailies.domain.quantities import Terms, picture_quantities
from dailies.domain.registry import Model
from dailies.ports import ImageResult, InpaintRequest, Progress

BACKGROUND = "Clean background that continues the surroundings."
"""What is asked for where the request has no words."""


@dataclass(frozen=True)
class ReplicateInpainter(Hired):
    """An inpainter: the picture is sent at the model's own size, the mask in the model's own meaning, and the
    result comes back at the request's size."""

    @property
    def name(self) -> str:
        """The vendor's id."""
        return self.model.vendor

    async def inpaint(self, request: InpaintRequest, progress: Progress) -> ImageResult:
        """Paint one candidate of the request's size. Raises InvalidInput before anything is sent, ProviderError,
        PaymentRequired."""
        shown = await asyncio.to_thread(_shown, self.model, request)
        size = shown.picture.size
        references = by_role(request.references, taken_references(self.model))
        terms: Terms = {
            **said(self.model, request.prompt or BACKGROUND, request.negative_prompt, references),
            **reference_terms(self.model, references),
            "image": shown.picture_file,
            "mask": shown.mask_file,
        }
        settings: Terms = {
            "seed": request.seed,
            "strength": request.strength,
            "steps": request.steps,
            "guidance": request.guidance,
            "width": size[0],
            "height": size[1],
        }
        terms |= {term: value for term, value in settings.items() if term in self.model.inputs and value is not None}
        expected = picture_quantities(self.model, *size, len(references))
        done = await self.run(f"candidate-{request.seed}", terms, expected, progress)

        def read(paths: Sequence[Path]) -> bytes:
            result = repainted(read_picture(paths[0]), shown.picture, shown.mask)
            return png(stretched(result, shown.asked_size))

        image = await self.fetch(done, lambda output: urls_of(output)[:1], read, MOST_BYTES, progress)
        progress(1.0)
        return ImageResult(image, self.model.name, request.seed, done.cost)


@dataclass(frozen=True)
class _Shown:
    """What the model is shown. ``mask``: 255 where to repaint; ``asked_size``: of the request's picture."""

    picture: Image.Image
    mask: Image.Image
    picture_file: InputFile
    mask_file: InputFile
    asked_size: Size


def _shown(model: Model, request: InpaintRequest) -> _Shown:
    source = opened_rgb(request.image)
    size = native_size(model, source.size)
    picture, mask = stretched(source, size), mask_at(request.mask, size)
    picture_file = InputFile(png(picture), "image/png")
    mask_file = InputFile(encoded_mask(mask, model.mask), "image/png")
    return _Shown(picture, mask, picture_file, mask_file, source.size)
