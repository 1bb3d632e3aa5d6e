"""What a brief asks for besides its story: kind, tone, limits, client, closing words. Each is eaten from the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

Kind = Literal["story", "ad", "howto", "explainer"]

TONES = {
    "funny": "funny|funnier|comic|comedy|humou?rous|hilarious|silly|absurd|witty|light-hearted|playful|quirky",
    "warm": "warm|heart-?warming|tender|touching|gentle|sweet|heartfelt|cosy|cozy|uplifting|hopeful|moving|emotional",
    "calm": "calm|quiet|slow|peaceful|meditative|serene|still|minimal|minimalist|understated|contemplative",
    "tense": "tense|scary|suspenseful|thrilling|dramatic|thriller|gripping|eerie|creepy|spooky",
    "dark": "dark|melancholic|melancholy|sad|bleak|sombre|somber|moody|noir",
    "bold": "bold|energetic|fast|punchy|dynamic|epic|upbeat|powerful|inspiring",
    "poetic": "poetic|dreamy|lyrical|magical|whimsical|surreal|elegant|luxurious|premium",
}
TONE_WORD = re.compile("|".join(f"(?P<{tone}>\\b(?:{words})\\b)" for tone, words in TONES.items()), re.IGNORECASE)
FORM = r"(?:ads?|adverts?|advertisements?|commercials?|spots?|promos?|teasers?|films?|movies?|clips?|videos?|shorts?|stor(?:y|ies)|explainers?|trailers?|reels?|animations?|tutorials?|vignettes?|pieces?|scenes?|loops?|cartoons?)"  # noqa: E501
HEADER = re.compile(
    r"^(?:please\s+|can you\s+|could you\s+|i want\s+|i need\s+|i'd like\s+|we need\s+|we want\s+)?"
    r"(?:make|create|write|produce|do|shoot|give)?\s*(?:me|us)?\s*(?P<before>(?:(?!\bthat\b|\bwho\b|\bwhere\b)[\w'-]+[ ,]+){0,9}?)"  # noqa: E501
    rf"(?P<form>{FORM})\b(?P<after>[ ,]*(?:portrait|vertical|landscape|square)?)\s*"
    r"(?P<link>for|about|of|in which|where|showing|on|with|:|,|-|to|$)\s*",
    re.IGNORECASE,
)
AD_FORM = re.compile(r"\b(?:ad|ads|advert|adverts|advertisement|commercial|spot|promo)\b", re.IGNORECASE)
LENGTH = re.compile(
    r"[,(]?\s*\b(?:about |around |under )?\d+(?:\.\d+)?[ -]?(?:s|sec|secs|seconds?|minutes?|min)\b[).]?(?:\s+long)?",
    re.IGNORECASE,
)
SHAPE = re.compile(r"\b(?:portrait|vertical|landscape|square|16:9|9:16|1:1|widescreen)\b", re.IGNORECASE)
STEPS = re.compile(
    r"\b(?:in|with)\s+(\d+|two|three|four|five|six|seven|eight)\s+(?:easy |simple |quick )?steps?\b", re.IGNORECASE
)
NO_PEOPLE = re.compile(
    r"[,.;]?\s*\b(?:there (?:are|is) )?(?:no|without(?: any)?)\s+(?:people|persons?|humans?|one(?= in)|faces|actors)\b(?: in (?:it|frame|shot))?",  # noqa: E501
    re.IGNORECASE,
)
ONE_OBJECT = re.compile(
    r"\b(?:one|single) object\b|\bobject only\b|\bjust the (?:product|object|bottle)\b", re.IGNORECASE
)
NO_DIALOGUE = re.compile(
    r"[,.;]?\s*\b(?:(?:no|without(?: any)?)\s+(?:dialogues?|dialogs?|words|talking|speech|spoken words|voice-?over|lines)|silent|wordless)\b",  # noqa: E501
    re.IGNORECASE,
)
ENDING = re.compile(
    r"(?:\b(?:and )?(?:end(?:s|ing)?|close|finish(?:es)?)\s+(?:it )?(?:on|with)(?: the (?:words?|line|caption|tagline))?|\b(?:tagline|slogan|end line|caption)\s*(?:is|:)?)\s*[“\"']([^”\"]{2,80}?)[.]?[”\"'](?=\s|[.,]|$)\.?",  # noqa: E501
    re.IGNORECASE,
)
AUDIENCE = re.compile(
    r"[,.;]?\s*\b(?:aimed at|targeted at|targeting|audience is|audience:|for an audience of)\s+([\w' -]{3,40})",
    re.IGNORECASE,
)
FOR_GROUP = re.compile(
    r"[,.;]?\s+for\s+((?:\w+ ){0,2}(?:people|parents|kids|children|students|commuters|hikers|campers|climbers|runners|cyclists|gamers|teenagers|developers|designers|nurses|teachers|families|freelancers|travellers|travelers|beginners|seniors|dog owners|cat owners|owners|gardeners|bakers|surfers|musicians|readers|photographers|drivers|athletes|cooks|chefs|artists|teams|women|men))\b",  # noqa: E501
    re.IGNORECASE,
)
MAKE_IT = re.compile(
    r"(?:^|[.;,]\s*)(?:please\s+)?(?:make|keep) it [\w ,-]+?(?=[.;]|$)|(?:^|[.;]\s*)(?:the )?(?:tone|mood|style)\s*(?:is|:|should be)\s*[\w ,-]+?(?=[.;]|$)",  # noqa: E501
    re.IGNORECASE,
)
TRAILING_TONE = re.compile(
    rf"\s*[,.]\s*(?:(?:{'|'.join(TONES.values())})(?:\s*,\s*|\s+and\s+|\s*))+[.\s]*$", re.IGNORECASE
)
TONE_SENTENCE = re.compile(r"^(?:(?:and|very|a|bit|quite|,|but|not|too)\s*)*$", re.IGNORECASE)


@dataclass(frozen=True)
class Asks:
    """``body``: the text left to read as a story. ``client``: what comes after "film for". ``closing``: words
    the film ends on. ``steps``: number of steps asked for, 0 when none."""

    kind: Kind
    body: str
    tones: tuple[str, ...] = ()
    people: bool = True
    dialogue: bool = True
    steps: int = 0
    client: str = ""
    closing: str = ""
    audience: str = ""
    quotes: tuple[str, ...] = field(default=())


NUMBER_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def tones_in(text: str) -> tuple[str, ...]:
    """The tones the text names, in order, each once."""
    found = [str(match.lastgroup) for match in TONE_WORD.finditer(text)]
    return tuple(dict.fromkeys(found))


def read_asks(prompt: str, tone: str, audience: str) -> Asks:
    """Take everything but the story out of the prompt."""
    text = re.sub(r"[ \t]+", " ", prompt.replace("“", '"').replace("”", '"').replace("’", "'")).strip()
    closing = ""
    if match := ENDING.search(text):
        closing = match.group(1).strip(" .") + "."
        text = text[: match.start()] + " " + text[match.end() :]
    steps = 0
    if match := STEPS.search(text):
        steps = int(match.group(1)) if match.group(1).isdigit() else NUMBER_WORDS[match.group(1).lower()]
        text = text[: match.start()] + text[match.end() :]
    tones = list(tones_in(tone))
    if match := TRAILING_TONE.search(text):
        tones += tones_in(match.group())
        text = text[: match.start()]
    asks = Asks("story", text, closing=closing, steps=steps, audience=audience)
    asks = _limits(asks)
    for match in MAKE_IT.finditer(asks.body):
        tones += tones_in(match.group())
    asks = replace(asks, body=MAKE_IT.sub(" ", asks.body))
    asks = _audience(asks)
    asks, header_tones = _header(asks)
    body, ending_tones = _tone_sentences(asks.body)
    body = SHAPE.sub(" ", LENGTH.sub(" ", body))
    body = re.sub(r"\s+", " ", body).strip(" ,:;-")
    tones = list(dict.fromkeys([*tones, *header_tones, *ending_tones]))
    return replace(_kind(asks, body), body=body, tones=tuple(tones))


def _limits(asks: Asks) -> Asks:
    text = asks.body
    people = not (NO_PEOPLE.search(text) or ONE_OBJECT.search(text))
    dialogue = not NO_DIALOGUE.search(text)
    text = NO_DIALOGUE.sub(" ", ONE_OBJECT.sub(" ", NO_PEOPLE.sub(" ", text)))
    return replace(asks, body=text, people=people, dialogue=dialogue)


def _audience(asks: Asks) -> Asks:
    match = AUDIENCE.search(asks.body)
    if match is None:
        return asks
    return replace(asks, body=asks.body[: match.start()] + asks.body[match.end() :], audience=match.group(1).strip())


def _header(asks: Asks) -> tuple[Asks, tuple[str, ...]]:
    match = HEADER.match(asks.body)
    if match is None or re.match(r"how to\b", asks.body, re.IGNORECASE):
        return asks, ()
    head = match.group("before") + match.group("form")
    rest = asks.body[match.end() :]
    link = match.group("link").lower()
    kind: Kind = "ad" if AD_FORM.search(head) else "explainer" if re.search("explain", head, re.IGNORECASE) else "story"
    client = ""
    if link == "for":
        client, rest = _client(rest)
        kind = "ad" if kind == "story" else kind
    subject = re.sub(
        rf"{LENGTH.pattern}|{TONE_WORD.pattern}|\b(?:a|an|the|short|social|brand|product|little|very|and|animated|\d+)\b|[,-]",
        " ",
        match.group("before"),
        flags=re.IGNORECASE,
    )
    subject = SHAPE.sub(" ", subject).strip()
    if kind == "ad" and subject and not client:
        client = subject
    elif subject and not rest:
        rest = subject
    return replace(asks, kind=kind, body=rest, client=client), tones_in(match.group("before"))


def _client(rest: str) -> tuple[str, str]:
    """Split "Norrhavn Coffee. Ingrid pours…" into the client and the story."""
    match = re.search(r":\s|(?<!\bNo)(?<!\bMr)\.\s|(?<!\bNo)\.$|;\s|\s[-–—]+\s|\n| in which | where | showing ", rest)
    if match is None:
        return rest.strip(" ."), ""
    return rest[: match.start()].strip(), rest[match.end() :].strip()


def _tone_sentences(text: str) -> tuple[str, tuple[str, ...]]:
    """Drop sentences that only name a tone ("Warm and funny.")."""
    kept: list[str] = []
    tones: list[str] = []
    for piece in re.split(r"(?<=[.!?])\s+", text):
        bare = TONE_WORD.sub("", SHAPE.sub("", LENGTH.sub("", piece))).strip(" .,!")
        if TONE_WORD.search(piece) and TONE_SENTENCE.match(bare):
            tones += tones_in(piece)
        else:
            kept.append(piece)
    return " ".join(kept), tuple(tones)


def _kind(asks: Asks, body: str) -> Asks:
    if re.match(r"(?:a )?(?:how[ -]to\b|guide to\b|tutorial\b|recipe for\b|steps to\b)", body, re.IGNORECASE):
        return replace(asks, kind="howto")
    if asks.kind == "story" and re.match(
        r"(?:(?:please )?(?:explain|show|describe)\s+)?(?:how|why|what)\b", body, re.IGNORECASE
    ):
        return replace(asks, kind="explainer")
    return replace(asks, kind="howto") if asks.steps else asks
