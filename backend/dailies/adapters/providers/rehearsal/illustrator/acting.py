"""What is done: the part of an action that is about somebody, and the pose it names."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from dailies.adapters.providers.rehearsal.illustrator.prompt import first_of, words_of
from dailies.adapters.providers.rehearsal.illustrator.records import Creature, Person
from dailies.adapters.providers.rehearsal.illustrator.things import PROPS
from dailies.adapters.providers.rehearsal.illustrator.verbs import VERBS

_POSE_PHRASES = (
    (r"\b(?:fold|cross)(?:s|es|ed|ing)? (?:his |her |their |both )?arms\b|\barms (?:folded|crossed)\b", "folded"),
    (r"\b(?:hands|fists) on (?:his |her |their |both )?hips\b", "hips"),
    (r"\bshak(?:e|es|ing) (?:his |her |their )?hands\b", "shake"),
)
_ADJECTIVE_BEFORE = frozenset("a an the his her their its two three some".split())
_LIGHT_PHRASES = re.compile(
    r",? (?:in the dark, )?edges picked out by lamps|,? as windows light one by one|,? the first lamps on"
    r"|,? one lamp on|,? (?:before|as|when) the lamps (?:go|come) (?:out|on)|,? in (?:the )?(?:[\w-]+ ){0,3}"
    r"(?:light|sun|dark|rain|snow)(?=[,;.])"
)
_TOLD_AGAIN = 4
"""Words that the action and the setting must share in a row for it to be a description of the setting."""


def told_of(action: str, setting: str) -> str:
    """The action without a description of the setting that opens it, and without words for its light: their things
    are set dressing."""
    plain = _LIGHT_PHRASES.sub("", action)
    words, told = plain.split(), [word.strip(".,;:").lower() for word in setting.split()]
    match = SequenceMatcher(None, [word.strip(".,;:").lower() for word in words], told, autojunk=False)
    longest = match.find_longest_match()
    if longest.size < _TOLD_AGAIN:
        return plain
    return " ".join([*words[: longest.a], *words[longest.a + longest.size :]])


def clause_of(action: str, start: int, others: list[int]) -> str:
    """The part of the action that is about somebody: from their name to the next one's."""
    if start < 0 or not others:
        return action
    later = [spot for spot in others if spot > start]
    clause = action[start : min(later, default=len(action))]
    joined = re.fullmatch(r"[\w'’-]+(?: [\w'’-]+)?(?:,| and| or)\s*(?:the |an? )?", clause.strip() + " ")
    if joined and later:
        return action[start:]
    if start > 0 and not any(word in VERBS for word in words_of(clause)[1:]):
        # Somebody at the end of another's clause ("the fisherman and the otter wave", "hands it to a child").
        before = action[max(0, start - 8) : start].rstrip().lower()
        if before.endswith("and the") or before.endswith("and"):
            return action
    return clause


def pose_of(clause: str, being: Person | Creature) -> str:
    """The pose of ``verbs`` that a clause gives somebody; "look" where it names none."""
    if re.search(r"\b(?:asleep|sleeps)\b|(?<!\ba )(?<!the )(?<!his )(?<!her )\bsleeping\b", clause):
        return "sleep"
    names = set(words_of(being.name))
    for pattern, pose in _POSE_PHRASES:
        if re.search(pattern, clause.lower()):
            return pose
    tokens = words_of(clause)
    poses = [
        VERBS[t]
        for i, t in enumerate(tokens)
        if t in VERBS
        and t not in names
        and not (i and tokens[i - 1] in ("a", "an", "the", "his", "her", "of"))
        and not (t.endswith("ing") and i and tokens[i - 1] in _ADJECTIVE_BEFORE)
    ]
    for pose in poses:
        if pose == "play" and re.search(r"\b(chess|cards?|dice|draughts|dominoes|checkers|board game)\b", clause):
            return "work"
        if pose == "play" and re.search(r"\b(piano|keyboard|organ)\b", clause):
            return "piano"
        if pose == "shake" and not re.search(r"\bhands\b", clause):
            continue
        if pose == "play" and not (isinstance(being, Person) and being.item):
            instrument = first_of(clause, {w: k for w, k in PROPS.items() if k in ("violin", "guitar")})
            if not instrument:
                return "cheer"
        return pose
    return "look"
