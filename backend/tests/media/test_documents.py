from __future__ import annotations

import hashlib
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import opentimelineio as otio
import pytest

from dailies.media.archive import Entry, archive_chunks, write_archive
from dailies.media.storyboard_pdf import Board, Panel, storyboard_pdf
from dailies.media.timeline import Timeline, TimelineClip, edl, fcpxml, otio_json
from tests.media.pictures import encoded, scene

FILM = Timeline(
    "The Lantern & the Lane",
    (
        TimelineClip("Clip 1", "clips/01-1A.mp4", 2.5, 5.0, note="She walks <home>.", caption="“Rain again.”"),
        TimelineClip("Clip 2", "clips/02-1B.mp4", 3.0),
        TimelineClip("Clip 3", "clips/03-2A.mp4", 1.5),
    ),
    1280,
    720,
)


def test_otio_holds_every_clip_at_its_length() -> None:
    document = otio.adapters.read_from_string(otio_json(FILM), "otio_json")
    clips = list(document.find_clips())
    assert [clip.duration().to_seconds() for clip in clips] == [2.5, 3.0, 1.5]
    assert clips[0].media_reference.target_url == "clips/01-1A.mp4"
    assert clips[0].available_range().duration.to_seconds() == 5.0
    assert document.duration().to_frames() == 168


def test_edl_reads_back_to_the_same_cut() -> None:
    text = edl(FILM)
    assert text.startswith("TITLE: The Lantern & the Lane")
    assert "00:00:02:12 00:00:05:12" in text
    document = otio.adapters.read_from_string(text, "cmx_3600", rate=24)
    assert [clip.duration().to_frames() for clip in document.find_clips()] == [60, 72, 36]


def test_fcpxml_places_clips_one_after_another() -> None:
    root = ET.fromstring(fcpxml(FILM))
    shown = root.findall(".//spine/asset-clip")
    assert [clip.get("offset") for clip in shown] == ["0s", "60/24s", "132/24s"]
    assert [clip.get("duration") for clip in shown] == ["60/24s", "72/24s", "36/24s"]
    assets = {asset.get("id"): asset for asset in root.findall("resources/asset")}
    assert all(clip.get("ref") in assets for clip in shown)
    assert assets["r2"].get("duration") == "120/24s"
    assert root.findtext(".//note") == "She walks <home>."


def board(count: int, aspect: float = 16 / 9) -> Board:
    image = encoded(scene(), "JPEG")
    words = "She stops under the awning and looks up at the sign. " * 6
    panels = tuple(
        Panel(number, f"{number}A", 2.5, words, "Wide, push in", "Zażółć — “now”", image) for number in range(count)
    )
    return Board("The Lantern", "A tired nurse finds one warm light.", panels, aspect)


@pytest.mark.parametrize(("count", "aspect", "pages"), [(0, 16 / 9, 1), (6, 16 / 9, 1), (7, 16 / 9, 2), (5, 9 / 16, 2)])
def test_a_board_has_as_many_pages_as_its_frames_need(count: int, aspect: float, pages: int) -> None:
    document = storyboard_pdf(board(count, aspect))
    assert document.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b(?!s)", document)) == pages
    # A4 landscape in points.
    assert b"[0 0 841.89 595.28]" in document


def test_a_frame_without_a_readable_picture_stays_empty() -> None:
    document = storyboard_pdf(
        Board("T", "L", (Panel(1, "1A", 2, "Walks.", image=b"nothing"), Panel(2, "1B", 2, "Sits.")))
    )
    assert b"/Subtype /Image" not in document


def test_an_archive_holds_its_files_and_their_digests(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"\x00film" * 200_000)
    entries = [Entry("the-lantern.mp4", film), Entry("captions/en.srt", data="1\nGrüße\n".encode())]
    write_archive(tmp_path / "all.zip", entries, {"title": "The Lantern"})
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["the-lantern.mp4", "captions/en.srt", "manifest.json"]
        assert archive.getinfo("the-lantern.mp4").compress_type == zipfile.ZIP_STORED
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["title"] == "The Lantern"
    assert manifest["files"][0] == {
        "name": "the-lantern.mp4",
        "size": 1_000_000,
        "sha256": hashlib.sha256(film.read_bytes()).hexdigest(),
    }


def test_an_archive_comes_in_pieces_and_is_always_the_same(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(bytes(1_500_000))
    pieces = list(archive_chunks([Entry("film.mp4", film)], {}))
    assert len(pieces) > 4
    assert max(map(len, pieces)) < 600_000
    assert b"".join(pieces) == b"".join(archive_chunks([Entry("film.mp4", film)], {}))
    assert zipfile.ZipFile(io.BytesIO(b"".join(pieces))).testzip() is None


@pytest.mark.parametrize("name", ["../film.mp4", "/film.mp4", "a\\b.txt", "", "manifest.json", "c:x"])
def test_an_archive_refuses_names_that_lead_out_of_it(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="name"):
        write_archive(tmp_path / "all.zip", [Entry(name)], {})
    assert list(tmp_path.iterdir()) == []
