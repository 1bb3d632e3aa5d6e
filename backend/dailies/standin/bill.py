"""What the vendors would charge: every billed event, in the order of its happening."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from dailies.standin.settings import VendorName


@dataclass(frozen=True)
class BillLine:
    """One billed event. ``job``: the vendor's id of the work (prediction, response, request); ``quantity``:
    unit -> how much; ``usd_micros``: millionths of a US dollar; ``why``: a sentence."""

    id: str
    vendor: VendorName
    model: str
    job: str
    when: str
    quantity: dict[str, float]
    usd_micros: int
    why: str


class Bill:
    """Lines, added by the endpoints and read by tests. A file keeps them where one is named."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._lines: list[BillLine] = _stored(file) if file is not None else []

    def add(
        self, vendor: VendorName, model: str, job: str, quantity: Mapping[str, float], usd_micros: int, why: str
    ) -> BillLine:
        """Bill one event."""
        now = datetime.now(UTC).isoformat()
        line = BillLine(f"bill_{uuid4().hex}", vendor, model, job, now, dict(quantity), usd_micros, why)
        with self._lock:
            self._lines.append(line)
            if self._file is not None:
                with self._file.open("a", encoding="utf-8") as out:
                    out.write(json.dumps(asdict(line)) + "\n")
        return line

    def lines(self) -> tuple[BillLine, ...]:
        """All lines, oldest first."""
        with self._lock:
            return tuple(self._lines)

    def spent(self, vendor: VendorName) -> int:
        """Millionths of a US dollar billed by one vendor."""
        return sum(line.usd_micros for line in self.lines() if line.vendor == vendor)


def _stored(file: Path) -> list[BillLine]:
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        return []
    # A process killed while it wrote leaves half a line at the end: that event was never answered.
    whole = [line for line in file.read_text("utf-8").splitlines(keepends=True) if line.endswith("\n")]
    return [BillLine(**json.loads(line)) for line in whole]
