"""Runs a developer tool as a process of its own, as a person would."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

BACKEND = Path(__file__).parents[2]
TOOLS = BACKEND / "cli_tools"
NAMES = tuple(sorted(path.stem for path in TOOLS.glob("*.py")))
FOX = "A fox waits at a tram stop in the rain at night."


def environment(folder: Path) -> dict[str, str]:
    """No keys, no studio of the user's."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("DAILIES_") and not name.endswith(("_API_KEY", "_API_TOKEN", "DATABASE_URL"))
    }
    return {**kept, "HOME": str(folder), "COLUMNS": "200", "TERM": "dumb"}


def run(folder: Path, name: str, *arguments: str, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run ``cli_tools/name.py`` from the backend's folder, with its output below ``folder``."""
    return subprocess.run(
        [sys.executable, f"cli_tools/{name}.py", *arguments],
        cwd=BACKEND,
        env={**environment(folder), **more},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


def listen_to_ctrl_c() -> None:
    """In a new process: take Ctrl-C as at a terminal, also where the tests themselves run in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def prompt_file(folder: Path, text: str = FOX) -> str:
    """A prompt on disk."""
    path = folder / "prompt.txt"
    path.write_text(text)
    return str(path)
