"""A finished film as WebM: AV1 (SVT-AV1) or VP9, with Opus."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, cast

import av
from av.video.stream import VideoStream

from dailies.media.encoder import SoundTrack, picture_of, set_picture
from dailies.media.sound.files import sound_blocks
from dailies.media.sound.signal import RATE
from dailies.media.sources import film_frames
from dailies.media.video import FilmFacts, probe
from dailies.ports import Progress

Codec = Literal["av1", "vp9"]
GROUP_S = 5
"""Seconds between pictures a player can jump to."""
FRAMES_PER_TICK = 3
OPTIONS: dict[Codec, tuple[str, dict[str, str]]] = {
    # Preset 8 is the fastest of SVT-AV1 that its authors recommend for files; 10 and up are for live video.
    "av1": ("libsvtav1", {"preset": "8", "crf": "32", "svtav1-params": "tune=0"}),
    "vp9": ("libvpx-vp9", {"deadline": "good", "cpu-used": "4", "crf": "31", "row-mt": "1", "tile-columns": "2"}),
}


def write_webm(film: Path, output: Path, progress: Progress, codec: Codec = "av1") -> None:
    """Encode a film anew as WebM, of the same size, rate and length, tagged BT.709.

    Raises DailiesError ``film_unreadable`` and whatever ``progress`` raises; then no file is left.
    """
    facts = probe(film)
    part = output.with_name(output.name + ".part")
    try:
        _write(film, part, facts, progress, codec)
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
    progress(1.0)


def _write(film: Path, part: Path, facts: FilmFacts, progress: Progress, codec: Codec) -> None:
    # SVT-AV1 prints its settings otherwise, past every logger.
    os.environ.setdefault("SVT_LOG", "1")
    fps = round(facts.fps)
    name, options = OPTIONS[codec]
    with av.open(str(part), "w", format="webm", options={"cues_to_front": "1"}) as file:
        video = cast(VideoStream, file.add_stream(name, rate=fps))
        video.options = {**options, "g": str(GROUP_S * fps)}
        set_picture(video, facts.width, facts.height, fps)
        video.bit_rate = 0
        sound = SoundTrack(file, "libopus") if facts.audio_codec else None
        blocks = sound_blocks(film) if sound else None
        most = facts.frames * RATE // fps
        for number, frame in enumerate(film_frames(film, facts.width, facts.height, fps)):
            file.mux(video.encode(picture_of(frame, number, fps)))
            # Sound is kept a little ahead of the pictures, so that the two lie side by side in the file.
            while sound is not None and blocks is not None and sound.samples < min(most, (number + 2) * RATE // fps):
                block = next(blocks, None)
                if block is None:
                    break
                # An AAC track decodes to whole blocks, a little more than was put in.
                sound.write(block[:, : max(0, most - sound.samples)])
            if number % FRAMES_PER_TICK == 0:
                progress(min(1.0, number / max(1, facts.frames)))
        file.mux(video.encode(None))
        if sound is not None:
            sound.close()
