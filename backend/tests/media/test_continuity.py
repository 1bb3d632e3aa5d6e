"""What goes together scores high, what does not scores low, and the region shows where."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from dailies.media.continuity import Compared, continuity_scores
from dailies.media.planes import Plane

from .pictures import scene

COAT, SCARF = (30, 60, 160), (200, 40, 50)


def sheet(coat: tuple[int, int, int] = COAT) -> Plane:
    """A character before a plain ground."""
    picture = np.full((180, 320, 3), 235, np.uint8)
    cv2.rectangle(picture, (120, 40), (200, 160), coat, -1)
    cv2.rectangle(picture, (130, 60), (190, 80), SCARF, -1)
    return picture


def frame(coat: tuple[int, int, int] = COAT, scarf: bool = True) -> Plane:
    """The character in a scene, at the right."""
    picture = scene()
    cv2.rectangle(picture, (240, 60), (290, 150), coat, -1)
    if scarf:
        cv2.rectangle(picture, (245, 70), (285, 80), SCARF, -1)
    return picture


def scores(picture: Plane, **compared: object) -> dict[str, float | None]:
    usual: dict[str, object] = {"characters": (), "style": None, "neighbours": ()}
    return {score.name: score.value for score in continuity_scores(picture, **{**usual, **compared})}  # type: ignore[arg-type]


def test_the_colours_of_a_character_are_found_where_it_stands() -> None:
    found = continuity_scores(frame(), [Compared("Ingrid", sheet())], None, [])
    colours = next(score for score in found if score.name == "Colours of Ingrid")
    assert colours.value == 100
    assert colours.region is not None
    left, top, right, bottom = colours.region
    assert 0.7 < left < right < 0.95
    assert 0.3 < top < bottom < 0.9


@pytest.mark.parametrize(("picture", "most"), [(frame(scarf=False), 90), (frame((40, 140, 60)), 40), (scene(), 30)])
def test_a_character_in_other_colours_scores_less(picture: Plane, most: float) -> None:
    assert (scores(picture, characters=[Compared("Ingrid", sheet())])["Colours of Ingrid"] or 0) < most


def test_a_darker_shot_keeps_its_characters_colours() -> None:
    darker = (frame().astype(float) * 0.8).astype(np.uint8)
    assert (scores(darker, characters=[Compared("Ingrid", sheet())])["Colours of Ingrid"] or 0) > 80


def test_palette_and_light_are_told_apart() -> None:
    beside = [Compared("Frame 2, take 1", scene())]
    same = scores(scene(), neighbours=beside)
    assert (same["Palette, Frame 2, take 1"], same["Light, Frame 2, take 1"]) == (100, 100)
    dark = scores((scene() * 0.4).astype(np.uint8), neighbours=beside)
    assert (dark["Light, Frame 2, take 1"] or 0) < 40
    green = scores(scene()[..., [1, 0, 2]], neighbours=beside)
    assert (green["Palette, Frame 2, take 1"] or 0) < 60
    assert (green["Light, Frame 2, take 1"] or 0) > 75


def test_continuity_is_the_mean_and_names_the_least() -> None:
    found = continuity_scores(
        frame(scarf=False),
        [Compared("Ingrid", sheet())],
        Compared("Style", scene()),
        [Compared("Frame 1, take 2", scene())],
    )
    parts = [score.value for score in found[1:] if score.value is not None]
    assert found[0].value == pytest.approx(sum(parts) / len(parts), abs=0.1)
    least = min(found[1:], key=lambda score: score.value or 0)
    assert least.name in found[0].method
    assert found[0].region == least.region


def test_without_anything_to_compare_with_it_is_not_measured() -> None:
    found = continuity_scores(scene(), (), None, ())
    assert [(score.name, score.value) for score in found] == [("Continuity", None)]
    plain = Compared("Fog", np.full((40, 40, 3), 200, np.uint8))
    assert scores(scene(), characters=[plain]) == {"Continuity": None, "Colours of Fog": None}
