"""Improving a prompt, with every turn on disk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dailies.config import Settings
from dailies.domain.brief import Brief
from workbench.hiring import Hired, Office, open_office
from workbench.prompt_roles import Dialogue, RehearsalRoles, Roles, Task, take_turns
from workbench.terminal import Pieces
from workbench.traces import write_json, write_text

TURNS = 2
"""Calls of a round: one of each role."""


def prompt_price(hired: Hired, brief: Brief, rounds: int) -> int:
    """The most a prompt's rounds cost, in millionths of a US dollar."""
    return hired.price("text", brief) * TURNS * rounds


@asynccontextmanager
async def roles_alone(settings: Settings, hired: Hired, brief: Brief) -> AsyncIterator[Roles]:
    """The roles without a studio where rules play them."""
    if "text" not in hired.models:
        yield RehearsalRoles()
        return
    async with open_office(settings, hired, brief) as office:
        yield roles_in(office)


def roles_in(office: Office) -> Roles:
    """The roles of an open studio, with a ledger of their own."""
    if "text" not in office.hired.models:
        return RehearsalRoles()
    # Imported here: the language libraries take seconds to load.
    from workbench.vendor_roles import VendorRoles, asker_of

    return VendorRoles(asker_of(office.writer("prompt")))


async def improve(
    roles: Roles, task: Task, folder: Path, rounds: int, threshold: float, pieces: Pieces, piece: int = 0
) -> Dialogue:
    """Take turns, and write each into the folder as it comes. Raises ProviderError, PaymentRequired, OSError."""
    write_text(folder / "00_original_prompt.txt", task.original)

    def keep(dialogue: Dialogue) -> None:
        count = len(dialogue.rounds)
        latest = dialogue.rounds[-1]
        write_text(folder / f"{2 * count - 1:02d}_agent1_iteration_{count}.txt", latest.draft.text)
        write_text(folder / f"{2 * count:02d}_agent2_iteration_{count}.txt", _review_text(dialogue))
        write_json(folder / "prompt_trace_summary.json", summary_of(dialogue))
        pieces.of(piece)(1.0 if dialogue.ended != "stopped" else count / rounds)

    dialogue = await take_turns(roles, task, rounds, threshold, keep)
    last = 2 * len(dialogue.rounds) + 1
    write_text(folder / f"{last:02d}_final_enhanced_prompt.txt", dialogue.best.draft.text)
    motion = dialogue.best.draft.motion
    if motion is not None:
        write_text(folder / f"{last + 1:02d}_motion_prompt.txt", motion.text)
        write_text(folder / f"{last + 2:02d}_negative_prompt.txt", motion.negative_prompt)
    return dialogue


def summary_of(dialogue: Dialogue) -> dict[str, Any]:
    """The exchange for programs: scores and seconds per round, the best prompt, what it cost."""
    best = dialogue.best
    summary: dict[str, Any] = {
        "medium": dialogue.task.medium,
        "original_prompt": dialogue.task.original,
        "final_prompt": best.draft.text,
        "overall": best.review.scores.overall,
        "scores": dict(best.review.scores.scores),
        "ended": dialogue.ended,
        "iterations": [
            {
                "iteration": number,
                "prompt": each.draft.text,
                "overall": each.review.scores.overall,
                "scores": dict(each.review.scores.scores),
                "critique": list(each.review.scores.critique),
                "seconds": each.seconds,
                "cost_usd": (each.draft.cost + each.review.cost) / 1_000_000,
            }
            for number, each in enumerate(dialogue.rounds, 1)
        ],
        "seconds": round(sum(each.seconds for each in dialogue.rounds), 3),
        "cost_usd": dialogue.cost / 1_000_000,
        "seed": dialogue.task.seed,
    }
    if best.draft.motion is not None:
        summary["motion"] = {**asdict(best.draft.motion), "text": best.draft.motion.text}
    return summary


def round_rows(dialogue: Dialogue) -> list[dict[str, Any]]:
    """The rounds as a ranking, best first."""
    ranked = sorted(enumerate(dialogue.rounds, 1), key=lambda pair: -pair[1].review.scores.overall)
    return [
        {
            "iteration": number,
            "overall": each.review.scores.overall,
            **{name.replace("_", " "): value for name, value in each.review.scores.scores.items()},
        }
        for number, each in ranked
    ]


def best_because(dialogue: Dialogue) -> str:
    """Why the best round won, as a sentence."""
    best = dialogue.best
    number = dialogue.rounds.index(best) + 1
    left = len(best.review.scores.critique)
    others = [each.review.scores.overall for each in dialogue.rounds if each is not best]
    against = f" against {max(others):.1f}" if others else ""
    rest = {0: "no remark is left", 1: "1 remark is left"}.get(left, f"{left} remarks are left")
    ended = {"threshold": "the threshold was reached", "converged": "another round would add too little"}
    why = ended.get(dialogue.ended, "there were no more rounds")
    return f"Iteration {number} won with {best.review.scores.overall:.1f}{against}; {rest}; {why}."


def _review_text(dialogue: Dialogue) -> str:
    scores = dialogue.rounds[-1].review.scores
    lines = [f"overall: {scores.overall:.1f}", *(f"{name}: {value:.1f}" for name, value in scores.scores.items())]
    remarks = [f"- {remark}" for remark in scores.critique] or ["Nothing to mend."]
    return "\n".join([*lines, "", *remarks])
