"""Changes: which items, what each is told, what is kept, what it costs."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.notes.asking_back import what_should_change, which_one
from dailies.adapters.providers.rehearsal.notes.board import Board
from dailies.adapters.providers.rehearsal.notes.changes import picture_instruction, story_instruction, summary_of
from dailies.adapters.providers.rehearsal.notes.cut_notes import ABOUT_CUT, REJOIN, cut_instruction, summary_of_cut
from dailies.adapters.providers.rehearsal.notes.figures import SMALL, counted, dollars, listed, sentence
from dailies.adapters.providers.rehearsal.notes.likeness import likeness
from dailies.adapters.providers.rehearsal.notes.limits import belongs_to_story, not_here
from dailies.adapters.providers.rehearsal.notes.reading import (
    AGAIN_VERB,
    CHANGE_WORDS,
    DISLIKE,
    PRAISE,
    VAGUE_ONLY,
    only_again,
)
from dailies.adapters.providers.rehearsal.notes.reply import Reply
from dailies.domain.adjust_words import adjustment_of
from dailies.domain.locks import against
from dailies.domain.project import CUT, STORY, Lock
from dailies.domain.targets import Resolution
from dailies.ports import Proposal

_ANY = re.IGNORECASE

STALE_OR_FAILED = re.compile(r"\b(?P<which>stale|outdated|failed|failing|broken)\b", _ANY)
KEPT = re.compile(
    r"^\W*(?:please )?(?:keep|leave|don't (?:change|touch)|do not (?:change|touch))\b(?!.*\b(?:but|except|"
    r"more|less|out)\b)[^,;.]*\W*$",
    _ANY,
)
JOINT = re.compile(r"[.;,\n]|\band\b|\bbut\b", _ANY)
SAME = re.compile(
    r"\b(?:do |make |and |apply |use )*(?:(?:exactly )?the same(?: thing| change| treatment)?|likewise|ditto)\b"
    r"(?! (?:as|light|look|colou?r|outfit|coat|place))",
    _ANY,
)
TOO = re.compile(r"(?:\b(?:too|as well|also)\b[\s.!]*$)|^\W*(?:and |also |plus )", _ANY)
SMALL_WORDS = re.compile(
    r"\b(?:and|also|too|as well|the|same|for|to|with|in|on|of|do|please|now|make|it|but|then|plus|yes|yeah|no|i|"
    r"mean|meant|one|only|just|apply|thing|change|likewise|ditto|treatment|exactly|okay|ok|use|that|this|those|these|"
    r"them|is|are|was|both)\b|\W|_",
    _ANY,
)


def change(text: str, board: Board) -> Reply:
    """The reply to the part of a note that asks for a change."""
    if not board.context.items or (board.stage == "story" and board.story is None):
        return Reply(_nothing_yet(board), kind="out_of_scope")
    if refused := not_here(text, board.stage):
        return Reply(refused, kind="out_of_scope")
    if belongs_to_story(text, board.stage) and board.story is not None:
        return _to_the_story(text, board)
    if board.stage == "story":
        return _story_change(text, board)
    if cut := _cut_change(text, board):
        return cut
    return _board_change(text, board)


def _nothing_yet(board: Board) -> str:
    if board.stage == "story":
        return "The story is not written yet. Nothing was changed."
    above = {"references": "story", "storyboard": "references", "video": "storyboard"}.get(board.stage, "story")
    return f"There are no {board.noun}s yet. They are made once the {above} is approved."


# The story


def _story_change(text: str, board: Board) -> Reply:
    resolution = board.resolve(text)
    if resolution.missing and (asked := which_one(board, resolution)) is not None:
        return asked
    if only_again(text):
        return _proposed(board, (STORY,), "", "The story is written anew from the brief.")
    if KEPT.match(text):
        return Reply("Nothing was changed.", kind="thanks")
    if VAGUE_ONLY.match(text) or not _says_something(text, board):
        return _not_understood(text, board)
    if DISLIKE.search(text) and not CHANGE_WORDS.search(DISLIKE.sub(" ", text)):
        return what_should_change(board)
    instruction = _scenes_named(story_instruction(text), board)
    return _proposed(board, (STORY,), instruction, f"{sentence(instruction)} The rest stays word for word.")


def _to_the_story(text: str, board: Board) -> Reply:
    """A change of the story that was asked for in another stage: a plan there."""
    resolution = board.resolve(text)
    if not resolution.definite and (asked := which_one(board, resolution)) is not None:
        return asked
    instruction = story_instruction(text)
    if resolution.ids and not resolution.every and (not resolution.exact or resolution.spans == ()):
        shots = [str(number) for number, _, _ in board.shots(resolution)]
        if shots and not re.search(r"\b(?:shot|scene)s? \d", instruction, _ANY):
            instruction = f"shot{'s' if len(shots) > 1 else ''} {listed(shots)}: {instruction}"
    instruction = re.sub(r"\b(?:clip|frame|panel|picture|image)(s?)\b(?= ?\d)", r"shot\1", instruction, flags=_ANY)
    said = f"{sentence(f'That is a change of the story: {instruction}')} Only what it touches becomes stale. "
    proposal = Proposal((STORY,), instruction, summary_of(instruction, "story"), stage="story")
    return Reply(f"{said}{_price(board.context.story_price, 1)}", proposal, targets=(STORY,))


def _scenes_named(instruction: str, board: Board) -> str:
    """The scenes selected in the story, said in words where the note names none."""
    resolution = board.resolve(instruction)
    if resolution.mentioned or not resolution.ids:
        return instruction
    numbers = [str(target.number) for target in board.targets if target.id in resolution.ids]
    return f"scene{'s' if len(numbers) > 1 else ''} {' and '.join(numbers)}: {instruction}" if numbers else instruction


# The cut


def _cut_change(text: str, board: Board) -> Reply | None:
    if board.stage != "video":
        if ABOUT_CUT.search(text) and cut_instruction(text) and not re.search(r"\bfade|\bsound|\btitle", text):
            return Reply(
                "Music, captions and transitions belong to the cut. Say it in the video stage.", kind="out_of_scope"
            )
        return None
    about = ABOUT_CUT.search(text)
    instruction = cut_instruction(text) if about else None
    if instruction is None and not REJOIN.search(text):
        if about and not board.resolve(text).exact:
            said = "The cut's music, captions, title and dissolves are on or off. Say, for example, “music off”."
            return Reply(said, kind="unclear", choices=("Music off", "Captions off", "Dissolves"))
        return None
    if board.item(CUT) is None:
        return Reply("There is no cut yet. It is joined when every clip has a take.", kind="out_of_scope")
    clips = [piece for piece in JOINT.split(text) if not ABOUT_CUT.search(piece) and board.resolve(piece).mentioned]
    left = " The clips were left out: send their change as a note of its own." if clips and instruction else ""
    summary = summary_of_cut(instruction or "")
    said = f"{sentence(summary.removeprefix('Cut: '))} The clips stay as they are; joining is free.{left}"
    return Reply(said, Proposal((CUT,), instruction or "", summary), targets=(CUT,))


# Pictures and clips


def _board_change(text: str, board: Board) -> Reply:
    if repeated := _repeated(text, board):
        return repeated
    resolution = board.resolve(text)
    instruction = _instruction(text, resolution, board)
    if (asked := which_one(board, resolution, instruction)) is not None and not _only_likes(resolution):
        return asked
    if KEPT.match(text):
        return Reply("Nothing was changed.", kind="thanks")
    if again := _again(text, board):
        return again
    if board.context.selected == (CUT,) and not resolution.mentioned:
        return Reply(
            "The cut can have its music, captions, title and dissolves on or off. For a picture, select its clip.",
            kind="unclear",
            choices=("Music off", "Captions off", "Dissolves"),
        )
    if several := _several(text, board):
        return several
    ids = tuple(each for each in resolution.ids if each != CUT)
    if resolution.like:
        return _like(resolution, ids, instruction, board)
    if VAGUE_ONLY.match(_without(text, resolution.spans)) or not _says_something(text, board):
        return _not_understood(text, board)
    if board.stage == "references" and not ids:
        ids = board.of_kind(text)
    if half_read(instruction, board):
        return _not_all_read(instruction, board)
    ids = ids or board.whole
    if not SMALL_WORDS.sub("", instruction):
        return _not_understood(text, board)
    return _planned(board, ids, instruction)


UNREAD = re.compile(
    r"\b(?:outside (?:of )?the|(?:the|these|those|some|most|few|several|other|every"
    r"|any) (?:[\w-]+ ){0,2}(?:frames|shots|clips|scenes|pictures|"
    r"panels|ones)|(?:some|most|many|a few|several|half|a couple|both|either|neither|none"
    r"|one) of (?:the|them|these|those)|"
    r"(?:some|most|few|several|couple of|other) (?:of )?(?:frames|shots|clips|scenes)|either"
    r"|whichever|the (?:two|three|four|"
    r"five) (?:at|in|on|with|where)|(?:first|last|next|previous) (?:few|one|ones|pair|couple)"
    r"|(?:frames|shots|clips|scenes) "
    r"(?:with|without|where|in|on|at|of|showing|that))\b",
    _ANY,
)
"""Pointing words that are left over when the rest was read."""
LEFT_NUMBER = re.compile(
    r"(?:^|\b(?:in|for|of|from|and|or|not|but|than|like|to|frame|shot|clip|through|make)\s+|[,&-]\s*)(\d{1,2})(?=\s*(?:$|[,.;:&-]|"
    r"\b(?:and|or|but|should|is|are|too|make|not|\w+er)\b))",
    _ANY,
)


def half_read(instruction: str, board: Board) -> bool:
    """Whether words that point at items are still in what is left for the artist: then the target is not clear."""
    rest = re.sub(r"like frames? [\d, and]+|like clips? [\d, and]+", " ", instruction)
    if UNREAD.search(rest):
        return True
    return any(1 <= int(found) <= len(board.items) for found in LEFT_NUMBER.findall(rest))


def _not_all_read(instruction: str, board: Board) -> Reply:
    choices = tuple(f"{item.label}: …" for item in board.items[:2])
    asked = (
        f"Which {board.noun}s are meant? Name them by number: {board.noun} 2, {board.noun}s 1 to 3, all {board.noun}s."
    )
    return Reply(asked, kind="unclear", choices=(*choices, f"All {board.noun}s: …"))


def _only_likes(resolution: Resolution) -> bool:
    return bool(resolution.like) and not resolution.ids and resolution.definite


def _instruction(text: str, resolution: Resolution, board: Board) -> str:
    if resolution.like:
        return likeness(_without(text, resolution.spans), resolution, board)
    return picture_instruction(text, resolution.spans)


def _like(resolution: Resolution, ids: tuple[str, ...], instruction: str, board: Board) -> Reply:
    if not ids:
        ids = tuple(each for each in board.talked if each not in resolution.like)
    if not ids:
        asked = f"Which {board.noun} should be like {board.called(resolution.like)}?"
        choices = tuple(
            f"{item.label}: {instruction.partition(' (')[0]}" for item in board.items if item.id not in resolution.like
        )[:2]
        every = f"All {board.noun}s: {instruction.partition(' (')[0]}"
        return Reply(asked, kind="unclear", targets=resolution.like, choices=(*choices, every))
    return _planned(board, ids, instruction)


def _repeated(text: str, board: Board) -> Reply | None:
    """ "The same for 5", "and 4 too", "the second one" after a question: the change of the note before."""
    if not board.context.history:
        return None
    resolution = board.resolve(text)
    rest = SMALL_WORDS.sub("", _without_names(_cut_out(text, resolution.spans), resolution, board))
    asked_back = board.context.history[-1][1].rstrip().endswith("?")
    if rest or not resolution.mentioned or not (SAME.search(text) or TOO.search(text) or asked_back):
        return None
    for before, _ in reversed(board.context.history):
        found = board.resolve(before)
        instruction = _instruction(before, found, board)
        if instruction and CHANGE_WORDS.search(instruction) and not before.rstrip().endswith("?"):
            if (asked := which_one(board, resolution, instruction)) is not None:
                return asked
            return _planned(board, tuple(each for each in resolution.ids if each != CUT), instruction)
    return None


def _several(text: str, board: Board) -> Reply | None:
    """One plan for a note that asks for different changes of different items."""
    groups: list[tuple[str, tuple[str, ...]]] = []
    begun, position = 0, 0
    for piece in re.split(r"((?:[.;,\n]|\band\b|\bbut\b|\bwhile\b|\bthen\b)\s*)", text, flags=_ANY):
        end = position + len(piece)
        earlier = tuple(each for _, ids in groups for each in ids)
        found = _of_piece(piece, earlier, board) if piece.strip() else None
        pointing = found is not None and found.mentioned and found.ids and not found.like
        if (
            found is not None
            and pointing
            and CHANGE_WORDS.search(_without_names(_without(piece, found.spans), found, board))
        ):
            groups.append((text[begun:end], found.ids))
            begun = end
        position = end
    if len(groups) < 2:
        return None
    sets = [set(ids) for _, ids in groups]
    if any(first & second for number, first in enumerate(sets) for second in sets[number + 1 :]):
        return None
    earlier_of = [tuple(each for _, ids in groups[:number] for each in ids) for number in range(len(groups))]
    parts = [
        (ids, picture_instruction(piece, _of_piece(piece, earlier, board).spans))
        for (piece, ids), earlier in zip(groups, earlier_of, strict=True)
    ]
    if any(not words for _, words in parts) or len({words for _, words in parts}) < 2:
        return None
    instructions = {item: words for ids, words in parts for item in ids if item != CUT}
    ids = tuple(item.id for item in board.items if item.id in instructions)
    told = "; ".join(f"{board.called(ids)}: {words}" for ids, words in parts)
    reply = _planned(board, ids, told, said=told)
    if reply.proposal is None:
        return reply
    kept = {item: words for item, words in instructions.items() if item in reply.proposal.items}
    return replace(reply, proposal=replace(reply.proposal, instructions=kept, adjustment=None))


def _of_piece(piece: str, earlier: tuple[str, ...], board: Board) -> Resolution:
    """What a piece points at; "the others" are those of no earlier piece."""
    if earlier and re.search(r"\b(?:the (?:others?|rest|remaining)|everything else)\b", piece, _ANY):
        return replace(board, talked=earlier, context=replace(board.context, selected=())).resolve(piece)
    return board.resolve(piece)


def _cut_out(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + " it " + text[end:]
    return text


def _without_names(text: str, resolution: Resolution, board: Board) -> str:
    if not resolution.by_name:
        return text
    names = [re.escape(item.label) for item in board.items if item.id in resolution.ids]
    names += [re.escape(thing.name) for thing in board.view.things if thing.ids & set(resolution.ids)]
    return re.sub(rf"\b(?:{'|'.join(names)})\b|\b(?:frames?|sheets?|references?)\b", " ", text, flags=_ANY)


def _again(text: str, board: Board) -> Reply | None:
    """ "Redo 4", "renew the stale frames", "retry what failed": the same words once more."""
    which = STALE_OR_FAILED.search(text)
    if which and (AGAIN_VERB.search(text) or re.search(r"\b(?:fix|make|update|refresh)\b", text, _ANY)):
        stale = which.group("which").lower() in ("stale", "outdated")
        ids = tuple(item.id for item in board.context.items if (item.stale_cause if stale else item.failure))
        if not ids:
            return Reply(f"Nothing in this stage {'is stale' if stale else 'failed'}.", kind="question")
        return _proposed(board, ids, "", _told(ids, "", board))
    resolution = board.resolve(text)
    rest = _without_names(_without(text, resolution.spans), resolution, board)
    if not only_again(rest):
        return None
    if resolution.mentioned and not resolution.ids:
        return None
    ids = resolution.ids or board.whole
    return _proposed(board, ids, "", _told(ids, "", board))


def _says_something(text: str, board: Board) -> bool:
    """Whether a text names a change this stage's artists can follow."""
    words = re.findall(r"[^\W\d_]+", text)
    if board.stage == "story":
        return bool(CHANGE_WORDS.search(text)) or len(words) >= 4
    return bool(CHANGE_WORDS.search(text)) and not (DISLIKE.fullmatch(text.strip(" .,")) or PRAISE.fullmatch(text))


def _not_understood(text: str, board: Board) -> Reply:
    if VAGUE_ONLY.match(_without(text, board.resolve(text).spans)):
        return what_should_change(board)
    return what_should_change(board, quoted=text)


# The plan and what is said of it


def _planned(board: Board, ids: tuple[str, ...], instruction: str, *, said: str = "") -> Reply:
    """A plan for these items without those whose locks it goes against."""
    held = {item.id: against(instruction, item.locks) for item in board.context.items if item.id in ids}
    blocked = tuple(each for each in ids if held.get(each))
    free = tuple(each for each in ids if each not in blocked)
    told = _locked_note(blocked, held, board) if blocked else ""
    if not free:
        return Reply(f"{told} Unlock it first, or ask for something else.", kind="lock", targets=ids)
    kept = _kept_note(free, board)
    text = said and f"{sentence(said)}{_others(free, board)}" or _told(free, instruction, board)
    reply = _proposed(board, free, instruction, " ".join(each for each in (text, told, kept) if each))
    picture = board.stage in ("references", "storyboard")
    adjustment = adjustment_of(instruction) if picture else None
    if adjustment is None or reply.proposal is None:
        return reply
    free_first = " Done here it is free; drawing anew is the other option."
    return replace(reply, text=reply.text + free_first, proposal=replace(reply.proposal, adjustment=adjustment))


def _locked_note(blocked: tuple[str, ...], held: dict[str, tuple[Lock, ...]], board: Board) -> str:
    parts = list(dict.fromkeys(part for each in blocked for part in held[each]))
    verb = "is" if len(parts) == 1 else "are"
    stays = "it stays" if verb == "is" else "they stay"
    return f"The {listed(parts)} of {board.called(blocked)} {verb} locked, so {stays}."


def _kept_note(ids: tuple[str, ...], board: Board) -> str:
    locks = list(dict.fromkeys(lock for item in board.context.items if item.id in ids for lock in item.locks))
    return f"Kept by locks: the {listed(locks)}." if locks else ""


def _told(ids: tuple[str, ...], instruction: str, board: Board) -> str:
    """Which items, what is asked of them, what is kept."""
    where = board.called(ids)
    head = sentence(f"{where}: {instruction}" if instruction else f"{where}: another take, by the same words")
    return head + _others(ids, board)


def _others(ids: tuple[str, ...], board: Board) -> str:
    others = len(board.items) - len([each for each in ids if each != CUT])
    if others <= 0:
        return ""
    return " The other one keeps its take." if others == 1 else f" The other {_figure(others)} keep their takes."


def _figure(number: int) -> str:
    return SMALL[number] if number < len(SMALL) else str(number)


def _proposed(board: Board, ids: tuple[str, ...], instruction: str, said: str) -> Reply:
    summary = summary_of(instruction, board.stage)
    proposal = Proposal(ids, instruction, summary)
    return Reply(f"{said} {_price(board.context.price_each, len(ids))}", proposal, targets=ids)


def _price(each: int, number: int) -> str:
    if not each:
        return "Free on rehearsal."
    if number == 1:
        return f"It costs {dollars(each)}."
    return f"{sentence(counted(number, 'take'))[:-1]} cost {dollars(each * number)}."
