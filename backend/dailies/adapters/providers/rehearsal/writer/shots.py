"""From a plan to a story: which drafts are shot, their sizes, moves, lines and seconds."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.beats import PRIORITY, WEIGHT, Beat, Draft, Plan, halved
from dailies.adapters.providers.rehearsal.writer.casting import entity_of, place_row
from dailies.adapters.providers.rehearsal.writer.lexicon import roles, table
from dailies.adapters.providers.rehearsal.writer.phrases import Binding
from dailies.adapters.providers.rehearsal.writer.stage import Planner
from dailies.adapters.providers.rehearsal.writer.words import sentence, title_case
from dailies.domain.brief import Brief
from dailies.domain.story import CameraMove, Entity, Scene, Shot, ShotSize, Story

SIZES: dict[str, tuple[ShotSize, ...]] = {
    "establish": ("wide", "extreme wide"),
    "before": ("medium close-up", "medium", "medium wide"),
    "clause": ("medium wide", "full", "medium"),
    "after": ("close-up", "medium close-up", "medium"),
    "reaction": ("medium close-up", "close-up"),
    "detail": ("insert", "close-up"),
    "result": ("wide", "medium wide", "full"),
}
MOVES: dict[str, tuple[CameraMove, ...]] = {
    "establish": ("drift", "static", "pan right", "tilt down", "pan left"),
    "before": ("static", "static", "push in"),
    "clause": ("static", "push in", "drift"),
    "after": ("static", "static", "push in"),
    "reaction": ("static",),
    "detail": ("static", "push in"),
    "result": ("pull out", "static", "drift"),
}
LONGEST_UNSPLIT_S = 5.5


def share_seconds(weights: list[float], seconds: float) -> list[float]:
    """Share the film's seconds over its shots on the half-second grid, at least one second each."""
    units = round(seconds * 2)
    count = len(weights)
    base = 4 if units >= 5 * count else 3 if units >= 3 * count else 2
    spare = units - base * count
    total = sum(weights)
    exact = [spare * weight / total for weight in weights]
    whole = [int(each) for each in exact]
    order = sorted(range(count), key=lambda index: (whole[index] - exact[index], index))
    for index in order[: spare - sum(whole)]:
        whole[index] += 1
    return [(base + each) / 2 for each in whole]


def shot_budget(seconds: int) -> int:
    """How many shots a film of this length can hold."""
    return max(2, min(round(seconds / 3.0), 36))


def compose(brief: Brief, planner: Planner, plan: Plan) -> Story:
    """The finished story."""
    beats = [beat for beat in plan.beats if beat.drafts]
    for index, beat in enumerate(beats):
        time, weather = planner.moment(index, len(beats))
        beat.time = beat.time or time
        beat.weather = beat.weather or weather
        if index == len(beats) - 1 and len(beats) > 1 and beat.place in planner.shown:
            continue
        if beat.place not in planner.shown and not any(each.kind == "establish" for each in beat.drafts):
            beat.drafts[:0] = planner.establish(beat.place, beat.time, beat.weather, f"establish{index}")
    enrich(planner, beats, brief.duration_s)
    while len(beats) < min(3, planner.wanted) and not planner.asks.scenes and halved(beats):
        pass
    known_articles(planner, beats)
    select(beats, brief.duration_s)
    beats = trimmed(beats, brief.duration_s)
    distinct_titles(beats, planner)
    speak(beats, planner, brief.duration_s)
    scenes = scenes_of(beats, planner, brief.duration_s)
    entities = cast_of(planner, beats)
    remarks = list(plan.remarks)
    if planner.reading.unread:
        remarks.append(
            "Not used, because I could not read it: "
            + "; ".join(f"“{each}”" for each in planner.reading.unread[:3])
            + "."
        )
    return Story(
        plan.title, plan.logline, plan.framework, entities, scenes, brief.style, plan.call, "en", tuple(remarks)
    )


def known_articles(planner: Planner, beats: list[Beat]) -> None:
    """Say "the" of what the film has shown already: a brief's "a glacier" comes after the glacier was seen."""
    seen: set[str] = set()
    nouns = {
        core_of(figure.text)
        for figure in planner.figures.values()
        if figure.kind in {"person", "animal", "thing", "place"} and not figure.named and not figure.plural
    }
    for draft in (draft for beat in beats for draft in beat.drafts):
        for noun in sorted(nouns, key=len, reverse=True):
            if noun in seen and draft.kind != "establish":
                draft.text = re.sub(
                    rf"\b([Aa])n? (?={re.escape(noun)}\b)",
                    lambda match: "The " if match[1] == "A" else "the ",
                    draft.text,
                )
            if re.search(rf"\b(?:the|an?) {re.escape(noun)}\b", draft.text, re.IGNORECASE):
                seen.add(noun)


def core_of(text: str) -> str:
    """A figure's words without its article or number."""
    return re.sub(r"^(?:the |an? )?(?:one )?", "", text.lower())


def enrich(planner: Planner, beats: list[Beat], seconds: int) -> None:
    """Add close details and days where a long film has too few shots."""
    wanted = round(seconds / LONGEST_UNSPLIT_S)
    days = table("days")
    for round_number in range(4):
        for index, beat in enumerate(beats):
            have = sum(min(len(each.drafts), 6) for each in beats)
            if have >= wanted:
                return
            if len(beat.drafts) >= 6:
                continue
            row = place_row(planner.figures[beat.place])
            being = next(
                (
                    planner.figures[key]
                    for draft in beat.drafts
                    for key in draft.who
                    if planner.figures[key].kind in {"person", "animal"} and not planner.figures[key].plural
                ),
                None,
            )
            extra: list[Draft] = []
            if row is not None and (round_number % 2 == 0 or being is None):
                fresh = [sentence(each) for each in row.detail if sentence(each) not in planner.said]
                if fresh:
                    planner.said.add(fresh[0])
                    extra = planner.draft("detail", fresh[0])
            if not extra and being is not None and planner.asks.people and round_number:
                role = roles().get(being.role)
                beast = table("beasts").get(being.noun)
                rows = list(beast["day"]) if beast else list(role.day) if role else []
                extra = planner.draft("after", planner.say(rows, Binding(being), "enrich", index, round_number), being)
            if not extra and beat.weather:
                extra = planner.draft(
                    "detail", planner.say(days["weather"][beat.weather], Binding(), "enrich-sky", index, round_number)
                )
            at = len(beat.drafts) - 1 if beat is beats[-1] else min(2, len(beat.drafts))
            beat.drafts[at:at] = extra


def select(beats: list[Beat], seconds: int) -> None:
    """Keep the most needed drafts: what must be, then by kind, evenly over the scenes."""
    must = sum(draft.must for beat in beats for draft in beat.drafts)
    budget = max(shot_budget(seconds), min(must, seconds), len(beats))
    per_scene = max(3 if seconds <= 75 else 4, min(6, math.ceil(seconds / 3.6 / len(beats))))
    ranked = []
    for number, beat in enumerate(beats):
        kinds: dict[str, int] = {}
        for place, draft in enumerate(beat.drafts):
            kinds[draft.kind] = kinds.get(draft.kind, 0) + 1
            rank = (
                (-2.0 if draft.kind == "clause" else -1.0)
                if draft.must
                else PRIORITY[draft.kind] + 2.5 * (kinds[draft.kind] - 1)
            )
            if draft.kind == "establish" and number == 0:
                rank = 0.5
            ranked.append((rank, kinds[draft.kind], number, place))
    kept: dict[int, list[int]] = {number: [] for number in range(len(beats))}
    for _, _, number, place in sorted(ranked, key=lambda row: (row[0], row[2], row[3])):
        total = sum(map(len, kept.values()))
        empty_left = sum(not each for each in kept.values())
        draft = beats[number].drafts[place]
        if kept[number] and total + empty_left >= budget:
            continue
        if len(kept[number]) >= per_scene and not draft.must:
            continue
        kept[number].append(place)
    for number, beat in enumerate(beats):
        beat.drafts = [beat.drafts[place] for place in sorted(kept[number])]


def trimmed(beats: list[Beat], seconds: int) -> list[Beat]:
    """Take shots out of the middle until each of the rest can last a second; first and last stay."""
    while sum(len(beat.drafts) for beat in beats) > seconds:
        at = len(beats) // 2
        longest = max(range(len(beats)), key=lambda index: len(beats[index].drafts))
        if len(beats[longest].drafts) > 1:
            beats[longest].drafts.pop(len(beats[longest].drafts) // 2)
        else:
            beats = [*beats[:at], *beats[at + 1 :]]
    return beats


def distinct_titles(beats: list[Beat], planner: Planner) -> None:
    """No two scene cards with one title."""
    seen: set[str] = set()
    for number, beat in enumerate(beats, 1):
        options = [
            beat.title,
            *beat.titles,
            title_case(planner.figures[beat.place].text),
            *(title_case(planner.figures[key].text) for draft in beat.drafts for key in draft.who),
            *planner.dice.shuffled(("Closer", "A Little Later", "Still There", "From Here"), "card", number),
            f"Part {number}",
        ]
        beat.title = next((each for each in options if each not in seen), f"Part {number}")
        seen.add(beat.title)


def speak(beats: list[Beat], planner: Planner, seconds: int) -> None:
    """Give at most one line for every twelve seconds to somebody in the frame."""
    if not planner.asks.dialogue or not planner.asks.people:
        return
    calm = "calm" in planner.asks.tones
    left = max(1, seconds // (24 if calm else 12))
    previous = -2
    said: set[str] = set()
    for number, beat in enumerate(beats):
        if left == 0 or number - previous < 2 and len(beats) > 3:
            continue
        for speaker, words in beat.lines:
            if calm and len(words.split()) > 5:
                continue
            draft = next(
                (
                    each
                    for each in reversed(beat.drafts)
                    if speaker in each.who and not each.caption and each.kind != "establish"
                ),
                None,
            )
            if draft is None or words in said:
                continue
            draft.line, draft.speaker = words, speaker
            said.add(words)
            left, previous = left - 1, number
            break


def scenes_of(beats: list[Beat], planner: Planner, seconds: int) -> tuple[Scene, ...]:
    """Scenes with ids, sizes, moves and seconds."""
    flat = [draft for beat in beats for draft in beat.drafts]
    weights = [WEIGHT[draft.kind] + (0.35 if draft.line or draft.caption else 0.0) for draft in flat]
    times = iter(share_seconds(weights, seconds))
    tone = next(iter(planner.asks.tones), "plain")
    moods = table("days")["moods"].get(tone, table("days")["moods"]["plain"])
    scenes = []
    last_size = ""
    for number, beat in enumerate(beats, 1):
        shots = []
        for index, draft in enumerate(beat.drafts):
            size = size_of(draft, last_size, planner, number, index)
            last_size = size
            shot_id = f"s{number}{chr(ord('a') + index)}"
            shots.append(
                Shot(
                    shot_id,
                    next(times),
                    draft.text,
                    size,
                    move_of(draft, tone, planner, number, index),
                    draft.who,
                    draft.line,
                    draft.speaker,
                    draft.caption,
                )
            )
        mood = moods[0 if number == 1 else 3 if number == len(beats) else 1 + (number % 2)]
        assert beat.time is not None
        assert beat.weather is not None
        scenes.append(Scene(f"s{number}", beat.title, beat.place, beat.time, beat.weather, mood, tuple(shots)))
    return tuple(scenes)


def size_of(draft: Draft, last: str, planner: Planner, number: int, index: int) -> ShotSize:
    """A size that serves the kind of shot and differs from the one before."""
    options = [size for size in SIZES[draft.kind] if size != last]
    return planner.dice.pick(options or list(SIZES[draft.kind]), f"s{number}", index, "size")


def move_of(draft: Draft, tone: str, planner: Planner, number: int, index: int) -> CameraMove:
    """Static unless something moves or the tone asks for it."""
    if tone == "calm":
        return "static" if draft.kind != "result" else "drift"
    if draft.moving:
        return planner.dice.pick(("pan right", "pan left", "handheld"), f"s{number}", index, "move")
    if tone == "tense" and draft.kind in {"clause", "reaction"}:
        return "push in"
    return planner.dice.pick(MOVES[draft.kind], f"s{number}", index, "move")


def cast_of(planner: Planner, beats: list[Beat]) -> tuple[Entity, ...]:
    """Entities of everything that is in a frame, characters first; shots keep only what has an entity."""
    used = [key for beat in beats for draft in beat.drafts for key in draft.who]
    counts = {key: used.count(key) for key in dict.fromkeys(used)}
    taken: set[str] = set()
    chosen = []
    for key, figure in planner.figures.items():
        seen = key in counts
        place = figure.kind == "place" and any(beat.place == key for beat in beats)
        prop = figure.kind == "thing" and counts.get(key, 0) >= 2 and figure.klass not in {"body", "event", "part"}
        if place or prop or (seen and figure.kind in {"person", "animal", "product"}):
            chosen.append(figure)
    if planner.reading.product is not None and planner.reading.product not in chosen:
        chosen.append(planner.reading.product)
    order = {"person": 0, "animal": 1, "place": 2, "product": 3, "thing": 4}
    chosen.sort(key=lambda figure: order[figure.kind])
    return tuple(entity_of(figure, planner.reading, planner.dice, taken) for figure in chosen)


def only_known(story: Story) -> Story:
    """The story with the cast of each shot cut to its entities."""
    known = {entity.id for entity in story.entities}
    scenes = tuple(
        replace(
            scene,
            shots=tuple(replace(shot, who=tuple(key for key in shot.who if key in known)) for shot in scene.shots),
        )
        for scene in story.scenes
    )
    return replace(story, scenes=scenes)
