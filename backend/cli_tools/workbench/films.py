"""Attempts at a clip: made, scored, ranked, and on disk as soon as each is there."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dailies.domain.brief import Brief
from dailies.domain.errors import DailiesError
from dailies.domain.project import Score
from dailies.media.video import frame_at
from dailies.ports import ClipRequest, JudgeRequest
from workbench.arguments import SEED_LIMIT
from workbench.film_scores import FILM_WEIGHTS, film_scores
from workbench.hiring import Hired, Office
from workbench.pictures import named_by_rank
from workbench.ranking import overall, score_facts, value_of, why_first
from workbench.terminal import Pieces
from workbench.traces import write_json

SHOWN = ("Prompt adherence", "Motion smoothness", "Imaging quality", "Dynamic degree")


@dataclass(frozen=True)
class Clip:
    """What to make a clip from. ``start`` and ``end``: encoded pictures; ``name``: of its files."""

    name: str
    motion: str
    start: bytes
    seconds: float
    negative_prompt: str = ""
    end: bytes | None = None

    @property
    def prompt(self) -> str:
        """The words the animator is given. Vendors differ in taking negative prompts, all read what is absent."""
        absent = ", ".join(f"no {thing.strip()}" for thing in self.negative_prompt.split(",") if thing.strip())
        return f"{self.motion}\n{absent.capitalize()}." if absent else self.motion


@dataclass(frozen=True)
class Film:
    """An attempt. ``cost``: millionths of a US dollar; ``seconds``: it took to make."""

    path: Path
    clip: str
    prompt: str
    seed: int
    model: str
    provider: str
    cost: int
    seconds: float
    length_s: float
    scores: tuple[Score, ...]

    @property
    def overall(self) -> float:
        """0 to 100."""
        return overall(self.scores, FILM_WEIGHTS)


@dataclass
class FilmRun:
    """One tool's attempts at several clips."""

    office: Office
    brief: Brief
    folder: Path
    made: dict[str, list[Film]] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    async def make(self, clips: list[Clip], attempts: int, seed: int, pieces: Pieces) -> None:
        """Make ``attempts`` of every clip; whatever happens, those made are ranked on disk. Raises DailiesError
        where a clip has none."""
        turns = asyncio.Semaphore(self.office.services.settings.workers)

        async def one(clip: Clip, number: int, piece: int) -> None:
            async with turns:
                report = self.office.stop.watched(pieces.of(piece))
                await self._one(clip, number, (seed + number) % SEED_LIMIT, report)

        earlier = {clip.name: len(self.made.get(clip.name, [])) for clip in clips}
        works = [
            one(clip, earlier[clip.name] + number, place * attempts + number)
            for place, clip in enumerate(clips)
            for number in range(attempts)
        ]
        try:
            await asyncio.gather(*works)
        finally:
            self.rank()
        if any(not self.made.get(clip.name) for clip in clips):
            raise DailiesError(self.failures[0], code="provider_failed")

    async def _one(self, clip: Clip, number: int, seed: int, report: Any) -> None:
        began = time.monotonic()
        width, height = self.brief.frame_size
        animator = self.office.animator(f"{clip.name}-{number + 1}")
        path = self.folder / f"{clip.name}_{number + 1:03d}.mp4"
        output = path.with_name(f".making_{path.name}")
        request = ClipRequest(clip.prompt, clip.start, clip.seconds, width, height, seed, output, clip.end)
        try:
            result = await animator.animate(request, report)
            output.rename(path)
        except DailiesError as error:
            self.failures.append(str(error))
            report(1.0)
            return
        finally:
            output.unlink(missing_ok=True)
        seconds = round(time.monotonic() - began, 2)
        film = Film(
            path,
            clip.name,
            clip.prompt,
            result.seed,
            result.model,
            animator.name,
            result.cost,
            seconds,
            clip.seconds,
            (),
        )
        films = self.made.setdefault(clip.name, [])
        place = len(films)
        films.append(film)
        adherence, judge_cost = await self._adherence(path, clip, number)
        scores = await asyncio.to_thread(film_scores, path, clip.motion, adherence)
        films[place] = replace(film, scores=scores, cost=result.cost + judge_cost)
        report(1.0)

    async def _adherence(self, path: Path, clip: Clip, number: int) -> tuple[Score | None, int]:
        """What a vision model says of the middle frame, where one was hired."""
        judge = self.office.judge(f"{clip.name}-{number + 1}")
        if judge is None:
            return None, 0
        try:
            found = await judge.judge(JudgeRequest(frame_at(path, clip.seconds / 2), clip.motion), lambda _: None)
        except DailiesError as error:
            return Score("Prompt adherence", None, "0 to 100", f"Not measured: {error}"), 0
        match = next((each for each in found.findings if each.name == "Match"), None)
        if match is None:
            return None, found.cost
        method = f"{found.model}, of the middle frame: {match.reason}"
        return Score("Prompt adherence", round(match.value, 1), "0 to 100", method), found.cost

    def rank(self) -> None:
        """Name the files by rank, best first in each clip, and write what is known of each."""
        for name, films in self.made.items():
            ranked = sorted(films, key=lambda each: (-each.overall, each.path.name))
            self.made[name] = named_by_rank(ranked, self.folder, name, "mp4")
            for film in self.made[name]:
                write_json(film.path.with_name(f"{film.path.stem}_metadata.json"), film_facts(film))
        write_json(self.folder / "generation_trace.json", self.trace())

    def trace(self) -> dict[str, Any]:
        """The run for programs."""
        return {
            "clips": [
                {
                    "clip": name,
                    "videos": [{"rank": rank, **film_facts(film)} for rank, film in enumerate(films, 1)],
                    "best": films[0].path.name,
                    "best_because": why_first(films, FILM_WEIGHTS, "Video"),
                }
                for name, films in sorted(self.made.items())
            ],
            "weights": FILM_WEIGHTS,
            "failures": self.failures,
            "aspect_ratio": self.brief.aspect_ratio,
            "cost_usd": self.cost / 1_000_000,
        }

    @property
    def cost(self) -> int:
        """Millionths of a US dollar."""
        return sum(film.cost for films in self.made.values() for film in films)


def film_facts(film: Film) -> dict[str, Any]:
    """An attempt for programs."""
    return {
        "file": film.path.name,
        "clip": film.clip,
        "prompt": film.prompt,
        "seed": film.seed,
        "model": film.model,
        "provider": film.provider,
        "length_s": film.length_s,
        "overall": film.overall,
        "scores": score_facts(film.scores),
        "cost_usd": film.cost / 1_000_000,
        "seconds": film.seconds,
    }


def film_rows(films: list[Film]) -> list[dict[str, Any]]:
    """The ranking as a table."""
    return [
        {
            "file": film.path.name,
            "overall": film.overall,
            **{name.lower(): value_of(film.scores, name) for name in SHOWN},
            "seed": film.seed,
            "cost": f"${film.cost / 1_000_000:.4f}",
        }
        for film in films
    ]


def films_price(hired: Hired, brief: Brief, lengths: list[float], attempts: int) -> list[tuple[str, int]]:
    """What attempts cost at most, in millionths of a US dollar. ``lengths``: of the clips, in seconds."""
    count = len(lengths) * attempts
    return [
        (f"{count} clips", attempts * sum(hired.price("video", brief, seconds) for seconds in lengths)),
        (f"{count} looks at them", hired.price("vision", brief) * count),
    ]
