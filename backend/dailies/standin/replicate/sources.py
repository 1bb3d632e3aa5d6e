"""Files named in inputs: data URIs, uploads, this stand-in's own delivery, other servers on this machine."""

from __future__ import annotations

import base64
import binascii
from urllib.parse import unquote_to_bytes, urlsplit

import httpx

from dailies.standin.delivery import Deliveries
from dailies.standin.replicate.uploads import Uploads

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
FETCH_TIMEOUT_S = 20.0


class InputUnavailable(Exception):
    """A file of the inputs could not be had. The message is the prediction's error."""


class Sources:
    """Gets the bytes behind an input's URL."""

    def __init__(self, uploads: Uploads, deliveries: Deliveries) -> None:
        self._uploads, self._deliveries = uploads, deliveries

    async def fetch(self, url: str) -> bytes:
        """The file. Raises InputUnavailable."""
        if url.startswith("data:"):
            return _decoded(url)
        parts = urlsplit(url)
        if parts.path.startswith("/delivery/"):
            delivered = self._deliveries.get(parts.path)
            if delivered is None:
                raise _missing(url)
            return delivered.data
        upload = self._uploads.at(parts.path)
        if upload is not None:
            return upload.data
        if parts.hostname not in LOOPBACK or "/files/" in parts.path:
            raise _missing(url)
        try:
            async with httpx.AsyncClient(timeout=FETCH_TIMEOUT_S) as client:
                answer = (await client.get(url)).raise_for_status()
        except httpx.HTTPError as error:
            raise _missing(url) from error
        return answer.content


def _decoded(url: str) -> bytes:
    head, _, body = url.partition(",")
    try:
        return base64.b64decode(body, validate=True) if head.endswith(";base64") else unquote_to_bytes(body)
    except binascii.Error as error:
        raise InputUnavailable("Prediction failed: an input is not a valid data URI.") from error


def _missing(url: str) -> InputUnavailable:
    shown = url.partition("?")[0]
    return InputUnavailable(f"404 Client Error: Not Found for url: {shown}")
