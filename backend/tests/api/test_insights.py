"""The insights: what creators do through the interface is what the page counts, each thing once."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dailies.domain.errors import InvalidInput

from ..support.recount import differences, recount
from ..support.studio import TestStudio, running_studio

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
SPAN = {"since": "2026-03-01T00:00:00Z", "until": "2026-06-01T00:00:00Z"}


@dataclass
class Clock:
    """A clock that is moved by hand, and ticks a second whenever it is read."""

    now: datetime = field(default=START)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def studio(tmp_path: Path, clock: Clock) -> AsyncIterator[TestStudio]:
    async with running_studio(tmp_path, clock=clock, session_days=3650) as running:
        yield running


async def page(studio: TestStudio, **asked: Any) -> dict[str, Any]:
    """The numbers."""
    answer = await studio.client.get("/api/insights", params={**SPAN, **asked})
    assert answer.status_code == 200, answer.text
    return answer.json()  # type: ignore[no-any-return]


async def agrees(studio: TestStudio, clock: Clock) -> dict[str, Any]:
    """The page, after every number on it was counted a second time."""
    await studio.scored()
    found = await page(studio)
    since, until = (datetime.fromisoformat(SPAN[name]) for name in ("since", "until"))
    engine = studio.services.database.engine
    assert differences(found, recount(engine, since, until, clock.now, found["abandoned_after_days"])) == []
    return found


async def test_every_number_is_what_was_done(studio: TestStudio, clock: Clock) -> None:
    client = studio.client
    film = await studio.reach("video")
    base = f"/api/projects/{film['id']}"
    await client.post(f"{base}/notes", json={"text": "change it: warmer", "stage": "storyboard"})
    film = await studio.until(film["id"], lambda p: p["plans"] != [])
    plan = film["plans"][0]["id"]
    await client.patch(f"{base}/plans/{plan}", json={"instruction": "cooler"})
    assert (await client.post(f"{base}/plans/{plan}/apply")).status_code == 200
    await studio.idle(film["id"])
    await studio.approve(await studio.project(film["id"]), "storyboard", with_stale=True)
    again = await client.post(f"{base}/stages/video/regenerate", json={"items": ["clip-s1a"]})
    assert again.status_code == 200, again.text
    await studio.idle(film["id"])
    film = (await client.post(f"{base}/items/clip-s1a/select", json={"take": 1})).json()
    film = await studio.approve(film, "video", with_stale=True)
    rated = await client.post(f"{base}/rating", json={"stars": 4, "recommend": 9, "comment": "  Very \n near. "})
    assert rated.json()["rating"]["comment"] == "Very near."
    clock.now += timedelta(days=10)
    studio.control.fail["dining car"] = 9
    failed = await studio.idle((await studio.start())["id"])
    studio.control.reset()
    gone = await studio.idle((await studio.start(mode="automatic"))["id"])
    await client.patch(f"/api/projects/{gone['id']}", json={"mode": "interactive"})
    await client.delete(f"/api/projects/{gone['id']}")
    clock.now += timedelta(days=30)

    found = await agrees(studio, clock)
    funnel = found["funnel"]
    assert (funnel["started"], funnel["finished"], funnel["deleted"]) == (3, 2, 1)
    assert funnel["reached"] == {"story": 3, "references": 2, "storyboard": 2, "video": 2}
    assert funnel["abandoned"] == {"story": 1, "references": 0, "storyboard": 0, "video": 0}
    assert found["work"]["plans"] == {"applied": 1, "discarded": 0, "undone": 0, "proposed": 0}
    assert (found["work"]["plans_edited"], found["work"]["notes"]["storyboard"]) == (1, 1)
    assert found["work"]["regenerations"]["video"] == 1
    assert found["work"]["takes"] > found["work"]["selected"] > 0
    assert [(each["vendor"], each["code"]) for each in found["failures"]] == [("rehearsal", "provider_timeout")]
    assert found["modes"]["automatic"]["taken_over"] == 1
    assert [(each["begins"], each["started"]) for each in found["series"] if each["started"]] == [
        ("2026-03-02", 1),
        ("2026-03-12", 2),
    ]
    assert len(found["series"]) == 11
    assert [(each["project"], each["text"]) for each in found["comments"]] == [(film["id"], "Very near.")]
    assert failed["stages"][0]["failed"] == 1
    by_month = await page(studio, bucket="month")
    assert [(each["begins"], each["started"]) for each in by_month["series"]] == [("2026-03-01", 3)]
    # Counted again, nothing is counted twice; forgotten and counted anew, it is the same.
    assert await page(studio) == found
    await studio.services.insights.store.forget()
    assert await page(studio) == found


async def test_a_rating_and_what_it_says(studio: TestStudio) -> None:
    early = await studio.idle((await studio.start(prompt="A film about marzipan elephants in the dining car."))["id"])
    good = {"stars": 1, "recommend": 0}
    refused = await studio.client.post(f"/api/projects/{early['id']}/rating", json=good)
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_rate")
    film = await studio.idle((await studio.start(mode="automatic"))["id"])
    for bad, code in (
        ({"stars": 0, "recommend": 5}, "bad_rating"),
        ({"stars": 5, "recommend": 11}, "bad_rating"),
        ({"stars": 5, "recommend": 9, "comment": "x" * 501}, "comment_too_long"),
    ):
        answer = await studio.client.post(f"/api/projects/{film['id']}/rating", json=bad)
        assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert (await studio.project(film["id"]))["rating"] is None
    rated = await studio.client.post(f"/api/projects/{film['id']}/rating", json=good)
    assert rated.json()["rating"]["stars"] == 1
    found = await page(studio)
    # One answer is no fact.
    told = found["modes"]["automatic"]
    assert told["stars"] == {"count": 1, "value": None, "low": None, "high": None}
    assert told["recommend"]["value"] is None
    # No word of a brief is kept.
    with studio.services.database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT document FROM project_facts").all()
    assert len(rows) == 2
    assert not any("marzipan" in row[0] or "dining" in row[0] for row in rows)
    # The spreadsheet says the same.
    sheet = await studio.client.get("/api/insights/csv", params=SPAN)
    assert sheet.headers["content-type"].startswith("text/csv")
    lines = dict(list(csv.reader(io.StringIO(sheet.text)))[1:])
    assert lines["funnel.started"] == str(found["funnel"]["started"]) == "2"
    assert lines["work.takes"] == str(found["work"]["takes"])
    assert lines["series.1.begins"] == found["series"][0]["begins"]
    for span in (
        {"since": "2026-06-01T00:00:00Z", "until": "2026-03-01T00:00:00Z"},
        {"since": "1999-06-01T00:00:00Z"},
    ):
        answer = await studio.client.get("/api/insights", params={**SPAN, **span})
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_span")


async def test_others_see_their_own_numbers_only(tmp_path: Path) -> None:
    async with running_studio(tmp_path, registration_open=True) as studio:
        await studio.idle((await studio.start())["id"])
        member = studio.stranger()
        account = {"email": "maren@example.org", "password": "a quiet long one"}
        me = (await member.post("/api/auth/register", json=account)).json()
        own = (await member.get("/api/insights")).json()
        assert own["funnel"]["started"] == 0
        for person in ("", "owner"):
            refused = await member.get("/api/insights", params={"person": person})
            assert (refused.status_code, refused.json()["code"]) == (403, "not_the_owner")
        assert (await studio.client.get("/api/insights", params={"person": me["id"]})).json()["funnel"]["started"] == 0
        assert (await studio.client.get("/api/insights")).json()["funnel"]["started"] == 1
        assert [each["name"] for each in (await studio.client.get("/api/people")).json()] == ["Owner", "maren"]
        assert (await member.get("/api/people")).status_code == 403


async def test_switched_off_nothing_is_counted(tmp_path: Path) -> None:
    async with running_studio(tmp_path, insights=False) as studio:
        await studio.idle((await studio.start())["id"])
        answer = await studio.client.get("/api/insights")
        assert (answer.status_code, answer.json()["code"]) == (404, "insights_off")
        assert (await studio.client.get("/api/setup")).json()["insights"] is False
        with studio.services.database.engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM project_facts").scalar() == 0


PLANS = """
[[plans]]
id = "free"
title = "Free"
interactive = false
vendors = false
projects_per_month = 1

[[plans]]
id = "premium"
title = "Premium"
paid = true
"""


async def test_a_plan_says_what_may_be_done(tmp_path: Path) -> None:
    (tmp_path / "plans.toml").write_text(PLANS)
    async with running_studio(tmp_path, registration_open=True, plans_file=tmp_path / "plans.toml") as studio:
        await studio.idle((await studio.start())["id"])
        member = studio.stranger()
        account = {"email": "maren@example.org", "password": "a quiet long one"}
        me = (await member.post("/api/auth/register", json=account)).json()
        brief = {"prompt": "A violinist misses her stop and plays for the dining car.", "duration_s": 5}
        for wanted, code in (
            ({"mode": "interactive"}, "plan_needed"),
            ({"mode": "automatic", "providers": {"video": "replicate/prunaai/p-video"}}, "plan_needed"),
        ):
            answer = await member.post("/api/projects", json={"brief": brief, **wanted})
            assert (answer.status_code, answer.json()["code"]) == (402, code)
        first = await member.post("/api/projects", json={"brief": brief, "mode": "automatic"})
        assert first.status_code == 201
        taken = await member.patch(f"/api/projects/{first.json()['id']}", json={"mode": "interactive"})
        assert (taken.status_code, taken.json()["code"]) == (402, "plan_needed")
        second = await member.post("/api/projects", json={"brief": brief, "mode": "automatic"})
        assert (second.status_code, second.json()["code"]) == (402, "plan_used_up")
        assert (await studio.client.put(f"/api/people/{me['id']}/plan", json={"plan": "gold"})).status_code == 404
        assert (await studio.client.put("/api/people/nobody/plan", json={"plan": "premium"})).status_code == 404
        assert (await member.put(f"/api/people/{me['id']}/plan", json={"plan": "premium"})).status_code == 403
        assert (await studio.client.put(f"/api/people/{me['id']}/plan", json={"plan": "premium"})).status_code == 204
        assert (await member.post("/api/projects", json={"brief": brief, "mode": "interactive"})).status_code == 201
        assert (await member.get("/api/me")).json()["plan"] == "premium"
        assert [plan["id"] for plan in (await member.get("/api/setup")).json()["plans"]] == ["free", "premium"]


@pytest.mark.parametrize(
    "text", ["[[plans]]\nid = 'Free!'\ntitle = 'x'", "not toml", "[[plans]]\nid='a'\ntitle='A'\n" * 2]
)
async def test_a_file_of_plans_that_is_not_understood(tmp_path: Path, text: str) -> None:
    (tmp_path / "plans.toml").write_text(text)
    with pytest.raises(InvalidInput) as refusal:
        async with running_studio(tmp_path, plans_file=tmp_path / "plans.toml"):
            pass
    assert refusal.value.code == "bad_plans_file"
