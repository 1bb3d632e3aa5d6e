"""An engine in a process of its own, to be killed: ``python -m tests.adapters.job_process URL``.

Queues the job ``long``, prints a line when it has begun, and never ends it.
"""

from __future__ import annotations

import asyncio
import sys

from dailies.adapters.db.database import Database
from dailies.adapters.jobs.engine import DbosJobEngine


async def work_until_killed(url: str) -> None:
    """Begin the job and wait."""
    database = Database.connect(url)
    engine = DbosJobEngine(database)

    async def handler(job_id: str, args: dict[str, str]) -> None:
        print(f"began {job_id} {args['colour']}", flush=True)
        await asyncio.Event().wait()

    engine.register("paint", handler)
    await engine.start()
    await database.run(lambda session: engine.enqueue(session, "long", "paint", {"colour": "blue"}, "work", 1))
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(work_until_killed(sys.argv[1]))
