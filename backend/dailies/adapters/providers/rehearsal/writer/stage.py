"""What every kind of film needs: choices that never repeat, places, moments, and one clause as a scene."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from dailies.adapters.providers.rehearsal.writer.asks import Asks
from dailies.adapters.providers.rehearsal.writer.beats import Beat, Draft
from dailies.adapters.providers.rehearsal.writer.casting import place_row
from dailies.adapters.providers.rehearsal.writer.dice import Dice
from dailies.adapters.providers.rehearsal.writer.figures import Clause, Figure, Reading
from dailies.adapters.providers.rehearsal.writer.lexicon import Script, places, roles, scripts, table, verb_classes
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.adapters.providers.rehearsal.writer.settings import home_of, implied_by
from dailies.adapters.providers.rehearsal.writer.titles import clause_titles
from dailies.adapters.providers.rehearsal.writer.words import article, capital, sentence, slug
from dailies.domain.story import TimeOfDay, Weather

MOTION = frozenset(
    "run race chase walk fly climb drive ride swim dance fall cross follow escape pilot sail march roll deliver jump crawl "  # noqa: E501
    "gallop skate hitchhike hike cycle wander".split()
)
GRAVE = frozenset({"tense", "dark"})
"""Tones in which nobody jokes."""


ENOUGH = 3
"""From so many sentences that fit closely on, the vaguer ones are left out."""

PRONOUN_FIRST = re.compile(r"(?:it|he|she|they|this|these|those)\b", re.IGNORECASE)
"""A picture that begins so can't be drawn alone."""

VAGUE = frozenset("person animal thing alive any none crowd pair".split())


def specific(template: str) -> bool:
    """Whether a template's guard names a kind of object or subject, not just somebody or something."""
    guard, bar, _ = template.rpartition(" | ")
    return bool(bar) and any(not set(test.partition("=")[2].split(",")) & VAGUE for test in guard.split())


def scene_count(seconds: int) -> int:
    """How many scenes a film of this length has: 3 at 15 s, 5 at 30 s, 7 at 60 s."""
    for limit, count in ((7, 2), (18, 3), (25, 4), (40, 5), (50, 6), (75, 7), (120, 9)):
        if seconds <= limit:
            return count
    return 11


def mentions(figure: Figure, text: str) -> bool:
    """Whether a text in lower case shows the figure: "the three strangers" is in "Three strangers wait" too."""
    said = figure.text.lower()
    if not figure.named:
        said = COUNTED.sub("", said)
    return said in text and _said(said).search(text) is not None


COUNTED = re.compile(r"^(?:the |an? )?(?:one |two |three |four |five |six |seven |eight |nine |ten )?")


@lru_cache(maxsize=1024)
def _said(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(words)}\b(?!['’]s)")


class Planner:
    """Plans one film. Keeps what was said already, so that no sentence comes twice."""

    def __init__(self, reading: Reading, seconds: int, dice: Dice) -> None:
        self.reading = reading
        self.seconds = seconds
        self.dice = dice
        self.figures = {each.key: each for each in reading.figures}
        if reading.product is not None:
            self.figures[reading.product.key] = reading.product
        self.said: set[str] = set()
        self.shown: set[str] = set()
        self.remarks: list[str] = []
        self.asks: Asks = reading.asks
        self.wanted = min(self.asks.scenes, max(2, seconds // 2)) or scene_count(seconds)
        self._introduced: set[str] = set()
        self._banned = re.compile(
            "|".join(rf"\b{re.escape(word.rstrip('s'))}" for word in self.asks.banned) or r"(?!)", re.IGNORECASE
        )

    def say(self, templates: tuple[str, ...] | list[str], binding: Binding, *slot: object) -> str:
        """A sentence from the templates that binds and was not said yet, or ""."""
        close = [each for each in templates if specific(each)]
        typed = [each for each in templates if " | " in each and each not in close and not each.startswith("S=any |")]
        plain = [each for each in templates if each not in close and each not in typed]
        found: list[str] = []
        for group in (close, typed, plain):
            for template in group:
                text = fill(template, binding)
                if text and text not in self.said and text not in found and self._allowed(binding, template, text):
                    found.append(text)
            if len(found) >= ENOUGH:
                break
        if not found:
            return ""
        chosen = self.dice.pick(found, *slot)
        self.said.add(chosen)
        return chosen

    def _allowed(self, binding: Binding, template: str, text: str) -> bool:
        if self._banned.search(text) or PRONOUN_FIRST.match(text):
            return False
        if self.asks.people:
            return True
        people = [each for each in (binding.subject, binding.companion) if each is not None and each.kind == "person"]
        return not people or not re.search(r"\{(?:S|s|his|C|c)\}", template)

    def draft(
        self, kind: str, text: str, *figures: Figure | None, must: bool = False, moving: bool = False
    ) -> list[Draft]:
        """A draft in a list, or no draft for an empty text."""
        if not text:
            return []
        who = [each.key for each in figures if each is not None]
        lowered = f" {text.lower()} "
        for figure in self.figures.values():
            if figure.kind in {"person", "animal", "thing", "product"} and mentions(figure, lowered):
                who.append(figure.key)
        expanded: list[str] = []
        for key in who:
            figure_of = self.figures.get(key)
            if figure_of is not None and figure_of.kind == "pair":
                expanded += [
                    part
                    for part in self.figures
                    if figure_of.text.lower().find(self.figures[part].text.lower()) >= 0 and part != key
                ]
            else:
                expanded.append(key)
        visible = [key for key in dict.fromkeys(expanded) if self._seen(key, text)]
        return [Draft(kind, text, tuple(visible), must=must, moving=moving)]

    def _seen(self, key: str, text: str) -> bool:
        return mentions(self.figures[key], text.lower())

    def place_of(self, name: str) -> str:
        """The figure key of a place by name; made when the brief has none."""
        key = slug(name)
        for each in self.figures.values():
            if each.kind == "place" and (each.key == key or place_row(each) is places().get(name)):
                return each.key
        self.figures[key] = Figure(key, "place", name.replace("-", " "), f"the {name.replace('-', ' ')}", "place")
        return key

    def home(self) -> str:
        """The place of the film when no clause names one."""
        reading = self.reading
        goals = {each.goal for each in reading.clauses} - {each.place for each in reading.clauses}
        if reading.place in goals and len(reading.places) == 1:
            return self.place_of(home_of(reading, self.dice))
        if reading.place and not self.on_the_map(reading.place):
            return reading.place
        if reading.place:
            room = implied_by(f"{self.asks.heading} {self.asks.body}".lower())
            if room and places()[room].indoors:
                key = self.place_of(room)
                self.figures[key] = replace(self.figures[key], extra=f"in {self.figures[reading.place].text}")
                return key
            return reading.place
        return self.place_of(home_of(reading, self.dice))

    def on_the_map(self, place: str) -> bool:
        """Whether a place of the film is a town or a country rather than a kind of place."""
        return self.figures[place].named

    def moment(self, index: int, count: int) -> tuple[TimeOfDay, Weather]:
        """Time and weather of a scene: what the brief names, in its order."""
        usual: tuple[TimeOfDay, ...] = ("morning", "afternoon", "golden hour", "dusk")
        if GRAVE & set(self.asks.tones):
            usual = ("night", "dusk")
        elif self.asks.kind in {"walkthrough", "howto", "ad"}:
            usual = ("morning", "afternoon")
        times = self.reading.times or (self.dice.pick(usual, "time"),)
        weathers = self.reading.weathers or ("clear",)
        at = min(len(times) - 1, index * len(times) // max(1, count))
        sky = min(len(weathers) - 1, index * len(weathers) // max(1, count))
        return times[at], weathers[sky]

    def hero(self) -> Figure | None:
        """Whom the film is about: the first being the brief names."""
        named = [each for each in self.reading.beings if each.role != "crowd"]
        if named:
            return named[0]
        for clause in self.reading.clauses:
            figure = self.figures.get(clause.subject)
            if figure is not None and figure.kind in {"person", "animal"} and figure.role != "crowd":
                return figure
        subject = self.figures.get(self.reading.clauses[0].subject) if self.reading.clauses else None
        return subject or next(iter(self.reading.beings), None)

    def other(self, figure: Figure | None) -> Figure | None:
        """The second being of the film."""
        return next(
            (
                each
                for each in self.reading.beings
                if figure is None or (each.key != figure.key and each.role != "crowd")
            ),
            None,
        )

    # --- shots -----------------------------------------------------------------------------------------

    def establish(self, place: str, time: TimeOfDay, weather: Weather, slot: str) -> list[Draft]:
        """The first wide picture of a place."""
        self.shown.add(place)
        figure = self.figures[place]
        row = place_row(figure)
        days = table("days")
        light = self.dice.pick(days["light"][time], slot, "light")
        sky = self.dice.pick(days["sky"][weather], slot, "sky")
        if row is not None and row.indoors:
            sky = ""
        if self.reading.season and not (row is not None and row.indoors):
            season = self.dice.pick(table("days")["season"][self.reading.season], slot, "season")
            sky = ", ".join(filter(None, [sky, season]))
        name = figure.text
        texture = self.dice.pick(days["textures"]["all"], place, "texture")
        look = row.look if row is not None else f"{article(figure.noun)} {texture}"
        if row is not None and (figure.adjectives or figure.named or figure.noun.split()[-1] not in row.look):
            look = f"{name}: {row.look}"
        if figure.extra:
            look = f"{look}, {figure.extra}"
        head = ", ".join(filter(None, [capital(look), light, sky]))
        if row is None:
            return self.draft("establish", sentence(head))
        air = row.air[self.air(place)]
        return self.draft("establish", sentence(f"{head}; {air}"))

    def air(self, place: str) -> int:
        """Which moving thing a place has in this film: planted at first, changed at last."""
        row = place_row(self.figures[place])
        return self.dice.stream(place, "air").randrange(len(row.air)) if row else 0

    def changed(self, place: str) -> list[Draft]:
        """What has become of the place's moving thing."""
        row = place_row(self.figures[place])
        if row is None:
            return self.draft("result", sentence(f"{self.figures[place].text}, seen from further off, one lamp lit"))
        text = sentence(row.changed[self.air(place)])
        if text in self.said:
            return []
        self.said.add(text)
        return self.draft("result", text)

    def binding(self, clause: Clause) -> Binding:
        """Slots of a clause's templates."""
        subject = self.figures.get(clause.subject)
        obj = self.figures.get(clause.object)
        companion = self.figures.get(clause.companion)
        if companion is None and obj is not None and obj.kind in {"person", "animal"}:
            companion = obj
        if companion is None:
            companion = self.other(subject)
        if companion is not None and subject is not None and companion.key == subject.key:
            companion = None
        if companion is not None and companion.key not in self.introduced:
            companion = None
        return Binding(subject, obj, companion, self.reading.product, clause.object_text)

    @property
    def introduced(self) -> set[str]:
        """Beings who may stand in a frame already: all that the clauses so far have named."""
        return self._introduced

    def clause_beat(self, clause: Clause, number: int, place: str) -> Beat:
        """One clause of the brief as a scene: approach, the clause itself, its trace."""
        named = {key for key in (clause.subject, clause.object, clause.companion) if key}
        owners = {self.figures[key].owner for key in named if key in self.figures and self.figures[key].owner}
        self._introduced |= named | owners
        binding = self.binding(clause)
        script = self.script(clause)
        slot = f"clause{number}"
        shots: list[Draft] = []
        done = (not clause.negated and clause.subject != "nobody") or clause.verb.split()[0] in {"say", "tell"}
        few = len(self.reading.clauses) <= 2
        shapes = ((2, 2), (2, 1), (1, 2)) if few else ((2, 1), (1, 2), (0, 2), (1, 1))
        approaches, traces_kept = self.dice.pick(shapes, slot, "shape")
        if script is not None and done:
            for again in ("before", "earlier")[:approaches]:
                shots += self.draft("before", self.say(script.before, binding, slot, again))
            shots = shots[::-1]
        shots += self._clause_shots(clause, binding, slot)
        if script is not None and done:
            traces = script.hard if clause.wish else script.after
            for again in ("after", "later")[:traces_kept]:
                shots += self.draft("after", self.say(traces, binding, slot, again))
        if script is None or len(shots) < 3:
            shots += self._details(clause, binding, slot)
        shots += self._reaction(binding, slot) if number % 2 == 0 else []
        titles = clause_titles(clause, self.figures)
        beat = Beat(self.dice.pick(titles, slot, "title"), place, shots, titles=tuple(titles))
        if script is not None and self.asks.dialogue and not clause.negated:
            beat.lines = self.lines(script.lines, binding, slot)
        return beat

    def _clause_shots(self, clause: Clause, binding: Binding, slot: str) -> list[Draft]:
        """The clause itself, or the trace of it where nobody may be seen."""
        subject = binding.subject
        if not self.asks.people and subject is not None and subject.kind == "person":
            return self.draft("clause", self.say(table("days")["traces"], binding, slot, "trace"), must=True)
        self.said.add(clause.text)
        owner = self.figures.get(subject.owner) if subject is not None and subject.kind == "thing" else None
        if owner is not None and owner.kind == "person" and self.asks.people:
            shot = self.draft("clause", clause.text, subject, must=True)[0]
            return [replace(shot, who=(*shot.who, owner.key))]
        moving = clause.verb.split()[0] in MOTION if clause.verb else False
        return self.draft("clause", clause.text, subject, must=True, moving=moving)

    def _details(self, clause: Clause, binding: Binding, slot: str) -> list[Draft]:
        """A close look at the thing the clause turns on."""
        subject = binding.subject
        thing = binding.object or (subject if subject is not None and subject.kind == "thing" else None)
        if thing is None or thing.kind != "thing" or clause.negated:
            return []
        row = table("nouns").get(thing.klass)
        return (
            self.draft("detail", self.say(row["detail"], replace(binding, object=thing), slot, "detail")) if row else []
        )

    def _reaction(self, binding: Binding, slot: str) -> list[Draft]:
        """A body that answers what just happened; never a crowd's."""
        other = binding.companion
        if other is None or not self.asks.people or other.role == "crowd" or other.plural:
            return []
        rows = table("days")["react_animal" if other.kind == "animal" else "react"]
        return self.draft("reaction", self.say(rows, binding, slot, "react"))

    def lines(self, rows: tuple[str, ...], binding: Binding, slot: str) -> list[tuple[str, str]]:
        """What could be said, each with the figure who says it."""
        found: list[tuple[str, str]] = []
        grave = GRAVE & set(self.asks.tones)
        if grave:
            spoken = table("tones")[next(iter(sorted(grave)))]["lines"]
            rows = tuple(f"S=person | S: {each}" for each in spoken)
        ordered = self.dice.shuffled(rows, slot, "lines")
        for template in sorted(ordered, key=specific, reverse=True):
            guard, bar, body = template.rpartition(" | ")
            who, _, words = body.partition(": ")
            figure = {"S": binding.subject, "O": binding.object, "C": binding.companion}[who]
            if figure is None or figure.kind != "person" or figure.plural:
                continue
            if figure.role in roles() and roles()[figure.role].name in {"crowd", "team"}:
                continue
            if bar and fill(f"{guard} | x", binding) is None:
                continue
            found.append((figure.key, words))
        return found

    def more(self, clause: Clause, side: str, slot: str) -> list[Draft]:
        """One more approach or trace from a clause's own script."""
        script = self.script(clause)
        if script is None:
            return []
        binding = self.binding(clause)
        return self.draft(
            side, self.say(script.before if side == "before" else script.after, binding, slot), binding.subject
        )

    def script(self, clause: Clause) -> Script | None:
        """The script of a clause's verb, by verb and object, phrasal verb, verb or class."""
        if not clause.verb:
            return None
        first = clause.verb.split()[0]
        noun = clause.object_text.split()[-1] if clause.object_text else ""
        following = clause.words.split()[0].strip(".,") if clause.words else ""
        for said in (f"{first} {noun}", f"{first} {following}", clause.verb, first):
            if said in scripts():
                return scripts()[said]
        return verb_classes().get(clause.verb) or verb_classes().get(first)

    def merged(self, beats: list[Beat]) -> list[Beat]:
        """Join neighbours in one place until there are no more beats than scenes."""
        beats = list(beats)
        while len(beats) > self.wanted:
            pairs = [
                (beats[i].place != beats[i + 1].place, len(beats[i].drafts) + len(beats[i + 1].drafts), i)
                for i in range(len(beats) - 1)
            ]
            _, _, at = min(pairs)
            left, right = beats[at], beats[at + 1]
            joined = Beat(
                left.title,
                left.place,
                [*left.drafts, *right.drafts],
                [*left.lines, *right.lines],
                titles=(*left.titles, *right.titles),
            )
            beats[at : at + 2] = [joined]
        return beats
