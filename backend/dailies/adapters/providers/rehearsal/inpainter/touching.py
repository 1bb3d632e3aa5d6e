"""Gentle changes to what is there: cleaner, sharper, brighter, warmer, another colour; its shape stays."""

from __future__ import annotations

import math

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, srgb
from dailies.adapters.providers.rehearsal.inpainter.areas import Area, Field, Picture, depth_in, window_round
from dailies.adapters.providers.rehearsal.inpainter.around import Around, grain_field
from dailies.adapters.providers.rehearsal.inpainter.asking import Touch

FEATHER = 5.0
"""Pixels inside the mask's edge over which a change comes in."""
MARGIN = 24
_BINS = 48
_NEUTRAL = 9.0
"""Chroma of Lab below which a colour has no hue worth following."""


def touched(picture: Picture, mask: Area, touch: Touch, around: Around, strength: float, seed: int) -> Picture:
    """The picture with the touch inside the mask. ``strength``: 0 leaves it as it is, 1 does all of it."""
    window = window_round(mask, MARGIN)
    part, inside = picture[window], mask[window]
    values = part.astype(np.float32)
    if touch.clean > 0:
        calm = cv2.bilateralFilter(cv2.bilateralFilter(values, 7, 26, 3), 5, 16, 2)
        values = values + (calm - values) * np.float32(touch.clean)
    values = _sharpened(values, touch.sharp)
    if touch.colour is not None:
        values = _recoloured(values, inside, touch.colour)
    values = _graded(values, touch, inside)
    if touch.sharp >= 0:
        lost = min(1.0, touch.clean) * 0.8
        values = values + grain_field(inside.shape, around.grain, seed)[..., None] * np.float32(lost)
    narrow = min(FEATHER, float(depth_in(inside).max()) * 0.4 + 0.5)
    share = np.clip(depth_in(inside) / narrow, 0, 1)[..., None] * np.float32(min(1.0, 0.35 + strength))
    done = picture.copy()
    done[window] = np.clip(part + (values - part) * share + 0.5, 0, 255).astype(np.uint8)
    return done


def _sharpened(values: Field, amount: float) -> Field:
    if amount < 0:
        return np.asarray(cv2.GaussianBlur(values, (0, 0), 0.4 - 4.0 * amount), np.float32)
    fine = values - cv2.GaussianBlur(values, (0, 0), 1.1)
    middle = values - cv2.GaussianBlur(values, (0, 0), 3.2)
    # Large differences are edges that are sharp already: pushing them makes halos.
    pushed = 1.5 * _eased(fine, 22.0) + 0.45 * _eased(middle, 18.0)
    return np.asarray(values + np.float32(amount) * pushed, np.float32)


def _eased(values: Field, limit: float) -> Field:
    return np.asarray(limit * np.tanh(values / limit), np.float32)


def _graded(values: Field, touch: Touch, inside: Area) -> Field:
    picture = np.clip(values / np.float32(255), 0, 1)
    if touch.light:
        picture = np.power(picture, np.float32(2.0**-touch.light))
    if touch.warmth:
        picture = picture * np.array([1 + 0.13 * touch.warmth, 1.0, 1 - 0.17 * touch.warmth], np.float32)
    if touch.colourful != 1.0:
        grey = picture.mean(axis=2, keepdims=True)
        picture = grey + (picture - grey) * np.float32(touch.colourful)
    if touch.contrast != 1.0:
        middle = picture[inside].mean()
        picture = middle + (picture - middle) * np.float32(touch.contrast)
    return np.asarray(picture * 255, np.float32)


def _recoloured(values: Field, inside: Area, colour: Colour) -> Field:
    """The region's main colour turned into another in Lab; its light and shade stay, and so do other colours."""
    lab = cv2.cvtColor(np.clip(values / np.float32(255), 0, 1), cv2.COLOR_RGB2LAB)
    target = cv2.cvtColor(np.array([[srgb(colour)]], np.float32) / np.float32(255), cv2.COLOR_RGB2LAB)[0, 0]
    main, spread = _main_colour(lab, inside)
    off = np.hypot(lab[..., 1] - main[1], lab[..., 2] - main[2])
    chroma = math.hypot(float(main[1]), float(main[2]))
    if chroma < _NEUTRAL:
        off = np.hypot(off, 0.45 * (lab[..., 0] - main[0]))
    else:
        # Shaded and lit parts of one cloth lose chroma but keep their hue.
        along = (lab[..., 1] * main[1] + lab[..., 2] * main[2]) / chroma
        across = np.abs(lab[..., 1] * main[2] - lab[..., 2] * main[1]) / chroma
        off = np.minimum(off, across * 1.75 + np.clip(6 - along, 0, None) * 3)
    share = np.exp(-((off / min(20.0, 1.3 * spread + 9)) ** 2)).astype(np.float32)
    share = cv2.GaussianBlur(share, (0, 0), 1.0)[..., None]
    ratio = np.hypot(lab[..., 1], lab[..., 2]) / chroma if chroma >= _NEUTRAL else np.ones_like(lab[..., 0])
    shading = np.clip(ratio, 0.45, 1.25) * np.clip(lab[..., 0] / max(8.0, float(main[0])), 0.4, 1.15)
    fresh = lab.copy()
    fresh[..., 0] = np.clip(lab[..., 0] * (1 + 0.75 * (target[0] / max(8.0, float(main[0])) - 1)), 2, 99)
    fresh[..., 1], fresh[..., 2] = target[1] * shading, target[2] * shading
    return np.asarray(np.clip(cv2.cvtColor(lab + (fresh - lab) * share, cv2.COLOR_LAB2RGB), 0, 1) * 255, np.float32)


def _main_colour(lab: Field, inside: Area) -> tuple[Field, float]:
    """The commonest colour of a region, the more colourful and the deeper inside counting more, and its spread."""
    pixels = lab[inside]
    weights = (0.25 + np.minimum(1.0, np.hypot(pixels[:, 1], pixels[:, 2]) / 30)) * np.minimum(
        12, depth_in(inside)[inside]
    )
    bins = np.clip(((pixels[:, 1:] + 110) * (_BINS / 220)).astype(int), 0, _BINS - 1)
    table = np.zeros((_BINS, _BINS), np.float32)
    np.add.at(table, (bins[:, 0], bins[:, 1]), weights)
    peak = np.unravel_index(int(cv2.GaussianBlur(table, (0, 0), 1.2).argmax()), table.shape)
    near = np.abs(bins - np.array(peak)).max(axis=1) <= 3
    chosen = pixels[near] if near.any() else pixels
    return np.median(chosen, axis=0), float(np.hypot(*chosen[:, 1:].std(axis=0)))
