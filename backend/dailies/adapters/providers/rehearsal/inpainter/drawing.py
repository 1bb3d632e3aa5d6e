"""Painting drawn things into a picture so that they belong there: tone, focus, grain, and a shadow on the ground."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.illustrator.cast import Person
from dailies.adapters.providers.rehearsal.illustrator.colour import NAMED
from dailies.adapters.providers.rehearsal.illustrator.compose import Stage, draw_scene
from dailies.adapters.providers.rehearsal.illustrator.finish import finish
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.prompt import read_prompt, words_of
from dailies.adapters.providers.rehearsal.illustrator.scene import read_scene
from dailies.adapters.providers.rehearsal.illustrator.styles import LOOKS, Look
from dailies.adapters.providers.rehearsal.inpainter.areas import Area, Field, Picture, depth_in
from dailies.adapters.providers.rehearsal.inpainter.around import Around, grain_field
from dailies.adapters.providers.rehearsal.inpainter.asking import Asked
from dailies.adapters.providers.rehearsal.inpainter.fitting import Fit, fitted
from dailies.adapters.providers.rehearsal.inpainter.things import Drawing, Sheet, lettering

Told = Callable[[float], None]

TRIAL = 150.0
"""Height in pixels of the first drawing, which only finds the place and the size."""
OWN_SOFTNESS = 0.6
"""Sigma of the illustrator's own edges."""
GREY_BELOW = 5.0
"""Chroma of surroundings that have no colour."""
BUST_REACH = 0.45
"""Half the sheet's width for somebody seen to the waist, in body heights."""
_HALF_SEEN = re.compile(
    r"\bbehind (?:a|an|the|his|her|their)\b|\bat (?:a|the|his|her) (?:counter|desk|table|window|bar|till|wheel)\b"
    r"|\b(?:portrait|bust|head and shoulders|close-?up|waist up)\b|\b(?:the|a) face of\b"
)
CONTACT, CAST = 0.55, 0.30
"""Darkness of the shadow right under a thing, and of the one it throws."""


def drawn_into(picture: Picture, mask: Area, asked: Asked, around: Around, seed: int, told: Told) -> Picture:
    """The picture with what is asked for drawn inside the mask, each thing in its own share of the width."""
    look = look_for(around)
    canvas = picture.astype(np.float32)
    if asked.text:
        return _bytes(_with_words(canvas, mask, asked.text, around, look, seed))
    shares = _shares(mask, len(asked.members))
    # Where everything is grey, only a colour that was asked for is one.
    toned_to = replace(around, chroma=GREY_BELOW + 1) if _names_colour(asked.words) else around
    for index, (member, share) in enumerate(zip(asked.members, shares, strict=True)):
        facing = _facing(asked.words, seed, index)
        drawing = Drawing(member, asked.words.lower(), facing, seed + index)
        if isinstance(member, Person) and _cuts(share, asked.words):
            canvas = _with_bust(canvas, drawing, share, toned_to, look)
            told((index + 1) / len(shares))
            continue
        trial = drawing.sheet(TRIAL, around.light, look)
        fit = fitted(share, trial.opacity[trial.body], trial.stands)
        told((index + 0.4) / len(shares))
        sheet = drawing.sheet(TRIAL * fit.scale, around.light, look, trial.reach + 0.1)
        top, left = _place_of(sheet, trial, fit, 1.0)
        canvas = _laid(canvas, sheet, top, left, mask, toned_to, seed + index)
        told((index + 1) / len(shares))
    return _bytes(canvas)


def _cuts(mask: Area, words: str) -> bool:
    """Whether a person in the mask is seen to the waist only: it runs out of the picture below, or they are behind
    something."""
    return bool(mask[-2:].any()) or _HALF_SEEN.search(words.lower()) is not None


def _with_bust(canvas: Field, drawing: Drawing, mask: Area, around: Around, look: Look) -> Field:
    """Head and shoulders as large as the mask's width has room for, the rest cut off by its lower edge."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    tall, wide = float(rows[-1] - rows[0] + 1), float(columns[-1] - columns[0] + 1)
    head = max(6.0, min(tall * 0.46, wide * 0.42))
    sheet = replace(drawing.sheet(head * drawing.heads, around.light, look, BUST_REACH), stands=False)
    upper = sheet.body[0].start
    opacity = sheet.opacity[upper : upper + max(2, round(head))]
    middle = float(np.average(np.arange(opacity.shape[1]), weights=opacity.sum(axis=0) + 1e-6))
    top = rows[0] + tall * 0.05 - upper
    return _laid(canvas, sheet, round(top), round((columns[0] + columns[-1]) / 2 - middle), mask, around, drawing.seed)


def _names_colour(words: str) -> bool:
    return any(token in NAMED for token in words_of(words))


def _place_of(sheet: Sheet, trial: Sheet, fit: Fit, foot: float) -> tuple[int, int]:
    """Top and left of the final sheet: its body where the trial's was to be. ``foot``: what of the height stays in
    place when they differ by a pixel, 1 the base, 0.5 the middle."""
    (rows, columns), (trial_rows, trial_columns) = sheet.body, trial.body
    held = fit.top + (trial_rows.stop - trial_rows.start) * fit.scale * foot
    middle = fit.left + (trial_columns.stop - trial_columns.start) * fit.scale / 2
    top = held - rows.start - (rows.stop - rows.start) * foot
    return round(top), round(middle - (columns.start + columns.stop) / 2)


def look_for(around: Around) -> Look:
    """The illustrator's style that is nearest to the surroundings: grey ones are drawn as pencil or noir."""
    if around.chroma > GREY_BELOW:
        return LOOKS["gouache"]
    return replace(LOOKS["pencil" if around.low > 110 else "gouache"], name="grey")


def place_into(picture: Picture, mask: Area, words: str, around: Around, seed: int, told: Told) -> Picture:
    """The picture with another place drawn inside the mask."""
    height, width = picture.shape[:2]
    scene = read_scene(read_prompt(f"Reference of a place.\nplace: {words}"))
    look = look_for(around)
    painter = Painter(width, height, look, around.light, seed)
    steps = iter(range(1, 1000))
    draw_scene(Stage(painter, scene, lambda: told(1 - 0.8 ** next(steps))))
    drawn = finish(painter.pixels(), replace(look, vignette=0.0), scene.grade).astype(np.float32)
    if around.chroma <= GREY_BELOW:
        drawn = np.asarray(np.repeat(cv2.cvtColor(drawn, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2), np.float32)
    drawn = _focused(drawn, around) + grain_field((height, width), around.grain, seed)[..., None] * np.float32(0.6)
    share = _inside(mask, 3.0)[..., None]
    return _bytes(picture * (1 - share) + drawn * share)


def _shares(mask: Area, count: int) -> list[Area]:
    """The mask cut across into parts of equal area, left to right."""
    if count == 1:
        return [mask]
    along = np.cumsum(mask.sum(axis=0)) / max(1, mask.sum())
    parts = np.minimum(count - 1, (along * count).astype(int))
    cut = [mask & (parts == index)[None, :] for index in range(count)]
    return [part if part.any() else mask for part in cut]


def _facing(words: str, seed: int, index: int) -> int:
    lowered = words.lower()
    if "facing left" in lowered or "to the left" in lowered:
        return -1
    if "facing right" in lowered or "to the right" in lowered:
        return 1
    return 1 if (seed // 2 + index) % 2 == 0 else -1


def _laid(canvas: Field, sheet: Sheet, top: int, left: int, mask: Area, around: Around, seed: int) -> Field:
    """One sheet over the canvas, inside the mask only."""
    height, width = canvas.shape[:2]
    opacity = _placed(sheet.opacity, top, left, (height, width))
    colour = _placed(_toned(sheet, around), top, left, (height, width))
    inside = _inside(mask, 1.5)
    if sheet.stands:
        rows, columns = sheet.body
        body = sheet.opacity[sheet.body]
        shadow = _shadow(body, top + rows.start, left + columns.start, (height, width), around)
        shadow = shadow * _inside(mask, 8.0)
        tint = np.array(_shadow_tint(around), np.float32)
        canvas = canvas * (1 - shadow[..., None] * (1 - tint))
    laid = _focused(np.dstack([colour * opacity[..., None], opacity]), around)
    opacity = np.clip(laid[..., 3], 0, 1)
    # The glow about a lamp is not cut off at the mask's edge: it dies away before.
    glow = np.clip((0.6 - opacity) / 0.3, 0, 1)
    inside = inside * (1 - glow) + _inside(mask, max(2.0, 0.55 * float(depth_in(mask).max()))) * glow * inside
    grain = grain_field((height, width), around.grain, seed) * np.float32(0.85)
    body = laid[..., :3] / np.maximum(opacity, 1e-3)[..., None] + grain[..., None]
    share = (opacity * inside)[..., None]
    return np.asarray(canvas * (1 - share) + body * share, np.float32)


def _placed(values: Field, top: int, left: int, shape: tuple[int, int]) -> Field:
    """A sheet's values on an empty field of the picture's size; what falls outside is lost."""
    field = np.zeros((*shape, *values.shape[2:]), np.float32)
    rows = slice(max(0, top), min(shape[0], top + values.shape[0]))
    columns = slice(max(0, left), min(shape[1], left + values.shape[1]))
    if rows.start < rows.stop and columns.start < columns.stop:
        field[rows, columns] = values[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    return field


def _toned(sheet: Sheet, around: Around) -> Field:
    """Dark and bright ends brought within those of the surroundings, and a little of their cast; hues stay."""
    lab = cv2.cvtColor(np.clip(sheet.colour / np.float32(255), 0, 1).astype(np.float32), cv2.COLOR_RGB2LAB)
    low, high = around.low / 2.55, max(around.high / 2.55, around.low / 2.55 + 30)
    solid = sheet.opacity > 0.5
    if solid.any():
        darkest, brightest = np.percentile(lab[..., 0][solid], (2, 98))
        # A thing may be a little darker or brighter than all that is round it, not by much.
        floor, ceiling = max(darkest, low - 10), min(brightest, high + 8)
        ceiling = brightest if sheet.shines else max(ceiling, floor + min(24.0, brightest - darkest))
        scale = (ceiling - floor) / max(1.0, brightest - darkest)
        lab[..., 0] = floor + (lab[..., 0] - darkest) * scale
    if around.chroma <= GREY_BELOW:
        lab[..., 1:] = 0
    lab[..., 1] += 0.16 * around.cast[0]
    lab[..., 2] += 0.16 * around.cast[1]
    return np.asarray(np.clip(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), 0, 1) * 255, np.float32)


def _focused(values: Field, around: Around) -> Field:
    sigma = math.sqrt(max(0.0, around.softness**2 - OWN_SOFTNESS**2))
    return np.asarray(cv2.GaussianBlur(values, (0, 0), sigma), np.float32) if sigma > 0.35 else values


def _inside(mask: Area, feather: float) -> Field:
    """1 inside the mask, less within ``feather`` pixels of its edge, 0 outside."""
    return np.asarray(np.clip(depth_in(mask) / feather, 0, 1), np.float32)


def _shadow(opacity: Field, top: int, left: int, shape: tuple[int, int], around: Around) -> Field:
    """Darkness, 0 to 1, on the ground: tight under the feet, and thrown away from the light."""
    height, width = opacity.shape
    base = top + height
    foot = opacity[max(0, height - max(3, height // 16)) :].max(axis=0)
    standing = np.flatnonzero(foot > 0.4)
    field = np.zeros(shape, np.float32)
    if len(standing):
        first, last = int(standing[0]) + left, int(standing[-1]) + left
        across = max(3.0, (last - first) * 0.53)
        axes = (round(across * 16), round(max(2.0, across * 0.12) * 16))
        centre = (round((first + last) / 2 * 16), round((base - max(1.0, across * 0.04)) * 16))
        cv2.ellipse(field, centre, axes, 0, 0, 360, CONTACT, cv2.FILLED, cv2.LINE_AA, 4)
        field = np.asarray(cv2.GaussianBlur(field, (0, 0), max(1.0, across * 0.06)), np.float32)
    # The body laid flat on the ground: squashed, sheared away from the light.
    lean, squash = -0.75 * around.side, 0.22
    matrix = np.array([[1.0, -lean * squash, left + lean * squash * height], [0.0, squash, base - squash * height]])
    thrown = cv2.warpAffine(opacity, matrix, (shape[1], shape[0]), flags=cv2.INTER_LINEAR)
    thrown = cv2.GaussianBlur(thrown, (0, 0), max(1.2, height * 0.018)) * np.float32(CAST)
    return np.asarray(np.maximum(field, thrown), np.float32)


def _shadow_tint(around: Around) -> tuple[float, float, float]:
    """What is left of red, green and blue in full shadow: bluer where the light is warm."""
    warm = float(np.clip(around.cast[1] / 40, -0.5, 0.8))
    return 0.30 - 0.05 * warm, 0.30, 0.32 + 0.06 * warm


def _with_words(canvas: Field, mask: Area, text: str, around: Around, look: Look, seed: int) -> Field:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    height, width = float(rows[-1] - rows[0] + 1), float(columns[-1] - columns[0] + 1)
    dark = float(cv2.cvtColor(canvas, cv2.COLOR_RGB2GRAY)[mask].mean()) > 120
    sheet = lettering(text, width * 0.9, height * 0.62, around.light, look, dark)
    fit = fitted(mask, sheet.opacity[sheet.body], False)
    final = lettering(text, width * 0.9 * fit.scale, height * 0.62 * fit.scale, around.light, look, dark)
    top, left = _place_of(final, sheet, fit, 0.5)
    return _laid(canvas, final, top, left, mask, around, seed)


def _bytes(values: Field) -> Picture:
    return np.asarray(np.clip(values + 0.5, 0, 255).astype(np.uint8))
