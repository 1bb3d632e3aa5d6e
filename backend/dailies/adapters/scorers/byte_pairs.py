"""Words to tokens, as CLIP does it: byte-level byte pair encoding in lower case, from a vocabulary and its merges.

The algorithm is that of Sennrich et al. 2016 with the byte alphabet of GPT-2 (Radford et al. 2019); files are those
that every export of such a model carries (``vocab.json``, ``merges.txt``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

WORDS = re.compile(r"'s|'t|'re|'ve|'m|'ll|'d|[^\W\d_]+|\d|[^\s\w]+|_+")
END_OF_WORD = "</w>"


def _alphabet() -> dict[int, str]:
    """A printable character for every byte."""
    plain = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = [byte for byte in range(256) if byte not in plain]
    return {**{byte: chr(byte) for byte in plain}, **{byte: chr(256 + place) for place, byte in enumerate(others)}}


@dataclass(frozen=True)
class BytePairs:
    """A tokenizer. ``length``: tokens of a text, filled up with ``end``; longer texts are cut."""

    vocabulary: dict[str, int]
    ranks: dict[tuple[str, str], int]
    start: int
    end: int
    length: int
    _alphabet: dict[int, str] = field(default_factory=_alphabet)

    @classmethod
    def read(cls, vocabulary: Path, merges: Path, start: int, end: int, length: int) -> BytePairs:
        """The tokenizer in these files. Raises OSError or ValueError when they can't be read."""
        words: dict[str, int] = json.loads(vocabulary.read_text(encoding="utf-8"))
        lines = merges.read_text(encoding="utf-8").splitlines()
        pairs = [tuple(line.split()) for line in lines if line and not line.startswith("#")]
        ranks = {(pair[0], pair[1]): place for place, pair in enumerate(pairs) if len(pair) == 2}
        return cls(words, ranks, start, end, length)

    def tokens(self, text: str) -> list[int]:
        """The text as ``length`` numbers."""
        found = [token for word in WORDS.findall(" ".join(text.lower().split())) for token in self._word(word)]
        kept = [self.start, *found[: self.length - 2], self.end]
        return [*kept, *[self.end] * (self.length - len(kept))]

    def _word(self, word: str) -> Iterator[int]:
        letters = [self._alphabet[byte] for byte in word.encode()]
        parts = [*letters[:-1], letters[-1] + END_OF_WORD]
        while len(parts) > 1:
            pairs = list(zip(parts, parts[1:], strict=False))
            best = min(pairs, key=lambda pair: self.ranks.get(pair, len(self.ranks)))
            if best not in self.ranks:
                break
            parts = _merged(parts, best)
        for part in parts:
            if part in self.vocabulary:
                yield self.vocabulary[part]


def _merged(parts: list[str], pair: tuple[str, str]) -> list[str]:
    merged: list[str] = []
    place = 0
    while place < len(parts):
        if tuple(parts[place : place + 2]) == pair:
            merged.append("".join(pair))
            place += 2
        else:
            merged.append(parts[place])
            place += 1
    return merged
