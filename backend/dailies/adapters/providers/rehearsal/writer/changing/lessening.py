"""Notes that want less of somebody or something, or none of it."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.people import bare
from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.lexicon import places, table
from dailies.adapters.providers.rehearsal.writer.words import sentence, singular, title_case
from dailies.domain.story import Entity, Scene, Shot

WHO = r"(?P<who>[\w'-]+(?: [\w'-]+){0,5}?)"
END = r"(?=\s*(?:$|[,.;!?]| in (?:§|the (?:film|story|video|first|whole)|it)| from (?:§|the (?:film|story|whole|video)|it|everything|every)| (?:completely|entirely|altogether|please|everywhere|throughout|on screen|out|away|at all|anywhere|there|is|overall|a bit)\b| and (?:more|less)\b))"  # noqa: E501
SOME = (
    rf"\b(?:less (?:of |about |focus on |time (?:on|with|for) |screen ?time for |emphasis on )?|fewer (?:shots of |scenes with |shots with |mentions of )?|not so much (?:of )?|not so many |not as much |not as many |too much (?:of )?|too many (?:shots of )?|cut down on |cut back on |reduce |tone down |dial down |dial back |downplay |minimi[sz]e |limit |play down |de-emphasi[sz]e )(?:the amount of |the number of |the role of |the use of )?{WHO}{END}",  # noqa: E501
    rf"\b(?:show|see|use|feature|have|include|mention) (?:a bit |much |a lot )?less of {WHO}{END}|\b(?:show|see|use|feature|have|mention) {WHO.replace('who', 'who2')} (?:less|a bit less|less often|not so often|more rarely)\b",  # noqa: E501
    rf"\b{WHO} (?:is|are|appears?|shows up|comes up)(?: seen| shown| mentioned| used)? (?:too much|too often|too many times|too prominent\w*|everywhere|overused|too present)\b",  # noqa: E501
    rf"\b(?:give|make) {WHO} (?:a )?(?:smaller|less|lesser|minor|less (?:important|prominent|visible))(?: (?:role|part|screen ?time|time|to do))?\b",  # noqa: E501
    rf"\b{WHO} (?:should|could|must) (?:be|appear|have|get|show up)(?: (?:a|seen|shown))* (?:less|smaller role|less often|smaller part|less prominent\w*|less screen ?time)\b",  # noqa: E501
)
OUT = r"(?:remove|drop|cut(?! to\b)(?: out)?|delete|lose|take (?:out|away)|get rid of|kill off|kill|eliminate|ditch|scrap|write out|leave out|omit|erase|exclude|do without|do away with|skip|throw out|axe)"  # noqa: E501
NONE = (
    rf"\b{OUT} (?:all (?:of )?|any |every )?(?:(?:the )?(?:mentions?|shots?|appearances?|references?|traces?|sign) (?:of|to) )?{WHO}{END}",  # noqa: E501
    rf"\b(?:no more|without(?: any)?|no|not any) {WHO}{END}",
    rf"\b(?:take|leave|write|cut|edit) {WHO} (?:out|away)\b(?: of (?:it|the \w+|everything))?",
    rf"\b(?:don't|do not|doesn't|never|i don't) (?:show|want(?: to see)?|use|include|need|have|feature|see|mention|like)(?: any| to see)? {WHO}{END}",  # noqa: E501
    rf"\b{WHO} (?:should|must|has to|needs to|can|could) (?:go|disappear|be (?:removed|cut|dropped|gone|left out|taken out|deleted)|not (?:be|appear|show)\b[\w ]*|leave(?: the (?:film|story))?)$",  # noqa: E501
    rf"\b{WHO} (?:shouldn't|must not|mustn't|should not|doesn't need to|does not need to) (?:be (?:in|there|seen|shown)|appear|show up|exist)\b[\w ]*",  # noqa: E501
)
NOT_THINGS = re.compile(
    r"^(?:it|this|that|the (?:film|story|rest|ending|opening|title|caption|scene|last|first|line|tone|pace)|scenes?|any|all|everything|nothing|the way|time|seconds?|\d.*|.*§.*|.*«.*|more|less|need|doubt|one|way|humou?r|drama|jokes?|tension|sadness|comedy|romance|change|to|down|off)$",  # noqa: E501
    re.IGNORECASE,
)
PEOPLE = r"\b(?:no|without(?: any)?|remove(?: all)?(?: the)?|drop(?: all)?(?: the)?|delete(?: all)?(?: the)?|take out(?: all)?(?: the)?|get rid of(?: all)?(?: the)?|cut(?: all)?(?: the)?|lose(?: all)?(?: the)?|don't show(?: any)?) (?:people|persons|humans|characters|human beings|person|faces|actors)\b|\bnobody (?:in it|in frame|should be seen|is seen|on screen)\b|\bempty of people\b"  # noqa: E501


def read(said: Said) -> Found | None:
    """What is to be seen less or not at all."""
    if match := said.search(PEOPLE):
        return found(said, match, Wish("nobody", said.scenes()))
    for how, patterns in (("some", SOME), ("none", NONE)):
        for pattern in patterns:
            match = said.search(pattern)
            if match is None:
                continue
            who = said.plain(match.groupdict().get("who") or match.groupdict().get("who2") or "")
            if soft := re.search(r" (?:so much|as much|too much|so often|too often|that much|all the time)$", who):
                who, how = who[: soft.start()], "some"
            if NOT_THINGS.match(who) or not who:
                continue
            entity = said.cast.meant(who)
            if entity is None and not _told(said, who) and how == "some":
                continue
            if (
                entity is None
                and not _told(said, who)
                and not re.match(r"(?:the |her |his |any )|no |without ", f"{who} ")
            ):
                continue
            return found(
                said, match, Wish("less", said.scenes(), (who, how), (entity.id,) if entity else (), apart=said.apart)
            )
    return None


def _told(said: Said, who: str) -> bool:
    return any(mentions(shot.action, who) for _, shot in said.story.shots())


def mentions(text: str, who: str) -> bool:
    """Whether a text says the thing, in singular or plural."""
    head = bare(who).split()[-1]
    return any(
        re.search(rf"\b{re.escape(each)}(?:s|es)?\b", text, re.IGNORECASE) for each in {head, singular(head)} if each
    )


def follow(room: Draftroom, wish: Wish) -> None:
    """Less of it, or none: shots of it go where another shot tells the scene."""
    entity = room.entity_of(wish.whom[0]) if wish.whom else None
    name = bare(entity.name) if entity is not None else wish.words[0]
    none = wish.words[1] == "none"
    gone = 0
    for scene in room.targets(wish):
        shown = [shot for shot in scene.shots if _shows(shot, entity, name)]
        drop = shown if none or (len(scene.shots) > len(shown) == 1 and not gone) else shown[1:]
        if not drop:
            continue
        gone += 1
        _without(room, scene, drop, entity, name, none)
    if not gone and not none and entity is not None:
        first = next(
            (each for each in room.targets(wish) if any(_shows(shot, entity, name) for shot in each.shots)), None
        )
        if first is not None:
            _without(room, first, [shot for shot in first.shots if _shows(shot, entity, name)], entity, name, False)
            gone = 1
    if not gone:
        said = entity.name if entity is not None else f"“{wish.words[0]}”"
        raise refusal(f"{said} is not seen there, so nothing was taken out.")
    if none and entity is not None and entity.kind != "place" and not wish.scenes:
        _forgotten(room, entity)


def _shows(shot: Shot, entity: Entity | None, name: str) -> bool:
    if entity is not None and (entity.id in shot.who or entity.id == shot.speaker):
        return True
    return (
        bool(re.search(rf"\b{re.escape(name)}\b", shot.action, re.IGNORECASE))
        if entity
        else mentions(shot.action, name)
    )


def _without(room: Draftroom, scene: Scene, drop: list[Shot], entity: Entity | None, name: str, none: bool) -> None:
    """The scene without the shots; at least one picture stays."""
    ids = {shot.id for shot in drop}
    kept = [shot for shot in scene.shots if shot.id not in ids]
    if not kept:
        kept = [
            replace(
                drop[0], action=_instead(room, scene, entity, name), who=_others(drop[0], entity), line="", speaker=""
            )
        ]
        if len(kept[0].who) and not any(_called(room, key) in kept[0].action for key in kept[0].who):
            kept = [replace(kept[0], who=())]
    lost = scene.seconds - sum(shot.seconds for shot in kept)
    kept[-1] = replace(kept[-1], seconds=kept[-1].seconds + lost)
    title = scene.title
    if none and re.search(rf"\b{re.escape(name)}\b", title, re.IGNORECASE):
        title = title_case(room.place_name(scene))
    room.put(replace(scene, title=title[:1].upper() + title[1:], shots=tuple(kept)))


def _others(shot: Shot, entity: Entity | None) -> tuple[str, ...]:
    return tuple(key for key in shot.who if entity is None or key != entity.id)


def _called(room: Draftroom, key: str) -> str:
    entity = room.story.entity(key)
    return entity.name if entity else key


def _instead(room: Draftroom, scene: Scene, entity: Entity | None, name: str) -> str:
    """A picture of the scene's place in which the thing is not."""
    row = places().get(scene.place) or places().get(scene.place.split("-")[-1])
    told = room.told()
    pool = [
        *(row.detail if row else ()),
        *table("days")["weather"][scene.weather],
        f"{room.place_name(scene)}, with nobody in it",
    ]
    fresh = [sentence(each) for each in pool if not mentions(each, name) and sentence(each) not in told]
    return fresh[0] if fresh else sentence(f"{room.place_name(scene)}, from further off")


def _forgotten(room: Draftroom, entity: Entity) -> None:
    """Take an entity that is seen no more out of the cast, the logline and what is said."""
    name = re.compile(rf"\b{re.escape(bare(entity.name))}\b", re.IGNORECASE)
    story = room.story
    sentences = re.split(r"(?<=[.;])\s+", story.logline)
    kept = [each for each in sentences if not name.search(each)]
    scenes = tuple(
        replace(
            scene,
            shots=tuple(
                replace(
                    shot,
                    line="" if name.search(shot.line) else shot.line,
                    speaker="" if name.search(shot.line) else shot.speaker,
                )
                for shot in scene.shots
            ),
        )
        for scene in story.scenes
    )
    used = {key for scene in scenes for shot in scene.shots for key in (*shot.who, shot.speaker)}
    entities = tuple(each for each in story.entities if each.id != entity.id or each.id in used)
    room.story = replace(story, logline=" ".join(kept) or story.logline, entities=entities, scenes=scenes)


def nobody(room: Draftroom, wish: Wish) -> None:
    """Take every person out; a trace of the act stays in each of their shots."""
    people = {each.key for each in room.figures() if each.kind == "person"}
    names = [re.escape(bare(each.text)) for each in room.figures() if each.kind == "person"]
    traces = room.dice.shuffled(table("days")["traces"], "traces")
    for scene in room.targets(wish):
        shots = []
        for shot in scene.shots:
            shown = people & {*shot.who, shot.speaker} or (
                names and re.search(rf"\b(?:{'|'.join(names)})\b", shot.action.lower())
            )
            trace = replace(
                shot,
                action=traces.pop() if shown and traces else "Light moves along an empty wall.",
                who=tuple(key for key in shot.who if key not in people),
                line="",
                speaker="",
            )
            shots.append(trace if shown else shot)
        room.put(replace(scene, shots=tuple(shots)))
    used = {key for _, shot in room.story.shots() for key in (*shot.who, shot.speaker)}
    room.story = replace(
        room.story, entities=tuple(each for each in room.story.entities if each.id not in people or each.id in used)
    )
