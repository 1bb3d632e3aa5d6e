"""Pictures from words and references, against the stand-in."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from PIL import Image

from dailies.adapters.models.loader import load_registry
from dailies.adapters.providers.replicate import ReplicateClient, ReplicateIllustrator
from dailies.domain.errors import InvalidInput
from dailies.domain.registry import Model, PriceLine
from dailies.ports import ImageRequest, ReferenceImage
from dailies.standin.server import StandinHandle
from tests.adapters.providers.replicate.studio import KEY, OpenGate, decoded, image_row, painted, quiet
from tests.support.journal import MemoryJournal

REGISTRY = load_registry()
ROWS = [model for model in REGISTRY.of_kind("image") if REGISTRY.vendor(model.vendor).dialect == "replicate"]
REQUEST = ImageRequest("A lighthouse at dusk.", 160, 96, 7)


async def test_a_picture_of_the_exact_size_comes_and_is_paid_once(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    billed = standin.billed_micros()
    told: list[float] = []
    result = await ReplicateIllustrator(image_row(), client, journal, gate).draw(REQUEST, told.append)
    assert decoded(result.image).size == (160, 96)
    assert result.cost == journal.cost == standin.billed_micros() - billed == 5000
    assert journal.log == ["sending", "accepted", "settled"]
    assert journal.call.vendor_job == standin.predictions()[-1]["id"]
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert gate.inside == 0
    assert gate.reports == [("ok", None)]


async def test_only_mapped_fields_are_sent(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    row = image_row(inputs={"prompt": "prompt", "aspect_ratio": "aspect_ratio"})
    await ReplicateIllustrator(row, client, journal, gate).draw(replace(REQUEST, negative_prompt="people"), quiet)
    sent = standin.predictions()[-1]["input"]
    assert sent == {"prompt": "A lighthouse at dusk.\nWithout: people.", "aspect_ratio": "16:9"}


async def test_references_go_in_by_role_and_are_named(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    row = image_row(
        name="google/nano-banana",
        inputs={"prompt": "prompt", "references": "image_input", "aspect_ratio": "aspect_ratio"},
        max_references=3,
    )
    roles = ("style", "place", "product", "character")
    given = tuple(ReferenceImage(role, role.title(), "", painted((24, 24 + at))) for at, role in enumerate(roles))  # type: ignore[arg-type]
    await ReplicateIllustrator(row, client, journal, gate).draw(replace(REQUEST, references=given), quiet)
    sent = standin.predictions()[-1]["input"]
    assert len(sent["image_input"]) == 3
    assert "Image 1 is character Character.\nImage 2 is product Product.\nImage 3 is place Place." in sent["prompt"]


async def test_a_large_reference_is_uploaded_and_costs_megapixels(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    noise = Image.frombytes("RGB", (400, 400), Random(1).randbytes(400 * 400 * 3))
    out = io.BytesIO()
    noise.save(out, "PNG")
    row = image_row(
        name="black-forest-labs/flux-2-pro",
        inputs={"prompt": "prompt", "references": "input_images", "aspect_ratio": "aspect_ratio"},
        prices=(PriceLine("image", Decimal("0.015")), PriceLine("megapixel", Decimal("0.015"))),
        max_references=8,
    )
    billed = standin.billed_micros()
    reference = ReferenceImage("character", "Mia", "", out.getvalue())
    result = await ReplicateIllustrator(row, client, journal, gate).draw(
        replace(REQUEST, references=(reference,)), quiet
    )
    (address,) = standin.predictions()[-1]["input"]["input_images"]
    assert "/v1/files/" in address
    assert result.cost == standin.billed_micros() - billed


async def test_a_single_reference_is_no_list(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    row = image_row(
        name="black-forest-labs/flux-kontext-pro",
        inputs={"prompt": "prompt", "reference": "input_image", "aspect_ratio": "aspect_ratio"},
    )
    given = (ReferenceImage("style", "Ink", "", painted()), ReferenceImage("character", "Mia", "", painted((40, 40))))
    await ReplicateIllustrator(row, client, journal, gate).draw(replace(REQUEST, references=given), quiet)
    sent = standin.predictions()[-1]["input"]
    assert sent["input_image"].startswith("data:image/png;base64,")
    assert "Image 1 is character Mia." in sent["prompt"]
    assert "Ink" not in sent["prompt"]


async def test_nothing_is_sent_for_a_prompt_that_is_too_long(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    with pytest.raises(InvalidInput) as caught:
        await ReplicateIllustrator(image_row(max_prompt=5), client, journal, gate).draw(REQUEST, quiet)
    assert caught.value.code == "input_out_of_range"
    assert standin.requests() == ()
    assert journal.calls == {}


async def test_the_key_never_reaches_the_delivery_host(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    standin.fault("redirected", path="/predictions")
    await ReplicateIllustrator(image_row(), client, journal, gate).draw(REQUEST, quiet)
    downloads = standin.downloads()
    assert [each.status for each in downloads] == [302, 200]
    assert not any(each.authorized for each in downloads)
    assert KEY not in repr(journal.calls)


async def test_a_community_model_is_run_by_its_newest_version(
    standin: StandinHandle, client: ReplicateClient, gate: OpenGate
) -> None:
    row = image_row(name="lucataco/sdxl-inpainting", official=False)
    assert len(await client.version_of(row)) == 64
    await client.version_of(row)
    assert [each.path for each in standin.requests()] == ["/replicate/v1/models/lucataco/sdxl-inpainting"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
async def test_each_shipped_model_draws_and_costs_what_it_bills(
    row: Model, standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    before = standin.billed_micros()
    given = (ReferenceImage("character", "Mia", "", painted()),)
    request = replace(REQUEST, width=192, height=108, references=given, negative_prompt="people")
    result = await ReplicateIllustrator(row, client, journal, gate).draw(request, quiet)
    assert decoded(result.image).size == (192, 108)
    assert result.cost == journal.cost == standin.billed_micros() - before > 0
    sent = standin.predictions()[-1]["input"]
    assert set(sent) <= {*row.inputs.values(), *row.fixed}
    assert sent["aspect_ratio"] == "16:9"
