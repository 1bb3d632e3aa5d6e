"""Accounts on a real database file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dailies.adapters.db import account_tables
from dailies.adapters.db.accounts import SqlAccountStore
from dailies.adapters.db.database import Database
from dailies.adapters.db.migrate import migrate
from dailies.domain.errors import Conflict, Forbidden, InvalidInput, NotFound, NotSignedIn, TooManyRequests
from dailies.services.accounts import AccountRules, Accounts
from dailies.services.passwords import HashCost, Passwords

CHEAP = HashCost(passes=1, memory_kib=8, lanes=1)
PASSWORD = "a long enough one"


@dataclass
class Clock:
    now: datetime = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **parts: float) -> None:
        self.now += timedelta(**parts)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite:///{tmp_path / 'accounts.sqlite3'}"
    opened = Database.connect(url)
    migrate(url)
    yield opened
    opened.close()


def accounts_on(database: Database, clock: Clock, *, open_to_all: bool = True, cost: HashCost = CHEAP) -> Accounts:
    rules = AccountRules(registration_open=open_to_all, failures=3, hash_cost=cost)
    return Accounts(SqlAccountStore(database), clock, rules)


@pytest.fixture
def accounts(database: Database, clock: Clock) -> Accounts:
    return accounts_on(database, clock)


async def test_the_owner_is_created_once(accounts: Accounts) -> None:
    first, second = await asyncio.gather(accounts.owner(), accounts.owner())
    assert first == second
    assert (first.role, first.email, first.password_hash) == ("owner", None, None)


async def test_a_link_signs_the_owner_in_once(accounts: Accounts) -> None:
    token = await accounts.owner_link()
    opened = await accounts.sign_in_by_link(token)
    assert opened.user.role == "owner"
    assert await accounts.authenticate_session(opened.cookie) == opened.user
    with pytest.raises(Forbidden) as caught:
        await accounts.sign_in_by_link(token)
    assert caught.value.code == "link_used"


async def test_of_two_uses_at_once_one_wins(accounts: Accounts) -> None:
    token = await accounts.owner_link()
    both = await asyncio.gather(
        accounts.sign_in_by_link(token), accounts.sign_in_by_link(token), return_exceptions=True
    )
    assert sum(isinstance(each, Forbidden) for each in both) == 1


async def test_a_fresh_link_ends_the_older_ones(accounts: Accounts) -> None:
    older, newer = await accounts.owner_link(), await accounts.owner_link()
    with pytest.raises(Forbidden):
        await accounts.sign_in_by_link(older)
    assert (await accounts.sign_in_by_link(newer)).user.role == "owner"


async def test_no_secret_is_stored(accounts: Accounts, database: Database) -> None:
    opened = await accounts.register("mia@example.org", PASSWORD)
    _, token = await accounts.create_token(opened.user, "laptop")
    link = await accounts.owner_link()

    def everything(session: Session) -> str:
        tables = (account_tables.users, account_tables.sessions, account_tables.api_tokens, account_tables.owner_links)
        return repr([session.execute(select(table)).all() for table in tables])

    stored = await database.run(everything)
    assert all(secret not in stored for secret in (opened.cookie, token, link, PASSWORD))
    assert "$argon2id$" in stored


async def test_registration_is_closed_by_default(database: Database) -> None:
    with pytest.raises(Forbidden) as caught:
        await Accounts(SqlAccountStore(database)).register("mia@example.org", PASSWORD)
    assert caught.value.code == "registration_closed"


@pytest.mark.parametrize(
    ("email", "password", "code"),
    [
        ("mia", PASSWORD, "bad_email"),
        ("mia@example", PASSWORD, "bad_email"),
        ("a b@example.org", PASSWORD, "bad_email"),
        ("mia@example.org", "short", "password_too_short"),
        ("mia@example.org", "x" * 257, "password_too_long"),
        ("mia@example.org", "MIA@example.org", "password_is_email"),
    ],
)
async def test_bad_registrations(accounts: Accounts, email: str, password: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        await accounts.register(email, password)
    assert caught.value.code == code


async def test_an_email_is_taken_in_any_spelling(accounts: Accounts) -> None:
    await accounts.register("mia@example.org", PASSWORD)
    with pytest.raises(Conflict) as caught:
        await accounts.register(" Mia@Example.org ", PASSWORD)
    assert caught.value.code == "email_taken"


async def test_sign_in_by_password(accounts: Accounts) -> None:
    registered = await accounts.register("mia@example.org", PASSWORD, "Mia")
    opened = await accounts.sign_in("MIA@example.org", PASSWORD, "10.0.0.1")
    assert opened.user == registered.user
    assert opened.cookie != registered.cookie


@pytest.mark.parametrize(
    ("email", "password"), [("mia@example.org", "wrong password"), ("nobody@example.org", PASSWORD)]
)
async def test_a_wrong_password_and_an_unknown_email_get_the_same_answer(
    accounts: Accounts, email: str, password: str
) -> None:
    await accounts.register("mia@example.org", PASSWORD)
    with pytest.raises(NotSignedIn) as caught:
        await accounts.sign_in(email, password, "10.0.0.1")
    assert (caught.value.code, str(caught.value)) == ("wrong_credentials", "The email or the password is wrong.")


async def test_too_many_wrong_passwords_close_the_door_for_a_while(accounts: Accounts, clock: Clock) -> None:
    await accounts.register("mia@example.org", PASSWORD)
    for _ in range(3):
        with pytest.raises(NotSignedIn):
            await accounts.sign_in("mia@example.org", "wrong password", "10.0.0.1")
    with pytest.raises(TooManyRequests):
        await accounts.sign_in("mia@example.org", PASSWORD, "10.0.0.1")
    await accounts.sign_in("mia@example.org", PASSWORD, "10.0.0.2")
    clock.forward(minutes=15)
    await accounts.sign_in("mia@example.org", PASSWORD, "10.0.0.1")


async def test_attempts_at_once_do_not_slip_past_the_limit(accounts: Accounts) -> None:
    attempts = [accounts.sign_in("mia@example.org", "wrong password", "10.0.0.1") for _ in range(8)]
    errors = await asyncio.gather(*attempts, return_exceptions=True)
    assert sum(isinstance(error, NotSignedIn) for error in errors) == 3
    assert sum(isinstance(error, TooManyRequests) for error in errors) == 5


async def test_a_hash_of_another_cost_is_renewed_at_sign_in(database: Database, clock: Clock) -> None:
    before = await accounts_on(database, clock).register("mia@example.org", PASSWORD)
    dearer = accounts_on(database, clock, cost=HashCost(passes=2, memory_kib=16, lanes=1))
    after = await dearer.sign_in("mia@example.org", PASSWORD, "10.0.0.1")
    assert after.user.password_hash != before.user.password_hash
    assert (await dearer.sign_in("mia@example.org", PASSWORD, "10.0.0.1")).user == after.user


async def test_without_a_hash_no_password_is_right() -> None:
    passwords = Passwords(CHEAP)
    assert not await passwords.matches("nobody's password", None)
    assert not await passwords.matches(PASSWORD, "not a hash")


async def test_a_sign_in_in_use_does_not_end(accounts: Accounts, clock: Clock) -> None:
    cookie = (await accounts.register("mia@example.org", PASSWORD)).cookie
    for _ in range(3):
        clock.forward(days=29)
        await accounts.authenticate_session(cookie)
    clock.forward(days=30)
    with pytest.raises(NotSignedIn):
        await accounts.authenticate_session(cookie)


async def test_signing_out_ends_this_sign_in_only(accounts: Accounts) -> None:
    first = await accounts.register("mia@example.org", PASSWORD)
    second = await accounts.sign_in("mia@example.org", PASSWORD, "10.0.0.1")
    await accounts.sign_out(first.cookie)
    with pytest.raises(NotSignedIn):
        await accounts.authenticate_session(first.cookie)
    assert await accounts.authenticate_session(second.cookie) == second.user


@pytest.mark.parametrize("cookie", ["", "made up", "\ud800"])
async def test_a_made_up_cookie_is_nobody(accounts: Accounts, cookie: str) -> None:
    with pytest.raises(NotSignedIn):
        await accounts.authenticate_session(cookie)


async def test_a_new_password_signs_the_others_out(accounts: Accounts) -> None:
    here = await accounts.register("mia@example.org", PASSWORD)
    there = await accounts.sign_in("mia@example.org", PASSWORD, "10.0.0.1")
    await accounts.update(here.user, password="another long one", current_password=PASSWORD, cookie=here.cookie)
    with pytest.raises(NotSignedIn):
        await accounts.authenticate_session(there.cookie)
    await accounts.authenticate_session(here.cookie)
    with pytest.raises(NotSignedIn):
        await accounts.sign_in("mia@example.org", PASSWORD, "10.0.0.1")
    await accounts.sign_in("mia@example.org", "another long one", "10.0.0.1")


async def test_the_owner_may_set_an_email_and_a_password(accounts: Accounts) -> None:
    owner = await accounts.owner()
    with pytest.raises(InvalidInput) as caught:
        await accounts.update(owner, password=PASSWORD)
    assert caught.value.code == "email_needed"
    changed = await accounts.update(owner, name=" Ada ", email="Ada@Example.org", password=PASSWORD)
    assert (changed.name, changed.email, changed.role) == ("Ada", "ada@example.org", "owner")
    assert (await accounts.sign_in("ada@example.org", PASSWORD, "10.0.0.1")).user == changed
    assert await accounts.owner() == changed


async def test_an_update_can_not_take_somebody_elses_email(accounts: Accounts) -> None:
    await accounts.register("mia@example.org", PASSWORD)
    with pytest.raises(Conflict):
        await accounts.update(await accounts.owner(), email="mia@example.org")


async def test_tokens(accounts: Accounts, clock: Clock) -> None:
    user = await accounts.owner()
    token, secret = await accounts.create_token(user, " laptop ")
    assert await accounts.authenticate_token(secret) == user
    assert [(each.name, each.last_used_at) for each in await accounts.tokens(user)] == [("laptop", clock.now)]
    other = await accounts.register("mia@example.org", PASSWORD)
    with pytest.raises(NotFound):
        await accounts.delete_token(other.user, token.id)
    await accounts.delete_token(user, token.id)
    assert await accounts.tokens(user) == ()
    with pytest.raises(NotSignedIn) as caught:
        await accounts.authenticate_token(secret)
    assert caught.value.code == "bad_token"
