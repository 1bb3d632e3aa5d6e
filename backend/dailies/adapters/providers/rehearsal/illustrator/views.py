"""How the camera bends a finished picture: low, high and tilted views, and a shoulder in the foreground."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import skia

from dailies.adapters.providers.rehearsal.illustrator.cast import Person
from dailies.adapters.providers.rehearsal.illustrator.figures import Figure, draw_figure, height_of
from dailies.adapters.providers.rehearsal.illustrator.heads import EXPRESSIONS
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.persons import person
from dailies.adapters.providers.rehearsal.illustrator.poses import STAND
from dailies.adapters.providers.rehearsal.illustrator.prompt import Subject
from dailies.adapters.providers.rehearsal.illustrator.stage import Stage

_CONVERGE = {"low": 0.085, "high": -0.085, "overhead": -0.15}
_TILT = 7.0


def bend(stage: Stage) -> None:
    """Turn or tilt the picture as the camera's angle has it; at eye level nothing is done."""
    angle = stage.scene.camera.angle
    if angle == "dutch":
        _turned(stage.p, _TILT if stage.lot("tilt") < 0.5 else -_TILT)
    elif angle in _CONVERGE:
        _converged(stage.p, _CONVERGE[angle])


def _turned(p: Painter, degrees: float) -> None:
    grow = abs(np.cos(np.radians(degrees))) + max(p.width / p.height, p.height / p.width) * abs(
        np.sin(np.radians(degrees))
    )
    matrix = cv2.getRotationMatrix2D((p.width / 2, p.height / 2), degrees, float(grow))
    _redraw(p, cv2.warpAffine(p.pixels(), matrix, (p.width, p.height), flags=cv2.INTER_LINEAR))


def _converged(p: Painter, amount: float) -> None:
    """Verticals drawn together: upward for a view from below (above 0), downward for one from above."""
    w, h = float(p.width), float(p.height)
    low, high = max(0.0, amount) * w, max(0.0, -amount) * w
    seen = np.array([[high, 0], [w - high, 0], [w - low, h], [low, h]], np.float32)
    whole = np.array([[0, 0], [w, 0], [w, h], [0, h]], np.float32)
    matrix = cv2.getPerspectiveTransform(seen, whole)
    _redraw(p, cv2.warpPerspective(p.pixels(), matrix, (p.width, p.height), flags=cv2.INTER_LINEAR))


def _redraw(p: Painter, pixels: np.ndarray[Any, np.dtype[Any]]) -> None:
    image = skia.Image.fromarray(np.ascontiguousarray(pixels, np.uint8), colorType=skia.kRGBA_8888_ColorType)
    p.canvas.drawImage(image, 0, 0)


def draw_shoulder(stage: Stage, who: Person | None, facing: int) -> None:
    """Somebody's back, out of focus, at the side the others look to. ``facing``: where they look."""
    whose = who or person(Subject("shoulder", "a person in a dark coat"))
    size = min(stage.h * 0.62, stage.w * 0.42)
    x = stage.w * (0.10 if facing > 0 else 0.90)
    ground = stage.h * 0.60 + (height_of(whose) - 0.5) * size
    blur = 5.0 * stage.p.unit
    with stage.p.lit_by(stage.light), stage.p.layer(blur):
        draw_figure(stage.p, Figure(whose, x, ground, size, "back", facing, STAND, EXPRESSIONS["neutral"]))
