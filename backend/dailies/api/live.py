"""The live socket: everything after a number, then whatever happens, in order and once.

A connection subscribes first, then replays from the log, then passes live messages on, filling any gap
from the log. A reader that is too slow is closed with 1013 and comes back with its last number.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import dataclass, field

from fastapi import APIRouter, Query, WebSocket
from pydantic import TypeAdapter, ValidationError
from starlette.websockets import WebSocketDisconnect

from dailies.adapters.live.hub import Lagged, Subscription
from dailies.api import schemas
from dailies.api.auth import socket_user
from dailies.api.requests import services_of
from dailies.bootstrap import Services
from dailies.domain.errors import DailiesError, Forbidden, NotFound, NotSignedIn
from dailies.services.studio import live_message

NOT_SIGNED_IN, NO_SUCH_PROJECT, TOO_SLOW = 4401, 4404, 1013
REPLAY_PAGE = 500

router = APIRouter()


class SpokenNote(schemas.NoteRequest):
    """A note over the socket."""

    type: str


spoken_notes: TypeAdapter[SpokenNote] = TypeAdapter(SpokenNote)


@router.websocket("/api/projects/{project_id}/live")
async def live(socket: WebSocket, project_id: str, after: int = Query(default=0, ge=0)) -> None:
    """Follow a project from event number ``after`` on."""
    services = services_of(socket)
    await socket.accept()
    try:
        user = await socket_user(socket)
        await services.studio.load(user.id, project_id)
    except (NotSignedIn, Forbidden):
        await socket.close(NOT_SIGNED_IN)
        return
    except DailiesError:
        await socket.close(NO_SUCH_PROJECT)
        return
    with contextlib.suppress(WebSocketDisconnect):
        async with services.hub.subscribe(project_id, maxsize=services.settings.live_queue) as subscription:
            follower = Follower(socket, services, user.id, project_id, after, subscription)
            await follower.run()


@dataclass
class Follower:
    """One open connection. ``seen``: number of the last event sent."""

    socket: WebSocket
    services: Services
    owner: str
    project_id: str
    seen: int
    subscription: Subscription
    _sending: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def run(self) -> None:
        """Send and listen until either side ends."""
        sender = asyncio.create_task(self._send_all())
        listener = asyncio.create_task(self._listen())
        done, pending = await asyncio.wait({sender, listener}, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        for task in done:
            error = task.exception()
            if isinstance(error, Lagged):
                await self.socket.close(TOO_SLOW)
            elif isinstance(error, NotFound):
                await self.socket.close(NO_SUCH_PROJECT)
            elif error is not None and not isinstance(error, WebSocketDisconnect):
                raise error

    async def _send(self, message: dict[str, object]) -> None:
        async with self._sending:
            await self.socket.send_text(json.dumps(message))

    async def _send_all(self) -> None:
        _, head = await self.services.studio.store.events(self.project_id, self.seen, 1)
        await self._send({"type": "hello", "head": head})
        await self._replay()
        async for message in self.subscription:
            seq = message.get("seq")
            if not isinstance(seq, int):
                await self._send(message)
            elif seq == self.seen + 1:
                await self._send(message)
                self.seen = seq
            elif seq > self.seen:
                await self._replay()

    async def _replay(self) -> None:
        while True:
            events, head = await self.services.studio.store.events(self.project_id, self.seen, REPLAY_PAGE)
            for numbered in events:
                await self._send(live_message(numbered))
                self.seen = numbered.seq
            if self.seen >= head or not events:
                return

    async def _listen(self) -> None:
        while True:
            try:
                message = json.loads(await self.socket.receive_text())
            except ValueError:
                await self._refuse("That was not JSON.", "invalid_input")
                continue
            kind = message.get("type") if isinstance(message, dict) else None
            if kind == "ping":
                await self._send({"type": "pong"})
            elif kind == "note":
                await self._note(message)
            else:
                await self._refuse("Send a ping or a note.", "invalid_input")

    async def _note(self, message: object) -> None:
        try:
            note = spoken_notes.validate_python(message)
            await self.services.notes.say(self.owner, self.project_id, note.text, note.stage, tuple(note.items))
        except ValidationError:
            await self._refuse("A note has a text, a stage and a list of items.", "invalid_input")
        except DailiesError as error:
            await self._refuse(str(error), error.code)

    async def _refuse(self, sentence: str, code: str) -> None:
        await self._send({"type": "error", "code": code, "detail": sentence})
