"""A studio that has grown: the gallery, a big project and its log, against one of a hundredth of the size.

Rows are written straight into a database as the studio writes them: copies of one finished project.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from dailies.adapters.db import tables
from dailies.adapters.db.database import Database
from dailies.adapters.db.documents import take_documents, to_text
from dailies.adapters.db.migrate import migrate
from dailies.adapters.db.projects import SqlProjectStore
from dailies.domain.brief import Brief
from dailies.domain.operations import start_operation
from dailies.domain.project import Change, Event, Media, Project, Take
from dailies.ports import Listing

PROJECTS, TAKES, EVENTS = 10_000, 2_000, 20_000
RUNS = 9
OWNER = "owner"


async def _timed(work: Callable[[], Awaitable[object]]) -> float:
    """The median of some runs, in milliseconds, after one that is not counted."""
    await work()
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        await work()
        times.append(1000 * (time.perf_counter() - began))
    return sorted(times)[RUNS // 2]


async def _first(store: SqlProjectStore) -> Project:
    now = datetime.now(UTC)
    empty = Project(secrets.token_hex(12), OWNER, Brief("A lamp"), "interactive", "Lamp", now, now, 1)
    project, _ = start_operation(empty, secrets.token_hex(12), "generate", "story", ["story"], now=now, estimates={})
    return await store.create(project, Event("project.created", {}), ())


def _fill(session: Session, project: Project, projects: int, takes: int, events: int) -> None:
    columns = tables.projects.c
    row = dict(session.execute(select(tables.projects).where(columns.id == project.id)).one()._mapping)
    at = datetime.now(UTC)
    copies = [
        {**row, "id": f"{number:024x}", "title": f"Lamp {number}", "updated_at": at - timedelta(seconds=number)}
        for number in range(projects - 1)
    ]
    session.execute(insert(tables.projects), copies)
    media = Media("0" * 64, "image/png", 1280, 720, 100_000)
    take = Take("", "story", 0, "generated", at, media=media, prompt="The words a picture was asked for with. " * 20)
    rows = []
    for number in range(takes):
        item = f"frame-s{number % 40}"
        each = replace(take, id=f"t{number}", item=item, number=number // 40 + 1)
        document = to_text(take_documents, each)
        facts = {"id": each.id, "project_id": project.id, "item": item, "number": each.number}
        rows.append({**facts, "document": document})
    session.execute(insert(tables.takes), rows)
    data = json.dumps({"item": "frame-s1", "take": "t1"})
    log = [
        {"project_id": project.id, "seq": number + 2, "type": "take.added", "data": data, "created_at": at}
        for number in range(events - 1)
    ]
    session.execute(insert(tables.events), log)
    session.execute(update(tables.projects).where(columns.id == project.id).values(seq=events))


def _renamed(project: Project) -> Change:
    changed = replace(project, title=f"Lamp {secrets.token_hex(4)}")
    return changed, (Event("project.changed", {"fields": ["title"]}),)


async def _sizes(share: int) -> dict[str, float]:
    """Milliseconds of each use, at the full size divided by ``share``."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'studio.sqlite3'}"
        migrate(url)
        database = Database.connect(url)
        try:
            store = SqlProjectStore(database, lambda _session, _job: None)
            project = await _first(store)
            events = EVENTS // share
            await database.run(lambda session: _fill(session, project, PROJECTS // share, TAKES // share, events))
            return {
                "gallery, first page": await _timed(lambda: store.gallery(Listing(OWNER))),
                "gallery, found by a word": await _timed(lambda: store.gallery(Listing(OWNER, query="lamp 7"))),
                "open a project": await _timed(lambda: store.load(project.id)),
                "change a project": await _timed(lambda: store.change(project.id, _renamed, lambda _a, _b: ())),
                "replay the last 100 events": await _timed(lambda: store.events(project.id, events - 100, 500)),
                "look for missed events": await _timed(lambda: store.heads([project.id])),
            }
        finally:
            database.close()


def measure() -> dict[str, object]:
    """Milliseconds at full size, at a hundredth of it, and their ratio."""
    small, full = asyncio.run(_sizes(100)), asyncio.run(_sizes(1))
    rows = {
        name: {
            "hundredth_ms": round(small[name], 2),
            "full_ms": round(full[name], 2),
            "ratio": round(full[name] / small[name], 1),
        }
        for name in full
    }
    return {"projects": PROJECTS, "takes": TAKES, "events": EVENTS, "uses": rows}
