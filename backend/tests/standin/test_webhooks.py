"""Webhooks: signed, in order, the last one until it is taken."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

import httpx
import pytest
from replicate.webhook import Webhooks, WebhookSigningSecret

from dailies.standin.server import StandinHandle
from dailies.standin.settings import StandinSettings
from tests.standin.asking import DRAW, FLUX

SECRET = StandinSettings().webhook_secret
PATIENCE_S = 5.0


@dataclass(frozen=True)
class Got:
    """One webhook that came in."""

    id: str
    timestamp: str
    signature: str
    body: bytes

    @property
    def valid(self) -> bool:
        key = base64.b64decode(SECRET.removeprefix("whsec_"))
        message = f"{self.id}.{self.timestamp}.".encode() + self.body
        made = base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()
        return hmac.compare_digest(f"v1,{made}", self.signature)

    @property
    def age_s(self) -> float:
        return time.time() - int(self.timestamp)


class Listener:
    """Takes webhooks on a free port. ``refusals``: how many it answers with 500 first."""

    def __init__(self, refusals: int = 0) -> None:
        self.got: list[Got] = []
        self._refusals = refusals
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                head = self.headers
                body = self.rfile.read(int(head["content-length"]))
                parts = head["webhook-id"], head["webhook-timestamp"], head["webhook-signature"]
                listener.got.append(Got(*parts, body))
                self.send_response(500 if len(listener.got) <= listener._refusals else 200)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/hook"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def wait_for(self, count: int) -> list[Got]:
        """What came in, once there is so much of it and a moment has passed."""
        until = time.monotonic() + PATIENCE_S
        while len(self.got) < count and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(0.05)
        return self.got


def create(http: httpx.Client, listener: Listener, *events: str) -> str:
    body = {"input": DRAW, "webhook": listener.url, **({"webhook_events_filter": list(events)} if events else {})}
    answer = http.post(f"models/{FLUX}/predictions", json=body)
    assert answer.status_code == 201
    return str(answer.json()["id"])


def test_the_usual_webhooks_tell_of_output_and_end(http: httpx.Client) -> None:
    with Listener() as listener:
        made = create(http, listener)
        got = listener.wait_for(2)
    bodies = [json.loads(each.body) for each in got]
    assert [body["status"] for body in bodies] == ["processing", "succeeded"]
    assert {body["id"] for body in bodies} == {made}
    assert bodies[0]["output"] == bodies[1]["output"]
    assert all(each.valid for each in got)


def test_only_the_events_asked_for_are_sent(http: httpx.Client) -> None:
    with Listener() as listener:
        create(http, listener, "completed")
        assert len(listener.wait_for(1)) == 1


def test_the_last_webhook_is_sent_until_it_is_taken(http: httpx.Client) -> None:
    with Listener(refusals=3) as listener:
        create(http, listener, "completed")
        got = listener.wait_for(4)
    assert len({each.id for each in got}) == 1
    assert len(got) == 4


def test_the_official_client_accepts_the_signature(standin: StandinHandle, http: httpx.Client) -> None:
    secret = http.get("webhooks/default/secret").json()["key"]
    with Listener() as listener:
        create(http, listener, "completed")
        got = listener.wait_for(1)[0]
    headers = {"webhook-id": got.id, "webhook-timestamp": got.timestamp, "webhook-signature": got.signature}
    Webhooks.validate(headers=headers, body=got.body.decode(), secret=WebhookSigningSecret(key=secret))


@pytest.mark.parametrize(
    "webhook",
    [{"webhook": ""}, {"webhook": "http://example.com/x"}, {"webhook": "https://x", "webhook_events_filter": ["all"]}],
)
def test_webhooks_that_can_not_be_are_refused(http: httpx.Client, webhook: dict[str, object]) -> None:
    assert http.post(f"models/{FLUX}/predictions", json={"input": DRAW, **webhook}).status_code == 422
