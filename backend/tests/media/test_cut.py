from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from dailies.domain.cutting import CutSettings
from dailies.domain.errors import DailiesError, InvalidInput
from dailies.media.cut import FilmEditor
from dailies.media.sound.files import read_sound
from dailies.media.sound.loudness import loudness, true_peak
from dailies.media.video import probe
from dailies.ports import CutClip, CutRequest
from tests.media.pictures import HEIGHT, WIDTH, foreign_clip, frames_of, house_clip, quiet


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> tuple[CutClip, ...]:
    folder = tmp_path_factory.mktemp("clips")
    return tuple(CutClip(house_clip(folder / f"{hue}.mp4", 2.0, hue), 2.0) for hue in (0, 60, 120))


def request(clips: tuple[CutClip, ...], output: Path, **changes: object) -> CutRequest:
    settings = replace(
        CutSettings(captions=False, music=False),
        **{
            name: changes.pop(name)
            for name in list(changes)
            if hasattr(CutSettings, name) and name not in ("title", "end_card")
        },  # type: ignore[arg-type]
    )
    joined = tuple(replace(clip, join=settings.join_after(str(number))) for number, clip in enumerate(clips))
    return replace(CutRequest(joined, WIDTH, HEIGHT, output, settings), **changes)  # type: ignore[arg-type]


async def film(asked: CutRequest) -> list[np.ndarray]:
    await FilmEditor().assemble(asked, quiet)
    return frames_of(asked.output)


async def test_a_film_is_h264_with_aac_and_starts_at_once(clips: tuple[CutClip, ...], tmp_path: Path) -> None:
    await FilmEditor().assemble(request(clips, tmp_path / "film.mp4"), quiet)
    facts = probe(tmp_path / "film.mp4")
    assert (facts.width, facts.height, facts.fps) == (WIDTH, HEIGHT, 24)
    assert (facts.video_codec, facts.pixel_format, facts.audio_codec) == ("h264", "yuv420p", "aac")
    assert facts.faststart


async def test_fifteen_seconds_are_fifteen_seconds_in_picture_and_sound(tmp_path: Path) -> None:
    clip = house_clip(tmp_path / "clip.mp4", 3.0)
    lengths = (3.5, 2.5, 3.0, 1.5, 4.5)
    cut = tuple(CutClip(clip, seconds) for seconds in lengths)
    asked = request(cut, tmp_path / "film.mp4", transition="dissolve", music=True, seed=4)
    await FilmEditor().assemble(asked, quiet)
    facts = probe(asked.output)
    assert facts.frames == 360
    assert facts.seconds == 15.0
    assert facts.sound_seconds == 15.0
    with av.open(str(asked.output)) as container:
        assert container.duration == 15_000_000
        shown = [float(frame.time or 0) for frame in container.decode(video=0)]
    assert shown == pytest.approx([number / 24 for number in range(360)])


async def test_a_cut_changes_the_picture_at_the_exact_frame(clips: tuple[CutClip, ...], tmp_path: Path) -> None:
    frames = await film(request(clips, tmp_path / "film.mp4"))
    steps = [float(np.abs(one.astype(int) - two).mean()) for one, two in zip(frames, frames[1:], strict=False)]
    assert sorted(np.argsort(steps)[-2:]) == [47, 95]


async def test_a_dissolve_keeps_the_length_and_blends_round_the_cut(clips: tuple[CutClip, ...], tmp_path: Path) -> None:
    plain = await film(request(clips, tmp_path / "plain.mp4"))
    soft = await film(request(clips, tmp_path / "soft.mp4", transition="dissolve"))
    assert len(soft) == len(plain) == 144
    levels = [float(frame[..., 0].mean()) for frame in soft]
    assert levels[40] < levels[47] < levels[56]
    assert np.abs(soft[20].astype(int) - plain[20]).mean() < 1.5


@pytest.mark.parametrize("size", [(320, 180), (180, 320)])
async def test_captions_change_the_lower_third_only(
    clips: tuple[CutClip, ...], tmp_path: Path, size: tuple[int, int]
) -> None:
    spoken = tuple(replace(clip, caption="You look like you could use this.") for clip in clips)
    width, height = size
    without = await film(request(spoken, tmp_path / "a.mp4", width=width, height=height))
    with_words = await film(request(spoken, tmp_path / "b.mp4", width=width, height=height, captions=True))
    change = np.abs(with_words[24].astype(int) - without[24]).mean(axis=2)
    assert change[round(height * 0.6) :].max() > 60
    assert change[: round(height * 0.5)].mean() < 1.5
    # The caption leaves before the cut.
    assert np.abs(with_words[47].astype(int) - without[47]).mean() < 1.5


async def test_the_title_opens_and_the_end_card_closes(clips: tuple[CutClip, ...], tmp_path: Path) -> None:
    plain = await film(request(clips, tmp_path / "plain.mp4"))
    named = await film(request(clips, tmp_path / "named.mp4", title="The Lantern", end_card="Find us at the harbour."))
    changed = [float(np.abs(one.astype(int) - two).mean()) for one, two in zip(plain, named, strict=True)]
    assert changed[24] > 2
    assert changed[70] < 1.5
    assert changed[-1] > 25


async def test_clips_of_any_size_and_rate_fill_the_frame(clips: tuple[CutClip, ...], tmp_path: Path) -> None:
    foreign = CutClip(foreign_clip(tmp_path / "foreign.mp4", 1.0), 1.5)
    frames = await film(request((clips[0], foreign, clips[1]), tmp_path / "film.mp4"))
    assert len(frames) == round(5.5 * 24)
    middle = frames[60]
    assert middle.shape == (HEIGHT, WIDTH, 3)
    assert middle[:, :4].mean() > 60, "no bars at the side"
    # Half a second more than the file has: its last picture is held.
    assert np.abs(frames[82].astype(int) - frames[76]).mean() < 1.5


async def test_cancelling_leaves_no_file(clips: tuple[CutClip, ...], tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.3:
            raise asyncio.CancelledError

    asked = request(clips, tmp_path / "film.mp4")
    with pytest.raises(asyncio.CancelledError):
        await FilmEditor().assemble(asked, stop)
    assert list(tmp_path.iterdir()) == []


async def test_progress_grows_to_one(clips: tuple[CutClip, ...], tmp_path: Path) -> None:
    told: list[float] = []
    await FilmEditor().assemble(request(clips, tmp_path / "film.mp4"), told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert len(told) > 6
    told.clear()
    asked = request(clips, tmp_path / "film.mp4", captions=True, title="The Lantern", transition="dissolve")
    await FilmEditor().assemble(asked, told.append)
    assert told == sorted(told)
    assert len(told) > 20


async def test_silence_is_a_sound_track_too(clips: tuple[CutClip, ...], tmp_path: Path) -> None:
    loud, silent = tmp_path / "loud.mp4", tmp_path / "silent.mp4"
    await FilmEditor().assemble(request(clips, loud, music=True), quiet)
    await FilmEditor().assemble(request(clips, silent), quiet)
    assert probe(silent).sound_seconds == probe(loud).sound_seconds == 6.0
    assert _loudest(silent) == 0
    assert _loudest(loud) > 0.05


async def test_music_is_as_loud_as_platforms_play_it(clips: tuple[CutClip, ...], tmp_path: Path) -> None:
    asked = request(clips, tmp_path / "film.mp4", music=True)
    await FilmEditor().assemble(asked, quiet)
    sound = read_sound(asked.output)
    assert loudness(sound) == pytest.approx(-14, abs=0.5)
    assert true_peak(sound) < -0.5


def _loudest(path: Path) -> float:
    with av.open(str(path)) as container:
        return max(float(np.abs(frame.to_ndarray()).max()) for frame in container.decode(audio=0))


async def test_a_cut_of_nothing_and_a_broken_clip_are_refused(clips: tuple[CutClip, ...], tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as empty:
        await FilmEditor().assemble(request((), tmp_path / "film.mp4"), quiet)
    assert empty.value.code == "cut_empty"
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"not a film at all")
    with pytest.raises(DailiesError) as unreadable:
        await FilmEditor().assemble(request((clips[0], CutClip(broken, 1.0)), tmp_path / "film.mp4"), quiet)
    assert unreadable.value.code == "film_unreadable"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.mp4"]
