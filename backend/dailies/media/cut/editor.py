"""The port's editor, by means of the film engine."""

from __future__ import annotations

import asyncio
from itertools import accumulate
from pathlib import Path

from dailies.domain.cutting import CaptionLook, JoinChoice
from dailies.domain.errors import InvalidInput
from dailies.media.captions import Cue, Spoken, cues_of, spoken_cues, word_cues
from dailies.media.cut.assembly import assemble
from dailies.media.cut.film import EndCard, Film, FilmClip, Join, Transition
from dailies.media.cut.soundtrack import soundtrack
from dailies.media.lettering import CaptionStyle
from dailies.media.sound.files import write_wav
from dailies.media.sound.mix import PlacedLine
from dailies.ports import CutRequest, CutResult, Progress


class FilmEditor:
    """Joins clips on this machine."""

    name = "built-in editor"

    async def assemble(self, request: CutRequest, progress: Progress) -> CutResult:
        """Write the film: H.264, yuv420p, AAC, faststart; both tracks last exactly as long as the clips do.

        Sound is mastered to the loudness wished for and -1 dBTP. A clip shorter than its ``seconds`` holds its last
        picture. Raises InvalidInput ``cut_empty``, DailiesError ``film_unreadable``, ``sound_unreadable``, and whatever
        ``progress`` raises; then no file is left.
        """
        return await asyncio.to_thread(_assemble, request, progress)

    async def stems(self, request: CutRequest, folder: Path, progress: Progress) -> tuple[Path, ...]:
        """Write dialogue, music, effects and the master as 24-bit WAV, each as long as the film. Raises as
        ``assemble``."""
        return await asyncio.to_thread(_stems, request, folder, progress)


def _assemble(request: CutRequest, progress: Progress) -> CutResult:
    _check(request)
    progress(0.0)
    mixed = soundtrack(request, lambda: progress(0.0))
    settings = request.settings
    card = EndCard(request.end_card, request.call_to_action, request.logo, settings.end_card.seconds)
    film = Film(
        tuple(
            FilmClip(clip.path, clip.seconds, clip.trim_in_s, clip.trim_out_s, clip.speed, caption=clip.caption)
            for clip in request.clips
        ),
        request.width,
        request.height,
        request.output,
        joins=tuple(_join(clip.join) for clip in request.clips[:-1]),
        fps=settings.fps,
        captions=film_captions(request, mixed.lines if mixed else ()) if settings.captions else (),
        caption_style=_style(settings.caption_look),
        title=request.title,
        end_card=card if card.text.strip() or card.call_to_action.strip() or card.logo else None,
        match_colour=settings.match_colour,
        sound=mixed.master if mixed else None,
    )
    report = assemble(film, progress, copy=request.copy)
    warnings = mixed.warnings if mixed else ()
    return CutResult(report.frames, report.copied, warnings, round(mixed.loudness, 2) if mixed else None)


def _stems(request: CutRequest, folder: Path, progress: Progress) -> tuple[Path, ...]:
    _check(request)
    mixed = soundtrack(request, lambda: progress(0.1), always=True)
    assert mixed is not None
    progress(0.7)
    written = []
    for name, sound in (*mixed.stems.items(), ("master", mixed.master)):
        path = folder / f"{name}.wav"
        write_wav(path, sound)
        written.append(path)
        progress(0.7 + 0.075 * len(written))
    return tuple(written)


def film_captions(request: CutRequest, lines: tuple[PlacedLine, ...]) -> tuple[Cue, ...]:
    """The captions of a film: by the words where a line is spoken, else spread over the clip's length."""
    by_name = {line.name: line for line in lines if line.words}
    cues: list[Cue] = []
    starts = accumulate((clip.seconds for clip in request.clips), initial=0.0)
    for clip, start in zip(request.clips, starts, strict=False):
        line = by_name.get(clip.name)
        if line is not None and clip.caption.strip():
            cues.extend(spoken_cues(line.words, start + clip.seconds))
        else:
            plain = cues_of([Spoken(clip.seconds, clip.caption)])
            cues.extend(Cue(start + cue.start_s, start + cue.end_s, cue.text) for cue in plain)
    return word_cues(cues) if request.settings.caption_look.by_word else tuple(cues)


def _check(request: CutRequest) -> None:
    if not request.clips or any(clip.seconds <= 0 for clip in request.clips):
        raise InvalidInput("A cut has at least one clip, and every clip has a length.", code="cut_empty")


def _join(choice: JoinChoice) -> Join:
    kind: Transition = "crossfade" if choice.transition == "dissolve" else choice.transition
    return Join(kind, choice.seconds, choice.direction)


def _style(look: CaptionLook) -> CaptionStyle:
    return CaptionStyle(look.scale, look.place, look.ground, look.upper)
