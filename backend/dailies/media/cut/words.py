"""Words on a film: on which frames each stands, how it comes and goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2

from dailies.media import lettering
from dailies.media.captions import Cue
from dailies.media.cut.film import EndCard, Film
from dailies.media.lettering import Lettering
from dailies.media.planes import BLACK, NEUTRAL, Plane, unpacked

LEAST_WORDS_S = 1.1
"""Seconds any words need to be read."""
FADE_S = 0.35
CAPTION_FADE_S = 0.12
CAPTION_MARGIN_S = 0.1
"""Seconds at both ends of a clip without its caption, so that it never hangs over a cut."""
END_DIM = 0.26
"""What is left of the picture's light under the end card."""


@dataclass
class Words:
    """Words and the frames they are on. ``fade``: frames to come and to go; ``dim``: the share of the
    picture's light left under them. They are drawn when they are first shown, and let go afterwards."""

    draw: Callable[[], Lettering | None]
    first: int
    end: int
    fade: int
    dim: float = 1.0
    stays: bool = False
    _drawn: Lettering | None = None
    _ready: bool = False

    def lay_on(self, frame: Plane, number: int) -> None:
        """Blend into the frame of this number, if they are on it."""
        if not self.first <= number < self.end:
            self._drawn, self._ready = None, False
            return
        if not self._ready:
            self._drawn, self._ready = self.draw(), True
        into, left = (number - self.first + 1) / (self.fade + 1), (self.end - number) / (self.fade + 1)
        strength = min(1.0, into, 1.0 if self.stays else left)
        strength = strength * strength * (3 - 2 * strength)
        if self.dim < 1:
            _dim(frame, 1 - (1 - self.dim) * strength)
        if self._drawn is not None:
            self._drawn.lay_on(frame, strength)


def words_of(film: Film, total: int) -> list[Words]:
    """Everything written on a film of ``total`` frames."""
    size, fps = (film.width, film.height), film.fps
    fade = max(1, round(FADE_S * fps))
    opening = min(round(film.title_s * fps), total // 2) if film.title.strip() else 0
    closing = min(_end_card_frames(film, total), total // 2)
    words = list(_captions(film, opening, total - closing))
    if opening:
        words.append(Words(lambda: lettering.title(film.title, *size), 0, opening, fade))
    card = film.end_card
    if closing and card is not None:
        words.append(
            Words(
                lambda: lettering.end_card(card.text, *size, card.call_to_action, card.logo),
                total - closing,
                total,
                fade,
                END_DIM,
                stays=True,
            )
        )
    return words


def _end_card_frames(film: Film, total: int) -> int:
    """Shorter where captions of the last clip need the time."""
    card = film.end_card
    if card is None or not _shows_something(card):
        return 0
    seconds = total / film.fps
    last = [cue for cue in film.captions if cue.end_s > seconds - 0.05]
    spare = min((seconds - cue.start_s for cue in last), default=None)
    if spare is None:
        return round(card.seconds * film.fps)
    return round(min(card.seconds, max(LEAST_WORDS_S, spare - LEAST_WORDS_S)) * film.fps)


def _shows_something(card: EndCard) -> bool:
    return bool(card.text.strip() or card.call_to_action.strip() or card.logo)


def _captions(film: Film, first: int, end: int) -> Iterator[Words]:
    """Captions on their frames, kept clear of the title and the end card where there is time to read them."""
    least = round((LEAST_WORDS_S - 2 * CAPTION_MARGIN_S) * film.fps)
    for cue in film.captions:
        start = round((cue.start_s + CAPTION_MARGIN_S) * film.fps)
        until = round((cue.end_s - CAPTION_MARGIN_S) * film.fps)
        if until - max(start, first) >= least:
            start = max(start, first)
        if min(until, end) - start >= least:
            until = min(until, end)
        if until > start:
            yield Words(_drawing(cue, film), start, until, max(1, round(CAPTION_FADE_S * film.fps)))


def _drawing(cue: Cue, film: Film) -> Callable[[], Lettering | None]:
    return lambda: lettering.caption(cue.text, film.width, film.height, film.caption_style)


def _dim(frame: Plane, share: float) -> None:
    """Darken a frame in place to a share of its light: luma toward black, chroma toward grey."""
    planes = unpacked(frame)
    cv2.convertScaleAbs(planes.y, dst=planes.y, alpha=share, beta=BLACK * (1 - share))
    for plane in (planes.u, planes.v):
        cv2.convertScaleAbs(plane, dst=plane, alpha=share, beta=NEUTRAL * (1 - share))
