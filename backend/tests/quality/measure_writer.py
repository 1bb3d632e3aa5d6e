"""Measures the rehearsal writer on the sets that were held apart: ``python -m tests.quality.measure_writer``."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dailies.adapters.providers.rehearsal.writer import RehearsalWriter
from dailies.domain.errors import DailiesError, InvalidInput
from dailies.domain.story import Story, check_story
from dailies.ports import Writer
from tests.quality.film_words import sentences, words_of
from tests.quality.note_checks import Pair, change_faults, kept_faults
from tests.quality.sets import BriefCase, NoteCase, brief_cases, note_cases
from tests.quality.story_checks import CHECKS, wanted_entities

SEED, OTHER_SEED = 1, 2
MOST_BRIEFS = 0.02
"""Share of the briefs in which one sentence may be."""

MOST_OVERLAP = 0.25
"""Share of its sentences a story may have in common with that of another seed."""

OWN_WORDS = 0.6
"""Share of a sentence's longer words from which it is the brief's own, and stays whatever the seed."""


@dataclass
class Measure:
    """Shares of what passed, 0 to 1, by name, and what failed."""

    shares: dict[str, float] = field(default_factory=dict)
    failures: list[dict[str, Any]] = field(default_factory=list)

    def fail(self, what: str, entry: str, faults: Iterable[str]) -> None:
        """Keep what failed on an entry of a set."""
        self.failures.append({"what": what, "id": entry, "faults": list(faults)})


def ignore_progress(share: float) -> None:
    """Progress is of no interest here."""


async def written(writer: Writer, case: BriefCase, seed: int) -> Story | DailiesError:
    """The story of a brief, or why there is none."""
    try:
        return (await writer.write(case.brief, seed, ignore_progress)).story
    except DailiesError as refusal:
        return refusal


async def measure_stories(writer: Writer, cases: Sequence[BriefCase]) -> Measure:
    """The automatic checks on the story of every brief. Shares of checks are of the briefs that got a story."""
    measure = Measure()
    stories: dict[str, Story] = {}
    whole = 0
    passed: Counter[str] = Counter()
    wanted = found = refused = 0
    for case in cases:
        story = await written(writer, case, SEED)
        needed = wanted_entities(case)
        if not isinstance(story, Story):
            if case.expect.get("may_ask"):
                refused += 1
                continue
            wanted += len(needed)
            measure.fail("written", case.id, [str(story)])
            continue
        stories[case.id] = story
        clean = True
        for name, check in CHECKS.items():
            faults = check(case, story)
            passed[name] += not faults
            clean = clean and not faults
            if faults:
                measure.fail(name, case.id, faults)
            if name == "entities":
                wanted += len(needed)
                found += len(needed) - len(faults)
        whole += clean
    asked = len(cases) - refused
    measure.shares = {
        "written": len(stories) / asked,
        "every check": whole / asked,
        **{name: passed[name] / max(1, len(stories)) for name in CHECKS},
        "entities found": found / max(1, wanted),
    }
    _measure_repeats(measure, stories, len(cases))
    await _measure_overlap(measure, writer, [case for case in cases if case.id in stories], stories)
    return measure


def _measure_repeats(measure: Measure, stories: dict[str, Story], briefs: int) -> None:
    """No sentence in more than 2 % of the briefs, names aside."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for brief, story in stories.items():
        for sentence in sentences(story):
            homes[sentence].add(brief)
    repeated = {sentence: home for sentence, home in homes.items() if len(home) > MOST_BRIEFS * briefs}
    for brief in stories:
        faults = [f"{len(home)} briefs: {sentence}" for sentence, home in repeated.items() if brief in home]
        if faults:
            measure.fail("no shared sentence", brief, faults)
    touched = set().union(*repeated.values()) if repeated else set()
    measure.shares["no shared sentence"] = 1 - len(touched) / max(1, len(stories))


async def _measure_overlap(
    measure: Measure, writer: Writer, cases: Sequence[BriefCase], stories: dict[str, Story]
) -> None:
    """Another seed tells it in other sentences, the brief's own aside."""
    overlaps = []
    for case in cases:
        other = await written(writer, case, OTHER_SEED)
        if not isinstance(other, Story):
            measure.fail("seed overlap", case.id, ["another seed got no story"])
            overlaps.append(1.0)
            continue
        own = set(words_of(case.brief.prompt))
        one, two = (
            {each for each in sentences(story) if not _is_own(each, own)} for story in (stories[case.id], other)
        )
        overlap = len(one & two) / len(one) if one else 0.0
        overlaps.append(overlap)
        if overlap >= MOST_OVERLAP:
            measure.fail("seed overlap", case.id, [f"{overlap:.0%} of the sentences"])
    measure.shares["seed overlap"] = sum(each < MOST_OVERLAP for each in overlaps) / max(1, len(overlaps))
    measure.shares["mean overlap (lower is better)"] = sum(overlaps) / max(1, len(overlaps))


def _is_own(sentence: str, own: set[str]) -> bool:
    longer = [word for word in words_of(sentence) if len(word) > 3]
    return bool(longer) and sum(word in own for word in longer) >= OWN_WORDS * len(longer)


async def measure_notes(writer: Writer, briefs: Sequence[BriefCase], notes: Sequence[NoteCase]) -> Measure:
    """Shares of notes understood per kind, of those that kept the rest, and of those that did both."""
    measure = Measure()
    cases = {case.id: case for case in briefs}
    stories: dict[str, Story | DailiesError] = {}
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    understood = kept = both = sound = 0
    for note in notes:
        asked[note.kind] += 1
        case = cases[note.brief]
        if note.brief not in stories:
            stories[note.brief] = await written(writer, case, SEED)
        before = stories[note.brief]
        if not isinstance(before, Story):
            measure.fail(note.kind, note.id, [f"no story to change: {before}"])
            continue
        changes, keeps, fits = await _follow(writer, case, before, note)
        understood += not changes
        kept += not keeps
        both += not changes and not keeps
        sound += not fits
        right[note.kind] += not changes and not keeps
        if changes or keeps or fits:
            measure.fail(f"note: {note.kind}", f"{note.id} {note.note}", [*changes, *keeps, *fits])
    total = len(notes)
    measure.shares = {
        "understood": understood / total,
        "kept the rest": kept / total,
        "both": both / total,
        "parts fit": sound / total,
        **{f"note: {kind}": right[kind] / asked[kind] for kind in sorted(asked)},
    }
    return measure


async def _follow(
    writer: Writer, case: BriefCase, before: Story, note: NoteCase
) -> tuple[list[str], list[str], list[str]]:
    """Faults in what changed, in what was kept, and in the parts of the new story."""
    scenes = tuple(before.scenes[number - 1].id for number in note.scenes if number <= len(before.scenes))
    try:
        after = (await writer.revise(case.brief, before, note.note, scenes, OTHER_SEED, ignore_progress)).story
    except DailiesError as refusal:
        # Saying no is right where that was expected, and where the story is already as asked.
        left = change_faults(note, Pair(before, before))
        return ([f"refused: {refusal}", *left] if left else []), [], []
    pair = Pair(before, after)
    try:
        check_story(after)
    except InvalidInput as fault:
        return change_faults(note, pair), kept_faults(note, pair), [str(fault)]
    return change_faults(note, pair), kept_faults(note, pair), []


def as_text(case: BriefCase, story: Story) -> str:
    """A whole story for a reader, unedited."""
    head = f"## {case.id}\n\nBRIEF ({case.brief.duration_s} s): {case.brief.prompt}\n"
    rows = [head, f"**{story.title}** ({story.framework}, {story.seconds:g} s). {story.logline}"]
    rows += [f"- {entity.kind} {entity.name}: {entity.description}" for entity in story.entities]
    for number, scene in enumerate(story.scenes, 1):
        place = story.entity(scene.place)
        where = place.name if place else "?"
        rows.append(f"\n{number}. {scene.title} ({where}, {scene.time}, {scene.weather}; {scene.mood})")
        for shot in scene.shots:
            speaker = story.entity(shot.speaker)
            line = f" {speaker.name.upper() if speaker else 'VOICE'}: “{shot.line}”" if shot.line else ""
            caption = f" CAPTION: {shot.caption}" if shot.caption else ""
            rows.append(f"   [{shot.seconds:g}s {shot.size}, {shot.move}] {shot.action}{line}{caption}")
    rows += [f"\nCALL: {story.call_to_action}"] if story.call_to_action else []
    rows += [f"REMARK: {remark}" for remark in story.remarks]
    return "\n".join(rows) + "\n"


async def print_stories(writer: Writer, cases: Sequence[BriefCase], number: int) -> None:
    """Print stories of briefs spread evenly over the set."""
    for at in range(min(number, len(cases))):
        case = cases[at * len(cases) // number]
        story = await written(writer, case, SEED)
        refusal = f"## {case.id}\n\nBRIEF: {case.brief.prompt}\n\nREFUSED: {story}\n"
        print(as_text(case, story) if isinstance(story, Story) else refusal)


async def run(stories: int, only_shares: bool, folder: str) -> None:
    """Print stories for reading, or measure and print JSON."""
    writer, briefs = RehearsalWriter(), brief_cases(folder)
    if stories:
        await print_stories(writer, briefs, stories)
        return
    measures = {
        "stories": await measure_stories(writer, briefs),
        "notes": await measure_notes(writer, briefs, note_cases(folder)),
    }
    told: dict[str, Any] = {
        "shares": {key: {name: round(value, 3) for name, value in m.shares.items()} for key, m in measures.items()}
    }
    if not only_shares:
        told["failures"] = {key: m.failures for key, m in measures.items()}
    json.dump(told, sys.stdout, indent=1, ensure_ascii=False)
    print()


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=0, metavar="N", help="print N whole stories instead")
    parser.add_argument("--shares", action="store_true", help="print no failures: they quote the sets")
    parser.add_argument("--home", action="store_true", help="the sets that tables are grown from")
    arguments = parser.parse_args()
    asyncio.run(run(arguments.stories, arguments.shares, "home/" if arguments.home else ""))


if __name__ == "__main__":
    main()
