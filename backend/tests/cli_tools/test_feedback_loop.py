"""The whole way at a terminal: a person answers after images and after videos."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

from .tool import BACKEND, environment, listen_to_ctrl_c, prompt_file

TINY = ["--num-clips", "1", "--num-image-variations", "1", "--num-video-attempts", "1", "--aspect-ratio", "1:1"]


class Terminal:
    """A tool at a pseudo-terminal."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "cli_tools/feedback_loop.py", *arguments],
            cwd=BACKEND,
            env={**environment(folder), "TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": "160"},
            preexec_fn=listen_to_ctrl_c,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        self.seen = ""

    def until(self, words: str, seconds: float = 90.0) -> None:
        """Read until the words are there; what was read before them is gone."""
        deadline = time.monotonic() + seconds
        while words not in self.seen:
            assert time.monotonic() < deadline, self.seen[-2000:]
            self._read()
        self.seen = self.seen.split(words, 1)[1]

    def say(self, words: str) -> None:
        """Type a line."""
        os.write(self.ours, f"{words}\n".encode())

    def end(self) -> int:
        """The exit code."""
        while self.process.poll() is None:
            self._read()
        os.close(self.ours)
        return self.process.wait()

    def _read(self) -> None:
        if select.select([self.ours], [], [], 0.1)[0]:
            try:
                self.seen += os.read(self.ours, 65536).decode(errors="replace")
            except OSError:
                # Linux tells the end of a pseudo-terminal as an error.
                time.sleep(0.05)


def test_a_person_goes_all_the_way(tmp_path: Path) -> None:
    out = tmp_path / "out"
    terminal = Terminal(tmp_path, prompt_file(tmp_path), "--interactive", *TINY, "--output-dir", str(out))
    terminal.until("▀")
    terminal.until("[s]top: ")
    terminal.say("r")
    terminal.until("What should be different? ")
    terminal.say("warmer light")
    terminal.until("[s]top: ")
    terminal.say("c")
    terminal.until("[s]top: ")
    terminal.say("c")
    assert terminal.end() == 0
    folder = next((out / "feedback_loops").iterdir())
    summary = json.loads((folder / "workflow_summary.json").read_text())
    assert summary["ended"] == "done"
    assert [stage["stage"] for stage in summary["stages"]] == ["prompt", "images", "storyboard", "motion", "videos"]
    assert [(each["after"], each["answer"]) for each in summary["decisions"]] == [
        ("images", "regenerate with feedback"),
        ("images", "continue"),
        ("videos", "continue"),
    ]
    assert summary["decisions"][0]["feedback"] == "warmer light"
    best = summary["best"]
    assert (folder / best["image"]).is_file()
    assert all((folder / video).is_file() for video in best["videos"])
    assert {path.name for path in folder.iterdir()} == {
        "image_prompt_traces",
        "image_generations",
        "storyboards",
        "video_prompt_traces",
        "video_generations",
        "workflow_summary.json",
    }
    trace = json.loads((folder / "image_generations" / "generation_trace.json").read_text())
    assert {image["prompt"].endswith("Change: warmer light") for image in trace["images"]} == {True, False}


def test_ctrl_c_at_a_question_keeps_what_was_made(tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ["--interactive", "--workflow", "image-only", *TINY, "--output-dir", str(out)]
    terminal = Terminal(tmp_path, prompt_file(tmp_path), *arguments)
    terminal.until("[s]top: ")
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.end() == 130
    assert list(out.glob("feedback_loops/*/image_generations/image_001.png"))
