"""Measures new pictures and clips, and asks a vision model about them. They are there before; nothing waits for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dailies.domain.errors import DailiesError
from dailies.domain.items import Item, find_item, items_of, stage_of
from dailies.domain.judging import HUNDRED, MATCH, add_judgement
from dailies.domain.project import CUT, STYLE_REFERENCE, Change, Project, Score, Take
from dailies.domain.registry import REHEARSAL
from dailies.domain.staleness import sources_of
from dailies.media.continuity import Compared, continuity_scores
from dailies.media.planes import decode_rgb
from dailies.media.scores import clip_scores, picture_scores
from dailies.ports import Agency, Blobs, JudgeRequest, PictureScorer, ReferenceImage
from dailies.services.money import Money
from dailies.services.studio import Studio

log = logging.getLogger(__name__)

NO_READER = "Not measured: nothing here finds {what}. A vision model or a learned scorer can."
"""Faces and words need a detector with weights."""


@dataclass(frozen=True)
class Judging:
    """Scores of takes. ``scorers``: learned ones that are installed; ``settled``: what follows by itself from a
    change, see ``Production.settled``."""

    studio: Studio
    agency: Agency
    money: Money
    blobs: Blobs
    settled: Callable[[Change], Change]
    scorers: Sequence[PictureScorer] = ()

    async def judge(self, project_id: str, take_id: str) -> None:
        """Measure a take here, keep that, then ask the model chosen for scoring: the job's handler. Run again after a
        crash it finds the same. What fails leaves its reason as the score's method."""
        project = await self.studio.store.load(project_id)
        take = project.take(take_id)
        if take is None or take.media is None or take.item == CUT:
            return
        asks = project.casting.scoring != REHEARSAL and take.media.seconds is None and bool(take.prompt)
        scores = await self._measured(project, take)
        if not asks:
            scores = (*scores, adherence(take))
        await self._keep(project_id, take_id, scores)
        if asks:
            await self._keep(project_id, take_id, await self._asked(project, take))

    async def _keep(self, project_id: str, take_id: str, scores: tuple[Score, ...]) -> None:
        await self.studio.change(
            None, project_id, lambda current: self.settled(add_judgement(current, take_id, scores))
        )

    async def _measured(self, project: Project, take: Take) -> tuple[Score, ...]:
        assert take.media is not None
        try:
            if take.media.seconds is not None:
                return await asyncio.to_thread(clip_scores, self.blobs.path(take.media.sha256))
            data = await self.blobs.read(take.media.sha256)
            technical = await asyncio.to_thread(picture_scores, data)
            learned = [await asyncio.to_thread(self._learned, each, data, take.prompt) for each in self.scorers]
            return (*technical, *await self._continuity(project, take, data), *legibility(learned), *learned)
        except Exception as error:
            # The boundary of all measures: whatever a picture does to one, its take is not left waiting for ever.
            log.exception("take %s was not measured", take.id)
            why = str(error) if isinstance(error, DailiesError) else "its file could not be read or measured"
            return (Score("Technique", None, HUNDRED, f"Not measured: {why}"),)

    def _learned(self, scorer: PictureScorer, data: bytes, prompt: str) -> Score:
        try:
            return scorer.score(data, prompt)
        except DailiesError as error:
            log.warning("the scorer %s failed: %s", scorer.name, error)
            return Score(scorer.name, None, scorer.scale, f"Not measured: {error}")

    async def _continuity(self, project: Project, take: Take, data: bytes) -> tuple[Score, ...]:
        item = find_item(project, take.item)
        if item is None or item.kind != "frame":
            return ()
        shown = [await self._compared(project, each) for each in _references(project, take)]
        style = next((each for each in _sources(project, take) if each[0] == STYLE_REFERENCE), None)
        beside = [await self._compared(project, each) for each in _neighbours(project, item)]
        style_picture = await self._compared(project, style) if style else None
        return await asyncio.to_thread(
            continuity_scores,
            decode_rgb(data),
            [each for each in shown if each],
            style_picture,
            [each for each in beside if each],
        )

    async def _compared(self, project: Project, source: tuple[str, str]) -> Compared | None:
        item, take = find_item(project, source[0]), project.take(source[1])
        if item is None or take is None or take.media is None:
            return None
        rgb = decode_rgb(await self.blobs.read(take.media.sha256))
        return Compared(item.label if item.entity else f"{item.label}, take {take.number}", rgb)

    async def _asked(self, project: Project, take: Take) -> tuple[Score, ...]:
        assert take.media is not None
        journal = self.money.journal(project, stage_of(take.item), take.item, f"judge-{take.id}", lambda: False)
        try:
            judge = self.agency.judge(project.casting.scoring, journal)
            image = await self.blobs.read(take.media.sha256)
            request = JudgeRequest(image, take.prompt, await self._reference_images(project, take))
            result = await judge.judge(request, lambda _: None)
        except DailiesError as error:
            log.warning("take %s was not scored: %s", take.id, error)
            return (Score(MATCH, None, HUNDRED, f"Not measured: {error}"),)
        found = tuple(
            Score(each.name, round(each.value, 1), HUNDRED, f"{result.model}: {each.reason}", each.box)
            for each in result.findings
        )
        silent = [name for name in (MATCH, "Faces", "Text") if name not in {score.name for score in found}]
        return (*found, *(Score(name, None, HUNDRED, f"Not measured: {result.model} saw none.") for name in silent))

    async def _reference_images(self, project: Project, take: Take) -> tuple[ReferenceImage, ...]:
        """The reference pictures the take was made from."""
        found = []
        for item_id, take_id in _references(project, take):
            reference, story = project.take(take_id), project.story
            entity = story.entity(item_id.removeprefix("ref-")) if story else None
            if reference and reference.media and entity:
                image = await self.blobs.read(reference.media.sha256)
                found.append(ReferenceImage(entity.kind, entity.name, entity.description, image))
        return tuple(found)


def adherence(take: Take) -> Score:
    """How much of its prompt a take shows, as far as the artist that made it says itself. Nobody else has looked."""
    if take.media is not None and take.media.seconds is not None:
        return Score(MATCH, None, HUNDRED, "Not measured: scoring models look at pictures, not at clips.")
    total = len(take.drawn) + len(take.not_drawn)
    if not total:
        reason = "it has no prompt" if not take.prompt else "no scoring model is chosen"
        return Score(MATCH, None, HUNDRED, f"Not measured: {reason}.")
    value = 100 * len(take.drawn) / total
    lacks = f" Not drawn: {', '.join(take.not_drawn)}." if take.not_drawn else ""
    method = (
        f"The artist's own count: {len(take.drawn)} of the prompt's {total} things were drawn "
        f"({', '.join(take.drawn) or 'none'}).{lacks} How well was not looked at."
    )
    return Score(MATCH, round(value, 1), HUNDRED, method)


def legibility(learned: Sequence[Score]) -> tuple[Score, ...]:
    """Faces and text where no installed scorer measures them: a reason each."""
    names = {score.name for score in learned}
    missing = [(name, what) for name, what in (("Faces", "faces"), ("Text", "words")) if name not in names]
    return tuple(Score(name, None, HUNDRED, NO_READER.format(what=what)) for name, what in missing)


def _sources(project: Project, take: Take) -> list[tuple[str, str]]:
    """(item, take id) of everything the take was made from; of an own picture, what it would be made from now."""
    sources = take.made_from or sources_of(project, take.item)
    return [(each.key.removeprefix("item:"), each.digest) for each in sources if each.key.startswith("item:")]


def _references(project: Project, take: Take) -> list[tuple[str, str]]:
    """The references of who, what and where it shows."""
    sources = _sources(project, take)
    return [each for each in sources if each[0].startswith("ref-") and each[0] != STYLE_REFERENCE]


def _neighbours(project: Project, frame: Item) -> list[tuple[str, str]]:
    """The frames next to it in its own scene, with their selected takes."""
    beside = [
        each
        for each in items_of(project, "storyboard")
        if each.scene == frame.scene and abs(each.number - frame.number) == 1
    ]
    return [(each.id, project.selected[each.id]) for each in beside if each.id in project.selected]
