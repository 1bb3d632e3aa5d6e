"""Until good enough: tries go on exactly as long as the order says, and every end has a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest

from dailies.domain.approval import approve
from dailies.domain.edits import RemoveShot, apply_edits
from dailies.domain.errors import Conflict, InvalidInput, NotFound, PaymentRequired
from dailies.domain.judging import add_judgement
from dailies.domain.operations import cancel_work, fail_work, finish_work, start_operation, start_work
from dailies.domain.project import Attempt, Event, Failure, Project, Score
from dailies.domain.takes import candidates, hand_edit, select_take
from dailies.domain.trying import continue_tries, spent_on, start_tries, stop_tries

from .builders import NOW, STORY, approved_up_to, make_stage, take_for

FAILURE = Failure("timeout", "Timed out after 90 s. Not charged.", False, True, "op")
CENTS = 10_000


def prices(_: Project, items: Sequence[str]) -> dict[str, int]:
    return dict.fromkeys(items, 4 * CENTS)


def board() -> Project:
    return make_stage(approved_up_to("references"), "storyboard")


def tried(most: int = 3, limit: int | None = None, items: Sequence[str] = ("frame-s1a",), goal: float = 70) -> Project:
    project, _ = start_tries(
        board(),
        "t",
        "storyboard",
        items,
        goal=goal,
        most=most,
        limit=limit,
        instruction="brighter",
        prices=prices,
        now=NOW,
    )
    return project


def made(project: Project, work: str, score: float | None, item: str = "frame-s1a") -> Project:
    """The try, made and measured."""
    project, _ = start_work(project, work, now=NOW)
    take = replace(take_for(project, item, work), cost=4 * CENTS)
    project, _ = finish_work(project, work, take, now=NOW)
    project, _ = add_judgement(project, work, (Score("Match", score, "0 to 100", "Seen."),))
    return project


def going_on(project: Project) -> tuple[Project, tuple[Event, ...]]:
    numbers = count(len(project.operations))
    return continue_tries(project, lambda: f"n{next(numbers)}", prices, now=NOW)


def attempt(project: Project) -> Attempt:
    return project.tries[-1].attempts[0]


def test_a_take_that_reaches_the_goal_is_selected_and_the_rest_waits_to_be_picked() -> None:
    project, events = going_on(made(tried(), "t.0", 55))
    assert [event.type for event in events] == ["operation.started", "tries.again"]
    assert project.selected_take("frame-s1a").number == 1  # type: ignore[union-attr]
    assert [take.number for take in candidates(project, "frame-s1a")] == [2]
    project = made(project, attempt(project).works[-1], 81)
    project, events = going_on(project)
    assert [event.type for event in events] == ["take.selected", "tries.ended"]
    assert attempt(project).state == "reached"
    assert attempt(project).reason == "Take 3 scores 81, 70 was asked for."
    assert project.selected_take("frame-s1a").number == 3  # type: ignore[union-attr]
    assert candidates(project, "frame-s1a") == ()
    assert project.tries[-1].ended_at == NOW


def test_tries_end_when_used_up_and_name_the_best() -> None:
    project = tried(most=2)
    project, _ = going_on(made(project, "t.0", 60))
    project, events = going_on(made(project, attempt(project).works[-1], 40))
    assert attempt(project).reason == "2 tries used up. Best: take 2 with 60."
    assert events[-1].data["best"] == 2
    assert project.selected_take("frame-s1a").number == 1  # type: ignore[union-attr]
    assert [take.number for take in candidates(project, "frame-s1a")] == [2, 3]


def test_nothing_is_decided_before_a_take_is_made_and_measured() -> None:
    project = tried()
    assert going_on(project) == (project, ())
    project, _ = start_work(project, "t.0", now=NOW)
    project, _ = finish_work(project, "t.0", take_for(project, "frame-s1a", "t.0"), now=NOW)
    assert going_on(project) == (project, ())


def test_money_ends_tries() -> None:
    project, _ = going_on(made(tried(limit=9 * CENTS), "t.0", 50))
    project, _ = going_on(made(project, attempt(project).works[-1], 50))
    assert attempt(project).reason.startswith("$0.08 of $0.09 used; another try costs $0.04.")
    assert spent_on(project, project.tries[-1]) == 8 * CENTS
    poor = replace(made(tried(), "t.0", 50), budget=3 * CENTS)
    poor, _ = going_on(poor)
    assert "This costs $0.04" in attempt(poor).reason


def test_other_ends_say_why() -> None:
    failed, _ = fail_work(tried(), "t.0", FAILURE, now=NOW)
    assert attempt(going_on(failed)[0]).reason == "A try failed. Timed out after 90 s. Not charged."
    cancelled, _ = cancel_work(tried(), "t.0", now=NOW)
    assert attempt(going_on(cancelled)[0]).reason == "It was cancelled."
    unscored = made(tried(), "t.0", None)
    assert attempt(going_on(unscored)[0]).reason == "Take 2 could not be scored."
    approved, _ = approve(made(tried(), "t.0", 50), "storyboard", by="u1", now=NOW, with_stale=False)
    assert attempt(going_on(approved)[0]).reason.startswith("The storyboard was approved meanwhile.")
    gone, _ = hand_edit(made(tried(), "t.0", 50), apply_edits(STORY, (RemoveShot("s1a"),)), take_id="e", now=NOW)
    assert attempt(going_on(gone)[0]).reason.startswith("It left the story.")
    busy = made(tried(), "t.0", 50)
    busy, _ = start_operation(busy, "other", "regenerate", "storyboard", ["frame-s1a"], now=NOW)
    assert attempt(going_on(busy)[0]).reason.startswith("Frame 1 is being made already.")


def test_a_failed_try_counts_unless_it_was_free() -> None:
    project, _ = fail_work(tried(), "t.0", replace(FAILURE, charged=None), now=NOW)
    assert spent_on(project, project.tries[-1]) == 4 * CENTS
    free, _ = fail_work(tried(), "t.0", FAILURE, now=NOW)
    assert spent_on(free, free.tries[-1]) == 0


def test_items_are_tried_side_by_side() -> None:
    project = tried(items=("frame-s1a", "frame-s1b"))
    project = made(project, "t.0", 90)
    project, _ = going_on(project)
    assert [each.state for each in project.tries[-1].attempts] == ["reached", "running"]
    assert project.tries[-1].ended_at is None


def test_the_creator_stops_it() -> None:
    project, events = stop_tries(tried(), "t", now=NOW)
    assert (attempt(project).state, attempt(project).reason) == ("stopped", "You stopped it.")
    assert events[0].type == "tries.ended"
    assert going_on(made(project, "t.0", 10))[1] == ()
    with pytest.raises(Conflict):
        stop_tries(project, "t", now=NOW)
    with pytest.raises(NotFound) as missing:
        stop_tries(project, "x", now=NOW)
    assert missing.value.code == "no_such_tries"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"most": 9}, "tries_out_of_range"),
        ({"goal": 0}, "tries_out_of_range"),
        ({"limit": -1}, "tries_out_of_range"),
        ({"limit": CENTS}, "price_over_limit"),
        ({"items": ["cut"]}, "not_scored"),
    ],
)
def test_orders_that_make_no_sense_are_refused(changed: dict[str, object], code: str) -> None:
    order = {"items": ["frame-s1a"], "goal": 70.0, "most": 3, "limit": None, **changed}
    with pytest.raises((InvalidInput, Conflict)) as refused:
        start_tries(board(), "t", "storyboard", instruction="", prices=prices, now=NOW, **order)  # type: ignore[arg-type]
    assert refused.value.code == code


def test_a_second_order_for_the_same_item_is_refused_and_the_budget_holds() -> None:
    again = made(tried(), "t.0", 50)
    order = {"goal": 70.0, "most": 2, "limit": None, "instruction": "", "prices": prices, "now": NOW}
    with pytest.raises(Conflict) as refused:
        start_tries(again, "u", "storyboard", None, **order)  # type: ignore[arg-type]
    assert refused.value.code == "tries_under_way"
    with pytest.raises(PaymentRequired):
        start_tries(replace(board(), budget=CENTS), "u", "storyboard", None, **order)  # type: ignore[arg-type]


def test_several_takes_wait_for_the_pick_and_the_first_of_an_empty_item_is_gone_on_with() -> None:
    project, _ = start_operation(board(), "c", "regenerate", "storyboard", ["frame-s1a"], now=NOW, count=2)
    for work in ("c.0", "c.1"):
        project = made(project, work, 50)
    assert project.selected_take("frame-s1a").number == 1  # type: ignore[union-attr]
    assert [take.number for take in candidates(project, "frame-s1a")] == [2, 3]
    project, _ = select_take(project, "frame-s1a", 2, now=NOW)
    assert candidates(project, "frame-s1a") == ()
    empty = approved_up_to("references")
    empty, _ = start_operation(empty, "c", "generate", "storyboard", ["frame-s1a"], now=NOW, count=2)
    for work in ("c.0", "c.1"):
        empty = made(empty, work, 50)
    assert empty.selected_take("frame-s1a").number == 1  # type: ignore[union-attr]
