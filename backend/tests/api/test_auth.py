"""Sign-in over HTTP: cookies, tokens, origins, and the shape of errors."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI, WebSocket
from starlette.requests import HTTPConnection

from dailies.adapters.db.accounts import SqlAccountStore
from dailies.adapters.db.database import Database
from dailies.adapters.db.migrate import migrate
from dailies.api import auth, problems
from dailies.domain.errors import DailiesError, Forbidden, NotSignedIn
from dailies.services.accounts import AccountRules, Accounts
from dailies.services.passwords import HashCost

HOST = "http://studio.test"
ORIGIN = {"Origin": HOST}
PERSON = {"email": "mia@example.org", "password": "a long enough one"}


@pytest.fixture
async def accounts(tmp_path: Path) -> AsyncIterator[Accounts]:
    url = f"sqlite:///{tmp_path / 'accounts.sqlite3'}"
    database = Database.connect(url)
    migrate(url)
    rules = AccountRules(registration_open=True, failures=2, hash_cost=HashCost(1, 8, 1))
    yield Accounts(SqlAccountStore(database), rules=rules)
    database.close()


@pytest.fixture
def app(accounts: Accounts) -> FastAPI:
    app = FastAPI()
    app.state.accounts = accounts
    app.include_router(auth.router)
    problems.install(app)
    return app


def client_of(app: FastAPI, base: str = HOST) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app, raise_app_exceptions=False), base_url=base)


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(app) as opened:
        yield opened


def code(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["code"]


async def test_the_owners_link_signs_in_once(client: httpx.AsyncClient, accounts: Accounts) -> None:
    token = await accounts.owner_link()
    answer = await client.post("/api/auth/owner", json={"token": token}, headers=ORIGIN)
    assert (answer.status_code, answer.json()["role"], answer.json()["email"]) == (200, "owner", None)
    assert (await client.get("/api/me")).json()["role"] == "owner"
    again = await client.post("/api/auth/owner", json={"token": token}, headers=ORIGIN)
    assert code(again) == (403, "link_used")


async def test_the_cookie_is_kept_from_scripts_and_other_sites(app: FastAPI, client: httpx.AsyncClient) -> None:
    plain = await client.post("/api/auth/register", json=PERSON, headers=ORIGIN)
    parts = {part.strip().lower() for part in plain.headers["set-cookie"].split(";")}
    assert plain.status_code == 201
    assert {"httponly", "samesite=lax", "path=/"} <= parts
    assert "secure" not in parts
    async with client_of(app, "https://studio.test") as secure:
        answer = await secure.post("/api/auth/login", json=PERSON, headers={"Origin": "https://studio.test"})
        assert "secure" in answer.headers["set-cookie"].lower()


async def test_register_sign_out_and_sign_in(client: httpx.AsyncClient) -> None:
    await client.post("/api/auth/register", json={**PERSON, "name": "Mia"}, headers=ORIGIN)
    assert (await client.post("/api/auth/logout", headers=ORIGIN)).status_code == 204
    assert code(await client.get("/api/me")) == (401, "not_signed_in")
    answer = await client.post("/api/auth/login", json=PERSON, headers=ORIGIN)
    assert (answer.json()["name"], answer.json()["has_password"]) == ("Mia", True)


async def test_signing_out_ends_a_stolen_cookie_too(app: FastAPI, client: httpx.AsyncClient) -> None:
    await client.post("/api/auth/register", json=PERSON, headers=ORIGIN)
    stolen = client.cookies[auth.COOKIE]
    await client.post("/api/auth/logout", headers=ORIGIN)
    async with client_of(app) as thief:
        assert code(await thief.get("/api/me", headers={"Cookie": f"{auth.COOKIE}={stolen}"})) == (401, "not_signed_in")


async def test_wrong_passwords(client: httpx.AsyncClient) -> None:
    wrong = {**PERSON, "password": "not the one"}
    for _ in range(2):
        answer = await client.post("/api/auth/login", json=wrong, headers=ORIGIN)
        assert code(answer) == (401, "wrong_credentials")
        assert answer.headers["www-authenticate"] == "Bearer"
    assert code(await client.post("/api/auth/login", json=wrong, headers=ORIGIN)) == (429, "too_many_sign_ins")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.test"},
        {"Origin": "null"},
        {"Origin": "http://studio.test.evil.test"},
        {"Origin": "http://studio.test:8080"},
        {"Origin": "http://[broken"},
        {"Origin": "file://studio.test"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_other_sites_can_not_change_anything(client: httpx.AsyncClient, headers: dict[str, str]) -> None:
    assert code(await client.post("/api/auth/login", json=PERSON, headers=headers)) == (403, "bad_origin")
    await client.post("/api/auth/register", json=PERSON, headers=ORIGIN)
    assert code(await client.patch("/api/me", json={"name": "Eve"}, headers=headers)) == (403, "bad_origin")
    assert code(await client.post("/api/auth/logout", headers=headers)) == (403, "bad_origin")
    assert (await client.get("/api/me")).json()["name"] == "mia"


async def test_same_origin_pages_may(client: httpx.AsyncClient) -> None:
    await client.post("/api/auth/register", json=PERSON, headers={"Sec-Fetch-Site": "same-origin"})
    answer = await client.patch("/api/me", json={"name": "Mia B."}, headers=ORIGIN)
    assert (answer.status_code, answer.json()["name"]) == (200, "Mia B.")


async def test_tokens_need_no_origin_and_are_shown_once(app: FastAPI, client: httpx.AsyncClient) -> None:
    await client.post("/api/auth/register", json=PERSON, headers=ORIGIN)
    made = await client.post("/api/me/tokens", json={"name": "laptop"}, headers=ORIGIN)
    assert made.status_code == 201
    secret = made.json()["secret"]
    async with client_of(app) as program:
        bearer = {"Authorization": f"Bearer {secret}"}
        assert (await program.patch("/api/me", json={"name": "Robot"}, headers=bearer)).json()["name"] == "Robot"
        listed = (await program.get("/api/me/tokens", headers=bearer)).json()
        assert [(each["name"], each["secret"]) for each in listed] == [("laptop", None)]
        gone = await program.delete(f"/api/me/tokens/{made.json()['id']}", headers=bearer)
        assert gone.status_code == 204
        assert code(await program.get("/api/me", headers=bearer)) == (401, "bad_token")
        assert code(await program.get("/api/me", headers={"Authorization": "Bearer "})) == (401, "bad_token")


async def test_deleting_an_unknown_token(client: httpx.AsyncClient) -> None:
    await client.post("/api/auth/register", json=PERSON, headers=ORIGIN)
    assert code(await client.delete("/api/me/tokens/nope", headers=ORIGIN)) == (404, "no_such_token")


async def test_a_new_password_keeps_this_browser_signed_in(app: FastAPI, client: httpx.AsyncClient) -> None:
    await client.post("/api/auth/register", json=PERSON, headers=ORIGIN)
    async with client_of(app) as other:
        await other.post("/api/auth/login", json=PERSON, headers=ORIGIN)
        change = {"password": "another long one", "current_password": PERSON["password"]}
        assert (await client.patch("/api/me", json=change, headers=ORIGIN)).status_code == 200
        assert (await client.get("/api/me")).status_code == 200
        assert (await other.get("/api/me")).status_code == 401


async def test_taking_an_account_over_needs_its_password(client: httpx.AsyncClient) -> None:
    await client.post("/api/auth/register", json=PERSON, headers=ORIGIN)
    for change in ({"password": "another long one"}, {"email": "thief@example.org"}):
        for given in ({}, {"current_password": "a guess"}):
            answer = await client.patch("/api/me", json={**change, **given}, headers=ORIGIN)
            assert code(answer) == (403, "wrong_password")
    same = await client.patch("/api/me", json={"email": PERSON["email"], "name": "Mia"}, headers=ORIGIN)
    assert same.json()["name"] == "Mia"


async def test_sockets_are_asked_for_their_origin(accounts: Accounts, app: FastAPI) -> None:
    cookie = (await accounts.sign_in_by_link(await accounts.owner_link())).cookie
    _, secret = await accounts.create_token(await accounts.owner(), "laptop")

    def socket(**headers: str) -> WebSocket:
        raw = [(name.encode(), value.encode()) for name, value in {"host": "studio.test", **headers}.items()]
        scope = {"type": "websocket", "headers": raw, "app": app, "path": "/", "query_string": b""}
        assert HTTPConnection(scope).app is app
        return WebSocket(scope, _never, _never)

    signed_in = f"{auth.COOKIE}={cookie}"
    assert (await auth.socket_user(socket(cookie=signed_in, origin=HOST))).role == "owner"
    assert (await auth.socket_user(socket(authorization=f"Bearer {secret}"))).role == "owner"
    with pytest.raises(Forbidden):
        await auth.socket_user(socket(cookie=signed_in, origin="http://evil.test"))
    with pytest.raises(NotSignedIn):
        await auth.socket_user(socket(origin=HOST))


async def _never(*_: object) -> Any:
    raise AssertionError("the socket must not be used")


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ({"email": "mia@example.org"}, "The field “password” is missing."),
        ({**PERSON, "admin": True}, "There is no field “admin”."),
        ({**PERSON, "\ud800": 1}, None),
        ({**PERSON, "email": "mia"}, None),
        (
            {**PERSON, "password": "x" * 300},
            "The field “password” is not valid: string should have at most 256 characters.",
        ),
    ],
)
async def test_bad_requests_name_the_field(
    client: httpx.AsyncClient, body: dict[str, object], detail: str | None
) -> None:
    headers = {**ORIGIN, "Content-Type": "application/json"}
    answer = await client.post("/api/auth/login", content=json.dumps(body), headers=headers)
    assert code(answer) == (422, "invalid_input")
    assert detail is None or answer.json()["detail"] == detail


async def test_a_request_that_is_not_json(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/auth/login", content=b"{", headers={**ORIGIN, "Content-Type": "application/json"})
    assert (code(answer), answer.json()["detail"]) == ((422, "invalid_input"), "The request is not valid JSON.")


async def test_unknown_addresses_and_methods(client: httpx.AsyncClient) -> None:
    assert code(await client.get("/api/nothing")) == (404, "not_found")
    wrong = await client.put("/api/me", headers=ORIGIN)
    assert code(wrong) == (405, "method_not_allowed")
    assert "GET" in wrong.headers["allow"]


async def test_the_unexpected_tells_nothing(app: FastAPI, client: httpx.AsyncClient) -> None:
    @app.get("/api/broken")
    async def broken() -> None:
        raise RuntimeError("the key is 1234")

    answer = await client.get("/api/broken")
    assert code(answer) == (500, "internal")
    assert "1234" not in answer.text


def every_error() -> list[type[DailiesError]]:
    found = [DailiesError]
    for kind in found:
        found.extend(kind.__subclasses__())
    return found


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: str(kind.__name__))
def test_every_error_is_mapped(kind: type[DailiesError]) -> None:
    problem = problems.problem_of(kind("A sentence."))
    assert 400 <= problem.status_code < 600
    if kind is not DailiesError:
        assert problem.status_code != 500
