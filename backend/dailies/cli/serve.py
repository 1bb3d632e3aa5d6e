"""``dailies serve``: the studio; ``dailies openapi``: its schema."""

from __future__ import annotations

import asyncio
import json
from contextlib import nullcontext
from enum import StrEnum
from typing import Annotated

import typer

from dailies.cli.terminal import fail
from dailies.config import Settings
from dailies.domain.errors import DailiesError


class Role(StrEnum):
    """What a process does."""

    ALL = "all"
    WEB = "web"
    WORKER = "worker"


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 picks a free one.")] = None,
    role: Annotated[Role | None, typer.Option(help="Answer browsers, make takes, or both .")] = None,
) -> None:
    """Start the studio and print its address."""
    settings = Settings()
    chosen = {"host": host, "port": port, "role": str(role) if role else None}
    settings = settings.model_copy(update={name: value for name, value in chosen.items() if value is not None})
    try:
        asyncio.run(_serve(settings))
    except KeyboardInterrupt:
        raise typer.Exit from None
    except DailiesError as error:
        raise fail(str(error)) from error
    except OSError as error:
        sentence = f"Port {settings.port} is taken. Choose another: dailies serve --port 0."
        raise fail(sentence if error.errno in (48, 98) else str(error)) from error


async def _serve(settings: Settings) -> None:
    # Imported here, as below: the studio's libraries take seconds to load, and other commands do not need them.
    from dailies.adapters.logs import write_logs
    from dailies.adapters.traces import send_traces
    from dailies.api.application import create_app, create_worker_app
    from dailies.bootstrap import open_studio
    from dailies.main import listening_socket, server

    write_logs(settings.log_level, settings.log_format)
    send_traces(settings.role)
    bound = listening_socket(settings)
    async with open_studio(settings) as services:
        if settings.role == "worker":
            print(f"\n  Dailies makes takes; its health is at http://{settings.host}:{bound.getsockname()[1]}/readyz\n")
            await server(create_worker_app(services), settings).serve(sockets=[bound])
            return
        fastapi = create_app(lambda: nullcontext(services), settings.web_folder)
        address = f"http://{settings.host}:{bound.getsockname()[1]}"
        token = await services.accounts.owner_link()
        print(f"\n  Dailies is running at {address}", flush=True)
        print(f"  Sign in as the owner: {address}/welcome?token={token}\n", flush=True)
        await server(fastapi, settings).serve(sockets=[bound])


def openapi() -> None:
    """Print the schema of the HTTP interface and the live messages."""
    from dailies.api.application import create_app, openapi_schema
    from dailies.bootstrap import open_studio

    settings = Settings()
    fastapi = create_app(lambda: open_studio(settings), settings.web_folder)
    print(json.dumps(openapi_schema(fastapi), indent=2, sort_keys=True))
