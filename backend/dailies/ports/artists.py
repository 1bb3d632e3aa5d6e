"""The artists: words and pictures in, words and pictures out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from dailies.domain.brief import Brief
from dailies.domain.cutting import CutSettings, JoinChoice
from dailies.domain.delivery import SpokenWord
from dailies.domain.inpainting import Intent
from dailies.domain.project import Score
from dailies.domain.story import Story

Progress = Callable[[float], None]
"""Called with the share done, 0 to 1, from any thread."""


@dataclass(frozen=True)
class StoryResult:
    """A story and what it cost. ``cost``: millionths of a US dollar."""

    story: Story
    model: str
    cost: int = 0


class Writer(Protocol):
    """Writes and revises stories.

    Raises ProviderError with code ``brief_not_understood`` when the brief can't be read; the message asks
    the creator for what is missing.
    """

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def write(self, brief: Brief, seed: int, progress: Progress) -> StoryResult:
        """Write a story whose shots' seconds sum exactly to ``brief.duration_s``."""
        ...

    async def revise(
        self, brief: Brief, story: Story, instruction: str, scenes: tuple[str, ...], seed: int, progress: Progress
    ) -> StoryResult:
        """Change what the instruction asks and keep the rest word for word.

        ``scenes``: ids of the scenes meant; empty means the whole story. Raises ProviderError with code
        ``note_not_understood`` when nothing in the instruction can be followed.
        """
        ...


@dataclass(frozen=True)
class ReferenceImage:
    """A picture that binds: who or what it shows, in the words of the story."""

    role: Literal["character", "place", "product", "style"]
    name: str
    description: str
    image: bytes


@dataclass(frozen=True)
class ImageRequest:
    """``width`` and ``height`` in pixels; ``seed``: 0 to 2**31-1."""

    prompt: str
    width: int
    height: int
    seed: int
    references: tuple[ReferenceImage, ...] = ()
    negative_prompt: str = ""


@dataclass(frozen=True)
class ImageResult:
    """``image``: an encoded PNG, JPEG or WebP. ``not_drawn``: things of the prompt the artist could not
    draw; ``drawn``: those it drew, where it knows. ``cost``: millionths of a US dollar."""

    image: bytes
    model: str
    seed: int
    cost: int = 0
    not_drawn: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()


class Illustrator(Protocol):
    """Draws pictures from words and reference pictures."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def draw(self, request: ImageRequest, progress: Progress) -> ImageResult:
        """Draw one picture. Raises ProviderError."""
        ...


@dataclass(frozen=True)
class InpaintRequest:
    """``image``: an encoded picture, the part around the mask that is sent. ``mask``: PNG, 8 bits, of the
    same size, 255 where to repaint and 0 where to keep, nothing between. ``protect``: a mask of the same form
    of pixels that must not be copied from. ``strength``: 0 to 1, how far from the old pixels. ``steps`` and
    ``guidance``: the model's own, or None for its usual."""

    image: bytes
    mask: bytes
    prompt: str
    seed: int
    intent: Intent = "replace"
    negative_prompt: str = ""
    protect: bytes | None = None
    references: tuple[ReferenceImage, ...] = ()
    strength: float = 0.99
    steps: int | None = None
    guidance: float | None = None


class Inpainter(Protocol):
    """Paints inside a mask. What it does outside is thrown away by the caller."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def inpaint(self, request: InpaintRequest, progress: Progress) -> ImageResult:
        """Paint one candidate, of the request's size. Raises ProviderError."""
        ...


@dataclass(frozen=True)
class ClipRequest:
    """``start`` and ``end``: encoded pictures; ``negative_prompt``: what is not to be seen. ``output``: the MP4 file to
    write."""

    prompt: str
    start: bytes
    seconds: float
    width: int
    height: int
    seed: int
    output: Path
    end: bytes | None = None
    fps: int = 24
    negative_prompt: str = ""


@dataclass(frozen=True)
class ClipResult:
    """What was written to the request's ``output``. ``cost``: millionths of a US dollar."""

    model: str
    seed: int
    cost: int = 0


class Animator(Protocol):
    """Makes moving clips from pictures."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def animate(self, request: ClipRequest, progress: Progress) -> ClipResult:
        """Write ``round(seconds * fps)`` frames of H.264 to ``request.output``. Raises ProviderError."""
        ...


@dataclass(frozen=True)
class CutClip:
    """One clip on the timeline. ``seconds``: in the film, held pictures included; ``caption``: text shown during the
    clip, or ""; ``trim_in_s``, ``trim_out_s``: seconds of its file, None for as much as is needed; ``speed``: 2 is
    twice as fast. ``voice``: a sound file of its spoken line; ``words``: when each word of it is said; ``join``: how it
    leads to the next clip; ``name``: for warnings, "Clip 3"."""

    path: Path
    seconds: float
    caption: str = ""
    trim_in_s: float = 0.0
    trim_out_s: float | None = None
    speed: float = 1.0
    voice: Path | None = None
    words: tuple[SpokenWord, ...] = ()
    join: JoinChoice = JoinChoice("")
    name: str = ""


@dataclass(frozen=True)
class CutRequest:
    """A film to join. ``settings``: what holds for the whole of it (what it says of single clips is in ``clips``);
    ``title``: shown at its start, ``end_card`` and ``call_to_action`` at its end, "" for none; ``logo``: an encoded
    picture above them; ``music``: a sound file instead of a composed bed; ``copy``: False encodes every frame anew."""

    clips: tuple[CutClip, ...]
    width: int
    height: int
    output: Path
    settings: CutSettings = CutSettings()
    title: str = ""
    end_card: str = ""
    call_to_action: str = ""
    logo: bytes | None = None
    music: Path | None = None
    seed: int = 0
    copy: bool = True


@dataclass(frozen=True)
class CutResult:
    """How a film was joined: ``frames`` in all, ``copied`` of them without encoding them anew; ``warnings``: sentences
    about lines that do not fit their scenes; ``loudness``: LUFS, None for silence."""

    frames: int = 0
    copied: int = 0
    warnings: tuple[str, ...] = ()
    loudness: float | None = None


class Editor(Protocol):
    """Joins clips into the cut."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def assemble(self, request: CutRequest, progress: Progress) -> CutResult:
        """Write the film (H.264, yuv420p, AAC, faststart) whose length is the exact sum of the clips'."""
        ...

    async def stems(self, request: CutRequest, folder: Path, progress: Progress) -> tuple[Path, ...]:
        """Write the film's sound into a folder as WAV files: dialogue, music, effects and the master of all."""
        ...


@dataclass(frozen=True)
class SpeechRequest:
    """``text``: up to 4,096 characters; ``voice``: the vendor's name of it, or "" for its usual; ``speed``:
    0.5 to 2. ``output``: the WAV file to write."""

    text: str
    output: Path
    voice: str = ""
    speed: float = 1.0
    language: str = "en"


@dataclass(frozen=True)
class SpeechResult:
    """``seconds``: length of what was said. ``cost``: millionths of a US dollar. ``words``: when each is said, where
    the voice tells."""

    model: str
    seconds: float
    cost: int = 0
    words: tuple[SpokenWord, ...] = ()


class Narrator(Protocol):
    """Says lines."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def say(self, request: SpeechRequest, progress: Progress) -> SpeechResult:
        """Write PCM 16-bit WAV to ``request.output``. Raises ProviderError."""
        ...


@dataclass(frozen=True)
class JudgeRequest:
    """A picture and what it should show. ``references``: pictures it should agree with."""

    image: bytes
    prompt: str
    references: tuple[ReferenceImage, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One thing judged. ``value``: 0 to 100. ``box``: where in the picture, as shares (left, top, right,
    bottom), or None for the whole."""

    name: str
    value: float
    reason: str
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class JudgeResult:
    """What a vision model found. ``cost``: millionths of a US dollar."""

    findings: tuple[Finding, ...]
    model: str
    cost: int = 0


class Judge(Protocol):
    """Looks at pictures and says how well they show what was asked."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def judge(self, request: JudgeRequest, progress: Progress) -> JudgeResult:
        """Score adherence to the prompt, and continuity with the references. Raises ProviderError."""
        ...


class PictureScorer(Protocol):
    """Measures pictures with trained weights on this machine."""

    @property
    def name(self) -> str:
        """The score's name."""
        ...

    @property
    def scale(self) -> str:
        """The score's range, for people."""
        ...

    def score(self, image: bytes, prompt: str) -> Score:
        """Score an encoded picture in the calling thread; not measured where the prompt is needed and empty. Raises
        ProviderError ``scorer_failed``."""
        ...


class Segmenter(Protocol):
    """Finds the region a few words name."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def find(self, image: bytes, words: str, progress: Progress) -> bytes:
        """A mask (PNG, 8 bits, white where the thing is) of the image's size. Raises ProviderError
        ``nothing_found``."""
        ...
