"""The story while notes are followed: who and what a note means, and the film's own seconds."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.people import Cast, bare, gender_of, is_person
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.dice import Dice
from dailies.adapters.providers.rehearsal.writer.figures import Figure
from dailies.adapters.providers.rehearsal.writer.lexicon import class_of, table
from dailies.adapters.providers.rehearsal.writer.shots import share_seconds
from dailies.domain.brief import Brief
from dailies.domain.story import Entity, Scene, Shot, ShotSize, Story


class Draftroom:
    """Holds the story while wishes are followed. ``allowed``: ids of scenes that may change; empty: all."""

    def __init__(self, brief: Brief, story: Story, allowed: tuple[str, ...], dice: Dice) -> None:
        self.brief = brief
        self.story = story
        self.allowed = allowed
        self.dice = dice
        self.order = [scene.id for scene in story.scenes]
        self.seconds = story.seconds
        self.remarks: list[str] = []

    def scene_at(self, number: int) -> Scene:
        """The scene with this number in the story the creator saw."""
        count = len(self.order)
        if not 1 <= number <= count:
            scenes = f"{count} scenes" if count > 1 else "one scene"
            raise refusal(f"The story has {scenes}, so there is no scene {number}.")
        found = next((scene for scene in self.story.scenes if scene.id == self.order[number - 1]), None)
        if found is None:
            raise refusal(f"Scene {number} was taken out by the same note.")
        if self.allowed and found.id not in self.allowed:
            raise refusal(f"Scene {number} is not among the scenes you selected, so it stays as it is.")
        return found

    def last(self) -> Scene:
        """The scene that ends the film now."""
        scene = self.story.scenes[-1]
        if self.allowed and scene.id not in self.allowed:
            raise refusal("The last scene is not among the scenes you selected, so it stays as it is.")
        return scene

    def targets(self, wish: Wish) -> list[Scene]:
        """The scenes a wish may change."""
        if wish.scenes:
            return [self.scene_at(number) for number in wish.scenes]
        apart = {self.order[number - 1] for number in wish.apart if 1 <= number <= len(self.order)}
        return [
            scene
            for scene in self.story.scenes
            if scene.id not in apart and (not self.allowed or scene.id in self.allowed)
        ]

    def entity_named(self, said: str) -> Entity:
        """The entity a note names, typos allowed."""
        cast = Cast(self.story)
        found = cast.meant(said)
        if found is None:
            raise refusal(f"There is no “{said.strip()}” in this story. The cast is: {cast.list()}.")
        return found

    def entity_of(self, key: str) -> Entity:
        """The entity with this id; refuses when an earlier wish of the same note took it out."""
        found = self.story.entity(key)
        if found is None:
            raise refusal("The same note took that out of the story.")
        return found

    def figure(self, entity: Entity) -> Figure:
        """An entity as templates speak of it."""
        return next(each for each in self.figures() if each.key == entity.id)

    def put(self, scene: Scene) -> None:
        """Replace the scene of the same id."""
        self.story = replace(
            self.story, scenes=tuple(scene if each.id == scene.id else each for each in self.story.scenes)
        )

    def put_entity(self, entity: Entity) -> None:
        """Replace the entity of the same id."""
        self.story = replace(
            self.story, entities=tuple(entity if each.id == entity.id else each for each in self.story.entities)
        )

    def put_shot(self, scene: Scene, shot: Shot) -> Scene:
        """Replace the shot of the same id in a scene; returns the scene."""
        changed = replace(scene, shots=tuple(shot if each.id == shot.id else each for each in scene.shots))
        self.put(changed)
        return changed

    def fresh(self, prefix: str) -> str:
        """An id no part of the story has had."""
        used = {scene.id for scene in self.story.scenes} | set(self.order) | {shot.id for _, shot in self.story.shots()}
        number = max((int(match.group(1)) for each in used if (match := re.match(r"s(\d+)", each))), default=0) + 1
        # The suffix keeps the id from being one that an earlier note took out of the story.
        return f"{prefix}{number}-{self.dice.stream('id', number).randrange(16**4):04x}"

    def retime(self, scenes: tuple[Scene, ...]) -> None:
        """Set the scenes and share the film's seconds over them; shots keep their proportions."""
        weights = [shot.seconds for scene in scenes for shot in scene.shots]
        if len(weights) > self.seconds:
            raise refusal(f"{len(weights)} shots do not fit into {self.seconds:g} seconds.")
        times = iter(share_seconds(weights, self.seconds))
        self.story = replace(
            self.story,
            scenes=tuple(
                replace(scene, shots=tuple(replace(shot, seconds=next(times)) for shot in scene.shots))
                for scene in scenes
            ),
        )

    def says(self, name: str) -> bool:
        """Whether the film tells of somebody or something by these words."""
        told = f"{self.story.title} {self.story.logline} {self.told()}"
        return bool(re.search(rf"\b{re.escape(bare(name))}\b", told, re.IGNORECASE))

    def told(self) -> str:
        """Every action of the film, one after the other."""
        return " ".join(shot.action for _, shot in self.story.shots())

    def figures(self) -> list[Figure]:
        """The story's entities as figures that templates can speak of."""
        return [_figure(each) for each in self.story.entities]

    def being_in(self, scene: Scene) -> Figure | None:
        """Somebody who is in the scene, or else in the film."""
        beings = [each for each in self.figures() if each.kind in {"person", "animal"}]
        here = [key for shot in scene.shots for key in shot.who]
        return next((each for each in beings if each.key in here and not each.plural), next(iter(beings), None))

    def place_name(self, scene: Scene) -> str:
        """The name of a scene's place, as sentences say it."""
        entity = self.story.entity(scene.place)
        return _text(entity) if entity else "the place"


def _text(entity: Entity) -> str:
    return entity.name[0].lower() + entity.name[1:] if entity.name.startswith("The ") else entity.name


def _figure(entity: Entity) -> Figure:
    person = is_person(entity)
    kind = {"place": "place", "product": "thing"}.get(entity.kind, "person" if person else "animal")
    text = _text(entity)
    named = not entity.name.startswith("The ")
    noun = text.split()[-1].lower()
    if kind == "animal":
        own = re.split(r" with | of |,", entity.description.lower())[0].split()
        noun = next((word for word in reversed(own) if word in table("beasts") or class_of(word) == "animal"), noun)
    plural = " group " in entity.description or bool(re.match(r"The (?:two|three|four|five) ", entity.name))
    gender = gender_of(entity) if person else ""
    return Figure(entity.id, kind, noun, text, "robot" if noun == "robot" else kind, plural, gender, named=named)


def insert_shot(room: Draftroom, scene: Scene, at: int, action: str, who: tuple[str, ...]) -> Scene:
    """The scene with one shot more, its seconds taken from the longest shot; where every shot is too short to
    give any away, a shot without words goes for it."""
    longest = max(scene.shots, key=lambda shot: shot.seconds)
    size: ShotSize = "close-up" if not who else "medium"
    if longest.seconds < 2:
        index = min(at, len(scene.shots) - 1)
        spare = [each for each, shot in enumerate(scene.shots) if not shot.line and not shot.caption]
        index = index if index in spare or not spare else spare[-1]
        old = scene.shots[index]
        new = replace(old, action=action, who=who, line="", speaker="")
        return replace(scene, shots=(*scene.shots[:index], new, *scene.shots[index + 1 :]))
    given = max(1.0, int(longest.seconds * 2 * 0.45) / 2)
    shots = [replace(shot, seconds=shot.seconds - given) if shot.id == longest.id else shot for shot in scene.shots]
    shots.insert(at, Shot(room.fresh("s") + "x", given, action, size, "static", who))
    return replace(scene, shots=tuple(shots))
