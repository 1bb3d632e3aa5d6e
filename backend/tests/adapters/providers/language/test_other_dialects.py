"""Anthropic's and Google's dialects over the wire: the answer, the bill, and one request for one call."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pydantic import BaseModel

from dailies.adapters.providers.language import Asker
from dailies.adapters.providers.language.asking import user
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Dialect, Model, PriceLine, Vendor

from ....support.journal import MemoryJournal, gate_for

KEY = "planted-key-of-the-test"
ANSWER = '{"title": "The last loaf"}'
PRICES = (PriceLine("input_token", Decimal("0.000002")), PriceLine("output_token", Decimal("0.00001")))
NAMES: dict[Dialect, str] = {"anthropic": "claude-sonnet-5-5", "google": "gemini-3-pro-preview"}
SHOWN = {"anthropic": ("authorization", f"Bearer {KEY}"), "google": ("x-goog-api-key", KEY)}


class Form(BaseModel):
    """A form to fill in."""

    title: str


@dataclass
class Wire:
    """A vendor on loopback: what it was asked, and the status it answers with."""

    dialect: Dialect
    url: str = ""
    status: int = 200
    asked: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)

    def body(self) -> str:
        """The answer as a stream of events, in the dialect's form."""
        if self.dialect == "google":
            parts = [{"text": ANSWER}]
            usage = {"promptTokenCount": 1000, "candidatesTokenCount": 50, "totalTokenCount": 1050}
            candidate = {"content": {"role": "model", "parts": parts}, "finishReason": "STOP", "index": 0}
            return f"data: {json.dumps({'candidates': [candidate], 'usageMetadata': usage})}\r\n\r\n"
        message = {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": NAMES["anthropic"],
            "content": [],
            "stop_reason": None,
            "stop_sequence": None,
            "usage": {"input_tokens": 1000, "output_tokens": 1},
        }
        events: list[dict[str, Any]] = [
            {"type": "message_start", "message": message},
            {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
            {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": ANSWER[:9]}},
            {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": ANSWER[9:]}},
            {"type": "content_block_stop", "index": 0},
            {
                "type": "message_delta",
                "delta": {"stop_reason": "end_turn", "stop_sequence": None},
                "usage": {"output_tokens": 50},
            },
            {"type": "message_stop"},
        ]
        return "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in events)


@pytest.fixture(params=["anthropic", "google"])
def wire(request: pytest.FixtureRequest) -> Iterator[Wire]:
    made = Wire(request.param)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            made.asked.append((self.path, self.headers.get(SHOWN[made.dialect][0], ""), asked))
            fault = json.dumps({"error": {"type": "api_error", "code": made.status, "message": "Sorry."}})
            body = (made.body() if made.status == 200 else fault).encode()
            self.send_response(made.status)
            self.send_header("content-type", "text/event-stream" if made.status == 200 else "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        made.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield made
        finally:
            server.shutdown()
            thread.join()


def asker(wire: Wire, journal: MemoryJournal) -> Asker:
    vendor = Vendor(wire.dialect, wire.dialect.title(), wire.dialect, wire.url, "KEY")
    row = Model(f"{wire.dialect}/a", wire.dialect, NAMES[wire.dialect], "text", "Model A", "final", prices=PRICES)
    return Asker(vendor, row, KEY, journal, gate_for(vendor, row))


def ignore(_: float) -> None:
    return None


async def test_an_answer_and_its_bill(wire: Wire) -> None:
    journal = MemoryJournal()
    answer, cost = await asker(wire, journal).ask("story", "You write.", [user("A baker.")], Form, ignore)
    assert json.loads(answer) == {"title": "The last loaf"}
    assert cost == journal.cost == 2000 + 500
    path, key, asked = wire.asked[0]
    assert key == SHOWN[wire.dialect][1]
    assert NAMES[wire.dialect] in path + json.dumps(asked)
    assert "A baker." in json.dumps(asked)


@pytest.mark.parametrize(
    ("status", "code"), [(401, "vendor_key_rejected"), (404, "vendor_model_gone"), (400, "vendor_input_refused")]
)
async def test_what_will_not_get_better_is_asked_once(wire: Wire, status: int, code: str) -> None:
    wire.status, journal = status, MemoryJournal()
    with pytest.raises(ProviderError) as refusal:
        await asker(wire, journal).ask("story", "You write.", [user("A baker.")], Form, ignore)
    assert (refusal.value.code, refusal.value.charged) == (code, False)
    assert (len(wire.asked), journal.cost, journal.states["story"]) == (1, 0, "released")
    assert KEY not in str(refusal.value)
