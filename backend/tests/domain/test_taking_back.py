"""Plans of every kind, and taking them back as one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dailies.domain.adjust_words import adjustment_of
from dailies.domain.adjusting import Adjustment
from dailies.domain.casting import Casting
from dailies.domain.conversation import add_note, edit_plan, find_plan, finish_reply, stop_reply
from dailies.domain.enhancing import MAX_CHARACTERS, MAX_LINES, enhancement_lines, enhances
from dailies.domain.errors import Conflict, InvalidInput
from dailies.domain.items import find_item
from dailies.domain.locks import against, keep_line, lock, unlock
from dailies.domain.operations import finish_work
from dailies.domain.project import Note, Plan, Project
from dailies.domain.prompts import prompt_parts
from dailies.domain.takes import add_take, select_take
from dailies.domain.taking_back import undo_plan
from dailies.ports import Proposal
from dailies.services.planning import Materials, apply_plan, plan_of

from .builders import NOW, approved_up_to, take_for


def planned(project: Project, proposal: Proposal, plan: str = "p1") -> Project:
    note = f"n-{plan}"
    project, _ = add_note(project, Note(note, "a note", "storyboard", (), NOW))
    made = plan_of(project, note, "storyboard", proposal, plan, NOW)
    assert made is not None
    project, _ = finish_reply(project, note, "Yes.", made, now=NOW)
    return project


def applied(project: Project, proposal: Proposal, plan: str = "p1") -> Project:
    project = planned(project, proposal, plan)
    project, _ = apply_plan(project, plan, f"op-{plan}", NOW, Materials())
    operation = project.operation(f"op-{plan}")
    for work in operation.works if operation else ():
        take = replace(take_for(project, work.item, work.id), changes=(work.instruction,))
        project, _ = finish_work(project, work.id, take, now=NOW)
    return project


def test_an_undone_plan_brings_back_what_was_selected_and_loses_no_take() -> None:
    start = approved_up_to("storyboard")
    project = applied(start, Proposal(("frame-s1a", "frame-s1b"), "darker", "Light: darker"))
    assert project.selected["frame-s1a"] == "op-p1.0"
    project, events = undo_plan(project, "p1", now=NOW)
    assert dict(project.selected) == dict(start.selected)
    assert len(project.takes_of("frame-s1a")) == 2
    assert events[-1].type == "plan.undone"
    taken = project.selected_take("frame-s1a")
    assert taken is not None
    assert taken.changes == ()
    with pytest.raises(Conflict) as refused:
        undo_plan(project, "p1", now=NOW)
    assert refused.value.code == "plan_not_applied"


def test_a_plan_is_undone_after_others_where_they_do_not_overlap() -> None:
    project = applied(approved_up_to("storyboard"), Proposal(("frame-s1a",), "darker", "Light: darker"))
    project = applied(project, Proposal(("frame-s1b",), "closer", "Framing: closer"), "p2")
    project, _ = undo_plan(project, "p1", now=NOW)
    assert project.selected["frame-s1b"] == "op-p2.0"


def test_overlapping_plans_are_undone_in_turn_and_it_says_why() -> None:
    start = approved_up_to("storyboard")
    project = applied(start, Proposal(("frame-s1a",), "darker", "Light: darker"))
    project = applied(project, Proposal(("frame-s1a",), "closer", "Framing: closer"), "p2")
    with pytest.raises(Conflict) as refused:
        undo_plan(project, "p1", now=NOW)
    assert refused.value.code == "undo_overlaps"
    assert "was changed again by “Framing: closer”. Take that back first." in str(refused.value)
    project, _ = undo_plan(project, "p2", now=NOW)
    project, _ = undo_plan(project, "p1", now=NOW)
    assert dict(project.selected) == dict(start.selected)


def test_a_take_picked_by_hand_since_stays_and_it_says_so() -> None:
    project = applied(approved_up_to("storyboard"), Proposal(("frame-s1a",), "darker", "Light: darker"))
    project, _ = add_take(project, take_for(project, "frame-s1a", "mine"))
    with pytest.raises(Conflict, match="another take selected since: take 3"):
        undo_plan(project, "p1", now=NOW)


def test_picks_locks_and_the_cut_are_taken_back_too() -> None:
    project = approved_up_to("storyboard")
    project, _ = add_take(project, take_for(project, "frame-s1a", "second"))
    project = applied(project, Proposal(("frame-s1a",), "", "Pick take 1", "select", {"frame-s1a": 1}))
    project = applied(project, Proposal(("frame-s1b",), "", "Lock", "lock", locks=("face",)), "p2")
    assert project.locks == {"frame-s1b": ("face",)}
    project, _ = undo_plan(project, "p1", now=NOW)
    assert project.selected["frame-s1a"] == "second"
    project, _ = undo_plan(project, "p2", now=NOW)
    assert project.locks == {}


def test_an_undo_from_the_chat_is_a_plan_that_can_be_taken_back_itself() -> None:
    start = approved_up_to("storyboard")
    project = applied(start, Proposal(("frame-s1a",), "darker", "Light: darker"))
    after = dict(project.selected)
    project = applied(project, Proposal(("frame-s1a",), "", "Undo: darker", "undo", plan="p1"), "p2")
    assert dict(project.selected) == dict(start.selected)
    assert find_plan(project, "p1").state == "undone"
    project, _ = undo_plan(project, "p2", now=NOW)
    assert dict(project.selected) == after
    assert find_plan(project, "p1").state == "applied"


def test_work_under_way_is_cancelled_before_its_plan_is_undone() -> None:
    project = planned(approved_up_to("storyboard"), Proposal(("frame-s1a",), "darker", "Light: darker"))
    project, _ = apply_plan(project, "p1", "op", NOW, Materials())
    with pytest.raises(Conflict) as refused:
        undo_plan(project, "p1", now=NOW)
    assert refused.value.code == "work_under_way"


def test_a_free_adjustment_is_offered_first_and_the_creator_chooses() -> None:
    adjustment = adjustment_of("brighter")
    assert adjustment == Adjustment(exposure=0.5)
    proposal = Proposal(("frame-s1a", "frame-s1b"), "brighter", "Light: brighter", adjustment=adjustment)
    project = planned(approved_up_to("storyboard"), proposal)
    plan = find_plan(project, "p1")
    assert [option.label for option in plan.options] == ["Adjust here, free", "Draw anew"]
    assert [change.does for change in plan.changes] == ["adjust", "adjust"]
    project, _ = edit_plan(project, "p1", ("frame-s1b",), None)
    project, _ = edit_plan(project, "p1", None, None, 1)
    chosen = find_plan(project, "p1")
    assert [(change.item, change.does, change.instruction) for change in chosen.changes] == [
        ("frame-s1b", "make", "brighter")
    ]
    with pytest.raises(InvalidInput):
        edit_plan(project, "p1", None, None, 2)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("a bit brighter and warmer", Adjustment(exposure=0.25, temperature=0.3)),
        ("much darker", Adjustment(exposure=-1.0)),
        ("more contrast", Adjustment(contrast=0.25)),
        ("black and white", Adjustment(saturation=-1.0)),
        ("mirror it", Adjustment(flip=True)),
        ("brighter window", None),
        ("warmer coat", None),
        ("closer", None),
        ("", None),
    ],
)
def test_only_words_of_light_and_colour_are_an_adjustment(words: str, made: Adjustment | None) -> None:
    assert adjustment_of(words) == made


def test_a_plan_leaves_out_what_is_not_there() -> None:
    project = approved_up_to("storyboard")
    gone = Proposal(("frame-s9", "ref-ingrid"), "darker", "Light: darker")
    assert plan_of(project, "n", "storyboard", gone, "p", NOW) is None
    no_take = Proposal(("frame-s1a",), "", "Pick take 7", "select", {"frame-s1a": 7})
    assert plan_of(project, "n", "storyboard", no_take, "p", NOW) is None
    story = plan_of(project, "n", "storyboard", Proposal(("story",), "funnier", "Tone", stage="story"), "p", NOW)
    assert isinstance(story, Plan)
    assert (story.stage, story.changes[0].does) == ("story", "story")


def test_locks_are_kept_in_every_prompt_and_known_to_be_gone_against() -> None:
    project = lock(approved_up_to("storyboard"), "frame-s1a", ("text", "face"))
    assert project.locks["frame-s1a"] == ("face", "text")
    assert prompt_parts(project, "frame-s1a", ("darker",))[-1].text == (
        "Keep the face and hair and all lettering exactly as before."
    )
    assert prompt_parts(project, "frame-s1a", ())[-1].source == "lock"
    assert unlock(project, "frame-s1a", ("face", "text")).locks == {}
    assert keep_line(()) == ""
    assert against("a blue coat", ("face", "outfit", "palette")) == ("outfit", "palette")
    assert against("more people", ("face", "outfit")) == ()


def test_a_prompt_says_which_note_caused_which_part() -> None:
    project = approved_up_to("storyboard")
    parts = prompt_parts(project, "frame-s2a", ("darker", "closer"), ("n1",))
    assert [(part.text, part.note) for part in parts if part.source == "note"] == [
        ("Change: darker", "n1"),
        ("Change: closer", ""),
    ]


def test_prompts_are_enriched_for_vendors_models_within_bounds_and_against_nothing() -> None:
    project = approved_up_to("storyboard")
    frame = find_item(project, "frame-s2a")
    assert frame is not None
    assert not enhances(project, frame)
    project = replace(project, casting=Casting(storyboard="replicate/some-model"))
    assert enhances(project, frame)
    assert not enhances(replace(project, enhance_prompts=False), frame)
    lines = enhancement_lines(project, frame, ())
    assert 1 <= len(lines) <= MAX_LINES
    assert sum(map(len, lines)) <= MAX_CHARACTERS
    assert any(line.startswith("Lens: 85 mm") for line in lines)
    assert not any(line.startswith("Light:") for line in enhancement_lines(project, frame, ("at night, dark",)))
    held = lock(project, "frame-s2a", ("composition", "palette"))
    assert not any(line.startswith(("Lens", "Composition", "Light")) for line in enhancement_lines(held, frame, ()))
    sources = [part.source for part in prompt_parts(project, "frame-s2a", ("closer",))]
    assert sources.index("enhancement") < sources.index("note")


def test_a_stopped_reply_keeps_its_words_and_proposes_nothing() -> None:
    project, _ = add_note(approved_up_to("storyboard"), Note("n1", "darker", "storyboard", (), NOW))
    project, _ = stop_reply(project, "n1", "All six ", now=NOW)
    after, events = finish_reply(project, "n1", "All six frames: darker.", None, now=NOW)
    assert (after, events) == (project, ())
    assert (project.notes[0].reply, project.notes[0].reply_state) == ("All six", "stopped")
    done, _ = add_note(project, Note("n2", "hi", "storyboard", (), NOW))
    done, _ = finish_reply(done, "n2", "Ready.", None, now=NOW)
    with pytest.raises(Conflict):
        stop_reply(done, "n2", "", now=NOW)


def test_picking_by_hand_what_a_plan_had_made_is_no_overlap() -> None:
    project = applied(approved_up_to("storyboard"), Proposal(("frame-s1a",), "darker", "Light: darker"))
    project, _ = select_take(project, "frame-s1a", 1, now=NOW)
    project, _ = undo_plan(project, "p1", now=NOW)
    taken = project.selected_take("frame-s1a")
    assert taken is not None
    assert taken.number == 1
