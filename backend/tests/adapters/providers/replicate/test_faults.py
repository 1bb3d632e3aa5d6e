"""Every fault of the vendor: what the creator is told, what was paid, what was kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from dailies.adapters.providers.replicate import ReplicateClient, ReplicateIllustrator
from dailies.adapters.providers.replicate.download import DownloadFailed
from dailies.adapters.providers.replicate.problems import Speaker, problem
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model
from dailies.ports import ImageRequest
from dailies.standin.server import StandinHandle
from tests.adapters.providers.replicate.studio import KEY, FastTime, OpenGate, client_of, decoded, image_row, quiet
from tests.support.journal import MemoryJournal

REQUEST = ImageRequest("A lighthouse at dusk.", 96, 96, 7)
PRICE = 5000
CREATE = "/models/prunaai/p-image/predictions"
LIST_ROW = image_row(
    name="black-forest-labs/flux-schnell",
    fixed={"output_format": "png", "num_outputs": 1},
)


@dataclass(frozen=True)
class End:
    """How it ends: code "" where a picture comes. ``billed``: millionths of a dollar at the vendor."""

    code: str
    charged: bool | None
    state: str
    billed: int
    creates: int = 1


GOOD = End("", None, "settled", PRICE)

SURVIVED: dict[str, End] = {
    "throttled": End("", None, "settled", PRICE, creates=2),
    "throttled_header": End("", None, "settled", PRICE, creates=2),
    "throttled_text": End("", None, "settled", PRICE, creates=2),
    "server_error": End("", None, "settled", PRICE, creates=2),
    "overloaded": End("", None, "settled", PRICE, creates=2),
    "start_timeout": End("", None, "settled", PRICE, creates=2),
    "data_uri_refused": End("", None, "settled", PRICE, creates=2),
    "input_expired": End("", None, "settled", PRICE, creates=2),
    "lost_answer": GOOD,
    "garbage": GOOD,
    "cold_start": GOOD,
    "output_while_processing": GOOD,
    "other_shape": GOOD,
    "truncated": GOOD,
    "truncated_quietly": GOOD,
    "delivery_down": GOOD,
    "redirected": GOOD,
}

LOST: dict[str, End] = {
    "unauthorized": End("vendor_key_rejected", False, "released", 0),
    "insufficient_credit": End("vendor_credit_low", False, "released", 0),
    "model_not_found": End("vendor_model_gone", False, "released", 0),
    "version_not_permitted": End("vendor_model_gone", False, "released", 0),
    "invalid_fields": End("vendor_input_refused", False, "released", 0),
    "dropped": End("outcome_unknown", None, "unknown", 0),
    "bad_gateway": End("outcome_unknown", None, "unknown", 0),
    "nsfw": End("content_refused", False, "released", 0),
    "flagged": End("content_refused", False, "released", 0),
    "out_of_memory": End("vendor_failed", False, "released", 0),
    "fails_midway": End("vendor_failed", False, "released", 0),
    "aborted": End("vendor_too_slow", False, "released", 0),
    "canceled_by_vendor": End("vendor_failed", True, "settled", PRICE),
    "no_output": End("vendor_answer_bad", True, "settled", PRICE),
    "data_removed": End("vendor_answer_bad", True, "settled", PRICE),
    "output_expired": End("vendor_answer_bad", True, "settled", PRICE),
    "not_an_image": End("vendor_answer_bad", True, "settled", PRICE),
}


async def end_of(
    fault: str, row: Model, standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> tuple[End, ProviderError | None]:
    before, made = standin.billed_micros(), len(standin.predictions())
    standin.fault(fault, path="/predictions", model=row.name)
    error: ProviderError | None = None
    try:
        result = await ReplicateIllustrator(row, client, journal, gate).draw(REQUEST, quiet)
        assert decoded(result.image).size == (96, 96)
    except ProviderError as raised:
        error = raised
    creates = sum(each.method == "POST" and each.path.endswith("/predictions") for each in standin.requests())
    billed = standin.billed_micros() - before
    # A prediction of which the studio does not know is the one thing that may never be.
    known = {journal.call.vendor_job}
    succeeded = [each for each in standin.predictions()[made:] if each["status"] == "succeeded"]
    assert all(each["id"] in known for each in succeeded)
    code, charged = (error.code, error.charged) if error else ("", None)
    return End(code, charged, journal.call.state, billed, creates), error


@pytest.mark.parametrize("fault", SURVIVED)
async def test_what_the_studio_gets_over_by_itself(
    fault: str, standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    end, _ = await end_of(fault, image_row(), standin, client, journal, gate)
    assert end == SURVIVED[fault]
    assert journal.cost == end.billed
    assert gate.inside == 0


@pytest.mark.parametrize("fault", LOST)
async def test_what_the_creator_is_told_and_pays(
    fault: str, standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    end, error = await end_of(fault, image_row(), standin, client, journal, gate)
    assert end == LOST[fault]
    assert journal.cost == end.billed
    assert error is not None
    sentence = str(error)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert KEY not in sentence
    assert ("Nothing was charged" in sentence) == (error.charged is False)
    assert gate.inside == 0


async def test_fewer_pictures_than_asked_for(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    end, error = await end_of("fewer_images", LIST_ROW, standin, client, journal, gate)
    assert end == End("vendor_answer_bad", False, "settled", 0)
    assert "fewer files" in str(error)


@pytest.mark.parametrize("fault", ["never_starts", "never_ends"])
async def test_a_prediction_past_its_deadline_is_stopped(
    fault: str,
    standin: StandinHandle,
    client: ReplicateClient,
    journal: MemoryJournal,
    gate: OpenGate,
    time: FastTime,
) -> None:
    time.real_s = 0.0
    end, error = await end_of(fault, image_row(), standin, client, journal, gate)
    started = fault == "never_ends"
    assert end.code == "vendor_too_slow"
    assert end.charged is started
    assert journal.cost == end.billed == (PRICE if started else 0)
    assert standin.predictions()[-1]["status"] == "canceled"


async def test_an_endless_download_is_cut_off(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate, tmp_path: Path
) -> None:
    await ReplicateIllustrator(image_row(), client, journal, gate).draw(REQUEST, quiet)
    url = (await client.get(journal.call.vendor_job)).output
    standin.fault("endless")
    target = tmp_path / "endless.png"
    with pytest.raises(DownloadFailed, match="too large"):
        await client.download(url, target, 3_000_000)
    assert not target.exists()


async def test_invalid_fields_are_told_in_words(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    row = image_row(fixed={"width": 5000})
    with pytest.raises(ProviderError, match="width: Must be less than or equal to 1440"):
        await ReplicateIllustrator(row, client, journal, gate).draw(REQUEST, quiet)


async def test_busy_waits_as_long_as_the_vendor_says(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate, time: FastTime
) -> None:
    standin.fault("throttled_text", path=CREATE)
    begun, refused_at = time.seconds, 0.0

    def progress(share: float) -> None:
        nonlocal refused_at
        if "refused" in journal.log and not refused_at:
            refused_at = time.seconds
        if journal.log.count("sending") == 2:
            assert time.seconds - refused_at >= 1.0

    await ReplicateIllustrator(image_row(), client, journal, gate).draw(REQUEST, progress)
    assert refused_at == begun
    assert ("busy", 1.0) in gate.reports


async def test_a_vendor_that_stays_busy_is_given_up(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    standin.fault("throttled", times=50, path=CREATE)
    with pytest.raises(ProviderError) as caught:
        await ReplicateIllustrator(image_row(), client, journal, gate).draw(REQUEST, quiet)
    assert (caught.value.code, caught.value.charged, caught.value.retryable) == ("vendor_busy", False, True)
    assert journal.call.state == "released"
    assert len(standin.requests()) == 4


async def test_a_vendor_that_can_not_be_reached(journal: MemoryJournal, gate: OpenGate) -> None:
    async with client_of("http://127.0.0.1:9") as nobody:
        with pytest.raises(ProviderError) as caught:
            await ReplicateIllustrator(image_row(), nobody, journal, gate).draw(REQUEST, quiet)
    assert (caught.value.code, caught.value.charged) == ("vendor_down", False)
    assert journal.call.state == "released"
    assert ("down", None) in gate.reports


@pytest.mark.parametrize("fault", ["throttled", "server_error", "bad_gateway", "dropped", "garbage", "lost_answer"])
async def test_a_poll_that_fails_is_tried_again(
    fault: str, standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    def poll_fails(share: float) -> None:
        if journal.log == ["sending", "accepted"] and not standin.standin.faults.queue:
            journal.log.append("polled")
            standin.fault(fault, path=f"/predictions/{journal.call.vendor_job}")

    result = await ReplicateIllustrator(image_row(), client, journal, gate).draw(REQUEST, poll_fails)
    assert result.cost == PRICE


@pytest.mark.parametrize(
    "body",
    [
        {"detail": f"Bad token {KEY}."},
        {"invalid_fields": [{"field": "input.prompt", "description": f"odd {KEY}"}]},
        f"<html><b>{KEY}</b></html>",
    ],
)
def test_a_key_that_the_vendor_echoes_is_not_shown(body: object) -> None:
    sentence = str(problem(Speaker("Replicate", "P-Image", KEY), 422, body))
    assert KEY not in sentence
    assert "[key]" in sentence


def test_a_page_of_a_proxy_is_told_without_its_tags() -> None:
    assert "<" not in str(problem(Speaker("Replicate"), 400, "<html><title>Bad gateway</title></html>"))
