"""The live socket: everything after a number, then whatever happens, in order and once.

A connection subscribes first, then replays from the log, then passes live messages on, filling any gap
from the log. A reader that is too slow is closed with 1013 and comes back with its last number.

Besides it says how the studio is, and keeps the session of whoever looks: their draft, where they are, and replies
that are being written, so that a page that opens anywhere goes on where another was.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from fastapi import APIRouter, FastAPI, Query, WebSocket
from pydantic import Field, TypeAdapter, ValidationError
from starlette.websockets import WebSocketDisconnect

from dailies.adapters.live.hub import HEAD, Lagged, Subscription
from dailies.adapters.live.redis_hub import studio_message
from dailies.adapters.logs import bound
from dailies.adapters.meters import REPLAYED, SOCKETS, SOCKETS_ENDED
from dailies.api import schemas
from dailies.api.auth import socket_user
from dailies.api.connections import Connections, TooManySockets
from dailies.api.requests import services_of
from dailies.bootstrap import Services
from dailies.domain.errors import DailiesError, Forbidden, InvalidInput, NotFound, NotSignedIn
from dailies.ports import NumberedEvent
from dailies.services.studio import live_message

NOT_SIGNED_IN, NO_SUCH_PROJECT, TOO_MANY, IDLE, TOO_SLOW, AWAY = 4401, 4404, 4429, 4408, 1013, 1011
LEFT = 1000
REPLAY_PAGE = 500
LOOKED_LATELY_S = 60.0
"""Whoever was not heard of this long does not look any more; pages speak every 20 seconds."""

router = APIRouter()


class SpokenNote(schemas.NoteRequest):
    """A note over the socket."""

    type: str


class SpokenDraft(schemas.Shape):
    """What is typed and not yet said; an empty text forgets it. ``plan``: changes to a plan that are not sent yet."""

    type: str
    text: str = Field(max_length=4000)
    items: list[str] | None = None
    plan: dict[str, object] | None = None


class SpokenLook(schemas.Shape):
    """Where somebody looks."""

    type: str
    stage: str = Field(max_length=40)
    item: str = Field(default="", max_length=120)


spoken_notes: TypeAdapter[SpokenNote] = TypeAdapter(SpokenNote)
spoken_drafts: TypeAdapter[SpokenDraft] = TypeAdapter(SpokenDraft)
spoken_looks: TypeAdapter[SpokenLook] = TypeAdapter(SpokenLook)


@router.websocket("/api/projects/{project_id}/live")
async def live(socket: WebSocket, project_id: str, after: int = Query(default=0, ge=0)) -> None:
    """Follow a project from event number ``after`` on."""
    services = services_of(socket)
    await socket.accept()
    code = LEFT
    SOCKETS.inc()
    try:
        with bound(project=project_id):
            code = await _follow(socket, services, project_id, after)
    except (NotSignedIn, Forbidden):
        code = NOT_SIGNED_IN
    except NotFound:
        code = NO_SUCH_PROJECT
    except DailiesError:
        code = AWAY
    except TooManySockets:
        code = TOO_MANY
    except WebSocketDisconnect:
        code = LEFT
    finally:
        SOCKETS.dec()
        SOCKETS_ENDED.labels(str(code)).inc()
    if code != LEFT:
        with contextlib.suppress(RuntimeError, WebSocketDisconnect):
            await socket.close(code)


async def _follow(socket: WebSocket, services: Services, project_id: str, after: int) -> int:
    """Follow until either side ends; the code to close with."""
    user = await socket_user(socket)
    await services.studio.load_owner(user.id, project_id)
    with connections_of(socket.app, services).one_more(user.id):
        async with services.hub.subscribe(project_id, maxsize=services.settings.live_queue) as subscription:
            return await Follower(socket, services, user.id, project_id, after, subscription).run()


def connections_of(app: FastAPI, services: Services) -> Connections:
    """The open connections of this process."""
    if not hasattr(app.state, "connections"):
        app.state.connections = Connections(services.settings.sockets_per_user)
    found: Connections = app.state.connections
    return found


@dataclass
class Follower:
    """One open connection. ``seen``: number of the last event sent."""

    socket: WebSocket
    services: Services
    owner: str
    project_id: str
    seen: int
    subscription: Subscription
    _id: str = field(default_factory=lambda: secrets.token_hex(6))
    _sending: asyncio.Lock = field(default_factory=asyncio.Lock)
    _look: dict[str, object] = field(default_factory=dict)

    async def run(self) -> int:
        """Send and listen until either side ends; the code to close with. Raises what neither expects."""
        sender = asyncio.create_task(self._send_all())
        listener = asyncio.create_task(self._listen())
        done, pending = await asyncio.wait({sender, listener}, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        if self._look:
            await self.services.sessions.write(self.project_id, f"looking:{self._id}", None)
        error = next(iter(done)).exception()
        if isinstance(error, Lagged):
            return TOO_SLOW
        if isinstance(error, TimeoutError):
            return IDLE
        if error is not None:
            raise error
        return LEFT

    async def _send(self, message: dict[str, object]) -> None:
        async with self._sending:
            await self.socket.send_text(json.dumps(message))

    async def _send_all(self) -> None:
        events, head = await self.services.studio.store.events(self.project_id, self.seen, REPLAY_PAGE)
        await self._send({"type": "hello", "head": head})
        if self.services.hub.away:
            await self._send(studio_message(slow=True))
        await self._send_events(events)
        if self.seen < head and events:
            await self._replay()
        await self._send_session()
        async for message in self.subscription:
            seq = message.get("seq")
            if message.get("type") == HEAD:
                if int(str(message["head"])) > self.seen:
                    await self._replay()
            elif not isinstance(seq, int):
                await self._send(message)
            elif seq == self.seen + 1:
                await self._send(message)
                self.seen = seq
            elif seq > self.seen:
                await self._replay()

    async def _send_session(self) -> None:
        """What another page of this project left: a draft, replies as far as they are written, who looks."""
        now = time.time()
        who = []
        for name, document in (await self.services.sessions.read(self.project_id)).items():
            if name == "draft":
                await self._send({"type": "draft", **document})
            elif name.startswith("reply:"):
                await self._send({"type": "reply", "note": name.removeprefix("reply:"), **document})
            elif now - float(str(document.get("at", 0))) < LOOKED_LATELY_S:
                who.append(document)
        if who:
            await self._send({"type": "looking", "who": who})

    async def _send_events(self, events: Sequence[NumberedEvent]) -> None:
        for numbered in events:
            await self._send(live_message(numbered))
            self.seen = numbered.seq
        REPLAYED.inc(len(events))

    async def _replay(self) -> None:
        while True:
            events, head = await self.services.studio.store.events(self.project_id, self.seen, REPLAY_PAGE)
            await self._send_events(events)
            if self.seen >= head or not events:
                return

    async def _listen(self) -> None:
        while True:
            text = await asyncio.wait_for(self.socket.receive_text(), self.services.settings.socket_idle_s)
            try:
                message = json.loads(text)
            except ValueError:
                await self._refuse("That was not JSON.", "invalid_input")
                continue
            kind = message.get("type") if isinstance(message, dict) else None
            try:
                if kind == "ping":
                    await self._send({"type": "pong"})
                    await self._keep_looking()
                elif kind == "note":
                    await self._note(message)
                elif kind == "draft":
                    await self._draft(spoken_drafts.validate_python(message))
                elif kind == "look":
                    look = spoken_looks.validate_python(message)
                    self._look = {"id": self._id, "stage": look.stage, "item": look.item}
                    await self._keep_looking()
                else:
                    await self._refuse("Send a ping, a note, a draft or a look.", "invalid_input")
            except ValidationError:
                await self._refuse("That message lacks what its type needs.", "invalid_input")
            except InvalidInput as error:
                await self._refuse(str(error), error.code)

    async def _draft(self, draft: SpokenDraft) -> None:
        document: dict[str, object] = {"text": draft.text, "items": draft.items, "plan": draft.plan}
        kept = document if draft.text or draft.plan else None
        await self.services.sessions.write(self.project_id, "draft", kept)

    async def _keep_looking(self) -> None:
        if self._look:
            document = {**self._look, "at": time.time()}
            await self.services.sessions.write(self.project_id, f"looking:{self._id}", document)

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
