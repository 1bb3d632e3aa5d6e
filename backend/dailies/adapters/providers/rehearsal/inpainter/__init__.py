"""A retoucher made of code: removes from, and draws into, a masked part of a picture."""

from dailies.adapters.providers.rehearsal.inpainter.inpainter import RehearsalInpainter

__all__ = ["RehearsalInpainter"]
