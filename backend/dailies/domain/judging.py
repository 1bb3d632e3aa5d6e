"""Scores that come after the picture, kept beside the take, which never changes; and one number over all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from dailies.domain.project import Change, Event, Project, Score, Take

SCORED = ("ref-", "frame-", "clip-")
"""How the ids of things begin whose takes are pictures and clips to be measured."""

MATCH = "Match"
"""How well a picture shows its prompt."""

WEIGHTS: dict[str, float] = {
    MATCH: 0.4,
    "Continuity": 0.2,
    "Technique": 0.2,
    "Craft": 0.1,
    "Faces": 0.05,
    "Text": 0.05,
}
"""What counts in a picture's overall score, and how much: what was asked first, then the film as a whole, then the
pixels, then what a viewer stumbles over. What was not measured is left out, and the others keep their proportions."""

CLIP_WEIGHTS: dict[str, float] = {MATCH: 0.4, "Motion smoothness": 0.3, "Flicker": 0.3}
"""The same of a clip."""

STANDS_IN: dict[str, str] = {"VQA score": MATCH}
"""Learned scores of 0 to 100 that count in the place of one that was not measured."""

FLICKER_ZERO = 5.0
"""Flicker, in levels of 255, that gets no marks: a lamp that visibly pumps."""

OVERALL = "Overall"
HUNDRED = "0 to 100"

Scoring = Literal["none", "waiting", "done"]
"""Whether a take has scores to come: stories and cuts have none."""


@dataclass(frozen=True)
class Part:
    """What a score weighs in the overall one. ``mark``: 0 to 100, 100 is best; ``weight``: 0 to 1, of all parts that
    were measured."""

    name: str
    mark: float
    weight: float


def to_judge(before: Project, after: Project) -> tuple[Take, ...]:
    """New pictures and clips, which are to be measured."""
    known = {take.id for takes in before.takes.values() for take in takes}
    return tuple(
        take
        for takes in after.takes.values()
        for take in takes
        if take.id not in known and take.media is not None and take.item.startswith(SCORED)
    )


def add_judgement(project: Project, take_id: str, scores: tuple[Score, ...]) -> Change:
    """Keep what was found of a take, beside what was found earlier: of scores of one name the later counts. A take
    that is gone changes nothing."""
    take = project.take(take_id)
    if take is None or not scores:
        return project, ()
    earlier = project.judged.get(take_id, ())
    found = _merged(scores, earlier)
    if found == earlier:
        return project, ()
    judged = replace(project, judged={**project.judged, take_id: found})
    total = overall(scores_of(judged, take))
    data = {
        "item": take.item,
        "take": take.number,
        "overall": total.value if total else None,
        "scores": {score.name: score.value for score in scores},
    }
    return judged, (Event("take.scored", data),)


def _merged(later: tuple[Score, ...], earlier: tuple[Score, ...]) -> tuple[Score, ...]:
    """What was found later stands in the place of the same name; what is measured is not given up for what is not."""
    found = {score.name: score for score in earlier}
    for score in later:
        if score.value is not None or found.get(score.name, score).value is None:
            found[score.name] = score
    return tuple(found.values())


def scores_of(project: Project, take: Take) -> tuple[Score, ...]:
    """A take's scores: the parts of the overall one first."""
    found = _merged(project.judged.get(take.id, ()), take.scores)
    first = [*WEIGHTS, *CLIP_WEIGHTS]
    return tuple(sorted(found, key=lambda score: first.index(score.name) if score.name in first else len(first)))


def scoring_state(project: Project, take: Take) -> Scoring:
    """Whether a take is measured. The score for the prompt comes last, measured or with the reason why not."""
    if take.media is None or not take.item.startswith(SCORED):
        return "none"
    return "done" if any(score.name == MATCH for score in scores_of(project, take)) else "waiting"


def overall_parts(scores: tuple[Score, ...]) -> tuple[Part, ...]:
    """What counts, of what was measured, with weights that sum to 1."""
    names = {score.name for score in scores}
    weights = CLIP_WEIGHTS if names & {"Motion smoothness", "Flicker"} else WEIGHTS
    values = {score.name: score.value for score in scores if score.value is not None}
    values = {**{STANDS_IN[name]: value for name, value in values.items() if name in STANDS_IN}, **values}
    values = {name: value for name, value in values.items() if name in weights}
    total = sum(weights[name] for name in values)
    return tuple(Part(name, _mark(name, values[name]), weights[name] / total) for name in weights if name in values)


def _mark(name: str, value: float) -> float:
    """A score as a mark from 0 to 100, of which more is better."""
    mark = 100 * (1 - value / FLICKER_ZERO) if name == "Flicker" else value
    return min(100.0, max(0.0, mark))


def overall(scores: tuple[Score, ...]) -> Score | None:
    """The weighted mean of the parts that were measured, 0 to 100; its value is None where none was. None where there
    are no scores at all."""
    if not scores:
        return None
    parts = overall_parts(scores)
    if not parts:
        return Score(OVERALL, None, HUNDRED, "Not measured: none of its parts was.")
    value = sum(part.weight * part.mark for part in parts)
    words = ", ".join(f"{part.name.lower()} {part.mark:.0f} ({part.weight:.0%})" for part in parts)
    return Score(OVERALL, round(value, 1), HUNDRED, f"The weighted mean of what was measured: {words}.")
