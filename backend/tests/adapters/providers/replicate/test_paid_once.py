"""A provider is paid once: after a death at any step, after a lost answer, while stopping and while shutting down."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace

import pytest

from dailies.adapters.gate.in_process import FAILURES_TO_OPEN, InProcessGate
from dailies.adapters.providers.replicate import ReplicateClient, ReplicateIllustrator
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Registry
from dailies.ports import ImageRequest, ImageResult, ReferenceImage
from dailies.standin.server import StandinHandle
from tests.adapters.providers.replicate.studio import FastTime, OpenGate, client_of, decoded, image_row, painted, quiet
from tests.support.journal import CLAIMED, Killed, MemoryJournal

REQUEST = ImageRequest("A harbour in fog.", 96, 96, 11)
PRICE = 5000
CREATE = "/models/prunaai/p-image/predictions"


async def drawn(
    client: ReplicateClient, journal: MemoryJournal, request: ImageRequest = REQUEST, **row: object
) -> ImageResult:
    return await ReplicateIllustrator(image_row(**row), client, journal, OpenGate()).draw(request, quiet)


@pytest.mark.parametrize("death", ["<sending", "<accepted", ">accepted", "<settled", ">settled"])
async def test_work_goes_on_where_the_process_died(death: str, standin: StandinHandle, journal: MemoryJournal) -> None:
    before, made = standin.billed_micros(), len(standin.predictions())
    journal.kill_at = death
    async with client_of(standin.replicate) as first:
        with pytest.raises(Killed):
            await drawn(first, journal)
    async with client_of(standin.replicate) as second:
        result = await drawn(second, journal.again())
    assert decoded(result.image).size == (96, 96)
    assert result.cost == journal.cost == standin.billed_micros() - before == PRICE
    assert len(standin.predictions()) - made == 1


async def test_death_between_the_ledger_and_the_bytes_is_never_sent_again(
    standin: StandinHandle, journal: MemoryJournal
) -> None:
    made = len(standin.predictions())
    journal.kill_at = ">sending"
    async with client_of(standin.replicate) as first:
        with pytest.raises(Killed):
            await drawn(first, journal)
    async with client_of(standin.replicate) as second:
        with pytest.raises(ProviderError) as caught:
            await drawn(second, journal.again())
    assert (caught.value.code, caught.value.charged, caught.value.retryable) == ("outcome_unknown", None, True)
    assert journal.call.state == "unknown"
    assert len(standin.predictions()) == made


async def test_a_lost_request_with_uploads_is_known_by_their_content(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    client.remember_uploads("replicate/kontext")
    row = {
        "id": "replicate/kontext",
        "name": "black-forest-labs/flux-kontext-pro",
        "inputs": {"prompt": "prompt", "reference": "input_image", "aspect_ratio": "aspect_ratio"},
    }
    request = replace(REQUEST, references=(ReferenceImage("character", "Mia", "", painted()),))
    journal.kill_at = "<accepted"
    with pytest.raises(Killed):
        await drawn(client, journal, request, **row)
    assert "/files/" in standin.predictions()[-1]["input"]["input_image"]
    async with client_of(standin.replicate) as second:
        await drawn(second, journal.again(), request, **row)
    assert journal.call.vendor_job == standin.predictions()[-1]["id"]


@pytest.mark.parametrize(
    "other", [replace(REQUEST, seed=12), replace(REQUEST, prompt="A harbour in the sun."), replace(REQUEST, width=160)]
)
async def test_another_request_is_not_taken_for_it(
    other: ImageRequest, standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    journal.kill_at = ">sending"
    with pytest.raises(Killed):
        await drawn(client, journal)
    inputs: dict[str, object] = {"prompt": other.prompt, "aspect_ratio": "1:1", "seed": other.seed}
    if other.width != REQUEST.width:
        inputs["prompt_upsampling"] = True
    await client.create(image_row(), "", inputs, 300)
    async with client_of(standin.replicate) as second:
        with pytest.raises(ProviderError, match="not known"):
            await drawn(second, journal.again())


async def test_a_prediction_of_another_call_is_not_taken(standin: StandinHandle, journal: MemoryJournal) -> None:
    journal.kill_at = ">sending"
    async with client_of(standin.replicate) as first:
        with pytest.raises(Killed):
            await drawn(first, journal)
        other = MemoryJournal()
        await drawn(first, other)
    assert other.call.vendor_job in CLAIMED
    async with client_of(standin.replicate) as second:
        with pytest.raises(ProviderError, match="not known"):
            await drawn(second, journal.again())


async def test_equal_requests_at_once_each_get_their_own(standin: StandinHandle, client: ReplicateClient) -> None:
    before = standin.billed_micros()
    journals = [MemoryJournal() for _ in range(3)]
    standin.fault("lost_answer", times=2, path=CREATE)
    await asyncio.gather(*(drawn(client, each) for each in journals))
    jobs = {each.call.vendor_job for each in journals}
    assert len(jobs) == 3
    assert sum(each.cost for each in journals) == standin.billed_micros() - before == 3 * PRICE


async def test_only_looked_up_is_never_sent(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    journal.may_send = False
    with pytest.raises(ProviderError) as caught:
        await drawn(client, journal)
    assert (caught.value.code, caught.value.charged) == ("never_sent", False)
    assert standin.requests() == ()


async def test_an_unknown_call_is_found_when_it_is_looked_up_later(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    standin.fault("lost_answer", path=CREATE)
    standin.fault("server_error", times=60, path="/v1/predictions")
    with pytest.raises(ProviderError, match="not known"):
        await drawn(client, journal)
    standin.standin.faults.clear()
    later = journal.again()
    later.may_send = False
    result = await drawn(client, later)
    assert result.cost == journal.cost == PRICE


async def test_an_error_of_the_vendors_own_that_can_not_be_looked_up_is_unknown(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    standin.fault("server_error", path=CREATE)
    standin.fault("overloaded", times=60, path="/v1/predictions")
    with pytest.raises(ProviderError) as caught:
        await drawn(client, journal)
    assert (caught.value.code, caught.value.charged) == ("outcome_unknown", None)
    creates = [each for each in standin.requests() if each.path.endswith(CREATE)]
    assert len(creates) == 1


async def test_a_cancelled_work_cancels_the_prediction_and_books_what_it_ran(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    before = standin.billed_micros()
    standin.fault("never_ends", path=CREATE)
    artist = ReplicateIllustrator(image_row(), client, journal, OpenGate())

    def progress(share: float) -> None:
        if standin.predictions()[-1]["status"] == "processing" and journal.log[-1:] == ["accepted"]:
            journal.stopping = True
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await artist.draw(REQUEST, progress)
    assert standin.predictions()[-1]["status"] == "canceled"
    assert journal.call.state == "settled"
    assert journal.cost == standin.billed_micros() - before == PRICE


async def test_a_task_that_is_cancelled_while_it_sends_cancels_what_was_taken(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    standin.fault("never_starts", path=CREATE)
    task = asyncio.create_task(drawn(client, journal))
    while "sending" not in journal.log:
        await asyncio.sleep(0)
    journal.stopping = True
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert journal.call.vendor_job == standin.predictions()[-1]["id"]
    assert standin.predictions()[-1]["status"] == "canceled"
    assert journal.call.state == "released"


async def test_a_task_that_is_cancelled_while_it_is_refused_holds_no_money(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    standin.fault("invalid_fields", path=CREATE)
    task = asyncio.create_task(drawn(client, journal))
    while "sending" not in journal.log:
        await asyncio.sleep(0)
    journal.stopping = True
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert journal.call.state == "released"


async def test_a_shutdown_leaves_the_prediction_running(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    standin.fault("never_ends", path=CREATE)
    task = asyncio.create_task(drawn(client, journal))
    while "accepted" not in journal.log:
        await asyncio.sleep(0.001)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert journal.call.state == "accepted"
    assert standin.predictions()[-1]["status"] in ("starting", "processing")
    await client.cancel(journal.call.vendor_job)


async def test_cancelled_before_it_was_sent_costs_nothing(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    def progress(share: float) -> None:
        journal.stopping = True
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await ReplicateIllustrator(image_row(), client, journal, OpenGate()).draw(REQUEST, progress)
    assert journal.call.state == "released"
    assert standin.requests() == ()


async def test_a_stop_is_heard_while_a_busy_vendor_is_waited_for(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    standin.fault("throttled", times=9, path=CREATE)

    def progress(share: float) -> None:
        if "refused" in journal.log:
            journal.stopping = True
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await ReplicateIllustrator(image_row(), client, journal, OpenGate()).draw(REQUEST, progress)
    assert journal.call.state == "released"
    assert len(standin.requests()) == 1


async def test_a_cancel_the_vendor_does_not_hear_keeps_the_money_held(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    standin.fault("never_ends", path=CREATE)
    standin.fault("overloaded", times=60, path="/cancel")

    def progress(share: float) -> None:
        if journal.log[-1:] == ["accepted"]:
            journal.stopping = True
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await ReplicateIllustrator(image_row(), client, journal, OpenGate()).draw(REQUEST, progress)
    assert journal.call.state == "accepted"
    standin.standin.faults.clear()
    await client.cancel(journal.call.vendor_job)


async def test_settled_work_fetches_its_file_without_paying_again(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    first = await drawn(client, journal)
    again = await drawn(client, journal.again())
    assert again == first
    assert journal.log == ["sending", "accepted", "settled"]


async def test_a_closed_gate_holds_no_money(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal
) -> None:
    gate = InProcessGate(Registry({"replicate": client.vendor}, {}))
    for _ in range(FAILURES_TO_OPEN):
        gate.report("replicate", "m", "down")
    with pytest.raises(ProviderError) as caught:
        await ReplicateIllustrator(image_row(), client, journal, gate).draw(REQUEST, quiet)
    assert (caught.value.code, caught.value.charged) == ("vendor_down", False)
    assert journal.call.state == "released"


async def test_polls_slow_down_and_stop_is_heard_four_times_a_second(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, time: FastTime
) -> None:
    standin.fault("never_starts", path=CREATE)
    heard: list[float] = []

    def progress(share: float) -> None:
        heard.append(time.seconds)
        if time.seconds > 1060:
            journal.stopping = True
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await ReplicateIllustrator(image_row(), client, journal, OpenGate()).draw(REQUEST, progress)
    assert max(later - earlier for earlier, later in zip(heard, heard[1:], strict=False)) <= 0.25
    polls = [each for each in standin.requests() if each.method == "GET"]
    assert 12 <= len(polls) <= 30


STEPS = ("<sending", ">sending", "<accepted", ">accepted", "<settled", ">settled", "<released", "<refused")
MISHAPS = (
    "lost_answer",
    "garbage",
    "dropped",
    "bad_gateway",
    "server_error",
    "throttled",
    "start_timeout",
    "nsfw",
    "canceled_by_vendor",
    "truncated",
)


@pytest.mark.parametrize("seed", range(6))
async def test_through_any_mishaps_and_deaths_the_ledger_is_the_bill(seed: int, standin: StandinHandle) -> None:
    chance = random.Random(seed)
    before, made = standin.billed_micros(), len(standin.predictions())
    ledger = [MemoryJournal() for _ in range(8)]
    told: list[tuple[bool | None, bool]] = []
    for number, journal in enumerate(ledger):
        request = replace(REQUEST, seed=1000 * seed + number)
        for life in range(7):
            living = journal.again()
            if life < 6:
                living.kill_at = chance.choice(STEPS) if chance.random() < 0.6 else ""
                if chance.random() < 0.5:
                    standin.fault(chance.choice(MISHAPS), path="/predictions", model="prunaai/p-image")
            async with client_of(standin.replicate) as client:
                try:
                    await drawn(client, living, request)
                except Killed:
                    continue
                except ProviderError as error:
                    told.append((error.charged, journal.cost > 0))
            break
        standin.standin.faults.clear()
    assert all(charged in (None, truly) for charged, truly in told)
    assert {journal.call.state for journal in ledger} <= {"settled", "released", "unknown"}
    assert sum(journal.cost for journal in ledger) == standin.billed_micros() - before
    billed = [each["id"] for each in standin.predictions()[made:] if each["status"] in ("succeeded", "canceled")]
    assert set(billed) <= {journal.call.vendor_job for journal in ledger}
    assert len(billed) <= len(ledger)
