"""Whom or what a note means: names with typos, roles, looks, pronouns."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from dailies.domain.story import Entity, Story

HERO = re.compile(
    r"\b(?:hero(?:ine)?|protagonist|main (?:character|person|guy|girl|figure)|lead(?:ing)?(?: (?:character|role))?|star)\b",  # noqa: E501
    re.IGNORECASE,
)
GOODS = re.compile(r"\b(?:product|brand|item|logo|pack(?:aging|shot)?|merchandise)\b", re.IGNORECASE)
LIKENESS = {
    "girl": r"girl|woman",
    "boy": r"boy|man",
    "kid": r"girl|boy|child",
    "child": r"girl|boy|child",
    "lady": r"woman",
    "woman": r"woman|girl",
    "man": r"\bman\b|boy",
    "guy": r"\bman\b|boy",
    "daughter": r"girl|woman",
    "son": r"boy|\bman\b",
    "pet": r"dog|cat|rabbit|parrot|mouse|puppy|kitten",
    "animal": r"dog|cat|otter|fox|bird|horse|bear|rabbit|mouse|whale|owl|penguin|duck|goat",
    "puppy": r"dog|puppy",
    "kitten": r"cat|kitten",
    "pup": r"dog",
    "doggy": r"dog",
    "kitty": r"cat",
    "bot": r"robot",
    "bottle": r"bottle",
}
PRONOUNS = {
    "she": "f",
    "her": "f",
    "hers": "f",
    "he": "m",
    "him": "m",
    "his": "m",
    "they": "",
    "them": "",
    "their": "",
    "it": "n",
    "its": "n",
}


def bare(name: str) -> str:
    """A name without article and possessive, lower case."""
    return (
        re.sub(r"^(?:the|a|an|our|my|this|that|his|her|their) ", "", name.lower().strip(" .,;:!?'\""))
        .removesuffix("'s")
        .removesuffix("'")
    )


def is_person(entity: Entity) -> bool:
    """Whether a character is a human being."""
    return entity.kind == "character" and bool(
        re.search(r"\b(?:man|woman|boy|girl|child|group|figure)\b", entity.description)
    )


def gender_of(entity: Entity) -> str:
    """ "f", "m", "n" for animals and things, "" where it is not said."""
    if not is_person(entity):
        return "n"
    if re.search(r"\b(?:woman|girl)\b", entity.description):
        return "f"
    return "m" if re.search(r"\b(?:man|boy)\b", entity.description) else ""


class Cast:
    """Finds the entities of one story in the words of notes."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def meant(self, said: str, *, places: bool = True) -> Entity | None:
        """The one entity that a phrase names, or None."""
        phrase = bare(said)
        if not phrase:
            return None
        pool = [each for each in self.story.entities if places or each.kind != "place"]
        for each in pool:
            if phrase in {bare(each.name), each.id.replace("-", " ")}:
                return each
        if phrase in PRONOUNS:
            return self._pronoun(phrase)
        if HERO.search(phrase) and (cast := [each for each in pool if each.kind == "character"]):
            return cast[0]
        if GOODS.search(phrase) and (goods := self.product()):
            return goods
        return self._by_words(phrase, pool) or self._described(phrase, pool) or self._misspelt(phrase, pool)

    def _by_words(self, phrase: str, pool: list[Entity]) -> Entity | None:
        words = set(phrase.split())
        for each in pool:
            own = bare(each.name).split()
            proper = not each.name.startswith("The ")
            if "'s" not in each.name and (own[-1] in words or proper and any(len(w) > 2 and w in words for w in own)):
                return each
        singulars = {word.removesuffix("s") for word in words}
        for each in pool:
            own = bare(each.name).replace("'s", "").split()
            if own[-1] in words or own[-1].removesuffix("s") in singulars:
                return each
        return None

    def _described(self, phrase: str, pool: list[Entity]) -> Entity | None:
        last = phrase.split()[-1]
        for word in (last, last.removesuffix("s")):
            likeness = LIKENESS.get(word, rf"\b{re.escape(word)}\b")
            found = [
                each
                for each in pool
                if each.kind != "place" and re.search(likeness, each.description.lower().split(",")[0])
            ]
            if found and len(word) > 2:
                return found[0]
        return None

    def _misspelt(self, phrase: str, pool: list[Entity]) -> Entity | None:
        scored = []
        for each in pool:
            name = bare(each.name)
            near = [fuzz.ratio(phrase, name), fuzz.ratio(phrase.split()[-1], name), fuzz.ratio(phrase, name.split()[0])]
            scored.append((max(near), each.id))
        best = max(scored, default=(0.0, ""))
        return self.story.entity(best[1]) if best[0] >= 75 and len(phrase) > 2 else None

    def _pronoun(self, word: str) -> Entity | None:
        gender = PRONOUNS[word]
        cast = [each for each in self.story.entities if each.kind == "character"]
        if word in {"they", "them", "their"}:
            return next((each for each in cast if is_person(each)), cast[0] if cast else None)
        fitting = [each for each in cast if gender_of(each) == gender] or [each for each in cast if not gender_of(each)]
        if not fitting and gender == "n":
            fitting = [each for each in self.story.entities if each.kind == "product"]
        return fitting[0] if fitting else cast[0] if cast and gender != "n" else None

    def product(self) -> Entity | None:
        """The advertised thing, or else the first thing of the story."""
        goods = [each for each in self.story.entities if each.kind == "product"]
        return next((each for each in goods if each.id.startswith("product-")), goods[0] if goods else None)

    def named(self, text: str) -> list[Entity]:
        """The entities a text names by their own names, in order of appearance."""
        lowered = text.lower()
        found = []
        for each in self.story.entities:
            if match := re.search(rf"\b{re.escape(bare(each.name))}\b", lowered):
                found.append((match.start(), each.id))
        return [entity for _, key in sorted(found) if (entity := self.story.entity(key))]

    def list(self) -> str:
        """The cast in words, for refusals."""
        return ", ".join(each.name for each in self.story.entities if each.kind == "character") or "nobody"
