"""Notes that give somebody or something another name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.people import PRONOUNS, Cast, bare
from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish
from dailies.adapters.providers.rehearsal.writer.words import capital, known
from dailies.domain.story import Entity, Story

OLD = r"(?P<a>«\d+»|[\w'.-]+(?: [\w'.-]+){0,5}?)"
NEW = r"(?P<b>«\d+»|(?:the )?[\w'.-]+(?: (?!and\b|but\b|in\b|everywhere\b|throughout\b|instead\b|rather\b|from\b|please\b|not\b|now\b)[\w'.-]+){0,2})"  # noqa: E501
TAIL = r"(?: (?:everywhere|throughout|instead(?: of [\w'-]+)?|from now on|now|in all scenes|all the way through|in the whole (?:story|film)))*"  # noqa: E501
NAME = r"(?P<b>(?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*)*)"
PATTERNS = (
    rf"\brename {OLD}(?<! to)(?<! as)(?<! into)(?<!name)(?<! of) {NAME}{TAIL}$",
    rf"\buse (?:the )?(?:name )?{NAME} for {OLD}{TAIL}$",
    rf"\b(?:new|another|different|better) name (?:for|of) {OLD}(?: is| should be| could be|:|,|-)+ {NEW}{TAIL}$",
    rf"^\W*(?P<a>(?:the |our )?[\w'-]+) (?:should be|becomes|must be|is now|to be|was|were) {NAME}{TAIL}$",
    rf"(?<!'s )(?<!s' )(?<!her )(?<!his )(?<!the )(?<!a )(?<!their )(?<!new )\b(?:call|name|christen|baptise|baptize) (?P<a>(?:the |our )?(?:(?-i:[a-z])[\w'-]*)(?: (?-i:[a-z])[\w'-]*){{0,4}}) {NAME}{TAIL}$",  # noqa: E501
    rf"\b{OLD} (?:needs?|should (?:have|get)|has|gets?|must have|could use|deserves|wants?)(?: a| an| the| his| her)?(?: new| different| better| other| proper| real| another)* name[:,]? (?:of |like |such as |which is |namely )?{NEW}{TAIL}$",  # noqa: E501
    rf"\b(?:give|find) {OLD} (?:a|an|another)(?: new| different| better| other| proper| real| another)* name[:,]? (?:of |like |such as |namely )?{NEW}{TAIL}$",  # noqa: E501
    rf"\b(?:rename|re-name|retitle)(?: the)?(?: character| name| product| brand| place)?(?: called| named| of)? {OLD} (?:to|as|into|->|→|=>|=|be|with) {NEW}{TAIL}$",  # noqa: E501
    rf"\brename {OLD} «(?P<q>\d+)»",
    rf"\brename {OLD}: {NEW}{TAIL}$",
    rf"\b(?:change|switch|make|set|turn|replace|update|swap|alter) {OLD}(?:'s|s'|') (?:first )?name(?: from [\w'-]+)? (?:to|into|be|with|for|as|read|say|=)? ?{NEW}{TAIL}$",  # noqa: E501
    rf"\b(?:change|switch|make|set|replace|update|swap|alter) (?P<a>her|his|their|its) name(?: from [\w'-]+)? (?:to|into|be|with|for)? ?{NEW}{TAIL}$",  # noqa: E501
    rf"\b(?:change|switch|make|set|replace|update|swap|alter) (?:the )?name (?:of )?(?:the )?{OLD} (?:to|into|be|with|for|by|as) {NEW}{TAIL}$",  # noqa: E501
    rf"\b(?:change|switch|replace) (?:the )?name from {OLD} to {NEW}{TAIL}$",
    rf"\b{OLD}(?:'s|s'|') (?:new )?name (?:should be|is(?: now)?|must be|becomes|to be|could be|changes to|would be|needs to be|to|=|:)(?: changed to)? {NEW}{TAIL}$",  # noqa: E501
    rf"\b(?P<a>her|his|their|its|the) (?:new )?name (?:should be|is(?: now)?|must be|becomes|could be|needs to be|:)(?: changed to)? {NEW}{TAIL}$",  # noqa: E501
    rf"\b{OLD} (?:should|must|could|needs to|has to|shall|can|will|to)(?: now| really)? (?:be|get|go by|have|become)(?: (?:called|named|renamed|known as|the name))+(?: (?:to|as))? {NEW}{TAIL}$",  # noqa: E501
    rf"\b{OLD} (?:is|are|be|was|were|gets?) (?:now |really )?(?:called|named|renamed(?: to)?) {NEW}{TAIL}$",
    rf"\b(?:call|name) {OLD} {NEW} (?:instead of|rather than|not) (?P<c>[\w'-]+)$",
    rf"\b(?:call|name|christen|baptise|baptize)(?: the)?(?: character| product| brand)? {OLD} (?:as |by the name (?:of )?)?{NEW}{TAIL}$",  # noqa: E501
    rf"\bgive {OLD} (?:the|a|another|a new|a different) name:?(?: of| like| such as)? {NEW}{TAIL}$",
    rf"\b(?:use|take) (?:the name )?{NEW} (?:as (?:the )?name (?:for|of)|instead of|rather than|in place of|for the name of) {OLD}{TAIL}$",  # noqa: E501
    rf"^\W*{NEW} (?:instead of|rather than|in place of|not) {OLD}\W*$",
    rf"^\W*{OLD} ?(?:->|→|=>|becomes) ?{NEW}\W*$",
    rf"\b(?:replace|swap|change|switch|exchange) (?:the (?:word|name) )?{OLD} (?:with|by|for|to|into) {NEW}{TAIL}$",
)
NO_OLD = re.compile(
    r"^(?:it|this|that|the (?:film|story|video|movie|title|ad|scene|line|caption|ending|weather|place|location|time|setting|mood|tone|season|music)|them all)$",  # noqa: E501
    re.IGNORECASE,
)


def read(said: Said) -> Found | None:
    """Who gets which name."""
    if said.search(r"^\W*(?:after|before|between|in|at|following) (?:the )?(?:§|end|start)"):
        return None
    for index, pattern in enumerate(PATTERNS):
        match = said.search(pattern)
        if match is None:
            continue
        groups = match.groupdict()
        old = said.plain(groups["a"])
        new = said.quotes[int(groups["q"])] if groups.get("q") else said.plain(groups["b"])
        if groups.get("c"):
            old = groups["c"] if said.cast.meant(groups["c"]) else old
        if NO_OLD.match(old) and old.lower() != "it" or not new:
            continue
        entity = said.cast.meant(old)
        if entity is None and new[:1].isupper() and said.cast.named(new) and old[:1].isupper():
            old, new = new, old
            entity = said.cast.meant(old)
        general = index >= len(PATTERNS) - 3
        proper = new[:1].isupper() or bool(re.search(r"«", groups.get("b") or "«"))
        if entity is None and (
            general or not re.search(r"\b(?:re-?name|name|named|called)\b", match.group(), re.IGNORECASE)
        ):
            continue
        if general and not proper:
            continue
        if (
            not proper
            and re.match(r"(?:call|name|christen) ", match.group(), re.IGNORECASE)
            and (len(new.split()) > 2 or old.lower() in PRONOUNS or said.cast.meant(new))
        ):
            continue
        return found(said, match, Wish("rename", (), (old, new), (entity.id,) if entity else ()))
    return None


def follow(room: Draftroom, wish: Wish) -> None:
    """Give an entity another name, everywhere and nothing else."""
    if not wish.whom and room.says(wish.words[0]) and Cast(room.story).meant(wish.words[0]) is None:
        # Somebody whom the film only talks of has no look of their own, but has a name.
        _retold(room, replacer(Entity("", "character", capital(wish.words[0]), ""), capital(wish.words[1].strip())))
        return
    entity = room.entity_of(wish.whom[0]) if wish.whom else room.entity_named(wish.words[0])
    new = re.sub(r"^the ", "The ", wish.words[1].strip())
    part = wish.words[0].strip()
    if part in entity.name.split() and " " in entity.name and " " not in part and not entity.name.startswith("The "):
        _retold(room, lambda text: re.sub(rf"\b{re.escape(part)}\b", new, text))
        names = [re.sub(rf"\b{re.escape(part)}\b", new, each.name) for each in room.story.entities]
        entities = tuple(replace(each, name=name) for each, name in zip(room.story.entities, names, strict=True))
        room.story = replace(room.story, entities=entities)
        return
    renamed(room, entity, capital(new) if not new[:1].isdigit() else new)


def renamed(room: Draftroom, entity: Entity, new: str) -> None:
    """Put the new name wherever the old one is said."""
    said = replacer(entity, new)
    room.put_entity(replace(entity, name=new))
    common = entity.name.startswith("The ")

    def described(each: Entity) -> Entity:
        name = new if each.id == entity.id else said(each.name)
        kept = common and each.id == entity.id
        return replace(each, name=capital(name), description=each.description if kept else said(each.description))

    room.story = replace(room.story, entities=tuple(described(each) for each in room.story.entities))
    _retold(room, said)


def _retold(room: Draftroom, said: Callable[[str], str]) -> None:
    """Everything the film says and shows, in other words."""
    story: Story = room.story
    room.story = replace(
        story,
        title=said(story.title),
        logline=capital(said(story.logline)),
        call_to_action=said(story.call_to_action),
        scenes=tuple(
            replace(
                scene,
                title=said(scene.title),
                shots=tuple(
                    replace(
                        shot,
                        action=capital(said(shot.action)),
                        line=capital(said(shot.line)),
                        caption=capital(said(shot.caption)),
                    )
                    for shot in scene.shots
                ),
            )
            for scene in story.scenes
        ),
    )


def replacer(entity: Entity, new: str) -> Callable[[str], str]:
    """A function that says the new name wherever a text says the old one, with its article."""
    old = bare(entity.name)
    inside = new[0].lower() + new[1:] if new.startswith("The ") else new
    forms = [rf"\b(?:[Tt]he|[Aa]n?) (?:[\w-]+ )?{re.escape(old)}\b", rf"\b{re.escape(old)}\b"]
    if not entity.name.startswith("The "):
        forms = [rf"\b{re.escape(entity.name)}\b"]
        first = entity.name.split()[0]
        if " " in entity.name and len(first) > 2 and first[0].isupper():
            forms.append(rf"\b{re.escape(first)}\b")
    pattern = re.compile("|".join(forms), re.IGNORECASE)

    def put(match: re.Match[str]) -> str:
        words = match.group()
        if not entity.name.startswith("The ") and words[0].islower() and known(words):
            return words
        return new.upper() if words.isupper() and len(words) > 2 else inside

    return lambda text: pattern.sub(put, text)
