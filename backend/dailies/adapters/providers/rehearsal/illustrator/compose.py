"""Staging: how large, where and before what each thing of a scene is drawn, for every shot size and format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import skia

from dailies.adapters.providers.rehearsal.illustrator.animals import creature_height, draw_creature
from dailies.adapters.providers.rehearsal.illustrator.cast import Creature, Person
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, mix
from dailies.adapters.providers.rehearsal.illustrator.figures import Figure, body_of, draw_figure, height_of, seated_at
from dailies.adapters.providers.rehearsal.illustrator.heads import EXPRESSIONS, Expression, draw_head
from dailies.adapters.providers.rehearsal.illustrator.light import Atmosphere, Light, atmosphere
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.places import DRAWINGS, INDOORS, Site
from dailies.adapters.providers.rehearsal.illustrator.places.site import weather
from dailies.adapters.providers.rehearsal.illustrator.poses import IN_HAND_WHILE_SITTING, POSES, STAND, Pose
from dailies.adapters.providers.rehearsal.illustrator.props import (
    draw_card,
    draw_prop,
    prop_height,
    prop_width,
)
from dailies.adapters.providers.rehearsal.illustrator.scene import Actor, Scene
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, rect, spline
from dailies.adapters.providers.rehearsal.illustrator.words import BIG_PROPS

Step = Callable[[], None]


@dataclass(frozen=True)
class Framing:
    """``head``: head height as a share of the frame's height; ``eye``: where the head's middle is;
    ``zoom`` and ``blur``: of the place behind (blur in pixels at 720 lines); ``whole``: feet are seen."""

    head: float
    eye: float
    zoom: float
    blur: float
    whole: bool = False


FRAMINGS: dict[str, Framing] = {
    "extreme wide": Framing(0.030, 0.0, 1.0, 0.0, True),
    "wide": Framing(0.062, 0.0, 1.0, 0.0, True),
    "full": Framing(0.112, 0.0, 1.12, 0.8, True),
    "medium wide": Framing(0.170, 0.245, 1.28, 1.6),
    "medium": Framing(0.240, 0.335, 1.45, 3.0),
    "medium close-up": Framing(0.350, 0.40, 1.75, 5.0),
    "close-up": Framing(0.600, 0.47, 2.3, 9.0),
    "insert": Framing(0.500, 0.40, 2.2, 9.0),
}
"""By shot size."""


class Stage:
    """A scene on its way to a picture. ``step`` is called between parts, and may raise to stop the work."""

    def __init__(self, painter: Painter, scene: Scene, step: Step) -> None:
        self.p, self.scene, self.step = painter, scene, step
        self.air: Atmosphere = atmosphere(scene.time, scene.weather)
        self.w, self.h = float(painter.width), float(painter.height)
        self.indoors = scene.place in INDOORS
        self.light: Light = self.air.room if self.indoors else self.air.light
        self.framing = FRAMINGS.get(scene.shot, FRAMINGS["medium"])


def draw_scene(stage: Stage) -> None:
    """Draw the scene its prompt asks for."""
    kind = stage.scene.prompt.kind
    if kind == "character":
        _character_sheet(stage)
    elif kind == "product":
        _product_sheet(stage)
    elif kind in ("place", "style"):
        _backdrop(stage, 1.0, 0.0, 0.5)
        _weather(stage, 1.0)
    elif stage.scene.shot == "insert":
        _insert(stage)
    else:
        _frame(stage)
    if kind == "frame":
        _cards(stage)
    stage.step()


def _backdrop(stage: Stage, zoom: float, blur: float, focus: float) -> None:
    p = stage.p
    site = Site(p, stage.air, stage.scene.place_words, zoom)
    p.light = stage.light
    DRAWINGS[stage.scene.place](site)
    stage.step()
    if zoom > 1:
        shot = p.surface.makeImageSnapshot()
        wide, tall = stage.w / zoom, stage.h / zoom
        left = (stage.w - wide) * focus
        top = (stage.h - tall) * 0.52
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear)
        p.canvas.drawImageRect(
            shot, skia.Rect.MakeXYWH(left, top, wide, tall), skia.Rect.MakeWH(stage.w, stage.h), sampling
        )
    p.blur_all(blur * stage.h / 720)
    stage.step()


def _weather(stage: Stage, near: float) -> None:
    if not stage.indoors:
        weather(Site(stage.p, stage.air, stage.scene.place_words), near)


def _head_size(stage: Stage, count: int) -> float:
    """Head height in pixels: by the shot, but never wider than the frame's share for each actor."""
    by_height = stage.framing.head * stage.h
    if stage.framing.whole:
        return min(by_height, stage.w * 0.13 * stage.framing.head / 0.062)
    room = stage.w / max(1, count)
    return min(by_height, room * (0.70 if stage.scene.shot == "close-up" else 0.44))


def _places(stage: Stage, count: int) -> list[float]:
    """Where actors stand across the frame, as shares of its width."""
    if count == 1:
        middle = {"extreme wide": 0.40, "wide": 0.38, "full": 0.46}.get(stage.scene.shot, 0.46)
        return [middle if stage.w > stage.h else 0.5 * 0.4 + middle * 0.6]
    if count == 2:
        return [0.31, 0.68] if not stage.framing.whole else [0.38, 0.60]
    if count == 3:
        return [0.22, 0.50, 0.78] if not stage.framing.whole else [0.30, 0.48, 0.68]
    return [0.17, 0.39, 0.61, 0.83]


def _ground(stage: Stage) -> float:
    """Where feet stand, in pixels."""
    return {"extreme wide": 0.80, "wide": 0.885, "full": 0.945}.get(stage.scene.shot, 0.93) * stage.h


def _frame(stage: Stage) -> None:
    scene = stage.scene
    actors = list(scene.actors)
    _backdrop(stage, stage.framing.zoom, stage.framing.blur, 0.45)
    if not actors:
        _still_things(stage)
        _weather(stage, 1.0)
        return
    count = len(actors)
    head = _head_size(stage, count)
    spots = _places(stage, count)
    _big_things(stage, head)
    surface = not stage.framing.whole and _needs_surface(stage)
    for index, (actor, spot) in enumerate(zip(actors, spots, strict=True)):
        facing = 1 if spot <= 0.5 else -1
        _actor(stage, actor, index, spot * stage.w, head, facing, count)
        stage.step()
    if surface:
        _surface(stage, head, spots)
    else:
        _small_things(stage, head)
    _glow_of_key(stage)
    _weather(stage, stage.framing.zoom)


def _pose(stage: Stage, actor: Actor) -> Pose:
    pose = POSES.get(actor.pose, STAND)
    if actor.pose == "play" and actor.held:
        pose = POSES.get("guitar" if actor.held.kind == "guitar" else "violin", STAND)
    if not stage.framing.whole and actor.pose in ("sit", "crouch"):
        pose = replace(POSES["hold"], expression="neutral") if actor.held else STAND
    if actor.held and pose.held is None and actor.pose != "play":
        pose = POSES["hold"]
    if actor.held and actor.held.kind == "umbrella":
        pose = replace(pose, far=(0.40, 0.42), held=None, grip=False)
    if actor.held is None and pose.grip:
        pose = (
            replace(pose, grip=False) if pose.surface else (POSES["work"] if actor.pose in ("work", "write") else STAND)
        )
    if actor.pose in IN_HAND_WHILE_SITTING and "sit" in stage.scene.prompt.action.lower() and stage.framing.whole:
        pose = IN_HAND_WHILE_SITTING[actor.pose]
    return pose


def _expression(actor: Actor, pose: Pose) -> Expression:
    name = actor.expression or pose.expression
    if pose.expression == "focus" and actor.expression in ("", "smile"):
        name = "focus"
    return EXPRESSIONS.get(name, EXPRESSIONS["neutral"])


def _actor(stage: Stage, actor: Actor, index: int, x: float, head: float, facing: int, count: int) -> None:
    p, whole = stage.p, stage.framing.whole
    who = actor.who
    if isinstance(who, Creature):
        _animal(stage, actor, who, x, head, facing, count)
        return
    if actor.pose == "sleep":
        _sleeper(stage, actor, who, x, head)
        return
    pose = _pose(stage, actor)
    tall = height_of(who)
    size = head * (0.92 if who.age == "child" else 1.0)
    ground = _ground(stage) if whole else stage.framing.eye * stage.h + (tall - 0.5) * size
    if not whole and who.age == "child" and count > 1:
        ground += size * 0.45
    if pose is POSES["jump"] and whole:
        ground -= size * 0.9
    view = actor.view or ("profile" if pose.side else "three_quarter")
    if not whole and pose.side and not actor.view:
        pose, view = (
            replace(pose, side=False, drop=0, lean=pose.lean * 0.4, near=(-0.47, 1.12), far=(0.47, 1.12)),
            "three_quarter",
        )
    if pose.surface and not whole:
        pose = _at_table(stage, who, pose, ground, size, head)
    figure = Figure(
        who,
        x,
        ground,
        size,
        view,
        facing,
        pose,
        _expression(actor, pose),
        None if pose.surface and not whole else actor.held,
    )
    if whole:
        p.contact(x, ground, size * 1.15, 0.5)
        if pose.drop > 0.3 and actor.pose == "sit":
            _seat(stage, figure)
    rim = 0.0 if stage.indoors and stage.air.dark < 0.4 else min(4.5, max(1.2, size * 0.022))
    with p.lit_by(_figure_light(stage), rim, stage.air.light.key if not stage.indoors else None), p.layer():
        draw_figure(p, figure)
        shadow = stage.light.shadow
        if whole:
            p.atop((0, ground - size * 3.4), (0, ground), [(0, shadow, 0), (1, shadow, 0.34)])
        side = 1 if p.light.towards[0] > 0 else -1
        p.atop((x - side * size * 1.1, 0), (x + side * size * 0.7, 0), [(0, shadow, 0.26), (1, shadow, 0)])


def _at_table(stage: Stage, who: Person, pose: Pose, ground: float, size: float, head: float) -> Pose:
    """The pose with the hands brought above the table's edge, on both sides of what they work on."""
    body = body_of(who)
    shoulder = ground + (body.shoulder_y + 0.14) * size
    level = (_table_top(stage, head) - shoulder) / (body.torso * size) - 0.16
    level = max(0.12, min(0.80, level))
    return replace(pose, near=(pose.near[0] + 0.02, level), far=(pose.far[0] - 0.02, level - 0.02))


def _table_top(stage: Stage, head: float) -> float:
    """Where a table in front of people seen from the waist has its edge, in pixels."""
    top = stage.framing.eye * stage.h + head * 2.25
    return top if top <= stage.h * 0.95 else stage.h * 0.90


def _figure_light(stage: Stage) -> Light:
    """People are lit a little more than the place they stand in, so that they hold the eye."""
    light = stage.light
    return replace(light, tint=light.tint * 0.62, dim=min(1.0, light.dim * 0.55 + 0.45))


def _seat(stage: Stage, figure: Figure) -> None:
    x, y = seated_at(figure)
    wide = figure.head * 1.5
    with stage.p.lit_by(stage.light):
        wood: Colour = (0.44, 0.075, 50)
        for dx in (-0.42, 0.42):
            stage.p.line([(x + dx * wide, y), (x + dx * wide, figure.ground)], figure.head * 0.16, wood, 1, False)
        stage.p.shape(
            rect(x - wide * 0.55, y, wide * 1.1, figure.head * 0.22, figure.head * 0.06), (0.52, 0.085, 52), dry=0.4
        )
        if stage.indoors:
            back = x - figure.facing * wide * 0.5
            stage.p.shape(
                rect(back - figure.head * 0.1, y - figure.head * 2.1, figure.head * 0.2, figure.head * 2.2, 3),
                (0.48, 0.08, 50),
                dry=0.4,
            )


def _animal(stage: Stage, actor: Actor, who: Creature, x: float, head: float, facing: int, count: int) -> None:
    tall = creature_height(who.species) * head
    flying = who.species == "bird" and (
        actor.pose in ("run", "jump", "reach", "cheer")
        or "fl" in stage.scene.prompt.action.lower().split("bird")[-1][:6]
    )
    if stage.framing.whole:
        tall *= 0.85 if count > 1 else 1.25
        ground = _ground(stage) - (stage.h * 0.3 if flying else 0)
        if not flying:
            stage.p.contact(x, ground, tall * 0.75, 0.45)
    else:
        wanted = {"medium wide": 0.50, "medium": 0.62, "medium close-up": 0.85, "close-up": 1.25}.get(
            stage.scene.shot, 0.7
        )
        if count > 1:
            tall = max(tall, stage.h * 0.36)
            ground = stage.h * 0.99 + max(0.0, tall - stage.h * 0.55) * 0.5
        else:
            tall = min(wanted * stage.h, stage.w * 0.52 * (1.0 if wanted < 0.8 else 1.6))
            ground = stage.h * 0.94 + max(0.0, tall - stage.h * 0.62) * 0.72
            x -= facing * tall * (0.35 if wanted > 0.8 else 0.12)
    rim = min(4.0, max(1.0, tall * 0.008))
    with stage.p.lit_by(_figure_light(stage), rim if not stage.indoors or stage.air.dark > 0.4 else 0), stage.p.layer():
        draw_creature(
            stage.p,
            who,
            x,
            ground,
            tall,
            facing,
            actor.pose in ("run", "walk", "jump") or flying,
            actor.pose == "sleep",
        )
        if actor.held is not None:
            draw_prop(stage.p, actor.held, x + facing * tall * 0.7, ground, head * prop_height(actor.held.kind), facing)


def _sleeper(stage: Stage, actor: Actor, who: Person, x: float, head: float) -> None:
    """Somebody asleep under a blanket, head on a pillow."""
    p = stage.p
    size = head * 1.05
    base = _ground(stage) if stage.framing.whole else stage.h * 0.90
    y = base - size * (1.5 if stage.framing.whole else 0.4)
    left = x - size * 1.0
    with p.lit_by(stage.light):
        if stage.framing.whole:
            p.contact(x + size * 2.2, base, size * 4.2, 0.4)
            p.shape(rect(left - size * 0.9, y - size * 0.9, size * 0.25, size * 2.6, 4), (0.44, 0.08, 50), dry=0.4)
        p.shape(
            rect(left - size * 0.7, y + size * 0.2, size * 7.2, size * 0.9, size * 0.2), (0.92, 0.015, 88), size * 0.1
        )
        p.shape(
            spline(
                [
                    (left - size * 0.8, y + size * 0.34),
                    (left - size * 0.5, y - size * 0.36),
                    (left + size * 0.6, y - size * 0.42),
                    (left + size * 1.0, y + size * 0.1),
                    (left + size * 0.7, y + size * 0.42),
                ]
            ),
            (0.95, 0.012, 88),
            size * 0.14,
        )
    with p.lit_by(_figure_light(stage)):
        draw_head(p, who, left + size * 0.18, y - size * 0.12, size, "three_quarter", 1, EXPRESSIONS["calm"], -62)
    top = who.worn.get("over") or who.worn.get("top")
    blanket = mix(top.colour if top else who.accent, (0.5, 0.09, 255), 0.45)
    with p.lit_by(stage.light):
        p.shape(
            spline(
                [
                    (left + size * 0.62, y + size * 0.55, 1),
                    (left + size * 0.70, y + size * 0.02),
                    (left + size * 1.6, y - size * 0.62),
                    (left + size * 3.2, y - size * 0.40),
                    (left + size * 5.2, y - size * 0.50),
                    (left + size * 6.4, y + size * 0.0),
                    (left + size * 6.6, base if stage.framing.whole else stage.h * 1.1, 1),
                    (left + size * 0.5, base if stage.framing.whole else stage.h * 1.1, 1),
                ]
            ),
            blanket,
            size * 0.26,
            dry=0.35,
        )
        p.shape(
            spline(
                [
                    (left + size * 0.60, y + size * 0.60, 1),
                    (left + size * 0.66, y + size * 0.0),
                    (left + size * 1.05, y - size * 0.36),
                    (left + size * 1.35, y - size * 0.2),
                    (left + size * 1.0, y + size * 0.3),
                    (left + size * 0.95, y + size * 0.7, 1),
                ]
            ),
            (0.93, 0.015, 88),
            size * 0.08,
        )


def _needs_surface(stage: Stage) -> bool:
    busy = any(POSES.get(a.pose, STAND).surface for a in stage.scene.actors)
    seated = any(a.pose == "sit" for a in stage.scene.actors) and stage.indoors
    laid = stage.indoors and any(t.kind not in BIG_PROPS for t in stage.scene.things)
    return stage.scene.shot in ("medium wide", "medium", "medium close-up") and (busy or seated or laid)


def _surface(stage: Stage, head: float, spots: list[float]) -> None:
    """A table edge across the foot of the frame, with what is worked on."""
    p = stage.p
    top = _table_top(stage, head)
    with p.lit_by(stage.light):
        wood: Colour = (0.54, 0.085, 55) if stage.indoors else (0.50, 0.05, 60)
        path = rect(-20, top, stage.w + 40, stage.h - top + 20)
        p.shape(path, wood, 0, dry=0.45, line=0.6)
        p.gradient(
            path, (0, top), (0, stage.h), [(0, p.light.lit(wood), 0.7), (0.25, wood, 0), (1, p.light.shade(wood), 0.9)]
        )
        held = [a.held for a in stage.scene.actors if a.held is not None and POSES.get(a.pose, STAND).surface]
        laid = [*held, *(t for t in stage.scene.things if t.kind not in BIG_PROPS)]
        spot = spots[0] * stage.w + head * 0.42 if len(spots) == 1 else stage.w * 0.5
        for i, it in enumerate(laid[:4]):
            size = min(head * prop_height(it.kind) * 1.05, stage.h * 0.36)
            x = spot + (0, 1.7, -2.2, 3.0)[i] * head
            x = max(head * 0.8, min(stage.w - head * 0.8, x))
            p.contact(x, top + head * 0.16, size * prop_width(it.kind) * 0.55, 0.4)
            if it.kind:
                draw_prop(p, it, x, top + head * 0.18, size)


def _small_things(stage: Stage, head: float) -> None:
    """Things nobody holds, on the ground near the actors or in the lower corner."""
    flying = ("kite", "balloon", "paper plane", "bird")
    for i, it in enumerate(t for t in stage.scene.things if t.kind and t.kind not in BIG_PROPS):
        size = head * prop_height(it.kind) * 1.15
        with stage.p.lit_by(_figure_light(stage)):
            if it.kind in flying:
                draw_prop(stage.p, it, stage.w * (0.72 - 0.1 * i), stage.h * 0.34, size * 1.3, 1, 12)
            elif stage.framing.whole:
                x, y = stage.w * (0.60 + 0.10 * i), _ground(stage) + head * 0.1
                stage.p.contact(x, y, size * prop_width(it.kind) * 0.5, 0.4)
                draw_prop(stage.p, it, x, y, max(size, stage.h * 0.05))
            else:
                x, y = stage.w * (0.78 - 0.16 * i), stage.h * 0.985
                draw_prop(stage.p, it, x, y, min(size * 1.3, stage.h * 0.4))


def _big_things(stage: Stage, head: float) -> None:
    """Vehicles, furniture and trees beside the actors."""
    if not stage.framing.whole:
        head = min(head, stage.h * 0.13)
    for i, it in enumerate(t for t in stage.scene.things if t.kind in BIG_PROPS):
        tall = min(
            head * prop_height(it.kind),
            stage.h * 0.55 if it.kind != "bench" else stage.h * 0.30,
            stage.w * 0.62 / prop_width(it.kind),
        )
        x = stage.w * (0.70 + 0.06 * i) if len(stage.scene.actors) < 2 else stage.w * 0.5
        y = _ground(stage) - stage.h * 0.015
        with stage.p.lit_by(stage.light):
            stage.p.contact(x, y, tall * prop_width(it.kind) * 0.5, 0.45)
            draw_prop(stage.p, it, x, y, tall, -1)


def _still_things(stage: Stage) -> None:
    """A frame without actors: its things, large enough to be seen."""
    drawn = [t for t in stage.scene.things if t.kind]
    for i, it in enumerate(drawn[:3]):
        share = {"extreme wide": 0.10, "wide": 0.16, "full": 0.34, "medium wide": 0.36, "medium": 0.42}.get(
            stage.scene.shot, 0.52
        )
        tall = min(
            share * stage.h * (1.8 if it.kind in BIG_PROPS else 1), stage.h * 0.62, stage.w * 0.6 / prop_width(it.kind)
        )
        x, y = stage.w * (0.5 + (0, -0.26, 0.26)[i]), stage.h * 0.86
        if it.kind in ("kite", "balloon", "paper plane"):
            y = stage.h * 0.5
        with stage.p.lit_by(_figure_light(stage)):
            if y > stage.h * 0.6:
                stage.p.contact(x, y, tall * prop_width(it.kind) * 0.55, 0.45)
            draw_prop(stage.p, it, x, y, tall)


def _insert(stage: Stage) -> None:
    """One thing, close, on a surface before the blurred place."""
    scene, p = stage.scene, stage.p
    held = [a.held for a in scene.actors if a.held]
    things = [t for t in [*held, *scene.things] if t.kind] or [replace(t, kind="") for t in scene.missing]
    if not things:
        if scene.actors:
            stage.scene = replace(scene, shot="close-up")
            stage.framing = FRAMINGS["close-up"]
            _frame(stage)
        else:
            _backdrop(stage, 1.5, 0.8, 0.4)
            _weather(stage, 1.3)
        return
    _backdrop(stage, 2.2, 8.0, 0.45)
    top = stage.h * 0.68
    with p.lit_by(stage.light):
        wood: Colour = (0.52, 0.085, 52) if stage.indoors else (0.56, 0.045, 65)
        path = rect(-20, top, stage.w + 40, stage.h - top + 20)
        p.shape(path, wood, 0, dry=0.5, line=0.5)
        p.gradient(
            path, (0, top), (0, stage.h), [(0, p.light.lit(wood), 0.8), (0.3, wood, 0), (1, p.light.shade(wood), 0.9)]
        )
    p.glow(stage.w * 0.5, top, stage.h * 0.7, stage.light.key, 0.28, 0.5)
    things = [things[0], *(t for t in things[1:] if t.kind not in BIG_PROPS)]
    for i, it in enumerate(things[:2]):
        tall = (0.50 if i == 0 else 0.28) * stage.h
        tall = min(tall, stage.w * 0.5 / prop_width(it.kind))
        x, y = stage.w * (0.48 if i == 0 else 0.74), stage.h * (0.82 if i == 0 else 0.76)
        p.contact(x, y, tall * prop_width(it.kind) * 0.6, 0.5)
        with p.lit_by(_figure_light(stage), 2.5 * p.unit):
            draw_prop(p, it, x, y, tall)
        stage.step()


def _glow_of_key(stage: Stage) -> None:
    """A breath of the key light over the side it comes from."""
    side = stage.w * (0.95 if stage.light.towards[0] > 0 else 0.05)
    stage.p.glow(side, stage.h * 0.2, stage.w * 0.5, stage.light.key, 0.12)


def _cards(stage: Stage) -> None:
    for i, it in enumerate(stage.scene.missing):
        if stage.scene.shot == "insert" and not [t for t in stage.scene.things if t.kind] and not stage.scene.actors:
            return
        tall = min(stage.w, stage.h) * 0.19
        with stage.p.lit_by(replace(stage.light, tint=0.0, dim=1.0)):
            draw_card(stage.p, it, stage.w - tall * (0.65 + 0.95 * i), stage.h * 0.05 + tall, tall)


def _paper(stage: Stage) -> None:
    """The neutral painted ground of a reference sheet."""
    p = stage.p
    whole = rect(0, 0, stage.w, stage.h)
    p.light = Light((0.96, 0.05, 85), (0.38, 0.06, 290), (-0.9, -0.6))
    p.gradient(whole, (0, 0), (0, stage.h), [(0, (0.86, 0.022, 80), 1), (1, (0.78, 0.028, 72), 1)], emits=True)
    p.radial(
        whole,
        (stage.w * 0.4, stage.h * 0.4),
        stage.w * 0.6,
        [(0, (0.93, 0.018, 85), 0.9), (1, (0.80, 0.025, 75), 0)],
        emits=True,
    )
    p.paint_over("ground", 700, 1.0, lambda x, y: -24.0, 0.02)
    stage.step()


def _character_sheet(stage: Stage) -> None:
    _paper(stage)
    scene = stage.scene
    if not scene.actors:
        _product_on_ground(stage)
        return
    who = scene.actors[0].who
    wide = stage.w > stage.h * 1.15
    ground = stage.h * (0.94 if wide else 0.60)
    if isinstance(who, Creature):
        tall = min(stage.h * (0.52 if wide else 0.30), stage.w * 0.28)
        stage.p.contact(stage.w * 0.32, ground, tall * 0.8, 0.35)
        draw_creature(stage.p, who, stage.w * 0.32, ground, tall, 1)
        stage.step()
        small = tall * 0.6
        for i, (moving, asleep) in enumerate(((True, False), (False, True))):
            x, y = (
                (stage.w * 0.78, stage.h * (0.42 + 0.42 * i)) if wide else (stage.w * (0.28 + 0.44 * i), stage.h * 0.90)
            )
            stage.p.contact(x, y, small * 0.8, 0.3)
            draw_creature(stage.p, who, x, y, small, -1 if i else 1, moving, asleep)
            stage.step()
        return
    size = min(stage.h * (0.84 if wide else 0.52) / (height_of(who) + 0.4), stage.w * (0.16 if wide else 0.11))
    shown = ((0.16, "front", STAND), (0.36, "back", STAND)) if wide else ((0.30, "front", STAND), (0.70, "back", STAND))
    for x, view, pose in shown:
        stage.p.contact(stage.w * x, ground, size * 1.2, 0.35)
        draw_figure(stage.p, Figure(who, stage.w * x, ground, size, view, 1, pose, EXPRESSIONS["smile"]))
        stage.step()
    faces = ("neutral", "joy", "sad", "awe")
    if wide:
        large = min(stage.h * 0.31, stage.w * 0.20)
        _bust(stage, who, stage.w * 0.72, stage.h * 0.27, large, "three_quarter", "neutral")
        small = large * 0.42
        for i, name in enumerate(faces[1:]):
            _bust(
                stage,
                who,
                stage.w * (0.555 + 0.165 * i),
                stage.h * 0.79,
                small,
                ("three_quarter", "three_quarter", "front")[i],
                name,
            )
    else:
        small = min(stage.w * 0.15, stage.h * 0.13)
        for i, name in enumerate(faces):
            _bust(
                stage,
                who,
                stage.w * (0.14 + 0.24 * i),
                stage.h * 0.78,
                small,
                "three_quarter" if i < 3 else "front",
                name,
            )
    stage.step()


def _bust(stage: Stage, who: Person, x: float, y: float, size: float, view: str, expression: str) -> None:
    """Head and shoulders, cut off below by a soft edge."""
    with stage.p.clip(oval(x, y - size * 0.15, size * 1.2, size * 1.42)):
        ground = y + (height_of(who) - 0.5) * size
        draw_figure(stage.p, Figure(who, x, ground, size, view, 1, STAND, EXPRESSIONS[expression]))
    stage.step()


def _product_sheet(stage: Stage) -> None:
    _paper(stage)
    _product_on_ground(stage)


def _product_on_ground(stage: Stage) -> None:
    things = stage.scene.things or stage.scene.missing
    if not things:
        return
    it = things[0]
    tall = min(stage.h * 0.58, stage.w * 0.6 / prop_width(it.kind))
    base = stage.h * 0.80
    stage.p.fill(rect(0, stage.h * 0.70, stage.w, stage.h * 0.3), (0.66, 0.035, 65), 0.45, 12)
    stage.p.contact(stage.w * 0.44, base, tall * prop_width(it.kind) * 0.62, 0.5)
    draw_prop(stage.p, it, stage.w * 0.44, base, tall) if it.kind else draw_card(
        stage.p, it, stage.w * 0.44, base, tall
    )
    stage.step()
    if it.kind and stage.w > stage.h * 0.9:
        small = tall * 0.38
        stage.p.contact(stage.w * 0.82, base, small * prop_width(it.kind) * 0.62, 0.4)
        draw_prop(stage.p, it, stage.w * 0.82, base, small, -1)
