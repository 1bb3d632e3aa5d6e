"""Content-addressed files in a local folder: ``ab/cd/abcd….``, written once, never changed."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeVar

from dailies.domain.errors import DailiesError, NotFound
from dailies.media.images import thumbnail
from dailies.media.video import first_frame

Result = TypeVar("Result")

WIDTHS = (160, 320, 480, 640, 960, 1280)
"""Widths of stored thumbnails in pixels; a wish is rounded up to the next."""
CHUNK = 1 << 20
ADDRESS = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class LocalBlobs:
    """Blobs below ``root``. Raises DailiesError ``storage_full`` when the disk has no room."""

    root: Path

    async def put(self, data: bytes) -> str:
        """Store bytes and return their sha256."""
        return await asyncio.to_thread(_told, lambda: self._put(data))

    async def put_file(self, path: Path) -> str:
        """Store a file's content, taking the file away, and return its sha256."""
        return await asyncio.to_thread(_told, lambda: self._put_file(path))

    def path(self, sha256: str) -> Path:
        """Where the content lies. Raises NotFound ``no_such_blob``."""
        path = self._place(sha256)
        if not path.is_file():
            raise NotFound("There is no such file.", code="no_such_blob")
        return path

    def has(self, sha256: str) -> bool:
        """Whether the content is here. Raises NotFound for what is no address."""
        return self._place(sha256).is_file()

    async def read(self, sha256: str) -> bytes:
        """The content. Raises NotFound."""
        return await asyncio.to_thread(self.path(sha256).read_bytes)

    async def thumbnail(self, sha256: str, width: int) -> Path:
        """A WebP picture at most the next stored width wide; of a film, its first frame."""
        source = self.path(sha256)
        snapped = next((each for each in WIDTHS if each >= width), WIDTHS[-1])
        place = source.parent / f"{sha256}.{snapped}.webp"
        if not place.is_file():
            await asyncio.to_thread(_told, lambda: self._write(place, _shrunk(source, snapped)))
        return place

    async def addresses(self) -> dict[str, float]:
        """Every address there is, with the moment it was stored (seconds since 1970)."""

        def listed() -> dict[str, float]:
            return {
                path.name: path.stat().st_mtime
                for path in self.root.glob("??/??/*")
                if ADDRESS.fullmatch(path.name) and path.is_file()
            }

        return await asyncio.to_thread(listed)

    async def delete(self, sha256: str) -> None:
        """Take the content and its smaller pictures away, if they are there."""
        place = self._place(sha256)

        def remove() -> None:
            for path in (place, *place.parent.glob(f"{sha256}.*.webp")):
                path.unlink(missing_ok=True)

        await asyncio.to_thread(remove)

    def shrink(self, most_bytes: int) -> int:
        """Take away what was not used longest until at most this much is left; how many files went."""
        files = [(path.stat(), path) for path in self.root.glob("??/??/*") if path.suffix != ".part" and path.is_file()]
        total = sum(facts.st_size for facts, _ in files)
        gone = 0
        for facts, path in sorted(files, key=lambda each: max(each[0].st_atime, each[0].st_mtime)):
            if total <= most_bytes:
                break
            path.unlink(missing_ok=True)
            total -= facts.st_size
            gone += 1
        return gone

    async def ping(self) -> None:
        """Write and read a small file. Raises DailiesError ``storage_full`` or ``storage_away``."""
        try:
            await self.delete(await self.put(b"ping"))
        except OSError as error:
            raise DailiesError(f"Files can't be stored in {self.root}: {error}.", code="storage_away") from error

    @contextmanager
    def incoming(self, sha256: str) -> Iterator[Callable[[bytes], object]]:
        """Write content piece by piece; it is here once all of it came and has its address.

        Raises NotFound ``no_such_blob`` where the content is not what its address says.
        """
        place = self._place(sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with _whole(place) as file:

            def write(piece: bytes) -> None:
                digest.update(piece)
                file.write(piece)

            yield write
            if digest.hexdigest() != sha256:
                raise NotFound("The stored file is damaged.", code="no_such_blob")

    def _place(self, sha256: str) -> Path:
        if not ADDRESS.fullmatch(sha256):
            raise NotFound("There is no such file.", code="no_such_blob")
        return self.root / sha256[:2] / sha256[2:4] / sha256

    def _put(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        place = self._place(sha256)
        if not place.is_file():
            self._write(place, data)
        return sha256

    def _put_file(self, path: Path) -> str:
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
            os.fsync(file.fileno())
        place = self._place(digest.hexdigest())
        if not place.is_file():
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                path.replace(place)
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
                self._copy(path, place)
        path.unlink(missing_ok=True)
        return digest.hexdigest()

    def _copy(self, path: Path, place: Path) -> None:
        with path.open("rb") as source, _whole(place) as file:
            shutil.copyfileobj(source, file, CHUNK)

    def _write(self, place: Path, data: bytes) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        with _whole(place) as file:
            file.write(data)


@contextmanager
def _whole(place: Path) -> Iterator[IO[bytes]]:
    """A file to write that appears at ``place`` at the end, or not at all: a reader never sees half a file."""
    # Each writer has a name of its own: two may store the same content at the same time.
    handle, name = tempfile.mkstemp(dir=place.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _told(work: Callable[[], Result]) -> Result:
    """Run file work, and say a full disk in words."""
    try:
        return work()
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DailiesError(
                "The disk is full. Nothing was lost; make room and try again.", code="storage_full"
            ) from error
        raise


def _shrunk(source: Path, width: int) -> bytes:
    with source.open("rb") as file:
        film = file.read(12)[4:8] == b"ftyp"
    return thumbnail(first_frame(source) if film else source.read_bytes(), width)
