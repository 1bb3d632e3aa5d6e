"""The brush: every shape gets a base, a lit wash, one form shadow and a touch of dry brush."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import cv2
import numpy as np
import skia

from dailies.adapters.providers.rehearsal.illustrator.chance import stream
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, srgb
from dailies.adapters.providers.rehearsal.illustrator.light import Light
from dailies.adapters.providers.rehearsal.illustrator.shapes import Frame, Point, moved, oval, poly, rect, stroke
from dailies.adapters.providers.rehearsal.illustrator.styles import Look
from dailies.adapters.providers.rehearsal.illustrator.texture import (
    BRUSH_H,
    BRUSH_W,
    BRUSHES,
    brush_atlas,
    dry_brush,
    hatching,
)

Stops = Sequence[tuple[float, Colour, float]]
"""Gradient stops: place 0-1, colour, opacity 0-1."""

Pixels = np.ndarray[Any, np.dtype[np.uint8]]

_INK: Colour = (0.24, 0.02, 270)


class Painter:
    """A picture in the making. Sizes in pixels, y down; colours are materials until the light shows them."""

    def __init__(self, width: int, height: int, look: Look, light: Light, seed: int) -> None:
        self.width, self.height, self.look, self.light, self.seed = width, height, look, light, seed
        self.surface = skia.Surface(width, height)
        self.canvas = self.surface.getCanvas()
        self.unit = math.sqrt(width * height) / 960
        self.rim: float = 0.0
        self.rim_colour: Colour | None = None

    def chance(self, *keys: object) -> np.random.Generator:
        """The stream of one element of this picture."""
        return stream(self.seed, *keys)

    @contextmanager
    def lit_by(self, light: Light, rim: float = 0.0, rim_colour: Colour | None = None) -> Iterator[None]:
        """Draw with another light; ``rim``: pixels of bright edge on each shape."""
        before = self.light, self.rim, self.rim_colour
        self.light, self.rim, self.rim_colour = light, rim, rim_colour
        try:
            yield
        finally:
            self.light, self.rim, self.rim_colour = before

    @contextmanager
    def clip(self, path: skia.Path) -> Iterator[None]:
        """Draw inside the path only."""
        self.canvas.save()
        self.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        try:
            yield
        finally:
            self.canvas.restore()

    @contextmanager
    def layer(
        self, blur: float = 0.0, alpha: float = 1.0, bounds: tuple[float, float, float, float] | None = None
    ) -> Iterator[None]:
        """Draw on a sheet laid over the picture. ``bounds``: left, top, right, bottom; a blur is quick with them."""
        paint = skia.Paint(Alphaf=alpha)
        if blur:
            paint.setImageFilter(skia.ImageFilters.Blur(blur, blur))
        self.canvas.saveLayer(skia.Rect.MakeLTRB(*bounds) if bounds else None, paint)
        try:
            yield
        finally:
            self.canvas.restore()

    @contextmanager
    def placed(self, frame: Frame) -> Iterator[None]:
        """Draw in the unit space of the frame."""
        self.canvas.save()
        self.canvas.concat(frame.matrix)
        try:
            yield
        finally:
            self.canvas.restore()

    def colour(self, colour: Colour, alpha: float = 1.0, emits: bool = False) -> int:
        """The colour as Skia wants it: shown by the light (unless it shines itself), mapped by the style."""
        shown = colour if emits else self.light.material(colour)
        return int(skia.Color(*srgb(self.look.colours(shown)), round(max(0.0, min(1.0, alpha)) * 255)))

    def fill(
        self,
        path: skia.Path,
        colour: Colour,
        alpha: float = 1.0,
        blur: float = 0.0,
        emits: bool = False,
        blend: skia.BlendMode | None = None,
    ) -> None:
        """A flat fill, with a soft edge of ``blur`` pixels."""
        paint = skia.Paint(AntiAlias=True, Color=self.colour(colour, alpha, emits))
        if blur:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
        if blend is not None:
            paint.setBlendMode(blend)
        self.canvas.drawPath(path, paint)

    def gradient(
        self,
        path: skia.Path,
        start: Point,
        stop: Point,
        stops: Stops,
        emits: bool = False,
        blend: skia.BlendMode | None = None,
    ) -> None:
        """A linear gradient inside the path."""
        colours = [self.colour(c, a, emits) for _, c, a in stops]
        shader = skia.GradientShader.MakeLinear([start, stop], colours, [t for t, _, _ in stops])
        self._shaded(path, shader, blend)

    def radial(
        self,
        path: skia.Path,
        centre: Point,
        radius: float,
        stops: Stops,
        emits: bool = False,
        blend: skia.BlendMode | None = None,
        squash: float = 1.0,
    ) -> None:
        """A radial gradient inside the path; ``squash`` flattens it."""
        matrix = skia.Matrix()
        matrix.setTranslate(centre[0], centre[1])
        matrix.preScale(1, squash)
        colours = [self.colour(c, a, emits) for _, c, a in stops]
        shader = skia.GradientShader.MakeRadial(
            (0, 0), radius, colours, [t for t, _, _ in stops], skia.TileMode.kClamp, 0, matrix
        )
        self._shaded(path, shader, blend)

    def _shaded(self, path: skia.Path, shader: skia.Shader, blend: skia.BlendMode | None) -> None:
        paint = skia.Paint(AntiAlias=True, Dither=True, Shader=shader)
        if blend is not None:
            paint.setBlendMode(blend)
        self.canvas.drawPath(path, paint)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float, squash: float = 1.0) -> None:
        """Light in the air about a lamp."""
        strength *= self.look.glow
        stops = [
            (0.0, colour, strength),
            (0.35, colour, strength * 0.38),
            (0.7, colour, strength * 0.09),
            (1.0, colour, 0.0),
        ]
        path = oval(x, y, radius, radius * squash)
        blend = skia.BlendMode.kSrcOver if self.look.paper else skia.BlendMode.kScreen
        self.radial(path, (x, y), radius, stops, True, blend, squash)

    def texture(
        self,
        path: skia.Path,
        colour: Colour,
        alpha: float,
        image: skia.Image | None = None,
        angle: float = 0.0,
        scale: float = 1.0,
    ) -> None:
        """Streaks of colour inside the path."""
        matrix = skia.Matrix()
        matrix.setRotate(angle)
        matrix.preScale(scale, scale)
        shader = (image or dry_brush()).makeShader(
            skia.TileMode.kMirror, skia.TileMode.kMirror, skia.SamplingOptions(skia.FilterMode.kLinear), matrix
        )
        tint = skia.ColorFilters.Blend(self.colour(colour), skia.BlendMode.kSrcIn)
        self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=shader, ColorFilter=tint, Alphaf=alpha))

    def shape(
        self,
        path: skia.Path,
        colour: Colour,
        shadow: float | None = None,
        soft: float = 1.2,
        dry: float = 0.2,
        angle: float = 0.0,
        rim: float | None = None,
        line: float = 1.0,
        wash: bool = True,
    ) -> None:
        """One painted thing. ``shadow``: width of the form shadow in the path's units (default a sixth of the
        size); ``dry``: dry brush 0-1; ``rim``: pixels of bright edge; ``line``: contour factor in line styles."""
        bounds = path.computeTightBounds()
        size = min(bounds.width(), bounds.height())
        dx, dy = self.light.towards
        depth = (size * 0.16 if shadow is None else shadow) * self.look.shadow
        lit, shade = self.light.lit(colour), self.light.shade(colour)
        self.fill(path, colour)
        if size > 3:
            with self.clip(path):
                if wash and self.look.wash and size > 14:
                    self._wash(path, bounds, lit)
                if depth > 0:
                    self._form_shadow(path, bounds, shade, dx * depth, dy * depth, soft)
                if dry and size > 12:
                    self.texture(path, lit, dry * self.look.dry, None, angle, max(0.35, min(1, size / 200)))
                    self.texture(
                        path, shade, dry * 0.55 * self.look.dry, None, angle + 97, max(0.4, min(1, size / 160))
                    )
                edge = self.rim if rim is None else rim
                if edge:
                    self._rim_light(path, bounds, dx * edge, dy * edge)
        if self.look.contour and line and size > 3:
            self._contour(path, line * self.look.contour)

    def _wash(self, path: skia.Path, bounds: skia.Rect, lit: Colour) -> None:
        dx, dy = self.light.towards
        length = math.hypot(dx, dy) or 1.0
        reach = max(bounds.width(), bounds.height()) * 0.55
        cx, cy = bounds.centerX(), bounds.centerY()
        start = (cx + dx / length * reach, cy + dy / length * reach)
        stop = (cx - dx / length * reach * 0.2, cy - dy / length * reach * 0.2)
        self.gradient(path, start, stop, [(0, lit, 0.85), (1, lit, 0)])

    def _form_shadow(
        self, path: skia.Path, bounds: skia.Rect, shade: Colour, dx: float, dy: float, soft: float
    ) -> None:
        around = bounds.makeOutset(4, 4)
        self.canvas.saveLayer(around, skia.Paint(Alphaf=1.0 if not self.look.hatch else 0.85))
        sheet = rect(around.left(), around.top(), around.width(), around.height())
        if self.look.hatch:
            self.fill(sheet, shade, 0.35)
            self.texture(sheet, (0.2, 0.01, 80), 0.8, hatching(), 0, 0.55)
        else:
            self.fill(sheet, shade)
        self.fill(moved(path, dx, dy), shade, 1, soft, blend=skia.BlendMode.kDstOut)
        self.canvas.restore()

    def _rim_light(self, path: skia.Path, bounds: skia.Rect, dx: float, dy: float) -> None:
        self.canvas.saveLayer(bounds.makeOutset(4, 4), skia.Paint(Alphaf=0.9))
        self.fill(path, self.rim_colour or self.light.key, emits=True)
        self.fill(moved(path, -dx, -dy), self.light.key, 1, 0.7, blend=skia.BlendMode.kDstOut)
        self.canvas.restore()

    def _contour(self, path: skia.Path, width: float) -> None:
        measure = skia.PathMeasure(path, False)
        bounds = path.getBounds()
        chance = self.chance("contour", round(bounds.width()), round(bounds.height()))
        paint = skia.Paint(AntiAlias=True, Color=skia.Color(*srgb(_INK), 225))
        more = True
        while more:
            length = measure.getLength()
            if length > 6:
                self.canvas.drawPath(_ribbon(measure, length, width, chance.uniform(0, 6.3, 3)), paint)
            more = measure.nextContour()

    def line(
        self,
        points: Sequence[Point],
        width: float,
        colour: Colour,
        alpha: float = 1.0,
        taper: bool = True,
        emits: bool = False,
    ) -> None:
        """A brush line; dark ones become ink in line styles."""
        path = stroke(points, width, taper)
        if self.look.contour and colour[0] < 0.42 and not emits:
            self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia.Color(*srgb(_INK), int(alpha * 235))))
        else:
            self.fill(path, colour, alpha, emits=emits)

    def atop(self, start: Point, stop: Point, stops: Stops) -> None:
        """Tint what is already on the present layer."""
        everything = rect(-self.width, -self.height, self.width * 3, self.height * 3)
        self.gradient(everything, start, stop, stops, blend=skia.BlendMode.kSrcATop)

    def contact(self, x: float, y: float, width: float, strength: float = 0.5) -> None:
        """The dark where a thing touches the ground."""
        self.fill(oval(x, y, width, width * 0.1), self.light.shade(self.light.shadow), strength, max(1.0, width * 0.05))

    def pixels(self) -> Pixels:
        """The picture so far, height x width x RGBA, 8 bit."""
        return np.asarray(self.surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType), np.uint8)

    def blur_all(self, sigma: float) -> None:
        """Put the whole picture out of focus."""
        if sigma <= 0.3:
            return
        pixels = self.pixels()
        factor = 4 if sigma >= 6 else 2 if sigma >= 3 else 1
        small = cv2.resize(pixels, (self.width // factor, self.height // factor), interpolation=cv2.INTER_AREA)
        small = cv2.GaussianBlur(small, (0, 0), sigma / factor)
        back = cv2.resize(small, (self.width, self.height), interpolation=cv2.INTER_CUBIC)
        self.canvas.drawImage(skia.Image.fromarray(back, colorType=skia.kRGBA_8888_ColorType), 0, 0)

    def paint_over(
        self,
        key: str,
        count: int,
        size: float,
        angle: Callable[[float, float], float],
        jitter: float = 0.03,
        alpha: float = 0.5,
    ) -> None:
        """Go over the picture with brush stamps in its own colours, staying clear of edges."""
        if not self.look.paint_over:
            return
        half = cv2.resize(self.pixels(), (self.width // 2, self.height // 2), interpolation=cv2.INTER_AREA)
        smooth = cv2.GaussianBlur(half, (0, 0), 2)
        grey = cv2.cvtColor(smooth[..., :3], cv2.COLOR_RGB2GRAY).astype(np.float32)
        edges = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
        reach = int(15 * size * self.unit) | 1
        edges = cv2.dilate(edges, np.ones((reach, reach), np.uint8))
        chance = self.chance("paint over", key)
        xs, ys = chance.integers(0, half.shape[1], count), chance.integers(0, half.shape[0], count)
        free = edges[ys, xs] < 46
        shade, vary = chance.normal(0, jitter, count), chance.uniform(0.5, 1.15, count)
        turn, variant = chance.normal(0, 7, count), chance.integers(0, BRUSHES, count)
        transforms, sources, tints = [], [], []
        for i in np.flatnonzero(free):
            x, y = float(xs[i]) * 2, float(ys[i]) * 2
            radians, scale = math.radians(angle(x, y) + float(turn[i])), size * self.unit * float(vary[i])
            cos, sin = math.cos(radians) * scale, math.sin(radians) * scale
            middle_x, middle_y = BRUSH_W / 2, BRUSH_H / 2
            transforms.append(
                skia.RSXform(cos, sin, x - middle_x * cos + middle_y * sin, y - middle_x * sin - middle_y * cos)
            )
            sources.append(skia.Rect.MakeXYWH(0, int(variant[i]) * BRUSH_H, BRUSH_W, BRUSH_H))
            sample = smooth[ys[i], xs[i], :3].astype(np.float32) * (1 + float(shade[i]))
            tints.append(skia.Color(*(int(max(0, min(255, v))) for v in sample), int(255 * alpha)))
        if transforms:
            sampling = skia.SamplingOptions(skia.FilterMode.kLinear)
            self.canvas.drawAtlas(
                brush_atlas(),
                transforms,
                sources,
                tints,
                skia.BlendMode.kModulate,
                sampling,
                None,
                skia.Paint(AntiAlias=True),
            )


def _ribbon(measure: skia.PathMeasure, length: float, width: float, phase: Any) -> skia.Path:
    """A line of changing width along a contour, heavier on the side away from the light."""
    steps = int(max(8, min(220, length / 4)))
    left, right = [], []
    for i in range(steps + 1):
        place, tangent = measure.getPosTan(length * i / steps)
        along = i / steps * length
        heavy = max(0.3, 0.9 + 0.6 * math.sin(along / 55 + phase[0]) + 0.4 * math.sin(along / 19 + phase[1]))
        heavy = (heavy + 1.4 * max(0.0, tangent.y() * 0.6 - tangent.x() * 0.5)) * width
        heavy *= (0.55 + 0.5 * min(1.4, length / 900)) * min(1.0, i / 3 + 0.2, (steps - i) / 3 + 0.2)
        drift = 0.5 * math.sin(along / 27 + phase[2])
        x, y = place.x() - tangent.y() * drift, place.y() + tangent.x() * drift
        across_x, across_y = -tangent.y() * heavy, tangent.x() * heavy
        left.append((x + across_x, y + across_y))
        right.append((x - across_x * 0.4, y - across_y * 0.4))
    return poly(*left, *reversed(right))
