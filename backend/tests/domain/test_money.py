"""Prices, quantities, models, budgets: the pure part of money."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from dailies.domain.casting import Casting, cast
from dailies.domain.errors import InvalidInput, NotFound, PaymentRequired
from dailies.domain.ledger import (
    Call,
    Limits,
    accepted,
    check_limits,
    dollars,
    refused,
    released,
    sending,
    settled,
    unknown,
)
from dailies.domain.quantities import (
    clip_quantities,
    clip_seconds,
    clip_terms,
    nearest_ratio,
    picture_quantities,
    picture_terms,
    round_sides,
    speech_quantities,
)
from dailies.domain.registry import Model, PriceLine, Registry, Vendor

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)

PICTURES = Model(
    "v/pictures",
    "v",
    "pictures",
    "image",
    "Pictures",
    "final",
    inputs={
        "prompt": "text",
        "seed": "seed",
        "aspect_ratio": "ratio",
        "resolution": "resolution",
        "references": "refs",
    },
    fixed={"format": "png"},
    choices={"aspect_ratio": ("1:1", "16:9", "9:16", "custom"), "resolution": ("1K", "2K")},
    ranges={"seed": (0, 100)},
    prices=(
        PriceLine("image", Decimal("0.067"), (("resolution", "1K"),)),
        PriceLine("image", Decimal("0.101"), (("resolution", "2K"),)),
        PriceLine("megapixel", Decimal("0.015")),
    ),
    max_references=2,
    max_prompt=20,
)
CLIPS = Model(
    "v/clips",
    "v",
    "clips",
    "video",
    "Clips",
    "draft",
    inputs={"prompt": "prompt", "start": "image", "duration": "duration", "resolution": "mode"},
    choices={"duration": ("5", "10"), "resolution": ("standard", "pro")},
    prices=(PriceLine("second", Decimal("0.07")),),
)
WORDS = Model(
    "v/words",
    "v",
    "words",
    "text",
    "Words",
    "draft",
    prices=(PriceLine("input_token", Decimal("0.0000001")), PriceLine("output_token", Decimal("0.0000005"))),
    expected={"input_token": 4000, "output_token": 4000},
)
REGISTRY = Registry({"v": Vendor("v", "Vendor", "openai")}, {model.id: model for model in (PICTURES, CLIPS, WORDS)})


def test_the_first_price_line_that_fits_counts() -> None:
    quantities = picture_quantities(PICTURES, 1280, 720, references=5)
    assert quantities == {"call": 1, "image": 1, "megapixel": 4}
    assert PICTURES.cost(quantities, {"resolution": "1K"}) == 67_000 + 60_000
    assert PICTURES.cost(quantities, {"resolution": "2k"}) == 101_000 + 60_000
    assert PICTURES.cost({"image": 1}, {}) == 0


def test_tiny_prices_add_up_exactly() -> None:
    assert WORDS.cost(WORDS.expected) == 2400
    assert WORDS.cost({"input_token": 3}) == 0
    assert WORDS.cost({"input_token": 5}) == 1
    assert PICTURES.cost({"megapixel": 0.1}) == 1500
    assert not WORDS.free
    assert Model("v/f", "v", "f", "text", "F", "draft").free


def test_only_known_inputs_in_range_pass() -> None:
    fields = PICTURES.checked({"prompt": "a cat", "seed": 7, "aspect_ratio": "16:9"})
    assert fields == {"format": "png", "text": "a cat", "seed": 7, "ratio": "16:9"}
    for terms, code in (
        ({"guidance": 3}, "unknown_input"),
        ({"seed": 101}, "input_out_of_range"),
        ({"aspect_ratio": "21:9"}, "input_out_of_range"),
        ({"prompt": "x" * 21}, "input_out_of_range"),
    ):
        with pytest.raises(InvalidInput) as refusal:
            PICTURES.checked(terms)
        assert refusal.value.code == code


def test_ends_are_known_before_they_come() -> None:
    ending = replace(WORDS, ends_on=date(2027, 1, 6))
    assert ending.ends_soon(date(2026, 11, 23))
    assert not ending.ends_soon(date(2026, 9, 1))
    assert not ending.ended(date(2027, 1, 5))
    assert ending.ended(date(2027, 1, 6))
    assert not ending.ends_soon(date(2027, 1, 6))


def test_terms_of_a_picture_are_the_nearest_that_are_enough() -> None:
    assert picture_terms(PICTURES, 1280, 720) == {"aspect_ratio": "16:9", "resolution": "1K"}
    assert picture_terms(PICTURES, 1080, 1920) == {"aspect_ratio": "9:16", "resolution": "2K"}
    assert picture_terms(PICTURES, 8000, 8000)["resolution"] == "2K"
    assert nearest_ratio(("1:1", "4:5", "9:16"), 960, 1200) == "4:5"
    edits = replace(PICTURES, inputs={"width": "w", "height": "h"}, choices={}, side_multiple=32, max_side=1440)
    assert picture_terms(edits, 2000, 1000) == {"width": 1440, "height": 704}
    assert round_sides(replace(edits, max_side=0), 1001, 999) == (992, 992)


def test_terms_of_a_clip_are_never_too_short() -> None:
    assert [clip_seconds(CLIPS, seconds) for seconds in (2.5, 5, 5.5, 30)] == [5, 5, 10, 10]
    assert clip_terms(CLIPS, 6, 1280, 720) == {"duration": 10, "resolution": "standard"}
    assert clip_terms(CLIPS, 6, 1920, 1080)["resolution"] == "pro"
    assert CLIPS.cost(clip_quantities(CLIPS, 6)) == 700_000
    ranged = replace(CLIPS, choices={}, ranges={"duration": (3, 15)})
    assert [clip_seconds(ranged, seconds) for seconds in (1, 3.5, 40)] == [3, 4, 15]
    framed = replace(
        CLIPS, inputs={"frames": "n", "fps": "f"}, choices={}, ranges={"frames": (81, 121), "fps": (5, 30)}
    )
    assert clip_terms(framed, 2, 1280, 720) == {"frames": 81, "fps": 24}
    assert clip_terms(framed, 6, 1280, 720) == {"frames": 120, "fps": 20}


def test_speech_is_counted_in_characters_and_seconds() -> None:
    assert speech_quantities(CLIPS, "x" * 30) == {"call": 1, "character": 30, "second": 2.0}


def test_models_are_chosen_by_kind() -> None:
    chosen = cast(Casting(), {"story": "v/words", "video": "v/clips"}, REGISTRY)
    assert (chosen.story, chosen.video, chosen.references) == ("v/words", "v/clips", "rehearsal")
    assert not chosen.rehearsal
    assert cast(chosen, {"story": "rehearsal", "video": "rehearsal"}, REGISTRY).rehearsal
    with pytest.raises(InvalidInput, match="needs a model for image"):
        cast(Casting(), {"references": "v/words"}, REGISTRY)
    with pytest.raises(NotFound):
        cast(Casting(), {"story": "v/gone"}, REGISTRY)
    with pytest.raises(NotFound):
        REGISTRY.vendor("nobody")
    assert REGISTRY.of_kind("video") == (CLIPS,)


def a_call() -> Call:
    return Call("w/image", "mia", "p", "storyboard", "frame-s1a", "w", "image", "v", "v/pictures", 40_000, NOW)


def test_a_call_holds_its_estimate_until_it_is_closed() -> None:
    call = a_call()
    assert call.held == 40_000
    sent = sending(call, NOW)
    assert (sent.state, sent.sent_at, sent.held) == ("sent", NOW, 40_000)
    assert refused(sent, "busy").state == "reserved"
    taken = accepted(sent, "job1")
    assert (taken.state, taken.vendor_job) == ("accepted", "job1")
    done = settled(taken, 39_000, {"image": 1}, "", NOW)
    assert (done.state, done.cost, done.held) == ("settled", 39_000, 0)
    assert accepted(done, "late") == done
    assert released(taken, "failed, free", NOW).held == 0
    assert unknown(sent, "lost").held == 40_000


def test_limits_are_hard_stops() -> None:
    limits = Limits(project=100_000, month=150_000, month_start=NOW)
    check_limits(limits, 40_000, 60_000, 0)
    check_limits(limits, 0, 900_000, 900_000)
    check_limits(Limits(None, None, NOW), 10**9, 10**9, 10**9)
    for used, month, code in ((60_001, 0, "budget_exceeded"), (0, 110_001, "month_budget_exceeded")):
        with pytest.raises(PaymentRequired) as refusal:
            check_limits(limits, 40_000, used, month)
        assert refusal.value.code == code


def test_money_for_people() -> None:
    assert [dollars(amount) for amount in (0, 2400, 40_000, 1_234_567_890)] == [
        "$0.00",
        "$0.0024",
        "$0.04",
        "$1,234.57",
    ]
