"""Pictures shown in chats."""

from __future__ import annotations

import base64
import binascii
import re

from dailies.standin.openai import errors


def shown_picture(url: object) -> bytes:
    """The bytes of a data URI; other addresses are not fetched. Raises OpenAIError."""
    found = (
        re.fullmatch(r"data:image/(png|jpe?g|webp|gif);base64,(.*)", url, re.DOTALL) if isinstance(url, str) else None
    )
    if found is None:
        raise errors.invalid(
            "image_url", "Failed to download image: only data URIs can be read here.", "invalid_image_url"
        )
    try:
        return base64.b64decode(found[2], validate=True)
    except binascii.Error as error:
        raise errors.invalid("image_url", "Invalid base64 image data.", "invalid_base64") from error
