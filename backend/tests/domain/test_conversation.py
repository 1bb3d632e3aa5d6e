"""Notes and plans: a note changes nothing but the conversation, a plan waits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dailies.domain.brief import Brief, checked_brief, duration_in
from dailies.domain.conversation import (
    add_note,
    discard_plan,
    edit_plan,
    fail_reply,
    find_note,
    find_plan,
    finish_reply,
    mark_applied,
    outdated_because,
    plan_base,
    refresh_plan,
    usable_plan,
)
from dailies.domain.cut_words import cut_from_instruction
from dailies.domain.cutting import JoinChoice, NarrationChoice
from dailies.domain.edits import RemoveShot, apply_edits
from dailies.domain.errors import Conflict, DailiesError, InvalidInput, NotFound
from dailies.domain.gallery import card_of, poster_of
from dailies.domain.project import CutSettings, Note, Plan, PlanChange, Project
from dailies.domain.prompts import MAX_CHANGES, prompt_for
from dailies.domain.takes import add_take, hand_edit

from .builders import NOW, STORY, approved_up_to, new_project, take_for


def noted(project: Project, text: str = "darker", items: tuple[str, ...] = ()) -> Project:
    project, _ = add_note(project, Note("n1", text, "storyboard", items, NOW))
    return project


def planned(project: Project, *items: str) -> Project:
    changes = tuple(PlanChange(item, "darker") for item in items)
    plan = Plan("p1", "n1", "storyboard", "Light: darker", changes, plan_base(project, changes), NOW)
    project, events = finish_reply(noted(project), "n1", "Yes.", plan, now=NOW)
    assert [event.type for event in events] == ["reply.done", "plan.proposed"]
    return project


def test_a_note_changes_nothing_but_the_conversation() -> None:
    project = approved_up_to("storyboard")
    after = noted(project, "  why is 2A dark?  ", ("frame-s2a",))
    assert find_note(after, "n1").text == "why is 2A dark?"
    assert replace(after, notes=(), updated_at=project.updated_at) == project
    after, events = finish_reply(after, "n1", "It is night.", None, now=NOW)
    assert [event.type for event in events] == ["reply.done"]
    assert finish_reply(after, "n1", "Again.", None, now=NOW) == (after, ())
    assert after.plans == ()


@pytest.mark.parametrize(
    ("text", "items", "code"),
    [(" ", (), "note_empty"), ("x" * 4001, (), "note_too_long"), ("hm", ("frame-s9",), "no_such_item")],
)
def test_bad_notes_are_refused(text: str, items: tuple[str, ...], code: str) -> None:
    with pytest.raises(DailiesError) as refused:
        noted(approved_up_to("references"), text, items)
    assert refused.value.code == code


def test_a_failed_reply_is_kept_as_what_it_is() -> None:
    project, _ = fail_reply(noted(new_project()), "n1", "The server answered 500.", now=NOW)
    note = find_note(project, "n1")
    assert (note.reply_state, note.reply) == ("failed", "The server answered 500.")
    with pytest.raises(NotFound):
        find_note(project, "n2")


def test_a_plan_is_edited_refreshed_applied_and_used_once() -> None:
    project = planned(approved_up_to("storyboard"), "frame-s1a", "frame-s1b")
    assert usable_plan(project, "p1").summary == "Light: darker"
    project, _ = edit_plan(project, "p1", ("frame-s1b",), "  colder ")
    assert find_plan(project, "p1").changes == (PlanChange("frame-s1b", "colder"),)
    project, _ = add_take(project, take_for(project, "frame-s1b", "new"))
    assert outdated_because(project, find_plan(project, "p1")) == "1B has a new take."
    with pytest.raises(Conflict) as refused:
        usable_plan(project, "p1")
    assert refused.value.code == "plan_outdated"
    project, _ = refresh_plan(project, "p1")
    assert usable_plan(project, "p1").base == (("frame-s1b", "new"),)
    project, events = mark_applied(project, "p1", "op")
    assert events[0].data == {"plan": "p1", "operation": "op"}
    assert outdated_because(project, find_plan(project, "p1")) == ""
    for again in (usable_plan, discard_plan, refresh_plan):
        with pytest.raises(Conflict):
            again(project, "p1")
    with pytest.raises(NotFound):
        find_plan(project, "p2")


def test_a_plan_keeps_picks_when_it_is_reworded_and_is_never_empty() -> None:
    project = noted(approved_up_to("storyboard"))
    changes = (PlanChange("frame-s1a", "", 1), PlanChange("frame-s1b", "darker"))
    plan = Plan("p1", "n1", "storyboard", "Mixed", changes, (), NOW)
    project, _ = finish_reply(project, "n1", "Yes.", plan, now=NOW)
    project, _ = edit_plan(project, "p1", None, "colder")
    assert find_plan(project, "p1").changes == (PlanChange("frame-s1a", "", 1), PlanChange("frame-s1b", "colder"))
    with pytest.raises(InvalidInput):
        edit_plan(project, "p1", (), None)
    project, _ = discard_plan(project, "p1")
    assert find_plan(project, "p1").state == "discarded"


def test_a_plan_about_a_removed_shot_says_so() -> None:
    project = planned(approved_up_to("storyboard"), "frame-s1a")
    project, _ = hand_edit(project, apply_edits(STORY, (RemoveShot("s1a"),)), take_id="x", now=NOW)
    assert outdated_because(project, find_plan(project, "p1")) == "Something it would change left the story."


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("", CutSettings()),
        ("captions: off", CutSettings(captions=False)),
        ("Music: OFF; title: off", CutSettings(music=False, title=False)),
        ("transition: dissolve", CutSettings(transition="dissolve")),
        ("transition: dissolve; transition: cut; captions: on", CutSettings()),
        ("transition: dip to black 0.8 s", CutSettings(transition="dip to black", transition_s=0.8)),
        ("transition after s1a: wipe", CutSettings(joins=(JoinChoice("s1a", "wipe"),))),
        ("music: tense; narration: on", CutSettings(mood="tense", narration=NarrationChoice(on=True))),
    ],
)
def test_the_cut_understands_its_small_grammar(words: str, wanted: CutSettings) -> None:
    assert cut_from_instruction(CutSettings(), words) == wanted


@pytest.mark.parametrize(
    "words", ["captions", "captions: maybe", "volume: off", "transition: swirl", "transition: cut 9 s"]
)
def test_the_cut_refuses_what_it_does_not_know(words: str) -> None:
    with pytest.raises(InvalidInput):
        cut_from_instruction(CutSettings(), words)


def test_prompts_say_what_is_in_the_shot_and_every_change() -> None:
    project = approved_up_to("storyboard")
    assert prompt_for(project, "frame-s2a", ("darker", "closer")).splitlines() == [
        "Close-up, eye level. Ingrid pours a cup.",
        "Setting: Wheelhouse, a narrow wheelhouse with brass and wood, dawn, fog.",
        "Ingrid: a pilot of fifty in a red cap and a navy coat",
        "Norrhavn: a blue coffee tin",
        "Mood: warm.",
        "Style: gouache.",
        "Change: darker",
        "Change: closer",
    ]
    assert prompt_for(project, "ref-harbour", ()).startswith("Reference of a place.\nHarbour: a small harbour")
    assert prompt_for(project, "ref-tin", ()).startswith("Reference of a product.\n")
    assert prompt_for(project, "ref-style", ()).startswith("Style frame.\nA ferry pilot")
    assert prompt_for(project, "clip-s1a", ()).startswith("Static. The ferry waits at the pier.\ndawn, snow.")
    assert prompt_for(project, "cut", ()) == ""
    assert prompt_for(project, "frame-s9", ()) == ""
    many = prompt_for(project, "frame-s1a", tuple(f"change {n}" for n in range(20)))
    assert many.count("Change:") == MAX_CHANGES


def test_a_card_says_where_a_project_stands() -> None:
    assert poster_of(new_project()) == ""
    empty = card_of(new_project())
    assert (empty.stage, empty.state, empty.status, empty.poster) == ("story", "ready", "needs_you", "")
    card = card_of(approved_up_to("references"))
    assert (card.stage, card.state, card.approved) == ("storyboard", "ready", ("story", "references"))
    assert poster_of(approved_up_to("storyboard")) == "ab" * 32
    done = card_of(approved_up_to("video"))
    assert (done.stage, done.delivered, done.status) == ("video", True, "done")


@pytest.mark.parametrize(
    ("prompt", "seconds"),
    [
        ("20 second film", 20),
        ("a 45s clip", 45),
        ("15-sec ad", 15),
        ("a film", None),
        ("400 seconds", None),
        ("3 s", None),
    ],
)
def test_the_length_is_read_from_the_brief(prompt: str, seconds: int | None) -> None:
    assert duration_in(prompt) == seconds


@pytest.mark.parametrize(
    ("brief", "code"),
    [
        (Brief("  "), "brief_empty"),
        (Brief("x" * 10_001), "brief_too_long"),
        (Brief("a film", 4), "duration_out_of_range"),
        (Brief("a film", 181), "duration_out_of_range"),
    ],
)
def test_bad_briefs_are_refused(brief: Brief, code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked_brief(brief)
    assert refused.value.code == code
    assert checked_brief(Brief(" a film ")).prompt == "a film"
    assert Brief("a film", aspect_ratio="9:16").frame_size == (720, 1280)
