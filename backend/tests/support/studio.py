"""A running studio for tests: the real application on a real database, with a crew of fakes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import func, select

from dailies.adapters.db.tables import takes
from dailies.api.application import create_app
from dailies.bootstrap import Services, open_studio
from dailies.config import Settings
from dailies.ports import Editor
from dailies.services.studio import utc_now

from .fakes import Control, fake_crew

BRIEF = {"prompt": "A violinist misses her stop and plays for the dining car.", "duration_s": 5}
BASE = "http://studio.test"


@dataclass
class TestStudio:
    """A studio, a signed-in client, and the strings that move its artists."""

    __test__ = False

    services: Services
    client: httpx.AsyncClient
    control: Control

    def stranger(self) -> httpx.AsyncClient:
        """A client that is not signed in."""
        transport = httpx.ASGITransport(app=self.client._transport.app)  # type: ignore[attr-defined]
        return httpx.AsyncClient(transport=transport, base_url=BASE, headers={"Origin": BASE})

    async def start(self, **brief: Any) -> dict[str, Any]:
        """A new project, with its story under way."""
        mode = brief.pop("mode", "interactive")
        answer = await self.client.post("/api/projects", json={"brief": {**BRIEF, **brief}, "mode": mode})
        assert answer.status_code == 201, answer.text
        return answer.json()  # type: ignore[no-any-return]

    async def project(self, project_id: str) -> dict[str, Any]:
        """The snapshot."""
        answer = await self.client.get(f"/api/projects/{project_id}")
        assert answer.status_code == 200, answer.text
        return answer.json()  # type: ignore[no-any-return]

    async def until(self, project_id: str, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The snapshot once it is as wanted; fails after 20 seconds."""
        for _ in range(400):
            project = await self.project(project_id)
            if wanted(project):
                return project
            await asyncio.sleep(0.05)
        raise AssertionError(f"never came: {project['stages']} {project['operations'][-1:]}")

    async def idle(self, project_id: str) -> dict[str, Any]:
        """The snapshot once nothing is under way."""
        return await self.until(
            project_id, lambda p: not any(o["status"] in ("queued", "running", "cancelling") for o in p["operations"])
        )

    async def scored(self) -> None:
        """Wait until every picture and clip of the studio is measured; fails after 20 seconds."""
        waiting = select(func.count()).where(takes.c.judged.is_(None), takes.c.item.not_in(["story", "cut"]))
        for _ in range(400):
            if not await self.services.database.read(lambda session: session.scalar(waiting)):
                return
            await asyncio.sleep(0.05)
        raise AssertionError("the scores never came")

    async def approve(self, project: dict[str, Any], stage: str, **more: Any) -> dict[str, Any]:
        """Sign a stage off."""
        path = f"/api/projects/{project['id']}/stages/{stage}/approve"
        answer = await self.client.post(path, json={"revision": project["revision"], **more})
        assert answer.status_code == 200, answer.text
        return answer.json()  # type: ignore[no-any-return]

    async def generate(self, project: dict[str, Any], stage: str) -> dict[str, Any]:
        """Make what a stage misses, and wait for it."""
        answer = await self.client.post(f"/api/projects/{project['id']}/stages/{stage}/generate")
        assert answer.status_code == 200, answer.text
        return await self.idle(project["id"])

    async def reach(self, stage: str, **brief: Any) -> dict[str, Any]:
        """A project with everything made down to a stage, and everything above it approved."""
        project = await self.idle((await self.start(**brief))["id"])
        stages = ["story", "references", "storyboard", "video"]
        for above, below in zip(stages, stages[1:], strict=False):
            if above == stage:
                break
            project = await self.approve(project, above)
            project = await self.generate(project, below)
        return project


@asynccontextmanager
async def running_studio(
    folder: Path,
    database_url: str = "",
    clock: Callable[[], datetime] = utc_now,
    editor: Editor | None = None,
    **settings: Any,
) -> AsyncIterator[TestStudio]:
    """Start a studio and sign its owner in. ``clock``: the present moment in UTC; ``editor``: instead of the fake."""
    control = Control()
    chosen = Settings(data_folder=folder, web_folder=folder / "web", **settings).model_copy(
        update={"database_url": database_url}
    )
    crew = fake_crew(control)
    async with open_studio(chosen, replace(crew, editor=editor or crew.editor), clock) as services:
        app = create_app(lambda: nullcontext(services), chosen.web_folder)
        app.state.services, app.state.accounts = services, services.accounts
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url=BASE, headers={"Origin": BASE}) as client:
            token = await services.accounts.owner_link()
            answer = await client.post("/api/auth/owner", json={"token": token})
            assert answer.status_code == 200, answer.text
            yield TestStudio(services, client, control)


def item(project: dict[str, Any], item_id: str) -> dict[str, Any]:
    """One item of a snapshot."""
    return next(each for each in project["items"] if each["id"] == item_id)


def stage(project: dict[str, Any], name: str) -> dict[str, Any]:
    """One stage of a snapshot."""
    return next(each for each in project["stages"] if each["name"] == name)


LATER = ("scores", "overall", "overall_parts", "scoring")
"""What comes to a take after it was made."""


def as_made(take: dict[str, Any]) -> dict[str, Any]:
    """A take without its scores, which come after it."""
    return {key: value for key, value in take.items() if key not in LATER}
