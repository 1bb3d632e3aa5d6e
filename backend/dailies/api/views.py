"""Project state as the interface shows it. Everything here is derived; nothing is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from dailies.api import schemas
from dailies.api.order_views import renewing_shape, tries_shape
from dailies.domain.adjusting import adjustment_words
from dailies.domain.approval import missing_items, stage_view
from dailies.domain.conversation import outdated_because
from dailies.domain.inpainting import EditRecord
from dailies.domain.items import Item, find_item, items_of, voice_id
from dailies.domain.judging import overall, overall_parts, scores_of, scoring_state
from dailies.domain.project import STAGES, Likeness, Note, Operation, Plan, PlanChange, Project, Stage, Take, Work
from dailies.domain.staleness import kept_causes, stale_causes
from dailies.domain.story import Story
from dailies.domain.takes import candidates
from dailies.ports import GalleryEntry, NumberedEvent
from dailies.services.estimates import Estimate, Estimates
from dailies.services.money import near_limit
from dailies.services.planning import made_by, plan_stale

RECENT_OPERATIONS = 20
"""Ended operations in a snapshot; older ones are asked for by id."""


@dataclass(frozen=True)
class Views:
    """Builds the shapes. ``progress``: share done by work id, of what runs in this process; ``repeats``: takes
    per item by stage, as the asker's own films have shown."""

    estimates: Estimates
    progress: dict[str, float]
    repeats: Mapping[str, float]

    def project(self, project: Project) -> schemas.ProjectShape:
        """The whole snapshot."""
        items = [item for stage in STAGES for item in items_of(project, stage)]
        queue = [work.id for _, work in project.active_works() if work.status == "queued"]
        works: dict[str, tuple[Operation, Work]] = {}
        for operation, work in project.active_works():
            if work.item not in works or work.status == "running":
                works[work.item] = (operation, work)
        active = [operation for operation in project.operations if operation.active]
        ended = [operation for operation in project.operations if not operation.active]
        return schemas.ProjectShape(
            id=project.id,
            title=project.title,
            brief=schemas.BriefShape.model_validate(project.brief),
            mode=project.mode,
            auto_apply_free=project.auto_apply_free,
            enhance_prompts=project.enhance_prompts,
            reply_usd=usd(self.estimates.prices.part(project, "director")),
            revision=project.revision,
            last_seq=project.seq,
            created_at=project.created_at,
            updated_at=project.updated_at,
            rehearsal=project.casting.rehearsal,
            providers=schemas.ProvidersShape.model_validate(project.casting),
            stages=[self.stage(project, stage) for stage in STAGES],
            items=[self.item(project, item, works.get(item.id), queue) for item in items],
            story=story_shape(project.story),
            cut=schemas.CutSettingsShape.model_validate(project.cut),
            operations=[operation_shape(project, each) for each in (*ended[-RECENT_OPERATIONS:], *active)],
            notes=[note_shape(note) for note in project.notes],
            plans=[self.plan(project, plan) for plan in project.plans],
            tries=[tries_shape(project, each) for each in project.tries[-RECENT_OPERATIONS:]],
            renewing=renewing_shape(project.renewal) if project.renewal else None,
            spend=schemas.SpendShape(
                spent_usd=usd(project.spend.spent),
                held_usd=usd(project.spend.held),
                unknown_usd=usd(project.spend.unknown),
                budget_usd=usd(project.budget) if project.budget is not None else None,
                near=near_limit(project.spend.used, project.budget),
            ),
            rating=schemas.RatingShape.model_validate(project.rating) if project.rating else None,
        )

    def stage(self, project: Project, stage: Stage) -> schemas.StageShape:
        """One stage, with the price and time of what it misses."""
        view = stage_view(project, stage)
        return schemas.StageShape(
            name=stage,
            state=view.state,
            approved_at=view.approval.at if view.approval else None,
            total=view.total,
            made=view.made,
            stale=view.stale,
            failed=view.failed,
            blockers=list(view.blockers),
            lapsed_because=view.lapsed_because,
            next=estimate_shape(self.estimate(project, stage)),
        )

    def estimate(self, project: Project, stage: Stage) -> Estimate:
        """Price and time of making what the stage misses."""
        missing = set(missing_items(project, stage))
        return self.estimates.of(
            project, [item for item in items_of(project, stage) if item.id in missing], self.repeats
        )

    def item(
        self, project: Project, item: Item, under_way: tuple[Operation, Work] | None, queue: list[str]
    ) -> schemas.ItemShape:
        """One item with all its takes."""
        selected = project.selected_take(item.id)
        causes = stale_causes(project, item.id)
        failure = project.outcomes.get(item.id)
        usual = self.estimates.usual(project, item.kind)
        price = usd(self.estimates.price(project, item))
        return schemas.ItemShape(
            id=item.id,
            stage=item.stage,
            kind=item.kind,
            label=item.label,
            code=item.code,
            number=item.number,
            summary=item.summary,
            shot=item.shot,
            entity=item.entity,
            start_s=item.start_s,
            seconds=item.seconds,
            line=item.line,
            caption=item.caption,
            selected=selected.number if selected else None,
            takes=[take_shape(project, take) for take in project.takes_of(item.id)],
            stale=schemas.StaleShape(causes=list(causes), renew_usd=price, renew_seconds=usual) if causes else None,
            kept=list(kept_causes(project, item.id)),
            candidates=[take.number for take in candidates(project, item.id)],
            failure=schemas.FailureShape.model_validate(failure) if failure else None,
            work=self._work(usual, *under_way, queue) if under_way else None,
            price_usd=price,
            usual_seconds=usual,
            locks=list(project.locks.get(item.id, ())),
            making=_making(project, item),
        )

    def deliveries(self, project: Project, kinds: Mapping[str, str], can_sign: bool) -> schemas.DeliveriesShape:
        """All deliveries. ``kinds``: of the quick ones, with what is missing for each."""
        works = {work.item: (operation, work) for operation, work in project.active_works()}
        last: dict[str, Work] = {}
        for operation in project.operations:
            last.update({work.item: work for work in operation.works if work.delivery is not None})
        return schemas.DeliveriesShape(
            documents=[schemas.DocumentState.model_validate({"kind": k, "missing": v}) for k, v in kinds.items()],
            files=[self._file(project, item, work, works.get(item)) for item, work in last.items()],
            can_sign=can_sign,
        )

    def _file(
        self, project: Project, item: str, last: Work, under_way: tuple[Operation, Work] | None
    ) -> schemas.DeliveryFile:
        take = project.selected_take(item)
        media = take.media if take else None
        return schemas.DeliveryFile(
            id=item,
            wish=schemas.DeliveryRequest.model_validate(last.delivery),
            take=take.number if take else None,
            bytes=media.size if media else 0,
            width=media.width if media else 0,
            height=media.height if media else 0,
            seconds=media.seconds if media else None,
            older_because=list(stale_causes(project, item)),
            operation=under_way[0].id if under_way else None,
            progress=self.progress.get(under_way[1].id, 0.0) if under_way else 0.0,
            failed=last.failure.message if last.failure and last.status == "failed" else "",
        )

    def _work(self, usual: float, operation: Operation, work: Work, queue: list[str]) -> schemas.WorkShape:
        running = work.status == "running"
        return schemas.WorkShape(
            operation=operation.id,
            status="cancelling" if operation.cancelling else "running" if running else "queued",
            position=None if running else queue.index(work.id) + 1,
            started_at=work.started_at,
            progress=self.progress.get(work.id, 0.0),
            usual_seconds=usual,
        )

    def plan(self, project: Project, plan: Plan) -> schemas.PlanShape:
        """One plan with its price, time and consequences."""
        outdated = outdated_because(project, plan)
        return schemas.PlanShape(
            id=plan.id,
            note=plan.note,
            stage=plan.stage,
            state="outdated" if outdated else plan.state,
            summary=plan.summary,
            changes=[change_shape(project, change) for change in plan.changes],
            keep=_kept(project, plan),
            price=self._plan_price(project, plan),
            stale=list(plan_stale(project, plan)),
            outdated_because=outdated,
            operation=plan.operation,
            created_at=plan.created_at,
            options=[
                schemas.PlanOptionShape(
                    label=option.label,
                    changes=[change_shape(project, change) for change in option.changes],
                    price=self._plan_price(project, replace(plan, changes=option.changes)),
                )
                for option in plan.options
            ],
            option=plan.option,
            undoes=plan.undoes or None,
            can_undo=plan.state == "applied" and plan.before is not None,
            locked=_locked(project, plan),
        )

    def _plan_price(self, project: Project, plan: Plan) -> schemas.EstimateShape:
        making = [item for each in made_by(plan) if (item := find_item(project, each)) is not None]
        return estimate_shape(self.estimates.of(project, making, self.repeats))


def _making(project: Project, item: Item) -> schemas.ClipMakingShape | None:
    making = project.clip_making.get(item.shot or "") if item.kind == "clip" else None
    return schemas.ClipMakingShape.model_validate(making) if making else None


def lines_shape(project: Project, prices: Mapping[str, int]) -> list[schemas.LineShape]:
    """Every line of the story with its voice."""
    lines = []
    for _, shot in project.story.shots() if project.story else ():
        if not shot.line.strip():
            continue
        take = project.selected_take(voice_id(shot.id))
        seconds = take.media.seconds if take and take.media else None
        lines.append(
            schemas.LineShape(
                shot=shot.id,
                text=shot.line,
                take=take.number if take else None,
                sha256=take.media.sha256 if take and take.media else "",
                seconds=seconds,
                fits=seconds is None or seconds <= shot.seconds,
                fresh=take is not None and not stale_causes(project, voice_id(shot.id)),
                usd=usd(prices.get(shot.id, 0)),
            )
        )
    return lines


def change_shape(project: Project, change: PlanChange) -> schemas.PlanChangeShape:
    """What a plan does to one item."""
    item = find_item(project, change.item)
    return schemas.PlanChangeShape(
        item=change.item,
        label=item.label if item else "gone",
        kind=change.does,
        instruction=change.instruction,
        take=change.take,
        adjustment=schemas.AdjustmentShape.model_validate(change.adjustment) if change.adjustment else None,
        adjusts=adjustment_words(change.adjustment) if change.adjustment else "",
        locks=list(change.locks),
        keeps=list(project.locks.get(change.item, ())) if change.does in ("make", "adjust") else [],
    )


def _locked(project: Project, plan: Plan) -> str:
    """What the plan keeps because of locks, as a sentence; "" where it makes nothing of a locked item."""
    kept = [change.item for change in plan.changes if change.does == "make" and project.locks.get(change.item)]
    labels = [item.label for each in kept if (item := find_item(project, each)) is not None]
    parts = list(dict.fromkeys(lock for each in kept for lock in project.locks[each]))
    return f"Locked and kept: {', '.join(parts)} ({', '.join(labels)})." if parts else ""


def _kept(project: Project, plan: Plan) -> str:
    changed = {change.item for change in plan.changes}
    others = [item for item in items_of(project, plan.stage) if item.id not in changed and item.kind != "cut"]
    if plan.stage == "story":
        return "Every scene the note does not name, word for word"
    if not others:
        return "Nothing else is in this stage"
    noun = {"references": "references", "storyboard": "frames", "video": "clips"}[plan.stage]
    return f"The other {len(others)} {noun if len(others) > 1 else noun[:-1]}, byte for byte"


def usd(millionths: int) -> float:
    """Millionths of a US dollar as dollars."""
    return round(millionths / 1_000_000, 6)


def estimate_shape(estimate: Estimate) -> schemas.EstimateShape:
    """An estimate in dollars and seconds."""
    return schemas.EstimateShape(
        items=estimate.items,
        usd_min=usd(estimate.price_min),
        usd_max=usd(estimate.price_max),
        usd_likely=usd(estimate.price_likely),
        seconds_min=estimate.seconds_min,
        seconds_max=estimate.seconds_max,
    )


def story_shape(story: Story | None) -> schemas.StoryShape | None:
    """The story document."""
    return schemas.StoryShape.model_validate(asdict(story)) if story else None


def take_shape(project: Project, take: Take) -> schemas.TakeShape:
    """One take; parents and sources are named by their numbers."""
    parent = project.take(take.parent) if take.parent else None
    sources = []
    for source in take.made_from:
        made_from = project.take(source.digest) if source.key.startswith("item:") else None
        if made_from is not None:
            item = find_item(project, made_from.item)
            label = item.label if item else made_from.item
            sources.append(schemas.MadeFromShape(item=made_from.item, label=label, take=made_from.number))
    media = take.media
    scores = scores_of(project, take)
    total = overall(scores)
    return schemas.TakeShape(
        id=take.id,
        number=take.number,
        origin=take.origin,
        created_at=take.created_at,
        note=take.note,
        parent=parent.number if parent else None,
        media=schemas.MediaShape(
            sha256=media.sha256,
            media_type=media.media_type,
            width=media.width,
            height=media.height,
            seconds=media.seconds,
            bytes=media.size,
        )
        if media
        else None,
        story=story_shape(take.story),
        cut=schemas.CutSettingsShape.model_validate(take.cut) if take.cut else None,
        prompt=take.prompt,
        prompt_parts=[schemas.PromptPartShape.model_validate(part) for part in take.prompt_parts],
        model=take.model,
        provider=take.provider,
        seed=take.seed,
        made_from=sources,
        cost_usd=usd(take.cost),
        scores=[schemas.ScoreShape.model_validate(score) for score in scores],
        overall=schemas.ScoreShape.model_validate(total) if total else None,
        overall_parts=[schemas.ScorePartShape.model_validate(part) for part in overall_parts(scores)],
        scoring=scoring_state(project, take),
        drawn=list(take.drawn),
        not_drawn=list(take.not_drawn),
        like=_like_shape(project, take.like) if take.like else None,
        adjustment=schemas.AdjustmentShape.model_validate(take.adjustment) if take.adjustment else None,
        edit=_edit_shape(take.edit) if take.edit else None,
        warnings=list(take.warnings),
        copied=take.copied,
    )


def _like_shape(project: Project, like: Likeness) -> schemas.LikeShape | None:
    take = project.take(like.take)
    if take is None:
        return None
    item = find_item(project, take.item)
    label = item.label if item else take.item
    return schemas.LikeShape(item=take.item, label=label, take=take.number, binds=like.binds)


def _edit_shape(record: EditRecord) -> schemas.EditShape:
    plan = record.plan
    return schemas.EditShape(
        intent=plan.intent,
        prompt=plan.prompt,
        negative_prompt=plan.negative_prompt,
        mask=plan.mask,
        raw=record.raw,
        box=schemas.BoxShape.model_validate(plan.box),
        sent=plan.sent,
        grow=plan.grow,
        feather=plan.feather,
        colour_match=plan.colour_match,
        strength=plan.strength,
        steps=plan.steps,
        guidance=plan.guidance,
        model=plan.model,
        margins=plan.margins,
        untouched=record.untouched,
        changed=record.changed,
        seam=record.seam,
        again=record.again,
    )


def operation_shape(project: Project, operation: Operation) -> schemas.OperationShape:
    """One operation with its items."""
    made = {work.id for work in operation.works}
    cost = sum(take.cost for takes in project.takes.values() for take in takes if take.id in made)
    return schemas.OperationShape(
        id=operation.id,
        kind=operation.kind,
        stage=operation.stage,
        status=operation.status,
        instruction=operation.instruction,
        items=[
            schemas.WorkItemShape(
                item=work.item, status=work.status, message=work.failure.message if work.failure else ""
            )
            for work in operation.works
        ],
        created_at=operation.created_at,
        finished_at=operation.finished_at,
        cost_usd=usd(cost),
    )


def note_shape(note: Note) -> schemas.NoteShape:
    """One note with its reply."""
    return schemas.NoteShape(
        id=note.id,
        text=note.text,
        stage=note.stage,
        items=list(note.items),
        created_at=note.created_at,
        reply=note.reply,
        reply_state=note.reply_state,
        replied_at=note.replied_at,
        plan=note.plan,
        kind=note.kind or None,
        targets=list(note.targets),
        choices=list(note.choices),
    )


def card_shape(entry: GalleryEntry) -> schemas.ProjectCard:
    """One project of the gallery."""
    card = entry.card
    return schemas.ProjectCard(
        id=entry.id,
        title=entry.title,
        poster=card.poster or None,
        stage=card.stage,
        state=card.state,
        approved=list(card.approved),
        stale=card.stale,
        failed=card.failed,
        working=card.working,
        delivered=card.delivered,
        duration_s=entry.brief.duration_s,
        aspect_ratio=entry.brief.aspect_ratio,
        spent_usd=usd(card.spent),
        rehearsal=card.rehearsal,
        created_at=entry.created_at,
        updated_at=entry.updated_at,
    )


def event_shape(numbered: NumberedEvent) -> schemas.Event:
    """One line of the event log."""
    return schemas.Event(seq=numbered.seq, type=numbered.event.type, data=dict(numbered.event.data))
