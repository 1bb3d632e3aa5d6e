"""Notes about when the product is seen."""

from __future__ import annotations

from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.people import Cast, bare
from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom, insert_shot
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.figures import Figure
from dailies.adapters.providers.rehearsal.writer.lexicon import table
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.adapters.providers.rehearsal.writer.words import sentence

EARLY = r"earlier|sooner|first|at the (?:very )?(?:start|beginning)|from the (?:start|beginning|first \w+)|right away|straight away|immediately|up front|early(?: on)?|in the first (?:\d+|two|three|five|few) seconds|in the beginning|faster|quicker"  # noqa: E501
LATE = r"later|at the (?:very )?end|last|towards the end|only (?:at|in) the (?:end|last scene)|not so early|not (?:so|that) (?:early|soon)|in the end"  # noqa: E501
SHOW = r"(?:show|mention|introduce|reveal|bring(?: in)?|put|have|see|name|move|feature|place|present|let|get|make|appear|want|include|plant|tease|hide|hold back|save|keep)"  # noqa: E501


def read(said: Said) -> Found | None:
    """When the product, or another thing or being, is to be seen."""
    product = said.cast.product()
    names = [bare(each.name) for each in said.story.entities if each.kind != "place"]
    names += [name.split()[-1] for name in names if " " in name]
    goods = "|".join(["product", "brand", "logo", "packshot", "pack shot", "bottle", *[name for name in names if name]])
    when = rf"(?:(?P<early>{EARLY})|(?P<late>{LATE})|(?:(?:already |only )?(?:in|at|into|to|by|during) (?:the )?(?P<at>§\d+§)))"  # noqa: E501
    for pattern in (
        rf"\b{SHOW}\b[\w ]*?\b(?P<what>{goods})\b[\w ]*?\b{when}",
        rf"\b(?P<what>{goods})\b(?: \w+)* (?:should|must|needs to|could|has to|can|appears?|comes?|to|is (?:seen|shown|introduced|revealed)|shows? up)\b[\w ]*?\b{when}",  # noqa: E501
        rf"\b(?:earlier|later|first)\b[\w ]*\b(?P<what>{goods})\b(?P<early>)(?P<late>)(?P<at>)",
        rf"\b{when}[,]? {SHOW}\b[\w ]*?\b(?P<what>{goods})\b",
    ):
        match = said.search(pattern)
        if match is None or said.search(r"\b(?:say|wear|line|rename|name is)\b"):
            continue
        groups = match.groupdict()
        named = groups["what"].lower()
        entity = said.cast.meant(named, places=False) or product
        general = named in {"product", "brand", "logo", "packshot", "pack shot", "bottle"}
        if entity is None and not general:
            continue
        if (
            not general
            and entity is not None
            and entity.kind == "character"
            and not said.search(r"\b(?:introduce|show|see|meet|appear|bring|reveal)")
        ):
            continue
        at = said.scenes(groups.get("at") or "") if groups.get("at") else ()
        late = bool(groups.get("late")) or "later" in match.group().lower()
        return found(
            said, match, Wish("product", at, ("later" if late else "earlier",), (entity.id,) if entity else ())
        )
    return None


def follow(room: Draftroom, wish: Wish) -> None:
    """Let it be seen earlier, later, or in a named scene."""
    entity = room.entity_of(wish.whom[0]) if wish.whom else Cast(room.story).product()
    if entity is None:
        raise refusal("There is no product in this story. Name it in the brief, or add a scene that shows it.")
    scenes = room.story.scenes
    shown = [index for index, scene in enumerate(scenes) if any(entity.id in shot.who for shot in scene.shots)]
    when = wish.words[0]
    if when == "later" and shown and not wish.scenes:
        _postponed(room, entity.id, shown)
        return
    target = 0 if when == "earlier" else len(scenes) - 1
    if wish.scenes:
        target = list(scenes).index(room.scene_at(wish.scenes[0]))
    elif when == "earlier" and shown and shown[0] > 2:
        target = 1
    elif when == "earlier" and shown and shown[0] == 0:
        target = 0
    figure = room.figure(entity)
    scene = scenes[target]
    first = 0 if shown and shown[0] == target and not wish.scenes else 1
    room.put(insert_shot(room, scene, first, _view(room, figure, entity.kind == "character"), (entity.id,)))


def _view(room: Draftroom, figure: Figure, alive: bool) -> str:
    rows = table("days")["person" if figure.kind == "person" else "animal"] if alive else table("days")["hands"]
    told = room.told()
    for each in room.dice.shuffled(rows, "product"):
        text = fill(each, Binding(figure, product=figure))
        if text and text not in told and figure.text.lower() in text.lower():
            return text
    return sentence(f"{figure.text}, close, light on one side")


def _postponed(room: Draftroom, key: str, shown: list[int]) -> None:
    """Move the first shots of it one scene on."""
    scenes = list(room.story.scenes)
    at = shown[0]
    if at >= len(scenes) - 1:
        raise refusal("It is already seen as late as the story allows.")
    if len(scenes[at].shots) < 2 or all(key in shot.who for shot in scenes[at].shots):
        scenes[at], scenes[at + 1] = scenes[at + 1], scenes[at]
    else:
        moved = tuple(each for each in scenes[at].shots if key in each.who)
        scenes[at] = replace(scenes[at], shots=tuple(each for each in scenes[at].shots if key not in each.who))
        scenes[at + 1] = replace(scenes[at + 1], shots=(*moved, *scenes[at + 1].shots))
    room.story = replace(room.story, scenes=tuple(scenes))
