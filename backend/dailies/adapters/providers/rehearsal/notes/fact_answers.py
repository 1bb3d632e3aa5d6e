"""Answers from the records of takes: scores, prompts, what they were made from, what a change makes stale, locks."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.notes.board import Board
from dailies.adapters.providers.rehearsal.notes.figures import counted, dollars, listed, numbered, seconds, sentence
from dailies.domain.names_in_text import named_in
from dailies.domain.targets import Resolution
from dailies.ports import BoardItem, BoardTake

MOST = 3
"""Items one answer tells of."""


def pointed(board: Board, resolution: Resolution) -> list[BoardItem]:
    """The items a question is about."""
    return [item for item in board.context.items if resolution.mentioned and item.id in resolution.ids][:MOST]


def selected(item: BoardItem) -> BoardTake | None:
    """The facts of an item's selected take."""
    return next((take for take in item.shown if take.number == item.take), None)


def scores(question: str, board: Board, resolution: Resolution) -> str:
    """What was measured of the selected take, and how."""
    lines = []
    for item in pointed(board, resolution):
        take = selected(item)
        if take is None:
            continue
        if not take.scores:
            lines.append(f"Nothing was measured of {item.label}, take {take.number}.")
            continue
        made = f" It was made by: “{take.cause}”." if take.cause else ""
        lines.append(f"{item.label}, take {take.number}. {' '.join(sentence(each) for each in take.scores)}{made}")
    return " ".join(lines)


def takes(question: str, board: Board, resolution: Resolution) -> str:
    """How many takes there are, and which is selected."""
    known = [item for item in pointed(board, resolution) if item.takes]
    return " ".join(f"{item.label} has {counted(item.takes, 'take')}; take {item.take} is selected." for item in known)


def prompt(question: str, board: Board, resolution: Resolution) -> str:
    """The exact words the artist was given."""
    found = [
        (item, take) for item in pointed(board, resolution) if (take := selected(item)) is not None and take.prompt
    ]
    return " ".join(f"{item.label}, take {take.number}: “{' '.join(take.prompt.split())}”" for item, take in found[:1])


def made_from(question: str, board: Board, resolution: Resolution) -> str:
    """The pictures a take was made with."""
    found = [(item, take) for item in pointed(board, resolution) if (take := selected(item)) is not None]
    return " ".join(
        f"{item.label}, take {take.number}, was made from {listed(list(take.made_from)) or 'words only'}."
        for item, take in found
    )


def consequences(question: str, board: Board, resolution: Resolution) -> str:
    """What new takes of the items would make stale, and what they cost."""
    items = pointed(board, resolution)
    if not items or not any(item.takes for item in items):
        return ""
    labels = list(dict.fromkeys(label for item in items for label in item.dependents))
    price = sum(item.price for item in items)
    cost = f" It costs {dollars(price)}." if price else " On rehearsal it is free."
    what = board.called(tuple(item.id for item in items))
    if not labels:
        return f"A new take of {what} makes nothing stale.{cost}"
    return f"A new take of {what} makes {listed(labels)} stale; keeping them costs nothing.{cost}"


def locks(question: str, board: Board, resolution: Resolution) -> str:
    """Which locks are on."""
    held = [item for item in board.context.items if item.locks]
    if not held:
        return "No locks are on in this stage. Say, for example, “lock Mia's face”." if board.items else ""
    return " ".join(f"{item.label}: {listed(list(item.locks))} locked." for item in held[:6])


def stage_price(question: str, board: Board, resolution: Resolution) -> str:
    """What a stage that is named and not yet made will cost and how long it will take."""
    nouns = {"references": r"references?", "storyboard": r"frames?|storyboard", "video": r"clips?|video|film"}
    for stage in board.context.stages:
        words = nouns.get(stage.name)
        if words is None or stage.name == board.stage or not re.search(rf"\b(?:{words})\b", question, re.IGNORECASE):
            continue
        cost = dollars(stage.price) if stage.price else "nothing"
        return f"What the {stage.name} misses costs {cost} and takes about {seconds(stage.seconds)}, on {stage.model}."
    return ""


def shown_in(question: str, board: Board, resolution: Resolution) -> str:
    """In which shots somebody or something is."""
    story = board.story
    names = named_in(question, [thing.name for thing in board.view.things]) if story else frozenset()
    lines = []
    for entity in story.entities if story else ():
        if entity.name not in names or story is None:
            continue
        shots = [
            number for number, (scene, shot) in enumerate(story.shots(), 1) if entity.id in (scene.place, *shot.who)
        ]
        lines.append(f"{entity.name} is in {numbered('shot', shots)}." if shots else f"{entity.name} is in no shot.")
    return " ".join(sentence(line) for line in lines)


def last_change(question: str, board: Board, resolution: Resolution) -> str:
    """The plan that was applied last."""
    if not board.context.applied:
        return ""
    plan = board.context.applied[-1]
    return f"The last plan that was applied: “{plan.summary}”, for {board.called(plan.items)}. It can be undone."
