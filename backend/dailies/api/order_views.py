"""Standing orders as the interface shows them: renewals, tries, and what reopening a stage would mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dailies.api import schemas
from dailies.domain.items import Item, find_item, stage_of
from dailies.domain.project import CUT, Attempt, Project, Renewal, Stage, Tries
from dailies.domain.renewal import RenewalPlan, Reopening
from dailies.domain.trying import spent_on

NOUNS: dict[Stage, str] = {"story": "story", "references": "reference", "storyboard": "frame", "video": "clip"}


def counted(items: Sequence[str]) -> str:
    """Items by stage, for people: "2 frames, 2 clips and the cut"."""
    found = Counter(stage_of(item) for item in items if item != CUT)
    words = [
        f"{number} {noun}{'' if number == 1 else 's'}" for stage, noun in NOUNS.items() if (number := found[stage])
    ]
    if CUT in items:
        words.append("the cut")
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else "nothing"


def renewal_shape(plan: RenewalPlan, estimate: schemas.EstimateShape) -> schemas.RenewalShape:
    """What a renewal makes and costs."""
    return schemas.RenewalShape(
        steps=[schemas.RenewStep(stage=stage, items=list(items)) for stage, items in plan.works],
        items=len(plan.items),
        words=f"Renew {counted(plan.items)}",
        approves=list(plan.approves),
        waits=plan.waits,
        estimate=estimate,
    )


def renewing_shape(renewal: Renewal) -> schemas.RenewingShape:
    """A renewal under way, or ended."""
    return schemas.RenewingShape(
        state=renewal.state,
        stage=renewal.stage,
        left=[schemas.RenewStep(stage=stage, items=list(items)) for stage, items in renewal.works],
        reason=renewal.reason,
    )


def reopening_shape(found: Reopening, estimate: schemas.EstimateShape) -> schemas.ReopeningShape:
    """What reopening a stage means."""
    closes = " and ".join(found.closes[-2:]) if len(found.closes) < 3 else "everything below"
    sentences = [f"Nothing more of the {closes} is made until it is approved again." if found.closes else ""]
    if found.stale:
        sentences.append(f"Reopening alone makes nothing stale; new takes could make {counted(found.stale)} stale.")
    else:
        sentences.append("Nothing made below depends on it.")
    return schemas.ReopeningShape(
        stage=found.stage,
        closes=list(found.closes),
        stale=list(found.stale),
        words=" ".join(filter(None, sentences)),
        renew=estimate,
    )


def tries_shape(project: Project, tries: Tries) -> schemas.TriesShape:
    """An order to try, with what it did."""
    return schemas.TriesShape(
        id=tries.id,
        stage=tries.stage,
        score=tries.goal,
        tries=tries.most,
        limit_usd=None if tries.limit is None else tries.limit / 1_000_000,
        spent_usd=round(spent_on(project, tries) / 1_000_000, 6),
        instruction=tries.instruction,
        attempts=[_attempt_shape(project, each) for each in tries.attempts],
        started_at=tries.started_at,
        ended_at=tries.ended_at,
    )


def _attempt_shape(project: Project, attempt: Attempt) -> schemas.AttemptShape:
    item: Item | None = find_item(project, attempt.item)
    takes = [take.number for work in attempt.works if (take := project.take(work)) is not None]
    best = project.take(attempt.best) if attempt.best else None
    return schemas.AttemptShape(
        item=attempt.item,
        label=item.label if item else attempt.item,
        state=attempt.state,
        takes=takes,
        made=len(attempt.works),
        best=best.number if best else None,
        reason=attempt.reason,
    )
