"""What falls, drifts and blows in front of a place: rain, snow, mist, leaves."""

from __future__ import annotations

import numpy as np
import skia

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour
from dailies.adapters.providers.rehearsal.illustrator.places.site import Site
from dailies.adapters.providers.rehearsal.illustrator.shapes import spline


def weather(s: Site, near: float = 1.0) -> None:
    """What falls or blows in front of everything; ``near`` enlarges it for closer shots."""
    chance = s.p.chance("weather", s.air.fall)
    if s.air.fall == "rain":
        _rain(s, chance, near)
    elif s.air.fall == "snow":
        _flakes(s, chance, near)
    elif s.air.haze > 0.7:
        _mist(s, chance)
    elif s.air.season in ("autumn", "spring") or s.air.wind:
        _blown(s, chance, near)


def _rain(s: Site, chance: np.random.Generator, near: float) -> None:
    slant = 0.30 + 0.55 * s.air.wind
    tone: Colour = (0.86, 0.02, 230)
    for layer, (count, length, width, alpha) in enumerate(
        ((150, 20, 1.0, 0.30), (90, 46, 1.7, 0.36), (16, 90, 2.6, 0.30))
    ):
        path = skia.Path()
        for _ in range(int(count * (1.4 if s.air.wind else 1.0))):
            x, y = float(chance.uniform(-0.05, 1.25)) * s.w, float(chance.uniform(-0.08, 1.0)) * s.h
            long = length * s.u * near * float(chance.uniform(0.6, 1.2))
            half = width * s.u * near * 0.5
            path.addPoly(
                [
                    skia.Point(x, y),
                    skia.Point(x - long * slant - half, y + long),
                    skia.Point(x - long * slant + half, y + long),
                ],
                True,
            )
        s.p.fill(path, tone, alpha, 0.8 if layer == 2 else 0.0, emits=True)
    if s.air.fall == "rain" and near < 1.2:
        foot = skia.Path()
        for _ in range(46):
            t = float(chance.uniform(0.15, 1))
            x, y, r = float(chance.uniform(0, s.w)), s.horizon + (s.h - s.horizon) * t, (2 + 6 * t) * s.u
            foot.addArc(skia.Rect.MakeLTRB(x - r, y - r * 0.4, x + r, y + r * 0.4), 190, 160)
        paint = skia.Paint(
            AntiAlias=True, Color=s.p.colour(tone, 0.5, True), Style=skia.Paint.kStroke_Style, StrokeWidth=1.2
        )
        s.p.canvas.drawPath(foot, paint)


def _flakes(s: Site, chance: np.random.Generator, near: float) -> None:
    drift = 1.6 if s.air.wind else 1.0
    for count, low, high, alpha, soft in (
        (170, 0.9, 1.9, 0.75, 0.0),
        (80, 1.8, 3.6, 0.85, 0.8),
        (14, 5.0, 10.0, 0.40, 3.5),
    ):
        path = skia.Path()
        for _ in range(count):
            x, y = float(chance.uniform(0, 1)) * s.w, float(chance.uniform(0, 1)) * s.h
            r = float(chance.uniform(low, high)) * s.u * near
            path.addOval(skia.Rect.MakeLTRB(x - r * drift, y - r * 0.9, x + r * drift, y + r * 0.9))
        s.p.fill(path, (0.975, 0.008, 240), alpha, soft * near, emits=True)


def _mist(s: Site, chance: np.random.Generator) -> None:
    """Banks of fog lying over the ground."""
    for _ in range(6):
        x, y = float(chance.uniform(0, 1)) * s.w, s.horizon + (s.h - s.horizon) * float(chance.uniform(-0.15, 0.55))
        s.p.glow(x, y, s.w * float(chance.uniform(0.25, 0.42)), s.air.horizon, 0.34, 0.16)


def _blown(s: Site, chance: np.random.Generator, near: float) -> None:
    """Leaves, petals or chaff in the wind."""
    tones: tuple[Colour, ...] = ((0.74, 0.06, 95), (0.66, 0.08, 110))
    if s.air.season == "autumn":
        tones = ((0.62, 0.15, 48), (0.70, 0.14, 75), (0.52, 0.15, 32))
    elif s.air.season == "spring":
        tones = ((0.90, 0.06, 5), (0.95, 0.02, 60))
    for i in range(34 if s.air.wind else 16):
        x, y = float(chance.uniform(0, 1)) * s.w, float(chance.uniform(0.05, 0.95)) * s.h
        r = float(chance.uniform(2.2, 5.5)) * s.u * near
        turn = float(chance.uniform(-1, 1))
        path = spline([(x - r * 1.6, y + turn * r), (x, y - r * 0.7), (x + r * 1.6, y - turn * r), (x, y + r * 0.6)])
        s.p.fill(path, s.light.material(tones[i % len(tones)]), 0.9, 0.7, emits=True)
    if s.air.wind:
        for _ in range(7):
            x, y = float(chance.uniform(-0.1, 0.8)) * s.w, float(chance.uniform(0.1, 0.8)) * s.h
            long = s.w * float(chance.uniform(0.12, 0.26))
            s.p.line(
                [(x, y), (x + long * 0.4, y - 9 * s.u), (x + long * 0.75, y - 2 * s.u), (x + long, y - 12 * s.u)],
                2.0 * s.u,
                (0.96, 0.01, 220),
                0.28,
                emits=True,
            )
