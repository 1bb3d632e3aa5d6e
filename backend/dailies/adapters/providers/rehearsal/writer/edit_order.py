"""Notes about the number, the order and the borders of scenes."""

from __future__ import annotations

from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.draftroom import Draftroom
from dailies.adapters.providers.rehearsal.writer.lexicon import table
from dailies.adapters.providers.rehearsal.writer.notes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.domain.story import Scene, Shot, ShotSize


def count(room: Draftroom, wish: Wish) -> None:
    """Have so many scenes: the middle goes first, the last never."""
    wanted = int(wish.words[0])
    scenes = list(room.story.scenes)
    if not 1 <= wanted <= 12:
        raise refusal("A film here has between 1 and 12 scenes.")
    while len(scenes) > wanted:
        at = len(scenes) // 2
        if len(scenes) <= 2:
            at = 0
        del scenes[at]
    while len(scenes) < wanted:
        room.story = replace(room.story, scenes=tuple(scenes))
        being = room.being_in(scenes[-1])
        key = "animal" if being is not None and being.kind == "animal" else "person"
        rows = table("days")[key]
        said = {shot.action for _, shot in room.story.shots()}
        tried = [fill(each, Binding(being)) for each in room.dice.shuffled(rows, "count", len(scenes))]
        text = next((each for each in tried if each and each not in said), "")
        if not text or being is None:
            raise refusal("I have nobody to make another scene with. Say what happens in it: “add a scene where …”.")
        insert(room, scenes, len(scenes) - 1, "In Between", scenes[-1], [(text, (being.key,))])
    room.retime(tuple(scenes))


def insert(
    room: Draftroom, scenes: list[Scene], at: int, title: str, like: Scene, shots: list[tuple[str, tuple[str, ...]]]
) -> Scene:
    """A new scene with these shots (words, who), put at an index of the list; returned."""
    scene_id = room.fresh("s")
    made = tuple(
        Shot(
            f"{scene_id}{chr(97 + index)}",
            3.0,
            text,
            ("full", "medium close-up", "close-up")[index % 3],
            "static",
            who,
        )
        for index, (text, who) in enumerate(shots)
    )
    scene = Scene(scene_id, title, like.place, like.time, like.weather, like.mood, made)
    scenes.insert(at, scene)
    return scene


def drop(room: Draftroom, wish: Wish) -> None:
    """Take scenes out; the film keeps its seconds."""
    gone = {room.scene_at(number).id for number in wish.scenes}
    left = tuple(scene for scene in room.story.scenes if scene.id not in gone)
    if not left:
        raise refusal("That would leave no scenes. A film needs at least one.")
    room.retime(left)
    room.remarks.append(f"The film keeps its {room.seconds:g} seconds; the other shots last longer.")


def swap(room: Draftroom, wish: Wish) -> None:
    """Let two scenes change places."""
    first, second = room.scene_at(wish.scenes[0]), room.scene_at(wish.scenes[1])
    other = {first.id: second, second.id: first}
    room.story = replace(room.story, scenes=tuple(other.get(scene.id, scene) for scene in room.story.scenes))


def move(room: Draftroom, wish: Wish) -> None:
    """Put a scene before or after another."""
    moved, target = room.scene_at(wish.scenes[0]), room.scene_at(wish.scenes[1])
    if moved.id == target.id:
        raise refusal("A scene cannot be moved next to itself.")
    rest = [scene for scene in room.story.scenes if scene.id != moved.id]
    at = rest.index(target) + (wish.words[0] == "after")
    room.story = replace(room.story, scenes=(*rest[:at], moved, *rest[at:]))


def merge(room: Draftroom, wish: Wish) -> None:
    """Make one scene of two neighbours: every shot stays."""
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
    """Cut a scene in two between its shots."""
    if not wish.scenes:
        raise refusal("Say which scene to split, for example “split scene 2”.")
    scene = room.scene_at(wish.scenes[0])
    if len(scene.shots) < 2:
        raise refusal(f"Scene {wish.scenes[0]} has one shot, so it cannot be split. Add a shot first.")
    middle = (len(scene.shots) + 1) // 2
    second = replace(scene, id=room.fresh("s"), title=f"{scene.title}, Later", shots=scene.shots[middle:])
    scenes = list(room.story.scenes)
    at = scenes.index(scene)
    scenes[at : at + 1] = [replace(scene, shots=scene.shots[:middle]), second]
    room.story = replace(room.story, scenes=tuple(scenes))


def insert_shot(room: Draftroom, scene: Scene, at: int, action: str, who: tuple[str, ...]) -> Scene:
    """The scene with one shot more, its seconds taken from the longest shot; or with the shot at ``at``
    replaced, where every shot is too short to give any away."""
    longest = max(scene.shots, key=lambda shot: shot.seconds)
    if longest.seconds < 2.5:
        index = min(at, len(scene.shots) - 1)
        old = scene.shots[index]
        new = replace(old, action=action, who=who, line="", speaker="")
        return replace(scene, shots=(*scene.shots[:index], new, *scene.shots[index + 1 :]))
    given = max(1.0, int(longest.seconds * 2 * 0.45) / 2)
    shots = [replace(shot, seconds=shot.seconds - given) if shot.id == longest.id else shot for shot in scene.shots]
    size: ShotSize = "close-up" if not who else "medium"
    shots.insert(at, Shot(room.fresh("s") + "x", given, action, size, "static", who))
    return replace(scene, shots=tuple(shots))


def timed(room: Draftroom, wish: Wish) -> None:
    """Set the film's length in seconds; shots that no longer fit go, never the first or the last."""
    seconds = int(wish.words[0])
    if not 5 <= seconds <= 180:
        raise refusal("A film lasts from 5 to 180 seconds.")
    scenes = list(room.story.scenes)
    while sum(len(scene.shots) for scene in scenes) * 1.5 > seconds and any(len(scene.shots) > 1 for scene in scenes):
        at = max(range(len(scenes)), key=lambda index: len(scenes[index].shots))
        shots = list(scenes[at].shots)
        spare = [shot for shot in shots[1:] if not shot.caption] or shots[1:]
        shots.remove(min(spare, key=lambda shot: (bool(shot.line), shot.seconds)))
        scenes[at] = replace(scenes[at], shots=tuple(shots))
    while len(scenes) > seconds:
        del scenes[len(scenes) // 2]
    room.seconds = float(seconds)
    room.retime(tuple(scenes))
