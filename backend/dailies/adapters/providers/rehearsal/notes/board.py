"""What the director has in front of it: the items of the stage in view, and what a note points at."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dailies.adapters.providers.rehearsal.notes.figures import counted, listed, numbered
from dailies.domain.descriptions import View
from dailies.domain.pointing import Pointer, view_of
from dailies.domain.project import CUT, STORY, STYLE_REFERENCE
from dailies.domain.story import Scene, Shot, Story
from dailies.domain.targets import Resolution, Target, resolve_targets
from dailies.ports import BoardItem, NoteContext

NOUNS = {"story": "scene", "references": "reference", "storyboard": "frame", "video": "clip"}

BY_SHOT = re.compile(r"\b(?:shot|shots|clip|clips|frame|frames|\d{1,2}[a-f])\b", re.IGNORECASE)

KIND_WORDS = {
    "character": r"characters?|person|people|outfits?|costumes?|clothes|clothing|hair|hairstyle|beard|faces?|eyes|skin|"
    r"jackets?|coats?|dress|shirts?|hats?|caps?|scar(?:f|ves)|shoes|boots|apron|glasses|gloves?|uniforms?|sweater|"
    r"he|she|his|her|age|older|younger|smil\w+|expression|pose|posture",
    "place": r"places?|locations?|rooms?|backgrounds?|settings?|buildings?|walls?|floors?|windows?|street|sky|"
    r"furniture",
    "product": r"products?|props?|objects?|bottles?|packag\w+|logos?|labels?|cups?|box(?:es)?|cans?",
    "style": r"style|palette|brush\w*|line work|texture|rendering",
}
"""Words that belong to one kind of reference."""


@dataclass(frozen=True)
class Board:
    """The context with its items ready to be pointed at."""

    context: NoteContext
    targets: tuple[Target, ...]
    view: View = View(())
    talked: tuple[str, ...] = ()

    @property
    def story(self) -> Story | None:
        """The story, where there is one."""
        return self.context.story

    @property
    def stage(self) -> str:
        """The stage in view."""
        return self.context.stage

    @property
    def noun(self) -> str:
        """What the stage's items are called."""
        return NOUNS.get(self.stage, "item")

    @property
    def items(self) -> tuple[BoardItem, ...]:
        """The stage's items without the cut."""
        return tuple(item for item in self.context.items if item.id != CUT)

    @property
    def whole(self) -> tuple[str, ...]:
        """Ids of what a note about the whole stage is about."""
        return tuple(item.id for item in self.items)

    def item(self, item_id: str) -> BoardItem | None:
        """The stage's item with this id."""
        return next((item for item in self.context.items if item.id == item_id), None)

    def resolve(self, text: str) -> Resolution:
        """What a text points at: ids of items, in the story ids of scenes or shots."""
        selected = tuple(each for each in self.context.selected if each != STORY)
        if self.stage == "story":
            targets = _shots(self.story) if self.story and BY_SHOT.search(text) else self.targets
            return resolve_targets(text, targets, selected)
        found = Pointer(self.targets, self.view, selected, self.talked).point(text)
        if CUT in found.ids and not re.search(r"\bcut\b", text, re.IGNORECASE) and found.ids != (CUT,):
            return replace(found, ids=tuple(each for each in found.ids if each != CUT))
        return found

    def shots(self, resolution: Resolution) -> list[tuple[int, Scene, Shot]]:
        """The story's shots that were pointed at, each with its number in the film."""
        if self.story is None:
            return []
        ids = set(resolution.ids)
        return [
            (number, scene, shot)
            for number, (scene, shot) in enumerate(self.story.shots(), 1)
            if ids & {scene.id, shot.id, f"frame-{shot.id}", f"clip-{shot.id}"}
        ]

    def kind(self, item_id: str) -> str:
        """character, place, product or style for a reference; "" for anything else."""
        if item_id == STYLE_REFERENCE:
            return "style"
        item = self.item(item_id)
        if self.story is None or item is None or self.stage != "references":
            return ""
        return next((entity.kind for entity in self.story.entities if f"ref-{entity.id}" == item_id), "")

    def of_kind(self, text: str) -> tuple[str, ...]:
        """Ids of the references whose kind the text speaks of; empty when it speaks of none."""
        kinds = {kind for kind, words in KIND_WORDS.items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)}
        return tuple(item.id for item in self.items if self.kind(item.id) in kinds)

    def called(self, ids: tuple[str, ...]) -> str:
        """The items in words: "frames 1 to 3", "all eight frames", "Mia and the harbour"."""
        if ids == (STORY,):
            return "the story"
        if ids == (CUT,):
            return "the cut"
        chosen = [item for item in self.context.items if item.id in ids]
        if self.stage == "references":
            if len(chosen) == len(self.items) > 2:
                return f"all {counted(len(chosen), self.noun)}"
            return listed([small_article(item.label) for item in chosen])
        if len(chosen) == len(self.items) > 1:
            return f"all {counted(len(chosen), self.noun)}"
        return numbered(self.noun, [item.number for item in chosen])


def board_of(context: NoteContext) -> Board:
    """The board for a note."""
    if context.stage == "story":
        return Board(context, _scenes(context.story) if context.story else ())
    targets = tuple(
        Target(item.id, item.number, item.code, item.label, _shown(item), item.summary) for item in context.items
    )
    view = view_of(context.story, context.stage) if context.story else View(())
    return Board(context, targets, view, _talked(context, Board(context, targets, view)))


TURNS_BACK = 3
"""Earlier turns in which "it" and "those two" are looked for."""


def _talked(context: NoteContext, board: Board) -> tuple[str, ...]:
    """The items the last turn that named any was about."""
    if context.talked:
        return tuple(target.id for target in board.targets if target.id in context.talked)
    alone = replace(board, context=replace(context, selected=()))
    for note, reply in reversed(context.history[-TURNS_BACK:]):
        for text in (note, reply):
            found = alone.resolve(text)
            if found.mentioned and found.definite and found.ids and not found.every:
                return found.ids
    return ()


def _shown(item: BoardItem) -> tuple[str, ...]:
    """The names an item shows; "Frame 2" is its number and not a name."""
    return tuple(name for name in item.names if not re.fullmatch(r"(?:frame|clip|shot) \d+|cut", name.lower()))


def _scenes(story: Story) -> tuple[Target, ...]:
    return tuple(
        Target(scene.id, number, "", f"Scene {number}", (), scene.title) for number, scene in enumerate(story.scenes, 1)
    )


def _shots(story: Story) -> tuple[Target, ...]:
    codes = story.shot_codes()
    return tuple(
        Target(shot.id, number, codes[shot.id], f"Shot {number}", (), shot.action)
        for number, (_, shot) in enumerate(story.shots(), 1)
    )


def no_such(board: Board, resolution: Resolution) -> str:
    """The reply to a note about what is not there; "" when all is there."""
    if not resolution.missing:
        return ""
    missing = resolution.missing[0]
    noun, _, number = missing.partition(" ")
    noun = noun.removesuffix("s") if not number.isdigit() and " to " in number else noun
    if board.stage == "story" and board.story is None:
        return "There is no story yet, so nothing to point at."
    total, default = _total(board, noun)
    if total == 0:
        return f"There are no {default}s yet."
    if not number[:1].isdigit() or " to " in number:
        return f"There {_are(total)} {counted(total, default)}, so no {missing}. Say which of them you mean."
    if not number.isdigit():
        return _no_such_code(board, number)
    there = f"There {_are(total)} {counted(total, default)}, so no {default} {number}."
    return f"{there} Did you mean {default} {total if int(number) > total else 1}?"


def _total(board: Board, noun: str) -> tuple[int, str]:
    story = board.story
    if noun == "scene" and story:
        return len(story.scenes), "scene"
    if board.stage == "story" and story:
        return (len(list(story.shots())), "shot") if noun != "item" else (len(story.scenes), "scene")
    return len(board.items), noun if noun in ("shot", "clip", "frame") else board.noun


def _no_such_code(board: Board, code: str) -> str:
    codes = list(board.story.shot_codes().values()) if board.story else [item.code for item in board.items if item.code]
    scene = code[:-1]
    near = [each for each in codes if each[:-1] == scene]
    if near:
        return f"There is no shot {code}. Scene {scene} has {listed(near)}. Which one did you mean?"
    return f"There is no shot {code}. The last one is {codes[-1]}." if codes else f"There is no shot {code}."


def small_article(name: str) -> str:
    """A name inside a sentence: "The violinist" -> "the violinist"."""
    return name[0].lower() + name[1:] if name.startswith(("The ", "A ", "An ")) else name


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
