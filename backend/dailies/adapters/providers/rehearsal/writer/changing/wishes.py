"""What a note asks for: wishes, and the honest refusal of what cannot be followed."""

from __future__ import annotations

from dataclasses import dataclass

from dailies.domain.errors import ProviderError


@dataclass(frozen=True)
class Wish:
    """One change. ``scenes``: scene numbers from 1 (empty: wherever it fits); ``words``: its arguments, by
    verb; ``whom``: ids of the entities meant; ``shots``: ids of the shots meant; ``apart``: scene numbers the
    note keeps out of it."""

    verb: str
    scenes: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    shots: tuple[str, ...] = ()
    apart: tuple[int, ...] = ()


def refusal(sentence: str) -> ProviderError:
    """The refusal of a note, with an honest sentence."""
    return ProviderError(sentence, code="note_not_understood", charged=False, retryable=False)
