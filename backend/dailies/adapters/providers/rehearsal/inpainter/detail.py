"""Putting the finest detail back into a part that was filled at half size: grain, paper, brush, skin of things.

What half the size can't hold is taken, tile by tile, from the places of the source that look most alike there.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from dailies.adapters.providers.rehearsal.inpainter.areas import Area, Field, Picture, depth_in

TILE = 8
"""Pixels of a tile at full size; 4 at half."""
LAP = 2
"""Pixels by which tiles overlap on each side."""
LOOK = 3
"""Radius at half size of what is compared."""
MOST_SOURCES = 5000
QUERIES_AT_ONCE = 1024


def with_detail(picture: Picture, hole: Area, source: Area, small: Picture, small_hole: Area, seed: int) -> Picture:
    """The picture with the hole filled by ``small`` (half the size, filled) and detail from the source."""
    height, width = picture.shape[:2]
    raised = cv2.resize(small.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    result = np.asarray(raised, np.float32)
    places = _source_places(source, small_hole, seed)
    if len(places) >= 16:
        # The source's own half-size version is what ``small`` holds there.
        fine = picture - raised
        result = result + _tiled(np.asarray(fine, np.float32), hole, places, small)
    done = np.clip(result + 0.5, 0, 255).astype(np.uint8)
    return np.asarray(np.where(hole[..., None], done, picture))


def _source_places(source: Area, small_hole: Area, seed: int) -> npt.NDArray[np.intp]:
    """Middles at half size, of tiles that lie wholly in the source."""
    height, width = small_hole.shape
    shrunk = cv2.resize(source.astype(np.uint8), (width, height), interpolation=cv2.INTER_AREA) > 0
    inside = depth_in(np.asarray(shrunk & ~small_hole)) > LOOK + 1
    edge = LOOK + LAP + 2
    inside[:edge], inside[-edge:], inside[:, :edge], inside[:, -edge:] = False, False, False, False
    places = np.argwhere(inside)
    if len(places) > MOST_SOURCES:
        chosen = np.random.default_rng((seed, 11)).choice(len(places), MOST_SOURCES, replace=False)
        places = places[np.sort(chosen)]
    return places


def _tiled(fine: Field, hole: Area, places: npt.NDArray[np.intp], small: Picture) -> Field:
    height, width = hole.shape
    step = TILE // 2
    rows, columns = np.arange(step // 2, small.shape[0], step), np.arange(step // 2, small.shape[1], step)
    grid = np.stack(np.meshgrid(rows, columns, indexing="ij"), -1).reshape(-1, 2)
    wanted = cv2.dilate(hole.astype(np.uint8), np.ones((TILE + 1, TILE + 1), np.uint8))
    grid = grid[wanted[np.minimum(grid[:, 0] * 2, height - 1), np.minimum(grid[:, 1] * 2, width - 1)] > 0]
    found = places[_nearest(_seen(small, grid), _seen(small, places))]
    total = np.zeros_like(fine)
    weights = np.full((height, width), 1e-6, np.float32)
    reach = TILE // 2 + LAP
    ramp = np.minimum(1, (np.minimum(np.arange(2 * reach), np.arange(2 * reach)[::-1]) + 0.5) / (2 * LAP))
    hat = np.outer(ramp, ramp).astype(np.float32)
    for (row, column), (from_row, from_column) in zip(grid * 2, found * 2, strict=True):
        top, left = max(0, row - reach), max(0, column - reach)
        bottom, right = min(height, row + reach), min(width, column + reach)
        shape = hat[top - row + reach : bottom - row + reach, left - column + reach : right - column + reach]
        rows_from = slice(from_row + top - row, from_row + bottom - row)
        columns_from = slice(from_column + left - column, from_column + right - column)
        total[top:bottom, left:right] += fine[rows_from, columns_from] * shape[..., None]
        weights[top:bottom, left:right] += shape
    return np.asarray(total / weights[..., None], np.float32)


def _seen(small: Picture, places: npt.NDArray[np.intp]) -> Field:
    """What is about each place, shape (n, values)."""
    padded = np.pad(small, ((LOOK, LOOK), (LOOK, LOOK), (0, 0)), mode="reflect").astype(np.float32)
    offsets = np.stack(np.meshgrid(range(2 * LOOK + 1), range(2 * LOOK + 1), indexing="ij"), -1).reshape(-1, 2)
    # Every second value is enough to tell places apart.
    offsets = offsets[::2]
    rows, columns = places[:, :1] + offsets[None, :, 0], places[:, 1:] + offsets[None, :, 1]
    return np.asarray(padded[rows, columns].reshape(len(places), -1), np.float32)


def _nearest(queries: Field, known: Field) -> npt.NDArray[np.intp]:
    lengths = (known**2).sum(axis=1)
    found = [
        np.argmin(lengths - 2 * queries[start : start + QUERIES_AT_ONCE] @ known.T, axis=1)
        for start in range(0, len(queries), QUERIES_AT_ONCE)
    ]
    return np.concatenate(found) if found else np.zeros(0, np.intp)
