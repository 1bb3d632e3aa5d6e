"""Durable jobs on DBOS, inside the app's own database.

A job is one bounded piece of work. It is queued in the transaction that changes the state, survives the
death of the process, and runs again from its start when it did not end; its handler must bear that.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import dbos
from dbos import DBOS, DBOSClient, DBOSConfig
from dbos._error import DBOSAwaitedWorkflowCancelledError
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from dailies.adapters.db.database import Database, build_engine

log = logging.getLogger(__name__)

Handler = Callable[[str, dict[str, str]], Awaitable[None]]
Queue = Literal["work", "talk"]

APPLICATION = "dailies"
CONTRACT = "jobs-1"
"""Version of what a job is. A change of the workflow gets a new workflow name, never new code under it."""
WORKFLOW = "job_v1"
POLL_S = 0.1
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


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a line of the engine's log says more than that a job was cancelled, which the creator asked for."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, DBOSAwaitedWorkflowCancelledError) and "was cancelled" not in record.getMessage()


@dataclass
class DbosJobEngine:
    """The engine. ``workers``: jobs of the work queue that run at a time in this process."""

    database: Database
    workers: int = 2
    _handlers: dict[str, Handler] = field(default_factory=dict)
    _engine: Engine | None = None
    _client: DBOSClient | None = None

    def register(self, kind: str, handler: Handler) -> None:
        """Name the coroutine that does a kind of job; before the start."""
        self._handlers[kind] = handler

    async def start(self) -> None:
        """Take up queued and interrupted jobs, on the running loop."""
        logging.getLogger("dbos").addFilter(_is_news)
        self._engine = build_engine(self.database.url)
        serializer = dbos.DBOSPortableJSONSerializer()
        config: DBOSConfig = {
            "name": APPLICATION,
            "system_database_engine": self._engine,
            "executor_id": APPLICATION,
            "application_version": CONTRACT,
            "serializer": serializer,
            "notification_listener_polling_interval_sec": POLL_S,
            "max_executor_threads": MAX_THREADS,
            "log_level": "WARNING",
            "use_listen_notify": False,
        }
        DBOS(config=config)
        self._register_workflow()
        DBOS.launch()
        await DBOS.register_queue_async(
            "work",
            worker_concurrency=self.workers,
            polling_interval_sec=POLL_S,
            on_conflict="always_update",
        )
        await DBOS.register_queue_async(
            "talk", worker_concurrency=TALKERS, polling_interval_sec=POLL_S, on_conflict="always_update"
        )
        self._client = DBOSClient(
            system_database_engine=self._engine, serializer=serializer, application_name=APPLICATION
        )

    def _register_workflow(self) -> None:
        handlers = self._handlers

        @DBOS.step(name="run", preemptible=True)
        async def run(job_id: str, kind: str, args: dict[str, str]) -> None:
            await handlers[kind](job_id, args)

        @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=MAX_ATTEMPTS)
        async def job(job_id: str, kind: str, args: dict[str, str]) -> None:
            await run(job_id, kind, args)

    async def stop(self, grace_s: float) -> None:
        """Let running jobs end for at most ``grace_s`` seconds; what does not end runs again at the next start."""
        # In a thread: the loop must stay free for the jobs that are ending.
        await asyncio.to_thread(DBOS.destroy, destroy_registry=True, workflow_completion_timeout_sec=int(grace_s))
        if self._client is not None:
            self._client.destroy()
        if self._engine is not None:
            self._engine.dispose()

    def enqueue(
        self, session: Session, job_id: str, kind: str, args: dict[str, str], queue: Queue, priority: int
    ) -> None:
        """Queue a job in the session's transaction. The same id again queues nothing new."""
        if self._client is None:
            raise RuntimeError("the engine is not started")
        options: Any = {
            "workflow_name": WORKFLOW,
            "queue_name": queue,
            "workflow_id": job_id,
            "app_version": CONTRACT,
        }
        if queue == "work":
            options["priority"] = priority
        self._client.enqueue_in_transaction(session, options, job_id, kind, args)

    async def cancel(self, job_id: str) -> None:
        """Stop a job: a queued one never starts, a running one is interrupted within about a second."""
        await DBOS.cancel_workflow_async(job_id)

    async def status(self, job_id: str) -> str | None:
        """queued, running, succeeded, failed, cancelled, or None when there is no such job."""
        status = await DBOS.get_workflow_status_async(job_id)
        return None if status is None else STATES[status.status]
