"""Notes that make one scene of several, or several of one."""

from __future__ import annotations

from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.changing.wording import N, number_in
from dailies.adapters.providers.rehearsal.writer.lexicon import places, table
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.adapters.providers.rehearsal.writer.words import sentence
from dailies.domain.story import Scene, Shot

JOIN = r"(?:merge|combine|join|fuse|unite|unify|blend|melt|fold|roll|collapse|consolidate|glue|stitch|put|make|turn|bring|squeeze|condense|compress|pull|connect|mix|run|roll up|wrap)"  # noqa: E501
A = r"(?P<a>§\d+§)"
B = rf"(?P<b>§\d+§|(?:scene |number )?{N}\b(?! (?:seconds|scenes?)))"
ONE = r"(?:(?:in|into|to|as|be|become)? ?(?:just )?(?:one|a single|the same|1)(?: (?:scene|long scene|longer scene|big scene))?|together|up)"  # noqa: E501
MERGES = (
    rf"\b(?:merge|combine|join|fuse|unite|unify|blend|consolidate|glue|stitch|connect|collapse|mix|fold|roll|melt)(?: together)? {A}(?:,? (?:and|with|into|in|to|onto|,)+ {B})?(?: {ONE})*",  # noqa: E501
    rf"\b{JOIN} {A}(?: (?:and|with|into|,)+ {B})? {ONE}",
    rf"^\W*{A}(?: and {B})? (?:together|as one|in one)\b",
    rf"\b(?:join|link|tie|put|merge|combine) up {A}(?: (?:and|with) {B})?",
    rf"{A}(?: and {B})? (?:should |could |must |can |need to )?(?:be|become|as|form|make up) (?:merged|combined|joined|fused|united|one|a single|the same|together|one and the same)(?: scene)?(?: (?:into|in) one(?: scene)?)?",  # noqa: E501
    rf"\b(?:one|a single) scene (?:out of|from|of|instead of|for) {A}(?: and {B})?",
)
TWO = r"(?P<n>two|three|2|3|half|halves|several|separate|smaller|parts|pieces)(?: (?:scenes?|parts|pieces|halves|shorter scenes|separate scenes))?"  # noqa: E501
SPLITS = (
    rf"\b(?:split|divide|break|cut|separate|chop|slice|turn|make|part)(?: up)? {A}(?: up| apart| down)?(?: (?:in|into|to|as|over|be))+ {TWO}",  # noqa: E501
    rf"\b(?:split|divide|separate|break)(?: up)? {A}(?: up| apart| down)?",
    rf"\b(?:split|divide|break|cut|separate) up {A}",
    rf"\bmake {TWO} (?:scenes )?(?:out of|from|of) {A}",
    rf"{A} (?:should|could|must|needs to|can)? ?(?:be|become) (?:split|divided|broken|cut|two|separated)(?: (?:up|in|into|to))*(?: {TWO})?",  # noqa: E501
)


def read(said: Said) -> Found | None:
    """The scenes to be joined, or the scene to be split."""
    for pattern in SPLITS:
        if match := said.search(pattern):
            groups = match.groupdict()
            parts = (
                number_in(groups.get("n") or "two") if (groups.get("n") or "two") in {"two", "three", "2", "3"} else 2
            )
            return found(said, match, Wish("split", said.scenes(groups["a"]), (str(parts),)))
    for pattern in MERGES:
        match = said.search(pattern)
        if match is None:
            continue
        groups = match.groupdict()
        other = groups.get("b") or ""
        numbers = said.scenes(groups["a"]) + (
            said.scenes(other) if "§" in other else (number_in(other),) if other else ()
        )
        if len(set(numbers)) == 1 and (
            near := said.search(r"\b(?:next|following|after|previous|one before|preceding)\b")
        ):
            numbers = (
                *numbers,
                numbers[0] + (-1 if near.group().lower() in {"previous", "one before", "preceding"} else 1),
            )
        return found(said, match, Wish("merge", tuple(dict.fromkeys(numbers))))
    if match := said.search(r"\b(?:merge|combine|join) (?:all|every|everything)\b[\w ]*"):
        return found(said, match, Wish("merge", tuple(range(1, len(said.story.scenes) + 1))))
    return None


def merge(room: Draftroom, wish: Wish) -> None:
    """Make one scene of several: every shot stays."""
    numbers = sorted(wish.scenes)
    if len(numbers) < 2:
        raise refusal("Say which two scenes to merge, for example “merge scenes 2 and 3”.")
    first, *others = [room.scene_at(number) for number in numbers]
    gone = {each.id for each in others}
    shots = (*first.shots, *(shot for each in others for shot in each.shots))
    room.story = replace(
        room.story,
        scenes=tuple(
            replace(scene, shots=shots) if scene.id == first.id else scene
            for scene in room.story.scenes
            if scene.id not in gone
        ),
    )


def split(room: Draftroom, wish: Wish) -> None:
    """Cut scenes in parts between their shots; a scene of one shot gets a second look."""
    if not wish.scenes:
        raise refusal("Say which scene to split, for example “split scene 2”.")
    for number in wish.scenes:
        _split(room, room.scene_at(number), int(wish.words[0]))


def _split(room: Draftroom, scene: Scene, parts: int) -> None:
    while len(scene.shots) < parts:
        longest = max(scene.shots, key=lambda shot: shot.seconds)
        if longest.seconds < 2:
            raise refusal(f"“{scene.title}” is too short to be split. Make it longer first.")
        at = scene.shots.index(longest)
        half = int(longest.seconds) / 2 if longest.seconds % 1 == 0 else int(longest.seconds * 2) // 2 / 2
        half = max(1.0, half)
        text, who = _second_look(room, scene)
        again = Shot(room.fresh("s") + "x", half, text, "close-up", "static", who)
        first = replace(longest, seconds=longest.seconds - half)
        scene = replace(scene, shots=(*scene.shots[:at], first, again, *scene.shots[at + 1 :]))
        room.put(scene)
    size = -(-len(scene.shots) // parts)
    scenes = list(room.story.scenes)
    index = next(each for each, other in enumerate(scenes) if other.id == scene.id)
    made = [replace(scene, shots=scene.shots[:size])]
    for part in range(1, parts):
        shots = scene.shots[part * size : (part + 1) * size]
        if not shots:
            break
        suffix = "Later" if part == 1 else "Later Still"
        made.append(replace(scene, id=room.fresh("s"), title=f"{scene.title}, {suffix}", shots=shots))
        room.story = replace(room.story, scenes=(*room.story.scenes, made[-1]))
    scenes[index : index + 1] = made
    room.story = replace(room.story, scenes=tuple(scenes))


def _second_look(room: Draftroom, scene: Scene) -> tuple[str, tuple[str, ...]]:
    """Another picture of a scene with one shot, and who is in it."""
    being = room.being_in(scene)
    told = room.told()
    if being is not None and any(being.key in shot.who for shot in scene.shots):
        rows = table("days")["animal" if being.kind == "animal" else "person"]
        for each in room.dice.shuffled(rows, scene.id, "split"):
            if (text := fill(each, Binding(being))) and text not in told:
                return text, (being.key,)
    row = places().get(scene.place)
    pool = [sentence(each) for each in (row.detail if row else ())]
    fresh = [each for each in pool if each not in told]
    return (fresh or [sentence(f"Light moves over {room.place_name(scene)}")])[0], ()
