"""Adjusting and repainting pictures, selecting regions."""

from __future__ import annotations

from pydantic import Field

from dailies.api.schemas.base import Shape
from dailies.domain.inpainting import Intent


class CropShape(Shape):
    """What is kept of a picture, as shares of it."""

    left: float = Field(default=0.0, ge=0, le=1)
    top: float = Field(default=0.0, ge=0, le=1)
    right: float = Field(default=1.0, ge=0, le=1)
    bottom: float = Field(default=1.0, ge=0, le=1)


class AdjustmentShape(Shape):
    """A free local adjustment. ``exposure``: stops, -4 to 4; ``straighten``: degrees clockwise, -45 to 45; the
    others -1 to 1."""

    exposure: float = 0.0
    contrast: float = 0.0
    saturation: float = 0.0
    temperature: float = 0.0
    tint: float = 0.0
    straighten: float = 0.0
    flip: bool = False
    crop: CropShape = CropShape()


class AdjustRequest(Shape):
    """Adjust a take. ``take``: the number of the take to start from, else the selected one."""

    adjustment: AdjustmentShape
    take: int | None = None


class BoxShape(Shape):
    """A rectangle of pixels, right and bottom exclusive."""

    left: int
    top: int
    right: int
    bottom: int


class EditShape(Shape):
    """A mask edit: its plan, and the check that nothing outside changed. ``mask``, ``raw``: sha256 of the mask and
    of what was painted; ``margins``: of an extension, pixels added left, top, right, bottom; ``untouched``: pixels
    compared with the parent, ``changed``: those that differ; ``again``: why a second model was asked, or ""."""

    intent: Intent
    prompt: str
    negative_prompt: str
    mask: str
    raw: str
    box: BoxShape
    sent: tuple[int, int]
    grow: int
    feather: int
    colour_match: float
    strength: float
    steps: int | None
    guidance: float | None
    model: str
    margins: tuple[int, int, int, int]
    untouched: int
    changed: int
    seam: float | None
    again: str


class EditLookShape(Shape):
    """What a mask edit would send and cost. ``box``: on the larger canvas where the picture is extended;
    ``covers``: share of the picture that is painted; ``apart``: regions that are better painted one by one;
    ``again``: the model that tries once more where an answer is poor or refused, for ``price_again_usd``, or ""."""

    box: BoxShape
    sent: tuple[int, int]
    feather: int
    covers: float
    apart: list[BoxShape]
    price_usd: float
    price_again_usd: float
    again: str


class PointShape(Shape):
    """A point in the picture, in pixels. ``add``: whether it belongs to what is meant."""

    x: float
    y: float
    add: bool = True


class RegionRequest(Shape):
    """Point at a thing, draw a box around it, or name it in ``words`` for a ``model`` that finds things by words.
    ``take``: the take it is in, else the selected one."""

    points: list[PointShape] = Field(default=[], max_length=64)
    box: BoxShape | None = None
    words: str = Field(default="", max_length=200)
    model: str = Field(default="", max_length=160)
    take: int | None = None


class ReblendRequest(Shape):
    """Blend the painted part of a mask edit again, without a new call."""

    take: int
    feather: int | None = None
    colour_match: float | None = None
