"""The official replicate client 1.x against the stand-in."""

from __future__ import annotations

import io
from typing import Any

import httpx
import pytest
from PIL import Image
from replicate.client import Client
from replicate.exceptions import ModelError, ReplicateError

from dailies.standin.server import StandinHandle
from tests.standin.asking import DRAW, FLUX, WAN, data_uri


def test_run_draws_and_the_file_can_be_had_without_a_key(standin: StandinHandle, replicate1: Client) -> None:
    urls: Any = replicate1.run(FLUX, input=DRAW | {"num_outputs": 2, "aspect_ratio": "16:9"})
    assert len(urls) == 2
    answer = httpx.get(urls[0])
    assert answer.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (168, 96)
    assert urls[0].startswith(standin.delivery_url)
    assert not standin.downloads()[-1].authorized


def test_a_waiting_create_gives_the_result(replicate1: Client) -> None:
    made = replicate1.models.predictions.create(FLUX, input=DRAW, wait=20)
    assert made.status == "succeeded"
    assert made.version == "hidden"
    assert made.metrics is not None
    assert made.metrics["image_count"] == 1
    again = replicate1.predictions.get(made.id)
    assert again.output == made.output
    assert again.input == DRAW


def test_a_clip_from_an_uploaded_file(replicate1: Client, picture: bytes) -> None:
    file = replicate1.files.create(io.BytesIO(picture), filename="start.png", content_type="image/png")
    assert file.size == len(picture)
    made = replicate1.models.predictions.create(WAN, input={"prompt": "push in", "image": file.urls["get"]}, wait=30)
    assert made.error is None
    assert httpx.get(str(made.output)).content[4:8] == b"ftyp"
    replicate1.files.delete(file.id)
    gone = replicate1.models.predictions.create(WAN, input={"prompt": "x", "image": file.urls["get"]}, wait=20)
    assert gone.status == "failed"
    assert "404" in str(gone.error)


def test_a_community_model_needs_its_version(replicate1: Client, picture: bytes) -> None:
    inputs = {"image": data_uri(picture), "mask_prompt": "red disc", "negative_mask_prompt": ""}
    with pytest.raises(ReplicateError) as caught:
        replicate1.models.predictions.create("schananas/grounded_sam", input=inputs)
    assert caught.value.status == 404
    with pytest.raises(ReplicateError, match="does not exist"):
        replicate1.predictions.create(version="schananas/grounded_sam", input=inputs)
    version = replicate1.models.get("schananas/grounded_sam").latest_version
    assert version is not None
    output: Any = replicate1.run(f"schananas/grounded_sam:{version.id}", input=inputs)
    urls = list(output)
    assert urls[2].endswith("/mask.jpg")
    mask = Image.open(io.BytesIO(httpx.get(urls[2]).content)).convert("L")
    assert mask.size == (96, 64)
    assert mask.getpixel((48, 32)) > 200  # type: ignore[operator]
    assert mask.getpixel((3, 3)) < 50  # type: ignore[operator]


@pytest.mark.parametrize(
    ("model", "black_repaints", "is_list"),
    [
        ("black-forest-labs/flux-fill-pro", False, False),
        ("black-forest-labs/flux-fill-dev", False, True),
        ("ideogram-ai/ideogram-v3-turbo", True, False),
    ],
)
def test_masks_mean_what_the_model_says(
    replicate1: Client, picture: bytes, mask: bytes, model: str, black_repaints: bool, is_list: bool
) -> None:
    sent = mask
    if black_repaints:
        inverted = io.BytesIO()
        Image.open(io.BytesIO(mask)).point([255 - level for level in range(256)]).save(inverted, "PNG")
        sent = inverted.getvalue()
    inputs = {"prompt": "remove the disc", "image": data_uri(picture), "mask": data_uri(sent)}
    if model.endswith("-dev"):
        inputs["megapixels"] = "match_input"
    made = replicate1.models.predictions.create(model, input=inputs, wait=30)
    assert made.error is None
    url = made.output[0] if is_list else made.output  # type: ignore[index]
    opened = Image.open(io.BytesIO(httpx.get(str(url)).content)).convert("RGB")
    assert opened.size == (96, 64)
    red, _, blue = opened.getpixel((48, 32))  # type: ignore[misc]
    assert blue > red


def test_speech(replicate1: Client) -> None:
    made = replicate1.models.predictions.create(
        "inworld/tts-1.5-mini", input={"text": "Good morning.", "audio_format": "wav"}, wait=20
    )
    assert httpx.get(str(made.output)).content.startswith(b"RIFF")


def test_invalid_inputs_are_named(replicate1: Client) -> None:
    with pytest.raises(ReplicateError) as caught:
        replicate1.models.predictions.create(FLUX, input={"num_inference_steps": 9, "cfg_scale": 1})
    assert caught.value.status == 422
    assert caught.value.detail == (
        "- input: prompt is required\n"
        "- input: Additional property cfg_scale is not allowed\n"
        "- input.num_inference_steps: Must be less than or equal to 4\n"
    )


def test_a_failed_run_raises(standin: StandinHandle, replicate1: Client) -> None:
    standin.fault("nsfw", model=FLUX)
    with pytest.raises(ModelError, match="NSFW content detected"):
        replicate1.run(FLUX, input=DRAW)


def test_cancel_and_list(standin: StandinHandle, replicate1: Client) -> None:
    standin.fault("never_ends", model=FLUX)
    made = replicate1.models.predictions.create(FLUX, input=DRAW)
    made.cancel()
    made.wait()
    assert made.status == "canceled"
    assert made.id in {each.id for each in replicate1.predictions.list()}


def test_the_stream_has_ids_and_ends(replicate1: Client) -> None:
    events = list(replicate1.stream(FLUX, input=DRAW))
    assert [event.event.value for event in events][-2:] == ["output", "done"]
    assert all(event.id for event in events)


def test_models_account_hardware_collections_and_secret(replicate1: Client) -> None:
    model = replicate1.models.get(FLUX)
    assert model.latest_version is not None
    schema = model.latest_version.openapi_schema["components"]["schemas"]
    assert schema["Input"]["properties"]["num_outputs"]["maximum"] == 4
    assert schema["aspect_ratio"]["enum"][0] == "1:1"
    assert model.versions.list().results[0].id == model.latest_version.id
    assert replicate1.accounts.current().username
    assert "gpu-h100" in {each.sku for each in replicate1.hardware.list()}
    assert "image-to-video" in {each.slug for each in replicate1.collections.list()}
    assert replicate1.webhooks.default.secret().key.startswith("whsec_")
