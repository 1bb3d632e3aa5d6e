"""Composing: what is drawn behind what, for frames, inserts and reference pictures."""

from __future__ import annotations

from dataclasses import replace

from dailies.adapters.providers.rehearsal.illustrator.actors import draw_actor, draw_two, face_of
from dailies.adapters.providers.rehearsal.illustrator.cast import Creature, Person, Thing
from dailies.adapters.providers.rehearsal.illustrator.figures import Crowd, draw_crowd
from dailies.adapters.providers.rehearsal.illustrator.inserts import draw_insert, draw_still
from dailies.adapters.providers.rehearsal.illustrator.objects import draw_before, draw_behind, needs_surface
from dailies.adapters.providers.rehearsal.illustrator.pairs import paired
from dailies.adapters.providers.rehearsal.illustrator.props import draw_card
from dailies.adapters.providers.rehearsal.illustrator.sheets import draw_character_sheet, draw_product_sheet
from dailies.adapters.providers.rehearsal.illustrator.stage import Stage
from dailies.adapters.providers.rehearsal.illustrator.staging import spots
from dailies.adapters.providers.rehearsal.illustrator.views import bend, draw_shoulder

__all__ = ["Stage", "draw_scene"]

_MOST_CARDS = 3
_BEFORE_A_CROWD = 4
_CLOSE = ("close-up", "extreme close-up")


def draw_scene(stage: Stage) -> None:
    """Draw the scene its prompt asks for, and a card for each thing that can't be drawn."""
    kind = stage.scene.prompt.kind
    if kind == "character":
        draw_character_sheet(stage)
    elif kind == "product":
        draw_product_sheet(stage)
    elif kind == "place":
        stage.reframe("wide")
        stage.backdrop(1.0, 0.0)
        draw_behind(stage, [])
        stage.weather(1.0)
    elif stage.scene.shot == "insert":
        _insert(stage)
    else:
        _frame(stage)
    if kind != "product":
        _cards(stage, list(stage.scene.missing))
    stage.step()


def _frame(stage: Stage) -> None:
    scene = stage.scene
    if scene.crowd and len(scene.actors) > _BEFORE_A_CROWD:
        # The others are in the crowd behind.
        stage.scene = scene = replace(scene, actors=scene.actors[:_BEFORE_A_CROWD])
    if scene.shot in _CLOSE and len(scene.actors) > 2:
        # Faces would have no room.
        stage.reframe("medium")
    empty = not scene.actors and all(it.where == "set" for it in scene.things)
    stage.backdrop(stage.framing.zoom, 0.0 if empty else stage.framing.blur)
    if not scene.actors:
        draw_still(stage)
        stage.weather(1.0)
        bend(stage)
        return
    shoulder, facing = None, 1
    if scene.camera.shoulder:
        facing = 1 if stage.side < 0 else -1
        shoulder = _shoulder_of(stage, facing)
    placed = spots(stage)
    if scene.camera.shoulder:
        placed = [
            replace(s, facing=-facing, x=max(s.x, stage.w * 0.55) if facing > 0 else min(s.x, stage.w * 0.45))
            for s in placed
        ]
    placed = paired(stage, placed)
    stage.faces = [face_of(stage, spot) for spot in placed]
    _crowd(stage)
    draw_behind(stage, placed)
    surface = stage.surface = needs_surface(stage)
    for number, spot in enumerate(placed):
        if not spot.touching:
            draw_actor(stage, spot)
        elif number == 0:
            draw_two(stage, placed[0], placed[1])
        stage.step()
    draw_before(stage, placed, surface)
    if scene.camera.shoulder:
        draw_shoulder(stage, shoulder, facing)
    _glow_of_key(stage)
    bend(stage)
    stage.weather(stage.framing.zoom)


def _crowd(stage: Stage) -> None:
    """Many people behind those in front, the farther the hazier."""
    if not stage.scene.crowd or stage.scene.shot in _CLOSE:
        return
    whole = stage.framing.whole
    head = stage.framing.head * stage.h * (0.82 if whole else 0.5)
    near = stage.ground - stage.h * 0.05 if whole else stage.h * 0.99
    far = near - max(stage.h * 0.10, head * 2.2)
    crowd = Crowd("crowd", -head, stage.w + head, near, far, head, stage.scene.crowd)
    with stage.p.lit_by(stage.light), stage.p.layer(stage.framing.blur * 0.5 * stage.p.unit):
        draw_crowd(stage.p, crowd, stage.light.shadow if stage.indoors else stage.air.horizon)
    stage.step()


def _shoulder_of(stage: Stage, facing: int) -> Person | None:
    """Whose shoulder is looked over: the second person, who then has no other place; None for a stranger's."""
    actors = list(stage.scene.actors)
    people = [a for a in actors if isinstance(a.who, Person)]
    if len(actors) < 2 or not people:
        return None
    chosen = people[-1] if people[-1] is not actors[0] else people[0]
    actors.remove(chosen)
    stage.scene = replace(stage.scene, actors=tuple(actors))
    return chosen.who if isinstance(chosen.who, Person) else None


def _insert(stage: Stage) -> None:
    """One thing, close; somebody's face where there is no thing."""
    scene = stage.scene
    held = [a.held for a in scene.actors if a.held]
    beasts = [
        Thing(a.who.name, a.who.species, a.who.coat, a.who.accent, noun=a.who.name)
        for a in scene.actors
        if isinstance(a.who, Creature)
    ]
    things = [t for t in [*held, *scene.things] if t.where != "set"]
    things = [*beasts, *things] if things else [replace(t, kind="") for t in scene.missing]
    if not things and scene.actors:
        stage.reframe("close-up")
        _frame(stage)
        return
    stage.backdrop(2.2 if things else 1.5, 8.0 if things else 0.8)
    if things:
        draw_insert(stage, things)
        if all(not t.kind for t in things):
            stage.scene = replace(scene, missing=())
    else:
        stage.weather(1.3)
    bend(stage)


def _glow_of_key(stage: Stage) -> None:
    """A breath of the key light over the side it comes from."""
    side = stage.w * (0.95 if stage.light.towards[0] > 0 else 0.05)
    stage.p.glow(side, stage.h * 0.2, stage.w * 0.5, stage.light.key, 0.12)


def _cards(stage: Stage, missing: list[Thing]) -> None:
    """A pinned card for each missing thing; beyond a few, the last card names the rest."""
    shown = missing[:_MOST_CARDS]
    if len(missing) > _MOST_CARDS:
        rest = ", ".join(t.noun or t.name for t in missing[_MOST_CARDS - 1 :])
        shown = [*missing[: _MOST_CARDS - 1], replace(missing[-1], noun=rest)]
    tall = min(stage.w, stage.h) * 0.19
    wide = tall * (0.6 + 0.95 * len(shown))
    corners = [(side, top) for top in (0.05, 0.78) for side in (1, -1)]
    side, top = min(corners, key=lambda corner: _faces_in(stage, corner[0], corner[1] * stage.h, wide, tall))
    for number, it in enumerate(shown):
        away = tall * (0.65 + 0.95 * number)
        with stage.p.lit_by(replace(stage.light, tint=0.0, dim=1.0)):
            draw_card(stage.p, it, stage.w - away if side > 0 else away, top * stage.h + tall, tall)


def _faces_in(stage: Stage, side: int, top: float, wide: float, tall: float) -> int:
    """How many faces cards in a corner would cover."""
    left = stage.w - wide if side > 0 else 0.0
    return sum(
        left - size * 0.6 < x < left + wide + size * 0.6 and top - size * 0.6 < y < top + tall + size * 0.6
        for x, y, size in stage.faces
    )
