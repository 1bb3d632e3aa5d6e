"""Scores from a model that sees: how well a picture shows what was asked."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image
from pydantic import ValidationError
from pydantic_ai.messages import BinaryContent

from dailies.adapters.providers.language.asking import Asker, user
from dailies.adapters.providers.language.documents import AdherencePart, block
from dailies.adapters.providers.language.prompts import JUDGE
from dailies.domain.errors import ProviderError
from dailies.ports import Finding, JudgeRequest, JudgeResult, Progress

LONGEST_SIDE = 768
"""Pixels: enough to see faces and words, a quarter of the tokens of the whole picture."""

MOST_REFERENCES = 4


@dataclass(frozen=True)
class LanguageJudge:
    """Judges pictures by asking a model."""

    asker: Asker

    @property
    def name(self) -> str:
        """The vendor's id."""
        return self.asker.vendor.id

    async def judge(self, request: JudgeRequest, progress: Progress) -> JudgeResult:
        """Score a picture. Raises ProviderError, PaymentRequired."""
        references = request.references[:MOST_REFERENCES]
        names = [f"{reference.role} {reference.name}: {reference.description}" for reference in references]
        words = "\n".join([block("prompt", request.prompt), *(block("reference", name) for name in names)])
        pictures = [_small(request.image), *(_small(reference.image) for reference in references)]
        answer, cost = await self.asker.ask("score", JUDGE, [user([words, *pictures])], AdherencePart, progress)
        try:
            found = AdherencePart.model_validate_json(answer)
        except ValidationError as error:
            raise ProviderError(
                f"{self.asker.model.title} did not answer in the form of scores.",
                code="vendor_answer_bad",
                charged=True,
            ) from error
        judged = (
            ("Match", found.match),
            ("Craft", found.craft),
            ("Continuity", found.continuity),
            ("Faces", found.faces),
            ("Text", found.text),
        )
        findings = tuple(
            Finding(name, min(100.0, max(0.0, each.score)), each.reason.strip(), _box(each.box))
            for name, each in judged
            if each is not None and (name != "Continuity" or references)
        )
        return JudgeResult(findings, self.asker.model.name, cost)


def _small(image: bytes) -> BinaryContent:
    with Image.open(io.BytesIO(image)) as picture:
        small = picture.convert("RGB")
        small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        written = io.BytesIO()
        small.save(written, "JPEG", quality=85)
    return BinaryContent(written.getvalue(), media_type="image/jpeg")


def _box(box: list[float] | None) -> tuple[float, float, float, float] | None:
    """The box, if it is one: four shares in order."""
    if box is None or len(box) != 4:
        return None
    left, top, right, bottom = (min(1.0, max(0.0, side)) for side in box)
    return (left, top, right, bottom) if left < right and top < bottom else None
