"""Makes clips from pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dailies.adapters.providers.replicate.files import picture_file
from dailies.adapters.providers.replicate.prediction import urls_of
from dailies.adapters.providers.replicate.work import FETCHING, Hired, Rising, Unreadable
from dailies.domain.errors import DailiesError
from dailies.domain.quantities import Terms, clip_quantities, clip_terms
from dailies.media.encoder import FilmFile
from dailies.media.planes import Plane
from dailies.media.sources import film_frames
from dailies.media.video import probe
from dailies.ports import ClipRequest, ClipResult, Progress

MOST_BYTES = 512 * 1024 * 1024
FEW = 2
"""Frames that may be missing at the end of a film."""

FRAMES_PER_TICK = 3


@dataclass(frozen=True)
class ReplicateAnimator(Hired):
    """An animator. The model's own length is the shortest that is long enough; the rest is cut off here."""

    @property
    def name(self) -> str:
        """The vendor's id."""
        return self.model.vendor

    async def animate(self, request: ClipRequest, progress: Progress) -> ClipResult:
        """Write exactly ``round(seconds * fps)`` frames of H.264 to ``request.output``. Raises InvalidInput before
        anything is sent, ProviderError, PaymentRequired."""
        inputs, progress = self.model.inputs, Rising(progress)
        terms: Terms = {
            **clip_terms(self.model, request.seconds, request.width, request.height, request.fps),
            "prompt": request.prompt,
            "start": picture_file(request.start),
        }
        with_end = request.end is not None and "end" in inputs
        if request.end is not None and with_end:
            terms["end"] = picture_file(request.end)
        if request.negative_prompt and "negative_prompt" in inputs:
            terms["negative_prompt"] = request.negative_prompt
        if "seed" in inputs:
            terms["seed"] = request.seed
        done = await self.run("clip", terms, clip_quantities(self.model, request.seconds), progress)

        def read(paths: Sequence[Path]) -> None:
            write_clip(
                paths[0], request, self.model.name, with_end, lambda share: progress(FETCHING + (1 - FETCHING) * share)
            )

        await self.fetch(done, lambda output: urls_of(output)[:1], read, MOST_BYTES, progress)
        progress(1.0)
        return ClipResult(self.model.name, request.seed, done.cost)


def write_clip(source: Path, request: ClipRequest, maker: str, to_the_end: bool, progress: Progress) -> None:
    """A vendor's film in the house format, in the request's size, rate and length.

    A film that is too long is cut off at its end; with ``to_the_end`` its last picture must stay, and it is played
    a little faster. One that is too short is played slower. Raises Unreadable; then no file is left.
    """
    wanted = round(request.seconds * request.fps)
    try:
        there = max(1, round(probe(source).seconds * request.fps))
        frames = film_frames(source, request.width, request.height, request.fps)
        with FilmFile(request.output, request.width, request.height, request.fps, maker=maker) as film:
            for number, frame in enumerate(_shown(frames, _order(there, wanted, to_the_end))):
                film.write(frame)
                if number % FRAMES_PER_TICK == 0:
                    progress((number + 1) / wanted)
    except DailiesError as error:
        raise Unreadable("sent no usable film") from error


def _order(there: int, wanted: int, to_the_end: bool) -> list[int]:
    """For each frame to write, the number of the frame shown."""
    if not to_the_end and there >= wanted - FEW:
        return [min(number, there - 1) for number in range(wanted)]
    return [round(number * (there - 1) / max(1, wanted - 1)) for number in range(wanted)]


def _shown(frames: Iterator[Plane], order: Sequence[int]) -> Iterator[Plane]:
    """The frames of these numbers, which never fall. Raises Unreadable where the film ends before."""
    at, shown = -1, None
    for number in order:
        while at < number:
            following = next(frames, None)
            if following is None:
                break
            at, shown = at + 1, following
        if shown is None or at < number - FEW:
            raise Unreadable("sent half a film")
        yield shown
