"""Following the wishes of a note, one by one, in the room where the story lies."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.writer.changing.kinds import follow
from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom

__all__ = ["Draftroom", "follow"]
