"""Floors for the rehearsal writer on the sets that were held apart. They are raised when the shares rise."""

from __future__ import annotations

import asyncio

import pytest

from dailies.adapters.providers.rehearsal.writer import RehearsalWriter
from tests.quality.measure_writer import Measure, measure_notes, measure_stories
from tests.quality.sets import brief_cases, note_cases

ALWAYS = ("seconds", "structure", "no open slot", "whole sentences", "cast in shot")
STORY_FLOORS = {
    "written": 0.98,
    "every check": 0.4,
    "scene count": 0.98,
    "entities": 0.75,
    "entities found": 0.92,
    "casting": 0.75,
    "content words": 0.7,
    "grammar": 0.94,
    "no pronoun subject": 0.94,
    "introduced": 0.92,
    "no cliche": 0.98,
    "instructions kept out": 0.91,
    "constraints": 0.93,
    "kind": 0.79,
    "no shared sentence": 0.58,
    "seed overlap": 0.48,
}
MOST_MEAN_OVERLAP = 0.3
NOTE_FLOORS = {"understood": 0.85, "kept the rest": 0.94, "both": 0.82, "note: cannot": 1.0}


@pytest.fixture(scope="module")
def stories() -> Measure:
    return asyncio.run(measure_stories(RehearsalWriter(), brief_cases()))


@pytest.fixture(scope="module")
def notes() -> Measure:
    return asyncio.run(measure_notes(RehearsalWriter(), brief_cases(), note_cases()))


@pytest.mark.parametrize("check", ALWAYS)
def test_every_story_is_well_formed(stories: Measure, check: str) -> None:
    failures = [failure for failure in stories.failures if failure["what"] == check]
    assert stories.shares[check] == 1.0, failures


@pytest.mark.parametrize(("check", "floor"), STORY_FLOORS.items())
def test_stories_pass_their_checks(stories: Measure, check: str, floor: float) -> None:
    assert stories.shares[check] >= floor


def test_other_seeds_tell_it_in_other_sentences(stories: Measure) -> None:
    assert stories.shares["mean overlap (lower is better)"] <= MOST_MEAN_OVERLAP


def test_the_parts_of_every_revised_story_fit(notes: Measure) -> None:
    assert notes.shares["parts fit"] == 1.0


@pytest.mark.parametrize(("share", "floor"), NOTE_FLOORS.items())
def test_notes_are_followed(notes: Measure, share: str, floor: float) -> None:
    assert notes.shares[share] >= floor
