"""Draws pictures from words and references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dailies.adapters.calls.pictures import by_role, filled, said
from dailies.adapters.providers.replicate.files import picture_file
from dailies.adapters.providers.replicate.pictures import MOST_BYTES, is_blank, read_picture
from dailies.adapters.providers.replicate.prediction import urls_of
from dailies.adapters.providers.replicate.work import Hired, Unreadable
from dailies.domain.quantities import Terms, picture_quantities, picture_terms
from dailies.domain.registry import Model
from dailies.ports import ImageRequest, ImageResult, Progress, ReferenceImage


@dataclass(frozen=True)
class ReplicateIllustrator(Hired):
    """An illustrator. What of the references the model takes goes in, character first."""

    @property
    def name(self) -> str:
        """The vendor's id."""
        return self.model.vendor

    async def draw(self, request: ImageRequest, progress: Progress) -> ImageResult:
        """Draw one picture of exactly the request's size. Raises InvalidInput before anything is sent,
        ProviderError, PaymentRequired."""
        size = (request.width, request.height)
        references = by_role(request.references, taken_references(self.model))
        terms = {
            **picture_terms(self.model, *size),
            **said(self.model, request.prompt, request.negative_prompt, references),
        }
        terms |= reference_terms(self.model, references)
        if "seed" in self.model.inputs:
            terms["seed"] = request.seed
        done = await self.run("image", terms, picture_quantities(self.model, *size, len(references)), progress)

        def read(paths: Sequence[Path]) -> bytes:
            picture = read_picture(paths[0])
            if is_blank(picture):
                raise Unreadable("sent a blank picture")
            return filled(picture, size)

        image = await self.fetch(done, lambda output: urls_of(output)[:1], read, MOST_BYTES, progress)
        progress(1.0)
        return ImageResult(image, self.model.name, request.seed, done.cost)


def taken_references(model: Model) -> int:
    """How many references a model takes."""
    if "references" in model.inputs:
        return model.max_references
    return 1 if "reference" in model.inputs else 0


def reference_terms(model: Model, references: Sequence[ReferenceImage]) -> Terms:
    """References as the model takes them: a list, or the one."""
    files = [picture_file(reference.image) for reference in references]
    if not files:
        return {}
    return {"references": files} if "references" in model.inputs else {"reference": files[0]}
