from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from dailies.adapters.providers.rehearsal.animator import RehearsalAnimator
from dailies.adapters.providers.rehearsal.animator.camera import Camera
from dailies.adapters.providers.rehearsal.animator.reading import MOVES, Motion, read_motion
from dailies.domain.errors import InvalidInput, ProviderError
from dailies.media.video import probe
from dailies.ports import ClipRequest
from tests.media.pictures import HEIGHT, WIDTH, encoded, frames_of, quiet, scene


def request(output: Path, prompt: str = "Push in. She walks.\nnoon, clear.", **changes: object) -> ClipRequest:
    asked = ClipRequest(prompt, encoded(scene()), 1.0, WIDTH, HEIGHT, 5, output)
    return replace(asked, **changes)  # type: ignore[arg-type]


async def clip(asked: ClipRequest) -> list[np.ndarray]:
    await RehearsalAnimator().animate(asked, quiet)
    return frames_of(asked.output)


def difference(one: np.ndarray, two: np.ndarray) -> float:
    return float(np.abs(one.astype(int) - two).mean())


@pytest.mark.parametrize(
    ("seconds", "fps", "frames"),
    [(15.0, 24, 360), (2.5, 24, 60), (1.0, 30, 30), (4.0, 25, 100), (1.5, 60, 90), (0.04, 24, 1)],
)
async def test_a_clip_has_exactly_its_frames(tmp_path: Path, seconds: float, fps: int, frames: int) -> None:
    asked = request(tmp_path / "clip.mp4", width=160, height=90, seconds=seconds, fps=fps)
    result = await RehearsalAnimator().animate(asked, quiet)
    facts = probe(asked.output)
    assert (facts.frames, facts.fps) == (frames, fps)
    assert (facts.video_codec, facts.pixel_format, facts.faststart) == ("h264", "yuv420p", True)
    assert (result.model, result.seed, result.cost) == ("rehearsal-animator", 5, 0)


@pytest.mark.parametrize("move", [move for move, _ in MOVES])
async def test_every_move_moves_and_even_a_static_shot_breathes(tmp_path: Path, move: str) -> None:
    frames = await clip(request(tmp_path / "clip.mp4", f"{move.capitalize()}. A hill.\nnoon, clear.", seconds=1.5))
    assert len(frames) == 36
    assert difference(frames[0], frames[-1]) > 1.0
    assert max(difference(one, two) for one, two in zip(frames, frames[1:], strict=False)) < 16


async def test_pans_go_their_way(tmp_path: Path) -> None:
    for side, sign in (("left", 1), ("right", -1)):
        frames = await clip(request(tmp_path / f"{side}.mp4", f"Pan {side}. A hill.", seconds=2.0))
        first, last = (cv2.cvtColor(frames[at], cv2.COLOR_RGB2GRAY).astype(np.float32) for at in (4, -4))
        (moved, _), _ = cv2.phaseCorrelate(first, last)
        assert moved * sign > 4


async def test_an_edit_of_the_frame_shows_in_the_clip(tmp_path: Path) -> None:
    edited = scene()
    edited[60:120, 200:280] = (220, 20, 30)
    before = await clip(request(tmp_path / "before.mp4"))
    after = await clip(request(tmp_path / "after.mp4", start=encoded(edited)))
    middle = after[12][70:110, 215:265].reshape(-1, 3).mean(axis=0)
    assert middle[0] > 170
    assert middle[1] < 80
    assert difference(before[12], after[12]) > 5


async def test_seeds_differ_and_repeat(tmp_path: Path) -> None:
    prompt = "Drift. Snow falls.\nnoon, snow."
    one = await clip(request(tmp_path / "one.mp4", prompt, seed=1))
    other = await clip(request(tmp_path / "other.mp4", prompt, seed=2))
    assert difference(one[-1], other[-1]) > 1.0
    for number in range(5):
        await RehearsalAnimator().animate(request(tmp_path / f"again{number}.mp4", prompt, seed=1), quiet)
        assert (tmp_path / f"again{number}.mp4").read_bytes() == (tmp_path / "one.mp4").read_bytes()


async def test_a_clip_says_that_it_is_a_rehearsal(tmp_path: Path) -> None:
    await RehearsalAnimator().animate(request(tmp_path / "clip.mp4"), quiet)
    with av.open(str(tmp_path / "clip.mp4")) as container:
        assert container.metadata["comment"].startswith("Dailies rehearsal;")


def across(picture: np.ndarray) -> float:
    """How strong the edges are that a move to the side would blur."""
    return float(np.abs(np.diff(picture.astype(int), axis=1)).mean())


async def test_a_fast_move_is_blurred_and_a_slow_one_is_not(tmp_path: Path) -> None:
    stripes = np.zeros((360, 640, 3), np.uint8)
    stripes[:, ::8] = stripes[:, 1::8] = stripes[:, 2::8] = 255
    sharp = {}
    for pace in ("", "\nChange: much faster\nChange: much faster\nChange: much more movement"):
        asked = request(tmp_path / "clip.mp4", f"Pan right.{pace}", start=encoded(stripes), width=640, height=360)
        frames = await clip(replace(asked, seconds=0.5))
        sharp[pace] = across(frames[6]) / across(frames[0])
    slow, fast = sharp.values()
    assert slow > 0.85
    assert fast < 0.75 * slow


async def test_brighter_is_more_light_and_darker_is_less(tmp_path: Path) -> None:
    levels = {}
    for wish in ("as it is", "brighter", "much darker"):
        frames = await clip(request(tmp_path / "clip.mp4", f"Static. A hill.\nnoon, clear.\nChange: {wish}"))
        levels[wish] = frames[0].mean()
        assert frames[0].max() > 100
    assert levels["much darker"] < levels["as it is"] - 20
    assert levels["brighter"] > levels["as it is"] + 12


@pytest.mark.parametrize(
    "words", ["rain falls", "snow falls", "fog drifts", "dust in the light", "steam rises", "film grain"]
)
async def test_weather_and_air_are_seen_and_move(tmp_path: Path, words: str) -> None:
    plain = await clip(request(tmp_path / "plain.mp4", "Static. A hill."))
    alive = await clip(request(tmp_path / "alive.mp4", f"Static. A hill, {words}."))
    changed = [np.abs(one.astype(int) - two).mean(axis=2) for one, two in zip(plain, alive, strict=True)]
    assert changed[5].max() > 4
    assert np.abs(changed[5] - changed[20]).max() > 4


async def test_a_lamp_glows_where_it_is(tmp_path: Path) -> None:
    night = (scene() * 0.25).astype(np.uint8)
    cv2.circle(night, (220, 90), 20, (255, 190, 90), -1)
    plain = await clip(request(tmp_path / "plain.mp4", "Static. A wall.", start=encoded(night)))
    lit = await clip(request(tmp_path / "lit.mp4", "Static. A lantern on a wall.", start=encoded(night)))
    gain = lit[10].astype(int).mean(axis=2) - plain[10].mean(axis=2)
    assert gain[75:105, 186:196].mean() > 2
    assert abs(gain[:, :60].mean()) < 1


@pytest.mark.parametrize("size", [(1000, 400), (90, 160), (640, 360)])
async def test_a_picture_of_another_size_covers_the_frame(tmp_path: Path, size: tuple[int, int]) -> None:
    frames = await clip(request(tmp_path / "clip.mp4", start=encoded(scene(*size), "JPEG")))
    assert frames[0].shape == (HEIGHT, WIDTH, 3)
    assert min(frames[0][:, edge].mean() for edge in (0, -1)) > 60


async def test_a_moved_end_frame_is_reached_without_doubling(tmp_path: Path) -> None:
    wide = cv2.GaussianBlur(scene(WIDTH + 40), (0, 0), 1.2).astype(np.uint8)
    for x in range(30, WIDTH, 60):
        cv2.rectangle(wide, (x, 40), (x + 18, 120), (x % 200, 60, 90), -1)
    start, end = wide[:, :WIDTH], wide[:, 24 : 24 + WIDTH]
    frames = await clip(request(tmp_path / "clip.mp4", "Static.", start=encoded(start), end=encoded(end)))
    middle = cv2.Laplacian(cv2.cvtColor(frames[12], cv2.COLOR_RGB2GRAY), cv2.CV_32F).var()
    doubled = cv2.addWeighted(frames[0], 0.5, frames[-1], 0.5, 0)
    # A dissolve of two edges is weaker than one edge.
    assert middle > 1.15 * cv2.Laplacian(cv2.cvtColor(doubled, cv2.COLOR_RGB2GRAY), cv2.CV_32F).var()


async def test_a_wall_of_windows_stays_a_wall_of_windows(tmp_path: Path) -> None:
    chance = np.random.default_rng(2)
    wall = np.full((360, 640, 3), (150, 170, 160), np.uint8)
    for row in range(20, 360, 60):
        for column in range(20, 640, 50):
            cv2.rectangle(wall, (column, row), (column + 24, row + 34), (70, 90, 120), -1)
            # What hangs in the windows tells them apart; their frames do not.
            for x, y, light in chance.integers((2, 2, 40), (22, 32, 240), (4, 3)):
                cv2.circle(wall, (column + int(x), row + int(y)), 2, (int(light), 120, 255 - int(light)), -1)
    move = cv2.getRotationMatrix2D((320, 180), 2, 1.10)
    move[0, 2] -= 34
    half = cv2.getRotationMatrix2D((320, 180), 1, 1.05)
    half[0, 2] -= 17
    end, between = (cv2.warpAffine(wall, way, (640, 360), borderMode=cv2.BORDER_REFLECT) for way in (move, half))
    asked = request(tmp_path / "clip.mp4", "Static.", start=encoded(wall), end=encoded(end), width=640, height=360)
    still = await clip(replace(asked, output=tmp_path / "still.mp4", start=encoded(between), end=None))
    middle = (await clip(asked))[12]
    inner = slice(40, -40), slice(60, -60)
    assert difference(middle[inner], still[12][inner]) < 9


async def test_another_scene_at_the_end_is_dissolved_to(tmp_path: Path) -> None:
    other = 255 - scene(hue=70)[::-1]
    frames = await clip(request(tmp_path / "clip.mp4", "Static.", end=encoded(np.ascontiguousarray(other))))
    assert abs(float(frames[-1].mean()) - other.mean()) < 4
    assert abs(float(frames[0].mean()) - scene().mean()) < 4


async def test_cancelling_leaves_no_file(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.4:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await RehearsalAnimator().animate(request(tmp_path / "clip.mp4"), stop)
    assert list(tmp_path.iterdir()) == []


async def test_progress_is_told_often(tmp_path: Path) -> None:
    told: list[float] = []
    await RehearsalAnimator().animate(request(tmp_path / "clip.mp4"), told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) >= 8


async def test_bad_requests_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ProviderError) as unreadable:
        await RehearsalAnimator().animate(request(tmp_path / "clip.mp4", start=b"not a picture"), quiet)
    assert (unreadable.value.code, unreadable.value.charged) == ("frame_unreadable", False)
    with pytest.raises(InvalidInput):
        await RehearsalAnimator().animate(request(tmp_path / "clip.mp4", seconds=0.0), quiet)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Push in. She drifts off.\nnoon, clear. Mood: calm.", Motion("push in")),
        ("Static. He pans for gold.\nnight, rain.", Motion("static", overlays=("rain",))),
        ("Static. She cooks in the kitchen.\nnight, rain.", Motion("static")),
        ("Handheld. A crowd.\nnoon, clear.\nChange: much steadier", Motion("handheld", tremble=0.3**1.6)),
        ("Drift. A hill.\nnoon, snow.\nChange: no snow", Motion("drift")),
        ("Drift. A hill.\nnoon, clear.\nChange: too dark", Motion("drift", stops=0.6)),
        ("Drift. A hill.\nnoon, clear.\nChange: brighter\nChange: darker", Motion("drift")),
        ("Drift. A hill.\nnoon, clear.\nChange: slower", Motion("drift", pace=1 / 1.5)),
        ("Drift. A hill.\nnoon, clear.\nChange: it is too fast", Motion("drift", pace=1 / 1.5)),
        ("Drift. A hill.\nnoon, clear.\nChange: zoom out instead", Motion("pull out")),
        ("Drift. A hill.\nnoon, clear.\nChange: add fog", Motion("drift", overlays=("fog",))),
        ("", Motion()),
    ],
)
def test_prompts_are_read(prompt: str, expected: Motion) -> None:
    assert read_motion(prompt) == expected


@pytest.mark.parametrize("move", [move for move, _ in MOVES])
@pytest.mark.parametrize("seconds", [1.0, 4.0, 12.0])
def test_the_camera_never_leaves_the_picture(move: str, seconds: float) -> None:
    motion = replace(read_motion(f"{move}."), pace=3.0, reach=2.0, tremble=2.0)
    for seed in range(3):
        camera = Camera(motion, seconds, (0.35, -0.35), seed)
        for share in np.linspace(0, 1, 25):
            pose = camera.pose(float(share))
            room = (1 - 1 / pose.zoom) / 2
            assert pose.zoom >= 1.03
            assert abs(pose.x) <= room + 1e-9
            assert abs(pose.y) <= room + 1e-9
