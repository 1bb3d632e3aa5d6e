"""Frames of things alone: inserts, still lifes and empty places with something in them."""

from __future__ import annotations

from dataclasses import replace

from dailies.adapters.providers.rehearsal.illustrator.cast import Thing
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour
from dailies.adapters.providers.rehearsal.illustrator.objects import (
    draw_before,
    draw_behind,
    draw_thing,
    is_small,
    wide_of,
)
from dailies.adapters.providers.rehearsal.illustrator.props import draw_card, prop_height
from dailies.adapters.providers.rehearsal.illustrator.shapes import rect
from dailies.adapters.providers.rehearsal.illustrator.stage import Stage
from dailies.adapters.providers.rehearsal.illustrator.things import AIRBORNE, BIG_PROPS, TRACES


def draw_insert(stage: Stage, things: list[Thing]) -> None:
    """One thing, close, on a surface before the blurred place, and what lies beside it."""
    p = stage.p
    top = stage.h * 0.66
    with p.lit_by(stage.light):
        wood: Colour = (0.52, 0.085, 52) if stage.indoors else (0.56, 0.045, 65)
        path = rect(-20, top, stage.w + 40, stage.h - top + 20)
        p.shape(path, wood, 0, dry=0.5, line=0.5)
        p.gradient(
            path, (0, top), (0, stage.h), [(0, p.light.lit(wood), 0.8), (0.3, wood, 0), (1, p.light.shade(wood), 0.9)]
        )
    p.glow(stage.w * 0.5, top, stage.h * 0.7, stage.light.key, 0.28, 0.5)
    side = -stage.side
    things = sorted(things, key=lambda it: it.kind in AIRBORNE or it.kind in BIG_PROPS)
    places = _row(stage, len(things), side)
    for number, it in reversed(list(enumerate(things[:5]))):
        share = 0.50 if number == 0 else 0.30
        tall = share * stage.h * (0.5 if it.kind in TRACES else 1.0)
        tall = min(tall, stage.w * (0.5 if number == 0 else 0.26) / wide_of(it.kind))
        x, y = places[number] * stage.w, stage.h * (0.84 if number == 0 else 0.76)
        if it.kind in AIRBORNE and number:
            y, tall = stage.h * 0.44, min(tall, stage.h * 0.2)
        copies = min(it.count, 4) if it.kind not in TRACES and it.kind != "hand" else 1
        tall = tall if copies == 1 else min(tall, stage.w * 0.62 / (copies * wide_of(it.kind)))
        for copy in range(copies):
            px = x + (copy - (copies - 1) / 2) * tall * wide_of(it.kind) * 1.1
            if it.kind not in TRACES and it.kind not in AIRBORNE:
                p.contact(px, y, tall * wide_of(it.kind) * 0.6, 0.5)
            with p.lit_by(stage.figure_light(), 2.5 * p.unit):
                if it.kind:
                    draw_thing(stage, it, px, y, tall)
                else:
                    draw_card(p, it, px, y, tall)
        stage.step()


def _row(stage: Stage, count: int, side: int) -> list[float]:
    """Shares of the width: the first thing near the middle, the others to both sides."""
    jitter = (stage.lot("insert") - 0.5) * 0.06
    if count == 1:
        return [0.5 + jitter]
    return [0.5 - side * 0.06 + jitter, 0.5 + side * 0.26, 0.5 - side * 0.34, 0.5 + side * 0.41, 0.5 - side * 0.44]


def draw_still(stage: Stage) -> None:
    """A frame without actors: its things, large enough to be seen, on what they stand on."""
    things = [it for it in stage.scene.things if it.where != "set"]
    if stage.framing.whole or not things:
        _grown(stage, things)
        return
    small = [it for it in things if is_small(it) or it.kind in TRACES]
    if small and (len(small) == len(things) or stage.scene.shot != "medium wide"):
        big = [it for it in things if it not in small and it.kind != "table"]
        _stood_behind(stage, [it for it in big if it.kind not in AIRBORNE])
        draw_insert(stage, [*small, *(it for it in big if it.kind in AIRBORNE)])
        return
    _grown(stage, things)


def _stood_behind(stage: Stage, things: list[Thing]) -> None:
    """Large things behind the surface on which the small ones lie."""
    for number, it in enumerate(things[:3]):
        tall = min(stage.h * 0.56, stage.w * 0.4 / wide_of(it.kind))
        share = (0.24, 0.80, 0.52)[number]
        x = stage.w * (share if stage.side < 0 else 1 - share)
        with stage.p.lit_by(stage.light):
            draw_thing(stage, it, x, stage.h * 0.68, tall)


def _grown(stage: Stage, things: list[Thing]) -> None:
    """Things alone in a wide view are drawn larger than life, so that they can be seen."""
    biggest = max((prop_height(it.kind) for it in things), default=1.0)
    share = {"extreme wide": 0.16, "wide": 0.20, "full": 0.34, "medium wide": 0.40, "medium": 0.46}.get(
        stage.scene.shot, 0.52
    )
    before = stage.framing
    if things:
        head = share / max(1.0, biggest)
        stage.framing = replace(stage.framing, head=min(max(head, before.head), 0.2), whole=True)
    draw_behind(stage, [])
    draw_before(stage, [], False)
    stage.framing = before
