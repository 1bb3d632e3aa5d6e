"""A prediction as the vendor tells it, and what it bills."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from dailies.domain.registry import Quantities, Unit

ENDED = frozenset({"succeeded", "failed", "canceled", "aborted"})

METRICS: Mapping[str, Unit] = {
    "image_count": "image",
    "megapixel_count": "megapixel",
    "video_output_duration_seconds": "second",
    "audio_output_duration_seconds": "second",
    "character_count": "character",
    "token_input_count": "input_token",
    "input_token_count": "input_token",
    "token_output_count": "output_token",
    "output_token_count": "output_token",
    "predict_time": "gpu_second",
}
"""Names in the open map ``metrics``, and the unit each counts."""

_FRACTION = re.compile(r"(\.\d{6})\d+")
AT_THE_DEADLINE = timedelta(seconds=2)


class NotAPrediction(ValueError):
    """What should be a prediction object is none."""


@dataclass(frozen=True)
class Prediction:
    """``output``: URL, list of URLs, object with URLs, or None; ``metrics``: the vendor's counts, an open map;
    ``deadline``: when the vendor stops it, or None."""

    id: str
    model: str
    version: str
    status: str
    input: Mapping[str, Any]
    output: Any
    error: str
    metrics: Mapping[str, Any]
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None
    deadline: datetime | None
    data_removed: bool

    @property
    def ended(self) -> bool:
        """Whether nothing will change any more."""
        return self.status in ENDED

    @property
    def past_deadline(self) -> bool:
        """Whether it ran until the vendor's deadline."""
        if self.deadline is None or self.completed_at is None:
            return False
        return self.completed_at >= self.deadline - AT_THE_DEADLINE


def prediction_of(body: object) -> Prediction:
    """Read a prediction object. Raises NotAPrediction."""
    if not isinstance(body, dict) or not isinstance(body.get("id"), str) or not isinstance(body.get("status"), str):
        raise NotAPrediction("no id or no status")
    created = _time(body.get("created_at"))
    given, metrics = body.get("input"), body.get("metrics")
    return Prediction(
        id=body["id"],
        model=str(body.get("model") or ""),
        version=str(body.get("version") or ""),
        status=body["status"],
        input=given if isinstance(given, dict) else {},
        output=body.get("output"),
        error=str(body.get("error") or ""),
        metrics=metrics if isinstance(metrics, dict) else {},
        created_at=created or datetime.fromtimestamp(0, UTC),
        started_at=_time(body.get("started_at")),
        completed_at=_time(body.get("completed_at")),
        deadline=_time(body.get("deadline")),
        data_removed=bool(body.get("data_removed")),
    )


def charged_for(prediction: Prediction, expected: Quantities) -> Quantities:
    """What the vendor bills for a prediction that ended. ``expected``: quantities of the request, used where the
    vendor reports none.

    Failed and never started ones are free; a cancelled one is billed for what it ran.
    """
    if prediction.status in ("failed", "aborted"):
        return {}
    if prediction.status == "canceled" and prediction.started_at is None:
        return {}
    counted: dict[Unit, float] = dict(expected)
    for name, unit in METRICS.items():
        value = prediction.metrics.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
            counted[unit] = value
    return counted


def urls_of(output: object) -> tuple[str, ...]:
    """Every URL of an output, in its order, whatever its form."""
    return tuple(text for text in _texts(output) if re.match(r"(https?|data):", text))


def _texts(output: object) -> Iterator[str]:
    if isinstance(output, str):
        yield output
    elif isinstance(output, Mapping):
        for value in output.values():
            yield from _texts(value)
    elif isinstance(output, list):
        for value in output:
            yield from _texts(value)


def _time(value: object) -> datetime | None:
    """A time with any number of fraction digits."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(_FRACTION.sub(r"\1", value))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
