"""Pictures, speech and moderation of the OpenAI dialect, asked of the stand-in: what is paid, kept and told."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from dailies.adapters.models.loader import load_registry
from dailies.adapters.providers.openai import (
    Hired,
    OpenAiIllustrator,
    OpenAiInpainter,
    OpenAiModerator,
    OpenAiNarrator,
    OpenAiServer,
)
from dailies.adapters.providers.openai.pictures import clear_mask
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Vendor
from dailies.ports import ImageRequest, InpaintRequest, ReferenceImage, SpeechRequest
from dailies.standin.server import StandinHandle, running_standin
from dailies.standin.settings import StandinSettings

from ....support.journal import MemoryJournal, gate_for

REGISTRY = load_registry()
PICTURES = REGISTRY.model("openai/gpt-image-2.6-flare")
EDITS = REGISTRY.model("openai/gpt-image-2.6-flare-edit")
SPEECH = REGISTRY.model("openai/gpt-4o-mini-tts")
RULES = REGISTRY.model("openai/omni-moderation-latest")
KEY = "sk-planted-key-of-the-test"


@pytest.fixture(scope="module")
def standin() -> Iterator[StandinHandle]:
    with running_standin(StandinSettings(time_scale=0, picture_scale=0.125, keys=(KEY,))) as handle:
        yield handle


@pytest.fixture
def vendor(standin: StandinHandle) -> Vendor:
    return Vendor("openai", "OpenAI", "openai", standin.openai, "OPENAI_API_KEY")


def hired(vendor: Vendor, model: object, journal: MemoryJournal) -> Hired:
    return Hired(OpenAiServer(vendor, model, KEY), journal, gate_for(vendor))  # type: ignore[arg-type]


def ignore(_: float) -> None:
    return None


def a_picture(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(written, "PNG")
    return written.getvalue()


def a_mask(width: int, height: int, box: tuple[int, int, int, int]) -> bytes:
    mask = Image.new("L", (width, height), 0)
    mask.paste(255, box)
    written = io.BytesIO()
    mask.save(written, "PNG")
    return written.getvalue()


async def test_a_picture_has_its_size_and_costs_what_is_billed(vendor: Vendor, standin: StandinHandle) -> None:
    journal, before = MemoryJournal(), standin.billed_micros()
    request = ImageRequest("Wide shot of a lighthouse at dusk.", 1280, 720, 5)
    result = await OpenAiIllustrator(hired(vendor, PICTURES, journal)).draw(request, ignore)
    assert Image.open(io.BytesIO(result.image)).size == (1280, 720)
    assert result.cost == journal.cost == standin.billed_micros() - before > 0
    assert set(journal.charged["image"]) == {"call", "input_token", "image_input_token", "image_output_token"}
    again = await OpenAiIllustrator(hired(vendor, PICTURES, journal)).draw(request, ignore)
    assert again == result
    assert journal.cost == standin.billed_micros() - before


async def test_references_are_sent_and_named(vendor: Vendor, standin: StandinHandle) -> None:
    reference = ReferenceImage("character", "Mia", "a girl in a red coat", a_picture(64, 64, (200, 30, 30)))
    style = ReferenceImage("style", "Style", "gouache", a_picture(64, 64, (20, 30, 30)))
    request = ImageRequest("Mia waves from the pier.", 960, 1200, 5, (style, reference))
    result = await OpenAiIllustrator(hired(vendor, PICTURES, MemoryJournal())).draw(request, ignore)
    assert Image.open(io.BytesIO(result.image)).size == (960, 1200)
    assert standin.requests()[-1].path.endswith("/images/edits")


def test_clear_pixels_are_repainted() -> None:
    mask = Image.open(io.BytesIO(clear_mask(a_mask(40, 20, (10, 5, 20, 15)), 80, 40)))
    assert (mask.mode, mask.size) == ("RGBA", (80, 40))
    alpha = mask.getchannel("A")
    assert alpha.getpixel((30, 20)) == 0
    assert alpha.getpixel((5, 5)) == 255
    assert set(alpha.tobytes()) == {0, 255}


async def test_an_edit_has_the_size_of_its_picture(vendor: Vendor, standin: StandinHandle) -> None:
    journal, before = MemoryJournal(), standin.billed_micros()
    request = InpaintRequest(a_picture(200, 120, (30, 60, 200)), a_mask(200, 120, (60, 30, 140, 90)), "a red boat", 3)
    result = await OpenAiInpainter(hired(vendor, EDITS, journal)).inpaint(request, ignore)
    assert Image.open(io.BytesIO(result.image)).size == (200, 120)
    assert list(journal.costs) == ["candidate-3"]
    assert journal.cost == standin.billed_micros() - before > 0


@pytest.mark.parametrize(
    ("fault", "code", "charged", "state"),
    [
        ("unauthorized", "vendor_key_rejected", False, "released"),
        ("quota", "vendor_credit_low", False, "released"),
        ("model_not_found", "vendor_model_gone", False, "released"),
        ("moderation_blocked", "content_refused", False, "released"),
        ("broken_image", "vendor_answer_bad", True, "settled"),
        ("lost_answer", "outcome_unknown", None, "unknown"),
    ],
)
async def test_what_goes_wrong_once(
    vendor: Vendor, standin: StandinHandle, fault: str, code: str, charged: bool | None, state: str
) -> None:
    journal, before = MemoryJournal(), standin.billed_micros()
    standin.fault(fault)
    with pytest.raises(ProviderError) as refusal:
        await OpenAiIllustrator(hired(vendor, PICTURES, journal)).draw(ImageRequest("A cat.", 640, 640, 5), ignore)
    assert (refusal.value.code, refusal.value.charged) == (code, charged)
    assert journal.states["image"] == state
    if charged is not None:
        assert journal.cost == standin.billed_micros() - before


@pytest.mark.parametrize("fault", ["throttled", "throttled_header", "server_error", "overloaded", "bad_gateway"])
async def test_what_passes_is_tried_again(vendor: Vendor, standin: StandinHandle, fault: str) -> None:
    journal, before = MemoryJournal(), standin.billed_micros()
    standin.fault(fault)
    await OpenAiIllustrator(hired(vendor, PICTURES, journal)).draw(ImageRequest("A cat.", 640, 640, 5), ignore)
    assert [state for _, state in journal.told] == ["reserved", "sent", "reserved", "sent", "settled"]
    assert journal.cost == standin.billed_micros() - before


async def test_what_does_not_pass_is_given_up(vendor: Vendor, standin: StandinHandle) -> None:
    journal = MemoryJournal()
    standin.fault("overloaded", 5)
    with pytest.raises(ProviderError) as refusal:
        await OpenAiIllustrator(hired(vendor, PICTURES, journal)).draw(ImageRequest("A cat.", 640, 640, 5), ignore)
    assert (refusal.value.code, refusal.value.charged) == ("vendor_down", False)
    assert journal.states["image"] == "released"


async def test_what_never_got_its_turn_holds_no_money(vendor: Vendor, standin: StandinHandle) -> None:
    journal, gate = MemoryJournal(), gate_for(vendor)
    for _ in range(5):
        gate.report(vendor.id, PICTURES.id, "down")
    requests = len(standin.requests())
    hired_now = Hired(OpenAiServer(vendor, PICTURES, KEY), journal, gate)
    with pytest.raises(ProviderError) as refusal:
        await OpenAiIllustrator(hired_now).draw(ImageRequest("A cat.", 640, 640, 5), ignore)
    assert (refusal.value.code, refusal.value.charged) == ("vendor_down", False)
    assert journal.told == [("image", "reserved"), ("image", "released")]
    assert len(standin.requests()) == requests


async def test_a_line_is_said(vendor: Vendor, standin: StandinHandle, tmp_path: Path) -> None:
    journal, before = MemoryJournal(), standin.billed_micros()
    request = SpeechRequest("The light comes on by itself.", tmp_path / "line.wav", speed=1.1)
    result = await OpenAiNarrator(hired(vendor, SPEECH, journal)).say(request, ignore)
    assert result.seconds > 0.5
    assert request.output.read_bytes()[:4] == b"RIFF"
    assert result.cost == journal.cost == standin.billed_micros() - before


async def test_moderation_names_the_rules(vendor: Vendor, standin: StandinHandle) -> None:
    moderator = OpenAiModerator(OpenAiServer(vendor, RULES, KEY))
    assert await moderator.flags("A cat finds a key.") == ()
    standin.fault("always_flagged")
    assert "violence" in await moderator.flags("A cat finds a key.")
    standin.fault("unauthorized")
    with pytest.raises(ProviderError) as refusal:
        await moderator.flags("A cat finds a key.")
    assert refusal.value.code == "vendor_key_rejected"
