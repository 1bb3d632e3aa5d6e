"""Notes about how long the film or a scene lasts."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.changing.wording import N, number_in
from dailies.adapters.providers.rehearsal.writer.shots import share_seconds

SECONDS = rf"(?P<n>\d+(?:[.,]\d+)?|{N}|half a|an?(?= (?:half )?minute)|a couple of|a few)(?: more| extra| fewer| less)?[ -]?(?P<unit>s|secs?|seconds?|minutes?|mins?)\b"  # noqa: E501
SHORTER = r"(?:short(?:er)?|less|fewer|off|tighter)"
FILM = r"(?:it|this|that|the (?:whole )?(?:film|video|ad|story|movie|thing|clip|spot|piece|commercial|cut|running time|runtime|length|duration)|everything|total)"  # noqa: E501
PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "half",
        r"\b(?:half as long|half (?:the|its|of the|that|of its) (?:length|duration|time|running time|runtime)|(?:cut|chop|bring) (?:it|the \w+|§\d+§) (?:down )?(?:in|by|to) half|halve(?: (?:it|the \w+(?: of \w+)?))?|half its size)",  # noqa: E501
    ),
    (
        "shorter",
        rf"\b(?:shave|lose|drop|remove|take|knock|chop|cut out|trim) (?:off |out |away )?(?:about |around |another |the last |the first )?{SECONDS}(?! (?:version|film|cut))",  # noqa: E501
    ),
    (
        "to",
        rf"\b(?:no longer|not longer|no more|shorter|less|under|below|at most|max(?:imum)?|up to)(?: than)? {SECONDS}",
    ),
    ("to", r"\b(?P<n>an?|one|two|\d+)[ -](?P<unit>minutes?|mins?)(?: long\b|$)(?! longer)"),
    ("longer", rf"\b(?:{SECONDS}) (?:long(?=er)er|more|extra|additional|added|on top)\b(?! than)"),
    ("shorter", rf"\b(?:{SECONDS}) {SHORTER}\b"),
    (
        "longer",
        rf"\b(?:longer|extend|extended|lengthen|stretch|grow|increase|pad|prolong)\b[^§.;]*? by (?:about |around |another )?{SECONDS}",  # noqa: E501
    ),
    (
        "longer",
        rf"\b(?:add|gain|give (?:it|me|us|§\d+§|the \w+)|with|need|hold|leave)\b(?: (?:another|an extra|on|it|for))* (?:another |an extra |about |an additional )?(?P<n>\d+|{N}|a couple of|a few) (?:more |extra |additional )?(?P<unit>s|secs?|seconds?)\b(?! (?:film|video|ad|spot))",  # noqa: E501
    ),
    ("longer", rf"\banother {SECONDS}|\b(?P<n2>{N}) (?:more|extra|additional) (?P<unit2>seconds?|secs?|s)\b"),
    (
        "shorter",
        rf"\b(?:shorter|shorten|trim|cut|reduce|tighten|shave|lose|drop|remove|take|knock|chop)\b[^.;]*? by (?:about |around )?{SECONDS}",  # noqa: E501
    ),
    (
        "shorter",
        rf"\b(?:shave|lose|drop|remove|take|knock|chop|trim|cut)(?: (?:off|out|away))? (?:about |around |the )?{SECONDS}(?: (?:off|from|out|away))",  # noqa: E501
    ),
    (
        "to",
        rf"\b(?:from \d+ ?(?:s|secs?|seconds?)? )?(?:to|in(?:to)?|of|at|about|around|roughly|exactly|only|just|be|is|last|lasts|lasting|run|runs|for|within|it|total|down to|up to|of about|around)? ?(?:a |the )?(?:total of |about |around |exactly |only |just |roughly )?{SECONDS}(?: (?:long|total|in total|version|cut|film|video|spot|ad|max|overall|tops|or less|instead of \d+\w*(?: \w+)?))*",  # noqa: E501
    ),
    (
        "half",
        r"\b(?:half as long|half (?:the|its|of the|that|of its) (?:length|duration|time|running time|runtime)|(?:cut|chop|bring) (?:it|the \w+|§\d+§) (?:down )?(?:in|by|to) half|halve(?: (?:it|the \w+(?: of \w+)?))?|50 ?% shorter)",  # noqa: E501
    ),
    (
        "double",
        r"\b(?:twice (?:as long|the (?:length|duration|time))|double (?:the |its )?(?:length|duration|running time|time|it|as long)|two times (?:as long|longer)|100 ?% longer)",  # noqa: E501
    ),
    ("third", r"\b(?:a|one) third (?:shorter|off)|\bby (?:a|one) third\b"),
    ("percent", r"\b(?P<p>\d{1,3}) ?(?:%|percent) (?P<way>shorter|longer)"),
    (
        "much",
        rf"\b(?:{FILM}|§\d+§|overall|just|make|a bit|much|way|it's|(?:is|feels|runs|seems) (?:far |much |way )?too)?\s*(?:(?:be|is|a bit|a little|somewhat|slightly|a lot|much|far|way|even|made|too|get) )*\b(?P<way>shorter|longer|too long|too short)(?! (?:lines?|dialogue|sentences?|words?|descriptions?|actions?|captions?|shots?|hair|title|than|dress|coat|beard|names?|speech\w*|text))\b",  # noqa: E501
    ),
    (
        "much",
        rf"\b(?P<way>shorten|lengthen|extend|condense|compress|trim|tighten|prolong|stretch)(?: (?:out|up|down))? (?:{FILM}|§\d+§)(?: (?:a bit|a little|out|up|down|some|slightly))*",  # noqa: E501
    ),
    (
        "much",
        r"\b(?P<way>cut|trim|bring|boil|tighten) (?:it|this|the (?:film|video|story|whole thing)|§\d+§) (?:down|back|short|up)\b",  # noqa: E501
    ),
    ("much", r"\b(?P<way>(?:drags|drags on|goes on (?:for )?too long|takes too long|is over too (?:quickly|soon)))\b"),
    (
        "much",
        r"\b(?:give|allow|leave) (?:it|§\d+§|the \w+) (?P<way>more time|longer|room|more room to breathe|some room)\b",
    ),
    ("much", r"\b(?P<way>more|less) time (?:for|on|in|with) §\d+§"),
)
SHRINKING = (
    "short",
    "condense",
    "compress",
    "trim",
    "tighten",
    "cut",
    "bring",
    "boil",
    "too long",
    "drags",
    "goes on",
    "takes too",
    "less",
)


def read(said: Said) -> Found | None:
    """A length in seconds, or how much more or less, for the film or for the scenes named."""
    if said.search(
        r"\b(?:after|until|for the|in the|within the|at) (?:first |last )?\d+ ?(?:seconds|s|sec)\b(?! (?:long|in total))"  # noqa: E501
    ) and said.search(r"\b(?:show|appears?|say|product|logo)\b"):
        return None
    for how, pattern in PATTERNS:
        match = said.search(pattern)
        if match is None or re.search(r"\b(?:1[5-9]|20)\d\d ?s\b", match.group()):
            continue
        groups = match.groupdict()
        amount = ""
        if number := groups.get("n") or groups.get("n2"):
            count = float(number.replace(",", ".")) if number[0].isdigit() else number_in(number) or 0.5
            minute = (groups.get("unit") or groups.get("unit2") or "s").lower().startswith("min")
            amount = f"{count * (60 if minute else 1):g}"
        if (
            how == "to"
            and said.search(
                rf"\b(?:cut|chop|trim|take|shave) {re.escape(match.group().strip())}(?:$| (?:from|off|out))"
            )
            and not match.group().strip().startswith(("to", "in", "at", "down"))
        ):
            how = "shorter"
        if how == "percent":
            part = int(groups["p"]) / 100
            how, amount = "times", f"{1 - part if groups['way'].lower() == 'shorter' else 1 + part:g}"
        if how in {"half", "double", "third"}:
            how, amount = "times", {"half": "0.5", "double": "2", "third": "0.67"}[how]
        if how == "much":
            way = groups["way"].lower()
            shrinks = way.startswith(SHRINKING) and way != "too short"
            how, amount = "times", "0.7" if shrinks else "1.4"
        scenes = said.scenes() or said.whole
        where = scenes if len(scenes) < len(said.story.scenes) else ()
        return found(said, match, Wish("length", where, (how, amount), shots=said.shots()))
    return None


def follow(room: Draftroom, wish: Wish) -> None:
    """Give the film, a scene or a shot its new length."""
    how, amount = wish.words[0], float(wish.words[1])
    if wish.scenes:
        _scenes(room, wish, how, amount)
        return
    now = room.seconds
    seconds = {"to": amount, "longer": now + amount, "shorter": now - amount, "times": round(now * amount)}[how]
    if not 5 <= seconds <= 180:
        raise refusal(f"A film lasts from 5 to 180 seconds; this would be {seconds:g}.")
    if seconds == now:
        raise refusal(f"The film is {now:g} seconds long already.")
    room.seconds = round(seconds * 2) / 2
    _thinned(room)


def _thinned(room: Draftroom) -> None:
    """Fit the shots into the film's seconds; shots that no longer fit go, never the first or the last."""
    scenes = list(room.story.scenes)
    while sum(len(scene.shots) for scene in scenes) * 1.5 > room.seconds and any(
        len(each.shots) > 1 for each in scenes
    ):
        at = max(range(len(scenes)), key=lambda index: len(scenes[index].shots))
        shots = list(scenes[at].shots)
        spare = [shot for shot in shots[1:] if not shot.caption] or shots[1:]
        shots.remove(min(spare, key=lambda shot: (bool(shot.line), shot.seconds)))
        scenes[at] = replace(scenes[at], shots=tuple(shots))
    while len(scenes) > room.seconds:
        del scenes[len(scenes) // 2]
    room.retime(tuple(scenes))


def _scenes(room: Draftroom, wish: Wish, how: str, amount: float) -> None:
    """Change the length of some scenes; the film grows or shrinks by as much, and the other scenes stay."""
    for scene in room.targets(wish):
        shots = [shot for shot in scene.shots if not wish.shots or shot.id in wish.shots]
        now = sum(shot.seconds for shot in shots)
        seconds = {"to": amount, "longer": now + amount, "shorter": now - amount, "times": now * amount}[how]
        seconds = round(max(seconds, len(shots)) * 2) / 2
        if how in {"shorter", "times"} and seconds >= now and amount < 1:
            seconds = max(float(len(shots)), now - 0.5)
        times = dict(
            zip([shot.id for shot in shots], share_seconds([shot.seconds for shot in shots], seconds), strict=True)
        )
        room.put(
            replace(
                scene,
                shots=tuple(replace(shot, seconds=times.get(shot.id, shot.seconds)) for shot in scene.shots),
            )
        )
    if room.story.seconds != room.seconds:
        room.remarks.append(f"The film now lasts {room.story.seconds:g} seconds.")
    room.seconds = room.story.seconds
