"""A note as read against its story: its pieces, and what each piece names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from dailies.adapters.providers.rehearsal.writer.changing.naming import Ref, SceneNames
from dailies.adapters.providers.rehearsal.writer.changing.people import Cast, bare
from dailies.adapters.providers.rehearsal.writer.changing.rewording import reworded
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish
from dailies.adapters.providers.rehearsal.writer.changing.wording import made_plain, set_quotes_aside
from dailies.domain.story import Story

VERBS = (
    "make|turn|change|set|move|put|place|add|insert|include|drop|remove|delete|cut|lose|skip|take|get|give|let|have|call|rename|name|retitle|swap|switch|"
    "exchange|trade|flip|reverse|reorder|rearrange|merge|combine|join|fuse|split|divide|break|start|open|begin|end|finish|close|conclude|replace|rewrite|"
    "shorten|lengthen|extend|trim|tighten|expand|stretch|speed|slow|focus|concentrate|show|bring|introduce|dress|use|keep|leave|reduce|increase|raise|"
    "lower|tone|lighten|brighten|relocate|transfer|shift|mention|reveal|feature|ditch|scrap|kill|eliminate|scratch|omit|cast|emphasise|emphasize|"
    "highlight|condense|compress|pad|double|halve|throw|squeeze|work|zoom|shoot|film|frame|transport|title|mute|silence|set|age|recast"
)
STARTS = re.compile(
    rf"^(?:{VERBS})\b|^(?:no|without|more|less|fewer|not so|not as|not too|too|another|a different|a new|an? \w+ (?:ending|title|tone|twist)|one (?:scene|shot|more)|only|two more|it|the (?:ending|title|tone|mood|whole)|"  # noqa: E501
    r"with (?:a|more|less)|in (?:winter|summer|autumn|spring|the rain|the snow|§)|at (?:night|dawn|dusk|sunset|noon)|don't|do not|never)\b|"  # noqa: E501
    r"^(?:\d+|twenty|thirty|fifteen|ten|forty) ?(?:s|sec|secs|seconds)\b|^(?:\d|two|three|four|five|six) scenes\b|"
    r"^(?:funnier|darker|warmer|calmer|tenser|sadder|happier|shorter|longer|lighter|slower|faster|bolder|scarier|softer|quieter|punchier|brighter|cuter|sillier|moodier|sweeter|colder|gentler|playful|premium|dramatic|hopeful|snappier|cosier|cozier|grittier|stranger|weirder)\b|"
    r"^§\d+§ (?:should|must|needs|is|has|could|at|in|to|with|feels|shorter|longer|funnier|darker|calmer|warmer)|^(?:the [\w-]+(?: [\w-]+)?|[A-Z][\w-]+|she|he|they|her|his|everyone|everybody|nobody|someone|there|we|you|i) (?:should|must|needs|need|has to|wears|could|can|is called|says|dies|wins)\b|"  # noqa: E501
    r"^(?:her|his|their|the [\w-]+'s|[A-Z][\w-]+'s) (?:name|hair|coat|dress|outfit|jacket|shirt|hat|line)\b",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"^(?:make it|make the (?:film|video|story|whole|tone|title|ending)|make §|change the (?:title|ending|name|weather|time)|rename|call (?:it|her|him|the)|set it|set the|cut it to|\d+ ?(?:s|sec|seconds)\b|drop §|remove §|delete §|add an? (?:scene|twist|line|title|caption)|no (?:dialogue|captions|people)|less|fewer|more about|merge|split|swap|move §|put §|in §|§\d+§ (?:should|in|at)|title)",  # noqa: E501
    re.IGNORECASE,
)
PAYLOAD = re.compile(
    r"\b(?:where|in which|showing|that shows|say(?:s|ing)?|whisper\w*|shout\w*|reads?|(?:end|ends|ending|finish|close|start|open|begin)(?:s|ing)? (?:it |the film |the story |everything )?(?:with|on|by|when)|because|so that)\b|\b(?:add|insert|include|put in)\b.*\b(?:of|with|:)",  # noqa: E501
    re.IGNORECASE,
)
GUARD = re.compile(
    r"[,.;(]?\s*(?:\b(?:but|and|while|just)\s+)?\b(?:please )?(?:(?:keep|leav)(?:e|ing)? (?:everything|all|the rest|the others?|the other \w+|every other|it all|rest|everyone)[^.;]*|"  # noqa: E501
    r"(?:without chang\w+|don't (?:change|touch)|do not (?:change|touch)|change|touch|nothing) (?:nothing|anything|else|the rest|everything)[^.;,]*|nothing else(?: changes?)?|everything else (?:stays|should|can|must|remains)[^.;,]*|"  # noqa: E501
    r"the rest (?:is|stays|can|should|was|remains)[^.;,]*|otherwise [^.;,]*)\)?",
    re.IGNORECASE,
)
APART = re.compile(
    r",?\s*(?:except|apart from|but not|other than|not|besides|excluding)(?: for| in)? (§\d+§)|\b(?:keep|leave) (§\d+§)(?: (?:as (?:it )?(?:is|are)|alone|unchanged|the same))?|\b(?:don't|do not) (?:change|touch) (§\d+§)",  # noqa: E501
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass
class Said:
    """One piece of a note. ``text``: its words, scenes as §0§ and quotes as «0»; ``story`` and ``cast``: what it
    is said about."""

    text: str
    story: Story
    cast: Cast
    refs: list[Ref]
    quotes: list[str]
    whole: tuple[int, ...] = ()
    apart: tuple[int, ...] = field(default=())

    def ref(self, mark: str | None) -> Ref | None:
        """The scenes behind a mark such as "§1§"."""
        match = re.search(r"§(\d+)§", mark or "")
        return self.refs[int(match.group(1))] if match else None

    def scenes(self, text: str | None = None) -> tuple[int, ...]:
        """Numbers of all scenes the text names (by default the whole piece)."""
        found: list[int] = []
        for match in re.finditer(r"§(\d+)§", self.text if text is None else text):
            found += self.refs[int(match.group(1))].scenes
        return tuple(dict.fromkeys(found))

    def shots(self) -> tuple[str, ...]:
        """Ids of the shots the piece names."""
        return tuple(
            key for match in re.finditer(r"§(\d+)§", self.text) for key in self.refs[int(match.group(1))].shots
        )

    def plain(self, text: str) -> str:
        """The text with quotes and names of scenes put back."""
        text = re.sub(r"§(\d+)§", lambda match: self.refs[int(match.group(1))].said, text)
        text = re.sub(r"«(\d+)»", lambda match: self.quotes[int(match.group(1))], text)
        return re.sub(r"\s+", " ", text).strip(" ,;:.!")

    def titles_as_words(self) -> Said:
        """The piece with scenes that it calls by their titles, and not by number or place, as words again."""

        def words(match: re.Match[str]) -> str:
            said = self.refs[int(match.group(1))].said
            return match.group() if re.search(r"\d|scene|ending|opening|\bend\b|start|middle|half", said) else said

        return replace(self, text=re.sub(r"§(\d+)§", words, self.text))

    def search(self, pattern: str) -> re.Match[str] | None:
        """A pattern in the piece, whatever the case."""
        return _compiled(pattern).search(self.text)


@dataclass(frozen=True)
class Found:
    """Wishes that were read, and the words that were not used."""

    wishes: tuple[Wish, ...]
    rest: str = ""


Reading = Callable[[Said], Found | None]


def found(said: Said, match: re.Match[str], *wishes: Wish) -> Found:
    """The wishes with what the match left of the piece."""
    return Found(wishes, f"{said.text[: match.start()]} {said.text[match.end() :]}")


def pieces(instruction: str, story: Story) -> list[Said]:
    """The pieces of a note, each of which may hold a wish of its own."""
    text, quotes = set_quotes_aside(instruction)
    names = frozenset(
        word
        for entity in story.entities
        for word in re.findall(r"[a-z]{3,}", f"{bare(entity.name)} {entity.description}".lower())
    )
    text = reworded(made_plain(text, names))
    scenes = SceneNames(story, quotes)
    text = scenes.take(text)
    apart: list[int] = []
    for match in APART.finditer(text):
        number = int(re.sub(r"\D", "", next(each for each in match.groups() if each)))
        apart += scenes.refs[number].scenes
    text = GUARD.sub(" ", APART.sub(" ", text))
    cast = Cast(story)
    return [Said(each, story, cast, scenes.refs, quotes, (), tuple(apart)) for each in cut(text)]


def cut(text: str) -> list[str]:
    """A note cut where another wish begins."""
    done: list[str] = []
    for sentence in re.split(r"(?<=[.!?])\s+|\s*[;\n]\s*|\s+[-–—]\s+", text):
        current = ""
        for part in re.split(
            r"(\s*,\s*(?:and then|and also|and|but also|but|then|also|plus|while)?\s+|\s+(?:and then|and also|and|but also|but|then|also|plus|as well as)\s+)",  # noqa: E501
            sentence,
        ):
            if not current:
                current = part
                continue
            if re.fullmatch(
                r"\s*,?\s*(?:and then|and also|and|but also|but|then|also|plus|while|as well as)?\s*", part
            ):
                joint = part
                current += joint
                continue
            leads = re.match(r"^(?:right |just )?(?:after|before|between|in|at|for|during)\b[^,]*§\d+§\W*$", current)
            starts = None if leads else (STRONG if PAYLOAD.search(current) else STARTS).match(part)
            if starts:
                done.append(_ended(current))
                current = part
            else:
                current += part
        done.append(_ended(current))
    return [each for each in done if re.search(r"\w", each)]


def _ended(text: str) -> str:
    return re.sub(
        r"(?:\s*,?\s*(?:and then|and also|and|but also|but|then|also|plus|while|as well as)?\s*)$", "", text
    ).strip(" ,.!?")
