"""Stale work: kept as it is, renewed by stage or by depth, and what reopening would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dailies.domain.approval import approval_holds, approve, stage_view
from dailies.domain.edits import ChangePart, apply_edits
from dailies.domain.errors import Conflict, NotFound
from dailies.domain.operations import cancel_work, fail_work
from dailies.domain.project import Failure, Project
from dailies.domain.renewal import continue_renewal, renewal_plan, reopening, start_renewal
from dailies.domain.staleness import is_stale, keep_as_is, kept_causes, stale_causes
from dailies.domain.takes import add_take, hand_edit, select_take

from .builders import NOW, STORY, approved_up_to, finish, make_stage, new_project, take_for

FAILURE = Failure("timeout", "Timed out after 90 s. Not charged.", False, True, "op")


def prices(_: Project, items: Sequence[str]) -> dict[str, int]:
    return dict.fromkeys(items, 40_000)


def with_new_emil(stage: str = "video") -> Project:
    """Emil's reference has a new take: his frame is stale."""
    project = approved_up_to(stage)  # type: ignore[arg-type]
    project, _ = add_take(project, take_for(project, "ref-emil", "emil-2"))
    return project


def test_a_stale_take_is_kept_until_its_sources_change_again() -> None:
    project = with_new_emil()
    project, events = keep_as_is(project, "storyboard", None, keep=True, now=NOW)
    assert events[0].data == {"stage": "storyboard", "items": ["frame-s2b"]}
    assert not is_stale(project, "frame-s2b")
    assert kept_causes(project, "frame-s2b") == ("Emil is now take 2",)
    assert stage_view(project, "storyboard").stale == 0
    project, _ = add_take(project, take_for(project, "ref-emil", "emil-3"))
    assert stale_causes(project, "frame-s2b") == ("Emil is now take 3",)
    assert kept_causes(project, "frame-s2b") == ()
    back, _ = select_take(project, "ref-emil", 1, now=NOW)
    assert not is_stale(back, "frame-s2b")


def test_another_cause_shows_beside_a_kept_one() -> None:
    project, _ = keep_as_is(with_new_emil(), "storyboard", ["frame-s2b"], keep=True, now=NOW)
    story = apply_edits(STORY, (ChangePart("shot", "s2b", {"action": "Emil waves."}),))
    project, _ = hand_edit(project, story, take_id="edited", now=NOW)
    assert stale_causes(project, "frame-s2b") == ("shot 2B has a new action",)


def test_keeping_is_taken_back() -> None:
    project, _ = keep_as_is(with_new_emil(), "storyboard", None, keep=True, now=NOW)
    project, events = keep_as_is(project, "storyboard", None, keep=False, now=NOW)
    assert events[0].type == "items.unkept"
    assert is_stale(project, "frame-s2b")


def test_only_what_is_stale_is_kept() -> None:
    project = with_new_emil()
    with pytest.raises(Conflict) as refused:
        keep_as_is(project, "storyboard", ["frame-s1a"], keep=True, now=NOW)
    assert refused.value.code == "nothing_stale"
    with pytest.raises(Conflict) as refused:
        keep_as_is(project, "storyboard", None, keep=False, now=NOW)
    assert refused.value.code == "nothing_kept"
    with pytest.raises(NotFound) as missing:
        keep_as_is(project, "storyboard", ["clip-s1a"], keep=True, now=NOW)
    assert missing.value.code == "no_such_item"


def test_a_renewal_names_what_it_makes_at_each_depth() -> None:
    project = with_new_emil()
    here = renewal_plan(project, "storyboard", None, "stage")
    assert (here.works, here.approves) == ((("storyboard", ("frame-s2b",)),), ())
    below = renewal_plan(project, "storyboard", None, "below")
    assert below.works == (("storyboard", ("frame-s2b",)), ("video", ("clip-s2b",)), ("video", ("cut",)))
    assert below.approves == ("storyboard",)
    with pytest.raises(Conflict) as refused:
        renewal_plan(project, "storyboard", ["frame-s1a"], "stage")
    assert refused.value.code == "nothing_stale"
    with pytest.raises(NotFound):
        renewal_plan(project, "storyboard", ["frame-s9"], "stage")
    with pytest.raises(Conflict) as locked:
        start_renewal(project, here, "op", prices, now=NOW)
    assert locked.value.code == "stage_locked"


def renewed(project: Project) -> Project:
    """The first stage of a renewal to the bottom, done."""
    plan = renewal_plan(project, "storyboard", None, "below")
    project, _ = start_renewal(project, plan, "op", prices, now=NOW)
    operation = project.operation("op")
    assert operation is not None
    return finish(project, operation)


def with_references_approved() -> Project:
    project, _ = approve(with_new_emil(), "references", by="u1", now=NOW, with_stale=False)
    return project


def test_a_renewal_goes_down_stage_by_stage_and_signs_off_what_was_signed_off() -> None:
    project = renewed(with_references_approved())
    assert not approval_holds(project, "storyboard")
    project, events = continue_renewal(project, "op2", prices, now=NOW)
    assert [event.type for event in events] == ["stage.approved", "operation.started"]
    assert project.approvals["storyboard"].by == "renewal"
    for name in ("op2", "op3"):
        operation = project.operation(name)
        assert operation is not None
        project = finish(project, operation)
        project, events = continue_renewal(project, "op3", prices, now=NOW)
    assert project.renewal is not None
    assert (project.renewal.state, events[-1].type) == ("done", "renewal.ended")
    assert [len(project.takes_of(item)) for item in ("frame-s2b", "clip-s2b", "cut", "clip-s1a")] == [2, 2, 2, 1]


def test_a_renewal_waits_for_work_and_stops_at_a_failure_and_at_a_cancel() -> None:
    plan = renewal_plan(with_references_approved(), "storyboard", None, "below")
    project, _ = start_renewal(with_references_approved(), plan, "op", prices, now=NOW)
    assert continue_renewal(project, "op2", prices, now=NOW) == (project, ())
    with pytest.raises(Conflict) as refused:
        start_renewal(project, plan, "again", prices, now=NOW)
    assert refused.value.code == "renewal_under_way"
    failed, _ = fail_work(project, "op.0", FAILURE, now=NOW)
    failed, events = continue_renewal(failed, "op2", prices, now=NOW)
    assert events[0].data["message"] == "Something in the storyboard failed."
    cancelled, _ = cancel_work(project, "op.0", now=NOW)
    cancelled, events = continue_renewal(cancelled, "op2", prices, now=NOW)
    assert events[0].data["message"] == "Something in the storyboard was cancelled."
    assert continue_renewal(cancelled, "op2", prices, now=NOW) == (cancelled, ())


def test_a_renewal_never_costs_more_than_was_shown() -> None:
    project = renewed(with_references_approved())
    project, events = continue_renewal(project, "op2", lambda _, items: dict.fromkeys(items, 90_000), now=NOW)
    assert events[0].data["message"] == "The video would cost $0.09, more than was shown."
    assert project.renewal is not None
    assert project.renewal.state == "stopped"


def test_a_renewal_ends_at_a_stage_that_was_never_signed_off() -> None:
    project = with_new_emil("storyboard")
    project = make_stage(with_references_approved_of(project), "video")
    left = {stage: each for stage, each in project.approvals.items() if stage != "storyboard"}
    plan = renewal_plan(replace(project, approvals=left), "references", None, "below")
    assert plan.waits == "storyboard"
    assert plan.works == (("storyboard", ("frame-s2b",)),)


def with_references_approved_of(project: Project) -> Project:
    project, _ = approve(project, "references", by="u1", now=NOW, with_stale=False)
    project, _ = approve(project, "storyboard", by="u1", now=NOW, with_stale=True)
    return project


def test_reopening_says_what_it_closes_and_what_could_become_stale() -> None:
    project = approved_up_to("video")
    found = reopening(project, "references")
    assert found.closes == ("storyboard", "video")
    assert found.stale == (
        *(f"frame-{shot}" for shot in ("s1a", "s1b", "s2a", "s2b")),
        *(f"clip-{shot}" for shot in ("s1a", "s1b", "s2a", "s2b")),
        "cut",
    )
    assert set(reopening(project, "story").stale) > set(found.stale)
    assert reopening(project, "video").stale == ()
    with pytest.raises(Conflict) as refused:
        reopening(new_project(), "story")
    assert refused.value.code == "not_approved"
