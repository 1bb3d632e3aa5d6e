"""Two roles that take turns on a prompt: a cinematographer enriches it, a prompt engineer scores it."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from dailies.adapters.providers.rehearsal.animator.reading import read_motion
from dailies.adapters.providers.rehearsal.illustrator.prompt import read_prompt
from workbench.craft_words import (
    COMPOSITIONS,
    CONTINUITY,
    DETAILS,
    DIRECTIONS,
    FRAMING,
    INTENSITIES,
    LENSES,
    MOODS,
    MOVES,
    NEGATIVE,
    QUALITIES,
    STOCKS,
    STYLE,
)
from workbench.prompt_scores import (
    BEATS,
    CRAFT,
    ELEMENTS,
    HYPE,
    Medium,
    PromptScores,
    content_words,
    found_in,
    score_prompt,
)

CONVERGED = 1.0
"""Points a round must add for another one to be worth it."""

DARK_TIMES = ("night", "dusk", "dawn")


@dataclass(frozen=True)
class Motion:
    """A motion prompt. ``intensity``: 1 to 10."""

    camera: str
    framing: str
    beats: tuple[str, ...]
    intensity: int
    continuity: str
    negative_prompt: str

    @property
    def text(self) -> str:
        """The words an animator is given, but for the negative prompt. The first are the camera's move."""
        strength = INTENSITIES[min(len(INTENSITIES) - 1, (self.intensity - 1) // 2)]
        lines = (f"{self.camera}, {self.framing}.", *self.beats)
        return "\n".join((*lines, f"Motion intensity {self.intensity} of 10: {strength}.", self.continuity))


@dataclass(frozen=True)
class Task:
    """A prompt to work on. ``picture_given``: its clip starts from a picture, so only the motion is
    described. ``move``: the camera's, where it is settled, or ""."""

    original: str
    medium: Medium = "image"
    aspect: str = "16:9"
    picture_given: bool = False
    seed: int = 0
    move: str = ""


@dataclass(frozen=True)
class Draft:
    """A version of the prompt. ``cost``: millionths of a US dollar."""

    text: str
    motion: Motion | None = None
    cost: int = 0


@dataclass(frozen=True)
class Review:
    """What the prompt engineer says of a draft."""

    scores: PromptScores
    cost: int = 0


class Roles(Protocol):
    """Whoever plays the two roles."""

    async def enrich(self, task: Task, draft: Draft, review: Review | None, number: int) -> Draft:
        """The cinematographer's turn. ``number``: the round, from 1."""
        ...

    async def review(self, task: Task, draft: Draft, number: int) -> Review:
        """The prompt engineer's turn."""
        ...


@dataclass(frozen=True)
class Round:
    """One turn of each. ``seconds``: of both."""

    draft: Draft
    review: Review
    seconds: float


@dataclass
class Dialogue:
    """The whole exchange, as far as it went."""

    task: Task
    rounds: list[Round] = field(default_factory=list)
    ended: str = "stopped"

    @property
    def best(self) -> Round:
        """The round with the highest overall score, the earliest of equals."""
        return max(self.rounds, key=lambda each: each.review.scores.overall)

    @property
    def cost(self) -> int:
        """Millionths of a US dollar."""
        return sum(each.draft.cost + each.review.cost for each in self.rounds)


async def take_turns(
    roles: Roles,
    task: Task,
    most: int,
    threshold: float,
    done: Callable[[Dialogue], None] = lambda _: None,
) -> Dialogue:
    """Let the roles take turns: ``most`` rounds, or until the threshold (0 to 100) or convergence. ``done``
    hears of every round."""
    dialogue = Dialogue(task)
    draft = Draft(task.original)
    review: Review | None = None
    for number in range(1, most + 1):
        began = time.monotonic()
        before = review.scores.overall if review else None
        draft = await roles.enrich(task, draft, review, number)
        review = await roles.review(task, draft, number)
        dialogue.rounds.append(Round(draft, review, round(time.monotonic() - began, 3)))
        if review.scores.overall >= threshold:
            dialogue.ended = "threshold"
        elif before is not None and review.scores.overall - before < CONVERGED:
            dialogue.ended = "converged"
        elif number == most:
            dialogue.ended = "max_iterations"
        done(dialogue)
        if dialogue.ended != "stopped":
            break
    return dialogue


class RehearsalRoles:
    """The roles played by rules, on this machine, for nothing; the same seed writes the same words."""

    async def enrich(self, task: Task, draft: Draft, review: Review | None, number: int) -> Draft:
        """Add what the prompt does not say: lens, light and mood first, then whatever the critique names."""
        text = without_hype(draft.text)
        wanted = " ".join(review.scores.critique) if review else ""
        motion = draft.motion
        if task.medium == "video":
            motion = motion or motion_of(task)
            text = _joined(text, _motion_sentences(text, motion))
        if not task.picture_given:
            text = _joined(text, picture_sentences(text, task, wanted, first=review is None))
        return Draft(text, motion)

    async def review(self, task: Task, draft: Draft, number: int) -> Review:
        """Score by rules."""
        return Review(score_prompt(draft.text, task.original, task.medium, motion_only=task.picture_given))


def without_hype(text: str) -> str:
    """The prompt without words that show nothing, ended as a sentence."""
    plain = re.sub(r"\s*,(?:\s*,)+", ",", HYPE.sub("", text))
    plain = re.sub(r"[ \t]+", " ", plain).strip(" ,\n")
    return plain if plain.endswith((".", "!", "?", "”", '"')) else f"{plain}."


def picture_sentences(text: str, task: Task, wanted: str, *, first: bool) -> list[str]:
    """What a cinematographer adds to a picture: on the first turn lens, light and mood; then what is wanted."""
    read, chance = read_prompt(task.original), random.Random(f"{task.seed}/{task.original}")
    time_of_day = read.time or "afternoon"
    weather = read.weather or ("clear" if time_of_day != "night" else "overcast")
    lens = chance.choice(LENSES[distance_of(read.shot)])
    light = chance.choice(DIRECTIONS[time_of_day]) + QUALITIES[weather]
    composition = chance.choice(COMPOSITIONS)
    stock = chance.choice(STOCKS["dark" if time_of_day in DARK_TIMES else "light"])
    detail = chance.choice(DETAILS)
    there = {**found_in(ELEMENTS, text), **found_in(CRAFT, text)}
    added = []
    if not there["the lens"] and (first or "the lens" in wanted):
        added.append(lens)
    if not there["where the light comes from"] and (first or "light" in wanted):
        added.append(light)
    if not there["a mood"] and (first or "a mood" in wanted):
        added.append(MOODS[weather])
    if "the composition" in wanted:
        added.append(composition)
    if "film stock" in wanted:
        added.append(stock)
    if "a style" in wanted:
        added.append(STYLE)
    if "colours, materials" in wanted:
        added.append(detail)
    if "the aspect ratio" in wanted:
        added.append(FRAMING.format(aspect=task.aspect))
    return added


def distance_of(shot: str) -> str:
    """wide, medium or close."""
    if "wide" in shot or shot == "full":
        return "wide"
    return "close" if "close" in shot or shot == "insert" else "medium"


def motion_of(task: Task) -> Motion:
    """The motion of a scene, read from its own words."""
    read, asked = read_prompt(task.original), read_motion(task.original)
    camera, framing = MOVES[distance_of(read.shot)]
    if task.move:
        camera = task.move.capitalize()
    elif asked.move != "static" or "static" in task.original.lower():
        camera = asked.move.capitalize()
    # Without an end, a model invents one.
    action = first_sentence(task.original)
    beats = (
        "First a held moment: everything is in its place.",
        f"Then {action}",
        "At the end the movement settles into a quiet last frame.",
    )
    calm = 3 if distance_of(read.shot) == "close" else 4
    intensity = min(10, max(1, round(calm * asked.pace + (2 if read.weather in ("storm", "wind") else 0))))
    return Motion(camera, framing, beats, intensity, CONTINUITY, NEGATIVE)


def first_sentence(text: str) -> str:
    """The first sentence of a prompt, to stand inside another one."""
    sentence = re.split(r"(?<=[.!?])\s", text.strip())[0].rstrip(".!? ")
    words = sentence.split()
    if words and words[0] in ("A", "An", "The", "Two", "Three", "His", "Her"):
        sentence = sentence[0].lower() + sentence[1:]
    return f"{sentence}."


def _motion_sentences(text: str, motion: Motion) -> list[str]:
    there = found_in(BEATS, text)
    added = []
    if not there["one camera move"]:
        added.append(f"{motion.camera}: {motion.framing}.")
    if not there["beats in order"]:
        added.extend(motion.beats)
    if not there["how strong the motion is"]:
        added.append(f"Motion intensity {motion.intensity} of 10.")
    if not there["what stays the same"]:
        added.append(motion.continuity)
    return added


def _joined(text: str, more: list[str]) -> str:
    known = set(content_words(text))
    # A sentence that says nothing new is not said twice.
    fresh = [sentence for sentence in more if sentence not in text and not set(content_words(sentence)) <= known]
    return " ".join([text, *fresh])
