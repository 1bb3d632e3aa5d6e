"""Brief in, story out."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.writer.checks import check_written
from dailies.adapters.providers.rehearsal.writer.dice import Dice
from dailies.adapters.providers.rehearsal.writer.plan import plan_film
from dailies.adapters.providers.rehearsal.writer.reader import read
from dailies.adapters.providers.rehearsal.writer.shots import compose, only_known
from dailies.adapters.providers.rehearsal.writer.stage import Planner
from dailies.domain.brief import Brief
from dailies.domain.story import Story


def write_story(brief: Brief, seed: int, progress: Callable[[float], None]) -> Story:
    """Write the story of a brief. Raises ProviderError ``brief_not_understood``."""
    progress(0.05)
    reading = read(brief)
    progress(0.3)
    planner = Planner(reading, brief.duration_s, Dice(seed, brief.prompt))
    plan = plan_film(planner)
    progress(0.6)
    story = only_known(compose(brief, planner, plan))
    progress(0.9)
    check_written(story, brief.duration_s)
    progress(1.0)
    return story
