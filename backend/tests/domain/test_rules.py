"""The rules of trust, one scene each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dailies.domain.approval import approval_holds, approve, gate_open, reopen, stage_view
from dailies.domain.edits import AddShot, ChangePart, MoveShot, RemoveShot, apply_edits, new_shot_id
from dailies.domain.errors import Conflict, InvalidInput, NotFound, ProviderError
from dailies.domain.gallery import card_of
from dailies.domain.items import all_items, find_item, items_of, stage_of
from dailies.domain.operations import (
    cancel_work,
    fail_work,
    finish_work,
    request_cancel,
    retry_items,
    start_operation,
    start_work,
)
from dailies.domain.policy import Step, next_step
from dailies.domain.project import CutSettings, Failure, Project
from dailies.domain.staleness import dependents, is_stale, stale_causes
from dailies.domain.story import check_story, replace_shot
from dailies.domain.takes import add_take, hand_edit, select_take, set_cut

from .builders import NOW, STORY, approved_up_to, finish, make_stage, new_project, take_for, with_line


def stale_items(project: Project) -> tuple[str, ...]:
    return tuple(each.id for each in all_items(project) if is_stale(project, each.id))


FAILURE = Failure("timeout", "Timed out after 90 s. Not charged.", False, True, "op")


def started(project: Project, *items: str, stage: str = "storyboard", count: int = 1) -> Project:
    project, _ = start_operation(project, "op", "regenerate", stage, items, now=NOW, count=count)  # type: ignore[arg-type]
    return project


def test_items_follow_from_the_story() -> None:
    project = approved_up_to("story")
    assert [item.label for item in items_of(project, "references")] == [
        "Ingrid",
        "Emil",
        "Harbour",
        "Wheelhouse",
        "Norrhavn",
        "Style",
    ]
    frames = items_of(project, "storyboard")
    assert [(f.id, f.code, f.number, f.start_s) for f in frames] == [
        ("frame-s1a", "1A", 1, 0.0),
        ("frame-s1b", "1B", 2, 3.0),
        ("frame-s2a", "2A", 3, 5.0),
        ("frame-s2b", "2B", 4, 8.0),
    ]
    assert [item.id for item in items_of(project, "video")][-1] == "cut"
    assert {stage_of(item.id) for item in all_items(project)} == {"story", "references", "storyboard", "video"}
    assert items_of(new_project(), "storyboard") == ()


def test_a_stage_is_locked_until_everything_above_is_approved() -> None:
    project = make_stage(new_project(), "story")
    assert stage_view(project, "references").state == "locked"
    with pytest.raises(Conflict) as refused:
        started(project, "ref-ingrid", stage="references")
    assert refused.value.code == "stage_locked"
    project, _ = approve(project, "story", by="u1", now=NOW, with_stale=False)
    assert stage_view(project, "references").state == "ready"
    assert gate_open(project, "references")
    assert not gate_open(project, "storyboard")


def test_regenerating_one_frame_keeps_every_other_take() -> None:
    project = approved_up_to("storyboard")
    before = dict(project.selected)
    project = started(project, "frame-s1b")
    operation = project.operation("op")
    assert operation is not None
    project = finish(project, operation)
    changed = {item for item in project.selected if project.selected[item] != before.get(item)}
    assert changed == {"frame-s1b"}
    assert len(project.takes_of("frame-s1b")) == 2


def test_an_approval_lapses_when_a_take_changes_and_comes_back_with_it() -> None:
    project = approved_up_to("storyboard")
    project, _ = add_take(project, take_for(project, "frame-s1a", "new"))
    assert not approval_holds(project, "storyboard")
    view = stage_view(project, "storyboard")
    assert (view.state, view.lapsed_because) == ("lapsed", "1A is now take 2.")
    assert approval_holds(project, "references")
    project, events = select_take(project, "frame-s1a", 1, now=NOW)
    assert events[0].type == "take.selected"
    assert approval_holds(project, "storyboard")


def test_an_approval_lapses_when_a_shot_is_added() -> None:
    project = approved_up_to("storyboard")
    story = apply_edits(STORY, (AddShot("s1x1", "s1a", "A gull lands."),))
    project, _ = hand_edit(project, story, take_id="edited", now=NOW)
    assert not approval_holds(project, "storyboard")
    assert "1B has no take." in stage_view(project, "storyboard").blockers
    removed, _ = hand_edit(project, apply_edits(STORY, (RemoveShot("s1a"),)), take_id="removed", now=NOW)
    assert stage_view(removed, "storyboard").lapsed_because == "Something approved left the story."


def test_a_caption_of_one_scene_leaves_all_frames_fresh_and_makes_the_cut_stale() -> None:
    project = approved_up_to("video")
    project, _ = hand_edit(project, with_line(STORY, "s2b", "There it is."), take_id="edited", now=NOW)
    assert stale_items(project) == ("cut",)
    assert stale_causes(project, "cut") == ("the words of shot 2B changed",)


def test_a_new_reference_makes_stale_exactly_the_frames_that_show_it() -> None:
    project = approved_up_to("storyboard")
    assert dependents(project, ("ref-emil",)) == ("frame-s2b",)
    project, _ = add_take(project, take_for(project, "ref-emil", "emil-2"))
    assert stale_items(project) == ("frame-s2b",)
    assert stale_causes(project, "frame-s2b") == ("Emil is now take 2",)
    assert not is_stale(project, "frame-s2a")
    assert not is_stale(project, "frame-nowhere")


@pytest.mark.parametrize(
    ("edit", "stale", "cause"),
    [
        (ChangePart("entity", "tin", {"description": "a red tin"}), "ref-tin", "Norrhavn is described anew"),
        (ChangePart("scene", "s2", {"time": "night"}), "frame-s2a", "the setting of shot 2A changed"),
        (ChangePart("shot", "s1a", {"action": "Snow falls."}), "frame-s1a", "shot 1A has a new action"),
        (ChangePart("shot", "s1a", {"seconds": 4.0}), "clip-s1a", "shot 1A moves or lasts differently"),
        (ChangePart("story", "", {"logline": "Another."}), "ref-style", "the logline changed"),
        (ChangePart("story", "", {"style": "noir"}), "ref-style", "the style changed"),
        (ChangePart("story", "", {"title": "Last Ferry"}), "cut", "the title or the call to action changed"),
        (MoveShot("s1a", "s2b"), "cut", "the order of shots changed"),
        (RemoveShot("s1a"), "cut", "a shot left the story"),
    ],
)
def test_each_part_of_the_story_names_its_cause(edit: object, stale: str, cause: str) -> None:
    project = approved_up_to("video")
    story = apply_edits(STORY, (edit,))  # type: ignore[arg-type]
    project, _ = hand_edit(project, story, take_id="edited", now=NOW)
    assert stale in stale_items(project)
    assert cause in stale_causes(project, stale)


def test_settings_of_the_cut_make_only_the_cut_stale() -> None:
    project = approved_up_to("video")
    same, events = set_cut(project, CutSettings())
    assert (same, events) == (project, ())
    project, _ = set_cut(project, CutSettings(captions=False))
    assert stale_items(project) == ("cut",)
    assert stale_causes(project, "cut") == ("the cut's settings changed",)


def test_a_removed_shot_keeps_its_takes_and_gets_them_back() -> None:
    project = approved_up_to("storyboard")
    project, _ = hand_edit(project, apply_edits(STORY, (RemoveShot("s1a"),)), take_id="cut-it", now=NOW)
    assert find_item(project, "frame-s1a") is None
    assert len(project.takes_of("frame-s1a")) == 1
    project, _ = select_take(project, "story", 1, now=NOW)
    assert project.selected_take("frame-s1a") is not None
    assert approval_holds(project, "storyboard")


def test_partial_success_is_kept_and_only_the_failed_is_retried() -> None:
    project = started(approved_up_to("references"), "frame-s1a", "frame-s1b", "frame-s2a")
    project, _ = start_work(project, "op.0", now=NOW)
    project, _ = finish_work(project, "op.0", take_for(project, "frame-s1a", "op.0"), now=NOW)
    project, _ = fail_work(project, "op.1", FAILURE, now=NOW)
    project, events = cancel_work(project, "op.2", now=NOW)
    assert events[-1].type == "operation.finished"
    operation = project.operation("op")
    assert operation is not None
    assert operation.status == "failed"
    assert project.selected_take("frame-s1a") is not None
    assert retry_items(project, "op") == ("frame-s1b", "frame-s2a")
    view = stage_view(project, "storyboard")
    assert (view.failed, view.made, view.state) == (1, 1, "review")
    with pytest.raises(Conflict) as refused:
        approve(project, "storyboard", by="u1", now=NOW, with_stale=True)
    assert refused.value.code == "not_approvable"
    assert "1 more have no take." in str(refused.value)
    project, _ = add_take(project, take_for(project, "frame-s1b", "again"))
    assert project.outcomes == {}


def test_stale_or_failed_work_is_approved_only_on_purpose() -> None:
    project = approved_up_to("storyboard")
    project, _ = add_take(project, take_for(project, "ref-emil", "emil-2"))
    project, _ = approve(project, "references", by="u1", now=NOW, with_stale=False)
    project, _ = reopen(project, "storyboard")
    with pytest.raises(Conflict) as refused:
        approve(project, "storyboard", by="u1", now=NOW, with_stale=False)
    assert refused.value.code == "needs_confirmation"
    project, _ = approve(project, "storyboard", by="u1", now=NOW, with_stale=True)
    assert approval_holds(project, "storyboard")


def test_cancel_drops_what_waits_and_waits_for_what_runs() -> None:
    project = started(approved_up_to("references"), "frame-s1a", "frame-s1b")
    operation = project.operation("op")
    assert operation is not None
    assert operation.status == "queued"
    project, _ = start_work(project, "op.0", now=NOW)
    project, events = request_cancel(project, "op", now=NOW)
    assert [event.type for event in events] == ["operation.cancelling", "item.cancelled"]
    operation = project.operation("op")
    assert operation is not None
    assert operation.status == "cancelling"
    assert request_cancel(project, "op", now=NOW) == (project, ())
    project, _ = cancel_work(project, "op.0", now=NOW)
    operation = project.operation("op")
    assert operation is not None
    assert operation.status == "cancelled"
    with pytest.raises(Conflict):
        request_cancel(project, "op", now=NOW)


def test_repeated_steps_after_a_crash_change_nothing() -> None:
    project = started(approved_up_to("references"), "frame-s1a")
    project, _ = start_work(project, "op.0", now=NOW)
    take = take_for(project, "frame-s1a", "op.0")
    project, _ = finish_work(project, "op.0", take, now=NOW)
    for again in (
        finish_work(project, "op.0", take, now=NOW),
        start_work(project, "op.0", now=NOW),
        fail_work(project, "op.0", FAILURE, now=NOW),
        cancel_work(project, "op.0", now=NOW),
        add_take(project, take),
    ):
        assert again == (project, ())


@pytest.mark.parametrize(
    ("items", "stage", "code"),
    [
        ([], "storyboard", "nothing_to_do"),
        (["frame-none"], "storyboard", "no_such_item"),
        (["clip-s1a"], "storyboard", "no_such_item"),
        (["frame-s1a"], "storyboard", "work_under_way"),
    ],
)
def test_work_is_refused_with_a_reason(items: list[str], stage: str, code: str) -> None:
    project = approved_up_to("references")
    project, _ = start_operation(project, "first", "generate", "storyboard", ["frame-s1a"], now=NOW)
    with pytest.raises((Conflict, NotFound)) as refused:
        started(project, *items, stage=stage)
    assert refused.value.code == code


def test_the_cut_needs_every_clip() -> None:
    with pytest.raises(Conflict) as refused:
        started(approved_up_to("storyboard"), "cut", stage="video")
    assert refused.value.code == "clips_missing"


def test_unknown_things_are_said() -> None:
    project = approved_up_to("references")
    for verb in (
        lambda: select_take(project, "frame-none", 1, now=NOW),
        lambda: select_take(project, "ref-emil", 9, now=NOW),
        lambda: request_cancel(project, "none", now=NOW),
        lambda: retry_items(project, "none"),
        lambda: start_work(project, "none.0", now=NOW),
    ):
        with pytest.raises(NotFound):
            verb()
    with pytest.raises(Conflict):
        reopen(project, "video")
    with pytest.raises(Conflict):
        retry_items(project, project.operations[0].id)
    with pytest.raises(InvalidInput):
        add_take(project, replace(take_for(project, "ref-emil", "x"), number=7))
    assert select_take(project, "ref-emil", 1, now=NOW) == (project, ())


def test_the_story_is_not_edited_while_it_is_written() -> None:
    project = approved_up_to("story")
    project = started(project, "story", stage="story")
    assert stage_view(project, "story").state == "making"
    assert stage_view(project, "story").blockers == ("Work is under way.",)
    with pytest.raises(Conflict):
        hand_edit(project, STORY, take_id="x", now=NOW)


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (ChangePart("entity", "none", {"name": "X"}), "no_such_part"),
        (ChangePart("scene", "none", {"title": "X"}), "no_such_part"),
        (ChangePart("shot", "none", {"action": "X"}), "no_such_part"),
        (ChangePart("story", "", {"title": " "}), "story_invalid"),
        (ChangePart("shot", "s1a", {"seconds": 0.7}), "story_invalid"),
        (ChangePart("shot", "s1a", {"action": ""}), "story_invalid"),
        (ChangePart("shot", "s1a", {"who": ("nobody",)}), "story_invalid"),
        (ChangePart("scene", "s1", {"place": "ingrid"}), "story_invalid"),
        (RemoveShot("none"), "no_such_part"),
        (MoveShot("s1a", "none"), "no_such_part"),
        (AddShot("s1a", "s1b", "Again."), "story_invalid"),
        (AddShot("new", "none", "Lost."), "no_such_part"),
    ],
)
def test_bad_edits_are_refused(edit: object, code: str) -> None:
    with pytest.raises((InvalidInput, NotFound)) as refused:
        apply_edits(STORY, (edit,))  # type: ignore[arg-type]
    assert refused.value.code == code


def test_shots_move_and_vanish_with_their_scene() -> None:
    moved = apply_edits(STORY, (MoveShot("s2b", ""), MoveShot("s1a", "s1a")))
    assert [shot.id for _, shot in moved.shots()] == ["s2b", "s1a", "s1b", "s2a"]
    emptied = apply_edits(STORY, (RemoveShot("s1a"), RemoveShot("s1b")))
    assert [scene.id for scene in emptied.scenes] == ["s2"]
    last = apply_edits(emptied, (RemoveShot("s2a"),))
    with pytest.raises(InvalidInput):
        apply_edits(last, (RemoveShot("s2b"),))
    assert new_shot_id(STORY, frozenset({"s1x1"}), "s1a") == "s1x2"
    assert new_shot_id(STORY, frozenset(), "none") == "s1x1"
    check_story(replace_shot(STORY, replace(STORY.scenes[0].shots[0], action="Fog.")))
    with pytest.raises(InvalidInput):
        check_story(replace(STORY, scenes=()))


def test_interactive_waits_but_joins_the_first_cut() -> None:
    project = approved_up_to("storyboard")
    assert next_step(project) is None
    project = started(project, *(f"clip-{shot.id}" for _, shot in STORY.shots()), stage="video")
    assert next_step(project) is None
    operation = project.operation("op")
    assert operation is not None
    project = finish(project, operation)
    assert next_step(project, project.operation("op")) == Step("assemble", "video")
    assert next_step(project) is None


def test_automatic_goes_on_by_itself_and_stops_at_failures() -> None:
    project = replace(new_project(), mode="automatic")
    assert next_step(project) == Step("generate", "story")
    project = make_stage(project, "story")
    assert next_step(project) == Step("approve", "story")
    project, _ = approve(project, "story", by="automatic", now=NOW, with_stale=False)
    assert next_step(project) == Step("generate", "references")
    project = started(project, "ref-emil", stage="references")
    project, _ = fail_work(project, "op.0", FAILURE, now=NOW)
    assert next_step(project) is None
    cancelled = started(approved_up_to("references"), "frame-s1a")
    cancelled, _ = request_cancel(replace(cancelled, mode="automatic"), "op", now=NOW)
    assert next_step(cancelled, cancelled.operation("op")) is None
    done = replace(approved_up_to("video"), mode="automatic")
    assert next_step(done) is None


def test_a_take_that_comes_in_after_its_cancel_is_kept_and_not_selected() -> None:
    project = started(approved_up_to("storyboard"), "frame-s1a")
    project, _ = request_cancel(project, "op", now=NOW)
    before = project.selected["frame-s1a"]
    project, events = finish_work(project, "op.0", take_for(project, "frame-s1a", "op.0"), now=NOW)
    assert [event.type for event in events] == ["take.added"]
    assert project.selected["frame-s1a"] == before
    assert project.take("op.0") is not None
    assert approval_holds(project, "storyboard")


def test_what_left_the_story_is_named_as_gone() -> None:
    project = approved_up_to("storyboard")
    project, _ = add_take(project, take_for(project, "ref-emil", "emil-2"))
    without = replace(
        STORY,
        entities=tuple(entity for entity in STORY.entities if entity.id != "emil"),
        scenes=(
            STORY.scenes[0],
            replace(STORY.scenes[1], shots=(STORY.scenes[1].shots[0], replace(STORY.scenes[1].shots[1], who=()))),
        ),
    )
    project, _ = hand_edit(project, without, take_id="without", now=NOW)
    assert stale_causes(project, "frame-s2b") == ("shot 2B has a new action", "something it shows is gone")


def test_a_failure_carries_whether_money_may_have_gone() -> None:
    known = ProviderError("Refused.", code="refused", retryable=False)
    unknown = ProviderError("No answer.", code="outcome_unknown", charged=None)
    assert (known.code, known.charged, known.retryable) == ("refused", False, False)
    assert (unknown.charged, unknown.retryable) == (None, True)


def test_a_project_at_work_is_filed_under_making() -> None:
    assert card_of(started(approved_up_to("references"), "frame-s1a")).status == "making"
