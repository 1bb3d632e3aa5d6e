"""The whole way: prompt, images, storyboard, motion prompts, videos."""

from __future__ import annotations

import sys
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
    read_picture,
    read_prompt_text,
)
from workbench.feedback import WORKFLOWS, Loop, Plan, loop_price
from workbench.hiring import Hired, hire, open_office, settings_for
from workbench.terminal import bad_argument, confirm_cost, plain_table, printed_json, run_work, say_result
from workbench.traces import run_folder


def main(
    prompt: PromptFile,
    workflow: Annotated[str, typer.Option(help="full, image-only, video-only or prompt-only.")] = "full",
    input_image: Annotated[
        Path | None, typer.Option(help="A picture to go on from: of who or what it is about; of a clip, its start.")
    ] = None,
    interactive: Annotated[
        bool, typer.Option("--interactive", help="Stop after images and videos: continue, again with feedback, stop.")
    ] = False,
    num_image_variations: Annotated[int, typer.Option(min=1, max=16, help="Pictures to draw.")] = 8,
    num_video_attempts: Annotated[int, typer.Option(min=1, max=8, help="Attempts at each clip.")] = 3,
    num_clips: Annotated[int, typer.Option(min=1, max=12, help="Clips of the storyboard.")] = 3,
    max_iterations: Annotated[int, typer.Option(min=1, max=9, help="Rounds on a prompt at most.")] = 3,
    prompt_threshold: Annotated[
        float, typer.Option(min=0, max=100, help="Overall score of a prompt that is good enough.")
    ] = 85.0,
    image_threshold: Annotated[
        float, typer.Option(min=0, max=100, help="Below it another set of pictures is drawn, once; 0 is never.")
    ] = 50.0,
    video_threshold: Annotated[
        float, typer.Option(min=0, max=100, help="Below it another set of clips is made, once; 0 is never.")
    ] = 50.0,
    aspect_ratio: Aspect = "16:9",
    output_dir: OutputDir = DEFAULT_OUTPUT,
    seed: Seed = 0,
    provider: Provider = None,
    as_json: AsJson = False,
    yes: Yes = False,
) -> None:
    """Go from a prompt to clips, stage by stage, each of which can be tried alone with its own tool."""
    found = next((each for each in WORKFLOWS if each == workflow), None)
    if found is None:
        bad_argument(f"There is no workflow {workflow}. There are: {', '.join(WORKFLOWS)}.")
    if interactive and prompt == "-":
        bad_argument("--interactive reads answers from standard input; give the prompt as a file.")
    if interactive and as_json and not sys.stdin.isatty():
        bad_argument("--interactive needs somebody at a terminal.")
    plan = Plan(
        Brief(read_prompt_text(prompt), aspect_ratio=checked_aspect(aspect_ratio)),
        found,
        num_image_variations,
        num_video_attempts,
        num_clips,
        max_iterations,
        prompt_threshold,
        image_threshold,
        video_threshold,
        seed,
        interactive,
        as_json,
        read_picture(input_image) if input_image else None,
    )
    check_output(output_dir)
    settings = settings_for(output_dir)
    hired = hire(provider, ("text", "image", "video", "vision"), settings)
    confirm_cost(loop_price(hired, plan), yes)
    folder = run_folder(output_dir, "feedback_loops")
    result = run_work(_loop(settings, hired, plan, folder), folder)
    if as_json:
        printed_json(result)
        return
    plain_table("Stages", [_row(stage) for stage in result["stages"]])
    for name, best in result["best"].items():
        say_result(f"Best {name.replace('_', ' ')}: {', '.join(best) if isinstance(best, list) else best}")
    say_result(f"Kept in {folder}")


def _row(stage: dict[str, Any]) -> dict[str, Any]:
    scores = [value for value in stage["scores"].values() if value is not None]
    return {
        "stage": stage["stage"],
        "seconds": stage["seconds"],
        "best score": max(scores, default=None),
        "cost": f"${stage['cost_usd']:.4f}",
        "folder": stage["folder"],
    }


async def _loop(settings: Settings, hired: Hired, plan: Plan, folder: Path) -> dict[str, Any]:
    async with open_office(settings, hired, plan.brief) as office:
        return await Loop(office, plan, folder).run()


if __name__ == "__main__":
    typer.run(main)
