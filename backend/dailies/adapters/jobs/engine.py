"""Durable jobs on DBOS, inside the app's own database.

A job is one bounded piece of work. It is queued in the transaction that changes the state, survives the
death of the process, and runs again from its start when it did not end; its handler must bear that.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import dbos
from dbos import DBOS, DBOSClient, DBOSConfig
from dbos._error import DBOSAwaitedWorkflowCancelledError
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from dailies.adapters.db.database import Database, alone, build_engine, normalised_url
from dailies.adapters.jobs.peers import Peers
from dailies.adapters.logs import bound
from dailies.adapters.meters import JOBS
from dailies.adapters.traces import tracer

log = logging.getLogger(__name__)

Handler = Callable[[str, dict[str, str]], Awaitable[None]]
Queue = Literal["work", "talk"]

APPLICATION = "dailies"
CONTRACT = "jobs-1"
"""Version of what a job is. A change of the workflow gets a new workflow name, never new code under it."""
WORKFLOW = "job_v1"
POLL_S = 0.1
AWAY_EVERY_S = 10.0
MAX_THREADS = 16
MAX_ATTEMPTS = 50
"""How often a job is begun anew after its process died. High: each is a restart of the studio, seldom the job's fault,
and giving up leaves a vendor's work to be looked up by hand."""
TALKERS = 4

STATES = {
    "ENQUEUED": "queued",
    "DELAYED": "queued",
    "PENDING": "running",
    "SUCCESS": "succeeded",
    "ERROR": "failed",
    "CANCELLED": "cancelled",
    "MAX_RECOVERY_ATTEMPTS_EXCEEDED": "failed",
}


@dataclass(frozen=True)
class Depth:
    """Jobs of a queue in one state (``queued``, ``running``). ``oldest_s``: since the oldest was queued."""

    queue: str
    state: str
    jobs: int
    oldest_s: float


class News(logging.Filter):
    """Lets lines of the engine's log through that say more than that a job was cancelled, which the creator asked for;
    of the many it writes while the database is away, one every few seconds."""

    said = 0.0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is written."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, DBOSAwaitedWorkflowCancelledError) or "was cancelled" in record.getMessage():
            return False
        if isinstance(error, DBAPIError) or "OperationalError" in record.getMessage():
            if time.monotonic() - self.said < AWAY_EVERY_S:
                return False
            self.said = time.monotonic()
            record.msg, record.args = "the database is away", None
            record.exc_info = record.exc_text = None
        return True


NEWS = News()


@dataclass
class DbosJobEngine:
    """The engine. ``workers``: jobs of the work queue that run at a time in this process; ``many``: whether other
    processes of the studio share the database; ``cancelled``: told the id of a running job that somebody cancelled,
    before its handler is interrupted."""

    database: Database
    workers: int = 2
    many: bool = False
    cancelled: Callable[[str], None] = lambda _: None
    _stopping: bool = False
    _peers: Peers | None = None
    _launched: bool = False
    _handlers: dict[str, Handler] = field(default_factory=dict)
    _engine: Engine | None = None
    _client: DBOSClient | None = None

    def register(self, kind: str, handler: Handler) -> None:
        """Name the coroutine that does a kind of job; before the start."""
        self._handlers[kind] = handler

    async def connect(self) -> None:
        """Only queue and cancel jobs, for other processes to do."""
        self._engine = build_engine(self.database.url)
        await asyncio.get_running_loop().run_in_executor(self.database.executor, self._prepare)
        self._open_client()

    def _prepare(self) -> None:
        with alone(self.database.url):
            DBOS.migrate(normalised_url(self.database.url))

    def _open_client(self) -> None:
        self._client = DBOSClient(
            system_database_engine=self._engine,
            serializer=dbos.DBOSPortableJSONSerializer(),
            application_name=APPLICATION,
        )

    async def start(self) -> None:
        """Take up queued and interrupted jobs, on the running loop."""
        logging.getLogger("dbos").addFilter(NEWS)
        self._engine = build_engine(self.database.url)
        # Every worker of many has a name of its own: what a dead one had begun is taken over by its peers.
        executor = f"{APPLICATION}-{secrets.token_hex(8)}" if self.many else APPLICATION
        if self.many:
            await asyncio.get_running_loop().run_in_executor(self.database.executor, self._prepare)
            self._peers = Peers(self.database.url, executor, self._engine)
            await self._peers.join()
        config: DBOSConfig = {
            "name": APPLICATION,
            "system_database_engine": self._engine,
            "executor_id": executor,
            "application_version": CONTRACT,
            "serializer": dbos.DBOSPortableJSONSerializer(),
            "notification_listener_polling_interval_sec": POLL_S,
            "max_executor_threads": MAX_THREADS,
            "log_level": "WARNING",
            "use_listen_notify": False,
        }
        DBOS(config=config)
        self._register_workflow()
        DBOS.launch()
        self._launched = True
        await DBOS.register_queue_async(
            "work",
            worker_concurrency=self.workers,
            polling_interval_sec=POLL_S,
            on_conflict="always_update",
        )
        await DBOS.register_queue_async(
            "talk", worker_concurrency=TALKERS, polling_interval_sec=POLL_S, on_conflict="always_update"
        )
        self._open_client()

    def _register_workflow(self) -> None:
        handlers = self._handlers

        @DBOS.step(name="run", preemptible=True)
        async def run(job_id: str, kind: str, args: dict[str, str]) -> None:
            began, outcome = time.monotonic(), "failed"
            ids = {"job": job_id, "project": args.get("project", "")}
            with bound(**ids), tracer.start_as_current_span(f"job {kind}") as span:
                span.set_attributes({f"dailies.{name}": value for name, value in ids.items()})
                try:
                    await self._interruptible(job_id, handlers[kind](job_id, args))
                    outcome = "done"
                except asyncio.CancelledError:
                    outcome = "interrupted"
                    raise
                finally:
                    JOBS.labels(kind, outcome).observe(time.monotonic() - began)

        @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=MAX_ATTEMPTS)
        async def job(job_id: str, kind: str, args: dict[str, str]) -> None:
            await run(job_id, kind, args)

    async def _interruptible(self, job_id: str, work: Awaitable[None]) -> None:
        """Do a job; when it is interrupted and the studio is not stopping, somebody cancelled it, here or elsewhere."""
        task = asyncio.ensure_future(work)
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            if not self._stopping:
                self.cancelled(job_id)
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            raise

    async def stop(self, grace_s: float) -> None:
        """Let running jobs end for at most ``grace_s`` seconds; what does not end runs again at the next start."""
        self._stopping = True
        if self._launched:
            # In a thread: the loop must stay free for the jobs that are ending.
            await asyncio.to_thread(DBOS.destroy, destroy_registry=True, workflow_completion_timeout_sec=int(grace_s))
        if self._peers is not None:
            await self._peers.leave()
        if self._client is not None:
            self._client.destroy()
        if self._engine is not None:
            self._engine.dispose()

    def enqueue(
        self, session: Session, job_id: str, kind: str, args: dict[str, str], queue: Queue, priority: int
    ) -> None:
        """Queue a job in the session's transaction. The same id again queues nothing new."""
        client = self._connected()
        options: Any = {
            "workflow_name": WORKFLOW,
            "queue_name": queue,
            "workflow_id": job_id,
            "app_version": CONTRACT,
        }
        if queue == "work":
            options["priority"] = priority
        client.enqueue_in_transaction(session, options, job_id, kind, args)

    async def cancel(self, job_id: str) -> None:
        """Stop a job: a queued one never starts, a running one is interrupted within about a second."""
        await self._connected().cancel_workflow_async(job_id)

    async def status(self, job_id: str) -> str | None:
        """queued, running, succeeded, failed, cancelled, or None when there is no such job."""
        found = await self._connected().list_workflows_async(workflow_ids=[job_id], load_input=False)
        return STATES[found[0].status] if found else None

    async def depths(self) -> tuple[Depth, ...]:
        """Jobs that wait and run, by queue."""
        table = "workflow_status" if self.database.url.startswith("sqlite") else "dbos.workflow_status"
        query = text(
            f"SELECT queue_name, status, COUNT(*), MIN(created_at) FROM {table} "
            "WHERE status IN ('ENQUEUED', 'PENDING') AND queue_name IN ('work', 'talk') GROUP BY queue_name, status"
        )
        rows = await self.database.read(lambda session: session.execute(query).all())
        now_ms = time.time() * 1000
        return tuple(Depth(row[0], STATES[row[1]], row[2], max(0.0, (now_ms - row[3]) / 1000)) for row in rows)

    def _connected(self) -> DBOSClient:
        if self._client is None:
            raise RuntimeError("the engine is not started")
        return self._client
