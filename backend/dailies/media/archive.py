"""Everything of a project in one ZIP, written as it is read: memory stays small however long the film is."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

CHUNK = 1 << 18
MANIFEST = "manifest.json"
PACKED_ALREADY = {".mp4", ".webm", ".jpg", ".jpeg", ".png", ".webp", ".pdf", ".zip", ".m4a"}
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP can hold; a fixed one makes the same content the same file."""


@dataclass(frozen=True)
class Entry:
    """A file of the archive: either stored at ``path`` or given as ``data``. ``name``: with folders, using "/"."""

    name: str
    path: Path | None = None
    data: bytes = b""


About = Mapping[str, object] | Callable[[], Mapping[str, object]]
"""What stands in the manifest besides the files; called when all of them are written, where it is a function."""


def write_archive(output: Path, entries: Iterable[Entry], about: About) -> None:
    """Write the archive to a file, whole or not at all. Errors as ``archive_chunks``."""
    part = output.with_name(output.name + ".part")
    try:
        with part.open("wb") as file:
            for chunk in archive_chunks(entries, about):
                file.write(chunk)
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)


def archive_chunks(entries: Iterable[Entry], about: About) -> Iterator[bytes]:
    """The archive piece by piece, for a response that begins at once.

    Its last file is ``manifest.json``: ``about`` with ``files``, each with name, size in bytes and sha256.
    Raises ValueError for a name used twice or one that leads out of the archive, OSError for a missing file.
    """
    sink = _Sink()
    listed: list[dict[str, object]] = []
    with zipfile.ZipFile(sink, "w") as archive:
        for entry in entries:
            _check_name(entry.name, listed)
            digest, size = hashlib.sha256(), 0
            with archive.open(_record(entry.name), "w", force_zip64=True) as member, _opened(entry) as source:
                while chunk := source.read(CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                    member.write(chunk)
                    yield sink.take()
            listed.append({"name": entry.name, "size": size, "sha256": digest.hexdigest()})
        told = about() if callable(about) else about
        manifest = json.dumps({**told, "files": listed}, ensure_ascii=False, indent=2) + "\n"
        archive.writestr(_record(MANIFEST), manifest)
    yield sink.take()


class _Sink(io.RawIOBase):
    """Where the ZIP is written to: a buffer that is emptied as it fills. It can't seek."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, chunk: object) -> int:
        piece = memoryview(chunk)  # type: ignore[arg-type]
        self._held += piece
        return len(piece)

    def take(self) -> bytes:
        taken = bytes(self._held)
        self._held.clear()
        return taken


def _record(name: str) -> zipfile.ZipInfo:
    record = zipfile.ZipInfo(name, EPOCH)
    packed = PurePosixPath(name).suffix.lower() in PACKED_ALREADY
    record.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    record.external_attr = 0o644 << 16
    return record


def _opened(entry: Entry) -> io.BufferedIOBase:
    return entry.path.open("rb") if entry.path is not None else io.BytesIO(entry.data)


def _check_name(name: str, listed: list[dict[str, object]]) -> None:
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or "\\" in name or ".." in parts or ":" in name:
        raise ValueError(f"not a name inside an archive: {name!r}")
    if name == MANIFEST or any(each["name"] == name for each in listed):
        raise ValueError(f"a name used twice in an archive: {name!r}")
