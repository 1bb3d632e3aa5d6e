"""Another user's project is a 404 everywhere: every route of the schema is walked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio

from ..support.studio import TestStudio, item, running_studio

pytestmark = pytest.mark.asyncio(loop_scope="module")

BODIES: dict[str, dict[str, Any]] = {
    "say": {"json": {"text": "hm", "stage": "story"}},
    "edit_plan": {"json": {}},
    "regenerate": {"json": {}},
    "approve": {"json": {"revision": 1}},
    "edit_item": {"json": {"edits": [{"op": "story", "title": "Mine"}]}},
    "upload_take": {"files": {"file": ("a.png", b"x")}},
    "select_take": {"json": {"take": 1}},
    "change_project": {"json": {"title": "Mine"}},
    "adjust_take": {"json": {"adjustment": {"exposure": 1}}},
    "look_at_adjustment": {"json": {"adjustment": {"exposure": 1}}},
    "inpaint": {"data": {"intent": "remove"}, "files": {"mask": ("m.png", b"x")}},
    "look_at_edit": {"files": {"mask": ("m.png", b"x")}},
    "select_region": {"json": {"points": [{"x": 1, "y": 1}]}},
    "reblend": {"json": {"take": 1}},
    "rate_project": {"json": {"stars": 5, "recommend": 9}},
    "renew": {"json": {}},
    "keep_as_is": {"json": {}},
    "lock_items": {"json": {"items": ["frame-s1a"], "locks": ["face"]}},
    "try_until": {"json": {"score": 80, "tries": 2}},
    "merge_story": {"json": {"into": 1, "source": 1, "scenes": ["s1"]}},
    "others_like": {"json": {"take": 1, "items": ["frame-s1b"]}},
    "add_reference": {
        "data": {"kind": "product", "name": "Mine", "description": "mine"},
        "files": {"file": ("a.png", b"x")},
    },
    "start_delivery": {"json": {"kind": "gif"}},
    "narrate": {"json": {}},
    "set_making": {"json": {}},
    "bring_file": {"files": {"file": ("a.wav", b"x")}},
    "take_timeline_back": {"files": {"file": ("a.otio", b"x")}},
    "set_plan": {"json": {"plan": "premium"}},
    "put_key": {"json": {"key": "sk-stolen-from-you"}},
}
NAMES = {"bring_file": {"kind": "music"}}
QUERIES = {"estimate": {"stage": "story"}}
PUBLIC = {"hear", "setup", "healthy", "ready", "sign_in", "sign_in_by_link", "register", "sign_out"}
OWN = {
    "create_project",
    "list_projects",
    "read_providers",
    "estimate_film",
    "estimate_models",
    "read_ledger",
    "ledger_csv",
    "read_month",
}
OWN |= {"set_month", "read_insights", "insights_csv"}
"""Routes about what is one's own: nothing of another user can be named in them."""

OWNER_ONLY = {"put_key", "delete_key", "test_key", "set_plan", "list_people"}
"""Routes for the studio's owner alone."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def studio(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[TestStudio]:
    async with running_studio(tmp_path_factory.mktemp("owners"), registration_open=True) as running:
        yield running


def routes(schema: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (operation["operationId"], method, path)
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]


async def call(client: httpx.AsyncClient, name: str, method: str, path: str, names: dict[str, str]) -> httpx.Response:
    return await client.request(
        method, path.format(**{**names, **NAMES.get(name, {})}), params=QUERIES.get(name), **BODIES.get(name, {})
    )


async def names_of(studio: TestStudio) -> tuple[dict[str, str], dict[str, Any]]:
    made = await studio.reach("storyboard")
    await studio.scored()
    project = await studio.project(made["id"])
    note = {"text": "change it", "stage": "storyboard"}
    answer = await studio.client.post(f"/api/projects/{project['id']}/notes", json=note)
    token = await studio.client.post("/api/me/tokens", json={"name": "mine"})
    names = {
        "project_id": project["id"],
        "plan_id": answer.json()["plan"]["id"],
        "note_id": answer.json()["note"]["id"],
        "stage": "story",
        "item": "frame-s1a",
        "operation_id": project["operations"][0]["id"],
        "kind": "mp4",
        "sha256": item(project, "frame-s1a")["takes"][0]["media"]["sha256"],
        "token_id": token.json()["id"],
        "vendor": "openai",
        "tries_id": "none",
        "number": "1",
        "delivery": "none",
        "shot": "s1a",
        "person_id": "owner",
    }
    return names, project


async def test_every_route_hides_other_peoples_work(studio: TestStudio) -> None:
    names, before = await names_of(studio)
    schema = (await studio.client.get("/api/openapi.json")).json()
    walked = 0
    async with studio.stranger() as stranger:
        registered = await stranger.post(
            "/api/auth/register", json={"email": "eve@example.com", "password": "a long enough password"}
        )
        assert registered.status_code == 201
        for name, method, path in routes(schema):
            if "{" not in path:
                assert name in PUBLIC | OWN | OWNER_ONLY or path.startswith(("/api/me", "/api/auth")), name
                continue
            answer = await call(stranger, name, method, path, names)
            if name in OWNER_ONLY:
                assert (answer.status_code, answer.json()["code"]) == (403, "owner_only"), name
                continue
            assert answer.status_code == 404, (name, answer.status_code, answer.text)
            assert answer.headers["content-type"] == "application/problem+json"
            walked += 1
        assert (await stranger.get("/api/projects")).json()["projects"] == []
        ledger = await stranger.get("/api/ledger", params={"project": names["project_id"]})
        assert ledger.status_code == 404
    assert walked >= 24
    after = await studio.project(before["id"])
    assert after["items"] == before["items"]


async def test_every_route_asks_who_is_there(studio: TestStudio) -> None:
    names, _ = await names_of(studio)
    schema = (await studio.client.get("/api/openapi.json")).json()
    async with studio.stranger() as nobody:
        for name, method, path in routes(schema):
            if name in PUBLIC or path.startswith("/api/auth") or path in ("/api/setup", "/healthz", "/readyz"):
                continue
            answer = await call(nobody, name, method, path, names)
            assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in"), name


async def test_changes_from_another_site_are_refused(studio: TestStudio) -> None:
    names, before = await names_of(studio)
    schema = (await studio.client.get("/api/openapi.json")).json()
    for name, method, path in routes(schema):
        if method == "get" or path.startswith(("/api/auth/log", "/api/webhooks")):
            continue
        body = BODIES.get(name, {})
        answer = await studio.client.request(
            method, path.format(**names), headers={"Origin": "http://elsewhere.test"}, **body
        )
        assert (answer.status_code, answer.json()["code"]) == (403, "bad_origin"), name
    assert (await studio.project(before["id"]))["items"] == before["items"]
