"""English word forms: lemmas, agreement, articles and slugs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from lemminflect import getAllLemmas, getInflection

VOWEL_SOUND = re.compile(r"^(?:[aeio]|u(?!ni|se|su|ti|ku)|hour|honest|heir|8|11\b|18\b)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def lemmas(word: str) -> dict[str, tuple[str, ...]]:
    """Dictionary lemmas of a word by part of speech (NOUN, VERB, ADJ, ADV, AUX); empty when unknown."""
    found: dict[str, tuple[str, ...]] = getAllLemmas(word.lower())
    return found


def can_be(word: str, part: str) -> bool:
    """Whether the dictionary has the word as this part of speech."""
    return part in lemmas(word)


def known(word: str) -> bool:
    """Whether the dictionary has the word at all."""
    return bool(lemmas(word))


def verb_lemma(word: str) -> str:
    """The base form of a verb; the word itself when unknown."""
    forms = lemmas(word).get("VERB") or lemmas(word).get("AUX")
    return forms[0] if forms else word.lower()


def singular(word: str) -> str:
    """The singular of a noun, lower case."""
    lowered = word.lower()
    if lowered in {"clothes", "news", "glasses", "scissors", "headphones", "trousers", "jeans"}:
        return lowered
    forms = lemmas(lowered).get("NOUN")
    return forms[0] if forms else lowered


def is_plural(word: str) -> bool:
    """Whether a noun is in the plural."""
    lowered = word.lower()
    return lowered in {"people", "children", "twins", "clothes", "glasses", "scissors", "headphones"} or (
        singular(lowered) != lowered and lowered not in {"bus", "boss"}
    )


@lru_cache(maxsize=4096)
def inflect(lemma: str, tag: str) -> str:
    """A verb or noun form by Penn tag (VBZ, VBD, VBG, NNS)."""
    if lemma == "be":
        return {"VBZ": "is", "VBP": "are", "VBG": "being"}.get(tag, "be")
    if lemma == "have":
        return {"VBZ": "has", "VBG": "having"}.get(tag, "have")
    forms = getInflection(lemma, tag)
    return str(forms[0]) if forms else lemma


def agree(third_person: str, plural: bool) -> str:
    """Turn a third-person verb ("slows") into the form its subject needs."""
    if not plural:
        return third_person
    if third_person in {"is", "was"}:
        return "are"
    if third_person == "has":
        return "have"
    return verb_lemma(third_person)


def article(phrase: str) -> str:
    """The phrase with "a" or "an" before it."""
    return f"{'an' if VOWEL_SOUND.match(phrase) else 'a'} {phrase}"


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text as one sentence: capital first, one stop at the end, single spaces."""
    tidy = re.sub(r"\s+([,.;:!?])", r"\1", re.sub(r"\s+", " ", text)).strip(" ,;:")
    return capital(tidy) if tidy.endswith((".", "!", "?", "…", "”")) else capital(tidy) + "."


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; "part" when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]s?\b", "", plain)).strip("-")[:40] or "part"


SMALL_WORDS = frozenset(["a", "an", "the", "and", "of", "in", "on", "at", "to", "for", "with", "from", "by"])


def title_case(text: str) -> str:
    """Title case that leaves small words and inner capitals alone."""
    words = text.split()
    return " ".join(
        word if index and word.lower() in SMALL_WORDS else capital(word) for index, word in enumerate(words)
    )


def tokens(text: str) -> list[str]:
    """Words and punctuation marks; a possessive stays one token."""
    return re.findall(r"[^\W_]+(?:[’'\-.&][^\W_]+)*[’']?|[,;:.!?—–()]", text.replace("’", "'"))


def joined(words: list[str]) -> str:
    """Tokens back to text."""
    return re.sub(r"\s+([,.;:!?])", r"\1", " ".join(words))
