"""What a brief asks for besides its story: kind, tone, limits, client, closing words. Each is eaten from the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dailies.adapters.providers.rehearsal.writer.headings import GROUPS, Kind, take_heading
from dailies.adapters.providers.rehearsal.writer.labels import read_form

TONES = {
    "funny": "funny|deadpan|funnier|comic|comedy|comedic|humou?rous|hilarious|silly|absurd|witty|light-hearted|playful|quirky",  # noqa: E501
    "warm": "warm|heart-?warming|tender|touching|gentle|sweet|heartfelt|cosy|cozy|uplifting|hopeful|moving|emotional",
    "calm": "calm|professional|quiet|slow|peaceful|meditative|serene|still|minimal|minimalist|understated|contemplative",  # noqa: E501
    "tense": "tense|scary|horror|suspenseful|thrilling|dramatic|thriller|gripping|eerie|creepy|spooky",
    "dark": "dark|melancholic|melancholy|sad|bleak|sombre|somber|moody|noir",
    "bold": "bold|energetic|fast|punchy|dynamic|epic|exciting|action-packed|upbeat|powerful|inspiring",
    "poetic": "poetic|dreamy|lyrical|magical|whimsical|surreal|elegant|luxurious|luxury|premium",
}
TONE_WORD = re.compile("|".join(f"(?P<{tone}>\\b(?:{words})\\b)" for tone, words in TONES.items()), re.IGNORECASE)
LENGTH = re.compile(
    r"[,(]?\s*(?:\b(?:in|within|lasting|for) )?(?<!his )(?<!her )(?<!the )(?<!their )\b(?:about |around |under |exactly |only )?(?:\d+(?:\.\d+)?|(?:one|two|half a|a full)(?=[ -]min))[ -]?(?:s|sec|secs|seconds?|minutes?|min)\b[).]?(?:\s+long)?",  # noqa: E501
    re.IGNORECASE,
)
SHAPE = re.compile(
    r"\b(?:portrait|vertical|landscape|square)(?= (?:format|video|film|ad|clip|reel|frame|cut)\b)|\b(?:16:9|9:16|1:1|widescreen)\b|"  # noqa: E501
    r"(?:(?<=^)|(?<=[,.;(])\s*)(?:in )?(?:portrait|vertical|landscape|square)\b(?=\s*(?:[,.;)]|$))",
    re.IGNORECASE,
)
OWN_TITLE = re.compile(r"^(?:working )?title\s*:\s*[\"']?(?P<name>[^\n.\"']{2,60})[\"']?\s*(?:[.\n]|$)", re.IGNORECASE)
GENRE_ALONE = re.compile(
    r"^(?:a |an )?(?:western|noir|horror|thriller|comedy|drama|romance|fantasy|sci-?fi|science fiction|mystery|fairy tale|"  # noqa: E501
    r"fable|documentary(?: style)?|mockumentary|musical|sports film|bedtime story|animation|silent film)\s*[.,]\s+",
    re.IGNORECASE,
)
TONES_FIRST = re.compile(
    rf"^(?:(?:{'|'.join(TONES.values())})(?:\s*,\s*|\s+and\s+|\s+))*(?:{'|'.join(TONES.values())})\s*[:.]\s+",
    re.IGNORECASE,
)
HOW_SHOT = re.compile(
    r"(?:(?<=^)|(?<=[.;,])\s*)(?:please )?(?:(?:only )?(?:overhead|top-down|close-up|macro|handheld|static|drone|wide|aerial) shots?(?: only)?|"  # noqa: E501
    r"hands only|only hands|close-?ups only|(?:in )?one (?:single )?take|split[- ]screen|fixed camera|single shot)\s*(?=[.;,]|$)",  # noqa: E501
    re.IGNORECASE,
)
LESSON = re.compile(
    r"^(?:please )?(?:explain|show|teach|tell|demonstrate|describe|film)\b[^.:]{0,30}?\b(?=how to\b)", re.IGNORECASE
)
LOOK_WORDS = re.compile(
    r"[.,;]?\s*\b(?:in )?(?:animat(?:ion|ed) (?:feel|look|style)|black[- ]and[- ]white|monochrome|sepia|full colou?r|slow[- ]motion)\b(?: mood| style| look| footage)?",  # noqa: E501
    re.IGNORECASE,
)
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
FOR_GROUP = re.compile(rf"[,.;]?\s+for\s+((?:\w+ ){{0,2}}(?:{GROUPS}))\b(?=\s*[.,;]|$)", re.IGNORECASE)
SCENES = re.compile(
    r"[,.;]?\s*\b(?:in |with |exactly |only )?(\d+|two|three|four|five|six|seven|eight|nine) (?:short )?scenes?\b(?! \d)\s*:?",  # noqa: E501
    re.IGNORECASE,
)
BANNED = re.compile(
    r"(?:(?<=[.,;])\s*|^\s*|\s+but\s+)(?:there (?:is|are|should be|must be)\s+)?"
    r"(?:no|without(?: any)?|(?:please )?(?:don't|do not|never) (?:show|include|use)(?: any| the| a)?|avoid(?: any| showing)?)\s+"  # noqa: E501
    r"(?!one\b|longer\b|matter\b|way\b|idea\b)([a-z][\w -]{1,28}?)(?:\s+(?:shown|visible|allowed|in it|please))?\s*(?=[.,;]|$)",  # noqa: E501
    re.IGNORECASE,
)
MUST = re.compile(
    r"(?:(?<=[.,;])\s*|^\s*)(?:it |the (?:film|ad|video|story) |we )?"
    r"(?:must (?:show|include|have|feature|see|contain)|(?:please )?include|has to (?:show|include)|"
    r"(?:please )?(?:make|be) sure (?:to (?:show|include)|we see)|featuring)\s+([^.;]+)",
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
    the film ends on. ``steps`` and ``scenes``: how many are asked for, 0 when none. ``name``: the film's own
    name. ``musts``: what must be seen. ``banned``: what must not."""

    kind: Kind
    body: str
    tones: tuple[str, ...] = ()
    people: bool = True
    dialogue: bool = True
    steps: int = 0
    client: str = ""
    closing: str = ""
    audience: str = ""
    name: str = ""
    heading: str = ""
    scenes: int = 0
    musts: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


NUMBER_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}


def tones_in(text: str) -> tuple[str, ...]:
    """The tones the text names, in order, each once."""
    found = [str(match.lastgroup) for match in TONE_WORD.finditer(text)]
    return tuple(dict.fromkeys(found))


def read_asks(prompt: str, tone: str, audience: str) -> Asks:
    """Take everything but the story out of the prompt."""
    text = re.sub(r"[ \t]+", " ", prompt.replace("“", '"').replace("”", '"').replace("’", "'")).strip()
    form = read_form(text)
    text = form.story
    name = ""
    if match := OWN_TITLE.match(text):
        name, text = match.group("name").strip(), text[match.end() :].strip()
    genre = ""
    if match := GENRE_ALONE.match(text):
        genre, text = match.group().strip(" .,"), text[match.end() :]
    if match := TONES_FIRST.match(text):
        genre, text = f"{genre} {match.group().strip(' :.')}", text[match.end() :]
    closing = f"{form.closing}." if form.closing else ""
    if match := ENDING.search(text):
        closing = match.group(1).strip(" .") + "."
        text = text[: match.start()] + " " + text[match.end() :]
    steps = 0
    if match := STEPS.search(text):
        steps = int(match.group(1)) if match.group(1).isdigit() else NUMBER_WORDS[match.group(1).lower()]
        text = text[: match.start()] + text[match.end() :]
    tones = [*tones_in(tone), *tones_in(genre), *tones_in(form.tone)]
    if match := TRAILING_TONE.search(text):
        tones += tones_in(match.group())
        text = text[: match.start()]
    text = HOW_SHOT.sub(" ", HOW_SHOT.sub(" ", LOOK_WORDS.sub(" ", text)))
    asks = Asks("story", text, closing=closing, steps=steps, audience=audience or form.audience)
    asks = _limits(asks)
    asks = _wanted(asks)
    for match in MAKE_IT.finditer(asks.body):
        tones += tones_in(match.group())
    asks = replace(asks, body=MAKE_IT.sub(" ", asks.body))
    asks = _audience(asks)
    asks, header_tones = _header(asks)
    body, ending_tones = _tone_sentences(asks.body)
    body = SHAPE.sub(" ", LENGTH.sub(" ", body))
    body = re.sub(r"(?:(?<=\s)|^)\d{1,2}[.)]\s+(?=\S)", ". ", re.sub(r"(?m)^\s*[-•*]\s+", ". ", body))
    body = re.sub(r"\s+", " ", re.sub(r"\s*[.:]\s*(?=\.)", " ", body)).strip(" ,:;-.")
    tones = list(dict.fromkeys([*tones, *header_tones, *ending_tones]))
    asks = _kind(asks, LESSON.sub("", body))
    if form.sold and asks.kind in {"story", "ad"}:
        asks = replace(asks, kind="ad")
    if form.sold and not asks.client:
        asks = replace(asks, client=form.client)
    if form.claim and asks.client:
        asks = replace(asks, claims=(f"{form.claim[:1].upper()}{form.claim[1:]}.",))
    if form.must:
        asks = replace(asks, musts=(*asks.musts, *re.split(r",\s*|\s+and\s+", form.must)))
    return replace(asks, name=name or asks.name, heading=f"{genre} {asks.heading}".strip(), tones=tuple(tones))


def _limits(asks: Asks) -> Asks:
    text = asks.body
    people = not (NO_PEOPLE.search(text) or ONE_OBJECT.search(text))
    dialogue = not NO_DIALOGUE.search(text)
    text = NO_DIALOGUE.sub(" ", ONE_OBJECT.sub(" ", NO_PEOPLE.sub(" ", text)))
    return replace(asks, body=text, people=people, dialogue=dialogue)


def _wanted(asks: Asks) -> Asks:
    """What must be seen, what must not, and how many scenes there are."""
    text = asks.body
    banned = tuple(found.group(1).strip().lower() for found in BANNED.finditer(text))
    text = BANNED.sub(" ", text)
    musts: list[str] = []
    for found in MUST.finditer(text):
        musts += [each.strip(" .") for each in re.split(r",\s*|\s+and\s+", found.group(1)) if each.strip(" .")]
    text = MUST.sub(" ", text)
    scenes = 0
    if match := SCENES.search(text):
        said = match.group(1).lower()
        scenes = int(said) if said.isdigit() else NUMBER_WORDS[said]
        text = text[: match.start()] + (" " if match.start() == 0 else ". ") + text[match.end() :]
    text = re.sub(r"\s*\.\s*(?:\.\s*)+", ". ", text).strip()
    return replace(asks, body=text, banned=banned, musts=tuple(musts), scenes=scenes if 1 <= scenes <= 12 else 0)


def _audience(asks: Asks) -> Asks:
    match = AUDIENCE.search(asks.body)
    if match is None and not asks.client:
        match = FOR_GROUP.search(asks.body)
    if match is None:
        return asks
    return replace(asks, body=asks.body[: match.start()] + asks.body[match.end() :], audience=match.group(1).strip())


def _header(asks: Asks) -> tuple[Asks, tuple[str, ...]]:
    heading = take_heading(asks.body)
    asks = replace(
        asks,
        kind=heading.kind,
        body=heading.rest,
        client=heading.client,
        name=heading.name,
        heading=heading.words,
        closing=asks.closing or heading.call,
        audience=asks.audience or heading.audience,
    )
    return asks, tones_in(heading.words)


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
    asks = replace(asks, body=body)
    if re.match(r"(?:a )?(?:how[ -]to\b|guide to\b|tutorial\b|recipe for\b|steps to\b)", body, re.IGNORECASE):
        return replace(asks, kind="howto")
    if asks.kind == "story" and re.match(r"(?:please )?explain\b", body, re.IGNORECASE):
        return replace(asks, kind="explainer")
    if asks.kind == "story" and re.match(
        r"(?:(?:please )?(?:explain|show|describe|tell)\s+(?:us\s+|me\s+)?)?(?:how|why|what)\b(?! if)",
        body,
        re.IGNORECASE,
    ):
        return replace(asks, kind="explainer")
    return replace(asks, kind="howto") if asks.steps else asks
