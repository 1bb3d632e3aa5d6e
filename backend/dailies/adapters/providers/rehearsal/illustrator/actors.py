"""People and animals on the stage, with what they hold in hands, paws or mouth."""

from __future__ import annotations

from dataclasses import replace

from dailies.adapters.providers.rehearsal.illustrator.animals import (
    FLYING,
    SWIMMING,
    creature_height,
    draw_creature,
    mouth_of,
    stance_for,
)
from dailies.adapters.providers.rehearsal.illustrator.cast import Creature, Person
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour
from dailies.adapters.providers.rehearsal.illustrator.figures import (
    Figure,
    body_of,
    draw_figure,
    draw_pair,
    height_of,
    seated_at,
)
from dailies.adapters.providers.rehearsal.illustrator.heads import EXPRESSIONS, Expression
from dailies.adapters.providers.rehearsal.illustrator.poses import (
    CHEER_IN_A_ROW,
    IN_HAND_WHILE_SITTING,
    POSES,
    SEEN_FROM_THE_WAIST,
    STAND,
    Pose,
)
from dailies.adapters.providers.rehearsal.illustrator.props import draw_prop, prop_height, prop_width
from dailies.adapters.providers.rehearsal.illustrator.records import Actor
from dailies.adapters.providers.rehearsal.illustrator.shapes import rect
from dailies.adapters.providers.rehearsal.illustrator.sleeper import draw_sleeper
from dailies.adapters.providers.rehearsal.illustrator.stage import Stage
from dailies.adapters.providers.rehearsal.illustrator.staging import Spot

_CLOSE = ("close-up", "extreme close-up")
_WATER_PLACES = ("sea", "lake", "river", "harbour")
_SEAT_WORDS = frozenset({"chair", "bench", "sofa", "throne", "stairs", "bed"})


def table_top(stage: Stage, head: float) -> float:
    """Where a table in front of people seen from the waist has its edge, in pixels."""
    if stage.scene.shot in _CLOSE:
        return stage.h * 0.88
    top = stage.framing.eye * stage.h + head * 2.25
    if stage.scene.shot == "medium wide":
        top = max(top, stage.h * 0.73)
    return top if top <= stage.h * 0.95 else stage.h * 0.90


def draw_actor(stage: Stage, spot: Spot) -> None:
    """Draw somebody where they stand."""
    who = spot.actor.who
    if isinstance(who, Creature):
        _animal(stage, spot, who)
    elif spot.actor.pose == "sleep":
        draw_sleeper(stage, who, spot.x, spot.head)
    else:
        _person(stage, spot, who)


def face_of(stage: Stage, spot: Spot) -> tuple[float, float, float]:
    """About where somebody's face is, and how large, in pixels."""
    if not stage.framing.whole:
        return spot.x, stage.framing.eye * stage.h - spot.raised, spot.head
    who = spot.actor.who
    tall = creature_height(who.species) if isinstance(who, Creature) else height_of(who)
    return spot.x, stage.ground - spot.raised - (tall - 0.5) * spot.head, spot.head


def draw_two(stage: Stage, first: Spot, second: Spot) -> None:
    """Draw two people who touch: the arms of each lie before the other."""
    figures = [_figure(stage, spot, spot.actor.who) for spot in (first, second) if isinstance(spot.actor.who, Person)]
    if first.actor.pose in ("give", "shake"):
        figures = _level_hands(figures)
    if stage.framing.whole:
        for figure in figures:
            stage.p.contact(figure.x, figure.ground, figure.head * 1.15, 0.5)
    rim_colour = stage.air.light.key if not stage.indoors or stage.scene.camera.light else None
    with stage.p.lit_by(stage.figure_light(), stage.rim(first.head), rim_colour), stage.p.layer():
        draw_pair(stage.p, figures[0], figures[1])


def _level_hands(figures: list[Figure]) -> list[Figure]:
    """The taller one's hands brought to the height of the other's."""
    small, tall = sorted(figures, key=lambda it: body_of(it.person).heads * it.head)
    body, other = body_of(small.person), body_of(tall.person)
    level = small.ground + (body.shoulder_y + 0.18 + small.pose.near[1] * body.torso) * small.head
    share = ((level - tall.ground) / tall.head - other.shoulder_y - 0.18) / other.torso
    share = min(1.0, max(0.2, share))
    near, far = tall.pose.near, tall.pose.far
    ahead = 1.0 - 0.25 * max(0.0, share - 0.5)
    held = (0.94, share - 0.12) if tall.pose.held else None
    pose = replace(tall.pose, near=(near[0] * ahead, share), far=(far[0] * ahead, share - 0.04), held=held, lean=8)
    return [replace(it, pose=pose) if it is tall else it for it in figures]


def _person(stage: Stage, spot: Spot, who: Person) -> None:
    p, whole, actor = stage.p, stage.framing.whole, spot.actor
    figure = _figure(stage, spot, who)
    pose, size, ground = figure.pose, figure.head, figure.ground
    if whole:
        p.contact(spot.x, ground, size * 1.15, 0.5)
        if pose.drop > 0.3 and actor.pose in ("sit", "drink", "eat", "read", "hold", "piano"):
            _seat(stage, figure)
    rim_colour = stage.air.light.key if not stage.indoors or stage.scene.camera.light else None
    with p.lit_by(stage.figure_light(), stage.rim(size), rim_colour), p.layer():
        draw_figure(p, figure)
        shadow = stage.light.shadow
        if whole:
            p.atop((0, ground - size * 3.4), (0, ground), [(0, shadow, 0), (1, shadow, 0.34)])
        side = 1 if p.light.towards[0] > 0 else -1
        p.atop((spot.x - side * size * 1.1, 0), (spot.x + side * size * 0.7, 0), [(0, shadow, 0.26), (1, shadow, 0)])
    if actor.held is not None and stage.scene.shot in _CLOSE:
        _held_close(stage, spot)


def _figure(stage: Stage, spot: Spot, who: Person) -> Figure:
    """The figure an actor makes: its size, ground, view and pose, as the shot size shows them."""
    whole, actor = stage.framing.whole, spot.actor
    pose = POSES[actor.pose] if spot.touching else _pose(stage, actor)
    tall = height_of(who)
    several = len(stage.scene.actors) > 1
    size = spot.head * (0.92 if who.age == "child" else 1.0)
    ground = stage.ground if whole else stage.framing.eye * stage.h + (tall - 0.5) * size
    if not whole and who.age == "child" and several:
        ground += size * 0.45
    ground -= spot.raised
    view = actor.view or ("profile" if pose.side else "three_quarter")
    if not whole and pose.side and not actor.view and not spot.touching:
        pose, view = _from_the_waist(stage, actor, pose)
    if pose.surface and not whole:
        pose = _at_table(stage, who, pose, ground, size, spot.head)
    if not whole and pose.grip and pose.held and pose.held[1] > 0.3 and stage.surface and not spot.touching:
        # What is held must not sink behind the table's edge.
        rise = 0.16
        pose = replace(
            pose,
            near=(pose.near[0], pose.near[1] - rise),
            far=(pose.far[0], pose.far[1] - rise),
            held=(pose.held[0], pose.held[1] - rise),
        )
    laid = pose.surface and not whole or stage.scene.shot in _CLOSE
    look, held = _expression(actor, pose), None if laid else actor.held
    return Figure(who, spot.x, ground, size, view, spot.facing, pose, look, held)


def _from_the_waist(stage: Stage, actor: Actor, pose: Pose) -> tuple[Pose, str]:
    """A pose of the side plane where the legs are not seen, and the view of it."""
    if stage.scene.shot in _CLOSE:
        return replace(STAND, lean=pose.lean * 0.4, expression=pose.expression), "three_quarter"
    if actor.held is not None and actor.held.kind == "umbrella":
        return replace(STAND, far=(0.36, 0.06), far_hand="fist", expression=pose.expression), "three_quarter"
    if actor.pose in SEEN_FROM_THE_WAIST:
        upper = SEEN_FROM_THE_WAIST[actor.pose]
        return (replace(POSES["hold"], lean=upper.lean * 0.6) if actor.held else upper), "three_quarter"
    return replace(pose, drop=0.0, lift=0.0, lean=max(-14.0, min(16.0, pose.lean))), "profile"


def _held_close(stage: Stage, spot: Spot) -> None:
    """A held thing beside a face that fills the frame: raised to where it can be seen."""
    it = spot.actor.held
    if it is None:
        return
    tall = min(stage.h * 0.42, max(stage.h * 0.26, prop_height(it.kind) * spot.head * 0.8))
    tall = min(tall, stage.w * 0.36 / prop_width(it.kind))
    x = spot.x + spot.facing * min(spot.head * 0.72, stage.w * 0.3)
    x = min(stage.w - tall * prop_width(it.kind) * 0.55, max(tall * prop_width(it.kind) * 0.55, x))
    with stage.p.lit_by(stage.figure_light(), stage.rim(tall)):
        draw_prop(stage.p, it, x, stage.h * 0.985, tall, spot.facing)


def _pose(stage: Stage, actor: Actor) -> Pose:
    pose = POSES.get(actor.pose, STAND)
    held = actor.held
    if actor.pose == "play" and held:
        pose = POSES.get("guitar" if held.kind == "guitar" else "violin" if held.kind == "violin" else "hold", STAND)
    if not stage.framing.whole and actor.pose in ("sit", "crouch", "lie", "kneel"):
        pose = replace(POSES["hold"], expression="neutral") if held else STAND
    if held and pose.held is None and actor.pose != "play":
        pose = POSES["hold"]
    if held and held.kind == "umbrella":
        pose = replace(pose, far=(0.36, 0.06), far_hand="fist", held=None, grip=False, lean=min(8.0, pose.lean))
    if actor.pose == "cheer" and len(stage.scene.actors) > 2:
        pose = CHEER_IN_A_ROW
    if held and not stage.framing.whole and pose.held and pose.held[1] > 0.6 and not pose.surface:
        # What is held hanging would be below the frame.
        pose = replace(POSES["hold"], expression=pose.expression)
    if held is None and pose.grip:
        pose = replace(pose, grip=False, held=None) if pose.surface else STAND
        if actor.pose in ("work", "write"):
            pose = POSES["work"]
    seated = "sit" in stage.scene.prompt.action.lower() and stage.framing.whole
    if actor.pose in IN_HAND_WHILE_SITTING and seated and held:
        pose = IN_HAND_WHILE_SITTING[actor.pose]
    if actor.pose == "sit" and held and stage.framing.whole and "hold" in IN_HAND_WHILE_SITTING:
        pose = IN_HAND_WHILE_SITTING["hold"]
    return pose


def _expression(actor: Actor, pose: Pose) -> Expression:
    name = actor.expression or pose.expression
    if pose.expression == "focus" and actor.expression in ("", "smile"):
        name = "focus"
    return EXPRESSIONS.get(name, EXPRESSIONS["neutral"])


def _at_table(stage: Stage, who: Person, pose: Pose, ground: float, size: float, head: float) -> Pose:
    """The pose with the hands brought above the table's edge, on both sides of what they work on."""
    body = body_of(who)
    shoulder = ground + (body.shoulder_y + 0.14) * size
    level = (table_top(stage, head) - shoulder) / (body.torso * size) - 0.16
    level = max(0.12, min(0.80, level))
    return replace(pose, near=(pose.near[0] + 0.02, level), far=(pose.far[0] - 0.02, level - 0.02))


def _seat(stage: Stage, figure: Figure) -> None:
    if any(it.kind in _SEAT_WORDS for it in stage.scene.things):
        return
    x, y = seated_at(figure)
    wide = figure.head * 1.5
    with stage.p.lit_by(stage.light):
        wood: Colour = (0.44, 0.075, 50)
        for dx in (-0.42, 0.42):
            stage.p.line([(x + dx * wide, y), (x + dx * wide, figure.ground)], figure.head * 0.16, wood, 1, False)
        seat = rect(x - wide * 0.55, y, wide * 1.1, figure.head * 0.22, figure.head * 0.06)
        stage.p.shape(seat, (0.52, 0.085, 52), dry=0.4)
        if stage.indoors:
            back = x - figure.facing * wide * 0.5
            rest = rect(back - figure.head * 0.1, y - figure.head * 2.1, figure.head * 0.2, figure.head * 2.2, 3)
            stage.p.shape(rest, (0.48, 0.08, 50), dry=0.4)


def _animal(stage: Stage, spot: Spot, who: Creature) -> None:
    """An animal, large enough to be seen, with what it holds in its mouth or paws."""
    actor, count = spot.actor, len(stage.scene.actors)
    tall, ground, x = _animal_place(stage, spot, who, count)
    stance = stance_for(actor.pose)
    words = stage.scene.prompt.action.lower()
    aloft = who.species in FLYING and (actor.pose in ("run", "jump") or "fly" in words or "flies" in words)
    if aloft:
        stance = "fly"
        ground -= stage.h * (0.3 if stage.framing.whole else 0.2)
    elif stage.framing.whole and who.species not in SWIMMING:
        stage.p.contact(x, ground, tall * 0.75, 0.45)
    rim = min(4.0, max(1.0, tall * 0.008)) if stage.rim(spot.head) else 0.0
    with stage.p.lit_by(stage.figure_light(), rim), stage.p.layer():
        draw_creature(stage.p, who, x, ground, tall, spot.facing, stance)
        if actor.held is not None:
            _in_mouth(stage, spot, who, (x, ground, tall, stance))


def _in_mouth(stage: Stage, spot: Spot, who: Creature, placed: tuple[float, float, float, str]) -> None:
    x, ground, tall, stance = placed
    it = spot.actor.held
    if it is None:
        return
    mx, my = mouth_of(who.species, x, ground, tall, spot.facing, stance)
    true = prop_height(it.kind) / creature_height(who.species) * tall
    size = min(max(true, tall * 0.24, stage.h * 0.04), tall * 0.62, tall * 0.75 / prop_width(it.kind))
    hung = it.kind in ("basket", "bag", "lantern", "bucket", "key", "sack", "bell")
    base = my + size * (0.98 if hung else 0.55)
    eating = VERB_EATS.intersection(stage.scene.prompt.action.lower().split())
    if eating and spot.actor.pose == "eat":
        base = max(base, ground - tall * 0.02) if stage.framing.whole else base
    draw_prop(stage.p, it, mx + spot.facing * size * prop_width(it.kind) * 0.12, base, size, spot.facing)


VERB_EATS = frozenset(["eats", "eating", "nibbles", "chews", "gnaws", "licks"])
"""Forms of what an animal does with food that lies before it."""


def _animal_place(stage: Stage, spot: Spot, who: Creature, count: int) -> tuple[float, float, float]:
    """Height, ground line and middle of an animal, in pixels."""
    tall, x = creature_height(who.species) * spot.head, spot.x
    if stage.framing.whole:
        tall = max(tall * (0.95 if count > 1 else 1.25), stage.h * 0.05)
        tall = min(tall, stage.h * 0.52, stage.w * 0.36)
        ground = stage.ground - spot.raised
        if stage.scene.place in _WATER_PLACES and who.species in SWIMMING:
            ground = stage.h * 0.74
        return tall, ground, x
    if count > 1:
        tall = min(max(tall, stage.h * 0.36), stage.h * 0.9, stage.w * 0.62 / count)
        return tall, stage.h * 0.99 - spot.raised * 0.5 + max(0.0, tall - stage.h * 0.55) * 0.5, x
    wanted = {"medium wide": 0.50, "medium": 0.60, "medium close-up": 0.70}.get(stage.scene.shot, 1.25)
    tall = min(wanted * stage.h, stage.w * 0.46 * (1.0 if wanted < 0.8 else 1.5))
    ground = stage.h * 0.94 + max(0.0, tall - stage.h * 0.62) * 0.72
    return tall, ground, x - spot.facing * tall * (0.35 if wanted > 0.8 else 0.12)
