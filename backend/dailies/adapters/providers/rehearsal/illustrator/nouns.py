"""What kind of thing a word names: a thing, an animal, a person, or nothing that can be drawn."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Literal

from lemminflect import getAllLemmas

NounClass = Literal["thing", "animal", "person", "other", "unknown"]

_PLURALS = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "mice": "mouse",
    "geese": "goose",
    "feet": "foot",
    "teeth": "tooth",
    "leaves": "leaf",
    "loaves": "loaf",
    "knives": "knife",
    "shelves": "shelf",
    "wolves": "wolf",
    "scarves": "scarf",
    "halves": "half",
    "lives": "life",
    "wives": "wife",
    "thieves": "thief",
    "hooves": "hoof",
    "calves": "calf",
    "oxen": "ox",
    "dice": "dice",
    "everyone": "everyone",
    "everybody": "everyone",
}
_SINGULAR_IN_S = frozenset(
    (
        "glass bus boss dress lens gas moss grass cross brass compass cactus octopus walrus canvas princess "
        "mattress chess glasses sunglasses scissors headphones trousers jeans shorts binoculars clothes pyjamas "
        "tongs pliers dress class pass kiss loss mess stress news series species chaos darkness waitress actress "
        "hostess circus"
    ).split()
)


_ALSO_THINGS = frozenset(
    (
        "chain board label page ring signature parcel crumb puddle bench washing crate receipt poster ticket "
        "photograph crane pack cairn clock screen bike can letter map book sticker stamp speaker tank seal trunk "
        "wire ladder block hose kit device gadget machine contraption widget invention tool instrument gift toy "
        "package prop sketch painting magazine newspaper trophy banner costume"
    ).split()
)


@lru_cache(maxsize=8192)
def parts_of_speech(word: str) -> frozenset[str]:
    """The parts of speech the dictionary has for a word (NOUN, VERB, ADJ, ADV, AUX, PROPN); empty when unknown."""
    return frozenset(getAllLemmas(word))


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of a noun in lower case; the word itself when it is none or unknown."""
    if word in _PLURALS:
        return _PLURALS[word]
    if word in _SINGULAR_IN_S or not word.endswith("s") or word.endswith("ss"):
        return word
    forms = getAllLemmas(word).get("NOUN", ())
    if forms:
        return str(forms[0])
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=4096)
def verb_lemma(word: str) -> str:
    """The base form of a verb; the word itself when unknown."""
    forms = getAllLemmas(word).get("VERB", ())
    return str(forms[0]) if forms else word


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    text = resources.files(__package__).joinpath("nouns.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


@lru_cache(maxsize=8192)
def noun_class(word: str) -> NounClass:
    """What a noun in the singular names. ``other``: a known word that is no thing one can draw (an act, a mood, a
    time, a material). ``unknown``: in no dictionary, so perhaps an invented thing."""
    table = _table()
    if word in table["things"] or word in _ALSO_THINGS:
        return "thing"
    if word in table["animals"]:
        return "animal"
    if word in table["people"]:
        return "person"
    return "other" if parts_of_speech(word) else "unknown"
