"""Enrich a prompt for pictures: a cinematographer and a prompt engineer take turns on it."""

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
from workbench.hiring import Hired, hire, settings_for
from workbench.prompt_roles import Dialogue, Task
from workbench.prompt_runs import best_because, improve, prompt_price, roles_alone, round_rows, summary_of
from workbench.terminal import confirm_cost, printed_json, progress, ranked_table, run_work, say_result
from workbench.traces import run_folder


def main(
    prompt: PromptFile,
    max_iterations: Annotated[int, typer.Option(min=1, max=9, help="Rounds at most.")] = 3,
    threshold: Annotated[float, typer.Option(min=0, max=100, help="Overall score that is good enough.")] = 85.0,
    aspect_ratio: Aspect = "16:9",
    output_dir: OutputDir = DEFAULT_OUTPUT,
    seed: Seed = 0,
    provider: Provider = None,
    as_json: AsJson = False,
    yes: Yes = False,
) -> None:
    """Enrich a picture prompt in rounds, each scored and criticised; every turn is kept on disk."""
    task = Task(read_prompt_text(prompt), "image", checked_aspect(aspect_ratio), seed=seed)
    check_output(output_dir)
    settings = settings_for(output_dir)
    hired = hire(provider, ("text",), settings)
    brief = Brief(task.original, aspect_ratio=checked_aspect(aspect_ratio))
    confirm_cost([("Rounds", prompt_price(hired, brief, max_iterations))], yes)
    folder = run_folder(output_dir, "image_prompt_traces")
    dialogues: list[Dialogue] = []
    result = run_work(_improve(settings, hired, brief, task, folder, max_iterations, threshold, dialogues), folder)
    if as_json:
        printed_json(result)
        return
    ranked_table("Rounds", round_rows(dialogues[0]), best_because(dialogues[0]))
    say_result("", result["final_prompt"], "", f"Kept in {folder}")


async def _improve(
    settings: Settings,
    hired: Hired,
    brief: Brief,
    task: Task,
    folder: Path,
    rounds: int,
    threshold: float,
    dialogues: list[Dialogue],
) -> dict[str, Any]:
    async with roles_alone(settings, hired, brief) as roles:
        with progress("Prompt", 1) as pieces:
            dialogue = await improve(roles, task, folder, rounds, threshold, pieces)
    dialogues.append(dialogue)
    return {**summary_of(dialogue), "folder": str(folder)}


if __name__ == "__main__":
    typer.run(main)
