"""Make attempts at clips from pictures and motion prompts, score and rank them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from dailies.config import Settings
from dailies.domain.brief import Brief
from dailies.domain.registry import ModelKind
from dailies.media.video import first_frame
from dailies.ports import ImageRequest
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
    words_or_file,
)
from workbench.board_files import read_board, read_motions
from workbench.films import Clip, FilmRun, film_rows, films_price
from workbench.hiring import Hired, Office, hire, open_office, settings_for
from workbench.pictures import pictures_price
from workbench.terminal import (
    bad_argument,
    confirm_cost,
    preview,
    printed_json,
    progress,
    ranked_table,
    run_work,
    say_result,
)
from workbench.traces import run_folder, write_png


def main(
    prompt: PromptFile,
    num_attempts: Annotated[int, typer.Option(min=1, max=8, help="Attempts at each clip.")] = 3,
    seconds: Annotated[float, typer.Option(min=1, max=20, help="Length of a clip; a storyboard says its own.")] = 4.0,
    image_to_video: Annotated[
        bool, typer.Option(help="Start from the picture of --hero-frame or --storyboard.")
    ] = False,
    hero_frame: Annotated[Path | None, typer.Option(help="The picture to start from; else one is drawn.")] = None,
    motion_prompt: Annotated[str, typer.Option(help="How it moves: words or a text file; else the prompt.")] = "",
    negative_prompt: Annotated[str, typer.Option(help="What must not be seen, separated by commas.")] = "",
    storyboard: Annotated[
        Path | None, typer.Option(help="A storyboard_metadata.json: all its clips, from its frames.")
    ] = None,
    aspect_ratio: Aspect = "16:9",
    output_dir: OutputDir = DEFAULT_OUTPUT,
    seed: Seed = 0,
    provider: Provider = None,
    as_json: AsJson = False,
    yes: Yes = False,
) -> None:
    """Make attempts at one clip, or at every clip of a storyboard, best first."""
    text = read_prompt_text(prompt)
    if image_to_video and not (hero_frame or storyboard):
        bad_argument("--image-to-video needs --hero-frame or --storyboard.")
    motion, absent = words_or_file(motion_prompt) or text, words_or_file(negative_prompt)
    clips: list[Clip] = []
    if storyboard:
        board = read_board(storyboard)
        aspect_ratio = board.document.aspect_ratio
        clips = [_with(clip, motion_prompt and motion, absent) for clip in board.clips(read_motions(storyboard))]
    elif hero_frame:
        clips = [Clip("video", motion, read_picture(hero_frame), seconds, absent)]
    brief = Brief(text, aspect_ratio=checked_aspect(aspect_ratio))
    check_output(output_dir)
    settings = settings_for(output_dir)
    kinds: tuple[ModelKind, ...] = ("video", "vision") if clips else ("image", "video", "vision")
    hired = hire(provider, kinds, settings)
    prices = films_price(hired, brief, [clip.seconds for clip in clips] or [seconds], num_attempts)
    confirm_cost(prices if clips else [pictures_price(hired, brief, 1)[0], *prices], yes)
    folder = run_folder(output_dir, "video_generations")
    blank = Clip("video", motion, b"", seconds, absent)
    runs: list[FilmRun] = []
    result = run_work(_make(settings, hired, brief, folder, clips, blank, num_attempts, seed, runs), folder)
    if as_json:
        printed_json(result)
        return
    for found in result["clips"]:
        films = runs[0].made[found["clip"]]
        preview(first_frame(films[0].path))
        ranked_table(f"{found['clip']}", film_rows(films), found["best_because"])
    say_result(f"Kept in {folder}")


def _with(clip: Clip, motion: str, negative: str) -> Clip:
    """The board's clip, with the words of the command line in the place of its own."""
    return Clip(clip.name, motion or clip.motion, clip.start, clip.seconds, negative or clip.negative_prompt, clip.end)


async def _make(
    settings: Settings,
    hired: Hired,
    brief: Brief,
    folder: Path,
    clips: list[Clip],
    blank: Clip,
    attempts: int,
    seed: int,
    runs: list[FilmRun],
) -> dict[str, Any]:
    async with open_office(settings, hired, brief) as office:
        wanted = clips or [await _from_prompt(office, brief, folder, blank, seed)]
        run = FilmRun(office, brief, folder)
        runs.append(run)
        with progress("Videos", len(wanted) * attempts) as pieces:
            await run.make(wanted, attempts, seed, pieces)
    return {**run.trace(), "folder": str(folder)}


async def _from_prompt(office: Office, brief: Brief, folder: Path, blank: Clip, seed: int) -> Clip:
    """The clip from a first frame drawn of the prompt: every model here starts from a picture."""
    width, height = brief.frame_size
    request = ImageRequest(brief.prompt, width, height, seed, (), blank.negative_prompt)
    with progress("First frame", 1) as pieces:
        result = await office.illustrator("hero-frame").draw(request, office.stop.watched(pieces.of(0)))
    write_png(folder / "hero_frame.png", result.image)
    return Clip(blank.name, blank.motion, result.image, blank.seconds, blank.negative_prompt)


if __name__ == "__main__":
    typer.run(main)
