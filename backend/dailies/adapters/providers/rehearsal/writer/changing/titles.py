"""Notes about the title of the film or of a scene, and the call to action."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.words import title_case

FILM = r"(?:it|this|the (?:film|story|video|movie|ad|whole thing|piece|spot|short|clip|project|thing))"
TEXT = r"(?:«(?P<q>\d+)»|(?P<text>[^.;«§]+?))(?: instead(?: of .*)?)?$"
TITLE = (
    rf"\btitle(?:s|d)?(?: of {FILM})?(?: from [^«]*?(?:«\d+»)?)? ?(?:to|into|should be|should read|must be|is|be|:|could be|as|with|becomes|=|it|by)+:? {TEXT}",  # noqa: E501
    rf"\b(?:title|retitle|rename|entitle|name|call) {FILM}(?: to| as| into)?:? {TEXT}",
    rf"\b{FILM} (?:should|must|could|needs to|can|to|is|shall) (?:be |now )?(?:called|named|titled|entitled|renamed(?: to)?):? {TEXT}",  # noqa: E501
    r"«(?P<q>\d+)» (?:as|is|for|should be|would be|makes)(?: a| the| better| an?)*(?: new| better| good)? (?:title|name for (?:it|the film))(?P<text>)",  # noqa: E501
    rf"\b(?:use|take) (?:the )?title {TEXT}",
    rf"\b(?:give it|with) (?:a|the|another|a new) title:? {TEXT}",
    r"^\W*title «(?P<q>\d+)»(?P<text>)",
    r"^\W*(?:new )?title[: ]+(?P<text>[^.;«§]+)$(?P<q>)",
)
SCENE_TITLE = (
    rf"\b(?:rename|title|retitle|call|name) (?P<at>§\d+§)(?: to| as)? {TEXT}",
    rf"\btitle of (?P<at>§\d+§) (?:to|should be|is|into) {TEXT}",
    rf"(?P<at>§\d+§) (?:should|must) be (?:called|named|titled) {TEXT}",
)
CALL = (
    r"\b(?:call to action|call-to-action|cta|tagline|slogan|end ?card|closing line|end line|final call)\b[^«]*?(?:to|should be|should say|should read|is|:|with|into|reads?|says?|be|by)?:? «(?P<q>\d+)»(?P<text>)",  # noqa: E501
    r"\b(?:call to action|call-to-action|cta|tagline|slogan|end ?card)(?: (?:to|should be|should say|should read|is|with|into|says?|reads?|be|by))*:? (?P<text>(?!stronger|better|clearer|shorter|longer|out|gone|away|more|less)[^.;«§]+)$(?P<q>)",  # noqa: E501
    r"«(?P<q>\d+)» as (?:the |a |our )?(?:call to action|cta|tagline|slogan)(?P<text>)",
)
OTHER_CALL = r"\b(?:call to action|cta|tagline|slogan)\b"
OTHER_TITLE = r"\b(?:another|a? ?different|a? ?new|a? ?better|change|other|funnier|shorter|catchier)\b[\w ]*\btitle\b|\btitle\b[\w ]*\b(?:different|better|catchier|shorter|weak|boring)\b|\bretitle\b"  # noqa: E501
CALLS = ("See for yourself.", "Try it today.", "Yours, from today.", "Find it near you.")


def read(said: Said) -> Found | None:
    """A title or a call to action, in the note's words or just another."""
    for verb, patterns in (("call", CALL), ("scene title", SCENE_TITLE), ("title", TITLE)):
        for pattern in patterns:
            match = said.search(pattern)
            if match is None:
                continue
            groups = match.groupdict()
            quotes = [int(each) for each in re.findall(r"«(\d+)»", match.group())]
            text = said.quotes[quotes[-1]] if quotes else said.plain(groups.get("text") or "")
            if (
                not text
                or text.lower() in {"shorter", "something else", "something better", "something", "better", "catchier"}
                or re.match(r"(?:too|so|a bit|not|very) ", text)
            ):
                continue
            at = said.scenes(groups.get("at") or "") if groups.get("at") else ()
            return found(said, match, Wish(verb, at, (text,)))
    if match := said.search(OTHER_CALL):
        gone = said.search(r"\b(?:no|without|remove|drop|delete|lose|cut)\b") is not None
        return found(said, match, Wish("call", (), ("" if gone else "*",)))
    if match := said.search(OTHER_TITLE):
        return found(said, match, Wish("title", (), ("*",)))
    return None


def title(room: Draftroom, wish: Wish) -> None:
    """Call the film something else."""
    text = wish.words[0]
    if text == "*":
        names = [scene.title for scene in room.story.scenes if scene.title != room.story.title]
        names += [entity.name for entity in room.story.entities if entity.name != room.story.title]
        text = room.dice.pick(names, "title")
    room.story = replace(room.story, title=text if any(letter.isupper() for letter in text) else title_case(text))


def scene_title(room: Draftroom, wish: Wish) -> None:
    """Call a scene something else."""
    for scene in room.targets(wish):
        room.put(replace(scene, title=title_case(wish.words[0])))


def call(room: Draftroom, wish: Wish) -> None:
    """Change the call to action of an ad."""
    old = room.story.call_to_action
    if not old and not any(each.id.startswith("product-") for each in room.story.entities):
        raise refusal("This film is no ad, so it has no call to action.")
    new = wish.words[0]
    if new == "*":
        new = room.dice.pick([each for each in CALLS if each != old], "call")
    if not old or not any(old in shot.caption for _, shot in room.story.shots()):
        last = room.story.scenes[-1]
        room.put_shot(last, replace(last.shots[-1], caption=new))
    else:
        for scene in room.story.scenes:
            shots = tuple(replace(shot, caption=shot.caption.replace(old, new).strip()) for shot in scene.shots)
            room.put(replace(scene, shots=shots))
    room.story = replace(room.story, call_to_action=new)
