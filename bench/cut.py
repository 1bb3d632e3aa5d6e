"""Assembly of a minute at 1920 x 1080 with a crossfade at each cut, against FFmpeg and MoviePy doing the same.

Twenty clips in the house format, of three and a half seconds each, overlap by half a second; a sound lies under them.
Each way runs once in a process of its own. FFmpeg is one plain command with the program that ``imageio-ffmpeg`` ships
(else the one on the path), with the encoder's preset and quality of the house format. MoviePy 2.2.1 wants a Pillow
older than ours: it is measured where DAILIES_BENCH_PYTHON names a Python that has it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bench.animator import textured_picture
from dailies.media.encoder import CRF, FilmFile
from dailies.media.planes import decode_rgb, packed, planes_of
from dailies.media.sound.files import write_wav
from dailies.media.sound.signal import RATE
from dailies.media.video import probe

WIDTH, HEIGHT, FPS = 1920, 1080, 24
CLIPS, DIFFERENT = 20, 4
CLIP_FRAMES, FADE_FRAMES = 84, 12
SECONDS = (CLIPS * CLIP_FRAMES - (CLIPS - 1) * FADE_FRAMES) / FPS
MOVIEPY_PYTHON = "DAILIES_BENCH_PYTHON"


def measure() -> dict[str, str | int | float]:
    """Time and peak memory of each way, and ours as ratios to the others'."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        _make_material(folder)
        row: dict[str, str | int | float] = {
            "what": f"{SECONDS:g} s of {WIDTH} x {HEIGHT}, {CLIPS} clips, {CLIPS - 1} crossfades, sound",
            "runs": 1,
        }
        found = {"dailies": _ours(folder, copy=True), "dailies, all encoded": _ours(folder, copy=False)}
        ffmpeg = _ffmpeg_program()
        if ffmpeg:
            found["ffmpeg"] = _run(_ffmpeg_command(ffmpeg, folder), folder / "ffmpeg.mp4")
        if os.environ.get(MOVIEPY_PYTHON):
            found["moviepy"] = _moviepy(folder, os.environ[MOVIEPY_PYTHON])
    for way, (seconds, mib) in found.items():
        row[f"{way}, s"] = round(seconds, 2)
        row[f"{way}, peak MiB"] = round(mib)
    seconds, mib = found["dailies"]
    for way in ("ffmpeg", "moviepy"):
        if way in found:
            row[f"time, {way} to dailies"] = round(found[way][0] / seconds, 2)
            row[f"memory, {way} to dailies"] = round(found[way][1] / mib, 2)
        else:
            row[way] = "not installed"
    return row


def _make_material(folder: Path) -> None:
    """Clips that pan over a picture with detail, and a sound of the film's length."""
    for number in range(DIFFERENT):
        picture = decode_rgb(textured_picture(WIDTH + CLIP_FRAMES * 2, HEIGHT, -2.2 + 0.3 * number))
        with FilmFile(folder / f"{number}.mp4", WIDTH, HEIGHT, FPS) as film:
            for frame in range(CLIP_FRAMES):
                film.write(packed(planes_of(np.ascontiguousarray(picture[:, frame * 2 : frame * 2 + WIDTH]))))
    moments = np.arange(round(SECONDS * RATE)) / RATE
    tone = 0.2 * np.sin(2 * np.pi * 220 * moments) * (1 + np.sin(2 * np.pi * 0.5 * moments)) / 2
    write_wav(folder / "sound.wav", np.stack([tone, tone]).astype(np.float32))


def _clips(folder: Path) -> list[Path]:
    return [folder / f"{number % DIFFERENT}.mp4" for number in range(CLIPS)]


_OURS = """
import json, resource, sys, time
from pathlib import Path
from bench.cut import CLIP_FRAMES, FADE_FRAMES, FPS, HEIGHT, WIDTH, _clips
from bench.timing import ignore_progress
from dailies.media.cut import Film, FilmClip, Join, assemble
from dailies.media.sound.files import read_sound

folder, copy = Path(sys.argv[1]), sys.argv[2] == "copy"
half = FADE_FRAMES / 2 / FPS
paths = _clips(folder)
begun = time.perf_counter()
clips = tuple(
    FilmClip(
        path,
        CLIP_FRAMES / FPS - half * (1 if index in (0, len(paths) - 1) else 2),
        trim_in_s=half if index else 0.0,
    )
    for index, path in enumerate(paths)
)
joins = (Join("crossfade", 2 * half),) * (len(clips) - 1)
film = Film(clips, WIDTH, HEIGHT, folder / "ours.mp4", joins, FPS, sound=read_sound(folder / "sound.wav"))
assemble(film, ignore_progress, copy=copy)
# Linux counts in KiB, macOS in bytes.
unit = 1024 if sys.platform != "darwin" else 1024 * 1024
print(json.dumps([time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit]))
"""

_MOVIEPY = """
import json, resource, sys, time
from moviepy import AudioFileClip, CompositeVideoClip, VideoFileClip, vfx

task = json.loads(sys.argv[1])
begun = time.perf_counter()
shown, start = [], 0.0
for number, path in enumerate(task["clips"]):
    clip = VideoFileClip(path).with_start(start)
    shown.append(clip.with_effects([vfx.CrossFadeIn(task["fade"])]) if number else clip)
    start += clip.duration - task["fade"]
film = CompositeVideoClip(shown).with_audio(AudioFileClip(task["sound"]))
film.write_videofile(
    task["output"], fps=task["fps"], codec="libx264", preset="veryfast", audio_codec="aac", audio_bitrate="192k",
    ffmpeg_params=["-crf", str(task["crf"])], logger=None,
)
unit = 1024 if sys.platform != "darwin" else 1024 * 1024
used = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps([time.perf_counter() - begun, used / unit]))
"""


def _ours(folder: Path, *, copy: bool) -> tuple[float, float]:
    command = [sys.executable, "-c", _OURS, str(folder), "copy" if copy else "encode"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    _check(folder / "ours.mp4")
    seconds, mib = json.loads(done.stdout.splitlines()[-1])
    return seconds, mib


def _moviepy(folder: Path, python: str) -> tuple[float, float]:
    task = {
        "clips": [str(path) for path in _clips(folder)],
        "sound": str(folder / "sound.wav"),
        "output": str(folder / "moviepy.mp4"),
        "fade": FADE_FRAMES / FPS,
        "fps": FPS,
        "crf": CRF,
    }
    done = subprocess.run([python, "-c", _MOVIEPY, json.dumps(task)], check=True, capture_output=True, text=True)
    _check(folder / "moviepy.mp4")
    seconds, mib = json.loads(done.stdout.splitlines()[-1])
    return seconds, mib


def _ffmpeg_program() -> str | None:
    python = os.environ.get(MOVIEPY_PYTHON)
    if python:
        asked = [python, "-c", "import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())"]
        done = subprocess.run(asked, check=False, capture_output=True, text=True)
        if done.returncode == 0:
            return done.stdout.strip()
    return shutil.which("ffmpeg")


def _ffmpeg_command(program: str, folder: Path) -> list[str]:
    inputs = [part for path in _clips(folder) for part in ("-i", str(path))]
    step = (CLIP_FRAMES - FADE_FRAMES) / FPS
    chain, last = [], "0:v"
    for number in range(1, CLIPS):
        fade = f"xfade=duration={FADE_FRAMES / FPS}:offset={step * number}"
        chain.append(f"[{last}][{number}:v]{fade}[v{number}]")
        last = f"v{number}"
    encoder = ["-c:v", "libx264", "-preset", "veryfast", "-crf", str(CRF), "-pix_fmt", "yuv420p"]
    sound = ["-i", str(folder / "sound.wav")]
    mapped = ["-filter_complex", ";".join(chain), "-map", f"[{last}]", "-map", f"{CLIPS}:a"]
    ending = ["-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart", str(folder / "ffmpeg.mp4")]
    return [program, "-v", "error", "-y", *inputs, *sound, *mapped, *encoder, *ending]


def _run(command: Sequence[str], output: Path) -> tuple[float, float]:
    """Wall-clock seconds and the most memory (MiB) of one program."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command[0])
    _check(output)
    return seconds, used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def _check(film: Path) -> None:
    """All ways make a film of the same length."""
    facts = probe(film)
    if abs(facts.seconds - SECONDS) > 1.5 / FPS or (facts.width, facts.height) != (WIDTH, HEIGHT):
        raise RuntimeError(f"{film.name} is not the film that was asked for: {facts}")
