from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dailies.domain.errors import DailiesError
from dailies.media.encoder import FilmFile
from dailies.media.planes import covered, packed, planes_of, unpacked
from dailies.media.sources import film_frames
from dailies.media.video import first_frame, frame_at, probe
from tests.media.pictures import HEIGHT, WIDTH, foreign_clip, house_clip, scene


def pixels(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data))).astype(int)


def test_probe_tells_what_a_film_is(tmp_path: Path) -> None:
    facts = probe(house_clip(tmp_path / "clip.mp4", 1.5))
    assert (facts.width, facts.height, facts.fps, facts.frames, facts.seconds) == (WIDTH, HEIGHT, 24, 36, 1.5)
    assert (facts.video_codec, facts.pixel_format, facts.audio_codec) == ("h264", "yuv420p", "")
    assert facts.faststart
    assert not probe(foreign_clip(tmp_path / "foreign.mp4", 0.5)).faststart


def test_colours_survive_the_house_format(tmp_path: Path) -> None:
    with FilmFile(tmp_path / "clip.mp4", WIDTH, HEIGHT, 24) as film:
        for _ in range(6):
            film.write(packed(planes_of(scene())))
    change = pixels(first_frame(tmp_path / "clip.mp4")) - scene()
    assert np.abs(change.mean(axis=(0, 1))).max() < 2


def test_a_frame_is_found_by_its_time(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    with FilmFile(path, 64, 64, 24) as film:
        for number in range(48):
            film.write(packed(planes_of(np.full((64, 64, 3), 20 + 4 * number, np.uint8))))
    for number in (0, 13, 30, 47):
        assert pixels(frame_at(path, number / 24)).mean() == pytest.approx(20 + 4 * number, abs=2)
    assert pixels(frame_at(path, 99)).mean() == pytest.approx(20 + 4 * 47, abs=2)
    assert first_frame(path) == frame_at(path, 0)


@pytest.mark.parametrize("read", [probe, first_frame])
def test_what_is_no_film_is_refused(read: object, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"<html>404</html>")
    with pytest.raises(DailiesError) as refused:
        read(path)  # type: ignore[operator]
    assert refused.value.code == "film_unreadable"


def test_any_clip_comes_as_frames_of_the_wanted_size_and_rate(tmp_path: Path) -> None:
    frames = list(film_frames(foreign_clip(tmp_path / "foreign.mp4", 1.0), WIDTH, HEIGHT, 24))
    assert len(frames) == 24
    assert {frame.shape for frame in frames} == {(HEIGHT * 3 // 2, WIDTH)}
    expected = unpacked(packed(planes_of(covered(scene(200, 240, 40), WIDTH, HEIGHT)))).y
    assert np.abs(unpacked(frames[12]).y.astype(int) - expected).mean() < 6


def test_a_film_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def film_on_a_full_disk() -> None:
        with FilmFile(tmp_path / "clip.mp4", 64, 64, 24) as film:
            film.write(packed(planes_of(np.zeros((64, 64, 3), np.uint8))))
            raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        film_on_a_full_disk()
    assert list(tmp_path.iterdir()) == []
