"""The built-in animator: moves a still as a camera would, and lets weather and light live in it."""

from dailies.adapters.providers.rehearsal.animator.animator import RehearsalAnimator

__all__ = ["RehearsalAnimator"]
