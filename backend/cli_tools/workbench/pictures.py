"""Variations of a picture: drawn, scored, ranked, and on disk as soon as each is there."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dailies.domain.brief import Brief
from dailies.domain.errors import DailiesError
from dailies.domain.project import Score
from dailies.media.images import check_image
from dailies.media.scores import picture_scores
from dailies.ports import ImageRequest, JudgeRequest
from workbench.arguments import SEED_LIMIT
from workbench.hiring import Hired, Office
from workbench.learned_scores import learned_scores
from workbench.ranking import overall, score_facts, value_of, why_first
from workbench.terminal import Pieces
from workbench.traces import write_json, write_png

IMAGE_WEIGHTS = {"Match": 0.6, "Technique": 0.4}
"""What counts in a picture's overall score, of what was measured."""

SHOWN = ("Match", "Technique", "Contrast", "Sharpness")


@dataclass(frozen=True)
class Picture:
    """A variation. ``cost``: millionths of a US dollar; ``seconds``: it took to make."""

    path: Path
    prompt: str
    seed: int
    model: str
    provider: str
    cost: int
    seconds: float
    scores: tuple[Score, ...]
    not_drawn: tuple[str, ...] = ()
    judge_cost: int = 0

    @property
    def overall(self) -> float:
        """0 to 100."""
        return overall(self.scores, IMAGE_WEIGHTS, len(self.not_drawn))


@dataclass
class PictureRun:
    """One tool's variations of one prompt."""

    office: Office
    brief: Brief
    folder: Path
    made: list[Picture] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    async def draw(self, prompt: str, count: int, seed: int, pieces: Pieces, negative: str = "") -> None:
        """Draw ``count`` variations with the seeds from ``seed``; whatever happens, those made are ranked on
        disk. Raises DailiesError where none was made."""
        turns = asyncio.Semaphore(self.office.services.settings.workers)
        first = len(self.made) + 1

        async def one(number: int) -> None:
            async with turns:
                report = self.office.stop.watched(pieces.of(number))
                await self._one(prompt, negative, first + number, (seed + number) % SEED_LIMIT, report)

        try:
            await asyncio.gather(*(one(number) for number in range(count)))
        finally:
            self.rank()
        if not self.made:
            raise DailiesError(self.failures[0], code="provider_failed")

    async def _one(self, prompt: str, negative: str, number: int, seed: int, report: Any) -> None:
        began = time.monotonic()
        width, height = self.brief.frame_size
        illustrator = self.office.illustrator(f"image-{number}")
        try:
            result = await illustrator.draw(ImageRequest(prompt, width, height, seed, (), negative), report)
            check_image(result.image)
        except DailiesError as error:
            self.failures.append(str(error))
            report(1.0)
            return
        path = self.folder / f"image_{number:03d}.png"
        write_png(path, result.image)
        seconds = round(time.monotonic() - began, 2)
        picture = Picture(
            path, prompt, result.seed, result.model, illustrator.name, result.cost, seconds, (), result.not_drawn
        )
        place = len(self.made)
        self.made.append(picture)
        matched, judge_cost = await self._match(result.image, prompt, number)
        measured = await asyncio.to_thread(
            lambda: (*picture_scores(result.image), *learned_scores(result.image, prompt))
        )
        self.made[place] = replace(picture, scores=(*matched, *measured), judge_cost=judge_cost)
        report(1.0)

    async def _match(self, image: bytes, prompt: str, number: int) -> tuple[tuple[Score, ...], int]:
        """What a vision model says, where one was hired; a picture whose judge failed is kept."""
        judge = self.office.judge(f"image-{number}")
        if judge is None:
            return (Score("Match", None, "0 to 100", "Not measured: no vision model was hired."),), 0
        try:
            found = await judge.judge(JudgeRequest(image, prompt), lambda _: None)
        except DailiesError as error:
            return (Score("Match", None, "0 to 100", f"Not measured: {error}"),), 0
        scores = (Score(each.name, round(each.value, 1), "0 to 100", each.reason) for each in found.findings)
        return tuple(scores), found.cost

    def rank(self) -> None:
        """Name the files by rank, best first, and write what is known of each."""
        ranked = sorted(self.made, key=lambda each: (-each.overall, each.path.name))
        self.made = named_by_rank(ranked, self.folder, "image", "png")
        for picture in self.made:
            write_json(picture.path.with_name(f"{picture.path.stem}_metadata.json"), picture_facts(picture))
        write_json(self.folder / "generation_trace.json", self.trace())

    def trace(self) -> dict[str, Any]:
        """The run for programs."""
        return {
            "images": [{"rank": rank, **picture_facts(each)} for rank, each in enumerate(self.made, 1)],
            "best": self.made[0].path.name if self.made else None,
            "best_because": why_first(self.made, IMAGE_WEIGHTS, "Image"),
            "weights": IMAGE_WEIGHTS,
            "failures": self.failures,
            "aspect_ratio": self.brief.aspect_ratio,
            "cost_usd": self.cost / 1_000_000,
        }

    @property
    def cost(self) -> int:
        """Millionths of a US dollar."""
        return sum(each.cost + each.judge_cost for each in self.made)


def named_by_rank(ranked: list[Any], folder: Path, word: str, extension: str) -> list[Any]:
    """Rename files so that number 1 is the best. Each item has a ``path``."""
    for each in ranked:
        each.path.rename(each.path.with_suffix(".ranking"))
    named = []
    for rank, each in enumerate(ranked, 1):
        path = folder / f"{word}_{rank:03d}.{extension}"
        each.path.with_suffix(".ranking").rename(path)
        named.append(replace(each, path=path))
    return named


def picture_facts(picture: Picture) -> dict[str, Any]:
    """A picture for programs."""
    return {
        "file": picture.path.name,
        "prompt": picture.prompt,
        "seed": picture.seed,
        "model": picture.model,
        "provider": picture.provider,
        "overall": picture.overall,
        "scores": score_facts(picture.scores),
        "not_drawn": list(picture.not_drawn),
        "cost_usd": (picture.cost + picture.judge_cost) / 1_000_000,
        "seconds": picture.seconds,
    }


def picture_rows(pictures: list[Picture]) -> list[dict[str, Any]]:
    """The ranking as a table."""
    return [
        {
            "file": each.path.name,
            "overall": each.overall,
            **{name.lower(): value_of(each.scores, name) for name in SHOWN},
            "not drawn": ", ".join(each.not_drawn) or "-",
            "seed": each.seed,
            "cost": f"${(each.cost + each.judge_cost) / 1_000_000:.4f}",
        }
        for each in pictures
    ]


def pictures_price(hired: Hired, brief: Brief, count: int) -> list[tuple[str, int]]:
    """What variations cost at most, in millionths of a US dollar."""
    return [
        (f"{count} pictures", hired.price("image", brief) * count),
        (f"{count} looks at them", hired.price("vision", brief) * count),
    ]
