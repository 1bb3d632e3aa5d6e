"""Notes about titles, captions, spoken lines and the call to action."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from dailies.adapters.providers.rehearsal.writer.draftroom import Draftroom
from dailies.adapters.providers.rehearsal.writer.lexicon import table
from dailies.adapters.providers.rehearsal.writer.notes import Wish, refusal
from dailies.domain.story import CameraMove, Entity, ShotSize


def line(room: Draftroom, wish: Wish) -> None:
    """Set a scene's spoken line or caption."""
    what, text = wish.words
    if not wish.scenes:
        raise refusal(f"Say which scene the {what} belongs to, for example: {what} in scene 2: “{text}”.")
    for number in wish.scenes:
        scene = room.scene_at(number)
        shots = list(scene.shots)
        if what == "caption":
            at = next((index for index, shot in enumerate(shots) if shot.caption), len(shots) - 1)
            shots[at] = replace(shots[at], caption=text)
        else:
            people = {each.key for each in room.figures() if each.kind == "person"}
            at = next(
                (index for index, shot in enumerate(shots) if shot.line),
                next((index for index, shot in enumerate(shots) if people & set(shot.who)), len(shots) - 1),
            )
            speaker = shots[at].speaker or next((key for key in shots[at].who if key in people), "")
            shots[at] = replace(shots[at], line=text, speaker=speaker)
        room.put(replace(scene, shots=tuple(shots)))


def dialogue(room: Draftroom, wish: Wish) -> None:
    """Less, more or no dialogue."""
    how = wish.words[0]
    scenes = room.targets(wish)
    spoken = [(scene.id, shot.id) for scene in scenes for shot in scene.shots if shot.line]
    if how == "more":
        for scene in scenes:
            being = room.being_in(scene)
            if being is None or being.kind != "person" or any(shot.line for shot in scene.shots):
                continue
            at = next(
                (index for index, shot in enumerate(scene.shots) if being.key in shot.who and not shot.caption), -1
            )
            if at >= 0:
                line = room.dice.pick(
                    [*table("tones")["funny"]["lines"], *table("tones")["warm"]["lines"]], scene.id, "more"
                )
                room.put(
                    replace(
                        scene,
                        shots=tuple(
                            replace(shot, line=line, speaker=being.key) if index == at else shot
                            for index, shot in enumerate(scene.shots)
                        ),
                    )
                )
                return
        raise refusal("There is nobody in those scenes who could say something more.")
    if not spoken:
        raise refusal("Nobody speaks in those scenes.")
    gone = {pair[1] for pair in (spoken[::2] if how in {"less", "fewer"} else spoken)}
    for scene in scenes:
        room.put(
            replace(
                scene,
                shots=tuple(replace(shot, line="", speaker="") if shot.id in gone else shot for shot in scene.shots),
            )
        )


def title(room: Draftroom, wish: Wish) -> None:
    """Call the film something else."""
    room.story = replace(room.story, title=wish.words[0])


def call(room: Draftroom, wish: Wish) -> None:
    """Change the call to action of an ad."""
    old = room.story.call_to_action
    if not old:
        raise refusal("This film is no ad, so it has no call to action.")
    new = wish.words[0]
    last = room.story.scenes[-1]
    if not any(old in shot.caption for _, shot in room.story.shots()):
        final = replace(last.shots[-1], caption=new)
        room.put(replace(last, shots=(*last.shots[:-1], final)))
    scenes = tuple(
        replace(
            scene,
            shots=tuple(
                replace(shot, caption=shot.caption.replace(old, new)) if shot.caption else shot for shot in scene.shots
            ),
        )
        for scene in room.story.scenes
    )
    room.story = replace(room.story, call_to_action=new, scenes=scenes)


def say(room: Draftroom, wish: Wish) -> None:
    """Let somebody say something, in a named scene or where they are first seen without a line."""
    who, text = wish.words
    entity = person_meant(room, who)
    pairs = [(scene, shot) for scene in room.targets(wish) for shot in scene.shots if entity.id in shot.who]
    if not pairs:
        raise refusal(f"{entity.name} is not seen there. Say a scene that {entity.name} is in.")
    own = [pair for pair in pairs if pair[1].speaker == entity.id]
    free = [pair for pair in pairs if not pair[1].line and not pair[1].caption]
    scene, shot = (own or free or pairs)[0] if not wish.scenes else (own or free or pairs)[-1]
    spoken = replace(shot, line=text, speaker=entity.id)
    room.put(replace(scene, shots=tuple(spoken if each.id == shot.id else each for each in scene.shots)))


def person_meant(room: Draftroom, who: str) -> Entity:
    """The character a name or a pronoun means."""
    genders = {"her": "f", "she": "f", "him": "m", "he": "m"}
    people = [each for each in room.figures() if each.kind in {"person", "animal"}]
    if who.lower() in {*genders, "them", "they", "it"}:
        gender = genders.get(who.lower(), "")
        match = next((each for each in people if each.gender == gender or not gender), next(iter(people), None))
        found = room.story.entity(match.key) if match is not None else None
        if found is None:
            raise refusal("There is nobody in this story who could say it.")
        return found
    return room.entity_named(who)


def framing(room: Draftroom, wish: Wish) -> None:
    """Another shot size or camera move."""
    size, move = wish.words
    for scene in room.targets(wish) if wish.scenes else room.targets(wish)[:1]:
        at = 0 if size in {"wide", "extreme wide"} else len(scene.shots) // 2
        shots = list(scene.shots)
        if size:
            shots[at] = replace(shots[at], size=cast(ShotSize, size))
        if move:
            shots = [replace(shot, move=cast(CameraMove, move)) for shot in shots]
        room.put(replace(scene, shots=tuple(shots)))
