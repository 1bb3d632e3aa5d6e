"""What kind of thing a note says: its questions, its changes, and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ANY = re.IGNORECASE

QUESTION_START = re.compile(
    r"^(?:(?:and|but|so|also|ok|okay|hey|hi|hello|well)[ ,]+)*(?:what|why|how|who|whose|whom|where|when|which|is|are|"
    r"was|were|does|"
    r"do (?!the same)(?=(?:i|you|we|they|the|these|those|any|all|both|people|frames|clips|shots)\b)"
    r"|did|can|could|will|would|should|has|have|what's|who's|where's|how's|isn't|aren't|doesn't|"
    r"don't you|tell me|explain|remind me)\b",
    _ANY,
)
ASKED_CHANGE = re.compile(
    r"^(?:(?:and|but|so|also|ok|okay|hey|hi|hello|well)[ ,]+)*(?:(?:can|could|will|would) (?:you|we|i get|i have|it|"
    r"this|these|they|the [\w' ]+?|(?:clip|shot|frame|scene)s? [\w, -]+?)(?: please| maybe| perhaps| just| also)* "
    r"(?:make|be|have|get|give|add|remove|change|set|put|use|turn|try|go|move|replace|swap|redo|regenerate|"
    r"renew|fix|cut|drop|shorten|lengthen|brighten|darken|warm|cool|slow|speed|zoom|push|pull|pan|rewrite|rename|"
    r"lose|look|feel|wear|start|end|switch|show|sharpen|soften|tighten|open|close|do it)\b|how about\b|"
    r"what about (?:making|a|an|some)\b|what if\b|why (?:don't|not)(?: (?:we|you))?(?: \w+){0,2}\b(?!.*\bsee\b)"
    r"|is it possible to\b|would it be possible to\b|(?:do|would) you mind\b)",
    _ANY,
)
ASKED_LATER = re.compile(
    r",\s*(?:so |and |but )?(?:can|could|would|will) (?:you|we) (?:please |maybe )?(?:make|turn|get|have|set|"
    r"change|try|fix)\b",
    _ANY,
)
"""A request after a complaint: "it is too cold, can you make it warmer?"."""
CLAUSE_END = re.compile(
    r"(?<=[.!?;])\s+|\n+|,?\s+(?:and|but|also)\s+(?=(?:why|what|how|who|where|when|which|is|are|did|does)(?:['’]s)?\b\s*\w)"
    r"|,\s*(?=(?:why|who|where|when)\b\s*\w)|\s+[-–—]+\s+(?=(?:why|what|how|who)\b)",
    _ANY,
)

DESCRIBING = re.compile(
    r"^(?:where|when|whenever|wherever)\b(?! (?:is|are|was|were|do|does|did|can|will|should|has|have"
    r"|would|could)\b)(?!['’]s)",
    _ANY,
)
"""A clause that says which shot: "where Mia runs, more light"."""

REQUEST_JOINED = re.compile(
    r",?\s+(?:and|so|then|but)\s+(?:if (?:so|not|yes|it is|they are),?\s+)?(?=(?:please )?(?:make|redo|renew|change|"
    r"fix|brighten|darken|add|remove|give|put|use|turn|set|keep|lock|undo|regenerate|(?:can|could|would|will) you)\b)",
    _ANY,
)

CHANGE_WORDS = re.compile(
    r"\b(?:\w{3,}ier|(?!other|another|after|never|ever|over|under|water|paper|number|letter|character|however|whether|"
    r"together|flower|river|driver|weather|winter|summer|corner|cent|master|finger|dinner|order|offer|matter|remember|"
    r"consider|mother|father|brother|sister|newspaper|seller|later|either|her\b)\w{3,}er|angle|overhead|silhouette|backlit|make|change|add|remove|set|give|put|replace|move|turn|"
    r"use|swap|rename|call|shorten|lengthen|trim|redo|remake|regenerate|renew|retry|redraw|reshoot|rewrite|try|drop|"
    r"cut|lose|brighten|darken|warm|warmer|cool|cooler|blur|sharpen|soften|zoom|push|pull|pan|tilt|slow|slower|speed|"
    r"faster|steadier|should|shouldn't|needs?|must|too|more|less|want|wants|instead|enough|without|brighter|darker|"
    r"lighter|closer|wider|tighter|funnier|sadder|tenser|calmer|bolder|longer|shorter|bigger|smaller|older|younger|"
    r"softer|sharper|colder|hotter|happier|simpler|quieter|louder|higher|lower|taller|thinner|thicker|richer|deeper|"
    r"cleaner|dirtier|sunset|sunrise|dawn|dusk|night|noon|morning|afternoon|evening|golden hour|rain|rainy|raining|"
    r"snow|snowy|snowing|fog|foggy|storm|stormy|windy|sunny|cloudy|overcast|close-up|wide shot|handheld|static|"
    r"dissolves?|crossfades?|captions?|subtitles|music|wear|wears|wearing|as a|red|blue|green|yellow|orange|purple|"
    r"pink|black|white|grey|gray|brown|silver|gold|teal|smil\w+|shaky|blurry|blurred|dark|bright|dull|noisy|grainy|"
    r"let's|switch|start|end|open|close|no|funny|scary|sad|warm|calm|bold|tense|poetic|dramatic|cinematic|shot on|"
    r"saturat\w+|contrast|(?:un)?crop|mirror|flip|rotate|animate|keep|leave|don't|stop|go for|show|reveal|hide)\b",
    _ANY,
)
PRAISE = re.compile(
    r"\b(?:thanks?|thank you|thx|cheers|great|perfect|lovely|beautiful|nice|excellent|wonderful|amazing|awesome|"
    r"brilliant|superb|fantastic|well done|good (?:job|work)|looks? good|works (?:well|for me)|good|"
    r"(?<!'d )(?<!would )(?:love|(?<=i )like|(?<=we )like|(?<=really )like) (?:it|this|that|them|the|how|\d+))\b",
    _ANY,
)
DISLIKE = re.compile(
    r"\b(?:don't like|do not like|dislike|hate|not (?:sure|happy|right|good|it|great)|off|weird|strange|boring|meh|"
    r"ugly|bad|wrong|terrible|awful|cheap|better|improve|improved|nicer|fix|something else|different|best|hmm*|"
    r"somehow|feels? (?:odd|flat))\b",
    _ANY,
)
VAGUE_ONLY = re.compile(
    r"^(?:(?:please|just|can|could|you|we|make|do|fix|change|improve|it|this|that|these|them|the|is|are|look|"
    r"looks|feel|feels|a|an|bit|little|much|more|very|so|be|to|get|give|something|somehow|else|better|nicer|"
    r"different|differently|good|cool|great|best|again|try|needs?|need|work|should|i|don't|not|like|hate|dislike|"
    r"want|sure|right|hmm*|off|weird|strange|boring|meh|ugly|bad|wrong|terrible|awful|cheap|interesting|pop|wow|of|"
    r"stuff|things?|all|everything|quite|too|one|and)[\s,.!?]*)+$",
    _ANY,
)
GREETING = re.compile(r"^\W*(?:hi|hello|hey|good (?:morning|evening|afternoon))\b(?: there)?\W*$", _ANY)
YES = re.compile(
    r"^\W*(?:yes|yep|yeah|yup|sure|right|exactly|correct|ok|okay|i did|i do|that one)\b(?:[ ,]+(?:please|do|it|that|"
    r"one|go|ahead|thanks|exactly|i|meant|did|clip|frame|shot|scene|the|sounds|good|great|\d+|yes|correct|right|is))*\W*$",
    _ANY,
)
NO = re.compile(r"^\W*(?:no|nope|never ?mind|forget it|cancel that|no thanks)\W*$", _ANY)
AGAIN_VERB = re.compile(
    r"\b(?:redo|remake|regenerate|re-?draw|re-?shoot|re-?render|renew|retry|again|anew|another (?:take|one|"
    r"try|version)|a new (?:take|version)|once more|rewrite)\b",
    _ANY,
)


AROUND_AGAIN = re.compile(
    r"\b(?:it|please|a|an|the|new|another|take|takes|version|of|one|for|can|could|you|try|make|do|draw|write|"
    r"over|me|give|get|shoot|generate|from|scratch|whole|story|all|everything)\b|\W",
    _ANY,
)
"""Words that add nothing to "again"."""


@dataclass(frozen=True)
class Reading:
    """A note taken apart. ``change``: the words that ask for a change, or ""; ``questions``: each as written."""

    questions: tuple[str, ...]
    change: str
    praise: bool


def read_note(text: str) -> Reading:
    """Split a note into questions and the rest. Requests in the form of a question ("can you make it warmer?")
    are changes."""
    questions: list[str] = []
    changes: list[str] = []
    praise = False
    for clause in clauses(text):
        if is_question(clause):
            questions.append(clause)
        elif PRAISE.search(clause) and not _changes_after_praise(clause):
            praise = True
        else:
            praise = praise or bool(PRAISE.search(clause))
            changes.append(_after_praise(clause))
    return Reading(tuple(questions), " ".join(changes).strip(), praise)


def clauses(text: str) -> list[str]:
    """The sentences of a note, and questions joined to them."""
    quoted = re.sub(r"\s+", " ", text.strip()) if "\n" not in text else text.strip()
    found: list[str] = []
    for piece in CLAUSE_END.split(quoted):
        # A request joined to a question is a clause of its own.
        parts = REQUEST_JOINED.split(piece or "", maxsplit=1) if is_question(piece or "") else [piece or ""]
        found.extend(part.strip() for part in parts if part.strip(" ,.;-"))
    return found


def is_question(clause: str) -> bool:
    """Whether a clause asks for an answer and not for a change."""
    if ASKED_CHANGE.match(clause) or ASKED_LATER.search(clause):
        return False
    if DESCRIBING.match(clause) and not clause.rstrip().endswith("?"):
        return False
    return bool(QUESTION_START.match(clause)) or clause.rstrip().endswith("?")


def _changes_after_praise(clause: str) -> bool:
    return bool(CHANGE_WORDS.search(PRAISE.sub(" ", _after_praise(clause)))) or bool(DISLIKE.search(clause))


def _after_praise(clause: str) -> str:
    """ "Love it, but darker" -> "darker"."""
    head, joint, rest = (
        re.split(r"(\bbut\b|,|\bjust\b)", clause, maxsplit=1, flags=_ANY) if _splits(clause) else (clause, "", "")
    )
    return rest.strip() if joint and PRAISE.search(head) and not CHANGE_WORDS.search(PRAISE.sub(" ", head)) else clause


def _splits(clause: str) -> bool:
    return re.search(r"\bbut\b|,|\bjust\b", clause, _ANY) is not None


def only_again(text: str) -> bool:
    """Whether a text asks for another take and for nothing else: "redo it", "another version, please"."""
    return bool(AGAIN_VERB.search(text)) and not AROUND_AGAIN.sub("", AGAIN_VERB.sub(" ", text))
