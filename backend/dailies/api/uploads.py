"""Reads uploaded pictures, within limits."""

from __future__ import annotations

from fastapi import UploadFile

from dailies.domain.errors import InvalidInput

MAX_UPLOAD = 30 * 1024 * 1024
"""Bytes of an uploaded picture."""


async def read_picture(file: UploadFile) -> bytes:
    """The bytes of an uploaded picture. Raises InvalidInput ``image_too_large``."""
    data = await file.read(MAX_UPLOAD + 1)
    if len(data) > MAX_UPLOAD:
        raise InvalidInput("A picture may have up to 30 MB.", code="image_too_large")
    return data
