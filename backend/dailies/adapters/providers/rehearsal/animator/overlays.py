"""What falls, drifts and glows over a picture, by the prompt's words."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.animator.air import Fog, Steam
from dailies.adapters.providers.rehearsal.animator.camera import Pose, focus_of
from dailies.adapters.providers.rehearsal.animator.falling import Dust, Rain, Snow
from dailies.adapters.providers.rehearsal.animator.lamps import Glow, Grain
from dailies.adapters.providers.rehearsal.animator.reading import Motion
from dailies.media.planes import Plane, Planes

Overlay = Callable[[Plane, int, Pose], None]
"""Draws on a packed frame, given the frame's number and the camera's pose."""


def overlays_for(motion: Motion, picture: Planes, width: int, height: int, fps: int, seed: int) -> list[Overlay]:
    """The overlays of a clip of ``width`` x ``height``, in the order they are laid on: grain is last."""
    size, strength = (width, height), motion.strength
    makers: dict[str, Callable[[], Overlay]] = {
        "glow": lambda: Glow(picture, size, fps, strength, seed),
        "fog": lambda: Fog(size, fps, strength, seed),
        "steam": lambda: Steam(size, fps, strength, seed, focus_of(picture.y)),
        "dust": lambda: Dust(size, fps, strength, seed),
        "rain": lambda: Rain(size, fps, strength, seed),
        "snow": lambda: Snow(size, fps, strength, seed),
        "grain": lambda: Grain(size, strength, seed),
    }
    return [make() for name, make in makers.items() if name in motion.overlays]
