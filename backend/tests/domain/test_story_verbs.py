"""Hand edits of whole parts of the story: shots copied, scenes merged, own references, likeness."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dailies.domain.edits import AddEntity, ChangePart, DuplicateShot, MoveShot, RemoveShot, apply_edits, new_entity_id
from dailies.domain.errors import Conflict, InvalidInput, NotFound
from dailies.domain.items import items_of
from dailies.domain.likeness import inherited, like_line, likeness
from dailies.domain.merging import merge_scenes, merge_takes
from dailies.domain.project import Likeness
from dailies.domain.story import Entity, Story
from dailies.domain.takes import add_take, hand_edit

from .builders import NOW, STORY, approved_up_to, take_for


def codes(story: Story) -> list[str]:
    return [shot.id for _, shot in story.shots()]


def test_a_copied_shot_stands_behind_its_original_and_is_a_shot_of_its_own() -> None:
    story = apply_edits(STORY, (DuplicateShot("s1x1", "s1b"),))
    assert codes(story) == ["s1a", "s1b", "s1x1", "s2a", "s2b"]
    found = story.find_shot("s1x1")
    assert found is not None
    assert found[1] == replace(STORY.scenes[0].shots[1], id="s1x1")
    with pytest.raises(NotFound):
        apply_edits(STORY, (DuplicateShot("s1x1", "s9"),))


OTHER = apply_edits(
    replace(
        STORY,
        entities=(*STORY.entities, Entity("gull", "character", "Gull", "a white gull")),
        scenes=(*STORY.scenes, replace(STORY.scenes[0], id="s3", title="Gulls", shots=())),
    ),
    (
        ChangePart("scene", "s2", {"mood": "hushed"}),
        ChangePart("entity", "ingrid", {"description": "a pilot of sixty"}),
        MoveShot("s1b", "s2a"),
    ),
)


def with_gulls() -> Story:
    shot = replace(STORY.scenes[0].shots[0], id="s3a", action="A gull lands.", who=("gull",))
    gulls = replace(STORY.scenes[0], id="s3", title="Gulls", shots=(shot,))
    return replace(OTHER, scenes=(OTHER.scenes[0], gulls, *OTHER.scenes[1:]))


def test_a_merged_scene_is_replaced_word_for_word_and_all_else_stays() -> None:
    merged = merge_scenes(STORY, with_gulls(), ["s2"])
    assert merged.scenes[1].mood == "hushed"
    # A shot that moved is where the merged scene has it, once.
    assert codes(merged) == ["s1a", "s2a", "s1b", "s2b"]
    assert merged.entity("ingrid") == STORY.entity("ingrid")
    assert merged.entity("gull") is None


def test_a_scene_that_is_new_comes_where_it_stood_with_who_is_in_it() -> None:
    merged = merge_scenes(STORY, with_gulls(), ["s3"])
    assert [scene.id for scene in merged.scenes] == ["s1", "s3", "s2"]
    assert merged.entity("gull") is not None
    back = merge_scenes(merged, STORY, ["s3"])
    assert [scene.id for scene in back.scenes] == ["s1", "s2"]


def test_scenes_are_merged_into_a_take_by_hand() -> None:
    project, _ = hand_edit(approved_up_to("story"), with_gulls(), take_id="other", now=NOW)
    project, events = merge_takes(project, 1, 2, ["s3"], take_id="merged", now=NOW)
    take = project.selected_take("story")
    assert take is not None
    assert (take.number, take.origin, take.note, events[0].type) == (
        3,
        "hand",
        "Scene 2 of take 2, in take 1",
        "take.added",
    )
    assert project.take(take.parent or "").number == 1  # type: ignore[union-attr]
    for into, source, scenes, code in [
        (1, 9, ["s1"], "no_such_take"),
        (1, 2, ["s9"], "no_such_part"),
        (3, 2, ["s3"], "nothing_to_merge"),
    ]:
        with pytest.raises((NotFound, Conflict)) as refused:
            merge_takes(project, into, source, scenes, take_id="x", now=NOW)
        assert refused.value.code == code
    with pytest.raises(InvalidInput):
        merge_scenes(STORY, with_gulls(), [])


def test_an_own_reference_is_shown_by_the_shots_that_name_it() -> None:
    edit = AddEntity("logo", "product", "Logo", "a white anchor on blue", ("s1a", "s2a"))
    story = apply_edits(STORY, (edit,))
    assert story.find_shot("s1a")[1].who == ("logo",)  # type: ignore[index]
    project, _ = hand_edit(approved_up_to("story"), story, take_id="edited", now=NOW)
    assert "ref-logo" in [item.id for item in items_of(project, "references")]
    for wrong in (
        replace(edit, name=" "),
        replace(edit, kind="place"),
        replace(edit, id="tin"),
    ):
        with pytest.raises(InvalidInput) as refused:
            apply_edits(STORY, (wrong,))
        assert refused.value.code == "story_invalid"
    with pytest.raises(NotFound):
        apply_edits(STORY, (replace(edit, shots=("s9",)),))


def test_ids_of_own_references_are_plain_and_never_used_twice() -> None:
    assert new_entity_id("Café Brand!", frozenset()) == "caf-brand"
    assert new_entity_id("Logo", frozenset({"logo", "logo-2"})) == "logo-3"
    assert new_entity_id("Style", frozenset()) == "style-2"
    assert new_entity_id("!!", frozenset()) == "thing"


def test_others_are_made_like_a_take() -> None:
    project = approved_up_to("storyboard")
    warm = replace(take_for(project, "frame-s1a", "warm"), changes=("warmer.", "at sunset"))
    project, _ = add_take(project, warm)
    like = likeness(project, "frame-s1a", None, "style", ["frame-s1b"])
    assert like == Likeness("warm", "style")
    assert like_line(project, like) == "Keep the palette and light of the picture given (Frame 1, take 2)."
    assert inherited(project, like, ["frame-s1b"], "wider") == {"frame-s1b": "warmer. at sunset. wider"}
    face = likeness(project, "frame-s1b", 1, "ingrid", ["frame-s2a"])
    assert like_line(project, face) == "Keep Ingrid exactly as in the picture given (Frame 2, take 1)."
    assert like_line(project, None) == ""
    assert like_line(project, Likeness("gone")) == ""


@pytest.mark.parametrize(
    ("item", "number", "binds", "others", "code"),
    [
        ("frame-s9", None, "style", ["frame-s1b"], "no_such_item"),
        ("frame-s1a", 7, "style", ["frame-s1b"], "no_such_take"),
        ("frame-s1a", None, "nobody", ["frame-s1b"], "no_such_part"),
        ("story", None, "style", ["frame-s1b"], "not_a_picture_item"),
        ("frame-s1a", None, "style", ["frame-s1a"], "like_itself"),
    ],
)
def test_a_likeness_that_can_not_be(item: str, number: int | None, binds: str, others: list[str], code: str) -> None:
    with pytest.raises((NotFound, InvalidInput)) as refused:
        likeness(approved_up_to("storyboard"), item, number, binds, others)
    assert refused.value.code == code


def test_a_shot_can_be_removed_and_its_takes_come_back_with_it() -> None:
    project = approved_up_to("storyboard")
    without, _ = hand_edit(project, apply_edits(STORY, (RemoveShot("s1b"),)), take_id="e", now=NOW)
    assert "frame-s1b" not in [item.id for item in items_of(without, "storyboard")]
    back, _ = hand_edit(without, STORY, take_id="f", now=NOW)
    assert back.selected_take("frame-s1b") == project.selected_take("frame-s1b")
