"""Notes about what is said: lines, captions, more or less of either."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.people import Cast
from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.lexicon import table
from dailies.adapters.providers.rehearsal.writer.words import sentence
from dailies.domain.story import Entity, Scene, Shot

WHO = r"(?P<who>her|him|them|it|she|he|they|(?:the |our )?[\w'-]+(?: (?!say|should|must|to\b)[\w'-]+)?)"
SAY = r"(?:say|says|said|whisper|shout|ask|answer|reply|yell|mutter|murmur|tell (?:us|him|her|them)|call out|exclaim|scream|mumble|announce|respond|speak|saying|cry)(?:s|es|ing)?"  # noqa: E501
TALK = r"(?:dialogues?|dialogs?|lines?|talking|talk|words|speech|speaking|spoken (?:words|lines|text)|chatter|conversations?|voice-?overs?|narration|chat|talks?|spoken|speeches|speak)"  # noqa: E501
CAPTION = r"(?:captions?|subtitles?|on-?screen text|titles? on screen|text on screen|text|super|lower third)"
SAYS = (
    rf"\b(?:make|have|let|get|want|need|see|hear) {WHO} (?:to )?{SAY}(?: to \w+)?(?: that| something like| something|:|,)* «(?P<q>\d+)»",  # noqa: E501
    rf"\b{WHO} (?:should|must|could|needs to|has to|can|will|to|might|would)(?: \w+)? {SAY}(?: that| something like|:|,)* «(?P<q>\d+)»",  # noqa: E501
    rf"\b{WHO} {SAY}(?::|,)? «(?P<q>\d+)»",
    rf"\bgive {WHO} (?:the |a |this )?(?:new |another )?(?:line|words?)(?: to say)?:? «(?P<q>\d+)»",
    rf"«(?P<q>\d+)» (?:should be |is |must be |to be |could be )?(?:said|spoken|whispered|shouted) by {WHO}",
    rf"\b(?:let|have|make) «(?P<q>\d+)» be (?:said|spoken) by {WHO}",
    rf"\b(?:make|have|let|get) {WHO} (?:whisper|shout|say)(?: that)?[:,]? (?P<text>(?!something|nothing|less|more|it\b|anything)[^.;§«]+?)(?: in (?:the )?§\d+§)?$",  # noqa: E501
    rf"\b{WHO} (?:should|must|could) (?:say|whisper|shout)(?: that)?[:,]? (?P<text>(?!something|nothing|less|more|it\b|anything)[^.;§«]+?)(?: in (?:the )?§\d+§)?$",  # noqa: E501
)
SET_LINE = (
    rf"\b(?P<what>lines?|dialogues?|caption|quote|subtitle|text|voice-?over|{CAPTION})\b[^«]*?(?:to|with|by|should be|should read|should say|is|reads?|says?|:|as|be|into|for|must be|becomes|=)?:? «(?P<q>\d+)»",  # noqa: E501
    rf"«(?P<q>\d+)» (?:as|for)(?: the| a)?(?: new)? (?P<what>line|caption|subtitle|{CAPTION})",
    r"(?:in|on|for|at|over) §\d+§[^«]*?(?P<what>)(?:say|put|write|add|use|have|should say|should read|reads?|says?|:)+ «(?P<q>\d+)»",  # noqa: E501
    r"\b(?:add|put|write|insert|include|use)(?: the words?| the text| the)? «(?P<q>\d+)»(?P<what>)(?: (?:as|in|on|to|at|over) [^«]*)?$",  # noqa: E501
    r"\b(?P<what>line|caption)(?: (?:in|of|for) §\d+§)?(?: to|:| should be| should say| should read) (?P<text>[A-Z][^.;«§]+)$",  # noqa: E501
)
SOME = r"(?:less|fewer|not so (?:much|many)|reduce(?: the)?|cut down (?:on )?(?:the )?|cut back (?:on )?(?:the )?|go easy on (?:the )?|too (?:much|many)|trim(?: the)?|(?:half|some) of the|tone down the|minimi[sz]e(?: the)?)"  # noqa: E501
NONE = r"(?:no(?: more)?|without(?: any)?|zero|remove(?: all)?(?: of)?(?: the)?|delete(?: all)?(?: the)?|drop(?: all)?(?: of)?(?: the)?|cut(?: out)?(?: all)?(?: of)?(?: the)?|take out(?: all)?(?: of)?(?: the)?|get rid of(?: all)?(?: of)?(?: the)?|lose(?: all)?(?: the)?|kill(?: all)?(?: the)?|skip(?: the)?|don't (?:want|need|have)(?: any)?|not any|ditch(?: all)?(?: the)?|strip(?: out)?(?: all)?(?: the)?|leave out(?: all)?(?: the)?|scrap(?: all)?(?: the)?|omit(?: the)?|mute(?: the)?)"  # noqa: E501
RULES: tuple[tuple[str, str], ...] = (
    (
        "shorter",
        rf"\b(?:shorter|shorten|briefer|punchier|snappier|tighter|trim|cut down|tighten|crisper)(?: the| all(?: the)?| her| his| their| of)* {TALK}\b|\b(?:the |all |her |his |their )*{TALK} (?:should be|must be|are|is|needs? to be|be|feel)?(?: (?:too long|a bit|much|way|made|too))* ?(?:shorter|briefer|snappier|crisper|shortened|too long|long|wordy|more concise)\b|\bkeep the {TALK} short\b|\bless wordy\b|\bfewer words (?:in|per) (?:the |each )?lines?\b",  # noqa: E501
    ),
    (
        "none",
        rf"\b{NONE} (?:the )?(?:spoken )?{TALK}\b|\b(?:silent|wordless|dialogue-free|mute|speechless)\b|\b(?:nobody|no one|noone|no-one|none of them) (?:should |must |needs to )?(?:say|speak|talk)s?\b|\b(?:nobody|no one) (?:should |must )?(?:say|says) (?:anything|a word)|\bnot? (?:one )?(?:be )?(?:say|saying|speak|speaking|talk|talking)(?: anything| at all)?\b|\b(?:make|keep) (?:everyone|them|it|her|him|everybody|the \w+) (?:quiet|silent|say nothing|shut up)\b|\bsay(?:s)? nothing\b|\bwithout a word\b|\b(?:mute|silence) (?:him|her|them|everyone|it|the \w+)\b|\b(?:shouldn't|should not|must not|mustn't|doesn't need to) (?:say|speak|talk)",  # noqa: E501
    ),
    (
        "less",
        rf"\bcut (?:down|back) on (?:the )?{TALK}\b|\b{SOME} (?:the )?(?:spoken )?{TALK}\b|\btalk(?:s|ing)? (?:less|too much)\b|\bspeak(?:s|ing)? (?:less|too much)\b|\bsay(?:s)? less\b|\b(?:{TALK}) (?:is|are) too much\b",  # noqa: E501
    ),
    (
        "more",
        rf"\b(?:more|add(?: some| more| a)?|extra|some|another|additional|give (?:her|him|them|it|the [\w]+|[A-Z]\w+) (?:a|some|more|another)|needs? (?:a|some|more)|insert (?:a|some)|there should be (?:more )?|a new) (?:spoken )?(?:{TALK})\b|\b(?:speak|talk|say)s? (?:more|something)\b|\blet (?P<who>her|him|them|the \w+|[A-Z]\w+) (?:speak|talk|say something)\b",  # noqa: E501
    ),
    (
        "other",
        r"\b(?:change|replace|rewrite|rework|redo|improve|better|different|another|new|other|funnier|wittier|swap|update|fix|stronger|more natural|warmer|darker|sharper|less cheesy|polish)(?: the| her| his| all| a| their| spoken| some| all the| of| [\w]+'s| last| first| final| opening| closing)* (?:dialogues?|dialogs?|lines?|words)\b|\b(?:dialogue|lines?) (?:is|are|feels?|sounds?|should|could|needs?)\b[\w ]*",  # noqa: E501
    ),
)
NO_CAPTION = rf"\b{NONE} (?:the )?{CAPTION}\b|\b{SOME} {CAPTION}\b"
CHANGED_QUOTE = r"(?:change|replace|swap|turn|make|instead of|switch)[^«]*«(?P<a>\d+)»[^«]*?(?:to|with|by|for|into|should be|:|say|use|->)[^«]*«(?P<b>\d+)»"  # noqa: E501
NOT_MINE = r"\b(?:title|call to action|cta|tagline|slogan|end card|name|rename|call it|call the|titled)\b"


def read(said: Said) -> Found | None:
    """Words put into a mouth or a caption; fewer, more, shorter, other or no words."""
    if said.search(NOT_MINE) and not said.search(rf"\b{SAY}\b"):
        return None
    where = said.scenes() or said.whole
    if match := said.search(CHANGED_QUOTE):
        old, new = said.quotes[int(match.group("a"))], said.quotes[int(match.group("b"))]
        return found(said, match, Wish("line", where, ("replace", old, new)))
    for pattern in SAYS:
        match = said.search(pattern)
        if match is None:
            continue
        groups = match.groupdict()
        who = said.cast.meant(said.plain(groups["who"]), places=False)
        if groups["who"].lower() in {"it", "caption", "the caption", "the line", "line"} and said.search(
            r"\bcaption|\bline\b"
        ):
            continue
        text = said.quotes[int(groups["q"])] if groups.get("q") else sentence(said.plain(groups["text"]))
        text = text if groups.get("q") else text.removesuffix(".")
        return found(
            said,
            match,
            Wish("line", where, ("say", said.plain(groups["who"]), text), (who.id,) if who else (), apart=said.apart),
        )
    for pattern in SET_LINE:
        match = said.search(pattern)
        if match is None:
            continue
        groups = match.groupdict()
        text = said.quotes[int(groups["q"])] if groups.get("q") else said.plain(groups["text"])
        what = "caption" if re.search(rf"\b{CAPTION}\b|on screen", said.text, re.IGNORECASE) else "line"
        speaker = _speaker(said)
        last = bool(said.search(r"\b(?:last|final|closing) (?:line|caption|words?)\b"))
        first = bool(said.search(r"\b(?:first|opening) (?:line|caption|words?)\b"))
        which = "last" if last else "first" if first else ""
        return found(said, match, Wish("line", where, (what, text, which), (speaker,) if speaker else (), said.shots()))
    if match := said.search(NO_CAPTION):
        return found(said, match, Wish("line", where, ("no caption",), apart=said.apart))
    for how, pattern in RULES:
        match = said.search(pattern)
        if match is None:
            continue
        if how == "other" and said.search(r"\bline (?:up|of)\b"):
            continue
        speaker = _speaker(said)
        return found(said, match, Wish("dialogue", where, (how,), (speaker,) if speaker else (), apart=said.apart))
    return None


def _speaker(said: Said) -> str:
    """Who the piece is about, when it says so."""
    if match := said.search(r"\b(?:make|have|let|give|for|of|by) (?P<who>her|him|the [\w-]+|[A-Z][\w'-]+)\b"):
        if re.match(
            r"(?:the (?:line|caption|dialogue|last|first|text|words|scene|film|story|whole)|it$|them$|every|no|some|any|all|more|less|lines?$|dialogue|a$|the$|there)",  # noqa: E501
            match.group("who"),
            re.IGNORECASE,
        ):
            return ""
        entity = said.cast.meant(match.group("who"), places=False)
        return entity.id if entity is not None else ""
    if match := said.search(
        r"\b(?P<who>[A-Z][\w-]+|the [\w-]+|her|his)(?:'s)? (?:lines?|words|dialogue|should|shouldn't|must|talks?|speaks?|says?)\b"  # noqa: E501
    ):
        entity = said.cast.meant(match.group("who"), places=False)
        return entity.id if entity is not None and entity.kind != "place" else ""
    return ""


def line(room: Draftroom, wish: Wish) -> None:
    """Set, exchange or take out a spoken line or caption."""
    what = wish.words[0]
    if what == "say":
        _say(room, wish)
    elif what == "replace":
        _replace(room, wish)
    elif what == "no caption":
        _no_captions(room, wish)
    else:
        _set(room, wish)


def _set(room: Draftroom, wish: Wish) -> None:
    what, text, which = wish.words
    scenes = room.targets(wish)
    holds = [
        (scene, shot) for scene in scenes for shot in scene.shots if (shot.caption if what == "caption" else shot.line)
    ]
    if wish.shots:
        holds = [(scene, shot) for scene in scenes for shot in scene.shots if shot.id in wish.shots]
    if wish.scenes and not wish.shots:
        for scene in scenes:
            own = [shot for each, shot in holds if each.id == scene.id]
            chosen = own[-1 if which == "last" else 0] if own else _fitting(room, scene, what, wish.whom)
            _put_words(room, scene, chosen, what, text, wish.whom)
        return
    if wish.whom:
        holds = [pair for pair in holds if pair[1].speaker in wish.whom] or holds
    if holds:
        scene, shot = holds[0 if which == "first" or wish.shots else -1] if which or len(holds) > 1 else holds[0]
        _put_words(room, scene, shot, what, text, wish.whom)
        return
    scene = scenes[0 if which == "first" else -1]
    _put_words(room, scene, _fitting(room, scene, what, wish.whom), what, text, wish.whom)


def _fitting(room: Draftroom, scene: Scene, what: str, whom: tuple[str, ...]) -> Shot:
    if what == "caption":
        return scene.shots[-1]
    people = set(whom) or {each.key for each in room.figures() if each.kind == "person"}
    return next((shot for shot in scene.shots if people & set(shot.who)), scene.shots[-1])


def _put_words(room: Draftroom, scene: Scene, shot: Shot, what: str, text: str, whom: tuple[str, ...]) -> None:
    if what == "caption":
        room.put_shot(scene, replace(shot, caption=text))
        return
    people = {each.key for each in room.figures() if each.kind == "person"}
    speaker = next(iter(whom), "") or shot.speaker or next((key for key in shot.who if key in people), "")
    room.put_shot(scene, replace(shot, line=text, speaker=speaker))


def _replace(room: Draftroom, wish: Wish) -> None:
    """One quoted text for another, in lines, captions, titles and actions."""
    _, old, new = wish.words
    pattern = re.compile(re.escape(old.rstrip(".!?…")) + r"[.!?…]*", re.IGNORECASE)

    def said(text: str) -> str:
        return pattern.sub(lambda _: new, text)

    before = room.story
    scenes = []
    targets = {scene.id for scene in room.targets(wish)}
    for scene in before.scenes:
        shots = tuple(
            replace(shot, line=said(shot.line), caption=said(shot.caption), action=said(shot.action))
            for shot in scene.shots
        )
        scenes.append(replace(scene, title=said(scene.title), shots=shots) if scene.id in targets else scene)
    title = said(before.title) if not wish.scenes else before.title
    call = said(before.call_to_action) if not wish.scenes else before.call_to_action
    room.story = replace(before, title=title, call_to_action=call, scenes=tuple(scenes))
    if room.story == before:
        raise refusal(f"“{old}” is not said in this story.")


def _say(room: Draftroom, wish: Wish) -> None:
    """Let somebody say something, in a named scene or where they are seen without a line."""
    _, who, text = wish.words
    scenes = room.targets(wish)
    meant = wish.whom[0] if wish.whom else getattr(Cast(room.story).meant(who), "id", "")
    if not meant and wish.scenes:
        # Whoever isn't in the cast can still be heard.
        scene = scenes[0]
        shot = next((each for each in scene.shots if not each.line and not each.caption), scene.shots[-1])
        room.put_shot(scene, replace(shot, line=text, speaker=""))
        room.remarks.append(f"“{who}” is not in the cast, so the line is heard and nobody is seen to say it.")
        return
    entity: Entity = room.entity_of(meant) if meant else room.entity_named(who)
    pairs = [(scene, shot) for scene in scenes for shot in scene.shots if entity.id in shot.who]
    if not pairs and wish.scenes:
        pairs = [(scene, scene.shots[-1]) for scene in scenes]
    if not pairs:
        raise refusal(f"{entity.name} is not seen there. Say a scene that {entity.name} is in.")
    own = [pair for pair in pairs if pair[1].speaker == entity.id]
    free = [pair for pair in pairs if not pair[1].line and not pair[1].caption]
    scene, shot = (own or free or pairs)[0] if not wish.scenes else (own or free or pairs)[-1]
    room.put_shot(scene, replace(shot, line=text, speaker=entity.id))


def _no_captions(room: Draftroom, wish: Wish) -> None:
    for scene in room.targets(wish):
        room.put(replace(scene, shots=tuple(replace(shot, caption="") for shot in scene.shots)))


def dialogue(room: Draftroom, wish: Wish) -> None:
    """Less, more, shorter, other or no dialogue."""
    how = wish.words[0]
    scenes = room.targets(wish)
    spoken = [
        (scene, shot)
        for scene in scenes
        for shot in scene.shots
        if shot.line and (not wish.whom or shot.speaker in wish.whom)
    ]
    if how == "more":
        _more(room, wish, scenes)
        return
    if not spoken:
        raise refusal("Nobody speaks in those scenes.")
    if how == "shorter":
        for scene, shot in spoken:
            _rewrite(room, scene, shot, shorter(shot.line))
        return
    if how == "other":
        used = {shot.line for _, shot in room.story.shots()}
        pool = [each for key in ("funny", "warm", "tense", "playful") for each in table("tones")[key]["lines"]]
        fresh = [each for each in room.dice.shuffled(pool, "other line") if each not in used]
        for (scene, shot), text in zip(spoken, fresh, strict=False):
            _rewrite(room, scene, shot, text)
        return
    gone = spoken if how == "none" else spoken[::2]
    for scene, shot in gone:
        _rewrite(room, scene, shot, "")


def _rewrite(room: Draftroom, scene: Scene, shot: Shot, text: str) -> None:
    now = next(each for each in room.story.scenes if each.id == scene.id)
    room.put_shot(now, replace(shot, line=text, speaker=shot.speaker if text else ""))


def shorter(line: str) -> str:
    """The first sentence of a line, or its first part."""
    parts = re.split(r"(?<=[.!?…])\s+", line)
    if len(parts) > 1:
        return min(parts[:2], key=len) if len(parts[0].split()) > 4 else parts[0]
    head = re.split(r",\s+|\s+(?:and|but|because|so|that|when|where|who)\s+", line)[0]
    if head != line:
        return head.rstrip(".!?,") + "."
    words = line.rstrip(".!?").split()
    return " ".join(words[: max(1, len(words) - 2)]) + line[-1] if len(words) > 3 else line


def _more(room: Draftroom, wish: Wish, scenes: list[Scene]) -> None:
    used = {shot.line for _, shot in room.story.shots()}
    pool = [each for each in [*table("tones")["funny"]["lines"], *table("tones")["warm"]["lines"]] if each not in used]
    beings = {each.key for each in room.figures() if each.kind == "person" or each.key in wish.whom}
    lines = iter(room.dice.shuffled(pool, "more"))
    added = 0
    for scene in scenes:
        speakers = set(wish.whom) or beings
        free = [shot for shot in scene.shots if not shot.line and not shot.caption and speakers & set(shot.who)]
        if free and added < 2 and (text := next(lines, "")):
            speaker = next(key for key in free[0].who if key in speakers)
            room.put_shot(scene, replace(free[0], line=text, speaker=speaker))
            added += 1
    if not added:
        raise refusal("There is nobody in those scenes who could say something more.")
