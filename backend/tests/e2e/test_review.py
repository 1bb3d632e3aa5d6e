"""A storyboard of twelve shots reviewed in a real browser by keyboard alone, from first look to approval."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from ..support.process import StudioProcess
from .test_journeys import BRIEF, check_accessibility

pytestmark = pytest.mark.e2e

SHOTS = 12


@pytest.fixture
def board(studio: StudioProcess) -> str:
    """A project whose storyboard of twelve shots was just made."""
    brief = {"prompt": BRIEF, "duration_s": 15}
    project_id: str = studio.client.post("/api/projects", json={"brief": brief}).json()["id"]
    path = f"/api/projects/{project_id}"
    story = studio.idle(project_id)["story"]
    shots = [shot["id"] for scene in story["scenes"] for shot in scene["shots"]]
    edits = [{"op": "duplicate_shot", "id": shots[at % len(shots)]} for at in range(SHOTS - len(shots))]
    assert studio.client.patch(f"{path}/items/story", json={"edits": edits}).status_code == 200
    for above, below in (("story", "references"), ("references", "storyboard")):
        revision = studio.project(project_id)["revision"]
        studio.client.post(f"{path}/stages/{above}/approve", json={"revision": revision}).raise_for_status()
        studio.client.post(f"{path}/stages/{below}/generate").raise_for_status()
        studio.idle(project_id)
    return project_id


def frames(studio: StudioProcess, project_id: str) -> list[dict[str, Any]]:
    return [item for item in studio.idle(project_id)["items"] if item["kind"] == "frame"]


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in range(60):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab does not reach it")


def test_twelve_shots_are_reviewed_by_keyboard_alone(
    page: Page, board: str, studio: StudioProcess, axe_source: str
) -> None:
    page.goto(f"/projects/{board}/storyboard")
    cells = page.get_by_role("gridcell", name=re.compile("^Frame"))
    expect(cells).to_have_count(SHOTS)
    keys = page.keyboard

    # A first look: along the board, one frame enlarged with its prompt, the next one, back.
    tab_to(page, cells.nth(0))
    keys.press("ArrowRight")
    expect(cells.nth(1)).to_be_focused()
    keys.press("Enter")
    enlarged = page.get_by_role("dialog", name=re.compile("enlarged"))
    expect(enlarged.get_by_text("Prompt, exactly as sent")).to_be_visible()
    keys.press("ArrowRight")
    expect(enlarged.get_by_text("Frame 3 of 12")).to_be_visible()
    check_accessibility(page, axe_source)
    keys.press("ArrowLeft")
    keys.press("Escape")

    # Two frames again, twice each: the takes wait to be picked.
    tab_to(page, cells.nth(1))
    keys.press("x")
    keys.press("Shift+ArrowRight")
    expect(page.get_by_role("toolbar", name="Selected items").get_by_text("2 selected")).to_be_visible()
    keys.press("r")
    keys.press("2")
    expect(page.get_by_role("button", name="Regenerate 2 frames, 2 takes each, free")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_text("2 new takes, pick one")).to_have_count(2)
    check_accessibility(page, axe_source)

    # Each against the take before it; one is picked, one adjusted.
    tab_to(page, cells.nth(2))
    keys.press("Escape")
    keys.press("3")
    expect(page.get_by_text(re.compile(r"Take 3 of .* is in use"))).to_be_visible()
    keys.press("Space")
    compared = page.get_by_role("dialog", name="Compare Take 2 with Take 3")
    expect(compared).to_be_visible()
    keys.press("d")
    expect(compared.get_by_text(re.compile("differ"))).to_be_visible()
    check_accessibility(page, axe_source)
    keys.press("Escape")
    keys.press("ArrowLeft")
    expect(cells.nth(1)).to_be_focused()
    keys.press("2")
    keys.press("j")
    adjust = page.get_by_role("dialog", name=re.compile("^Adjust"))
    tab_to(page, adjust.get_by_role("slider", name="Exposure"))
    for _ in range(5):
        keys.press("ArrowRight")
    expect(adjust.get_by_text("+0.5 stops")).to_be_visible()
    check_accessibility(page, axe_source)
    keys.press("Control+Enter")
    expect(page.get_by_text(re.compile("is adjusted, as a new take"))).to_be_visible()

    # A shot moved and moved back.
    order = [frame["shot"] for frame in frames(studio, board)]
    tab_to(page, cells.nth(1))
    keys.press("Shift+Alt+ArrowRight")
    expect(page.get_by_text(re.compile("moved later"))).to_be_visible()
    assert [frame["shot"] for frame in frames(studio, board)] != order
    keys.press("z")
    expect(page.get_by_text(re.compile("moved later"))).to_be_hidden()

    # And signed off.
    approve = page.get_by_role("button", name=re.compile("^Approve storyboard"))
    expect(approve.first).not_to_have_attribute("aria-disabled", "true")
    keys.press("Shift+A")
    expect(approve.last).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_role("button", name="Reopen")).to_be_visible()
    made = frames(studio, board)
    assert [frame["shot"] for frame in made] == order
    assert [len(frame["takes"]) for frame in made[:4]] == [1, 4, 3, 1]
    assert [frame["selected"] for frame in made[:4]] == [1, 4, 3, 1]
    assert made[1]["takes"][3]["adjustment"]["exposure"] == 0.5
