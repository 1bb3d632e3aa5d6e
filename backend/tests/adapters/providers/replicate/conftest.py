"""One stand-in for each module; each test starts with an empty bill of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from dailies.adapters.providers.replicate import ReplicateClient
from dailies.standin.server import StandinHandle, running_standin
from dailies.standin.settings import Latency, Limits, StandinSettings
from tests.adapters.providers.replicate.studio import FastTime, OpenGate, client_of
from tests.support.journal import MemoryJournal

PLENTY = Limits(replicate_creates=100_000, replicate_others=1_000_000, replicate_burst=10_000)


@pytest.fixture(scope="module")
def vendor() -> Iterator[StandinHandle]:
    latency = {"image": Latency(median_s=2), "inpaint": Latency(median_s=3), "segment": Latency(median_s=4)}
    settings = StandinSettings(
        time_scale=0, picture_scale=0.125, limits=PLENTY, latency=latency, credit_usd={"replicate": 10_000.0}
    )
    with running_standin(settings) as handle:
        yield handle


@pytest.fixture
def standin(vendor: StandinHandle) -> StandinHandle:
    vendor.standin.faults.clear()
    vendor.standin.requests.clear()
    vendor.standin.deliveries.downloads.clear()
    return vendor


@pytest.fixture
def time() -> FastTime:
    return FastTime()


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
def gate() -> OpenGate:
    return OpenGate()


@pytest.fixture
async def client(standin: StandinHandle, time: FastTime) -> AsyncIterator[ReplicateClient]:
    async with client_of(standin.replicate, time) as opened:
        yield opened
