"""Scores that come after the picture: a vision model's findings, kept beside the take, which never changes."""

from __future__ import annotations

from dataclasses import replace

from dailies.domain.project import Change, Event, Project, Score, Take
from dailies.domain.registry import REHEARSAL

ASKED_LATER = "Match"
"""Name of the score that a vision model gives; a take is born with it unmeasured."""


def to_judge(before: Project, after: Project) -> tuple[Take, ...]:
    """New pictures that a vision model is to look at, where one is chosen."""
    if after.casting.scoring == REHEARSAL:
        return ()
    known = {take.id for takes in before.takes.values() for take in takes}
    return tuple(
        take
        for takes in after.takes.values()
        for take in takes
        if take.id not in known and take.media is not None and take.media.seconds is None and take.prompt
    )


def add_judgement(project: Project, take_id: str, scores: tuple[Score, ...]) -> Change:
    """Keep what was found of a take. Repeated, the later findings count; a take that is gone changes nothing."""
    take = project.take(take_id)
    if take is None or not scores:
        return project, ()
    judged = replace(project, judged={**project.judged, take_id: scores})
    data = {"item": take.item, "take": take.number, "scores": {score.name: score.value for score in scores}}
    return judged, (Event("take.scored", data),)


def scores_of(project: Project, take: Take) -> tuple[Score, ...]:
    """A take's scores: what was found later stands in the place of what was not measured at first."""
    later = project.judged.get(take.id, ())
    names = {score.name for score in later}
    return (*later, *(score for score in take.scores if score.name not in names))
