"""Drawing things, animals, people and words on a clear sheet, by the illustrator's own hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from dailies.adapters.providers.rehearsal.illustrator.animals import FLYING, SWIMMING, draw_creature, stance_for
from dailies.adapters.providers.rehearsal.illustrator.cast import Creature, Person, Thing
from dailies.adapters.providers.rehearsal.illustrator.figures import Figure, draw_figure, height_of
from dailies.adapters.providers.rehearsal.illustrator.heads import EXPRESSIONS
from dailies.adapters.providers.rehearsal.illustrator.light import Light
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.poses import POSES
from dailies.adapters.providers.rehearsal.illustrator.prompt import first_of
from dailies.adapters.providers.rehearsal.illustrator.props import draw_prop, write
from dailies.adapters.providers.rehearsal.illustrator.styles import Look
from dailies.adapters.providers.rehearsal.illustrator.words import MOODS
from dailies.adapters.providers.rehearsal.inpainter.areas import Field, Window, window_round
from dailies.adapters.providers.rehearsal.inpainter.asking import Member, held_in, pose_in

ALOFT = frozenset({"kite", "balloon", "paper plane", "heart", "coin", "key", "ring"})
"""Things that hang in the air: no ground under them."""
SHINING = frozenset({"lamp", "lantern", "candle", "fire"})
"""Things that give light: the dark about them does not make them dark."""
_SPREAD = 2.6
"""Half the sheet's width, in heights of the drawing: some things are much wider than tall."""
_SOLID = 0.35
_ABOVE, _BELOW = 1.9, 0.35
"""Room over and under the ground line, in the same measure: ears and antlers pass the height, tails hang below."""


@dataclass(frozen=True)
class Sheet:
    """A drawing cut to its box. ``colour``: RGB, 0 to 255, not multiplied by ``opacity`` (0 to 1). ``stands``: whether
    it has a ground under it. ``body``: the part that is solid, without the glow about a lamp.
    ``shines``: whether it gives light itself. ``reach``: half the width it needs, in its heights."""

    colour: Field
    opacity: Field
    stands: bool
    body: Window
    shines: bool = False
    reach: float = 0.0


@dataclass(frozen=True)
class Drawing:
    """Somebody or something to draw. ``words``: what is said of it. ``facing``: 1 right, -1 left."""

    member: Member
    words: str
    facing: int
    seed: int

    def sheet(self, height: float, light: Light, look: Look, reach: float = _SPREAD) -> Sheet:
        """Draw it about ``height`` pixels tall, on a sheet ``reach`` heights wide on either side."""
        half = reach * height + 2
        sheet = _sheet(height, light, look, self.seed, lambda p, x, y: self._put(p, x, y, height), self.stands, half)
        return replace(sheet, shines=isinstance(self.member, Thing) and self.member.kind in SHINING)

    @property
    def heads(self) -> float:
        """How many heads tall a person is; 1 for everything else."""
        return height_of(self.member) if isinstance(self.member, Person) else 1.0

    @property
    def stands(self) -> bool:
        """Whether there is a ground under it."""
        if isinstance(self.member, Thing):
            return self.member.kind not in ALOFT and bool(self.member.kind)
        return not (isinstance(self.member, Creature) and self.flying)

    @property
    def flying(self) -> bool:
        """A bird or fish that is not at rest."""
        kind = self.member.species if isinstance(self.member, Creature) else ""
        return kind in SWIMMING or (
            kind in FLYING and any(word in self.words for word in ("fly", "flies", "soar", "air"))
        )

    def _put(self, p: Painter, x: float, ground: float, height: float) -> None:
        it = self.member
        if isinstance(it, Thing):
            draw_prop(p, it, x, ground, height, self.facing)
        elif isinstance(it, Creature):
            aloft = self.flying and it.species in FLYING
            draw_creature(p, it, x, ground, height, self.facing, "fly" if aloft else stance_for(pose_in(self.words)))
        else:
            draw_figure(p, self._figure(it, x, ground, height))

    def _figure(self, who: Person, x: float, ground: float, height: float) -> Figure:
        head = height / height_of(who)
        named = pose_in(self.words)
        held = held_in(self.words, who)
        if held is not None and named in ("", "look", "stand", "walk"):
            named = "hold" if named != "walk" else "walk"
        pose = POSES.get(named, POSES["look"])
        if pose.surface or named == "sleep":
            pose = POSES["hold" if held else "look"]
        mood = first_of(self.words, MOODS) or pose.expression
        view = "profile" if pose.side else "back" if "behind" in self.words.split() else "three_quarter"
        return Figure(
            who, x, ground, head, view, self.facing, pose, EXPRESSIONS.get(mood, EXPRESSIONS["neutral"]), held
        )


def lettering(words: str, width: float, height: float, light: Light, look: Look, dark: bool) -> Sheet:
    """Words as large as fit into ``width`` x ``height`` pixels."""
    ink = (0.26, 0.03, 265.0) if dark else (0.95, 0.02, 88.0)
    shade = replace(light, tint=light.tint * 0.5, dim=max(0.85, light.dim))

    def put(p: Painter, x: float, ground: float) -> None:
        write(p, words, x, ground - height / 2, width, height, ink)

    return _sheet(height, shade, look, 0, put, False, width / 2 + 8)


def _sheet(
    height: float,
    light: Light,
    look: Look,
    seed: int,
    put: Callable[[Painter, float, float], None],
    stands: bool,
    side: float,
) -> Sheet:
    painter = Painter(round(2 * side) + 2, round((_ABOVE + _BELOW) * height) + 4, look, light, seed)
    put(painter, side, _ABOVE * height + 1)
    pixels = np.asarray(painter.pixels(), np.float32)
    opacity = np.asarray(pixels[..., 3] / np.float32(255), np.float32)
    if not (opacity > _SOLID).any():
        empty = np.zeros((1, 1), np.float32)
        return Sheet(np.zeros((1, 1, 3), np.float32), empty, stands, (slice(0, 1), slice(0, 1)))
    box, inner = window_round(opacity > 0.02, 0), window_round(opacity > _SOLID, 0)
    body = slice(inner[0].start - box[0].start, inner[0].stop - box[0].start)
    across = slice(inner[1].start - box[1].start, inner[1].stop - box[1].start)
    reach = max(side - box[1].start, box[1].stop - side) / height
    return Sheet(pixels[box][..., :3], opacity[box], stands, (body, across), reach=reach)
