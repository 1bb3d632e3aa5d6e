"""What a note is about: numbers and pronouns first, then what the items show. Nothing is ever guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dailies.domain.description_words import COMPARATIVES
from dailies.domain.descriptions import PRONOUNS, Found, Pronoun, Sight, Thing, View, unknown_person
from dailies.domain.names_in_text import named_in
from dailies.domain.story import Scene, Shot, Story
from dailies.domain.target_words import ORDINALS
from dailies.domain.targets import Resolution, Target, resolve_targets

EXCEPTION = re.compile(
    r"(?:\b(?:except(?:ing)?(?: for| in)?|excluding|apart from|aside from|other than|besides|without (?:touching|"
    r"changing)|save for|leav(?:e|ing) out|skip(?:ping)?|exclude|ignore|all but|everything but|everyone but|(?:don't|"
    r"do not|never) (?:touch|change))|(?:\bbut|\band|,|^) ?not(?: in| for| on)?|with the exception of)"
    r"\s+(?P<what>[^,.;:!?\n]+)",
    re.IGNORECASE,
)
EXCEPTION_ENDS = re.compile(
    rf"\b(?:should|must|needs?|is|are|to be|{'|'.join(sorted(COMPARATIVES))}|a bit|more|less|make|please|in the "
    r"(?:style|same))\b",
    re.IGNORECASE,
)
LEFT_ALONE = re.compile(
    r"\b(?:leave|keep)\s+(?P<what>[^,.;:!?\n]+?)\s+(?:alone|as (?:it|they|she|he) (?:is|are)|as is|untouched|unchanged|"
    r"the same|the way (?:it is|they are))\b",
    re.IGNORECASE,
)
NARROWS = re.compile(r"\b(?:with|showing|of|where|featuring|in|on|at|inside|that|when)\b|['’]s\b", re.IGNORECASE)
LIKE_SOMETHING = re.compile(
    r"\b(?:(?<!would )(?<!'d )(?<!I )(?<!we )like|as|match(?:ing)?|similar to|the same as|next to"
    r"|beside|behind|in (?:the )?"
    r"colou?rs? of|from|than)\s+(?:in |the )?"
    r"(?P<what>[^,.;:!?\n]+)",
    re.IGNORECASE,
)


OTHERS = frozenset({"the others", "The others", "the rest", "The rest", "everything else", "Everything else"})
SUBJECT_ENDS = re.compile(
    r"\b(?:should|must|needs?|holds?|wears?|looks?|has|have|is|are|sits?|stands?|walks?|carr(?:y|ies)|gets?|could|like|"
    r"next to|behind|beside|in front of|facing|with|without)\b",
    re.IGNORECASE,
)
TOLD = re.compile(r"\b(?:make|let|have|give|show|move|turn|dress)\s+(?P<who>[^,.;]+)", re.IGNORECASE)
PLACED = re.compile(
    r"\b(?:add|put|place|insert|bring|include)\b[^,.;]*?\b(?:to|in|into|inside|onto|on|at)\s+(?P<where>[^,.;]+)", re.I
)
KINDS: dict[str, str] = {
    **dict.fromkeys(("character", "characters", "person", "people"), "character"),
    **dict.fromkeys(("place", "places", "location", "locations", "room"), "place"),
    **dict.fromkeys(("product", "products", "prop", "props", "object"), "product"),
}
NTH_OF_KIND = re.compile(rf"\bthe (?P<nth>{'|'.join(ORDINALS)}|last) (?P<kind>{'|'.join(KINDS)})\b", re.IGNORECASE)


RANKED = re.compile(
    rf"\b(?:the |(?P<owner>[A-Z]\w+(?: \w+)?)['’]s (?:very )?)(?P<nth>{'|'.join(ORDINALS)}|last|final) (?P<mods>"
    r"(?:(?!and\b|or\b|to\b|of\b|\d)[\w-]+ ){0,2}?)(?:frame|shot|clip|picture|image"
    r"|one)\b(?P<tail> (?:with|in|at|on|where|"
    r"showing|of) (?:the )?(?!scene|each|every|\d)(?:(?!should\b|is\b|are\b|needs\b|too\b|darker\b"
    r"|brighter\b)[\w'’]+ ?){1,4})?",
)
NOTHING_ELSE = re.compile(
    r"(?:\b(?:leave|keep|don['’]?t (?:touch|change)|do not (?:touch|change)|change"
    r"|touch) (?:everything|anything|nothing|all"
    r")(?: else)?(?: (?:but|except(?: for)?|other than|apart from) |(?: as (?:it|they) (?:is|are))?\s*[,;:]\s*)"
    r"|(?:[;,.]\s*|\band |\bbut )(?:just )?(?:leave|keep) (?:the rest|(?:all )?the others|everything else)\b"
    r"(?: alone| as (?:it|they) (?:is|are)| untouched)?)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Pointer:
    """A board that can be pointed at. ``selected``: chosen by the creator; ``talked``: just talked about."""

    targets: tuple[Target, ...]
    view: View
    selected: tuple[str, ...] = ()
    talked: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything with a name."""
        return tuple(thing.name for thing in self.view.things)

    def point(self, text: str) -> Resolution:
        """What the text points at. Where it points at nothing, the selected items are meant."""
        found = self._pointed(text)
        ids = tuple(each for each in found.ids if each not in found.like)
        return replace(found, ids=ids, spans=_merged(found.spans))

    def _pointed(self, text: str) -> Resolution:
        if (ranked := self._ranked(text)) is not None:
            return ranked
        nothing_else = NOTHING_ELSE.search(text)
        if nothing_else is not None:
            start, end = nothing_else.span()
            found = self._pointed(text[:start] + " " * (end - start) + text[end:])
            return replace(found, spans=(*found.spans, (start, end)))
        if (counted := self._nth_of_kind(text)) is not None:
            return counted
        nobody = unknown_person(text, (*self.names, *(target.label for target in self.targets)))
        exact = resolve_targets(text, self.targets, self.selected, self.talked)
        if nobody:
            return replace(exact, ids=(), mentioned=True, nobody=nobody)
        spared, text, unclear, spans = self._spared(text, exact)
        exact = resolve_targets(text, self.targets, self.selected, self.talked) if spared or unclear else exact
        if unclear:
            return replace(exact, ids=(), mentioned=True, unclear=unclear)
        resolution = self._resolved(text, exact)
        if not spared:
            return resolution
        if resolution.unclear in OTHERS:
            resolution = replace(resolution, unclear="", ids=self._every())
        ids = resolution.ids or (() if resolution.mentioned and not resolution.every else self._every())
        return replace(
            resolution,
            ids=tuple(each for each in ids if each not in spared),
            mentioned=True,
            spans=(*resolution.spans, *spans),
            excluded=self._ordered(spared | set(resolution.excluded)),
        )

    def _resolved(self, text: str, exact: Resolution) -> Resolution:
        if exact.missing or exact.exact:
            return exact
        plain = LIKE_SOMETHING.sub(lambda match: " " * len(match.group()), text)
        if plain != text and not exact.like:
            # What it shall be like is no target: "make the coat match Bell's" with Mara selected is about Mara.
            alone = resolve_targets(plain, self.targets, self.selected, self.talked)
            if alone.ids or self._with_names(plain) or self.view.find(plain).ids:
                exact = alone
            else:
                plain = text
        found = self.view.find(plain)
        if exact.every:
            return self._narrowed(text, exact, found)
        if exact.unclear and not found.phrase:
            return exact
        if found.phrase:
            return self._as_found(exact, found, text)
        named = self._named(plain)
        if found.person and found.ids:
            # "The bus driver" is the driver, though the bus has a name too.
            (start, end) = found.spans[0]
            others = SUBJECT_ENDS.split(plain[:start] + " " * (end - start) + plain[end:], maxsplit=1)[0]
            beside = self._with_names(others) if re.search(r"\band\b|,|&", others) else set()
            ids = self._within(set(found.ids) | beside, text)
            return replace(exact, ids=self._ordered(ids), mentioned=True, by_name=True)
        if named:
            return replace(exact, ids=self._ordered(self._within(named, text)), mentioned=True, by_name=True)
        kinds = self._of_kinds(plain) if re.search(r"\b(?:all|every|each|both|the)\b", plain, re.IGNORECASE) else set()
        if kinds and not found.ids:
            return replace(exact, ids=self._ordered(self._within(kinds, text)), mentioned=True, by_name=True)
        if found.ids or found.unclear:
            return self._as_found(exact, found, text)
        return exact

    def _narrowed(self, text: str, exact: Resolution, found: Found) -> Resolution:
        """ "All" narrowed down: "all the night shots", "Mia's coat in every frame"; or all of it."""
        if found.phrase:
            return replace(self._as_found(exact, found, text), every=False)
        if kinds := self._of_kinds(text):
            return replace(exact, ids=self._ordered(kinds - set(exact.excluded)), by_name=True, every=False)
        named = self._named(text)
        if named and NARROWS.search(text):
            ids = named - set(exact.excluded)
            return replace(exact, ids=self._ordered(ids), by_name=True, every=False)
        if found.names and not found.unclear and found.ids:
            return replace(exact, ids=self._ordered(set(found.ids) - set(exact.excluded)), by_name=True, every=False)
        return replace(exact, ids=tuple(each for each in self._every() if each not in exact.excluded))

    def _as_found(self, exact: Resolution, found: Found, text: str) -> Resolution:
        within = self._within(set(found.ids), text) - set(exact.excluded)
        unclear = found.unclear
        if unclear and not within and self.selected and not found.phrase:
            # What no words tell of is in the pictures that are selected.
            return replace(exact, ids=self.selected, mentioned=True)
        if unclear and len(within) == 1:
            unclear = ""
        spans = (*exact.spans, *found.spans)
        return replace(
            exact,
            ids=() if unclear else self._ordered(within),
            candidates=self._ordered(within) if unclear else (),
            mentioned=True,
            unclear=unclear,
            spans=spans,
            by_name=not found.phrase,
        )

    def _within(self, ids: set[str], text: str) -> set[str]:
        """Of the selected items where something is selected and shows it; with a pronoun, of those talked about."""
        if chosen := ids & set(self.selected):
            return chosen
        pronoun = re.search(r"\b(?:he|she|him|his|her|hers|its|it)\b", text, re.IGNORECASE)
        return (ids & set(self.talked)) or ids if pronoun else ids

    def _ranked(self, text: str) -> Resolution | None:
        """ "The last kitchen frame", "Mia's first frame", "the first shot with the bow"."""
        found = RANKED.search(text)
        if found is None or not self.view.sights:
            return None
        owner, mods, tail = (found.group(name) or "" for name in ("owner", "mods", "tail"))
        if not (owner or mods.strip() or tail):
            return None
        ids = set(self._every())
        if mods.strip() or tail:
            shown = self.view.find(f"all the {mods} frames{tail}")
            if not shown.phrase or shown.unclear:
                return None
            ids &= set(shown.ids)
        if owner:
            ids &= self._with_names(owner)
        ordered, nth = self._ordered(ids), found.group("nth").lower()
        number = len(ordered) if nth in ("last", "final") else ORDINALS[nth]
        said = found.group().strip()
        if not 1 <= number <= len(ordered):
            return Resolution((), True, unclear=said)
        return Resolution((ordered[number - 1],), True, spans=(found.span(),))

    def _of_kinds(self, text: str) -> set[str]:
        """ "All the places", on the board of references."""
        if self.view.sights:
            return set()
        wanted = {
            KINDS[word] for word in re.findall(r"\w+", text.lower()) if word in KINDS and word.endswith(("s", "e"))
        }
        return {each for thing in self.view.things if thing.kind in wanted for each in thing.ids}

    def _nth_of_kind(self, text: str) -> Resolution | None:
        """ "The second character", on the board of references."""
        found = NTH_OF_KIND.search(text)
        if found is None or self.view.sights:
            return None
        kind, nth = KINDS[found.group("kind").lower()], found.group("nth").lower()
        ids = [next(iter(thing.ids)) for thing in self.view.things if thing.kind == kind and thing.ids]
        number = len(ids) if nth == "last" else ORDINALS[nth]
        if not 1 <= number <= len(ids):
            return Resolution((), True, (f"{kind} {number}",))
        return Resolution((ids[number - 1],), True, spans=(found.span(),))

    def _named(self, text: str) -> set[str]:
        """The items whose names a text speaks of: of its subject, where it has one; of the place something is put."""
        placed, told = PLACED.search(text), TOLD.search(text)
        parts = [placed.group("where")] if placed else []
        if told:
            who = SUBJECT_ENDS.split(told.group("who"), maxsplit=1)[0]
            first = re.split(r"\s(?:the|a|an)\s", f"{who} ", maxsplit=1)[0]
            parts.append(first if self._with_names(first) and not first.rstrip().endswith((" and", ",")) else who)
        subject = SUBJECT_ENDS.split(text, maxsplit=1)
        if len(subject) > 1:
            parts.append(subject[0])
        for part in (*parts, text):
            if ids := self._with_names(part):
                return ids
            if placed and part == placed.group("where") and (shown := self.view.find(part).ids):
                return set(shown)
        return set()

    def _with_names(self, text: str) -> set[str]:
        names = set(named_in(text, {*self.names, *(name for target in self.targets for name in target.names)}))
        for owner in list(names):
            owned = rf"{re.escape(owner)}['’]s\s+(?:\w+\s+)?(?:{'|'.join(map(re.escape, names - {owner}))})\b"
            if len(names) > 1 and re.search(owned, text, re.IGNORECASE):
                names.discard(owner)
        shown = {each for thing in self.view.things if thing.name in names for each in thing.ids}
        return {target.id for target in self.targets if names.intersection(target.names) or target.id in shown}

    def _spared(self, text: str, exact: Resolution) -> tuple[set[str], str, str, tuple[tuple[int, int], ...]]:
        """Items a described exception leaves alone, the text without it, what of it is not clear, and where it is."""
        spared: set[str] = set()
        spans: list[tuple[int, int]] = []
        unclear = ""
        for pattern in (EXCEPTION, LEFT_ALONE):
            for match in pattern.finditer(text):
                what = match.group("what")
                end = EXCEPTION_ENDS.search(what)
                what = what[: end.start()] if end else what
                inner = resolve_targets(f"the {what}", self.targets, ())
                if inner.exact or exact.excluded:
                    continue
                found = self.view.find(what if what.lower().startswith("the ") else f"the {what}")
                named = self._named(what)
                ids = set(found.ids) if found.phrase else named or set(found.ids)
                if found.unclear and not ids:
                    unclear = unclear or what.strip()
                if not ids:
                    continue
                spared |= ids
                start = match.start()
                stop = match.start("what") + len(what)
                kept = "everyone" if match.group().lower().startswith("everyone but") else ""
                kept = "all" if match.group().lower().startswith("all but") else kept
                kept = "everything" if match.group().lower().startswith("everything but") else kept
                spans.append((start, stop))
                text = text[:start] + kept.ljust(stop - start) + text[stop:]
        return spared, text, unclear, tuple(spans)

    def _every(self) -> tuple[str, ...]:
        return tuple(target.id for target in self.targets if target.id != "cut")

    def _ordered(self, ids: set[str]) -> tuple[str, ...]:
        return tuple(target.id for target in self.targets if target.id in ids)


def _merged(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def view_of(story: Story, stage: str) -> View:
    """What can be described on a stage's board."""
    texts = (story.logline, *(shot.action for _, shot in story.shots()), *(shot.line for _, shot in story.shots()))
    shots = [(scene, shot) for scene, shot in story.shots()]
    kind = "clip" if stage == "video" else "frame"
    things = []
    for entity in story.entities:
        ids = frozenset(f"{kind}-{shot.id}" for scene, shot in shots if entity.id in (scene.place, *shot.who))
        if stage == "references":
            ids = frozenset({f"ref-{entity.id}"})
        others = [each.name for each in story.entities if each.kind == "character" and each.id != entity.id]
        person = entity.kind == "character"
        pronoun: Pronoun | Literal[""] = pronoun_of(entity.name, entity.description, texts, others) if person else ""
        things.append(Thing(entity.kind, entity.name, entity.description, ids, pronoun))
    if stage == "references":
        style = Thing("style", "Style", story.style, frozenset({"ref-style"}))
        return View((), (*things, style))
    sights = tuple(Sight(f"{kind}-{shot.id}", shot.action, traits_of(story, scene, shot)) for scene, shot in shots)
    return View(sights, tuple(things))


def traits_of(story: Story, scene: Scene, shot: Shot) -> frozenset[str]:
    """The words people use for a shot's size, time, weather, camera, words and number of people."""
    people = [each for each in shot.who if (entity := story.entity(each)) is not None and entity.kind == "character"]
    traits = {scene.time, scene.weather, shot.size, shot.move, shot.move.partition(" ")[0]}
    traits.add("dialogue" if shot.line else "silent")
    traits.add("people" if people else "empty")
    if "wide" in shot.size:
        traits.add("wide")
    if "close-up" in shot.size:
        traits.add("close-up")
    if shot.caption:
        traits.add("caption")
    if len(people) > 1:
        traits.add("together")
    return frozenset(traits)


HE = re.compile(
    r"\b(?:man|boy|father|dad|grandfather|grandpa|brother|son|uncle|husband|he|his|moustache|beard)\b", re.I
)
SHE = re.compile(r"\b(?:woman|girl|mother|mum|mom|grandmother|grandma|sister|daughter|aunt|wife|she|her|lady)\b", re.I)


def pronoun_of(name: str, description: str, texts: Sequence[str], others: Sequence[str]) -> Pronoun | Literal[""]:
    """ "he" or "she" where the story's words say so of this person, else ""."""
    if HE.search(description) and not SHE.search(description):
        return "he"
    if SHE.search(description) and not HE.search(description):
        return "she"
    counted = {"he": 0, "she": 0}
    for text in texts:
        if not named_in(text, (name,)) or any(named_in(text, (other,)) for other in others):
            continue
        for word in re.findall(r"\w+", text.lower()):
            if (said := PRONOUNS.get(word)) in counted:
                counted[str(said)] += 1
    if counted["he"] == counted["she"]:
        return ""
    return "he" if counted["he"] > counted["she"] else "she"
