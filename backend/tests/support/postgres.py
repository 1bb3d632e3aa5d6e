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


@contextmanager
def running_postgres() -> Iterator[str]:
    """The address of a running, empty server."""
    folder = Path(tempfile.mkdtemp(prefix="dailies-postgres-"))
    user = server_user()
    if user is not None:
        shutil.chown(folder, user)
    port = free_port()
    cluster = folder / "cluster"
    initdb = [binaries() / "initdb", "-D", cluster, "-U", "dailies", "-A", "trust", "-E", "UTF8", "--no-sync"]
    subprocess.run(initdb, user=user, cwd=folder, check=True, capture_output=True)
    command = [binaries() / "postgres", "-D", cluster, "-p", str(port), "-h", "127.0.0.1", "-k", folder]
    options = ["-c", "fsync=off", "-c", "max_connections=100"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([*command, *options], user=user, cwd=folder, stdout=log, stderr=log)
    try:
        _wait(port)
        yield f"postgresql://dailies@127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


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
