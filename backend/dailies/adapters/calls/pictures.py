"""What every vendor's pictures have in common: which references go along, how they are named, cut to size."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageOps

from dailies.domain.quantities import Terms
from dailies.domain.registry import Model
from dailies.ports import ReferenceImage

ROLES = ("character", "product", "place", "style")
"""References in the order of what matters most, where a model takes only a few."""


def by_role(references: Sequence[ReferenceImage], most: int) -> list[ReferenceImage]:
    """The references that matter most, in that order."""
    return sorted(references, key=lambda reference: ROLES.index(reference.role))[:most]


def said(model: Model, prompt: str, without: str, references: Sequence[ReferenceImage]) -> Terms:
    """The words: who is in which reference, and what to leave out, in the prompt where the model has no other
    place for it and the room is there."""
    named = [f"Image {number} is {each.role} {each.name}." for number, each in enumerate(references, 1)]
    terms: Terms = {}
    if without and "negative_prompt" in model.inputs:
        terms["negative_prompt"] = without
    elif without:
        named.append(f"Without: {without}.")
    whole = "\n".join([prompt, *named])
    return {"prompt": whole if len(whole) <= model.max_prompt else prompt, **terms}


def filled(picture: Image.Image, size: tuple[int, int]) -> bytes:
    """PNG of exactly this size (width, height): scaled to cover it, what sticks out is cut off evenly."""
    rgb = picture.convert("RGB")
    return png(rgb if rgb.size == size else ImageOps.fit(rgb, size, Image.Resampling.LANCZOS))


def png(picture: Image.Image) -> bytes:
    """The picture as PNG."""
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
