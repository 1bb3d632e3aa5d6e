"""A film from the brief's own clauses: little is invented, promises are paid."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.adverts import close, product_beat
from dailies.adapters.providers.rehearsal.writer.beats import Beat, Draft, Plan, halved
from dailies.adapters.providers.rehearsal.writer.casting import place_row
from dailies.adapters.providers.rehearsal.writer.debts import Debt, debts_of, payoffs
from dailies.adapters.providers.rehearsal.writer.figures import Clause, Figure
from dailies.adapters.providers.rehearsal.writer.lexicon import roles, table
from dailies.adapters.providers.rehearsal.writer.phrases import Binding
from dailies.adapters.providers.rehearsal.writer.stage import Planner
from dailies.adapters.providers.rehearsal.writer.titles import bare, film_titles
from dailies.adapters.providers.rehearsal.writer.words import capital, sentence, title_case

TROUBLE = frozenset(
    "steal snap break lose miss hide spill forget fall fight burn drop refuse search wait fail crash stop trick cut leave "  # noqa: E501
    "drown flood freeze feud swallow escape vanish die quit".split()
)


def clauses_film(film: Planner) -> Plan:
    """Shoot the brief's own clauses; invent an opening and an ending."""
    clauses = fitting(film)
    home = film.home()
    beats = beats_of(film, clauses, home)
    beats = film.merged(beats)
    hero = film.hero()
    spare = film.wanted - len(beats)
    angle = film.dice.pick(("day", "day", "cold", "close", "ahead"), "angle")
    if angle == "day" or not turned(film, beats, clauses, angle):
        spare -= opened(film, beats, spare, hero, home)
    if film.reading.product is not None:
        product_beat(film, beats)
    debts = debts_of(film.reading)
    if spare > 1 or (spare > 0 and film.asks.scenes):
        spare -= harder(film, beats, clauses, debts)
    spare -= ended(film, beats, spare, hero, clauses, debts)
    least = film.asks.scenes or min(3, film.wanted)
    while len(beats) < least and halved(beats):
        pass
    call = close(film, beats[-1])
    if film.asks.name and re.search(r"trailer|teaser|music video", film.asks.heading, re.IGNORECASE):
        beats[-1].drafts[-1].caption = beats[-1].drafts[-1].caption or title_case(film.asks.name)
        beats[-1].drafts[-1].must = True
    return Plan(
        framework_of(film, clauses, debts),
        beats,
        film.dice.pick(film_titles(film.reading, film.figures)[:3], "title")
        if not film.asks.name
        else title_case(film.asks.name),
        logline(film),
        call,
        tuple(film.remarks),
    )


def turned(film: Planner, beats: list[Beat], clauses: list[Clause], angle: str) -> bool:
    """Begin otherwise than with a common day: at once, on something close, or on what is to come. Returns
    whether the film now has such a beginning."""
    if angle == "cold":
        return len(beats) >= 3
    if angle == "ahead" and len(clauses) >= 3 and clauses[-1].verb:
        shots = film.more(clauses[-1], "before", "ahead")
    else:
        row = place_row(film.figures[beats[0].place])
        fresh = [each for each in map(sentence, row.detail if row else ()) if each not in film.said]
        text = film.dice.pick(fresh, "close") if fresh else ""
        film.said.add(text)
        shots = film.draft("detail", text, must=bool(text))
    beats[0].drafts[:0] = [replace(each, must=True) for each in shots]
    return bool(shots)


def fitting(film: Planner) -> list[Clause]:
    """As many clauses as the seconds can hold; what is left out is said."""
    clauses = list(film.reading.clauses)
    most = max(2, int(film.seconds // 1.5))
    if len(clauses) <= most:
        return clauses
    step = (len(clauses) - 1) / (most - 1)
    kept = sorted({round(index * step) for index in range(most)})
    left = [each.source for index, each in enumerate(clauses) if index not in kept]
    film.remarks.append(
        f"{len(left)} things of the brief did not fit into {film.seconds} seconds, among them “{left[0]}”."
    )
    return [clauses[index] for index in kept]


def beats_of(film: Planner, clauses: list[Clause], home: str) -> list[Beat]:
    """One scene for each clause; the place goes on until a clause names another."""
    beats: list[Beat] = []
    here = {key: home if film.on_the_map(key) and home != key else key for key in film.reading.places}
    first = next((here.get(each.place, each.place) for each in clauses[:1] if each.place), "")
    place = first or home
    goals = {each.goal for each in clauses if each.goal}
    if place in goals and not first:
        place = next((key for key in film.reading.places if key not in goals), place)
    for index, clause in enumerate(clauses):
        place = here.get(clause.place, clause.place) or place
        beats.append(film.clause_beat(clause, index, place))
        place = clause.goal or place
    return beats


def opened(film: Planner, beats: list[Beat], spare: int, hero: Figure | None, home: str) -> int:
    """Open on the hero's own common day, where the tables know it. Returns the scenes it took."""
    if hero is None or hero.plural or hero.role == "crowd" or hero.kind not in {"person", "animal"}:
        return 0
    if hero.key not in {each.subject for each in film.reading.clauses[:2] if each.verb}:
        return 0
    role = roles().get(hero.role)
    known = table("beasts").get(hero.noun)
    rows = list(role.day) if role and hero.kind == "person" else list(known["day"]) if known else []
    if film.asks.scenes and spare <= 0:
        rows = []
    place = beats[0].place
    suits = role is None or not role.home or place_of_kind(film, place) == role.home or role.name in ANYWHERE
    film.introduced.add(hero.key)
    shots = film.draft("before", film.say(rows, Binding(hero), "opening"), hero) if suits else []
    if not shots:
        return 0
    if spare <= 1:
        beats[0].drafts[:0] = shots if len(beats[0].drafts) < 4 else []
        return 0
    beats.insert(0, Beat(title_case(film.figures[place].text), place, shots, titles=(title_case(hero.text),)))
    return 1


ANYWHERE = frozenset("girl boy child woman man courier thief photographer".split())


def place_of_kind(film: Planner, place: str) -> str:
    """The table's name of a place of the film, or ""."""
    row = place_row(film.figures[place])
    return row.name if row else ""


def harder(film: Planner, beats: list[Beat], clauses: list[Clause], debts: list[Debt]) -> int:
    """What goes wrong on the way: from the verb, or from the thing. Returns the scenes it took."""
    if film.asks.kind in {"ad", "walkthrough", "explainer"}:
        return 0
    wished = [each.clause for each in debts if each.kind == "wish"]
    key = wished[-1] if wished else next((each for each in reversed(clauses) if film.script(each) is not None), None)
    script = film.script(key) if key is not None else None
    if key is None or script is None or (len(clauses) > 3 and not wished):
        return 0
    binding = film.binding(key)
    shots: list[Draft] = []
    for again in range(2):
        shots += film.draft(
            "clause" if not again else "after", film.say(script.hard, binding, "hard", again), binding.subject
        )
    if not shots:
        return 0
    at = next(
        (index for index, beat in enumerate(beats) if any(draft.text == key.text for draft in beat.drafts)),
        len(beats) - 1,
    )
    said = bare(key.object_text)
    title = film.dice.pick(("Not Yet", "The First Try", "Nearly"), "hard-title")
    beat = Beat(title, beats[at].place, shots, titles=(title_case(f"not {said} yet"),) if said else ())
    beats.insert(at + 1 if key.wish else at, beat)
    return 1


def ended(
    film: Planner, beats: list[Beat], spare: int, hero: Figure | None, clauses: list[Clause], debts: list[Debt]
) -> int:
    """Pay what was promised; then the place's moving thing, changed. Returns the scenes it took."""
    last = next((each for each in reversed(clauses) if each.verb), clauses[-1])
    place = clauses[-1].goal or beats[-1].place
    paid: list[Draft] = []
    for debt in debts[-1:]:
        binding = film.binding(debt.clause)
        texts = [each for each in payoffs(debt, binding, hero) if each not in film.said]
        if texts:
            text = film.dice.pick(texts, "payoff", debt.kind)
            film.said.add(text)
            paid += film.draft("result", text, binding.subject, must=debt is debts[-1])
    rest = film.more(last, "after", "ending") if last.verb and not paid and not last.negated else []
    changed = [replace(each, kind="after" if paid else "result") for each in film.changed(place)]
    shots = [*rest, *changed, *paid] if paid else [*rest, *changed]
    if not shots:
        return 0
    kept = debts if paid else []
    if spare > 0 and len(shots) > 1:
        beats.append(Beat(ending_title(film, kept, changed), place, shots, titles=ending_titles(kept, changed)))
        return 1
    beats[-1].drafts += shots if paid else shots[-1:]
    return 0


def ending_titles(debts: list[Debt], changed: list[Draft]) -> tuple[str, ...]:
    """What the last card could say: the promise kept, or the thing that has changed."""
    cards = [str(each) for debt in debts[-1:] for each in table("debts")[debt.kind]["titles"]]
    words = changed[0].text.split() if changed else []
    if words and words[0] in {"The", "A", "One"} and len(words) > 2:
        cards.append(
            title_case(" ".join(words[:3] if words[2][-1:] != "s" and words[2].isalpha() else words[:2]).strip(",.;"))
        )
    return tuple(cards)


def ending_title(film: Planner, debts: list[Debt], changed: list[Draft]) -> str:
    """The last card's words."""
    cards = ending_titles(debts, changed)
    if debts and cards:
        return str(film.dice.pick(table("debts")[debts[-1].kind]["titles"], "ending-title"))
    return cards[-1] if cards else title_case(film.figures[film.home()].text)


def framework_of(film: Planner, clauses: list[Clause], debts: list[Debt]) -> str:
    """The name of the shape the film has."""
    if film.asks.kind == "ad":
        return film.dice.pick(("Story with a product", "Attention, interest, desire, action"), "framework")
    if film.asks.kind in {"walkthrough", "explainer"}:
        return "Problem, steps, recap" if film.asks.kind == "walkthrough" else "Question, closer look, answer"
    if not any(clause.verb for clause in clauses):
        return "Montage"
    if "funny" in film.asks.tones and len(clauses) <= 2:
        return film.dice.pick(("Try-fail ladder", "Kishotenketsu"), "framework")
    if debts and debts[-1].kind == "wish":
        return "Story spine"
    if any(clause.verb and clause.verb.split()[0] in TROUBLE for clause in clauses):
        return film.dice.pick(("Want, block, turn, payoff", "Three acts", "Story spine"), "framework")
    return film.dice.pick(
        ("Three acts", "Story spine") if len(clauses) >= 4 else ("Kishotenketsu", "Reveal"), "framework"
    )


def logline(film: Planner) -> str:
    """The brief's first sentence, or its clauses where that is a list."""
    first = film.reading.asks.body.strip(" .").split(". ")[0]
    return sentence(capital(first[:240]))
