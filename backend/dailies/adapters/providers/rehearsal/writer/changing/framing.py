"""Notes about shot sizes, camera moves and how much the shots are told in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.lexicon import places, table
from dailies.adapters.providers.rehearsal.writer.words import sentence
from dailies.domain.story import CameraMove, Scene, Shot, ShotSize

SIZES = r"extreme wide|medium wide|medium close-?up|close-?ups?|extreme close-?up|wide|full|medium|insert|wider|closer|tighter|long"  # noqa: E501
MOVES = r"push(?:es)? in|push-in|pull(?:s)? out|pull-out|pan(?:s)? left|pan(?:s)? right|tilt(?:s)? up|tilt(?:s)? down|handheld|hand-held|static|locked[- ]off|drift(?:s|ing)?|zoom(?:s)? in|zoom(?:s)? out|dolly in|dolly out|still camera|no camera (?:move|movement|motion)|less camera (?:movement|motion)"  # noqa: E501
FEWER = r"\b(?:fewer|less|not so many|too many|no|without|remove(?: the)?|drop(?: the)?) (?P<size>close-?ups?|wide shots?|wides|inserts?|medium shots?|long shots?|wide)\b"  # noqa: E501
SIZE = (
    rf"\b(?:make|shoot|frame|film|start|have|use|do|show|turn|change|get|put|go|want|add|open|be)\b[^.;]*?\b(?P<size>{SIZES})(?: shots?| angle| framing|-up)?\b",  # noqa: E501
    r"\b(?:more|a|an) (?P<size>close-?ups?|wide shots?|wide)\b",
    r"\b(?P<size>closer|tighter|wider)\b(?! (?:lines?|dialogue|pace|edit))",
    rf"§\d+§ (?:as|in|should be|needs|is|to be|:)* ?(?:an? )?(?P<size>{SIZES})\b",
)
SIZE_OF = {
    "closer": "close-up",
    "tighter": "close-up",
    "wider": "wide",
    "long": "wide",
    "closeup": "close-up",
    "closeups": "close-up",
    "close-ups": "close-up",
    "extreme closeup": "close-up",
    "extreme close-up": "close-up",
    "medium closeup": "medium close-up",
}
MOVE_OF = {
    "zoom in": "push in",
    "dolly in": "push in",
    "zoom out": "pull out",
    "dolly out": "pull out",
    "hand-held": "handheld",
    "still camera": "static",
    "push-in": "push in",
    "pull-out": "pull out",
    "locked-off": "static",
    "locked off": "static",
}
TELL = r"\b(?P<how>shorter|shorten(?: the)?|tighten(?: the)?|trim(?: the)?|simpler|simplify(?: the)?|longer|lengthen(?: the)?|more detail(?:s|ed)?|expand(?: the)?|richer|simplif\w+|less detail(?:ed|s)?)\b(?: (?:the|of|in|about))*(?: (?:actions?|sentences?|descriptions?|shots?|texts?|wording|words|prose))?"  # noqa: E501
OTHER_SIZE = {"close-up": "medium", "wide": "medium wide", "insert": "medium", "medium": "full"}


def read(said: Said) -> Found | None:
    """A size, a move, fewer of a size, or shots told in fewer or more words."""
    where = said.scenes() or said.whole
    if match := said.search(FEWER):
        size = re.sub(r" ?shots?$", "", match.group("size").lower()).rstrip("s").replace("closeup", "close-up")
        return found(said, match, Wish("framing", where, ("fewer", "wide" if size in {"long", "wide"} else size)))
    if match := said.search(rf"\b(?P<move>{MOVES})\b"):
        move = match.group("move").lower()
        move = "static" if "camera" in move and "still" not in move else move
        move = re.sub(r"^(push|pull|pan|tilt|zoom|drift)(?:e?s|ing)\b", r"\1", move)
        return found(said, match, Wish("framing", where, ("move", MOVE_OF.get(move, move)), shots=said.shots()))
    for pattern in SIZE:
        match = said.search(pattern)
        if match is None:
            continue
        size = re.sub(r" ?shots?$", "", match.group("size").lower())
        if size in {"full", "long", "medium", "insert"} and not said.search(rf"\b{size} (?:shot|frame|angle|framing)"):
            continue
        end = re.match(r"(?: (?:of|on|in) (?:the |her |his )?[\w' ]+)?", said.text[match.end() :])
        who = (
            said.cast.meant(re.sub(r"^ (?:of|on) ", "", end.group()))
            if end and re.match(r" (?:of|on) ", end.group())
            else None
        )
        wish = Wish("framing", where, ("size", SIZE_OF.get(size, size)), (who.id,) if who else (), said.shots())
        return found(said, match, wish)
    return None


def read_telling(said: Said) -> Found | None:
    """Shots told in fewer or more words."""
    if match := said.search(TELL):
        short = re.match(r"(?:short|tight|trim|simpl|less)", match.group("how").lower()) is not None
        return found(said, match, Wish("telling", said.scenes(), ("shorter" if short else "longer",), apart=said.apart))
    return None


def follow(room: Draftroom, wish: Wish) -> None:
    """Another shot size or camera move."""
    how, value = wish.words
    scenes = room.targets(wish)
    if how == "fewer":
        _fewer(room, scenes, value)
        return
    if how == "move":
        for scene in scenes:
            shots = tuple(
                replace(shot, move=cast(CameraMove, value)) if not wish.shots or shot.id in wish.shots else shot
                for shot in scene.shots
            )
            room.put(replace(scene, shots=shots))
        return
    size = cast(ShotSize, value)
    if wish.shots or wish.scenes:
        for scene in scenes:
            room.put_shot(scene, replace(_chosen(scene, wish, value), size=size))
        return
    changed = 0
    for scene in scenes:
        fitting = [
            shot
            for shot in scene.shots
            if shot.size != size and (set(wish.whom) & set(shot.who) if wish.whom else shot.who)
        ]
        if fitting and changed < 3:
            room.put_shot(scene, replace(fitting[0], size=size))
            changed += 1
    if not changed:
        raise refusal(f"I found no shot there to make a {value}.")


def _chosen(scene: Scene, wish: Wish, size: str) -> Shot:
    if named := [shot for shot in scene.shots if shot.id in wish.shots]:
        return named[0]
    other = [shot for shot in scene.shots if shot.size != size] or list(scene.shots)
    if wish.whom:
        other = [shot for shot in other if set(wish.whom) & set(shot.who)] or other
    return other[0] if size in {"wide", "extreme wide"} else other[len(other) // 2]


def _fewer(room: Draftroom, scenes: list[Scene], size: str) -> None:
    hits = [
        (scene.id, shot)
        for scene in scenes
        for shot in scene.shots
        if shot.size == size
        or (size == "close-up" and shot.size == "medium close-up")
        or (size == "wide" and shot.size == "extreme wide")
    ]
    if not hits:
        raise refusal(f"There is no {size} in those scenes.")
    for scene_id, shot in hits if len(hits) < 3 else hits[1:]:
        scene = next(each for each in room.story.scenes if each.id == scene_id)
        room.put_shot(scene, replace(shot, size=cast(ShotSize, OTHER_SIZE.get(size, "medium"))))


def telling(room: Draftroom, wish: Wish) -> None:
    """Tell the shots in fewer or more words."""
    shorter = wish.words[0] == "shorter"
    for scene in room.targets(wish):
        shots = []
        for index, shot in enumerate(scene.shots):
            action = shot.action
            if shorter:
                action = sentence(re.split(r"(?<=[a-z]); |, and | and (?=\w+s\b)|(?<=[.]) ", action)[0])
            elif index == 0:
                row = places().get(scene.place) or places().get(scene.place.split("-")[-1])
                pool = [*(row.detail if row else ()), *table("days")["weather"][scene.weather]]
                told = room.told()
                fresh = [sentence(each) for each in pool if sentence(each) not in told]
                action = f"{action} {room.dice.pick(fresh, scene.id, 'longer')}" if fresh else action
            shots.append(replace(shot, action=action))
        room.put(replace(scene, shots=tuple(shots)))
    room.remarks.append(f"The film stays {room.seconds:g} seconds long.")
