"""Changes to a story, one method per wish. Ids of what is kept stay; ids are never used again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rapidfuzz import fuzz

from dailies.adapters.providers.rehearsal.writer.asks import Asks
from dailies.adapters.providers.rehearsal.writer.casting import entity_of, place_look
from dailies.adapters.providers.rehearsal.writer.dice import Dice
from dailies.adapters.providers.rehearsal.writer.lexicon import Script, places, scripts, table, verb_classes
from dailies.adapters.providers.rehearsal.writer.notes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.adapters.providers.rehearsal.writer.reading import TIMES, WEATHERS, Figure, Reader, Reading
from dailies.adapters.providers.rehearsal.writer.shots import share_seconds
from dailies.adapters.providers.rehearsal.writer.words import capital, sentence, slug, title_case
from dailies.domain.brief import Brief
from dailies.domain.story import Entity, Scene, Shot, Story

TONE_MOODS = {
    "funny": "as if nothing had happened",
    "warm": "gentle",
    "dark": "low",
    "calm": "still",
    "tense": "tightening",
    "bold": "hard",
}


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

    def follow(self, wish: Wish) -> None:
        """Follow one wish. Raises ProviderError ``note_not_understood`` when it cannot be done."""
        verbs: dict[str, Callable[[Wish], None]] = {
            "rename": self._rename,
            "look": self._look,
            "tone": self._tone,
            "action": self._action,
            "count": self._count,
            "drop": self._drop,
            "swap": self._swap,
            "move": self._move,
            "add": self._add,
            "place": self._place,
            "time": self._time,
            "weather": self._weather,
            "ending": self._ending,
            "line": self._line,
            "dialogue": self._dialogue,
            "nobody": self._nobody,
            "title": self._title,
            "call": self._call,
        }
        verbs[wish.verb](wish)

    # --- targets ---------------------------------------------------------------------------------------

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

    # --- wishes ----------------------------------------------------------------------------------------

    def _rename(self, wish: Wish) -> None:
        entity = self.entity_named(wish.words[0])
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
            for each in self.story.entities
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
            for scene in self.story.scenes
        )
        self.story = replace(
            self.story, title=said(self.story.title), logline=said(self.story.logline), entities=entities, scenes=scenes
        )

    def _look(self, wish: Wish) -> None:
        entity = self.entity_named(wish.words[0])
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
                (
                    index
                    for index, part in enumerate(parts)
                    if re.search(r"hair|plait|bun|curls|bob|ponytail|crop", part)
                ),
                1,
            )
            parts[min(at, len(parts) - 1)] = look
        else:
            parts.append(f"wearing {look}")
        description = ", ".join(parts)
        self.story = replace(
            self.story,
            entities=tuple(
                replace(each, description=description) if each.id == entity.id else each for each in self.story.entities
            ),
        )

    def _tone(self, wish: Wish) -> None:
        tone = wish.words[0]
        row = table("tones")[tone]
        used: set[str] = set()
        scenes = self.targets(wish)
        chosen = scenes if wish.scenes else scenes[-min(2, len(scenes)) :] if len(scenes) > 2 else scenes
        for scene in chosen:
            being = self.being_in(scene)
            texts = [
                text
                for each in self.dice.shuffled(row["details"], scene.id, tone)
                if being is not None and (text := fill(each, Binding(being)))
            ]
            said = {shot.action for _, shot in self.story.shots()}
            texts = [text for text in texts if text not in said | used]
            used.update(texts[:1])
            shots = list(scene.shots)
            if texts and being is not None:
                at = len(shots) - 1 if len(shots) > 1 else 0
                if len(shots) > 1:
                    shots[at] = replace(
                        shots[at], action=texts[0], who=(being.key,), size="medium", line="", speaker=""
                    )
                else:
                    shots[0] = replace(
                        shots[0],
                        action=f"{shots[0].action} {texts[0]}",
                        who=tuple(dict.fromkeys([*shots[0].who, being.key])),
                    )
                lines = self.dice.shuffled(row["lines"], scene.id, tone, "line")
                spoken = {shot.line for _, shot in self.story.shots()}
                line = next((each for each in lines if each not in spoken), "")
                if line and being.kind == "person" and not shots[at].caption and not any(shot.line for shot in shots):
                    shots[at] = replace(shots[at], line=line, speaker=being.key)
            if tone == "calm":
                shots = [replace(shot, move="static") for shot in shots]
            self.put(replace(scene, mood=TONE_MOODS[tone], shots=tuple(shots)))

    def _action(self, wish: Wish) -> None:
        shorter = wish.words[0].startswith(("short", "tight", "trim", "simpl"))
        for scene in self.targets(wish):
            shots = []
            for index, shot in enumerate(scene.shots):
                action = shot.action
                if shorter:
                    action = sentence(re.split(r"(?<=[a-z]); |, and | and (?=\w+s\b)|(?<=[.]) ", action)[0])
                elif index == 0:
                    row = places().get(scene.place) or places().get(scene.place.split("-")[-1])
                    pool = [*(row.detail if row else ()), *table("days")["weather"][scene.weather]]
                    told = " ".join([each.action for _, each in self.story.shots()])
                    fresh = [sentence(each) for each in pool if sentence(each) not in told]
                    action = f"{action} {self.dice.pick(fresh, scene.id, 'longer')}" if fresh else action
                shots.append(replace(shot, action=action))
            self.put(replace(scene, shots=tuple(shots)))
        self.remarks.append(f"The film stays {self.seconds:g} seconds long; its length is set in the brief.")

    def _count(self, wish: Wish) -> None:
        wanted = int(wish.words[0])
        scenes = list(self.story.scenes)
        if not 1 <= wanted <= 12:
            raise refusal("A film here has between 1 and 12 scenes.")
        while len(scenes) > wanted:
            at = len(scenes) // 2
            if len(scenes) <= 2:
                at = 0
            del scenes[at]
        while len(scenes) < wanted:
            self.story = replace(self.story, scenes=tuple(scenes))
            being = self.being_in(scenes[-1])
            key = "animal" if being is not None and being.kind == "animal" else "person"
            rows = table("days")[key]
            said = {shot.action for _, shot in self.story.shots()}
            tried = [fill(each, Binding(being)) for each in self.dice.shuffled(rows, "count", len(scenes))]
            text = next((each for each in tried if each and each not in said), "")
            if not text or being is None:
                raise refusal(
                    "I have nobody to make another scene with. Say what happens in it: “add a scene where …”."
                )
            self._insert(scenes, len(scenes) - 1, "In Between", scenes[-1], [(text, (being.key,))])
        self.retime(tuple(scenes))

    def _insert(
        self, scenes: list[Scene], at: int, title: str, like: Scene, shots: list[tuple[str, tuple[str, ...]]]
    ) -> Scene:
        scene_id = self.fresh("s")
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

    def _drop(self, wish: Wish) -> None:
        gone = {self.scene_at(number).id for number in wish.scenes}
        left = tuple(scene for scene in self.story.scenes if scene.id not in gone)
        if not left:
            raise refusal("That would leave no scenes. A film needs at least one.")
        self.retime(left)
        self.remarks.append(f"The film keeps its {self.seconds:g} seconds; the other shots last longer.")

    def _swap(self, wish: Wish) -> None:
        first, second = self.scene_at(wish.scenes[0]), self.scene_at(wish.scenes[1])
        other = {first.id: second, second.id: first}
        self.story = replace(self.story, scenes=tuple(other.get(scene.id, scene) for scene in self.story.scenes))

    def _move(self, wish: Wish) -> None:
        moved, target = self.scene_at(wish.scenes[0]), self.scene_at(wish.scenes[1])
        if moved.id == target.id:
            raise refusal("A scene cannot be moved next to itself.")
        rest = [scene for scene in self.story.scenes if scene.id != moved.id]
        at = rest.index(target) + (wish.words[0] == "after")
        self.story = replace(self.story, scenes=(*rest[:at], moved, *rest[at:]))

    def _add(self, wish: Wish) -> None:
        side, text = wish.words
        scenes = list(self.story.scenes)
        at = len(scenes) - 1
        if wish.scenes:
            at = scenes.index(self.scene_at(wish.scenes[0])) + (side == "after")
        like = scenes[max(0, min(at, len(scenes)) - 1)]
        reader = Reader(Asks("story", text), text)
        for figure in self.figures():
            if figure.kind in {"person", "animal"}:
                reader.figures[figure.key] = figure
        reading = reader.read()
        if not reading.clauses:
            raise refusal(
                f"I could not see who does what in “{text}”. Write it as “add a scene where Mia opens the door”."
            )
        known = {each.id for each in self.story.entities}
        asks = Reading(Asks("story", text), reading.figures, reading.clauses)
        beings = [each for each in reading.figures if each.kind in {"person", "animal"} and each.key not in known]
        taken = {each.description.split(", ")[-1] for each in self.story.entities}
        new = [entity_of(each, asks, self.dice, taken) for each in beings]
        spots = [each for each in reading.figures if each.kind == "place" and each.key not in known]
        new += [entity_of(each, asks, self.dice, taken) for each in spots]
        self.story = replace(self.story, entities=(*self.story.entities, *new))
        keys = {each.key: each for each in reading.figures}
        ids = {each.id for each in self.story.entities}
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
            traces = [fill(each, binding) for each in self.dice.shuffled(script.after, "add")]
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
        made = self._insert(scenes, at, title, like, shots)
        if reading.place:
            scenes[scenes.index(made)] = replace(made, place=reading.place)
        self.retime(tuple(scenes))

    def _place(self, wish: Wish) -> None:
        said = wish.words[0].strip()
        key = slug(said)
        entity = self.story.entity(key)
        figure = Figure(key, "place", said, f"the {said}", "place")
        if entity is None:
            entity = Entity(key, "place", capital(figure.text), place_look(figure, self.dice))
            self.story = replace(self.story, entities=(*self.story.entities, entity))
        for scene in self.targets(wish):
            old = self.story.entity(scene.place)
            shots = []
            for shot in scene.shots:
                begins = old is not None and (
                    shot.action[:24] == capital(old.description)[:24] or shot.action.startswith(old.name)
                )
                shots.append(
                    replace(shot, action=sentence(capital(entity.description))) if begins and not shot.who else shot
                )
            self.put(replace(scene, place=key, shots=tuple(shots)))
        used = {scene.place for scene in self.story.scenes}
        self.story = replace(
            self.story, entities=tuple(each for each in self.story.entities if each.kind != "place" or each.id in used)
        )

    def _time(self, wish: Wish) -> None:
        time = TIMES[wish.words[0]]
        phrases = {phrase: key for key, rows in table("days")["light"].items() for phrase in rows}
        for scene in self.targets(wish):
            new = self.dice.pick(table("days")["light"][time], scene.id, "light")
            self.put(
                replace(
                    scene,
                    time=time,
                    shots=tuple(replace(shot, action=swapped(shot.action, list(phrases), new)) for shot in scene.shots),
                )
            )

    def _weather(self, wish: Wish) -> None:
        weather = WEATHERS[wish.words[0]]
        phrases = [phrase for rows in table("days")["sky"].values() for phrase in rows if phrase]
        for scene in self.targets(wish):
            new = self.dice.pick(table("days")["sky"][weather], scene.id, "sky")
            self.put(
                replace(
                    scene,
                    weather=weather,
                    shots=tuple(replace(shot, action=swapped(shot.action, phrases, new)) for shot in scene.shots),
                )
            )

    def _ending(self, wish: Wish) -> None:
        last = self.scene_at(-1)
        being = self.being_in(last)
        rows = table("tones")["endings"]
        if wish.words and len(wish.words[0].split()) > 2:
            text = sentence(wish.words[0])
        else:
            said = last.shots[-1].action
            pool = [fill(each, Binding(being)) for each in rows["being"]] if being is not None else list(rows["place"])
            text = self.dice.pick([each for each in pool if each and each != said], "ending")
        who = tuple(
            each.key
            for each in self.figures()
            if each.kind != "place" and re.search(rf"\b{re.escape(each.text.lower())}\b", text.lower())
        )
        self.put(replace(last, shots=(*last.shots[:-1], replace(last.shots[-1], action=text, who=who))))

    def _line(self, wish: Wish) -> None:
        what, text = wish.words
        if not wish.scenes:
            raise refusal(f"Say which scene the {what} belongs to, for example: {what} in scene 2: “{text}”.")
        for number in wish.scenes:
            scene = self.scene_at(number)
            shots = list(scene.shots)
            if what == "caption":
                at = next((index for index, shot in enumerate(shots) if shot.caption), len(shots) - 1)
                shots[at] = replace(shots[at], caption=text)
            else:
                people = {each.key for each in self.figures() if each.kind == "person"}
                at = next(
                    (index for index, shot in enumerate(shots) if shot.line),
                    next((index for index, shot in enumerate(shots) if people & set(shot.who)), len(shots) - 1),
                )
                speaker = shots[at].speaker or next((key for key in shots[at].who if key in people), "")
                shots[at] = replace(shots[at], line=text, speaker=speaker)
            self.put(replace(scene, shots=tuple(shots)))

    def _dialogue(self, wish: Wish) -> None:
        how = wish.words[0]
        scenes = self.targets(wish)
        spoken = [(scene.id, shot.id) for scene in scenes for shot in scene.shots if shot.line]
        if how == "more":
            for scene in scenes:
                being = self.being_in(scene)
                if being is None or being.kind != "person" or any(shot.line for shot in scene.shots):
                    continue
                at = next(
                    (index for index, shot in enumerate(scene.shots) if being.key in shot.who and not shot.caption), -1
                )
                if at >= 0:
                    line = self.dice.pick(
                        [*table("tones")["funny"]["lines"], *table("tones")["warm"]["lines"]], scene.id, "more"
                    )
                    self.put(
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
            self.put(
                replace(
                    scene,
                    shots=tuple(
                        replace(shot, line="", speaker="") if shot.id in gone else shot for shot in scene.shots
                    ),
                )
            )

    def _nobody(self, wish: Wish) -> None:
        people = {each.key for each in self.figures() if each.kind == "person"}
        names = [re.escape(each.text.lower()) for each in self.figures() if each.kind == "person"]
        traces = self.dice.shuffled(table("days")["traces"], "traces")
        for scene in self.targets(wish):
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
            self.put(replace(scene, shots=tuple(shots)))
        used = {key for _, shot in self.story.shots() for key in shot.who}
        self.story = replace(
            self.story, entities=tuple(each for each in self.story.entities if each.id not in people or each.id in used)
        )

    def _title(self, wish: Wish) -> None:
        self.story = replace(self.story, title=wish.words[0])

    def _call(self, wish: Wish) -> None:
        old = self.story.call_to_action
        if not old:
            raise refusal("This film is no ad, so it has no call to action.")
        new = wish.words[0]
        scenes = tuple(
            replace(
                scene,
                shots=tuple(
                    replace(shot, caption=shot.caption.replace(old, new)) if shot.caption else shot
                    for shot in scene.shots
                ),
            )
            for scene in self.story.scenes
        )
        self.story = replace(self.story, call_to_action=new, scenes=scenes)


def swapped(action: str, phrases: list[str], new: str) -> str:
    """The action with its light or sky phrase changed; untouched when it has none."""
    for phrase in sorted(phrases, key=len, reverse=True):
        if f", {phrase}" in action:
            return action.replace(f", {phrase}", f", {new}" if new else "")
    return action
