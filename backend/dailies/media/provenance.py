"""Where each take comes from: records beside the files, and the manifest of everything."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

SCHEMA = "dailies-provenance-1"
CHUNK = 1 << 20
DIGITAL_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""IPTC's list of ways a picture comes into being, which content credentials use too."""
Making = Literal["generated", "generated from media", "edited here", "assembled here", "drawn here", "uploaded"]
SOURCE_TYPES: dict[Making, str] = {
    "generated": "trainedAlgorithmicMedia",
    "generated from media": "compositeWithTrainedAlgorithmicMedia",
    "edited here": "compositeWithTrainedAlgorithmicMedia",
    "assembled here": "compositeWithTrainedAlgorithmicMedia",
    "drawn here": "algorithmicMedia",
    "uploaded": "digitalCreation",
}
"""``drawn here``: by a built-in artist, which is a program and was never trained."""


@dataclass(frozen=True)
class Licence:
    """Under which terms a thing may be used. ``subject``: "Model flux-2-pro", "Typeface Inter", "Music"; ``terms``: a
    name of a licence, or a sentence; ``url``: where they stand, "" where nowhere."""

    subject: str
    terms: str
    url: str = ""


@dataclass(frozen=True)
class TakeRecord:
    """How a take was made. ``file``: its name in the archive; ``cost``: millionths of a US dollar; ``made_from``: names
    of files or ids it was made of; ``parent``: id of the take it was edited from; ``changes``: instructions that shaped
    it, oldest first; ``negative``: what was asked not to be there; ``approved_by``: "" for nobody."""

    take: str
    item: str
    label: str
    number: int
    file: str
    sha256: str
    media_type: str
    size: int
    making: Making
    model: str
    provider: str
    created_at: datetime
    seed: int = 0
    cost: int = 0
    prompt: str = ""
    negative: str = ""
    made_from: tuple[str, ...] = ()
    parent: str = ""
    changes: tuple[str, ...] = ()
    selected: bool = False
    approved_by: str = ""
    rehearsal: bool = False


def file_digest(path: Path) -> tuple[str, int]:
    """The sha256 (hex) and size in bytes of a file. Raises OSError."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


def provenance(record: TakeRecord, licences: Sequence[Licence] = ()) -> dict[str, Any]:
    """The record of a take as JSON-ready data. Money stands in US dollars as text, to the millionth."""
    told: dict[str, Any] = {
        "schema": SCHEMA,
        **asdict(record),
        "made_from": list(record.made_from),
        "changes": list(record.changes),
        "created_at": record.created_at.isoformat(),
        "cost_usd": _dollars(record.cost),
        "digital_source_type": DIGITAL_SOURCE + SOURCE_TYPES[record.making],
    }
    del told["cost"]
    if licences:
        told["licences"] = [asdict(licence) for licence in licences]
    return told


def provenance_json(record: TakeRecord, licences: Sequence[Licence] = ()) -> bytes:
    """``provenance`` as the bytes of a file."""
    return (json.dumps(provenance(record, licences), ensure_ascii=False, indent=2) + "\n").encode()


def manifest(
    project: Mapping[str, object], records: Sequence[TakeRecord], licences: Sequence[Licence]
) -> dict[str, object]:
    """What ``archive.write_archive`` puts at the head of its manifest: the project, every take with its prompt, model,
    seed and cost, what all of them cost by model, and the licences."""
    models: dict[str, dict[str, int]] = {}
    for record in records:
        spent = models.setdefault(record.model or "none", {"takes": 0, "cost": 0})
        spent["takes"] += 1
        spent["cost"] += record.cost
    return {
        "schema": SCHEMA,
        "project": dict(project),
        "takes": [provenance(record) for record in records],
        "models": [
            {"model": model, "takes": spent["takes"], "cost_usd": _dollars(spent["cost"])}
            for model, spent in sorted(models.items())
        ],
        "cost_usd": _dollars(sum(record.cost for record in records)),
        "licences": [asdict(licence) for licence in licences],
    }


def _dollars(millionths: int) -> str:
    return f"{millionths // 1_000_000}.{millionths % 1_000_000:06}"
