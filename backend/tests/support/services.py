"""Real servers for tests, each on a free port, stopped by its own process id."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import redis

from .process import free_port


@dataclass
class RedisServer:
    """A Redis that can be stopped and started again, empty."""

    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its address."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        program = shutil.which("redis-server")
        assert program is not None, "Redis is not installed: run scripts/install-test-services.sh"
        options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--maxclients", "2000"]
        self.process = subprocess.Popen([program, "--port", str(self.port), *options], stdout=subprocess.DEVNULL)
        with redis.Redis(port=self.port) as client:
            for _ in range(200):
                try:
                    client.ping()
                except redis.ConnectionError:
                    time.sleep(0.02)
                else:
                    return
        raise AssertionError("Redis did not start")

    def stop(self) -> None:
        """kill -9: as a machine that goes away."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)

    def flush(self) -> None:
        """Forget everything."""
        with redis.Redis(port=self.port) as client:
            client.flushall()


@contextmanager
def running_redis() -> Iterator[RedisServer]:
    """A running, empty Redis."""
    server = RedisServer()
    server.start()
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def running_s3() -> Iterator[str]:
    """The address of a running server of the S3 protocol, which keeps its files in memory."""
    port = free_port()
    packages = Path(sys.prefix) / "s3"
    folder = tempfile.mkdtemp(prefix="dailies-s3-")
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(packages)}, **quiet)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(400):
            try:
                if httpx.get(f"{address}/moto-api/").status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.05)
        else:
            raise AssertionError("the S3 server did not start")
        yield address
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def new_bucket(address: str, name: str) -> dict[str, str]:
    """Make a bucket, and give back the settings with which a studio keeps its files there."""
    assert httpx.put(f"{address}/{name}").status_code == 200
    return {
        "DAILIES_BLOBS_URL": f"s3://{name}/films",
        "DAILIES_S3_ENDPOINT": address,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": "us-east-1",
    }
