from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import av
import pytest

from dailies.media.captions import MOST_CHARACTERS, Cue, Spoken, Word, cues_of, srt, vtt

CUES = (Cue(0.0, 2.5, "Hello there."), Cue(62.04, 3661.5, "Fish & <b>chips</b> --> now"))


def test_srt_is_numbered_and_timed_to_the_millisecond() -> None:
    assert srt(CUES) == (
        "1\n00:00:00,000 --> 00:00:02,500\nHello there.\n\n"
        "2\n00:01:02,040 --> 01:01:01,500\nFish & <b>chips</b> → now\n"
    )


def test_vtt_escapes_markup() -> None:
    text = vtt(CUES)
    assert text.startswith("WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.500\nHello there.\n")
    assert "Fish &amp; &lt;b&gt;chips&lt;/b&gt; → now" in text


def test_clips_without_words_make_no_cue_but_take_their_time() -> None:
    assert cues_of([Spoken(2.0, " "), Spoken(3.0, "Now.")]) == (Cue(2.0, 5.0, "Now."),)


def test_a_long_line_becomes_cues_that_share_the_clip() -> None:
    line = "The first sip is always the best one. The second is nearly as good as the first was that cold evening."
    cues = cues_of([Spoken(1.0, ""), Spoken(4.0, line)])
    assert [cue.text for cue in cues] == [
        "The first sip is always the best one.",
        "The second is nearly as good as the first was that cold evening.",
    ]
    assert (cues[0].start_s, cues[-1].end_s) == (1.0, 5.0)
    assert cues[0].end_s == cues[1].start_s
    assert all(len(cue.text) <= MOST_CHARACTERS for cue in cues)


def test_no_word_is_lost_when_there_is_no_time_for_cues() -> None:
    line = "word " * 60
    cues = cues_of([Spoken(1.0, line)])
    assert " ".join(cue.text for cue in cues) == line.strip()
    assert len(cues) == 1


@pytest.mark.parametrize(("suffix", "write"), [("srt", srt), ("vtt", vtt)])
def test_another_parser_reads_the_same_cues(tmp_path: Path, suffix: str, write: Callable[[Iterable[Cue]], str]) -> None:
    words = (Word(5.0, 5.4, "One"), Word(5.5, 5.9, "more."))
    cues = (*cues_of([Spoken(2.5, "Hello there."), Spoken(2.0, "Über & <out>.")]), Cue(5.0, 6.25, "One more.", words))
    path = tmp_path / f"captions.{suffix}"
    path.write_text(write(cues), encoding="utf-8")
    with av.open(str(path)) as container:
        base = container.streams[0].time_base
        assert base is not None
        read = [
            (float((packet.pts or 0) * base), float((packet.duration or 0) * base), bytes(packet).decode())
            for packet in container.demux()
            if packet.size
        ]
    moments = [moment for start, length, _ in read for moment in (start, start + length)]
    assert moments == pytest.approx([moment for cue in cues for moment in (cue.start_s, cue.end_s)])
    assert read[0][2] == "Hello there."
    assert len(read) == 3
