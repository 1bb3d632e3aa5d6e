"""Legs, skirts and shorts."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.figures.cuts import legs_bare, over_of, skirt_of, top_of
from dailies.adapters.providers.rehearsal.illustrator.figures.rig import Limb, Rig
from dailies.adapters.providers.rehearsal.illustrator.figures.shoes import draw_foot
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, oval


def draw_legs(rig: Rig) -> None:
    """Both legs, the farther first, and the hips or skirt over them."""
    lap = rig.turned and rig.pose.drop > 0.25 and not rig.back
    if lap and not rig.person.robot:
        _seat_of_trousers(rig)
    for leg in sorted(rig.legs, key=lambda limb: (limb.near, 0) if not rig.turned else (0, limb.forward * _sign(rig))):
        draw_leg(rig, leg)
    if rig.person.robot:
        return
    if not lap:
        _seat_of_trousers(rig)
    draw_skirt(rig)


def _sign(rig: Rig) -> float:
    return -1.0 if rig.back else 1.0


def draw_leg(rig: Rig, leg: Limb) -> None:
    """One leg with its foot."""
    k, person = rig.body.limb, rig.person
    bottom = rig.worn.get("bottom")
    bare = legs_bare(person)
    skin = rig.far_colour(person.skin, leg.near)
    cloth = rig.far_colour(bottom.colour, leg.near) if bottom else skin
    grow = 1 + 0.07 * max(0.0, leg.forward) if rig.turned else 1.0
    skinny = (0.30 * k, 0.205 * k * grow, 0.115 * k)
    thick = (0.35 * k, 0.245 * k * grow, 0.175 * k)
    if person.robot:
        thick, bare, cloth = (0.22, 0.17 * grow, 0.18), False, lighter(person.skin, -0.06)
    suit = top_of(person)
    if suit and suit[0].cut == "spacesuit" and not person.robot:
        thick = (0.42 * k, 0.33 * k * grow, 0.27 * k)
        bare, cloth = False, rig.far_colour(suit[0].colour, leg.near)
    over = over_of(person)
    if over and over[1].front == "plates":
        bare, cloth = False, rig.far_colour(over[0].colour, leg.near)
    _place_foot(rig, leg)
    radius = skinny if bare else thick
    calf = (
        leg.joint[0] * 0.62 + leg.end[0] * 0.38 - (0.05 if rig.side else 0.0),
        leg.joint[1] * 0.62 + leg.end[1] * 0.38,
    )
    path: list[Point] = [(*leg.root, radius[0]), (*leg.joint, radius[1])]
    if bare:
        path.append((*calf, 0.175 * k))
    path.append((*leg.end, radius[2]))
    rig.limb(path, skin if bare else cloth, 0.12, 0.0 if bare else 0.22, end=bare)
    _shaft(rig, leg, radius[2], 0.20 * k if bare else (radius[1] + radius[2]) / 2)
    if bottom and bottom.cut in ("shorts", "trunks"):
        share = 0.78 if bottom.cut == "shorts" else 0.5
        low = (
            leg.root[0] * (1 - share) + leg.joint[0] * share,
            leg.root[1] * (1 - share) + leg.joint[1] * share,
        )
        rig.tube([(*leg.root, 0.37 * k), (*low, 0.335 * k)], cloth, 0.12, end=False)
    if over and over[1].front == "plates":
        rig.paint(oval(leg.joint[0], leg.joint[1], 0.27 * k), lighter(cloth, 0.05), 0.06, 0.1)
    elif not bare and rig.h > 34:
        _creases(rig, leg, cloth, radius[1])
    if suit and suit[0].cut == "spacesuit" and rig.h > 24:
        for joint in (leg.joint, calf):
            rig.line(
                [(joint[0] - radius[1], joint[1] + 0.05), (joint[0] + radius[1], joint[1] + 0.05)],
                0.05,
                rig.p.light.shade(cloth),
                0.7,
            )


def _shaft(rig: Rig, leg: Limb, width: float, calf: float) -> None:
    """The leg of a boot, over the calf."""
    shoes = rig.worn.get("shoes")
    if shoes is None or shoes.cut != "boots" or rig.person.robot:
        return
    colour = rig.far_colour(shoes.colour, leg.near)
    x, y = leg.end[0], leg.end[1]
    top = (x + (leg.joint[0] - x) * 0.52, y + (leg.joint[1] - y) * 0.52)
    rig.tube([(*top, calf * 1.06), (x, y + 0.04, max(width, 0.15) * 1.1)], colour, 0.10, 0.15, start=False)
    rim = (x + (leg.joint[0] - x) * 0.44, y + (leg.joint[1] - y) * 0.44)
    rig.tube([(*top, calf * 1.10), (*rim, calf * 1.08)], lighter(colour, 0.06), 0.04, 0.1, start=False, end=False)


def _place_foot(rig: Rig, leg: Limb) -> None:
    outward = 0.0
    if rig.facing_us:
        outward = 1.0 if leg.end[0] * rig.figure.facing * rig.figure.facing > 0 else -1.0
    up = -leg.end[1] - 0.30
    turn = 0.0
    if rig.side and not rig.pose.lying:
        spot = rig.pose.near_foot if leg.near else rig.pose.far_foot
        turn = rig.pose.near_turn if leg.near else rig.pose.far_turn
        if not turn and spot[1] > 0.02 and spot[0] < 0:
            turn = -28.0
    elif up > 0.5 and not rig.facing_us:
        turn = -20.0
    draw_foot(rig, leg.end, turn, leg.near, outward)


def _creases(rig: Rig, leg: Limb, cloth: Colour, width: float) -> None:
    deep = rig.p.light.shade(cloth)
    x, y = leg.joint[0], leg.joint[1]
    rig.line([(x - width * 0.7, y - 0.05), (x, y + 0.02), (x + width * 0.55, y - 0.03)], 0.035, deep, 0.5)
    ex, ey = leg.end[0], leg.end[1]
    rig.line([(ex - 0.15, ey - 0.16), (ex, ey - 0.10), (ex + 0.14, ey - 0.14)], 0.035, deep, 0.5)


def _seat_of_trousers(rig: Rig) -> None:
    bottom, suit = rig.worn.get("bottom"), top_of(rig.person)
    cloth = bottom.colour if bottom else rig.person.skin
    if suit and suit[0].cut in ("swimsuit", "spacesuit", "wetsuit"):
        cloth = suit[0].colour
    elif skirt_of(rig.person) or rig.h <= 16:
        return
    y = rig.hip[1]
    if rig.side:
        d = rig.body.deep
        seat = [
            (-d * 0.88, y - 0.32),
            (d * 0.7, y - 0.32),
            (d * 0.8, y + 0.08),
            (0.02, y + 0.34),
            (-d * 0.92, y + 0.12),
        ]
        rig.shape(seat, cloth, 0.1)
        return
    half = rig.body.hip * rig.narrow
    c = rig.middle * 0.4
    tight = 0.70 if suit and suit[0].cut in ("swimsuit", "bare") else 0.95
    rig.shape(
        [
            (c - half * 0.92, y - 0.32),
            (c, y - 0.36),
            (c + half * 0.92, y - 0.32),
            (c + half * tight, y + 0.10),
            (c + half * 0.5, y + 0.32),
            (c, y + 0.36),
            (c - half * 0.5, y + 0.32),
            (c - half * tight, y + 0.10),
        ],
        cloth,
        0.1,
        line=0.0,
    )


def draw_skirt(rig: Rig) -> None:
    """A skirt from the waist."""
    found = skirt_of(rig.person)
    over = over_of(rig.person)
    if not found or (over and over[1].hem > 1.9):
        return
    garment, share, flare = found
    dress = garment is rig.worn.get("top")
    length, top = rig.body.leg, rig.hip[1] - (0.66 if dress else 0.42)
    low = min(rig.hip[1] + length * share, -0.06)
    if rig.pose.drop > 0.25 and (rig.side or rig.turned):
        _lap(rig, garment.colour, share, 0.56 if dress else 0.36)
        return
    half = rig.body.hip * rig.narrow
    start = (rig.body.waist * rig.narrow * 1.02) if not rig.side else rig.body.deep * 0.84
    reach = [0.0, 0.0]
    for leg in rig.legs:
        t = min(1.0, share * 1.9)
        knee_x = leg.root[0] + (leg.joint[0] - leg.root[0]) * t
        beyond = leg.joint[0] + (leg.end[0] - leg.joint[0]) * max(0.0, share - 0.5) * 2
        x = beyond if share > 0.5 else knee_x
        reach[0], reach[1] = min(reach[0], x), max(reach[1], x)
    right = max(half * 0.85 + flare, reach[1] + 0.30) if not rig.side else max(0.42 + flare * 0.5, reach[1] + 0.28)
    left = min(-half * 0.85 - flare, reach[0] - 0.30) if not rig.side else min(-0.46 - flare * 0.6, reach[0] - 0.26)
    mid, sink = (top + low) / 2, rig.hip[1] - rig.body.hip_y
    # The hem hangs level where the legs part, and lifts behind a raised leg.
    outline: list[Point] = [
        *(
            rig.upright([(-start * 0.90, top - sink, 1), (start, top - sink, 1)])
            if rig.side
            else [(-start, top, 1), (start, top, 1)]
        ),
        (half * 1.04 if not rig.side else 0.47, top + 0.5),
        (right * 0.86, mid + 0.2),
        (right, low, 1),
        ((right + left) / 2 + 0.2, low + 0.09),
        ((right + left) / 2 - 0.2, low + 0.09),
        (left, low, 1),
        (left * 0.86, mid + 0.2),
        (-half * 1.04 if not rig.side else -0.50, top + 0.5),
    ]
    rig.shape(outline, garment.colour, 0.2, 0.28)
    if rig.h > 24:
        deep = rig.p.light.shade(garment.colour)
        for s in (-0.55, -0.2, 0.15, 0.5):
            foot = (left + right) / 2 + s * (right - left) * 0.8
            rig.line(
                [(s * start * 1.1, top + 0.45), ((s * start + foot) / 2, mid), (foot, low - 0.06)], 0.05, deep, 0.45
            )


def _lap(rig: Rig, colour: Colour, share: float, rise: float) -> None:
    """A skirt drawn over the thighs of somebody seated or crouching."""
    near = rig.legs[1]
    kx, ky = near.joint[0], near.joint[1]
    drop = 0.35 + max(0.0, share - 0.5) * 2.2
    y = rig.hip[1]
    if rig.turned:
        half = rig.body.hip + 0.14
        low = max(limb.joint[1] for limb in rig.legs) + drop
        rig.shape(
            [
                (-half, y - rise),
                (half, y - rise),
                (half + 0.12, low - 0.2),
                (half * 0.9, low),
                (-half * 0.9, low),
                (-half - 0.12, low - 0.2),
            ],
            colour,
            0.16,
        )
        return
    rig.shape(
        [
            (-rig.body.deep * 0.85, y - rise),
            (rig.body.deep * 0.72, y - rise),
            (kx * 0.8, ky - 0.30),
            (kx + 0.22, ky - 0.18),
            (kx + 0.20, ky + drop),
            (kx - 0.35, ky + drop + 0.04),
            (0.3, y + 0.42),
            (-0.50, y + 0.40),
        ],
        colour,
        0.16,
    )
