"""Content-addressed files in a bucket of any server that speaks the S3 protocol, with a local cache in front.

A file is in the bucket before its address is given out, so every process finds it. Reading fetches it once into
the cache, whose files are read like those of a studio on one machine; smaller pictures are made there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import S3Store

from dailies.adapters.blobs.local import CHUNK, LocalBlobs
from dailies.adapters.meters import CLEANED
from dailies.domain.errors import DailiesError, NotFound

SHRINK_EVERY = 64
"""Files fetched between two looks at the room that copies take."""

RETRIES_S = 20
"""How long a server that does not answer is tried again."""


def open_store(bucket: str, prefix: str, endpoint: str, retries: int = 5) -> S3Store:
    """A bucket. ``prefix``: of all its keys; ``endpoint``: of a server that is not Amazon's, or ""; ``retries``: of a
    request that met no answer.

    Credentials and region come from the usual AWS_ variables.
    """
    return S3Store(
        bucket,
        prefix=prefix or None,
        endpoint=endpoint or None,
        virtual_hosted_style_request=not endpoint,
        client_options={"allow_http": endpoint.startswith("http://"), "timeout": timedelta(seconds=60)},
        retry_config={"max_retries": retries, "retry_timeout": timedelta(seconds=RETRIES_S)},
    )


@dataclass(frozen=True)
class S3Blobs:
    """See the port. ``cache_bytes``: room for local copies, looked at now and then.

    Raises DailiesError ``storage_away`` when the server does not answer.
    """

    store: S3Store
    cache: LocalBlobs
    cache_bytes: int = 4 << 30
    _fetched: list[int] = field(default_factory=lambda: [0])

    async def put(self, data: bytes) -> str:
        """Store bytes and return their sha256."""
        sha256 = await self.cache.put(data)
        await asyncio.to_thread(self._send, sha256)
        return sha256

    async def put_file(self, path: Path) -> str:
        """Store a file's content, taking the file away, and return its sha256."""
        sha256 = await self.cache.put_file(path)
        await asyncio.to_thread(self._send, sha256)
        return sha256

    def path(self, sha256: str) -> Path:
        """A local copy of the content, fetched where it is not there. Raises NotFound ``no_such_blob``."""
        if not self.cache.has(sha256):
            self._fetch(sha256)
        return self.cache.path(sha256)

    async def read(self, sha256: str) -> bytes:
        """The content. Raises NotFound."""
        return await asyncio.to_thread(lambda: self.path(sha256).read_bytes())

    async def thumbnail(self, sha256: str, width: int) -> Path:
        """A WebP picture at most the next stored width wide; of a film, its first frame."""
        await asyncio.to_thread(self.path, sha256)
        return await self.cache.thumbnail(sha256, width)

    async def addresses(self) -> dict[str, float]:
        """Every address there is, with the moment it was stored (seconds since 1970)."""

        def listed() -> dict[str, float]:
            with _told():
                return {
                    Path(entry["path"]).name: entry["last_modified"].timestamp()
                    for page in obstore.list(self.store)
                    for entry in page
                }

        return await asyncio.to_thread(listed)

    async def delete(self, sha256: str) -> None:
        """Take a file away, here and in the bucket."""

        def remove() -> None:
            with _told():
                self.store.delete(_key(sha256))

        await asyncio.to_thread(remove)
        await self.cache.delete(sha256)

    async def ping(self) -> None:
        """Ask the server for a file that is not there. Raises DailiesError ``storage_away``."""
        await asyncio.to_thread(self._stored, "0" * 64)

    def _stored(self, sha256: str) -> bool:
        try:
            with _told():
                self.store.head(_key(sha256))
        except NotFound:
            return False
        return True

    def _send(self, sha256: str) -> None:
        if not self._stored(sha256):
            with _told():
                self.store.put(_key(sha256), self.cache.path(sha256))

    def _fetch(self, sha256: str) -> None:
        with _told(), self.cache.incoming(sha256) as write:
            for chunk in self.store.get(_key(sha256)).stream(min_chunk_size=CHUNK):
                write(bytes(chunk))
        self._fetched[0] += 1
        if self._fetched[0] % SHRINK_EVERY == 0:
            CLEANED.labels("cached").inc(self.cache.shrink(self.cache_bytes))


@contextmanager
def _told() -> Iterator[None]:
    """Say in words what the server answers, or that it does not."""
    try:
        yield
    except (FileNotFoundError, NotFoundError) as error:
        raise NotFound("There is no such file.", code="no_such_blob") from error
    except BaseError as error:
        raise DailiesError(
            f"The file storage does not answer ({type(error).__name__}). Nothing was lost; try again.",
            code="storage_away",
        ) from error


def _key(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"
