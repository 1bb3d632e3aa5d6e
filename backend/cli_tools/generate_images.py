"""Draw variations of a prompt, score and rank them."""

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
from workbench.hiring import Hired, hire, open_office, settings_for
from workbench.pictures import PictureRun, picture_rows, pictures_price
from workbench.terminal import confirm_cost, preview, printed_json, progress, ranked_table, run_work, say_result
from workbench.traces import run_folder


def main(
    prompt: PromptFile,
    num_variations: Annotated[int, typer.Option(min=1, max=16, help="Pictures to draw; 4 to 8 show a choice.")] = 8,
    aspect_ratio: Aspect = "16:9",
    negative_prompt: Annotated[str, typer.Option(help="What must not be seen.")] = "",
    output_dir: OutputDir = DEFAULT_OUTPUT,
    seed: Seed = 0,
    provider: Provider = None,
    as_json: AsJson = False,
    yes: Yes = False,
) -> None:
    """Draw variations of a prompt, with seeds that follow one another, best first."""
    brief = Brief(read_prompt_text(prompt), aspect_ratio=checked_aspect(aspect_ratio))
    check_output(output_dir)
    settings = settings_for(output_dir)
    hired = hire(provider, ("image", "vision"), settings)
    confirm_cost(pictures_price(hired, brief, num_variations), yes)
    folder = run_folder(output_dir, "image_generations")
    runs: list[PictureRun] = []
    result = run_work(_draw(settings, hired, brief, folder, num_variations, seed, negative_prompt, runs), folder)
    if as_json:
        printed_json(result)
        return
    preview(runs[0].made[0].path.read_bytes())
    ranked_table("Images", picture_rows(runs[0].made), result["best_because"])
    say_result(f"Kept in {folder}")


async def _draw(
    settings: Settings,
    hired: Hired,
    brief: Brief,
    folder: Path,
    count: int,
    seed: int,
    negative: str,
    runs: list[PictureRun],
) -> dict[str, Any]:
    async with open_office(settings, hired, brief) as office:
        run = PictureRun(office, brief, folder)
        runs.append(run)
        with progress("Images", count) as pieces:
            await run.draw(brief.prompt, count, seed, pieces, negative)
    return {**run.trace(), "folder": str(folder)}


if __name__ == "__main__":
    typer.run(main)
