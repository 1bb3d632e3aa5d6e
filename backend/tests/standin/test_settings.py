"""Settings, the bill's file, chance, and what is never written anywhere."""

from __future__ import annotations

import json
import logging
import random
from pathlib import Path

import httpx
import pytest

from dailies.domain.errors import DailiesError, InvalidInput
from dailies.standin.bill import Bill
from dailies.standin.limits import Bucket
from dailies.standin.server import running_standin, serve
from dailies.standin.settings import Latency, StandinSettings
from tests.standin.asking import DRAW, FLUX
from tests.standin.seeing import Bench

TOML = """
seed = 7
time_scale = 0.5
keys = ["r8_a"]
credit_usd = { replicate = 20.0 }
bill_file = "bill.jsonl"
today = 2027-02-01

[latency.video]
median_s = 90
sigma = 0.4

[model_latency."google/veo-3.1-lite"]
median_s = 120

[limits]
replicate_creates = 30

[faults]
nsfw = 0.02
"""


def test_a_file_sets_everything(tmp_path: Path) -> None:
    file = tmp_path / "standin.toml"
    file.write_text(TOML)
    settings = StandinSettings.load(file)
    assert settings.latency_of("video", "google/veo-3.1-lite").median_s == 120
    assert settings.latency_of("video", "prunaai/p-video").sigma == 0.4
    assert settings.latency_of("image", "prunaai/p-image").median_s == 6
    assert settings.latency_of("image", "prunaai/p-image", 0.8).median_s == 0.8
    assert settings.latency_of("video", "prunaai/p-video", 10).median_s == 90
    assert settings.limits.replicate_creates == 30
    assert settings.on().year == 2027


@pytest.mark.parametrize(
    "text", ["sede = 1", "[faults]\nnsfv = 0.5", "[faults]\nnsfw = 2", "seed = ", "time_scale = -1"]
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "standin.toml"
    file.write_text(text)
    with pytest.raises(InvalidInput, match=r"standin\.toml"):
        StandinSettings.load(file)


def test_latency_is_lognormal_about_its_median() -> None:
    chance = random.Random(1)
    drawn = sorted(Latency(median_s=10, sigma=0.5).draw(chance) for _ in range(999))
    assert 9 < drawn[499] < 11
    assert drawn[840] / drawn[499] == pytest.approx(1.65, rel=0.1)
    assert Latency(median_s=3).draw(chance) == 3


def test_a_bucket_fills_evenly() -> None:
    now = [0.0]
    bucket = Bucket(60, 2, lambda: now[0])
    assert [bucket.take() for _ in range(3)] == [0.0, 0.0, 1.0]
    now[0] = 1.0
    assert bucket.take() == 0.0


def test_the_bill_survives_in_its_file(tmp_path: Path) -> None:
    file = tmp_path / "bills" / "bill.jsonl"
    settings = StandinSettings(time_scale=0, picture_scale=0.05, bill_file=file)
    for expected in (1, 2):
        with running_standin(settings) as running:
            bench = Bench(running)
            bench.create("", prefer="wait")
            told = bench.send("GET", f"{running.base_url}/standin/bill").json
            bench.close()
            assert len(told["lines"]) == expected
            assert told["total_usd_micros"] == expected * 3000 == running.billed_micros()
    file.write_text(file.read_text() + '{"id": "half a li')
    assert len(Bill(file).lines()) == 2


def test_the_same_seed_gives_the_same_pictures_and_times() -> None:
    def made(seed: int) -> tuple[bytes, float]:
        with running_standin(StandinSettings(seed=seed, time_scale=0, picture_scale=0.05)) as running:
            bench = Bench(running)
            prediction = bench.create("", prefer="wait").json
            picture = httpx.get(prediction["output"][0]).content
            bench.close()
            return picture, prediction["metrics"]["predict_time"]

    first = made(5)
    assert made(5) == first
    other = made(6)
    assert other[0] != first[0]
    assert other[1] != first[1]


def test_no_key_is_ever_logged_or_told(caplog: pytest.LogCaptureFixture) -> None:
    key = "r8_planted_0123456789"
    with caplog.at_level(logging.DEBUG), running_standin(StandinSettings(time_scale=0, revoked_keys=(key,))) as running:
        headers = {"authorization": f"Bearer {key}"}
        answers = [
            httpx.post(f"{running.replicate}/models/{FLUX}/predictions", json={"input": DRAW}, headers=headers),
            httpx.get(f"{running.openai}/models", headers=headers),
            *(httpx.get(f"{running.base_url}/standin/{name}") for name in ("requests", "bill", "predictions")),
        ]
    assert [answer.status_code for answer in answers[:2]] == [401, 401]
    told = " ".join([*(answer.text for answer in answers), *(json.dumps(dict(each.headers)) for each in answers)])
    assert key not in told
    assert key not in caplog.text


def test_a_taken_port_is_said() -> None:
    with running_standin() as running:
        port = httpx.URL(running.base_url).port or 0
        with pytest.raises(DailiesError, match=f"Port {port}"):
            serve(StandinSettings(), "127.0.0.1", port)
