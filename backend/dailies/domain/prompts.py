"""The exact words artists are given. They are stored with the take and shown to the creator."""

from __future__ import annotations

from dailies.domain.enhancing import enhancement_lines, enhances
from dailies.domain.items import Item, find_item
from dailies.domain.locks import keep_line
from dailies.domain.project import Project, PromptPart
from dailies.domain.story import Scene, Shot, Story

MAX_CHANGES = 12
"""Instructions carried from take to take; older ones are in the take's own record."""


def prompt_for(project: Project, item: str, changes: tuple[str, ...]) -> str:
    """The prompt of an item's next take. ``changes``: instructions, oldest first."""
    return joined(prompt_parts(project, item, changes))


def prompt_parts(
    project: Project, item: str, changes: tuple[str, ...], notes: tuple[str, ...] = ()
) -> tuple[PromptPart, ...]:
    """The prompt's lines, each with where it comes from. ``notes``: ids of the changes' notes, in their order.

    Story first, then what a cinematographer adds, then the creator's changes and locks, which come last and win.
    """
    found, story = find_item(project, item), project.story
    if found is None or story is None:
        return ()
    making = project.clip_making.get(found.shot or "")
    parts = [PromptPart(line) for line in _lines(story, found, making.motion.strip() if making else "") if line]
    if parts and found.kind not in ("story", "cut") and enhances(project, found):
        parts.extend(PromptPart(line, "enhancement") for line in enhancement_lines(project, found, changes))
    kept = list(zip(changes, (*notes, *[""] * len(changes)), strict=False))[-MAX_CHANGES:]
    parts.extend(PromptPart(f"Change: {change}", "note", note) for change, note in kept)
    if parts and (line := keep_line(project.locks.get(item, ()))):
        parts.append(PromptPart(line, "lock"))
    return tuple(parts)


def joined(parts: tuple[PromptPart, ...]) -> str:
    """The prompt as the artist gets it."""
    return "\n".join(part.text for part in parts)


def _lines(story: Story, item: Item, motion: str) -> list[str]:
    if item.kind == "style":
        return ["Style frame.", story.logline, *_place_line(story), f"Style: {story.style}."]
    if item.entity is not None:
        heading = {"character": "Reference sheet of a character.", "place": "Reference of a place."}
        return [
            heading.get(item.kind, "Reference of a product."),
            f"{item.label}: {item.summary}",
            f"Style: {story.style}.",
        ]
    found = story.find_shot(item.shot or "")
    if found is None:
        return []
    scene, shot = found
    if item.kind == "clip":
        return [
            motion or f"{shot.move.capitalize()}. {shot.action}",
            f"{scene.time}, {scene.weather}. Mood: {scene.mood}.",
        ]
    return _frame_lines(story, scene, shot)


def _place_line(story: Story) -> list[str]:
    scene = story.scenes[0]
    return [_setting(story, scene)]


def _setting(story: Story, scene: Scene) -> str:
    place = story.entity(scene.place)
    where = f"{place.name}, {place.description.rstrip('.')}" if place else ""
    return f"Setting: {where}, {scene.time}, {scene.weather}."


def _frame_lines(story: Story, scene: Scene, shot: Shot) -> list[str]:
    shown = [entity for entity_id in shot.who if (entity := story.entity(entity_id)) is not None]
    return [
        f"{shot.size.capitalize()}, eye level. {shot.action}",
        _setting(story, scene),
        *(f"{entity.name}: {entity.description}" for entity in shown),
        f"Mood: {scene.mood}." if scene.mood else "",
        f"Style: {story.style}.",
    ]
