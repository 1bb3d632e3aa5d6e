"""``dailies doctor``: whether everything the settings name answers, and what to do where it does not."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import sys
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

import typer

from dailies.cli.terminal import console
from dailies.config import Settings
from dailies.domain.errors import DailiesError

ROOM_MIB = 2048
"""Free disk below which the doctor warns: a minute of film with its takes."""


@dataclass(frozen=True)
class Finding:
    """What one look found. ``cure``: what to do, "" where all is well."""

    name: str
    state: str
    cure: str = ""


def doctor() -> None:
    """Check everything this studio needs, and say how to mend what is wrong."""
    settings = Settings()
    findings = asyncio.run(examine(settings))
    for finding in findings:
        mark, style = ("wrong", "red") if finding.cure else ("ok", "green")
        console.print(f"{mark:<6}", style=style, end="")
        console.print(f"{finding.name}: {finding.state}", highlight=False)
        if finding.cure:
            console.print(f"      {finding.cure}", highlight=False)
    if any(finding.cure for finding in findings):
        raise typer.Exit(1)


async def examine(settings: Settings) -> list[Finding]:
    """Look at everything, one after the other."""
    findings = list(_machine(settings))
    if not settings.resolved_database_url.startswith("sqlite"):
        findings.append(await _answers("PostgreSQL", lambda: _postgres(settings), "Start it, or mend DATABASE_URL."))
    if settings.redis_url:
        cure = "Start it, or mend REDIS_URL. Until then updates between servers come a second late."
        findings.append(await _answers("Redis", lambda: _redis(settings), cure))
    cure = "Make the bucket, or mend DAILIES_BLOBS_URL, DAILIES_S3_ENDPOINT and the AWS_ variables."
    if not settings.blobs_url:
        cure = f"Make room, or let this user write to {settings.data_folder}."
    findings.append(await _answers("Files", lambda: _files(settings), cure))
    findings.append(await _answers("Keys and models", lambda: _keys(settings), "Mend the file that is named."))
    return findings


def _machine(settings: Settings) -> Iterator[Finding]:
    yield Finding(
        "Role", settings.role, "" if settings.role == "all" or settings.many else "Set DATABASE_URL and REDIS_URL."
    )
    if settings.redis_url and not settings.many:
        yield Finding(
            "Database", "SQLite", "Set DATABASE_URL to a PostgreSQL: SQLite is for one process, without REDIS_URL."
        )
    elif not settings.many:
        from dailies.adapters.db.database import check_sqlite_version

        try:
            check_sqlite_version(sys.version_info[:2], sqlite3.sqlite_version_info)
            yield Finding("Database", settings.resolved_database_url.partition(":")[0])
        except DailiesError as error:
            yield Finding("Database", str(error), "Follow one of its three ways.")
    folder = settings.data_folder
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free // 2**20
    yield Finding("Disk", f"{free} MiB free", "" if free >= ROOM_MIB else f"Free at least {ROOM_MIB} MiB.")
    built = (settings.web_folder / "index.html").is_file()
    needed = settings.role != "worker"
    yield Finding("Web app", "built" if built else "not built", "Run make build." if needed and not built else "")


async def _answers(name: str, look: Callable[[], Awaitable[str]], cure: str) -> Finding:
    try:
        return Finding(name, await asyncio.wait_for(look(), 30))
    except Exception as error:
        # The doctor's boundary: whatever a dependency does, the next one is looked at too.
        return Finding(name, str(error).partition("\n")[0] or type(error).__name__, cure)


async def _postgres(settings: Settings) -> str:
    from dailies.adapters.db.database import lock_connection

    with await asyncio.to_thread(lock_connection, settings.resolved_database_url) as connection:
        version = connection.execute("SHOW server_version_num").fetchone()
        most = connection.execute("SHOW max_connections").fetchone()
    number = int(str(version[0])) // 10000 if version else 0
    if number < 13:
        raise DailiesError(f"version {number} is too old: 13 or later is needed")
    return f"version {number}, {most[0] if most else '?'} connections; each process uses up to 40"


async def _redis(settings: Settings) -> str:
    from dailies.adapters import redis_link

    client = redis_link.connect(settings.redis_url)
    try:
        facts = await client.info("server")
    finally:
        await client.aclose()
    return f"version {facts['redis_version']}"


async def _files(settings: Settings) -> str:
    from dailies.bootstrap import open_blobs

    blobs = open_blobs(settings)
    address = await blobs.put(b"the doctor was here")
    if await blobs.read(address) != b"the doctor was here":
        raise DailiesError("what was stored does not come back")
    await blobs.delete(address)
    return settings.blobs_url or str(settings.data_folder / "blobs")


async def _keys(settings: Settings) -> str:
    from dailies.adapters.keys import KeyRing
    from dailies.adapters.models.loader import load_registry
    from dailies.config import environment_values

    registry = load_registry(settings.resolved_models_file)
    names = {vendor.id: vendor.key for vendor in registry.vendors.values()}
    keys = KeyRing(registry, environment_values(names), settings.resolved_keys_file)
    ready = [vendor.title for vendor in registry.vendors.values() if vendor.key and keys.ready(vendor.id)]
    return f"{len(registry.models)} models, keys of {', '.join(ready) or 'no vendor: rehearsal only'}"
