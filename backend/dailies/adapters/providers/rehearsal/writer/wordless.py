"""Films from briefs without a verb: an adjective that drives, a day, a place."""

from __future__ import annotations

from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.adverts import close
from dailies.adapters.providers.rehearsal.writer.beats import Beat, Plan
from dailies.adapters.providers.rehearsal.writer.casting import place_row
from dailies.adapters.providers.rehearsal.writer.language import not_understood
from dailies.adapters.providers.rehearsal.writer.lexicon import roles, table
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.adapters.providers.rehearsal.writer.stage import Planner
from dailies.adapters.providers.rehearsal.writer.words import capital, sentence, title_case

WEATHER_WORDS = {
    "rain": "rain",
    "snow": "snow",
    "fog": "fog",
    "storm": "storm",
    "wind": "wind",
    "clear": "sun",
    "overcast": "cloud",
}


HOUSES = frozenset("farmhouse village castle cabin hotel farm haunted-house alpine-village balcony".split())


def place_film(film: Planner) -> Plan:
    """A place and nobody in it: wide, then close, then the light gone on."""
    home = film.home()
    figure = film.figures[home]
    row = place_row(figure)
    details = [sentence(each) for each in (row.detail if row else ())]
    lived_in = row is not None and row.name in HOUSES
    pool = table("days")["place" if lived_in else "anywhere"]
    looks = [*details, *(sentence(each.format(place=figure.text)) for each in pool)]
    beats = []
    for index, text in enumerate(film.dice.shuffled(looks, "looks")[: max(2, film.wanted * 2 - 3)]):
        film.said.add(text)
        shot = film.draft("clause" if index % 2 == 0 else "detail", text, must=index < 2)
        if index % 2 == 0:
            card = film.dice.pick(
                ("From the Gate", "Inside", "The Windows") if lived_in else ("From the Far End", "The Light", "Close"),
                "card",
                index,
            )
            beats.append(Beat(card, home, shot))
        else:
            beats[-1].drafts += shot
    ending = film.changed(home)
    for weather in film.reading.weathers[:1]:
        ending[:0] = film.draft("after", film.say(table("days")["weather"][weather], Binding(), "sky"))
    beats.append(Beat(title_case(figure.text), home, ending))
    beats = film.merged([each for each in beats if each.drafts])
    call = close(film, beats[-1])
    name = title_case(figure.text)
    return Plan("Observational day", beats, name, sentence(film.asks.body or name), call, tuple(film.remarks))


def engine_film(film: Planner) -> Plan:
    """Two words are enough: the adjective drives, the noun is seen."""
    engine = table("engines")[film.reading.engine]
    named = [each for each in film.reading.figures if film.reading.engine in each.adjectives and each.kind != "place"]
    thing = next(iter((*named, *film.reading.things, *film.reading.beings)), None)
    spot = film.figures.get(film.reading.place)
    thing = thing or spot
    if thing is None:
        raise not_understood(f"“{film.asks.body}” has a mood and no subject. Say who or what it is about, and where.")
    home = film.home() if spot is None else spot.key
    count = min(film.wanted, 5) if film.wanted >= 3 else 3
    images = engine["images"]
    groups = (
        [[images[0], images[1]], [images[2], images[3]], [images[4]]]
        if count == 3
        else [[images[0], images[1]], [images[2]], [images[3]], [images[4]]]
        if count == 4
        else [[each] for each in images]
    )
    binding = Binding(thing, object=thing)
    noun = title_case(thing.text)
    cards = [noun, title_case(film.figures[home].text), "Nearer", "The Other Side", engine["titles"][0]][: len(groups)]
    beats = []
    for index, group in enumerate(groups):
        beat = Beat(cards[index], home)
        for template in group:
            beat.drafts += film.draft(
                "result" if template is images[4] else "clause", fill(template, binding) or "", must=True
            )
        if film.seconds > 20 and thing.kind in {"person", "animal"}:
            rows = table("days")["animal" if thing.kind == "animal" else "person"]
            beat.drafts += film.draft("after", film.say(rows, Binding(thing), "engine", index), thing)
        elif film.seconds > 20 and thing.kind == "thing" and index in {1, 3}:
            row = table("nouns").get(thing.klass)
            beat.drafts += film.draft("detail", film.say(row["detail"], binding, "engine", index)) if row else []
        beats.append(beat)
    row = place_row(film.figures[home])
    if row is not None and film.seconds > 20:
        for index, detail in enumerate(row.detail):
            film.said.add(sentence(detail))
            beats[min(1 + 2 * index, len(beats) - 2)].drafts += film.draft("detail", sentence(detail))
    beats[-1].drafts[:0] = [replace(each, kind="after") for each in film.changed(home)]
    return Plan(
        "Plant and return",
        beats,
        film.dice.pick(engine["titles"], "title"),
        sentence(f"{thing.text}, in five images"),
        "",
        tuple(film.remarks),
    )


def day_film(film: Planner) -> Plan:
    """No verb in the brief: a day, its people, its animals, its weather, the same frame changed."""
    home = film.home()
    beings = [each for each in film.reading.beings if each.role != "crowd"]
    days = table("days")
    beats: list[Beat] = []
    row = place_row(film.figures[home])
    for index, being in enumerate(beings):
        role = roles().get(being.role)
        beast = table("beasts").get(being.noun)
        rows = list(beast["day"]) if beast else days["animal"] if being.kind == "animal" else days["person"]
        rows = list(role.day) if role and being.kind == "person" else rows
        shots = []
        for again in range(2):
            shots += film.draft(
                "clause" if not again else "after",
                film.say(rows, Binding(being), "day", index, again),
                being,
                must=not again,
            )
        beats.append(Beat(title_case(being.text), home, shots))
    for index, thing in enumerate(film.reading.things):
        noun_row = table("nouns").get(thing.klass) or table("nouns")["furniture"]
        shots = film.draft("clause", film.say(days["thing"], Binding(thing, thing), "thing", index), thing, must=True)
        shots += film.draft("detail", film.say(noun_row["detail"], Binding(thing, thing), "thing-detail", index), thing)
        beats.append(Beat(title_case(thing.text), home, shots))
        if not beings and len(film.reading.things) == 1:
            closer = film.draft("detail", film.say(noun_row["detail"], Binding(thing, thing), "closer"), thing)
            beats.append(Beat("Closer", home, closer))
            rest = film.draft("result", film.say(noun_row["rest"], Binding(thing, thing), "rest"), thing, must=True)
            beats.append(Beat(title_case(f"{thing.text}, after"), home, rest))
    for index, weather in enumerate(film.reading.weathers):
        shots = film.draft("clause", film.say(days["weather"][weather], Binding(), "weather", index), must=True)
        shots += film.draft("after", film.say(days["weather"][weather], Binding(), "weather-again", index))
        beats.append(Beat(f"The {capital(WEATHER_WORDS[weather])}", home, shots, weather=weather))
    if len(beings) >= 2:
        shots = film.draft(
            "clause",
            film.say(days["pair"], Binding(beings[0], companion=beings[1]), "pair"),
            beings[0],
            beings[1],
            must=True,
        )
        beats.append(Beat("Together", home, shots))
    places_named = [key for key in film.reading.places if key != home]
    for key in places_named:
        beats.append(Beat(title_case(film.figures[key].text), key, film.changed(key)))
    if row is not None:
        film.said.add(sentence(row.detail[0]))
        first = Beat(title_case(film.figures[home].text), home, film.draft("detail", sentence(row.detail[0])))
        beats.insert(0, first) if first.drafts else None
    ending = Beat(title_case(beings[0].text if beings else film.figures[home].text), home, film.changed(home))
    if beings:
        role = roles().get(beings[0].role)
        rows = days["animal"] if beings[0].kind == "animal" else list(role.day) if role else days["person"]
        ending.drafts[:0] = film.draft("after", film.say(rows, Binding(beings[0]), "day-end"), beings[0])
    beats.append(ending)
    beats = [each for each in beats if each.drafts]
    beats = film.merged(beats)
    call = close(film, beats[-1])
    title = (
        title_case(
            film.figures[home].text
            if beings or film.reading.place or not film.reading.things
            else film.reading.things[0].text
        )
        if not film.asks.body.lower().startswith("a day")
        else f"A Day at the {title_case(film.figures[home].noun)}"
    )
    return Plan("Observational day", beats, title, sentence(film.asks.body), call, tuple(film.remarks))
