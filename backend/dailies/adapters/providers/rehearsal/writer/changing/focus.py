"""Notes that want more of somebody or something."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.writer.changing.people import Cast, bare
from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom, insert_shot
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.figures import Figure
from dailies.adapters.providers.rehearsal.writer.lexicon import class_of, places, roles, table
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.adapters.providers.rehearsal.writer.words import singular

WHO = r"(?P<who>[\w'-]+(?: [\w'-]+){0,5}?)"
END = r"(?=\s*(?:$|[,.;!?]| in §| in the (?:film|story|video)\b| throughout\b| than\b| instead\b| rather\b| and less\b| on screen| more\b| a lot\b| from the\b| as well\b| across\b))"  # noqa: E501
PATTERNS = (
    rf"\b(?:focus|concentrate|centre|center|zero in|home in|emphasi[sz]e|emphasis|spotlight|attention|highlight|dwell)(?:es|ed|ing)?(?: (?:it|the (?:film|story|video|ad)|things|more|mainly|mostly|everything|§\d+§))*(?: (?:on|upon|around|to))? {WHO}{END}",  # noqa: E501
    rf"\bmore (?:shots? of|scenes? with|scenes? of|about|of|focus on|time (?:with|for|on)|screen ?time (?:for|to|with)|emphasis on|attention (?:to|on|for)|room for|moments? (?:with|for|of)|on|close-?ups? of|presence (?:of|for)|prominence (?:for|to)) {WHO}{END}",  # noqa: E501
    rf"\b(?:show|see|feature|use|have|include|involve|get|want|need|give|hear|like)(?: (?:me|us|a lot|lots|much|even|some))* more (?:of |from |about |with )?{WHO}{END}",  # noqa: E501
    rf"\bgive {WHO} (?:more|a (?:bigger|larger|better|stronger|more \w+)|bigger|extra|greater)\b(?: (?:role|part|to do|room|space|weight|screen ?time|time|scenes|shots|attention|presence|prominence|things to do|(?:moments?|importance)))*",  # noqa: E501
    rf"\bgive (?:more|extra|a (?:bigger|larger) (?:role|part))(?: (?:time|room|space|weight|screen ?time|shots|attention|presence|prominence))? to {WHO}{END}",  # noqa: E501
    rf"\bmake (?:it|this|the (?:film|story|video|whole thing)|§\d+§)(?: (?:all|more|mostly|mainly|really))* about {WHO}{END}",  # noqa: E501
    rf"\bmake {WHO} (?:the (?:star|hero|centre|center|focus|main \w+|lead|protagonist|heart)|more (?:prominent|important|visible|present|central|active)|bigger|a bigger part|stand out)\b(?: (?:of|in) (?:it|the \w+|this))?",  # noqa: E501
    rf"\b{WHO} (?:should|could|must|needs?|deserves?|has|wants?)(?: to)?(?: (?:be|have|get|appear|play|show up|do|come|feature|seen|given|become))*(?: (?:a|the))? ?(?:more(?: (?:often|prominent|important|visible|present|screen ?time|time|to do|space|central|of a \w+))?|bigger (?:role|part)|larger (?:role|part)|star(?: of \w+)?|main (?:character|focus)|focus|hero|centre of attention|in more (?:shots|scenes))\b",  # noqa: E501
    rf"\b(?:tell|show|see|follow)(?: (?:it|the (?:story|film|whole thing)))?(?: more)? (?:from|through) {WHO}(?:'s|s')? (?:point of view|perspective|eyes|view|side|angle)",  # noqa: E501
    rf"\b(?:show|feature|see|use|follow|have|include|mention|highlight) {WHO} (?:a (?:bit|little|lot) |much )?more\b(?: (?:often|prominently|closely|clearly|strongly|centrally|in it|on screen))*",  # noqa: E501
    rf"\b(?:put|place|keep|move) {WHO} (?:at|in|into|to) (?:the )?(?:very )?(?:cent(?:re|er)|heart|middle|foreground|focus|spotlight|limelight)(?: of (?:it|things|everything|the \w+|attention))?",  # noqa: E501
    rf"\b{WHO} (?:is|as|be|becomes?|should be|must be) (?:the |our )?(?:real |true )?(?:star|hero|heroine|main character|protagonist|lead|focus|centre|center|heart)\b(?: of (?:it|the \w+|this))?",  # noqa: E501
    rf"\b{WHO} (?:matters?|counts?|is) more (?:important )?than [\w ]+",
    rf"\bmore (?:to do |work |room |space |action )?for {WHO}{END}",
    rf"\b(?:see|seen|show|shows|have|there's|there is|get) (?:not |far |way )?(?:too little|enough|so little)(?: of)? {WHO}{END}",  # noqa: E501
    rf"\b{WHO} (?:feels|is|seems|gets) (?:under-?used|lost|forgotten|neglected|sidelined|too small|invisible|barely there|hardly there|missing)\b",  # noqa: E501
    rf"\b(?:more|bigger) {WHO}{END}",
    rf"\b(?:not|isn't|too little|never|hardly)(?: (?:seeing|see|enough|much|sees?|there's))+(?: of)? {WHO}{END}",
    rf"\bfollow {WHO}(?: more(?: closely)?| closely| around)?{END}",
)
ANY = (
    "{S}, close, and everything behind out of focus.",
    "{S} from a low camera, filling the frame.",
    "{S} again, from the side, against the light.",
)
"""Pictures that fit everybody, for who has no others left."""


def read(said: Said) -> Found | None:
    """Who or what is to be seen more; only somebody or something the story has, or a thing it plainly asks for."""
    for pattern in PATTERNS:
        match = said.search(pattern)
        if match is None:
            continue
        who = said.plain(match.group("who"))
        entity = said.cast.meant(who)
        if entity is None and _told_of(said, who):
            return found(said, match, Wish("focus", said.scenes(), (who,), (), apart=said.apart))
        if entity is not None:
            return found(
                said, match, Wish("focus", said.scenes(), (match.group("who"),), (entity.id,), apart=said.apart)
            )
    match = said.search(rf"\b(?:more (?:about|of)|focus on) {WHO}{END}")
    if match and bare(match.group("who")).split()[-1] not in {
        "it",
        "dialogue",
        "this",
        "that",
        "that's",
        "line",
        "lines",
        "scene",
        "scenes",
    }:
        return found(said, match, Wish("focus", said.scenes(), (match.group("who"),)))
    return None


def _told_of(said: Said, who: str) -> bool:
    """Whether the story speaks of the thing, though it has no look of its own."""
    head = singular(bare(who).split()[-1]) if bare(who) else ""
    if len(head) < 3 or class_of(head) in {"", "abstract"} and head not in said.story.logline.lower():
        return False
    every = " ".join([said.story.logline, *(shot.action for _, shot in said.story.shots())]).lower()
    return re.search(rf"\b{re.escape(head)}(?:s|es)?\b", every) is not None


def follow(room: Draftroom, wish: Wish) -> None:
    """More of somebody or something: a shot of their own in up to three scenes."""
    figure = _figure(room, wish)
    changed = 0
    for scene in room.targets(wish):
        told = room.told()
        rows = [*room.dice.shuffled(about(figure), scene.id, "focus"), *ANY]
        texts = [
            text
            for each in rows
            if (text := fill(each, Binding(figure, figure, product=figure)) or plainly(each, figure))
        ]
        fresh = [each for each in texts if each not in told and figure.text.lower() in each.lower()]
        # Whose shot it is comes first in it; another picture of them is better than none.
        text = next((each for each in fresh if each.lower().startswith(figure.text.lower())), next(iter(fresh), ""))
        if text and changed < 3:
            who = (figure.key,) if figure.kind not in {"place", "other"} else ()
            room.put(insert_shot(room, scene, 1 if len(scene.shots) > 1 else 0, text, who))
            changed += 1
    if not changed:
        raise refusal(f"I have nothing more to show of {figure.text}. Say what happens: “add a scene where …”.")


def _figure(room: Draftroom, wish: Wish) -> Figure:
    """Who or what is meant: one of the cast, or something the film or its brief speaks of."""
    if wish.whom:
        return room.figure(room.entity_of(wish.whom[0]))
    name = bare(wish.words[0])
    head = singular(name.split()[-1])
    in_brief = re.search(rf"\b{re.escape(head)}(?:s|es)?\b", room.brief.prompt, re.IGNORECASE)
    if Cast(room.story).meant(name) is None and (room.says(name) or room.says(head) or in_brief):
        said = name if wish.words[0][:1].isupper() and not wish.words[0].startswith("The ") else f"the {name}"
        return Figure("", "other", head, said, class_of(head))
    return room.figure(room.entity_named(wish.words[0]))


def plainly(template: str, figure: Figure) -> str:
    """A template without a guard, for figures that do nothing themselves."""
    if template not in ANY:
        return ""
    return template.replace("{S}", figure.text[:1].upper() + figure.text[1:])


def about(figure: Figure) -> list[str]:
    """Templates about a figure, the most particular first."""
    if figure.kind == "other":
        return list(ANY)
    if figure.kind == "place":
        row = places().get(figure.noun) or places().get(figure.key)
        own = [f"{{S}}: {each}." for each in (*row.detail, *row.air)] if row else []
        return [each.replace("{S}", figure.text) for each in own]
    if figure.kind == "thing":
        row_of = table("nouns").get(class_of(figure.noun))
        own = [*row_of["detail"], *row_of["rest"]] if row_of else []
        return [*own, *table("days")["thing"], *table("days")["hands"]]
    beast = table("beasts").get(figure.noun)
    if figure.kind == "animal":
        return [*(beast["day"] if beast else ()), *table("days")["animal"]]
    role = roles().get(figure.noun) or roles().get(figure.text.removeprefix("the "))
    return [*(role.day if role else ()), *table("days")["person"]]
