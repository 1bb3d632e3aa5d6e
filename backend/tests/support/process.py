"""Start, kill and restart a studio in a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

BACKEND = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class StudioProcess:
    """A studio that can be killed. ``pause_s``: how long each fake artist works; ``fail``: a word that makes
    one prompt fail once; ``signs_in``: whether the client does."""

    folder: Path
    pause_s: float = 0.15
    fail: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    signs_in: bool = True
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[str] | None = None
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = httpx.Client(base_url=self.address, headers={"Origin": self.address}, timeout=20)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, and sign the client in the first time."""
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.support.serve",
                str(self.folder),
                str(self.port),
                str(self.pause_s),
                self.fail,
            ],
            cwd=BACKEND,
            env={**os.environ, **self.environment},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.token = self.process.stdout.readline().strip()
        assert self.process.stdout.readline().strip() == "ready"
        self._wait_until_it_answers()
        if self.signs_in and self.token and not self.client.cookies:
            assert self.client.post("/api/auth/owner", json={"token": self.token}).status_code == 200

    def _wait_until_it_answers(self) -> None:
        for _ in range(200):
            try:
                if self.client.get("/healthz").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
        raise AssertionError("the studio does not answer")

    def kill(self) -> None:
        """kill -9."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to stop, and wait."""
        if self.process is not None and self.process.poll() is None:
            self._end(signal.SIGTERM)
        self.client.close()

    def _end(self, how: signal.Signals) -> None:
        assert self.process is not None
        assert self.process.stdout is not None
        self.process.send_signal(how)
        self.process.wait(30)
        self.process.stdout.close()

    def project(self, project_id: str) -> dict[str, Any]:
        """The snapshot."""
        return self.client.get(f"/api/projects/{project_id}").json()  # type: ignore[no-any-return]

    def idle(self, project_id: str) -> dict[str, Any]:
        """The snapshot once nothing is under way; fails after 30 seconds."""
        for _ in range(300):
            project = self.project(project_id)
            if not any(each["status"] in ("queued", "running", "cancelling") for each in project["operations"]):
                return project
            time.sleep(0.1)
        raise AssertionError(f"still at work: {project['operations']}")
