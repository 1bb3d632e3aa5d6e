"""The keys of vendors: from the environment, or from a file that only its owner may read.

Keys never leave this process but towards their vendor: they are asked for by vendor id when a call is made,
and a filter takes them out of every log line.
"""

from __future__ import annotations

import logging
import os
import stat
import tempfile
import threading
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from dailies.domain.errors import Conflict, DailiesError, InvalidInput
from dailies.domain.registry import Registry

Source = Literal["environment", "file", "none", "not needed"]

HIDDEN = "[key hidden]"
SHORTEST_KEY = 8


class KeyRing:
    """The studio's keys. ``environment``: by vendor id. Safe to use from several threads."""

    def __init__(self, registry: Registry, environment: Mapping[str, str], file: Path) -> None:
        """Read the file where there is one.

        Raises DailiesError ``keys_readable_by_others`` or ``keys_unreadable``.
        """
        self._registry = registry
        self._environment = dict(environment)
        self._file = file
        self._lock = threading.Lock()
        self._stored: dict[str, str] = {}
        self._stamp: tuple[int, int] | None = None
        self._refresh()

    def get(self, vendor: str) -> str | None:
        """The key, or None where there is none. The environment wins over the file."""
        with self._lock:
            self._refresh()
            return self._environment.get(vendor) or self._stored.get(vendor)

    def source(self, vendor: str) -> Source:
        """Where a vendor's key comes from."""
        if not self._registry.vendor(vendor).key:
            return "not needed"
        with self._lock:
            self._refresh()
            if self._environment.get(vendor):
                return "environment"
            return "file" if vendor in self._stored else "none"

    def ready(self, vendor: str) -> bool:
        """Whether the vendor can be called as far as keys go."""
        return self.source(vendor) != "none"

    def put(self, vendor: str, key: str) -> None:
        """Keep a key in the file. Raises InvalidInput ``bad_key``, Conflict ``key_from_environment``."""
        key = key.strip()
        if len(key) < SHORTEST_KEY or any(character.isspace() for character in key) or not key.isascii():
            raise InvalidInput("That does not look like a key: it is one word of plain characters.", code="bad_key")
        self._refuse_environment(vendor)
        with self._lock:
            self._refresh()
            self._write({**self._stored, vendor: key})

    def remove(self, vendor: str) -> None:
        """Forget a key kept in the file. Raises Conflict ``key_from_environment``."""
        self._refuse_environment(vendor)
        with self._lock:
            self._refresh()
            self._write({name: key for name, key in self._stored.items() if name != vendor})

    def secrets(self) -> tuple[str, ...]:
        """Every key there is, longest first, for the filter of logs."""
        with self._lock:
            return tuple(sorted({*self._environment.values(), *self._stored.values()} - {""}, key=len, reverse=True))

    def _refresh(self) -> None:
        """Read the file again when another process of the studio has changed it."""
        try:
            facts = self._file.stat()
            stamp = (facts.st_mtime_ns, facts.st_ino)
        except OSError:
            stamp = None
        if stamp != self._stamp:
            self._stored = _read(self._file)
            self._stamp = stamp

    def _refuse_environment(self, vendor: str) -> None:
        name = self._registry.vendor(vendor).key
        if self._environment.get(vendor):
            raise Conflict(
                f"This key comes from {name} in the environment. Change it there.", code="key_from_environment"
            )

    def _write(self, keys: dict[str, str]) -> None:
        """Replace the file at once, never readable by others, not even while it is written."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        # mkstemp makes the file with mode 0600.
        handle, name = tempfile.mkstemp(dir=self._file.parent, prefix=".keys-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                for vendor, key in sorted(keys.items()):
                    file.write(f'"{vendor}" = "{_escaped(key)}"\n')
            os.replace(name, self._file)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        self._refresh()


class HideKeys(logging.Filter):
    """Takes keys out of log lines, also out of the text of exceptions."""

    def __init__(self, keys: KeyRing) -> None:
        """``keys``: read anew for every line, so that a key entered later is hidden too."""
        super().__init__()
        self._keys = keys

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line through, without keys."""
        secrets = self._keys.secrets()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = without(record.exc_text, secrets)
        message = record.getMessage()
        hidden = without(message, secrets)
        if hidden != message:
            record.msg, record.args = hidden, None
        return True


def without(text: str, secrets: tuple[str, ...]) -> str:
    """The text with every secret replaced."""
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    return text


def _escaped(key: str) -> str:
    return key.replace("\\", "\\\\").replace('"', '\\"')


def _read(file: Path) -> dict[str, str]:
    if not file.is_file():
        return {}
    if stat.S_IMODE(file.stat().st_mode) & 0o077:
        raise DailiesError(
            f"Others can read the keys in {file.name}. Run: chmod 600 {file}", code="keys_readable_by_others"
        )
    try:
        stored = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        # The parser's own words may quote the line, and with it the key.
        raise DailiesError(f"{file.name} is not a readable TOML file.", code="keys_unreadable") from error
    return {str(vendor): str(key) for vendor, key in stored.items()}
