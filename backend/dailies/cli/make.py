"""``dailies make``: a film from a brief, without pauses."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from dailies.cli.terminal import STOPPED_BY_HAND, console, fail
from dailies.config import Settings
from dailies.domain.approval import stage_view
from dailies.domain.brief import AspectRatio, Brief, Style, duration_in
from dailies.domain.errors import DailiesError
from dailies.domain.project import CUT, STAGES, Project, Stage

if TYPE_CHECKING:
    from dailies.bootstrap import Services


def make(
    brief: Annotated[str, typer.Argument(help="What the film is about; - reads it from standard input.")],
    out: Annotated[Path, typer.Option(help="The MP4 file to write.")] = Path("film.mp4"),
    duration: Annotated[int | None, typer.Option(help="Seconds; else read from the brief, else 30.")] = None,
    aspect: Annotated[str, typer.Option(help="16:9, 9:16, 1:1, 4:5 or 21:9.")] = "16:9",
    style: Annotated[str, typer.Option(help="gouache, ink, poster, pencil or noir.")] = "gouache",
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    data_folder: Annotated[Path | None, typer.Option(help="Where the project is kept.")] = None,
) -> None:
    """Make a film from a brief without pauses, on the built-in artists."""
    if aspect not in get_args(AspectRatio) or style not in get_args(Style):
        raise fail("No such aspect ratio or style; see dailies make --help.", 2)
    if not out.parent.is_dir():
        raise fail(f"There is no folder {out.parent}.", 2)
    text = sys.stdin.read() if brief == "-" else brief
    seconds = duration or duration_in(text) or 30
    settings = Settings()
    if data_folder is not None:
        settings = settings.model_copy(update={"data_folder": data_folder})
    wanted = Brief(text, seconds, aspect, style)  # type: ignore[arg-type]
    try:
        result = asyncio.run(_make(settings, wanted, out))
    except KeyboardInterrupt:
        raise fail("Stopped. What was made is kept in the project.", STOPPED_BY_HAND) from None
    except DailiesError as error:
        raise fail(str(error)) from error
    if as_json:
        print(json.dumps(result, indent=2))
    else:
        console.print(f"{result['title']}: {result['seconds']} s, {result['out']}", highlight=False)


async def _make(settings: Settings, brief: Brief, out: Path) -> dict[str, object]:
    # Imported here: the studio's libraries take seconds to load, which a wrong option should not wait for.
    from dailies.bootstrap import open_studio

    began = time.monotonic()
    async with open_studio(settings) as services:
        owner = await services.accounts.owner()
        project = await services.studio.create(owner.id, brief, "automatic")
        project = await _watch(services, owner.id, project)
        cut = project.selected_take(CUT)
        if cut is None or cut.media is None:
            failures = [failure.message for failure in project.outcomes.values()]
            raise DailiesError(failures[0] if failures else "The film was not finished.", code="not_finished")
        shutil.copyfile(services.blobs.path(cut.media.sha256), out)
        return {
            "project": project.id,
            "title": project.title,
            "out": str(out),
            "seconds": cut.media.seconds,
            "width": cut.media.width,
            "height": cut.media.height,
            "shots": len(list(project.story.shots())) if project.story else 0,
            "takes": sum(len(takes) for takes in project.takes.values()),
            "cost_usd": project.spend.spent / 1_000_000,
            "elapsed_s": round(time.monotonic() - began, 1),
        }


async def _watch(services: Services, owner: str, project: Project) -> Project:
    """Follow the project to its end, with a bar per stage."""
    columns = (
        TextColumn("{task.description:<12}"),
        BarColumn(),
        TextColumn("{task.fields[line]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks = {stage: bars.add_task(stage.capitalize(), total=1.0, line="", start=False) for stage in STAGES}
        while True:
            project = await services.studio.load(owner, project.id)
            _draw(bars, tasks, services, project)
            if not any(True for _ in project.active_works()):
                return project
            await asyncio.sleep(0.25)


def _draw(bars: Progress, tasks: dict[Stage, TaskID], services: Services, project: Project) -> None:
    for stage in STAGES:
        view = stage_view(project, stage)
        task = tasks[stage]
        if view.state == "locked":
            continue
        bars.start_task(task)
        shares = services.production.progress
        running = sum(
            shares.get(work.id, 0.0) for operation, work in project.active_works() if operation.stage == stage
        )
        line = f"{view.made} of {view.total}" if view.total else ""
        bars.update(task, total=max(view.total, 1), completed=view.made + running, line=line)
        if view.state == "approved":
            bars.stop_task(task)
