"""What is built and stands about: houses, street lamps, fences, benches."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, mix
from dailies.adapters.providers.rehearsal.illustrator.places.growth import shadow_on_ground
from dailies.adapters.providers.rehearsal.illustrator.places.site import LAMP, SNOW, Site
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, oval, poly, rect


def house(
    s: Site,
    key: str,
    x: float,
    foot: float,
    wide: float,
    colour: Colour,
    distance: float,
    roof: Colour = (0.44, 0.09, 35),
) -> None:
    """A gabled house seen from a corner: gable, side wall under the roof, door, windows lit after dark."""
    chance = s.chance("house", key)
    tall = wide * float(chance.uniform(0.50, 0.66))
    gable = wide * float(chance.uniform(0.40, 0.50))
    ridge = tall * float(chance.uniform(0.62, 0.85))
    turned = chance.random() < 0.5
    wall, tiles = s.far(colour, distance), s.far(SNOW if s.white else roof, distance)
    lit_left = s.light.towards[0] < 0
    shade = mix(wall, s.light.shadow, 0.42 * (1 - 0.6 * distance))
    front_lit = lit_left != turned

    def at(across: float, up: float) -> tuple[float, float]:
        """A point of the house: shares of its width, pixels up."""
        return x + wide * (1 - across if turned else across), foot - up

    g, drop = gable / wide, tall * 0.05
    shadow_on_ground(s, x + wide * 0.5, foot, wide * 0.62, tall)
    front = poly(at(0, 0), at(g, 0), at(g, tall), at(g / 2, tall + ridge), at(0, tall))
    side = poly(at(g, 0), at(1, drop), at(1, tall - drop), at(g, tall))
    s.p.fill(side, shade if front_lit else wall, emits=True)
    s.p.fill(front, wall if front_lit else shade, emits=True)
    roof_tone = tiles if not front_lit else mix(tiles, s.light.shadow, 0.30 * (1 - distance))
    eave = tall * 0.10
    s.p.fill(
        poly(
            at(g / 2, tall + ridge),
            at(1 - g * 0.12, tall + ridge * 0.88),
            at(1.04, tall - drop - eave),
            at(g * 1.06, tall - eave),
        ),
        roof_tone,
        emits=True,
    )
    edge: list[Point] = [at(-0.05, tall - eave), at(g / 2, tall + ridge), at(g * 1.06, tall - eave)]
    s.p.line(edge, max(1.5, wide * 0.045), mix(tiles, s.light.key, 0.25), 1, False, True)
    if wide > 60 * s.u:
        for i in range(1, 5):
            t = i / 5
            a = at(g / 2 + (g * 0.56) * t, tall + ridge - (ridge + eave) * t)
            b = at(1 - g * 0.12 + (0.04 + g * 0.12) * t, tall + ridge * 0.88 - (ridge * 0.88 + drop + eave) * t)
            s.p.line([a, b], 1.4 * s.u, mix(roof_tone, s.light.shadow, 0.4), 0.5, False, True)
    stack = at(0.70, tall + ridge * 0.55)
    s.p.fill(rect(stack[0] - wide * 0.035, stack[1] - ridge * 0.6, wide * 0.07, ridge * 0.62), shade, emits=True)
    pane = mix(shade, (0.36, 0.05, 262), 0.6)
    glowing = [s.air.dark > 0.3 and chance.uniform() < 0.72 for _ in range(4)]
    spots = [(g * 0.18, g * 0.40, 0.48, 0.76), (g + 0.10, g + 0.22, 0.42, 0.70), (g + 0.34, g + 0.46, 0.42, 0.70)]
    for number, (near, far, low, high) in enumerate(spots):
        if far > 0.97:
            continue
        hole = poly(at(near, tall * low), at(far, tall * low), at(far, tall * high), at(near, tall * high))
        s.p.fill(hole, LAMP if glowing[number] else pane, emits=True)
        if wide > 50 * s.u:
            frame = mix(wall, s.far((0.95, 0.01, 90), distance), 0.7)
            middle = (near + far) / 2
            s.p.line([at(middle, tall * low), at(middle, tall * high)], wide * 0.012, frame, 0.9, False, True)
            s.p.line([at(near - 0.012, tall * low), at(far + 0.012, tall * low)], wide * 0.022, frame, 1, False, True)
        if glowing[number]:
            s.p.glow(*at((near + far) / 2, tall * 0.6), wide * 0.42, LAMP, 0.5)
    door = mix(tiles, s.light.shadow, 0.45) if not s.white else s.far((0.40, 0.10, 30), distance)
    s.p.fill(
        poly(at(g * 0.56, 0), at(g * 0.84, 0), at(g * 0.84, tall * 0.52), at(g * 0.56, tall * 0.52)), door, emits=True
    )
    attic = at(g / 2, tall + ridge * 0.36)
    s.p.fill(oval(*attic, wide * 0.030), LAMP if glowing[3] else pane, emits=True)


def fence(s: Site, level: float, tall: float, distance: float, left: float = 0.0, right: float = 1.0) -> None:
    """Pickets across the picture from ``left`` to ``right`` in shares of its width."""
    white, count = s.far((0.92, 0.015, 88), distance), max(6, int(34 * (right - left)))
    shade = mix(white, s.light.shadow, 0.35)
    half = s.w * (right - left) / count * 0.23
    s.p.fill(rect(s.w * left, level - tall * 0.72, s.w * (right - left), tall * 0.09), shade, emits=True)
    s.p.fill(rect(s.w * left, level - tall * 0.28, s.w * (right - left), tall * 0.09), shade, emits=True)
    for i in range(count):
        x = s.w * (left + (right - left) * (i + 0.5) / count)
        picket = poly(
            (x - half, level),
            (x - half, level - tall * 0.86),
            (x, level - tall),
            (x + half, level - tall * 0.86),
            (x + half, level),
        )
        s.p.fill(picket, white, emits=True)
        s.p.fill(rect(x + half * 0.3, level - tall * 0.86, half * 0.7, tall * 0.86), shade, 0.6, emits=True)


def bench(s: Site, x: float, foot: float, wide: float, distance: float, colour: Colour = (0.48, 0.08, 50)) -> None:
    """A park bench seen from the front."""
    wood, iron = s.far(colour, distance), s.far((0.26, 0.02, 265), distance)
    tall = wide * 0.42
    shadow_on_ground(s, x, foot, wide * 0.5, tall)
    for side in (-0.42, 0.42):
        s.p.line([(x + wide * side, foot), (x + wide * side, foot - tall)], wide * 0.035, iron, 1, False, True)
    for up in (0.46, 0.70, 0.84, 0.98):
        tone = mix(wood, s.light.key, 0.25) if up == 0.46 else wood
        s.p.fill(rect(x - wide / 2, foot - tall * up, wide, tall * (0.13 if up == 0.46 else 0.10)), tone, emits=True)
    if s.white:
        s.p.fill(rect(x - wide / 2, foot - tall * 0.52, wide, tall * 0.10, 3), s.snow(distance), emits=True)


def lamp_post(s: Site, x: float, foot: float, tall: float, distance: float, side: int = 1) -> None:
    """A street lamp, lit after dark, with its pool on the ground."""
    iron = s.far((0.26, 0.03, 265), distance)
    s.p.line([(x, foot), (x, foot - tall)], max(1.4, tall * 0.018), iron, 1, False, True)
    s.p.line(
        [(x, foot - tall), (x + side * tall * 0.06, foot - tall * 1.05), (x + side * tall * 0.15, foot - tall * 1.02)],
        max(1.2, tall * 0.013),
        iron,
        1,
        False,
        True,
    )
    lit = s.air.dark > 0.35
    s.p.fill(
        oval(x + side * tall * 0.16, foot - tall * 1.0, tall * 0.04, tall * 0.018), LAMP if lit else iron, emits=True
    )
    if lit:
        s.p.glow(x + side * tall * 0.16, foot - tall, tall * 0.5, LAMP, 0.7 * s.air.dark + 0.1)
        s.p.glow(x + side * tall * 0.12, foot + tall * 0.01, tall * 0.5, LAMP, 0.45 * s.air.dark, 0.2)
