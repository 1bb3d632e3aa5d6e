"""The whole pipeline on vendors' models in a real browser, against the stand-in: prices before, money after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dailies.standin.server import StandinHandle, running_standin
from dailies.standin.settings import StandinSettings

from ..support.process import StudioProcess
from ..support.vendors import OPENAI_KEY, REPLICATE_KEY, keys_for, planted, registry_for
from .test_journeys import approve, check_accessibility, make

pytestmark = pytest.mark.e2e

BRIEF = "A 6 second film: a baker in Lisbon gives her last loaf to a street dog."
PRICE = r"\$\d+\.\d\d"


@pytest.fixture(scope="module")
def standin() -> Iterator[StandinHandle]:
    settings = StandinSettings(time_scale=0, picture_scale=0.125, keys=(OPENAI_KEY, REPLICATE_KEY))
    with running_standin(settings) as handle:
        yield handle


@pytest.fixture(scope="module")
def vendors(tmp_path_factory: pytest.TempPathFactory, standin: StandinHandle) -> Iterator[StudioProcess]:
    folder: Path = tmp_path_factory.mktemp("vendors")
    environment = {
        "DAILIES_MODELS_FILE": str(registry_for(standin, folder)),
        "DAILIES_KEYS_FILE": str(keys_for(folder)),
    }
    process = StudioProcess(folder / "data", environment=environment)
    process.start()
    yield process
    process.stop()


@pytest.fixture
def paid_page(browser: Browser, vendors: StudioProcess) -> Iterator[Page]:
    opened = browser.new_context(base_url=vendors.address, viewport={"width": 1440, "height": 900})
    name, value = next(iter(vendors.client.cookies.items()))
    opened.add_cookies([{"name": name, "value": value, "url": vendors.address}])
    page = opened.new_page()
    page.set_default_timeout(20_000)
    yield page
    opened.close()


def test_a_film_on_draft_models(
    paid_page: Page, vendors: StudioProcess, standin: StandinHandle, axe_source: str
) -> None:
    page = paid_page
    page.goto("/")
    page.get_by_role("textbox", name=re.compile("brief|making", re.IGNORECASE)).fill(BRIEF)
    page.get_by_role("radio", name="Draft").click()
    expect(page.get_by_text(re.compile(f"Whole film.*{PRICE}"))).to_be_visible()
    check_accessibility(page, axe_source)
    page.get_by_role("button", name=re.compile("Write the story")).click()
    page.wait_for_url(re.compile(r"/projects/[0-9a-f]+"))
    for above, below in (("story", "references"), ("references", "storyboard"), ("storyboard", "video")):
        approve(page, above, click=False)
        approve(page, above)
        page.get_by_role("link", name=re.compile(f"^{below}", re.IGNORECASE)).click()
        expect(page.get_by_role("button", name=re.compile(f"^Make the .*{PRICE}"))).to_be_visible()
        make(page, below)
    approve(page, "video")
    check_accessibility(page, axe_source)
    project = re.search(r"/projects/([0-9a-f]+)", page.url)
    assert project
    spent = vendors.project(project.group(1))["spend"]["spent_usd"]
    assert round(spent * 1_000_000) == standin.billed_micros() > 0
    page.goto(f"/ledger?project={project.group(1)}")
    expect(page.get_by_role("cell", name="Paid", exact=True).first).to_be_visible()
    check_accessibility(page, axe_source)
    assert planted(page.content()) == []


def test_the_providers_page(paid_page: Page, axe_source: str) -> None:
    page = paid_page
    page.goto("/providers")
    expect(page.get_by_role("heading", name="Providers")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Test")).last.click()
    expect(page.get_by_text("takes this key").first).to_be_visible()
    check_accessibility(page, axe_source)
    assert planted(page.content()) == []
