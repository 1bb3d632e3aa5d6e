"""A real Chromium, a fresh profile for every test, and a studio in a process of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from ..support.process import StudioProcess

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A stage is made while the test looks on, and other tests may share the two cores.
expect.set_options(timeout=30_000)

REPOSITORY = Path(__file__).resolve().parents[3]


# Not for the whole session: while Playwright's synchronous driver is open, its event loop runs in this thread,
# and asynchronous tests of other modules could not run theirs.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    assert chromium, "Chromium is not installed: run scripts/install-test-services.sh"
    assert (REPOSITORY / "frontend/dist/index.html").is_file(), "The web app is not built: run make build"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioProcess]:
    process = StudioProcess(tmp_path_factory.mktemp("browser"), pause_s=0.3)
    process.start()
    yield process
    process.stop()


@pytest.fixture
def context(browser: Browser, studio: StudioProcess) -> Iterator[BrowserContext]:
    """A browser context that is signed in; any error in the page's console fails the test."""
    opened = browser.new_context(base_url=studio.address, viewport={"width": 1440, "height": 900})
    name, value = next(iter(studio.client.cookies.items()))
    opened.add_cookies([{"name": name, "value": value, "url": studio.address}])
    errors: list[str] = []
    opened.on("weberror", lambda error: errors.append(str(error.error)))
    yield opened
    opened.close()
    assert not errors


@pytest.fixture
def page(context: BrowserContext) -> Page:
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    return opened


@pytest.fixture(scope="session")
def axe_source() -> str:
    return (REPOSITORY / "frontend/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
