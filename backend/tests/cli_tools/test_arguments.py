"""Bad input gets one line and 2, before anything is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from .tool import FOX, prompt_file, run


def refused(folder: Path, says: str, name: str, *arguments: str, **more: str) -> None:
    output = folder / "output"
    told = run(folder, name, *arguments, "--output-dir", str(output), **more)
    assert told.returncode == 2, (told.stdout, told.stderr)
    line = told.stderr.strip()
    assert says in line
    assert "\n" not in line
    assert "Traceback" not in line
    assert not output.exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "There is no file"), (b"  \n", "is empty"), (b"\x00\xff\x00\xfe", "not a text file")],
)
def test_a_prompt_that_is_none(tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "prompt.txt"
    if content is not None:
        path.write_bytes(content)
    refused(tmp_path, says, "enhance_image_prompt", str(path))


@pytest.mark.parametrize(
    ("name", "arguments", "says"),
    [
        ("generate_images", ["--aspect-ratio", "3:1"], "There is no aspect ratio 3:1"),
        ("generate_images", ["--provider", "acme"], "There is no vendor or model acme"),
        ("generate_images", ["--provider", "replicate"], "There is no key for Replicate"),
        ("generate_videos", ["--provider", "openai/gpt-6-luna"], "makes text"),
        ("generate_videos", ["--image-to-video"], "needs --hero-frame or --storyboard"),
        ("create_storyboard", ["--reference-image", "prompt.txt"], "There is no file prompt.txt"),
        ("feedback_loop", ["--workflow", "half"], "There is no workflow half"),
    ],
)
def test_options_that_can_not_be(tmp_path: Path, name: str, arguments: list[str], says: str) -> None:
    refused(tmp_path, says, name, prompt_file(tmp_path), *arguments)


def test_paid_work_needs_a_yes(tmp_path: Path) -> None:
    told = run(
        tmp_path,
        "generate_images",
        prompt_file(tmp_path),
        "--provider",
        "replicate/prunaai/p-image",
        "--output-dir",
        str(tmp_path / "output"),
        REPLICATE_API_TOKEN="r8_not_a_real_token",
    )
    assert told.returncode == 2
    assert "8 pictures: about $0.0400" in told.stderr
    assert "add --yes" in told.stderr
    assert not (tmp_path / "output").exists()


def test_a_storyboard_whose_frame_is_gone(tmp_path: Path) -> None:
    clip = {"clip": 1, "description": FOX, "start_frame": "clip_001_start.png", "end_frame": "clip_001_end.png"}
    board = tmp_path / "storyboard_metadata.json"
    board.write_text(json.dumps({"clips": [clip]}))
    Image.new("RGB", (16, 16)).save(tmp_path / "clip_001_start.png")
    refused(tmp_path, "Clip 1", "generate_videos", prompt_file(tmp_path), "--storyboard", str(board))
    board.write_text("{}")
    refused(tmp_path, "is not a storyboard", "generate_videos", prompt_file(tmp_path), "--storyboard", str(board))


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    told = run(tmp_path, "enhance_image_prompt", prompt_file(tmp_path), "--output-dir", str(tmp_path / "prompt.txt"))
    assert (told.returncode, told.stderr.count("\n")) == (2, 1)
    assert "is a file, not a folder" in told.stderr
