"""What a take was made from, and whether that is still what is selected.

Staleness is derived, never stored: an item is stale when a digest its selected take recorded differs from
the one the project has now. A vendor, a seed or a resolution is no source and makes nothing stale.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass, replace
from datetime import datetime

from dailies.domain.clip_making import ClipMaking, before_in_film
from dailies.domain.cutting import told_settings
from dailies.domain.errors import Conflict, NotFound
from dailies.domain.items import Item, all_items, clip_id, find_item, frame_id, items_of, reference_id, voice_id
from dailies.domain.project import STYLE_REFERENCE, Change, Event, Project, Source, Stage, Take
from dailies.domain.story import Scene, Shot, Story

VOICE = voice_id("")

GONE = ""
"""Digest of a part that is not there."""


def _digest(*parts: object) -> str:
    plain = [asdict(part) if is_dataclass(part) and not isinstance(part, type) else part for part in parts]
    return hashlib.sha256(json.dumps(plain, sort_keys=True, default=str).encode()).hexdigest()[:16]


def current_digest(project: Project, key: str) -> str:
    """The digest a source has now; ``""`` when the thing is gone."""
    if key.startswith("item:"):
        return project.selected.get(key.removeprefix("item:"), GONE)
    if key == "cut.settings":
        return _digest(told_settings(project.cut))
    if key.startswith("making:"):
        return _digest(project.clip_making.get(key.removeprefix("making:"), ClipMaking()))
    story = project.story
    return _story_digest(story, key) if story else GONE


def _story_digest(story: Story, key: str) -> str:
    if key == "film.style":
        return _digest(story.style)
    if key == "film.logline":
        return _digest(story.logline)
    if key == "film.order":
        return _digest([shot.id for _, shot in story.shots()])
    if key == "film.titles":
        return _digest(story.title, story.call_to_action)
    kind, _, address = key.partition(":")
    if kind == "entity":
        entity = story.entity(address)
        return _digest(entity.name, entity.description) if entity else GONE
    found = story.find_shot(address.partition(".")[0])
    if found is None:
        return GONE
    return _shot_digest(*found, address.partition(".")[2])


def _shot_digest(scene: Scene, shot: Shot, part: str) -> str:
    if part == "picture":
        return _digest(shot.action, shot.size, sorted(shot.who))
    if part == "setting":
        return _digest(scene.place, scene.time, scene.weather, scene.mood)
    if part == "motion":
        return _digest(shot.move, shot.seconds)
    return _digest(shot.line, shot.caption)


def sources_of(project: Project, item: str) -> tuple[Source, ...]:
    """What a new take of the item would be made from now."""
    return sources(project, _keys(project, item))


def sources(project: Project, keys: Iterable[str]) -> tuple[Source, ...]:
    """These keys with the digests they have now."""
    return tuple(Source(key, current_digest(project, key)) for key in keys)


def _keys(project: Project, item: str) -> tuple[str, ...]:
    found = find_item(project, item)
    story = project.story
    if found is None or story is None or found.kind == "story":
        return ()
    if found.kind == "style":
        return ("film.style", "film.logline")
    if found.entity is not None:
        return (f"entity:{found.entity}", "film.style")
    if found.kind == "frame":
        return _frame_keys(story, found)
    if found.kind == "clip":
        shot = found.shot or ""
        keys = (f"item:{frame_id(shot)}", f"shot:{shot}.motion", f"shot:{shot}.picture", f"making:{shot}")
        before = before_in_film(story, shot)
        if before and project.clip_making.get(shot, ClipMaking()).chain:
            return (*keys, f"item:{clip_id(before)}")
        return keys
    shots = [shot.id for _, shot in story.shots()]
    return (
        *(f"item:{clip_id(shot)}" for shot in shots),
        "film.order",
        *(f"shot:{shot}.words" for shot in shots),
        "film.titles",
        "cut.settings",
        *(f"item:{voice_id(shot.id)}" for _, shot in story.shots() if project.cut.narration.on and shot.line),
    )


def _frame_keys(story: Story, item: Item) -> tuple[str, ...]:
    shot_id = item.shot or ""
    found = story.find_shot(shot_id)
    if found is None:
        return ()
    scene, shot = found
    shown = (scene.place, *shot.who)
    return (
        f"shot:{shot_id}.picture",
        f"shot:{shot_id}.setting",
        *(f"item:{reference_id(entity)}" for entity in shown),
        f"item:{STYLE_REFERENCE}",
    )


def changed_sources(project: Project, take: Take) -> tuple[Source, ...]:
    """The take's sources that are no longer what they were, as they are now."""
    now = (Source(source.key, current_digest(project, source.key)) for source in take.made_from)
    return tuple(source for source, before in zip(now, take.made_from, strict=True) if source != before)


def _causes(project: Project, sources: Iterable[Source]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_cause(project, source.key) for source in sources))


def stale_causes(project: Project, item: str) -> tuple[str, ...]:
    """Why the item's selected take is stale, a phrase per cause ("Harbour is now take 3"); empty if fresh, or if the
    creator keeps it as it is with exactly these changes."""
    take = project.selected_take(item)
    if take is None:
        return ()
    kept = project.kept.get(take.id, ())
    return _causes(project, (source for source in changed_sources(project, take) if source not in kept))


def kept_causes(project: Project, item: str) -> tuple[str, ...]:
    """The causes in spite of which the creator keeps the item's selected take as it is."""
    take = project.selected_take(item)
    if take is None:
        return ()
    kept = project.kept.get(take.id, ())
    return _causes(project, (source for source in changed_sources(project, take) if source in kept))


def keep_as_is(project: Project, stage: Stage, items: Sequence[str] | None, *, keep: bool, now: datetime) -> Change:
    """Keep stale takes as they are, until their sources change again; or, with ``keep`` False, no longer. ``items``:
    None is everything of the stage that is stale, or kept.

    Raises NotFound ``no_such_item``, Conflict ``nothing_stale`` or ``nothing_kept``.
    """
    known = [item.id for item in items_of(project, stage)]
    wanted = known if items is None else list(dict.fromkeys(items))
    if any(item not in known for item in wanted):
        raise NotFound(f"There is no such item in the {stage}.", code="no_such_item")
    causes = stale_causes if keep else kept_causes
    concerned = [item for item in wanted if causes(project, item)]
    if not concerned:
        sentence = "Nothing of it is stale." if keep else "Nothing of it is kept in spite of a change."
        raise Conflict(sentence, code="nothing_stale" if keep else "nothing_kept")
    kept = dict(project.kept)
    for item in concerned:
        take = project.selected_take(item)
        if take is not None and keep:
            kept[take.id] = changed_sources(project, take)
        elif take is not None:
            kept.pop(take.id, None)
    data = {"stage": stage, "items": concerned}
    return replace(project, kept=kept, updated_at=now), (Event("items.kept" if keep else "items.unkept", data),)


def is_stale(project: Project, item: str) -> bool:
    """Whether the item's selected take was made from something no longer selected."""
    return bool(stale_causes(project, item))


def _cause(project: Project, key: str) -> str:
    if key.startswith("item:"):
        source = key.removeprefix("item:")
        if source.startswith(VOICE):
            return "a line is spoken anew"
        found, take = find_item(project, source), project.selected_take(source)
        if found is None or take is None:
            return "something it shows is gone"
        label = f"{found.label} ({found.code})" if found.code else found.label
        return f"{label} is now take {take.number}"
    if key == "cut.settings":
        return "the cut's settings changed"
    kind, _, address = key.partition(":")
    if kind == "making":
        return "how the clip is to be made changed"
    if kind == "entity":
        story = project.story
        entity = story.entity(address) if story else None
        return f"{entity.name} is described anew" if entity else "it left the story"
    if kind == "shot":
        shot_id, _, part = address.partition(".")
        return _shot_cause(project, shot_id, part)
    return {
        "film.style": "the style changed",
        "film.logline": "the logline changed",
        "film.order": "the order of shots changed",
        "film.titles": "the title or the call to action changed",
    }[key]


def _shot_cause(project: Project, shot_id: str, part: str) -> str:
    story = project.story
    code = story.shot_codes().get(shot_id) if story else None
    if code is None:
        return "a shot left the story"
    return {
        "picture": f"shot {code} has a new action",
        "setting": f"the setting of shot {code} changed",
        "motion": f"shot {code} moves or lasts differently",
        "words": f"the words of shot {code} changed",
    }[part]


def dependents(project: Project, items: tuple[str, ...]) -> tuple[str, ...]:
    """Items whose selected take would become stale if these items got new takes, through every depth."""
    reached: set[str] = set(items)
    result: list[str] = []
    for candidate in (item.id for item in all_items(project)):
        take = project.selected_take(candidate)
        if candidate in reached or take is None:
            continue
        if any(
            source.key.removeprefix("item:") in reached for source in take.made_from if source.key.startswith("item:")
        ):
            reached.add(candidate)
            result.append(candidate)
    return tuple(result)
