"""Log lines that say which request, project and operation they belong to; as text, or as a JSON object each."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Literal

IDS: ContextVar[dict[str, str]] = ContextVar("ids", default={})  # noqa: B039
"""Ids of what is being done now; replaced, never changed in place."""

TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s%(ids)s"


@contextmanager
def bound(**ids: str) -> Iterator[None]:
    """Lines written inside carry these ids."""
    token = IDS.set({**IDS.get(), **{name: value for name, value in ids.items() if value}})
    try:
        yield
    finally:
        IDS.reset(token)


class CarryIds(logging.Filter):
    """Puts the ids of the moment on each line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line through."""
        ids = IDS.get()
        record.ids = "".join(f" {name}={value}" for name, value in ids.items())
        record.fields = ids
        return True


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, the ids, and the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            line["error"] = record.exc_text
        return json.dumps(line, ensure_ascii=False)


def write_logs(level: str, form: Literal["text", "json"]) -> None:
    """Write the process's log to standard error from now on."""
    handler = logging.StreamHandler()
    handler.addFilter(CarryIds())
    handler.setFormatter(JsonLines() if form == "json" else logging.Formatter(TEXT))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
