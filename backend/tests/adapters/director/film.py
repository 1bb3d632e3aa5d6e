"""A small film and its board, for tests of the director's agent."""

from __future__ import annotations

from dailies.domain.brief import Brief
from dailies.domain.project import Lock
from dailies.domain.story import Entity, Scene, Shot, Story
from dailies.ports import AppliedPlan, BoardItem, NoteContext

STORY = Story(
    "The Last Note",
    "A violinist loses his bow, and a girl finds it.",
    "want, block, turn, payoff",
    (
        Entity("mia", "character", "Mia", "a girl of about nine, red raincoat"),
        Entity("vio", "character", "The violinist", "a tall man of about sixty, black coat"),
        Entity("kit", "place", "The kitchen", "a small kitchen, one window"),
        Entity("har", "place", "The harbour", "a stone harbour"),
    ),
    (
        Scene("s1", "Quay", "har", "dawn", "fog", "still", (Shot("a", 3, "Fog lies on the harbour"),)),
        Scene(
            "s2",
            "Home",
            "kit",
            "morning",
            "clear",
            "warm",
            (
                Shot("b", 4, "Mia runs in", who=("mia",)),
                Shot("c", 5, "Mia sets the bow down", who=("mia",), line="Whose is it?", speaker="mia"),
                Shot("d", 4, "The violinist stops in the doorway", who=("vio",)),
            ),
        ),
        Scene(
            "s3",
            "Evening",
            "har",
            "dusk",
            "clear",
            "calm",
            (Shot("e", 4, "Mia holds out the bow", who=("mia", "vio")), Shot("f", 10, "He plays", who=("vio",))),
        ),
    ),
)


def board(locks: dict[str, tuple[Lock, ...]] | None = None, takes: int = 2) -> tuple[BoardItem, ...]:
    """The frames, each with its takes; the last is selected."""
    codes = STORY.shot_codes()
    return tuple(
        BoardItem(
            f"frame-{shot.id}",
            f"Frame {number}",
            (),
            number,
            codes[shot.id],
            shot.action,
            takes=takes,
            take=takes,
            locks=(locks or {}).get(f"frame-{shot.id}", ()),
            price=40_000,
            seconds=8.0,
        )
        for number, (_, shot) in enumerate(STORY.shots(), 1)
    )


def context(
    text: str,
    *,
    stage: str = "storyboard",
    history: tuple[tuple[str, str], ...] = (),
    applied: tuple[AppliedPlan, ...] = (),
    locks: dict[str, tuple[Lock, ...]] | None = None,
    brief: str = "A violinist loses his bow. 30 s",
) -> NoteContext:
    """A note about the frames."""
    items = board(locks) if stage == "storyboard" else (BoardItem("story", "Story", (), 1, "", STORY.logline),)
    return NoteContext(text, stage, Brief(brief, 30), STORY, items, (), 40_000, 8.0, history, applied=applied)
