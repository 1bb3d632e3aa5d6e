"""The stage: the frame's measures, its light and what lies behind everybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import skia

from dailies.adapters.providers.rehearsal.illustrator.light import Atmosphere, Light, atmosphere, facing
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter, Pixels
from dailies.adapters.providers.rehearsal.illustrator.places import DRAWINGS, INDOORS, Site
from dailies.adapters.providers.rehearsal.illustrator.places.falling import weather
from dailies.adapters.providers.rehearsal.illustrator.records import Scene

Step = Callable[[], None]


@dataclass(frozen=True)
class Framing:
    """``head``: head height as a share of the frame's height; ``eye``: where the head's middle is;
    ``zoom`` and ``blur``: of the place behind (blur in pixels at 720 lines); ``whole``: feet are seen."""

    head: float
    eye: float
    zoom: float
    blur: float
    whole: bool = False


FRAMINGS: dict[str, Framing] = {
    "extreme wide": Framing(0.036, 0.0, 1.0, 0.0, True),
    "wide": Framing(0.066, 0.0, 1.0, 0.0, True),
    "full": Framing(0.112, 0.0, 1.12, 0.8, True),
    "medium wide": Framing(0.170, 0.245, 1.28, 1.6),
    "medium": Framing(0.240, 0.335, 1.45, 3.0),
    "medium close-up": Framing(0.350, 0.40, 1.75, 5.0),
    "close-up": Framing(0.600, 0.47, 2.3, 9.0),
    "extreme close-up": Framing(1.050, 0.50, 2.8, 14.0),
    "insert": Framing(0.500, 0.40, 2.2, 9.0),
}
"""By shot size."""

_GROUNDS = {"extreme wide": 0.80, "wide": 0.885, "full": 0.945}
_KEYS: dict[str, tuple[float, float]] = {
    "left": (-0.95, -0.35),
    "right": (0.95, -0.35),
    "top": (0.1, -1.0),
    "back": (0.5, -0.9),
    "silhouette": (0.4, -0.9),
}


class Stage:
    """A scene on its way to a picture. ``step`` is called between parts, and may raise to stop the work.
    ``product``: a picture, RGBA, that stands for the product whose name it goes by. ``surface``: whether a table or
    ledge crosses the foot of the frame; ``tops``: tables that stand in it: middle, top edge and half width;
    ``faces``: middle across, middle down and size of everybody's; all in pixels."""

    def __init__(self, painter: Painter, scene: Scene, step: Step, product: tuple[str, Pixels] | None = None) -> None:
        self.p, self.scene, self.step, self.product = painter, scene, step, product
        air = atmosphere(scene.time, scene.weather, scene.prompt.text)
        self.air: Atmosphere = facing(air, _KEYS.get(scene.camera.light))
        self.w, self.h = float(painter.width), float(painter.height)
        self.indoors = scene.place in INDOORS
        self.light: Light = self.air.room if self.indoors else self.air.light
        self.framing = self._framed(scene.shot)
        self.surface = False
        self.tops: list[tuple[float, float, float]] = []
        self.faces: list[tuple[float, float, float]] = []

    def _framed(self, shot: str) -> Framing:
        framing, camera = FRAMINGS.get(shot, FRAMINGS["medium"]), self.scene.camera
        zoom = max(1.0, framing.zoom * (1 + 0.22 * camera.lens))
        if camera.angle in ("low", "high"):
            zoom = max(zoom, 1.3)
        elif camera.angle == "overhead":
            zoom = max(zoom, 2.1)
        blur = framing.blur * (1 + 0.6 * camera.lens)
        blur = 0.0 if camera.focus < 0 else blur * 1.7 + 2.5 if camera.focus > 0 else blur
        return replace(framing, zoom=zoom, blur=max(0.0, blur))

    def reframe(self, shot: str) -> None:
        """Take another shot size."""
        self.scene = replace(self.scene, shot=shot)
        self.framing = self._framed(shot)

    def lot(self, purpose: str, name: str = "") -> float:
        """A number, 0 to 1, that depends on the seed, on what it decides and for whom; on nothing else."""
        return float(self.p.chance("staging", purpose, name.lower()).random())

    @property
    def side(self) -> int:
        """The side the first subject stands on: -1 left, 1 right."""
        asked = self.scene.camera.side
        if asked:
            return 1 if asked > 0 else -1
        return -1 if self.lot("side") < 0.5 else 1

    @property
    def ground(self) -> float:
        """Where feet stand, in pixels."""
        return _GROUNDS.get(self.scene.shot, 0.93) * self.h

    @property
    def furniture_head(self) -> float:
        """Head height by which furniture is measured, in pixels."""
        return min(self.framing.head * self.h, self.h * 0.16, self.w * 0.13)

    def figure_light(self) -> Light:
        """People are lit a little more than the place they stand in, so that they hold the eye."""
        light = self.light
        if self.scene.camera.light == "silhouette":
            return replace(light, dim=0.16, tint=min(0.9, light.tint + 0.3))
        if self.scene.camera.light == "back":
            return replace(light, tint=light.tint * 0.8, dim=min(0.72, light.dim))
        if self.p.look.name == "noir":
            # Only values tell faces apart here: the night must not swallow them.
            return replace(light, tint=light.tint * 0.3, dim=1.0)
        return replace(light, tint=light.tint * 0.62, dim=min(1.0, light.dim * 0.55 + 0.45))

    def rim(self, size: float) -> float:
        """Width of the bright edge of a figure whose head is ``size`` pixels high."""
        if self.scene.camera.light in ("back", "silhouette"):
            return min(7.0, max(1.6, size * 0.03))
        return 0.0 if self.indoors and self.air.dark < 0.4 else min(4.5, max(1.2, size * 0.022))

    def backdrop(self, zoom: float, blur: float) -> None:
        """Draw the place, enlarged and out of focus as the shot has it."""
        p = self.p
        site = Site(p, self.air, self.scene.place_words, zoom)
        p.light = self.light
        DRAWINGS[self.scene.place](site)
        self.step()
        if zoom > 1:
            shot = p.surface.makeImageSnapshot()
            wide, tall = self.w / zoom, self.h / zoom
            left = (self.w - wide) * (0.30 + 0.40 * self.lot("camera", self.scene.prompt.place_name))
            down = {"low": 0.10, "high": 0.90, "overhead": 1.0}.get(self.scene.camera.angle, 0.52)
            top = (self.h - tall) * down
            sampling = skia.SamplingOptions(skia.FilterMode.kLinear)
            p.canvas.drawImageRect(
                shot, skia.Rect.MakeXYWH(left, top, wide, tall), skia.Rect.MakeWH(self.w, self.h), sampling
            )
        p.blur_all(blur * self.h / 720)
        self.step()

    def weather(self, near: float) -> None:
        """Rain and snow in front of everything; ``near``: how large the drops are."""
        if not self.indoors:
            weather(Site(self.p, self.air, self.scene.place_words), near)
