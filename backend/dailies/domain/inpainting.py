"""A mask edit as a plan: everything that decides its pixels, in document pixels, kept beside the take."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from dailies.domain.errors import InvalidInput

Intent = Literal["replace", "remove", "add", "fix", "extend"]
"""What a mask edit is for."""

Edge = Literal["tight", "auto", "loose"]
Context = Literal["tight", "auto", "wide", "whole"]

MAX_PROMPT = 2000
MAX_CANDIDATES = 4
MAX_SIDE = 8192
"""Longest side in pixels of a picture with a mask."""


@dataclass(frozen=True)
class Usual:
    """What an intent sets: ``strength`` 0 to 1, ``grow`` in pixels around the mask, ``candidates``."""

    strength: float
    grow: int
    candidates: int


USUAL: dict[Intent, Usual] = {
    "replace": Usual(0.99, 6, 4),
    "remove": Usual(0.99, 8, 4),
    "add": Usual(0.95, 0, 4),
    "fix": Usual(0.45, 4, 2),
    "extend": Usual(0.99, 0, 4),
}
"""Values by intent: the SDXL inpainting model's own example uses strength 0.99 to replace; 0.35 to 0.5 refines."""


@dataclass(frozen=True)
class Box:
    """A rectangle of pixels, right and bottom exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.bottom - self.top


@dataclass(frozen=True)
class EditRequest:
    """What the creator asks for. None leaves a number to the intent. ``box``: the context frame, where it was
    dragged. ``again``: whether another model may try where the first answer is poor or refused. ``margins``: of an
    extension, in pixels (left, top, right, bottom)."""

    intent: Intent
    prompt: str = ""
    negative_prompt: str = ""
    count: int | None = None
    seed: int | None = None
    strength: float | None = None
    steps: int | None = None
    guidance: float | None = None
    grow: int | None = None
    edge: Edge = "auto"
    context: Context = "auto"
    box: Box | None = None
    fill_holes: bool = True
    again: bool = True
    margins: tuple[int, int, int, int] = (0, 0, 0, 0)


@dataclass(frozen=True)
class EditPlan:
    """One mask edit. Files by sha256: ``mask`` (8 bits, cleaned, of the picture's size), ``protect`` or "".
    ``box``: what is sent; ``sent``: its size there; ``feather``: pixels of the soft edge outside the mask;
    ``colour_match``: 0 to 1; ``fallback``: the model that tries again, or ""."""

    intent: Intent
    prompt: str
    negative_prompt: str
    parent: str
    mask: str
    protect: str
    box: Box
    sent: tuple[int, int]
    grow: int
    feather: int
    colour_match: float
    strength: float
    steps: int | None
    guidance: float | None
    model: str
    margins: tuple[int, int, int, int] = (0, 0, 0, 0)
    fallback: str = ""


@dataclass(frozen=True)
class EditRecord:
    """What came of a plan. ``raw``: sha256 of the painted crop as the model gave it; ``untouched``: pixels
    outside the soft edge, all compared with the parent; ``changed``: those of them that differ, which is
    none; ``seam``: how much stronger edges are along the mask's border than beside it, 1 is invisible; ``again``:
    why a second model was asked, or ""."""

    plan: EditPlan
    raw: str
    untouched: int
    changed: int
    seam: float | None
    again: str = ""


def checked_edit(request: EditRequest) -> EditRequest:
    """The request with its words trimmed.

    Raises InvalidInput: ``prompt_missing``, ``prompt_too_long``, ``edit_out_of_range``, ``margins_missing``.
    """
    prompt, negative = request.prompt.strip(), request.negative_prompt.strip()
    if request.intent in ("replace", "add") and not prompt:
        raise InvalidInput(f"Say what to {request.intent} here.", code="prompt_missing")
    for words in (prompt, negative):
        if len(words) > MAX_PROMPT:
            sentence = f"That has {len(words):,} characters; the most is {MAX_PROMPT:,}."
            raise InvalidInput(sentence, code="prompt_too_long")
    if request.intent == "extend" and not any(request.margins):
        raise InvalidInput("Say how far to extend the picture, and on which side.", code="margins_missing")
    ranges: tuple[tuple[str, float | None, float, float], ...] = (
        ("The number of candidates", request.count, 1, MAX_CANDIDATES),
        ("Strength", request.strength, 0.01, 1),
        ("Growth", request.grow, 0, 128),
        ("The seed", request.seed, 0, 2**31 - 1),
        ("Steps", request.steps, 1, 100),
        ("Guidance", request.guidance, 0, 100),
        *(("A margin", margin, 0, 2048) for margin in request.margins),
    )
    for name, value, least, most in ranges:
        if value is not None and not (math.isfinite(value) and least <= value <= most):
            raise InvalidInput(f"{name} goes from {least:g} to {most:g}.", code="edit_out_of_range")
    return EditRequest(**{**request.__dict__, "prompt": prompt, "negative_prompt": negative})
