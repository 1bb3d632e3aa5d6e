"""Asks a vision model about a new picture. The picture is there before; nothing waits for its scores."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from dailies.domain.errors import DailiesError
from dailies.domain.items import stage_of
from dailies.domain.judging import ASKED_LATER, add_judgement
from dailies.domain.project import Project, Score, Take
from dailies.domain.registry import REHEARSAL
from dailies.ports import Agency, Blobs, JudgeRequest, ReferenceImage
from dailies.services.money import Money
from dailies.services.studio import Studio

log = logging.getLogger(__name__)

SCALE = "0 to 100"


@dataclass(frozen=True)
class Judging:
    """Scores of pictures by the model chosen for scoring."""

    studio: Studio
    agency: Agency
    money: Money
    blobs: Blobs

    async def judge(self, project_id: str, take_id: str) -> None:
        """Look at a take: the job's handler. A vendor that fails leaves the reason as the score's method."""
        project = await self.studio.store.load(project_id)
        take = project.take(take_id)
        if take is None or take.media is None or project.casting.scoring == REHEARSAL:
            return
        scores = await self._scores(project, take)
        await self.studio.change(None, project_id, lambda current: add_judgement(current, take_id, scores))

    async def _scores(self, project: Project, take: Take) -> tuple[Score, ...]:
        assert take.media is not None
        journal = self.money.journal(project, stage_of(take.item), take.item, f"judge-{take.id}", lambda: False)
        try:
            judge = self.agency.judge(project.casting.scoring, journal)
            image = await self.blobs.read(take.media.sha256)
            request = JudgeRequest(image, take.prompt, await self._references(project, take))
            result = await judge.judge(request, lambda _: None)
        except DailiesError as error:
            log.warning("take %s was not scored: %s", take.id, error)
            return (Score(ASKED_LATER, None, SCALE, f"Not measured: {error}"),)
        return tuple(
            Score(each.name, round(each.value, 1), SCALE, f"{result.model}: {each.reason}", each.box)
            for each in result.findings
        )

    async def _references(self, project: Project, take: Take) -> tuple[ReferenceImage, ...]:
        """The reference pictures the take was made from."""
        found = []
        for source in take.made_from:
            reference = project.take(source.digest) if source.key.startswith("item:ref-") else None
            story = project.story
            entity = story.entity(reference.item.removeprefix("ref-")) if story and reference else None
            if reference and reference.media and entity:
                image = await self.blobs.read(reference.media.sha256)
                found.append(ReferenceImage(entity.kind, entity.name, entity.description, image))
        return tuple(found)
