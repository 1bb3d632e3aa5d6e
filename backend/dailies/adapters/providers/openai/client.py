"""One request to a server of the OpenAI dialect, and every way it can fail in the studio's words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx2
import openai

from dailies.adapters.calls.one_shot import Lost, Refused
from dailies.adapters.calls.retry import asked_wait
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model, Vendor
from dailies.ports import Gate, Journal

TIMEOUT_S = 300.0
NO_KEY = "no-key"
"""Sent to servers that need none; the client wants a word."""


@dataclass(frozen=True)
class OpenAiServer:
    """One model at one server. ``key``: the vendor's, or None where none is needed."""

    vendor: Vendor
    model: Model
    key: str | None

    @asynccontextmanager
    async def client(self) -> AsyncIterator[openai.AsyncOpenAI]:
        """The vendor's client; its errors come out as Refused or Lost. Retries are the caller's."""
        client = openai.AsyncOpenAI(
            base_url=self.vendor.base_url or None, api_key=self.key or NO_KEY, max_retries=0, timeout=TIMEOUT_S
        )
        try:
            async with client:
                yield client
        except openai.OpenAIError as error:
            raise failure(self.model.title, error) from error


@dataclass(frozen=True)
class Hired:
    """A model, hired for one piece of work whose ledger is kept."""

    server: OpenAiServer
    journal: Journal
    gate: Gate

    @property
    def model(self) -> Model:
        """The model's row."""
        return self.server.model

    @property
    def vendor(self) -> str:
        """The vendor's id."""
        return self.server.vendor.id


def failure(title: str, error: openai.OpenAIError) -> Exception:
    """What an error of the client means: certainly not done, or not known."""

    def refused(words: str, code: str, *, again: bool = False, down: bool = False) -> Refused:
        told = ProviderError(f"{title} {words}", code=code, retryable=again)
        return Refused(told, retry_after_s=retry_after(error), down=down)

    if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
        return refused("does not take the key.", "vendor_key_rejected")
    if isinstance(error, openai.NotFoundError):
        return refused("is not there any more.", "vendor_model_gone")
    if isinstance(error, openai.RateLimitError):
        if error.code == "insufficient_quota":
            return refused("has no credit left for this account.", "vendor_credit_low")
        return refused("is busy.", "vendor_busy", again=True)
    if isinstance(error, openai.BadRequestError | openai.UnprocessableEntityError):
        if error.code in ("moderation_blocked", "content_policy_violation"):
            return refused(f"refused this: {_message(error)}", "content_refused")
        return refused(f"did not accept the request: {_message(error)}", "vendor_input_refused")
    if isinstance(error, openai.InternalServerError):
        return refused("had an error of its own.", "vendor_down", again=True, down=True)
    if isinstance(error, openai.APIStatusError):
        return refused(f"answered {error.status_code}.", "vendor_answer_bad")
    if isinstance(error, openai.APITimeoutError):
        return Lost(f"{title} did not answer in time.")
    if isinstance(error, openai.APIConnectionError) and isinstance(error.__cause__, httpx2.ConnectError):
        return refused("can't be reached.", "vendor_down", again=True, down=True)
    return Lost(f"The line to {title} broke off after it was asked.")


def retry_after(error: openai.OpenAIError) -> float | None:
    """Seconds the server asked to wait, or None."""
    if not isinstance(error, openai.APIStatusError):
        return None
    headers = {name.lower(): value for name, value in error.response.headers.items()}
    return asked_wait(headers, error.body, datetime.now(UTC))


def _message(error: openai.APIStatusError) -> str:
    body = error.body
    message = body.get("message") if isinstance(body, dict) else None
    return str(message or error.message)[:300]
