from __future__ import annotations

import re
import shutil
import subprocess
import wave
from pathlib import Path

import av
import numpy as np
import pytest

from dailies.domain.errors import DailiesError
from dailies.media.captions import Word, spoken_cues, srt, vtt, word_cues
from dailies.media.music import MOODS, Mood, compose
from dailies.media.sound.ducking import ducked
from dailies.media.sound.files import peaks, read_sound, write_wav
from dailies.media.sound.loudness import limited, loudness, mastered, true_peak
from dailies.media.sound.mix import Effect, Line, SoundPlan, mix
from dailies.media.sound.signal import RATE, Sound, silence
from dailies.media.sound.stretch import fitted, stretched
from dailies.media.speech_local import say

CHANCE = np.random.default_rng(5)


def tone(seconds: float, pitch: float = 220.0, level: float = 0.3) -> Sound:
    time = np.arange(round(seconds * RATE)) / RATE
    return np.tile(level * np.sin(2 * np.pi * pitch * time), (2, 1)).astype(np.float32)


def bursts(seconds: float) -> Sound:
    noise = CHANCE.normal(0, 0.05, (2, round(seconds * RATE)))
    return (noise * (1 + 6 * (np.arange(noise.shape[1]) % 24_000 < 6000))).astype(np.float32)


def metered(path: Path) -> tuple[float, float]:
    """Loudness and true peak as FFmpeg's own meter has them, inside this process."""
    graph = av.filter.Graph()
    last = None
    with av.open(str(path)) as container:
        source = graph.add_abuffer(template=container.streams.audio[0])
        meter, sink = graph.add("ebur128", "metadata=1:peak=true"), graph.add("abuffersink")
        source.link_to(meter)
        meter.link_to(sink)
        graph.configure()
        for frame in container.decode(audio=0):
            graph.push(frame)
        graph.push(None)
        highest = 0.0
        while True:
            try:
                last = graph.pull()
            except (av.EOFError, av.BlockingIOError):
                break
            assert isinstance(last, av.AudioFrame)
            facts = last.metadata
            highest = max(highest, *(float(facts[f"lavfi.r128.true_peaks_ch{each}"]) for each in (0, 1)))
    return float(facts["lavfi.r128.I"]), 20 * float(np.log10(highest))


@pytest.mark.parametrize("name", ["tone", "bursts", "music", "gaps"])
def test_loudness_and_peaks_are_those_of_the_ebu_meter(tmp_path: Path, name: str) -> None:
    sounds = {
        "tone": tone(6, 997),
        "bursts": bursts(8),
        "music": compose(6, [2], 2),
        "gaps": np.concatenate([tone(3), silence(4), tone(2, level=0.02)], axis=1),
    }
    sound = np.clip(sounds[name], -1, 1)
    write_wav(tmp_path / "a.wav", sound)
    level, peak = metered(tmp_path / "a.wav")
    assert loudness(sound) == pytest.approx(level, abs=0.11)
    assert true_peak(sound) == pytest.approx(peak, abs=0.15)


def test_a_peak_between_samples_is_seen() -> None:
    # A quarter of the sampling rate, caught where it is never at its height: 3 dB are between the samples.
    time = np.arange(RATE)
    sine = np.tile(np.sin(np.pi / 2 * time + np.pi / 4), (2, 1)).astype(np.float32)
    assert np.abs(sine).max() == pytest.approx(0.707, abs=0.001)
    assert true_peak(sine) == pytest.approx(0.0, abs=0.15)
    assert true_peak(silence(1)) == -np.inf


@pytest.mark.parametrize("sound", [bursts(6), tone(6, level=0.02), compose(6, [2, 4], 3)], ids=["b", "t", "m"])
def test_a_master_is_at_minus_14_and_below_minus_1(tmp_path: Path, sound: Sound) -> None:
    made, _ = mastered(sound)
    write_wav(tmp_path / "a.wav", made)
    level, peak = metered(tmp_path / "a.wav")
    assert level == pytest.approx(-14.0, abs=0.2)
    assert peak <= -0.95
    assert made.shape == sound.shape


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
def test_the_ffmpeg_program_measures_the_same(tmp_path: Path) -> None:
    made, _ = mastered(bursts(6))
    write_wav(tmp_path / "a.wav", made)
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", str(tmp_path / "a.wav"), "-af", "ebur128=peak=true", "-f",
               "null", "-"]  # fmt: skip
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr.rpartition("Summary")[2]
    level, peak = (float(re.findall(rf"{name}:\s+(\S+)", told)[0]) for name in ("I", "Peak"))
    assert level == pytest.approx(-14.0, abs=0.2)
    assert peak <= -0.95


def test_the_limiter_leaves_what_is_soft_alone_and_turns_peaks_down_smoothly() -> None:
    soft = tone(1, level=0.3)
    assert limited(soft) is soft
    loud = tone(1, level=0.5)
    loud[:, 24_000:24_200] *= 3
    made = limited(loud)
    assert true_peak(made) <= -1.0
    assert np.allclose(made[:, :12_000], loud[:, :12_000], atol=1e-4)
    assert np.abs(np.diff(made)).max() < 1.2 * np.abs(np.diff(loud)).max()


def test_silence_is_not_made_loud() -> None:
    made, gain = mastered(silence(2))
    assert gain == 0.0
    assert not made.any()


def test_a_line_is_trimmed_and_spoken_faster_where_it_must_be() -> None:
    line = np.concatenate([silence(0.5), tone(2.2), silence(0.5)], axis=1)
    easy = fitted(line, 3.0)
    assert (easy.speed, easy.over_s) == (1.0, 0.0)
    assert easy.sound.shape[1] / RATE == pytest.approx(2.26, abs=0.02)
    tight = fitted(line, 2.0)
    assert tight.speed == pytest.approx(1.13, abs=0.01)
    assert tight.over_s == pytest.approx(0, abs=0.002)
    assert fitted(line, 1.0).over_s > 0.8


@pytest.mark.parametrize("speed", [0.8, 1.2])
def test_stretching_keeps_the_pitch_and_gives_the_exact_length(speed: float) -> None:
    made = stretched(tone(2, 440), speed)
    assert made.shape == (2, round(2 * RATE / speed))
    spectrum = np.abs(np.fft.rfft(made[0, 12_000:60_000]))
    assert float(np.argmax(spectrum)) == pytest.approx(440, abs=4)


def test_music_steps_back_before_and_during_speech_and_returns() -> None:
    speech = np.concatenate([silence(2), tone(1), silence(3)], axis=1)
    music = np.ones_like(speech)
    gain = 20 * np.log10(ducked(music, speech)[0])
    at = {second: float(gain[round(second * RATE)]) for second in (1.5, 1.98, 2.5, 3.1, 5.5)}
    assert at[1.5] == pytest.approx(0, abs=0.01)
    assert at[1.98] < -5
    assert at[2.5] == pytest.approx(-11, abs=0.2)
    assert at[3.1] < -9
    assert at[5.5] == pytest.approx(0, abs=0.2)


def test_a_mix_has_stems_that_add_up_and_says_what_does_not_fit() -> None:
    lines = (Line(tone(2.5), 0, 3, "Clip 1"), Line(tone(4, 300), 3, 2.5, "Clip 2"), Line(tone(1), 5.5, 2.5, "Clip 3"))
    plan = SoundPlan(8, lines, tone(3, 110), (Effect(tone(2, 90), 1, 1.5),))
    made = mix(plan)
    assert {stem.shape for stem in (made.master, *made.stems.values())} == {(2, 8 * RATE)}
    assert made.loudness == pytest.approx(-14, abs=0.2)
    assert made.peak <= -1.0
    total = sum(made.stems.values(), start=silence(8))
    quiet = np.abs(total).max(axis=0) < 0.5
    assert np.abs(made.master - total)[:, quiet].mean() < 0.02
    assert [line.warning for line in made.lines] == [
        "",
        "The line of Clip 2 is 1.0 s longer than its scene, even spoken a fifth faster.",
        "The line of Clip 3 starts 0.8 s late, after the one before it.",
    ]
    assert made.lines[1].end_s <= made.lines[2].start_s + 0.001
    assert made.stems["effects"][:, :RATE].any() == np.False_


def test_words_move_with_their_line() -> None:
    words = (Word(0.5, 1.5, "Now"), Word(1.5, 3.3, "then."))
    line = Line(np.concatenate([silence(0.5), tone(2.8)], axis=1), 4.0, 2.7, "Clip 2", words)
    placed = mix(SoundPlan(8, (line,))).lines[0]
    assert placed.speed > 1.05
    assert placed.words[0].start_s == pytest.approx(4.15, abs=0.05)
    assert placed.words[-1].end_s == pytest.approx(placed.end_s, abs=0.05)


def test_cues_follow_the_words_and_carry_their_times() -> None:
    words = tuple(
        Word(index * 0.5, index * 0.5 + 0.4, text) for index, text in enumerate("One more for the road.".split())
    )
    cues = spoken_cues(words, 10.0)
    assert [(cue.start_s, cue.text) for cue in cues] == [(0.0, "One more for the road.")]
    assert cues[0].end_s == pytest.approx(2.75)
    assert "One <00:00:00.500>more <00:00:01.000>for" in vtt(cues)
    assert srt(word_cues(cues)).count("-->") == 5


@pytest.mark.parametrize("mood", list(MOODS))
def test_every_mood_is_music_of_the_same_length_and_level(mood: Mood) -> None:
    sound = compose(5.0, [2.5], 4, mood=mood)
    assert sound.shape == (2, 5 * RATE)
    assert -20 < loudness(sound) < -14
    assert mood == "warm" or not np.array_equal(sound, compose(5.0, [2.5], 4))


def test_a_wav_file_keeps_24_bits_and_any_file_is_read_as_48_khz_stereo(tmp_path: Path) -> None:
    sound = tone(1.5, level=0.9)
    write_wav(tmp_path / "a.wav", sound)
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate(), file.getnframes()) == (
            2,
            3,
            RATE,
            72_000,
        )
    assert np.abs(read_sound(tmp_path / "a.wav") - sound).max() < 2e-7
    with wave.open(str(tmp_path / "low.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22_050)
        file.writeframes((sound[0, ::2] * 32_000).astype("<i2").tobytes())
    other = read_sound(tmp_path / "low.wav")
    assert abs(other.shape[1] - round(36_000 / 22_050 * RATE)) < 40
    assert read_sound(tmp_path / "a.wav", 0.5).shape == (2, 24_000)
    (tmp_path / "no.wav").write_bytes(b"nothing")
    with pytest.raises(DailiesError, match="no sound"):
        read_sound(tmp_path / "no.wav")


def test_peaks_are_the_lowest_and_highest_of_each_hundredth_of_a_second() -> None:
    sound = silence(1.005)
    sound[0, 4800], sound[1, 4801] = 0.5, -0.25
    drawn = peaks(sound)
    assert len(drawn) == 101
    assert drawn[10] == (-0.25, 0.5)
    assert drawn[11] == (0.0, 0.0)


def test_the_scratch_voice_speaks_and_times_its_words(tmp_path: Path) -> None:
    text = "You look like you could use this, after 1984 — don't you think?"
    said = say(text, tmp_path / "say.wav")
    if said is None:
        pytest.skip("espeak-ng is not installed")
    assert " ".join(word.text for word in said.words) == text
    starts = [word.start_s for word in said.words]
    assert starts == sorted(starts)
    assert 2 < said.seconds < 8
    assert read_sound(said.path).shape[1] / RATE == pytest.approx(said.seconds, abs=0.01)
    with pytest.raises(DailiesError, match="could not"):
        say(text, tmp_path / "no.wav", voice="no such voice")
