"""Stories from a language model, asked of the stand-in in both OpenAI dialects: what is paid, kept and told."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest

from dailies.adapters.models.loader import load_registry
from dailies.adapters.providers.language import Asker, LanguageWriter
from dailies.domain.brief import Brief
from dailies.domain.errors import PaymentRequired, ProviderError
from dailies.domain.registry import Vendor
from dailies.domain.story import check_story
from dailies.standin.server import StandinHandle, running_standin
from dailies.standin.settings import StandinSettings

from ....support.journal import MemoryJournal, gate_for

BRIEF = Brief("A baker in Lisbon gives her last loaf to a street dog, and the dog brings her a customer.", 20)
KEY = "sk-planted-key-of-the-test"
ROW = load_registry().model("openai/gpt-6-luna")


@pytest.fixture(scope="module")
def standin() -> Iterator[StandinHandle]:
    settings = StandinSettings(time_scale=0, picture_scale=0.125, keys=(KEY,), revoked_keys=("sk-revoked-key",))
    with running_standin(settings) as handle:
        yield handle


@pytest.fixture(params=["openai", "openai-chat"])
def vendor(request: pytest.FixtureRequest, standin: StandinHandle) -> Vendor:
    return Vendor("openai", "OpenAI", request.param, standin.openai, "OPENAI_API_KEY")


def writer(vendor: Vendor, journal: MemoryJournal, key: str = KEY) -> LanguageWriter:
    return LanguageWriter(Asker(vendor, ROW, key, journal, gate_for(vendor, ROW)))


def ignore(_: float) -> None:
    return None


async def test_a_story_costs_what_the_vendor_bills(vendor: Vendor, standin: StandinHandle) -> None:
    journal, seen = MemoryJournal(), []
    before = standin.billed_micros()
    result = await writer(vendor, journal).write(BRIEF, 7, seen.append)
    check_story(result.story)
    assert result.story.seconds == 20
    assert result.model == ROW.name
    assert journal.told == [("story", "reserved"), ("story", "sent"), ("story", "settled")]
    assert result.cost == journal.cost == standin.billed_micros() - before > 0
    assert seen == sorted(seen)
    assert len(seen) > 1


async def test_a_story_that_was_paid_for_is_not_asked_again(vendor: Vendor, standin: StandinHandle) -> None:
    journal = MemoryJournal()
    first = await writer(vendor, journal).write(BRIEF, 7, ignore)
    billed = len(standin.bill())
    again = await writer(vendor, journal).write(BRIEF, 7, ignore)
    assert again == first
    assert len(standin.bill()) == billed


async def test_a_story_is_revised(vendor: Vendor) -> None:
    journal = MemoryJournal()
    story = (await writer(vendor, journal).write(BRIEF, 7, ignore)).story
    revised = await writer(vendor, MemoryJournal()).revise(BRIEF, story, "make it rain", (), 8, ignore)
    check_story(revised.story)
    assert {scene.weather for scene in revised.story.scenes} == {"rain"}
    assert revised.story.title == story.title


async def test_a_form_that_is_wrong_is_mended_once(vendor: Vendor, standin: StandinHandle) -> None:
    standin.fault("bad_json")
    journal = MemoryJournal()
    before = standin.billed_micros()
    result = await writer(vendor, journal).write(BRIEF, 7, ignore)
    check_story(result.story)
    assert set(journal.costs) == {"story", "story-mended"}
    assert result.cost == journal.cost == standin.billed_micros() - before
    standin.fault("bad_json", 2)
    with pytest.raises(ProviderError) as refusal:
        await writer(vendor, MemoryJournal()).write(BRIEF, 7, ignore)
    assert (refusal.value.code, refusal.value.charged) == ("vendor_answer_bad", True)


async def test_work_that_was_cut_off_is_never_sent_again(vendor: Vendor, standin: StandinHandle) -> None:
    journal = MemoryJournal()
    await journal.open("story", ROW.id, 1, "f")
    await journal.sending("story")
    requests = len(standin.requests())
    with pytest.raises(ProviderError) as refusal:
        await writer(vendor, journal).write(BRIEF, 7, ignore)
    assert (refusal.value.code, refusal.value.charged) == ("outcome_unknown", None)
    assert journal.states["story"] == "unknown"
    assert len(standin.requests()) == requests


async def test_a_budget_stops_before_anything_is_sent(vendor: Vendor, standin: StandinHandle) -> None:
    requests = len(standin.requests())
    with pytest.raises(PaymentRequired):
        await writer(vendor, MemoryJournal(budget=10)).write(BRIEF, 7, ignore)
    assert len(standin.requests()) == requests


async def test_a_wrong_key_is_told_and_not_retried(vendor: Vendor, standin: StandinHandle) -> None:
    journal = MemoryJournal()
    requests = len(standin.requests())
    with pytest.raises(ProviderError) as refusal:
        await writer(vendor, journal, "sk-revoked-key").write(BRIEF, 7, ignore)
    assert (refusal.value.code, refusal.value.charged, refusal.value.retryable) == ("vendor_key_rejected", False, False)
    assert journal.states["story"] == "released"
    assert len(standin.requests()) == requests + 1
    assert "sk-revoked-key" not in str(refusal.value)


async def test_a_server_that_is_not_there(vendor: Vendor) -> None:
    nowhere = replace(vendor, base_url="http://127.0.0.1:9/v1")
    journal = MemoryJournal()
    with pytest.raises(ProviderError) as refusal:
        await writer(nowhere, journal).write(BRIEF, 7, ignore)
    assert (refusal.value.code, refusal.value.charged) == ("vendor_down", False)
    assert journal.states["story"] == "released"


async def test_cancelling_leaves_no_doubt_about_the_money(vendor: Vendor, standin: StandinHandle) -> None:
    class Stop(Exception):
        pass

    def stop(share: float) -> None:
        if share > 0.01:
            raise Stop

    journal = MemoryJournal()
    with pytest.raises(Stop):
        await asyncio.wait_for(writer(vendor, journal).write(BRIEF, 7, stop), 20)
    assert journal.states["story"] == "settled"
    assert 0 < journal.cost <= ROW.cost(ROW.expected) * 2
