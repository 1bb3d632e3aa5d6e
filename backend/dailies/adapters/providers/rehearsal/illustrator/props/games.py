"""Papers, games and toys."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.props.brush import (
    DARK,
    PALE,
    STEEL,
    WOOD,
    Brush,
    Drawing,
    wheel,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import minus, oval, poly, rect, spline, tube


def _piece(b: Brush, x: float, y: float, tall: float, tone: Colour) -> None:
    b.blob(
        [
            (x - 0.12 * tall / 0.5, y, 1),
            (x - 0.045, y - tall * 0.5),
            (x, y - tall * 0.72),
            (x + 0.045, y - tall * 0.5),
            (x + 0.12 * tall / 0.5, y, 1),
        ],
        tone,
        0.03,
        0,
    )
    b.put(oval(x, y - tall * 0.82, tall * 0.17), tone, 0.02, 0)


def _ticket(b: Brush) -> None:
    b.put(
        minus(rect(-0.95, -1.0, 1.9, 1.0, 0.06), oval(0.45, -1.0, 0.1)),
        b.c if b.c[0] > 0.6 else (0.86, 0.08, 85),
        0.05,
        0.1,
    )
    b.line([(0.45, -0.9), (0.45, -0.02)], 0.02, (0.5, 0.03, 60), 0.8)
    for y, x in ((-0.74, 0.1), (-0.52, 0.26), (-0.3, -0.1)):
        b.line([(-0.78, y), (x, y)], 0.06, (0.42, 0.05, 40), 0.8)
    for i in range(5):
        b.line([(0.56 + i * 0.07, -0.8), (0.56 + i * 0.07, -0.2)], 0.03, DARK)


def _newspaper(b: Brush) -> None:
    b.put(poly((-0.40, -1.0), (0.42, -0.98), (0.40, 0), (-0.42, -0.02)), PALE, 0.04, 0.05)
    b.text(b.thing.label or "NEWS", 0, -0.88, 0.7, 0.16, DARK)
    b.flat(rect(-0.33, -0.74, 0.36, 0.3), (0.55, 0.02, 240))
    for i in range(5):
        b.line(
            [(0.08, -0.72 + i * 0.07), (0.34, -0.72 + i * 0.07)],
            0.02,
            (0.45, 0.02, 250),
            0.8,
        )
    for i in range(5):
        b.line(
            [(-0.33, -0.36 + i * 0.07), (0.34, -0.36 + i * 0.07)],
            0.02,
            (0.45, 0.02, 250),
            0.8,
        )


def _card(b: Brush) -> None:
    for turn, colour, mark in (
        (-0.3, DARK, 0),
        (0.0, (0.56, 0.19, 25), 1),
        (0.3, DARK, 2),
    ):
        x = turn * 0.9
        b.put(
            poly(
                (x - 0.3 + turn * 0.3, -1.0 + abs(turn) * 0.3),
                (x + 0.3 + turn * 0.3, -1.0 + abs(turn) * 0.3 + turn * 0.2),
                (x + 0.28, 0),
                (x - 0.32, -turn * 0.2),
            ),
            PALE,
            0.03,
            0,
        )
        if mark == 1:
            b.flat(
                spline(
                    [
                        (x, -0.58, 1),
                        (x + 0.12, -0.7),
                        (x + 0.2, -0.56),
                        (x, -0.3, 1),
                        (x - 0.2, -0.56),
                        (x - 0.12, -0.7),
                    ]
                ),
                colour,
            )
        else:
            b.flat(oval(x + turn * 0.2, -0.6, 0.1), colour)


def _photograph(b: Brush) -> None:
    b.put(rect(-0.62, -1.0, 1.24, 1.0, 0.03), (0.46, 0.08, 52), 0.05, 0.4)
    b.put(rect(-0.52, -0.9, 1.04, 0.8), PALE, 0.02, 0)
    b.flat(rect(-0.44, -0.82, 0.88, 0.64), (0.76, 0.06, 235))
    b.flat(oval(0, -0.54, 0.13, 0.15), (0.74, 0.07, 55))
    b.flat(
        spline(
            [
                (-0.3, -0.18, 1),
                (-0.22, -0.36),
                (0, -0.42),
                (0.22, -0.36),
                (0.3, -0.18, 1),
            ]
        ),
        (0.48, 0.1, 25),
    )
    b.flat(
        spline([(-0.15, -0.52), (-0.12, -0.7), (0.12, -0.7), (0.15, -0.52), (0.0, -0.62)]),
        (0.3, 0.05, 45),
    )


def _chess(b: Brush) -> None:
    b.put(poly((-1.05, -0.55), (1.05, -0.55), (1.3, -0.08), (-1.3, -0.08)), WOOD, 0.02)
    for row in range(4):
        for column in range(8):
            if (row + column) % 2:
                continue
            y0, y1 = -0.53 + row * 0.11, -0.53 + (row + 1) * 0.11
            w0, w1 = (1.0 + row * 0.055) / 4, (1.0 + (row + 1) * 0.055) / 4
            x = column - 4.0
            b.flat(
                poly((x * w0, y0), ((x + 1) * w0, y0), ((x + 1) * w1, y1), (x * w1, y1)),
                (0.90, 0.04, 85),
            )
    b.put(rect(-1.3, -0.09, 2.6, 0.09, 0.01), lighter(WOOD, -0.08), 0.01)
    for x, y, tone, tall in (
        (-0.75, -0.40, DARK, 0.4),
        (-0.3, -0.44, DARK, 0.56),
        (0.2, -0.26, PALE, 0.5),
        (0.62, -0.40, DARK, 0.36),
        (0.75, -0.18, PALE, 0.4),
        (-0.5, -0.16, PALE, 0.62),
    ):
        _piece(b, x, y, tall, tone)


def _chess_piece(b: Brush) -> None:
    b.put(oval(0, -0.06, 0.25, 0.07), b.c, 0.02)
    b.blob(
        [
            (-0.22, -0.08, 1),
            (-0.1, -0.3),
            (-0.07, -0.56),
            (0.07, -0.56),
            (0.1, -0.3),
            (0.22, -0.08, 1),
        ],
        b.c,
        0.06,
    )
    b.put(rect(-0.15, -0.62, 0.30, 0.07, 0.03), b.c, 0.01)
    b.put(oval(0, -0.8, 0.19, 0.2), b.c, 0.05)


def _dice(b: Brush) -> None:
    for x, y, s in ((-0.5, 0, 0.62), (0.45, 0, 0.62)):
        b.put(rect(x - s / 2, y - s, s, s, 0.1), PALE, 0.08, 0)
        for dx, dy in (
            ((-0.17, -0.48), (0.17, -0.14), (0, -0.31))
            if x < 0
            else ((-0.16, -0.46), (0.16, -0.46), (-0.16, -0.15), (0.16, -0.15))
        ):
            b.flat(oval(x + dx, y + dy, 0.06), DARK)


def _toy_car(b: Brush) -> None:
    b.blob(
        [
            (-0.95, -0.25),
            (-0.85, -0.58),
            (-0.45, -0.64),
            (-0.25, -0.98),
            (0.3, -0.98),
            (0.5, -0.62),
            (0.95, -0.5),
            (0.95, -0.2),
        ],
        b.c,
        0.1,
    )
    b.put(
        poly((-0.3, -0.64), (-0.18, -0.88), (0.24, -0.88), (0.36, -0.64)),
        (0.84, 0.05, 225),
        0.02,
        0,
    )
    for x in (-0.5, 0.52):
        wheel(b, x, -0.2, 0.22, False)


def _yoyo(b: Brush) -> None:
    b.line([(0, -1.0), (0.04, -0.6), (0, -0.4)], 0.015, PALE)
    b.put(oval(0, -0.25, 0.25), b.c, 0.05)
    b.put(oval(0, -0.25, 0.12), b.a, 0.02)


def _joystick(b: Brush) -> None:
    b.blob(
        [
            (-0.7, -0.85),
            (0, -0.75),
            (0.7, -0.85),
            (0.85, -0.1),
            (0.5, -0.15),
            (0.25, -0.4),
            (-0.25, -0.4),
            (-0.5, -0.15),
            (-0.85, -0.1),
        ],
        DARK if b.c[0] > 0.6 else b.c,
        0.08,
    )
    b.flat(rect(-0.56, -0.66, 0.26, 0.08), STEEL)
    b.flat(rect(-0.47, -0.75, 0.08, 0.26), STEEL)
    for x, y, hue in (
        (0.42, -0.74, 145),
        (0.54, -0.62, 25),
        (0.30, -0.62, 255),
        (0.42, -0.5, 90),
    ):
        b.flat(oval(x, y, 0.06), (0.66, 0.16, hue))


def _accordion(b: Brush) -> None:
    for s in (-1, 1):
        b.put(rect(s * 0.54 - 0.16, -0.95, 0.32, 0.95, 0.05), b.c, 0.06)
    for i in range(8):
        x = -0.36 + i * 0.103
        b.put(
            poly(
                (x, -0.9),
                (x + 0.05, -0.84),
                (x + 0.103, -0.9),
                (x + 0.103, -0.06),
                (x + 0.05, -0.12),
                (x, -0.06),
            ),
            PALE if i % 2 else lighter(b.c, -0.1),
            0.01,
        )
    for i in range(5):
        b.flat(rect(0.46, -0.86 + i * 0.17, 0.2, 0.1), PALE)


def _flute(b: Brush) -> None:
    b.put(tube((-1.9, -0.5, 0.3), (1.9, -0.5, 0.3)), b.c if b.c[1] > 0.05 else STEEL, 0.15)
    for i in range(6):
        b.flat(oval(-0.4 + i * 0.35, -0.56, 0.1), DARK)
    b.flat(oval(-1.4, -0.58, 0.14), DARK)


DRAWINGS: dict[str, Drawing] = {
    "ticket": (_ticket, 0.45),
    "newspaper": (_newspaper, 1.5),
    "card": (_card, 0.5),
    "photograph": (_photograph, 1.2),
    "chess": (_chess, 0.7),
    "chess piece": (_chess_piece, 0.45),
    "dice": (_dice, 0.2),
    "toy car": (_toy_car, 0.4),
    "yo-yo": (_yoyo, 1.2),
    "joystick": (_joystick, 0.5),
    "accordion": (_accordion, 1.5),
    "flute": (_flute, 0.18),
}
"""By the names in ``things``: the drawing, and the thing's height in heads (23 cm)."""
