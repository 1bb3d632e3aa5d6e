"""The rehearsal illustrator: draws what a prompt says, in code, at no cost."""

from __future__ import annotations

import asyncio

import cv2

from dailies.adapters.providers.rehearsal.illustrator.colour import mix
from dailies.adapters.providers.rehearsal.illustrator.compose import Stage, draw_scene
from dailies.adapters.providers.rehearsal.illustrator.finish import finish
from dailies.adapters.providers.rehearsal.illustrator.light import Light
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.palette import toned
from dailies.adapters.providers.rehearsal.illustrator.prompt import read_prompt
from dailies.adapters.providers.rehearsal.illustrator.references import (
    dressed_from,
    product_of,
    put_down,
    tinted,
    uploaded,
)
from dailies.adapters.providers.rehearsal.illustrator.scene import Scene, read_scene
from dailies.adapters.providers.rehearsal.illustrator.styles import LOOKS
from dailies.adapters.providers.rehearsal.label import labelled_jpeg
from dailies.domain.errors import ProviderError
from dailies.ports import ImageRequest, ImageResult, Progress

MODEL = "rehearsal-illustrator"
JPEG_QUALITY = 92
_STEPS = 12


class RehearsalIllustrator:
    """Draws pictures from their prompts alone. The same prompt, size and seed give the same bytes."""

    name = "rehearsal"

    async def draw(self, request: ImageRequest, progress: Progress) -> ImageResult:
        """Draw one picture in a thread. Raises ProviderError ``prompt_empty``, and whatever ``progress`` raises."""
        return await asyncio.to_thread(draw_now, request, progress)


def draw_now(request: ImageRequest, progress: Progress) -> ImageResult:
    """Draw one picture in the calling thread."""
    if not request.prompt.strip():
        raise ProviderError("The prompt is empty.", code="prompt_empty", retryable=False)
    steps = _Steps(progress)
    steps()
    prompt = read_prompt(request.prompt)
    scene = read_scene(prompt, request.negative_prompt)
    given = uploaded(request.references)
    scene = dressed_from(scene, given)
    product = product_of(scene, given)
    if product is not None:
        scene = put_down(scene, product[0])
    steps()
    painter = Painter(request.width, request.height, LOOKS[prompt.style], _daylight(), request.seed)
    draw_scene(Stage(painter, scene, steps, product))
    steps()
    picture = finish(painter.pixels(), painter.look, scene.grade)
    picture = toned(tinted(picture, given), _palette_words(scene))
    steps()
    done, encoded = cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    if not done:
        raise ProviderError("The picture could not be encoded.")
    progress(1.0)
    return ImageResult(labelled_jpeg(encoded.tobytes()), MODEL, request.seed, 0, _not_drawn(scene), _drawn(scene))


def _daylight() -> Light:
    return Light((0.96, 0.05, 85), mix((0.40, 0.07, 270), (0.4, 0.0, 0), 0.2))


def _palette_words(scene: Scene) -> str:
    """What the palette line and the notes that speak of a palette say."""
    return " ".join([scene.prompt.palette, *(note for note in scene.prompt.changes if "palette" in note.lower())])


def _not_drawn(scene: Scene) -> tuple[str, ...]:
    return tuple(dict.fromkeys(thing.noun or thing.name for thing in scene.missing))


def _drawn(scene: Scene) -> tuple[str, ...]:
    """Who and what of the prompt is in the picture: the place, people and animals, things."""
    held = [actor.held for actor in scene.actors if actor.held is not None]
    things = [thing.noun or thing.name for thing in (*held, *scene.things) if thing.kind]
    place = [scene.prompt.place_name] if scene.prompt.place_name else []
    return tuple(dict.fromkeys([*place, *(actor.who.name for actor in scene.actors), *things]))


class _Steps:
    """Counts the parts of the work; the share done rises towards 1 whatever their number."""

    def __init__(self, progress: Progress) -> None:
        self.progress, self.count = progress, 0

    def __call__(self) -> None:
        self.count += 1
        self.progress(min(0.97, self.count / (self.count + _STEPS * 0.35)))
