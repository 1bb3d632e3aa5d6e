"""Somebody in bed."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.cast import Person
from dailies.adapters.providers.rehearsal.illustrator.colour import mix
from dailies.adapters.providers.rehearsal.illustrator.heads import EXPRESSIONS, draw_head
from dailies.adapters.providers.rehearsal.illustrator.shapes import rect, spline
from dailies.adapters.providers.rehearsal.illustrator.stage import Stage


def draw_sleeper(stage: Stage, who: Person, x: float, head: float) -> None:
    """Somebody asleep under a blanket, head on a pillow."""
    p = stage.p
    size = head * 1.05
    base = stage.ground if stage.framing.whole else stage.h * 0.90
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
    with p.lit_by(stage.figure_light()):
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
