"""Notes about place, time of day, weather and season."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.casting import place_look
from dailies.adapters.providers.rehearsal.writer.changing.people import bare
from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.figures import Figure
from dailies.adapters.providers.rehearsal.writer.lexicon import class_of, places, table
from dailies.adapters.providers.rehearsal.writer.moments import SEASONS, TIMES, WEATHERS
from dailies.adapters.providers.rehearsal.writer.words import capital, sentence, singular, slug, title_case
from dailies.domain.story import Entity, Scene, Shot

TIME_WORDS = {
    **TIMES,
    "sundown": "golden hour",
    "nightfall": "night",
    "nighttime": "night",
    "night-time": "night",
    "daytime": "afternoon",
    "daylight": "afternoon",
    "mornings": "morning",
    "lunch": "noon",
    "lunchtime": "noon",
    "mid-day": "noon",
    "breakfast time": "morning",
    "the middle of the night": "night",
    "late evening": "dusk",
    "blue hour": "dusk",
    "moonlit": "night",
    "late at night": "night",
    "twilight": "dusk",
    "day": "afternoon",
}
WEATHER_WORDS = {
    **WEATHERS,
    "rains": "rain",
    "pouring": "rain",
    "wet": "rain",
    "showers": "rain",
    "snowfall": "snow",
    "snows": "snow",
    "snowstorm": "snow",
    "snowy day": "snow",
    "foggier": "fog",
    "haze": "fog",
    "hazy": "fog",
    "thunderstorms": "storm",
    "storms": "storm",
    "tempest": "storm",
    "hurricane": "storm",
    "windier": "wind",
    "breeze": "wind",
    "breezy": "wind",
    "sunnier": "clear",
    "sunlight": "clear",
    "bright sun": "clear",
    "blue sky": "clear",
    "blue skies": "clear",
    "clear sky": "clear",
    "clouds": "overcast",
    "cloudier": "overcast",
    "rainier": "rain",
    "rainstorm": "storm",
    "stormier": "storm",
    "good weather": "clear",
    "nice weather": "clear",
    "bad weather": "rain",
    "dry": "clear",
}
SEASON_WORDS = {
    **SEASONS,
    "wintertime": "winter",
    "summertime": "summer",
    "springtime": "spring",
    "fall": "autumn",
    "a winter's day": "winter",
    "xmas": "winter",
}
del TIME_WORDS["stars"]
SEASON_SKY = {"winter": "snow", "summer": "clear", "spring": "clear", "autumn": "wind"}


def _either(words: Mapping[str, str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


WHAT = r"(?:it|this|that|the (?:whole )?(?:story|film|action|thing|video|ad|setting|location|place|rest|spot|movie)|everything|all of it|all|them|her|him|the scenes?|§\d+§)"  # noqa: E501
PLACE = r"(?P<text>(?:an? |the |some |her |his |their |our |inside (?:an? |the )?|outside |outdoors|indoors)?[\w'-]+(?: (?!at\b|in the (?:rain|snow|morning|evening|afternoon)|during|instead|rather|where|with|because|so\b|and\b|but\b|for\b|from\b|please|not\b|on a\b|in (?:winter|summer|autumn|spring))[\w'-]+){0,4})"  # noqa: E501
PLACES = (
    rf"\b(?:set|move|place|put|relocate|transfer|shift|stage|take|bring|transport|shoot|film|have|play|let|situate)(?: {WHAT})(?: (?:to|and|,) {WHAT})*(?: (?:happen|take place|play|be|be set|be moved|go|start|over|somewhere else,?|away))*(?: (?:in|on|at|to|into|onto|inside|by|near|out (?:on|in|to)|under|aboard))+ {PLACE}",  # noqa: E501
    rf"\b{WHAT} (?:should |could |must |needs to |has to |to |can |might |would be better |works better |would work better |better )*(?:all |be |happens?|happened|took place|was set|takes? place|plays?|is|was|be set|is set|be moved|moves?|goes?|set|be shot|unfolds?|located)*(?: (?:place|set|moved|shot|filmed|better|over))*(?: (?:in|on|at|to|into|inside|by|near|under|aboard))+ {PLACE}",  # noqa: E501
    rf"\b(?:change|switch|swap|turn|replace)(?: the)? (?:place|location|setting|scenery|scene|backdrop|background|{WHAT})(?: (?:of|in|for) {WHAT})?(?: from [\w ]+?)? (?:to|into|for|with|by) {PLACE}",  # noqa: E501
    rf"\b(?:the )?(?:place|location|setting|backdrop|background)(?: (?:of|in|for) {WHAT})? (?:should be|is|to be|must be|could be|:) {PLACE}",  # noqa: E501
    rf"\b(?:happens?|takes? place|takes? it|set|moved|play(?:ing|s)?|relocated?) (?:in|on|at|to|inside|by|near|under|aboard) {PLACE}",  # noqa: E501
    r"\b(?:happens?|plays?|takes? place|set|be|all) (?P<text>underwater|upstairs|downstairs|underground|backstage|outdoors|indoors|outside)\b",  # noqa: E501
    rf"\bgo (?:to|into) {PLACE}",
    rf"\b(?:somewhere|place) (?:in|on|at|by|near) {PLACE}",
    rf"^\W*(?:in|on|at|inside|aboard) {PLACE}\W*$",
    r"\b(?:make|turn|change) (?P<old>the [\w' -]+?|it) (?:into |to |be )?(?P<text>an? [\w' -]+?)(?: instead)?$",
    r"\b(?:replace|swap|change|exchange|switch) (?P<old>the [\w' -]+?) (?:with|by|for|into|to) (?P<text>(?:an? |the )?[\w' -]+?)(?: instead)?$",  # noqa: E501
    r"\b(?P<text>(?:an? |the )[\w' -]+?) (?:instead of|rather than|not) (?P<old>(?:the |an? )?[\w' -]+)$",
    rf"\b(?:make|have|keep|let|set|move|put|take|bring|shoot) {WHAT} (?:happen |be |take place |go |to |all )*(?P<text>indoors|outdoors|outside|inside|underwater|upstairs|downstairs|underground|backstage|on stage|aboard)\b",  # noqa: E501
)
NOT_PLACES = re.compile(
    rf"^(?:(?:an? |the )?(?:{_either(TIME_WORDS)}|{_either(WEATHER_WORDS)}|{_either(SEASON_WORDS)})\b.*|(?:the )?(?:start|beginning|end|middle|ending|opening|front|top|back|background|foreground|life|same|first|last|left|right|end of.*|style.*|tone.*|mood.*|name.*|way|other.*|heart.*|point.*|frame|screen|day|fun|black.*|colou?r|love|danger|slow.*|bed|one|two|three|four|five|six|\d{1, 3}(?!\d)\b.*|it|this|that|more.*|least|most.*|all|once|work|line.*|caption.*)|§.*|.*§.*|.*«.*|.*\b(?:seconds?|ending|title|caption|close-?up|wide shot|shot|scenes?|line|twist)\b.*)$",  # noqa: E501
    re.IGNORECASE,
)
UNLIKELY = re.compile(
    r"\b(?:more|less|fewer|funnier|darker|shorter|longer|say|says|called|named|wear\w*|look\w*)\b", re.IGNORECASE
)
NEGATED = re.compile(
    r"\b(?:no|without|less|not|stop the|remove the|drop the|lose the|instead of|rather than|from|fewer|don't want|too much|take out the|get rid of the|stops?|end of the|cut the)(?: (?:the|so|as|any|a|all the|all|much|in|at|of|during))* ?$",  # noqa: E501
    re.IGNORECASE,
)


def read(said: Said) -> Found | None:
    """A place, a time, a weather, a season: one wish each."""
    if re.search(r"\b(?:say|says|caption|line|title|coat|jacket|boots|umbrella)\b", said.text) and not said.search(
        r"\b(?:set|move|takes? place)\b"
    ):
        return None
    wishes: list[Wish] = []
    text = said.text
    where = said.scenes() or said.whole
    moments: tuple[tuple[str, Mapping[str, str]], ...] = (
        ("season", SEASON_WORDS),
        ("weather", WEATHER_WORDS),
        ("time", TIME_WORDS),
    )
    for verb, words in moments:
        got = _moment(said, text, verb, words)
        if got is not None:
            value, begin, end = got
            wishes.append(Wish(verb, where, (value,), apart=said.apart))
            text = f"{text[:begin]} {text[end:]}"
            text = re.sub(
                r"(?:\b(?:in|at|on|during|under|into|to|a|an|the|with|by|of) )+(?= |$|[,.])|\b(?:in|at|on|during|under|into|by) (?:a|an|the)? ?$",  # noqa: E501
                " ",
                text + " ",
            )
            text = re.sub(r"\s+", " ", text).strip()
    if (place := _place(said, text)) is not None:
        wish, begin, end = place
        wishes.insert(0, replace(wish, scenes=where or wish.scenes, apart=said.apart))
        text = f"{text[:begin]} {text[end:]}"
    return Found(tuple(wishes), text) if wishes else None


def _moment(said: Said, text: str, verb: str, words: Mapping[str, str]) -> tuple[str, int, int] | None:
    """The last of the words that the text asks for, not one it turns down."""
    hits = list(re.finditer(rf"\b(?:{_either(words)})\b", text, re.IGNORECASE))
    kept = []
    for match in hits:
        word = match.group().lower()
        if (
            verb == "season"
            and word in {"fall", "spring", "may day"}
            and not re.search(
                r"\b(?:in|in the|to|into|it|during|of|a|be|is|for|make) $|^$", text[: match.start()], re.IGNORECASE
            )
        ):
            continue
        if (
            verb == "time"
            and word in {"day", "lunch", "breakfast", "morning"}
            and re.match(r" (?:after|before|in|one|two|coffee|with|cereal|bread|of)\b", text[match.end() :])
        ):
            continue
        if (
            verb == "time"
            and word == "day"
            and not re.search(r"\b(?:by|during the|the|in the|to|into|it) $", text[: match.start()])
        ):
            continue
        if (
            verb == "weather"
            and word in {"grey", "dry", "wet", "clear"}
            and not re.search(r"\b(?:weather|sky|day|make it|it is|be)\b", text, re.IGNORECASE)
        ):
            continue
        if verb == "weather" and re.match(
            r"[- ]?(?:coat|jacket|boots|man\b|ball|drops?|flakes?|flower)", text[match.end() :]
        ):
            continue
        if NEGATED.search(text[: match.start()]):
            continue
        kept.append(match)
    lessened = [
        match
        for match in hits
        if match not in kept
        and match.group().lower() not in {"grey", "dry", "wet", "clear", "clouds"}
        and NEGATED.search(text[: match.start()])
    ]
    if not kept and verb == "weather" and lessened:
        first = lessened[0]
        return "overcast" if words[first.group().lower()] in {"clear"} else "clear", _begin(text, first), first.end()
    if not kept:
        return None
    last = kept[-1]
    return words[last.group().lower()], last.start(), last.end()


def _begin(text: str, match: re.Match[str]) -> int:
    negation = NEGATED.search(text[: match.start()])
    return negation.start() if negation else match.start()


def _place(said: Said, text: str) -> tuple[Wish, int, int] | None:
    for index, pattern in enumerate(PLACES):
        for match in re.finditer(pattern, text, re.IGNORECASE):
            groups = match.groupdict()
            name = re.sub(r"^(?:inside|outside) ", "", groups["text"].strip(), flags=re.IGNORECASE)
            name = re.sub(
                r"\s+(?:instead|please|now|too|again|there|here|better|maybe|with|setting|location)$", "", name
            )
            name = {"indoors": "room", "inside": "room", "outdoors": "garden", "outside": "garden"}.get(
                name.lower(), name
            )
            if NOT_PLACES.match(name) or UNLIKELY.search(name) or len(name) < 3:
                continue
            head = bare(name).split()[-1]
            known = is_place(bare(name))
            if index in {1, 6, 7, 8, 9, 10, 11} and not known and not name[:1].isupper():
                continue
            if not known and (said.cast.meant(name, places=False) is not None or head in {"funny", "sad"}):
                continue
            old = groups.get("old") or ""
            only: tuple[int, ...] = ()
            if old and old.lower() != "it":
                entity = said.cast.meant(old)
                if entity is None or entity.kind != "place":
                    continue
                only = tuple(at for at, scene in enumerate(said.story.scenes, 1) if scene.place == entity.id)
            return Wish("place", only, (name,)), match.start(), match.end()
    return None


def is_place(name: str) -> bool:
    """Whether the tables know the words as a kind of place."""
    head = name.split()[-1]
    return any(form in places() for form in (name, name.replace(" ", "-"), head, singular(head))) or class_of(head) in {
        "place",
        "building",
    }


def place(room: Draftroom, wish: Wish) -> None:
    """Move scenes to another place; what happens in them stays."""
    said = wish.words[0].strip()
    entity = _there(room, bare(said)) or _new_place(room, said)
    targets = room.targets(wish)
    if all(scene.place == entity.id for scene in targets):
        raise refusal(f"Those scenes are set in {entity.name[0].lower()}{entity.name[1:]} already.")
    seen = False
    for scene in targets:
        old = room.story.entity(scene.place)
        shots = []
        for shot in scene.shots:
            if old is not None and not shot.who and _is_view(shot, old, seen):
                shots.append(replace(shot, action=established(room, entity, scene)))
                seen = True
            elif old is not None:
                shots.append(replace(shot, action=_elsewhere(shot.action, old, entity)))
            else:
                shots.append(shot)
        titled = old is not None and bare(old.name) in scene.title.lower()
        title = (
            re.sub(rf"(?:The )?{re.escape(bare(old.name))}", title_case(entity.name), scene.title, flags=re.IGNORECASE)
            if titled and old
            else scene.title
        )
        room.put(replace(scene, title=title, place=entity.id, shots=tuple(shots)))
    used = {scene.place for scene in room.story.scenes}
    room.story = replace(
        room.story, entities=tuple(each for each in room.story.entities if each.kind != "place" or each.id in used)
    )


def _there(room: Draftroom, name: str) -> Entity | None:
    return next((each for each in room.story.entities if each.kind == "place" and bare(each.name) == name), None)


def _new_place(room: Draftroom, said: str) -> Entity:
    proper = bool(re.match(r"(?:the )?[A-Z]", said)) and not said.startswith("The ")
    name = said if proper else bare(said)
    key = slug(name)
    while room.story.entity(key) is not None:
        key += "-place"
    words = name.split()
    figure = Figure(
        key,
        "place",
        name if not proper else words[-1].lower(),
        name if proper else f"the {name}",
        "place",
        named=proper,
    )
    look = place_look(figure, room.dice)
    entity = Entity(key, "place", capital(figure.text), f"{name}: {look}" if proper else look)
    room.story = replace(room.story, entities=(*room.story.entities, entity))
    return entity


def _is_view(shot: Shot, old: Entity, seen: bool) -> bool:
    """Whether a shot shows nothing but the place."""
    look = capital(old.description)[:24]
    return shot.action[:24] == look or shot.action.startswith((old.name, capital(old.name)))


def _elsewhere(action: str, old: Entity, new: Entity) -> str:
    """An action that names the old place, at the new one."""
    name = bare(old.name)
    said = new.name[0].lower() + new.name[1:] if new.name.startswith("The ") else new.name
    return re.sub(
        rf"\b(in|on|at|into|to|across|through|along|from|of|inside) (?:the|an?) {re.escape(name)}\b",
        rf"\1 {said}",
        action,
    )


def established(room: Draftroom, entity: Entity, scene: Scene) -> str:
    """The first wide picture of a new place in the scene's own light."""
    light = room.dice.pick(table("days")["light"][scene.time], scene.id, "light")
    row = places().get(entity.id)
    air = f"; {room.dice.pick(row.air, scene.id, 'air')}" if row else ""
    return sentence(f"{capital(entity.description)}, {light}{air}")


def time(room: Draftroom, wish: Wish) -> None:
    """Move scenes to another time of day."""
    value = wish.words[0]
    days = table("days")["light"]
    phrases = [phrase for rows in days.values() for phrase in rows]
    scenes = room.targets(wish)
    if all(scene.time == value for scene in scenes):
        raise refusal(f"The time of day there is {value} already.")
    for scene in scenes:
        new = room.dice.pick(days[value], scene.id, "light")
        shots = tuple(replace(shot, action=swapped(shot.action, phrases, new)) for shot in scene.shots)
        room.put(replace(scene, time=value, shots=shots))  # type: ignore[arg-type]


def weather(room: Draftroom, wish: Wish) -> None:
    """Change the weather of scenes."""
    value = wish.words[0]
    scenes = room.targets(wish)
    if all(scene.weather == value for scene in scenes):
        raise refusal(f"The weather there is {value} already.")
    for scene in scenes:
        _under(room, scene, value)


def season(room: Draftroom, wish: Wish) -> None:
    """Move scenes to another season: its weather, and its signs in each first picture."""
    value = wish.words[0]
    rows = table("days")["season"]
    signs = [phrase for each in rows.values() for phrase in each]
    for number, scene in enumerate(room.targets(wish)):
        made = _under(room, scene, SEASON_SKY[value])
        sign = room.dice.pick(rows[value], "season", number)
        first = made.shots[0]
        action = swapped(first.action, signs, "")
        body, stop, tail = action.rstrip(".").partition(";")
        room.put_shot(made, replace(first, action=sentence(f"{body}, {sign}{stop}{tail}")))


def _under(room: Draftroom, scene: Scene, value: str) -> Scene:
    phrases = [phrase for rows in table("days")["sky"].values() for phrase in rows if phrase]
    new = room.dice.pick(table("days")["sky"][value], scene.id, "sky")
    shots = tuple(
        replace(shot, action=under_sky(swapped(_dried(shot.action, value), phrases, new), index, new))
        for index, shot in enumerate(scene.shots)
    )
    made = replace(scene, weather=value, shots=shots)  # type: ignore[arg-type]
    room.put(made)
    return made


def _dried(action: str, value: str) -> str:
    """An action without the words of the weather it had, as far as they stand at its end."""
    if value in {"rain", "storm"}:
        return action
    gone = re.sub(r" in the (?:heavy |pouring |hard )?(?:rain|storm)(?=[.,;])", "", action)
    return gone if value == "snow" else re.sub(r" in the (?:falling |deep )?snow(?=[.,;])", "", gone)


def under_sky(action: str, index: int, sky: str) -> str:
    """The first shot of a scene with the weather after its light, where it does not say it yet."""
    if index or not sky or sky in action:
        return action
    for phrase in sorted({each for rows in table("days")["light"].values() for each in rows}, key=len, reverse=True):
        if f", {phrase}" in action:
            return action.replace(f", {phrase}", f", {phrase}, {sky}", 1)
    return action


def swapped(action: str, phrases: list[str], new: str) -> str:
    """The action with its light or sky phrase changed; untouched when it has none."""
    for phrase in sorted(phrases, key=len, reverse=True):
        if f", {phrase}" in action:
            return action.replace(f", {phrase}", f", {new}" if new else "")
    return action
