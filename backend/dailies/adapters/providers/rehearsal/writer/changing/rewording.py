"""Other ways of saying a wish, put into the words that the readers of notes know."""

from __future__ import annotations

import re
from functools import lru_cache, partial

from dailies.adapters.providers.rehearsal.writer.lexicon import table

WHO = r"(?P<who>(?:the |our |that |her |his )?[\w'-]+(?: (?!more\b|again\b|longer\b|for\b|a bit\b|in\b|halfway\b|now\b|much\b|too\b)[\w'-]+){0,3}?)"  # noqa: E501
NAME = r"(?:«\d+»|(?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*)*)"
NUM = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine)"
END = r"(?=\s*(?:$|[.,;!?]))"
CLOSE = r"(?:the )?(?:very )?(?:end|close|finish|conclusion)"
OPEN = r"(?:the )?(?:very )?(?:start|beginning|top|front)"
WORN = r"(?:hat|cap|coat|jacket|dress|scarf|shirt|shoes?|boots?|gloves?|glasses|beard|hair|apron|uniform|suit|tie|bag|crown|mask)"  # noqa: E501
PARTS = {
    "<WHO>": WHO,
    "<OTHER>": WHO.replace("<who>", "<other>"),
    "<NAME>": NAME,
    "<NUM>": NUM,
    "<END>": END,
    "<CLOSE>": CLOSE,
    "<OPEN>": OPEN,
    "<WORN>": WORN,
}


@lru_cache(maxsize=1)
def rows() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rows of the table, in its order: a pattern and the words for what it finds."""
    found: list[tuple[re.Pattern[str], str]] = []
    for pattern, words in table("rewording")["rows"]:
        for part, meaning in PARTS.items():
            pattern = pattern.replace(part, meaning)
        found.append((re.compile(pattern, re.IGNORECASE), words))
    return tuple(found)


ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
DIGITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def in_figures(text: str) -> str:
    """Scenes by number: "scene two" and "the third one" as "scene 2" and "scene 3"."""
    text = re.sub(
        rf"\bscene ({'|'.join(DIGITS)})\b", lambda match: f"scene {DIGITS[match[1].lower()]}", text, flags=re.IGNORECASE
    )
    return re.sub(
        rf"(?<!be )\bthe ({'|'.join(ORDINALS)})(?: one)?(?= (?:before|after|goes|comes|should|belongs|first|last)\b|\W*$)",  # noqa: E501
        lambda match: f"scene {ORDINALS[match[1].lower()]}",
        text,
        flags=re.IGNORECASE,
    )


def reworded(text: str) -> str:
    """The note in words the readers know; the same text where no row fits."""
    text = in_figures(text)
    for pattern, words in rows():
        text = pattern.sub(partial(_filled, words), text)
    return text


def _filled(words: str, match: re.Match[str]) -> str:
    """The row's words with the groups that took part in the match."""
    groups = match.groupdict()
    return re.sub(r"\\g<(\w+)>", lambda slot: groups.get(slot.group(1)) or "", words).strip() + (
        " " if match.group().endswith(" ") else ""
    )
