"""Each tool alone, with as little work as it takes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

from .tool import BACKEND, FOX, environment, listen_to_ctrl_c, prompt_file, run


def test_an_image_prompt_gets_better_and_leaves_its_trace(tmp_path: Path) -> None:
    told = run(tmp_path, "enhance_image_prompt", "-", "--json", "--output-dir", str(tmp_path / "out"), stdin=FOX)
    assert told.returncode == 0, told.stderr
    result = json.loads(told.stdout)
    folder = Path(result["folder"])
    first, last = result["iterations"][0]["overall"], result["overall"]
    assert last >= 85 > first
    assert result["final_prompt"].startswith(FOX)
    assert (folder / "00_original_prompt.txt").read_text().strip() == FOX
    names = {path.name for path in folder.iterdir()}
    assert {"01_agent1_iteration_1.txt", "02_agent2_iteration_1.txt", "prompt_trace_summary.json"} <= names
    assert "05_final_enhanced_prompt.txt" in names
    assert folder.parent.name == "image_prompt_traces"


def test_pictures_are_ranked_and_the_same_seed_draws_the_same(tmp_path: Path) -> None:
    arguments = ["--num-variations", "2", "--aspect-ratio", "1:1", "--seed", "7", "--output-dir", str(tmp_path / "out")]
    told = run(tmp_path, "generate_images", prompt_file(tmp_path), *arguments)
    assert told.returncode == 0, told.stderr
    assert "★ 1  image_001.png" in told.stdout
    assert "Image 1 won" in told.stdout
    folder = next((tmp_path / "out" / "image_generations").iterdir())
    trace = json.loads((folder / "generation_trace.json").read_text())
    assert {image["seed"] for image in trace["images"]} == {7, 8}
    assert trace["images"][0]["overall"] >= trace["images"][1]["overall"]
    unmeasured = {score["name"] for score in trace["images"][0]["scores"] if score["value"] is None}
    assert {"Match", "PickScore", "VQAScore"} <= unmeasured
    assert (folder / "image_001_metadata.json").is_file()
    assert b"Dailies rehearsal" in (folder / "image_001.png").read_bytes()


def test_a_stopped_run_keeps_what_was_made(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "cli_tools/generate_images.py", prompt_file(tmp_path), "--num-variations", "16"]
        + ["--output-dir", str(tmp_path / "out")],
        cwd=BACKEND,
        env=environment(tmp_path),
        preexec_fn=listen_to_ctrl_c,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    made: list[Path] = []
    until = time.monotonic() + 60
    while not made and time.monotonic() < until and process.poll() is None:
        time.sleep(0.05)
        made = list((tmp_path / "out").glob("image_generations/*/image_*.png"))
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "What was made is kept in" in told
    trace = json.loads(next((tmp_path / "out").glob("image_generations/*/generation_trace.json")).read_text())
    assert 1 <= len(trace["images"]) < 16
    assert all((made[0].parent / image["file"]).is_file() for image in trace["images"])


def test_a_storyboard_becomes_motion_prompts_and_videos(tmp_path: Path) -> None:
    prompt, out = prompt_file(tmp_path), ["--output-dir", str(tmp_path / "out"), "--json"]
    planned = run(tmp_path, "create_storyboard", prompt, "--num-clips", "1", "--aspect-ratio", "1:1", *out)
    assert planned.returncode == 0, planned.stderr
    board = json.loads(planned.stdout)
    folder = Path(board["folder"])
    clip = board["clips"][0]
    assert (folder / clip["start_frame"]).is_file()
    assert (folder / clip["end_frame"]).is_file()
    assert clip["end_seed"] == clip["start_seed"]
    assert {"shot_size", "camera_movement", "lens", "perspective", "motion", "consistency_groups"} <= set(clip)

    metadata = str(folder / "storyboard_metadata.json")
    written = run(tmp_path, "enhance_video_prompt", prompt, "--image-to-video", "--storyboard", metadata, *out)
    assert written.returncode == 0, written.stderr
    result = json.loads(written.stdout)
    motion = result["storyboard"]["clips"][0]
    assert motion["motion_prompt"].lower().startswith(clip["camera_movement"])
    assert motion["negative_prompt"]
    assert (Path(result["folder"]) / "storyboard_enhanced_motion_prompts.json").is_file()

    filmed = run(tmp_path, "generate_videos", prompt, "--storyboard", metadata, "--num-attempts", "1", *out)
    assert filmed.returncode == 0, filmed.stderr
    video = json.loads(filmed.stdout)["clips"][0]["videos"][0]
    assert video["prompt"].startswith(motion["motion_prompt"])
    names = [score["name"] for score in video["scores"]]
    assert {"Subject consistency", "Motion smoothness", "Prompt adherence"} <= set(names)


def test_a_brief_that_says_nothing_fails_with_a_line(tmp_path: Path) -> None:
    prompt = prompt_file(tmp_path, "qwrt zxcv plmk")
    told = run(tmp_path, "create_storyboard", prompt, "--output-dir", str(tmp_path / "out"))
    assert told.returncode == 1, told.stdout
    assert "Traceback" not in told.stderr
    assert not list((tmp_path / "out" / "storyboards").iterdir())
