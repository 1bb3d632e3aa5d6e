"""Each wish of a note and the function that follows it."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.writer import edit_cast, edit_order, edit_setting, edit_story, edit_words
from dailies.adapters.providers.rehearsal.writer.draftroom import Draftroom
from dailies.adapters.providers.rehearsal.writer.notes import Wish

FOLLOW: dict[str, Callable[[Draftroom, Wish], None]] = {
    "rename": edit_cast.rename,
    "look": edit_cast.look,
    "nobody": edit_cast.nobody,
    "count": edit_order.count,
    "drop": edit_order.drop,
    "swap": edit_order.swap,
    "move": edit_order.move,
    "merge": edit_order.merge,
    "split": edit_order.split,
    "timed": edit_order.timed,
    "place": edit_setting.place,
    "time": edit_setting.time,
    "weather": edit_setting.weather,
    "tone": edit_story.tone,
    "action": edit_story.action,
    "add": edit_story.add,
    "ending": edit_story.ending,
    "twist": edit_story.twist,
    "focus": edit_story.focus,
    "less": edit_story.less,
    "start": edit_story.start,
    "product": edit_story.product,
    "line": edit_words.line,
    "say": edit_words.say,
    "framing": edit_words.framing,
    "dialogue": edit_words.dialogue,
    "title": edit_words.title,
    "call": edit_words.call,
}


def follow(room: Draftroom, wish: Wish) -> None:
    """Follow one wish. Raises ProviderError ``note_not_understood`` when it cannot be done."""
    FOLLOW[wish.verb](room, wish)
