"""The ledger on SQLite and PostgreSQL: budgets hold when calls are opened at once; nothing is counted twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from dailies.adapters.db.account_tables import users
from dailies.adapters.db.database import Database
from dailies.adapters.db.ledger import SqlLedger, spend_of
from dailies.adapters.db.migrate import migrate
from dailies.domain.errors import InvalidInput, PaymentRequired
from dailies.domain.ledger import Call, Limits, sending, settled, unknown
from dailies.ports import LedgerQuery

from ..support.postgres import new_database, running_postgres

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
FREE = Limits(None, None, NOW)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with running_postgres() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
async def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[SqlLedger]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'studio.sqlite3'}"
    else:
        url = new_database(request.getfixturevalue("server"), f"l{abs(hash(request.node.name))}")
    database = Database.connect(url)
    migrate(url)
    row = {"name": "Mia", "role": "member", "created_at": NOW}
    await database.run(lambda session: session.execute(insert(users).values(id="mia", **row)))
    yield SqlLedger(database)
    database.close()


def call(number: int, **changes: object) -> Call:
    made = Call(
        f"w{number}/image",
        "mia",
        "p1",
        "storyboard",
        f"frame-s{number}",
        f"w{number}",
        "image",
        "replicate",
        "replicate/pictures",
        40_000,
        NOW + timedelta(seconds=number),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


async def test_a_call_is_opened_once(ledger: SqlLedger) -> None:
    first = await ledger.open(call(1), FREE)
    await ledger.put(sending(first, NOW))
    again = await ledger.open(call(1), FREE)
    assert (again.state, again.sent_at) == ("sent", NOW)
    assert await ledger.get("nope/image") is None


async def test_calls_opened_at_once_can_not_pass_a_budget(ledger: SqlLedger) -> None:
    limits = Limits(project=100_000, month=None, month_start=NOW)
    opened = await asyncio.gather(*(ledger.open(call(n), limits) for n in range(8)), return_exceptions=True)
    assert sum(isinstance(each, Call) for each in opened) == 2
    assert sum(isinstance(each, PaymentRequired) for each in opened) == 6


async def test_the_month_counts_every_project(ledger: SqlLedger) -> None:
    limits = Limits(project=None, month=100_000, month_start=NOW)
    await ledger.open(call(1), limits)
    await ledger.open(call(2, project="p2"), limits)
    with pytest.raises(PaymentRequired) as refusal:
        await ledger.open(call(3, project="p3"), limits)
    assert refusal.value.code == "month_budget_exceeded"
    assert await ledger.used("mia", NOW) == 80_000
    later = Limits(None, 100_000, NOW + timedelta(days=8))
    await ledger.open(call(4, created_at=NOW + timedelta(days=9)), later)


async def test_spend_of_a_project(ledger: SqlLedger) -> None:
    await ledger.open(call(1), FREE)
    await ledger.put(settled(await ledger.open(call(2), FREE), 39_000, {"image": 1}, "", NOW))
    await ledger.put(unknown(await ledger.open(call(3), FREE), "lost"))
    spend = await ledger.database.read(lambda session: spend_of(session, "p1"))
    assert (spend.spent, spend.held, spend.unknown, spend.used) == (39_000, 40_000, 40_000, 119_000)


async def test_pages_filters_and_sums(ledger: SqlLedger) -> None:
    for number in range(5):
        made = await ledger.open(call(number), FREE)
        await ledger.put(settled(made, 1000 * number, {"image": 1}, "", NOW))
    await ledger.open(call(9, owner="eve"), FREE)
    first = await ledger.page(LedgerQuery("mia", limit=3))
    rest = await ledger.page(LedgerQuery("mia", limit=3, cursor=first.cursor))
    assert [each.id for each in (*first.calls, *rest.calls)] == [f"w{n}/image" for n in (4, 3, 2, 1, 0)]
    assert rest.cursor == ""
    assert rest.calls[0].charged_for == {"image": 1}
    with pytest.raises(InvalidInput):
        await ledger.page(LedgerQuery("mia", cursor="nonsense"))
    assert len((await ledger.page(LedgerQuery("mia", project="p2"))).calls) == 0
    filtered = LedgerQuery("mia", vendor="replicate", model="replicate/pictures", stage="storyboard", state="settled")
    assert len((await ledger.page(filtered)).calls) == 5
    window = LedgerQuery("mia", since=NOW + timedelta(seconds=1), until=NOW + timedelta(seconds=3))
    assert len((await ledger.page(window)).calls) == 2
    sums = await ledger.summary(LedgerQuery("mia"))
    assert sum(line.cost for line in sums) == 10_000
    assert {line.item for line in sums} == {f"frame-s{n}" for n in range(5)}


async def test_vendor_use_and_repeats(ledger: SqlLedger) -> None:
    for number in (1, 2, 3):
        made = await ledger.open(call(number, item="frame-s1" if number < 3 else "frame-s2"), FREE)
        await ledger.put(settled(made, 1000, {}, "", NOW))
    await ledger.put(unknown(await ledger.open(call(4), FREE), "lost"))
    (use,) = await ledger.vendor_use(NOW)
    assert (use.vendor, use.calls, use.used, use.failed) == ("replicate", 4, 43_000, 1)
    assert await ledger.repeats("mia") == {"storyboard": 1.5}
    assert await ledger.repeats("eve") == {}
