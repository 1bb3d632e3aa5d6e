"""The cut: clips joined, words laid on, sound under them; streamed, so that memory does not grow with length.

``FilmEditor`` answers the port; ``assemble`` takes a ``Film``, which can say more: a transition for each pair of
clips, trims, speed and hold, matched colours, styled captions and an end card with a logo.
"""

from dailies.media.cut.assembly import CutReport, assemble
from dailies.media.cut.editor import FilmEditor
from dailies.media.cut.film import EndCard, Film, FilmClip, Join, Transition, cut_points, film_frames_count

__all__ = [
    "CutReport",
    "EndCard",
    "Film",
    "FilmClip",
    "FilmEditor",
    "Join",
    "Transition",
    "assemble",
    "cut_points",
    "film_frames_count",
]
