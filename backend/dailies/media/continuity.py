"""How well a picture goes with others: palette, light, and the colours of who is in it. No trained weights.

All in CIELAB (D65, 1976). Palette compares the colour of two pictures whatever their light, light the lightness
whatever their colour, and character colours look for the colours of a reference in a frame. Framing, faces and shapes
are not looked at, so that a score of 100 does not mean that two pictures show the same person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from dailies.domain.project import Score
from dailies.media.planes import Plane

Floats = npt.NDArray[np.float32]
Box = tuple[float, float, float, float]

SIDE = 256
"""Longest side in pixels at which pictures are compared."""

BINS, BIN_WIDTH = 32, 8.0
"""Bins of a* and of b* each, and their width: together -128 to 128."""

LIGHT_ZERO = 40.0
"""Mean distance of lightness, in L* of 100, that gets no marks: noon against night."""

NEAR = 14.0
"""Distance of colours, in a* and b*, within which a pixel has a reference's colour; a just visible one is 2.3."""

LIGHTNESS_SHARE = 0.35
"""How much a distance of lightness counts beside one of colour: light changes from shot to shot, cloth does not."""

PLAIN, STRONG = 0.2, 50.0
"""What a colour without chroma counts, and the chroma from which one counts in full, beside that."""

COLOURS = 5
"""Colours a reference is known by."""

LEAST_SHARE = 0.004
"""Share of a frame that a colour covers when it counts as found: a scarf in a wide shot."""

BORDER = 0.06
"""Share of a reference's sides that shows its ground."""

GROUND = 12.0
"""Distance from the ground's colour within which a pixel of a reference belongs to the ground."""

HUNDRED = "0 to 100"


@dataclass(frozen=True)
class Compared:
    """A picture to compare with. ``name``: for people, with its take ("Frame 2, take 1")."""

    name: str
    rgb: Plane


def continuity_scores(
    rgb: Plane, characters: Sequence[Compared], style: Compared | None, neighbours: Sequence[Compared]
) -> tuple[Score, ...]:
    """Every measure that there is something to compare with for, and their mean under the name Continuity.

    ``characters``: references of who and what is in the picture; ``style``: the style reference; ``neighbours``:
    frames before and after it in the same place at the same time. ``rgb``: sRGB, shape (h, w, 3).
    """
    lab = _lab(rgb)
    found: list[Score] = [character_colours(lab, each) for each in characters]
    if style is not None:
        found.append(palette(lab, style, "Palette of the style"))
    for each in neighbours:
        found.extend((palette(lab, each, f"Palette, {each.name}"), light(lab, each, f"Light, {each.name}")))
    measured = [(score.name, score.value) for score in found if score.value is not None]
    if not measured:
        method = "Not measured: nothing to compare with is made yet."
        return (Score("Continuity", None, HUNDRED, method), *found)
    mean = sum(value for _, value in measured) / len(measured)
    worst_name, worst = min(measured, key=lambda pair: pair[1])
    region = next(score.region for score in found if score.name == worst_name)
    method = f"Measured here: the mean of {len(measured)} comparisons; the least is {worst_name} with {worst:.0f}."
    return (Score("Continuity", round(mean, 1), HUNDRED, method, region), *found)


def palette(lab: Floats, other: Compared, name: str) -> Score:
    """How much of the colour of two pictures is the same, whatever its lightness. The region is where the picture is
    furthest from the other's colours."""
    here, there = _histogram(lab), _histogram(_lab(other.rgb))
    value = 100 * float(np.minimum(here, there).sum())
    method = (
        f"Measured here, against {other.name}: the overlap of the histograms of a* and b* (Swain and Ballard 1991), "
        "blurred by one bin of 8."
    )
    foreign = _foreign(lab, here, there) if value < 100 else None
    return Score(name, round(value, 1), HUNDRED, method, foreign)


def light(lab: Floats, other: Compared, name: str) -> Score:
    """How near the lightness of two pictures is, as a whole distribution."""
    here, there = np.sort(lab[..., 0].ravel()), np.sort(_lab(other.rgb)[..., 0].ravel())
    steps = np.linspace(0, 1, 256)
    distance = float(np.abs(np.quantile(here, steps) - np.quantile(there, steps)).mean())
    method = (
        f"Measured here, against {other.name}: the mean distance of their sorted lightness (Wasserstein-1), "
        f"{distance:.1f} of 100 L*; {LIGHT_ZERO:g} gets no marks."
    )
    return Score(name, round(100 * max(0.0, 1 - distance / LIGHT_ZERO), 1), HUNDRED, method)


def character_colours(lab: Floats, reference: Compared) -> Score:
    """How much of a reference's colours is found in the picture, by their share of it and their chroma: a yellow coat
    tells more than grey trousers. The region is the largest part in the rarest of the colours that were found."""
    name = f"Colours of {reference.name}"
    colours, shares = _colours(_lab(reference.rgb))
    told = shares * (PLAIN + np.minimum(1.0, np.hypot(colours[:, 1], colours[:, 2]) / STRONG))
    if not len(colours):
        return Score(name, None, HUNDRED, "Not measured: the reference is of one colour with its ground.")
    distances = _distances(lab, colours)
    near = distances < NEAR
    covered = near.mean(axis=(0, 1))
    # A colour that covers half of what is needed is half found.
    marks = np.minimum(1.0, covered / LEAST_SHARE)
    value = 100 * float((marks * told).sum() / told.sum())
    missing = int((marks < 1).sum())
    method = (
        f"Measured here: how much of the reference's {len(colours)} main colours (k-means, without its ground; strong "
        f"ones count more) the picture has within {NEAR:g} of CIELAB; {missing} of them are missing."
    )
    found = np.where(covered >= LEAST_SHARE, covered, np.inf)
    rarest = near[..., int(np.argmin(found))] if np.isfinite(found).any() else np.zeros(lab.shape[:2], np.bool_)
    return Score(name, round(value, 1), HUNDRED, method, _largest(np.asarray(rarest, np.bool_)))


def _lab(rgb: Plane) -> Floats:
    height, width = rgb.shape[:2]
    scale = min(1.0, SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.resize(np.ascontiguousarray(rgb), size, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(small.astype(np.float32) / 255, cv2.COLOR_RGB2LAB), np.float32)


def _histogram(lab: Floats) -> Floats:
    """Shares of the picture by a* and b*; sums to 1."""
    places = np.clip((lab[..., 1:] + 128) / BIN_WIDTH, 0, BINS - 1).astype(np.int64).reshape(-1, 2)
    counts = np.bincount(places[:, 0] * BINS + places[:, 1], minlength=BINS * BINS).reshape(BINS, BINS)
    blurred = cv2.GaussianBlur(counts.astype(np.float32), (5, 5), 1.0)
    return np.asarray(blurred / blurred.sum(), np.float32)


def _foreign(lab: Floats, here: Floats, there: Floats) -> Box | None:
    """Where the picture has most of the colours the other has not."""
    places = np.clip((lab[..., 1:] + 128) / BIN_WIDTH, 0, BINS - 1).astype(np.int64)
    excess = np.logical_and(here > 2 * there, here - there > 0.005)
    where: npt.NDArray[np.bool_] = np.asarray(excess)[places[..., 0], places[..., 1]]
    return _largest(where)


def _largest(mask: npt.NDArray[np.bool_]) -> Box | None:
    """The box of the largest connected part, as shares of the picture."""
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(closed)
    if count < 2:
        return None
    left, top, width, height, _ = stats[1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))]
    rows, columns = mask.shape
    box = (left / columns, top / rows, (left + width) / columns, (top + height) / rows)
    return tuple(round(float(side), 3) for side in box)  # type: ignore[return-value]


def _colours(lab: Floats) -> tuple[Floats, Floats]:
    """The main colours of what stands before a reference's ground, and their shares, which sum to 1."""
    height, width = lab.shape[:2]
    rows, columns = max(1, round(BORDER * height)), max(1, round(BORDER * width))
    border = np.concatenate(
        [lab[:rows].reshape(-1, 3), lab[:, :columns].reshape(-1, 3), lab[:, -columns:].reshape(-1, 3)]
    )
    ground = np.median(border, axis=0)
    figure = lab.reshape(-1, 3)[np.linalg.norm(lab.reshape(-1, 3) - ground, axis=1) > GROUND]
    if len(figure) < 50:
        return np.empty((0, 3), np.float32), np.empty(0, np.float32)
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    cv2.setRNGSeed(1)
    _, labels, centres = cv2.kmeans(
        np.ascontiguousarray(figure), COLOURS, np.empty((0, 1), np.int32), criteria, 2, cv2.KMEANS_PP_CENTERS
    )
    counts = np.bincount(labels.ravel(), minlength=COLOURS).astype(np.float32)
    kept = counts > 0.03 * counts.sum()
    return np.asarray(centres[kept], np.float32), np.asarray(counts[kept] / counts[kept].sum(), np.float32)


def _distances(lab: Floats, colours: Floats) -> Floats:
    """The distance of every pixel to every colour, shape (h, w, colours)."""
    difference = lab[:, :, None, :] - colours[None, None]
    difference[..., 0] *= LIGHTNESS_SHARE
    return np.asarray(np.linalg.norm(difference, axis=3), np.float32)
