"""A real PostgreSQL on a free port in a temporary folder, stopped by its own process id."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from .process import free_port


def binaries() -> Path:
    """Where initdb and postgres are. Fails loudly when PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if found:
        return found[-1].parent
    on_path = shutil.which("postgres")
    if on_path is None:
        raise AssertionError("PostgreSQL is not installed: run scripts/install-test-services.sh")
    return Path(on_path).parent


def server_user() -> str | None:
    """PostgreSQL refuses to run as root; then the user it was installed with runs it."""
    if os.geteuid() != 0:
        return None
    return pwd.getpwnam("postgres").pw_name


@dataclass
class PostgresServer:
    """A PostgreSQL that can be restarted."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its address, without a database."""
        return f"postgresql://dailies@127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        cluster = self.folder / "cluster"
        command = [binaries() / "postgres", "-D", cluster, "-p", str(self.port), "-h", "127.0.0.1", "-k", self.folder]
        options = ["-c", "fsync=off", "-c", "max_connections=100"]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, *options], user=server_user(), cwd=self.folder, stdout=log, stderr=log
            )
        _wait(self.port)

    def stop(self) -> None:
        """Stop it, ending every connection."""
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(30)

    def restart(self) -> None:
        """Stop and start it."""
        self.stop()
        self.start()


@contextmanager
def running_postgres_server() -> Iterator[PostgresServer]:
    """A running, empty server."""
    folder = Path(tempfile.mkdtemp(prefix="dailies-postgres-"))
    user = server_user()
    if user is not None:
        shutil.chown(folder, user)
    server = PostgresServer(folder, free_port())
    initdb = [binaries() / "initdb", "-D", folder / "cluster", "-U", "dailies", "-A", "trust", "-E", "UTF8"]
    subprocess.run([*initdb, "--no-sync"], user=user, cwd=folder, check=True, capture_output=True)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running_postgres() -> Iterator[str]:
    """The address of a running, empty server."""
    with running_postgres_server() as server:
        yield server.url


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            psycopg.connect(f"postgresql://dailies@127.0.0.1:{port}/postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("PostgreSQL did not start")


def new_database(server: str, name: str) -> str:
    """Create a database and return its address."""
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]
    return f"{server}/{name}"
