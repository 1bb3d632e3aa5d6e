"""A crew that behaves like the real one and takes milliseconds: real stories, pictures and films, tiny.

An artist can be told to fail, to wait, or to be slow, by item words in its prompt.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import threading
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import av
import numpy as np
from PIL import Image

from dailies.agency import Crew
from dailies.domain.adjusting import Adjustment
from dailies.domain.brief import Brief
from dailies.domain.delivery import SpokenWord
from dailies.domain.errors import ProviderError
from dailies.domain.story import Entity, Scene, Shot, Story
from dailies.media.sound.files import write_wav
from dailies.ports import (
    ClipRequest,
    ClipResult,
    CutRequest,
    CutResult,
    ImageRequest,
    ImageResult,
    InpaintRequest,
    NoteContext,
    Progress,
    Proposal,
    ReplyText,
    SpeechRequest,
    SpeechResult,
    StoryResult,
)

STORY = Story(
    title="Night Train",
    logline="A violinist misses her stop and plays for the dining car.",
    framework="want, block, turn, payoff",
    entities=(
        Entity("vera", "character", "Vera", "a violinist of thirty in a green coat, short black hair"),
        Entity("dining-car", "place", "Dining car", "a narrow dining car with brass lamps"),
        Entity("platform", "place", "Platform", "a dark platform in light rain"),
    ),
    scenes=(
        Scene(
            "s1",
            "Her stop",
            "platform",
            "night",
            "rain",
            "hurried",
            (
                Shot("s1a", 1.0, "Vera sees the platform slide away.", "wide", "pan left", ("vera",)),
                Shot("s1b", 1.0, "Vera sits down on her case.", "medium", who=("vera",), line="Well."),
            ),
        ),
        Scene(
            "s2",
            "The dining car",
            "dining-car",
            "night",
            "clear",
            "warm",
            (Shot("s2a", 1.0, "Vera plays for the dining car.", "medium", "push in", ("vera",), caption="Stay on."),),
        ),
    ),
    call_to_action="Stay on.",
)


@dataclass
class Control:
    """How the fakes behave. ``fail``: words that make a prompt fail, with how often; ``hold``: artists wait
    until released; ``made``: how often each prompt was asked for."""

    fail: dict[str, int] = field(default_factory=dict)
    hold: threading.Event = field(default_factory=threading.Event)
    made: Counter[str] = field(default_factory=Counter)
    crash: str = ""
    pause_s: float = 0.0

    def __post_init__(self) -> None:
        self.hold.set()

    def reset(self) -> None:
        """Well again."""
        self.fail.clear()
        self.made.clear()
        self.crash, self.pause_s = "", 0.0
        self.hold.set()

    def meet(self, prompt: str, progress: Progress) -> None:
        """Count the request, wait while held, fail where told to."""
        self.made[prompt] += 1
        progress(0.1)
        waited = 0.0
        while not self.hold.wait(0.02) or waited < self.pause_s:
            waited += 0.02
            progress(0.2)
            if self.hold.is_set():
                threading.Event().wait(0.02)
        progress(0.9)
        for word, left in self.fail.items():
            if word in prompt and left > 0:
                self.fail[word] = left - 1
                raise ProviderError("Timed out after 90 s. Not charged.", code="provider_timeout")
        if self.crash and self.crash in prompt:
            raise RuntimeError("something nobody thought of")


@dataclass
class FakeWriter:
    """Writes the night train, to any length."""

    control: Control
    name: str = "rehearsal"

    async def write(self, brief: Brief, seed: int, progress: Progress) -> StoryResult:
        """The night train; its last shot is stretched to the duration."""
        await asyncio.to_thread(self.control.meet, brief.prompt, progress)
        rest = brief.duration_s - 2.0
        *before, last = STORY.scenes
        stretched = replace(last, shots=(replace(last.shots[0], seconds=rest),))
        return StoryResult(replace(STORY, scenes=(*before, stretched)), "fake-writer")

    async def revise(
        self, brief: Brief, story: Story, instruction: str, scenes: tuple[str, ...], seed: int, progress: Progress
    ) -> StoryResult:
        """The instruction becomes the logline."""
        await asyncio.to_thread(self.control.meet, instruction, progress)
        return StoryResult(replace(story, logline=instruction), "fake-writer")


@dataclass
class FakeIllustrator:
    """Fills a small picture with a colour made from the prompt and the seed."""

    control: Control
    name: str = "rehearsal"

    async def draw(self, request: ImageRequest, progress: Progress) -> ImageResult:
        """One colour, the same for the same request."""
        await asyncio.to_thread(self.control.meet, request.prompt, progress)
        digest = hashlib.sha256(f"{request.prompt}{request.seed}{len(request.references)}".encode()).digest()
        out = io.BytesIO()
        Image.new("RGB", (64, 36), tuple(digest[:3])).save(out, "PNG")
        return ImageResult(out.getvalue(), "fake-illustrator", request.seed)


def write_film(path: Path, seconds: float, colour: tuple[int, int, int], fps: int = 24) -> None:
    """A tiny H.264 film of one colour."""
    with av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        stream = container.add_stream("libx264", rate=fps, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 64, 36, "yuv420p"
        picture = np.full((36, 64, 3), colour, dtype=np.uint8)
        for _ in range(round(seconds * fps)):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())


@dataclass
class FakeAnimator:
    """Turns the start picture's colour into a film."""

    control: Control
    name: str = "rehearsal"

    async def animate(self, request: ClipRequest, progress: Progress) -> ClipResult:
        """As long as asked for."""
        await asyncio.to_thread(self.control.meet, request.prompt, progress)
        colour = Image.open(io.BytesIO(request.start)).convert("RGB").getpixel((0, 0))
        assert isinstance(colour, tuple)
        await asyncio.to_thread(write_film, request.output, request.seconds, colour)
        return ClipResult("fake-animator", request.seed)


@dataclass
class FakeEditor:
    """Writes a film as long as all clips together."""

    control: Control
    name: str = "rehearsal"

    async def assemble(self, request: CutRequest, progress: Progress) -> CutResult:
        """One colour for the whole film."""
        await asyncio.to_thread(self.control.meet, "cut", progress)
        seconds = sum(clip.seconds for clip in request.clips)
        await asyncio.to_thread(write_film, request.output, seconds, (40, 40, 60))
        return CutResult()

    async def stems(self, request: CutRequest, folder: Path, progress: Progress) -> tuple[Path, ...]:
        """A quiet second for each."""
        paths = tuple(folder / f"{name}.wav" for name in ("dialogue", "music", "effects", "master"))
        for path in paths:
            write_wav(path, np.zeros((2, 48_000), np.float32))
        return paths


@dataclass
class FakeNarrator:
    """Says every line in one second of a tone."""

    control: Control
    name: str = "rehearsal"

    async def say(self, request: SpeechRequest, progress: Progress) -> SpeechResult:
        """A tone, and words at even distances."""
        await asyncio.to_thread(self.control.meet, request.text, progress)
        tone = 0.2 * np.sin(2 * np.pi * 300 * np.arange(48_000) / 48_000)
        write_wav(request.output, np.stack([tone, tone]).astype(np.float32))
        pieces = request.text.split()
        words = [SpokenWord(i / len(pieces), (i + 1) / len(pieces), piece) for i, piece in enumerate(pieces)]
        return SpeechResult("fake-voice", 1.0, words=tuple(words))


@dataclass
class FakeDirector:
    """Proposes a change when the note starts with "change", answers everything else."""

    name: str = "rehearsal"

    async def answer(self, context: NoteContext) -> AsyncIterator[ReplyText | Proposal]:
        """A few words, then perhaps a proposal."""
        for word in ("Understood: ", context.text, "."):
            yield ReplyText(word)
            await asyncio.sleep(0.03)
        if context.text.startswith("change"):
            items = context.selected or tuple(item.id for item in context.items if item.id != "cut")
            instruction = context.text.removeprefix("change").strip() or "brighter"
            yield Proposal(items, instruction, f"Light: {instruction}")
        if context.text.startswith("count"):
            for number in range(200):
                yield ReplyText(f" {number}")
                await asyncio.sleep(0.03)
        if context.text == "lighter":
            light = Adjustment(exposure=0.5)
            yield Proposal(context.selected, "brighter", "Light: brighter", adjustment=light)
        if context.text == "lock the face":
            yield Proposal(context.selected, "", "Lock the face", "lock", locks=("face",))
        if context.text == "captions off":
            yield Proposal(("cut",), "captions: off", "Captions off")
        if context.text == "pick take 1":
            yield Proposal(context.selected, "", "Back to take 1", "select", {context.selected[0]: 1})
        if context.text == "break":
            raise ProviderError("The text server answered 500.", code="provider_failed")


@dataclass
class FakeInpainter:
    """Paints the masked part in one colour, by the seed."""

    control: Control
    name: str = "rehearsal"

    async def inpaint(self, request: InpaintRequest, progress: Progress) -> ImageResult:
        """The picture with its masked part painted."""
        await asyncio.to_thread(self.control.meet, request.prompt or request.intent, progress)
        picture = Image.open(io.BytesIO(request.image)).convert("RGB")
        mask = Image.open(io.BytesIO(request.mask)).convert("L")
        colour = (request.seed * 37 % 256, 200, 60)
        picture.paste(colour, (0, 0), mask)
        out = io.BytesIO()
        picture.save(out, "PNG")
        return ImageResult(out.getvalue(), "fake-inpainter", request.seed)


def fake_crew(control: Control) -> Crew:
    """The whole fake crew."""
    return Crew(
        FakeWriter(control),
        FakeIllustrator(control),
        FakeAnimator(control),
        FakeEditor(control),
        FakeDirector(),
        FakeInpainter(control),
        FakeNarrator(control),
    )
