"""Ads: the product enters, its claims are seen, and the last image calls."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from dailies.adapters.providers.rehearsal.writer.beats import Beat, Draft, Plan
from dailies.adapters.providers.rehearsal.writer.figures import Figure
from dailies.adapters.providers.rehearsal.writer.headings import COMPANY
from dailies.adapters.providers.rehearsal.writer.language import not_understood
from dailies.adapters.providers.rehearsal.writer.lexicon import roles, table
from dailies.adapters.providers.rehearsal.writer.phrases import Binding
from dailies.adapters.providers.rehearsal.writer.settings import implied_by
from dailies.adapters.providers.rehearsal.writer.stage import Planner
from dailies.adapters.providers.rehearsal.writer.wares import audience_role
from dailies.adapters.providers.rehearsal.writer.words import capital, inflect, sentence, title_case, verb_lemma


def ad_hero(film: Planner) -> Figure:
    """Whom an ad without people in its brief shows: its audience, or somebody."""
    hero = film.hero()
    if hero is None:
        role = audience_role(film.asks.audience) or film.dice.pick(
            ("woman", "man", "student", "nurse", "gardener", "father", "developer", "teacher"), "hero"
        )
        hero = Figure(role, "person", role, f"the {role}", "person", role=role, gender=roles()[role].gender)
        film.figures[role] = hero
    return hero


def problem_product(film: Planner) -> Plan:
    """An ad with a product and no story of its own."""
    product = film.reading.product
    if product is None:
        raise not_understood(
            "The brief asks for an ad and names no product. Say what it is for, who uses it, and where."
        )
    hero = ad_hero(film)
    film.introduced.add(hero.key)
    row = table("products").get(film.reading.product_class)
    home = ad_home(film, hero, row)
    binding = Binding(hero, object=product, product=product)
    shown = [proof_of(film, claim, hero) for claim in film.reading.claims[:3]]
    before = Beat("Without It", home, before_shots(film, binding, row))
    block = Beat("The Low Point", home)
    enter = Beat(title_case(product.text.removeprefix("the ")), home, enter_shots(film, binding, row))
    for clause in film.reading.clauses:
        enter.drafts += film.draft("clause", clause.text, film.figures.get(clause.subject), must=True)
    proof = Beat("With It", home, proof_shots(film, binding, row, shown))
    if row:
        block.drafts = film.draft("clause", film.say(row["block"], binding, "block"), hero, must=film.seconds > 12)
    if film.wanted >= 4 and len(before.drafts) > 1 and not block.drafts:
        block.drafts = [before.drafts.pop()]
    ending = Beat(f"{title_case(film.figures[home].text)}, After", home, film.changed(home))
    ending.drafts += (
        film.draft("after", film.say(list(roles()[hero.role].day), binding, "after"), hero)
        if (hero.role in roles() and film.seconds > 20)
        else []
    )
    name_scenes(film, (before, block, enter, proof), product)
    beats = film.merged([each for each in (before, block, enter, proof, ending) if each.drafts])
    call = close(film, beats[-1])
    name = product.text.removeprefix("the ")
    return Plan(
        film.dice.pick(("Problem, product, proof", "Before, after, bridge"), "framework"),
        beats,
        title_case(capital(name)),
        ad_logline(film, product, hero),
        call,
        tuple(film.remarks),
    )


def ad_home(film: Planner, hero: Figure, row: dict[str, Any] | None) -> str:
    """Where an ad plays: the brief's place, what its words imply, the audience's, the product's."""
    if film.reading.place:
        return film.reading.place
    said = f"{film.asks.client} {film.asks.audience} {film.asks.body}".lower()
    if implied := implied_by(said):
        return film.place_of(implied)
    if film.asks.audience and hero.role in roles() and roles()[hero.role].home:
        return film.place_of(roles()[hero.role].home)
    if row:
        return film.place_of(str(row["home"]))
    return film.place_of(roles()[hero.role].home if hero.role in roles() else "street")


def before_shots(film: Planner, binding: Binding, row: dict[str, Any] | None) -> list[Draft]:
    """Life without the product: from its row, or from the hero's own day."""
    hero = binding.subject
    day = list(roles()[hero.role].day) if hero is not None and hero.role in roles() else []
    pool = list(row["before"]) if row else day
    shots: list[Draft] = []
    if film.asks.audience and day:
        shots += film.draft("clause", film.say(day, binding, "day"), hero, must=True)
    for slot in ("b1", "b2"):
        shots += film.draft("clause" if not shots else "after", film.say(pool, binding, slot), hero, must=not shots)
    return shots[:3]


def enter_shots(film: Planner, binding: Binding, row: dict[str, Any] | None) -> list[Draft]:
    """The product arrives."""
    product = binding.product
    rows = row["enter"] if row else shown_by(film)
    first = film.draft("clause", film.say(rows, binding, "e1"), product, must=True)
    return [*first, *film.draft("detail", film.say(rows, binding, "e2"), product)]


def proof_shots(film: Planner, binding: Binding, row: dict[str, Any] | None, shown: list[Draft]) -> list[Draft]:
    """What the brief says it does, seen; then what changes for whoever has it."""
    rows = list(row["proof"]) if row else []
    shots = list(shown)
    for slot in ("p1", "p2"):
        shots += film.draft("clause" if not shots else "after", film.say(rows, binding, slot), must=not shots)
    if not shots:
        shots = film.draft("clause", film.say(shown_by(film), binding, "p3"), binding.product, must=True)
    return shots


def proof_of(film: Planner, claim: str, hero: Figure) -> Draft:
    """A claim as a picture, in the brief's words, with the claim for a caption."""
    product = film.reading.product
    assert product is not None
    words = claim.rstrip(".")
    words = re.sub(r"\byou (\w+)", lambda match: f"{hero.text} {inflect(verb_lemma(match.group(1)), 'VBZ')}", words)
    words = re.sub(r"\byour\b", f"{hero.text}'s", words)
    words = words[0].lower() + words[1:]
    draft = film.draft("clause", sentence(f"{product.text} {words}"), product, must=True)[0]
    return replace(draft, caption=claim)


def name_scenes(film: Planner, beats: tuple[Beat, ...], product: Figure) -> None:
    """Cards that name what is in the scene."""
    name = title_case(product.text.removeprefix("the "))
    pools = (
        ("Without", "Before", "A Day Without"),
        ("The Worst of It", "The Low Point", "Enough"),
        ("Here",),
        ("With",),
    )
    for beat, pool in zip(beats, pools, strict=True):
        said = film.dice.pick(pool, "card", pool[0])
        if pool[0] in {"Without", "With"}:
            said = f"{said} {name}" if len(name) < 20 else f"{said} It"
        beat.title = name if pool[0] == "Here" and len(name) < 30 else said


def shown_by(film: Planner) -> list[str]:
    """How a product without a row is seen: a thing in hands, anybody else by a sign."""
    said = f"{film.asks.client} {film.asks.heading}"
    return list(table("days")["sign" if COMPANY.search(said) else "hands"])


def ad_logline(film: Planner, product: Figure, hero: Figure) -> str:
    """One sentence: who, and what the product does for them."""
    what = f", {product.extra}," if product.extra else ""
    if film.reading.claims:
        claim = film.reading.claims[0].rstrip(".")
        return sentence(f"{product.text}{what} {claim[0].lower()}{claim[1:]}")
    return sentence(f"{hero.text}, and {product.text}{what}".rstrip(","))


def portrait(film: Planner) -> Plan:
    """An ad with nobody in it: the object, the light, what the light does."""
    product = film.reading.product
    if product is None:
        raise not_understood("The brief asks for an ad with no people and names no product. Say what the object is.")
    row = table("products").get(film.reading.product_class)
    home = film.reading.place or film.place_of("table-top")
    binding = Binding(product=product)
    pool = [*(row["before"] if row else ()), *(row["block"] if row else ())]
    groups = [
        ("The Table", pool),
        ("The Light", row["enter"] if row else table("days")["hands"][1:4]),
        (
            "The Colour",
            row["proof"]
            if row
            else ["{P}, close, the light moving over it.", "The shadow of {p} turns across the plaster."],
        ),
    ]
    beats = []
    for title, rows in groups:
        beat = Beat(title, home)
        for index in range(2):
            shots = film.draft(
                "clause" if not index else "detail", film.say(rows, binding, title, index), must=not index
            )
            beat.drafts += [
                replace(
                    each,
                    who=tuple(dict.fromkeys([*each.who, *([product.key] if product.text in each.text else [])])),
                )
                for each in shots
            ]
        beats.append(beat)
    for clause in film.reading.clauses:
        subject = film.figures.get(clause.subject)
        if subject is None or subject.kind != "person":
            beats.insert(-1, film.clause_beat(clause, len(beats), home))
    if film.wanted > 3:
        beats.append(Beat("Still", home, film.changed(home)))
    beats = film.merged([each for each in beats if each.drafts])
    call = close(film, beats[-1])
    name = capital(product.text.removeprefix("the "))
    said = f"{name}, {product.extra}" if product.extra else name
    return Plan(
        "One object", beats, name, sentence(f"{said}: one object, and the light on it"), call, tuple(film.remarks)
    )


def product_beat(film: Planner, beats: list[Beat]) -> None:
    """Let the advertised thing be seen once before the end, unless the brief's clauses show it."""
    row = table("products").get(film.reading.product_class)
    product = film.reading.product
    if product is None or any(product.key in draft.who for beat in beats for draft in beat.drafts):
        return
    rows = row["enter"] if row else shown_by(film)
    shots = film.draft("detail", film.say(rows, Binding(film.hero(), product=product), "enter"), product, must=True)
    if not shots:
        return
    if film.reading.product_class == "train":
        beats[0].drafts[:0] = [replace(shots[0], kind="establish")]
        return
    beats[len(beats) // 2].drafts.append(shots[0])


def close(film: Planner, beat: Beat) -> str:
    """The last image of an ad, its caption, and the call to action."""
    closing = film.asks.closing
    product = film.reading.product
    if film.asks.kind != "ad":
        if closing:
            beat.drafts[-1].caption = closing
            beat.drafts[-1].must = True
        return ""
    row = table("products").get(film.reading.product_class)
    call = closing or (film.dice.pick(row["call"], "call") if row else "")
    if product is not None:
        rows = row["end"] if row else shown_by(film)
        text = film.say(rows, Binding(film.hero(), product=product, object=product), "end")
        beat.drafts += film.draft("result", text, product if product.text in text else None)
    name = capital(product.text.removeprefix("the ")) if product is not None else ""
    claim = film.reading.claims[0] if film.reading.claims else ""
    beat.drafts[-1].caption = closing or " ".join(
        filter(None, [name + "." if name and not name.endswith(".") else name, claim or call])
    )
    beat.drafts[-1].must = True
    if row is None and product is not None and not film.reading.claims:
        film.remarks.append(
            f"I do not know what {product.text} does, so I show hands and a place and claim nothing. Tell me one benefit and I will film it."  # noqa: E501
        )
    return call or claim or (f"See {product.text}." if product else "")
