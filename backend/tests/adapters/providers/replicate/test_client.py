"""The HTTP client beside predictions: files, models, account, downloads, and where the key goes."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import httpx
import pytest

from dailies.adapters.models.loader import load_registry
from dailies.adapters.providers.replicate import ReplicateClient, schema_faults
from dailies.adapters.providers.replicate.download import DownloadFailed, Source, download
from dailies.adapters.providers.replicate.prediction import NotAPrediction, prediction_of, urls_of
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model
from dailies.standin.server import StandinHandle
from tests.adapters.providers.replicate.studio import FastTime, OneKey, client_of, image_row

REGISTRY = load_registry()
ROWS = [model for model in REGISTRY if REGISTRY.vendor(model.vendor).dialect == "replicate"]
FILE = "https://replicate.delivery/xezq/out.png"


async def test_the_account_tests_the_key(standin: StandinHandle, client: ReplicateClient) -> None:
    assert await client.account() == "dailies-standin"
    standin.fault("unauthorized")
    with pytest.raises(ProviderError) as caught:
        await client.account()
    assert (caught.value.code, caught.value.retryable) == ("vendor_key_rejected", False)
    assert len(standin.requests()) == 2


async def test_without_a_key_nothing_is_claimed(standin: StandinHandle) -> None:
    async with client_of(standin.replicate, keys=OneKey(None)) as keyless:
        with pytest.raises(ProviderError) as caught:
            await keyless.account()
    assert caught.value.code == "vendor_key_rejected"


async def test_uploads_are_known_by_their_digest(client: ReplicateClient) -> None:
    stored = await client.upload("image.png", "image/png", b"a picture")
    assert stored.sha256 == hashlib.sha256(b"a picture").hexdigest()
    assert await client.file_digest(stored.url) == stored.sha256
    assert await client.file_digest(stored.url + "x") == ""
    assert await client.file_digest("https://elsewhere.example/v1/files/1") == ""


@pytest.mark.parametrize("fault", ["throttled_header", "server_error", "bad_gateway", "dropped"])
async def test_what_changes_nothing_is_asked_again(
    fault: str, standin: StandinHandle, client: ReplicateClient, time: FastTime
) -> None:
    standin.fault(fault, times=2)
    assert await client.account()
    assert len(time.slept) == 2


async def test_recent_predictions_come_over_many_pages(standin: StandinHandle, client: ReplicateClient) -> None:
    made = []
    for seed in range(105):
        inputs = {"prompt": "A pier.", "aspect_ratio": "1:1", "seed": seed}
        standin.fault("aborted", path="/predictions")
        made.append((await client.create(image_row(), "", inputs, 300)).id)
    found = [prediction.id async for prediction in client.recent()]
    assert found[:105] == made[::-1]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
async def test_each_shipped_row_fits_the_published_schema(row: Model, client: ReplicateClient) -> None:
    assert schema_faults(row, await client.model(row.name)) == ()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"inputs": {"prompt": "prompt", "seed": "noise"}, "choices": {}}, "The model has no input noise for seed."),
        ({"choices": {"aspect_ratio": ("1:1", "5:1")}}, "aspect_ratio does not take 5:1 as aspect_ratio."),
        ({"choices": {}}, "aspect_ratio takes only certain values, and the row does not say which aspect_ratio"),
        ({"fixed": {"height": 4000}}, "height is always sent as 4000, outside of what it takes."),
        ({"fixed": {"aspect_ratio": "5:1"}}, "aspect_ratio is always sent as 5:1, and takes only"),
        ({"fixed": {"hight": 1}}, "The model has no input hight, which is always sent."),
        ({"inputs": {"seed": "seed"}, "choices": {}}, "prompt is required and never sent."),
        ({"inputs": {"prompt": "prompt", "references": "seed"}, "choices": {}}, "seed is no list"),
        ({"inputs": {"prompt": "prompt", "start": "seed"}, "choices": {}}, "seed is no file, and start is one."),
        (
            {"inputs": {"prompt": "prompt", "width": "width"}, "choices": {}, "ranges": {"width": (64, 2000)}},
            "width is at least 256, and the row allows 64 as width.",
        ),
        ({"version": "0" * 64}, "The row names version 000000000000, and the newest is"),
        ({"official": True, "name": "schananas/grounded_sam"}, "The row says it is official"),
    ],
)
async def test_a_row_that_does_not_fit_is_told_in_a_sentence(
    more: dict[str, object], sentence: str, client: ReplicateClient
) -> None:
    row = image_row(**more)
    assert any(each.startswith(sentence) for each in schema_faults(row, await client.model(row.name)))


def test_a_model_without_a_schema_is_told() -> None:
    assert schema_faults(image_row(), {"latest_version": None}) == ("The vendor publishes no inputs of it.",)


def test_odd_predictions_are_read() -> None:
    read = prediction_of(
        {"id": "a", "status": "starting", "created_at": "2025-07-29T07:21:33.309123456Z", "metrics": None}
    )
    assert read.created_at.microsecond == 309123
    assert not read.ended


@pytest.mark.parametrize("odd", ["text", [], {"id": 1, "status": "starting"}, {"id": "a"}])
def test_what_is_no_prediction_is_none(odd: object) -> None:
    with pytest.raises(NotAPrediction):
        prediction_of(odd)


def test_addresses_of_every_form_of_output() -> None:
    assert urls_of("https://a/x") == ("https://a/x",)
    assert urls_of(["https://a/x", "https://a/y"]) == ("https://a/x", "https://a/y")
    assert urls_of({"combined": "https://a/x", "each": ["https://a/y"], "score": 1}) == ("https://a/x", "https://a/y")
    assert urls_of(["pieces ", "of text"]) == urls_of(None) == ()


class Host:
    """A delivery host by function. ``seen``: requests that came."""

    def __init__(self, answer: Callable[[httpx.Request], httpx.Response]) -> None:
        self.seen: list[httpx.Request] = []
        self._answer = answer

    async def fetch(self, output: Path, url: str = FILE, most: int = 1000, plain: bool = False) -> None:
        def answer(request: httpx.Request) -> httpx.Response:
            self.seen.append(request)
            return self._answer(request)

        def key_for(address: httpx.URL) -> dict[str, str]:
            return {"authorization": "Bearer secret"} if address.host == "api.replicate.com" else {}

        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            await download(Source(http, key_for, plain), url, output, most)


async def test_the_key_goes_to_the_interface_only_also_across_redirects(tmp_path: Path) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.host == "api.replicate.com":
            return httpx.Response(302, headers={"location": FILE})
        return httpx.Response(200, content=b"bytes", headers={"content-type": "image/png"})

    host = Host(answer)
    await host.fetch(tmp_path / "out", "https://api.replicate.com/v1/files/1/download")
    assert (tmp_path / "out").read_bytes() == b"bytes"
    assert [request.headers.get("authorization") for request in host.seen] == ["Bearer secret", None]
    assert host.seen[0].headers["accept-encoding"] == "identity"


async def _lazily(parts: list[bytes]) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda _: httpx.Response(404), "status 404"),
        (lambda _: httpx.Response(200, html="<p>Just a moment"), "it is text/html"),
        (lambda _: httpx.Response(200, json={}), "it is application/json"),
        (lambda _: httpx.Response(200, content=b"x" * 2000), "too large"),
        (lambda _: httpx.Response(200, content=_lazily([b"x" * 600] * 3)), "too large"),
        (lambda _: httpx.Response(200, content=b""), "broke off"),
        (lambda _: httpx.Response(200, headers={"content-length": "99"}, content=_lazily([b"x" * 10])), "broke off"),
        (lambda _: httpx.Response(302, headers={"location": FILE}), "redirected too often"),
        (lambda _: httpx.Response(302, headers={"location": "http://169.254.169.254/"}), "begins with http"),
        (lambda _: httpx.Response(302, headers={"location": "file:///etc/passwd"}), "begins with file"),
    ],
)
async def test_downloads_that_fail_leave_nothing(
    answer: Callable[[httpx.Request], httpx.Response], why: str, tmp_path: Path
) -> None:
    with pytest.raises(DownloadFailed, match=why):
        await Host(answer).fetch(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


async def test_a_line_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("reset", request=request)

    with pytest.raises(DownloadFailed, match="ReadError"):
        await Host(answer).fetch(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


async def test_a_file_inside_the_answer_is_written(tmp_path: Path) -> None:
    host = Host(lambda _: httpx.Response(404))
    await host.fetch(tmp_path / "out", "data:image/png;base64,Ynl0ZXM=")
    assert (tmp_path / "out").read_bytes() == b"bytes"
    assert host.seen == []


@pytest.mark.parametrize("address", ["data:image/png;base64,?", "data:,", "data:image/png;base64," + "YWJj" * 400])
async def test_a_file_inside_that_is_none_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed, match="data URI"):
        await Host(lambda _: httpx.Response(404)).fetch(tmp_path / "out", address)
