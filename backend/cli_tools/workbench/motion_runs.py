"""Motion prompts for one clip, or for every clip of a storyboard."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbench.board_files import ENHANCED_FILE, BoardDocument
from workbench.prompt_roles import Dialogue, Roles, Task
from workbench.prompt_runs import improve, summary_of
from workbench.terminal import progress
from workbench.traces import write_json


async def improve_motions(
    roles: Roles, document: BoardDocument, folder: Path, beside: Path, rounds: int, threshold: float, seed: int
) -> dict[str, Any]:
    """Work on every clip's motion, each with a trace in a folder of its own; the result lies in ``folder`` and
    in ``beside``, the storyboard's own folder, where videos are made from it. Raises ProviderError, OSError."""
    clips: list[dict[str, Any]] = []
    result: dict[str, Any] = {"clips": clips, "cost_usd": 0.0}
    with progress("Motion prompts", len(document.clips)) as pieces:
        for place, clip in enumerate(document.clips):
            trace = folder / f"clip_{clip.clip:03d}"
            trace.mkdir()
            words, move = clip.description, clip.camera_movement
            task = Task(words, "video", document.aspect_ratio, picture_given=True, seed=seed, move=move)
            dialogue = await improve(roles, task, trace, rounds, threshold, pieces, place)
            clips.append({"clip": clip.clip, **motion_facts(dialogue)})
            result["cost_usd"] += dialogue.cost / 1_000_000
            write_json(folder / ENHANCED_FILE, result)
    if beside != folder:
        write_json(beside / ENHANCED_FILE, result)
    return result


def motion_facts(dialogue: Dialogue) -> dict[str, Any]:
    """A clip's motion prompt for programs."""
    motion, summary = dialogue.best.draft.motion, summary_of(dialogue)
    return {
        "motion_prompt": motion.text if motion else dialogue.best.draft.text,
        "negative_prompt": motion.negative_prompt if motion else "",
        "motion": asdict(motion) if motion else {},
        "overall": summary["overall"],
        "scores": summary["scores"],
        "ended": dialogue.ended,
        "iterations": len(dialogue.rounds),
    }
