from __future__ import annotations

import asyncio
from pathlib import Path

import av
import numpy as np
import pytest

from dailies.media.cut import Film, FilmClip, assemble
from dailies.media.cut.readers import is_house
from dailies.media.house import normalise
from dailies.media.music import compose
from dailies.media.video import probe
from dailies.media.webm import Codec, write_webm
from tests.media.pictures import HEIGHT, WIDTH, foreign_clip, frames_of, house_clip, quiet


@pytest.mark.parametrize("codec", ["av1", "vp9"])
def test_a_film_becomes_webm(tmp_path: Path, codec: Codec) -> None:
    clip = FilmClip(house_clip(tmp_path / "clip.mp4", 1.5))
    film = Film((clip,), WIDTH, HEIGHT, tmp_path / "film.mp4", sound=compose(1.5, [], 1))
    assemble(film, quiet)
    told: list[float] = []
    write_webm(film.output, tmp_path / "film.webm", told.append, codec)
    assert told == sorted(told)
    assert told[-1] == 1.0
    with av.open(str(tmp_path / "film.webm")) as container:
        video, sound = container.streams.video[0].codec_context, container.streams.audio[0].codec_context
        assert (codec in video.name.replace("libdav1d", "av1"), sound.name) == (True, "opus")
        assert (video.colorspace, video.color_primaries, video.color_trc, video.color_range) == (1, 1, 1, 1)
        assert container.duration == pytest.approx(1_500_000, abs=22_000)
    for one, two in zip(frames_of(film.output), frames_of(tmp_path / "film.webm"), strict=True):
        assert np.abs(one.astype(int) - two).mean() < 8


def test_a_webm_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.2:
            raise asyncio.CancelledError

    clip = house_clip(tmp_path / "clip.mp4", 1.0)
    with pytest.raises(asyncio.CancelledError):
        write_webm(clip, tmp_path / "film.webm", stop, "vp9")
    assert [path.name for path in tmp_path.iterdir()] == ["clip.mp4"]


def test_a_clip_is_normalised_once_and_can_be_copied_from_then_on(tmp_path: Path) -> None:
    foreign = foreign_clip(tmp_path / "foreign.mp4", 1.0)
    assert not is_house(foreign, WIDTH, HEIGHT, 24)
    assert normalise(foreign, tmp_path / "house.mp4", WIDTH, HEIGHT, 24, quiet)
    assert not normalise(tmp_path / "house.mp4", tmp_path / "again.mp4", WIDTH, HEIGHT, 24, quiet)
    assert not (tmp_path / "again.mp4").exists()
    assert probe(tmp_path / "house.mp4").frames == 24
    film = Film((FilmClip(tmp_path / "house.mp4"),), WIDTH, HEIGHT, tmp_path / "film.mp4")
    assert assemble(film, quiet).copied == 24
