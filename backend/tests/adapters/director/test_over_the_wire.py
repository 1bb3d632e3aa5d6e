"""The same agent on a model behind a wire, in both OpenAI dialects, and what the creator sees when it fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dailies.adapters.models.loader import load_registry
from dailies.adapters.providers.language import Asker, language_director
from dailies.adapters.providers.rehearsal.director import RehearsalDirector
from dailies.domain.errors import PaymentRequired, ProviderError
from dailies.domain.registry import Vendor
from dailies.ports import Director, NoteContext, Proposal, Understood
from dailies.standin.server import StandinHandle, running_standin
from dailies.standin.settings import StandinSettings

from ...support.journal import MemoryJournal, gate_for
from .film import context

KEY = "sk-planted-key-of-the-test"
ROW = load_registry().model("openai/gpt-6-luna")
NOTE = "clips 1-3 are too dark, and how many shots are there?"


@pytest.fixture(scope="module")
def standin() -> Iterator[StandinHandle]:
    with running_standin(StandinSettings(time_scale=0, picture_scale=0.125, keys=(KEY,))) as handle:
        yield handle


@pytest.fixture(params=["openai", "openai-chat"])
def vendor(request: pytest.FixtureRequest, standin: StandinHandle) -> Vendor:
    return Vendor("openai", "OpenAI", request.param, standin.openai, "OPENAI_API_KEY")


def director(vendor: Vendor, journal: MemoryJournal) -> Director:
    return language_director(Asker(vendor, ROW, KEY, journal, gate_for(vendor, ROW)))


async def told(director: Director, context: NoteContext) -> tuple[str, Understood | None, Proposal | None]:
    text, understood, proposal = "", None, None
    async for piece in director.answer(context):
        if isinstance(piece, Proposal):
            proposal = piece
        else:
            text += piece.text
            understood = piece.understood or understood
    return text, understood, proposal


async def test_a_model_behind_a_wire_says_and_proposes_the_same(vendor: Vendor, standin: StandinHandle) -> None:
    journal = MemoryJournal()
    before = standin.billed_micros()
    far, near = await told(director(vendor, journal), context(NOTE)), await told(RehearsalDirector(), context(NOTE))
    assert far == near
    assert far[2] is not None
    assert far[2].items == ("frame-a", "frame-b", "frame-c")
    assert list(journal.costs) == ["reply-1", "reply-2", "reply-3"]
    assert journal.cost == standin.billed_micros() - before > 0


async def test_what_was_paid_for_is_not_asked_again(vendor: Vendor, standin: StandinHandle) -> None:
    journal = MemoryJournal()
    first = await told(director(vendor, journal), context(NOTE))
    billed = len(standin.bill())
    again = await told(director(vendor, journal), context(NOTE))
    assert again == first
    assert len(standin.bill()) == billed


@pytest.mark.parametrize("fault", ["throttled", "overloaded", "empty_first_part", "no_usage"])
async def test_what_passes_is_not_seen(vendor: Vendor, standin: StandinHandle, fault: str) -> None:
    standin.fault(fault)
    text, _, proposal = await told(director(vendor, MemoryJournal()), context(NOTE))
    assert "six shots" in text
    assert proposal is not None


@pytest.mark.parametrize(
    ("fault", "code", "seen"),
    [
        ("refusal", "content_refused", "refused this"),
        ("content_filter", "content_refused", "refused this"),
        ("length", "vendor_answer_bad", "too long"),
        ("mid_stream_error", "vendor_answer_bad", "broke off"),
        ("stream_cut", "", ""),
        ("quota", "vendor_credit_low", "no credit left"),
        ("unauthorized", "vendor_key_rejected", "does not take the key"),
    ],
)
async def test_what_fails_is_a_sentence_and_no_plan(
    vendor: Vendor, standin: StandinHandle, fault: str, code: str, seen: str
) -> None:
    standin.fault(fault)
    journal = MemoryJournal()
    with pytest.raises(ProviderError) as failed:
        await told(director(vendor, journal), context(NOTE))
    assert seen in str(failed.value)
    assert failed.value.code == code or failed.value.code in ("vendor_answer_bad", "outcome_unknown", "vendor_down")
    assert KEY not in str(failed.value)


async def test_a_reply_obeys_the_budget(vendor: Vendor, standin: StandinHandle) -> None:
    billed = len(standin.bill())
    with pytest.raises(PaymentRequired):
        await told(director(vendor, MemoryJournal(budget=1)), context(NOTE))
    assert len(standin.bill()) == billed
