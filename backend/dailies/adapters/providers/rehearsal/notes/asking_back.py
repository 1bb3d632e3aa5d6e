"""The short question back where a note is not clear, with choices to click; and what is missing."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.notes.board import Board, no_such
from dailies.adapters.providers.rehearsal.notes.figures import listed
from dailies.adapters.providers.rehearsal.notes.reply import Reply
from dailies.domain.targets import Resolution

OPTIONS = {
    "story": "Should it be funnier, shorter, or should the ending change?",
    "references": "Should the look, the age or the light change, and whose?",
    "storyboard": "Should it be brighter, closer, or should something in the frame change?",
    "video": "Should it be slower, brighter, or should the cut change?",
}
CHOICES = {
    "story": ("Make it funnier", "Make it shorter", "Change the ending"),
    "references": ("Everyone: softer light", "All of them: simpler", "Style: bolder colours"),
    "storyboard": ("All frames: brighter", "All frames: closer", "All frames: warmer"),
    "video": ("All clips: slower", "All clips: steadier", "Music off"),
}
MOST = 3
"""Choices of one question."""

POINTING = frozenset("these those this that it them they both he she him his her the others rest".split())


def what_should_change(board: Board, quoted: str = "") -> Reply:
    """The question after a note without a direction. ``quoted``: the note, where it was not understood."""
    options = OPTIONS.get(board.stage, OPTIONS["storyboard"])
    if quoted:
        shown = quoted if len(quoted) <= 60 else f"{quoted[:59].rstrip()}…"
        text = f"“{shown}” was not understood, so nothing is planned. {options}"
    else:
        text = f"What should change? {options}"
    return Reply(text, kind="unclear", choices=CHOICES.get(board.stage, CHOICES["storyboard"]))


def which_one(board: Board, resolution: Resolution, instruction: str = "") -> Reply | None:
    """The reply to a note whose target is missing or not clear; None where it is clear."""
    if resolution.nobody:
        return _nobody(board, resolution.nobody, instruction)
    if absent := no_such(board, resolution):
        return Reply(absent, kind="unclear", choices=_nearest(absent, instruction))
    if resolution.unclear:
        return _unclear(board, resolution, instruction)
    if resolution.mentioned and not resolution.ids:
        return _of_nothing(board, instruction)
    return None


def _nobody(board: Board, name: str, instruction: str) -> Reply:
    people = [thing.name for thing in board.view.things if thing.kind == "character"]
    there = f"There {'is' if len(people) == 1 else 'are'} {listed(people)}." if people else "The film has no people."
    choices = tuple(_told(person, instruction) for person in people[:MOST])
    return Reply(f"Nobody called {name} is in the story. {there} Who is meant?", kind="unclear", choices=choices)


def _nearest(absent: str, instruction: str) -> tuple[str, ...]:
    _, _, meant = absent.partition("Did you mean ")
    return (_told(meant.rstrip("?").capitalize(), instruction),) if meant else ()


def _unclear(board: Board, resolution: Resolution, instruction: str) -> Reply:
    several = [item for item in board.items if item.id in resolution.candidates]
    phrase = resolution.unclear
    if several:
        labels = [item.label for item in several]
        asked = f"Which is meant by {_quoted(phrase)}: {listed(labels[:6], 'or')}?"
        choices = tuple(_told(label, instruction) for label in labels[:MOST])
        return Reply(asked, kind="unclear", targets=resolution.candidates, choices=choices)
    if phrase.lower().split()[0] in POINTING - {"the"} or phrase.lower() in ("the others", "the rest"):
        return _of_nothing(board, instruction)
    return Reply(
        f"No {board.noun} shows {phrase} by its words, so nothing is planned. Which {board.noun} is meant?",
        kind="unclear",
        choices=_any(board, instruction),
    )


def _of_nothing(board: Board, instruction: str) -> Reply:
    return Reply(
        f"Nothing is selected. Select the {board.noun}s you mean, or name them: {_example(board)}.",
        kind="unclear",
        choices=_any(board, instruction),
    )


def _example(board: Board) -> str:
    if board.stage == "references" and board.items:
        return listed([item.label for item in board.items[:2]], "or")
    return f"{board.noun} 2, {board.noun}s 1 to 3"


def _any(board: Board, instruction: str) -> tuple[str, ...]:
    labels = [item.label for item in board.items[: MOST - 1]]
    return tuple(_told(label, instruction) for label in (*labels, f"All {board.noun}s"))


def _told(label: str, instruction: str) -> str:
    return f"{label}: {instruction}" if instruction else label


def _quoted(phrase: str) -> str:
    return phrase if phrase.startswith("“") else f"“{phrase}”"
