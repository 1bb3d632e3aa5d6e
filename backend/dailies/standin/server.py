"""Runs the stand-in: for the command, and in a thread for tests."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn
from fastapi import FastAPI

from dailies.domain.errors import DailiesError
from dailies.standin.app import create_app
from dailies.standin.bill import BillLine
from dailies.standin.delivery import Download
from dailies.standin.faults import QueuedFault
from dailies.standin.replicate.running import Runner
from dailies.standin.settings import StandinSettings
from dailies.standin.state import RequestRecord, Standin
from dailies.standin.wire import Breakable

START_TIMEOUT_S = 20.0
TICK_S = 0.01
STOP_TIMEOUT_S = 5
LOOPBACK = "127.0.0.1"
KEEP_ALIVE_S = 75
"""Idle connections live long: one that closes while a client sends on it looks like a lost answer."""


@dataclass(frozen=True)
class StandinHandle:
    """A running stand-in. ``base_url``: scheme, host and port; ``delivery_url``: the same of the delivery host,
    which has another name and port."""

    base_url: str
    delivery_url: str
    standin: Standin
    runner: Runner

    @property
    def openai(self) -> str:
        """Base URL of the OpenAI dialect, with /v1."""
        return f"{self.base_url}/openai/v1"

    @property
    def ollama(self) -> str:
        """Base URL of a lenient compatible server, with /v1."""
        return f"{self.base_url}/ollama/v1"

    @property
    def replicate(self) -> str:
        """Base URL of the Replicate dialect, with /v1."""
        return f"{self.base_url}/replicate/v1"

    def bill(self) -> tuple[BillLine, ...]:
        """Every billed event, oldest first."""
        return self.standin.bill.lines()

    def billed_micros(self) -> int:
        """Millionths of a US dollar billed in all."""
        return sum(line.usd_micros for line in self.bill())

    def predictions(self) -> list[dict[str, Any]]:
        """Prediction objects, oldest first."""
        return [prediction.view() for prediction in tuple(self.runner.predictions.values())]

    def requests(self) -> tuple[RequestRecord, ...]:
        """Requests that reached an endpoint of a vendor or the delivery host, oldest first."""
        return tuple(self.standin.requests)

    def downloads(self) -> tuple[Download, ...]:
        """Requests to the delivery host, oldest first."""
        return tuple(self.standin.deliveries.downloads)

    def fault(self, name: str, times: int = 1, *, path: str = "", model: str = "") -> None:
        """Let a fault strike the next matching requests. Raises UnknownFault."""
        self.standin.faults.add(QueuedFault(name, times, path, model))

    def expire_outputs(self) -> None:
        """Let every delivered file die now."""
        self.standin.deliveries.expire_all()


def serve(settings: StandinSettings, host: str, port: int, delivery_port: int = 0) -> None:
    """Run until a signal. ``delivery_port``: where finished files are served as well, 0 for the same port; on the
    loopback they have the host name ``localhost``.

    Raises DailiesError ``port_taken``.
    """
    sockets = [_listening(host, port), *([_listening(host, delivery_port)] if delivery_port else [])]
    if host == LOOPBACK and not settings.delivery_base:
        # The vendor's files come from another host too: a key sent along by mistake shows.
        delivery = f"http://localhost:{sockets[-1].getsockname()[1]}"
        settings = settings.model_copy(update={"delivery_base": delivery})
    try:
        uvicorn.Server(_config(create_app(settings), "info")).run(sockets)
    finally:
        for each in sockets:
            each.close()


@contextmanager
def running_standin(settings: StandinSettings | None = None) -> Iterator[StandinHandle]:
    """A stand-in in a thread of this process, on free ports of the loopback.

    Without settings it is instant (``time_scale`` 0) and makes pictures an eighth of their size.
    """
    settings = settings or StandinSettings(time_scale=0, picture_scale=0.125)
    sockets = [_listening(LOOPBACK, 0) for _ in range(2)]
    base, delivery = (each.getsockname()[1] for each in sockets)
    delivery_url = settings.delivery_base or f"http://localhost:{delivery}"
    settings = settings.model_copy(update={"delivery_base": delivery_url})
    app = create_app(settings)
    server = uvicorn.Server(_config(app, "warning"))
    thread = threading.Thread(target=server.run, args=(sockets,), name="stand-in", daemon=True)
    thread.start()
    try:
        _await_start(server, thread)
        yield StandinHandle(f"http://{LOOPBACK}:{base}", delivery_url, app.state.standin, app.state.runner)
    finally:
        server.should_exit = True
        thread.join(START_TIMEOUT_S)
        for each in sockets:
            each.close()


def _config(app: FastAPI, log_level: str) -> uvicorn.Config:
    # Access lines name no header, so no key is ever logged. Breakable must get the server's own `send`.
    return uvicorn.Config(
        Breakable(app),
        log_level=log_level,
        timeout_graceful_shutdown=STOP_TIMEOUT_S,
        timeout_keep_alive=KEEP_ALIVE_S,
        ws="none",
        lifespan="on",
    )


def _listening(host: str, port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise DailiesError(f"Port {port} of {host} can't be used: {error.strerror}.", code="port_taken") from error
    bound.listen(256)
    return bound


def _await_start(server: uvicorn.Server, thread: threading.Thread) -> None:
    until = time.monotonic() + START_TIMEOUT_S
    while not server.started:
        if not thread.is_alive() or time.monotonic() > until:
            raise DailiesError("The stand-in did not start.")
        time.sleep(TICK_S)
