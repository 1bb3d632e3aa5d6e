"""The cut's settings, how clips are made, and the files a project is handed over as."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dailies.api.schemas.base import Shape
from dailies.domain.cutting import CaptionGround, CaptionPlace, Direction, Mood, Rate, Transition
from dailies.domain.delivery import Codec, DeliveryKind, DeliveryShape, ShortSide


class JoinShape(Shape):
    """How one clip leads to the next, where it differs from the others. ``after``: the shot that ends."""

    after: str
    transition: Transition = "cut"
    seconds: float = 0.5
    direction: Direction = "left"


class ClipEditShape(Shape):
    """What is shown of one clip. ``trim_out_s``: None for what its shot needs; ``hold_s``: seconds its last picture
    stands."""

    shot: str
    trim_in_s: float = 0.0
    trim_out_s: float | None = None
    speed: float = 1.0
    hold_s: float = 0.0


class CaptionLookShape(Shape):
    """How burned-in captions look."""

    scale: float = 1.0
    place: CaptionPlace = "bottom"
    ground: CaptionGround = "outline"
    upper: bool = False
    by_word: bool = False


class NarrationShape(Shape):
    """Whether lines are spoken, and how."""

    on: bool = False
    voice: str = Field(default="", max_length=80)
    speed: float = 1.0
    stretch: bool = True


class EndCardShape(Shape):
    """The last words. ``text``: "" for the story's own; ``logo``: sha256 of an uploaded picture, or ""."""

    on: bool = True
    text: str = Field(default="", max_length=200)
    call_to_action: str = Field(default="", max_length=80)
    logo: str = ""
    seconds: float = 2.2


class CutSettingsShape(Shape):
    """How clips are joined. ``transition``, ``transition_s``, ``direction``: of every pair but those in ``joins``.
    ``captions``: burned in. ``order``: shots that come first; ``left_out``: shots not shown."""

    transition: Transition = "cut"
    captions: bool = True
    music: bool = True
    title: bool = True
    transition_s: float = 0.5
    direction: Direction = "left"
    joins: list[JoinShape] = Field(default=[], max_length=400)
    clips: list[ClipEditShape] = Field(default=[], max_length=400)
    order: list[str] = Field(default=[], max_length=400)
    left_out: list[str] = Field(default=[], max_length=400)
    caption_look: CaptionLookShape = CaptionLookShape()
    end_card: EndCardShape = EndCardShape()
    match_colour: bool = False
    mood: Mood = "warm"
    music_file: str = ""
    duck_db: float = 11.0
    loudness: float = -14.0
    narration: NarrationShape = NarrationShape()
    fps: Rate = 24


class ClipMakingShape(Shape):
    """How one shot's clip is made. ``chain``: begin with the last picture of the clip before it; ``to_next``: end on
    the next shot's frame; ``motion``, ``negative``: prompts, "" for the story's words and none; ``seconds``: None for
    the shot's."""

    chain: bool = False
    to_next: bool = False
    motion: str = ""
    negative: str = ""
    seconds: float | None = None


class DeliveryRequest(Shape):
    """A file to make. ``shape``: "" for the film's own; ``short_side``: pixels, 0 for the film's own; ``fps``: None for
    the cut's; ``codec``: of a WebM; ``start_s``, ``seconds``: the part a GIF shows; ``credentials``: sign into an MP4
    how it was made (C2PA)."""

    kind: DeliveryKind
    shape: DeliveryShape = ""
    short_side: ShortSide = 0
    fps: Rate | None = None
    codec: Codec = "h264"
    start_s: float = 0.0
    seconds: float = 4.0
    credentials: bool = False


class DeliveryFile(Shape):
    """A file that takes a while, in one form it was asked in. ``id``: to download it by; ``take``: of it, None while
    the first is made; ``older_because``: why it is older than the project, empty where it is not; ``operation``: under
    way, with its ``progress`` 0 to 1; ``failed``: why the last attempt failed, or ""."""

    id: str
    wish: DeliveryRequest
    take: int | None
    bytes: int
    width: int
    height: int
    seconds: float | None
    older_because: list[str]
    operation: str | None
    progress: float
    failed: str


class DocumentState(Shape):
    """A delivery that is made at once when it is asked for. ``missing``: why there is nothing to deliver yet, or ""."""

    kind: Literal["mp4", "pdf", "sheet", "srt", "vtt", "otio", "fcpxml", "edl", "provenance"]
    missing: str


class DeliveriesShape(Shape):
    """All deliveries of a project. ``can_sign``: whether content credentials can be written here."""

    documents: list[DocumentState]
    files: list[DeliveryFile]
    can_sign: bool


class NarrationRequest(Shape):
    """Have lines spoken: of these shots, or of all whose line has no voice or an older one."""

    shots: list[str] | None = Field(default=None, max_length=400)


class LineShape(Shape):
    """A line and its voice. ``take``: the selected one's number, None while there is none; ``sha256``: its sound, or
    ""; ``fits``: whether it is no longer than its shot; ``fresh``: whether it says the line as it now is."""

    shot: str
    text: str
    take: int | None
    sha256: str
    seconds: float | None
    fits: bool
    fresh: bool
    usd: float


class WaveformShape(Shape):
    """A film's sound: lowest and highest value of each moment, -1 to 1."""

    per_second: int
    peaks: list[tuple[float, float]]


class StripShape(Shape):
    """Small pictures of a film on one sheet: tile n shows it from ``times[n]`` seconds on."""

    columns: int
    width: int
    height: int
    times: list[float]


class TimelineReturn(Shape):
    """What an edited timeline changes: a sentence for each thing, and the plan's id; None where nothing can be taken
    over."""

    changes: list[str]
    plan: str | None
