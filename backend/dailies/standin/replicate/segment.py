"""Finds the thing a few words name, by colour words and by what stands out. No model: a believable mask."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from dailies.standin.artists import opened

Plane = npt.NDArray[np.uint8]
WORK_WIDTH = 320
HUES = {"red": 0, "orange": 12, "yellow": 27, "green": 60, "teal": 90, "blue": 110, "purple": 140, "pink": 165}


def find_thing(picture: bytes, words: str, grow: int) -> Plane:
    """A mask (255 where the thing is) of the picture's size. ``grow``: pixels, negative shrinks."""
    rgb = np.asarray(opened(picture).convert("RGB"))
    height, width = rgb.shape[:2]
    side = max(8, WORK_WIDTH * height // width)
    small = np.asarray(cv2.resize(rgb, (WORK_WIDTH, side), interpolation=cv2.INTER_AREA), np.uint8)
    wanted = _wanted(small, words.lower())
    level = cv2.threshold((wanted * 255).astype(np.uint8), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1]
    closed = cv2.morphologyEx(level, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    count, labels, facts, _ = cv2.connectedComponentsWithStats(closed)
    if count < 2:
        return np.zeros((height, width), np.uint8)
    largest = 1 + int(np.argmax(facts[1:, cv2.CC_STAT_AREA]))
    large = cv2.resize(np.where(labels == largest, 255, 0).astype(np.uint8), (width, height))
    mask: Plane = np.where(large > 127, 255, 0).astype(np.uint8)
    if grow:
        kernel = np.ones((2 * abs(grow) + 1,) * 2, np.uint8)
        mask = np.asarray(cv2.dilate(mask, kernel) if grow > 0 else cv2.erode(mask, kernel), np.uint8)
    return mask


def _wanted(rgb: Plane, words: str) -> npt.NDArray[np.float32]:
    """0 to 1 by pixel: near a named hue, else unlike the border; more in the middle."""
    rows, columns = rgb.shape[:2]
    down, across = np.mgrid[0:rows, 0:columns].astype(np.float32)
    middle = np.exp(-(((across / columns - 0.5) / 0.35) ** 2 + ((down / rows - 0.55) / 0.4) ** 2))
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB).astype(np.float32)
    named = next((hue for name, hue in HUES.items() if name in words), None)
    if named is not None:
        hsv = cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV).astype(np.float32)
        away = np.minimum(np.abs(hsv[..., 0] - named), 180 - np.abs(hsv[..., 0] - named))
        likeness = np.clip(1 - away / 18, 0, 1) * hsv[..., 1] / 255
    else:
        border = np.concatenate([lab[0], lab[-1], lab[:, 0], lab[:, -1]])
        away = np.linalg.norm(lab - np.median(border, axis=0), axis=-1)
        likeness = away / max(1.0, float(away.max()))
    wanted = likeness * (0.35 + 0.65 * middle)
    return np.asarray(wanted / max(1e-6, float(wanted.max())), np.float32)
