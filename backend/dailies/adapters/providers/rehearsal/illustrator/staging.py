"""Who stands where: thirds, rows, eye lines and leading room, for any number of people and any format."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dailies.adapters.providers.rehearsal.illustrator.animals import creature_height
from dailies.adapters.providers.rehearsal.illustrator.cast import Creature
from dailies.adapters.providers.rehearsal.illustrator.figures import body_of
from dailies.adapters.providers.rehearsal.illustrator.poses import POSES
from dailies.adapters.providers.rehearsal.illustrator.props import prop_height, prop_width
from dailies.adapters.providers.rehearsal.illustrator.records import Actor
from dailies.adapters.providers.rehearsal.illustrator.stage import Stage

ONE_ROW = 4
"""The most people who stand side by side."""

_MOVING = frozenset("walk run ride push pull carry climb".split())
_ROOM = 0.025
"""The share of the width at both edges where nothing important is."""


@dataclass(frozen=True)
class Spot:
    """Where an actor stands. ``x``: pixels; ``head``: head height in pixels; ``facing``: 1 right, -1 left;
    ``raised``: pixels their ground lies above that of the first row; ``row``: 0 in front; ``touching``: whether they
    and another are drawn as a pair."""

    actor: Actor
    x: float
    head: float
    facing: int
    raised: float = 0.0
    row: int = 0
    touching: bool = False


def spots(stage: Stage) -> list[Spot]:
    """A spot for every actor, those at the back first."""
    actors = list(stage.scene.actors)
    rows = [actors] if len(actors) <= ONE_ROW else [actors[: -(-len(actors) // 2)], actors[-(-len(actors) // 2) :]]
    head = _head_size(stage, actors, len(rows[0]))
    placed: list[Spot] = []
    for number, row in enumerate(rows):
        size = head * (1.0 if number == 0 else 0.86 if stage.framing.whole else 0.92)
        raised = 0.0 if number == 0 else head * (1.5 if stage.framing.whole else 0.42)
        if len(rows) > 1 and number == 0 and not stage.framing.whole:
            raised = -head * 0.5
        across = (
            _across(stage, len(row), number)
            if len(rows) == 1
            else _staggered(stage, [len(each) for each in rows], number)
        )
        for actor, x in zip(row, across, strict=True):
            placed.append(Spot(actor, x * stage.w, size, 1 if x <= 0.5 else -1, raised, number))
    placed = [_faced(stage, spot, placed) for spot in placed]
    placed = [_inside(stage, spot) for spot in reversed(placed)]
    return _parted(stage, placed) if len(rows) == 1 else placed


def _head_size(stage: Stage, actors: list[Actor], across: int) -> float:
    """Head height in pixels: by the shot, but never wider than the frame's share for each actor."""
    by_height = stage.framing.head * stage.h
    if stage.framing.whole:
        room = stage.w * 0.13 * stage.framing.head / 0.066
        wide = stage.w / max(1, across) * 0.42
        return min(by_height, room, wide)
    room = stage.w / max(1, across)
    share = 1.1 if stage.scene.shot == "extreme close-up" else 0.70 if stage.scene.shot == "close-up" else 0.44
    if len(actors) > ONE_ROW:
        share = 0.5
    return min(by_height, room * share)


def _across(stage: Stage, count: int, row: int) -> list[float]:
    """Where the actors of a row stand, as shares of the width, from the seed's side on."""
    whole, side = stage.framing.whole, stage.side
    jitter = (stage.lot("place") - 0.5) * 0.08
    if count == 1 and row == 0:
        middle = {"extreme wide": 0.36, "wide": 0.35, "full": 0.42}.get(stage.scene.shot, 0.44)
        if stage.scene.camera.side == 0.0:
            middle = 0.5
        elif stage.scene.camera.side:
            middle = 0.32
        if stage.w < stage.h:
            middle = 0.5 * 0.5 + middle * 0.5
        middle += jitter if middle < 0.5 else 0.0
        return [middle if side < 0 else 1 - middle]
    if count == 2 and len(stage.scene.actors) == 2:
        wide = any(isinstance(a.who, Creature) and creature_height(a.who.species) > 2.5 for a in stage.scene.actors)
        places = ([0.28, 0.70] if wide else [0.36, 0.62]) if whole else [0.31, 0.68]
    elif count == 3 and len(stage.scene.actors) == 3:
        places = [0.30, 0.48, 0.68] if whole else [0.22, 0.50, 0.78]
    else:
        first, last = (0.20, 0.80) if whole and count < 5 else (0.12, 0.88)
        gap = (last - first) / max(1, count - 1)
        shift = gap * (0.5 if row else 0.0)
        places = [first + gap * i + shift for i in range(count)]
        places = [place if place <= 0.93 else place - gap * count + gap * 0.02 for place in places]
        places = [min(0.93, max(0.07, place)) for place in places]
    places = [place + jitter for place in places]
    return places if side < 0 else [1 - place for place in places]


def _staggered(stage: Stage, rows: list[int], row: int) -> list[float]:
    """Places in two rows: each of the second stands in a gap of the first, so that every face is seen."""
    first, last = (0.16, 0.84) if stage.framing.whole and rows[0] < 5 else (0.10, 0.90)
    gap = (last - first) / (rows[0] - (0.5 if rows[0] == rows[1] else 1.0))
    places = [first + gap * (i + 0.5 * row) for i in range(rows[row])]
    return places if stage.side < 0 else [1 - place for place in places]


def _parted(stage: Stage, placed: list[Spot]) -> list[Spot]:
    """Spots pushed apart where a large animal would cover others; all are made smaller where there is no room."""
    large = [spot for spot in placed if isinstance(spot.actor.who, Creature) and _wide(stage, spot) > 3]
    if len(placed) < 2 or not large or stage.scene.shot in ("close-up", "extreme close-up"):
        return placed
    order = sorted(range(len(placed)), key=lambda i: placed[i].x)
    sides = [_extent(stage, placed[i]) for i in order]
    scale = min(1.0, stage.w / sum(left + right for left, right in sides))
    xs: list[float] = []
    for i, (left, _) in zip(order, sides, strict=True):
        before = xs[-1] + sides[len(xs) - 1][1] * scale if xs else 0.0
        xs.append(max(placed[i].x, before + left * scale))
    room = stage.w
    for number in reversed(range(len(xs))):
        xs[number] = min(xs[number], room - sides[number][1] * scale)
        room = xs[number] - sides[number][0] * scale
    done = list(placed)
    for i, x in zip(order, xs, strict=True):
        done[i] = replace(placed[i], x=x, head=placed[i].head * max(0.75, scale))
    return done


def _wide(stage: Stage, spot: Spot) -> float:
    return sum(_extent(stage, spot)) / spot.head


def _extent(stage: Stage, spot: Spot) -> tuple[float, float]:
    """About how far somebody reaches to the left and to the right as they are drawn, in pixels."""
    if isinstance(spot.actor.who, Creature):
        tall = creature_height(spot.actor.who.species) * spot.head
        tall = min(tall, stage.h * 0.52, stage.w * 0.36)
        ahead, behind = tall * (1.3 if spot.actor.held else 1.1), tall * 0.8
        return (behind, ahead) if spot.facing > 0 else (ahead, behind)
    return spot.head * 1.15, spot.head * 1.15


def _faced(stage: Stage, spot: Spot, everybody: list[Spot]) -> Spot:
    """Eye lines: towards whom they look at, else towards the middle of the others."""
    others = [other for other in everybody if other is not spot]
    if not others:
        return spot
    if spot.actor.runs_ahead:
        # They chase something that is ahead of everybody.
        away = sum(other.x for other in others) / len(others)
        return replace(spot, facing=1 if spot.x > away else -1)
    if not spot.actor.target and spot.actor.pose in _MOVING and all(o.actor.pose == spot.actor.pose for o in others):
        # They go the same way together, into the open side of the frame.
        return replace(spot, facing=1 if stage.side < 0 else -1)
    looked_at = [other.x for other in others if other.actor.who.name == spot.actor.target]
    goal = looked_at[0] if looked_at else sum(other.x for other in others) / len(others)
    if abs(goal - spot.x) < 1:
        return spot
    return replace(spot, facing=1 if goal > spot.x else -1)


def reach(spot: Spot) -> tuple[float, float]:
    """How far an actor and what they hold reach before and behind them, in pixels."""
    actor = spot.actor
    if isinstance(actor.who, Creature):
        tall = creature_height(actor.who.species) * spot.head
        held = prop_height(actor.held.kind) * prop_width(actor.held.kind) * spot.head * 0.6 if actor.held else 0.0
        return tall * 0.9 + held, tall * 0.8
    torso = body_of(actor.who).torso
    pose = POSES.get(actor.pose, POSES["stand"])
    ahead = max(pose.near[0], pose.far[0], 0.42) * torso + 0.35
    behind = max(-pose.near[0], -pose.far[0], 0.42) * torso + 0.35
    if actor.held is not None:
        if actor.held.kind == "violin":
            ahead = max(ahead, 2.5)
        elif actor.held.kind == "guitar":
            ahead = max(ahead, 2.0)
        elif actor.held.kind == "umbrella":
            ahead, behind = max(ahead, 2.6), max(behind, 1.5)
        elif pose.held is not None:
            ahead = max(ahead, pose.held[0] * torso + prop_height(actor.held.kind) * prop_width(actor.held.kind) * 0.5)
    return ahead * spot.head, behind * spot.head


def _inside(stage: Stage, spot: Spot) -> Spot:
    """The spot moved, and if need be made smaller, so that nothing important touches an edge."""
    if stage.scene.shot in ("close-up", "extreme close-up"):
        return spot
    edge = stage.w * _ROOM
    ahead, behind = reach(spot)
    if not stage.framing.whole and not spot.actor.held:
        ahead, behind = min(ahead, spot.head * 1.15), min(behind, spot.head * 1.15)
    wide = ahead + behind
    if wide > stage.w - 2 * edge:
        share = max(0.55, (stage.w - 2 * edge) / wide)
        spot, ahead, behind = replace(spot, head=spot.head * share), ahead * share, behind * share
    left, right = (behind, ahead) if spot.facing > 0 else (ahead, behind)
    x = min(max(spot.x, edge + left), max(edge + left, stage.w - edge - right))
    return replace(spot, x=x)
