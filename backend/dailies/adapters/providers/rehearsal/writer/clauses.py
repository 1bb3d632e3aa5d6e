"""Splitting a sentence into clauses and finding the one finite verb of each, by score."""

from __future__ import annotations

from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.writer.lexicon import (
    calendar,
    class_of,
    geography,
    names,
    noun_classes,
    roles,
    scripts,
    verb_classes,
)
from dailies.adapters.providers.rehearsal.writer.words import (
    can_be,
    inflect,
    is_plural,
    joined,
    known,
    lemmas,
    verb_lemma,
)

DETERMINERS = frozenset("a an the this that these those every each some any no another both all".split())
POSSESSIVES = frozenset("his her its their my our your".split())
NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
PREPOSITIONS = frozenset(
    "in on at to into onto from of for with by under over behind beside between through across along around near "
    "inside outside above below against past toward towards during without after before among up down off out "
    "beneath beyond until till about like".split()
)
PRONOUNS = frozenset("he she it they we i you who everyone everybody someone somebody nobody anyone".split())
OBJECT_PRONOUNS = frozenset("him her it them me us you everyone one himself herself itself themselves".split())
CONJUNCTIONS = frozenset("and but then so while until because as when yet or".split())
AUXILIARIES = frozenset("is are was were has have had does do did will would can could may might must should".split())
ADVERBS = frozenset(
    "then again back never always only just almost finally slowly quickly still also even soon once together alone "
    "instead suddenly quietly secretly already everywhere home there here later now away today tonight".split()
)
MODALS = frozenset(
    "will would can could may might must should cannot can't won't couldn't doesn't don't didn't".split()
)
PARTICLES = frozenset("back up down out off away in on over apart".split())


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: token span, head noun, words before the head, owner ("courier" of "the courier's
    chain") and the preposition before it."""

    start: int
    end: int
    head: str
    determiner: str
    words: tuple[str, ...]
    owner: tuple[str, ...]
    preposition: str

    @property
    def adjectives(self) -> tuple[str, ...]:
        """The words before the head noun."""
        return self.words[:-1]


@dataclass(frozen=True)
class Parts:
    """A clause taken apart: tokens before the verb, the verb, and what follows it."""

    subject: tuple[str, ...]
    verb: str
    negated: bool
    modal: str
    adverbs: tuple[str, ...]
    rest: tuple[str, ...]
    lead: tuple[str, ...] = ()


def is_name(word: str, first: bool = False) -> bool:
    """Whether the word is somebody's or something's name."""
    bare = word.lower().removesuffix("'s")
    if bare in calendar() or bare in geography():
        return False
    if bare in names() and word[:1].isupper():
        return True
    return word[:1].isupper() and not first and bare not in DETERMINERS | PRONOUNS | PREPOSITIONS and word != "I"


def nounish(word: str) -> bool:
    """Whether the word can stand at the head of a noun phrase."""
    lowered = word.lower()
    if lowered in DETERMINERS | POSSESSIVES | PREPOSITIONS | PRONOUNS | CONJUNCTIONS | ADVERBS | AUXILIARIES:
        return False
    return can_be(lowered, "NOUN") or not known(lowered) or is_name(word) or lowered in roles()


def describing(word: str) -> bool:
    """Whether the word can stand before a noun."""
    lowered = word.lower()
    if lowered in PREPOSITIONS | PRONOUNS | CONJUNCTIONS | AUXILIARIES | DETERMINERS | POSSESSIVES | ADVERBS:
        return False
    return can_be(lowered, "ADJ") or nounish(word) or lowered.endswith(("ed", "en", "ing")) or "-" in lowered


def phrases(words: list[str]) -> list[Phrase]:
    """The noun phrases of a run of tokens, in order."""
    found: list[Phrase] = []
    index = 0
    preposition = ""
    while index < len(words):
        lowered = words[index].lower()
        start = index
        determiner = ""
        if not lowered[:1].isalnum():
            preposition = ""
            index += 1
            continue
        if lowered in DETERMINERS | POSSESSIVES | NUMBERS or lowered.isdigit():
            determiner = lowered
            index += 1
            if index < len(words) and words[index].lower() in NUMBERS:
                index += 1
        run: list[str] = []
        owner: list[str] = []
        while (
            index < len(words)
            and words[index][:1].isalnum()
            and (describing(words[index].removesuffix("'s")) or words[index].endswith("'"))
        ):
            word = words[index]
            if word.lower() in {"very"}:
                index += 1
                continue
            if word.endswith(("'s", "s'")):
                owner = [*run, word.removesuffix("'s").removesuffix("'")]
                run = []
            else:
                run.append(word)
            index += 1
            if run and word.lower() not in roles() and _verb_starts(words, index, run):
                break
            if run and index < len(words) and _made_to(words, index, run):
                break
        while run and not nounish(run[-1]):
            run.pop()
            index -= 1
        if run:
            found.append(Phrase(start, index, run[-1], determiner, tuple(run), tuple(owner), preposition))
            preposition = ""
            continue
        index = max(index, start + 1)
        preposition = lowered if lowered in PREPOSITIONS else ("" if words[start].isalpha() else preposition)
    return found


def _verb_starts(words: list[str], index: int, run: list[str]) -> bool:
    """Whether the noun phrase ends here because the next word is a verb, an adverb or a participle."""
    if index >= len(words):
        return True
    following = words[index].lower()
    if _made_to(words, index, run):
        return True
    return following.endswith("ing") and can_be(following, "VERB") and nounish(run[-1]) and not can_be(following, "ADJ")


def _made_to(words: list[str], index: int, run: list[str]) -> bool:
    """Whether the next word is what somebody is made or seen to do ("makes one child laugh")."""
    following = words[index].lower()
    being = class_of(run[-1]) in {"person", "animal"} or is_name(run[-1])
    if not being or verb_lemma(following) != following or following not in scripts():
        return False
    after = words[index + 1].lower() if index + 1 < len(words) else ""
    small = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | ADVERBS | POSSESSIVES | OBJECT_PRONOUNS
    return not after or not after[:1].isalnum() or after in small


def verb_scores(words: list[str], elided: bool) -> list[float]:
    """How well each token would do as the finite verb; -99 for tokens that cannot be one.

    ``elided``: the subject may be missing because an earlier clause gave it.
    """
    scores: list[float] = []
    for index, word in enumerate(words):
        score = _verb_score(words, index, elided) if word[:1].isalpha() else -99.0
        if index and scores[-1] >= 0.9 and word.endswith("s") and can_be(word, "NOUN") and score < 90:
            score -= 3.0
        scores.append(score)
    return scores


def _verb_score(words: list[str], index: int, elided: bool) -> float:
    lowered = words[index].lower()
    before = words[index - 1] if index else ""
    after = words[index + 1].lower() if index + 1 < len(words) else ""
    if lowered in {"is", "are", "was", "were", "has", "does", "did", "have", "do", "had"}:
        return 2.5 if index or elided else -1.0
    if lowered in MODALS:
        return 3.0
    parts = lemmas(lowered)
    if "VERB" not in parts or is_name(words[index], index == 0):
        return -99.0
    if _complement(words, index) or not index and _described(words):
        return -99.0
    if lowered in PREPOSITIONS | DETERMINERS | POSSESSIVES | CONJUNCTIONS | ADVERBS | PRONOUNS:
        return -99.0
    lemma = verb_lemma(lowered)
    if lowered.endswith("ing") and lemma != lowered:
        return -99.0
    score = 0.0 if "NOUN" in parts or "ADJ" in parts else 2.2
    if lemma in scripts() or lemma in verb_classes():
        score += 2.0
    previous = before.lower()
    if previous in DETERMINERS | POSSESSIVES | NUMBERS or previous.endswith("'s"):
        score -= 5
    elif previous in PREPOSITIONS and previous not in {"up", "down", "out", "back"}:
        score -= 4
    third = lowered.endswith("s") and lemma != lowered
    several = "and" in [each.lower() for each in words[:index]]
    plural_before = (
        several
        or _plural_subject(words[:index])
        or bool(before)
        and before[:1].isalpha()
        and is_plural(before)
        and nounish(before)
    )
    if third:
        score += -0.5 if plural_before else 2.0
    elif lowered == lemma:
        score += (
            2.0
            if plural_before or previous in {"they", "we", "i", "you", "who"}
            else -1.2
            if after in DETERMINERS | POSSESSIVES and "NOUN" not in parts
            else -2.5
        )
    else:
        score += 0.6
        if after and nounish(after) and after not in DETERMINERS:
            score -= 1.0
    if after in DETERMINERS | POSSESSIVES | OBJECT_PRONOUNS:
        score += 1.5
    elif after in PREPOSITIONS or after in ADVERBS:
        score += 1.0
    elif not after or not after[:1].isalpha():
        score += 0.5
    if index == 0 and elided and lowered == lemma and after in DETERMINERS | POSSESSIVES | OBJECT_PRONOUNS | NUMBERS:
        return 1.5
    if index == 0 and elided and lowered == lemma and after in PREPOSITIONS and lemma in scripts():
        return 1.0
    if index == 0:
        score += 0.5 if elided and third else -2.0
    if lowered in noun_classes() and not third:
        score -= 1.0
    if index and not any(nounish(each) or each.lower() in PRONOUNS for each in words[:index]) and not elided:
        score -= 3.0
    return score - 0.12 * index


BE = frozenset("is are was were be been being 's".split())
COPULAS = frozenset(
    "stay stays remain remains become becomes feel feels look looks seem seems turn turns go goes get gets keep keeps "
    "fall falls lie lies stand stands".split()
)


def _complement(words: list[str], index: int) -> bool:
    """Whether the word says what somebody is ("is served", "are rivals", "stays dry"), and is no verb of its own."""
    back = index - 1
    while back >= 0 and (
        words[back].lower() in ADVERBS or words[back].lower() in {"not", "very", "so", "too", "quite"}
    ):
        back -= 1
    if back < 0:
        return False
    lowered, before = words[index].lower(), words[back].lower()
    if before in BE:
        return True
    if before in {"has", "have", "had"} and back:
        return verb_lemma(lowered) != lowered and not lowered.endswith(("s", "ing"))
    form = can_be(lowered, "ADJ") and (verb_lemma(lowered) == lowered or lowered.endswith("ed"))
    return before in COPULAS and bool(back) and back == index - 1 and form


def _described(words: list[str]) -> bool:
    """Whether the first word is a participle that describes the next ("burnt toast with jam")."""
    after = words[1].lower() if len(words) > 1 else ""
    small = DETERMINERS | POSSESSIVES | PREPOSITIONS | OBJECT_PRONOUNS | NUMBERS | ADVERBS
    return is_participle(words[0]) and bool(after) and after not in small and nounish(after)


def _plural_subject(words: list[str]) -> bool:
    """Whether the subject's own noun, before any preposition, is in the plural."""
    own: list[str] = []
    for word in words:
        if word.lower() in PREPOSITIONS:
            break
        own.append(word)
    return len(own) < len(words) and bool(own) and nounish(own[-1]) and is_plural(own[-1])


def finite_verb(words: list[str], elided: bool = False) -> int:
    """Index of the finite verb, or -1."""
    scores = verb_scores(words, elided)
    if not scores:
        return -1
    best = max(range(len(scores)), key=lambda index: scores[index])
    return best if scores[best] >= 0.9 else -1


def is_participle(word: str) -> bool:
    """Whether the word can be a past participle ("collected", "blown")."""
    lowered = word.lower()
    lemma = verb_lemma(lowered)
    return can_be(lowered, "VERB") and lemma != lowered and lowered in {inflect(lemma, "VBN"), inflect(lemma, "VBD")}


def take_apart(words: list[str], elided: bool) -> Parts | None:
    """The clause's subject, verb and rest; None when it has no finite verb."""
    at = finite_verb(words, elided)
    if at < 0:
        return None
    before, rest = list(words[:at]), list(words[at + 1 :])
    lead: list[str] = []
    if "," in before:
        cut = len(before) - 1 - before[::-1].index(",")
        lead, before = before[:cut], before[cut + 1 :]
    adverbs: list[str] = []
    while before and (before[-1].lower() in ADVERBS or (before[-1].endswith("ly") and can_be(before[-1], "ADV"))):
        adverbs.insert(0, before.pop().lower())
    while before and before[0].lower() in ADVERBS:
        before.pop(0)
    modal, verb, negated = "", words[at].lower(), False
    if verb in MODALS:
        modal = "can't" if verb in {"can't", "cannot", "couldn't"} else "must" if verb == "must" else ""
        negated = verb.endswith(("n't", "not"))
        while rest and (rest[0].lower() in ADVERBS | {"not"}):
            negated = negated or rest.pop(0).lower() in {"not", "never"}
        if not rest:
            return None
        verb = rest.pop(0).lower()
    elif verb in {"has", "have", "had", "is", "are", "was", "were"} and rest:
        skip = 1 if rest[0].lower() in ADVERBS and len(rest) > 1 else 0
        nxt = rest[skip].lower()
        participle = "VERB" in lemmas(nxt) and verb_lemma(nxt) != nxt
        if participle and (verb in {"has", "have", "had"} or nxt.endswith("ing")):
            del rest[: skip + 1]
            verb = nxt
    return Parts(
        tuple(before), verb_lemma(verb), negated or "never" in adverbs, modal, tuple(adverbs), tuple(rest), tuple(lead)
    )


def text_of(words: list[str] | tuple[str, ...]) -> str:
    """Tokens as text."""
    return joined(list(words))
