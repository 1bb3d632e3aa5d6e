"""The director's tools: looking and proposing. None applies, approves, spends, deletes or leaves the project."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from pydantic_ai import FunctionToolset, ModelRetry, RunContext

from dailies.adapters.director.desk import LONGEST_CHOICE, MOST_CHOICES, Desk
from dailies.domain.adjusting import Adjustment, checked_adjustment
from dailies.domain.errors import InvalidInput
from dailies.domain.project import Lock, NoteKind
from dailies.ports import BoardItem, Proposal

tools: FunctionToolset[Desk] = FunctionToolset()
Items = Annotated[list[str], Field(description="ids, labels or numbers of items of the stage in view", max_length=80)]


@tools.tool
def look_at_item(desk: RunContext[Desk], item: str) -> str:
    """Everything known of one item: its takes with their notes, scores and how they were measured, the exact prompt,
    what it was made from, why it is stale, why it failed, its locks, and what a new take costs."""
    return _facts(desk.deps.item(item))


@tools.tool
def look_at_shot(desk: RunContext[Desk], number: int) -> str:
    """A shot of the story by its number in the film: action, size, camera move, seconds, who, line, and its scene."""
    story = desk.deps.context.story
    shots = list(story.shots()) if story else []
    if not 1 <= number <= len(shots) or story is None:
        raise ModelRetry(f"There are {len(shots)} shots, numbered from 1.")
    scene, shot = shots[number - 1]
    who = [entity.name for each in shot.who if (entity := story.entity(each)) is not None]
    place = story.entity(scene.place)
    return (
        f"Shot {number} ({story.shot_codes()[shot.id]}), scene “{scene.title}”: {shot.action} {shot.size}, "
        f"{shot.move}, {shot.seconds:g} s, {place.name if place else ''}, "
        f"{scene.time}, {scene.weather}, mood {scene.mood}. "
        f"Shows: {', '.join(who) or 'nobody'}. Line: “{shot.line}”. Caption: “{shot.caption}”."
    )


@tools.tool
def look_at_prices(desk: RunContext[Desk], items: Items) -> str:
    """What new takes of items cost (dollars) and how long they take (seconds)."""
    wanted = [desk.deps.item(name) for name in items]
    price, seconds = sum(item.price for item in wanted), sum(item.seconds for item in wanted)
    return f"{len(wanted)} takes: ${price / 1_000_000:.4f}, about {seconds:.0f} s one after the other."


@tools.tool
def what_becomes_stale(desk: RunContext[Desk], items: Items) -> str:
    """What would be stale if these items got new takes."""
    labels = dict.fromkeys(label for name in items for label in desk.deps.item(name).dependents)
    return ", ".join(labels) or "Nothing."


@tools.tool
def propose_change(
    desk: RunContext[Desk],
    items: Items,
    instruction: str,
    summary: str = "",
    instructions: dict[str, str] | None = None,
) -> str:
    """Propose new takes of exactly these items.

    Args:
        items: only the items the note means; every other item keeps its take.
        instruction: what changes, in a few plain words for the artist ("brighter", "Mia's coat blue"); "" for
            another take by the same words.
        summary: a headline of at most 80 characters.
        instructions: item to words, where the items are told different things.
    """
    return desk.deps.change(items, instruction, summary, instructions)


@tools.tool
def propose_story(desk: RunContext[Desk], instruction: str, summary: str = "") -> str:
    """Propose a change of the story: tone, focus, length, scenes, shots, lines, names, places or the ending; also
    while another stage is in view."""
    return desk.deps.story(instruction, summary)


@tools.tool
def propose_adjust(
    desk: RunContext[Desk],
    items: Items,
    exposure: float = 0.0,
    contrast: float = 0.0,
    saturation: float = 0.0,
    temperature: float = 0.0,
    tint: float = 0.0,
    flip: bool = False,
) -> str:
    """Propose a free local change of light and colour of pictures: exposure in stops (-4 to 4), the others -1 to 1
    (temperature: 1 is warmer)."""
    try:
        made = checked_adjustment(
            Adjustment(exposure, contrast, saturation, temperature, tint, flip=flip),
        )
    except InvalidInput as error:
        raise ModelRetry(str(error)) from error
    if desk.deps.context.stage not in ("references", "storyboard"):
        raise ModelRetry("Only references and frames can be adjusted here.")
    return desk.deps.propose(Proposal(desk.deps.items(items), "", "Adjust here", "adjust", adjustment=made))


@tools.tool
def propose_pick(desk: RunContext[Desk], takes: dict[str, int]) -> str:
    """Propose to go on with other takes: item to the number of its take. It is free."""
    return desk.deps.pick(takes)


@tools.tool
def propose_lock(desk: RunContext[Desk], items: Items, locks: list[Lock], locked: bool = True) -> str:
    """Propose to lock (or, with locked false, unlock) parts of items, which every later plan keeps."""
    return desk.deps.lock(items, locks, on=locked)


@tools.tool
def propose_cut(desk: RunContext[Desk], settings: str, summary: str = "Cut") -> str:
    """Propose how clips are joined, by "name: value" pairs with semicolons between them: transition: cut or dissolve;
    captions, music, title: on or off. "" joins the clips again as they are."""
    return desk.deps.cut(settings, summary)


@tools.tool
def propose_undo(desk: RunContext[Desk], plan: str) -> str:
    """Propose to take an applied plan back as one, by its id."""
    return desk.deps.undo(plan)


@tools.tool
def reuse(desk: RunContext[Desk], items: Items, like: str, aspect: str = "look") -> str:
    """Propose to make items like another one ("make 1 like 6").

    Args:
        items: the items that change.
        like: the item they shall be like, which stays as it is.
        aspect: what is taken over: light, palette, framing, mood, outfit or look.
    """
    pattern = desk.deps.item(like)
    others = [name for name in items if desk.deps.item(name).id != pattern.id]
    kept = f" ({', '.join((pattern.summary, *pattern.kept))})" if pattern.summary or pattern.kept else ""
    words = f"{aspect} like {pattern.label.lower()}{kept}"
    return desk.deps.change(others, words[:600], f"{aspect.capitalize()} like {pattern.label}", None)


@tools.tool
def ask(desk: RunContext[Desk], question: str, choices: Annotated[list[str], Field(max_length=8)]) -> str:
    """Ask the creator one short question where the note is not clear, with two or three choices to click, each a
    whole note."""
    desk.deps.question = question.strip()
    desk.deps.choices = tuple(choice.strip()[:LONGEST_CHOICE] for choice in choices if choice.strip())[:MOST_CHOICES]
    desk.deps.kind = "unclear"
    return "Asked. Write the question as your reply."


@tools.tool
def understood(
    desk: RunContext[Desk], kind: NoteKind, items: list[str] | None = None, choices: list[str] | None = None
) -> str:
    """Say what the note is and which items it talks about. Call it once for every note."""
    desk.deps.kind = kind
    known = {item.id for item in desk.deps.context.items} | {"story"}
    desk.deps.targets = tuple(each for each in items or () if each in known)
    desk.deps.choices = tuple(choice.strip()[:LONGEST_CHOICE] for choice in choices or () if choice.strip())[
        :MOST_CHOICES
    ]
    return "Noted."


def _facts(item: BoardItem) -> str:
    lines = [
        f"{item.id}: {item.label} {item.code}. {item.summary}",
        f"Takes: {item.takes}, selected: {item.take or 'none'}. Locks: {', '.join(item.locks) or 'none'}.",
        f"A new take: ${item.price / 1_000_000:.4f}, about {item.seconds:.0f} s.",
    ]
    if item.stale_cause:
        lines.append(f"Stale: {item.stale_cause}.")
    if item.failure:
        lines.append(f"The last attempt failed: {item.failure}")
    for take in item.shown:
        lines.append(
            f"Take {take.number} ({take.origin}, {take.model}): note “{take.cause}”. Made from: "
            f"{', '.join(take.made_from) or 'words only'}. Scores: {'; '.join(take.scores) or 'none'}. "
            f"Prompt: {take.prompt}"
        )
    return "\n".join(lines)
