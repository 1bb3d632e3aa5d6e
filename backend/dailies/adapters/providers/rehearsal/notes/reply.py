"""What the director says to a note, and what it proposes."""

from __future__ import annotations

from dataclasses import dataclass

from dailies.domain.project import NoteKind
from dailies.ports import Proposal


@dataclass(frozen=True)
class Reply:
    """What the director says, and the change it proposes. ``targets``: ids of the items talked about;
    ``choices``: notes to click."""

    text: str
    proposal: Proposal | None = None
    kind: NoteKind = "change"
    targets: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
