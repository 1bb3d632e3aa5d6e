"""The official replicate client 2.x (beta) against the stand-in, in a process of its own.

It is installed apart: ``pip install --target <environment>/replicate2 replicate==2.0.0b4``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dailies.standin.server import StandinHandle
from tests.standin.asking import FLUX

FOLDER = Path(sys.prefix) / "replicate2"
SESSION = Path(__file__).with_name("replicate2_session.py")
needs_client = pytest.mark.skipif(
    not FOLDER.exists(), reason="replicate 2.0.0b4 is not installed: make install puts it beside the environment"
)


@pytest.fixture(scope="module")
def told(standin: StandinHandle, picture: bytes, tmp_path_factory: pytest.TempPathFactory) -> Any:
    file = tmp_path_factory.mktemp("replicate2") / "start.png"
    file.write_bytes(picture)
    environment = {**os.environ, "PYTHONPATH": str(FOLDER)}
    done = subprocess.run(
        [sys.executable, SESSION, standin.replicate, file],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@needs_client
def test_it_is_the_beta(told: Any) -> None:
    assert told["version"] == "2.0.0-beta.4"


@needs_client
def test_predictions_clips_and_masks(standin: StandinHandle, told: Any) -> None:
    assert (told["status"], told["model_version"]) == ("succeeded", "hidden")
    assert told["image"].startswith(standin.delivery_url)
    assert told["clip"]["status"] == "succeeded", told["clip"]["error"]
    assert told["clip"]["output"].endswith("output.mp4")
    assert told["masks"] == 4
    assert told["listed"]


@needs_client
def test_uploads_keep_name_and_metadata(told: Any) -> None:
    assert told["upload"] == {"name": "start.png", "metadata": {"shot": 1}}


@needs_client
def test_unknown_inputs_are_refused(told: Any) -> None:
    assert told["refused"] == "- input: Additional property cfg_scale is not allowed\n"


@needs_client
def test_everything_else_is_read(told: Any) -> None:
    assert told["account"]
    assert "gpu-l40s" in told["hardware"]
    assert "text-to-image" in told["collections"]
    assert FLUX.split("/")[1] in told["models"]
    assert told["versions"] == 1
    assert told["searched"] == ["veo-3.1-lite"]
    assert told["secret"].startswith("whsec_")
