"""From a reading to beats: which framework, which scenes, what opens and what ends the film."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from dailies.adapters.providers.rehearsal.writer.asks import Asks
from dailies.adapters.providers.rehearsal.writer.beats import Beat, Draft
from dailies.adapters.providers.rehearsal.writer.casting import place_row
from dailies.adapters.providers.rehearsal.writer.dice import Dice
from dailies.adapters.providers.rehearsal.writer.lexicon import Script, places, roles, scripts, table, verb_classes
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.adapters.providers.rehearsal.writer.reading import Clause, Figure, Reading, not_understood
from dailies.adapters.providers.rehearsal.writer.words import article, capital, sentence, slug, title_case
from dailies.domain.story import TimeOfDay, Weather

MOTION = frozenset(
    "run race chase walk fly climb drive ride swim dance fall cross follow escape pilot sail march roll deliver".split()
)
FALLBACK_HOMES = ("street", "kitchen", "square", "park", "workshop", "village", "harbor", "rooftop")


@dataclass
class Plan:
    """Beats in film order and what goes round them."""

    framework: str
    beats: list[Beat]
    title: str
    logline: str
    call: str = ""
    remarks: tuple[str, ...] = ()


def scene_count(seconds: int) -> int:
    """How many scenes a film of this length has: 3 at 15 s, 5 at 30 s, 7 at 60 s."""
    for limit, count in ((7, 2), (18, 3), (25, 4), (40, 5), (50, 6), (75, 7), (120, 9)):
        if seconds <= limit:
            return count
    return 11


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
        self.wanted = scene_count(seconds)
        self.asks: Asks = reading.asks

    # --- choices ---------------------------------------------------------------------------------------

    def say(self, templates: tuple[str, ...] | list[str], binding: Binding, *slot: object) -> str:
        """A sentence from the templates that binds and was not said yet, or ""."""
        typed = [each for each in templates if " | " in each and not each.startswith("S=any |")]
        plain = [each for each in templates if each not in typed]
        for group in (typed, plain):
            for template in self.dice.shuffled(group, *slot):
                text = fill(template, binding)
                if text and text not in self.said and self._allowed(binding, template):
                    self.said.add(text)
                    return text
        return ""

    def _allowed(self, binding: Binding, template: str) -> bool:
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
            if figure.kind in {"person", "animal", "thing", "product"} and re.search(
                rf"\b{re.escape(figure.text.lower())}\b(?!'s)", lowered
            ):
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
        said = re.escape(self.figures[key].text.lower())
        return re.search(rf"\b{said}\b(?!'s)", text.lower()) is not None

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
        if reading.place:
            return reading.place
        homes = table("class_homes")
        if reading.product_class == "train":
            return self.place_of("train")
        candidates = [
            roles()[each.role].home for each in reading.beings if each.role in roles() and roles()[each.role].home
        ]
        crowd = {"crowd", "everyone", "people"}
        candidates = [
            home
            for each, home in zip(
                [b for b in reading.beings if b.role in roles() and roles()[b.role].home], candidates, strict=True
            )
            if each.role not in crowd
        ]
        everyday = {"woman", "man", "girl", "boy", "child", "person", "stranger", "friend"}
        for each in reading.beings:
            if each.role in roles() and each.role not in crowd | everyday and roles()[each.role].home:
                return self.place_of(roles()[each.role].home)
        for figure in (*reading.things, *reading.beings):
            if figure.noun in homes:
                return self.place_of(homes[figure.noun])
        if reading.product_class:
            return self.place_of(str(table("products")[reading.product_class]["home"]))
        if candidates:
            return self.place_of(candidates[0])
        return self.place_of(self.dice.pick(FALLBACK_HOMES, "home"))

    def moment(self, index: int, count: int) -> tuple[TimeOfDay, Weather]:
        """Time and weather of a scene: what the brief names, in its order."""
        usual: tuple[TimeOfDay, ...] = ("morning", "afternoon", "golden hour", "dusk")
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
        name = figure.text
        texture = self.dice.pick(days["textures"]["all"], place, "texture")
        look = row.look if row is not None else f"{article(figure.noun)} {texture}"
        if row is not None and figure.noun.split()[-1] not in row.look:
            look = f"{name}, {re.sub(r'^(?:a|an|the) ', '', row.look)}" if figure.adjectives else f"{name}: {row.look}"
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

    _introduced: set[str] = set()

    def clause_beat(self, clause: Clause, number: int, place: str) -> Beat:
        """One clause of the brief as a scene: approach, the clause itself, its trace."""
        named = {key for key in (clause.subject, clause.object, clause.companion) if key}
        owners = {self.figures[key].owner for key in named if key in self.figures and self.figures[key].owner}
        self._introduced = self._introduced | named | owners
        binding = self.binding(clause)
        first = clause.verb.split()[0]
        script = self.script(clause)
        slot = f"clause{number}"
        moving = first in MOTION
        shots: list[Draft] = []
        if script is not None:
            shots += self.draft("before", self.say(script.before, binding, slot, "before"))
        source = self.draft("clause", clause.text, binding.subject, must=True, moving=moving)
        subject = binding.subject
        if not self.asks.people and subject is not None and subject.kind == "person":
            source = []
            trace = self.say(table("days")["traces"], binding, slot, "trace")
            shots += self.draft("clause", trace, must=True)
        shots += source
        if script is not None:
            shots += self.draft("after", self.say(script.after, binding, slot, "after"))
        if script is None or len(shots) < 3:
            klass = (
                binding.object.klass
                if binding.object
                else (subject.klass if subject is not None and subject.kind == "thing" else "")
            )
            row = table("nouns").get(klass)
            about = binding if binding.object else replace(binding, object=subject)
            if row and klass != "animal":
                shots += self.draft("detail", self.say(row["detail"], about, slot, "detail"))
        if binding.companion is not None and self.asks.people and number % 2 == 0:
            rows = table("days")["react_animal" if binding.companion.kind == "animal" else "react"]
            if binding.companion.role != "crowd" and not binding.companion.plural:
                shots += self.draft("reaction", self.say(rows, binding, slot, "react"))
        beat = Beat(self.scene_title(clause, place), place, shots)
        if script is not None and self.asks.dialogue:
            beat.lines = self.lines(script.lines, binding, slot)
        return beat

    def lines(self, rows: tuple[str, ...], binding: Binding, slot: str) -> list[tuple[str, str]]:
        """What could be said, each with the figure who says it."""
        found = []
        for template in self.dice.shuffled(rows, slot, "lines"):
            guard, bar, body = template.rpartition(" | ")
            who, _, words = body.partition(": ")
            figure = {"S": binding.subject, "O": binding.object, "C": binding.companion}[who]
            if figure is None or figure.kind != "person" or figure.role == "crowd" or figure.plural:
                continue
            if bar and fill(f"{guard} | x", binding) is None:
                continue
            found.append((figure.key, words))
        return found

    def scene_title(self, clause: Clause, place: str) -> str:
        """Two or three words for a scene card."""
        obj = self.figures.get(clause.object)
        said = clause.object_text or (obj.text if obj else "")
        said = re.sub(r"^(?:the|a|an|his|her|its|their) ", "", said)
        said = re.sub(r"^.*'s ", "", said)
        subject = self.figures.get(clause.subject)
        if not said and subject is not None:
            said = re.sub(r"^(?:the )(?:.*'s )?", "", subject.text)
        name = said or self.figures[place].noun
        return title_case(name if name[:1].isupper() else f"the {name}")

    # --- whole films -----------------------------------------------------------------------------------

    def plan(self) -> Plan:
        """The plan of the film the brief asks for."""
        kind = self.asks.kind
        if kind == "howto":
            return self.demonstration()
        if kind == "explainer":
            return self.answer()
        if not self.asks.people and kind == "ad":
            return self.portrait()
        if kind == "ad" and not self.reading.clauses:
            return self.problem_product()
        if self.reading.clauses:
            return self.clauses_film()
        if self.reading.engine:
            return self.engine_film()
        if self.reading.beings or self.reading.things or self.reading.places:
            return self.day_film()
        raise not_understood(
            "The brief names nobody and nothing to film. Say who it is about, what they do, and where."
        )

    def clauses_film(self) -> Plan:
        """Shoot the brief's own clauses; invent an opening and an ending."""
        clauses = list(self.reading.clauses)
        home = self.home()
        most = max(2, int(self.seconds // 1.5))
        if len(clauses) > most:
            step = (len(clauses) - 1) / (most - 1)
            kept = sorted({round(index * step) for index in range(most)})
            left = [each.source for index, each in enumerate(clauses) if index not in kept]
            self.remarks.append(
                f"{len(left)} things of the brief did not fit into {self.seconds} seconds, among them “{left[0]}”."
            )
            clauses = [clauses[index] for index in kept]
        beats: list[Beat] = []
        place = home
        for index, clause in enumerate(clauses):
            place = clause.place or (place if index else (clauses[0].place or home))
            beat = self.clause_beat(clause, index, place)
            beats.append(beat)
            if clause.goal:
                place = clause.goal
        beats = self.merged(beats)
        hero = self.hero()
        product = self.reading.product
        spare = self.wanted - len(beats)
        opening = self.opening(beats[0].place if beats[0].place != self.reading.destination else home, hero)
        if spare > 0 and opening.drafts:
            beats.insert(0, opening)
            spare -= 1
        elif opening.drafts and product is None:
            beats[0].drafts[:0] = (
                [replace(each, kind="before") for each in opening.drafts[:1]] if len(beats[0].drafts) < 3 else []
            )
        if product is not None:
            spare -= self.product_beat(beats, spare)
        ending = self.ending(clauses[-1].goal or beats[-1].place, hero, clauses[-1])
        if spare > 0 and ending.drafts:
            beats.append(ending)
            spare -= 1
        else:
            beats[-1].drafts += ending.drafts[-1:]
        self.widen(beats, spare, hero, clauses[-1])
        call = self.close(beats[-1])
        title = self.title(clauses)
        body = self.reading.asks.body
        logline = sentence(body.split(". ")[0])
        framework = (
            "Try-fail ladder" if "funny" in self.asks.tones and len(clauses) <= 2 else "Want, block, turn, payoff"
        )
        if self.asks.kind == "ad":
            framework = "Story with a product"
        elif not any(clause.verb.split()[0] in TROUBLE for clause in clauses):
            framework = "Kishotenketsu"
        return Plan(framework, beats, title, logline, call, tuple(self.remarks))

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
            joined = Beat(left.title, left.place, [*left.drafts, *right.drafts], [*left.lines, *right.lines])
            beats[at : at + 2] = [joined]
        return beats

    def opening(self, place: str, hero: Figure | None) -> Beat:
        """The place and the hero's common day."""
        beat = Beat(title_case(self.figures[place].text), place)
        if hero is None or hero.plural or hero.role == "crowd":
            return beat
        self._introduced = self._introduced | {hero.key}
        role = roles().get(hero.role)
        binding = Binding(hero)
        day = list(role.day) if role else []
        if hero.kind == "animal":
            day = table("days")["animal"]
        elif hero.kind not in {"person", "pair"}:
            day = table("days")["thing"]
        elif role is None:
            day = table("days")["person"]
        beat.drafts = self.draft("before", self.say(day, binding, "opening"), hero)
        return beat

    def ending(self, place: str, hero: Figure | None, last: Clause | None = None) -> Beat:
        """The hero after it all, and the place's moving thing, changed."""
        beat = Beat("Afterwards", place)
        if last is not None:
            beat.drafts += self.more(last, "after", "ending")
        if not beat.drafts and hero is not None and hero.role != "crowd":
            rows = table("days")[hero.kind if hero.kind in {"animal", "thing"} else "person"]
            beat.drafts += self.draft("after", self.say(rows, Binding(hero), "ending"), hero)
        beat.drafts += self.changed(place)
        return beat

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
        first = clause.verb.split()[0]
        noun = clause.object_text.split()[-1] if clause.object_text else ""
        return (
            scripts().get(f"{first} {noun}")
            or scripts().get(clause.verb)
            or scripts().get(first)
            or verb_classes().get(clause.verb)
            or verb_classes().get(first)
        )

    def widen(self, beats: list[Beat], spare: int, hero: Figure | None, last: Clause) -> None:
        """More scenes from what is there: what goes wrong with the thing, a second try, the weather."""
        if hero is None:
            return
        told = self.reading.clauses
        things = [
            self.figures[clause.object]
            for clause in (told[:-1] or told if len(told) < 3 else ())
            if clause.object in self.figures and self.figures[clause.object].kind == "thing"
        ]
        weather = self.reading.weathers[-1] if self.reading.weathers else "clear"
        other = self.other(hero)
        ideas: list[Beat] = []
        place = beats[-1].place
        if things and self.asks.kind != "ad":
            thing = things[-1]
            row = table("nouns").get(thing.klass) if thing.klass not in {"event", "body", "weather", "crowd"} else None
            if row:
                bad = self.draft("clause", self.say(row["fail"], Binding(hero, thing), "fail"))
                again = self.draft("after", self.say(table("days")["again"], Binding(hero, thing), "again"), hero)
                ideas.append(Beat("Not Yet", place, [*bad, *again]))
        if other is not None and other.kind == "animal" and not hero.plural:
            ideas.append(
                Beat(
                    title_case(other.text),
                    place,
                    self.draft("clause", self.say(table("days")["animal"], Binding(other), "other"), other),
                )
            )
        sky = (
            self.draft("establish", self.say(table("days")["weather"][weather], Binding(hero), "sky"))
            if weather != "clear" or len(self.reading.weathers) > 1
            else []
        )
        rows = table("days")[hero.kind if hero.kind in {"animal", "thing"} else "person"]
        near = self.more(last, "before", "meanwhile")
        if near:
            sky = [*near, *sky]
        alone = self.draft("clause", self.say(rows, Binding(hero), "alone"), hero)
        ideas.append(Beat("Meanwhile", place, [*sky, *alone]))
        for idea in ideas[: max(0, spare)]:
            if idea.drafts:
                at = max(
                    (
                        index
                        for index, beat in enumerate(beats)
                        if any(draft.text == last.text for draft in beat.drafts)
                    ),
                    default=len(beats) - 1,
                )
                beats.insert(at if idea.title == "Not Yet" else len(beats) - 1, idea)

    def product_beat(self, beats: list[Beat], spare: int) -> int:
        """Let the advertised thing be seen once before the end. Returns the scenes it took."""
        row = table("products").get(self.reading.product_class)
        product = self.reading.product
        binding = Binding(self.hero(), product=product)
        rows = row["enter"] if row else table("days")["hands"]
        shots = self.draft("detail", self.say(rows, binding, "enter"), product, must=True)
        if not shots:
            return 0
        if self.reading.product_class == "train":
            beats[0].drafts[:0] = [replace(shots[0], kind="establish")]
            return 0
        at = len(beats) // 2
        beats[at].drafts.append(shots[0])
        return 0

    def close(self, beat: Beat) -> str:
        """The last image of an ad, its caption, and the call to action."""
        closing = self.asks.closing
        product = self.reading.product
        if self.asks.kind != "ad":
            if closing:
                beat.drafts[-1].caption = closing
                beat.drafts[-1].must = True
            return ""
        row = table("products").get(self.reading.product_class)
        call = closing or (self.dice.pick(row["call"], "call") if row else "")
        if product is not None:
            rows = row["end"] if row else table("days")["hands"]
            text = self.say(rows, Binding(self.hero(), product=product), "end")
            beat.drafts += self.draft("result", text, product if product.text in text else None)
        name = capital(product.text.removeprefix("the ")) if product is not None else ""
        claim = self.reading.claims[0] if self.reading.claims else ""
        beat.drafts[-1].caption = closing or " ".join(
            filter(None, [name + "." if name and not name.endswith(".") else name, claim or call])
        )
        beat.drafts[-1].must = True
        if row is None and product is not None:
            self.remarks.append(
                f"I do not know what {product.text} does, so I show hands and a place and claim nothing. Tell me one benefit and I will film it."  # noqa: E501
            )
        return call or claim or (f"See {product.text}." if product else "")

    def title(self, clauses: list[Clause]) -> str:
        """A title from the brief's own nouns."""
        options: list[str] = []
        for clause in reversed(clauses):
            obj = re.sub(r"^(?:the|a|an|his|her|its|their) ", "", clause.object_text)
            obj = re.sub(r"^.*'s ", "", obj)
            if obj and len(obj) < 28:
                options.append(title_case(obj if obj[0].isupper() or " " in obj else f"the {obj}"))
        beings = [each for each in self.reading.beings if each.role != "crowd"]
        if len(beings) >= 2:
            options.append(title_case(f"{beings[0].text} and {beings[1].text}"))
        if self.reading.place:
            options.append(title_case(self.figures[self.reading.place].text))
        hero = self.hero()
        options.append(title_case(hero.text) if hero else "Untold")
        return capital(self.dice.pick(options[:3], "title"))

    def engine_film(self) -> Plan:
        """Two words are enough: the adjective drives, the noun is seen."""
        engine = table("engines")[self.reading.engine]
        thing = next((each for each in (*self.reading.things, *self.reading.beings)), None)
        spot = self.figures.get(self.reading.place)
        thing = thing or spot
        if thing is None:
            raise not_understood(
                f"“{self.asks.body}” has a mood and no subject. Say who or what it is about, and where."
            )
        home = self.home() if spot is None else spot.key
        count = min(self.wanted, 5) if self.wanted >= 3 else 3
        images = engine["images"]
        groups = (
            [[images[0], images[1]], [images[2], images[3]], [images[4]]]
            if count == 3
            else [[images[0], images[1]], [images[2]], [images[3]], [images[4]]]
            if count == 4
            else [[each] for each in images]
        )
        titles = ("Alone", "A Sign", "Nearer", "The Turn", "Both")
        binding = Binding(thing, object=thing)
        beats = []
        for index, group in enumerate(groups):
            beat = Beat(titles[index] if count == 5 else ("Alone", "The Turn", "After")[min(index, 2)], home)
            for template in group:
                beat.drafts += self.draft(
                    "result" if template is images[4] else "clause", fill(template, binding) or "", must=True
                )
            if self.seconds > 20 and thing.kind in {"person", "animal"}:
                rows = table("days")["animal" if thing.kind == "animal" else "person"]
                beat.drafts += self.draft("after", self.say(rows, Binding(thing), "engine", index), thing)
            elif self.seconds > 20 and thing.kind == "thing" and index in {1, 3}:
                row = table("nouns").get(thing.klass)
                beat.drafts += self.draft("detail", self.say(row["detail"], binding, "engine", index)) if row else []
            beats.append(beat)
        row = place_row(self.figures[home])
        if row is not None and self.seconds > 20:
            for index, detail in enumerate(row.detail):
                self.said.add(sentence(detail))
                beats[min(1 + 2 * index, len(beats) - 2)].drafts += self.draft("detail", sentence(detail))
        beats[-1].drafts[:0] = [replace(each, kind="after") for each in self.changed(home)]
        return Plan(
            "Plant and return",
            beats,
            self.dice.pick(engine["titles"], "title"),
            sentence(f"{article(self.asks.body.lower())}, from five images"),
            "",
            tuple(self.remarks),
        )

    def day_film(self) -> Plan:
        """No verb in the brief: a day, its people, its animals, its weather, the same frame changed."""
        home = self.home()
        beings = [each for each in self.reading.beings if each.role != "crowd"]
        days = table("days")
        beats: list[Beat] = []
        row = place_row(self.figures[home])
        for index, being in enumerate(beings):
            role = roles().get(being.role)
            rows = days["animal"] if being.kind == "animal" else list(role.day) if role else days["person"]
            shots = []
            for again in range(2):
                shots += self.draft(
                    "clause" if not again else "after",
                    self.say(rows, Binding(being), "day", index, again),
                    being,
                    must=not again,
                )
            beats.append(Beat(title_case(being.text), home, shots))
        for index, thing in enumerate(self.reading.things):
            noun_row = table("nouns").get(thing.klass) or table("nouns")["furniture"]
            shots = self.draft("clause", self.say(days["thing"], Binding(thing), "thing", index), thing, must=True)
            shots += self.draft(
                "detail", self.say(noun_row["detail"], Binding(thing, thing), "thing-detail", index), thing
            )
            beats.append(Beat(title_case(thing.text), home, shots))
        for index, weather in enumerate(self.reading.weathers):
            shots = self.draft("clause", self.say(days["weather"][weather], Binding(), "weather", index), must=True)
            shots += self.draft("after", self.say(days["weather"][weather], Binding(), "weather-again", index))
            beats.append(Beat(f"The {capital(WEATHER_WORDS[weather])}", home, shots, weather=weather))
        if len(beings) >= 2:
            shots = self.draft(
                "clause",
                self.say(days["pair"], Binding(beings[0], companion=beings[1]), "pair"),
                beings[0],
                beings[1],
                must=True,
            )
            beats.append(Beat("Together", home, shots))
        places_named = [key for key in self.reading.places if key != home]
        for key in places_named:
            beats.append(Beat(title_case(self.figures[key].text), key, self.changed(key)))
        if row is not None:
            self.said.add(sentence(row.detail[0]))
            first = Beat("First Thing", home, self.draft("detail", sentence(row.detail[0])))
            beats.insert(0, first) if first.drafts else None
        ending = Beat("The Same Again", home, self.changed(home))
        if beings:
            rows = days["animal"] if beings[-1].kind == "animal" else days["person"]
            ending.drafts[:0] = self.draft("after", self.say(rows, Binding(beings[-1]), "day-end"), beings[-1])
        beats.append(ending)
        beats = [each for each in beats if each.drafts]
        beats = self.merged(beats)
        call = self.close(beats[-1])
        title = (
            title_case(self.figures[home].text)
            if not self.asks.body.lower().startswith("a day")
            else f"A Day at the {title_case(self.figures[home].noun)}"
        )
        return Plan("Observational day", beats, title, sentence(self.asks.body), call, tuple(self.remarks))

    def ad_hero(self) -> Figure:
        """Whom an ad without people in its brief shows: its audience, or somebody."""
        hero = self.hero()
        if hero is None:
            audience = re.sub(r"[^a-z ]", "", self.asks.audience.lower()).split()
            role = next((word.rstrip("s") for word in reversed(audience) if word.rstrip("s") in roles()), "")
            role = role or self.dice.pick(
                ("woman", "man", "student", "nurse", "gardener", "father", "developer", "teacher"), "hero"
            )
            hero = Figure(role, "person", role, f"the {role}", "person", role=role, gender=roles()[role].gender)
            self.figures[role] = hero
        return hero

    def problem_product(self) -> Plan:
        """An ad with a product and no story of its own."""
        product = self.reading.product
        if product is None:
            raise not_understood(
                "The brief asks for an ad and names no product. Say what it is for, who uses it, and where."
            )
        hero = self.ad_hero()
        row = table("products").get(self.reading.product_class)
        home = self.reading.place or (
            self.place_of(str(row["home"]))
            if row
            else self.place_of(roles()[hero.role].home if hero.role in roles() else "street")
        )
        binding = Binding(hero, product=product)
        role = roles().get(hero.role)
        day = list(role.day) if role else table("days")["person"]
        hands = table("days")["hands"]
        before = Beat(
            "Without It",
            home,
            [
                *self.draft("clause", self.say(row["before"] if row else day, binding, "b1"), hero, must=True),
                *self.draft("after", self.say(row["before"] if row else day, binding, "b2"), hero),
            ],
        )
        block = Beat(
            "The Low Point",
            home,
            self.draft(
                "clause", self.say(row["block"] if row else table("days")["person"], binding, "block"), hero, must=True
            ),
        )
        enter = Beat(
            title_case(product.text.removeprefix("the ")),
            home,
            [
                *self.draft("clause", self.say(row["enter"] if row else hands, binding, "e1"), product, must=True),
                *self.draft("detail", self.say(row["enter"] if row else hands, binding, "e2"), product),
            ],
        )
        proof = Beat(
            "With It",
            home,
            [
                *self.draft("clause", self.say(row["proof"] if row else hands, binding, "p1"), must=True),
                *self.draft("after", self.say(row["proof"] if row else day, binding, "p2")),
            ],
        )
        for claim, shot in zip(self.reading.claims, proof.drafts, strict=False):
            shot.caption = claim
        if self.reading.claims and row is None:
            proof.drafts[0].text = sentence(f"{product.text} in use, close; two hands of {hero.text} round it")
        ending = Beat("After", home, self.changed(home))
        beats = [each for each in (before, block, enter, proof, ending) if each.drafts]
        call = self.close(beats[-1])
        beats = self.merged(beats)
        name = product.text.removeprefix("the ")
        title = title_case(f"before {name}") if row else title_case(name)
        return Plan(
            "Problem, product, proof",
            beats,
            capital(title),
            sentence(
                f"{hero.text}, a bad morning, and {product.text}"
                if row
                else f"{product.text} in the hands of {hero.text}"
            ),
            call,
            tuple(self.remarks),
        )

    def portrait(self) -> Plan:
        """An ad with nobody in it: the object, the light, what the light does."""
        product = self.reading.product
        if product is None:
            raise not_understood(
                "The brief asks for an ad with no people and names no product. Say what the object is."
            )
        row = table("products").get(self.reading.product_class)
        home = self.reading.place or self.place_of("table-top")
        binding = Binding(product=product)
        pool = [*(row["before"] if row else ()), *(row["block"] if row else ())]
        groups = [
            ("The Table", pool),
            ("The Light", row["enter"] if row else table("days")["hands"][1:4]),
            (
                "The Colour",
                row["proof"]
                if row
                else ["{P}, close, the light moving over it.", "The shadow of {p} turns across the plaster."],
            ),
        ]
        beats = []
        for title, rows in groups:
            beat = Beat(title, home)
            for index in range(2):
                shots = self.draft(
                    "clause" if not index else "detail", self.say(rows, binding, title, index), must=not index
                )
                beat.drafts += [
                    replace(
                        each,
                        who=tuple(dict.fromkeys([*each.who, *([product.key] if product.text in each.text else [])])),
                    )
                    for each in shots
                ]
            beats.append(beat)
        for clause in self.reading.clauses:
            beats.insert(-1, self.clause_beat(clause, len(beats), home))
        if self.wanted > 3:
            beats.append(Beat("Still", home, self.changed(home)))
        beats = self.merged([each for each in beats if each.drafts])
        call = self.close(beats[-1])
        name = capital(product.text.removeprefix("the "))
        said = f"{name}, {product.extra}" if product.extra else name
        return Plan(
            "One object", beats, name, sentence(f"{said}: one object, and the light on it"), call, tuple(self.remarks)
        )

    def demonstration(self) -> Plan:
        """How to: the tired thing, a picture and a caption for every step, done."""
        body = self.asks.body.lower()
        row = best_row("howto", body)
        if row is None:
            said = re.sub(r"^how[ -]to ", "", self.asks.body, flags=re.IGNORECASE)
            raise not_understood(
                f"I do not know the steps of “{said}”. Write the steps in order, one sentence each, and I will film them."  # noqa: E501
            )
        match = re.search(
            r"how[ -]to (?:\w+ly )?\w+ (?:up )?(?:an?|the|your|some)? ?([a-z' -]+?)(?: in| for| at| with|$|[,.])", body
        )
        noun = (match.group(1).strip() if match else "") or "plant"
        thing = Figure(slug(noun), "thing", noun, f"the {noun}", "plant" if row["place"] == "garden" else "furniture")
        self.figures[thing.key] = thing
        home = self.reading.place or self.place_of(row["place"])
        binding = Binding(thing, thing)
        count = self.asks.steps or min(len(row["steps"]), max(2, self.seconds // 5))
        if self.asks.steps > len(row["steps"]):
            self.remarks.append(f"I know {len(row['steps'])} steps for this, not {self.asks.steps}.")
        steps = row["steps"][:count]
        beats = [Beat("Before", home, self.draft("clause", fill(row["first"], binding) or "", must=True))]
        for number, step in enumerate(steps, 1):
            caption, _, picture = step.partition(" | ")
            shots = self.draft("clause", fill(picture, binding) or "", must=True)
            shots[0].caption = f"{number}. {caption}"
            beats.append(Beat(f"Step {number}", home, shots))
        beats.append(Beat("Done", home, self.draft("result", fill(row["done"], binding) or "", must=True)))
        return Plan(
            "Demonstration",
            beats,
            capital(title_case(re.split(r" in \w+ steps?", self.asks.body)[0])),
            sentence(f"{self.asks.body}, with {row['things']}"),
            "",
            tuple(self.remarks),
        )

    def answer(self) -> Plan:
        """An explainer: the question, a closer look, the answer."""
        row = best_row("explain", self.asks.body.lower())
        if row is None:
            raise not_understood(
                f"I do not know the facts of “{self.asks.body}”. Write them in order, one sentence each, and I will draw them."  # noqa: E501
            )
        home = self.place_of(row["place"])
        beats = [Beat("The Question", home, self.establish(home, *self.moment(0, 1), "question"))]
        beats[0].drafts[0].caption = row["question"]
        beats[0].drafts[0].must = True
        for number, fact in enumerate(row["facts"], 1):
            caption, _, picture = fact.partition(" | ")
            shots = self.draft("clause", sentence(picture), must=True)
            shots[0].caption = caption + "."
            beats.append(Beat(f"Closer {number}", home, shots))
        beats.append(Beat("The Answer", home, self.draft("result", sentence(row["answer"]), must=True)))
        return Plan(
            "Question, closer look, answer",
            self.merged(beats),
            title_case(row["question"].rstrip("?")),
            row["question"],
            "",
            (),
        )


TROUBLE = frozenset(
    "steal snap break lose miss hide spill forget fall fight burn drop refuse search wait fail crash stop trick cut leave".split()  # noqa: E501
)
WEATHER_WORDS = {
    "rain": "rain",
    "snow": "snow",
    "fog": "fog",
    "storm": "storm",
    "wind": "wind",
    "clear": "sun",
    "overcast": "cloud",
}


def best_row(name: str, body: str) -> dict[str, Any] | None:
    """The table row whose longest word is in the text, or None."""
    best, length = None, 0
    for row in table(name).values():
        for word in row["words"]:
            if re.search(rf"\b{re.escape(word)}", body) and len(word) > length:
                best, length = row, len(word)
    return best
