"""Asks the stand-in for things and writes down what the wire shows."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import Any

import httpx

from dailies.standin.server import StandinHandle
from tests.standin.asking import DRAW, FLUX, story_format, story_words, user

CUT = 0
"""Status of an answer that never came, or broke off."""
KEY = {"authorization": "Bearer k"}
LUNA = "gpt-6-luna"
PATIENCE_S = 10.0


@dataclass
class Seen:
    """One answer. ``body``: what came of it."""

    status: int
    body: bytes = b""
    headers: httpx.Headers = field(default_factory=httpx.Headers)
    seconds: float = 0.0

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Bench:
    """A client of both vendors that names faults in the header."""

    def __init__(self, standin: StandinHandle) -> None:
        self.standin = standin
        self._client = httpx.Client(headers=KEY, timeout=PATIENCE_S, verify=False)

    def close(self) -> None:
        self._client.close()

    def send(self, method: str, url: str, fault: str = "", **more: Any) -> Seen:
        headers = {**({"x-standin-fault": fault} if fault else {}), **more.pop("headers", {})}
        begun, body = time.monotonic(), b""
        try:
            with self._client.stream(method, url, headers=headers, **more) as answer:
                for piece in answer.iter_raw():
                    body += piece
                    if len(body) > 8_000_000:
                        break
                status, got = answer.status_code, answer.headers
        except (httpx.RemoteProtocolError, httpx.ReadError):
            status, got = CUT, httpx.Headers()
        return Seen(status, body, got, time.monotonic() - begun)

    def create(
        self,
        fault: str,
        inputs: dict[str, Any] | None = None,
        model: str = FLUX,
        *,
        cancel_after: str = "",
        prefer: str = "",
    ) -> Seen:
        body: dict[str, Any] = {"input": DRAW if inputs is None else inputs}
        headers = {name: value for name, value in (("cancel-after", cancel_after), ("prefer", prefer)) if value}
        return self.send(
            "POST", f"{self.standin.replicate}/models/{model}/predictions", fault, json=body, headers=headers
        )

    def made(self, fault: str, inputs: dict[str, Any] | None = None) -> Any:
        """The prediction, once it is over."""
        return self.ended(self.create(fault, inputs).json)

    def ended(self, prediction: Any) -> Any:
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            prediction = self.send("GET", prediction["urls"]["get"]).json
            if prediction["status"] not in ("starting", "processing"):
                return prediction
            time.sleep(0.01)
        raise TimeoutError(prediction["status"])

    def quiet(self) -> None:
        """Wait until no prediction runs."""
        until = time.monotonic() + PATIENCE_S
        while any(each["status"] in ("starting", "processing") for each in self.standin.predictions()):
            if time.monotonic() > until:
                raise TimeoutError("a prediction still runs")
            time.sleep(0.01)

    def download(self, fault: str, *, again: bool = False) -> Seen:
        """The file of a prediction made with the fault; ``again``: downloaded a second time."""
        url = self.made(fault)["output"][0]
        seen = self.send("GET", url)
        return self.send("GET", url) if again else seen

    def chat(self, fault: str, *, stream: bool = False, story: bool = False, tools: bool = False) -> Seen:
        body: dict[str, Any] = {"model": LUNA, "messages": user(story_words() if story else "Regenerate frame two")}
        body |= {"stream": stream, **({"response_format": story_format()} if story else {})}
        if tools:
            function = {"name": "regenerate", "description": "Regenerate a frame", "parameters": {"type": "object"}}
            body["tools"] = [{"type": "function", "function": function}]
        return self.send("POST", f"{self.standin.openai}/chat/completions", fault, json=body)

    def said(self, fault: str, *, story: bool = False) -> Any:
        """The only choice of an unstreamed chat."""
        return self.chat(fault, story=story).json["choices"][0]

    def image(self, fault: str) -> Seen:
        body = {"model": "gpt-image-2", "prompt": "Mia", "quality": "low"}
        return self.send("POST", f"{self.standin.openai}/images/generations", fault, json=body)

    def speech(self, fault: str) -> Seen:
        body = {"model": "gpt-4o-mini-tts", "voice": "alloy", "input": "Good morning", "response_format": "wav"}
        return self.send("POST", f"{self.standin.openai}/audio/speech", fault, json=body)

    def moderation(self, fault: str) -> Seen:
        return self.send("POST", f"{self.standin.openai}/moderations", fault, json={"input": "calm"})

    def upload(self, fault: str) -> Seen:
        return self.send("POST", f"{self.standin.replicate}/files", fault, files={"content": ("a.png", b"x")})

    def stream(self, fault: str) -> Seen:
        prediction = self.made("")
        return self.send("GET", prediction["urls"]["stream"], fault)
