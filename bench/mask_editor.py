"""Times strokes in the mask editor: a real Chromium, the built web app, a stand-in for the server.

Every frame of a stroke one pointer event is sent, as from a hand; what is measured is the time from frame to frame,
the time the page's own code takes in it, and how long the end of a stroke and an undo take. Before it, strokes are
painted that stay: cost must not grow with them.
"""

from __future__ import annotations

import functools
import hashlib
import http.server
import io
import json
import shutil
import threading
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, Route, sync_playwright

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
DIST = Path(__file__).resolve().parents[1] / "frontend/dist"
SIDE = 2048
"""Pixels along a side of the picture."""

PRESENT = (0, 50, 200)
"""Strokes that are there before the measured one."""

MOVES = 60
"""Moves of a stroke, and frames that are measured."""

STROKES = """
({count, moves}) => {
  const canvas = document.querySelector('[role=application]');
  const box = canvas.getBoundingClientRect();
  let seed = 7 + count;
  const random = () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32;
  const send = (name, x, y, buttons) => canvas.dispatchEvent(new PointerEvent(name, {
    pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, cancelable: true,
    button: name === 'pointermove' ? -1 : 0, buttons, clientX: box.left + x, clientY: box.top + y,
  }));
  for (let stroke = 0; stroke < count; stroke += 1) {
    let [x, y, angle] = [random() * box.width, random() * box.height, random() * 6.28];
    send('pointerdown', x, y, 1);
    for (let move = 0; move < moves; move += 1) {
      angle += (random() - 0.5) * 0.6;
      x = Math.min(box.width, Math.max(0, x + Math.cos(angle) * 4));
      y = Math.min(box.height, Math.max(0, y + Math.sin(angle) * 4));
      send('pointermove', x, y, 1);
    }
    send('pointerup', x, y, 0);
  }
}
"""

ONE_STROKE = """
async ({moves}) => {
  const canvas = document.querySelector('[role=application]');
  const box = canvas.getBoundingClientRect();
  const send = (name, x, y, buttons) => canvas.dispatchEvent(new PointerEvent(name, {
    pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, cancelable: true,
    button: name === 'pointermove' ? -1 : 0, buttons, clientX: box.left + x, clientY: box.top + y,
  }));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const at = (move) => [
    box.width * (0.2 + 0.6 * move / moves), box.height * (0.5 + 0.3 * Math.sin(move / 6)),
  ];
  const frames = [], code = [];
  send('pointerdown', ...at(0), 1);
  let last = await frame();
  for (let move = 1; move <= moves; move += 1) {
    const begun = performance.now();
    send('pointermove', ...at(move), 1);
    code.push(performance.now() - begun);
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  const begun = performance.now();
  send('pointerup', ...at(moves), 0);
  const end = performance.now() - begun;
  await frame(); await frame();
  return {frames, code, end};
}
"""

UNDO = """
async () => {
  const begun = performance.now();
  window.dispatchEvent(new KeyboardEvent('keydown', {key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true}));
  return performance.now() - begun;
}
"""


class _App(http.server.SimpleHTTPRequestHandler):
    """The built web app: every address that is no file is the app's own."""

    def do_GET(self) -> None:
        """Answer with the file, else with the app."""
        if not (Path(self.directory) / self.path.split("?")[0].lstrip("/")).is_file():
            self.path = "/index.html"
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the rows are the output."""


def _picture() -> bytes:
    across = Image.linear_gradient("L").resize((SIDE, SIDE))
    out = io.BytesIO()
    Image.merge("RGB", (across, across.rotate(90), across.rotate(180))).save(out, "PNG", compress_level=1)
    return out.getvalue()


def _project(sha256: str, size: int) -> dict[str, Any]:
    media = {"sha256": sha256, "media_type": "image/png", "width": SIDE, "height": SIDE, "seconds": None, "bytes": size}
    take = {"id": "take", "number": 1, "origin": "generated", "created_at": "2026-11-20T10:00:00Z", "note": ""}
    take |= {"parent": None, "media": media, "scores": [], "not_drawn": [], "edit": None}
    item = {"id": "frame", "stage": "storyboard", "kind": "frame", "label": "Frame 1A", "code": "1A", "selected": 1}
    item |= {"takes": [take], "work": None, "failure": None, "stale": None}
    project = {"id": "bench", "title": "Bench", "items": [item], "operations": [], "last_seq": 1}
    return project | {"providers": {"editing": "rehearsal"}}


def _answer(picture: bytes, route: Route) -> None:
    path = route.request.url.split("/api", 1)[1]
    if path.startswith("/blobs/"):
        route.fulfill(status=200, content_type="image/png", body=picture)
    elif path == "/projects/bench":
        body = _project(hashlib.sha256(picture).hexdigest(), len(picture))
        route.fulfill(status=200, content_type="application/json", body=json.dumps(body))
    elif path.endswith("/me"):
        route.fulfill(status=200, content_type="application/json", body='{"id": "me", "name": "Bench", "email": null}')
    else:
        route.fulfill(status=404, content_type="application/json", body='{"code": "not_found", "detail": "None."}')


def _part(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))], 2)


def _measured(page: Page, present: int) -> dict[str, float | int]:
    page.reload()
    page.wait_for_selector("[role=application]")
    page.wait_for_timeout(1500)
    if present:
        page.evaluate(STROKES, {"count": present, "moves": MOVES})
        page.wait_for_timeout(2500)
    page.evaluate(ONE_STROKE, {"moves": MOVES // 2})
    runs = [page.evaluate(ONE_STROKE, {"moves": MOVES}) for _ in range(3)]
    frames = [value for run in runs for value in run["frames"]]
    code = [value for run in runs for value in run["code"]]
    if "covers" not in page.locator("#mask-words").inner_text():
        raise RuntimeError("The strokes painted nothing.")
    undo = [page.evaluate(UNDO) for _ in range(3)]
    return {
        "strokes": present,
        "frame_p50_ms": _part(frames, 0.5),
        "frame_p95_ms": _part(frames, 0.95),
        "code_p50_ms": _part(code, 0.5),
        "code_p95_ms": _part(code, 0.95),
        "stroke_end_ms": _part([run["end"] for run in runs], 0.5),
        "stroke_end_worst_ms": _part([run["end"] for run in runs], 1),
        "undo_ms": _part(undo, 0.5),
    }


def _all(browser: Browser, address: str) -> list[dict[str, float | int]]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.route("**/api/**", functools.partial(_answer, _picture()))
    page = context.new_page()
    page.goto(f"{address}/projects/bench/edit/frame")
    page.evaluate(
        "localStorage.setItem('dailies.mask-tools', JSON.stringify({brush: {size: 80, hardness: 80}, tool: 'brush'}))"
    )
    rows = []
    for present in PRESENT:
        page.evaluate("indexedDB.deleteDatabase('dailies-masks')")
        rows.append(_measured(page, present))
    context.close()
    return rows


def measure() -> dict[str, Any]:
    """Frame times in ms (50th and 95th percentile), by how many strokes are there already.

    Raises FileNotFoundError when the web app is not built or Chromium is not installed, RuntimeError when the
    strokes paint nothing.
    """
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium or not (DIST / "index.html").is_file():
        raise FileNotFoundError("Build the web app (make build) and install Chromium first.")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_App, directory=str(DIST)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            rows = _all(browser, f"http://127.0.0.1:{server.server_port}")
            browser.close()
    finally:
        server.shutdown()
    return {"unit": "ms", "picture": f"{SIDE} x {SIDE}", "brush": 80, "moves": MOVES, "by_strokes": rows}


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
