"""Locks: parts of an item that every later plan keeps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dailies.domain.errors import Conflict, NotFound
from dailies.domain.items import find_item
from dailies.domain.project import CUT, LOCKS, STORY, Change, Event, Lock, Project

KEEP: dict[Lock, str] = {
    "face": "the face and hair",
    "outfit": "the outfit",
    "composition": "the composition and framing",
    "palette": "the palette",
    "text": "all lettering",
}
"""How an artist is told to keep each."""


def set_locks(project: Project, item: str, locks: Sequence[Lock]) -> Project:
    """The project with exactly these locks on an item."""
    others = {key: value for key, value in project.locks.items() if key != item}
    ordered = tuple(lock for lock in LOCKS if lock in locks)
    return replace(project, locks={**others, item: ordered} if ordered else others)


def lock(project: Project, item: str, locks: Sequence[Lock]) -> Project:
    """The project with these locks on an item too."""
    return set_locks(project, item, (*project.locks.get(item, ()), *locks))


def unlock(project: Project, item: str, locks: Sequence[Lock]) -> Project:
    """The project without these locks on an item."""
    return set_locks(project, item, [each for each in project.locks.get(item, ()) if each not in locks])


def lock_by_hand(project: Project, items: Sequence[str], locks: Sequence[Lock]) -> Change:
    """Exactly these locks on each of some items. Raises NotFound ``no_such_item``, Conflict ``nothing_to_lock`` for the
    story, the cut and items without a take."""
    changed = project
    for item in items:
        if find_item(project, item) is None:
            raise NotFound("There is no such item in this project.", code="no_such_item")
        if item in (STORY, CUT) or project.selected_take(item) is None:
            raise Conflict("Only a picture or clip that is made can be locked.", code="nothing_to_lock")
        changed = set_locks(changed, item, locks)
    if changed.locks == project.locks:
        return project, ()
    return changed, (Event("project.changed", {"fields": ["locks"], "mode": project.mode}),)


def keep_line(locks: Sequence[Lock]) -> str:
    """What an artist is told of an item's locks; "" where there are none."""
    kept = [KEEP[each] for each in LOCKS if each in locks]
    if not kept:
        return ""
    listed = kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} and {kept[-1]}"
    return f"Keep {listed} exactly as before."


ASKS_FOR: dict[Lock, str] = {
    "face": r"face|faces|hair|beard|moustache|eyes|smil\w+|expression|older|younger|age|frown\w*|makeup",
    "outfit": r"outfit|clothes|costume|jacket|coat|dress|shirt|hat|cap|scarf|gloves?|wear\w*|apron|uniform|boots|shoes",
    "composition": r"closer|wider|tighter|framing|angle|composition|zoom\w*|overhead|low angle|high angle|crop\w*|"
    r"move the|from above|from below",
    "palette": r"palette|colou?rs?|warmer|cooler|saturat\w+|black and white|monochrome|red|blue|green|yellow|orange|"
    r"purple|pink|teal",
    "text": r"text|letters?|lettering|sign|logo|label|title|caption",
}
"""Words of a change that go against a lock."""


def against(instruction: str, locks: tuple[Lock, ...]) -> tuple[Lock, ...]:
    """The locks an instruction goes against."""
    return tuple(lock for lock in locks if re.search(rf"\b(?:{ASKS_FOR[lock]})\b", instruction, re.IGNORECASE))
