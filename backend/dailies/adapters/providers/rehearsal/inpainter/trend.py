"""The slow change of colour over a part of a picture: a sky from top to bottom, the fall of light on a wall."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dailies.adapters.providers.rehearsal.inpainter.areas import Area, Field, Picture

_SAMPLES = 6000
_LEAST = 5.0
"""Levels of change below which there is nothing worth taking away."""
_ROUNDS = 3


@dataclass(frozen=True)
class Trend:
    """A surface of the second degree for each channel. ``weights``: shape (6, 3)."""

    weights: npt.NDArray[np.float64]

    @classmethod
    def fitted(cls, picture: Field, known: Area) -> Trend:
        """Fitted to the known pixels, those that lie far off (things, edges) counting for little."""
        places, terms = _sampled(known)
        values = picture[places[:, 0], places[:, 1]].astype(np.float64)
        trust = np.ones(len(places))
        weights: npt.NDArray[np.float64] = np.zeros((6, 3))
        for _ in range(_ROUNDS):
            solved = np.linalg.lstsq(terms * trust[:, None], values * trust[:, None], rcond=None)[0]
            weights = np.asarray(solved, np.float64)
            off = np.abs(values - terms @ weights).max(axis=1)
            trust = 1 / (1 + (off / (2 * np.median(off) + 1)) ** 2)
        return cls(weights)

    def over(self, shape: tuple[int, ...]) -> Field:
        """The surface for a picture of this shape."""
        rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
        return np.asarray(_terms(rows / shape[0], columns / shape[1]) @ self.weights, np.float32)

    def left_over(self, picture: Picture, known: Area) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """At some of the known pixels, what the surface does not explain, and the surface; shape (n, 3) each."""
        places, terms = _sampled(known)
        surface = terms @ self.weights
        return picture[places[:, 0], places[:, 1]] - surface, surface

    def explains(self, picture: Picture, known: Area) -> bool:
        """Whether the known pixels are this surface and little besides."""
        left, surface = self.left_over(picture, known)
        change = float(np.ptp(np.percentile(surface, (2, 98), axis=0), axis=0).max())
        return change > _LEAST and float(np.percentile(np.abs(left), 90)) < min(12.0, max(5.0, 0.35 * change))

    def taken_from(self, picture: Picture) -> Picture:
        """The picture without the trend, about middle grey."""
        return _bytes(picture - self.over(picture.shape) + 128)

    def put_back(self, picture: Picture) -> Picture:
        """The picture with the trend again."""
        return _bytes(picture.astype(np.float32) - 128 + self.over(picture.shape))


def _sampled(known: Area) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float64]]:
    """Some of the known places, shape (n, 2), and the surface's terms there."""
    places = np.argwhere(known)
    places = places[:: max(1, len(places) // _SAMPLES)]
    return places, _terms(places[:, 0] / known.shape[0], places[:, 1] / known.shape[1])


def _terms(rows: npt.NDArray[np.float64], columns: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    y, x = rows - 0.5, columns - 0.5
    return np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=-1)


def _bytes(values: Field) -> Picture:
    return np.asarray(np.clip(values + 0.5, 0, 255).astype(np.uint8))
