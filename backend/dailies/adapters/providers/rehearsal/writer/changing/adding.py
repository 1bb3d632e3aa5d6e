"""Notes that add a scene, a shot, or somebody new."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.asks import Asks
from dailies.adapters.providers.rehearsal.writer.casting import entity_of
from dailies.adapters.providers.rehearsal.writer.changing.people import bare
from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom, insert_shot
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.scene_count import insert_scene
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish
from dailies.adapters.providers.rehearsal.writer.figures import Reading
from dailies.adapters.providers.rehearsal.writer.lexicon import class_of, roles, scripts, verb_classes
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.adapters.providers.rehearsal.writer.reader import Reader
from dailies.adapters.providers.rehearsal.writer.words import inflect, sentence, title_case, verb_lemma
from dailies.domain.errors import ProviderError
from dailies.domain.story import Scene

ADD = r"(?:add|insert|include|put in|put|throw in|squeeze in|slip in|write(?: in)?|have|give (?:it|us|me|the film|the story)|bring in|introduce|need|needs|want|there (?:should|could|must|needs to|has to) be|missing|create|show|work in|see|get|place|fit in|use|be)"  # noqa: E501
KIND = r"(?P<kind>scene|sequence|moment|beat|bit|part|shot|close-?up|cutaway|image|picture)"
AT = r"(?:(?:right |just |directly |immediately )?(?P<side>after|before|between|following|at|to|in|into|as|near|towards)(?: the)?(?: very)? (?P<at>§\d+§(?: and (?:§\d+§|\d))?|end|start|beginning|middle|front))"  # noqa: E501
LEAD = r"(?:\s*[,:]?\s*(?:where|in which|when|with|of|showing|that shows|about|that has|featuring|on|:|-|from|for|in|at|to show)\b|\s*[:—-])"  # noqa: E501
PATTERNS = (
    rf"\b{ADD} (?:a |an |another |one more |one |the |some |in |new |extra |little |short |quick |small |brief |final |opening |closing |second |third |third |additional |more )*{KIND}s?(?: {AT})?{LEAD}?\s*(?P<text>[^.;]*?)(?:,? {AT.replace('side', 'side2').replace('?P<at>', '?P<at2>')})?$",  # noqa: E501
    rf"\b{AT},? {ADD} (?:a |an |another |one more |one |new |extra |little |short |quick |brief |additional )*{KIND}{LEAD}?\s*(?P<text>[^.;]*)$",  # noqa: E501
    rf"\b(?P<side>open|start|begin|end|finish|close)(?:s|ing)?(?: it| the film| the story)? (?:with|on)(?P<at>) (?:a |an |another |one )(?:new |extra |short |quick |little |additional )*(?P<kind>scene|sequence){LEAD}\s*(?P<text>[^.;]+)$",  # noqa: E501
    rf"\bgive (?P<text>[\w' -]+?) (?:a|its|his|her|their)(?: own)? (?P<kind>scene|moment)(?: (?:of (?:its|his|her|their) own|to (?:itself|himself|herself)|alone))?{AT.replace('(?P<side>', '(?P<side>').join(['(?: ', ')?'])}$",  # noqa: E501
    rf"\b(?:throw in|add|put in|include|squeeze in|insert|have|work in)(?P<kind>) (?P<text>(?:a |an |some )(?:chase|fight|kiss|hug|dance|argument|quarrel|race|fall|accident|joke|dream|flashback|storm|party|song|surprise visitor|celebration|explosion|training montage|montage|goodbye|farewell|wedding|picnic|snowball fight|game)\b[\w' -]*?)(?: {AT})?$",  # noqa: E501
    r"\b(?:let|have|make) (?P<text>(?!it |this |that |there |everything |things |§)(?:the |her |his )?[\w'-]+ (?!say|rain\b|snow\b|whisper|shout|wear|look|be\b|more|speak|talk|less|happen|take|go first|come first|end|start|open)[a-z]+(?: [\w'-]+)*?)(?P<kind>) (?P<side>in|at|during) (?:the )?(?P<at>§\d+§)$",  # noqa: E501
    rf"^\W*(?:a |an |another |one more |one )?(?:new |extra |little |short |quick |additional )*{KIND}(?: {AT})?{LEAD}\s*(?P<text>[^.;]+)$",  # noqa: E501
    r"\b(?:show|have|see|let|make)(?: us| me)? (?P<text>(?!the product|the brand|it\b|§)[\w' ,-]+?) (?P<side>before|after) (?P<at>§\d+§)$",  # noqa: E501
    rf"\b{AT},? (?P<text>(?!(?:is|should|feels|needs|must)\b)(?:the |a |an |[A-Z])[\w' -]+ (?:should |must |could )?\w+[\w' -]*)$",  # noqa: E501
)
SOMEBODY = (
    r"\b(?:add|insert|include|introduce|bring in|throw in|put in|put|give (?:her|him|them|it|us|the \w+|[A-Z]\w+)|there should be|have|want|need|i'd like) (?P<text>(?:a |an |another |some |two |three |her |his |their )(?!scene|ending|twist|line|caption|title|shot|moment|bit|beat|part|close|new ending|new title|voice|narrat|call|little more|lot|more|song|music|sound|different|other)[\w' ,-]+?)(?:(?: (?:in|to|into|for|at|on|during)(?: the)? (?P<at>§\d+§|film|story|end|start|beginning|background|video|mix|whole film))|$)",  # noqa: E501
)
SPOT = {"start": "start", "beginning": "start", "front": "start", "end": "end", "middle": "middle"}


def read(said: Said) -> Found | None:
    """A new scene with its own words and its place in the film, or somebody new to be seen."""
    for index, pattern in enumerate(PATTERNS):
        match = said.search(pattern)
        if match is None:
            continue
        groups = match.groupdict()
        text = (groups.get("text") or "").strip(" ,:")
        at, side = (
            groups.get("at") or groups.get("at2") or "",
            (groups.get("side") or groups.get("side2") or "").lower(),
        )
        # What leads the text may name the place: "before scene 3 where they dance".
        if not at and (inner := re.match(rf"{AT}{LEAD}?\s*(?P<more>.+)$", text, re.IGNORECASE)):
            at, side, text = inner.group("at"), inner.group("side").lower(), inner.group("more")
        kind = (groups.get("kind") or "shot").lower()
        if index == 8 and (
            at == "end"
            or not (at in SPOT or said.scenes(at))
            or re.search(r"\b(?:should|could|must) (?:be|have|wear|say)\b", text)
        ):
            continue
        if not re.search(r"\w", text) or re.fullmatch(r"(?:please|somewhere|there|more|it)", text):
            text = ""
        if not text and index:
            continue
        text = said.plain(text)
        short = kind in {"shot", "closeup", "close-up", "cutaway", "image", "picture"}
        if re.match(r"close", kind) and not text:
            continue
        if side in {"open", "start", "begin", "end", "finish", "close"}:
            at = "start" if side in {"open", "start", "begin"} else "end"
        where, numbers = _where(said, at, side)
        return found(said, match, Wish("add", numbers, ("shot" if short and kind else "scene", where, text)))
    for pattern in SOMEBODY:
        match = said.search(pattern)
        if match is None:
            continue
        text = said.plain(match.group("text"))
        head = re.split(r"\b(?:who|that|with|in|on|which)\b", text)[0].split()
        if not head or not _is_somebody(head[-1]):
            continue
        return found(said, match, Wish("add", said.scenes(), ("somebody", "", text)))
    return None


def _is_somebody(word: str) -> bool:
    lowered = word.lower().rstrip("s")
    return lowered in roles() or class_of(lowered) not in {"", "abstract", "event", "weather", "place"}


def _where(said: Said, at: str, side: str) -> tuple[str, tuple[int, ...]]:
    count = len(said.story.scenes)
    if at in SPOT:
        return {"start": ("before", (1,)), "end": ("after", (count,)), "middle": ("after", ((count + 1) // 2,))}[
            SPOT[at]
        ]
    numbers = said.scenes(at) if at else ()
    if not numbers:
        return "", ()
    if side == "between" or len(numbers) > 1:
        return "after", (min(numbers),)
    if (
        side in {"before"}
        or said.ref(at)
        and said.refs[int(re.sub(r"\D", "", at.split("§")[1]))].part == "start"
        and side in {"at", "as", "near"}
    ):
        return "before", numbers[:1]
    return ("in" if side in {"in", "into", "to"} else "after"), numbers[:1]


def follow(room: Draftroom, wish: Wish) -> None:
    """A new scene or shot from the note's own words; newcomers get a look."""
    kind, side, text = wish.words
    if kind == "somebody":
        _somebody(room, wish, text)
        return
    scenes = list(room.story.scenes)
    if side == "in" or kind == "shot":
        target = room.scene_at(wish.scenes[0]) if wish.scenes else room.targets(wish)[len(room.targets(wish)) // 2]
        if side == "in" or not wish.scenes:
            shots, _ = _shots(room, text or "a second look", target)
            room.put(insert_shot(room, target, len(target.shots) // 2 or 1, *shots[0]))
            return
    at = len(scenes) - 1 if len(scenes) > 1 else 1
    if wish.scenes:
        at = scenes.index(room.scene_at(wish.scenes[0])) + (side != "before")
    like = scenes[max(0, min(at, len(scenes)) - 1)]
    if not text:
        being = room.being_in(like)
        text = (
            f"{being.text} stops and looks round" if being is not None else f"light moves over {room.place_name(like)}"
        )
    shots, place = _shots(room, text, like)
    made = insert_scene(room, scenes, at, _title(text), like, shots)
    if place:
        scenes[scenes.index(made)] = replace(made, place=place)
    room.retime(tuple(scenes))


def _title(text: str) -> str:
    words = [
        word
        for word in re.findall(r"[\w'-]+", text)
        if word.lower() not in {"the", "a", "an", "she", "he", "they", "it"}
    ]
    return title_case(" ".join(words[:4])) or "A New Scene"


def _reading(room: Draftroom, text: str) -> Reading | None:
    """The words as clauses about the story's own cast; None where no clause can be read."""
    reader = Reader(Asks("story", text), text)
    for figure in room.figures():
        if figure.kind in {"person", "animal", "thing"}:
            reader.figures[figure.key] = figure
    try:
        reading = reader.read()
    except ProviderError:
        return None
    return reading if reading.clauses and all(each.verb for each in reading.clauses[:1]) else None


def _shots(room: Draftroom, text: str, like: Scene) -> tuple[list[tuple[str, tuple[str, ...]]], str]:
    """What the words show, shot for shot, and the place they name; the words themselves where no clause is read."""
    text = resolved(room, text)
    reading = _reading(room, text)
    if reading is None or not _faithful(text, " ".join(each.text for each in reading.clauses)):
        return [(sentence(text), named_in(room, text))], ""
    known = {each.id for each in room.story.entities}
    asks = Reading(Asks("story", text), reading.figures, reading.clauses)
    taken = {each.description.split(", ")[-1] for each in room.story.entities}
    new = [
        entity_of(each, asks, room.dice, taken)
        for each in reading.figures
        if each.kind in {"person", "animal", "place"} and each.key not in known
    ]
    room.story = replace(room.story, entities=(*room.story.entities, *new))
    ids = {each.id for each in room.story.entities}
    keys = {each.key: each for each in reading.figures}
    shots: list[tuple[str, tuple[str, ...]]] = []
    for clause in reading.clauses[:3]:
        who = (clause.subject, clause.object, clause.companion)
        visible = tuple(key for key in dict.fromkeys(who) if key in ids and key in keys and keys[key].kind != "place")
        shots.append((clause.text, tuple(dict.fromkeys((*visible, *named_in(room, clause.text))))))
    last = reading.clauses[-1]
    script = scripts().get(last.verb) or scripts().get(last.verb.split()[0]) or verb_classes().get(last.verb.split()[0])
    if script is not None and len(shots) < 3:
        binding = Binding(
            keys.get(last.subject), keys.get(last.object), keys.get(last.companion), None, last.object_text
        )
        traces = [fill(each, binding) for each in room.dice.shuffled(script.after, "add")]
        if after := next((each for each in traces if each), ""):
            shots.append((after, named_in(room, after)))
    place = reading.place if reading.place in ids else ""
    return shots, place if place and room.story.entity(place) else ""


def _faithful(asked: str, told: str) -> bool:
    """Whether a reading kept what was asked for: most of its longer words."""
    words = [word.rstrip("s") for word in re.findall(r"[a-z]{4,}", asked.lower())]
    kept = sum(word[:5] in told.lower() for word in words)
    return kept >= 0.75 * len(words)


def resolved(room: Draftroom, text: str) -> str:
    """The words with a finite verb and names for pronouns: "her packing" and "she packs" become "Mia packs"."""
    from_her = re.match(r"(?:her|him|them|it|the [\w]+|[A-Z]\w+) (\w+ing)\b", text)
    if from_her:
        lemma = verb_lemma(from_her.group(1))
        who = text[: from_her.start(1)].strip()
        plural = who.lower() == "them"
        text = f"{who} {lemma if plural else inflect(lemma, 'VBZ')}{text[from_her.end(1) :]}"
    text = re.sub(r"^(?:that|where|when|in which|with|of) ", "", text)
    opening = re.match(r"(she|he|they|her|him|them|it)\b", text, re.IGNORECASE)
    if opening is None:
        return text
    word = opening.group(1).lower()
    people = [each for each in room.figures() if each.kind in {"person", "animal"}]
    if not people:
        return text
    gender = {"she": "f", "her": "f", "he": "m", "him": "m"}.get(word, "")
    if word in {"they", "them"} and len(people) > 1:
        return f"{people[0].text} and {people[1].text}{text[opening.end() :]}"
    match = next((each for each in people if each.gender == gender), people[0])
    return f"{match.text}{text[opening.end() :]}"


def named_in(room: Draftroom, said: str) -> tuple[str, ...]:
    """Ids of the characters and things that the words name."""
    lowered = said.lower()
    return tuple(
        each.id
        for each in room.story.entities
        if each.kind != "place" and re.search(rf"\b{re.escape(bare(each.name))}\b(?!')", lowered)
    )


def _somebody(room: Draftroom, wish: Wish, text: str) -> None:
    """Somebody or something new, seen in the scenes meant or in the first and the last but one."""
    head = re.split(r"\b(?:who|that|with|in|on|which)\b", text)[0].strip()
    scenes = room.targets(wish)
    chosen = scenes if wish.scenes else [scenes[0], scenes[-2]] if len(scenes) > 2 else scenes[:1]
    before = {each.id for each in room.story.entities}
    shown = re.sub(r"^(?:her|his|their|another|some) ", "a ", head)
    does = re.match(r"^.+? (?:who|that|which) (?P<does>[a-z]+s\b.*)$", text)
    shots, _ = _shots(room, f"{shown} {does.group('does') if does else 'watches'}", chosen[0])
    room.put(insert_shot(room, chosen[0], len(chosen[0].shots) // 2 or 1, shots[0][0], shots[0][1]))
    new = [each for each in room.story.entities if each.id not in before and each.kind == "character"]
    if not new:
        return
    for scene in chosen[1:]:
        text = sentence(f"{new[0].name} comes closer and stops")
        room.put(insert_shot(room, scene, len(scene.shots) // 2 or 1, text, (new[0].id,)))
