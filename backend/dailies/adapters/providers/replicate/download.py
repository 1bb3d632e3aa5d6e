"""Gets a finished file: streamed to disk, bounded, checked, and without the key to other hosts."""

from __future__ import annotations

import base64
import binascii
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import httpx

MOST_REDIRECTS = 3
CHUNK = 256 * 1024
WORDS = ("text/", "application/json", "application/xml", "application/xhtml")
"""Types that no picture, film or sound has: pages of a proxy, mostly."""


class DownloadFailed(Exception):
    """The file did not come, or not whole."""


@dataclass(frozen=True)
class Source:
    """Where files are fetched. ``key_for``: headers with the key, for addresses that may see it, else none;
    ``plain``: whether addresses without TLS are fetched."""

    http: httpx.AsyncClient
    key_for: Callable[[httpx.URL], dict[str, str]]
    plain: bool


async def download(source: Source, address: str, output: Path, most_bytes: int) -> None:
    """Write the file at an address. Raises DownloadFailed; then nothing is left of it."""
    if address.startswith("data:"):
        output.write_bytes(_inside(address, most_bytes))
        return
    try:
        async with _answer(source, address) as answer:
            await _save(answer, output, most_bytes)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        output.unlink(missing_ok=True)
        raise DownloadFailed(f"the line broke ({type(error).__name__})") from error
    except BaseException:
        output.unlink(missing_ok=True)
        raise


@contextlib.asynccontextmanager
async def _answer(source: Source, address: str) -> AsyncIterator[httpx.Response]:
    """The answer behind redirects. Each hop is judged anew: the key goes nowhere just because it went before."""
    url = httpx.URL(address)
    for _ in range(MOST_REDIRECTS + 1):
        if url.scheme != "https" and not (source.plain and url.scheme == "http"):
            raise DownloadFailed(f"the address begins with {url.scheme or 'nothing'}")
        # Without compression: only then is Content-Length the length of the file.
        headers = {"accept-encoding": "identity", **source.key_for(url)}
        async with source.http.stream("GET", url, headers=headers, follow_redirects=False) as answer:
            following = answer.next_request
            if following is None:
                yield answer
                return
            url = following.url
    raise DownloadFailed("it was redirected too often")


async def _save(answer: httpx.Response, output: Path, most_bytes: int) -> None:
    if answer.status_code != 200:
        raise DownloadFailed(f"status {answer.status_code}")
    kind = answer.headers.get("content-type", "").lower()
    if kind.startswith(WORDS):
        raise DownloadFailed(f"it is {kind.partition(';')[0]}")
    promised = answer.headers.get("content-length", "")
    if promised.isdecimal() and int(promised) > most_bytes:
        raise DownloadFailed("it is too large")
    got = 0
    with output.open("wb") as file:
        async for chunk in answer.aiter_bytes(CHUNK):
            got += len(chunk)
            if got > most_bytes:
                raise DownloadFailed("it is too large")
            file.write(chunk)
    if got == 0 or (promised.isdecimal() and got != int(promised)):
        raise DownloadFailed(f"it broke off after {got} bytes")


def _inside(address: str, most_bytes: int) -> bytes:
    """The file that a data URI is."""
    head, _, body = address.partition(",")
    try:
        content = base64.b64decode(body, validate=True) if head.endswith(";base64") else b""
    except binascii.Error as error:
        raise DownloadFailed("its data URI can't be read") from error
    if not 0 < len(content) <= most_bytes:
        raise DownloadFailed("its data URI has no fitting size")
    return content
