"""Captions: when each line is shown, and the files players read them from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_CHARACTERS = 74
"""Characters of one caption: two lines of 37, as broadcasters set them."""
LEAST_S = 0.7
"""Seconds a caption needs to be read at all."""
LINGER_S = 0.35
"""Seconds a caption stays after its last word."""


@dataclass(frozen=True)
class Word:
    """A word and when it is said, in seconds."""

    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True)
class Cue:
    """A text and when it is shown. ``start_s``, ``end_s``: seconds from the film's start. ``words``: when each of its
    words is said, where speech gives it."""

    start_s: float
    end_s: float
    text: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Spoken:
    """What is said during one clip. ``seconds``: of the clip; ``text`` may be empty."""

    seconds: float
    text: str


def cues_of(clips: Sequence[Spoken]) -> tuple[Cue, ...]:
    """The cues of a film whose clips follow one another. Long texts become several cues, each given time by
    its length."""
    cues: list[Cue] = []
    start = 0.0
    for clip in clips:
        text = " ".join(clip.text.split())
        if text:
            cues.extend(_shared(text, start, start + clip.seconds))
        start += clip.seconds
    return tuple(cues)


def _shared(text: str, start: float, end: float) -> Iterable[Cue]:
    parts = split_text(text, max(1, int((end - start) / LEAST_S)))
    letters = sum(len(part) for part in parts)
    for part in parts:
        until = start + (end - start) * len(part) / letters
        letters -= len(part)
        yield Cue(start, until, part)
        start = until


def spoken_cues(words: Sequence[Word], until_s: float) -> tuple[Cue, ...]:
    """The cues of one spoken line by the times of its words: each begins with its first word and stays until its
    last one was said, long enough to be read but never past ``until_s``."""
    if not words:
        return ()
    parts = split_text(" ".join(word.text for word in words), max(1, len(words) // 2))
    cues: list[Cue] = []
    at = 0
    for part in parts:
        count = len(part.split())
        own = tuple(words[at : at + count])
        at += count
        following = words[at].start_s if at < len(words) else until_s
        end = min(max(own[-1].end_s + LINGER_S, own[0].start_s + LEAST_S), following, until_s)
        cues.append(Cue(own[0].start_s, max(end, own[0].start_s + 0.05), part, own))
    return tuple(cues)


def word_cues(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """One cue for each timed word, for captions that show word after word; cues without times stay whole."""
    parted: list[Cue] = []
    for cue in cues:
        parted.extend(Cue(word.start_s, word.end_s, word.text) for word in cue.words)
        if not cue.words:
            parted.append(cue)
    return tuple(parted)


def split_text(text: str, most_parts: int) -> list[str]:
    """A text in as few parts as fit on screen, at ends of sentences or phrases where there are any; never
    more than ``most_parts``, so that each stays long enough to be read."""
    count = min(most_parts, -(-len(text) // MOST_CHARACTERS))
    if count <= 1:
        return [text]
    words = text.split()
    best, best_cost = 1, float("inf")
    target = len(text) / count
    length = 0
    for index, word in enumerate(words[:-1], 1):
        length += len(word) + 1
        pause = 0.0 if re.search(r"[.!?…]['\"”]?$", word) else 8.0 if word[-1] in ",;:—" else 18.0
        cost = abs(length - target) + pause
        if cost < best_cost:
            best, best_cost = index, cost
    return [" ".join(words[:best]), *split_text(" ".join(words[best:]), count - 1)]


def srt(cues: Iterable[Cue]) -> str:
    """The cues as a SubRip file."""
    blocks = [
        f"{number}\n{_time(cue.start_s, ',')} --> {_time(cue.end_s, ',')}\n{_plain(cue.text)}\n"
        for number, cue in enumerate(cues, 1)
    ]
    return "\n".join(blocks)


def vtt(cues: Iterable[Cue]) -> str:
    """The cues as a WebVTT file (W3C); markup in the text is escaped. Words whose times are known carry them, so that
    players can light them up as they are said."""
    blocks = ["WEBVTT\n"]
    for number, cue in enumerate(cues, 1):
        text = _timed(cue) if cue.words else _escaped(cue.text)
        blocks.append(f"{number}\n{_time(cue.start_s, '.')} --> {_time(cue.end_s, '.')}\n{text}\n")
    return "\n".join(blocks)


def _timed(cue: Cue) -> str:
    """The words with a time before each but the first; times in a cue must rise and lie inside it."""
    pieces, last = [_escaped(cue.words[0].text)], cue.start_s
    for word in cue.words[1:]:
        at = round(word.start_s, 3)
        mark = f"<{_time(at, '.')}>" if last < at < cue.end_s else ""
        pieces.append(f"{mark}{_escaped(word.text)}")
        last = max(last, at) if mark else last
    return " ".join(pieces)


def _escaped(text: str) -> str:
    return _plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plain(text: str) -> str:
    """No empty lines, which would end the cue, and no arrow, which would begin one."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()).replace("-->", "→")


def _time(seconds: float, mark: str) -> str:
    milliseconds = round(seconds * 1000)
    minutes, milliseconds = divmod(milliseconds, 60_000)
    whole, milliseconds = divmod(milliseconds, 1000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{whole:02}{mark}{milliseconds:03}"
