"""Notes about who is in the story and how they look."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.draftroom import Draftroom
from dailies.adapters.providers.rehearsal.writer.lexicon import table
from dailies.adapters.providers.rehearsal.writer.notes import Wish
from dailies.adapters.providers.rehearsal.writer.words import capital


def rename(room: Draftroom, wish: Wish) -> None:
    """Give an entity another name, everywhere."""
    entity = room.entity_named(wish.words[0])
    new = capital(wish.words[1])
    old = entity.name
    bare = re.escape(re.sub(r"^The ", "", old))
    pattern = re.compile(rf"\b(?:[Tt]he |[Aa]n? )(?:\w+ )?{bare}\b" if old.startswith("The ") else rf"\b{bare}\b")

    def said(text: str) -> str:
        return pattern.sub(new, text)

    entities = tuple(
        replace(
            each,
            name=new if each.id == entity.id else said(each.name),
            description=each.description if old.startswith("The ") else said(each.description),
        )
        for each in room.story.entities
    )
    scenes = tuple(
        replace(
            scene,
            title=said(scene.title),
            shots=tuple(
                replace(shot, action=said(shot.action), line=said(shot.line), caption=said(shot.caption))
                for shot in scene.shots
            ),
        )
        for scene in room.story.scenes
    )
    room.story = replace(
        room.story, title=said(room.story.title), logline=said(room.story.logline), entities=entities, scenes=scenes
    )


def look(room: Draftroom, wish: Wish) -> None:
    """Change what somebody wears or looks like."""
    entity = room.entity_named(wish.words[0])
    look = wish.words[1].strip()
    garment = look.split()[-1]
    parts = entity.description.split(", ")
    worn = next(
        (index for index, part in enumerate(parts) if re.search(rf"\b{re.escape(garment)}\b", part) and index), -1
    )
    if worn > 0:
        parts[worn] = look
    elif garment in {"hair", "beard", "plait", "braid"}:
        at = next(
            (index for index, part in enumerate(parts) if re.search(r"hair|plait|bun|curls|bob|ponytail|crop", part)),
            1,
        )
        parts[min(at, len(parts) - 1)] = look
    else:
        parts.append(f"wearing {look}")
    description = ", ".join(parts)
    room.story = replace(
        room.story,
        entities=tuple(
            replace(each, description=description) if each.id == entity.id else each for each in room.story.entities
        ),
    )


def nobody(room: Draftroom, wish: Wish) -> None:
    """Take every person out; a trace of the act stays in each of their shots."""
    people = {each.key for each in room.figures() if each.kind == "person"}
    names = [re.escape(each.text.lower()) for each in room.figures() if each.kind == "person"]
    traces = room.dice.shuffled(table("days")["traces"], "traces")
    for scene in room.targets(wish):
        shots = []
        for shot in scene.shots:
            shown = people & set(shot.who) or (names and re.search("|".join(names), shot.action.lower()))
            shots.append(
                replace(
                    shot,
                    action=traces.pop() if traces else "Light moves along an empty wall.",
                    who=tuple(key for key in shot.who if key not in people),
                    line="",
                    speaker="",
                )
                if shown
                else shot
            )
        room.put(replace(scene, shots=tuple(shots)))
    used = {key for _, shot in room.story.shots() for key in shot.who}
    room.story = replace(
        room.story, entities=tuple(each for each in room.story.entities if each.id not in people or each.id in used)
    )
