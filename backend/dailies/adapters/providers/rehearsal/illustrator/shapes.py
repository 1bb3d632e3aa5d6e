"""Outlines: splines, tubes, and what can be made of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import skia

Point = tuple[float, ...]
"""x, y, and for a spline a third value that marks a corner, or for a tube the radius."""

HANDLE, TENSION = 0.62, 0.5


def spline(points: Sequence[Point], closed: bool = True) -> skia.Path:
    """A smooth outline through the points; a third value on a point makes it a corner."""
    count = len(points)
    tangents = [_tangent(points, i, closed) for i in range(count)]
    path = skia.Path()
    path.moveTo(points[0][0], points[0][1])
    for i in range(count if closed else count - 1):
        j = (i + 1) % count
        start, stop = points[i], points[j]
        reach = math.hypot(stop[0] - start[0], stop[1] - start[1]) * 1.1
        out, into = _clamped(tangents[i], reach), _clamped(tangents[j], reach)
        path.cubicTo(
            start[0] + out[0] * HANDLE, start[1] + out[1] * HANDLE,
            stop[0] - into[0] * HANDLE, stop[1] - into[1] * HANDLE,
            stop[0], stop[1],
        )  # fmt: skip
    if closed:
        path.close()
    return path


def _tangent(points: Sequence[Point], i: int, closed: bool) -> tuple[float, float]:
    if len(points[i]) > 2 or (not closed and i in (0, len(points) - 1)):
        return 0.0, 0.0
    after, before = points[(i + 1) % len(points)], points[i - 1]
    return (after[0] - before[0]) * TENSION, (after[1] - before[1]) * TENSION


def _clamped(tangent: tuple[float, float], reach: float) -> tuple[float, float]:
    length = math.hypot(*tangent)
    scale = min(1.0, reach / length) if length > 0 else 0.0
    return tangent[0] * scale, tangent[1] * scale


def mirrored(points: Sequence[Point]) -> list[Point]:
    """The half outline and its mirror image in x = 0, as one closed outline."""
    return [*points, *((-p[0], *p[1:]) for p in reversed(points))]


def poly(*points: Point) -> skia.Path:
    """A polygon."""
    path = skia.Path()
    path.addPoly([skia.Point(p[0], p[1]) for p in points], True)
    return path


def rect(x: float, y: float, width: float, height: float, radius: float = 0) -> skia.Path:
    """A rectangle with rounded corners."""
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeXYWH(x, y, width, height), radius, radius)
    return path


def oval(cx: float, cy: float, rx: float, ry: float | None = None) -> skia.Path:
    """An ellipse about its centre."""
    ry = rx if ry is None else ry
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(cx - rx, cy - ry, cx + rx, cy + ry))
    return path


def tube(*points: Point, start: bool = True, end: bool = True) -> skia.Path:
    """A tapered tube through (x, y, radius) points. ``start`` and ``end``: whether the ends are rounded."""
    samples = _through(points)
    centre, radius = samples[:, :2], np.maximum(samples[:, 2], 0.004)
    along = np.gradient(centre, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None] + 1e-9
    across = np.stack([-along[:, 1], along[:, 0]], 1) * radius[:, None]
    outline = np.vstack([centre + across, (centre - across)[::-1]])
    path = poly(*[(float(x), float(y)) for x, y in outline])
    path.setFillType(skia.PathFillType.kWinding)
    for wanted, i in ((start, 0), (end, -1)):
        if wanted:
            path = union(path, oval(float(centre[i][0]), float(centre[i][1]), float(radius[i])))
    return path


def _through(points: Sequence[Point], steps: int = 8) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Catmull-Rom samples through the points."""
    given = np.array(points, float)
    if len(given) == 2:
        return np.array(given[0] + (given[1] - given[0]) * np.linspace(0, 1, steps)[:, None])
    samples = []
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    for i in range(len(given) - 1):
        a, b, c, d = given[max(i - 1, 0)], given[i], given[i + 1], given[min(i + 2, len(given) - 1)]
        cubic = (2 * b) + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3
        samples.append(0.5 * cubic)
    return np.vstack([*samples, given[-1:]])


def stroke(points: Sequence[Point], width: float, taper: bool = True) -> skia.Path:
    """A brush line through the points; tapered to a quarter of its width at both ends."""
    last = len(points) - 1
    widths = [
        width / 2 * (0.25 + 0.75 * math.sin(math.pi * (0.07 + 0.86 * i / last))) if taper else width / 2
        for i in range(last + 1)
    ]
    return tube(*[(p[0], p[1], w) for p, w in zip(points, widths, strict=True)])


def union(*paths: skia.Path) -> skia.Path:
    """Everything inside any of the paths."""
    return _combined(paths, skia.PathOp.kUnion_PathOp)


def minus(first: skia.Path, second: skia.Path) -> skia.Path:
    """What is inside the first path and outside the second."""
    return _combined((first, second), skia.PathOp.kDifference_PathOp)


def _combined(paths: Iterable[skia.Path], operation: skia.PathOp) -> skia.Path:
    first, *rest = paths
    for path in rest:
        # Skia gives up on rare degenerate outlines; the first outline alone is then the best there is.
        first = skia.Op(first, path, operation) or first
    return first


def moved(path: skia.Path, dx: float, dy: float) -> skia.Path:
    """A copy of the path, moved."""
    copy = skia.Path(path)
    copy.offset(dx, dy)
    return copy


class Frame:
    """Unit space laid on the picture: moved to (x, y), turned, scaled, and mirrored when ``facing`` is -1."""

    def __init__(self, x: float, y: float, scale: float, facing: int = 1, turn: float = 0.0) -> None:
        self.scale, self.facing, self.turn = scale, facing, turn
        self.matrix = skia.Matrix()
        self.matrix.setTranslate(x, y)
        self.matrix.preScale(scale * facing, scale)
        self.matrix.preRotate(turn)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of unit space lies in the picture."""
        point = self.matrix.mapXY(x, y)
        return float(point.x()), float(point.y())

    def path(self, path: skia.Path) -> skia.Path:
        """A unit-space path as it lies in the picture."""
        placed = skia.Path()
        path.transform(self.matrix, placed)
        return placed

    def points(self, points: Sequence[Point]) -> list[Point]:
        """Unit-space points as they lie in the picture."""
        return [self.at(p[0], p[1]) for p in points]
