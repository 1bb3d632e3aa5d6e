"""A studio in a process of its own, with the crew of fakes.

``python -m tests.support.serve FOLDER PORT PAUSE_S [WORD]``; a picture whose prompt has the word fails once.

Prints the owner's token (nothing where it is a worker) and then the word ready, on standard output. The role, the
database and Redis come from the environment, as in earnest.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import nullcontext
from pathlib import Path

from dailies.api.application import create_app, create_worker_app
from dailies.bootstrap import open_studio
from dailies.config import Settings
from dailies.main import listening_socket, server

from .fakes import Control, fake_crew


async def serve(folder: Path, port: int, pause_s: float, fail: str = "") -> None:
    """Run until killed."""
    web = Path(__file__).resolve().parents[3] / "frontend" / "dist"
    settings = Settings(data_folder=folder, port=port, web_folder=web)
    bound = listening_socket(settings)
    async with open_studio(settings, fake_crew(Control(pause_s=pause_s, fail={fail: 1} if fail else {}))) as services:
        worker = settings.role == "worker"
        app = create_worker_app(services) if worker else create_app(lambda: nullcontext(services), settings.web_folder)
        print("" if worker else await services.accounts.owner_link(), flush=True)
        print("ready", flush=True)
        await server(app, settings).serve(sockets=[bound])


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), *sys.argv[4:]))
