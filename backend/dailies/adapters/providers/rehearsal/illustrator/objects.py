"""Things on the stage: on tables, on the ground, on the wall and in the air, near whom they concern."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from dailies.adapters.providers.rehearsal.illustrator.actors import table_top
from dailies.adapters.providers.rehearsal.illustrator.cast import Creature, Thing
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour
from dailies.adapters.providers.rehearsal.illustrator.poses import POSES, STAND
from dailies.adapters.providers.rehearsal.illustrator.props import draw_prop, prop_height, prop_width
from dailies.adapters.providers.rehearsal.illustrator.shapes import rect
from dailies.adapters.providers.rehearsal.illustrator.stage import Stage
from dailies.adapters.providers.rehearsal.illustrator.staging import Spot
from dailies.adapters.providers.rehearsal.illustrator.things import AIRBORNE, BIG_PROPS, ON_WALL, TRACES

_MOST_COPIES = 5
_LYING = frozenset(
    "spoon fork knife pencil brush wand hammer wrench screwdriver pliers nail needle sword axe thermometer feather "
    "scissors".split()
)
"""Things that lie where nobody holds them."""

_PAVED = frozenset("street road station rooftop skyline village lighthouse".split())
_SERVED = frozenset("cup plate bowl glass wine teapot jug cake pizza soup sandwich tray saucer biscuit cheese".split())
"""Things that are put down on a table even outdoors."""
_CLOSE = ("close-up", "extreme close-up")


@dataclass
class _Room:
    """The parts of the width that are taken, in pixels."""

    width: float
    taken: list[tuple[float, float]]

    def free(self, wanted: float, half: float) -> float:
        """The free place nearest to the wanted one for a thing ``half`` as wide to each side; it is then taken."""
        low, high = min(self.width / 2, half * 1.05), max(self.width / 2, self.width - half * 1.05)
        steps = [wanted + sign * i * self.width * 0.035 for i in range(18) for sign in (1, -1)]
        spots = [min(high, max(low, x)) for x in steps]
        best = min(spots, key=lambda x: (round(self._overlap(x - half, x + half) / max(1.0, half), 1), abs(x - wanted)))
        self.taken.append((best - half, best + half))
        return best

    def _overlap(self, left: float, right: float) -> float:
        return sum(max(0.0, min(right, b) - max(left, a)) for a, b in self.taken)


def is_small(it: Thing) -> bool:
    """Whether a thing stands on a surface rather than on the ground, in the air or on a wall."""
    return it.kind not in BIG_PROPS and it.kind not in AIRBORNE and it.kind not in TRACES and it.where != "air"


def wide_of(kind: str) -> float:
    """How wide a thing that nobody holds is, as a share of its size: long tools lie down."""
    return 1.0 if kind in _LYING else prop_width(kind)


def draw_thing(stage: Stage, it: Thing, x: float, base: float, tall: float, facing: int = 1, turn: float = 0.0) -> None:
    """Draw a thing, or the uploaded picture of it where there is one."""
    if stage.product is None or stage.product[0] != it.name:
        if it.kind in _LYING and not turn:
            draw_prop(stage.p, it, x - tall * 0.48, base - tall * 0.06, tall, 1, 80)
        else:
            draw_prop(stage.p, it, x, base, tall, facing, turn)
        return
    pixels = stage.product[1]
    wide = tall * pixels.shape[1] / pixels.shape[0]
    if wide > stage.w * 0.5:
        wide, tall = stage.w * 0.5, stage.w * 0.5 * pixels.shape[0] / pixels.shape[1]
    image = skia.Image.fromarray(pixels, colorType=skia.kRGBA_8888_ColorType)
    stage.p.canvas.drawImageRect(
        image,
        skia.Rect.MakeXYWH(x - wide / 2, base - tall, wide, tall),
        skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear),
    )


def needs_surface(stage: Stage) -> bool:
    """Whether people seen from the waist or closer stand behind a table, sill or ledge."""
    if stage.framing.whole:
        return False
    laid = any(is_small(it) and it.where != "set" for it in stage.scene.things)
    laid = laid or any(it.kind in TRACES for it in stage.scene.things)
    if stage.scene.shot in _CLOSE:
        return laid
    beasts = any(isinstance(a.who, Creature) for a in stage.scene.actors)
    busy = any(POSES.get(a.pose, STAND).surface for a in stage.scene.actors) and (stage.indoors or not beasts)
    return laid or busy or (any(a.pose == "sit" for a in stage.scene.actors) and stage.indoors)


def draw_behind(stage: Stage, spots: list[Spot]) -> None:
    """Set dressing, things on walls and large things, behind the actors."""
    room = _taken(stage, spots)
    head = stage.furniture_head
    dressing = [it for it in stage.scene.things if it.where == "set"]
    for number, it in enumerate(dressing[:6]):
        _dress(stage, it, number, head, room)
    for it in stage.scene.things:
        if it.where == "set":
            continue
        if it.kind in ON_WALL and (it.kind in BIG_PROPS or stage.indoors and it.where != "table"):
            _on_wall(stage, it, spots, head, room)
        elif it.kind in BIG_PROPS and it.kind not in AIRBORNE:
            _on_ground(stage, it, spots, head, room)
        stage.step()


def draw_before(stage: Stage, spots: list[Spot], surface: bool) -> None:
    """Small things, traces and things in the air, before or beside the actors."""
    room = _taken(stage, spots, 0.5 if not stage.framing.whole else 0.8)
    if surface:
        _surface(stage, spots)
    for it in stage.scene.things:
        if it.where == "set" or it.kind in BIG_PROPS and it.kind not in AIRBORNE:
            continue
        if it.kind in ON_WALL and stage.indoors and it.where != "table":
            continue
        if it.kind in AIRBORNE or it.where == "air":
            _in_air(stage, it, spots, room)
        elif stage.framing.whole:
            _at_feet(stage, it, spots, room)
    stage.step()


def _taken(stage: Stage, spots: list[Spot], wide: float = 1.0) -> _Room:
    return _Room(stage.w, [(s.x - s.head * wide, s.x + s.head * wide) for s in spots])


def _near(stage: Stage, it: Thing, spots: list[Spot], ahead: float) -> float:
    """The place before whoever a thing concerns, ``ahead`` pixels from them, or the seed's own place."""
    mine = [s for s in spots if s.actor.who.name == it.by] or spots[-1:]
    if not mine:
        return stage.w * (0.5 + 0.12 * (stage.lot("thing", it.name) - 0.5))
    spot = mine[0]
    if len(spots) == 2 and not it.by:
        return sum(s.x for s in spots) / 2
    return spot.x + spot.facing * ahead


def _dress(stage: Stage, it: Thing, number: int, head: float, room: _Room) -> None:
    tall = min(head * prop_height(it.kind) * 0.9, stage.h * 0.5, stage.w * 0.30 / wide_of(it.kind))
    tall = max(tall, stage.h * 0.05)
    places = (0.10, 0.90, 0.24, 0.76, 0.04, 0.96)
    side = stage.lot("set", it.name) < 0.5
    share = places[number] if side else 1 - places[number]
    x = room.free(share * stage.w, tall * wide_of(it.kind) * 0.5)
    y = stage.ground - stage.h * (0.035 + 0.02 * (number % 2))
    if it.kind in AIRBORNE:
        y = stage.h * 0.3
    with stage.p.lit_by(stage.light):
        if it.kind not in AIRBORNE:
            stage.p.contact(x, y, tall * wide_of(it.kind) * 0.5, 0.4)
        draw_thing(stage, it, x, y, tall, 1 if side else -1)


def _on_wall(stage: Stage, it: Thing, spots: list[Spot], head: float, room: _Room) -> None:
    scale = 1.0 if stage.framing.whole else 1.9
    tall = min(max(head * prop_height(it.kind) * scale, stage.h * 0.12), stage.h * 0.48)
    tall = min(tall, stage.w * 0.4 / wide_of(it.kind))
    x = room.free(_near(stage, it, spots, stage.w * 0.26), tall * wide_of(it.kind) * 0.5)
    y = stage.h * 0.56 if tall > stage.h * 0.2 else stage.h * 0.36
    if it.kind in ("mirror", "window", "curtain", "photograph", "shelf") and stage.framing.whole:
        y = stage.ground - head * 3.2
    with stage.p.lit_by(stage.light):
        draw_thing(stage, it, x, y, tall)


def _on_ground(stage: Stage, it: Thing, spots: list[Spot], head: float, room: _Room) -> None:
    most = 0.34 if it.kind in ("bench", "table", "sofa", "bed") else 0.62
    tall = min(head * prop_height(it.kind), stage.h * most, stage.w * 0.56 / wide_of(it.kind))
    tall = max(tall, stage.h * 0.08)
    copies = min(it.count, 3 if wide_of(it.kind) < 1.2 else 1)
    half = tall * wide_of(it.kind) * 0.5
    wanted = _near(stage, it, spots, half + head * 1.4) if spots else stage.w * (0.64 if stage.side < 0 else 0.36)
    for number in range(copies):
        x = room.free(wanted + number * half * 2.1, half)
        y = stage.ground - stage.h * 0.015
        with stage.p.lit_by(stage.light):
            stage.p.contact(x, y, half, 0.45)
            draw_thing(stage, it, x, y, tall, -1 if x > stage.w / 2 else 1)
        if it.kind == "table":
            stage.tops.append((x, y - tall, half * 0.8))


def _in_air(stage: Stage, it: Thing, spots: list[Spot], room: _Room) -> None:
    head = spots[-1].head if spots else stage.furniture_head
    scale = 1.3 if stage.framing.whole else 0.8
    tall = max(head * prop_height(it.kind) * scale, stage.h * 0.10)
    tall = min(tall, stage.h * 0.42, stage.w * 0.5 / wide_of(it.kind))
    held = next((s for s in spots if s.actor.held and s.actor.who.name == it.by), None)
    rising = it.kind in ("steam", "smoke", "flame", "spark") and held is not None
    if rising and held is not None:
        x, y = held.x + held.facing * head * 0.6, stage.h * (0.62 if not stage.framing.whole else 0.55)
    else:
        x = room.free(_near(stage, it, spots, stage.w * 0.24), tall * wide_of(it.kind) * 0.35)
        y = stage.h * (0.20 + 0.08 * stage.lot("height", it.name)) + tall
    for number in range(min(it.count, 3)):
        with stage.p.lit_by(stage.figure_light()):
            shift = number * tall * wide_of(it.kind) * 0.9
            draw_thing(stage, it, x + shift * (1 if x < stage.w / 2 else -1), y - number * tall * 0.25, tall, 1, 8)


def _at_feet(stage: Stage, it: Thing, spots: list[Spot], room: _Room) -> None:
    """A small thing or trace by somebody's feet; indoors, small things stand on a little table."""
    head = spots[-1].head if spots else stage.furniture_head
    trace = it.kind in TRACES
    tall = max(head * prop_height(it.kind) * 1.15, stage.h * (0.03 if trace else 0.055))
    tall = min(tall, stage.h * 0.2, stage.w * 0.3 / wide_of(it.kind))
    half = tall * wide_of(it.kind) * 0.5
    copies = min(it.count, _MOST_COPIES) if not trace else 1
    if stage.tops and not trace:
        _on_top(stage, it, tall, copies)
        return
    far = head * (3.4 if it.where == "ahead" else 1.5) + half
    x = room.free(_near(stage, it, spots, far), half * (1 + 0.9 * (copies - 1)))
    y = stage.ground + head * 0.1
    if trace and it.kind in ("footprint", "trail") and spots:
        x = spots[-1].x - spots[-1].facing * (half + head * 0.6)
    with stage.p.lit_by(stage.figure_light()):
        if (
            (stage.indoors or it.kind in _SERVED)
            and not trace
            and it.kind not in ("ball", "box", "chest", "suitcase", "bag", "backpack", "sack")
        ):
            table = Thing("table", "table", (0.46, 0.08, 52), (0.5, 0.05, 50))
            high = min(head * 3.0, stage.h * 0.22)
            stage.p.contact(x, y, high * 1.1, 0.4)
            draw_prop(stage.p, table, x, y, high)
            y -= high
        for number in range(copies):
            spread = (number - (copies - 1) / 2) * half * 2.0
            if not trace:
                stage.p.contact(x + spread, y, half, 0.4)
            draw_thing(stage, it, x + spread, y, tall)


def _on_top(stage: Stage, it: Thing, tall: float, copies: int) -> None:
    """Small things on a table that stands in the picture, side by side."""
    x, top, half = stage.tops[0]
    wide = tall * wide_of(it.kind)
    step = min(wide * 1.05, 2 * half / max(1, copies))
    left = x - half + wide * 0.5
    with stage.p.lit_by(stage.figure_light()):
        for number in range(copies):
            draw_thing(stage, it, left + step * number, top + tall * 0.02, tall)
    stage.tops[0] = (x + step * copies / 2, top, max(wide * 0.5, half - step * copies / 2))


def _surface(stage: Stage, spots: list[Spot]) -> None:
    """A table, sill or ledge across the foot of the frame, with what is worked on and what lies there."""
    p = stage.p
    head = min(max((s.head for s in spots), default=stage.h * 0.24), stage.h * 0.36)
    top = table_top(stage, head)
    if not stage.indoors and not any(POSES.get(s.actor.pose, STAND).surface for s in spots):
        top = max(top, stage.h * 0.86)
    if any(isinstance(s.actor.who, Creature) for s in spots) and stage.scene.shot not in _CLOSE:
        top = max(top, stage.h * 0.84)
    with p.lit_by(stage.light):
        stony = stage.scene.place in _PAVED
        wood: Colour = (0.54, 0.085, 55) if stage.indoors else (0.60, 0.02, 80) if stony else (0.50, 0.05, 60)
        path = rect(-20, top, stage.w + 40, stage.h - top + 20)
        p.shape(path, wood, 0, dry=0.45, line=0.6)
        p.gradient(
            path, (0, top), (0, stage.h), [(0, p.light.lit(wood), 0.7), (0.25, wood, 0), (1, p.light.shade(wood), 0.9)]
        )
        held = [s.actor.held for s in spots if s.actor.held is not None and POSES.get(s.actor.pose, STAND).surface]
        laid = [it for it in stage.scene.things if (is_small(it) or it.kind in TRACES) and it.where != "set"]
        laid = [it for it in laid if not (it.kind in ON_WALL and stage.indoors and it.where != "table")]
        close = stage.scene.shot in _CLOSE
        room = _Room(stage.w, [(s.x - s.head * 0.42, s.x + s.head * 0.42) for s in spots] if close else [])
        for it in [*held, *laid][:7]:
            _lay(stage, it, spots, (top, head), room, it in held)


def _lay(stage: Stage, it: Thing, spots: list[Spot], table: tuple[float, float], room: _Room, worked: bool) -> None:
    top, head = table
    size = min(max(head * prop_height(it.kind) * 1.05, stage.h * 0.11), stage.h * 0.36)
    if it.kind in TRACES:
        size = stage.h * 0.07
    size = min(size, stage.w * 0.40 / wide_of(it.kind))
    if stage.scene.shot in _CLOSE and spots:
        size = min(size, stage.h * 0.24, stage.w * 0.22 / wide_of(it.kind))
    half = size * wide_of(it.kind) * 0.5
    copies = min(it.count, _MOST_COPIES) if it.kind not in TRACES and it.kind != "hand" else 1
    mine = [s for s in spots if s.actor.held is it]
    ahead = head * 0.42 if worked else head * 1.25
    wanted = mine[0].x + mine[0].facing * ahead if mine else _near(stage, it, spots, ahead)
    x = room.free(wanted, half * (1 + 0.8 * (copies - 1)))
    base = min(top + head * 0.18, stage.h * 0.975)
    for number in range(copies):
        spread = (number - (copies - 1) / 2) * half * 1.9
        if it.kind not in TRACES:
            stage.p.contact(x + spread, base - head * 0.02, half * 1.1, 0.4)
        draw_thing(stage, it, x + spread, base, size)
