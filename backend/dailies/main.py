"""The web server's process."""

from __future__ import annotations

import socket

import uvicorn
from fastapi import FastAPI

from dailies.config import Settings


def listening_socket(settings: Settings) -> socket.socket:
    """A bound socket. Raises OSError when the port is taken."""
    bound = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((settings.host, settings.port))
    return bound


def server(app: FastAPI, settings: Settings) -> uvicorn.Server:
    """The server. Compression of socket messages is off: it costs more memory than it saves bytes."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            backlog=4096,
            proxy_headers=True,
            ws="websockets-sansio",
            ws_per_message_deflate=False,
            ws_max_size=1_048_576,
            ws_ping_interval=20,
            ws_ping_timeout=60,
            timeout_graceful_shutdown=5,
        )
    )
