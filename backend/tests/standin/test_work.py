"""Every model makes what its schema says, and the bill counts it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import av
import httpx
import pytest
from PIL import Image

from dailies.standin.prices import price_of
from dailies.standin.replicate.catalog import CatalogModel, catalog
from dailies.standin.replicate.validation import invalid_fields
from dailies.standin.server import StandinHandle, running_standin
from dailies.standin.settings import StandinSettings
from tests.standin.asking import data_uri
from tests.standin.seeing import Bench

MODELS = sorted(catalog())
DEAREST_MICROS = 6_000_000


@pytest.fixture(scope="module")
def standin() -> Iterator[StandinHandle]:
    with running_standin(StandinSettings(time_scale=0, picture_scale=0.05)) as running:
        yield running


def inputs_for(model: CatalogModel, picture: str, mask: str) -> dict[str, Any]:
    """The least a model can be asked for."""
    properties = model.schemas["Input"]["properties"]
    wanted: dict[str, Any] = {
        "prompt": "remove the disc",
        "text": "Good morning.",
        "image": picture,
        "start_image": picture,
    }
    wanted |= {"mask": mask, "first_frame_image": picture, "mask_prompt": "red disc", "width": 96, "height": 64}
    sizes = () if model.name == "stability-ai/sdxl" else ("width", "height")
    least = {name: value for name, value in wanted.items() if name in properties and name not in sizes}
    if model.name.startswith("kwaivgi/"):
        least.pop("image", None)
    return least


@pytest.mark.parametrize("name", MODELS)
def test_a_model_makes_what_its_schema_says(bench: Bench, picture: bytes, mask: bytes, name: str) -> None:
    model = catalog()[name]
    before = len(bench.standin.bill())
    body: dict[str, Any] = {"input": inputs_for(model, data_uri(picture), data_uri(mask))}
    path = f"/models/{name}/predictions"
    if not model.official:
        path, body["version"] = "/predictions", model.version
    seen = bench.send("POST", bench.standin.replicate + path, json=body, headers={"prefer": "wait"})
    assert seen.status == 201, seen.text
    made = seen.json
    assert made["status"] == "succeeded", made["error"]
    assert isinstance(made["output"], list) == model.gives_list
    url = made["output"][0] if model.gives_list else made["output"]
    opens(httpx.get(url), model.acting.kind)
    lines = bench.standin.bill()[before:]
    assert len(lines) == 1
    assert (lines[0].model, lines[0].job) == (name, made["id"])
    assert 0 < lines[0].usd_micros < DEAREST_MICROS
    assert set(lines[0].quantity) == price_of("replicate", name).units & set(lines[0].quantity)


def opens(answer: httpx.Response, kind: str) -> None:
    """The file is what the model makes."""
    if kind == "video":
        with av.open(io.BytesIO(answer.content)) as film:
            assert film.streams.video[0].frames > 20
    elif kind == "speech":
        with av.open(io.BytesIO(answer.content)) as sound:
            assert sound.streams.audio
    else:
        Image.open(io.BytesIO(answer.content)).load()


@pytest.mark.parametrize("name", MODELS)
def test_a_stored_schema_is_whole(name: str) -> None:
    model = catalog()[name]
    properties = model.schemas["Input"]["properties"]
    assert [rule["x-order"] for rule in properties.values()] == list(range(len(properties)))
    assert set(model.schemas["Input"].get("required", ())) <= set(properties)
    assert invalid_fields(model, {**model.with_defaults({}), **inputs_for(model, "https://a/b", "https://a/c")}) == []
    assert len(model.version) == 64
    assert price_of("replicate", name).lines


@pytest.mark.parametrize(
    ("name", "inputs", "micros"),
    [
        ("black-forest-labs/flux-schnell", {"prompt": "Mia", "num_outputs": 3}, 9_000),
        ("black-forest-labs/flux-2-pro", {"prompt": "Mia", "aspect_ratio": "16:9"}, 30_000),
        ("black-forest-labs/flux-2-pro", {"prompt": "Mia", "resolution": "4 MP"}, 75_000),
        ("google/nano-banana-2", {"prompt": "Mia", "aspect_ratio": "1:1", "resolution": "2K"}, 101_000),
        ("prunaai/p-video", {"prompt": "Mia", "duration": 3, "draft": True}, 15_000),
        ("google/veo-3.1-lite", {"prompt": "Mia", "duration": 4, "resolution": "720p"}, 200_000),
        ("kwaivgi/kling-v3-video", {"prompt": "Mia", "duration": 3, "mode": "standard"}, 504_000),
        ("minimax/hailuo-02", {"prompt": "Mia", "resolution": "768p"}, 270_000),
        ("inworld/tts-1.5-mini", {"text": "Good morning."}, 65),
    ],
)
def test_prices(bench: Bench, name: str, inputs: dict[str, Any], micros: int) -> None:
    seen = bench.create("", inputs, model=name, prefer="wait")
    assert seen.json["status"] == "succeeded", seen.json["error"]
    assert bench.standin.bill()[-1].usd_micros == micros


@pytest.mark.parametrize(
    ("name", "inputs", "words"),
    [
        ("kwaivgi/kling-v2.5-turbo-pro", {"end_image": "PICTURE"}, "requires start_image"),
        ("bytedance/seedance-2.0", {"image": "PICTURE", "reference_images": ["PICTURE"]}, "cannot be combined"),
        ("google/veo-3.1-lite", {"duration": 4, "resolution": "1080p"}, "8 seconds"),
        ("minimax/hailuo-02", {"duration": 10, "resolution": "1080p"}, "768p"),
        ("black-forest-labs/flux-fill-pro", {"image": "PICTURE"}, "mask"),
    ],
)
def test_inputs_that_do_not_go_together_fail_free(
    bench: Bench, picture: bytes, name: str, inputs: dict[str, Any], words: str
) -> None:
    uri = data_uri(picture)
    given = {
        key: uri if value == "PICTURE" else [uri] if value == ["PICTURE"] else value for key, value in inputs.items()
    }
    before = len(bench.standin.bill())
    made = bench.create("", given | {"prompt": "Mia"}, model=name, prefer="wait").json
    assert made["status"] == "failed"
    assert words in made["error"]
    assert len(bench.standin.bill()) == before
