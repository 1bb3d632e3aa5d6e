"""Whether a revised story changed as its note asked, and kept the rest word for word.

Scenes are numbered as they stood before the note; -1 is the last, -2 the one before it. Each key of a case's
``changed`` and ``kept`` is a function here, given the value beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dailies.domain.story import Scene, Shot, Story
from tests.quality.film_words import bare, film_text, says, scene_text, times_said, words_of
from tests.quality.sets import NoteCase
from tests.quality.story_checks import PERSON

CLOSE = ("close-up", "medium close-up", "insert")
PRONOUNS = re.compile(r"\b(?:he|she|his|hers?|him|they|them|their)\b")


@dataclass(frozen=True)
class Pair:
    """A story before and after a note."""

    before: Story
    after: Story

    def old(self, number: int) -> Scene:
        """A scene as it was."""
        return self.before.scenes[number - 1 if number > 0 else number]

    def now(self, number: int) -> Scene | None:
        """The same scene as it is now, by its id, or None when it is gone; of the last: whichever is last now."""
        if number == -1:
            return self.after.scenes[-1]
        scene_id = self.old(number).id
        return next((scene for scene in self.after.scenes if scene.id == scene_id), None)

    def text_now(self, number: int) -> str:
        """The scene's text as it is now, with its place; "" when it is gone."""
        scene = self.now(number)
        return scene_text(self.after, self.after.scenes.index(scene) + 1) if scene else ""


Rule = Callable[[Pair, Any], list[str]]


def signature(shot: Shot) -> tuple[str, ...]:
    """What may not change in a shot that is kept."""
    return (bare(shot.action), shot.size, shot.move, shot.line, shot.speaker, shot.caption)


def scene_signature(scene: Scene) -> tuple[tuple[str, ...], ...]:
    """What may not change in a scene that is kept."""
    return tuple(signature(shot) for shot in scene.shots)


def _signatures(story: Story) -> list[tuple[str, ...]]:
    return [signature(shot) for _, shot in story.shots()]


def _number(key: str) -> int:
    return int(key)


# What must have changed


def some(pair: Pair, _: Any) -> list[str]:
    """Something a viewer sees or hears differs."""
    return [] if _signatures(pair.before) != _signatures(pair.after) else ["nothing changed"]


def in_scenes(pair: Pair, numbers: list[int]) -> list[str]:
    """Each of these scenes differs."""
    now = {number: pair.now(number) for number in numbers}
    return [
        f"scene {number} did not change"
        for number, scene in now.items()
        if scene and scene_signature(scene) == scene_signature(pair.old(number))
    ]


def scenes(pair: Pair, count: int) -> list[str]:
    """The story has so many scenes."""
    return [] if len(pair.after.scenes) == count else [f"{len(pair.after.scenes)} scenes, not {count}"]


def scenes_delta(pair: Pair, delta: int) -> list[str]:
    """The story has so many scenes more or less."""
    return scenes(pair, len(pair.before.scenes) + delta)


def length(pair: Pair, wanted: float) -> list[str]:
    """The film lasts so many seconds."""
    return [] if pair.after.seconds == wanted else [f"{pair.after.seconds} s, not {wanted}"]


def seconds_below(pair: Pair, _: Any) -> list[str]:
    """The film is shorter."""
    return [] if pair.after.seconds < pair.before.seconds else ["not shorter"]


def seconds_above(pair: Pair, _: Any) -> list[str]:
    """The film is longer."""
    return [] if pair.after.seconds > pair.before.seconds else ["not longer"]


def renamed(pair: Pair, names: list[str]) -> list[str]:
    """The old name is nowhere, the new one is in the film."""
    old, new = names
    every = " ".join([pair.after.title, pair.after.logline, film_text(pair.after)])
    left = [f"{old} is still there"] if re.search(rf"\b{re.escape(old)}\b", every, re.IGNORECASE) else []
    return left + ([] if new.casefold() in every.casefold() else [f"no {new}"])


def has(pair: Pair, things: list[str]) -> list[str]:
    """The film holds these."""
    text = film_text(pair.after)
    return [f"no “{each}”" for each in things if not says(each, text)]


def has_in(pair: Pair, wanted: dict[str, list[str]]) -> list[str]:
    """Scenes hold these."""
    texts = {key: pair.text_now(_number(key)) for key in wanted}
    return [
        f"no “{each}” in scene {key}" for key, things in wanted.items() for each in things if not says(each, texts[key])
    ]


def lacks(pair: Pair, things: list[str]) -> list[str]:
    """The film holds none of these."""
    text = film_text(pair.after)
    return [f"“{each}” is still there" for each in things if says(each, text)]


def added_at(pair: Pair, place: int | str) -> list[str]:
    """The new scene stands at this place."""
    old = {scene.id for scene in pair.before.scenes}
    places = [at for at, scene in enumerate(pair.after.scenes, 1) if scene.id not in old]
    last = len(pair.after.scenes)
    wanted = {"last": last, "before_last": last - 1}.get(place, place) if isinstance(place, str) else place
    return [] if places == [wanted] else [f"new scenes at {places}, not at {wanted}"]


def gone(pair: Pair, numbers: list[int]) -> list[str]:
    """These scenes are no longer there."""
    return [f"scene {number} is still there" for number in numbers if pair.now(number) is not None]


def order(pair: Pair, wanted: list[int]) -> list[str]:
    """The scenes stand in this order, by their old numbers; those not named follow as they stood."""
    last = len(pair.before.scenes)
    wanted = [*(each for each in wanted if each <= last), *range(len(wanted) + 1, last + 1)]
    number = {scene.id: at for at, scene in enumerate(pair.before.scenes, 1)}
    found = [number.get(scene.id, 0) for scene in pair.after.scenes]
    return [] if found == wanted else [f"the order is {found}"]


def merged(pair: Pair, numbers: list[int]) -> list[str]:
    """These scenes are one scene, which holds most of the shots of each."""
    faults = scenes_delta(pair, -1)
    parts = [{bare(shot.action) for shot in pair.old(number).shots} for number in numbers]
    for scene in pair.after.scenes:
        actions = {bare(shot.action) for shot in scene.shots}
        if all(len(part & actions) * 2 >= len(part) for part in parts):
            return faults
    return [*faults, "no scene holds both"]


def split(pair: Pair, number: int) -> list[str]:
    """The scene is two scenes; none of its actions is lost."""
    actions = {bare(shot.action) for _, shot in pair.after.shots()}
    lost = [shot.action for shot in pair.old(number).shots if bare(shot.action) not in actions]
    return scenes_delta(pair, 1) + [f"lost: {each}" for each in lost]


def place(pair: Pair, words: list[str]) -> list[str]:
    """Most scenes are there."""
    there = sum(_is_at(pair.after, scene, words) for scene in pair.after.scenes)
    return [] if there * 2 >= len(pair.after.scenes) else [f"{there} scenes at {words}"]


def _is_at(story: Story, scene: Scene, words: list[str]) -> bool:
    found = story.entity(scene.place)
    return found is not None and all(says(each, f"{found.name} {found.description}") for each in words)


def place_in(pair: Pair, wanted: dict[str, str]) -> list[str]:
    """Scenes are at these places."""
    faults = []
    for key, word in wanted.items():
        scene = pair.now(_number(key))
        if scene is None or not _is_at(pair.after, scene, [word]):
            faults.append(f"scene {key} is not at “{word}”")
    return faults


def time(pair: Pair, wanted: str) -> list[str]:
    """Every scene is at this time of day; ``a|b`` is either."""
    others = {scene.time for scene in pair.after.scenes} - set(wanted.split("|"))
    return [f"also at {', '.join(sorted(others))}"] if others else []


def time_in(pair: Pair, wanted: dict[str, str]) -> list[str]:
    """Scenes are at these times of day."""
    now = {key: pair.now(_number(key)) for key in wanted}
    return [
        f"scene {key} is not at {each}" for key, each in wanted.items() if (s := now[key]) is None or s.time != each
    ]


def weather(pair: Pair, wanted: str) -> list[str]:
    """At least half the scenes have this weather."""
    found = sum(scene.weather == wanted for scene in pair.after.scenes)
    return [] if found * 2 >= len(pair.after.scenes) else [f"{found} scenes in {wanted}"]


def line_in(pair: Pair, wanted: dict[str, str]) -> list[str]:
    """Scenes have these lines, to the letter."""
    return _said(pair, wanted, "line")


def caption_in(pair: Pair, wanted: dict[str, str]) -> list[str]:
    """Scenes have these captions, to the letter."""
    return _said(pair, wanted, "caption")


def _said(pair: Pair, wanted: dict[str, str], field: str) -> list[str]:
    faults = []
    for key, text in wanted.items():
        scene = pair.now(_number(key))
        said = [getattr(shot, field) for shot in scene.shots] if scene else []
        if text not in said:
            faults.append(f"scene {key} says {[each for each in said if each]}, not “{text}”")
    return faults


def no_line_in(pair: Pair, numbers: list[int]) -> list[str]:
    """Nobody speaks in these scenes."""
    now = [(number, pair.now(number)) for number in numbers]
    return [f"somebody speaks in scene {number}" for number, s in now if s and any(shot.line for shot in s.shots)]


def lines(pair: Pair, wanted: str) -> list[str]:
    """Fewer lines, more, or none."""
    return _count(pair, wanted, lambda shot: bool(shot.line), "lines")


def captions(pair: Pair, wanted: str) -> list[str]:
    """Fewer captions, more, or none."""
    return _count(pair, wanted, lambda shot: bool(shot.caption), "captions")


def closeups(pair: Pair, wanted: str) -> list[str]:
    """Fewer shots from near, or more."""
    return _count(pair, wanted, lambda shot: shot.size in CLOSE, "close shots")


def _count(pair: Pair, wanted: str, is_one: Callable[[Shot], bool], what: str) -> list[str]:
    old = sum(is_one(shot) for _, shot in pair.before.shots())
    new = sum(is_one(shot) for _, shot in pair.after.shots())
    right = {"none": new == 0, "fewer": new < old or old == 0, "more": new > old}[wanted]
    return [] if right else [f"{old} {what} before, {new} after"]


def no_people(pair: Pair, _: Any) -> list[str]:
    """No person is seen."""
    found = PERSON.search(film_text(pair.after))
    return [f"“{found.group(0)}” is still there"] if found else []


def more(pair: Pair, things: list[str]) -> list[str]:
    """These are shown or named in more places than before."""
    old, new = words_of(film_text(pair.before)), words_of(film_text(pair.after))
    return [f"no more of “{each}”" for each in things if times_said(each, new) <= times_said(each, old)]


def description(pair: Pair, wanted: dict[str, Any]) -> list[str]:
    """Somebody's look holds these words."""
    texts = [entity.description for entity in pair.after.entities if says(wanted["name"], entity.name)]
    if not texts:
        return [f"no {wanted['name']}"]
    return [f"no “{each}” in: {texts[0]}" for each in wanted["words"] if not says(each, texts[0])]


def title(pair: Pair, wanted: str) -> list[str]:
    """The film has this title."""
    return [] if pair.after.title == wanted else [f"the title is {pair.after.title}"]


def cta(pair: Pair, wanted: str) -> list[str]:
    """The film ends with this call."""
    return [] if pair.after.call_to_action == wanted else [f"the call is {pair.after.call_to_action}"]


# What must have been kept


def share(pair: Pair, least: float) -> list[str]:
    """At least this share of the old shots is there to the letter."""
    old, new = Counter(_signatures(pair.before)), Counter(_signatures(pair.after))
    kept = (old & new).total() / old.total()
    return [] if kept >= least else [f"{kept:.0%} of the shots kept"]


def count(pair: Pair, _: Any) -> list[str]:
    """As many scenes as before."""
    return scenes(pair, len(pair.before.scenes))


def seconds(pair: Pair, _: Any) -> list[str]:
    """As long as before."""
    return length(pair, pair.before.seconds)


def names(pair: Pair, wanted: list[str]) -> list[str]:
    """Those of these that were in the film still are."""
    text = film_text(pair.before)
    return has(pair, [each for each in wanted if says(each, text)])


def scenes_except(pair: Pair, numbers: list[int]) -> list[str]:
    """All scenes but these are there to the letter."""
    free = {pair.old(number).id for number in numbers}
    now = {scene.id: scene for scene in pair.after.scenes}
    return [
        f"scene {at} changed"
        for at, scene in enumerate(pair.before.scenes, 1)
        if scene.id not in free and (scene.id not in now or scene_signature(now[scene.id]) != scene_signature(scene))
    ]


def all_scenes_text(pair: Pair, _: Any) -> list[str]:
    """Every scene is there to the letter."""
    return scenes_except(pair, [])


def rest(pair: Pair, _: Any) -> list[str]:
    """Everything but names and pronouns is there to the letter. Asked together with ``renamed``."""
    old = {entity.id: entity.name for entity in pair.before.entities}
    new = {entity.id: entity.name for entity in pair.after.entities}
    changed = [(new[each], name) for each, name in old.items() if each in new and new[each] != name]

    def neutral(text: str) -> str:
        for name, former in changed:
            text = re.sub(rf"\b{re.escape(name)}\b", former, text, flags=re.IGNORECASE)
        return PRONOUNS.sub("they", bare(text))

    def whole(story: Story) -> list[tuple[str, ...]]:
        return [tuple(neutral(part) for part in signature(shot)) for _, shot in story.shots()]

    return [] if whole(pair.before) == whole(pair.after) else ["more than the name changed"]


def actions(pair: Pair, _: Any) -> list[str]:
    """Every action is there to the letter, in order."""
    old = [bare(shot.action) for _, shot in pair.before.shots()]
    return [] if old == [bare(shot.action) for _, shot in pair.after.shots()] else ["actions changed"]


def actions_share(pair: Pair, least: float) -> list[str]:
    """At least this share of the actions is there to the letter."""
    old = Counter(bare(shot.action) for _, shot in pair.before.shots())
    new = Counter(bare(shot.action) for _, shot in pair.after.shots())
    kept = (old & new).total() / old.total()
    return [] if kept >= least else [f"{kept:.0%} of the actions kept"]


def rest_of_film(pair: Pair, _: Any) -> list[str]:
    """Every shot is there to the letter."""
    return share(pair, 1.0)


CHANGED: dict[str, Rule] = {
    "seconds": length,
    **{
        rule.__name__: rule
        for rule in (
            *(some, in_scenes, scenes, scenes_delta, seconds_below, seconds_above, renamed, has, has_in, lacks),
            *(added_at, gone, order, merged, split, place, place_in, time, time_in, weather, line_in, caption_in),
            *(no_line_in, lines, captions, closeups, no_people, more, description, title, cta),
        )
    },
}
KEPT: dict[str, Rule] = {
    "old_scenes": all_scenes_text,
    **{
        rule.__name__: rule
        for rule in (
            *(share, count, seconds, names, scenes_except, all_scenes_text, rest, actions, actions_share, rest_of_film),
        )
    },
}


def change_faults(case: NoteCase, pair: Pair) -> list[str]:
    """What the note asked and did not get."""
    if case.changed.get("refused"):
        same = _signatures(pair.before) == _signatures(pair.after)
        return [] if same else ["it changed the story instead of saying so"]
    return [fault for key, value in case.changed.items() for fault in _ask(CHANGED[key], pair, value)]


def kept_faults(case: NoteCase, pair: Pair) -> list[str]:
    """What should have stayed and did not."""
    return [fault for key, value in case.kept.items() for fault in _ask(KEPT[key], pair, value)]


def _ask(rule: Rule, pair: Pair, value: Any) -> list[str]:
    try:
        return rule(pair, value)
    except IndexError:
        return [f"the story had only {len(pair.before.scenes)} scenes"]
