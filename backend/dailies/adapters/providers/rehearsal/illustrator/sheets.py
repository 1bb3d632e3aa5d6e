"""Reference sheets: a character from all sides, a product on plain ground."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.animals import draw_creature
from dailies.adapters.providers.rehearsal.illustrator.cast import Creature, Person
from dailies.adapters.providers.rehearsal.illustrator.figures import Figure, draw_figure, height_of
from dailies.adapters.providers.rehearsal.illustrator.heads import EXPRESSIONS
from dailies.adapters.providers.rehearsal.illustrator.light import Light
from dailies.adapters.providers.rehearsal.illustrator.objects import draw_thing
from dailies.adapters.providers.rehearsal.illustrator.poses import STAND
from dailies.adapters.providers.rehearsal.illustrator.props import draw_card, prop_height, prop_width
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, rect
from dailies.adapters.providers.rehearsal.illustrator.stage import Stage


def draw_paper(stage: Stage) -> None:
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


def draw_character_sheet(stage: Stage) -> None:
    """Somebody from all sides, and their face with four expressions; an animal in three stances."""
    draw_paper(stage)
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
        for i, stance in enumerate(("walk", "sleep")):
            x, y = (
                (stage.w * 0.78, stage.h * (0.42 + 0.42 * i)) if wide else (stage.w * (0.28 + 0.44 * i), stage.h * 0.90)
            )
            stage.p.contact(x, y, small * 0.8, 0.3)
            draw_creature(stage.p, who, x, y, small, -1 if i else 1, stance)
            stage.step()
        return
    size = min(stage.h * (0.84 if wide else 0.52) / (height_of(who) + 0.4), stage.w * (0.16 if wide else 0.11))
    shown = ((0.16, "front", STAND), (0.36, "back", STAND)) if wide else ((0.30, "front", STAND), (0.70, "back", STAND))
    for x, view, pose in shown:
        stage.p.contact(stage.w * x, ground, size * 1.2, 0.35)
        draw_figure(stage.p, Figure(who, stage.w * x, ground, size, view, 1, pose, EXPRESSIONS["smile"]))
        stage.step()
    _belongings(stage, ground, size)
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


def _belongings(stage: Stage, ground: float, tall: float) -> None:
    """What the description says somebody has with them, beside their feet."""
    for number, it in enumerate(stage.scene.things[:4]):
        size = min(max(tall * prop_height(it.kind), stage.h * 0.06), stage.h * 0.16)
        size = min(size, stage.w * 0.10 / prop_width(it.kind))
        x = stage.w * (0.07 + 0.19 * number)
        stage.p.contact(x, ground, size * prop_width(it.kind) * 0.5, 0.3)
        draw_thing(stage, it, x, ground, size)


def _bust(stage: Stage, who: Person, x: float, y: float, size: float, view: str, expression: str) -> None:
    """Head and shoulders, cut off below by a soft edge."""
    with stage.p.clip(oval(x, y - size * 0.15, size * 1.2, size * 1.42)):
        ground = y + (height_of(who) - 0.5) * size
        draw_figure(stage.p, Figure(who, x, ground, size, view, 1, STAND, EXPRESSIONS[expression]))
    stage.step()


def draw_product_sheet(stage: Stage) -> None:
    """A product, large, and small from the other side."""
    draw_paper(stage)
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
    if it.kind:
        draw_thing(stage, it, stage.w * 0.44, base, tall)
    else:
        draw_card(stage.p, it, stage.w * 0.44, base, tall)
    stage.step()
    if it.kind and stage.w > stage.h * 0.9:
        small = tall * 0.38
        stage.p.contact(stage.w * 0.82, base, small * prop_width(it.kind) * 0.62, 0.4)
        draw_thing(stage, it, stage.w * 0.82, base, small, -1)
