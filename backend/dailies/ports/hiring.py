"""Who is hired for what, with which key, and what a call to a vendor leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from dailies.domain.registry import Quantities
from dailies.ports.artists import Animator, Illustrator, Inpainter, Judge, Narrator, Segmenter, Writer
from dailies.ports.director import Director


@dataclass(frozen=True)
class KnownCall:
    """What is known of a paid call when its work begins, or begins again after a crash.

    ``state``: ``reserved`` (send it), ``sent`` (it may have been accepted; the vendor's id was not stored),
    ``accepted`` (ask for ``vendor_job``), ``settled`` (``answer`` is what the vendor said, or ``vendor_job``
    can still be asked for; nothing must be sent). ``may_send``: False when only a lookup was asked for.
    """

    state: Literal["reserved", "sent", "accepted", "settled"]
    vendor_job: str = ""
    sent_at: datetime | None = None
    fingerprint: str = ""
    answer: bytes | None = None
    cost: int = 0
    may_send: bool = True


class Journal(Protocol):
    """The ledger of one piece of work, as an artist sees it: written before, between and after the bytes.

    ``purpose`` names a call within the work ("image", "story", "repair"), so that work run again after a
    crash finds what it had already begun.
    """

    @property
    def stopping(self) -> bool:
        """Whether the creator has cancelled the work: a running vendor job is then cancelled too. False when
        the studio is only shutting down: the vendor's job goes on and is picked up again."""
        ...

    async def open(self, purpose: str, model: str, estimate: int, fingerprint: str) -> KnownCall:
        """Hold the money. ``model``: its id in the registry; ``estimate``: millionths of a US dollar;
        ``fingerprint``: sha256 of what will be sent. Raises PaymentRequired when a budget would be passed."""
        ...

    async def sending(self, purpose: str) -> None:
        """Just before bytes leave."""
        ...

    async def refused(self, purpose: str, reason: str) -> None:
        """The vendor certainly did not take it (refused connection, 429, 4xx): it may be sent again."""
        ...

    async def accepted(self, purpose: str, vendor_job: str) -> None:
        """The vendor's own id, stored before the first poll."""
        ...

    async def settled(self, purpose: str, cost: int, charged_for: Quantities, answer: bytes | None = None) -> None:
        """What it cost, and what the vendor said where it can't be asked again."""
        ...

    async def released(self, purpose: str, reason: str) -> None:
        """It cost nothing and won't be sent again."""
        ...

    async def unknown(self, purpose: str, reason: str) -> None:
        """Whether it was accepted can't be known. The artist then raises ProviderError ``outcome_unknown``
        with ``charged`` None."""
        ...

    def waiting(self, place: int, seconds: float) -> None:
        """The call waits for its turn at the vendor: its place in line, from 1, and the seconds left."""
        ...


class Agency(Protocol):
    """Where artists are hired: by the model's id, for one piece of work whose ledger they keep.

    Each raises ProviderError: ``model_gone`` for one that is not in the registry, ``key_missing`` where its
    vendor has no key.
    """

    def require(self, model: str) -> None:
        """Raise Conflict where the model can't be used now: ``model_gone``, ``model_ended``, ``key_missing``."""
        ...

    def writer(self, model: str, journal: Journal) -> Writer:
        """Whoever writes and revises the story."""
        ...

    def illustrator(self, model: str, journal: Journal) -> Illustrator:
        """Whoever draws references and frames."""
        ...

    def animator(self, model: str, journal: Journal) -> Animator:
        """Whoever makes clips."""
        ...

    def inpainter(self, model: str, journal: Journal) -> Inpainter:
        """Whoever paints inside masks."""
        ...

    def narrator(self, model: str, journal: Journal) -> Narrator:
        """Whoever says lines."""
        ...

    def segmenter(self, model: str, journal: Journal) -> Segmenter:
        """Whoever finds what a few words name."""
        ...

    def judge(self, model: str, journal: Journal) -> Judge:
        """Whoever scores pictures."""
        ...

    def director(self, model: str, journal: Journal) -> Director:
        """Whoever answers notes."""
        ...


class Keys(Protocol):
    """The keys of vendors. They never leave the process that calls the vendor."""

    def get(self, vendor: str) -> str | None:
        """The key, or None where there is none."""
        ...


class Gate(Protocol):
    """Limits of vendors, shared by all that call them."""

    def enter(
        self, vendor: str, model: str, waiting: Callable[[int, float], None]
    ) -> AbstractAsyncContextManager[None]:
        """Wait for a turn and hold it. ``waiting`` is told the place in line (from 1) and the seconds left.
        Raises ProviderError ``vendor_down`` while the vendor's breaker is open."""
        ...

    def report(
        self, vendor: str, model: str, outcome: Literal["ok", "busy", "down"], retry_after_s: float | None = None
    ) -> None:
        """What a call met: ``busy`` slows the vendor's calls down until the time given, ``down`` counts
        towards its breaker, ``ok`` closes it."""
        ...
