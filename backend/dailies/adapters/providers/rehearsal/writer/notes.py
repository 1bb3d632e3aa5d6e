"""Reading a note into wishes: what to do, to which scenes or whom, with which words."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.writer.changing.kinds import read_note
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal

__all__ = ["Wish", "read_note", "refusal"]
