"""What faces can say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Expression:
    """``eye``: 0 closed, 1 open, 1.35 wide, -1 a happy arc. ``smile``: -1 to 1.2. ``mouth``: 0 shut to 1.3.
    ``brow``: -1 to 1.3 raised. ``frown``: -1 sad to 1.2 angry. ``gaze``, ``gaze_y``: -1 to 1. ``tilt``: degrees.
    ``tears``: 0 to 1. ``teeth``: 0 to 1, clenched ones shown. ``raised``: 0 to 1, one brow alone."""

    eye: float = 1.0
    smile: float = 0.3
    mouth: float = 0.0
    brow: float = 0.1
    frown: float = 0.0
    gaze: float = 0.25
    gaze_y: float = 0.0
    blush: float = 0.28
    tilt: float = 0.0
    tears: float = 0.0
    teeth: float = 0.0
    raised: float = 0.0


EXPRESSIONS: dict[str, Expression] = {
    "neutral": Expression(),
    "smile": Expression(eye=0.9, smile=0.85, brow=0.25),
    "joy": Expression(eye=-1, smile=1.15, mouth=0.6, brow=0.5, blush=0.4, tilt=-3),
    "laugh": Expression(eye=-1, smile=1.2, mouth=1.15, brow=0.7, blush=0.5, tilt=-9),
    "calm": Expression(eye=0, smile=0.5, brow=0.2, tilt=5),
    "sad": Expression(eye=0.55, smile=-0.7, brow=0.5, frown=-0.9, gaze_y=0.5, tilt=6),
    "cry": Expression(eye=0.3, smile=-0.95, mouth=0.3, brow=0.6, frown=-1.0, blush=0.5, tilt=8, tears=1),
    "angry": Expression(eye=0.7, smile=-0.6, brow=-0.5, frown=1.1),
    "shout": Expression(eye=0.75, smile=-0.25, mouth=1.25, brow=-0.4, frown=1.2, blush=0.45, teeth=0.6),
    "awe": Expression(eye=1.3, smile=0.2, mouth=1.0, brow=1.2),
    "scared": Expression(eye=1.35, smile=-0.5, mouth=0.35, brow=1.0, frown=-1.0, blush=0.0, tilt=-4, teeth=1),
    "tired": Expression(eye=0.4, smile=-0.05, brow=0.1, frown=-0.3, tilt=7),
    "worried": Expression(eye=1.05, smile=-0.35, brow=0.6, frown=-0.8),
    "focus": Expression(eye=0.6, smile=0.15, brow=-0.1, frown=0.35, gaze=0.6, gaze_y=0.8, tilt=7),
    "proud": Expression(eye=0.72, smile=0.8, brow=0.35, gaze=0.5, gaze_y=-0.4, tilt=-9),
    "thinking": Expression(eye=0.85, smile=-0.15, brow=0.1, frown=0.3, gaze=0.8, gaze_y=-0.9, tilt=-5, raised=1),
    "love": Expression(eye=0.7, smile=1.0, brow=0.55, gaze=0.5, blush=0.75, tilt=8),
    "sly": Expression(eye=0.55, smile=0.6, brow=-0.1, frown=0.4, gaze=0.9, raised=0.8),
}
"""Presets by name."""
