"""Files in a bucket: found by every process, fetched once, checked, and named when the server is away."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from dailies.adapters.blobs.local import LocalBlobs
from dailies.adapters.blobs.s3 import S3Blobs, open_store
from dailies.cli import app
from dailies.domain.errors import DailiesError, NotFound

from ..support.process import free_port
from ..support.services import new_bucket, running_s3


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with running_s3() as address:
        yield address


@pytest.fixture
def environment(server: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    settings = new_bucket(server, "studio")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return settings


async def test_what_one_stores_another_reads_and_may_take_away(
    server: str, environment: dict[str, str], tmp_path: Path
) -> None:
    one, two = (S3Blobs(open_store("studio", "films", server), LocalBlobs(tmp_path / name)) for name in "ab")
    film = tmp_path / "film.mp4"
    film.write_bytes(b"frames" * 300_000)
    addresses = [await one.put(b"picture"), await one.put_file(film), await one.put(b"picture")]
    assert not film.exists()
    assert await two.read(addresses[0]) == b"picture"
    assert two.path(addresses[1]).stat().st_size == 1_800_000
    assert set(await two.addresses()) == set(addresses)
    await two.ping()
    await two.delete(addresses[0])
    with pytest.raises(NotFound):
        await two.read(addresses[0])
    assert two.cache.shrink(1_000_000) == 1
    assert two.path(addresses[1]).stat().st_size == 1_800_000


async def test_a_damaged_file_is_not_taken_for_the_one_it_was(
    server: str, environment: dict[str, str], tmp_path: Path
) -> None:
    blobs = S3Blobs(open_store("studio", "films", server), LocalBlobs(tmp_path))
    address = hashlib.sha256(b"whole").hexdigest()
    httpx.put(f"{server}/studio/films/{address[:2]}/{address[2:4]}/{address}", content=b"half")
    with pytest.raises(NotFound, match="damaged"):
        await blobs.read(address)
    assert not blobs.cache.has(address)


async def test_a_server_that_is_away_is_named(environment: dict[str, str], tmp_path: Path) -> None:
    store = open_store("studio", "", f"http://127.0.0.1:{free_port()}", retries=0)
    with pytest.raises(DailiesError) as refused:
        await S3Blobs(store, LocalBlobs(tmp_path)).put(b"picture")
    assert refused.value.code == "storage_away"


def test_the_doctor_finds_what_is_well_and_what_is_not(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = tmp_path / "web"
    web.mkdir()
    (web / "index.html").write_text("<!doctype html>")
    monkeypatch.setenv("DAILIES_DATA_FOLDER", str(tmp_path))
    monkeypatch.setenv("DAILIES_WEB_FOLDER", str(web))
    well = CliRunner().invoke(app, ["doctor"])
    assert well.exit_code == 0, well.output
    monkeypatch.setenv("DATABASE_URL", f"postgresql://nobody@127.0.0.1:{free_port()}/nothing")
    monkeypatch.setenv("REDIS_URL", f"redis://127.0.0.1:{free_port()}/0")
    ill = CliRunner().invoke(app, ["doctor"])
    assert ill.exit_code == 1
    assert "mend DATABASE_URL" in ill.output.replace("\n", " ")
    assert "mend REDIS_URL" in ill.output.replace("\n", " ")
