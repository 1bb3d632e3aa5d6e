"""Notes about place, time of day and weather."""

from __future__ import annotations

from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.casting import place_look
from dailies.adapters.providers.rehearsal.writer.draftroom import Draftroom
from dailies.adapters.providers.rehearsal.writer.figures import Figure
from dailies.adapters.providers.rehearsal.writer.lexicon import places, table
from dailies.adapters.providers.rehearsal.writer.moments import TIMES, WEATHERS
from dailies.adapters.providers.rehearsal.writer.notes import Wish
from dailies.adapters.providers.rehearsal.writer.words import capital, sentence, slug, title_case
from dailies.domain.story import Entity, Scene


def place(room: Draftroom, wish: Wish) -> None:
    """Move scenes to another place; what happens in them stays."""
    said = wish.words[0].strip()
    key = slug(said)
    entity = room.story.entity(key)
    figure = Figure(key, "place", said, f"the {said}", "place")
    if entity is None:
        entity = Entity(key, "place", capital(figure.text), place_look(figure, room.dice))
        room.story = replace(room.story, entities=(*room.story.entities, entity))
    for scene in room.targets(wish):
        old = room.story.entity(scene.place)
        shots = []
        for shot in scene.shots:
            begins = old is not None and (
                shot.action[:24] == capital(old.description)[:24] or shot.action.startswith(old.name)
            )
            shots.append(replace(shot, action=established(room, entity, scene)) if begins and not shot.who else shot)
        titled = old is not None and scene.title.lower() == old.name.lower()
        title = title_case(entity.name) if titled else scene.title
        room.put(replace(scene, title=title, place=key, shots=tuple(shots)))
    used = {scene.place for scene in room.story.scenes}
    room.story = replace(
        room.story, entities=tuple(each for each in room.story.entities if each.kind != "place" or each.id in used)
    )


def established(room: Draftroom, entity: Entity, scene: Scene) -> str:
    """The first wide picture of a new place in the scene's own light."""
    light = room.dice.pick(table("days")["light"][scene.time], scene.id, "light")
    row = places().get(entity.id)
    air = f"; {room.dice.pick(row.air, scene.id, 'air')}" if row else ""
    return sentence(f"{capital(entity.description)}, {light}{air}")


def time(room: Draftroom, wish: Wish) -> None:
    """Move scenes to another time of day."""
    time = TIMES[wish.words[0]]
    phrases = {phrase: key for key, rows in table("days")["light"].items() for phrase in rows}
    for scene in room.targets(wish):
        new = room.dice.pick(table("days")["light"][time], scene.id, "light")
        room.put(
            replace(
                scene,
                time=time,
                shots=tuple(replace(shot, action=swapped(shot.action, list(phrases), new)) for shot in scene.shots),
            )
        )


def weather(room: Draftroom, wish: Wish) -> None:
    """Change the weather of scenes."""
    weather = WEATHERS[wish.words[0]]
    phrases = [phrase for rows in table("days")["sky"].values() for phrase in rows if phrase]
    for scene in room.targets(wish):
        new = room.dice.pick(table("days")["sky"][weather], scene.id, "sky")
        room.put(
            replace(
                scene,
                weather=weather,
                shots=tuple(
                    replace(shot, action=under_sky(swapped(shot.action, phrases, new), index, new))
                    for index, shot in enumerate(scene.shots)
                ),
            )
        )


def under_sky(action: str, index: int, sky: str) -> str:
    """The first shot of a scene with the weather after its light, where it does not say it yet."""
    if index or not sky or sky in action:
        return action
    for phrase in sorted({each for rows in table("days")["light"].values() for each in rows}, key=len, reverse=True):
        if f", {phrase}" in action:
            return action.replace(f", {phrase}", f", {phrase}, {sky}", 1)
    return action


def swapped(action: str, phrases: list[str], new: str) -> str:
    """The action with its light or sky phrase changed; untouched when it has none."""
    for phrase in sorted(phrases, key=len, reverse=True):
        if f", {phrase}" in action:
            return action.replace(f", {phrase}", f", {new}" if new else "")
    return action
