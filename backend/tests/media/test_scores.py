from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from dailies.media.encoder import FilmFile
from dailies.media.planes import packed, planes_of
from dailies.media.scores import clip_scores, picture_scores, sharpness
from dailies.media.technique import exposure
from tests.media.pictures import HEIGHT, WIDTH, encoded, house_clip, scene


def test_exposure_is_mean_linear_light() -> None:
    assert exposure(np.full((8, 8, 3), 255, np.uint8)).score.value == 100
    assert exposure(np.zeros((8, 8, 3), np.uint8)).score.value == 0
    # sRGB 118 is 18 % grey.
    assert exposure(np.full((8, 8, 3), 118, np.uint8)).score.value == pytest.approx(18, abs=0.3)


def test_blur_lowers_sharpness() -> None:
    sharp, soft = scene(), cv2.GaussianBlur(scene(), (0, 0), 3).astype(np.uint8)
    assert (sharpness(sharp).value or 0) > 2 * (sharpness(soft).value or 0)


def test_every_score_says_how_it_was_measured(tmp_path: Path) -> None:
    pictures, clips = picture_scores(encoded(scene())), clip_scores(house_clip(tmp_path / "clip.mp4", 0.5))
    assert [score.name for score in pictures][:4] == ["Technique", "Exposure", "Blur", "Clipping"]
    assert [score.name for score in clips] == [
        "Flicker",
        "Motion smoothness",
        "Dynamic degree",
        "Temporal flickering",
        "Subject consistency",
        "Background consistency",
        "Imaging quality",
    ]
    assert all("easured here" in score.method or score.value is None for score in (*pictures, *clips))
    assert all("proxy" in score.method or score.value is None for score in clips)
    assert all(score.method.startswith("Not measured") for score in clips[4:])


def test_flicker_and_stutter_are_seen(tmp_path: Path) -> None:
    steady = clip_scores(house_clip(tmp_path / "steady.mp4", 1.0))
    wide = scene(WIDTH + 100)
    with FilmFile(tmp_path / "worse.mp4", WIDTH, HEIGHT, 24) as film:
        for number in range(24):
            light = 1.0 if number % 2 else 0.9
            moved = wide[:, number // 4 * 12 : number // 4 * 12 + WIDTH]
            film.write(packed(planes_of((moved * light).astype(np.uint8))))
    worse = clip_scores(tmp_path / "worse.mp4")
    assert (worse[0].value or 0) > (steady[0].value or 0) + 5
    assert (worse[1].value or 0) < (steady[1].value or 0)


def test_a_clip_too_short_to_judge_is_not_measured(tmp_path: Path) -> None:
    scores = clip_scores(house_clip(tmp_path / "short.mp4", 2 / 24))
    assert [score.value for score in scores] == [None] * 7


def test_a_still_shot_is_told_from_a_moving_one(tmp_path: Path) -> None:
    wide = scene(WIDTH + 400)
    found = []
    for name, step in (("still", 0), ("moving", 6)):
        with FilmFile(tmp_path / f"{name}.mp4", WIDTH, HEIGHT, 24) as film:
            for number in range(36):
                film.write(packed(planes_of(wide[:, number * step : number * step + WIDTH])))
        found.append({score.name: score.value for score in clip_scores(tmp_path / f"{name}.mp4")})
    still, moving = found
    assert (still["Dynamic degree"], moving["Dynamic degree"]) == (0, 1)
    assert (still["Temporal flickering"] or 0) > 99
    assert moving["Temporal flickering"] is None
