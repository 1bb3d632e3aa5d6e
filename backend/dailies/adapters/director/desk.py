"""The desk the director works at: it can look at everything on it, and what it lays down are proposals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pydantic_ai import ModelRetry

from dailies.domain.adjust_words import adjustment_of
from dailies.domain.cut_words import cut_from_instruction
from dailies.domain.errors import InvalidInput
from dailies.domain.locks import against
from dailies.domain.project import CUT, STORY, CutSettings, Lock, NoteKind
from dailies.ports import BoardItem, NoteContext, Proposal, Understood

LONGEST_INSTRUCTION = 600
LONGEST_CHOICE = 120
LONGEST_SUMMARY = 80
MOST_CHOICES = 3


@dataclass
class Desk:
    """One note's facts, and what was proposed for it. Nothing here can act on the project."""

    context: NoteContext
    proposals: list[Proposal] = field(default_factory=list)
    kind: NoteKind | None = None
    targets: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    question: str = ""

    def items(self, names: Iterable[str]) -> tuple[str, ...]:
        """The ids of items named by id, label or number, in the board's order.

        Raises ModelRetry with what there is where one is not there.
        """
        wanted = list(names)
        if not wanted:
            raise ModelRetry("Name at least one item.")
        found = {self._item(name).id for name in wanted}
        return tuple(item.id for item in self.context.items if item.id in found)

    def _item(self, name: str) -> BoardItem:
        bare = name.strip().lower()
        number = re.fullmatch(r"(?:(?:shot|frame|clip|reference|item)\s*)?#?(\d{1,3})", bare)
        for item in self.context.items:
            same_number = number is not None and item.number == int(number.group(1)) and item.id != CUT
            if bare in (item.id.lower(), item.label.lower(), item.code.lower() or item.id.lower()) or same_number:
                return item
        there = ", ".join(f"{item.id} ({item.label})" for item in self.context.items)
        raise ModelRetry(f"There is no item “{name}” in this stage. There are: {there or 'none yet'}.")

    def item(self, name: str) -> BoardItem:
        """One item. Raises ModelRetry where it is not there."""
        return self._item(name)

    def propose(self, proposal: Proposal) -> str:
        """Lay a proposal down. The answer tells the model what was laid down and what stands against it."""
        self.proposals.append(replace(proposal, summary=_short(proposal.summary, LONGEST_SUMMARY)))
        return "Laid down as a plan. Nothing is done until the creator applies it."

    def change(self, items: Sequence[str], instruction: str, summary: str, instructions: dict[str, str] | None) -> str:
        """A new take of items by an instruction. Raises ModelRetry."""
        ids = self.items(items)
        told = {self._item(name).id: _instruction(words) for name, words in (instructions or {}).items()}
        instruction = _instruction(instruction)
        if CUT in ids and instruction:
            raise ModelRetry("The cut has settings only: use propose_cut.")
        if STORY in ids:
            raise ModelRetry("Use propose_story for the story.")
        for item in self.context.items:
            held = against(told.get(item.id, instruction), item.locks) if item.id in ids else ()
            if held:
                raise ModelRetry(
                    f"The {' and '.join(held)} of {item.label} is locked. Leave {item.label} out and tell the creator, "
                    "or propose to unlock it."
                )
        free = adjustment_of(instruction) if not told and self.context.stage in ("references", "storyboard") else None
        return self.propose(Proposal(ids, instruction, summary or instruction, instructions=told, adjustment=free))

    def story(self, instruction: str, summary: str) -> str:
        """A change of the story. Raises ModelRetry."""
        if self.context.story is None:
            raise ModelRetry("There is no story yet.")
        stage = "" if self.context.stage == "story" else "story"
        words = _instruction(instruction)
        return self.propose(Proposal((STORY,), words, summary or words or "Another take", stage=stage))

    def pick(self, takes: dict[str, int]) -> str:
        """Selecting other takes. Raises ModelRetry."""
        wanted: dict[str, int] = {}
        for name, number in takes.items():
            item = self._item(name)
            if item.takes and not 1 <= number <= item.takes:
                raise ModelRetry(f"{item.label} has takes 1 to {item.takes}.")
            wanted[item.id] = number
        if not wanted:
            raise ModelRetry("Name at least one item and its take.")
        numbers = sorted(set(wanted.values()))
        summary = f"Pick take {' and '.join(map(str, numbers))}"
        return self.propose(Proposal(tuple(wanted), "", summary, "select", wanted))

    def lock(self, items: Sequence[str], locks: Sequence[Lock], *, on: bool) -> str:
        """Locking or unlocking parts of items. Raises ModelRetry."""
        if self.context.stage == "story" or not locks:
            raise ModelRetry("Locks belong to references, frames and clips; name at least one part.")
        ids = self.items(items)
        summary = f"{'Lock' if on else 'Unlock'} the {' and '.join(locks)}"
        return self.propose(Proposal(ids, "", summary, "lock" if on else "unlock", locks=tuple(locks)))

    def cut(self, instruction: str, summary: str) -> str:
        """New settings of the cut. Raises ModelRetry."""
        if not any(item.id == CUT for item in self.context.items):
            raise ModelRetry("There is no cut in this stage.")
        try:
            cut_from_instruction(CutSettings(), instruction)
        except InvalidInput as error:
            raise ModelRetry(str(error)) from error
        return self.propose(Proposal((CUT,), instruction, summary))

    def undo(self, plan: str) -> str:
        """Taking an applied plan back. Raises ModelRetry."""
        found = next((each for each in self.context.applied if each.id == plan), None)
        if found is None:
            there = "; ".join(f"{each.id}: {each.summary}" for each in self.context.applied[-6:])
            raise ModelRetry(f"There is no such applied plan. There are: {there or 'none'}.")
        return self.propose(Proposal(found.items, "", f"Undo: {found.summary}", "undo", plan=plan))

    def understood(self) -> Understood:
        """How the note was understood: as the model said, else by what it proposed."""
        kinds: dict[str, NoteKind] = {"select": "pick", "lock": "lock", "unlock": "lock", "undo": "undo"}
        made = self.proposals[0] if self.proposals else None
        kind = self.kind or (kinds.get(made.kind, "change") if made else "unclear" if self.choices else "question")
        return Understood(kind, self.targets or (made.items if made else ()), self.choices)

    def proposal(self) -> Proposal | None:
        """All that was proposed, as one; an undo stands alone."""
        undo = next((each for each in self.proposals if each.kind == "undo"), None)
        if undo is not None or not self.proposals:
            return undo
        first = self.proposals[0]
        stage = first.stage
        also = tuple(each for each in self.proposals[1:] if each.stage == stage)
        if not also:
            return first
        summary = _short("; ".join(each.summary for each in (first, *also)), LONGEST_SUMMARY)
        return replace(first, summary=summary, also=also)


def _instruction(words: str) -> str:
    words = " ".join(words.split())
    if len(words) > LONGEST_INSTRUCTION:
        raise ModelRetry(f"An instruction has at most {LONGEST_INSTRUCTION} characters.")
    return words


def _short(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
