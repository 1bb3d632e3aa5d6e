"""Notes about what somebody wears or looks like."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish
from dailies.adapters.providers.rehearsal.writer.lexicon import class_of
from dailies.adapters.providers.rehearsal.writer.words import article, is_plural, singular

COLOURS = (
    "red|blue|green|yellow|black|white|grey|gray|brown|pink|purple|orange|violet|turquoise|beige|gold|golden|silver|teal|navy|crimson|scarlet|maroon|mint|cream|"
    "blonde?|ginger|copper|dark|light|bright|striped|checked|spotted|polka[- ]dot(?:ted)?|tartan|floral|pale|olive|lilac|magenta|khaki|mustard|burgundy|neon|rainbow|colou?rful|amber|bronze|indigo"  # noqa: E501
)
HAIR = r"hair|beard|moustache|mustache|plaits?|braids?|ponytail|fringe|curls|bun|bob|afro|dreadlocks|freckles|stubble|sideburns"  # noqa: E501
GARMENT = (
    r"coat|jacket|dress|shirt|jumper|sweater|trousers|jeans|shoes|boots|hat|cap|scarf|apron|uniform|overalls|gloves|suit|tie|skirt|hoodie|glasses|sunglasses|oilskin|dungarees|kilt|sari|turban|hood|jersey|pullover|leggings|tights|heels|slippers|wellies|medal|badge|"
    r"raincoat|costume|outfit|clothes|vest|cape|cloak|dungarees|socks|belt|bag|backpack|necklace|earrings?|helmet|crown|wig|pyjamas|pajamas|gown|robe|blouse|"
    r"cardigan|shorts|t-?shirt|tuxedo|kimono|collar|bow|bow ?tie|beret|beanie|mask|goggles|watch|bracelet|tattoo|eye ?patch|parka|trench ?coat|waistcoat|sandals|trainers|sneakers|bandana|headband|umbrella|label|cap|lid|eyes?|nose|ears?|tail|fur|spots|stripes|scar|wings|"  # noqa: E501
    + HAIR
)
AGE = r"(?:\d+ years old|(?:in (?:her|his|their) )?(?:twenties|thirties|forties|fifties|sixties|seventies)|older|younger|old|young|elderly|middle-aged|teenage|a (?:teenager|child|kid|baby|toddler|grandm\w+|grandf\w+|pensioner|senior)|taller|shorter|tall|short|thinner|thin|fatter|fat|plump|bigger|smaller|big|tiny|small|huge|skinny|muscular|chubby|slimmer|slim|stronger|bald|bearded|blonde?|redhead\w*|pregnant|barefoot|hairy|scruffy|scruffier|shaggy|fluffy|fluffier|rusty|rustier|shiny|shinier|elegant|dirty|muddy|clean)"  # noqa: E501
WHO = r"(?P<who>her|him|them|it|she|he|they|(?:the |our )?[\w'-]+(?: (?!an?\b|some\b|the\b|in\b|wears?\b|wearing\b|should\b|to\b|with\b|has\b)[\w'-]+){0,5}?)"  # noqa: E501
LOOK = r"(?P<look>[\w ,'-]+?)"
STOP = r"(?=$|[.;]|,? (?:instead|please|rather|everywhere|throughout)\b| in (?:§|every|all)| (?:from now on|not)\b|,? because)"  # noqa: E501
HAVE = rf"(?P<look>(?:an? |some |the |long |short |big |curly |messy |new |different )*[\w ,'-]*?\b(?:{GARMENT})\b[\w ,'-]*?)"  # noqa: E501
PATTERNS = (
    rf"\b(?:dress|clothe|put|style)(?: up)? {WHO} (?:up )?(?:in(?:to)?|as|with) {LOOK}{STOP}",
    rf"\b(?:put|throw) (?P<look>(?:an? |some |the )[\w ,'-]+?) on {WHO}{STOP}",
    rf"\b(?:give|get|buy|hand|lend) {WHO} {HAVE}{STOP}",
    rf"\b(?:make|have|let|get|show|want|put|see) {WHO} (?:wear(?:s|ing)?|dressed (?:in|as|up (?:in|as))|in|with|have|having|has|carry(?:ing)?|be wearing|to wear|put on) {LOOK}{STOP}",  # noqa: E501
    rf"\b{WHO} (?:should |must |could |needs? (?:to )?|has to |can |will )?(?:to )?(?:wears?|be wearing|is wearing|be dressed (?:in|as)|is dressed (?:in|as)|dresses? (?:in|as)|puts? on|be in|sports?|rocks?) {LOOK}{STOP}",  # noqa: E501
    rf"\b{WHO} (?:should |must |could |needs? (?:to )?|has to |can |will |to )(?:have|has|get|carry|be given)? ?{HAVE}{STOP}",  # noqa: E501
    rf"\b{WHO} (?:has|have|gets?|needs) {HAVE}{STOP}",
    rf"\b(?:change|make|turn|paint|dye|colou?r|swap|switch|replace|set) (?P<who>her|his|its|their|[\w-]+(?: [\w-]+)?'s?)(?: (?P<old>[\w -]*?\b(?:{GARMENT})))(?: from [\w ]+?)? (?:be |to be |into |in |to |for |with |by |a )*(?P<look>[\w ,'-]+?){STOP}",  # noqa: E501
    rf"\b(?P<who>her|his|its|their|[\w-]+(?: [\w-]+)?'s?) (?P<old>[\w -]*?\b(?:{GARMENT})) (?:should be|must be|is|are|could be|to be|becomes?|needs to be|has to be|should become) (?P<look>[\w ,'-]+?){STOP}",  # noqa: E501
    rf"\b(?P<who>[\w-]+(?: [\w-]+)?'s?) (?P<old>[\w-]+) (?:should be|must be|could be|needs to be|has to be|should become) (?:an? )?(?P<look>(?:(?:{COLOURS})(?: and | )?)+){STOP}",  # noqa: E501
    rf"\b(?:make|paint|colou?r|turn) (?P<who>[\w-]+(?: [\w-]+)?'s?) (?P<old>[\w-]+) (?:be |in |to )?(?P<look>(?:(?:{COLOURS})(?: and | )?)+){STOP}",  # noqa: E501
    rf"\b(?:change|swap|replace|turn|make) the (?P<old>(?:[\w-]+ )?(?:{GARMENT}))(?: (?:of|on) {WHO})? (?:to|into|for|with|by|be)? ?(?:an? )?(?P<look>[\w ,'-]+?){STOP}",  # noqa: E501
    rf"\b(?:make|have|let) {WHO} (?:look |be |a bit |a |an |much |more |to be )*(?P<look>(?:{AGE})\b(?:[\w ,'-]*(?:man|woman|girl|boy|lady))?)(?! (?:shot|scene|film))",  # noqa: E501
    rf"\b{WHO} (?:should|must|could|needs to|has to) (?:look|be|have) (?:a bit |much |a |an |more )*(?P<look>(?:{AGE})\b(?:[\w ,'-]*(?:man|woman|girl|boy|lady))?)",  # noqa: E501
    rf"\b(?:make|paint|colou?r|turn|have|want) {WHO} (?:be |look |all |into |a |in )*(?P<look>(?:(?:{COLOURS})(?: and | )?)+)(?! (?:shot|scene|mood|tone|ending))\b{STOP}",  # noqa: E501
    rf"\b{WHO} (?:should|must|could|needs to) be (?P<look>(?:(?:{COLOURS})(?: and | )?)+)\b{STOP}",
    rf"\b(?:change|update|redo) (?P<who>her|his|their|its|[\w-]+(?: [\w-]+)?'s?) (?:look|outfit|clothes|clothing|appearance|costume|style|wardrobe)(?: (?:to|into|:))? (?P<look>[\w ,'-]+?){STOP}",  # noqa: E501
    rf"\b(?:an? )?(?P<look>(?:{COLOURS})(?: [\w-]+)* (?:{GARMENT})|(?:an? )[\w -]*?(?:{GARMENT})) (?:for|on) {WHO}{STOP}",  # noqa: E501
    rf"\b{WHO} (?:in|with) (?P<look>(?:an? )?(?:{COLOURS})(?: [\w-]+)* (?:{GARMENT}))(?: instead of [\w ]+)?{STOP}",
    rf"\b(?:take off|remove|lose|drop|no) (?P<who>her|his|its|their|[\w-]+(?: [\w-]+)?'s) (?P<gone>(?:[\w-]+ )?(?:{GARMENT}))",  # noqa: E501
)
COMPARED = {
    "older": "older than before, with grey in the hair",
    "younger": "younger than before, smooth-faced",
    "taller": "very tall",
    "shorter": "very short",
    "thinner": "very thin",
    "fatter": "round",
    "bigger": "huge",
    "smaller": "tiny",
}


def read(said: Said) -> Found | None:
    """Who looks how; only for somebody or something of the story."""
    for pattern in PATTERNS:
        match = said.search(pattern)
        if match is None:
            continue
        groups = match.groupdict()
        old = (groups.get("old") or "").strip()
        who = said.plain(groups.get("who") or "")
        entity = said.cast.meant(re.sub(r"'s?$", "", who), places=False) if who else None
        if entity is None and old and not who:
            garment = old.split()[-1]
            worn = [each for each in said.story.entities if re.search(rf"\b{re.escape(garment)}\b", each.description)]
            entity = worn[0] if worn else None
        if entity is None or entity.kind == "place":
            continue
        if groups.get("gone"):
            return found(said, match, Wish("look", (), ("without", groups["gone"].strip()), (entity.id,)))
        look = said.plain(groups["look"]).strip(" ,'")
        if (
            not look
            or re.search(r"\b(?:scene|shot|line|title|name|ending|seconds|more to do|screen time)\b", look)
            or re.match(r"(?:say|more|less|the (?:start|end))\b", look)
        ):
            continue
        return found(said, match, Wish("look", (), (look, old), (entity.id,)))
    return None


def follow(room: Draftroom, wish: Wish) -> None:
    """Change the one part of the description that the note is about."""
    entity = room.entity_of(wish.whom[0])
    look, old = wish.words
    parts = entity.description.split(", ")
    if look == "without":
        garment = old.split()[-1]
        kept = [
            part for index, part in enumerate(parts) if not index or not re.search(rf"\b{re.escape(garment)}\b", part)
        ]
        if len(kept) == len(parts):
            kept.append(f"no {garment}")
        room.put_entity(replace(entity, description=", ".join(kept)))
        return
    look = COMPARED.get(look.lower(), look)
    if old and re.fullmatch(
        rf"(?:(?:{COLOURS}|\w+er|long|short|curly|straight|wet|new|old|torn|dirty|big|small)(?:,? and |,? )?)+",
        look,
        re.IGNORECASE,
    ):
        noun = old.split()[-1]
        look = f"{look} {noun}" if is_plural(noun) or re.fullmatch(HAIR, noun) else article(f"{look} {noun}")
    garment = look.split(" with ")[0].split(" of ")[0].split()[-1]
    at = _part_about(parts, old.split()[-1] if old else garment, garment)
    said = (
        look if re.match(r"(?:an?|the|some|long|short|\w+ (?:hair|beard))\b", look) or not _is_worn(garment) else look
    )
    if at >= 0:
        parts[at] = _exchanged(parts[at], old.split()[-1] if old else garment, said, whole=at > 0)
    elif re.fullmatch(AGE, look, re.IGNORECASE) or not _is_worn(garment):
        parts.insert(1, said)
    else:
        parts.append(f"wearing {said}")
    room.put_entity(replace(entity, description=", ".join(parts)))


def _is_worn(word: str) -> bool:
    return (
        bool(re.fullmatch(GARMENT, word.lower()))
        and not re.fullmatch(HAIR, word.lower())
        or class_of(singular(word)) == "garment"
    )


def _part_about(parts: list[str], old: str, garment: str) -> int:
    for word in (old, garment, singular(garment)):
        for index, part in enumerate(parts):
            if re.search(rf"\b{re.escape(word)}\b", part, re.IGNORECASE):
                return index
    if re.fullmatch(HAIR, garment, re.IGNORECASE):
        return next(
            (index for index, part in enumerate(parts) if re.search(rf"\b(?:{HAIR}|topknot|crop|cropped)\b", part)), -1
        )
    return -1


def _exchanged(part: str, noun: str, look: str, *, whole: bool) -> str:
    """A part of a description with one garment exchanged, and what else it says kept."""
    pieces = re.split(r"( and | over | with | under )", part)
    for index in range(0, len(pieces), 2):
        if re.search(rf"\b{re.escape(noun)}\b", pieces[index], re.IGNORECASE) and (whole or index):
            pieces[index] = look
            return "".join(pieces)
    if not whole and len(pieces) == 1:
        return re.sub(
            rf"(?:\b(?:{COLOURS})\b[- ])?\b{re.escape(noun)}\b",
            re.sub(r"^an? ", "", look),
            part,
            count=1,
            flags=re.IGNORECASE,
        )
    return look if whole else part + f", {look}"
