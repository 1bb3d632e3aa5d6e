"""Reading a note into wishes: what to do, to which scenes or whom, with which words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.writer.reading import TIMES, WEATHERS
from dailies.domain.errors import ProviderError

ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "opening": 1,
    "beginning": 1,
    "last": -1,
    "final": -1,
    "ending": -1,
}
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
N = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
ORD = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|final|opening)"
SCENE = rf"(?:scenes? {N}|the {ORD} scene|{ORD} scene|the opening|the ending)"
TIME_WORDS = "|".join(sorted((re.escape(word) for word in TIMES), key=len, reverse=True))
WEATHER_WORDS = "|".join(sorted((re.escape(word) for word in WEATHERS), key=len, reverse=True))
TONES = {
    "funny": r"funn(?:y|ier)|more (?:humou?r|comic|humorous|fun|playful)|sillier|more absurd|lighter",
    "warm": r"warmer|more (?:warm|tender|heart\w*|emotional|moving|touching|hopeful)|sweeter|gentler|kinder",
    "dark": r"darker|sadder|bleaker|more (?:melanchol\w+|sombre|somber)",
    "calm": r"calmer|slower|quieter|more (?:calm|quiet|peaceful|still)",
    "tense": r"tenser|scarier|more (?:tense|dramatic|suspense\w*|thrilling|exciting|intense)|(?:add|more) (?:tension|drama|suspense)",  # noqa: E501
    "bold": r"bolder|punchier|faster|more (?:energy|energetic|dynamic|bold)",
}
GUARD = re.compile(
    r"[,.;]?\s*(?:but |and )?(?:please )?(?:keep|leave) (?:everything|all|the rest|the other\w*)[^.;]*", re.IGNORECASE
)


@dataclass(frozen=True)
class Wish:
    """One change. ``scenes``: scene numbers from 1 (-1 is the last; empty: wherever it fits); ``words``: its
    arguments, by verb."""

    verb: str
    scenes: tuple[int, ...] = ()
    words: tuple[str, ...] = ()


def refusal(sentence: str) -> ProviderError:
    """The refusal of a note, with an honest sentence."""
    return ProviderError(sentence, code="note_not_understood", charged=False, retryable=False)


def number_of(text: str) -> int:
    """The scene number a word or phrase names."""
    lowered = text.lower()
    if match := re.search(r"\d+", lowered):
        return int(match.group())
    for word, number in {**NUMBERS, **ORDINALS}.items():
        if re.search(rf"\b{word}\b", lowered):
            return number
    return 0


def scenes_in(text: str) -> tuple[int, ...]:
    """The scenes a note names: "scenes 2-4", "scene 3", "the last scene"."""
    found: list[int] = []
    for match in re.finditer(
        rf"\bscenes? ({N})(?:\s*(?:-|–|to|through)\s*({N}))?((?:\s*(?:,|and|&)\s*{N})*)", text, re.IGNORECASE
    ):
        first = number_of(match.group(1))
        last = number_of(match.group(2)) if match.group(2) else first
        found += range(first, last + 1)
        found += [number_of(each) for each in re.findall(N, match.group(3), re.IGNORECASE)]
    for match in re.finditer(rf"\b(?:the )?({ORD}) scene\b|\bthe (opening|ending)\b", text, re.IGNORECASE):
        found.append(number_of(match.group(1) or match.group(2)))
    return tuple(dict.fromkeys(found))


Q = r"[“\"']?"
PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "line",
        rf"(?:the )?(?:spoken )?\b(?P<what>line|caption)(?: (?:in|of|for) (?P<at>{SCENE}))?\s*(?::|to|should be|is|says?)\s*[“\"](?P<text>[^”\"]+)[”\"]",  # noqa: E501
    ),
    (
        "line",
        rf"(?:in )?(?P<at>{SCENE})[,:]? (?:the )?(?P<what>line|caption)\s*(?::|to|should be|is)\s*[“\"](?P<text>[^”\"]+)[”\"]",  # noqa: E501
    ),
    (
        "title",
        r"(?:change |set |make )?(?:the )?(?:film'?s? )?(?:title|call (?:it|the film))\s*(?::|to|should be|is|it)?\s*[“\"](?P<text>[^”\"]+)[”\"]",  # noqa: E501
    ),
    ("title", r"(?:change |set |make )(?:the )?title (?:to|into) (?P<text>[^.;,]+)"),
    ("title", r"^title: (?P<text>[^.;]+)"),
    ("call", r"(?:call to action|cta|tagline|slogan)\s*(?::|to|should be|is)\s*[“\"]?(?P<text>[^”\"]+)[”\"]?"),
    ("swap", rf"swap (?:scenes? )?(?P<a>{N})(?: and| with|,) (?:scene )?(?P<b>{N})"),
    ("move", rf"(?:move|put) (?P<at>{SCENE}) (?P<side>after|before|behind|in front of) (?:scene )?(?P<b>{N}|{SCENE})"),
    ("move", rf"(?:move|put) (?P<at>{SCENE}) to the (?P<side>start|beginning|end)"),
    (
        "add",
        rf"(?:add|insert|include) (?:a|an|another|one more)(?: new)? scene(?: (?P<side>after|before) (?P<at>{SCENE}|{N}))?(?: (?:where|in which|with|of|showing|:)|:) (?P<text>[^.;]+)",  # noqa: E501
    ),
    (
        "drop",
        rf"(?:drop|remove|cut|delete|lose|skip|take out|get rid of) (?:the )?(?P<at>{SCENE}(?:(?:,| and|,? and) {N})*)",
    ),
    (
        "rename",
        rf"(?:rename|call|change the name of) {Q}(?P<a>[\w'’. -]+?){Q} (?:to|as|into) {Q}(?P<b>[\w'’. -]+?){Q}(?=$|[.,;]| and | but )",  # noqa: E501
    ),
    ("rename", r"(?:rename|call) (?P<a>(?:the )?[\w'’-]+) (?P<b>[A-Z][\w'’-]+)"),
    ("rename", r"(?P<a>[Tt]he \w+|[A-Z][\w'’-]+) should be (?:called|named) (?P<b>[A-Z][\w'’-]+)"),
    (
        "look",
        r"(?:give|put) (?P<who>(?:the )?[\w'’-]+(?: (?!an?\b|some\b|the\b)[\w'’-]+)?) (?P<look>(?:an?|some|the|long|short|red|blue|green|yellow|black|white|grey|brown|blond|blonde) [\w ,'-]+)",  # noqa: E501
    ),
    (
        "look",
        r"(?:make|have|let) (?P<who>(?:the )?[\w'’-]+(?: [\w'’-]+)?) (?:wear|have|wearing|in) (?P<look>[\w ,'-]+)",
    ),
    ("look", r"(?P<who>[A-Z][\w'’-]+|[Tt]he [\w'’-]+) (?:should|must) (?:wear|have) (?P<look>[\w ,'-]+)"),
    ("count", rf"(?:make it |cut it to |only |in |use )?(?P<n>{N}) scenes\b(?: only)?"),
    (
        "dialogue",
        r"(?P<how>less|fewer|no|without|remove(?: all)?(?: the)?|cut(?: all)?(?: the)?|more) (?:dialogues?|dialogs?|lines?|talking|words|speech)",  # noqa: E501
    ),
    ("nobody", r"\b(?:no|without(?: any)?|remove(?: all)?(?: the)?) (?:people|persons|humans|characters)"),
    (
        "ending",
        r"(?:change|improve|better|new|different|stronger|happier|sadder|another|rework|fix)[\w ]*?(?:the )?(?:ending|end|last shot)|(?:the )?ending (?:is|feels|should)[\w ]+|happy ending|sad ending|end on (?P<text>[^.;]+)",  # noqa: E501
    ),
    (
        "place",
        r"(?:set|move|place) (?:it|the (?:story|film)|everything|(?:the )?scenes? [\w ,-]+?|all of it) (?:in|on|at|to) (?:a |an |the )?(?P<text>(?!night|dawn|dusk|noon|morning|sunset|the rain|rain|snow|fog)[a-z][a-z -]+?)(?=$|[.,;]| at (?:night|dawn|dusk|noon|sunset)| in the )",  # noqa: E501
    ),
    ("weather", rf"\b(?:make|set|let|in|with|add|more|have)\b[^.;]*?\b(?P<text>{WEATHER_WORDS})\b"),
    ("time", rf"\b(?:make|set|at|in|during|move|have)\b[^.;]*?\b(?P<text>{TIME_WORDS})\b"),
    ("action", r"(?P<how>shorter|shorten|tighten|trim|simpler|longer|lengthen|more detail\w*|expand)\b"),
)


def read_note(instruction: str) -> tuple[list[Wish], str]:
    """The wishes of a note in the order of the patterns, and what was left unread."""
    text = re.sub(r"\s+", " ", instruction.replace("“", '"').replace("”", '"').replace("’", "'")).strip()
    text = GUARD.sub(" ", text)
    whole = scenes_in(text)
    wishes: list[Wish] = []
    rest = text
    for verb, pattern in PATTERNS:
        match = re.search(pattern, rest, re.IGNORECASE)
        if match is None or (verb == "rename" and any(wish.verb == "rename" for wish in wishes)):
            continue
        if verb in {"look"} and any(wish.verb in {"rename", "nobody"} for wish in wishes):
            continue
        if verb == "ending" and any(wish.verb in {"drop", "move"} for wish in wishes):
            continue
        wishes.append(_wish(verb, match, whole))
        rest = (rest[: match.start()] + " " + rest[match.end() :]).strip(" ,.;")
    for tone, words in TONES.items():
        if match := re.search(rf"\b(?:{words})\b", rest, re.IGNORECASE):
            wishes.append(Wish("tone", whole, (tone,)))
            rest = (rest[: match.start()] + " " + rest[match.end() :]).strip(" ,.;")
    bare = re.sub(
        rf"\b(?:{SCENE}|please|make|the|it|a|bit|little|much|and|but|also|story|film|in|of|this|that|whole|more|can|you|set|is|be|so|to|let|have)\b|[,.;:!?]",
        " ",
        rest,
        flags=re.IGNORECASE,
    )
    return wishes, " ".join(rest.split()) if len(bare.split()) >= 2 else ""


def _wish(verb: str, match: re.Match[str], whole: tuple[int, ...]) -> Wish:
    groups = {key: (value or "").strip(" .,") for key, value in match.groupdict().items()}
    at = groups.get("at", "")
    own = scenes_in(at) or ((number_of(at),) if at else ())
    extra = re.findall(rf"(?:,|and) ({N})\b", at, re.IGNORECASE)
    own = tuple(dict.fromkeys([*own, *map(number_of, extra)]))
    if verb == "swap":
        return Wish(verb, (number_of(groups["a"]), number_of(groups["b"])))
    if verb == "move":
        side = groups["side"].lower()
        target = number_of(groups["b"]) if groups.get("b") else (1 if side in {"start", "beginning"} else -1)
        return Wish(verb, (own[0], target), ("after" if side in {"after", "behind", "end"} else "before",))
    if verb == "line":
        return Wish(verb, own or whole, (groups["what"].lower(), match.group("text").strip()))
    if verb == "add":
        return Wish(verb, own, (groups.get("side", "").lower() or "after", groups["text"]))
    if verb == "rename":
        return Wish(verb, whole, (groups["a"], groups["b"]))
    if verb == "look":
        return Wish(verb, whole, (groups["who"], groups["look"]))
    if verb == "count":
        return Wish(verb, (), (str(number_of(groups["n"])),))
    if verb in {"dialogue", "action"}:
        return Wish(verb, own or whole, (groups["how"].lower(),))
    if verb in {"title", "call"}:
        return Wish(verb, (), (match.group("text").strip(),))
    return Wish(verb, own or whole, (groups.get("text", "").lower(),) if groups.get("text") else ())
