from __future__ import annotations

import numpy as np
import pytest

from dailies.media.music import compose, loudness, tempo_for


@pytest.mark.parametrize("seconds", [0.5, 1.0, 5.0, 15.0])
def test_music_lasts_exactly_as_long_as_the_film(seconds: float) -> None:
    assert compose(seconds, [], 1).shape == (2, round(seconds * 48_000))


def test_the_same_cuts_and_seed_give_the_same_music_and_others_do_not() -> None:
    first, again, other = compose(3.0, [1.5], 7), compose(3.0, [1.5], 7), compose(3.0, [1.5], 8)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("seed", range(2))
def test_music_is_soft_and_fades_to_nothing(seed: int) -> None:
    sound = compose(8.0, [3.0, 6.5], seed)
    assert -19 < loudness(sound) < -14
    assert np.abs(sound).max() < 0.9
    assert np.abs(sound[:, -480:]).max() < 0.01
    assert np.isfinite(sound).all()


def test_cuts_fall_on_beats() -> None:
    cuts = [2.5, 5.0, 7.5]
    beats = np.array(cuts) * tempo_for(cuts, 3) / 60
    assert np.abs(beats - np.rint(beats)).max() < 0.02


def test_loudness_is_that_of_the_standard() -> None:
    time = np.arange(48_000 * 5) / 48_000
    # ITU-R BS.1770: a 997 Hz sine at full scale in one channel is -3.01 LKFS.
    sine = np.stack([np.sin(2 * np.pi * 997 * time), np.zeros_like(time)]).astype(np.float32)
    assert loudness(sine) == pytest.approx(-3.01, abs=0.05)
    assert loudness(np.zeros((2, 48_000), np.float32)) == -np.inf
