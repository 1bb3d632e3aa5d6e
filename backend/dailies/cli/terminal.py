"""What all commands share: where they speak, and how they fail."""

from __future__ import annotations

import typer
from rich.console import Console

console = Console(stderr=True)
"""For people; what programs read goes to standard output."""

STOPPED_BY_HAND = 130


def fail(sentence: str, code: int = 1) -> typer.Exit:
    """Say what went wrong; raise what is returned."""
    console.print(sentence, style="red", highlight=False)
    return typer.Exit(code)
