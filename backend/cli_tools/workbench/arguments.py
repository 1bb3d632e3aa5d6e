"""What the tools' arguments may be, read before anything is written."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from dailies.domain.brief import FRAME_SIZES, MAX_PROMPT, AspectRatio
from dailies.domain.errors import InvalidInput
from dailies.media.images import check_image
from workbench.terminal import bad_argument

SEED_LIMIT = 2**31

PromptFile = Annotated[str, typer.Argument(help="A text file with the prompt; - reads it from standard input.")]
OutputDir = Annotated[Path, typer.Option(help="Where the folder of this run is made.")]
Seed = Annotated[int, typer.Option(min=0, max=SEED_LIMIT - 1, help="The same seed makes the same things again.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON on standard output.")]
Provider = Annotated[
    list[str] | None,
    typer.Option(
        help="A vendor or a model of the registry (dailies models), instead of the built-in artists (rehearsal); "
        "may be given several times."
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Spend without asking.")]
Aspect = Annotated[str, typer.Option(help="16:9, 9:16, 1:1, 4:5 or 21:9.")]

DEFAULT_OUTPUT = Path("output")


def read_prompt_text(source: str) -> str:
    """The prompt of a file or of standard input, trimmed. Ends the tool with 2 where there is none."""
    if source == "-":
        found, name = sys.stdin.buffer.read(), "Standard input"
    else:
        found, name = read_bytes(Path(source)), source
    try:
        text = found.decode("utf-8").strip()
    except UnicodeDecodeError:
        bad_argument(f"{name} is not a text file.")
    if "\0" in text:
        bad_argument(f"{name} is not a text file.")
    if not text:
        bad_argument(f"{name} is empty. Say what is to be seen.")
    if len(text) > MAX_PROMPT:
        bad_argument(f"{name} has {len(text):,} characters; the most is {MAX_PROMPT:,}.")
    return text


def read_bytes(path: Path) -> bytes:
    """A file's content. Ends the tool with 2 where it can't be read."""
    try:
        return path.read_bytes()
    except IsADirectoryError:
        bad_argument(f"{path} is a folder, not a file.")
    except FileNotFoundError:
        bad_argument(f"There is no file {path}.")
    except OSError as error:
        bad_argument(f"{path} can't be read: {error.strerror}.")


def read_picture(path: Path) -> bytes:
    """A picture that decodes, encoded anew. Ends the tool with 2 for anything else."""
    try:
        return check_image(read_bytes(path)).data
    except InvalidInput:
        bad_argument(f"{path} is not a picture. Give a PNG, JPEG or WebP.")


def words_or_file(value: str) -> str:
    """What an option says: words, or the text of the file of that name."""
    try:
        is_file = bool(value) and Path(value).is_file()
    except OSError:
        # A long sentence is no file name.
        is_file = False
    return read_prompt_text(value) if is_file else value.strip()


def checked_aspect(value: str) -> AspectRatio:
    """The aspect ratio. Ends the tool with 2 for one the studio does not make."""
    for known in FRAME_SIZES:
        if value == known:
            return known
    bad_argument(f"There is no aspect ratio {value}. There are: {', '.join(FRAME_SIZES)}.")


def one_of(option: str, value: str, known: Collection[str]) -> str:
    """The value, where it is known. Ends the tool with 2 where not."""
    if value not in known:
        bad_argument(f"{option} can't be {value}. It is one of: {', '.join(known)}.")
    return value


def check_output(folder: Path) -> None:
    """End the tool with 2 where nothing can be written; nothing is made yet."""
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    if not there.is_dir():
        bad_argument(f"{there} is a file, not a folder.")
    if not os.access(there, os.W_OK | os.X_OK):
        bad_argument(f"Nothing can be written in {there}.")
