"""Two web servers and two workers are one studio: whoever dies, restarts or forgets, nothing durable is lost."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection

from .support.postgres import PostgresServer, running_postgres_server
from .support.process import StudioProcess
from .support.services import RedisServer, new_bucket, running_redis, running_s3
from .test_live import BRIEF, dial

pytestmark = pytest.mark.crash

TOKEN = "for-the-tests"


@dataclass
class Cluster:
    """A studio of several processes, with what it stands on."""

    folder: Path
    environment: dict[str, str]
    postgres: PostgresServer
    redis: RedisServer
    webs: list[StudioProcess]
    workers: list[StudioProcess]

    def new(self, role: str, pause_s: float = 0.4) -> StudioProcess:
        """One more process, not started."""
        number = len(self.webs) + len(self.workers)
        # A folder of its own: what another process shares with it is in PostgreSQL, Redis or the bucket.
        environment = {**self.environment, "DAILIES_ROLE": role, "DAILIES_METRICS_TOKEN": TOKEN}
        process = StudioProcess(
            self.folder / f"{role}{number}", pause_s=pause_s, environment=environment, signs_in=False
        )
        (self.webs if role == "web" else self.workers).append(process)
        return process


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("many")
    with running_postgres_server() as postgres, running_redis() as redis, running_s3() as s3:
        environment = {
            "DATABASE_URL": f"{postgres.url}/postgres",
            "REDIS_URL": redis.url,
            "DAILIES_KEYS_FILE": str(folder / "keys.toml"),
            **new_bucket(s3, "studio"),
        }
        studio = Cluster(folder, environment, postgres, redis, [], [])
        one, two, *workers = [studio.new(role) for role in ("web", "web", "worker", "worker")]
        try:
            # At once, as an orchestrator does: they agree on who prepares the database.
            with ThreadPoolExecutor(4) as pool:
                list(pool.map(StudioProcess.start, (one, two, *workers)))
            # The link of the one that started last is the one that holds; the sign-in of the one is that of the other.
            links = [{"token": each.token} for each in (one, two)]
            assert any(one.client.post("/api/auth/owner", json=link).is_success for link in links)
            two.client.cookies.update(one.client.cookies)
            yield studio
        finally:
            for process in (*studio.webs, *studio.workers):
                process.stop()


def until(wanted: Callable[[], Any], seconds: float = 20.0) -> Any:
    """What it gives once it gives something; errors on the way are waited through."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := wanted():
                return found
        except Exception as error:
            last: object = error
        else:
            last = found
        time.sleep(0.1)
    raise AssertionError(f"never came: {last}")


async def events_until(socket: ClientConnection, kind: str) -> list[dict[str, Any]]:
    """What the socket says, up to the first message of a kind."""
    seen: list[dict[str, Any]] = []
    while not seen or seen[-1]["type"] != kind:
        seen.append(json.loads(await asyncio.wait_for(socket.recv(), 20)))
    return seen


def start(web: StudioProcess, **more: Any) -> str:
    """A new project, with its story under way."""
    return str(web.client.post("/api/projects", json={"brief": BRIEF, **more}).json()["id"])


def draw_references(web: StudioProcess, project: str) -> None:
    """Sign the story off and begin the pictures of who and where."""
    state = web.idle(project)
    path = f"/api/projects/{project}/stages"
    approved = web.client.post(f"{path}/story/approve", json={"revision": state["revision"]})
    assert approved.status_code == 200, approved.text
    assert web.client.post(f"{path}/references/generate").status_code == 200


async def test_what_one_server_is_told_every_server_shows_in_order(cluster: Cluster) -> None:
    one, two = cluster.webs
    project = await asyncio.to_thread(start, one)
    async with dial(two, project) as socket:
        seen = await events_until(socket, "operation.finished")
        numbers = [message["seq"] for message in seen if "seq" in message]
        assert numbers == list(range(1, len(numbers) + 1))
        assert {"hello", "take.added"} <= {message["type"] for message in seen}
        await socket.send(json.dumps({"type": "draft", "text": "warmer", "items": ["s1a"]}))
        await socket.send(json.dumps({"type": "look", "stage": "story"}))
        await socket.send(json.dumps({"type": "note", "text": "change it", "stage": "story", "items": []}))
        seen = await events_until(socket, "reply.done")
        assert any(message["type"] == "reply" for message in seen)
        async with dial(one, project) as other:
            kinds = {message["type"]: message for message in await events_until(other, "looking")}
    assert kinds["draft"]["text"] == "warmer"
    assert kinds["looking"]["who"][0]["stage"] == "story"
    await asyncio.to_thread(draw_references, two, project)
    made = await asyncio.to_thread(two.idle, project)
    address = next(item for item in made["items"] if item["stage"] == "references")["takes"][0]["media"]["sha256"]
    for web in cluster.webs:
        assert web.client.get(f"/api/blobs/{address}").content[:4] == b"\x89PNG"


def test_a_worker_stops_what_a_server_is_asked_to_cancel(cluster: Cluster) -> None:
    one, _ = cluster.webs
    project = start(one)
    draw_references(one, project)
    operation = one.project(project)["operations"][1]["id"]
    until(lambda: one.project(project)["operations"][1]["status"] == "running")
    one.client.post(f"/api/projects/{project}/operations/{operation}/cancel")
    one.idle(project)
    time.sleep(0.2)
    made = [len(item["takes"]) for item in one.project(project)["items"]]
    time.sleep(1.3)
    state = one.project(project)
    assert state["operations"][1]["status"] == "cancelled"
    assert [len(item["takes"]) for item in state["items"]] == made
    assert 0 in made


def test_a_key_entered_at_one_server_is_known_to_all(cluster: Cluster) -> None:
    one, two = cluster.webs
    assert one.client.put("/api/providers/openai/key", json={"key": "sk-entered-here"}).status_code == 204
    vendors = two.client.get("/api/providers").json()["vendors"]
    assert next(each["key"] for each in vendors if each["id"] == "openai") == "file"
    assert two.client.delete("/api/providers/openai/key").status_code == 204


def test_health_readiness_and_metrics(cluster: Cluster) -> None:
    for process in (cluster.webs[0], cluster.workers[0]):
        assert process.client.get("/healthz").json() == {"status": "ok"}
        assert process.client.get("/readyz").json() == {
            "status": "ready",
            "database": "ok",
            "files": "ok",
            "redis": "ok",
        }
        assert process.client.get("/metrics").status_code == 403
        page = process.client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).text
        assert "dailies_sockets_open" in page
    assert (
        "dailies_request_seconds_bucket"
        in cluster.webs[0]
        .client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}", "X-Request-ID": "the-test-asks"})
        .text
    )


@pytest.mark.parametrize("what", ["restarted", "flushed"])
async def test_redis_forgets_and_comes_back(cluster: Cluster, what: str) -> None:
    one, two = cluster.webs
    project = await asyncio.to_thread(start, one)
    await asyncio.to_thread(one.idle, project)
    head = one.project(project)["last_seq"]
    async with dial(two, project, head) as socket:
        await events_until(socket, "hello")
        if what == "flushed":
            cluster.redis.flush()
        else:
            cluster.redis.stop()
            seen = await events_until(socket, "studio")
            assert seen[-1]["slow"] is True
            assert two.client.get("/readyz").json()["redis"] == "away, going on without it"
        # Said at one server, answered by a worker, shown at the other, with Redis away.
        note = {"text": "why?", "stage": "story"}
        assert one.client.post(f"/api/projects/{project}/notes?wait=false", json=note).status_code == 200
        seen = await events_until(socket, "reply.done")
        numbers = [message["seq"] for message in seen if "seq" in message]
        assert numbers == list(range(head + 1, head + 1 + len(numbers)))
        if what == "restarted":
            cluster.redis.start()
            seen = await events_until(socket, "studio")
            assert seen[-1]["slow"] is False


async def test_postgres_restarts_and_operations_go_on(cluster: Cluster) -> None:
    one, two = cluster.webs
    project = await asyncio.to_thread(start, one)
    await asyncio.to_thread(draw_references, one, project)
    await asyncio.to_thread(until, lambda: one.project(project)["operations"][1]["status"] == "running")
    cluster.postgres.restart()
    state = await asyncio.to_thread(until, lambda: two.idle(project), 40)
    for item in state["items"]:
        if item["stage"] == "references":
            assert [take["number"] for take in item["takes"]] == [1]
            assert item["failure"] is None


def test_a_killed_worker_s_work_is_taken_over_and_made_once(cluster: Cluster) -> None:
    one, _ = cluster.webs
    project = start(one)
    draw_references(one, project)
    until(lambda: any(item["work"] and item["work"]["status"] == "running" for item in one.project(project)["items"]))
    cluster.workers[0].kill()
    cluster.workers[0].start()
    state = one.idle(project)
    made = [item for item in state["items"] if item["stage"] == "references"]
    assert [[take["number"] for take in item["takes"]] for item in made] == [[1]] * len(made)
