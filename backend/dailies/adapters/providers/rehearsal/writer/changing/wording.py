"""A note's words made plain: quotes set aside, politeness and typos taken out, numbers read."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from dailies.adapters.providers.rehearsal.writer.words import known

NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "single": 1,
    "two": 2,
    "couple": 2,
    "both": 2,
    "three": 3,
    "few": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "twenty-five": 25,
    "thirty": 30,
    "thirty-five": 35,
    "forty": 40,
    "forty-five": 45,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
N = r"(?:\d+|twenty[- ]five|thirty[- ]five|forty[- ]five|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)"  # noqa: E501
POLITE = re.compile(
    r"\b(?:please|pls|plz|kindly|thanks|thank you|thx|hey|hi|hello|maybe|perhaps|possibly|i (?:think|guess|feel(?: like)?|believe)|"  # noqa: E501
    r"if (?:possible|you can)|for me|a (?:little|tiny) bit|a bit|a touch|a tad|slightly|somewhat|kind of|sort of|really|actually|basically|"  # noqa: E501
    r"ideally|instead(?! of)|overall|in general|again|one more thing|btw)\b,?\s*",
    re.IGNORECASE,
)
ASKING = re.compile(
    r"(?:(?<=[.;:!?,«»] )|(?<=\band )|(?<=\bbut )|^)(?:(?:ok(?:ay)?|so|well|also|and|but|then|plus|now|next|finally|yes|hm+|oh)\b,?\s+)*"  # noqa: E501
    r"(?:(?:can|could|would|will|should|may|might) (?:you|we|i|it be possible to)|(?:is|would) (?:it|there) (?:be )?(?:possible|any way) to|"  # noqa: E501
    r"would you mind|do you mind|i(?:'d| would|'ll| will)? (?:like|love|want|prefer|need|rather|wish)(?: (?:to|for|if))*(?: see| have)?|"  # noqa: E501
    r"(?:we|you) (?:should|could|need to|must|have to|might)|let's(?! say)|let us|how about|what about|what if(?: we| you)?|why not|why don't (?:we|you)|"  # noqa: E501
    r"try(?: to| and)?|i miss|i'm missing|i'd rather(?: have)?|it would be (?:nice|great|better|good|cool|lovely) (?:if|to)|it'd be (?:nice|great|better|good|cool|lovely) (?:if|to)|"  # noqa: E501
    r"(?:my|the) (?:client|boss|customer|director|kids?|daughter|son|team) (?:wants?|thinks|says?|asked for|would like|feels?)(?: that)?(?: you)?(?: to)?|"  # noqa: E501
    r"go ahead and|feel free to|be sure to|make sure (?:that|to)?|just|simply)\s+",
    re.IGNORECASE,
)
VOCABULARY = tuple(
    "scene scenes funnier funny darker warmer calmer dramatic premium playful serious happier sadder shorter longer seconds second "  # noqa: E501
    "remove delete replace rename change merge combine split swap switch reorder between before after beginning ending opening "  # noqa: E501
    "dialogue dialog character characters title caption captions caption line lines winter summer autumn spring evening morning "  # noqa: E501
    "night afternoon sunset rain snow weather product earlier later another different instead should focus about fewer "
    "without everything finish location kitchen beach forest street library twist surprise humor humour drop make tenser "  # noqa: E501
    "hopeful romantic scarier mysterious luxurious emotional first third fourth fifth last middle move insert include close".split()  # noqa: E501
)


def set_quotes_aside(text: str) -> tuple[str, list[str]]:
    """The text with every quoted string as «0», «1» …, and the strings."""
    quotes: list[str] = []

    def aside(match: re.Match[str]) -> str:
        quotes.append(next(each for each in match.groups() if each is not None).strip())
        return f" «{len(quotes) - 1}» "

    plain = text.replace("’", "'").replace("‘", "'")
    found = re.sub(
        r"[“\"„]([^”\"“„]+)[”\"“]|«([^»\d][^»]*)»|(?<![\w])'([^']+(?:'(?=[a-z]{1,2}\b)[^']*)*)'(?!\w)", aside, plain
    )
    return re.sub(r"\s+", " ", found).strip(), quotes


def made_plain(text: str, names: frozenset[str]) -> str:
    """The note without politeness and typos. ``names``: lower-case words of the story, which are no typos."""
    text = re.sub(r"\s+([,.;:!?])", r"\1", re.sub(r"\s+", " ", text)).strip()
    for _ in range(3):
        text = ASKING.sub("", POLITE.sub("", text)).strip()
    return re.sub(r"(?<![\w'])[A-Za-z][a-z]{3,}(?:-[a-z]+)?(?!['\w])", lambda match: mended(match.group(), names), text)


FAMILIAR = frozenset(
    "that this these those there their theirs they them then than when where which while what with without within whose whom from into onto "  # noqa: E501
    "about above after before behind below beneath beside besides between beyond during except inside outside over past since through "  # noqa: E501
    "throughout toward towards under until upon your yours ours each every everyone everybody everything everywhere something someone "  # noqa: E501
    "somebody somewhere anything anyone anybody nothing nobody nowhere none both either neither another other others such same more most "  # noqa: E501
    "less least fewer many much some very also just only even still again once twice here have having been being does doing done should "  # noqa: E501
    "would could might must shall will cannot because although though unless whereas instead rather quite almost maybe perhaps herself "  # noqa: E501
    "himself itself themselves three four five seven eight nine eleven twelve thirteen fifteen twenty thirty forty fifty sixty ninety "  # noqa: E501
    "third fourth fifth sixth first second okay please thanks hello onto upon versus first-person close-up close-ups don't "  # noqa: E501
    "doesn't isn't aren't didn't can't won't shouldn't it's that's let's there's i'd i'm".split()
)


def mended(word: str, names: frozenset[str]) -> str:
    """A word that nobody knows, as the word of notes or of the story it is nearest to."""
    lowered = word.lower()
    if word[0].isupper() or lowered in names or lowered in VOCABULARY or lowered in FAMILIAR or _is_known(lowered):
        return word
    found = process.extractOne(lowered, (*VOCABULARY, *sorted(names)), scorer=fuzz.ratio, score_cutoff=82)
    return str(found[0]) if found else word


@lru_cache(maxsize=4096)
def _is_known(word: str) -> bool:
    return known(word)


def number_in(text: str) -> int:
    """The first number a text names, in figures or words; 0 when it names none."""
    for word in re.findall(r"\d+|twenty[- ]five|thirty[- ]five|forty[- ]five|[a-z]+", text.lower()):
        if word.isdigit():
            return int(word)
        if (number := NUMBERS.get(word.replace(" ", "-"))) is not None:
            return number
    return 0
