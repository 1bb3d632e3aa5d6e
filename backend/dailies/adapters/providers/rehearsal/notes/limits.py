"""What the director can't do, and where it is done instead."""

from __future__ import annotations

import re

_ANY = re.IGNORECASE

APPROVE = re.compile(r"\b(?:approve|sign off|sign it off|reopen)\b", _ANY)
DELETE = re.compile(
    r"\b(?:delete|erase|wipe|trash|destroy)\b[\w ,']*\b(?:project|film|everything|all|takes?|story|account|files?)\b"
    r"|\bremove (?:the|this|my) (?:project|film|account)\b",
    _ANY,
)
SPEND = re.compile(
    r"\b(?:raise|increase|change|remove|ignore|set) (?:the |my )?(?:budget|limit)\b|\b(?:pay|buy|purchase|spend)\b",
    _ANY,
)
APPLY = re.compile(
    r"\b(?:apply|run|execute|discard) (?:the|this|that|your|my) (?:plan|change|changes)\b|^\W*(?:apply|"
    r"discard)(?: it)?\W*$",
    _ANY,
)
EXPORT = re.compile(r"\b(?:export|download|publish|upload|post|share|send|e-?mail|deliver|tweet)\b", _ANY)
CANCEL = re.compile(
    r"^\W*(?:please )?(?:cancel|stop|abort|pause)(?: (?:it|that|this|everything|the work|making|drawing))?\W*$", _ANY
)
INJECTION = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[\w ]*\b(?:instructions?|rules|prompt|above)\b|\bsystem prompt\b|"
    r"\bapi[- ]?keys?\b|\bpasswords?\b|\benvironment variables?\b|\bsecrets?\b(?! (?:door|garden|room|place|"
    r"passage))|\bjailbreak\b|\b(?:drop table|rm -rf|sudo)\b",
    _ANY,
)
ELSEWHERE = re.compile(
    r"\b(?:weather (?:today|tomorrow|forecast|in)|tell me a joke|a joke about|write (?:me )?(?:a|an|some) "
    r"(?:poem|essay|e-?mail|code|song|script in python|function|letter)|president|prime minister|stock|bitcoin|"
    r"recipe|translate|capital of|what time is it|news|homework|python|javascript|who won|who are you|"
    r"are you (?:human|real|a (?:bot|person|robot))|meaning of life)\b|^\W*(?:what(?:'s| is) )?\d+ ?[+*/×] ?\d+\W*$",
    _ANY,
)
START = re.compile(
    r"^\W*(?:please |now |ok |okay |let's |can you |could you )*(?:start|begin|make|generate|create|shoot|go "
    r"(?:on )?to|move on to|continue (?:to|with)|proceed (?:to|with))\s+(?:with |making |on )?(?:the |"
    r"all (?:the )?)?(?:references|storyboard|video|film|clips|frames|next stage|movie)\W*$",
    _ANY,
)
SHOT_LIST = re.compile(
    r"\b(?:add|insert|remove|delete|drop|lose|cut|move|swap|reorder|merge|split)\b(?: (?!in\b|to\b|of\b|on\b|from\b|"
    r"for\b|into\b|at\b|with\b)[\w,&-]+){0,3}? (?:shots?|scenes?|frames?|clips?)\b",
    _ANY,
)
FORMAT = re.compile(
    r"\b\d{1,2}:\d{1,2}\b|\b(?:portrait|landscape|vertical|square) (?:format|video|film)\b|\b(?:1080p|720p|4k)\b",
    _ANY,
)
TIMING = re.compile(
    r"\b\d+(?:\.\d+)?[ -]?(?:s|secs?|seconds?)\b|\b(?:seconds?|minutes?) (?:long|longer|shorter)\b|\btoo "
    r"(?:long|short)\b|^\W*(?:(?:make|the|it|this|that|these|them|clips?|shots?|frames?|last|first|should|be|\d+|a|"
    r"bit|much|and|is|,)\s+)*(?:longer|shorter)\W*$|\bhold (?:it )?(?:for )?longer\b|\b(?:trim|shorten|lengthen|"
    r"extend)\b",
    _ANY,
)
WORDS = re.compile(
    r"\b(?:change|rewrite|fix|edit|shorten|set|replace|rename|call|translate)\b[\w ']*?\b(?:caption|line|"
    r"title|dialogue|voice-?over|logline|tagline|call to action|plot|ending|story)\b|\b(?:funnier|wittier|"
    r"less cheesy)\b|\brename\b",
    _ANY,
)


def refusal(text: str, stage: str, *, question: bool) -> str:
    """The reply to a note that asks for what only the creator can do, or that is not about the film; "" for
    any other note. ``question``: it only asks about it."""
    if INJECTION.search(text):
        return (
            "The director works on this film and has no keys, settings or other rules to give. Ask about the film, "
            "or say what should change."
        )
    if question:
        return _elsewhere(text)
    done = [(APPROVE, "approve"), (DELETE, "delete")]
    asked = [verb for pattern, verb in done if pattern.search(text)]
    if asked:
        return f"The director can't {' or '.join(asked)}. You can, with the {_button(asked)}."
    if CANCEL.match(text):
        return (
            "The director can't stop work. You can, with Cancel on the item that is being made. What was made is kept."
        )
    if APPLY.search(text):
        return "The director can't apply or discard a plan. You can, with the buttons on the plan."
    if START.match(text):
        return "The director can't start a stage. You can: approve this one, then start the next with its button."
    if SPEND.search(text) and not re.search(r"\b(?:attention|who|she|he|they)\b", text, _ANY):
        return "The director can't spend or change the budget. You can, in the money meter on top."
    if EXPORT.search(text) and re.search(
        r"\b(?:film|video|it|mp4|pdf|clips?|everything|cut|project|story|board|youtube|client)\b", text, _ANY
    ):
        return "The director can't send or export. You can, with the deliveries in the video stage once there is a cut."
    return _elsewhere(text)


def _elsewhere(text: str) -> str:
    if ELSEWHERE.search(text):
        return (
            "The director only works on this film. Ask about its story, people, shots, length or price, or say what "
            "should change."
        )
    return ""


def _button(asked: list[str]) -> str:
    if asked == ["approve"]:
        return "Approve button above the stage"
    return (
        "buttons: Approve above the stage, Delete in the project's menu"
        if len(asked) > 1
        else "project's menu on the home page"
    )


def not_here(text: str, stage: str) -> str:
    """The reply to a note on the shape of the picture, which is set with the brief; "" for any other note."""
    if stage != "story" and FORMAT.search(text):
        return "The shape and size of the picture are set with the brief. A new project can have another."
    return ""


def belongs_to_story(text: str, stage: str) -> bool:
    """Whether a note can only be followed in the story, and another stage is in view."""
    if stage == "story":
        return False
    shots = stage in ("storyboard", "video")
    body = re.search(r"\b(?:hair|skirt|coat|beard|shadows?|sleeves|dress|years)\b", text, _ANY)
    if shots and (SHOT_LIST.search(text) or (TIMING.search(text) and not body)):
        return True
    return WORDS.search(text) is not None
