"""Two people who touch: how near they stand, which way they look, and drawing them in one."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.illustrator.records import Person
from dailies.adapters.providers.rehearsal.illustrator.stage import Stage
from dailies.adapters.providers.rehearsal.illustrator.staging import Spot

_APART = {"hug": 1.2, "shake": 3.1, "give": 3.1}
"""Heads between two people, by the pose that joins them."""
_BOWED_APART = 5.4
_UNDER_ONE = re.compile(r"\b(?:under|share|sharing|shares) (?:one|an|a|the|his|her|their) (?:\w+ )?umbrella\b")
_UMBRELLA_APART = 1.9


def paired(stage: Stage, placed: list[Spot]) -> list[Spot]:
    """The spots with two people brought together who hug, shake hands, hand something over or share an umbrella."""
    if len(placed) != 2 or not all(isinstance(spot.actor.who, Person) for spot in placed):
        return placed
    if stage.scene.shot in ("close-up", "extreme close-up") or stage.scene.camera.shoulder:
        return placed
    act = next((spot.actor.pose for spot in placed if spot.actor.pose in _APART), "")
    if act:
        return _joined(stage, placed, act)
    if all(spot.actor.pose == "bow" for spot in placed):
        left, right = sorted(placed, key=lambda spot: spot.x)
        gap = min(_BOWED_APART * left.head, stage.w * 0.72)
        middle = _middle(stage, placed, gap)
        return [replace(right, x=middle + gap / 2, facing=-1), replace(left, x=middle - gap / 2, facing=1)]
    if _UNDER_ONE.search(stage.scene.prompt.action.lower()) and any(
        spot.actor.held and spot.actor.held.kind == "umbrella" for spot in placed
    ):
        return _sheltered(stage, placed)
    return placed


def _joined(stage: Stage, placed: list[Spot], act: str) -> list[Spot]:
    left, right = sorted(placed, key=lambda spot: spot.x)
    head = min(left.head, right.head)
    gap = _APART[act] * head
    middle = _middle(stage, placed, gap)
    done = []
    for spot, way in ((left, 1), (right, -1)):
        actor = replace(spot.actor, pose=act, view="")
        if act != "give":
            actor = replace(actor, held=None)
        done.append(
            replace(spot, actor=actor, x=middle - way * gap / 2, head=head, facing=way, raised=0.0, touching=True)
        )
    return [spot for other in placed for spot in done if spot.actor.who.name == other.actor.who.name]


def _sheltered(stage: Stage, placed: list[Spot]) -> list[Spot]:
    """Both look the same way, the one with the umbrella behind."""
    holder = next(spot for spot in placed if spot.actor.held and spot.actor.held.kind == "umbrella")
    gap = _UMBRELLA_APART * holder.head
    middle = _middle(stage, placed, gap)
    way = 1 if stage.side < 0 else -1
    return [
        replace(spot, facing=way, x=middle + (-way if spot is holder else way) * gap / 2)
        for spot in sorted(placed, key=lambda spot: spot is holder)
    ]


def _middle(stage: Stage, placed: list[Spot], gap: float) -> float:
    middle = sum(spot.x for spot in placed) / len(placed)
    room = gap / 2 + placed[0].head * 1.6
    return min(max(middle, min(room, stage.w / 2)), max(stage.w - room, stage.w / 2))
