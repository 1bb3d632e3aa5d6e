from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from dailies.domain.errors import InvalidInput
from dailies.media.captions import Cue
from dailies.media.cut import EndCard, Film, FilmClip, Join, Transition, assemble, cut_points
from dailies.media.encoder import FilmFile
from dailies.media.planes import packed, planes_of
from dailies.media.video import probe
from tests.media.pictures import HEIGHT, WIDTH, encoded, foreign_clip, frames_of, house_clip, quiet, scene

HUES = (0, 60, 120)


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("clips")
    return tuple(house_clip(folder / f"{hue}.mp4", 3.0, hue) for hue in HUES)


def film(paths: tuple[Path, ...], output: Path, **changes: object) -> Film:
    plain = Film(tuple(FilmClip(path, 3.0) for path in paths), WIDTH, HEIGHT, output)
    return replace(plain, **changes)  # type: ignore[arg-type]


def packets(path: Path) -> list[tuple[int, int, bytes]]:
    """Each video packet's frame, decoding time and bytes, as they lie in the file."""
    with av.open(str(path)) as container:
        video = container.streams.video[0]
        return [
            (round(packet.pts / 1000), packet.dts or 0, bytes(packet))
            for packet in container.demux(video)
            if packet.pts is not None and packet.size
        ]


def test_copied_packets_are_the_clips_own_bytes(paths: tuple[Path, ...], tmp_path: Path) -> None:
    asked = film(paths, tmp_path / "film.mp4", joins=(Join("crossfade"), Join("wipe")))
    report = assemble(asked, quiet)
    assert (report.frames, report.copied) == (216, 168)
    made = {frame: data for frame, _, data in packets(asked.output)}
    same = 0
    for index, path in enumerate(paths):
        own = {frame + 72 * index: data for frame, _, data in packets(path)}
        same += sum(made[frame] == data for frame, data in own.items())
    assert same == report.copied


def test_a_spliced_film_is_whole_and_in_order(paths: tuple[Path, ...], tmp_path: Path) -> None:
    asked = film(paths, tmp_path / "film.mp4", joins=(Join("crossfade"), Join("push")))
    assemble(asked, quiet)
    listed = packets(asked.output)
    assert sorted(frame for frame, _, _ in listed) == list(range(216))
    assert [dts for _, dts, _ in listed] == [1000 * (index - 2) for index in range(216)]
    facts = probe(asked.output)
    assert (facts.frames, facts.seconds, facts.sound_seconds, facts.faststart) == (216, 9.0, 9.0, True)


def test_a_spliced_film_shows_what_a_fully_encoded_one_does(paths: tuple[Path, ...], tmp_path: Path) -> None:
    changes = {
        "joins": (Join("dip to black"), Join("crossfade", 1.0)),
        "captions": (Cue(3.5, 5.0, "Now the lamps come on."),),
        "title": "Lamps",
    }
    asked = film(paths, tmp_path / "spliced.mp4", **changes)
    assert 0 < assemble(asked, quiet).copied < 216
    whole = film(paths, tmp_path / "whole.mp4", **changes)
    assert assemble(whole, quiet, copy=False).copied == 0
    for one, two in zip(frames_of(asked.output), frames_of(whole.output), strict=True):
        assert np.abs(one.astype(int) - two).mean() < 4


@pytest.mark.parametrize("trim", [(0.0, 3.0), (0.5, 2.5), (1 / 24, 3.0), (0.0, 25 / 24), (0.25, 1.3)])
def test_trims_are_exact_to_the_frame(paths: tuple[Path, ...], tmp_path: Path, trim: tuple[float, float]) -> None:
    clips = (FilmClip(paths[0], trim_in_s=trim[0], trim_out_s=trim[1]), FilmClip(paths[1], 1.0))
    asked = Film(clips, WIDTH, HEIGHT, tmp_path / "film.mp4")
    report = assemble(asked, quiet)
    first, end = round(trim[0] * 24), round(trim[0] * 24) + round((trim[1] - trim[0]) * 24)
    assert report.frames == end - first + 24
    made, own = frames_of(asked.output), frames_of(paths[0])
    for shown, number in enumerate(range(first, end)):
        errors = [np.abs(made[shown].astype(int) - own[near]).mean() for near in (number, max(0, number - 3))]
        assert errors[0] < 3
        assert errors[0] <= errors[1]


def test_no_two_pictures_in_a_row_begin_anew(tmp_path: Path) -> None:
    """Two IDR pictures side by side could have the same number, which the standard forbids."""
    odd = tuple(house_clip(tmp_path / f"{index}.mp4", 25 / 24, 60 * index) for index in range(2))
    clips = tuple(FilmClip(path, 25 / 24) for path in (*odd, *odd))
    asked = Film(clips, WIDTH, HEIGHT, tmp_path / "film.mp4")
    assert assemble(asked, quiet).frames == 100
    with av.open(str(asked.output)) as container:
        keys = [packet.is_keyframe for packet in container.demux(video=0) if packet.size]
    assert not any(one and two for one, two in zip(keys, keys[1:], strict=False))


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
def test_another_decoder_finds_no_fault(paths: tuple[Path, ...], tmp_path: Path) -> None:
    joins = (Join("wipe", 0.4, "up"), Join("dip to white", 0.7))
    clips = tuple(FilmClip(path, 2.3, trim_in_s=0.3) for path in paths)
    asked = film(paths, tmp_path / "film.mp4", clips=clips, joins=joins)
    assert assemble(asked, quiet).copied
    command = ["ffmpeg", "-v", "warning", "-xerror", "-i", str(asked.output), "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stderr == ""
    shown = subprocess.run(
        ["ffprobe", "-v", "error", "-select_streams", "v", "-of", "default=nw=1", "-show_entries",
         "stream=profile,nb_frames,duration,color_range,color_space,color_transfer,color_primaries", str(asked.output)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    facts = dict(line.split("=") for line in shown.stdout.split())
    assert facts == {
        "profile": "High",
        "nb_frames": "166",
        "duration": "6.916667",
        "color_range": "tv",
        "color_space": "bt709",
        "color_transfer": "bt709",
        "color_primaries": "bt709",
    }


def test_clips_of_another_kind_are_encoded(paths: tuple[Path, ...], tmp_path: Path) -> None:
    foreign = foreign_clip(tmp_path / "foreign.mp4", 1.0)
    small = house_clip(tmp_path / "small.mp4", 1.0, width=160, height=90)
    clips = (FilmClip(paths[0], 3.0), FilmClip(foreign), FilmClip(small))
    asked = Film(clips, WIDTH, HEIGHT, tmp_path / "film.mp4")
    report = assemble(asked, quiet)
    assert (report.frames, report.copied) == (120, 72)
    assert assemble(replace(asked, clips=clips[1:]), quiet).copied == 0


def test_speed_and_hold_change_what_is_seen_and_how_long(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    with FilmFile(path, 64, 64, 24) as file:
        for number in range(48):
            file.write(packed(planes_of(np.full((64, 64, 3), 20 + 4 * number, np.uint8))))

    def levels(clip: FilmClip) -> list[int]:
        asked = Film((clip,), 64, 64, tmp_path / "film.mp4")
        assemble(asked, quiet)
        return [round((float(frame.mean()) - 20) / 4) for frame in frames_of(asked.output)]

    assert levels(FilmClip(path, speed=2.0)) == list(range(0, 48, 2))
    held = levels(FilmClip(path, trim_out_s=1.0, hold_s=0.5))
    assert held == [*range(24), *[23] * 12]


def test_slow_motion_shows_pictures_between_those_of_the_clip(tmp_path: Path) -> None:
    wide = cv2.GaussianBlur(scene(WIDTH + 200), (0, 0), 2)
    for name, step in (("slow", 4), ("true", 2)):
        with FilmFile(tmp_path / f"{name}.mp4", WIDTH, HEIGHT, 24) as file:
            for number in range(24):
                file.write(packed(planes_of(wide[:, number * step : number * step + WIDTH].astype(np.uint8))))
    asked = Film((FilmClip(tmp_path / "slow.mp4", 0.9, speed=0.5),), WIDTH, HEIGHT, tmp_path / "film.mp4")
    made, true, own = (frames_of(path) for path in (assembled(asked), tmp_path / "true.mp4", tmp_path / "slow.mp4"))
    for number in range(1, 21, 2):
        inner = np.s_[:, 8:-16]
        error = np.abs(made[number][inner].astype(int) - true[number][inner]).mean()
        repeated = np.abs(own[number // 2][inner].astype(int) - true[number][inner]).mean()
        assert error < 0.75 * repeated


@pytest.mark.parametrize("transition", ["crossfade", "dip to black", "dip to white", "wipe", "push"])
def test_every_transition_begins_with_one_picture_and_ends_with_the_other(
    paths: tuple[Path, ...], tmp_path: Path, transition: Transition
) -> None:
    asked = film(paths[:2], tmp_path / "film.mp4", joins=(Join(transition, 1.0),))
    frames = frames_of(assembled(asked))
    one, two, middle = (frames[number].astype(float) for number in (59, 84, 71))
    assert len(frames) == 144
    for outer in (one, two):
        assert np.abs(middle - outer).mean() > 4
    if transition == "dip to black":
        assert middle.mean() < 3
    if transition == "dip to white":
        assert middle.mean() > 252


def test_a_wipe_and_a_push_go_where_they_are_sent(tmp_path: Path) -> None:
    shades = []
    for name, level in (("dark", 40), ("light", 200)):
        with FilmFile(tmp_path / f"{name}.mp4", 128, 64, 24) as file:
            for _ in range(36):
                file.write(packed(planes_of(np.full((64, 128, 3), level, np.uint8))))
        shades.append(FilmClip(tmp_path / f"{name}.mp4", 1.5))
    for transition in ("wipe", "push"):
        for direction, corner in (("left", (32, 8)), ("right", (32, 120)), ("up", (8, 64)), ("down", (56, 64))):
            join = Join(transition, 0.5, direction)  # type: ignore[arg-type]
            film = Film(tuple(shades), 128, 64, tmp_path / "film.mp4", joins=(join,))
            middle = frames_of(assembled(film))[35]
            old, new = middle[corner[0], corner[1], 0], middle[63 - corner[0], 127 - corner[1], 0]
            assert (old < 60, new > 180) == (True, True), (transition, direction)


def assembled(asked: Film) -> Path:
    assemble(asked, quiet)
    return asked.output


@pytest.mark.parametrize("fps", [25, 30, 60])
def test_other_rates_last_as_long(paths: tuple[Path, ...], tmp_path: Path, fps: int) -> None:
    asked = film(paths[:2], tmp_path / "film.mp4", fps=fps, joins=(Join("crossfade"),))
    assemble(asked, quiet)
    facts = probe(asked.output)
    assert (facts.fps, facts.frames, facts.seconds) == (fps, 6 * fps, 6.0)
    assert facts.sound_seconds == pytest.approx(6.0, abs=1 / 48_000)


def test_alike_clips_are_matched_and_unlike_ones_left_alone(tmp_path: Path) -> None:
    pictures = [scene(), np.clip(scene() * 0.86 + (0, 0, 10), 0, 255), scene() * 0.12]
    clips = []
    for index, picture in enumerate(pictures):
        with FilmFile(tmp_path / f"{index}.mp4", WIDTH, HEIGHT, 24) as file:
            for _ in range(24):
                file.write(packed(planes_of(picture.astype(np.uint8))))
        clips.append(FilmClip(tmp_path / f"{index}.mp4", 1.0))
    plain = Film(tuple(clips), WIDTH, HEIGHT, tmp_path / "plain.mp4")
    matched = replace(plain, output=tmp_path / "matched.mp4", match_colour=True)
    before, after = ([frame.mean(axis=(0, 1)) for frame in frames_of(assembled(each))] for each in (plain, matched))
    assert np.abs(after[12] - after[36]).max() < 0.6 * np.abs(before[12] - before[36]).max()
    assert np.abs(after[60] - before[60]).max() < 1.5


def test_an_end_card_shows_a_logo_and_what_to_do(paths: tuple[Path, ...], tmp_path: Path) -> None:
    logo = np.zeros((40, 80, 4), np.uint8)
    logo[:, :40] = (255, 40, 40, 255)
    card = EndCard("The Lantern", "Book a table", encoded(logo))
    frames = frames_of(assembled(film(paths[:1], tmp_path / "film.mp4", end_card=card)))
    last = frames[-1].astype(int)
    red = (last[..., 0] - last[..., 1]) > 120
    assert 400 < red.sum() < 0.1 * red.size
    assert red[:, : WIDTH // 2 + 2].sum() > 0.98 * red.sum()
    assert (last[round(HEIGHT * 0.6) :].min(axis=2) > 220).sum() > 800, "the button is white"


def test_stills_can_be_clips(tmp_path: Path) -> None:
    (tmp_path / "frame.png").write_bytes(encoded(scene(640, 360)))
    asked = Film((FilmClip(tmp_path / "frame.png", 1.5),), WIDTH, HEIGHT, tmp_path / "film.mp4")
    frames = frames_of(assembled(asked))
    assert len(frames) == 36
    assert np.abs(frames[0].astype(int) - frames[-1]).mean() < 2


def test_cut_points_are_where_clips_change(paths: tuple[Path, ...], tmp_path: Path) -> None:
    clips = (FilmClip(paths[0], trim_in_s=1.0), FilmClip(paths[1], 1.5), FilmClip(paths[2]))
    assert cut_points(Film(clips, WIDTH, HEIGHT, tmp_path / "film.mp4")) == [2.0, 3.5]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"width": 321}, "cut_size"),
        ({"width": 8192, "height": 4320}, "cut_size"),
        ({"fps": 23}, "cut_rate"),
        ({"clips": ()}, "cut_empty"),
        ({"clips": (FilmClip(Path("a.mp4"), trim_in_s=2, trim_out_s=1),)}, "cut_trim"),
        ({"clips": (FilmClip(Path("a.mp4"), 1, speed=20),)}, "cut_trim"),
    ],
)
def test_what_cannot_be_a_film_is_refused(
    paths: tuple[Path, ...], tmp_path: Path, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        assemble(film(paths, tmp_path / "film.mp4", **changes), quiet)
    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []
