"""Clips: the vendor's film in the house format, in exactly the length asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dailies.adapters.models.loader import load_registry
from dailies.adapters.providers.replicate import ReplicateAnimator, ReplicateClient
from dailies.adapters.providers.replicate.animator import write_clip
from dailies.adapters.providers.replicate.work import Unreadable
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model
from dailies.media.encoder import FilmFile
from dailies.media.sources import film_frames
from dailies.media.video import probe
from dailies.ports import ClipRequest
from dailies.standin.server import StandinHandle
from tests.adapters.providers.replicate.studio import OpenGate, painted, quiet
from tests.support.journal import MemoryJournal

REGISTRY = load_registry()
ROWS = [model for model in REGISTRY.of_kind("video") if REGISTRY.vendor(model.vendor).dialect == "replicate"]


def asked(output: Path, seconds: float = 3.0, end: bool = False) -> ClipRequest:
    last = painted((96, 54), "navy") if end else None
    return ClipRequest("The camera pushes in slowly.", painted((96, 54)), seconds, 96, 54, 5, output, last, 24)


def ramp(path: Path, frames: int, fps: int = 24) -> Path:
    """A film that grows lighter: each frame can be told by its brightness."""
    with FilmFile(path, 32, 32, fps) as film:
        for number in range(frames):
            frame = np.full((48, 32), 128, np.uint8)
            frame[:32] = 20 + round(200 * number / max(1, frames - 1))
            film.write(frame)
    return path


def lights(path: Path, fps: int = 24) -> list[int]:
    return [int(frame[:32].mean()) for frame in film_frames(path, 32, 32, fps)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
async def test_each_shipped_model_makes_a_clip_of_the_exact_length(
    row: Model, standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate, tmp_path: Path
) -> None:
    before, output = standin.billed_micros(), tmp_path / "clip.mp4"
    result = await ReplicateAnimator(row, client, journal, gate).animate(asked(output, end=True), quiet)
    facts = probe(output)
    assert (facts.width, facts.height, facts.frames, facts.fps) == (96, 54, 72, 24)
    assert (facts.video_codec, facts.pixel_format) == ("h264", "yuv420p")
    assert result.cost == journal.cost == standin.billed_micros() - before
    assert result.cost > 0
    sent = standin.predictions()[-1]["input"]
    assert sent[row.inputs["start"]].startswith("data:image/png")
    assert ("end" in row.inputs) == (row.inputs.get("end", "-") in sent)


@pytest.mark.parametrize("fault", ["truncated", "truncated_quietly", "delivery_down"])
async def test_half_a_film_is_fetched_again(
    fault: str,
    standin: StandinHandle,
    client: ReplicateClient,
    journal: MemoryJournal,
    gate: OpenGate,
    tmp_path: Path,
) -> None:
    row = replace(ROWS[0], inputs={**ROWS[0].inputs})
    standin.fault(fault, path="/predictions", model=row.name)
    output = tmp_path / "clip.mp4"
    await ReplicateAnimator(row, client, journal, gate).animate(asked(output, 1.0), quiet)
    assert probe(output).frames == 24
    assert len(standin.downloads()) == 2


async def test_a_film_that_never_comes_was_paid_and_leaves_no_file(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate, tmp_path: Path
) -> None:
    standin.fault("not_an_image", path="/predictions", model=ROWS[0].name)
    output = tmp_path / "clip.mp4"
    with pytest.raises(ProviderError) as caught:
        await ReplicateAnimator(ROWS[0], client, journal, gate).animate(asked(output, 1.0), quiet)
    assert (caught.value.code, caught.value.charged) == ("vendor_answer_bad", True)
    assert journal.call.state == "settled"
    assert list(tmp_path.iterdir()) == []


def test_too_long_is_cut_off_at_its_end(tmp_path: Path) -> None:
    source, output = ramp(tmp_path / "in.mp4", 96), tmp_path / "out.mp4"
    write_clip(source, replace(asked(output, 2.0), width=32, height=32), "maker", False, quiet)
    seen = lights(output)
    assert len(seen) == 48
    assert seen[-1] < 130


def test_with_an_end_picture_the_last_frame_stays(tmp_path: Path) -> None:
    source, output = ramp(tmp_path / "in.mp4", 96), tmp_path / "out.mp4"
    write_clip(source, replace(asked(output, 2.0), width=32, height=32), "maker", True, quiet)
    seen = lights(output)
    assert len(seen) == 48
    assert seen[-1] > 212
    assert seen == sorted(seen)


def test_too_short_is_played_slower(tmp_path: Path) -> None:
    source, output = ramp(tmp_path / "in.mp4", 32, fps=16), tmp_path / "out.mp4"
    write_clip(source, replace(asked(output, 4.0), width=32, height=32), "maker", False, quiet)
    seen = lights(output)
    assert len(seen) == 96
    assert (seen[0], seen[-1] > 212) == (20, True)


def test_half_a_film_is_no_film(tmp_path: Path) -> None:
    source, output = ramp(tmp_path / "in.mp4", 240), tmp_path / "out.mp4"
    whole = source.read_bytes()
    source.write_bytes(whole[: len(whole) * 6 // 10])
    with pytest.raises(Unreadable):
        write_clip(source, replace(asked(output, 10.0), width=32, height=32), "maker", False, quiet)
    assert not output.exists()
