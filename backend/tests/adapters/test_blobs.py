"""Storing files: by several at once, from another disk, on a disk that is full."""

from __future__ import annotations

import asyncio
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dailies.adapters.blobs.local import LocalBlobs
from dailies.domain.errors import DailiesError


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on another file system than the test's own."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        assert Path(folder).stat().st_dev != tmp_path.stat().st_dev
        yield Path(folder)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_the_same_content_may_be_stored_by_several_at_once(tmp_path: Path) -> None:
    blobs = LocalBlobs(tmp_path / "blobs")
    for turn in range(150):
        content = str(turn).encode()
        sources = [tmp_path / f"source{index}" for index in range(6)]
        for source in sources:
            source.write_bytes(content)
        addresses = set(await asyncio.gather(*(blobs.put_file(source) for source in sources), blobs.put(content)))
        assert len(addresses) == 1
        assert await blobs.read(addresses.pop()) == content
    assert len(files(tmp_path)) == 150


async def test_a_file_from_another_disk_is_moved_whole(tmp_path: Path, other_disk: Path) -> None:
    blobs = LocalBlobs(tmp_path / "blobs")
    source = other_disk / "film.mp4"
    source.write_bytes(b"frames" * 500_000)
    address = await blobs.put_file(source)
    assert await blobs.read(address) == b"frames" * 500_000
    assert files(other_disk) == []
    assert files(tmp_path) == [blobs.path(address)]


async def test_a_file_that_does_not_fit_stays_where_it_was(tmp_path: Path, other_disk: Path) -> None:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.xfail("mounting a small disk needs root")
    try:
        source = other_disk / "film.mp4"
        source.write_bytes(b"x" * 200_000)
        with pytest.raises(DailiesError) as refused:
            await LocalBlobs(tmp_path / "blobs").put_file(source)
        assert refused.value.code == "storage_full"
        assert source.stat().st_size == 200_000
        assert files(tmp_path) == []
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)
