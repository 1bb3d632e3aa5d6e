"""The port's editor, by means of the film engine."""

from __future__ import annotations

import asyncio

from dailies.domain.errors import InvalidInput
from dailies.media.captions import Spoken, cues_of
from dailies.media.cut.assembly import assemble
from dailies.media.cut.film import EndCard, Film, FilmClip, Join
from dailies.media.music import compose
from dailies.media.sound.loudness import mastered
from dailies.media.sound.signal import Sound
from dailies.ports import CutRequest, Progress


class FilmEditor:
    """Joins clips on this machine."""

    name = "built-in editor"

    async def assemble(self, request: CutRequest, progress: Progress) -> None:
        """Write the film: H.264, yuv420p, AAC, faststart; both tracks last exactly as long as the clips do.

        Music is mastered to -14 LUFS and -1 dBTP. A clip shorter than its ``seconds`` holds its last picture.
        Raises InvalidInput ``cut_empty``, DailiesError ``film_unreadable``, and whatever ``progress`` raises; then no
        file is left.
        """
        await asyncio.to_thread(_assemble, request, progress)


def _assemble(request: CutRequest, progress: Progress) -> None:
    if not request.clips or any(clip.seconds <= 0 for clip in request.clips):
        raise InvalidInput("A cut has at least one clip, and every clip has a length.", code="cut_empty")
    progress(0.0)
    join = Join("crossfade" if request.transition == "dissolve" else "cut", request.transition_s)
    spoken = [Spoken(clip.seconds, clip.caption) for clip in request.clips]
    film = Film(
        tuple(FilmClip(clip.path, clip.seconds, caption=clip.caption) for clip in request.clips),
        request.width,
        request.height,
        request.output,
        joins=(join,) * (len(request.clips) - 1),
        fps=request.fps,
        captions=cues_of(spoken) if request.captions else (),
        title=request.title,
        end_card=EndCard(request.end_card) if request.end_card.strip() else None,
        sound=_sound(request, progress),
    )
    assemble(film, progress)


def _sound(request: CutRequest, progress: Progress) -> Sound | None:
    if not request.music:
        return None
    starts = [0.0]
    for clip in request.clips:
        starts.append(starts[-1] + clip.seconds)
    cuts = [round(start * request.fps) / request.fps for start in starts]
    return mastered(compose(cuts[-1], cuts[1:-1], request.seed, lambda: progress(0.0)))[0]
