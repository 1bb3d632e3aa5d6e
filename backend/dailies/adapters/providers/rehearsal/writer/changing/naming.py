"""Which scenes and shots a note means: by number, by order, by what happens in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from dailies.adapters.providers.rehearsal.writer.changing.wording import N, number_in
from dailies.adapters.providers.rehearsal.writer.words import lemmas
from dailies.domain.story import Scene, Story

ORDINALS = {
    "first": 1,
    "1st": 1,
    "opening": 1,
    "starting": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "fifth": 5,
    "5th": 5,
    "sixth": 6,
    "6th": 6,
    "seventh": 7,
    "7th": 7,
    "eighth": 8,
    "8th": 8,
    "ninth": 9,
    "tenth": 10,
    "last": -1,
    "final": -1,
    "closing": -1,
    "ending": -1,
    "end": -1,
    "penultimate": -2,
    "middle": 0,
}
ORD = (
    r"(?:second[- ]to[- ]last|second[- ]last|next[- ]to[- ]last|last[- ]but[- ]one|first|second|third|fourth|fifth|sixth|seventh|"  # noqa: E501
    r"eighth|ninth|tenth|[1-9](?:st|nd|rd|th)|last|final|closing|opening|starting|penultimate|middle)"
)
UNITS = r"(?!\s*(?:-\s*)?(?:seconds?|secs?|s\b|shots?|scenes?|more|fewer|less|times|minutes?))"
NUMBERED = re.compile(
    rf"\b(?:scenes?|sc\.?|sequences?)\s*(?:no\.?|number|nr\.?|#)?\s*(?P<a>{N})\b(?:\s*(?:-|–|through|thru|till|until|(?<=s {{0}})to)\s*(?:scene )?(?P<b>{N})\b{UNITS})?"  # noqa: E501
    rf"(?P<more>(?:\s*(?:,\s*and|,|and|&|\+|plus|or)\s*(?:scenes?\s*)?(?:number )?(?:\d+\b|two\b|three\b|four\b|five\b|six\b|seven\b){UNITS})*)".replace(  # noqa: E501
        "(?<=s {0})to", "to"
    ),
    re.IGNORECASE,
)
ORDERED = re.compile(
    rf"\b(?:the\s+|our\s+|your\s+)?(?P<all>(?:very\s+)?{ORD}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)(?:the\s+)?{ORD})*)\s+(?:(?P<n>{N}|couple of|few)\s+)?(?:scenes?|sequences?)\b",  # noqa: E501
    re.IGNORECASE,
)
FEW = re.compile(
    rf"\b(?:the\s+)?(?P<side>first|last|final|opening|closing)\s+(?P<n>two|three|four|2|3|4|couple)\b(?!\s+(?:seconds|shots|words|lines))|"
    rf"\b(?:the\s+)?(?P<half>first|second|last)\s+half\b|\b(?:the\s+)?(?P<one>{ORD})\s+one\b|\bnumber (?P<num>{N})\b",
    re.IGNORECASE,
)
BORDER = re.compile(
    r"(?<!to )(?<!at )(?<!in )(?<!until )(?<!till )(?<!towards )(?<!near )(?<!by )\bthe\s+(?:very\s+)?(?:(?P<start>opening(?! shot| line| image)|beginning|intro(?:duction)?|start|hook)|"  # noqa: E501
    r"(?P<end>ending|finale|conclusion|outro|end|climax))\b(?!\s+(?:shot|line|card|image|of|more|up\b))",
    re.IGNORECASE,
)
STOP = r"(?=\s+(?:to (?:the|be|an?|just|\d|come|go|happen|before|after|§)|should|needs?|must|is|feels|has to|have|into|after|before|and (?:the|make|put|move|add|set|§)|with §|funnier|darker|shorter|longer|warmer|calmer|sadder|more|less|so that|because|at (?:night|dawn|dusk|sunset)|takes place)\b|\s*[,.;:!?§]|$)"  # noqa: E501
DESCRIBED = re.compile(
    rf"\bthe (?P<what>one|scene|bit|part|moment|sequence|section)s? (?P<how>where|in which|when|with|that has|showing|of|at|in|about|on) (?P<text>.+?){STOP}",  # noqa: E501
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\b(?:the |that )(?P<text>(?!(?:whole|other|same|next|new|entire|second|add|which|every|rest)\b)[\w'-]+(?: [\w'-]+){0,3}?)[ -](?:scene|bit|sequence)\b(?! (?:should be|to) called)",  # noqa: E501
    re.IGNORECASE,
)
BETWEEN = re.compile(
    rf"\bbetween (?:the )?(?:scenes? )?(?P<a>{N}|{ORD}) and (?:the )?(?:scene )?(?P<b>{N}|{ORD})\b(?: scenes?| ones?)?",
    re.IGNORECASE,
)
TITLED = re.compile(r"\bscenes?\s+«(\d+)»|«(\d+)» scene", re.IGNORECASE)
CODE = re.compile(r"\b(?:shots?\s+|frames?\s+)?(?P<code>[1-9][0-9]?[a-hA-H])\b(?!\w)")
SMALL = frozenset(
    "the a an is are was be been with and or of in on at to his her their its it he she they where when that this one scene bit part "  # noqa: E501
    "as for from into onto up down out off has have had does do did while who which there gets get".split()
)


@dataclass(frozen=True)
class Ref:
    """Scenes a note names. ``part``: "start", "end", "half", "named" or ""; ``shots``: ids where shots are named."""

    scenes: tuple[int, ...]
    said: str
    part: str = ""
    shots: tuple[str, ...] = ()


def lemmas_of(text: str) -> set[str]:
    """Lemmas of the words that say something."""
    found = set()
    for word in re.findall(r"[a-z][a-z'-]+", text.lower()):
        word = word.removesuffix("'s")
        if word in SMALL:
            continue
        forms = lemmas(word)
        found |= {word, *(each for part in ("NOUN", "VERB", "ADJ") for each in forms.get(part, ())[:1])}
    return found


class SceneNames:
    """Finds the scenes that the words of notes name in one story."""

    def __init__(self, story: Story, quotes: list[str]) -> None:
        self.story = story
        self.count = len(story.scenes)
        self.quotes = quotes
        self.refs: list[Ref] = []
        self._told = [self._words(scene) for scene in story.scenes]

    def _words(self, scene: Scene) -> set[str]:
        place = self.story.entity(scene.place)
        who = {key for shot in scene.shots for key in shot.who}
        cast = " ".join(f"{each.name} {each.description}" for each in self.story.entities if each.id in who)
        told = " ".join(f"{shot.action} {shot.line} {shot.caption}" for shot in scene.shots)
        return lemmas_of(f"{scene.title} {told} {cast} {place.name if place else ''} {scene.time} {scene.weather}")

    def take(self, text: str) -> str:
        """The text with every name of scenes as §0§, §1§ …; what they mean is kept in ``refs``."""
        text = CODE.sub(self._code, text)
        text = (
            re.sub(
                r"\b(?P<verb>called|named|titled|title(?: to| is| should be)?:?) (?P<name>[^«».;,]+)$",
                self._untouched,
                text,
            )
            if re.search(
                r"\b(?:film|story|video|it|movie) (?:should|could|must|is)? ?(?:be )?(?:called|named|titled)|\btitle\b",
                text,
            )
            else text
        )
        text = TITLED.sub(self._titled, text)
        text = BETWEEN.sub(self._between, text)
        for pattern, read in (
            (DESCRIBED, self._described),
            (NUMBERED, self._numbered),
            (ORDERED, self._ordered),
            (FEW, self._few),
            (CALLED, self._called),
            (BORDER, self._border),
        ):
            text = pattern.sub(read, text)
        return re.sub(r"\s+", " ", self._by_title(text))

    def _kept(self, numbers: list[int], said: str, part: str = "", shots: tuple[str, ...] = ()) -> str:
        self.refs.append(Ref(tuple(dict.fromkeys(numbers)), said.strip(), part, shots))
        return f"§{len(self.refs) - 1}§"

    def _at(self, number: int) -> int:
        if number == 0:
            return (self.count + 1) // 2
        return self.count + 1 + number if number < 0 else number

    def _ordinal(self, said: str) -> int:
        lowered = said.lower().removeprefix("very ").replace("-", " ")
        if lowered in {"second to last", "second last", "next to last", "last but one"}:
            return self._at(-2)
        return self._at(ORDINALS[lowered])

    def _code(self, match: re.Match[str]) -> str:
        code = match.group("code").upper()
        found = next((key for key, said in self.story.shot_codes().items() if said == code), None)
        if found is None:
            return match.group()
        return self._kept([int(code[:-1])], match.group(), "shot", (found,))

    def _titled(self, match: re.Match[str]) -> str:
        said = self.quotes[int(match.group(1) or match.group(2))]
        scored = [(fuzz.ratio(said.lower(), scene.title.lower()), at) for at, scene in enumerate(self.story.scenes, 1)]
        best = max(scored)
        return self._kept([best[1]], said, "named") if best[0] >= 75 else match.group()

    def _numbered(self, match: re.Match[str]) -> str:
        first = number_in(match.group("a"))
        to = match.group("b")
        ranged = to and (" to " not in match.group() or match.group().lower().startswith("scenes"))
        numbers = list(range(first, number_in(to) + 1)) if to and ranged else [first]
        numbers += [number_in(each) for each in re.findall(rf"\b{N}\b", match.group("more"), re.IGNORECASE)]
        tail = f" to {to}" if to and not ranged else ""
        return self._kept(numbers, match.group()) + tail

    def _untouched(self, match: re.Match[str]) -> str:
        """A title in the note's own words: no scene is meant by it."""
        self.quotes.append(match.group("name").strip())
        return f"{match.group('verb')} «{len(self.quotes) - 1}»"

    def _between(self, match: re.Match[str]) -> str:
        ends = []
        for said in (match.group("a"), match.group("b")):
            ends.append(self._ordinal(said) if re.fullmatch(ORD, said, re.IGNORECASE) else number_in(said))
        return f"between {self._kept(ends, match.group())}"

    def _by_title(self, text: str) -> str:
        """The text with titles of scenes, which are no names of the cast, as marks."""
        cast = {re.sub(r"^(?:the|a|an) ", "", each.name.lower()) for each in self.story.entities}
        for number, scene in enumerate(self.story.scenes, 1):
            title = re.sub(r"^(?:the|a|an) ", "", scene.title.lower())
            if (
                title in cast
                or len(title) < 4
                or title in {"after", "before", "later", "first", "last", "morning", "night"}
            ):
                continue
            pattern = (
                rf"(?<!called )\b(?:the |a |an |scene )?{re.escape(title)}(?: (?:scene|bit|part|sequence|one))?\b(?!')"
            )
            match = re.search(pattern, text, re.IGNORECASE) if "the " in text or " " in title else None
            if match is not None:
                mark = self._kept([number], match.group(), "named")
                text = text[: match.start()] + mark + text[match.end() :]
        return text

    def _ordered(self, match: re.Match[str]) -> str:
        found = re.findall(ORD, match.group("all"), re.IGNORECASE)
        if match.group("n"):
            return self._kept(self._run(found[0], number_in(match.group("n"))), match.group())
        return self._kept([self._ordinal(each) for each in found], match.group())

    def _run(self, side: str, length: int) -> list[int]:
        if side.lower() in {"last", "final", "closing"}:
            return list(range(max(1, self.count - length + 1), self.count + 1))
        return list(range(1, min(self.count, length) + 1))

    def _few(self, match: re.Match[str]) -> str:
        if match.group("half"):
            middle = (self.count + 1) // 2
            numbers = (
                range(1, middle + 1) if match.group("half").lower() == "first" else range(middle + 1, self.count + 1)
            )
            return self._kept(list(numbers), match.group(), "half")
        if match.group("one"):
            return self._kept([self._ordinal(match.group("one"))], match.group())
        if match.group("num"):
            return self._kept([number_in(match.group("num"))], match.group())
        return self._kept(self._run(match.group("side"), number_in(match.group("n"))), match.group())

    def _border(self, match: re.Match[str]) -> str:
        return self._kept(
            [1 if match.group("start") else self.count], match.group(), "start" if match.group("start") else "end"
        )

    def _described(self, match: re.Match[str]) -> str:
        if re.search(r"§|\bscenes? \d", match.group("text")):
            return match.group()
        number = self.best(match.group("text"))
        return self._kept([number], match.group(), "named") if number else match.group()

    def _called(self, match: re.Match[str]) -> str:
        words = match.group("text").lower().split()
        if (
            "§" in match.group()
            or set(words) & {"a", "new", "another", "of", "to", "more", "fewer", "less"}
            or number_in(words[-1])
        ):
            return match.group()
        number = self.best(match.group("text"))
        return self._kept([number], match.group(), "named") if number else match.group()

    def best(self, text: str) -> int:
        """The number of the scene that tells what the text tells, or 0."""
        asked = {word for word in re.findall(r"[a-z][a-z'-]+", text.lower()) if word not in SMALL}
        if not asked:
            return 0
        scores = []
        for at, told in enumerate(self._told, 1):
            score = 0.0
            for word in asked:
                forms = lemmas_of(word)
                hit = bool(forms & told) or any(fuzz.ratio(word, each) >= 86 for each in told if len(each) > 3)
                homes = sum(bool(forms & other) for other in self._told) or 1
                score += hit / homes
            title = fuzz.token_set_ratio(text.lower(), self.story.scenes[at - 1].title.lower()) / 1000
            scores.append((score + title, -at))
        best = max(scores)
        return -best[1] if best[0] - 0.1 >= 0.2 and best[0] >= 0.25 else 0
