"""Every way the vendors are known to fail, by name, and what makes one happen.

A fault happens when a request names it in ``X-Standin-Fault``, when one was queued for it, or by chance with
the probability set for it. Nothing in a prompt ever causes one.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dailies.standin.chance import Dice

Point = Literal[
    "replicate.create",
    "replicate.run",
    "replicate.read",
    "replicate.upload",
    "replicate.stream",
    "delivery",
    "openai.text",
    "openai.image",
    "openai.speech",
    "openai.moderation",
]
"""Where a fault can strike. ``replicate.run``: chosen when the prediction is made, strikes in its later life."""

_CREATE = frozenset[Point]({"replicate.create"})
_RUN = frozenset[Point]({"replicate.run"})
_FILE = frozenset[Point]({"replicate.run", "delivery"})
_OPENAI = frozenset[Point]({"openai.text", "openai.image", "openai.speech", "openai.moderation"})
_TEXT = frozenset[Point]({"openai.text"})
_IMAGE = frozenset[Point]({"openai.image"})
_REPLICATE = frozenset[Point]({"replicate.create", "replicate.read", "replicate.upload"})
_ANY = _OPENAI | _REPLICATE


@dataclass(frozen=True)
class Fault:
    """``sentence``: what the wire shows."""

    sentence: str
    points: frozenset[Point]


FAULTS: dict[str, Fault] = {
    # Both vendors, before anything is done: nothing is billed.
    "unauthorized": Fault("401 in the vendor's own form: the key is refused.", _ANY),
    "throttled": Fault("429; Replicate names retry_after in the body and sends no header.", _ANY),
    "throttled_header": Fault("429 with a Retry-After header of one second.", _ANY),
    "throttled_text": Fault("429 that says when to come back in its text only.", _REPLICATE),
    "server_error": Fault("500 in the vendor's own form.", _ANY),
    "overloaded": Fault("503 in the vendor's own form.", _ANY),
    "bad_gateway": Fault("502 with a page of HTML.", _ANY),
    "dropped": Fault("The connection is cut before anything is done; nothing is billed.", _ANY),
    # Both vendors, after the work was taken on: it is billed.
    "lost_answer": Fault("The work is taken on and billed, and the connection is cut before the answer.", _ANY),
    "slow": Fault("The answer takes slow_s seconds to begin.", _ANY),
    "garbage": Fault("The status of success with a body that is not JSON; the work is taken on and billed.", _ANY),
    # Replicate, on create.
    "insufficient_credit": Fault("402 Insufficient credit.", _CREATE),
    "model_not_found": Fault(
        "404: no such model (Replicate: or not an official one; OpenAI: model_not_found).", _CREATE | _OPENAI
    ),
    "version_not_permitted": Fault("422 Invalid version or not permitted.", _CREATE),
    "invalid_fields": Fault("422 Input validation failed, naming the prompt.", _CREATE),
    "still_processing": Fault("A waiting create answers `processing` without output at once.", _CREATE),
    # Replicate, later.
    "output_while_processing": Fault(
        "The first answers that have the whole output still say `processing`, without completed_at or metrics.", _RUN
    ),
    "cold_start": Fault("The prediction stays `starting` for a cold start's time.", _RUN),
    "never_starts": Fault("The prediction stays `starting` until its deadline (then `aborted`) or a cancel.", _RUN),
    "never_ends": Fault("The prediction stays `processing` until its deadline or a cancel (both are billed).", _RUN),
    "canceled_by_vendor": Fault("The prediction ends as `canceled` though nobody asked; it is billed.", _RUN),
    "aborted": Fault("The prediction ends as `aborted` before it started; it is free.", _RUN),
    "nsfw": Fault("`failed`: NSFW content detected. Free.", _RUN),
    "flagged": Fault("`failed`: flagged as sensitive (E005). Free.", _RUN),
    "out_of_memory": Fault("`failed`: out of memory (E1001). Free.", _RUN),
    "start_timeout": Fault("`failed`: timeout starting prediction (E6716). Free.", _RUN),
    "data_uri_refused": Fault("`failed`: the model takes no data URIs (1201). Free.", _RUN),
    "fails_midway": Fault("`failed` with a message of the model's own after half its time. Free.", _RUN),
    "fewer_images": Fault("A list output is short of one image (with one asked for, it is empty).", _RUN),
    "no_output": Fault("`succeeded` with output null; it is billed.", _RUN),
    "other_shape": Fault("A list where a string belongs, or a string where a list belongs.", _RUN),
    "data_removed": Fault("Read again, the prediction says data_removed and has no output.", _RUN),
    "input_expired": Fault("`failed`: an input file could not be fetched (404). Free.", _RUN),
    "upload_expired": Fault(
        "The uploaded file is gone (404) as soon as it was stored.", frozenset({"replicate.upload"})
    ),
    # The delivery host.
    "output_expired": Fault("The output's URL answers 404 from the start.", _FILE),
    "truncated": Fault("The download stops halfway through its Content-Length, once.", _FILE),
    "truncated_quietly": Fault("The download has no Content-Length and ends halfway, once.", _FILE),
    "endless": Fault("The download goes on with zeros for 4 GB.", _FILE),
    "not_an_image": Fault("The download is 200 with a page of HTML.", _FILE),
    "redirected": Fault("The download answers 302 to the same file under another host name.", _FILE),
    "delivery_down": Fault("The download answers 503, once.", _FILE),
    # Streams and webhooks.
    "stream_error": Fault("The stream sends an error event, then done with a reason.", frozenset({"replicate.stream"})),
    "stream_timeout": Fault(
        "The stream ends with the comment `:408: 408 Request Timeout`.", frozenset({"replicate.stream"})
    ),
    "webhook_lost": Fault("No webhook is sent.", _RUN),
    "webhook_duplicate": Fault("Every webhook is sent twice with one webhook-id.", _RUN),
    "webhook_out_of_order": Fault("The terminal webhook arrives before the earlier ones.", _RUN),
    "webhook_forged": Fault("Webhooks carry a signature made with another secret.", _RUN),
    "webhook_stale": Fault("Webhooks carry a timestamp ten minutes old (rightly signed).", _RUN),
    # OpenAI.
    "quota": Fault("429 insufficient_quota with x-should-retry: false.", _OPENAI),
    "schema_refused": Fault("400: invalid schema for the response format.", _TEXT),
    "refusal": Fault("The model refuses: `refusal` in place of content.", _TEXT),
    "length": Fault("The answer is cut: finish_reason length, or response.incomplete max_output_tokens.", _TEXT),
    "content_filter": Fault("The answer is cut: finish_reason content_filter, or response.incomplete.", _TEXT),
    "mid_stream_error": Fault("A stream ends with an error event (unstreamed: 500).", _TEXT),
    "stream_cut": Fault("A stream's connection is cut halfway (unstreamed: before the answer).", _TEXT),
    "bad_json": Fault("Structured output is cut so that it is not JSON, with finish_reason stop.", _TEXT),
    "off_schema": Fault("Structured output is JSON that does not fit the schema.", _TEXT),
    "fenced_json": Fault("Structured output stands between ```json fences.", _TEXT),
    "empty_first_part": Fault("A stream begins with an empty piece of text before tool calls.", _TEXT),
    "no_usage": Fault("The answer has no usage.", _TEXT | _IMAGE),
    "moderation_blocked": Fault("400 moderation_blocked.", _IMAGE),
    "broken_image": Fault("b64_json holds half an image; it is billed.", _IMAGE),
    "speech_cut": Fault("The audio stops halfway with the connection; it is billed.", frozenset({"openai.speech"})),
    "always_flagged": Fault("The moderation flags the text as violence.", frozenset({"openai.moderation"})),
}


class UnknownFault(Exception):
    """A name that is no fault."""


@dataclass
class QueuedFault:
    """A fault waiting for its request. ``path``: part of the request's path; ``model``: the model's name; ""
    for any."""

    name: str
    times: int = 1
    path: str = ""
    model: str = ""

    def fits(self, point: Point, path: str, model: str) -> bool:
        """Whether a request at this point is the one meant."""
        return self.times > 0 and point in FAULTS[self.name].points and self.path in path and self.model in ("", model)


@dataclass
class FaultBox:
    """Decides which faults strike. ``probabilities``: by name."""

    probabilities: Mapping[str, float]
    dice: Dice
    queue: list[QueuedFault] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, fault: QueuedFault) -> None:
        """Queue one. Raises UnknownFault."""
        known([fault.name])
        with self._lock:
            self.queue.append(fault)

    def clear(self) -> None:
        """Forget what is queued."""
        with self._lock:
            self.queue.clear()

    def draw(self, point: Point, path: str, model: str, header: str = "") -> frozenset[str]:
        """The faults of one request. Raises UnknownFault for a name in the header that is none."""
        named = known(part.strip() for part in header.split(",") if part.strip())
        struck = {name for name in named if point in FAULTS[name].points}
        with self._lock:
            for queued in self.queue:
                if queued.fits(point, path, model):
                    queued.times -= 1
                    struck.add(queued.name)
            self.queue[:] = [queued for queued in self.queue if queued.times > 0]
            for name, probability in self.probabilities.items():
                if point in FAULTS[name].points and self.dice.draw(f"fault {name}").random() < probability:
                    struck.add(name)
        return frozenset(struck)


def known(names: Iterable[str]) -> list[str]:
    """The names, if all are faults. Raises UnknownFault."""
    listed = list(names)
    for name in listed:
        if name not in FAULTS:
            raise UnknownFault(f"There is no fault {name!r}. GET /standin/faults lists them.")
    return listed
