"""A stand-in that is instant and makes tiny pictures, shared by the tests of a module."""

from __future__ import annotations

import io
from collections.abc import Iterator

import httpx
import openai
import pytest
from PIL import Image, ImageDraw
from replicate.client import Client

from dailies.standin.server import StandinHandle, running_standin
from tests.standin.seeing import Bench

KEY = "r8_planted_key_that_must_not_appear"


@pytest.fixture(scope="module")
def standin() -> Iterator[StandinHandle]:
    with running_standin() as running:
        yield running


@pytest.fixture(scope="module")
def bench(standin: StandinHandle) -> Iterator[Bench]:
    made = Bench(standin)
    yield made
    made.close()


@pytest.fixture(scope="module")
def http(standin: StandinHandle) -> Iterator[httpx.Client]:
    """A plain client of the Replicate dialect."""
    with httpx.Client(base_url=standin.replicate, headers={"authorization": f"Bearer {KEY}"}, timeout=20) as client:
        yield client


@pytest.fixture(scope="module")
def gpt(standin: StandinHandle) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=standin.openai, api_key=KEY, max_retries=0, timeout=20) as client:
        yield client


@pytest.fixture(scope="module")
def replicate1(standin: StandinHandle) -> Iterator[Client]:
    """The official client 1.x, which appends /v1 itself."""
    with httpx.HTTPTransport() as transport:
        yield Client(api_token=KEY, base_url=f"{standin.base_url}/replicate", transport=transport)


@pytest.fixture(scope="session")
def picture() -> bytes:
    """A PNG of 96 x 64 pixels with a red disc on blue."""
    drawn = Image.new("RGB", (96, 64), (40, 70, 160))
    ImageDraw.Draw(drawn).ellipse((30, 14, 66, 50), fill=(220, 40, 30))
    return _png(drawn)


@pytest.fixture(scope="session")
def mask() -> bytes:
    """A mask for it: white where the disc is."""
    drawn = Image.new("L", (96, 64), 0)
    ImageDraw.Draw(drawn).ellipse((28, 12, 68, 52), fill=255)
    return _png(drawn)


@pytest.fixture(scope="session")
def alpha_mask() -> bytes:
    """The same mask as OpenAI wants it: transparent where to repaint."""
    drawn = Image.new("RGBA", (96, 64), (0, 0, 0, 255))
    ImageDraw.Draw(drawn).ellipse((28, 12, 68, 52), fill=(0, 0, 0, 0))
    return _png(drawn)


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
