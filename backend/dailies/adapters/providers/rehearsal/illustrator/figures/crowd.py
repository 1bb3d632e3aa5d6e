"""Crowds: many small people, cheaply, no two alike, the farther the smaller and the hazier."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dailies.adapters.providers.rehearsal.illustrator.cast import CLOTHS, HAIRS, SKINS
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.heads.curve import points, soft
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Frame, oval, rect, tube

_COAT = points(
    "-0.30,-5.9 0.30,-5.9 0.80,-5.6 0.92,-4.6 0.78,-3.4 0.86,-2.5,1 -0.86,-2.5,1 -0.78,-3.4 -0.92,-4.6 -0.80,-5.6"
)
_SKIRT = points("-0.6,-3.9 0.6,-3.9 1.05,-1.6,1 -1.05,-1.6,1")
_BACKPACK = points("-0.55,-5.4 0.55,-5.4 0.6,-3.9 -0.6,-3.9")


@dataclass(frozen=True)
class Crowd:
    """A band of people. ``left``, ``right``: pixels; ``near``, ``far``: ground lines of the first and last row, in
    pixels; ``head``: head height of the first row in pixels; ``count``: how many; ``backs``: share turned away."""

    key: str
    left: float
    right: float
    near: float
    far: float
    head: float
    count: int
    backs: float = 0.5


def draw_crowd(painter: Painter, crowd: Crowd, haze: Colour) -> None:
    """Draw the crowd from the last row to the first; ``haze`` is the colour that distance fades to. Each person has a
    stream of their own, so that one more of them moves no other."""
    placed = []
    for i in range(crowd.count):
        chance = painter.chance("crowd", crowd.key, i)
        # More of them stand far away, where each takes less room.
        depth = float(chance.random()) ** 0.7
        x = crowd.left + (crowd.right - crowd.left) * ((i * 0.618034 + float(chance.random()) * 0.25) % 1.0)
        placed.append((depth, x, chance))
    for depth, x, chance in sorted(placed, key=lambda each: -each[0]):
        ground = crowd.near + (crowd.far - crowd.near) * depth
        _passer(painter, x, ground, crowd.head * (1 - 0.5 * depth), chance, crowd.backs, (haze, depth * 0.45))


def _passer(
    painter: Painter,
    x: float,
    ground: float,
    head: float,
    chance: np.random.Generator,
    backs: float,
    air: tuple[Colour, float],
) -> None:
    def tone(colour: Colour, amount: float = 0.0) -> Colour:
        return mix(lighter(colour, amount), air[0], air[1])

    size = head * float(chance.normal(1.0, 0.05)) * (0.75 if chance.random() < 0.12 else 1.0)
    frame = Frame(x, ground, size, 1 if chance.random() < 0.5 else -1)
    skin, hair = SKINS[int(chance.integers(len(SKINS)))], HAIRS[int(chance.integers(len(HAIRS)))]
    cloth = mix(
        CLOTHS[int(chance.integers(len(CLOTHS)))],
        (float(chance.uniform(0.25, 0.75)), 0.0, 0),
        float(chance.uniform(0.1, 0.6)),
    )
    legs = ((0.34, 0.04, 265), (0.38, 0.03, 60), (0.30, 0.02, 280))[int(chance.integers(3))]
    stride, wide = float(chance.uniform(0.05, 0.75)), float(chance.uniform(0.86, 1.18))
    away, skirted, hatted = chance.random() < backs, chance.random() < 0.25, chance.random() < 0.22
    painter.fill(frame.path(oval(0.1, -0.02, 1.2, 0.16)), painter.light.shade(painter.light.shadow), 0.35, size * 0.06)
    for side in (-1, 1):
        leg = tube(
            (side * 0.3, -3.2, 0.36),
            (side * 0.34 + stride * side * 0.3, -1.7, 0.27),
            (side * (0.3 + stride), -0.15, 0.2),
        )
        painter.fill(frame.path(leg), tone(skin if skirted else legs, -0.05 if side < 0 else 0.0))
        painter.fill(frame.path(oval(side * (0.3 + stride) + 0.12, -0.12, 0.3, 0.14)), tone((0.26, 0.02, 265)))
    if skirted:
        painter.fill(frame.path(soft(_SKIRT)), tone(cloth, -0.06))
    body = frame.path(soft([(px * wide, *rest) for px, *rest in _COAT]))
    if air[1] < 0.2:
        painter.shape(body, tone(cloth), size * 0.3, 0.8, 0.15 if size > 9 else 0, line=0.6)
    else:
        painter.fill(body, tone(cloth))
        with painter.clip(body):
            side = -1 if painter.light.towards[0] > 0 else 1
            painter.fill(
                frame.path(oval(side * frame.facing * 0.75, -4.2, 0.5, 2.2)), tone(painter.light.shade(cloth)), 0.6
            )
    for side in (-1, 1):
        reach = float(chance.uniform(-0.2, 0.5))
        arm = tube(
            (side * 0.76 * wide, -5.4, 0.25),
            (side * 0.98 * wide, -4.3, 0.22),
            (side * (0.9 + reach * 0.4), -3.3 - reach, 0.17),
        )
        painter.fill(frame.path(arm), tone(cloth, -0.07))
        painter.fill(frame.path(oval(side * (0.9 + reach * 0.4), -3.1 - reach, 0.17)), tone(skin))
    if away and chance.random() < 0.35:
        painter.fill(frame.path(soft(_BACKPACK)), tone(CLOTHS[int(chance.integers(len(CLOTHS)))], -0.08))
    painter.fill(frame.path(rect(-0.17, -6.2, 0.34, 0.5)), tone(painter.light.shade(skin)))
    painter.fill(frame.path(oval(0, -6.5, 0.39, 0.50)), tone(skin))
    crown = oval(0, -6.60, 0.43, 0.47) if away else oval(-0.05, -6.80, 0.43, 0.28)
    painter.fill(frame.path(crown), tone(hair))
    if skirted and chance.random() < 0.6:
        painter.fill(frame.path(rect(-0.38, -6.8, 0.76 if away else 0.24, 0.95, 0.2)), tone(hair))
    if hatted:
        colour = tone(CLOTHS[int(chance.integers(len(CLOTHS)))])
        painter.fill(frame.path(soft(points("0.42,-6.72 0.3,-7.08 0,-7.16 -0.3,-7.08 -0.42,-6.72"))), colour)
