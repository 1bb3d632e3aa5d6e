"""Reading a note into wishes: what to do, to which scenes or whom, with which words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.writer.moments import TIMES, WEATHERS
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
SCENE = rf"(?:scenes? {N}\b|the {ORD} scene|{ORD} scene|the opening|the ending)"
TIME_WORDS = "|".join(sorted((re.escape(word) for word in TIMES), key=len, reverse=True))
WEATHER_WORDS = "|".join(sorted((re.escape(word) for word in WEATHERS), key=len, reverse=True))
TONES = {
    "playful": r"more playful|playful|more whimsical|cuter|more childlike|more fun for kids",
    "funny": r"funn(?:y|ier)|more (?:humou?r|comic|comedic|humorous|fun|witty|silly|absurd)|sillier|wittier|lighter|less serious",  # noqa: E501
    "warm": (
        r"warm(?:er)?|more (?:warm\w*|tender\w*|heart\w*|emotion\w*|moving|touching|hopeful|romantic|human)|sweeter|gentler|kinder|"  # noqa: E501
        r"cosier|cozier|happier|less (?:cold|dark|sad|bleak|scary|creepy)"
    ),
    "dark": r"dark(?:er)?|sadder|bleaker|moodier|grittier|more (?:melanchol\w+|sombre|somber|serious|moody|noir)|less (?:funny|cheesy|cute)",  # noqa: E501
    "calm": (
        r"calm(?:er)?|slower|quieter|more (?:calm|quiet|peaceful|still|minimal\w*|relaxed|poetic|meditative)|"
        r"less (?:hectic|busy|frantic|dramatic|loud)|slow it down"
    ),
    "premium": r"more (?:premium|luxur\w+|elegant|refined|sophisticated|high[- ]end|stylish)|premium|classier|sleeker|luxurious",  # noqa: E501
    "tense": (
        r"tenser|scarier|creepier|spookier|more (?:tense|dramatic|suspense\w*|thrilling|intense|mysterious|scary|creepy|eerie|drama)|"  # noqa: E501
        r"(?:add|more) (?:some )?(?:tension|drama|suspense|mystery)|raise the stakes"
    ),
    "bold": (
        r"bolder|punchier|faster|snappier|more (?:energy|energetic|dynamic|bold|epic|exciting|upbeat|action|punchy|powerful)|"  # noqa: E501
        r"less (?:slow|boring|static)|pick up the pace"
    ),
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
SIZES = r"extreme wide|medium wide|medium close-up|close-?up|wide|full|medium|insert"
WHO = r"(?:the )?[\w'’-]+(?: [\w'’-]+)?"
STEPS_TO_PRODUCT = {
    "earlier": "earlier",
    "sooner": "earlier",
    "first": "earlier",
    "later": "later",
    "at the end": "later",
}
PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "say",
        rf"(?:make|have|let|get) (?P<who>her|him|them|it|{WHO}) (?:say|says|whisper|shout|ask|answer|reply)s?[:,]? [“\"'](?P<text>.+?)[”\"'](?=$|[\s.,;])(?: in (?P<at>{SCENE}))?",  # noqa: E501
    ),
    (
        "say",
        rf"(?:make|have|let) (?P<who>her|him|them|{WHO}) (?:say|whisper|shout)(?: that)?[:,]? (?P<text>[^.;\"]+?)(?: in (?P<at>{SCENE}))?(?=$|[.;])",  # noqa: E501
    ),
    (
        "say",
        rf"(?P<who>she|he|they|(?:the )?[\w'’-]+) should (?:say|whisper|shout)[:,]? [“\"']?(?P<text>[^\"”;]+?)[”\"']?(?: in (?P<at>{SCENE}))?(?=$|[.;])",  # noqa: E501
    ),
    (
        "merge",
        rf"(?:merge|combine|join|fuse) (?P<at>scenes? {N}(?:(?:,| and| with|,? and)(?: scene)? {N})+|the (?:first|last) two scenes)",  # noqa: E501
    ),
    ("merge", rf"(?:merge|combine|join) (?P<at>{SCENE}) (?:with|into|and) (?P<b>{SCENE})"),
    (
        "split",
        rf"(?:split|break|divide|cut) (?P<at>{SCENE}) (?:up )?(?:in(?:to)? (?:two|half|2)|up)|(?:split|divide) (?P<at2>{SCENE})",  # noqa: E501
    ),
    (
        "twist",
        r"(?:add|give (?:it|us)|with|needs|want|make)\b[\w ]*\b(?:plot )?twist(?: ending| at the end)?|(?:twist|surprise) ending|end with a twist",  # noqa: E501
    ),
    (
        "product",
        rf"(?:show|mention|introduce|reveal|bring in|put|have|see|name|move|feature)\b[\w ]*?\b(?:product|brand|logo|bottle)\b[\w ]*?\b(?:(?P<when>earlier|sooner|later|first|at the end)|in (?P<at>{SCENE}))",  # noqa: E501
    ),
    (
        "product",
        r"(?:product|brand)\b[\w ]*\b(?:should|must|needs to|could)\b[\w ]*\b(?P<when>earlier|sooner|later|first|at the end)",  # noqa: E501
    ),
    ("product", r"\b(?P<when>earlier|later)\b[\w ]*\bproduct\b|more product\b(?P<x>)"),
    (
        "timed",
        r"(?:make (?:it|the film|the video)|cut (?:it|the film) (?:down )?to|down to|up to|in|only|exactly|to)? ?(?P<n>\d{1,3})[ -]?(?:s|sec|secs|seconds)\b(?: long)?",  # noqa: E501
    ),
    ("start", rf"(?:start|open|begin)(?:s|ing)? (?:it |the film )?(?:with|on|in) (?P<at>{SCENE})"),
    ("start", r"(?:start|open|begin)(?:s|ing)? (?:it |the film )?(?:with|on) (?P<text>[^.;]+)"),
    (
        "focus",
        rf"(?:(?:focus|concentrate)(?: more)? on|more (?:about|of|on|focus on|time with|screen time for)|show (?:me )?more of|make it (?:more )?about|give more (?:time|room) to) (?P<who>{WHO})(?=$|[.,;]| in | and | but )",  # noqa: E501
    ),
    ("focus", rf"give (?P<who>{WHO}) (?:more to do|a bigger (?:role|part)|more screen time|more scenes)"),
    (
        "less",
        rf"(?P<how>less (?:of |about )|fewer (?:shots of )?|not so much |cut down on )(?P<who>(?!dialogue|dialog|talking|lines|words|scenes|speech){WHO})(?=$|[.,;]| in | and | but )",  # noqa: E501
    ),
    (
        "less",
        rf"(?P<how>remove|drop|cut|delete|lose|take out|get rid of|no more|without|no) (?P<who>(?!dialogue|dialog|talking|lines|words|speech|people|persons|humans|characters|scenes?|all|any|the dialogue|the lines|the (?:{ORD})|the ending|the title|the caption|the call|captions?|the people){WHO})(?=$|[.,;]| in | from | and | but )",  # noqa: E501
    ),
    (
        "framing",
        rf"(?:make|shoot|frame|film|start|have|use|do) (?P<at>{SCENE})? ?(?:as |in |with |from |be )*(?:an? )?(?P<size>{SIZES})(?: shot)?\b",  # noqa: E501
    ),
    (
        "framing",
        rf"(?:more |a )(?P<size>close-?up)s?(?: (?:in|of) (?P<at>{SCENE}))?|(?P<closer>closer)(?: in (?P<at2>{SCENE}))?",  # noqa: E501
    ),
    (
        "framing",
        rf"(?:(?:in )?(?P<at>{SCENE})[:,]? )?(?:use |add |make it |with )?(?:an? )?(?:slow )?(?P<move>push in|push-in|pull out|pan left|pan right|tilt up|tilt down|handheld|static camera|drift)\b(?: (?:in|on) (?P<at2>{SCENE}))?",  # noqa: E501
    ),
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
    ("call", r"(?:call to action|cta|tagline|slogan)\s*(?:should be|to|is)?\s*:?\s*[“\"]?(?P<text>[^”\"]+)[”\"]?"),
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
    ("ending", r"(?:end|finish|close)(?:s|ing)? (?:it |the film )?(?:on|with) (?P<text>[^.;]+)"),
    (
        "ending",
        r"(?:change|improve|better|new|different|stronger|another|other|rework|fix|alternative)[\w ]*?(?:the )?(?:ending|end|last shot)|(?:the )?ending (?:is|feels|should)[\w ]+|(?P<mood>happ(?:y|ier)|sad(?:der)?|open) ending|make the ending (?P<mood2>happy|happier|sad|sadder|open)",  # noqa: E501
    ),
    (
        "place",
        rf"(?:set|move|place|put|relocate) (?:it|the (?:story|film|action)|everything|(?:the )?scenes? [\w ,-]+?|{SCENE}|all of it) (?:in|on|at|to|into) (?:a |an |the )?(?P<text>(?!night|dawn|dusk|noon|morning|sunset|the rain|rain|snow|fog|winter|summer|autumn|spring|the winter|scene|evening|start|beginning|end)[a-z][a-z -]+?)(?=$|[.,;]| at (?:night|dawn|dusk|noon|sunset)| in )",  # noqa: E501
    ),
    (
        "place",
        r"(?:what if|could|can) (?:it|this|the story) (?:be|happens?|takes? place|play) (?:in|on|at) (?:a |an |the )?(?P<text>[a-z][a-z -]+?)(?=$|[.,;?])",  # noqa: E501
    ),
    (
        "season",
        r"\b(?:make|set|let|in|move|have|during|it's|at)\b[^.;]*?\b(?P<text>winter|summer|autumn|fall|spring|christmas)\b",
    ),
    ("weather", rf"\b(?:make|set|let|in|with|add|more|have|put)\b[^.;]*?\b(?P<text>{WEATHER_WORDS})\b"),
    ("time", rf"\b(?:make|set|at|in|during|move|have)\b[^.;]*?\b(?P<text>{TIME_WORDS})\b"),
    ("action", r"(?P<how>shorter|shorten|tighten|trim|simpler|longer|lengthen|more detail\w*|expand)\b"),
)


def read_note(instruction: str) -> tuple[list[Wish], str]:
    """The wishes of a note in the order of the patterns, and what was left unread."""
    text = re.sub(r"\s+", " ", instruction.replace("“", '"').replace("”", '"').replace("’", "'")).strip()
    text = GUARD.sub(" ", text)
    whole = scenes_in(re.sub(r'"[^"]*"', " ", text))
    wishes: list[Wish] = []
    rest = text
    for verb, pattern in PATTERNS:
        if (verb in EXCLUDED_BY and any(wish.verb in EXCLUDED_BY[verb] for wish in wishes)) or (
            verb in ONCE and any(wish.verb == verb for wish in wishes)
        ):
            continue
        match = re.search(pattern, rest, re.IGNORECASE)
        if match is None or not match.group().strip():
            continue
        if verb in {"less", "focus"} and _is_tone(match.group()):
            continue
        wishes.append(_wish(verb, match, whole))
        rest = (rest[: match.start()] + " " + rest[match.end() :]).strip(" ,.;")
    for tone, words in TONES.items():
        if match := re.search(rf"\b(?:{words})\b", rest, re.IGNORECASE):
            wishes.append(Wish("tone", whole, (tone,)))
            rest = (rest[: match.start()] + " " + rest[match.end() :]).strip(" ,.;")
    bare = re.sub(
        rf"\b(?:{SCENE}|please|make|the|it|a|bit|little|much|and|but|also|story|film|in|of|this|that|whole|more|can|you|set|is|be|so|to|let|have|maybe|feel|should|could|we|i|want|like|less|with|add|some|overall|entire|video|for)\b|[,.;:!?]",
        " ",
        rest,
        flags=re.IGNORECASE,
    )
    return wishes, " ".join(rest.split()) if len(bare.split()) >= 2 else ""


ONCE = frozenset(
    "rename say merge split twist product start focus less framing ending place title call add move".split()
)
EXCLUDED_BY = {
    "look": {"rename", "nobody", "say", "product", "place", "focus"},
    "ending": {"drop", "move", "say", "twist", "call"},
    "drop": {"less", "split", "merge"},
    "move": {"product"},
    "place": {"product", "move", "merge"},
    "action": {"timed", "framing", "product", "less", "focus"},
    "count": {"merge", "split"},
    "framing": {"start"},
    "time": {"say", "start", "ending"},
    "weather": {"say", "start", "ending", "season"},
    "season": {"say", "ending", "start"},
    "dialogue": {"line", "say"},
    "less": {"product"},
    "title": {"rename"},
}
"""A pattern is not tried where one of these wishes was read already."""


def _is_tone(text: str) -> bool:
    return any(re.search(rf"\b(?:{words})\b", text, re.IGNORECASE) for words in TONES.values())


def _wish(verb: str, match: re.Match[str], whole: tuple[int, ...]) -> Wish:
    groups = {key: (value or "").strip(" .,") for key, value in match.groupdict().items()}
    at = groups.get("at", "") or groups.get("at2", "")
    own = scenes_in(at) or ((number_of(at),) if at else ())
    extra = re.findall(rf"(?:,|and|with) (?:scene )?({N})\b", at, re.IGNORECASE)
    own = tuple(dict.fromkeys([*own, *map(number_of, extra)]))
    if verb == "swap":
        return Wish(verb, (number_of(groups["a"]), number_of(groups["b"])))
    if verb == "move":
        side = groups["side"].lower()
        target = number_of(groups["b"]) if groups.get("b") else (1 if side in {"start", "beginning"} else -1)
        return Wish(verb, (own[0], target), ("after" if side in {"after", "behind", "end"} else "before",))
    if verb == "merge":
        return Wish(verb, _merged(match, own, groups))
    if verb == "season":
        return Wish("weather", own or whole, (SEASON_WEATHER[groups["text"].lower()],))
    if verb in {"count", "timed"}:
        return Wish(verb, (), (str(number_of(groups["n"])),))
    if verb in {"title", "call"}:
        return Wish(verb, (), (match.group("text").strip().strip("\"'“”"),))
    return Wish(verb, own if verb == "start" else own or (() if verb == "add" else whole), _words(verb, match, groups))


def _words(verb: str, match: re.Match[str], groups: dict[str, str]) -> tuple[str, ...]:
    """The arguments of a wish, by verb."""
    if verb == "line":
        return (groups["what"].lower(), match.group("text").strip())
    if verb == "say":
        said = match.group("text").strip()
        return (groups["who"], said[:1].upper() + said[1:])
    if verb == "add":
        return (groups.get("side", "").lower() or "after", groups["text"])
    if verb == "rename":
        return (groups["a"], groups["b"])
    if verb == "look":
        return (groups["who"], groups["look"])
    if verb in {"dialogue", "action"}:
        return (groups["how"].lower(),)
    if verb == "focus":
        return (groups["who"],)
    if verb == "less":
        some = groups["how"].lower().startswith(("less", "fewer", "not so", "cut down"))
        return (groups["who"], "some" if some else "none")
    if verb == "product":
        return (STEPS_TO_PRODUCT.get(groups.get("when", "").lower(), "earlier"),)
    if verb == "framing":
        size = groups.get("size", "").lower().replace("closeup", "close-up") or (
            "close-up" if groups.get("closer") else ""
        )
        move = groups.get("move", "").lower().replace("push-in", "push in").replace("static camera", "static")
        return (size, move)
    if verb == "start":
        return (match.groupdict().get("text") or "",)
    if verb == "ending":
        mood = (groups.get("mood", "") or groups.get("mood2", "")).lower()
        kind = {"happ": "happy", "sad": "sad", "sadd": "sad", "open": "open"}.get(mood[:4], "")
        return ((match.groupdict().get("text") or "").strip(" \"'"), kind)
    return (groups.get("text", "").lower(),) if groups.get("text") else ()


SEASON_WEATHER = {
    "winter": "snow",
    "christmas": "snow",
    "summer": "sunny",
    "spring": "sunny",
    "autumn": "windy",
    "fall": "windy",
}


def _merged(match: re.Match[str], own: tuple[int, ...], groups: dict[str, str]) -> tuple[int, ...]:
    if groups.get("b"):
        return (*own, number_of(groups["b"]))
    said = match.group().lower()
    if "first two" in said:
        return (1, 2)
    numbers = [number_of(each) for each in re.findall(rf"\b{N}\b", said)]
    return tuple(dict.fromkeys(numbers))
