"""A small film for domain tests, and a clock that stands still."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dailies.domain.approval import approve
from dailies.domain.brief import Brief
from dailies.domain.items import items_of
from dailies.domain.operations import finish_work, start_operation, start_work
from dailies.domain.project import Media, Operation, Project, Stage, Take
from dailies.domain.staleness import sources_of
from dailies.domain.story import Entity, Scene, Shot, Story
from dailies.domain.takes import next_number

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

STORY = Story(
    title="First Ferry",
    logline="A ferry pilot pours one cup before the world wakes.",
    framework="ritual",
    entities=(
        Entity("ingrid", "character", "Ingrid", "a pilot of fifty in a red cap and a navy coat"),
        Entity("emil", "character", "Emil", "a deckhand of twenty in a yellow oilskin"),
        Entity("harbour", "place", "Harbour", "a small harbour under snow"),
        Entity("wheelhouse", "place", "Wheelhouse", "a narrow wheelhouse with brass and wood"),
        Entity("tin", "product", "Norrhavn", "a blue coffee tin"),
    ),
    scenes=(
        Scene(
            "s1",
            "Blue hour",
            "harbour",
            "dawn",
            "snow",
            "still",
            (
                Shot("s1a", 3.0, "The ferry waits at the pier.", "wide"),
                Shot("s1b", 2.0, "Ingrid walks down the pier.", "full", who=("ingrid",), line="Morning."),
            ),
        ),
        Scene(
            "s2",
            "First pour",
            "wheelhouse",
            "dawn",
            "fog",
            "warm",
            (
                Shot("s2a", 3.0, "Ingrid pours a cup.", "close-up", who=("ingrid", "tin")),
                Shot("s2b", 2.0, "Emil points from the deck.", "medium", who=("emil",), caption="First up."),
            ),
        ),
    ),
)


def new_project() -> Project:
    """A project that has nothing yet."""
    return Project("p1", "u1", Brief("A ferry film", 10), "interactive", "A ferry film", NOW, NOW, 7)


def take_for(project: Project, item: str, take_id: str, story: Story | None = None) -> Take:
    """A take of an item, made from what is selected now."""
    media = None if story else Media("ab" * 32, "image/png", 16, 9, 100)
    return Take(
        take_id,
        item,
        next_number(project, item),
        "generated",
        NOW,
        story=story,
        media=media,
        made_from=sources_of(project, item),
    )


def finish(project: Project, operation: Operation, story: Story = STORY) -> Project:
    """Do all queued work of an operation."""
    for work in operation.works:
        project, _ = start_work(project, work.id, now=NOW)
        document = story if work.item == "story" else None
        take = take_for(project, work.item, work.id, document)
        project, _ = finish_work(project, work.id, take, now=NOW)
    return project


def make_stage(project: Project, stage: Stage, name: str = "") -> Project:
    """Make every item of a stage; the cut in an operation of its own, when the clips are there."""
    items = [item.id for item in items_of(project, stage) if item.id != "cut"]
    groups = [items, ["cut"]] if stage == "video" else [items]
    for index, group in enumerate(groups):
        operation_id = f"{name or stage}-{index}"
        project, _ = start_operation(project, operation_id, "generate", stage, group, now=NOW)
        operation = project.operation(operation_id)
        assert operation is not None
        project = finish(project, operation)
    return project


def approved_up_to(stage: Stage) -> Project:
    """A project whose stages up to and including this one are made and approved."""
    project = new_project()
    for name in ("story", "references", "storyboard", "video"):
        project = make_stage(project, name)  # type: ignore[arg-type]
        project, _ = approve(project, name, by="u1", now=NOW, with_stale=False)  # type: ignore[arg-type]
        if name == stage:
            break
    return project


def with_line(story: Story, shot_id: str, line: str) -> Story:
    """The story with another spoken line in one shot."""
    return replace(
        story,
        scenes=tuple(
            replace(scene, shots=tuple(replace(s, line=line) if s.id == shot_id else s for s in scene.shots))
            for scene in story.scenes
        ),
    )
