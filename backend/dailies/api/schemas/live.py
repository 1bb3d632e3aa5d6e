"""What travels over the socket."""

from __future__ import annotations

from typing import Literal

from dailies.api.schemas.base import Shape


class Event(Shape):
    """One line of a project's event log."""

    seq: int
    type: str
    data: dict[str, object]


class EventPage(Shape):
    """Events after a number, in order. ``head``: the last number there is."""

    events: list[Event]
    head: int


class LiveEvent(Event):
    """A durable event on the socket."""


class LiveProgress(Shape):
    """Progress of one item; not stored."""

    type: Literal["progress"]
    operation: str
    item: str
    progress: float
    seconds_left: float | None


class LiveReply(Shape):
    """A piece of a reply as it is written; not stored. ``text`` is the whole reply so far."""

    type: Literal["reply"]
    note: str
    text: str


class LiveWaiting(Shape):
    """A call waits for its turn at the vendor; not stored. ``place``: in line, from 1."""

    type: Literal["waiting"]
    item: str
    place: int
    seconds_left: float


class LiveSpend(Shape):
    """The project's money moved; not stored."""

    type: Literal["spend"]


class LiveStudio(Shape):
    """How the studio is. ``slow``: news of other servers come with a delay of a second or two."""

    type: Literal["studio"]
    slow: bool
