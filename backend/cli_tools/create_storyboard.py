"""Plan shots, then draw a start and an end frame for each."""

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
    read_picture,
    read_prompt_text,
)
from workbench.boards import BoardRun, board_price, board_rows, brief_for
from workbench.hiring import Hired, hire, open_office, settings_for
from workbench.prompt_runs import roles_in
from workbench.terminal import confirm_cost, plain_table, preview, printed_json, run_work, say_result
from workbench.traces import run_folder


def main(
    prompt: PromptFile,
    num_clips: Annotated[int, typer.Option(min=1, max=12, help="Clips to plan.")] = 3,
    reference_image: Annotated[
        Path | None, typer.Option(help="A picture of the product, else of the first character, else of the style.")
    ] = None,
    enhance_prompts: Annotated[bool, typer.Option(help="Enrich each frame's prompt before it is drawn.")] = False,
    aspect_ratio: Aspect = "16:9",
    output_dir: OutputDir = DEFAULT_OUTPUT,
    seed: Seed = 0,
    provider: Provider = None,
    as_json: AsJson = False,
    yes: Yes = False,
) -> None:
    """Plan a storyboard with the studio: a story, its references, then two frames for every clip."""
    text = read_prompt_text(prompt)
    brief = brief_for(text, num_clips, Brief(text, aspect_ratio=checked_aspect(aspect_ratio)))
    reference = read_picture(reference_image) if reference_image else None
    check_output(output_dir)
    settings = settings_for(output_dir)
    hired = hire(provider, ("text", "image"), settings)
    confirm_cost(board_price(hired, brief, num_clips, enhance_prompts), yes)
    folder = run_folder(output_dir, "storyboards")
    result = run_work(_plan(settings, hired, brief, folder, num_clips, seed, reference, enhance_prompts), folder)
    if as_json:
        printed_json(result)
        return
    preview((folder / "clip_001_start.png").read_bytes())
    plain_table(result["title"], board_rows(result))
    say_result(f"Kept in {folder}")


async def _plan(
    settings: Settings,
    hired: Hired,
    brief: Brief,
    folder: Path,
    clips: int,
    seed: int,
    reference: bytes | None,
    enhance: bool,
) -> dict[str, Any]:
    async with open_office(settings, hired, brief) as office:
        roles = roles_in(office) if enhance else None
        metadata = await BoardRun(office, brief, folder, clips, seed, roles, reference).make()
    return {**metadata, "folder": str(folder)}


if __name__ == "__main__":
    typer.run(main)
