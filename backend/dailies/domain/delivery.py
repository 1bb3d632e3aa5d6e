"""Files a project is handed over as: what can be asked for, and of which size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dailies.domain.brief import AspectRatio
from dailies.domain.cutting import Rate
from dailies.domain.errors import InvalidInput

DeliveryKind = Literal["mp4", "webm", "gif", "animatic", "stems", "zip"]
DELIVERY_KINDS: tuple[DeliveryKind, ...] = get_args(DeliveryKind)
"""Files that take a while: each is made by an operation, and kept."""
Codec = Literal["h264", "av1", "vp9"]
DeliveryShape = Literal["", "16:9", "9:16", "1:1", "4:5", "21:9"]
ShortSide = Literal[0, 480, 720, 1080, 1440, 2160]
LONGEST_SIDE = 3840
LONGEST_GIF_S = 8.0
PREFIX = "delivery-"


@dataclass(frozen=True)
class SpokenWord:
    """A word and when it is said, in seconds from the line's start."""

    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True)
class DeliveryWish:
    """A file to make. ``shape``: "" for the film's own; ``short_side``: pixels, 0 for the film's own ("1080p" is 1080);
    ``fps``: None for the cut's; ``codec``: of an MP4 always h264, of a WebM av1 or vp9; ``start_s``, ``seconds``: the
    part a GIF shows; ``credentials``: sign how it was made into the file (C2PA), where it can hold that."""

    kind: DeliveryKind
    shape: DeliveryShape = ""
    short_side: ShortSide = 0
    fps: Rate | None = None
    codec: Codec = "h264"
    start_s: float = 0.0
    seconds: float = 4.0
    credentials: bool = False

    @property
    def id(self) -> str:
        """The item its files are takes of: one for each form it is asked in."""
        parts: list[str] = [self.kind]
        if self.shape:
            parts.append(self.shape.replace(":", "x"))
        if self.short_side:
            parts.append(f"{self.short_side}p")
        if self.fps:
            parts.append(f"{self.fps}fps")
        if self.kind == "webm":
            parts.append(self.codec)
        if self.kind == "gif":
            parts.append(f"{round(self.start_s * 1000)}-{round(self.seconds * 1000)}")
        if self.credentials:
            parts.append("signed")
        return PREFIX + "-".join(parts)

    @property
    def as_cut(self) -> bool:
        """Whether the pictures are the cut's own, of its size and rate."""
        return not self.shape and not self.short_side and self.fps is None


def checked_wish(wish: DeliveryWish) -> DeliveryWish:
    """The wish, if there is such a file. Raises InvalidInput ``delivery_invalid``."""
    if wish.kind == "webm" and wish.codec == "h264":
        raise InvalidInput("A WebM holds AV1 or VP9.", code="delivery_invalid")
    if wish.kind != "webm" and wish.codec != "h264":
        raise InvalidInput("AV1 and VP9 are delivered as WebM.", code="delivery_invalid")
    if wish.kind == "gif" and not (wish.start_s >= 0 and 0.5 <= wish.seconds <= LONGEST_GIF_S):
        raise InvalidInput(f"A GIF shows half a second to {LONGEST_GIF_S:g} seconds.", code="delivery_invalid")
    if wish.credentials and wish.kind != "mp4":
        raise InvalidInput("Content credentials go into MP4 files and pictures.", code="delivery_invalid")
    if not wish.as_cut and wish.kind not in ("mp4", "webm"):
        raise InvalidInput("Only films are delivered in other shapes and sizes.", code="delivery_invalid")
    return wish


def delivered_size(wish: DeliveryWish, width: int, height: int, shape: AspectRatio) -> tuple[int, int]:
    """Pixels, both even, of a film whose own size is ``width`` x ``height``; never longer than 3840."""
    if not wish.shape and not wish.short_side:
        return width, height
    across, down = (int(part) for part in (wish.shape or shape).split(":"))
    short: int = wish.short_side or min(width, height)
    scale = min(short / min(across, down), LONGEST_SIDE / max(across, down))
    return round(across * scale / 2) * 2, round(down * scale / 2) * 2
