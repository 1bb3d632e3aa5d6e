"""Names of files that are handed over."""

from __future__ import annotations

import re


def slug(title: str) -> str:
    """A title as a file name: ASCII letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "film"
