"""From what a prompt names to what is drawn: actors, the things they hold or are near, and what has no drawing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dailies.adapters.providers.rehearsal.illustrator.acting import clause_of, pose_of, told_of
from dailies.adapters.providers.rehearsal.illustrator.cast import prop_of, thing
from dailies.adapters.providers.rehearsal.illustrator.groups import (
    beings_of,
    crowd_of,
    group_size,
    is_group,
)
from dailies.adapters.providers.rehearsal.illustrator.mentions import Mention, mentions
from dailies.adapters.providers.rehearsal.illustrator.nouns import (
    noun_class,
    parts_of_speech,
    singular,
)
from dailies.adapters.providers.rehearsal.illustrator.persons import garments_in, person
from dailies.adapters.providers.rehearsal.illustrator.prompt import (
    Prompt,
    Subject,
    first_of,
    words_of,
)
from dailies.adapters.providers.rehearsal.illustrator.records import (
    Actor,
    Creature,
    Member,
    Person,
    Thing,
)
from dailies.adapters.providers.rehearsal.illustrator.settings import shown_by
from dailies.adapters.providers.rehearsal.illustrator.things import (
    AIRBORNE,
    BIG_PROPS,
    PROPS,
    TRACES,
)
from dailies.adapters.providers.rehearsal.illustrator.verbs import VERBS
from dailies.adapters.providers.rehearsal.illustrator.wardrobe import GARMENTS
from dailies.adapters.providers.rehearsal.illustrator.words import (
    ANIMALS,
    MOODS,
    NO_THINGS,
    PEOPLE,
    PLACES,
    ROBOT_WORDS,
    SHOWN_BY_PLACE,
)

_HOLDING = frozenset("hold drink eat read write work phone play reach carry lift give cook shake".split())
_CARRIED = frozenset(
    (
        "carry bring steal hold take catch fetch grab eat chew give hand drop snatch lift keep clutch show offer "
        "deliver pick find gnaw nibble bite lick bury hug cradle swing raise wave juggle sniff return"
    ).split()
)
_NOT_HELD = frozenset(
    (
        "look see watch notice face cross climb enter pass ride drive sit lean push pull leave reach follow "
        "approach hide chase visit admire paint draw photograph knock miss ring open close unlock lock water feed "
        "plant"
    ).split()
)
_PUT = frozenset("put place set lay leave stand stack rest arrange line serve spill scatter sort".split())
_LAID = frozenset(("lie stand rest wait sit lean hang shine glow burn tremble fall slide roll land spin turn").split())
_THROWN = frozenset("throw toss juggle launch kick bounce release fly".split())
_WORN = re.compile(r"^(wear|button|zip|tie|adjust|straighten|fasten|undo|lace)$")
_EATEN = frozenset("fish chicken duck pig cow sheep crab octopus".split())
_ON = frozenset("on onto upon in into inside at".split())


@dataclass(frozen=True)
class Cast:
    """Everybody and everything of a prompt. ``crowd``: as in ``Scene``."""

    actors: tuple[Actor, ...]
    things: tuple[Thing, ...]
    missing: tuple[Thing, ...]
    crowd: int = 0


def read_cast(prompt: Prompt, members: tuple[Member, ...], place: str) -> Cast:
    """Everybody and everything that a prompt names, each once, in the order of the prompt."""
    if prompt.kind in ("frame", "style"):
        return _Reader(prompt, members, place).read(prompt.action)
    reader = _Reader(prompt, members, place)
    if prompt.kind == "place":
        reader.dress(f"{prompt.place_name}. {prompt.place}")
        return reader.cast()
    reader.things.extend(each for each in members if isinstance(each, Thing))
    reader.beings.extend((each, -1) for each in members if isinstance(each, Person | Creature))
    reader.sheet()
    return reader.cast()


def things_in(text: str) -> tuple[Thing, ...]:
    """The things a few words name, such as those a note asks to add."""
    found = []
    for each in mentions(text):
        word = prop_of(each)
        if word and not each.denied:
            found.append(_thing(each, PROPS[word], ""))
    return tuple(found)


def unknown_in(text: str) -> tuple[Thing, ...]:
    """The things a few words name that have no drawing."""
    return tuple(
        _thing(each, "", "")
        for each in mentions(text)
        if not prop_of(each)
        and not each.denied
        and noun_class(each.head) == "thing"
        and not ({each.head} & (NO_THINGS | SHOWN_BY_PLACE | frozenset(GARMENTS) | frozenset(PLACES)))
    )


def names_it(text: str, it: Thing) -> bool:
    """Whether a note names a thing, by its name, its words or its kind."""
    words = set(words_of(text)) | {each.head for each in mentions(text)}
    known = {PROPS.get(word, word) for word in words}
    own = set(words_of(it.name)) - {"the", "a"} | set(words_of(it.noun))
    return bool(it.kind and it.kind in known) or bool(own & words) or it.name.lower() in text.lower()


class _Reader:
    def __init__(self, prompt: Prompt, members: tuple[Member, ...], place: str) -> None:
        self.prompt, self.members, self.place = prompt, members, place
        self.beings: list[tuple[Person | Creature, int]] = []
        self.clauses: dict[str, str] = {}
        self.held: dict[str, Thing] = {}
        self.targets: dict[str, str] = {}
        self.things: list[Thing] = []
        self.missing: list[Thing] = []
        self.shown = shown_by(place)
        self.action = prompt.action
        self.current = ""
        self.crowd = 0
        self.pictured: set[str] = set()

    def read(self, action: str) -> Cast:
        for subject, each in zip(self.prompt.subjects, self.members, strict=True):
            if isinstance(each, Person | Creature):
                self._enter(each, group_size(subject), subject)
        self.action = told_of(action, f"{self.prompt.place_name}, {self.prompt.place}")
        found = mentions(self.action)
        self.crowd = max((crowd_of(each) for each in found if not each.denied), default=0)
        for index, mention in enumerate(found):
            self._take(mention, found[:index])
        if not self.beings and (pronoun := re.match(r"(He|She|They)\b", action)):
            self.beings.append((person(Subject(pronoun.group(1), _PRONOUNS[pronoun.group(1)])), 0))
        for subject, each in zip(self.prompt.subjects, self.members, strict=True):
            if isinstance(each, Thing) and not any(t.name == subject.name for t in [*self.things, *self.held.values()]):
                self.things.append(each)
        if self.prompt.shot in ("extreme wide", "wide", "full"):
            self.dress(f"{self.prompt.place_name}. {self.prompt.place}")
        return self.cast()

    def _enter(self, being: Person | Creature, size: int, subject: Subject) -> None:
        if size <= 1:
            self.beings.append((being, -1))
            return
        for each in beings_of(being, size, subject):
            self.beings.append((each, -1))

    def _take(self, each: Mention, earlier: list[Mention]) -> None:
        if each.denied:
            return
        if each.head == "heart" and each.before.split()[:1] in (["his"], ["her"], ["their"], ["my"]):
            return
        subject = self._subject(each)
        if subject is not None:
            self._meet(subject, each)
            return
        known = any(other.head == each.head and not other.denied for other in earlier)
        word = prop_of(each)
        if each.head in _SOMEBODY:
            if re.match(r"\w+ (?:has|had|have)\b", self.action[each.start :]) is None and not self.beings:
                self._stranger(replace(each, phrase=each.head, before="a"))
            return
        if each.head == "bow" and each.bare:
            return
        if each.head in _HANDS and not self.beings and each.preposition in ("", "with"):
            made = thing(Subject("hand", "a hand"), "hand", each.phrase)
            self.things.append(replace(made, label="", count=2 if each.plural else 1))
            return
        if each.head in NO_THINGS and not word and not is_group(each):
            return
        if self._is_being(each, word):
            if not (known and not each.plural):
                self._stranger(each)
            return
        self._object(each, word, known)

    def _subject(self, each: Mention) -> int | None:
        """The index of the subject that a noun phrase names."""
        low = each.phrase.lower()
        for index, subject in enumerate(self.prompt.subjects):
            own = words_of(subject.name.replace("’", "'"))
            own = [w for w in own if w not in ("the", "a", "an") and not w.endswith("'s")]
            if own and (each.head in (own[-1], own[0]) or low in (own[-1], own[0], " ".join(own))):
                return index
            single = own[-1].removesuffix("s") if own else ""
            if single and each.head == single and len(single) > 2:
                return index
        article = each.before.split()[:1]
        if each.plural or article not in (["the"], ["his"], ["her"], ["their"], ["a"], ["an"]):
            return None
        found = self._described(each)
        # "A dog jumps" is Rex, a brown dog; "Rex meets a dog" is about two.
        return None if found is not None and article in (["a"], ["an"]) and self._named(found) else found

    def _named(self, index: int) -> bool:
        """Whether the action says a subject's name."""
        own = [word for word in words_of(self.prompt.subjects[index].name) if word not in ("the", "a", "an")]
        return bool(set(own) & set(words_of(self.action)))

    def _described(self, each: Mention) -> int | None:
        """The one subject whose description opens with what a noun phrase says: "the robot" for Pip."""
        like = []
        for index, subject in enumerate(self.prompt.subjects):
            heads = [one.head for one in mentions(subject.description.split(",")[0])[:2]]
            being = self.members[index]
            species = being.species if isinstance(being, Creature) else ""
            if each.head in heads or (species and ANIMALS.get(each.head) == species):
                like.append(index)
        return like[0] if len(like) == 1 else None

    def _meet(self, index: int, each: Mention) -> None:
        being, name = self.members[index], self.prompt.subjects[index].name
        if isinstance(being, Thing):
            self._relate(replace(being, count=max(1, each.count), noun=being.noun or each.phrase), each)
            return
        if (
            each.verb
            and each.preposition in ("", "at", "to", "for", "with", "after", "towards", "behind")
            and self.current
        ):
            self.targets.setdefault(self.current, name)
        if not each.verb or not self.current:
            self.current = name

    def _is_being(self, each: Mention, word: str) -> bool:
        if self.prompt.kind not in ("frame", "style"):
            return False
        if is_group(each):
            return True
        if word and word != each.head:
            return False
        if each.head in ANIMALS:
            return not (each.head in _EATEN_WORDS and (each.verb in _COOKED or each.preposition == "of"))
        if word:
            return False
        if self._is_name(each):
            return True
        if each.head in PEOPLE or each.head in ROBOT_WORDS:
            return each.head not in ("he", "she", "figure", "team", "host", "human", "adult")
        return (
            noun_class(each.head) == "person"
            and not each.bare
            and "ADJ" not in parts_of_speech(each.head)
            and each.head not in SHOWN_BY_PLACE
        )

    def _is_name(self, each: Mention) -> bool:
        """Whether a bare word in capitals names somebody whom the cast list doesn't have."""
        if not each.bare or each.plural or not each.phrase[:1].isupper() or self.prompt.subjects:
            return False
        return not parts_of_speech(each.head) or each.head in _NAMES

    def _stranger(self, each: Mention) -> None:
        """Somebody whom the action names and the cast list doesn't."""
        if each.head in ANIMALS and self.current and each.verb in _CARRIED and each.preposition in _DIRECT:
            small = ANIMALS[each.head] in _SMALL_ANIMALS or self._is_animal(self.current)
            if small and self.current not in self.held:
                self._relate(_thing(each, ANIMALS[each.head], self.current), each)
                return
        worn = _DRESSED.match(self.action[each.start + len(each.phrase) :])
        if worn and garments_in(worn.group(1)):
            each = replace(each, before=f"{each.before} {worn.group(1)}")
        made = beings_of(None, each.count, Subject(each.phrase, f"{each.before} {each.phrase}"), each)
        first = not self.beings
        for being in made:
            self.beings.append((being, each.start))
        if made and (first or not each.verb):
            self.current = made[0].name
        elif made and self.current:
            self.targets.setdefault(self.current, made[0].name)

    def _is_animal(self, name: str) -> bool:
        return any(isinstance(being, Creature) and being.name == name for being, _ in self.beings)

    def _object(self, each: Mention, word: str, known: bool) -> None:
        kind = PROPS.get(word, "")
        if each.head in words_of(self.prompt.place_name)[-1:] and self._is_the_place(each, named=True):
            return
        before = words_of(self.action[: each.start])[-1:]
        if before and f"{before[0]} {each.head}" in PLACES and not word.startswith(before[0]):
            return
        if each.head in ANIMALS and word in ("", each.head):
            kind = "fish dish" if each.preposition == "of" else ANIMALS[each.head]
        garment = GARMENTS.get(each.head) or GARMENTS.get(f"{each.head}s")
        clothed = any(isinstance(being, Person) for being, _ in self.beings)
        if garment and (_WORN.match(each.verb) or clothed and (each.preposition in _OF_THE_BODY or each.bare)):
            return
        if kind in ("cup", "glass") and _CONTENTS.search(self.action[: each.start].lower()):
            return
        if each.verb in ("draw", "sketch", "doodle") and _DRAWN_ON.match(self.action[each.start :]):
            self.pictured.add(each.head)
            return
        if each.head in self.pictured:
            return
        if kind == "chess" and each.head == "board" and not re.search(r"chess|draughts|checkers", self.prompt.text):
            kind = "tray" if self.place in ("kitchen", "bakery", "restaurant") else "sign"
        if not word and garment and not kind:
            kind = {"neck": "scarf", "hat": "hat", "shoes": "shoe"}.get(garment[0], "shirt")
        if kind:
            if known and any(t.kind == kind for t in [*self.things, *self.held.values()]):
                return
            handled = not each.preposition and VERBS.get(each.verb) in _HOLDING and kind not in BIG_PROPS
            shown = kind in self.shown or (
                each.head in self.shown and singular(each.phrase.lower()) == each.head != kind
            )
            if shown and not handled or (kind == "star" and each.plural):
                return
            said = _SAYS.match(self.action[each.start + len(each.phrase) :])
            made = _thing(each, kind, self.current)
            self._relate(replace(made, label=said.group(1)) if said else made, each)
            return
        self._unknown(each)

    def _unknown(self, each: Mention) -> None:
        head = each.head
        if head in SHOWN_BY_PLACE or head in NO_THINGS or head in MOODS or head in self.shown:
            return
        if head in PLACES and (each.preposition or not self.beings or self._is_the_place(each)):
            return
        if self._is_the_place(each):
            return
        sort = noun_class(head)
        invented = sort == "unknown" and not each.bare and head.isalpha() and len(head) > 3
        if sort in ("thing", "animal") or (invented and not each.phrase[:1].isupper()):
            self.missing.append(_thing(each, "", self.current))

    def _is_the_place(self, each: Mention, named: bool = False) -> bool:
        told = set(words_of(f"{self.prompt.place_name} {self.prompt.place}"))
        if named:
            return first_of(self.prompt.place_name, PLACES) == self.place
        return each.head in told and each.head in PLACES or PLACES.get(each.head) == self.place

    def _relate(self, it: Thing, each: Mention) -> None:
        """Say where a thing is: in somebody's hand or mouth, put down, in the air, or near them."""
        who = self.current
        it = replace(it, by=who)
        direct = each.preposition in _DIRECT
        pose = VERBS.get(each.verb, "")
        animal = who and self._is_animal(who)
        small = it.kind not in BIG_PROPS and it.kind not in TRACES and (it.kind not in AIRBORNE or it.kind in _FLOWN)
        if who and who not in self.held and small and it.kind:
            handled = pose in _HOLDING or each.verb and not pose and each.verb not in _NOT_HANDLED
            handled = handled or each.verb in ("skip", "pull", "search") and each.head in ("rope", "bag")
            lifted = direct and (each.verb in _CARRIED if animal else handled and each.verb not in _NOT_HELD)
            along = each.preposition in ("with", "under", "behind") and pose not in ("sleep", "sit")
            along = along and (each.preposition == "with" or it.kind == "umbrella")
            flown = it.kind in ("kite", "paper plane") and each.verb not in (
                "hold",
                "carry",
                "fold",
                "make",
                "mend",
                "bring",
            )
            put = each.verb in _PUT or each.verb in _THROWN
            if (lifted or along) and not flown and not put:
                self.held[who] = replace(it, where="mouth" if animal else "hand")
                if it.count > 1 and "their" in each.before:
                    for being, _ in self.beings:
                        self.held.setdefault(being.name, replace(it, count=1, by=being.name, where="hand"))
                    self.held[who] = replace(it, count=1, where="hand")
                return
        where = ""
        if (each.verb in _THROWN or each.verb in _DROPPED) and (direct or not who):
            where = "air"
        elif each.verb in _PUT and direct or each.preposition in _ON and small and each.verb in _PUT:
            where = "table"
        elif each.verb in ("chase", "follow", "hunt", "pursue") and direct:
            where = "ahead"
        self.targets.setdefault(who, it.name)
        self.things.append(replace(it, where=where))

    def dress(self, text: str) -> None:
        """Things of the setting that its drawing doesn't show by itself."""
        names = {t.kind for t in self.things}
        for each in mentions(text):
            word = prop_of(each)
            kind = PROPS.get(word, "")
            if each.bare and not each.plural:
                continue
            if kind == "chess" and each.head == "board":
                kind = "sign"
            if each.denied or each.head in SHOWN_BY_PLACE or each.head in NO_THINGS or each.head in PEOPLE:
                continue
            if kind in self.shown or each.head in self.shown or self._is_the_place(each) or each.head in PLACES:
                continue
            if kind and kind not in names:
                names.add(kind)
                self.things.append(replace(_thing(each, kind, ""), where="set"))
            elif not kind and noun_class(each.head) in ("thing", "animal") and each.head not in ANIMALS:
                self.missing.append(replace(_thing(each, "", ""), where="set"))

    def sheet(self) -> None:
        """Things that belong to the character or product of a reference sheet."""
        for subject, each in zip(self.prompt.subjects, self.members, strict=True):
            named = mentions(subject.description)
            product = isinstance(each, Thing)
            for index, one in enumerate(named):
                word = prop_of(one)
                if index == 0 and product or one.head in words_of(subject.name) or one.denied:
                    continue
                if one.head in NO_THINGS or one.head in SHOWN_BY_PLACE or one.head in PEOPLE or one.head in ANIMALS:
                    continue
                if garments_in(one.phrase) or one.head in GARMENTS or one.head in _BODY_WORDS or product:
                    continue
                if isinstance(each, Person) and PROPS.get(word) in (each.item, "glasses"):
                    continue
                if word:
                    self.things.append(_thing(one, PROPS[word], subject.name))
                elif noun_class(one.head) == "thing":
                    self.missing.append(_thing(one, "", subject.name))

    def cast(self) -> Cast:
        missing = {t.noun: t for t in [*(t for t in self.things if not t.kind), *self.missing]}
        things = tuple(t for t in self.things if t.kind)
        return Cast(tuple(self._actors()), things, tuple(missing.values()), self.crowd)

    def _actors(self) -> list[Actor]:
        action = self.action if self.prompt.kind in ("frame", "style") else ""
        feeling = first_of(f"{action} {self.prompt.mood}", MOODS)
        starts = [(self._start(being, spot), being) for being, spot in self.beings]
        actors: list[Actor] = []
        for start, being in starts:
            clause = clause_of(action, start, [s for s, other in starts if other is not being])
            held = self.held.get(being.name) if not any(a.who.name == being.name for a in actors) else None
            if _STAYS_AWAY.search(clause):
                continue
            pose = pose_of(clause, being)
            if re.search(rf"\bsleeping {re.escape(being.name.lower())}\b", action.lower()):
                pose = "sleep"
            if isinstance(being, Person) and being.item and pose == "play" and held is None:
                held = thing(Subject(being.item, being.item), being.item, being.item)
                self.things = [t for t in self.things if t.kind != being.item]
            if held is None and isinstance(being, Person):
                held = self._implied(pose, being)
            if held is not None and pose in ("look", "stand") and held.where == "hand":
                pose = "hold"
            shut = _EYES_SHUT.search(clause)
            view = "back" if _BACK.search(clause) else ""
            target = self.targets.get(being.name, "")
            ahead = any(it.where == "ahead" and it.by == being.name for it in self.things)
            actors.append(
                Actor(being, pose, "calm" if shut else first_of(clause, MOODS) or feeling, view, held, target, ahead)
            )
        return actors

    def _implied(self, pose: str, being: Person) -> Thing | None:
        """What an act needs although nobody names it: something to read, a telephone."""
        kind, others = _NEEDED.get(pose, ("", frozenset[str]()))
        near = {it.kind for it in [*self.things, *self.held.values()]}
        if not kind or near & (others | {kind}) or self.missing:
            return None
        return replace(thing(Subject(kind, f"a {kind}"), kind, kind), label="", by=being.name, where="hand")

    def _start(self, being: Person | Creature, spot: int) -> int:
        if spot >= 0:
            return spot
        action = self.action.lower()
        name = being.name.lower().removeprefix("the ")
        for part in (name, *name.split(), being.species if isinstance(being, Creature) else name):
            found = re.search(rf"\b{re.escape(part)}\b(?!['’]s)", action)
            if found:
                return found.start()
        return -1


_EYES_SHUT = re.compile(r"\bclos(?:e|es|ed|ing) (?:his |her |their |both )?eyes\b|\beyes (?:closed|shut)\b")
_DRESSED = re.compile(r"\s+(?:in|wearing)\s+((?:an?\s+)?(?:[\w'-]+\s?){1,3})")
_SAYS = re.compile(
    r"""\s+(?:(?:that |which )?(?:says|reads|saying|reading)|with the words?|marked|lettered|labell?ed)"""
    r"""\s+["“]([^"”]{1,40})["”]"""
)
_SOMEBODY = frozenset(["someone", "somebody"])
_STAYS_AWAY = re.compile(
    r"\b(?:does not|doesn't|did not|didn't|never|do not|don't) (?:come|appear|arrive|turn up|show up|return)\b"
)
_NEEDED: dict[str, tuple[str, frozenset[str]]] = {
    "read": ("book", frozenset("letter paper newspaper map book tablet phone sign laptop ticket card".split())),
    "phone": ("phone", frozenset(["camera", "tablet"])),
}
"""By pose: what it needs, and what would do instead."""
_OF_THE_BODY = frozenset("in with on of inside under to into from at".split())
_CONTENTS = re.compile(r"\b(?:box|tin|bag|jar|packet|pack|sack|crate|chest) of (?:an? |the |some )?(?:\w+ )?$")
_DRAWN_ON = re.compile(r"\w+ (?:on|in|onto) ", re.IGNORECASE)
_NOT_HANDLED = frozenset(
    (
        "want need like love miss lose forget remember spot discover imagine dream mean call become have own make "
        "hear smell fear hate know describe advertise sell shatter hit kick crash start stop begin end finish "
        "attract surround light ignite melt eat win cost weigh chase hunt guard protect block bring teach "
        "meet fight beat box greet thank follow join marry help save rescue frighten scare wake surprise be"
    ).split()
)
_DROPPED = frozenset("drop fall tumble".split())


_PRONOUNS = {"He": "a man", "She": "a woman", "They": "a person"}
_NAMES = frozenset(
    "tom pip ben jack max rose lily ivy grace joy mark bill will frank rob sue pat dan art ray dawn june april may "
    "amber ruby pearl daisy violet hazel heather olive iris jay robin martin drew dean grant chase hunter mason cooper "
    "nick harry peter jimmy john mike bob ted al carol eve faith hope penny holly josh nell miles victor".split()
)
_HANDS = frozenset("hand thumbnail finger thumb palm fingertip fist".split())
_DIRECT = frozenset(["", "back", "up", "out", "off", "away", "down", "over"])
_FLOWN = frozenset(["kite", "balloon", "star", "drone"]) | {"paper plane"}
_COOKED = frozenset("cook fry grill serve eat roast bake smoke sell buy order cut gut".split())
_EATEN_WORDS = frozenset(word for word, kind in ANIMALS.items() if kind in _EATEN)
_SMALL_ANIMALS = frozenset(("cat rabbit mouse bird duck chicken fish frog squirrel hedgehog crab snail turtle").split())
_BODY_WORDS = frozenset("hair braid plait bun ponytail curl fringe bob stubble beard moustache freckle".split())
_BACK = re.compile(r"\b(from behind|back to|walks? away|looks? out (?:at|over|of|to)|seen from behind)\b")


def _thing(each: Mention, kind: str, by: str) -> Thing:
    made = thing(Subject(each.phrase, f"{each.before} {each.phrase}"), kind, each.phrase)
    count = each.count or (3 if each.plural else 1)
    return replace(made, label="" if not re.search(r"[“\"']", each.before) else made.label, count=count, by=by)
