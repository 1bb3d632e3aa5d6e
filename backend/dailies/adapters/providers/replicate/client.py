"""Replicate's HTTP interface: predictions, files, models, account.

The key goes to the interface's own host and to no other. A create is sent once: what became of it is said by
Refused, Unsure or Lost. Everything else changes nothing, or nothing twice, and is tried again.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, urljoin
from weakref import WeakValueDictionary

import httpx

from dailies.adapters.calls.one_shot import Lost, Refused
from dailies.adapters.calls.paid import Unsure
from dailies.adapters.calls.retry import Backoff, Pace, asked_wait, fate_of, read_again
from dailies.adapters.providers.replicate.download import Source, download
from dailies.adapters.providers.replicate.prediction import NotAPrediction, Prediction, prediction_of
from dailies.adapters.providers.replicate.problems import (
    RUNNING,
    Speaker,
    body_of,
    forgotten,
    not_understood,
    problem,
    refused,
    unreachable,
)
from dailies.adapters.providers.replicate.webhooks import Arrivals
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model, Vendor
from dailies.ports import Keys

TIMEOUT = httpx.Timeout(connect=10.0, read=60.0, write=120.0, pool=30.0)
USUAL_BASE = "https://api.replicate.com/v1"
MOST_PAGES = 50
CANCEL_WAIT_S = 30.0
NEVER_CONNECTED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
"""Failures before a byte of the request has left."""

DATE_HEADER = timedelta(seconds=3)
"""How exact the Date header of an answer is: whole seconds, and the way here."""

CLOCKS_APART = timedelta(seconds=60)
"""How far the vendor's clock may be behind ours as long as it has told no time."""

Claimed = Callable[[str], Awaitable[bool]]


@cache
def _trust() -> ssl.SSLContext:
    """The machine's trusted roots, read once."""
    return httpx.create_ssl_context()


async def _nobody(prediction_id: str) -> bool:
    return False


@dataclass(frozen=True)
class Uploaded:
    """A file at the vendor. ``url``: usable as an input; ``sha256``: in hex, "" where the vendor tells none."""

    url: str
    sha256: str


class ReplicateClient:
    """One account at the vendor, for everything that runs on one event loop. Close it with ``aclose`` or use it
    with ``async with``.

    ``webhook_url``: public HTTPS address that hears of finished predictions, "" for none. ``claimed``: whether a
    prediction's id stands in the ledger already; a lost request is never taken for one of those.
    """

    def __init__(
        self,
        vendor: Vendor,
        keys: Keys,
        *,
        pace: Pace | None = None,
        backoff: Backoff | None = None,
        webhook_url: str = "",
        claimed: Claimed = _nobody,
    ) -> None:
        self.vendor = vendor
        self.pace = pace or Pace()
        self.backoff = backoff or Backoff()
        self.arrivals = Arrivals()
        self._keys = keys
        self._webhook_url = webhook_url
        self._base = httpx.URL((vendor.base_url or USUAL_BASE).rstrip("/") + "/")
        self._claimed_elsewhere = claimed
        self._claimed: set[str] = set()
        self._ahead, self._clock_seen = timedelta(0), False
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._versions: dict[str, str] = {}
        self._only_uploads: set[str] = set()
        trust = _trust()
        self._http = httpx.AsyncClient(timeout=TIMEOUT, follow_redirects=False, verify=trust)
        # A kept connection that the vendor closes just now would look like a lost request: creates get their own.
        self._fresh = httpx.AsyncClient(
            timeout=TIMEOUT,
            follow_redirects=False,
            verify=trust,
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()
        await self._fresh.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    # Predictions.

    async def create(self, model: Model, version: str, inputs: Mapping[str, object], deadline_s: int) -> Prediction:
        """Begin a prediction, once. ``version``: "" for an official model; ``deadline_s``: the vendor stops it then.

        The answer is not held until the prediction is done (``Prefer: wait``): its id has to be stored first.
        Raises Refused, Unsure, Lost.
        """
        body: dict[str, object] = {"input": dict(inputs)}
        if version:
            body["version"] = version
        if self._webhook_url:
            body |= {"webhook": self._webhook_url, "webhook_events_filter": ["completed"]}
        path = "predictions" if version else f"models/{quote(model.name)}/predictions"
        speaker = self.speaker(model)
        headers = {**self._key(), "cancel-after": f"{deadline_s}s"}
        try:
            answer = await self._fresh.post(self._base.join(path), json=body, headers=headers)
        except NEVER_CONNECTED as error:
            raise refused(unreachable(speaker, type(error).__name__)) from error
        except httpx.HTTPError as error:
            raise Lost(f"{self.vendor.title} did not answer ({type(error).__name__}).") from error
        self._tell_time(answer)
        if not answer.is_success:
            raise self._no(speaker, answer)
        try:
            prediction = prediction_of(body_of(answer.content))
        except NotAPrediction as error:
            raise Lost(f"{self.vendor.title} took the request and its answer can't be read.") from error
        self._claimed.add(prediction.id)
        return prediction

    async def get(self, prediction_id: str, model: Model | None = None, *, patient: bool = True) -> Prediction:
        """A prediction as it is now. ``patient``: try again where the vendor does not answer. Raises
        ProviderError."""
        self._claimed.add(prediction_id)
        answer = await self._ask("GET", f"predictions/{quote(prediction_id, safe='')}", model, patient=patient)
        return self._prediction(answer, model)

    async def cancel(self, prediction_id: str, model: Model | None = None) -> Prediction:
        """Stop a prediction and wait until it has stopped, a while at most. Raises ProviderError."""
        answer = await self._ask("POST", f"predictions/{quote(prediction_id, safe='')}/cancel", model)
        prediction = self._prediction(answer, model)
        until = self.pace.clock() + CANCEL_WAIT_S
        while not prediction.ended:
            if self.pace.clock() > until:
                raise ProviderError(f"{self.vendor.title} does not stop the work.", code="vendor_down", charged=None)
            await self.pace.sleep(0.5)
            prediction = await self.get(prediction_id, model)
        return prediction

    async def recent(self) -> AsyncIterator[Prediction]:
        """This account's predictions, newest first. Raises ProviderError."""
        address: str | None = "predictions"
        for _ in range(MOST_PAGES):
            if not address:
                return
            answer = await self._ask("GET", address)
            page = body_of(answer.content)
            if not isinstance(page, dict) or not isinstance(page.get("results"), list):
                raise not_understood(self.speaker())
            for each in page["results"]:
                try:
                    yield prediction_of(each)
                except NotAPrediction:
                    continue
            following = page.get("next")
            address = self._own(following) if isinstance(following, str) else None

    # Whose prediction is whose.

    def turn(self, fingerprint: str) -> asyncio.Lock:
        """Held while a request is sent or looked up: two calls with equal inputs never take one for the other."""
        lock = self._turns.get(fingerprint)
        if lock is None:
            lock = self._turns[fingerprint] = asyncio.Lock()
        return lock

    async def claim(self, prediction_id: str) -> bool:
        """Take a prediction for a call; False where it belongs to another."""
        if prediction_id in self._claimed or await self._claimed_elsewhere(prediction_id):
            return False
        self._claimed.add(prediction_id)
        return True

    def vendor_time(self, moment: datetime) -> datetime:
        """The earliest that a moment of ours may be by the vendor's clock."""
        return moment + self._ahead - (DATE_HEADER if self._clock_seen else CLOCKS_APART)

    def _tell_time(self, answer: httpx.Response) -> None:
        """Learn from an answer how far the vendor's clock is ahead of ours."""
        with contextlib.suppress(ValueError, TypeError):
            self._ahead = parsedate_to_datetime(answer.headers.get("date", "")) - self.pace.now()
            self._clock_seen = True

    # Files, models, account.

    async def upload(self, name: str, media_type: str, data: bytes) -> Uploaded:
        """Store a file of at most 100 MB for a day. Raises ProviderError."""
        answer = await self._ask("POST", "files", files={"content": (name, data, media_type)})
        body = body_of(answer.content)
        urls = body.get("urls") if isinstance(body, dict) else None
        if not isinstance(urls, dict) or not isinstance(urls.get("get"), str):
            raise not_understood(self.speaker())
        return Uploaded(urls["get"], _sha256(body))

    async def file_digest(self, url: str) -> str:
        """sha256, in hex, of an uploaded file named in an input; "" where it can't be told. Raises
        ProviderError."""
        try:
            answer = await self._ask("GET", self._own(url))
        except ProviderError as error:
            if error.code in ("vendor_model_gone", "vendor_answer_bad"):
                return ""
            raise
        return _sha256(body_of(answer.content))

    def wants_uploads(self, model_id: str) -> bool:
        """Whether the model has refused files inside the request."""
        return model_id in self._only_uploads

    def remember_uploads(self, model_id: str) -> None:
        """The model refuses files inside the request: from now on they are uploaded."""
        self._only_uploads.add(model_id)

    async def model(self, name: str) -> dict[str, Any]:
        """The model object, with its published schema. ``name``: "owner/name". Raises ProviderError."""
        answer = await self._ask("GET", f"models/{quote(name)}")
        body = body_of(answer.content)
        if not isinstance(body, dict):
            raise not_understood(self.speaker())
        return body

    async def version_of(self, model: Model) -> str:
        """What must be named as version: nothing for an official model, else the row's or the newest. Raises
        ProviderError."""
        if model.official or model.version:
            return model.version
        if model.name not in self._versions:
            latest = (await self.model(model.name)).get("latest_version")
            found = latest.get("id") if isinstance(latest, dict) else None
            if not isinstance(found, str) or not found:
                raise not_understood(self.speaker(model))
            self._versions[model.name] = found
        return self._versions[model.name]

    async def account(self) -> str:
        """The account's name: free, so it tests the key. Raises ProviderError."""
        body = body_of((await self._ask("GET", "account")).content)
        if not isinstance(body, dict):
            raise not_understood(self.speaker())
        return str(body.get("username") or body.get("name") or "")

    async def webhook_secret(self) -> str:
        """What the account's webhooks are signed with. Raises ProviderError."""
        body = body_of((await self._ask("GET", "webhooks/default/secret")).content)
        if not isinstance(body, dict) or not isinstance(body.get("key"), str):
            raise not_understood(self.speaker())
        return str(body["key"])

    async def download(self, url: str, output: Path, most_bytes: int) -> None:
        """Write a finished file. Raises DownloadFailed."""

        def key_for(address: httpx.URL) -> dict[str, str]:
            return self._key() if self._is_own(address) else {}

        source = Source(self._http, key_for, plain=self._base.scheme == "http")
        await download(source, url, output, most_bytes)

    def speaker(self, model: Model | None = None) -> Speaker:
        """Who is talked about in errors."""
        return Speaker(self.vendor.title, model.title if model else "", self._keys.get(self.vendor.id) or "")

    # Asking.

    def _key(self) -> dict[str, str]:
        key = self._keys.get(self.vendor.id)
        return {"authorization": f"Bearer {key}"} if key else {}

    def _is_own(self, url: httpx.URL) -> bool:
        """Whether an address is of the interface: same scheme, host and port, below its path."""
        same = (url.scheme, url.host, url.port) == (self._base.scheme, self._base.host, self._base.port)
        return same and url.path.startswith(self._base.path)

    def _own(self, url: str) -> str:
        """An address of the interface, from an answer. Raises ProviderError for one that leads elsewhere."""
        try:
            absolute = urljoin(str(self._base), url)
            own = self._is_own(httpx.URL(absolute))
        except (httpx.InvalidURL, ValueError) as error:
            raise not_understood(self.speaker()) from error
        if not own:
            raise not_understood(self.speaker())
        return absolute

    async def _ask(
        self, method: str, path: str, model: Model | None = None, *, patient: bool = True, files: Any = None
    ) -> httpx.Response:
        """A request that may be sent any number of times. Raises ProviderError."""
        attempt = 0
        while True:
            attempt += 1
            answer = await self._try(method, path, model, files)
            if isinstance(answer, httpx.Response):
                return answer
            wait = self.backoff.wait(attempt, answer.retry_after_s, self.pace.chance)
            if wait is None or not patient or not answer.error.retryable:
                raise answer.error
            await self.pace.sleep(wait)

    async def _try(self, method: str, path: str, model: Model | None, files: Any) -> httpx.Response | Refused:
        # Asked about with its model, a job is under way: money may be gone whatever this one answer says.
        speaker = self.speaker(model) if model is None else replace(self.speaker(model), money=RUNNING)
        asked: float | None = None
        try:
            answer = await self._http.request(method, self._base.join(path), headers=self._key(), files=files)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            no = unreachable(speaker, type(error).__name__)
        else:
            self._tell_time(answer)
            if answer.is_success:
                return answer
            body = body_of(answer.content)
            asked = asked_wait(answer.headers, body, self.pace.now())
            gone = model is not None and answer.status_code == 404
            no = forgotten(speaker) if gone else problem(speaker, answer.status_code, body)
            no.retryable = read_again(answer.status_code)
        if model is not None:
            no.charged = None
        return refused(no, asked)

    def _no(self, speaker: Speaker, answer: httpx.Response) -> Exception:
        """What the refusal of a create means."""
        body = body_of(answer.content)
        error = problem(speaker, answer.status_code, body)
        no = refused(error, asked_wait(answer.headers, body, self.pace.now()))
        fate = fate_of(answer.status_code)
        if fate == "lost":
            return Lost(f"{self.vendor.title} answered {answer.status_code} from a gateway.")
        error.retryable = fate != "refused"
        return Unsure(no) if fate == "unsure" else no

    def _prediction(self, answer: httpx.Response, model: Model | None) -> Prediction:
        try:
            return prediction_of(body_of(answer.content))
        except NotAPrediction as error:
            raise not_understood(self.speaker(model)) from error


def _sha256(body: object) -> str:
    """The digest in a file object, or ""."""
    sums = body.get("checksums") if isinstance(body, dict) else None
    return str(sums.get("sha256") or "") if isinstance(sums, dict) else ""
