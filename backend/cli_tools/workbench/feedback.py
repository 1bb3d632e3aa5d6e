"""The whole way from a prompt to clips, stage by stage, with the creator's answers between."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from dailies.domain.brief import Brief
from dailies.media.video import first_frame
from dailies.ports import ImageRequest
from workbench.board_files import BoardDocument, read_board
from workbench.boards import BoardRun, board_price, brief_for
from workbench.films import Clip, FilmRun, film_rows, films_price
from workbench.hiring import Hired, Office
from workbench.motion_runs import improve_motions
from workbench.pictures import PictureRun, picture_rows, pictures_price
from workbench.prompt_roles import Dialogue, Roles, Task
from workbench.prompt_runs import improve, prompt_price, roles_in
from workbench.terminal import ask, ask_words, preview, progress, ranked_table, told
from workbench.traces import write_json, write_png

Workflow = Literal["full", "image-only", "video-only", "prompt-only"]
WORKFLOWS: tuple[Workflow, ...] = ("full", "image-only", "video-only", "prompt-only")

STAGES_OF: dict[Workflow, tuple[str, ...]] = {
    "full": ("prompt", "images", "storyboard", "motion", "videos"),
    "image-only": ("prompt", "images"),
    "video-only": ("motion", "videos"),
    "prompt-only": ("prompt", "motion"),
}
ANSWERS = {"c": "continue", "r": "regenerate with feedback", "s": "stop"}
SECONDS_ALONE = 4.0
"""Length of the clip where there is no storyboard."""


@dataclass(frozen=True)
class Plan:
    """What was asked for. Thresholds: 0 to 100; below those of images and videos another set is made, once."""

    brief: Brief
    workflow: Workflow
    images: int
    attempts: int
    clips: int
    rounds: int
    prompt_threshold: float
    image_threshold: float
    video_threshold: float
    seed: int
    interactive: bool
    quiet: bool
    input_image: bytes | None = None

    @property
    def film(self) -> Brief:
        """The brief of the storyboard's film."""
        return brief_for(self.brief.prompt, self.clips, self.brief)


def loop_price(hired: Hired, plan: Plan) -> list[tuple[str, int]]:
    """What the stages cost at most, in millionths of a US dollar, without what is made again by hand."""
    stages, brief = STAGES_OF[plan.workflow], plan.brief
    lines: list[tuple[str, int]] = []
    prompts = stages.count("prompt") + (plan.clips if "storyboard" in stages else stages.count("motion"))
    lines.append(("Prompts", prompt_price(hired, brief, plan.rounds) * prompts))
    if "images" in stages:
        lines += pictures_price(hired, brief, plan.images * (2 if plan.image_threshold else 1))
    lengths = [SECONDS_ALONE]
    if "storyboard" in stages:
        lines += board_price(hired, plan.film, plan.clips, False)
        lengths = [plan.film.duration_s / plan.clips] * plan.clips
    elif "videos" in stages and plan.input_image is None:
        lines += pictures_price(hired, brief, 1)[:1]
    if "videos" in stages:
        lines += films_price(hired, brief, lengths, plan.attempts * (2 if plan.video_threshold else 1))
    return lines


@dataclass
class Loop:
    """One run of the workflow. ``summary`` is on disk after every stage."""

    office: Office
    plan: Plan
    folder: Path
    summary: dict[str, Any] = field(default_factory=dict)
    prompt: str = ""
    hero: bytes | None = None
    board: Path | None = None
    motions: dict[int, tuple[str, str]] = field(default_factory=dict)
    stopped: bool = False

    async def run(self) -> dict[str, Any]:
        """Go through the stages. Raises DailiesError where one fails; what was made is kept."""
        self.prompt, self.hero = self.plan.brief.prompt, self.plan.input_image
        self.summary = {
            "workflow": self.plan.workflow,
            "interactive": self.plan.interactive,
            "prompt": self.plan.brief.prompt,
            "seed": self.plan.seed,
            "ended": "stopped",
            "stages": [],
            "decisions": [],
            "best": {},
            "seconds": 0.0,
            "cost_usd": 0.0,
            "folder": str(self.folder),
        }
        stages: dict[str, Callable[[Path], Awaitable[dict[str, Any]]]] = {
            "prompt": self._prompt,
            "images": self._images,
            "storyboard": self._storyboard,
            "motion": self._motion,
            "videos": self._videos,
        }
        for name in STAGES_OF[self.plan.workflow]:
            await self._stage(name, stages[name])
            if self.stopped:
                self.summary["ended"] = "stopped by hand"
                break
        else:
            self.summary["ended"] = "done"
        self._keep()
        return self.summary

    async def _stage(self, name: str, work: Callable[[Path], Awaitable[dict[str, Any]]]) -> None:
        began = time.monotonic()
        folder = self.folder / FOLDERS[name]
        folder.mkdir()
        facts = await work(folder)
        seconds = round(time.monotonic() - began, 2)
        self.summary["stages"].append({"stage": name, "folder": FOLDERS[name], "seconds": seconds, **facts})
        self.summary["seconds"] = round(self.summary["seconds"] + seconds, 2)
        self.summary["cost_usd"] += facts["cost_usd"]
        self._keep()

    def _keep(self) -> None:
        write_json(self.folder / "workflow_summary.json", self.summary)

    async def _prompt(self, folder: Path) -> dict[str, Any]:
        task = Task(self.prompt, "image", self.plan.brief.aspect_ratio, seed=self.plan.seed)
        dialogue = await self._improve(roles_in(self.office), task, folder)
        self.prompt = dialogue.best.draft.text
        self.summary["best"]["prompt"] = self.prompt
        return _dialogue_facts(dialogue)

    async def _images(self, folder: Path) -> dict[str, Any]:
        run = PictureRun(self.office, self.plan.brief, folder)

        async def draw(words: str, again: int) -> None:
            with progress("Images", self.plan.images) as pieces:
                await run.draw(words, self.plan.images, self.plan.seed + again * self.plan.images, pieces)

        def show() -> None:
            preview(run.made[0].path.read_bytes())
            ranked_table("Images", picture_rows(run.made), run.trace()["best_because"])

        price = sum(each for _, each in pictures_price(self.office.hired, self.plan.brief, self.plan.images))
        await self._until_good(
            "images", draw, lambda: run.made[0].overall, self.plan.image_threshold, self.prompt, show, price
        )
        best = run.made[0]
        self.hero = self.plan.input_image or best.path.read_bytes()
        self.summary["best"]["image"] = str(best.path.relative_to(self.folder))
        scores = {each.path.name: each.overall for each in run.made}
        return {"scores": scores, "best_because": run.trace()["best_because"], "cost_usd": run.cost / 1_000_000}

    async def _storyboard(self, folder: Path) -> dict[str, Any]:
        run = BoardRun(self.office, self.plan.film, folder, self.plan.clips, self.plan.seed)
        if self.plan.input_image is not None:
            run.reference = self.plan.input_image
        else:
            run.style = self.hero
        metadata = await run.make()
        self.board = folder / "storyboard_metadata.json"
        self.summary["best"]["storyboard"] = str(self.board.relative_to(self.folder))
        scores = {
            clip["start_frame"]: next((s["value"] for s in clip["start_scores"] if s["name"] == "Technique"), None)
            for clip in metadata["clips"]
        }
        return {"title": metadata["title"], "scores": scores, "cost_usd": metadata["cost_usd"]}

    async def _motion(self, folder: Path) -> dict[str, Any]:
        roles = roles_in(self.office)
        if self.board is None:
            given = self.hero is not None
            aspect = self.plan.brief.aspect_ratio
            task = Task(self.plan.brief.prompt, "video", aspect, picture_given=given, seed=self.plan.seed)
            dialogue = await self._improve(roles, task, folder)
            motion = dialogue.best.draft.motion
            if motion is not None:
                self.motions[0] = (motion.text, motion.negative_prompt)
                self.summary["best"]["motion_prompt"] = motion.text
            return _dialogue_facts(dialogue)
        document: BoardDocument = read_board(self.board).document
        found = await improve_motions(
            roles, document, folder, self.board.parent, self.plan.rounds, self.plan.prompt_threshold, self.plan.seed
        )
        self.motions = {clip["clip"]: (clip["motion_prompt"], clip["negative_prompt"]) for clip in found["clips"]}
        scores = {f"clip {clip['clip']}": clip["overall"] for clip in found["clips"]}
        return {"scores": scores, "cost_usd": found["cost_usd"]}

    async def _videos(self, folder: Path) -> dict[str, Any]:
        clips = await self._clips(folder)
        run = FilmRun(self.office, self.plan.brief, folder)

        async def make(words: str, again: int) -> None:
            wanted = [
                Clip(each.name, f"{each.motion}{words}", each.start, each.seconds, each.negative_prompt, each.end)
                for each in clips
            ]
            with progress("Videos", len(wanted) * self.plan.attempts) as pieces:
                await run.make(wanted, self.plan.attempts, self.plan.seed, pieces)

        def show() -> None:
            for found in run.trace()["clips"]:
                films = run.made[found["clip"]]
                preview(first_frame(films[0].path))
                ranked_table(found["clip"], film_rows(films), found["best_because"])

        lengths = [clip.seconds for clip in clips]
        price = sum(each for _, each in films_price(self.office.hired, self.plan.brief, lengths, self.plan.attempts))
        await self._until_good(
            "videos",
            make,
            lambda: min(films[0].overall for films in run.made.values()),
            self.plan.video_threshold,
            "",
            show,
            price,
        )
        best = {name: films[0] for name, films in sorted(run.made.items())}
        self.summary["best"]["videos"] = [str(film.path.relative_to(self.folder)) for film in best.values()]
        return {
            "scores": {film.path.name: film.overall for films in run.made.values() for film in films},
            "cost_usd": run.cost / 1_000_000,
        }

    async def _clips(self, folder: Path) -> list[Clip]:
        if self.board is not None:
            return read_board(self.board).clips(self.motions)
        if self.hero is None:
            width, height = self.plan.brief.frame_size
            request = ImageRequest(self.prompt, width, height, self.plan.seed)
            with progress("First frame", 1) as pieces:
                drawn = await self.office.illustrator("hero-frame").draw(
                    request, self.office.stop.watched(pieces.of(0))
                )
            self.hero = drawn.image
        write_png(folder / "hero_frame.png", self.hero)
        motion, negative = self.motions[0]
        return [Clip("video", motion, self.hero, SECONDS_ALONE, negative)]

    async def _improve(self, roles: Roles, task: Task, folder: Path) -> Dialogue:
        with progress("Prompt", 1) as pieces:
            return await improve(roles, task, folder, self.plan.rounds, self.plan.prompt_threshold, pieces)

    async def _until_good(
        self,
        stage: str,
        work: Callable[[str, int], Awaitable[None]],
        score: Callable[[], float],
        threshold: float,
        words: str,
        show: Callable[[], None],
        price: int,
    ) -> None:
        """Make a set; below the threshold another one, once; then, where asked to, as often as the creator
        wants. Their answers go into the summary."""
        again = 0
        await work(words, again)
        if score() < threshold:
            told.print(f"The best of the {stage} has {score():.1f}, below {threshold:g}: another set is made.")
            again += 1
            await work(words, again)
        while self.plan.interactive:
            if not self.plan.quiet:
                show()
            cost = f" (again: about ${price / 1_000_000:.4f})" if price else ""
            answer = ask(f"The {stage} are made{cost}.", ANSWERS)
            feedback = ask_words("What should be different? ") if answer == ANSWERS["r"] else ""
            self.summary["decisions"].append({"after": stage, "answer": answer, "feedback": feedback})
            self._keep()
            if answer != ANSWERS["r"]:
                self.stopped = answer == ANSWERS["s"]
                return
            words = f"{words}\nChange: {feedback}" if feedback else words
            again += 1
            await work(words, again)


FOLDERS = {
    "prompt": "image_prompt_traces",
    "images": "image_generations",
    "storyboard": "storyboards",
    "motion": "video_prompt_traces",
    "videos": "video_generations",
}
"""Where each stage lies in the folder of the run."""


def _dialogue_facts(dialogue: Dialogue) -> dict[str, Any]:
    best = dialogue.best.review.scores
    return {
        "scores": {"overall": best.overall, **best.scores},
        "iterations": len(dialogue.rounds),
        "ended": dialogue.ended,
        "cost_usd": dialogue.cost / 1_000_000,
    }
