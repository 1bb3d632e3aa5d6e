"""Every way the vendor says no, in the studio's words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dailies.adapters.calls.one_shot import Refused
from dailies.adapters.calls.paid import Ended
from dailies.adapters.providers.replicate.prediction import Prediction, charged_for
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model, Quantities

MOST_WORDS = 300
UNCHARGED = "Nothing was charged."
RUNNING = "The work was begun there and may be charged; it is asked for again."

_FLAGGED = re.compile(r"nsfw|flagged|sensitive|safety (system|filter|checker)|content polic|\(E005\)", re.IGNORECASE)
_NOT_STARTED = re.compile(r"\(E6716\)|timeout starting", re.IGNORECASE)
_NO_DATA_URIS = re.compile(r"data ur[il]s?|\b1201\b", re.IGNORECASE)
_FILE_GONE = re.compile(r"\b404\b.*\b(url|file)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Speaker:
    """Who is talked about. ``vendor``, ``model``: titles; ``secret``: never shown, whatever the vendor says;
    ``money``: what is true of it while nothing else is known."""

    vendor: str
    model: str = ""
    secret: str = ""
    money: str = UNCHARGED

    @property
    def name(self) -> str:
        """The model's title, or the vendor's where no model was asked."""
        return self.model or self.vendor

    def quoted(self, text: str) -> str:
        """The vendor's words: on one line, short, without the key."""
        shown = text.replace(self.secret, "[key]") if self.secret else text
        return " ".join(shown.split())[:MOST_WORDS].rstrip(". ")


def body_of(content: bytes) -> object:
    """An answer's JSON, or its text where it is none."""
    try:
        return json.loads(content)
    except ValueError:
        return content.decode("utf-8", "replace")


def problem(speaker: Speaker, status: int, body: object) -> ProviderError:
    """What an answer that is no success means. ``body``: its JSON, or its text."""
    detail = speaker.quoted(_detail(body))
    if status in (401, 403):
        sentence = f"{speaker.vendor} does not take the key. Enter another under Providers. {speaker.money}"
        return ProviderError(sentence, code="vendor_key_rejected", retryable=False)
    if status == 402:
        sentence = f"{speaker.vendor} has no credit left. Top the account up there, then try again. {speaker.money}"
        return ProviderError(sentence, code="vendor_credit_low", retryable=False)
    if status == 404 or (status == 422 and "version" in _title(body).lower()):
        sentence = f"{speaker.vendor} does not have {speaker.name} any more. Choose another model. {speaker.money}"
        return ProviderError(sentence, code="vendor_model_gone", retryable=False)
    if status in (400, 413, 415, 422):
        why = _fields(speaker, body) or detail or f"status {status}"
        sentence = f"{speaker.name} did not accept the request: {why}. {speaker.money}"
        return ProviderError(sentence, code="vendor_input_refused", retryable=False)
    if status == 429:
        return ProviderError(f"{speaker.vendor} is busy. {speaker.money}", code="vendor_busy")
    if status >= 500 or status == 408:
        return ProviderError(f"{speaker.vendor} is down ({status}). {speaker.money}", code="vendor_down")
    sentence = f"{speaker.vendor} answered {status} where that makes no sense. {speaker.money}"
    return ProviderError(sentence, code="vendor_answer_bad")


def forgotten(speaker: Speaker) -> ProviderError:
    """The vendor does not know a job that it had taken."""
    sentence = f"{speaker.vendor} does not know this work of {speaker.name} any more. {speaker.money}"
    return ProviderError(sentence, code="vendor_answer_bad", charged=None, retryable=False)


def unreachable(speaker: Speaker, why: str) -> ProviderError:
    """The vendor can't be connected to."""
    return ProviderError(f"{speaker.vendor} can't be reached ({why}). {speaker.money}", code="vendor_down")


def not_understood(speaker: Speaker) -> ProviderError:
    """A success that is no JSON of the agreed form."""
    sentence = f"{speaker.vendor} sent an answer that can't be read."
    return ProviderError(sentence, code="vendor_answer_bad", charged=None)


def ended(speaker: Speaker, prediction: Prediction, expected: Quantities) -> Ended:
    """How a prediction that is over ended."""
    billed = charged_for(prediction, expected)
    if prediction.status == "succeeded":
        return Ended(billed)
    if prediction.status == "failed":
        return _failed(speaker, prediction)
    if prediction.status == "aborted" or prediction.past_deadline:
        return Ended(billed, too_slow(speaker, started=prediction.started_at is not None))
    sentence = f"{speaker.name} was stopped at {speaker.vendor} before it was done."
    return Ended(billed, ProviderError(sentence, code="vendor_failed"))


def too_slow(speaker: Speaker, *, started: bool) -> ProviderError:
    """The deadline passed."""
    if started:
        sentence = f"{speaker.name} was not done in time and was stopped; {speaker.vendor} bills what it ran."
        return ProviderError(sentence, code="vendor_too_slow", charged=True)
    sentence = f"{speaker.name} did not start in time and was stopped. {UNCHARGED} Try again later."
    return ProviderError(sentence, code="vendor_too_slow")


def refuses_data_uris(error: str) -> bool:
    """Whether a prediction failed because its files came inside the request."""
    return bool(_NO_DATA_URIS.search(error))


def bad_answer(model: Model, what: str, *, charged: bool) -> ProviderError:
    """The work was done and is of no use. ``what``: "sent no picture"."""
    money = "It was charged all the same." if charged else UNCHARGED
    return ProviderError(f"{model.title} {what}. {money}", code="vendor_answer_bad", charged=charged)


def _failed(speaker: Speaker, prediction: Prediction) -> Ended:
    why = speaker.quoted(prediction.error) or "it gave no reason"
    if _FLAGGED.search(prediction.error):
        sentence = f"{speaker.name} refused this: {why}. Change the words or the pictures. {UNCHARGED}"
        return Ended({}, ProviderError(sentence, code="content_refused", retryable=False))
    passing = (_NOT_STARTED, _NO_DATA_URIS, _FILE_GONE)
    again = any(kind.search(prediction.error) for kind in passing)
    sentence = f"{speaker.name} failed: {why}. {UNCHARGED}"
    return Ended({}, ProviderError(sentence, code="vendor_failed"), again)


def refused(error: ProviderError, asked_s: float | None = None) -> Refused:
    """A certain refusal. ``asked_s``: how long the vendor wants to be left alone."""
    return Refused(error, retry_after_s=asked_s, down=error.code == "vendor_down")


def _detail(body: object) -> str:
    if isinstance(body, Mapping):
        return str(body.get("detail") or body.get("title") or "")
    return re.sub(r"<[^>]*>", " ", body) if isinstance(body, str) else ""


def _title(body: object) -> str:
    return str(body.get("title") or "") if isinstance(body, Mapping) else ""


def _fields(speaker: Speaker, body: object) -> str:
    """Invalid fields in words: "num_inference_steps: Must be less than or equal to 4"."""
    listed: Any = body.get("invalid_fields") if isinstance(body, Mapping) else None
    if not isinstance(listed, list):
        return ""
    words = []
    for each in listed:
        if isinstance(each, Mapping):
            name = str(each.get("field") or "").removeprefix("input").lstrip(".")
            words.append(f"{name}: {each.get('description')}" if name else str(each.get("description")))
    return speaker.quoted("; ".join(words))
