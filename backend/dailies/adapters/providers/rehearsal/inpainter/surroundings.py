"""Filling a hole from its surroundings: patches of a source ring for most, flow for what is small and smooth."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.inpainter.areas import (
    Area,
    Field,
    Picture,
    depth_in,
    distance_from,
    grown,
    window_round,
)
from dailies.adapters.providers.rehearsal.inpainter.detail import with_detail
from dailies.adapters.providers.rehearsal.inpainter.trend import Trend
from dailies.domain.errors import ProviderError

try:
    from patchmatch import patch_match

    SEARCHES: bool = patch_match.patchmatch_available
except ImportError:
    # There is no wheel for this platform; flow then does what it can.
    SEARCHES = False

Told = Callable[[float], None]
"""Called with the share done, 0 to 1."""

REFERENCE = 1024
"""Side in pixels of the crop that the lengths below are for; larger crops have larger ones."""
GROWTH = 7
"""Pixels round the mask in which the removed thing's edge and shadow still show: they are no source."""
DEEP = 75.0
"""Pixels from a hole's middle to its edge for which the rings are meant."""
ISLAND = 14
MOST_AREA = 420_000
MOST_HOLE = 16_000
"""Pixels that patches are searched in, and for. More is filled at half size, where a patch sees twice as far and the
search is quick; its detail is put back after."""
LEAST_SIDE = 220
"""Below this, half the size would leave too little to search in."""
LEVEL = 0.25
PATCH = 3
"""Radius: patches of 7 x 7."""
SEAM = 9.0
"""Pixels over which the fill's edge is drawn to what is next to it."""
MOST_SEAM = 10.0
"""Levels by which it is drawn at most; more is an edge of the picture, not of the fill."""
TICK_S = 0.15
"""Seconds between two calls of the progress while patches are searched."""

# The native search keeps one seed for the whole process.
_SEARCH = threading.Lock()


@dataclass(frozen=True)
class Recipe:
    """``ring``: pixels from the hole beyond which nothing is copied, 0 for no bound. ``seed``: of the search.
    ``level``: how strongly patches are to come from their own height in the picture, 0 to 1: floors, walls, horizons
    and skies go on as they are."""

    method: Literal["patches", "flow"]
    ring: int = 0
    seed: int = 0
    level: float = 0.0


def recipe_for(seed: int, picture: Picture, hole: Area) -> Recipe:
    """The candidates by seed: a narrow ring, no ring, flow (where it holds), a wider ring."""
    kind = seed % 4
    if kind == 0:
        return Recipe("patches", 64, seed, LEVEL / 4)
    if kind == 1:
        return Recipe("patches", 0, seed, LEVEL)
    if kind == 2:
        flowing = flow_suits(picture, hole)
        return Recipe("flow", 64, seed) if flowing else Recipe("patches", 96, seed, LEVEL / 4)
    return Recipe("patches", 128, seed, LEVEL)


def flow_suits(picture: Picture, hole: Area) -> bool:
    """Whether a hole is thin, or lies in something smooth: elsewhere flow smears."""
    if float(depth_in(hole).max()) <= 9:
        return True
    away = distance_from(hole)
    near = (away > GROWTH) & (away <= 48)
    if near.sum() < 64:
        return False
    trend = Trend.fitted(picture.astype(np.float32), near)
    left, _ = trend.left_over(picture, near)
    return float(np.percentile(np.abs(left), 93)) < 7


def filled(picture: Picture, mask: Area, barred: Area, recipe: Recipe, told: Told) -> Picture:
    """The picture with the mask filled; nothing outside changes. ``barred``: not to be copied from.

    Raises ValueError when nothing is left to copy from.
    """
    scale = max(1.0, max(picture.shape[:2]) / REFERENCE)
    hole = grown(mask, min(GROWTH * scale, 0.04 * max(picture.shape[:2])))
    # A deep hole needs more to choose from than a shallow one.
    ring = round(recipe.ring * max(scale, math.sqrt(float(depth_in(hole).max()) / DEEP))) if recipe.ring else 0
    source = ~_closed(hole, round(ISLAND * scale)) & ~barred
    if ring:
        near = source & (distance_from(hole) <= ring)
        source = near if near.sum() > 0.15 * hole.sum() else source & (distance_from(hole) <= 3 * ring)
    if not source.any():
        source = ~hole & ~barred
    if not source.any():
        source = ~mask
    if not source.any():
        raise ValueError("the mask leaves nothing to copy from")
    margin = (ring or max(picture.shape)) + 8
    window = window_round(hole, margin)
    part, part_hole, part_source = picture[window], hole[window], source[window]
    trend = Trend.fitted(part.astype(np.float32), part_source)
    flat = trend.taken_from(part) if trend.explains(part, part_source) else None
    done = _filled_part(part if flat is None else flat, part_hole, part_source, recipe, told)
    if flat is not None:
        done = trend.put_back(done)
    done = _seamless(done, part, part_hole, mask[window])
    whole = picture.copy()
    whole[window] = np.where(mask[window][..., None], done, part)
    return whole


def _closed(hole: Area, pixels: int) -> Area:
    """The hole and the slits and islands in it, where bits of the removed thing are left."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * pixels + 1, 2 * pixels + 1))
    padded = np.pad(hole.astype(np.uint8), pixels)
    closed = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, kernel)[pixels:-pixels, pixels:-pixels]
    return np.asarray(closed > 0)


def _filled_part(picture: Picture, hole: Area, source: Area, recipe: Recipe, told: Told) -> Picture:
    """Fill at the size that can be searched, then go up again size by size."""
    told(0.05)
    height, width = picture.shape[:2]
    large = height * width > MOST_AREA or int(hole.sum()) > MOST_HOLE
    if large and min(height, width) >= LEAST_SIDE:
        half = _halved(picture, hole)
        small_hole = _shrunk(hole, any_pixel=True)
        small_source = _shrunk(source, any_pixel=False) & ~small_hole
        if not small_source.any():
            small_source = ~small_hole
        small = _filled_part(half, small_hole, small_source, recipe, lambda share: told(0.75 * share))
        result = with_detail(picture, hole, source, small, small_hole, recipe.seed)
        told(0.95)
        return result
    if recipe.method == "flow" or not SEARCHES:
        result = _flowed(picture, hole)
    else:
        result = _searched(picture, hole, source, recipe, told)
    told(0.9)
    return result


def _halved(picture: Picture, hole: Area) -> Picture:
    """Half the size, with nothing of the hole mixed into what is next to it."""
    height, width = (side // 2 for side in picture.shape[:2])
    known = (~hole).astype(np.float32)
    weight = cv2.resize(known, (width, height), interpolation=cv2.INTER_AREA)
    summed = cv2.resize(picture * known[..., None], (width, height), interpolation=cv2.INTER_AREA)
    small = summed / np.maximum(weight, 1e-3)[..., None]
    return np.asarray(np.clip(small + 0.5, 0, 255).astype(np.uint8))


def _shrunk(area: Area, any_pixel: bool) -> Area:
    height, width = (side // 2 for side in area.shape)
    share = cv2.resize(area.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(share > (0.0 if any_pixel else 0.99))


def _searched(picture: Picture, hole: Area, source: Area, recipe: Recipe, told: Told) -> Picture:
    """Barnes and others, PatchMatch, 2009. The search can't be stopped, but the wait for it can."""
    closed = (~source & ~hole).astype(np.uint8)
    found: list[Picture] = []
    rows = np.arange(hole.shape[0], dtype=np.float32)[:, None, None] / hole.shape[0]
    places = np.ascontiguousarray(np.broadcast_to(rows * np.array([1, 0, 0], np.float32), picture.shape))
    image, wanted = np.ascontiguousarray(picture), hole.astype(np.uint8)

    def search() -> None:
        with _SEARCH:
            patch_match.set_random_seed(recipe.seed)
            if recipe.level:
                found.append(
                    patch_match.inpaint_regularity(
                        image, wanted, places, global_mask=closed, patch_size=PATCH, guide_weight=recipe.level
                    )
                )
            else:
                found.append(patch_match.inpaint(image, wanted, global_mask=closed, patch_size=PATCH))

    worker = threading.Thread(target=search, name="patch search", daemon=True)
    worker.start()
    waits = 0
    while worker.is_alive():
        worker.join(TICK_S)
        waits += 1
        told(0.05 + 0.8 * waits / (waits + 6))
    if not found:
        raise ProviderError("The part could not be filled.", code="fill_failed")
    return np.asarray(found[0], np.uint8)


def _flowed(picture: Picture, hole: Area) -> Picture:
    """Navier-Stokes (Bertalmio and others, 2001), its streaks smoothed the more the deeper they are in the hole."""
    flow = cv2.inpaint(np.ascontiguousarray(picture), hole.astype(np.uint8) * 255, 3, cv2.INPAINT_NS)
    depth = depth_in(hole)
    sigma = max(1.0, min(24.0, float(depth.max()) * 0.3))
    smooth = cv2.GaussianBlur(flow, (0, 0), sigma)
    share = np.clip(depth / (2 * sigma), 0, 1)[..., None]
    mixed = np.clip(flow * (1 - share) + smooth * share + 0.5, 0, 255)
    return np.asarray(np.where(hole[..., None], mixed, picture).astype(np.uint8))


def _seamless(done: Picture, before: Picture, hole: Area, mask: Area) -> Picture:
    """Draw the fill's edge to the picture next to it, where they differ by a shade only."""
    collar = hole & ~mask
    if not collar.any():
        return done
    off = np.clip(before.astype(np.float32) - done, -40, 40)
    # Where the collar still shows the removed thing, the difference is large and says nothing.
    weight = collar * np.clip(1.5 - np.abs(off).max(axis=2) / 22, 0, 1).astype(np.float32)
    sigma = SEAM * 0.8
    spread: Field = np.asarray(cv2.GaussianBlur(weight, (0, 0), sigma), np.float32)
    mean = cv2.GaussianBlur(off * weight[..., None], (0, 0), sigma) / np.maximum(spread, 1e-3)[..., None]
    fade = np.exp(-depth_in(mask) / SEAM) * np.clip(spread / 0.02, 0, 1)
    drawn = done + np.clip(mean, -MOST_SEAM, MOST_SEAM) * fade[..., None]
    return np.asarray(np.clip(drawn + 0.5, 0, 255).astype(np.uint8))
