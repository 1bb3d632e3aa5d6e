"""The live socket: every numbered event once and in order, however often the line drops."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from .support.process import StudioProcess

BRIEF = {"prompt": "A violinist misses her stop and plays for the dining car.", "duration_s": 5}


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioProcess]:
    process = StudioProcess(tmp_path_factory.mktemp("live"), pause_s=0.05)
    process.start()
    yield process
    process.stop()


def headers(studio: StudioProcess) -> dict[str, str]:
    cookie = "; ".join(f"{name}={value}" for name, value in studio.client.cookies.items())
    return {"Cookie": cookie, "Origin": studio.address}


def dial(studio: StudioProcess, project_id: str, after: int = 0, **more: Any) -> Any:
    address = studio.address.replace("http", "ws") + f"/api/projects/{project_id}/live?after={after}"
    return connect(address, additional_headers=more.get("headers", headers(studio)), open_timeout=20)


class Watcher:
    """A client like the web app's: remembers the last number, drops the line at random, comes back."""

    def __init__(self, studio: StudioProcess, project_id: str, chance: random.Random) -> None:
        self.studio, self.project_id, self.chance = studio, project_id, chance
        self.events: list[dict[str, Any]] = []
        self.connections = 0
        self.done = asyncio.Event()

    @property
    def last(self) -> int:
        return self.events[-1]["seq"] if self.events else 0

    async def watch(self) -> None:
        while not self.done.is_set():
            try:
                async with dial(self.studio, self.project_id, self.last) as socket:
                    self.connections += 1
                    await self._listen(socket, self.chance.uniform(0.0, 0.4))
            except (ConnectionClosed, OSError):
                await asyncio.sleep(0.02)

    async def _listen(self, socket: ClientConnection, seconds: float) -> None:
        until = asyncio.get_running_loop().time() + seconds
        while (left := until - asyncio.get_running_loop().time()) > 0:
            try:
                message = json.loads(await asyncio.wait_for(socket.recv(), left))
            except TimeoutError:
                break
            if "seq" in message:
                self.events.append(message)
        # No goodbye: the line is cut.
        socket.transport.abort()


async def test_every_event_is_seen_once_through_a_whole_pipeline_of_dropped_lines(studio: StudioProcess) -> None:
    project = studio.client.post("/api/projects", json={"brief": BRIEF, "mode": "automatic"}).json()
    watchers = [Watcher(studio, project["id"], random.Random(seed)) for seed in range(3)]
    tasks = [asyncio.create_task(watcher.watch()) for watcher in watchers]
    path = f"/api/projects/{project['id']}"
    for _ in range(400):
        await asyncio.sleep(0.1)
        state = await asyncio.to_thread(studio.project, project["id"])
        # Scores come after the takes; the last of them is the last event.
        waiting = any(take["scoring"] == "waiting" for item in state["items"] for take in item["takes"])
        if state["stages"][3]["state"] == "approved" and not waiting:
            break
    head = state["last_seq"]
    for _ in range(100):
        if all(watcher.last >= head for watcher in watchers):
            break
        await asyncio.sleep(0.05)
    for watcher in watchers:
        watcher.done.set()
    await asyncio.gather(*tasks)
    log = studio.client.get(f"{path}/events?limit=1000").json()["events"]
    assert len(log) == head > 30
    for watcher in watchers:
        assert watcher.connections > 5
        assert watcher.events == log


async def next_error(socket: ClientConnection) -> dict[str, Any]:
    """The next refusal; a last piece of the reply may come before it."""
    while True:
        message: dict[str, Any] = json.loads(await asyncio.wait_for(socket.recv(), 10))
        if message["type"] == "error":
            return message


async def test_a_note_on_the_socket_is_streamed(studio: StudioProcess) -> None:
    project = studio.client.post("/api/projects", json={"brief": BRIEF}).json()
    await asyncio.to_thread(studio.idle, project["id"])
    async with dial(studio, project["id"], 0) as socket:
        assert json.loads(await socket.recv())["type"] == "hello"
        await socket.send(json.dumps({"type": "ping"}))
        await socket.send(json.dumps({"type": "note", "text": "change it", "stage": "story", "items": []}))
        seen: list[dict[str, Any]] = []
        while not any(message["type"] == "plan.proposed" for message in seen):
            seen.append(json.loads(await asyncio.wait_for(socket.recv(), 10)))
        kinds = {message["type"] for message in seen}
        assert {"pong", "note.added", "reply", "reply.done"} <= kinds
        reply = [message["text"] for message in seen if message["type"] == "reply"]
        assert all(later.startswith(earlier) for earlier, later in zip(reply, reply[1:], strict=False))
        for bad, code in [
            ("{", "invalid_input"),
            ('{"type": "dance"}', "invalid_input"),
            ('{"type": "note", "stage": "story"}', "invalid_input"),
            ('{"type": "note", "text": " ", "stage": "story", "items": []}', "note_empty"),
        ]:
            await socket.send(bad)
            answer = await next_error(socket)
            assert answer["code"] == code


@pytest.mark.parametrize(("who", "code"), [("nobody", 4401), ("another site", 4401), ("no such project", 4404)])
async def test_who_may_not_look_is_told_so(studio: StudioProcess, who: str, code: int) -> None:
    project = studio.client.post("/api/projects", json={"brief": BRIEF}).json()
    sent = headers(studio)
    if who == "nobody":
        sent = {"Origin": studio.address}
    if who == "another site":
        sent = {**sent, "Origin": "http://elsewhere.test"}
    project_id = "0" * 24 if who == "no such project" else project["id"]
    async with dial(studio, project_id, 0, headers=sent) as socket:
        with pytest.raises(ConnectionClosed) as closed:
            await asyncio.wait_for(socket.recv(), 10)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == code
