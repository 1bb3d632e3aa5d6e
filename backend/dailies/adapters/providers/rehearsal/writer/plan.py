"""From a reading to beats: which framework the brief asks for."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.adverts import portrait, problem_product
from dailies.adapters.providers.rehearsal.writer.beats import Plan
from dailies.adapters.providers.rehearsal.writer.figures import Figure
from dailies.adapters.providers.rehearsal.writer.language import not_understood
from dailies.adapters.providers.rehearsal.writer.lessons import answer, demonstration, message, own_steps
from dailies.adapters.providers.rehearsal.writer.lexicon import places
from dailies.adapters.providers.rehearsal.writer.plots import clauses_film
from dailies.adapters.providers.rehearsal.writer.stage import Planner
from dailies.adapters.providers.rehearsal.writer.wordless import day_film, engine_film, place_film

PUBLIC = re.compile(
    r"\b(?:public|psa|charity|campaign|awareness|message|service announcement|don't|do not|stop|never|quit|save)\b",
    re.IGNORECASE,
)


def plan_film(film: Planner) -> Plan:
    """The plan of the film. Raises ProviderError ``brief_not_understood``."""
    kind = film.asks.kind
    if PUBLIC.search(f"{film.asks.heading} {film.asks.body}") and (public := message(film)) is not None:
        return public
    if kind == "howto":
        return demonstration(film)
    acting = [each for each in film.reading.clauses if each.verb]
    if kind == "explainer" and len(acting) < 2:
        return answer(film)
    if kind in {"walkthrough", "explainer"} and len(acting) >= 2:
        return own_steps(film)
    if kind == "ad":
        return advert(film)
    return story(film)


def advert(film: Planner) -> Plan:
    """An ad: its own story, its object, or problem and product."""
    product = film.reading.product
    if product is not None and product.noun in places() and not film.reading.clauses:
        return offered(film, product)
    if not film.asks.people:
        return portrait(film)
    seen = [each for each in film.reading.clauses if each.verb or each.source not in film.asks.musts]
    if len(seen) >= 2 or any(each.verb for each in seen):
        return clauses_film(film)
    return problem_product(film)


def offered(film: Planner, product: Figure) -> Plan:
    """An ad for a place: the place itself is the film."""
    key = film.place_of(product.noun)
    film.figures[key] = replace(film.figures[key], adjectives=tuple(product.text.split()[1:-1]))
    film.reading = replace(film.reading, place=key, places=(key,), product=None)
    plan = place_film(film)
    call = film.asks.closing or f"Come and see {product.text}."
    plan.beats[-1].drafts[-1].caption = call
    plan.beats[-1].drafts[-1].must = True
    return replace(plan, call=call)


def story(film: Planner) -> Plan:
    """A story: its clauses, its adjective, its place, or its day."""
    reading = film.reading
    if reading.clauses:
        return clauses_film(film)
    if reading.engine:
        return engine_film(film)
    if reading.places and not reading.beings:
        return place_film(film)
    if reading.beings or reading.things or reading.places:
        return day_film(film)
    raise not_understood("The brief names nobody and nothing to film. Say who it is about, what they do, and where.")
