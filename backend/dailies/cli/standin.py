"""``dailies standin``: a local server that speaks the OpenAI and Replicate protocols, for tests and development."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dailies.cli.terminal import console, fail
from dailies.domain.errors import DailiesError


def standin(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8900,
    settings: Annotated[Path | None, typer.Option(help="TOML file: latencies, prices, limits, faults, seed.")] = None,
    fast: Annotated[bool, typer.Option(help="Answer at once instead of at the vendors' pace.")] = False,
) -> None:
    """Start the stand-in for OpenAI and Replicate, with rehearsal artists behind it."""
    # Imported here: the artists take a second to load, and no other command needs the stand-in.
    from dailies.standin.server import serve
    from dailies.standin.settings import StandinSettings

    try:
        chosen = StandinSettings.load(settings) if settings else StandinSettings()
        if fast:
            chosen = chosen.model_copy(update={"time_scale": 0.0})
        console.print(f"OpenAI:    http://{host}:{port}/openai/v1\nReplicate: http://{host}:{port}/replicate/v1")
        serve(chosen, host, port)
    except DailiesError as error:
        raise fail(str(error)) from error
    except KeyboardInterrupt:
        raise typer.Exit from None
