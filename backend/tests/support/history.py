"""Seed a studio with a history, through its public interface, on a compressed clock.

    python -m tests.support.history FOLDER PROJECTS [SEED]

The studio is the real application with artists that take milliseconds. Its clock is moved by this script: every
project begins at a moment of the past year, and between what its creator does minutes to days pass. What creators do
is drawn at random from the seed: how far they come, notes, plans, regenerations, picks, ratings, deletions.
"""

from __future__ import annotations

import asyncio
import random
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from .studio import BRIEF, TestStudio, running_studio

ENDS = datetime(2026, 11, 22, 18, tzinfo=UTC)
PEOPLE = 24
STAGES = ("story", "references", "storyboard", "video")
COMMENTS = ["", "", "", "Faster than our old way.", "The notes are understood.", "More music."]
GOES_ON = {"story": 0.86, "references": 0.92, "storyboard": 0.84, "video": 0.9}
"""How likely a creator goes on from each stage."""


@dataclass
class Clock:
    """Moved by hand; a second passes whenever it is read, so that no two events share a moment."""

    now: datetime = field(default=ENDS)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=250)
        return self.now

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


@dataclass
class Creator:
    """Somebody at work on one project."""

    studio: TestStudio
    client: httpx.AsyncClient
    clock: Clock
    chance: random.Random

    async def post(self, path: str, **body: Any) -> dict[str, Any]:
        """A request of theirs; what is refused is left at that."""
        answer = await self.client.post(path, json=body)
        return answer.json() if answer.content and answer.status_code < 300 else {}

    async def idle(self, project: str) -> dict[str, Any]:
        """The snapshot once nothing is under way."""
        while True:
            found: dict[str, Any] = (await self.client.get(f"/api/projects/{project}")).json()
            busy = any(each["status"] in ("queued", "running", "cancelling") for each in found["operations"])
            if not busy and all(note["reply_state"] != "writing" for note in found["notes"]):
                return found
            await asyncio.sleep(0.01)

    async def make(self) -> None:
        """One project, from the brief as far as it goes."""
        chance = self.chance
        mode = "interactive" if chance.random() < 0.75 else "automatic"
        if chance.random() < 0.04:
            self.studio.control.fail["dining car"] = 1
        started = await self.post("/api/projects", brief=BRIEF, mode=mode)
        project = await self.idle(started["id"])
        base = f"/api/projects/{project['id']}"
        if mode == "automatic":
            await self.end(base, project)
            return
        for stage, below in zip(STAGES, (*STAGES[1:], ""), strict=True):
            self.clock.wait(chance.expovariate(1 / 240))
            for _ in range(min(3, int(chance.expovariate(1.2)))):
                await self.note(base, stage, project)
                project = await self.idle(project["id"])
            if chance.random() > GOES_ON[stage]:
                if chance.random() < 0.2:
                    await self.client.delete(base)
                return
            self.clock.wait(chance.expovariate(1 / 120))
            await self.post(f"{base}/stages/{stage}/approve", revision=project["revision"], with_stale=True)
            if below:
                await self.post(f"{base}/stages/{below}/generate")
            project = await self.idle(project["id"])
        await self.end(base, project)

    async def note(self, base: str, stage: str, project: dict[str, Any]) -> None:
        """A note, and what comes of it."""
        chance = self.chance
        words = chance.choice(["change it: warmer", "why is this so dark?", "change it: closer", "thanks"])
        answer = await self.post(f"{base}/notes", text=words, stage=stage)
        project = await self.idle(project["id"])
        self.clock.wait(chance.expovariate(1 / 60))
        plan = next((each["id"] for each in project["plans"] if each["state"] == "proposed"), None)
        if not answer or plan is None:
            return
        does = chance.random()
        if does < 0.15:
            await self.client.patch(f"{base}/plans/{plan}", json={"instruction": "a little cooler"})
        if does < 0.7:
            await self.post(f"{base}/plans/{plan}/apply")
            await self.idle(project["id"])
            if does < 0.06:
                await self.post(f"{base}/plans/{plan}/undo")
        elif does < 0.85:
            await self.post(f"{base}/plans/{plan}/discard")

    async def end(self, base: str, project: dict[str, Any]) -> None:
        """Rate the film, perhaps."""
        chance = self.chance
        self.clock.wait(chance.expovariate(1 / 90))
        if chance.random() < 0.45:
            stars = chance.choices([1, 2, 3, 4, 5], [1, 2, 5, 12, 14])[0]
            recommend = min(10, max(0, round(chance.gauss(2 * stars - 1, 1.2))))
            comment = chance.choice(
                ["", "", "", "Faster than our old way.", "The notes are understood.", "More music."]
            )
            await self.post(f"{base}/rating", stars=stars, recommend=recommend, comment=comment)


async def people(studio: TestStudio, chance: random.Random) -> list[httpx.AsyncClient]:
    """The owner and others, each signed in."""
    clients = [studio.client]
    for number in range(PEOPLE - 1):
        client = studio.stranger()
        account = {"email": f"creator{number}@example.org", "password": "a quiet long one", "name": f"Creator {number}"}
        assert (await client.post("/api/auth/register", json=account)).status_code in (200, 201)
        clients.append(client)
    return clients


async def seed(folder: Path, projects: int, number: int) -> None:
    """Make the history."""
    chance, clock = random.Random(number), Clock()
    async with running_studio(folder, clock=clock, registration_open=True, session_days=3650, workers=4) as studio:
        clock.now = ENDS - timedelta(days=366)
        clients = await people(studio, chance)
        begins = sorted(ENDS - timedelta(days=365 * chance.random() ** 1.4) for _ in range(projects))
        for count, moment in enumerate(begins, 1):
            clock.now = max(clock.now, moment)
            await Creator(studio, chance.choice(clients), clock, chance).make()
            studio.control.reset()
            if count % 100 == 0:
                print(f"{count} of {projects}", flush=True)


if __name__ == "__main__":
    asyncio.run(seed(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1))
