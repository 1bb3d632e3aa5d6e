"""Which items a project has. They follow from the selected story: nothing is stored.

An item whose shot or entity leaves the story leaves the list, and its takes stay; when the shot or entity
comes back, so do they.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dailies.domain.casting import Part
from dailies.domain.project import CUT, STORY, STYLE_REFERENCE, Project, Stage

ItemKind = Literal["story", "character", "place", "product", "style", "frame", "clip", "cut"]


PART_OF_ITEM: dict[ItemKind, Part] = {
    "story": "story",
    "character": "references",
    "place": "references",
    "product": "references",
    "style": "references",
    "frame": "storyboard",
    "clip": "video",
}
"""The part of the work an item belongs to; the cut is joined here and costs nothing."""


@dataclass(frozen=True)
class Item:
    """A thing in a stage that has takes. ``number`` counts from 1 in its stage; frames and clips carry
    their shot's number in the film. ``start_s``, ``seconds``: where its shot lies in the film."""

    id: str
    stage: Stage
    kind: ItemKind
    number: int
    label: str
    code: str = ""
    summary: str = ""
    shot: str | None = None
    entity: str | None = None
    scene: str | None = None
    start_s: float | None = None
    seconds: float | None = None
    line: str = ""
    caption: str = ""


def reference_id(entity: str) -> str:
    """Item id of an entity's reference."""
    return f"ref-{entity}"


def frame_id(shot: str) -> str:
    """Item id of a shot's start frame."""
    return f"frame-{shot}"


def clip_id(shot: str) -> str:
    """Item id of a shot's clip."""
    return f"clip-{shot}"


def voice_id(shot: str) -> str:
    """Id under which the spoken takes of a shot's line are kept; no item of a stage."""
    return f"voice-{shot}"


def stage_of(item: str) -> Stage:
    """The stage an item id belongs to."""
    if item == STORY:
        return "story"
    if item.startswith("ref-"):
        return "references"
    return "storyboard" if item.startswith("frame-") else "video"


def items_of(project: Project, stage: Stage) -> tuple[Item, ...]:
    """The items of a stage, in order. Empty below the story until there is one."""
    story = project.story
    if stage == "story":
        return (Item(STORY, "story", "story", 1, "Story", summary=story.logline if story else ""),)
    if story is None:
        return ()
    if stage == "references":
        cast = tuple(
            Item(
                reference_id(entity.id),
                "references",
                entity.kind,
                number,
                entity.name,
                summary=entity.description,
                entity=entity.id,
            )
            for number, entity in enumerate(story.entities, 1)
        )
        style = Item(STYLE_REFERENCE, "references", "style", len(cast) + 1, "Style", summary=story.style)
        return (*cast, style)
    codes = story.shot_codes()
    board: list[Item] = []
    start = 0.0
    kind: Literal["frame", "clip"] = "frame" if stage == "storyboard" else "clip"
    for number, (scene, shot) in enumerate(story.shots(), 1):
        board.append(
            Item(
                f"{kind}-{shot.id}",
                stage,
                kind,
                number,
                f"{kind.capitalize()} {number}",
                code=codes[shot.id],
                summary=shot.action,
                shot=shot.id,
                scene=scene.id,
                start_s=start,
                seconds=shot.seconds,
                line=shot.line,
                caption=shot.caption,
            )
        )
        start += shot.seconds
    if stage == "video":
        board.append(
            Item(CUT, "video", "cut", len(board) + 1, "Cut", summary=story.title, start_s=0.0, seconds=story.seconds)
        )
    return tuple(board)


def find_item(project: Project, item: str) -> Item | None:
    """The item with this id, or None when the selected story has no such thing."""
    return next((each for each in items_of(project, stage_of(item)) if each.id == item), None)


def all_items(project: Project) -> tuple[Item, ...]:
    """Every item of the project, stage by stage."""
    stages: tuple[Stage, ...] = ("story", "references", "storyboard", "video")
    return tuple(item for stage in stages for item in items_of(project, stage))
