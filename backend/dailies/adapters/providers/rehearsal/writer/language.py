"""Whether a brief is English the writer can read; refusals; small typing slips."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from dailies.adapters.providers.rehearsal.writer import clauses as grammar
from dailies.adapters.providers.rehearsal.writer.lexicon import class_of, names, noun_classes, places, roles, scripts
from dailies.adapters.providers.rehearsal.writer.words import known
from dailies.domain.errors import ProviderError


def not_understood(message: str) -> ProviderError:
    """The refusal of a brief; ``message`` asks for what is missing."""
    return ProviderError(message, code="brief_not_understood", charged=False, retryable=False)


STOP_WORDS = {
    "Spanish": "el la los las un una y en con por para que su de del se lo al es pero como".split(),
    "French": "le la les un une et dans avec pour que son sa ses de du des est sur qui elle il au".split(),
    "German": "der die das ein eine und in mit für dass sein ihr ist auf nicht den dem im sich zu".split(),
    "Italian": "il lo la gli un una e nel con per che suo sua di del è sul non si al della".split(),
    "Portuguese": "o os as um uma e em com para que seu sua de do da no na não se ao".split(),
    "Dutch": "de het een en in met voor dat zijn haar is op niet van naar te aan".split(),
    "Norwegian": "en et og i med for at sin er på ikke til som av den det".split(),
}
ENGLISH_WORDS = frozenset(
    "the and of to her his with an who is on at for from by before after it its he she they then while how".split()
)


def check_readable(prompt: str) -> None:
    """Raise ProviderError ``brief_not_understood`` for text that is not English or not language."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", prompt)]
    if not words:
        raise not_understood("There are no words in the brief. Say who it is about, what they do, and where.")
    if sum(ord(char) > 0x24F for word in words for char in word) > 0.3 * sum(map(len, words)):
        raise not_understood(
            "The rehearsal writer reads English only. Say in English who it is about, what they do, and where."
        )
    english = sum(word in ENGLISH_WORDS for word in words)
    scores = {name: sum(word in stops for word in words) for name, stops in STOP_WORDS.items()}
    language = max(scores, key=lambda name: scores[name])
    small = (
        grammar.DETERMINERS
        | grammar.PREPOSITIONS
        | grammar.PRONOUNS
        | grammar.POSSESSIVES
        | grammar.CONJUNCTIONS
        | grammar.AUXILIARIES
    )
    proper_names = {word.lower() for word in re.findall(r"(?<=[\w,] )[A-Z]\w+", prompt)}
    understood = sum(
        known(word) or word in small | grammar.ADVERBS | proper_names or word in names() or class_of(word) != ""
        for word in words
    ) / len(words)
    if len(words) >= 4 and scores[language] >= max(2, 2 * english + 1) and understood < 0.75:
        raise not_understood(
            f"This looks like {language}, and the rehearsal writer reads English only. "
            "Say in English who it is about, what they do, and where."
        )
    proper = sum(word[:1].isupper() for word in re.findall(r"[^\W\d_]+", prompt)) / len(words)
    if understood < (0.5 if len(words) < 12 or proper > 0.3 else 0.6):
        raise not_understood(
            "The brief has too few words the rehearsal writer knows. "
            "Say who it is about, what they do, and where, in plain English."
        )


SMALL = (
    grammar.DETERMINERS
    | grammar.PREPOSITIONS
    | grammar.PRONOUNS
    | grammar.POSSESSIVES
    | grammar.CONJUNCTIONS
    | grammar.AUXILIARIES
    | grammar.NUMBERS
    | grammar.ADVERBS
    | grammar.MODALS
)
"""Words that carry no meaning of their own; never respelled."""


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[str, ...]:
    common = "little through their because friend beautiful finally together morning different children another".split()
    rows = [*noun_classes(), *roles(), *places(), *scripts(), *common]
    return tuple(dict.fromkeys(word for word in rows if word.isalpha() and len(word) > 3))


def spelled(text: str) -> str:
    """The text with slips in plain lower-case words put right ("baloon" -> "balloon")."""

    def right(match: re.Match[str]) -> str:
        word = match.group()
        if len(word) < 5 or word in SMALL or known(word) or class_of(word) or word in names():
            return word
        found = process.extractOne(word, _vocabulary(), scorer=fuzz.ratio, score_cutoff=84)
        return found[0] if found else word

    text = re.sub(r"\b(?:losses|looses|loose)(?= (?:his|her|their|its|the|a|an)\b)", "loses", text)
    return re.sub(r"(?<![\w'-])[a-z]+(?![\w'-])", right, text)
