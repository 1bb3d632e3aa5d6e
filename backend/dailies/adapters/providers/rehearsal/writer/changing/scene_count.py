"""Notes about the number of scenes."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.changing.wording import N, number_in
from dailies.adapters.providers.rehearsal.writer.lexicon import places, table
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.adapters.providers.rehearsal.writer.words import sentence
from dailies.domain.story import Scene, Shot

MANY = rf"(?:{N}|a couple of|a few)"
PATTERNS: tuple[tuple[str, str], ...] = (
    ("to", rf"\b(?P<n>{N}) scenes?\b[^.;]*?(?:instead of|rather than|not|in place of) {N}(?: scenes?)?\b"),
    (
        "to",
        rf"\b(?:instead of|rather than|not) {N}(?: scenes?)?,? (?:make it |use |do |have )?(?P<n>{N})(?: scenes?)?\b",
    ),
    ("to", rf"\bfrom {N}(?: scenes?)? (?:down |up )?to (?P<n>{N})(?: scenes?)?\b"),
    (
        "fewer",
        rf"\b(?P<n>{MANY}) (?:fewer|less) scenes?\b|\b(?P<n2>{MANY}) scenes? (?:fewer|less|shorter|too many|off|out)\b",
    ),
    (
        "more",
        rf"\b(?P<n>{MANY}) (?:more|extra|additional|further|new) scenes?\b|\b(?P<n2>{MANY}) scenes? (?:more|extra|longer|on top|too few)\b|\banother (?P<n3>{N}) scenes?\b",  # noqa: E501
    ),
    (
        "fewer",
        rf"\b(?:remove|drop|cut|lose|delete|take out|get rid of|skip|kill) (?P<n>{MANY}|any|some|one of the)(?: of the)? scenes?\b",  # noqa: E501
    ),
    (
        "more",
        r"\b(?:add|insert|include) (?P<n>two|three|four|\d|a couple of|a few|some|another couple of)(?: more| extra| new)? scenes?\b(?! (?:where|with|of|about|in which|showing|:))",  # noqa: E501
    ),
    (
        "more",
        r"\b(?:add|insert|include|give (?:it|us|me)|needs?|want) (?P<n>one more|another|an extra|an additional) scene\b(?! (?:where|with|of|about|in|showing|that|after|before|between|at|to|:|§))",  # noqa: E501
    ),
    (
        "to",
        rf"\b(?:only|just|exactly|at most|no more than|max(?:imum)?|up to|down to|to|in|into|as|of|with|have|be|total of|use|want|make it|it) ?(?:only|just|about|exactly|a total of)? ?(?P<n>{N})(?: short| long| big| single| main| different)? scenes?\b",  # noqa: E501
    ),
    (
        "to",
        rf"^\W*(?P<n>{N}) scenes?\b(?: (?:only|total|in total|max|is enough|are enough|would be enough|please|tops|long))*",  # noqa: E501
    ),
    (
        "to",
        rf"\b(?P<n>{N}) scenes? (?:is|are|would be|will be|should be) (?:enough|plenty|fine|better|best|perfect|sufficient|too many|all)",  # noqa: E501
    ),
    (
        "fewer",
        r"\b(?:fewer|less|not so many|not as many|too many) scenes?\b|\bthere are too many scenes\b|\bscenes? (?:fewer|less)\b",  # noqa: E501
    ),
    ("more", r"\b(?:more scenes|too few scenes|not enough scenes)\b"),
)
LIGHTS = (
    "Light crosses {place} from one side to the other.",
    "{place}, from further off than before.",
    "{place}, empty, for as long as a breath.",
)


def read(said: Said) -> Found | None:
    """How many scenes there are to be, or how many more or fewer."""
    if said.search(r"\bscenes? §|§\d+§ (?:in|into|to)\b"):
        return None
    for how, pattern in PATTERNS:
        match = said.search(pattern)
        if match is None:
            continue
        named = next((value for key, value in match.groupdict().items() if key.startswith("n") and value), "")
        count = number_in(named) or (2 if "couple" in named else 1)
        if "couple" in named:
            count = 2
        elif "few" in named:
            count = 3
        if how != "to" and (
            said.search(r"\b(?:scenes?|one)\b[^.;]*\b(?:where|with|of|about|showing|in which)\b")
            or re.search(rf"^[\s,:]*(?:say|maybe|only|just|like) {N}\b", said.text[match.end() :])
        ):
            exact = re.search(rf"^[\s,:]*(?:say|maybe|only|just|like) (?P<n>{N})\b", said.text[match.end() :])
            if exact is None:
                continue
            return Found((Wish("scene_count", (), ("to", str(number_in(exact.group("n"))))),))
        if how == "to" and "too many" in match.group().lower():
            continue
        return found(said, match, Wish("scene_count", (), (how, str(count))))
    return None


def follow(room: Draftroom, wish: Wish) -> None:
    """Have so many scenes: the middle goes first, the last never."""
    scenes = list(room.story.scenes)
    count = int(wish.words[1])
    wanted = {"to": count, "more": len(scenes) + count, "fewer": len(scenes) - count}[wish.words[0]]
    if not 1 <= wanted <= 12:
        raise refusal("A film here has between 1 and 12 scenes.")
    if wanted == len(scenes):
        raise refusal(f"The story has {wanted} scene{'s' if wanted > 1 else ''} already.")
    while len(scenes) > wanted:
        at = (
            0
            if len(scenes) == 2
            else min(range(1, len(scenes) - 1), key=lambda index: (_weight(scenes[index]), -index))
        )
        del scenes[at]
    while len(scenes) < wanted:
        room.story = replace(room.story, scenes=tuple(scenes))
        insert_scene(room, scenes, max(1, len(scenes) - 1), "In Between", scenes[-1], [_between(room, scenes)])
    room.retime(tuple(scenes))


def _weight(scene: Scene) -> tuple[int, int]:
    """How much a scene tells: captions and lines weigh most."""
    return sum(bool(shot.caption) + bool(shot.line) for shot in scene.shots), len(scene.shots)


def _between(room: Draftroom, scenes: list[Scene]) -> tuple[str, tuple[str, ...]]:
    """One more thing that somebody does, or that happens to the place; with who is in it."""
    being = room.being_in(scenes[-1])
    told = room.told()
    if being is not None:
        rows = table("days")["animal" if being.kind == "animal" else "person"]
        tried = [fill(each, Binding(being)) for each in room.dice.shuffled(rows, "count", len(scenes))]
        if text := next((each for each in tried if each and each not in told), ""):
            return text, (being.key,)
    row = places().get(scenes[-1].place)
    name = room.place_name(scenes[-1])
    pool = [*(row.detail if row else ()), *(each.replace("{place}", name) for each in LIGHTS)]
    return next((sentence(each) for each in pool if sentence(each) not in told), sentence(pool[-1])), ()


def insert_scene(
    room: Draftroom, scenes: list[Scene], at: int, title: str, like: Scene, shots: list[tuple[str, tuple[str, ...]]]
) -> Scene:
    """A new scene with these shots (words, who), put at an index of the list; returned."""
    scene_id = room.fresh("s")
    made = tuple(
        Shot(
            f"{scene_id}{chr(97 + index)}", 3.0, text, ("full", "medium close-up", "close-up")[index % 3], "static", who
        )
        for index, (text, who) in enumerate(shots)
    )
    scene = Scene(scene_id, title, like.place, like.time, like.weather, like.mood, made)
    scenes.insert(at, scene)
    return scene
