"""Creatures of stories: dragon, ghost, monster and alien."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.animals.coat import (
    DARK,
    Coat,
    Drawing,
)
from dailies.adapters.providers.rehearsal.illustrator.colour import lighter
from dailies.adapters.providers.rehearsal.illustrator.shapes import (
    oval,
    poly,
    rect,
    spline,
    tube,
)


def _dragon(c: Coat) -> None:
    k, s = c.it.coat, c.it.second
    spread = c.stance == "fly"
    c.put(tube((-0.3, -0.22, 0.17), (-0.75, -0.12, 0.11), (-1.05, -0.22, 0.06), (-1.12, -0.42, 0.03)), k)
    c.blob([(-1.08, -0.4), (-1.26, -0.5, 1), (-1.1, -0.6, 1), (-1.02, -0.5)], s, 0.02)
    lift = -0.18 if spread else 0.0
    c.blob(
        [
            (-0.08, -0.62),
            (-0.5, -1.12 + lift, 1),
            (-0.95, -1.02 + lift, 1),
            (-0.78, -0.8),
            (-0.62, -0.66),
            (-0.4, -0.62),
            (-0.24, -0.46),
        ],
        lighter(k, -0.08),
        0.06,
    )
    for x, y in ((-0.95, -1.02), (-0.7, -0.78)):
        c.line([(-0.1, -0.58), (-0.46, -1.04 + lift), (x, y + lift * 0.6)], 0.03, k)
    c.put(tube((-0.22, -0.16, 0.17), (-0.2, -0.04, 0.1)), lighter(k, -0.06))
    c.blob(
        [(-0.42, -0.12), (-0.36, -0.5), (-0.04, -0.68), (0.22, -0.62), (0.36, -0.3), (0.2, -0.05), (-0.2, -0.02)],
        k,
        0.1,
    )
    c.put(tube((0.14, -0.56, 0.18), (0.36, -0.8, 0.14), (0.48, -1.0, 0.13)), k)
    c.blob([(0.24, -0.6), (0.36, -0.44), (0.34, -0.2), (0.16, -0.06), (0.08, -0.3)], s, 0.03)
    for x, y in ((0.06, -0.72), (0.2, -0.88), (0.3, -1.02), (-0.12, -0.66), (-0.3, -0.54), (-0.52, -0.26)):
        c.put(poly((x - 0.07, y + 0.06), (x - 0.03, y - 0.1), (x + 0.07, y + 0.02)), s, 0.01, 0)
    for x in (0.42, 0.54):
        c.blob([(x - 0.04, -1.08, 1), (x - 0.2, -1.3, 1), (x + 0.04, -1.1, 1)], (0.90, 0.04, 85), 0.01)
    c.blob(
        [(0.34, -1.0), (0.46, -1.14), (0.68, -1.12), (1.0, -1.0), (1.04, -0.9), (0.74, -0.86), (0.44, -0.86)], k, 0.06
    )
    c.line([(0.66, -0.92), (0.84, -0.93), (1.02, -0.92)], 0.02, DARK, 0.8)
    c.dot(0.98, -1.0, 0.025, 0.02, DARK)
    if c.asleep:
        c.eye(0.66, -1.04, 0.05)
    else:
        c.dot(0.66, -1.04, 0.06, 0.06, (0.88, 0.15, 90))
        c.dot(0.67, -1.04, 0.022, 0.05, DARK)
    c.put(tube((0.16, -0.36, 0.09), (0.34, -0.28, 0.07), (0.42, -0.36, 0.05)), k, 0.03)
    c.put(oval(0.16, -0.04, 0.2, 0.06), k, 0.02)


def _ghost(c: Coat) -> None:
    k = c.it.coat
    c.p.glow(*c.f.at(0, -0.55), c.f.scale * 0.9, (0.90, 0.05, 220), 0.4)
    hem = [(0.42 - i * 0.105, -0.06 - (0.1 if i % 2 else 0.0)) for i in range(9)]
    c.put(spline([(-0.36, -0.62), (-0.22, -0.94), (0, -1.0), (0.22, -0.94), (0.36, -0.62), *hem]), k, 0.06, 0.1)
    for side in (-1, 1):
        c.blob([(side * 0.3, -0.56), (side * 0.56, -0.5), (side * 0.5, -0.38), (side * 0.32, -0.4)], k, 0.03, 0.1)
        if c.asleep:
            c.eye(0.04 + side * 0.12, -0.74, 0.05)
        else:
            c.dot(0.04 + side * 0.12, -0.74, 0.055, 0.08, DARK)
    c.dot(0.05, -0.58, 0.05, 0.06, DARK)


def _monster(c: Coat) -> None:
    k, s = c.it.coat, c.it.second
    for x in (-0.2, 0.2):
        c.put(rect(x - 0.12, -0.14, 0.26, 0.14, 0.06), lighter(k, -0.06), 0.02)
    shag = []
    for i in range(28):
        angle = i * math.tau / 28
        r = 1.0 if i % 2 else 0.91
        shag.append((0.46 * r * math.cos(angle), -0.52 + 0.46 * r * math.sin(angle)))
    for side in (-1, 1):
        c.blob([(side * 0.22, -0.9, 1), (side * 0.34, -1.1, 1), (side * 0.38, -0.82, 1)], (0.90, 0.04, 85), 0.02)
        c.put(tube((side * 0.38, -0.56, 0.09), (side * 0.56, -0.4, 0.08), (side * 0.62, -0.46, 0.08)), k, 0.03, 0.5)
    c.put(spline(shag), k, 0.1, 0.6)
    c.dot(0.05, -0.34, 0.24, 0.2, s)
    for side in (-1, 1):
        if c.asleep:
            c.eye(0.05 + side * 0.15, -0.7, 0.07)
        else:
            c.dot(0.05 + side * 0.15, -0.7, 0.11, 0.12, (0.98, 0.01, 90))
            c.dot(0.08 + side * 0.15, -0.69, 0.05, 0.06, DARK)
    c.blob([(-0.16, -0.52), (0.06, -0.46), (0.28, -0.52), (0.06, -0.36)], DARK, 0.0, 0)
    for x in (-0.04, 0.14):
        c.put(poly((x - 0.04, -0.5), (x + 0.04, -0.5), (x, -0.42)), (0.97, 0.01, 90), 0, 0)


def _alien(c: Coat) -> None:
    k, s = c.it.coat, c.it.second
    for x in (-0.09, 0.09):
        c.put(tube((x, -0.26, 0.06), (x, -0.04, 0.05)), s, 0.02)
        c.put(oval(x + 0.04, -0.03, 0.1, 0.04), s, 0.01)
    c.blob([(-0.15, -0.54), (0.15, -0.54), (0.17, -0.3), (0.13, -0.2), (-0.13, -0.2), (-0.17, -0.3)], s, 0.05)
    for side in (-1, 1):
        c.put(tube((side * 0.14, -0.5, 0.05), (side * 0.28, -0.42, 0.04), (side * 0.36, -0.46, 0.045)), k, 0.02)
        c.line([(side * 0.12, -0.92), (side * 0.2, -1.08)], 0.025, k)
        c.put(oval(side * 0.2, -1.1, 0.045), c.it.accent, 0.01)
    c.blob([(0, -0.98), (0.3, -0.86), (0.3, -0.68), (0.1, -0.52), (-0.1, -0.52), (-0.3, -0.68), (-0.3, -0.86)], k, 0.07)
    for side in (-1, 1):
        if c.asleep:
            c.eye(0.02 + side * 0.13, -0.74, 0.06)
        else:
            c.put(
                spline(
                    [
                        (0.02 + side * 0.04, -0.68),
                        (0.02 + side * 0.1, -0.82),
                        (0.02 + side * 0.24, -0.84),
                        (0.02 + side * 0.18, -0.7),
                    ]
                ),
                DARK,
                0,
                0,
            )
            c.dot(0.02 + side * 0.16, -0.79, 0.025, 0.025, (0.98, 0.01, 90))
    c.line([(-0.05, -0.59), (0.02, -0.57), (0.09, -0.59)], 0.018, DARK, 0.8)


DRAWINGS: dict[str, Drawing] = {
    "dragon": (_dragon, 8.5),
    "ghost": (_ghost, 6.0),
    "monster": (_monster, 6.5),
    "alien": (_alien, 5.0),
}
"""By species."""
