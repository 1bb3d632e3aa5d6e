"""Times a mask edit on the server at 2048 x 2048, and counts pixels outside the soft edge over random edits.

The count does not trust the pipeline's own: distances are worked out here, by another method.
"""

from __future__ import annotations

import asyncio
import io
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import cv2
import numpy as np
from PIL import Image

from bench.timing import milliseconds, run_times
from dailies.adapters.blobs.local import LocalBlobs
from dailies.domain.inpainting import Box, EditPlan
from dailies.domain.project import Media, Take
from dailies.media.inpainting.context import context_box, cut, cut_mask, prefilled, sent_size
from dailies.media.inpainting.masks import Mask, cleaned, encoded, feather_of, grown, read_mask
from dailies.media.inpainting.paste import pasted
from dailies.media.planes import Plane
from dailies.ports import Agency
from dailies.services.retouch import Retouch

SIDE = 2048
ROUNDS = 5
EDITS = 1000


def _picture(seed: int, height: int, width: int) -> Plane:
    chance = np.random.default_rng(seed)
    coarse = chance.integers(0, 255, (max(2, height // 32), max(2, width // 32), 3), dtype=np.uint8)
    smooth = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.int16)
    return np.asarray(np.clip(smooth + chance.normal(0, 6, smooth.shape), 0, 255), np.uint8)


def _png(plane: Plane) -> bytes:
    out = io.BytesIO()
    Image.fromarray(plane).save(out, "PNG", compress_level=3)
    return out.getvalue()


def _a_mask(chance: np.random.Generator, height: int, width: int) -> Mask:
    """One to four blobs, boxes or scribbles; never all of it."""
    mask = np.zeros((height, width), np.uint8)
    for _ in range(int(chance.integers(1, 5))):
        x, y = int(chance.integers(0, width)), int(chance.integers(0, height))
        far = (int(chance.integers(2, max(3, width // 3))), int(chance.integers(2, max(3, height // 3))))
        kind = int(chance.integers(0, 3))
        if kind == 0:
            cv2.ellipse(mask, (x, y), far, float(chance.integers(0, 180)), 0, 360, 255, cv2.FILLED)
        elif kind == 1:
            cv2.rectangle(mask, (x, y), (x + far[0], y + far[1]), 255, cv2.FILLED)
        else:
            cv2.line(mask, (x, y), far, 255, int(chance.integers(1, 12)))
    mask[0, 0] = 0
    return mask


def _prepared(picture: Plane, painted: bytes) -> tuple[Mask, Box, Plane, Mask]:
    height, width = picture.shape[:2]
    mask = cleaned(read_mask(painted, width, height), fill_holes=True)
    box = context_box(mask, "auto")
    size = sent_size(box, None)
    sent, hard = cut(picture, box, size), cut_mask(grown(mask, 6), box, size)
    return mask, box, prefilled(sent, hard, "replace"), hard


def _identity() -> dict[str, int]:
    """Random masks, pictures, answers, frames, feathers and colour matches."""
    chance = np.random.default_rng(11)
    compared = differing = told = 0
    for index in range(EDITS):
        height, width = (int(side) for side in chance.integers(48, 200, 2))
        picture, mask = _picture(index, height, width), _a_mask(chance, height, width)
        if not mask.any():
            mask[height // 2, width // 2] = 255
        box = context_box(mask, ("tight", "auto", "wide", "whole")[index % 4])
        scale = float(chance.uniform(0.4, 1.6))
        size = (max(8, round(box.width * scale)), max(8, round(box.height * scale)))
        feather = int(chance.integers(0, 65))
        answer = _picture(index + EDITS, size[1], size[0])
        done = pasted(picture, mask, answer, box, feather, float(chance.uniform(0, 1)))
        # The nearest painted pixel is always one of the border's.
        ys, xs = np.nonzero(cv2.subtract(mask, cv2.erode(mask, np.ones((3, 3), np.uint8), borderValue=0)))
        rows, columns = np.mgrid[0:height:3, 0:width:3]
        near = np.full(rows.shape, np.inf)
        for start in range(0, len(ys), 64):
            part = slice(start, start + 64)
            away = (rows[..., None] - ys[part]) ** 2 + (columns[..., None] - xs[part]) ** 2
            near = np.minimum(near, away.min(axis=-1))
        outside = (near > (feather + 1) ** 2) & (mask[::3, ::3] == 0)
        same = (done.plane[::3, ::3] == picture[::3, ::3]).all(axis=-1)
        compared += int(outside.sum())
        differing += int((outside & ~same).sum())
        told += done.changed
    return {"edits": EDITS, "pixels_compared": compared, "pixels_differing": differing, "told_by_the_pipeline": told}


def _reblended(picture: Plane, mask: Mask, box: Box, answer: Plane) -> list[float]:
    """Seconds for the whole of it: files read, pasted, scored, and the new file kept."""
    with tempfile.TemporaryDirectory(prefix="dailies-") as folder:
        blobs = LocalBlobs(Path(folder))
        data = _png(picture)
        picture_file, mask_file, kept = (asyncio.run(blobs.put(each)) for each in (data, encoded(mask), _png(answer)))
        media = Media(picture_file, "image/png", SIDE, SIDE, len(data))
        parent = Take("parent", "frame", 1, "generated", datetime.now(UTC), media=media)
        plan = EditPlan(
            "replace", "", "", "parent", mask_file, "", box, (answer.shape[1], answer.shape[0]), 6,
            feather_of(mask, "auto"), 1.0, 1.0, None, None, "",
        )  # fmt: skip
        retouch = Retouch(cast(Agency, None), blobs)
        return run_times(lambda _: retouch.finished(parent, plan, kept, answer), ROUNDS)


async def _in_thread(work: Callable[[], object]) -> object:
    return await asyncio.to_thread(work)


def measure() -> dict[str, Any]:
    """Milliseconds for each step at 2048 x 2048 with 15 % painted, and the count over random edits."""
    picture = _picture(1, SIDE, SIDE)
    mask = np.zeros((SIDE, SIDE), np.uint8)
    cv2.ellipse(mask, (SIDE // 2, SIDE // 2), (450, 450), 0, 0, 360, 255, cv2.FILLED)
    painted = encoded(mask)
    clean, box, sent, _ = _prepared(picture, painted)
    feather = feather_of(clean, "auto")
    answer = np.clip(sent.astype(np.int16) + 3, 0, 255).astype(np.uint8)
    return {
        "picture": f"{SIDE} x {SIDE}",
        "painted_share": round(float((mask > 0).mean()), 3),
        "prepare": milliseconds(run_times(lambda _: _in_thread(lambda: _prepared(picture, painted)), ROUNDS)),
        "composite": milliseconds(
            run_times(lambda _: _in_thread(lambda: pasted(picture, clean, answer, box, feather, 1.0)), ROUNDS)
        ),
        "reblend": milliseconds(_reblended(picture, clean, box, answer)),
        "identity": _identity(),
    }
