"""The mask editor in a real browser: by mouse, pen, fingers and keys; a reload, an extension, a refusal.

One studio, one stand-in and one project serve the whole module; each test edits a frame of its own take.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from dailies.standin.server import StandinHandle, running_standin
from dailies.standin.settings import StandinSettings

from ..support.process import StudioProcess
from ..support.vendors import OPENAI_KEY, REPLICATE_KEY, keys_for, registry_for
from .test_journeys import check_accessibility

pytestmark = pytest.mark.e2e

SIZE = (640, 360)
FRAMES = ("frame-s1a", "frame-s1b")
VENDOR = "replicate/black-forest-labs/flux-fill-dev"
SMALL_ROW = """
[[models]]
id = "replicate/black-forest-labs/flux-fill-dev"
vendor = "replicate"
name = "black-forest-labs/flux-fill-dev"
kind = "inpaint"
title = "FLUX Fill dev"
tier = "draft"
inputs = { image = "image", mask = "mask", prompt = "prompt", seed = "seed" }
prices = [{ unit = "image", usd = 0.04 }]
native_pixels = 65536
side_multiple = 32
fallback = "replicate/zsxkib/flux-dev-inpainting-controlnet"
"""
"""The model at a quarter of its own sides: the stand-in paints it with the test's own processor."""
COVERS = re.compile(r"Mask covers")


@pytest.fixture(scope="module")
def standin() -> Iterator[StandinHandle]:
    with running_standin(StandinSettings(time_scale=0, picture_scale=0.25, keys=(OPENAI_KEY, REPLICATE_KEY))) as handle:
        yield handle


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory, standin: StandinHandle) -> Iterator[StudioProcess]:
    folder = tmp_path_factory.mktemp("editor")
    models = registry_for(standin, folder)
    models.write_text(models.read_text() + SMALL_ROW)
    environment = {
        "DAILIES_MODELS_FILE": str(models),
        "DAILIES_KEYS_FILE": str(keys_for(folder)),
    }
    process = StudioProcess(folder / "data", pause_s=0.05, environment=environment)
    process.start()
    yield process
    process.stop()


def a_picture() -> bytes:
    """A disk on a ground, with the grain every real picture has."""
    picture = Image.new("RGB", SIZE, (90, 130, 170))
    ImageDraw.Draw(picture).ellipse((260, 120, 380, 240), fill=(220, 60, 40))
    grain = np.random.default_rng(1).normal(0, 8, (SIZE[1], SIZE[0], 3))
    out = io.BytesIO()
    Image.fromarray(np.clip(np.asarray(picture) + grain, 0, 255).astype(np.uint8)).save(out, "PNG")
    return out.getvalue()


@pytest.fixture(scope="module")
def project_id(studio: StudioProcess) -> str:
    """A film of two shots with a storyboard, each frame a picture worth editing."""
    client = studio.client
    brief = {"prompt": "A violinist misses her stop.", "duration_s": 5}
    made = client.post("/api/projects", json={"brief": brief, "mode": "interactive"}).json()["id"]
    for above, below in (("story", "references"), ("references", "storyboard")):
        revision = studio.idle(made)["revision"]
        assert client.post(f"/api/projects/{made}/stages/{above}/approve", json={"revision": revision}).is_success
        assert client.post(f"/api/projects/{made}/stages/{below}/generate").is_success
    studio.idle(made)
    for frame in FRAMES:
        upload = {"file": ("own.png", a_picture(), "image/png")}
        assert client.post(f"/api/projects/{made}/items/{frame}/takes", files=upload).is_success
    return str(made)


def takes_of(studio: StudioProcess, project_id: str, frame: str) -> list[dict[str, Any]]:
    items = studio.idle(project_id)["items"]
    return next(item["takes"] for item in items if item["id"] == frame)  # type: ignore[no-any-return]


def the_canvas(page: Page) -> Locator:
    canvas = page.get_by_role("application")
    expect(canvas).to_be_visible()
    # The mask that was kept is put back a moment after the picture.
    expect(page.get_by_role("button", name="Close", exact=False).first).to_be_visible()
    return canvas


def edit(page: Page, project_id: str, frame: str) -> Locator:
    """Open the editor with nothing painted."""
    page.goto(f"/projects/{project_id}/edit/{frame}")
    canvas = the_canvas(page)
    canvas.focus()
    page.keyboard.press("Control+d")
    expect(page.locator("#mask-words")).to_have_text("Nothing painted yet")
    return canvas


def spot(canvas: Locator, across: float, down: float) -> tuple[float, float]:
    """A point of the canvas, as shares of it."""
    box = canvas.bounding_box()
    assert box
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down


def stroke(page: Page, canvas: Locator, *points: tuple[float, float]) -> None:
    page.mouse.move(*spot(canvas, *points[0]))
    page.mouse.down()
    for point in points[1:]:
        page.mouse.move(*spot(canvas, *point), steps=6)
    page.mouse.up()


def covered(page: Page) -> float:
    """Percent of the picture that is painted, as the editor says."""
    words = page.locator("#mask-words")
    expect(words).to_contain_text(COVERS)
    found = re.search(r"covers (?:under )?([\d.]+)", words.inner_text())
    assert found
    return float(found.group(1))


def generate(page: Page, count: int) -> None:
    page.get_by_role("radiogroup", name="Candidates").first.get_by_role("radio", name=str(count), exact=True).click()
    page.get_by_role("button", name=re.compile(f"^Generate {count}")).click()
    expect(page.get_by_text(f"{count} of {count} made")).to_be_visible()


def test_mouse_from_the_board_and_back_over_a_reload(
    page: Page, studio: StudioProcess, project_id: str, axe_source: str
) -> None:
    frame = FRAMES[1]
    page.goto(f"/projects/{project_id}/storyboard")
    board = page.get_by_role("grid", name="Frames").get_by_role("gridcell")
    board.nth(1).click()
    page.keyboard.press("e")
    page.wait_for_url(re.compile(f"/edit/{frame}"))
    canvas = the_canvas(page)
    stroke(page, canvas, (0.45, 0.45), (0.55, 0.55))
    stroke(page, canvas, (0.55, 0.45), (0.45, 0.55))
    expect(page.get_by_text("2 strokes")).to_be_visible()
    page.get_by_label("What should be there").fill("a brass bell")
    # What is painted is kept within half a second.
    page.wait_for_timeout(900)
    before = covered(page)
    page.reload()
    canvas = the_canvas(page)
    expect(page.get_by_text("2 strokes")).to_be_visible()
    assert covered(page) == before
    expect(page.get_by_label("What should be there")).to_have_value("a brass bell")
    canvas.focus()
    page.keyboard.press("Control+z")
    expect(page.get_by_text("1 stroke", exact=True)).to_be_visible()
    page.keyboard.press("Control+Shift+z")
    expect(page.get_by_text("2 strokes")).to_be_visible()
    check_accessibility(page, axe_source)
    generate(page, 2)
    expect(page.get_by_text(re.compile(r"[\d,]+ pixels outside identical, [\d.]+ %, checked"))).to_be_visible()
    page.get_by_role("radio", name="Before, after").click()
    border = page.get_by_role("slider", name="Border between before and after")
    border.focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(border).to_have_attribute("aria-valuenow", "60")
    check_accessibility(page, axe_source)
    for way in ("Side by side", "Difference", "Result"):
        page.get_by_role("radio", name=way).click()
    page.get_by_role("button", name=re.compile("^Use A as take")).click()
    expect(page.get_by_text(re.compile(r"Take \d+ is in use"))).to_be_visible()
    used = takes_of(studio, project_id, frame)[-2]
    assert (used["origin"], used["edit"]["changed"]) == ("edit", 0)
    page.get_by_role("button", name="History").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("In use", exact=True)).to_be_visible()
    dialog.get_by_role("button", name="Edit from here").first.click()
    expect(page.get_by_text(re.compile("from take 1, "))).to_be_visible()
    page.get_by_role("banner").get_by_role("button", name=re.compile("^Close")).click()
    page.wait_for_url(re.compile("/storyboard$"))
    expect(board.nth(1)).to_have_attribute("aria-selected", "true")


def test_a_pen_paints_by_pressure_and_its_other_end_erases(page: Page, project_id: str) -> None:
    canvas = edit(page, project_id, FRAMES[0])
    line = page.context.new_cdp_session(page)

    def drawn(force: float, down: float) -> None:
        for kind, across in (("mousePressed", 0.4), *[("mouseMoved", 0.4 + i / 50) for i in range(8)]):
            x, y = spot(canvas, across, down)
            sent = {"type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "force": force, "pointerType": "pen"}
            line.send("Input.dispatchMouseEvent", sent)
        x, y = spot(canvas, 0.54, down)
        line.send(
            "Input.dispatchMouseEvent",
            {"type": "mouseReleased", "x": x, "y": y, "button": "left", "buttons": 0, "pointerType": "pen"},
        )

    drawn(0.2, 0.45)
    thin = covered(page)
    page.keyboard.press("Control+z")
    expect(page.locator("#mask-words")).to_have_text("Nothing painted yet")
    drawn(1.0, 0.45)
    thick = covered(page)
    assert thick > thin * 1.5
    # The browser's protocol knows no eraser end, so the event is the page's own.
    canvas.evaluate(
        """(element) => {
          const box = element.getBoundingClientRect();
          const send = (name, across) => element.dispatchEvent(new PointerEvent(name, {
            pointerId: 9, pointerType: 'pen', pressure: 1, isPrimary: true, bubbles: true, cancelable: true,
            button: name === 'pointermove' ? -1 : 5, buttons: name === 'pointerup' ? 0 : 32,
            clientX: box.left + box.width * across, clientY: box.top + box.height * 0.45,
          }));
          send('pointerdown', 0.4);
          for (let step = 0; step < 20; step += 1) send('pointermove', 0.4 + step / 140);
          send('pointerup', 0.54);
        }"""
    )
    expect(page.get_by_role("button", name=re.compile("^Undo erase"))).to_be_visible()
    words = page.locator("#mask-words")
    expect(words).not_to_contain_text(f"covers {thick}")


@pytest.fixture
def tablet(browser: Browser, studio: StudioProcess) -> Iterator[Page]:
    opened: BrowserContext = browser.new_context(
        base_url=studio.address, viewport={"width": 820, "height": 1180}, has_touch=True
    )
    name, value = next(iter(studio.client.cookies.items()))
    opened.add_cookies([{"name": name, "value": value, "url": studio.address}])
    yield opened.new_page()
    opened.close()


def test_one_finger_paints_and_two_move_the_picture(tablet: Page, project_id: str) -> None:
    page = tablet
    canvas = edit(page, project_id, FRAMES[0])
    line = page.context.new_cdp_session(page)

    def fingers(kind: str, *points: tuple[float, float]) -> None:
        places = [spot(canvas, *point) for point in points]
        touches = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(places)]
        line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    zoom = page.get_by_role("button", name=re.compile(r"^\d+ %$"))
    fitted = zoom.inner_text()
    fingers("touchStart", (0.45, 0.5))
    fingers("touchStart", (0.45, 0.5), (0.55, 0.5))
    for step in range(1, 6):
        fingers("touchMove", (0.45 - step / 40, 0.5), (0.55 + step / 40, 0.5))
    fingers("touchEnd")
    expect(zoom).not_to_have_text(fitted)
    expect(page.locator("#mask-words")).to_have_text("Nothing painted yet")
    fingers("touchStart", (0.45, 0.5))
    for step in range(1, 6):
        fingers("touchMove", (0.45 + step / 50, 0.5))
    fingers("touchEnd")
    assert covered(page) > 0
    # A tap of two fingers takes the stroke back.
    fingers("touchStart", (0.4, 0.5))
    fingers("touchStart", (0.4, 0.5), (0.6, 0.5))
    fingers("touchEnd")
    expect(page.locator("#mask-words")).to_have_text("Nothing painted yet")


def test_everything_by_keys_alone(page: Page, studio: StudioProcess, project_id: str) -> None:
    canvas = edit(page, project_id, FRAMES[0])
    words = page.locator("#mask-words")
    for key in ("ArrowRight", "ArrowDown", "Enter", "ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_text("2 strokes")).to_be_visible()
    stamped = covered(page)
    page.keyboard.press("m")
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(words).not_to_contain_text(f"covers {stamped}")
    boxed = covered(page)
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("i")
    expect(words).not_to_contain_text(f"covers {boxed}")
    page.keyboard.press("i")
    for key in ("b", ",", ".", "q", "q", "+", "-", "Control+0"):
        page.keyboard.press(key)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Invert")
    page.keyboard.press("Escape")
    page.get_by_label("What should be there").focus()
    page.keyboard.type("a brass bell")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("4 of 4 made")).to_be_visible()
    canvas.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name=re.compile("^Use B"))).to_be_visible()
    page.keyboard.press("c")
    expect(page.get_by_role("slider", name="Border between before and after")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile(r"Take \d+ is in use"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Use "))).to_have_count(0)
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile("/storyboard$"))
    assert takes_of(studio, project_id, FRAMES[0])[-3]["edit"]["prompt"] == "a brass bell"


def test_an_extension_lies_around_the_old_picture(page: Page, studio: StudioProcess, project_id: str) -> None:
    page.goto(f"/projects/{project_id}/edit/{FRAMES[1]}?take=2")
    the_canvas(page)
    page.get_by_role("radio", name="Extend").click()
    expect(page.get_by_text("Drag the frame outwards first, or enter how far.")).to_be_visible()
    page.get_by_label("Left", exact=True).fill("64")
    page.get_by_label("Bottom", exact=True).fill("32")
    expect(page.get_by_text("Extended by 64 px left, 32 px bottom")).to_be_visible()
    generate(page, 1)
    take = takes_of(studio, project_id, FRAMES[1])[-1]
    assert (take["media"]["width"], take["media"]["height"]) == (SIZE[0] + 64, SIZE[1] + 32)
    assert (take["edit"]["margins"], take["edit"]["changed"]) == ([64, 0, 0, 32], 0)
    page.get_by_role("button", name=re.compile("^Use A")).click()
    expect(page.get_by_role("application", name=re.compile("704 by 392"))).to_be_visible()


def test_the_same_edit_on_another_frame_is_taken_there(page: Page, studio: StudioProcess, project_id: str) -> None:
    canvas = edit(page, project_id, f"{FRAMES[0]}?take=2")
    stroke(page, canvas, (0.45, 0.5), (0.55, 0.5))
    page.get_by_role("radio", name="Remove").click()
    page.get_by_role("radiogroup", name="Candidates").first.get_by_role("radio", name="1", exact=True).click()
    studio.client.post(f"/api/projects/{project_id}/items/{FRAMES[1]}/select", json={"take": 2})
    page.get_by_role("button", name="Apply the same edit").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("checkbox").first.check()
    dialog.get_by_role("button", name=re.compile("^Generate 1 for 1 frame")).click()
    dialog.get_by_role("button", name=re.compile("^Use A")).click()
    expect(dialog.get_by_role("button", name="In use", exact=True)).to_be_visible()
    project = studio.idle(project_id)
    other = next(item for item in project["items"] if item["id"] == FRAMES[1])
    assert other["takes"][-1]["number"] == other["selected"]
    assert other["takes"][-1]["edit"]["intent"] == "remove"


def test_a_refusal_keeps_the_mask_and_trying_again_works(
    page: Page, studio: StudioProcess, standin: StandinHandle, project_id: str
) -> None:
    patched = studio.client.patch(f"/api/projects/{project_id}", json={"providers": {"editing": VENDOR}})
    assert patched.is_success, patched.text
    canvas = edit(page, project_id, f"{FRAMES[0]}?take=2")
    stroke(page, canvas, (0.45, 0.5), (0.55, 0.5))
    page.get_by_role("radio", name="Fix").click()
    words = page.get_by_label("What is wrong, or how it should look")
    words.fill("sharper")
    page.get_by_role("radiogroup", name="Candidates").first.get_by_role("radio", name="1", exact=True).click()
    expect(page.get_by_role("button", name=re.compile(r"^Generate 1, \$0\.04 to \$0\.06"))).to_be_visible()
    page.get_by_role("switch", name="Second try when an answer is poor").click()
    paid = page.get_by_role("button", name=re.compile(r"^Generate 1, \$0\.04(?! to)"))
    expect(paid).to_be_visible()
    before = covered(page)
    standin.fault("flagged")
    paid.click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("refused")
    expect(alert).to_contain_text("Mask and words are kept.")
    assert covered(page) == before
    expect(words).to_have_value("sharper")
    alert.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("1 of 1 made")).to_be_visible()
    take = takes_of(studio, project_id, FRAMES[0])[-1]
    assert (take["provider"], take["edit"]["changed"]) == ("replicate", 0)
    assert take["cost_usd"] > 0
