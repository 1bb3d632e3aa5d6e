"""Asks a vendor, free of charge, whether it takes a key."""

from __future__ import annotations

import httpx

from dailies.domain.errors import ProviderError
from dailies.domain.registry import Dialect, Vendor

TIMEOUT_S = 10.0

ADDRESSES: dict[Dialect, tuple[str, str]] = {
    "openai": ("", "/models"),
    "openai-chat": ("", "/models"),
    "replicate": ("", "/account"),
    "anthropic": ("https://api.anthropic.com", "/v1/models"),
    "google": ("https://generativelanguage.googleapis.com", "/v1beta/models"),
}
"""By dialect: the usual address where the registry names none, and a path that costs nothing."""


async def try_key(vendor: Vendor, key: str | None) -> str:
    """What the vendor said, as a sentence.

    Raises ProviderError: ``key_missing``, ``vendor_key_rejected``, ``vendor_down``, ``vendor_answer_bad``.
    """
    if vendor.key and not key:
        raise ProviderError(f"There is no key for {vendor.title} yet.", code="key_missing")
    usual, path = ADDRESSES[vendor.dialect]
    try:
        async with httpx.AsyncClient(timeout=TIMEOUT_S) as client:
            answer = await client.get((vendor.base_url or usual).rstrip("/") + path, headers=_headers(vendor, key))
    except httpx.HTTPError as error:
        raise ProviderError(f"{vendor.title} does not answer ({type(error).__name__}).", code="vendor_down") from error
    if answer.status_code in (401, 403):
        raise ProviderError(f"{vendor.title} does not take this key.", code="vendor_key_rejected", retryable=False)
    if answer.status_code >= 500:
        raise ProviderError(f"{vendor.title} is down ({answer.status_code}).", code="vendor_down")
    if answer.status_code >= 400:
        raise ProviderError(f"{vendor.title} answered {answer.status_code}.", code="vendor_answer_bad")
    return f"{vendor.title} takes this key." if key else f"{vendor.title} answers."


def _headers(vendor: Vendor, key: str | None) -> dict[str, str]:
    if not key:
        return {}
    if vendor.dialect == "anthropic":
        return {"x-api-key": key, "anthropic-version": "2023-06-01"}
    if vendor.dialect == "google":
        return {"x-goog-api-key": key}
    return {"Authorization": f"Bearer {key}"}
