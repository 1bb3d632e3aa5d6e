"""Enrich a prompt for clips: the same two roles, for motion."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from dailies.config import Settings
from dailies.domain.brief import Brief
from workbench.arguments import (
    DEFAULT_OUTPUT,
    AsJson,
    Aspect,
    OutputDir,
    PromptFile,
    Provider,
    Seed,
    Yes,
    check_output,
    checked_aspect,
    read_prompt_text,
)
from workbench.board_files import BoardDocument, read_board
from workbench.hiring import Hired, hire, settings_for
from workbench.motion_runs import improve_motions
from workbench.prompt_roles import Dialogue, Task
from workbench.prompt_runs import best_because, improve, prompt_price, roles_alone, round_rows, summary_of
from workbench.terminal import confirm_cost, printed_json, progress, ranked_table, run_work, say_result
from workbench.traces import run_folder


def main(
    prompt: PromptFile,
    max_iterations: Annotated[int, typer.Option(min=1, max=9, help="Rounds at most.")] = 3,
    threshold: Annotated[float, typer.Option(min=0, max=100, help="Overall score that is good enough.")] = 85.0,
    video_mode: Annotated[
        bool, typer.Option("--video-mode", help="Write scene and motion, for a clip from words alone; the usual.")
    ] = False,
    image_to_video: Annotated[
        bool, typer.Option("--image-to-video", help="Write the motion only, for a clip from a given picture.")
    ] = False,
    storyboard: Annotated[
        Path | None, typer.Option(help="A storyboard_metadata.json: a motion prompt for each of its clips too.")
    ] = None,
    aspect_ratio: Aspect = "16:9",
    output_dir: OutputDir = DEFAULT_OUTPUT,
    seed: Seed = 0,
    provider: Provider = None,
    as_json: AsJson = False,
    yes: Yes = False,
) -> None:
    """Enrich a prompt for clips in rounds, each scored and criticised; every turn is kept on disk."""
    text, aspect = read_prompt_text(prompt), checked_aspect(aspect_ratio)
    task = Task(text, "video", aspect, picture_given=image_to_video and not video_mode, seed=seed)
    document = read_board(storyboard).document if storyboard else None
    check_output(output_dir)
    if storyboard:
        check_output(storyboard.parent)
    settings = settings_for(output_dir)
    hired = hire(provider, ("text",), settings)
    brief = Brief(text, aspect_ratio=aspect)
    prompts = 1 + (len(document.clips) if document else 0)
    confirm_cost([("Rounds", prompt_price(hired, brief, max_iterations) * prompts)], yes)
    folder = run_folder(output_dir, "video_prompt_traces")
    beside = storyboard.parent if storyboard else folder
    dialogues: list[Dialogue] = []
    work = _improve(settings, hired, brief, task, folder, max_iterations, threshold, dialogues, document, beside)
    result = run_work(work, folder)
    if as_json:
        printed_json(result)
        return
    ranked_table("Rounds", round_rows(dialogues[0]), best_because(dialogues[0]))
    say_result(
        "", result["final_prompt"], "", result["motion"]["text"], f"Without: {result['motion']['negative_prompt']}"
    )
    for clip in result.get("storyboard", {}).get("clips", []):
        say_result("", f"Clip {clip['clip']} ({clip['overall']:.1f}):", clip["motion_prompt"])
    say_result("", f"Kept in {folder}")


async def _improve(
    settings: Settings,
    hired: Hired,
    brief: Brief,
    task: Task,
    folder: Path,
    rounds: int,
    threshold: float,
    dialogues: list[Dialogue],
    document: BoardDocument | None,
    beside: Path,
) -> dict[str, Any]:
    board: dict[str, Any] = {}
    async with roles_alone(settings, hired, brief) as roles:
        with progress("Prompt", 1) as pieces:
            dialogue = await improve(roles, task, folder, rounds, threshold, pieces)
        if document is not None:
            board = {"storyboard": await improve_motions(roles, document, folder, beside, rounds, threshold, task.seed)}
    dialogues.append(dialogue)
    return {**summary_of(dialogue), **board, "folder": str(folder)}


if __name__ == "__main__":
    typer.run(main)
