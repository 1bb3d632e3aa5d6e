"""Whole journeys in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ..support.process import StudioProcess

pytestmark = pytest.mark.e2e

BRIEF = "A violinist misses her stop and plays for the dining car."
VIOLATIONS = (
    "async () => (await axe.run({resultTypes: ['violations']})).violations.map(v => [v.id, v.nodes.map(n => n.html)])"
)


def check_accessibility(page: Page, axe_source: str) -> None:
    page.evaluate(axe_source)
    assert page.evaluate(VIOLATIONS) == []


def begin(page: Page, brief: str = BRIEF) -> str:
    """Write a brief and wait for the story; returns the project's id."""
    page.goto("/")
    page.get_by_role("textbox", name=re.compile("brief|making", re.IGNORECASE)).fill(brief)
    page.get_by_role("button", name=re.compile("Write the story")).click()
    page.wait_for_url(re.compile(r"/projects/[0-9a-f]+"))
    approve(page, "story", click=False)
    found = re.search(r"/projects/([0-9a-f]+)", page.url)
    assert found
    return found.group(1)


def approve(page: Page, stage: str, *, click: bool = True) -> None:
    button = page.get_by_role("button", name=re.compile(f"^Approve {stage}"))
    expect(button).to_be_visible()
    expect(button).not_to_have_attribute("aria-disabled", "true")
    if click:
        button.click()
        expect(page.get_by_role("button", name="Reopen")).to_be_visible()


def make(page: Page, stage: str) -> None:
    page.get_by_role("link", name=re.compile(f"^{stage}", re.IGNORECASE)).click()
    page.get_by_role("button", name=re.compile("^Make the")).click()


def reach(page: Page, last: str) -> None:
    """Approve and make every stage down to ``last``."""
    stages = ["story", "references", "storyboard", "video"]
    for above, below in zip(stages, stages[1:], strict=False):
        approve(page, above)
        make(page, below)
        approve(page, below, click=False)
        if below == last:
            return


def test_from_an_empty_studio_to_a_film_on_disk(page: Page, axe_source: str) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="What are we making?")).to_be_visible()
    check_accessibility(page, axe_source)
    begin(page)
    check_accessibility(page, axe_source)
    for above, below in (("story", "references"), ("references", "storyboard"), ("storyboard", "video")):
        approve(page, above)
        make(page, below)
        approve(page, below, click=False)
        check_accessibility(page, axe_source)
    approve(page, "video")
    video = page.locator("video").first
    assert video.evaluate("v => v.play().then(() => v.duration)") == pytest.approx(30.0, abs=0.1)
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("MP4")).click()
    assert download.value.suggested_filename == "night-train.mp4"
    assert download.value.path().read_bytes()[4:8] == b"ftyp"
    page.goto("/account")
    expect(page.get_by_role("heading", name="Account")).to_be_visible()
    check_accessibility(page, axe_source)
    page.goto("/")
    expect(page.get_by_text("Night Train").first).to_be_visible()
    check_accessibility(page, axe_source)


def takes_in(project: dict[str, Any]) -> dict[str, tuple[int | None, list[str]]]:
    """By item: the take in use, and all there are."""
    return {item["id"]: (item["selected"], [take["id"] for take in item["takes"]]) for item in project["items"]}


def say(page: Page, text: str) -> None:
    composer = page.get_by_role("complementary", name="Director").get_by_role("textbox")
    composer.fill(text)
    composer.press("Enter")


def test_a_note_becomes_a_plan_and_apply_makes_a_take(page: Page, studio: StudioProcess) -> None:
    project_id = begin(page)
    reach(page, "references")
    say(page, "change a red scarf")
    apply = page.get_by_role("button", name=re.compile("^Apply"))
    expect(apply).to_be_visible()
    assert all(len(item["takes"]) <= 1 for item in studio.project(project_id)["items"])
    with page.expect_response(re.compile("/apply$")):
        apply.click()
    project = studio.idle(project_id)
    expect(page.get_by_text("Take 2").first).to_be_visible()
    references = [item for item in project["items"] if item["stage"] == "references"]
    assert {len(item["takes"]) for item in references} == {2}
    say(page, "why so red?")
    expect(page.get_by_text("Understood: why so red?.", exact=True)).to_be_visible()
    after = studio.project(project_id)
    assert takes_in(after) == takes_in(project)


def test_a_reload_in_the_middle_shows_the_true_state(page: Page, studio: StudioProcess) -> None:
    project_id = begin(page)
    approve(page, "story")
    make(page, "references")
    expect(page.get_by_role("link", name=re.compile("References.*Making", re.DOTALL))).to_be_visible()
    page.reload()
    approve(page, "references", click=False)
    items = [item for item in studio.project(project_id)["items"] if item["stage"] == "references"]
    assert [len(item["takes"]) for item in items] == [1] * len(items)


def test_two_tabs_show_the_same(page: Page, context: BrowserContext) -> None:
    project_id = begin(page)
    other = context.new_page()
    other.goto(f"/projects/{project_id}/story")
    expect(other.get_by_role("button", name=re.compile("^Approve story"))).to_be_visible()
    approve(page, "story")
    expect(other.get_by_role("button", name="Reopen")).to_be_visible()
    other.get_by_role("button", name="Reopen").click()
    expect(page.get_by_role("button", name=re.compile("^Approve story"))).to_be_visible()


def test_a_restarted_server_is_noticed_and_nothing_is_lost(page: Page, studio: StudioProcess) -> None:
    begin(page)
    studio.kill()
    expect(page.get_by_text(re.compile("Reconnecting|Trying again")).first).to_be_visible()
    studio.start()
    expect(page.get_by_text("Live", exact=True)).to_be_visible()
    approve(page, "story")


@pytest.fixture
def failing(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, StudioProcess]]:
    process = StudioProcess(tmp_path_factory.mktemp("failing"), pause_s=0.2, fail="sits down")
    process.start()
    context = browser.new_context(base_url=process.address)
    name, value = next(iter(process.client.cookies.items()))
    context.add_cookies([{"name": name, "value": value, "url": process.address}])
    yield context.new_page(), process
    context.close()
    process.stop()


def test_a_failed_frame_says_why_and_is_retried(failing: tuple[Page, StudioProcess], axe_source: str) -> None:
    page, studio = failing
    project_id = begin(page)
    approve(page, "story")
    make(page, "references")
    approve(page, "references")
    make(page, "storyboard")
    expect(page.get_by_text("Timed out after 90 s. Not charged.").first).to_be_visible()
    expect(page.get_by_text("1B has no take.").first).to_be_visible()
    check_accessibility(page, axe_source)
    page.get_by_role("button", name=re.compile("^Retry")).first.click()
    approve(page, "storyboard")
    frames = [item for item in studio.project(project_id)["items"] if item["stage"] == "storyboard"]
    assert [len(item["takes"]) for item in frames] == [1, 1, 1]


SCREENS: list[tuple[str, dict[str, Any]]] = [
    ("tablet", {"width": 768, "height": 1024}),
    ("phone", {"width": 390, "height": 844}),
]


@pytest.mark.parametrize(("name", "size"), SCREENS)
def test_narrow_screens_have_everything_needed_to_review(page: Page, axe_source: str, name: str, size: Any) -> None:
    page.set_viewport_size(size)
    begin(page)
    check_accessibility(page, axe_source)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], name
