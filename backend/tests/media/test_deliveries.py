from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dailies.domain.errors import DailiesError
from dailies.media import credentials
from dailies.media.animatic import AnimaticFrame, write_animatic
from dailies.media.archive import Entry, write_archive
from dailies.media.contact_sheet import SheetFrame, contact_sheet
from dailies.media.filmstrip import filmstrip
from dailies.media.gif import write_gif
from dailies.media.provenance import Licence, TakeRecord, file_digest, manifest, provenance_json
from dailies.media.storyboard_pdf import Board, Panel, PerPage, storyboard_pdf
from dailies.media.video import probe
from tests.media.pictures import HEIGHT, WIDTH, encoded, frames_of, house_clip, quiet, scene


def record(path: Path, media_type: str = "image/png", **changes: object) -> TakeRecord:
    sha256, size = file_digest(path)
    facts = {
        "take": "t1", "item": "shot:a", "label": "Shot 1", "number": 2, "file": path.name, "sha256": sha256,
        "media_type": media_type, "size": size, "making": "generated", "model": "flux-2-pro", "provider": "replicate",
        "created_at": datetime(2026, 3, 1, 12, tzinfo=UTC), "seed": 7, "cost": 50_000, "prompt": "A lantern at dusk.",
    }  # fmt: skip
    return TakeRecord(**{**facts, **changes})  # type: ignore[arg-type]


def board(count: int, aspect: float = 16 / 9) -> Board:
    panels = tuple(
        Panel(number, f"{number}A", 2.5, "She walks home.", "Wide, push in", "Now then.", encoded(scene()), "Warmer.")
        for number in range(1, count + 1)
    )
    logo = np.zeros((20, 60, 4), np.uint8)
    logo[..., 3] = 255
    return Board("The Lantern", "One warm light.", panels, aspect, encoded(logo))


@pytest.mark.parametrize(("per_page", "pages"), [(1, 9), (2, 5), (4, 3), (6, 2), (9, 1)])
def test_a_board_has_as_many_frames_a_page_as_wished(per_page: PerPage, pages: int) -> None:
    for aspect in (16 / 9, 9 / 16):
        assert len(re.findall(rb"/Type /Page\b(?!s)", storyboard_pdf(board(9, aspect), per_page))) == pages


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
@pytest.mark.parametrize("per_page", [1, 4, 9])
def test_the_words_of_a_board_can_be_selected(tmp_path: Path, per_page: PerPage) -> None:
    (tmp_path / "board.pdf").write_bytes(storyboard_pdf(board(9), per_page))
    told = subprocess.run(["pdftotext", "board.pdf", "-"], cwd=tmp_path, capture_output=True, text=True, check=True)
    for words in ("The Lantern", "One warm light.", "She walks home.", "“Now then.”", "Note: Warmer.", "2.5 s", "9A"):
        assert words in told.stdout, words


def test_a_contact_sheet_shows_every_frame() -> None:
    frames = tuple(SheetFrame(f"{number}A", 2.5, "She walks. " * 20, encoded(scene())) for number in range(5))
    data = contact_sheet("The Lantern", (*frames, SheetFrame("6A", 1.0, image=b"nothing")))
    picture = np.asarray(Image.open(io.BytesIO(data))).astype(int)
    assert picture.shape[1] == 1920
    blue = (picture[..., 2] > picture[..., 0] + 20).mean()
    assert 0.03 < blue < 0.7
    assert data == contact_sheet("The Lantern", (*frames, SheetFrame("6A", 1.0)))


def test_a_gif_plays_a_part_of_the_film_for_ever(tmp_path: Path) -> None:
    clip = house_clip(tmp_path / "clip.mp4", 2.0)
    write_gif(clip, tmp_path / "a.gif", quiet, start_s=0.5, seconds=1.0, width=160)
    with Image.open(tmp_path / "a.gif") as picture:
        assert (picture.size, getattr(picture, "n_frames", 0), picture.info["loop"]) == ((160, 90), 12, 0)
        shown = np.asarray(picture.convert("RGB").resize((WIDTH, HEIGHT))).astype(int)
    assert np.abs(shown - frames_of(clip)[12]).mean() < 16
    with pytest.raises(DailiesError):
        write_gif(clip, tmp_path / "b.gif", quiet, start_s=5)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.gif", "clip.mp4"]


def test_a_filmstrip_has_a_tile_for_every_second(tmp_path: Path) -> None:
    strip = filmstrip(house_clip(tmp_path / "clip.mp4", 3.0), 1.0)
    assert (strip.times, strip.columns, strip.width, strip.height) == ((0.0, 1.0, 2.0), 3, 160, 90)
    with Image.open(io.BytesIO(strip.jpeg)) as sheet:
        assert sheet.size == (480, 90)


def test_an_animatic_lasts_as_long_as_its_shots(tmp_path: Path) -> None:
    frames = (
        AnimaticFrame(1.5, "1A", "Now then.", image=encoded(scene())),
        AnimaticFrame(1.0, "1B", action="She walks home in the rain."),
        AnimaticFrame(0.5, "2A", image=b"nothing"),
    )
    report = write_animatic(frames, tmp_path / "a.mp4", WIDTH, HEIGHT, quiet)
    assert report.frames == 72
    assert probe(tmp_path / "a.mp4").seconds == 3.0
    shown = frames_of(tmp_path / "a.mp4")
    label, card = shown[18][8:20, 16:60], shown[48]
    assert label.min() < 40 < 200 < label.max()
    assert np.abs(card[-20:].astype(int) - (44, 44, 50)).mean() < 4
    assert card[60:110].max() > 120


def test_a_manifest_tells_prompts_models_seeds_costs_and_licences(tmp_path: Path) -> None:
    frame = tmp_path / "frame.png"
    frame.write_bytes(encoded(scene()))
    records = (record(frame), record(frame, take="t2", cost=1_250_000, model="veo-3", seed=9))
    licences = (Licence("Typeface Inter", "SIL Open Font License 1.1", "https://openfontlicense.org"),)
    about = manifest({"id": "p1", "title": "The Lantern"}, records, licences)
    write_archive(
        tmp_path / "all.zip", [Entry("frame.png", frame), Entry("t1.json", data=provenance_json(records[0]))], about
    )
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        told = json.loads(archive.read("manifest.json"))
    assert told["cost_usd"] == "1.300000"
    assert told["models"][1] == {"model": "veo-3", "takes": 1, "cost_usd": "1.250000"}
    assert [take["seed"] for take in told["takes"]] == [7, 9]
    assert told["takes"][0]["digital_source_type"].endswith("/trainedAlgorithmicMedia")
    assert told["takes"][0]["sha256"] == told["files"][0]["sha256"]
    assert told["licences"][0]["subject"] == "Typeface Inter"


@pytest.mark.skipif(not credentials.can_sign(), reason="c2pa-python is not installed")
def test_credentials_hold_until_the_file_is_changed(tmp_path: Path) -> None:
    picture, film = tmp_path / "frame.png", house_clip(tmp_path / "clip.mp4", 0.5)
    picture.write_bytes(encoded(scene()))
    identity = credentials.new_identity("Harbour Films")
    for path, kind in ((picture, "image/png"), (film, "video/mp4")):
        signed = path.with_stem("signed")
        making = "assembled here" if path is film else "generated"
        credentials.sign(path, signed, record(path, kind, making=making), identity)
        found = credentials.read_credentials(signed)
        assert found is not None
        state, told = found
        assert (state, told["title"]) == ("Valid", "Shot 1, take 2")
        assert "A lantern at dusk." in json.dumps(told)
        assert credentials.read_credentials(path) is None
    assert [np.array_equal(*pair) for pair in zip(frames_of(film), frames_of(tmp_path / "signed.mp4"), strict=True)]
    data = bytearray((tmp_path / "signed.png").read_bytes())
    data[-200] ^= 1
    (tmp_path / "forged.png").write_bytes(data)
    forged = credentials.read_credentials(tmp_path / "forged.png")
    assert forged is None or forged[0] == "Invalid"
    with pytest.raises(DailiesError):
        credentials.sign(picture, tmp_path / "no.png", record(picture), credentials.Identity("no", "no"))
    assert not (tmp_path / "no.png").exists()
