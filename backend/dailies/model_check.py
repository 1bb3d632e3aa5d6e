"""Compares the registry with what vendors publish."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import httpx

from dailies.adapters.keys import KeyRing
from dailies.adapters.providers.replicate import ReplicateClient, schema_faults
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model, Registry, Vendor

OLD_DAYS = 90
"""Days after which a price is worth looking up again."""


@dataclass(frozen=True)
class Finding:
    """One sentence about a row. ``wrong``: the row does not fit, against merely worth knowing."""

    model: str
    sentence: str
    wrong: bool


async def check_registry(registry: Registry, keys: KeyRing, today: date) -> tuple[Finding, ...]:
    """What is wrong, or worth knowing, about each row; vendors without a key are named once."""
    found: list[Finding] = []
    for model in registry:
        found.extend(_by_date(model, today))
    for vendor in registry.vendors.values():
        rows = [model for model in registry if model.vendor == vendor.id]
        if not rows or vendor.dialect == "rehearsal":
            continue
        if not keys.ready(vendor.id):
            found.append(Finding(vendor.id, f"There is no key ({vendor.key}), so its rows were not compared.", False))
        elif vendor.dialect == "replicate":
            found.extend(await _replicate(vendor, rows, keys))
        elif vendor.dialect in ("openai", "openai-chat"):
            found.extend(await _openai(vendor, rows, keys.get(vendor.id)))
    return tuple(found)


def _by_date(model: Model, today: date) -> list[Finding]:
    if model.ended(today):
        return [Finding(model.id, f"It was switched off on {model.ends_on}.", True)]
    if model.ends_soon(today):
        return [Finding(model.id, f"It ends on {model.ends_on}.", False)]
    if model.checked_on is None or (today - model.checked_on).days > OLD_DAYS:
        return [Finding(model.id, f"Its price was last looked up on {model.checked_on or 'no day'}.", False)]
    return []


async def _replicate(vendor: Vendor, rows: list[Model], keys: KeyRing) -> list[Finding]:
    found = []
    async with ReplicateClient(vendor, keys) as client:
        for model in rows:
            try:
                published = await client.model(model.name)
            except ProviderError as error:
                found.append(Finding(model.id, str(error), True))
                continue
            found.extend(Finding(model.id, sentence, True) for sentence in schema_faults(model, published))
    return found


async def _openai(vendor: Vendor, rows: list[Model], key: str | None) -> list[Finding]:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        async with httpx.AsyncClient(timeout=20) as client:
            answer = await client.get(f"{vendor.base_url.rstrip('/')}/models", headers=headers)
            answer.raise_for_status()
            served = {str(row["id"]): row for row in answer.json()["data"]}
    except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
        return [Finding(vendor.id, f"Its list of models could not be read ({type(error).__name__}).", True)]
    found = []
    for model in rows:
        row = served.get(model.name)
        if row is None:
            found.append(Finding(model.id, f"{vendor.title} does not list {model.name}.", True))
        elif row.get("shutdown_date") and str(row["shutdown_date"]) != str(model.ends_on or ""):
            found.append(Finding(model.id, f"{vendor.title} says it ends on {row['shutdown_date']}.", False))
    return found
