"""Webhooks: only the vendor's own count, and they only end a wait early."""

from __future__ import annotations

import asyncio
import json
import threading
import time as clock
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from dailies.adapters.providers.replicate import Arrivals, ReplicateIllustrator, verify_webhook
from dailies.adapters.providers.replicate.webhooks import either
from dailies.ports import ImageRequest
from dailies.standin.replicate.webhooks import signature
from dailies.standin.server import StandinHandle
from tests.adapters.providers.replicate.studio import FastTime, OpenGate, client_of, image_row, quiet
from tests.support.journal import MemoryJournal

# The example of the vendor's documentation has this form: whsec_ and base64.
SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
BODY = b'{"id":"ufawqhfynnddngldkgtslldrkq","status":"succeeded"}'
NOW = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)


def headers(secret: str = SECRET, body: bytes = BODY, when: datetime = NOW) -> dict[str, str]:
    stamp = int(when.timestamp())
    return {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(stamp),
        "webhook-signature": signature(secret, "msg_1", stamp, body),
    }


def test_a_true_webhook_is_taken() -> None:
    assert verify_webhook(SECRET, headers(), BODY, NOW)


def test_a_known_signature() -> None:
    # Worked out by hand with openssl: HMAC-SHA256 of "msg_1.1700000000.{}" with the decoded secret.
    given = {
        "webhook-id": "msg_1",
        "webhook-timestamp": "1700000000",
        "webhook-signature": "v1,V5A7hCtzs1KTtYSvRi7DZobR0xbcjWhCBMIKhQUk6k0=",
    }
    assert verify_webhook(SECRET, given, b"{}", datetime.fromtimestamp(1_700_000_000, UTC))


def test_one_right_signature_among_several_is_enough() -> None:
    given = headers()
    given["webhook-signature"] = f"v1,AAAA v2,xx {given['webhook-signature']}"
    assert verify_webhook(SECRET, given, BODY, NOW)


@pytest.mark.parametrize("minutes", [-6, 6])
def test_an_old_or_early_one_is_not(minutes: int) -> None:
    assert not verify_webhook(SECRET, headers(when=NOW + timedelta(minutes=minutes)), BODY, NOW)


@pytest.mark.parametrize(
    ("change", "body"),
    [
        ({}, BODY + b" "),
        ({"webhook-id": "msg_2"}, BODY),
        ({"webhook-id": ""}, BODY),
        ({"webhook-timestamp": "soon"}, BODY),
        ({"webhook-timestamp": "²"}, BODY),
        ({"webhook-signature": ""}, BODY),
        ({"webhook-signature": "v1"}, BODY),
        ({"webhook-signature": "v1,ÿ"}, BODY),
    ],
)
def test_anything_changed_is_refused(change: dict[str, str], body: bytes) -> None:
    assert not verify_webhook(SECRET, headers() | change, body, NOW)


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_not base64", "whsec_b3RoZXI="])
def test_another_secret_is_refused(secret: str) -> None:
    assert not verify_webhook(secret, headers(), BODY, NOW)


async def test_an_arrival_ends_the_wait_whenever_and_however_often_it_comes() -> None:
    arrivals = Arrivals()
    arrivals.arrived("nobody-waits")
    with arrivals.listening("p") as news:
        threads = [threading.Thread(target=arrivals.arrived, args=("p",)) for _ in range(3)]
        for thread in threads:
            thread.start()
        begun = clock.monotonic()
        assert await either(news, 5.0, asyncio.sleep)
        assert clock.monotonic() - begun < 2
        for thread in threads:
            thread.join()
        await asyncio.sleep(0.01)
        news.clear()
        arrivals.arrived("other")
        assert not await either(news, 0.01, asyncio.sleep)
    arrivals.arrived("p")


@dataclass
class Listener:
    """Takes webhooks like the studio's route: verified ones wake whoever waits."""

    url: str = ""
    arrivals: Arrivals = field(default_factory=Arrivals)
    secret: str = ""
    right: list[str] = field(default_factory=list)
    wrong: int = 0


@pytest.fixture
def listener() -> Iterator[Listener]:
    listener = Listener()

    class Route(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            named = {name.lower(): value for name, value in self.headers.items()}
            if verify_webhook(listener.secret, named, body, datetime.now(UTC)):
                prediction = json.loads(body)["id"]
                listener.right.append(prediction)
                listener.arrivals.arrived(prediction)
            else:
                listener.wrong += 1
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Route)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    listener.url = f"http://127.0.0.1:{server.server_port}/webhooks"
    yield listener
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    "fault", ["", "webhook_duplicate", "webhook_out_of_order", "webhook_lost", "webhook_forged", "webhook_stale"]
)
async def test_whatever_webhooks_do_the_picture_comes_and_is_paid_once(
    fault: str, standin: StandinHandle, listener: Listener, journal: MemoryJournal, gate: OpenGate, time: FastTime
) -> None:
    if fault:
        standin.fault(fault, path="/predictions")
    before = standin.billed_micros()
    async with client_of(standin.replicate, time, webhook_url=listener.url) as client:
        listener.arrivals, listener.secret = client.arrivals, await client.webhook_secret()
        artist = ReplicateIllustrator(image_row(), client, journal, gate)
        result = await artist.draw(ImageRequest("A pier.", 96, 96, 1), quiet)
    assert result.cost == standin.billed_micros() - before
    for _ in range(200):
        if listener.right or listener.wrong or fault == "webhook_lost":
            break
        await asyncio.sleep(0.01)
    assert set(listener.right) <= {journal.call.vendor_job}
    assert bool(listener.wrong) == (fault in ("webhook_forged", "webhook_stale"))
