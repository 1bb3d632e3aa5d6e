"""Where the tools speak: results on standard output, everything else on standard error."""

from __future__ import annotations

import asyncio
import io
import json
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import typer
from PIL import Image
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.style import Style
from rich.table import Table
from rich.text import Text

from dailies.domain.errors import DailiesError

told = Console(stderr=True, highlight=False)
"""For people, while work goes on."""

STOPPED_BY_HAND = 130
PIPED_WIDTH = 160
"""Columns of a table that nobody looks at."""

PREVIEW_WIDTH = 40
"""Columns of a preview; a character shows two pixels, one above the other."""

MEDALS = ("★ 1", "★ 2", "★ 3")


class StoppedByHand(Exception):
    """Somebody pressed Ctrl-C at a question."""


def bad_argument(sentence: str) -> NoReturn:
    """End the tool: the request itself is wrong."""
    told.print(sentence, style="red", soft_wrap=True)
    raise typer.Exit(2)


def run_work(work: Coroutine[Any, Any, dict[str, Any]], folder: Path) -> dict[str, Any]:
    """Do the work and return its result; end the tool with one line where it fails or is stopped."""
    try:
        return asyncio.run(work)
    except (KeyboardInterrupt, StoppedByHand):
        drop_if_empty(folder)
        told.print(f"Stopped. What was made is kept in {folder}", style="red", soft_wrap=True)
        raise typer.Exit(STOPPED_BY_HAND) from None
    except DailiesError as error:
        drop_if_empty(folder)
        told.print(str(error), style="red", soft_wrap=True)
        raise typer.Exit(1) from error
    except OSError as error:
        told.print(f"{error.strerror or error}: {error.filename or folder}", style="red", soft_wrap=True)
        raise typer.Exit(1) from error


def drop_if_empty(folder: Path) -> None:
    """Take a run's folder away where nothing was made."""
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def printed_json(result: Mapping[str, Any]) -> None:
    """The result for programs."""
    print(json.dumps(result, indent=2, ensure_ascii=False))


def confirm_cost(lines: Sequence[tuple[str, int]], yes: bool) -> None:
    """Say what paid work will cost, at most, and ask. ``lines``: what and millionths of a US dollar."""
    total = sum(price for _, price in lines)
    if total == 0:
        return
    for what, price in lines:
        if price:
            told.print(f"  {what}: about ${price / 1_000_000:.4f}")
    told.print(f"This costs about ${total / 1_000_000:.4f}.")
    if yes:
        return
    if not sys.stdin.isatty():
        bad_argument("Paid work needs a yes: add --yes.")
    try:
        agreed = input("Go on? [y/N] ").strip().lower() in ("y", "yes")
    except (EOFError, KeyboardInterrupt):
        agreed = False
    if not agreed:
        told.print("Nothing was made, nothing was spent.")
        raise typer.Exit(STOPPED_BY_HAND)


def ask(question: str, answers: Mapping[str, str]) -> str:
    """One of the answers, by its first letter. ``answers``: letter to what it does. Raises StoppedByHand."""
    choices = ", ".join(f"[{letter}]{name.removeprefix(letter)}" for letter, name in answers.items())
    while True:
        answer = ask_words(f"{question} {choices}: ").lower()[:1]
        if answer in answers:
            return answers[answer]


def ask_words(question: str) -> str:
    """A line typed by hand. Raises StoppedByHand on Ctrl-C and at the end of the input."""
    # asyncio's own handler would only note Ctrl-C until the question is answered.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        told.print(Text(question), end="")
        return input().strip()
    except (KeyboardInterrupt, EOFError):
        raise StoppedByHand from None
    finally:
        signal.signal(signal.SIGINT, before)


class Pieces:
    """Several pieces of work seen as one bar: whole ones and shares of those under way."""

    def __init__(self, bars: Progress, task: TaskID) -> None:
        self._bars, self._task = bars, task
        self._shares: dict[int, float] = {}

    def of(self, number: int) -> Callable[[float], None]:
        """Where piece ``number`` reports its share, 0 to 1, from any thread."""

        def report(share: float) -> None:
            self._shares[number] = share
            self._bars.update(self._task, completed=sum(self._shares.values()))

        return report


@contextmanager
def progress(what: str, pieces: int) -> Iterator[Pieces]:
    """A bar with the time left on a terminal; a line where it is piped."""
    columns = (
        TextColumn("{task.description:<20}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    if not told.is_terminal:
        told.print(f"{what}: {pieces}")
    with Progress(*columns, console=told, disable=not told.is_terminal) as bars:
        yield Pieces(bars, bars.add_task(what, total=pieces))


def ranked_table(title: str, rows: Sequence[Mapping[str, Any]], best_because: str) -> None:
    """A ranking on standard output, best first, the top three marked, and why the best won."""
    medals = [MEDALS[place] if place < len(MEDALS) else f"  {place + 1}" for place in range(len(rows))]
    plain_table(title, [{"": medal, **row} for medal, row in zip(medals, rows, strict=True)])
    say_result(best_because)


def plain_table(title: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """A table on standard output, as wide as its text where nobody looks."""
    terminal = Console(highlight=False)
    shown = terminal if terminal.is_terminal else Console(width=PIPED_WIDTH, highlight=False)
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    names = list(rows[0]) if rows else []
    for name in names:
        table.add_column(name, no_wrap=True)
    for row in rows:
        table.add_row(*(cell(row[name]) for name in names))
    shown.print(table)


def cell(value: object) -> str:
    """A value as a table shows it."""
    if value is None:
        return "not measured"
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def say_result(*lines: str) -> None:
    """Lines of the result for people."""
    for line in lines:
        print(line)


def preview(picture: bytes) -> None:
    """A small view of an encoded picture, of half-block characters, where the terminal has the colours for it."""
    terminal = Console()
    if not terminal.is_terminal or terminal.color_system not in ("truecolor", "256"):
        return
    with Image.open(io.BytesIO(picture)) as opened:
        width = min(PREVIEW_WIDTH, terminal.width)
        height = max(2, round(width * opened.height / opened.width / 2) * 2)
        small = opened.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
    drawn = Text()
    for row in range(0, height, 2):
        for column in range(width):
            upper, lower = (_hex(small.getpixel((column, row + half))) for half in (0, 1))
            drawn.append("▀", Style(color=upper, bgcolor=lower))
        drawn.append("\n")
    terminal.print(drawn, end="")


def _hex(pixel: Any) -> str:
    red, green, blue = pixel
    return f"#{red:02x}{green:02x}{blue:02x}"
