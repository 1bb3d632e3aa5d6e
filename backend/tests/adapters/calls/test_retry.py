"""When a refused call is sent again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dailies.adapters.calls.retry import Backoff, asked_wait, fate_of, read_again

NOW = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)
THROTTLED = (
    "Request was throttled. Your rate limit for creating predictions is reduced to 6 requests per minute with a burst "
    "of 1 requests while you have less than $5.0 in credit. Your rate limit resets in ~9s."
)


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        ({"retry-after": "3"}, None, 3.0),
        ({"retry-after": "0.5"}, None, 0.5),
        ({"retry-after": "Mon, 23 Nov 2026 12:00:07 GMT"}, None, 7.0),
        ({"retry-after": "Mon, 23 Nov 2026 11:00:00 GMT"}, None, 0.0),
        ({"retry-after-ms": "250", "retry-after": "9"}, None, 0.25),
        ({}, {"retry_after": 9}, 9.0),
        ({}, {"retry_after": "9"}, 9.0),
        ({}, {"error": {"retry_after": 4, "message": "slow down"}}, 4.0),
        ({"retry-after": "2"}, {"retry_after": 9}, 2.0),
        ({}, {"detail": THROTTLED}, 9.0),
        ({}, {"detail": "Your rate limit resets in ~30s."}, 30.0),
        ({}, {"error": {"message": "Please try again in 1.5s."}}, 1.5),
        ({}, {"error": {"message": "Please try again in 20ms."}}, 0.02),
        ({}, "Retry after 2 minutes.", 120.0),
        ({}, {"detail": "Request was throttled."}, None),
        ({"retry-after": "soon"}, {"retry_after": None}, None),
        ({"retry-after": "nan"}, ["?"], None),
        ({"retry-after": "-4"}, None, 0.0),
    ],
)
def test_every_form_of_a_wish_to_wait(headers: dict[str, str], body: object, seconds: float | None) -> None:
    assert asked_wait(headers, body, NOW) == seconds


def test_full_jitter_grows_to_a_limit() -> None:
    backoff = Backoff(attempts=9, first_s=0.5, longest_s=8.0)
    assert [backoff.wait(attempt, None, lambda: 1.0) for attempt in range(1, 8)] == [0.5, 1, 2, 4, 8, 8, 8]
    assert backoff.wait(3, None, lambda: 0.0) == 0.0
    assert backoff.wait(9, None, lambda: 1.0) is None


def test_what_the_vendor_asks_for_is_never_undercut() -> None:
    assert Backoff(first_s=0.5).wait(1, 9.0, lambda: 0.0) == 9.0
    assert Backoff(first_s=0.5).wait(1, 9.0, lambda: 1.0) == 9.5
    assert Backoff(patience_s=60).wait(1, 61.0, lambda: 0.0) is None


@pytest.mark.parametrize(
    ("status", "fate", "read"),
    [
        (429, "again", True),
        (400, "refused", False),
        (401, "refused", False),
        (402, "refused", False),
        (404, "refused", False),
        (422, "refused", False),
        (408, "lost", True),
        (500, "unsure", True),
        (502, "lost", True),
        (503, "unsure", True),
        (504, "lost", True),
        (524, "lost", True),
    ],
)
def test_what_each_status_means(status: int, fate: str, read: bool) -> None:
    assert fate_of(status) == fate
    assert read_again(status) is read
