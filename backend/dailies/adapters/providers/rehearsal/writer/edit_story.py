"""Notes about what happens: new scenes, endings, tone and length of the telling."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from dailies.adapters.providers.rehearsal.writer.asks import Asks
from dailies.adapters.providers.rehearsal.writer.casting import entity_of
from dailies.adapters.providers.rehearsal.writer.draftroom import Draftroom
from dailies.adapters.providers.rehearsal.writer.edit_order import insert, insert_shot
from dailies.adapters.providers.rehearsal.writer.figures import Figure, Reading
from dailies.adapters.providers.rehearsal.writer.lexicon import (
    Script,
    class_of,
    places,
    roles,
    scripts,
    table,
    verb_classes,
)
from dailies.adapters.providers.rehearsal.writer.notes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.adapters.providers.rehearsal.writer.reader import Reader
from dailies.adapters.providers.rehearsal.writer.words import sentence, title_case
from dailies.domain.story import CameraMove, Entity, Scene

TONE_MOODS = {
    "funny": "as if nothing had happened",
    "warm": "gentle",
    "dark": "low",
    "calm": "still",
    "tense": "tightening",
    "bold": "hard",
    "premium": "composed",
    "playful": "light-footed",
}


def tone(room: Draftroom, wish: Wish) -> None:
    """Change the tone by what is done and said: a new shot, another line, another mood."""
    tone = wish.words[0]
    row = table("tones")[tone]
    scenes = room.targets(wish)
    ends = {0, len(scenes) - 1} if len(scenes) > 2 and not wish.scenes else set(range(len(scenes)))
    chosen = scenes if len(scenes) <= 3 else [each for index, each in enumerate(scenes) if index not in {0}][:3]
    for scene in scenes:
        room.put(replace(scene, mood=TONE_MOODS[tone]))
    for index, scene in enumerate(chosen):
        _toned(room, replace(scene, mood=TONE_MOODS[tone]), tone, row, index in ends)


def _toned(room: Draftroom, scene: Scene, tone: str, row: dict[str, list[str]], last: bool) -> None:
    """One scene in another tone."""
    being = room.being_in(scene)
    told = " ".join(shot.action for _, shot in room.story.shots())
    pool = row["details"] if being is not None else row["things"]
    texts = [
        text
        for each in room.dice.shuffled(pool, scene.id, tone)
        if (text := fill(each, Binding(being))) and text not in told
    ]
    if texts:
        who = (being.key,) if being is not None else ()
        scene = insert_shot(room, scene, max(1, len(scene.shots) - 1), texts[0], who)
    scene = _respoken(room, scene, row["lines"], tone, being)
    moves = [cast(CameraMove, each) for each in row["moves"]]
    scene = replace(
        scene, shots=tuple(replace(shot, move=moves[index % len(moves)]) for index, shot in enumerate(scene.shots))
    )
    room.put(scene)


def _respoken(room: Draftroom, scene: Scene, lines: list[str], tone: str, being: Figure | None) -> Scene:
    """The scene's line in the new tone; a line for somebody who had none; calm takes lines away."""
    spoken = {shot.line for _, shot in room.story.shots()}
    fresh = [each for each in room.dice.shuffled(lines, scene.id, tone, "line") if each not in spoken]
    had = next((index for index, shot in enumerate(scene.shots) if shot.line), -1)
    shots = list(scene.shots)
    if had >= 0:
        shots[had] = replace(shots[had], line=fresh[0] if fresh else "", speaker=shots[had].speaker if fresh else "")
    elif fresh and being is not None and being.kind == "person":
        at = next((index for index, shot in enumerate(shots) if being.key in shot.who and not shot.caption), -1)
        if at >= 0:
            shots[at] = replace(shots[at], line=fresh[0], speaker=being.key)
    return replace(scene, shots=tuple(shots))


def focus(room: Draftroom, wish: Wish) -> None:
    """More of somebody or something: a shot of their own in up to three scenes."""
    entity = room.entity_named(wish.words[0])
    figure = next(each for each in room.figures() if each.key == entity.id)
    rows = rows_about(figure)
    changed = 0
    for scene in room.targets(wish):
        told = " ".join(shot.action for _, shot in room.story.shots())
        texts = [
            text
            for each in room.dice.shuffled(rows, scene.id, "focus")
            if (text := fill(each, Binding(figure, figure)))
        ]
        text = next((each for each in texts if each not in told), "")
        if text and changed < 3:
            who = (figure.key,) if figure.kind != "place" else ()
            room.put(insert_shot(room, scene, 1, text, who))
            changed += 1
    if not changed:
        raise refusal(f"I have nothing more to show of {entity.name}. Say what happens: “add a scene where …”.")


def rows_about(figure: Figure) -> list[str]:
    """Templates about a figure, the most particular first."""
    if figure.kind == "place":
        row = places().get(figure.noun) or places().get(figure.key)
        return [*row.detail, *row.air] if row else []
    if figure.kind == "thing":
        row = table("nouns").get(class_of(figure.noun))
        own = [*row["detail"], *row["rest"]] if row else []
        return [each for each in [*own, *table("days")["thing"], *table("days")["hands"]] if "{p}" not in each.lower()]
    beast = table("beasts").get(figure.noun)
    if figure.kind == "animal":
        return [*(beast["day"] if beast else ()), *table("days")["animal"]]
    role = roles().get(figure.noun) or roles().get(figure.text.removeprefix("the "))
    return [*(role.day if role else ()), *table("days")["person"]]


def less(room: Draftroom, wish: Wish) -> None:
    """Less of somebody or something, or none: shots of it go where another shot tells the scene."""
    entity = room.entity_named(wish.words[0])
    none = wish.words[1] == "none"
    said = re.sub(r"^the ", "", entity.name.lower())
    gone = 0
    for scene in room.targets(wish):
        with_it = [
            shot
            for shot in scene.shots
            if entity.id in shot.who or re.search(rf"\b{re.escape(said)}\b", shot.action.lower())
        ]
        drop = with_it if none else with_it[1:] if len(with_it) > 1 else with_it if len(scene.shots) > 2 else []
        kept = [shot for shot in scene.shots if shot not in drop]
        if not kept:
            row = places().get(scene.place)
            text = sentence(row.detail[0] if row else f"{_place_name(room, scene)}, with nobody in it")
            kept = [replace(drop[0], action=text, who=(), line="", speaker="")]
        if len(kept) != len(scene.shots) or none and drop:
            gone += 1
            lost = scene.seconds - sum(shot.seconds for shot in kept)
            kept[-1] = replace(kept[-1], seconds=kept[-1].seconds + lost)
            room.put(replace(scene, shots=tuple(kept)))
    if not gone:
        raise refusal(f"{entity.name} is already seen as little as the story allows.")
    used = {key for _, shot in room.story.shots() for key in (*shot.who, shot.speaker)}
    if none and entity.kind != "place" and entity.id not in used:
        room.story = replace(room.story, entities=tuple(each for each in room.story.entities if each.id != entity.id))


def _place_name(room: Draftroom, scene: Scene) -> str:
    entity = room.story.entity(scene.place)
    return entity.name if entity else "the place"


def start(room: Draftroom, wish: Wish) -> None:
    """Open on something: a scene that is there already, or a new first shot."""
    said = wish.words[0]
    if wish.scenes:
        first = room.scene_at(wish.scenes[0])
        rest = [scene for scene in room.story.scenes if scene.id != first.id]
        room.story = replace(room.story, scenes=(first, *rest))
        return
    scene = room.story.scenes[0]
    room.put(insert_shot(room, scene, 0, pictured(room, said), named_in(room, said)))


def pictured(room: Draftroom, said: str) -> str:
    """The creator's words as an action: a clause is finished, a thing stands alone."""
    reader = Reader(Asks("story", said), said)
    for figure in room.figures():
        if figure.kind in {"person", "animal", "thing"}:
            reader.figures[figure.key] = figure
    clauses = reader.read().clauses
    return clauses[0].text if len(clauses) == 1 and clauses[0].verb else sentence(said)


def named_in(room: Draftroom, said: str) -> tuple[str, ...]:
    """Ids of the characters and things that the words name."""
    lowered = said.lower()
    return tuple(
        each.key
        for each in room.figures()
        if each.kind != "place" and re.search(rf"\b{re.escape(each.text.lower().removeprefix('the '))}\b", lowered)
    )


def twist(room: Draftroom, wish: Wish) -> None:
    """A last image that turns the story round: the helper did it, there are two, the frame widens."""
    last = room.scene_at(-1)
    being = room.being_in(last)
    rows = table("tones")["twists"]
    pool = [text for each in rows["being"] if being is not None and (text := fill(each, Binding(being)))]
    pool = pool or list(rows["place"])
    said = {shot.action for _, shot in room.story.shots()}
    text = room.dice.pick([each for each in pool if each not in said] or pool, "twist")
    final = last.shots[-1]
    who = (being.key,) if being is not None and being.text.lower() in text.lower() else ()
    if final.caption or len(last.shots) == 1:
        room.put(insert_shot(room, last, len(last.shots) - (1 if final.caption else 0), text, who))
        return
    room.put(replace(last, shots=(*last.shots[:-1], replace(final, action=text, who=who, line="", speaker=""))))


def product(room: Draftroom, wish: Wish) -> None:
    """Let the product be seen earlier, later, or in a named scene."""
    entity = next((each for each in room.story.entities if each.id.startswith("product-")), None)
    entity = entity or next((each for each in room.story.entities if each.kind == "product"), None)
    if entity is None:
        raise refusal("There is no product in this story. Name it in the brief, or add a scene that shows it.")
    scenes = room.story.scenes
    shown = [index for index, scene in enumerate(scenes) if any(entity.id in shot.who for shot in scene.shots)]
    when = wish.words[0]
    target = 0 if when == "earlier" else len(scenes) - 1
    if wish.scenes:
        target = list(scenes).index(room.scene_at(wish.scenes[0]))
    elif when == "earlier" and shown and shown[0] > 0:
        target = max(0, shown[0] - 1) if shown[0] < 3 else 0
    if when == "later" and shown:
        _postponed(room, entity.id, shown)
        return
    figure = Figure(entity.id, "product", "", text_of(entity), "thing")
    rows = table("days")["hands"]
    told = " ".join(shot.action for _, shot in room.story.shots())
    texts = [text for each in room.dice.shuffled(rows, "product") if (text := fill(each, Binding(product=figure)))]
    text = next((each for each in texts if each not in told), sentence(f"{entity.name}, close, light on one side"))
    scene = scenes[target]
    room.put(insert_shot(room, scene, 0 if target else 1, text, (entity.id,)))


def text_of(entity: Entity) -> str:
    """How sentences say an entity's name."""
    return entity.name[0].lower() + entity.name[1:] if entity.name.startswith("The ") else entity.name


def _postponed(room: Draftroom, key: str, shown: list[int]) -> None:
    """Move the first shot of the product one scene on."""
    scenes = list(room.story.scenes)
    at = shown[0]
    if at >= len(scenes) - 1 or len(scenes[at].shots) < 2:
        raise refusal("The product is already seen as late as the story allows.")
    shot = next(each for each in scenes[at].shots if key in each.who)
    scenes[at] = replace(scenes[at], shots=tuple(each for each in scenes[at].shots if each.id != shot.id))
    scenes[at + 1] = replace(scenes[at + 1], shots=(shot, *scenes[at + 1].shots))
    room.story = replace(room.story, scenes=tuple(scenes))


def action(room: Draftroom, wish: Wish) -> None:
    """Tell the shots in fewer or more words."""
    shorter = wish.words[0].startswith(("short", "tight", "trim", "simpl"))
    for scene in room.targets(wish):
        shots = []
        for index, shot in enumerate(scene.shots):
            action = shot.action
            if shorter:
                action = sentence(re.split(r"(?<=[a-z]); |, and | and (?=\w+s\b)|(?<=[.]) ", action)[0])
            elif index == 0:
                row = places().get(scene.place) or places().get(scene.place.split("-")[-1])
                pool = [*(row.detail if row else ()), *table("days")["weather"][scene.weather]]
                told = " ".join([each.action for _, each in room.story.shots()])
                fresh = [sentence(each) for each in pool if sentence(each) not in told]
                action = f"{action} {room.dice.pick(fresh, scene.id, 'longer')}" if fresh else action
            shots.append(replace(shot, action=action))
        room.put(replace(scene, shots=tuple(shots)))
    room.remarks.append(f"The film stays {room.seconds:g} seconds long; its length is set in the brief.")


def add(room: Draftroom, wish: Wish) -> None:
    """A new scene from the note's own words."""
    side, text = wish.words
    scenes = list(room.story.scenes)
    at = len(scenes) - 1
    if wish.scenes:
        at = scenes.index(room.scene_at(wish.scenes[0])) + (side == "after")
    like = scenes[max(0, min(at, len(scenes)) - 1)]
    reader = Reader(Asks("story", text), text)
    for figure in room.figures():
        if figure.kind in {"person", "animal"}:
            reader.figures[figure.key] = figure
    reading = reader.read()
    if not reading.clauses:
        raise refusal(f"I could not see who does what in “{text}”. Write it as “add a scene where Mia opens the door”.")
    known = {each.id for each in room.story.entities}
    asks = Reading(Asks("story", text), reading.figures, reading.clauses)
    beings = [each for each in reading.figures if each.kind in {"person", "animal"} and each.key not in known]
    taken = {each.description.split(", ")[-1] for each in room.story.entities}
    new = [entity_of(each, asks, room.dice, taken) for each in beings]
    spots = [each for each in reading.figures if each.kind == "place" and each.key not in known]
    new += [entity_of(each, asks, room.dice, taken) for each in spots]
    room.story = replace(room.story, entities=(*room.story.entities, *new))
    keys = {each.key: each for each in reading.figures}
    ids = {each.id for each in room.story.entities}
    shots: list[tuple[str, tuple[str, ...]]] = []
    for clause in reading.clauses[:3]:
        who = tuple(
            key
            for key in dict.fromkeys((clause.subject, clause.object, clause.companion))
            if key in ids and keys[key].kind != "place"
        )
        shots.append((clause.text, who))
    last = reading.clauses[-1]
    script: Script | None = (
        scripts().get(last.verb) or scripts().get(last.verb.split()[0]) or verb_classes().get(last.verb.split()[0])
    )
    if script is not None and len(shots) < 3:
        binding = Binding(
            keys.get(last.subject), keys.get(last.object), keys.get(last.companion), None, last.object_text
        )
        traces = [fill(each, binding) for each in room.dice.shuffled(script.after, "add")]
        after = next((each for each in traces if each), "")
        if after:
            shots.append(
                (
                    after,
                    tuple(key for key in (last.subject,) if key in ids and keys[key].text.lower() in after.lower()),
                )
            )
    subject = keys.get(last.subject)
    title = title_case(last.object_text or (subject.text if subject else "A New Scene"))
    made = insert(room, scenes, at, title, like, shots)
    if reading.place:
        scenes[scenes.index(made)] = replace(made, place=reading.place)
    room.retime(tuple(scenes))


def ending(room: Draftroom, wish: Wish) -> None:
    """Another last shot."""
    last = room.scene_at(-1)
    being = room.being_in(last)
    mood = next((each for each in ("happy", "sad", "open") if len(wish.words) > 1 and wish.words[1] == each), "")
    rows = table("tones")[f"endings_{mood}" if mood else "endings"]
    if wish.words and wish.words[0]:
        text = pictured(room, wish.words[0])
    else:
        said = last.shots[-1].action
        pool = [fill(each, Binding(being)) for each in rows["being"]] if being is not None else list(rows["place"])
        text = room.dice.pick([each for each in pool if each and each != said], "ending")
    who = named_in(room, text)
    room.put(replace(last, shots=(*last.shots[:-1], replace(last.shots[-1], action=text, who=who))))
