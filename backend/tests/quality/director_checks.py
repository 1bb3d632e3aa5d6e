"""What a director answered to a note of the set, and whether it was right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dailies.domain.project import CUT, STORY, STYLE_REFERENCE
from dailies.domain.story import Story
from dailies.ports import BoardItem, Director, NoteContext, Proposal, ReplyText
from tests.quality.sets import DirectorCase, Fixture

UNDO = re.compile(
    r"\bundo|undone|tak(?:e|en|ing) (?:it |that )?back|go(?:es|ing)? back|earlier|previous|before|Alt\+Z", re.I
)
REFUSAL = re.compile(
    r"\bcan['’]?t\b|cannot|can not|\bonly you\b|\byou (?:can|do|approve|decide|press)\b|\bonly\b|not something|unable|"
    r"\bnever\b|outside|\byours\b|\bdon['’]t\b|\bno\b",
    re.IGNORECASE,
)
LOST = re.compile(
    r"(?:was|did)(?:n['’]t| not) (?:understand|understood|get)|not sure what|"
    r"could(?:n['’]t| not) (?:follow|understand)|project does(?:n['’]t| not) say",
    re.IGNORECASE,
)
HELD = re.compile(r"\block|\bkeep|\bkept", re.IGNORECASE)
MAKES_AGAIN = "regenerate"
PICKS = "select"


@dataclass(frozen=True)
class Answer:
    """A whole answer."""

    reply: str
    proposal: Proposal | None


def board(film: Fixture, stage: str) -> tuple[BoardItem, ...]:
    """The items of a stage, as a project of this story has them."""
    story = film.story
    if stage == "story":
        return (_item(film, STORY, "Story", 1, summary=story.logline),)
    if stage == "references":
        cast = [
            _item(film, f"ref-{entity.id}", entity.name, number, summary=entity.description)
            for number, entity in enumerate(story.entities, 1)
        ]
        return (*cast, _item(film, STYLE_REFERENCE, "Style", len(cast) + 1, summary=story.style))
    kind = "frame" if stage == "storyboard" else "clip"
    codes = story.shot_codes()
    shots = [
        _item(
            film,
            f"{kind}-{shot.id}",
            f"{kind.capitalize()} {number}",
            number,
            codes[shot.id],
            shot.action,
            _named(story, (scene.place, *shot.who)),
        )
        for number, (scene, shot) in enumerate(story.shots(), 1)
    ]
    cut = [_item(film, CUT, "Cut", len(shots) + 1, summary=story.title)] if stage == "video" else []
    return (*shots, *cut)


def _named(story: Story, entities: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(entity.name for each in entities if (entity := story.entity(each)) is not None)


def _item(
    film: Fixture,
    item: str,
    label: str,
    number: int,
    code: str = "",
    summary: str = "",
    names: tuple[str, ...] = (),
) -> BoardItem:
    stale, failure = film.stale.get(item, ""), film.failures.get(item, "")
    return BoardItem(item, label, (label, *names), number, code, summary, stale, failure)


def item_ids(case: DirectorCase, targets: tuple[int | str, ...]) -> frozenset[str]:
    """The ids of targets that are numbers of shots or ids."""
    kind = "frame" if case.stage == "storyboard" else "clip"
    return frozenset(f"{kind}-sh{each}" if isinstance(each, int) else each for each in targets)


async def ask(director: Director, film: Fixture, case: DirectorCase) -> Answer:
    """The director's whole answer to a note."""
    of_stage = film.stages[case.stage]
    selected = item_ids(case, case.selected)
    items = board(film, case.stage)
    context = NoteContext(
        text=case.text,
        stage=case.stage,
        brief=film.brief,
        story=film.story,
        items=items,
        selected=tuple(item.id for item in items if item.id in selected),
        price_each=int(of_stage["price_each"]),
        seconds_each=of_stage["seconds_each"],
        history=case.history,
    )
    reply, proposal = "", None
    async for piece in director.answer(context):
        if isinstance(piece, ReplyText):
            reply += piece.text
        else:
            proposal = piece
    return Answer(reply.strip(), proposal)


def touches_others(case: DirectorCase, answer: Answer) -> list[str]:
    """Items it would change and nobody asked it to."""
    if answer.proposal is None:
        return []
    allowed = item_ids(case, case.targets).union(*(item_ids(case, each) for each in case.or_targets))
    return sorted({*answer.proposal.items, *answer.proposal.takes} - allowed)


def faults(case: DirectorCase, answer: Answer) -> list[str]:
    """What is wrong with an answer; nothing when it is right."""
    if not answer.reply:
        return ["no reply"]
    found = _missing(case.reply, answer.reply, "the reply")
    match case.kind:
        case "change" | "mixed":
            return found + _change_faults(case, answer)
        case "pick":
            return found + _pick_faults(case, answer)
        case "unclear":
            if answer.proposal is not None:
                return found + _proposes_nothing_unless_allowed(case, answer.proposal)
            return found + ([] if "?" in answer.reply or not case.asks_back else ["asks nothing back"])
        case "undo":
            named = [] if UNDO.search(answer.reply) else ["no word of undoing"]
            return found + _no_new_take(answer) + _lost(answer) + named
        case "lock":
            named = [] if HELD.search(answer.reply) else ["no word of keeping it"]
            return found + _no_new_take(answer) + _lost(answer) + named
        case "out_of_scope":
            if answer.proposal is not None:
                return found + _proposes_nothing_unless_allowed(case, answer.proposal)
            return found + ([] if REFUSAL.search(answer.reply) else ["doesn't say that it can't"])
        case _:
            return found + _lost(answer) + (["it proposes a change"] if answer.proposal is not None else [])


def _lost(answer: Answer) -> list[str]:
    return ["it did not understand"] if LOST.search(answer.reply) else []


def _missing(wanted: tuple[str, ...], text: str, where: str) -> list[str]:
    """Words that aren't in a text; ``a|b`` is either."""
    low = text.casefold()
    return [f"no “{each}” in {where}" for each in wanted if not any(one.casefold() in low for one in each.split("|"))]


def _change_faults(case: DirectorCase, answer: Answer) -> list[str]:
    proposal = answer.proposal
    if proposal is None:
        return [] if () in case.or_targets else ["it proposes nothing"]
    right = [item_ids(case, targets) for targets in (case.targets, *case.or_targets)]
    found = [] if frozenset(proposal.items) in right else [f"for {', '.join(proposal.items)}"]
    if proposal.kind == PICKS:
        found.append("it picks takes")
    found += _missing(case.change_words, proposal.instruction, "the instruction")
    low = proposal.instruction.casefold()
    return found + [f"“{each}” in the instruction" for each in case.kept_words if each.casefold() in low]


def _pick_faults(case: DirectorCase, answer: Answer) -> list[str]:
    if answer.proposal is None or answer.proposal.kind != PICKS:
        return ["it picks nothing"]
    kind = "frame" if case.stage == "storyboard" else "clip"
    wanted = {f"{kind}-sh{each}" if each.isdigit() else each: take for each, take in case.takes.items()}
    return [] if dict(answer.proposal.takes) == wanted else [f"it picks {dict(answer.proposal.takes)}"]


def _proposes_nothing_unless_allowed(case: DirectorCase, proposal: Proposal) -> list[str]:
    right = [item_ids(case, targets) for targets in case.or_targets]
    return [] if frozenset(proposal.items) in right else [f"it proposes a change of {', '.join(proposal.items)}"]


def _no_new_take(answer: Answer) -> list[str]:
    makes = answer.proposal is not None and answer.proposal.kind == MAKES_AGAIN
    return ["it would make a new take"] if makes else []
