"""Every frame of a film, made from its clips when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dailies.media.cut.colour import Grade, grades_of
from dailies.media.cut.film import Film, Join, Placed, total_frames
from dailies.media.cut.readers import Reader, reader_of
from dailies.media.cut.retiming import NEAR, Between
from dailies.media.cut.transitions import blended
from dailies.media.cut.words import Words, words_of
from dailies.media.planes import Plane


class Picture:
    """The film's frames, with transitions, grades and words. Files are open only while they are seen.

    Used with ``with``. Frames are asked for from first to last, but some may be left out.
    """

    def __init__(self, film: Film, clips: Sequence[Placed]) -> None:
        self._film = film
        self._clips = clips
        self._grades = grades_of(film, clips)
        self._readers: dict[int, Reader] = {}
        self._between = Between()
        self._near: dict[int, dict[int, Plane]] = {}
        self.total = total_frames(clips)
        self.words: list[Words] = words_of(film, self.total)

    def __enter__(self) -> Picture:
        return self

    def __exit__(self, *_: object) -> None:
        for reader in self._readers.values():
            reader.close()
        self._readers.clear()

    def frame(self, number: int) -> Plane:
        """A frame of the film, packed; the caller's to write to. Raises DailiesError ``film_unreadable``."""
        shown = [index for index, placed in enumerate(self._clips) if _seen(placed, number)]
        for index in [each for each in self._readers if each not in shown]:
            self._readers.pop(index).close()
            self._near.pop(index, None)
        frame = self._of_clip(shown[0], number) if len(shown) == 1 else self._joined(shown[0], number)
        for word in self.words:
            word.lay_on(frame, number)
        return frame

    def touched(self) -> Iterator[tuple[int, int]]:
        """The frames, first and one past the last, that are not simply a clip's own."""
        for placed, grade in zip(self._clips, self._grades, strict=True):
            if grade is not None:
                yield placed.start - placed.before, placed.start + placed.length + placed.after
            if placed.before:
                yield placed.start - placed.before, placed.start + placed.before
        for word in self.words:
            yield word.first, word.end

    def _joined(self, index: int, number: int) -> Plane:
        """A frame in the transition between a clip and the next one."""
        coming = self._clips[index + 1]
        join = self._film.joins[index] if index < len(self._film.joins) else Join()
        step = number - (coming.start - coming.before)
        one, two = self._of_clip(index, number), self._of_clip(index + 1, number)
        return blended(join, one, two, step, 2 * coming.before)

    def _of_clip(self, index: int, number: int) -> Plane:
        placed = self._clips[index]
        if index not in self._readers:
            film = self._film
            self._readers[index] = reader_of(placed.clip.path, film.width, film.height, film.fps)
        frame = self._slowed(index, number) if placed.step < 1 else self._readers[index].frame(placed.source(number))
        grade: Grade | None = self._grades[index]
        return frame.copy() if grade is None else grade.applied(frame)

    def _slowed(self, index: int, number: int) -> Plane:
        """A frame of a clip in slow motion, made between its own."""
        placed = self._clips[index]
        position, source = placed.position(number), placed.source(number)
        before = self._kept(index, source)
        if position - source < NEAR:
            return before
        return self._between.picture((index, source), before, self._kept(index, source + 1), position - source)

    def _kept(self, index: int, source: int) -> Plane:
        """A frame of a clip's file; the last two are kept, since readers don't like to go back."""
        kept = self._near.setdefault(index, {})
        if source not in kept:
            kept[source] = self._readers[index].frame(source)
        for old in [each for each in kept if not source - 1 <= each <= source + 1]:
            del kept[old]
        return kept[source]


def _seen(placed: Placed, number: int) -> bool:
    return placed.start - placed.before <= number < placed.start + placed.length + placed.after
