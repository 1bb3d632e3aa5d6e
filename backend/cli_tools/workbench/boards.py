"""A storyboard made by the studio: story, references, then a start and an end frame for every clip."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dailies.domain.brief import Brief
from dailies.domain.edits import AddShot, Edit, RemoveShot
from dailies.domain.errors import DailiesError
from dailies.domain.items import clip_id, frame_id, items_of, reference_id
from dailies.domain.operations import start_operation
from dailies.domain.project import STORY, STYLE_REFERENCE, Event, Project, Score, Stage
from dailies.domain.prompts import prompt_for
from dailies.domain.story import CameraMove, Scene, Shot, Story
from dailies.media.scores import picture_scores
from dailies.ports import ImageRequest, Progress, ReferenceImage
from dailies.services.estimates import USUAL_CAST
from dailies.services.studio import jobs_for
from workbench.craft_words import LENSES
from workbench.hiring import Hired, Office
from workbench.prompt_roles import Roles, Task, distance_of, take_turns
from workbench.prompt_runs import prompt_price
from workbench.ranking import score_facts
from workbench.terminal import Pieces, progress
from workbench.traces import write_json, write_png

SECONDS_PER_CLIP = 3
LEAST_FILM_S = 5
LOOK_S = 0.2
FRAME_ROUNDS = 2
"""Rounds of the two roles for one frame's prompt."""

FRAMES_PER_CLIP = 2

LAST_MOMENT: dict[CameraMove, str] = {
    "push in": "closer, the last moment of the shot",
    "pull out": "wider, the last moment of the shot",
    "pan left": "the last moment of the shot, panned to the left",
    "pan right": "the last moment of the shot, panned to the right",
    "tilt up": "the last moment of the shot, tilted up",
    "tilt down": "the last moment of the shot, tilted down",
}
"""What the end frame changes in the start frame, by the camera's move."""

STILL = "the last moment of the shot, seen from the same place"


def brief_for(prompt: str, clips: int, brief: Brief) -> Brief:
    """The brief of a film with about this many shots. Seconds between 5 and 180."""
    return replace(brief, prompt=prompt, duration_s=min(180, max(LEAST_FILM_S, clips * SECONDS_PER_CLIP)))


def board_price(hired: Hired, brief: Brief, clips: int, enhance: bool) -> list[tuple[str, int]]:
    """What a storyboard costs at most, in millionths of a US dollar."""
    pictures = USUAL_CAST + FRAMES_PER_CLIP * clips
    lines = [
        ("The story", hired.price("text", brief)),
        (f"{pictures} pictures", hired.price("image", brief) * pictures),
    ]
    if enhance:
        lines.append(("Frame prompts", prompt_price(hired, brief, FRAME_ROUNDS) * clips))
    return lines


@dataclass(frozen=True)
class Frame:
    """A frame of the board. ``image``: as encoded."""

    image: bytes
    prompt: str
    seed: int
    model: str
    scores: tuple[Score, ...]


@dataclass
class BoardRun:
    """One storyboard, as a project of the studio. ``clips``: how many shots it has; ``roles``: whoever enriches
    frame prompts, or None. ``reference``: a picture of who or what it is about; ``style``: one of its look."""

    office: Office
    brief: Brief
    folder: Path
    clips: int
    seed: int
    roles: Roles | None = None
    reference: bytes | None = None
    style: bytes | None = None
    project_id: str = ""
    ends: dict[str, Frame] = field(default_factory=dict)
    end_cost: int = 0
    written: set[str] = field(default_factory=set)

    async def make(self) -> dict[str, Any]:
        """Plan and draw; return the metadata, which is on disk too. What was made stays whatever happens.

        Raises DailiesError where something could not be made.
        """
        try:
            await self._story()
            await self._references()
            await self._starts()
            await self._ends()
        except (asyncio.CancelledError, Exception):
            await self._cancel()
            raise
        return self._keep(await self._load())

    async def _story(self) -> None:
        services = self.office.services
        project = await begin_project(self.office, self.brief, self.seed)
        self.project_id = project.id
        project = await self._watch("Story", "story", 1)
        story = project.story
        assert story is not None
        edits = shots_to(story, self.clips)
        for edit in edits:
            await services.items.edit_story(self.office.owner, self.project_id, (edit,), None)
        await self._approve("story")

    async def _references(self) -> None:
        services, project = self.office.services, await self._load()
        for item, picture in ((reference_item(project), self.reference), (STYLE_REFERENCE, self.style)):
            if picture is not None:
                await services.items.upload(self.office.owner, self.project_id, item, picture)
        project = await self._load()
        missing = [item.id for item in items_of(project, "references") if item.id not in project.selected]
        if missing:
            await services.production.generate(self.office.owner, self.project_id, "references", None)
            await self._watch("References", "references", len(missing))
        await self._approve("references")

    async def _starts(self) -> None:
        services, project = self.office.services, await self._load()
        frames = [item.id for item in items_of(project, "storyboard")]
        if self.roles is None:
            await services.production.generate(self.office.owner, self.project_id, "storyboard", None)
        else:
            words = await self._enriched(project, self.roles)
            for frame in frames:
                await self._take(frame, words[frame])
        await self._watch("Start frames", "storyboard", len(frames))

    async def _ends(self) -> None:
        """Each end frame is drawn from its start frame: the same words, seed and references, and what has changed."""
        project = await self._load()
        assert project.story is not None
        shots = [shot for _, shot in project.story.shots()]
        turns = asyncio.Semaphore(self.office.services.settings.workers)

        async def one(place: int, shot: Shot, pieces: Pieces) -> None:
            async with turns:
                await self._end(project, shot, self.office.stop.watched(pieces.of(place)))

        with progress("End frames", len(shots)) as pieces:
            await asyncio.gather(*(one(place, shot, pieces) for place, shot in enumerate(shots)))

    async def _end(self, project: Project, shot: Shot, report: Progress) -> None:
        start = project.selected_take(frame_id(shot.id))
        assert start is not None
        assert start.media is not None
        blobs = self.office.services.blobs
        first = ReferenceImage(
            "style", "Start frame", "the first moment of the same shot", await blobs.read(start.media.sha256)
        )
        references = [first]
        for source in start.made_from:
            take = project.take(source.digest) if source.key.startswith("item:ref-") else None
            entity = project.story.entity(take.item.removeprefix("ref-")) if project.story and take else None
            if entity and take and take.media:
                image = await blobs.read(take.media.sha256)
                references.append(ReferenceImage(entity.kind, entity.name, entity.description, image))
        prompt = f"{start.prompt}\nChange: {LAST_MOMENT.get(shot.move, STILL)}"
        width, height = self.brief.frame_size
        request = ImageRequest(prompt, width, height, start.seed, tuple(references))
        result = await self.office.illustrator(f"end-{shot.id}").draw(request, report)
        scores = await asyncio.to_thread(picture_scores, result.image)
        self.ends[shot.id] = Frame(result.image, prompt, result.seed, result.model, scores)
        self.end_cost += result.cost
        self._keep(await self._load())

    async def _take(self, item: str, instruction: str) -> None:
        production = self.office.services.production
        await production.regenerate(self.office.owner, self.project_id, "storyboard", [item], instruction, 1, None)

    async def _enriched(self, project: Project, roles: Roles) -> dict[str, str]:
        """What the two roles add to each frame's prompt."""
        story, words = project.story, {}
        assert story is not None
        shots = list(story.shots())
        with progress("Frame prompts", len(shots)) as pieces:
            for number, (scene, shot) in enumerate(shots):
                task = Task(frame_words(story, scene, shot), "image", self.brief.aspect_ratio, seed=self.seed)
                dialogue = await take_turns(roles, task, FRAME_ROUNDS, 85.0)
                words[frame_id(shot.id)] = dialogue.best.draft.text.removeprefix(task.original).strip() or task.original
                pieces.of(number)(1.0)
        return words

    async def _approve(self, stage: Stage) -> None:
        project = await self._load()
        production = self.office.services.production
        await production.approve(self.office.owner, self.project_id, stage, project.revision, True)

    async def _load(self) -> Project:
        return await self.office.services.studio.load(self.office.owner, self.project_id)

    async def _watch(self, what: str, stage: Stage, count: int) -> Project:
        """Wait until nothing is under way. Raises DailiesError with the first failure's sentence."""
        project = await self._load()
        begun = {operation.id for operation in project.operations if operation.stage == stage and operation.active}
        with progress(what, count) as pieces:
            while True:
                project = await self._load()
                self._show(project, begun, pieces)
                self._keep(project)
                if not any(True for _ in project.active_works()):
                    break
                await asyncio.sleep(LOOK_S)
        if project.outcomes:
            failure = next(iter(project.outcomes.values()))
            raise DailiesError(failure.message, code=failure.code)
        return project

    def _show(self, project: Project, begun: set[str], pieces: Pieces) -> None:
        shares = self.office.services.production.progress
        works = [work for operation in project.operations if operation.id in begun for work in operation.works]
        for number, work in enumerate(works):
            waiting = work.status in ("queued", "running")
            pieces.of(number)(shares.get(work.id, 0.0) if waiting else 1.0)

    async def _cancel(self) -> None:
        """Drop what waits: the studio would go on with it the next time it is opened."""
        if not self.project_id:
            return
        project = await self._load()
        for operation in project.operations:
            if operation.active:
                await self.office.services.production.cancel(self.office.owner, self.project_id, operation.id)
        self._keep(await self._load())

    def _keep(self, project: Project) -> dict[str, Any]:
        """Write frames that are new, and the metadata of what is there."""
        story = project.story
        if story is None:
            return {}
        clips = []
        for number, (scene, shot) in enumerate(story.shots(), 1):
            start = self._start(project, shot)
            frames = {f"clip_{number:03d}_start.png": start, f"clip_{number:03d}_end.png": self.ends.get(shot.id)}
            for name, frame in frames.items():
                if frame is not None and name not in self.written:
                    write_png(self.folder / name, frame.image)
                    self.written.add(name)
            clips.append(clip_facts(project, story, scene, shot, number, frames))
        metadata = {
            "prompt": project.brief.prompt,
            "title": story.title,
            "logline": story.logline,
            "style": story.style,
            "aspect_ratio": project.brief.aspect_ratio,
            "project": project.id,
            "seed": project.seed,
            "clips": clips,
            "consistency_groups": groups_of(story),
            "cost_usd": (project.spend.spent + self.end_cost) / 1_000_000,
        }
        write_json(self.folder / "storyboard_metadata.json", metadata)
        return metadata

    def _start(self, project: Project, shot: Shot) -> Frame | None:
        take = project.selected_take(frame_id(shot.id))
        if take is None or take.media is None:
            return None
        image = self.office.services.blobs.path(take.media.sha256).read_bytes()
        return Frame(image, take.prompt, take.seed, take.model, take.scores)


async def begin_project(office: Office, brief: Brief, seed: int) -> Project:
    """A project with the seed that was asked for; its story begins at once."""
    studio = office.services.studio
    now = datetime.now(UTC)
    title = brief.prompt.splitlines()[0][:60]
    casting = office.hired.casting
    empty = Project(studio.make_id(), office.owner, brief, "interactive", title, now, now, seed, casting=casting)
    price = {STORY: office.hired.price("text", brief)}
    project, _ = start_operation(empty, studio.make_id(), "generate", "story", [STORY], now=now, estimates=price)
    created = Event("project.created", {"project": project.id})
    return await studio.store.create(project, created, jobs_for(empty, project))


def shots_to(story: Story, count: int) -> tuple[Edit, ...]:
    """Edits after which the story has ``count`` shots: some in the middle left out, or the longest shots seen
    again from near."""
    shots = [shot for _, shot in story.shots()]
    if len(shots) >= count:
        kept = {round(place * (len(shots) - 1) / max(1, count - 1)) for place in range(count)}
        return tuple(RemoveShot(shot.id) for number, shot in enumerate(shots) if number not in kept)
    longest = sorted(shots, key=lambda shot: -shot.seconds)
    repeated = [longest[number % len(longest)] for number in range(count - len(shots))]
    return tuple(
        AddShot("", shot.id, shot.action, max(1.0, shot.seconds), "close-up", "static", shot.who) for shot in repeated
    )


def reference_item(project: Project) -> str:
    """What a picture of the creator's own shows: the product, else the first character, else the style."""
    story = project.story
    entities = story.entities if story else ()
    for kind in ("product", "character"):
        for entity in entities:
            if entity.kind == kind:
                return reference_id(entity.id)
    return STYLE_REFERENCE


def frame_words(story: Story, scene: Scene, shot: Shot) -> str:
    """A frame as one sentence for the two roles."""
    place = story.entity(scene.place)
    where = place.name if place else scene.title
    return f"{shot.size.capitalize()} shot. {shot.action} At {where}, {scene.time}, {scene.weather}."


def clip_facts(
    project: Project,
    story: Story,
    scene: Scene,
    shot: Shot,
    number: int,
    frames: dict[str, Frame | None],
) -> dict[str, Any]:
    """A clip of the board for programs."""
    facts: dict[str, Any] = {
        "clip": number,
        "description": shot.action,
        "scene": scene.title,
        "seconds": shot.seconds,
        "shot_size": shot.size,
        "camera_movement": shot.move,
        "perspective": "eye level",
        "lens": LENSES[distance_of(shot.size)][0].split(" on ")[1].split(" at ")[0],
        "motion": prompt_for(project, clip_id(shot.id), ()),
        "consistency_groups": [scene.place, *shot.who],
    }
    for name, (file, frame) in zip(("start", "end"), frames.items(), strict=True):
        facts[f"{name}_frame"] = file if frame else None
        facts[f"{name}_prompt"] = frame.prompt if frame else None
        facts[f"{name}_seed"] = frame.seed if frame else None
        facts[f"{name}_model"] = frame.model if frame else None
        facts[f"{name}_scores"] = score_facts(frame.scores) if frame else []
    return facts


def groups_of(story: Story) -> dict[str, Any]:
    """What must look the same in several clips, and in which."""
    groups: dict[str, Any] = {}
    for entity in story.entities:
        clips = [
            number
            for number, (scene, shot) in enumerate(story.shots(), 1)
            if entity.id == scene.place or entity.id in shot.who
        ]
        groups[entity.id] = {
            "kind": entity.kind,
            "name": entity.name,
            "description": entity.description,
            "clips": clips,
        }
    return groups


def board_rows(metadata: dict[str, Any]) -> list[dict[str, Any]]:
    """The board as a table."""
    return [
        {
            "clip": clip["clip"],
            "seconds": clip["seconds"],
            "size": clip["shot_size"],
            "move": clip["camera_movement"],
            "what happens": clip["description"][:80],
        }
        for clip in metadata["clips"]
    ]
