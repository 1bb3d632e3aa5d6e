"""Makes a clip: reads the prompt, moves the picture, lets weather and light live in it, encodes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import numpy as np

from dailies.adapters.providers.rehearsal.animator.camera import Camera, Pose, focus_of
from dailies.adapters.providers.rehearsal.animator.light import exposed
from dailies.adapters.providers.rehearsal.animator.morph import Join, Still, joined
from dailies.adapters.providers.rehearsal.animator.overlays import overlays_for
from dailies.adapters.providers.rehearsal.animator.reading import Motion, read_motion
from dailies.adapters.providers.rehearsal.animator.shutter import Shutter
from dailies.adapters.providers.rehearsal.animator.warp import DepthWarp, FlatWarp
from dailies.adapters.providers.rehearsal.label import SOFTWARE
from dailies.domain.errors import InvalidInput, ProviderError
from dailies.media.encoder import FilmFile
from dailies.media.planes import Plane, Planes, covered, decode_rgb, planes_of
from dailies.ports import ClipRequest, ClipResult, Progress

MODEL = "rehearsal-animator"
MOST_DETAIL = 1.5
"""A start picture larger than the clip is kept up to this many times larger: zooming in shows its detail."""
WIDE = 1.2
"""Width over height from which a picture usually has a ground and a horizon."""
FRAMES_PER_TICK = 3


class RehearsalAnimator:
    """The built-in animator: no key, no network, no cost."""

    name = "rehearsal"

    async def animate(self, request: ClipRequest, progress: Progress) -> ClipResult:
        """Write exactly ``round(seconds * fps)`` frames to ``request.output``.

        Raises InvalidInput ``clip_size`` for odd or empty sizes, ProviderError ``frame_unreadable`` when a
        picture can't be decoded, and whatever ``progress`` raises; then no file is left.
        """
        await asyncio.to_thread(_write_clip, request, progress)
        return ClipResult(MODEL, request.seed)


def _write_clip(request: ClipRequest, progress: Progress) -> None:
    frames = round(request.seconds * request.fps)
    if frames < 1 or request.width < 2 or request.height < 2 or request.width % 2 or request.height % 2:
        raise InvalidInput("A clip has at least one frame and even sides.", code="clip_size")
    progress(0.0)
    motion = read_motion(request.prompt)
    still = _still(request, motion)
    camera = Camera(motion, request.seconds, focus_of(still.first.y), request.seed)
    shutter = Shutter(camera, _warp_for(motion, request, still.first), request.width, request.height, frames)
    overlays = overlays_for(motion, still.first, request.width, request.height, request.fps, request.seed)
    canvas = np.empty((request.height * 3 // 2, request.width), np.uint8)
    with FilmFile(request.output, request.width, request.height, request.fps, maker=SOFTWARE) as film:
        for number in range(frames):
            share = number / max(1, frames - 1)
            pose = shutter(still.at(share), share, canvas)
            for overlay in overlays:
                overlay(canvas, number, pose)
            film.write(canvas)
            if number % FRAMES_PER_TICK == 0:
                progress((number + 1) / frames)
    progress(1.0)


def _still(request: ClipRequest, motion: Motion) -> Join | Still:
    """The start picture, or the way from it to the end picture, larger than the clip where there is detail."""
    pictures = [_decoded(data) for data in (request.start, request.end) if data is not None]
    rows, columns = pictures[0].shape[:2]
    detail = min(MOST_DETAIL, max(1.0, min(columns / request.width, rows / request.height)))
    width, height = (2 * round(side * detail / 2) for side in (request.width, request.height))
    planes = [planes_of(exposed(covered(picture, width, height), motion.stops)) for picture in pictures]
    return joined(planes[0], planes[1], round(request.seconds * request.fps)) if len(planes) > 1 else Still(planes[0])


def _decoded(data: bytes) -> Plane:
    try:
        return decode_rgb(data)
    except (OSError, ValueError, SyntaxError) as error:
        raise ProviderError("The clip's frame can't be decoded.", code="frame_unreadable", retryable=False) from error


def _warp_for(motion: Motion, request: ClipRequest, source: Planes) -> Callable[[Planes, Pose, Plane], None]:
    deep = motion.move in ("push in", "pull out") and request.width >= WIDE * request.height and request.end is None
    return DepthWarp(request.width, request.height, source) if deep else FlatWarp(request.width, request.height)
