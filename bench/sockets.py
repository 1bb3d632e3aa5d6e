"""Live connections under load: ``python -m bench.sockets 100 1000``; JSON on standard output.

A studio in a process of its own, and a real client for each connection: every one reads every event, and says at the
end whether it saw all, in order. Everything runs on one machine, clients included.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

EVENTS = 20
NOTES = 200
PROJECTS = 20
AT_ONCE = 200
"""Handshakes under way at a time, but for the reconnecting, where all are."""

BRIEF = {"prompt": "A violinist misses her stop and plays for the dining car.", "duration_s": 5}


@dataclass
class Viewer:
    """One client. ``at``: when it got each event, by number."""

    address: str
    headers: dict[str, str]
    at: dict[int, float] = field(default_factory=dict)
    last: int = 0
    wrong: int = 0
    socket: ClientConnection | None = None
    task: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Connect after the last event it has, and wait for the hello."""
        where = f"{self.address}?after={self.last}"
        headers = self.headers
        self.socket = await connect(
            where, additional_headers=headers, compression=None, open_timeout=120, ping_interval=None
        )
        await self.socket.recv()
        self.task = asyncio.create_task(self._read(self.socket))

    async def _read(self, socket: ClientConnection) -> None:
        try:
            async for text in socket:
                message = json.loads(text)
                if "seq" in message:
                    self.wrong += message["seq"] != self.last + 1
                    self.last = message["seq"]
                    self.at[self.last] = time.perf_counter()
        except ConnectionClosed:
            return

    def drop(self) -> None:
        """Cut the line without a goodbye."""
        assert self.socket is not None
        self.socket.transport.abort()


@dataclass
class Server:
    """The studio's process, seen from outside."""

    process: subprocess.Popen[str]
    client: httpx.AsyncClient

    @property
    def rss_kb(self) -> int:
        """Memory in use, KiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) if found else 0

    @property
    def cpu_s(self) -> float:
        """Processor time used, seconds."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    async def event(self, project: str, number: int) -> None:
        """Make one event."""
        answer = await self.client.patch(f"/api/projects/{project}", json={"title": f"Title {number}"})
        answer.raise_for_status()

    async def head(self, project: str) -> int:
        """The number of the last event."""
        return int((await self.client.get(f"/api/projects/{project}")).json()["last_seq"])


async def start(folder: str) -> Server:
    """Start a studio and sign in as its owner."""
    environment = {**os.environ, "DAILIES_DATA_FOLDER": folder, "DAILIES_SOCKETS_PER_USER": "100000"}
    environment["DAILIES_SOCKET_IDLE_S"] = "3600"
    command = [sys.executable, "-m", "dailies.cli", "serve", "--port", "0"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    while "token=" not in (line := process.stdout.readline()):
        if process.poll() is not None:
            raise RuntimeError("the studio did not start")
    address, _, token = line.strip().partition("owner: ")[2].partition("/welcome?token=")
    client = httpx.AsyncClient(base_url=address, headers={"Origin": address}, timeout=120)
    for _ in range(200):
        try:
            (await client.post("/api/auth/owner", json={"token": token})).raise_for_status()
            break
        except httpx.TransportError:
            await asyncio.sleep(0.1)
    return Server(process, client)


async def new_project(server: Server) -> str:
    """A project with its story made."""
    project = str((await server.client.post("/api/projects", json={"brief": BRIEF})).json()["id"])
    while True:
        state = (await server.client.get(f"/api/projects/{project}")).json()
        if all(each["status"] not in ("queued", "running") for each in state["operations"]):
            return project
        await asyncio.sleep(0.1)


def spread(values: Sequence[float]) -> dict[str, float]:
    """p50, p95 and p99 in milliseconds."""
    ordered = sorted(values)
    return {f"p{p}_ms": round(1000 * ordered[min(len(ordered) - 1, len(ordered) * p // 100)], 1) for p in (50, 95, 99)}


async def until_seen(viewers: Sequence[Viewer], head: int, seconds: float = 120) -> None:
    """Wait until everybody has the event with this number, or the time is over."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end and any(viewer.last < head for viewer in viewers):
        await asyncio.sleep(0.05)


async def measure_viewers(server: Server, project: str, count: int) -> dict[str, object]:
    """Open ``count`` connections on one project, broadcast to them, cut them all and let all come back at once."""
    address = str(server.client.base_url).replace("http", "ws").rstrip("/") + f"/api/projects/{project}/live"
    cookie = "; ".join(f"{name}={value}" for name, value in server.client.cookies.items())
    headers = {"Cookie": cookie, "Origin": str(server.client.base_url).rstrip("/")}
    first = await server.head(project)
    viewers = [Viewer(address, headers, last=first) for _ in range(count)]
    memory, began = server.rss_kb, time.perf_counter()
    for index in range(0, count, AT_ONCE):
        await asyncio.gather(*(viewer.open() for viewer in viewers[index : index + AT_ONCE]))
    opened_s = time.perf_counter() - began
    await asyncio.sleep(1)
    per_connection = (server.rss_kb - memory) / count
    cpu, began = server.cpu_s, time.perf_counter()
    sent: dict[int, float] = {}
    for number in range(EVENTS):
        sent[first + number + 1] = time.perf_counter()
        await server.event(project, number)
        await until_seen(viewers, first + number + 1)
    share = (server.cpu_s - cpu) / (time.perf_counter() - began)
    lags = [viewer.at[number] - moment for viewer in viewers for number, moment in sent.items() if number in viewer.at]
    for viewer in viewers:
        viewer.drop()
    for number in range(5):
        await server.event(project, EVENTS + number)
    head = first + EVENTS + 5
    began = time.perf_counter()
    await asyncio.gather(*(viewer.open() for viewer in viewers))
    await until_seen(viewers, head)
    back = [viewer.at[head] - began for viewer in viewers if head in viewer.at]
    for viewer in viewers:
        viewer.drop()
    return {
        "connections": count,
        "opened_s": round(opened_s, 2),
        "kib_per_connection": round(per_connection, 1),
        "broadcast": spread(lags),
        "cpu_share_in_broadcast": round(share, 2),
        "reconnect_and_catch_up": spread(back),
        "events_expected": count * (EVENTS + 5),
        "events_lost": count * (EVENTS + 5) - sum(len(viewer.at) for viewer in viewers),
        "out_of_order_or_twice": sum(viewer.wrong for viewer in viewers),
    }


async def measure_notes(server: Server) -> dict[str, object]:
    """Two hundred notes at once, over twenty projects: how long each takes to be kept."""
    projects = [await new_project(server) for _ in range(PROJECTS)]

    async def note(number: int) -> float:
        began = time.perf_counter()
        path = f"/api/projects/{projects[number % PROJECTS]}/notes?wait=false"
        answer = await server.client.post(path, json={"text": f"why is it so, {number}?", "stage": "story"})
        answer.raise_for_status()
        return time.perf_counter() - began

    return {"notes": NOTES, "kept": spread(await asyncio.gather(*(note(number) for number in range(NOTES))))}


async def run(counts: Sequence[int]) -> dict[str, object]:
    """Measure with these numbers of connections."""
    with tempfile.TemporaryDirectory() as folder:
        server = await start(folder)
        try:
            project = await new_project(server)
            viewers = [await measure_viewers(server, project, count) for count in counts]
            return {"viewers": viewers, "notes": await measure_notes(server)}
        finally:
            await server.client.aclose()
            server.process.terminate()
            server.process.wait(30)


def measure(counts: Sequence[int] = (100,)) -> dict[str, object]:
    """The row of this measurement; by itself as many connections as a slow machine takes in a minute."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return asyncio.run(run(counts))


if __name__ == "__main__":
    print(json.dumps(measure([int(count) for count in sys.argv[1:]] or (100, 1000)), indent=2))
