"""The story while notes are followed: who and what a note means, and the film's own seconds."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz import fuzz

from dailies.adapters.providers.rehearsal.writer.dice import Dice
from dailies.adapters.providers.rehearsal.writer.figures import Figure
from dailies.adapters.providers.rehearsal.writer.notes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.shots import share_seconds
from dailies.domain.brief import Brief
from dailies.domain.story import Entity, Scene, Story


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
        if number == -1:
            number = count
        if not 1 <= number <= count:
            raise refusal(f"The story has {count} scenes, so there is no scene {number}.")
        found = next((scene for scene in self.story.scenes if scene.id == self.order[number - 1]), None)
        if found is None:
            raise refusal(f"Scene {number} was taken out by the same note.")
        if self.allowed and found.id not in self.allowed:
            raise refusal(f"Scene {number} is not among the scenes you selected, so it stays as it is.")
        return found

    def targets(self, wish: Wish) -> list[Scene]:
        """The scenes a wish may change."""
        if wish.scenes:
            return [self.scene_at(number) for number in wish.scenes]
        return [scene for scene in self.story.scenes if not self.allowed or scene.id in self.allowed]

    def entity_named(self, said: str) -> Entity:
        """The entity a note names, typos allowed."""
        bare = re.sub(r"^(?:the|a|an) ", "", said.lower()).removesuffix("'s")
        scored = [
            (fuzz.token_set_ratio(bare, re.sub(r"^the ", "", each.name.lower())), each) for each in self.story.entities
        ]
        scored += [(fuzz.ratio(bare, each.id.replace("-", " ")), each) for each in self.story.entities]
        best = max(scored, key=lambda pair: pair[0], default=None)
        if best is None or best[0] < 80:
            described = [
                each
                for each in self.story.entities
                if each.kind != "place" and re.search(rf"\b{re.escape(bare.split()[-1])}\b", each.description.lower())
            ]
            if len(described) == 1:
                return described[0]
            cast = ", ".join(each.name for each in self.story.entities if each.kind == "character") or "nobody"
            raise refusal(f"There is no “{said}” in this story. The cast is: {cast}.")
        return best[1]

    def put(self, scene: Scene) -> None:
        """Replace the scene of the same id."""
        self.story = replace(
            self.story, scenes=tuple(scene if each.id == scene.id else each for each in self.story.scenes)
        )

    def fresh(self, prefix: str) -> str:
        """An id no part of the story has had."""
        used = {scene.id for scene in self.story.scenes} | set(self.order) | {shot.id for _, shot in self.story.shots()}
        number = max((int(match.group(1)) for each in used if (match := re.match(r"s(\d+)", each))), default=0) + 1
        # The suffix keeps the id from being one that an earlier note took out of the story.
        return f"{prefix}{number}-{self.dice.stream('id', number).randrange(16**4):04x}"

    def retime(self, scenes: tuple[Scene, ...]) -> None:
        """Set the scenes and share the film's seconds over them; shots keep their proportions."""
        weights = [shot.seconds for scene in scenes for shot in scene.shots]
        times = iter(share_seconds(weights, self.seconds))
        self.story = replace(
            self.story,
            scenes=tuple(
                replace(scene, shots=tuple(replace(shot, seconds=next(times)) for shot in scene.shots))
                for scene in scenes
            ),
        )

    def figures(self) -> list[Figure]:
        """The story's entities as figures that templates can speak of."""
        found = []
        for each in self.story.entities:
            kind = {"place": "place", "product": "thing"}.get(
                each.kind,
                "person" if re.search(r"\b(?:man|woman|boy|girl|child|group|figure)\b", each.description) else "animal",
            )
            text = each.name[0].lower() + each.name[1:] if each.name.startswith("The ") else each.name
            gender = (
                "f"
                if re.search(r"\b(?:woman|girl)\b", each.description)
                else "m"
                if re.search(r"\b(?:man|boy)\b", each.description)
                else ""
            )
            plural = " group " in each.description or bool(re.match(r"The (?:two|three|four|five) ", each.name))
            found.append(
                Figure(
                    each.id,
                    kind,
                    text.split()[-1].lower(),
                    text,
                    kind,
                    plural,
                    gender,
                    named=not each.name.startswith("The "),
                )
            )
        return found

    def being_in(self, scene: Scene) -> Figure | None:
        """Somebody who is in the scene, or else in the film."""
        beings = [each for each in self.figures() if each.kind in {"person", "animal"}]
        here = [key for shot in scene.shots for key in shot.who]
        return next((each for each in beings if each.key in here and not each.plural), next(iter(beings), None))
