"""Notes about how the film opens and how it ends."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.adding import named_in, resolved
from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom, insert_shot
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish
from dailies.adapters.providers.rehearsal.writer.lexicon import table
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.adapters.providers.rehearsal.writer.words import sentence
from dailies.domain.story import Shot

IT = r"(?:it|this|things|everything|us|the (?:film|story|video|ad|whole thing|movie|spot))"
HAPPY = r"happ(?:y|ier|ily)|hopeful(?:ly)?|positive(?:ly)?|uplifting|joyful(?:ly)?|warm(?:er|ly)?|good|sweet(?:er)?|upbeat|optimistic|cheerful|funn(?:y|ier)|brighter|on a high(?: note)?|well|better for \w+"  # noqa: E501
SAD = r"sad(?:der|ly)?|tragic(?:ally)?|bitter-?sweet|dark(?:er)?|melanchol\w+|bleak(?:er)?|bad(?:ly)?|unhapp(?:y|ily)|heartbreaking|bitter|quiet(?:er|ly)?|calm(?:er)?|somb(?:er|re)"  # noqa: E501
OPEN = r"open(?:[- ]ended)?|ambiguous(?:ly)?|cliff-?hanger|unresolved|mysterious(?:ly)?|unclear|on a question|uncertain|tense"  # noqa: E501
MOOD = rf"(?P<mood>{HAPPY}|{SAD}|{OPEN})"
OTHER = r"(?:change|improve|better|new|different|stronger|another|other|rework|fix|alternative|alternate|rewrite|redo|replace|rethink|swap|surprising|unexpected|more satisfying|don't like|do not like|hate|not happy with|dislike|not sure about|weak|flat|boring|disappoint\w*|predictable|lame|doesn't work|unsatisfying|abrupt|obvious|meh|punchier|memorable|clich\w+|stinks|sucks|bad|dull|better)"  # noqa: E501
LAST = r"(?:ending|end|last (?:shot|image|frame|picture)|final (?:shot|image|frame|picture)|closing (?:shot|image|frame|picture)|finale|conclusion|outcome)"  # noqa: E501
TEXT = r"(?P<text>[^.;]+)"
WORDS = (
    rf"\b(?:end|ends|finish|finishes|close|closes|conclude|wrap up|leave|ending)(?:ing)?(?: {IT})?(?: off)?(?: (?:with|on|by|when|where|as|at|in|of))+ {TEXT}",  # noqa: E501
    rf"\b(?:the )?{LAST}(?: of {IT})? (?:should|could|must|needs to|has to|can|to)?(?: be| show| shows| have| has| is| with| where| in which| when| of| on| feature| include|: )+(?: that| of| on| with| where| when)? ?{TEXT}",  # noqa: E501
    rf"\b(?:make|change|turn|replace|rewrite|swap|set)(?: the)? {LAST}(?: (?:to|into|with|so|by|for|be|show|of|that|on|such that))+(?: that| show)? {TEXT}",  # noqa: E501
    rf"\b(?:another|a different|a new|an alternative|different|new|alternate|an|a|with an?) (?:ending|finale|last shot|final shot|last image|closing shot)(?: (?:where|in which|with|of|when|that shows|showing|on|that has))+ {TEXT}",  # noqa: E501
    rf"\b(?:in|at|for) (?:the (?:very )?(?:end|last (?:shot|moment|image|frame)|final (?:shot|moment)|finish))[,:]? {TEXT}",  # noqa: E501
    rf"\b(?:have|let|make|show|see|want) {TEXT.replace('[^.;]+', '[^.;§]+?')} (?:in|at|for) the (?:very )?(?:end|finish)\b",  # noqa: E501
    rf"^\W*{TEXT.replace('[^.;]+', '(?:she|he|they|the [^.;§]+?|[A-Z][^.;§]+?) (?:should|must|could|has to|needs to|finally|to)? ?[^.;§]+?')} (?:in|at) the (?:very )?end\b",  # noqa: E501
    rf"^\W*(?:the )?last (?:shot|image|picture|frame)[:,]? {TEXT}",
)
MOODS = (
    rf"\b(?:make|give|have|want|turn|let|end|need|with|add|use|change|prefer)\b[^.;]*?\b{MOOD}(?:,? (?:and )?\w+)? (?:{LAST}|end|note)\b",  # noqa: E501
    rf"\b(?:make|turn|change|let|have|keep)(?: the)? {LAST}(?: (?:be|feel|a|more|bit|little|much|to|into|something|on|less|note|far|way|very|one))* {MOOD}\b",  # noqa: E501
    rf"^\W*(?:a |an |the )?(?:more |much )?{MOOD} {LAST}\b",
    rf"\b(?:the )?{LAST} (?:should|could|must|needs to|has to|is|feels?|to)(?: (?:be|feel|end|more|much|a|bit|less|too))* {MOOD}\b",  # noqa: E501
    rf"\b(?:end|ends|finish|close|turn out|wrap up)(?:s|ing)?(?: {IT})?(?: (?:on|with|in|more|very|a|an|something|out))* {MOOD}(?: (?:note|way|ending|moment|image))?\b",  # noqa: E501
    rf"\b(?:let|have|make) {IT} (?:all )?(?:end|turn out|finish) (?:more )?{MOOD}\b",
    r"\bhappily ever after\b(?P<mood>)",
)
PLAIN = (
    rf"\b{OTHER}[\w ,']*?(?:\bthe )?\b{LAST}\b|\b(?:the )?{LAST}\b[\w ,']*?\b{OTHER}\b",
    rf"\b(?:the )?{LAST} (?:is|feels|should|needs|could|doesn't)[\w ']+",
    r"\b(?:end|finish) (?:it |the \w+ )?(?:differently|another way|in another way|some other way|stronger|better|otherwise)\b",  # noqa: E501
    r"\b(?:change|rethink|rework|don't like|do not like|hate|improve|rewrite|redo) (?:how|the way) (?:it|the \w+|this) (?:ends|finishes|concludes|closes)",  # noqa: E501
    r"\b(?:surprise|wow) (?:us|me|the audience) (?:at|in) the end\b",
)
TWIST = r"\b(?:add|give (?:it|us)|with|needs?|want|make|put|throw in|include|have|insert|end|finish|build in|work in|like)?\b[\w ]*?\b(?:(?:plot |story )?twist(?:ed|s)?|surprise|unexpected turn|(?:big |surprise |final |last-minute )reveal|a reveal|shock)\b(?: ending)?(?: at the end| in the end| ending| near the end)?|\b(?:surprising|shocking|unexpected|twist|surprise) (?:ending|turn|end)\b|\bsurprise (?:us|me|everyone|the audience)\b"  # noqa: E501
START = rf"\b(?:start|starts|open|opens|begin|begins|kick off|lead)(?:ing)?(?: {IT})?(?: off)?(?: (?:with|on|by|in|when|from|at|where))+ {TEXT}"  # noqa: E501
FIRST = (
    START,
    rf"\b(?:the )?(?:first|opening) (?:shot|image|frame|picture|thing we see)(?: of {IT})? (?:should|could|must|needs to|has to|is|to)?(?: be| show| shows| have| of| is)* {TEXT}",  # noqa: E501
    rf"\b(?:make|change)(?: the)? (?:first|opening) (?:shot|image|frame|picture) (?:to |into |be |a |show )+{TEXT}",
    rf"\b(?:the )?opening (?:should|could|must|to) (?:be|show|have) {TEXT}",
)
NEW_START = rf"\b{OTHER}[\w ,']*?(?:\bthe )?\b(?:opening|beginning|start|intro|hook|first shot)\b|\b(?:the )?(?:opening|beginning|start|intro|hook|first shot)\b[\w ,']*?\b{OTHER}\b"  # noqa: E501
HOLLOW = re.compile(
    r"^(?:it|that|this|differently|different|better|stronger|more|less|be|feel|§\d+§|longer|shorter|(?:an? )?(?:bang|twist|surprise|laugh|joke|smile|question))$",  # noqa: E501
    re.IGNORECASE,
)


def read(said: Said) -> Found | None:
    """A new first or last image, in the creator's words, in a mood, or just another one."""
    text = said.text
    for at, ref in enumerate(said.refs):
        mark = {"end": "the ending", "start": "the opening"}.get(ref.part)
        if mark:
            text = text.replace(f"§{at}§", mark)
    if re.search(r"\b(?:drop|remove|cut|delete|swap|merge|move|split|combine)\b", text, re.IGNORECASE) and "§" in text:
        return None
    piece = Said(text, said.story, said.cast, said.refs, said.quotes)
    return _twist(piece) or _end(piece) or _start(piece)


def _twist(said: Said) -> Found | None:
    match = said.search(TWIST)
    if match is None or not match.group().strip():
        return None
    if words := re.search(r"\btwist:? (?:where|in which|that|:|is that) (?P<text>[^.;]+)", said.text, re.IGNORECASE):
        return found(said, words, Wish("ending", (), (said.plain(words.group("text")), "")))
    return found(said, match, Wish("twist"))


def _end(said: Said) -> Found | None:
    for pattern in MOODS:
        if match := said.search(pattern):
            return found(said, match, Wish("ending", (), ("", mood_of(match.group("mood") or "happy"))))
    for pattern in WORDS:
        match = said.search(pattern)
        if match is None:
            continue
        text = said.plain(match.group("text"))
        if HOLLOW.match(text) or len(text) < 3:
            if re.search(r"\b(?:laugh|joke|bang|smile|question)\b", text):
                return found(said, match, Wish("ending", (), ("", "open" if "question" in text else "happy")))
            continue
        if re.search(r"^(?:more|less|too|a bit|much|so|very|not) ?\w*$", text):
            continue
        if re.match(r"(?:add|put|insert|include|have|show|move|let|make|make it|drop|remove)\b", text) and not re.match(
            r"(?:have|show|let|make) (?:the|her|him|them|[A-Z])", text
        ):
            continue
        text = re.sub(
            r"^(?:have|show|let|make|we see|there (?:is|should be)|see|it's) (?=(?:the|a|an|her|him|them|she|he|[A-Z]))",  # noqa: E501
            "",
            text,
        )
        return found(said, match, Wish("ending", (), (text, "")))
    for pattern in PLAIN:
        if match := said.search(pattern):
            return found(said, match, Wish("ending", (), ("", "")))
    return None


def _start(said: Said) -> Found | None:
    for pattern in FIRST:
        match = said.search(pattern)
        if match is None:
            continue
        text = said.plain(match.group("text"))
        if HOLLOW.match(text) or "§" in match.group("text"):
            continue
        return found(said, match, Wish("start", (), (text,)))
    if match := re.search(NEW_START, said.text, re.IGNORECASE):
        return found(said, match, Wish("start", (), ("",)))
    return None


def mood_of(word: str) -> str:
    """The kind of ending a word asks for: happy, sad, open."""
    for mood, words in (("sad", SAD), ("open", OPEN), ("happy", HAPPY)):
        if re.fullmatch(words, word, re.IGNORECASE):
            return mood
    return "happy"


def pictured(room: Draftroom, said: str) -> str:
    """The creator's words as an action that stands alone."""
    text = re.sub(
        r"^(?:a |an |the )?(?:(?:extreme |big )?close-?up|wide shot|shot|image|picture|view|long shot|moment|scene) (?:of|on|where|showing|with) ",  # noqa: E501
        "",
        said,
        flags=re.IGNORECASE,
    )
    return sentence(resolved(room, text))


def ending(room: Draftroom, wish: Wish) -> None:
    """Another last shot."""
    last = room.last()
    text, mood = wish.words
    final = last.shots[-1]
    if text:
        action = pictured(room, text)
        size = (
            "close-up"
            if re.search(r"\bclose-?up\b", text, re.IGNORECASE)
            else "wide"
            if re.search(r"\bwide\b", text, re.IGNORECASE)
            else final.size
        )
        final = replace(final, size=size)
    else:
        being = room.being_in(last)
        rows = table("tones")[f"endings_{mood}" if mood else "endings"]
        pool = [fill(each, Binding(being)) for each in rows["being"]] if being is not None else []
        told = room.told()
        fresh = [each for each in pool if each and each not in told] or [
            each for each in rows["place"] if each not in told
        ]
        action = room.dice.pick(fresh or rows["place"], "ending")
    speaks = final.line and final.speaker in named_in(room, action)
    new = replace(final, action=action, who=named_in(room, action))
    room.put_shot(last, new if speaks or not final.line else replace(new, line="", speaker=""))


def twist(room: Draftroom, wish: Wish) -> None:
    """A last image that turns the story round: the helper did it, there are two, the frame widens."""
    last = room.last()
    being = room.being_in(last)
    rows = table("tones")["twists"]
    pool = [text for each in rows["being"] if being is not None and (text := fill(each, Binding(being)))] or list(
        rows["place"]
    )
    told = room.told()
    text = room.dice.pick([each for each in pool if each not in told] or pool, "twist")
    final = last.shots[-1]
    who = named_in(room, text)
    if final.caption or len(last.shots) == 1:
        room.put(insert_shot(room, last, len(last.shots) - (1 if final.caption else 0), text, who))
        return
    room.put_shot(last, replace(final, action=text, who=who, line="", speaker=""))


def start(room: Draftroom, wish: Wish) -> None:
    """Open on something: a new first shot."""
    scene = room.story.scenes[0]
    text = wish.words[0]
    if text:
        action = pictured(room, text)
        room.put(insert_shot(room, scene, 0, action, named_in(room, action)))
        return
    being = room.being_in(scene)
    rows = table("days")["animal" if being is not None and being.kind == "animal" else "person"]
    told = room.told()
    tried = [fill(each, Binding(being)) for each in room.dice.shuffled(rows, "start")] if being is not None else []
    action = next((each for each in tried if each and each not in told), "") or sentence(
        f"{room.place_name(scene)}, from high above"
    )
    first: Shot = scene.shots[0]
    room.put_shot(scene, replace(first, action=action, who=named_in(room, action), line="", speaker=""))
