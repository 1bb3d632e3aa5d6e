"""What the director is told of a project: the board in view with its facts, the prices, what was applied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dailies.domain.approval import missing_items, stage_view
from dailies.domain.items import Item, find_item, items_of
from dailies.domain.judging import scores_of
from dailies.domain.project import STAGES, STORY, Note, Project, Score, Stage, Take
from dailies.domain.staleness import dependents, stale_causes
from dailies.ports import AppliedPlan, BoardItem, BoardTake, NoteContext, StageFacts
from dailies.services.estimates import Estimates

HISTORY = 40
"""Earlier exchanges the director is told of; a model gets the last ones whole and the others in a digest."""

SHOWN_TAKES = 4
"""Takes of an item whose facts are told: the selected one and the newest."""

TALKED_BACK = 3
"""Earlier turns in which "those two" is looked for."""


@dataclass(frozen=True)
class Desk:
    """Gathers the facts."""

    estimates: Estimates

    def context(self, project: Project, note: Note) -> NoteContext:
        """Everything the director may know when it answers a note."""
        items = items_of(project, note.stage)
        earlier = _earlier(project, note)
        kind = items[0].kind if items else "story"
        return NoteContext(
            note.text,
            note.stage,
            project.brief,
            project.story,
            tuple(self.board_item(project, item) for item in items),
            note.items,
            self.estimates.prices.take(project, kind, items[0].seconds if items else None),
            self.estimates.usual(project, kind),
            tuple((each.text, each.reply) for each in earlier[-HISTORY:]),
            _talked(earlier, note.stage),
            tuple(_applied(project)),
            tuple(self._stage(project, stage) for stage in STAGES),
            project.cut,
            self.estimates.prices.take(project, "story", None),
        )

    def board_item(self, project: Project, item: Item) -> BoardItem:
        """An item as the director knows it."""
        story = project.story
        names = [item.label]
        found = story.find_shot(item.shot) if story and item.shot else None
        if story and found:
            shown = (found[0].place, *found[1].who)
            names.extend(entity.name for each in shown if (entity := story.entity(each)) is not None)
        takes = project.takes_of(item.id)
        selected = project.selected_take(item.id)
        failure = project.outcomes.get(item.id)
        stale = dependents(project, (item.id,))
        return BoardItem(
            item.id,
            item.label,
            tuple(names),
            item.number,
            item.code,
            item.summary,
            ", ".join(stale_causes(project, item.id)),
            failure.message if failure else "",
            len(takes),
            selected.number if selected else 0,
            project.locks.get(item.id, ()),
            tuple(_take_facts(project, each) for each in _shown(takes, selected)),
            self.estimates.price(project, item),
            self.estimates.usual(project, item.kind),
            tuple(each.label for other in stale if (each := find_item(project, other)) is not None),
            selected.changes if selected else (),
        )

    def _stage(self, project: Project, stage: Stage) -> StageFacts:
        view = stage_view(project, stage)
        missing = set(missing_items(project, stage))
        estimate = self.estimates.of(project, [item for item in items_of(project, stage) if item.id in missing])
        model = project.casting.model_of(stage)
        return StageFacts(stage, view.state, view.total, estimate.price_max, estimate.seconds_max, model)


def _earlier(project: Project, note: Note) -> list[Note]:
    ids = [each.id for each in project.notes]
    before = project.notes[: ids.index(note.id)] if note.id in ids else project.notes
    return [each for each in before if each.reply_state in ("done", "stopped") and each.reply]


def _talked(earlier: Sequence[Note], stage: Stage) -> tuple[str, ...]:
    """The items the last turn that named any was about, in this stage's ids: a shot's frame and its clip are one."""
    for note in reversed(earlier[-TALKED_BACK:]):
        targets = [each for each in note.targets if each != STORY]
        if targets:
            return tuple(_in_stage(each, stage) for each in targets)
    return ()


def _in_stage(item: str, stage: Stage) -> str:
    kind, _, shot = item.partition("-")
    if kind in ("frame", "clip") and stage in ("storyboard", "video"):
        return f"{'frame' if stage == 'storyboard' else 'clip'}-{shot}"
    return item


def _applied(project: Project) -> list[AppliedPlan]:
    notes = {note.id: note.text for note in project.notes}
    return [
        AppliedPlan(
            plan.id, plan.summary, notes.get(plan.note, ""), tuple(dict.fromkeys(each.item for each in plan.changes))
        )
        for plan in project.plans
        if plan.state == "applied" and plan.before is not None and not plan.undoes
    ]


def _shown(takes: Sequence[Take], selected: Take | None) -> list[Take]:
    newest = list(takes[-SHOWN_TAKES:])
    if selected is not None and selected not in newest:
        newest = [selected, *newest[1:]]
    return newest


def _take_facts(project: Project, take: Take) -> BoardTake:
    made_from = []
    for source in take.made_from:
        used = project.take(source.digest) if source.key.startswith("item:") else None
        item = find_item(project, used.item) if used else None
        if used is not None and item is not None:
            made_from.append(f"{item.label}, take {used.number}")
    parent = project.take(take.parent) if take.parent else None
    return BoardTake(
        take.number,
        take.origin,
        tuple(_score(score) for score in scores_of(project, take)),
        take.note,
        take.prompt,
        tuple(made_from),
        take.model,
        parent.number if parent else None,
    )


def _score(score: Score) -> str:
    if score.value is None:
        return f"{score.name}: not measured. {score.method}"
    return f"{score.name}: {score.value:g} ({score.scale}). {score.method}"
