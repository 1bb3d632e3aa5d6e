"""Routes of projects: start, list, read, change, approve, and everything under one project."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, Query, Response, UploadFile, status
from pydantic import TypeAdapter

from dailies.api import schemas, views
from dailies.api.requests import App, Show, SignedIn
from dailies.api.uploads import read_picture
from dailies.api.views import Views
from dailies.domain.adjusting import Adjustment, Crop
from dailies.domain.brief import Brief
from dailies.domain.casting import KIND_OF_PART, Casting, Part, cast
from dailies.domain.conversation import find_note, find_plan
from dailies.domain.edits import AddShot, ChangePart, DuplicateShot, Edit, MoveShot, RemoveShot
from dailies.domain.errors import InvalidInput, NotFound
from dailies.domain.plans import check_month, check_plan
from dailies.domain.project import CUT, STORY, Change, CutSettings, Project, Stage
from dailies.domain.rating import rate
from dailies.media.images import Fit
from dailies.ports import Listing
from dailies.services.money import month_start

router = APIRouter(prefix="/api/projects", tags=["projects"])


def adjustment_of(shape: schemas.AdjustmentShape) -> Adjustment:
    """The adjustment a request asks for."""
    values = shape.model_dump(exclude={"crop"})
    return Adjustment(**values, crop=Crop(**shape.crop.model_dump()))


CUTS = TypeAdapter(CutSettings)


def cut_settings_of(shape: schemas.CutSettingsShape) -> CutSettings:
    """The cut's settings a request asks for."""
    return CUTS.validate_python(shape.model_dump())


def chosen_parts(providers: schemas.ProvidersPatch) -> dict[Part, str]:
    """The parts a request chooses models for."""
    return {part: model for part in KIND_OF_PART if (model := getattr(providers, part)) is not None}


def _millionths(dollars: float | None) -> int | None:
    return None if dollars is None else round(dollars * 1_000_000)


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_project(request: schemas.ProjectRequest, app: App, show: Show, user: SignedIn) -> schemas.ProjectShape:
    """Start a project; the story begins at once."""
    brief = Brief(**request.brief.model_dump())
    casting = cast(Casting(), chosen_parts(request.providers), app.registry)
    plan = app.plans.of(user)
    check_plan(plan, request.mode, casting.rehearsal)
    check_month(plan, await app.studio.store.started_since(user.id, month_start(app.studio.clock())))
    app.agency.require(casting.story)
    flags = await app.agency.flags(app.settings.moderation_model, brief.prompt)
    if flags:
        raise InvalidInput(f"This brief breaks the vendor's rules on {', '.join(flags)}.", code="brief_flagged")
    project = await app.studio.create(
        user.id,
        brief,
        request.mode,
        _millionths(request.budget_usd),
        casting=casting,
        price=app.estimates.film(brief, casting)["story"].price_max,
    )
    return show.project(project)


@router.get("")
async def list_projects(
    app: App,
    user: SignedIn,
    query: Annotated[str, Query(max_length=200)] = "",
    status: Literal["all", "needs_you", "making", "done"] = "all",
    sort: Literal["updated", "created", "title"] = "updated",
    cursor: str = "",
) -> schemas.ProjectPage:
    """A page of the gallery."""
    page = await app.studio.gallery(Listing(user.id, query, status, sort, cursor))
    return schemas.ProjectPage(
        projects=[views.card_shape(entry) for entry in page.entries],
        next_cursor=page.cursor or None,
        counts=page.counts,
    )


@router.get("/{project_id}")
async def read_project(project_id: str, app: App, show: Show, user: SignedIn) -> schemas.ProjectShape:
    """The whole snapshot."""
    return show.project(await app.studio.load(user.id, project_id))


@router.patch("/{project_id}")
async def change_project(
    project_id: str, request: schemas.ProjectPatch, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Change the project's own settings."""
    chosen = cast(Casting(), chosen_parts(request.providers), app.registry)
    check_plan(app.plans.of(user), request.mode or "automatic", chosen.rehearsal)
    project = await app.studio.update(
        user.id,
        project_id,
        title=request.title,
        mode=request.mode,
        budget=_millionths(request.budget_usd),
        auto_apply_free=request.auto_apply_free,
        enhance_prompts=request.enhance_prompts,
        casting=lambda casting: cast(casting, chosen_parts(request.providers), app.registry),
        no_budget="budget_usd" in request.model_fields_set and request.budget_usd is None,
    )
    if request.mode == "automatic":
        project = await app.production.resume_automatic(user.id, project_id)
    return show.project(project)


@router.post("/{project_id}/rating")
async def rate_project(
    project_id: str, request: schemas.RatingRequest, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Say what one thinks of the film."""

    def verb(project: Project) -> Change:
        return rate(project, request.stars, request.recommend, request.comment, now=app.studio.clock())

    return show.project(await app.studio.change(user.id, project_id, verb))


@router.delete("/{project_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_project(project_id: str, app: App, user: SignedIn) -> Response:
    """Put the project away; it can be restored."""
    await app.studio.delete(user.id, project_id)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post("/{project_id}/restore")
async def restore_project(project_id: str, app: App, show: Show, user: SignedIn) -> schemas.ProjectShape:
    """Undo a delete."""
    return show.project(await app.studio.restore(user.id, project_id))


@router.get("/{project_id}/estimate")
async def estimate(project_id: str, stage: Stage, app: App, show: Show, user: SignedIn) -> schemas.EstimateShape:
    """Price and time range of making what the stage misses."""
    project = await app.studio.load(user.id, project_id)
    return views.estimate_shape(show.estimate(project, stage))


@router.post("/{project_id}/notes")
async def say(
    project_id: str, request: schemas.NoteRequest, app: App, show: Show, user: SignedIn, wait: bool = True
) -> schemas.NoteAnswer:
    """Say something to the director. It costs nothing and changes nothing."""
    note = await app.notes.say(user.id, project_id, request.text, request.stage, tuple(request.items))
    if wait:
        project = await app.notes.wait(user.id, project_id, note.id)
    else:
        project = await app.studio.load(user.id, project_id)
    note = find_note(project, note.id)
    plan = find_plan(project, note.plan) if note.plan else None
    return schemas.NoteAnswer(
        note=views.note_shape(note), reply=note.reply, plan=show.plan(project, plan) if plan else None
    )


@router.post("/{project_id}/notes/{note_id}/stop")
async def stop_reply(project_id: str, note_id: str, app: App, user: SignedIn) -> schemas.NoteShape:
    """Stop a reply; what was written until now is kept."""
    return views.note_shape(find_note(await app.notes.stop(user.id, project_id, note_id), note_id))


def _plan_shape(show: Views, project: Project, plan_id: str) -> schemas.PlanShape:
    return show.plan(project, find_plan(project, plan_id))


@router.patch("/{project_id}/plans/{plan_id}")
async def edit_plan(
    project_id: str, plan_id: str, request: schemas.PlanPatch, app: App, show: Show, user: SignedIn
) -> schemas.PlanShape:
    """Keep only some of a plan's items, reword it, or choose another of its options."""
    project = await app.notes.edit(user.id, project_id, plan_id, request.items, request.instruction, request.option)
    return _plan_shape(show, project, plan_id)


@router.post("/{project_id}/plans/{plan_id}/refresh")
async def refresh_plan(project_id: str, plan_id: str, app: App, show: Show, user: SignedIn) -> schemas.PlanShape:
    """Make an outdated plan fit again, free."""
    return _plan_shape(show, await app.notes.refresh(user.id, project_id, plan_id), plan_id)


@router.post("/{project_id}/plans/{plan_id}/apply")
async def apply_plan(
    project_id: str,
    plan_id: str,
    app: App,
    show: Show,
    user: SignedIn,
    request: schemas.PlanApply | None = None,
) -> schemas.ProjectShape:
    """Run a plan, by one of its options where it has some."""
    option = request.option if request else None
    return show.project(await app.notes.apply(user.id, project_id, plan_id, option))


@router.post("/{project_id}/plans/{plan_id}/undo")
async def undo_plan(project_id: str, plan_id: str, app: App, show: Show, user: SignedIn) -> schemas.ProjectShape:
    """Take an applied plan back as one; every take is kept."""
    return show.project(await app.notes.undo(user.id, project_id, plan_id))


@router.post("/{project_id}/plans/{plan_id}/discard")
async def discard_plan(project_id: str, plan_id: str, app: App, show: Show, user: SignedIn) -> schemas.ProjectShape:
    """Drop a plan."""
    return show.project(await app.notes.discard(user.id, project_id, plan_id))


@router.post("/{project_id}/stages/{stage}/generate")
async def generate(
    project_id: str, stage: Stage, app: App, show: Show, user: SignedIn, request: schemas.GenerateRequest | None = None
) -> schemas.ProjectShape:
    """Make what the stage misses."""
    revision = request.revision if request else None
    return show.project(await app.production.generate(user.id, project_id, stage, revision))


@router.post("/{project_id}/stages/{stage}/regenerate")
async def regenerate(
    project_id: str, stage: Stage, request: schemas.RegenerateRequest, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Make new takes of these items, or of everything stale or failed."""
    project = await app.production.regenerate(
        user.id, project_id, stage, request.items, request.instruction, request.count, request.revision, request.tier
    )
    return show.project(project)


@router.post("/{project_id}/stages/{stage}/approve")
async def approve(
    project_id: str, stage: Stage, request: schemas.ApproveRequest, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Sign the stage off with the takes selected now."""
    project = await app.production.approve(user.id, project_id, stage, request.revision, request.with_stale)
    return show.project(project)


@router.post("/{project_id}/stages/{stage}/reopen")
async def reopen(project_id: str, stage: Stage, app: App, show: Show, user: SignedIn) -> schemas.ProjectShape:
    """Take the approval back."""
    return show.project(await app.production.reopen(user.id, project_id, stage))


def _edit(edit: schemas.StoryEdit) -> Edit:
    match edit:
        case schemas.AddShot():
            return AddShot("", edit.after, edit.action, edit.seconds, edit.size, edit.move, tuple(edit.who))
        case schemas.DuplicateShot():
            return DuplicateShot("", edit.id)
        case schemas.RemoveShot():
            return RemoveShot(edit.id)
        case schemas.MoveShot():
            return MoveShot(edit.id, edit.after)
        case _:
            fields = edit.model_dump(exclude={"op", "id"}, exclude_none=True)
            if "who" in fields:
                fields["who"] = tuple(fields["who"])
            return ChangePart(edit.op, getattr(edit, "id", ""), fields)


@router.patch("/{project_id}/items/{item}")
async def edit_item(
    project_id: str, item: str, request: schemas.ItemPatch, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """A hand edit of the story, or new settings of the cut."""
    if item == STORY and request.edits:
        edits = tuple(_edit(edit) for edit in request.edits)
        project = await app.items.edit_story(user.id, project_id, edits, request.revision)
    elif item == CUT and request.cut is not None:
        project = await app.items.set_cut(user.id, project_id, cut_settings_of(request.cut))
    else:
        await app.studio.load(user.id, project_id)
        raise InvalidInput("Only the story and the cut's settings are edited by hand.", code="not_editable")
    return show.project(project)


@router.post("/{project_id}/items/{item}/takes")
async def upload_take(
    project_id: str,
    item: str,
    app: App,
    show: Show,
    user: SignedIn,
    file: Annotated[UploadFile, File()],
    fit: Annotated[Fit | None, Form()] = None,
) -> schemas.ProjectShape:
    """Add an own picture as a take. ``fit``: how it meets the film's shape: "whole", "crop" or "pad"; by default
    frames are cropped and references left whole."""
    return show.project(await app.items.upload(user.id, project_id, item, await read_picture(file), fit))


@router.post("/{project_id}/items/{item}/select")
async def select_take(
    project_id: str, item: str, request: schemas.SelectRequest, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Pick a take; it is free and can be undone."""
    return show.project(await app.items.select(user.id, project_id, item, request.take))


@router.post("/{project_id}/items/{item}/adjust")
async def adjust_take(
    project_id: str, item: str, request: schemas.AdjustRequest, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Change a picture's light, colour or frame here, free, as a new take."""
    adjustment = adjustment_of(request.adjustment)
    return show.project(await app.items.adjust(user.id, project_id, item, adjustment, request.take))


@router.post(
    "/{project_id}/items/{item}/adjust/look",
    response_class=Response,
    responses={200: {"content": {"image/jpeg": {}}}},
)
async def look_at_adjustment(
    project_id: str, item: str, request: schemas.AdjustRequest, app: App, user: SignedIn
) -> Response:
    """A quick look at an adjustment; nothing is kept."""
    adjustment = adjustment_of(request.adjustment)
    look = await app.items.adjusted_look(user.id, project_id, item, adjustment, request.take)
    return Response(look, media_type="image/jpeg", headers={"Cache-Control": "no-store"})


@router.get("/{project_id}/operations/{operation_id}")
async def read_operation(project_id: str, operation_id: str, app: App, user: SignedIn) -> schemas.OperationShape:
    """Work under way or done."""
    project = await app.studio.load(user.id, project_id)
    operation = project.operation(operation_id)
    if operation is None:
        raise NotFound("There is no such operation.", code="no_such_operation")
    return views.operation_shape(project, operation)


@router.post("/{project_id}/operations/{operation_id}/cancel")
async def cancel_operation(
    project_id: str, operation_id: str, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Stop work; what is made already is kept."""
    return show.project(await app.production.cancel(user.id, project_id, operation_id))


@router.post("/{project_id}/operations/{operation_id}/retry")
async def retry_operation(
    project_id: str, operation_id: str, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Try again what was not made, and only that."""
    return show.project(await app.production.retry(user.id, project_id, operation_id))


@router.post("/{project_id}/operations/{operation_id}/check")
async def check_operation(
    project_id: str, operation_id: str, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Look up at the vendor what became of calls whose outcome is not known; nothing is sent again."""
    return show.project(await app.production.check(user.id, project_id, operation_id))


@router.get("/{project_id}/events")
async def events(
    project_id: str,
    app: App,
    user: SignedIn,
    after: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 500,
) -> schemas.EventPage:
    """The event log after a number."""
    await app.studio.load(user.id, project_id)
    numbered, head = await app.studio.store.events(project_id, after, limit)
    return schemas.EventPage(events=[views.event_shape(each) for each in numbered], head=head)
