"""Pictures to look at: 48 prompts of every kind of task, and the storyboards of 12 briefs, as PNG pages.

``python -m dailies.adapters.providers.rehearsal.contact_sheet FOLDER [SEED]``. The storyboards are written by the
rehearsal writer and drawn from the very prompts a project would use. ``report.json`` holds each picture's prompt, time
and what was not drawn.
"""

from __future__ import annotations

import asyncio
import io
import json
import sys
import textwrap
import time
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from dailies.adapters.providers.rehearsal.illustrator.artist import draw_now
from dailies.adapters.providers.rehearsal.writer import RehearsalWriter
from dailies.domain.brief import Brief
from dailies.domain.items import items_of
from dailies.domain.project import STORY, Project, Take
from dailies.domain.prompts import prompt_for
from dailies.media.lettering import FONT
from dailies.ports import ImageRequest

PAPER, INK = (24, 24, 26), (226, 226, 230)
GAP, CAPTION_LINES, LINE = 12, 3, 17
CELL_WIDTH = 620
COLUMNS = 3
PAGE = 12


@dataclass(frozen=True)
class Shown:
    """One picture of a sheet. ``seconds``: how long it took; ``missing``: what was not drawn."""

    caption: str
    prompt: str
    picture: Image.Image
    seconds: float
    missing: tuple[str, ...]


def subjects() -> tuple[tuple[str, ...], tuple[Brief, ...]]:
    """The prompts and briefs of ``contact_sheet.toml``."""
    stored = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    prompts = tuple(str(prompt).strip() for prompt in stored["prompts"])
    return prompts, tuple(Brief(**brief) for brief in stored["briefs"])


def shown(caption: str, prompt: str, size: tuple[int, int], seed: int) -> Shown:
    """Draw one picture."""
    began = time.perf_counter()
    result = draw_now(ImageRequest(prompt, *size, seed), lambda _: None)
    seconds = round(time.perf_counter() - began, 3)
    picture = Image.open(io.BytesIO(result.image)).convert("RGB")
    return Shown(caption, prompt, picture, seconds, result.not_drawn)


def sheet(pictures: Sequence[Shown]) -> Image.Image:
    """Pictures of one shape side by side, each over its caption."""
    first = pictures[0].picture
    cell_height = round(CELL_WIDTH * first.height / first.width)
    rows = -(-len(pictures) // COLUMNS)
    foot = CAPTION_LINES * LINE + GAP
    width = COLUMNS * (CELL_WIDTH + GAP) + GAP
    board = Image.new("RGB", (width, rows * (cell_height + foot + GAP) + GAP), PAPER)
    pen = ImageDraw.Draw(board)
    font = ImageFont.truetype(io.BytesIO(files("dailies.media").joinpath("fonts", FONT).read_bytes()), 13)
    for index, each in enumerate(pictures):
        x = GAP + index % COLUMNS * (CELL_WIDTH + GAP)
        y = GAP + index // COLUMNS * (cell_height + foot + GAP)
        board.paste(each.picture.resize((CELL_WIDTH, cell_height), Image.Resampling.LANCZOS), (x, y))
        words = each.caption + (f" [not drawn: {', '.join(each.missing)}]" if each.missing else "")
        for number, line in enumerate(textwrap.wrap(words, 88)[:CAPTION_LINES]):
            pen.text((x, y + cell_height + 6 + number * LINE), line, fill=INK, font=font)
    return board


def board_of(brief: Brief, seed: int) -> list[Shown]:
    """The storyboard a project with this brief would get."""
    story = asyncio.run(RehearsalWriter().write(brief, seed, lambda _: None)).story
    now = datetime.now(UTC)
    take = Take("story", STORY, 1, "generated", now, story=story)
    project = Project(
        "sheet",
        "sheet",
        brief,
        "interactive",
        story.title,
        now,
        now,
        seed,
        takes={STORY: (take,)},
        selected={STORY: take.id},
    )
    return [
        shown(f"{item.code} {item.summary}", prompt_for(project, item.id, ()), brief.frame_size, seed)
        for item in items_of(project, "storyboard")
    ]


def main(arguments: list[str]) -> int:
    """Write the pages and the report into the folder; 2 when none is named."""
    if not 1 <= len(arguments) <= 2:
        sys.stderr.write("usage: contact_sheet FOLDER [SEED]\n")
        return 2
    folder, seed = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 7
    folder.mkdir(parents=True, exist_ok=True)
    prompts, briefs = subjects()
    report: dict[str, list[dict[str, object]]] = {}
    for page in range(0, len(prompts), PAGE):
        drawn = [shown(prompt.splitlines()[0], prompt, (1280, 720), seed) for prompt in prompts[page : page + PAGE]]
        _keep(folder, f"prompts-{page // PAGE + 1}", drawn, report)
    for number, brief in enumerate(briefs, 1):
        _keep(folder, f"board-{number:02}", board_of(brief, seed), report)
    (folder / "report.json").write_text(json.dumps(report, indent=2), encoding="utf-8")
    return 0


def _keep(folder: Path, name: str, pictures: list[Shown], report: dict[str, list[dict[str, object]]]) -> None:
    sheet(pictures).save(folder / f"{name}.png")
    report[name] = [
        {"prompt": each.prompt, "seconds": each.seconds, "not_drawn": list(each.missing)} for each in pictures
    ]
    sys.stderr.write(f"{name}: {len(pictures)} pictures\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
