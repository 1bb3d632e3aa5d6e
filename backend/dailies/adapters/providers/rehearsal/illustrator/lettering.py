"""The typeface of painted words: the bundled Inter, so that pictures don't depend on the machine's fonts."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import skia

from dailies.media.lettering import FONT


@lru_cache(maxsize=1)
def _inter() -> skia.Typeface:
    # An empty font manager reads only this file; the default one would search the system's fonts first.
    data = files("dailies.media").joinpath("fonts", FONT).read_bytes()
    return skia.FontMgr.New_Custom_Empty().makeFromData(skia.Data.MakeWithCopy(data))


def bold(height: float) -> skia.Font:
    """Bold letters, ``height`` pixels per em."""
    font = skia.Font(_inter(), height)
    font.setEmbolden(True)
    return font
