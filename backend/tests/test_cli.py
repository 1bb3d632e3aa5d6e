"""The command, with the real rehearsal artists: from a brief to a film on disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dailies.media.video import probe

BACKEND = Path(__file__).parents[1]


def run(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dailies.cli", *arguments],
        cwd=BACKEND,
        env={**os.environ, "DAILIES_DATA_FOLDER": str(folder / "studio")},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


def test_a_brief_becomes_a_film(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    brief = "A 6 second film: a violinist misses her stop and plays for the dining car of a night train."
    made = run(tmp_path, "make", brief, "--out", str(film), "--aspect", "1:1", "--json")
    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout)
    assert (told["seconds"], told["width"], told["height"], told["cost_usd"]) == (6.0, 1024, 1024, 0.0)
    facts = probe(film)
    assert (facts.video_codec, facts.pixel_format, facts.audio_codec) == ("h264", "yuv420p", "aac")
    assert (facts.frames, facts.faststart) == (144, True)


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "says"),
    [
        (["make", "a film", "--aspect", "3:1"], "", 2, "No such aspect ratio"),
        (["make", "a film", "--out", "nowhere/film.mp4"], "", 2, "There is no folder nowhere"),
        (["make", "-"], "   ", 1, "The brief is empty"),
        (["make", "a film", "--duration", "900"], "", 1, "from 5 to 180 seconds"),
        (["make", "qwrt zxcv plmk", "--duration", "6"], "", 1, ""),
    ],
)
def test_bad_input_gets_a_line_and_a_code(
    tmp_path: Path, arguments: list[str], stdin: str, code: int, says: str
) -> None:
    refused = run(tmp_path, *arguments, stdin=stdin)
    assert refused.returncode == code, refused.stderr
    assert says in refused.stderr.replace("\n", " ")
    assert not list(tmp_path.glob("*.mp4"))


def test_the_schema_is_printed(tmp_path: Path) -> None:
    schema = json.loads(run(tmp_path, "openapi").stdout)
    assert {"LiveProgress", "LiveReply", "Problem", "ProjectShape"} <= set(schema["components"]["schemas"])
