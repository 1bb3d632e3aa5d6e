"""Films that teach: known steps, the creator's own steps, known facts, and questions left open."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from dailies.adapters.providers.rehearsal.writer.adverts import close, product_beat
from dailies.adapters.providers.rehearsal.writer.beats import Beat, Plan
from dailies.adapters.providers.rehearsal.writer.figures import Clause, Figure
from dailies.adapters.providers.rehearsal.writer.language import not_understood
from dailies.adapters.providers.rehearsal.writer.lexicon import table
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.adapters.providers.rehearsal.writer.stage import Planner
from dailies.adapters.providers.rehearsal.writer.words import capital, sentence, slug, title_case


def best_row(name: str, body: str) -> dict[str, Any] | None:
    """The table row whose longest word is in the text, or None."""
    best, length = None, 0
    for row in table(name).values():
        for word in row["words"]:
            if re.search(rf"\b{re.escape(word)}", body) and len(word) > length:
                best, length = row, len(word)
    return best


STAGINGS = (
    "seen from straight above",
    "in the light of one window",
    "against a dark wall",
    "close, the room out of focus",
    "on a bare table",
    "from the side, at the height of the table",
    "in the round light of a lamp",
)
"""How a known step or fact may be set before the camera; the same step is another picture in another take."""


def short_card(text: str) -> str:
    """A scene card of at most 40 characters, cut between words."""
    card = title_case(text)
    while len(card) > 40:
        card = card.rpartition(" ")[0]
    return card.rstrip(" ,.")


def staged(film: Planner, text: str, number: int) -> str:
    """A picture of the tables, set before the camera as this take does it."""
    ways = film.dice.shuffled(STAGINGS, "staging")
    way = ways[number % len(ways)]
    known = ("table" in way and "table" in text) or ("window" in way and "window" in text)
    return text if not text or known or len(text) > 90 else f"{text.rstrip('.')}, {way}."


def own_steps(film: Planner) -> Plan:
    """The steps the creator wrote, one scene each, with the step for a caption."""
    home = film.home()
    clauses = list(film.reading.clauses)[: max(2, film.seconds // 3)]
    beats = []
    numbered = film.asks.kind != "explainer"
    for number, clause in enumerate(clauses, 1):
        beat = film.clause_beat(clause, number, clause.place or home)
        beat.drafts = [each for each in beat.drafts if each.kind in {"clause", "detail", "after"}][:2]
        said = next((each for each in beat.drafts if each.kind == "clause"), None)
        if said is not None:
            step = capital(spoken(clause)).rstrip(".,")
            said.caption = f"{number}. {step}" if numbered else f"{step}."
        beats.append(beat)
    named = taught(film)
    if named and not any(named.lower() in each.caption.lower() for beat in beats for each in beat.drafts):
        first = film.establish(beats[0].place, *film.moment(0, 1), "title")
        first = [replace(each, caption=named, must=True) for each in first]
        if len(beats) < film.wanted or beats[0].place != home:
            beats.insert(0, Beat(short_card(named), beats[0].place, first))
        else:
            beats[0].drafts[:0] = first
    beats = film.merged(beats)
    product_beat(film, beats)
    beats[-1].drafts += film.changed(beats[-1].place)
    call = close(film, beats[-1])
    product = film.reading.product
    headed = re.search(r"\b(?:of|for) (?:our |the |my |a )?(?:new )?(.+)$", film.asks.heading)
    name = re.split(r"[:.,]", film.asks.body)[0]
    name = product.text.removeprefix("the ") if product else named or (headed.group(1) if headed else name)
    return Plan(
        "Problem, steps, recap" if numbered else "Question, closer look, answer",
        beats,
        title_case(capital(name))[:60],
        sentence(capital(film.asks.body.split(". ")[0][:240])),
        call,
        tuple(film.remarks),
    )


def spoken(clause: Clause) -> str:
    """A step as its caption says it: the brief's words, or the clause where those are a pronoun's."""
    words = clause.source.strip(" ,")
    return clause.text if re.match(r"(?:it|they|he|she|this)\b", words, re.IGNORECASE) else words


def taught(film: Planner) -> str:
    """What a film of steps teaches, in the brief's words ("How to pitch a tent"), or ""."""
    said = re.sub(r"\bset-?up\b", "setting up", f"{film.asks.heading}: {film.asks.body}", flags=re.IGNORECASE)
    match = re.search(
        r"\bhow[ -]to [^:.,]+|\bhow (?:our |the |a |an )?[\w -]+? works?\b|\bhow (?!to\b)[^:.,?]{4,60}",
        said,
        re.IGNORECASE,
    )
    if match:
        return capital(match.group().strip())
    said = re.sub(
        r"\b(?:walk-?through|explainer|tutorial|training|voice-?over|animation|video|film|clip)s?\b", "", said
    )
    headed = re.search(r"\b(?:on|about|of|for) (?:our |the |my |a |an |new )*(.+)$", film.asks.heading)
    if headed and not re.search(r"set-?up|character|audience|vertical", headed.group(1), re.IGNORECASE):
        return capital(headed.group(1).strip(" ,:"))
    return capital(film.asks.audience)


def message(film: Planner) -> Plan | None:
    """A public message the tables know ("don't text and drive"), or None."""
    row = best_row("messages", film.asks.body.lower())
    if row is None:
        return None
    home = film.reading.place or film.place_of(row["place"])
    hero = film.hero() or Figure("driver", "person", "driver", "the driver", "person", role="driver", gender="f")
    if film.asks.people and not film.reading.beings:
        role = str(row["role"])
        hero = Figure(role, "person", role, f"the {role}", "person", role=role)
        film.figures[hero.key] = hero
    beats = []
    for number, image in enumerate(row["images"]):
        text = fill(image, Binding(hero)) or ""
        beats.append(Beat(row["cards"][number], home, film.draft("clause", text, hero, must=True)))
    beats = film.merged(beats)
    last = beats[-1].drafts[-1]
    last.caption = film.asks.closing or film.dice.pick(row["captions"], "message")
    return Plan(
        "Problem, turn, message",
        beats,
        film.dice.pick(row["titles"], "title"),
        sentence(capital(film.asks.body)),
        "",
        tuple(film.remarks),
    )


def open_question(film: Planner) -> Plan:
    """A question whose facts the tables lack: show what it is about, claim nothing, and ask for the facts."""
    asked = re.sub(
        r"^(?:please )?(?:explain|show|describe|tell us|tell me)\s+", "", film.asks.body, flags=re.IGNORECASE
    )
    asked = capital(asked.strip(" .?"))
    film.remarks.append(
        f"I do not know the facts of “{asked}”, so nothing is claimed. Write them in order, one sentence each, and I will draw them."  # noqa: E501
    )
    home = film.home()
    clauses = [each for each in film.reading.clauses if each.verb]
    beats: list[Beat] = []
    for number, clause in enumerate(clauses[:4]):
        beat = film.clause_beat(clause, number, clause.place or home)
        for draft in beat.drafts:
            draft.caption = capital(clause.text) if draft.kind == "clause" else ""
        beats.append(beat)
    figures = [
        each for each in (*film.reading.things, *film.reading.beings) if each.kind in {"thing", "animal", "person"}
    ]
    for figure in figures[:3]:
        row = table("nouns").get(figure.klass) or table("nouns")["abstract"]
        text = film.say(row["detail"], Binding(figure, figure), "look", figure.key)
        shots = film.draft("detail", text, figure)
        if shots:
            beats.append(Beat(title_case(figure.text), home, shots))
    if not beats:
        raise not_understood(
            f"I do not know the facts of “{film.asks.body}”. Write them in order, one sentence each, and I will draw them."  # noqa: E501
        )
    beats = film.merged(beats)
    first = next((each for each in beats[0].drafts if each.must), beats[0].drafts[0])
    first.caption, first.must = asked + "?", True
    beats[-1].drafts += film.changed(beats[-1].place)
    title = asked if len(asked) <= 44 else beats[0].title
    return Plan("Question, closer look, answer", beats, title_case(title), asked + "?", "", tuple(film.remarks))


def demonstration(film: Planner) -> Plan:
    """How to: the tired thing, a picture and a caption for every step, done."""
    body = film.asks.body.lower()
    row = best_row("howto", body)
    if len([each for each in film.reading.clauses if each.verb]) >= 2:
        return own_steps(film)
    if row is None:
        said = re.sub(r"^how[ -]to ", "", film.asks.body, flags=re.IGNORECASE)
        raise not_understood(
            f"I do not know the steps of “{said}”. Write the steps in order, one sentence each, and I will film them."
        )
    match = re.search(
        r"how[ -]to (?:\w+ly )?\w+ (?:up )?(?:an?|the|your|some)? ?([a-z' -]+?)(?: in| for| at| with|$|[,.])", body
    )
    noun = (match.group(1).strip() if match else "") or "plant"
    thing = Figure(slug(noun), "thing", noun, f"the {noun}", "plant" if row["place"] == "garden" else "furniture")
    film.figures[thing.key] = thing
    home = film.reading.place or film.place_of(row["place"])
    binding = Binding(thing, thing)
    count = film.asks.steps or min(len(row["steps"]), max(2, film.seconds // 5))
    if film.asks.steps > len(row["steps"]):
        film.remarks.append(f"I know {len(row['steps'])} steps for this, not {film.asks.steps}.")
    steps = row["steps"][:count]
    beats = [Beat(title_case(thing.text), home, film.draft("clause", fill(row["first"], binding) or "", must=True))]
    beats[0].drafts[0].caption = capital(film.asks.body.split(",")[0].strip(" .?"))
    for number, step in enumerate(steps, 1):
        caption, _, picture = step.partition(" | ")
        shots = film.draft("clause", staged(film, fill(picture, binding) or "", number), must=True)
        shots[0].caption = f"{number}. {caption}"
        beats.append(Beat(short_card(caption), home, shots))
    beats.append(
        Beat(title_case(f"{noun}, done"), home, film.draft("result", fill(row["done"], binding) or "", must=True))
    )
    return Plan(
        "Demonstration",
        beats,
        capital(title_case(re.split(r" in \w+ steps?", film.asks.body)[0])),
        sentence(f"{film.asks.body}, with {row['things']}"),
        "",
        tuple(film.remarks),
    )


def answer(film: Planner) -> Plan:
    """An explainer: the question, a closer look, the answer."""
    row = best_row("explain", film.asks.body.lower())
    if row is None:
        return open_question(film)
    home = film.place_of(row["place"])
    beats = [Beat(short_card(row["question"].rstrip("?")), home, film.establish(home, *film.moment(0, 1), "question"))]
    asked = re.sub(
        r"^(?:please )?(?:explain|show|describe|tell us|tell me)\s+", "", film.asks.body, flags=re.IGNORECASE
    )
    own = re.match(r"(?:how|why|what|when|where)\b[^.:?]*", asked, re.IGNORECASE)
    beats[0].drafts[0].caption = f"{capital(own.group().strip())}?" if own else row["question"]
    beats[0].drafts[0].must = True
    for number, fact in enumerate(row["facts"]):
        caption, _, picture = fact.partition(" | ")
        shots = film.draft("clause", staged(film, sentence(picture), number), must=True)
        shots[0].caption = caption.rstrip(".") + "."
        beats.append(Beat(short_card(caption), home, shots))
    beats.append(
        Beat(
            film.dice.pick(("So That Is It", "There", "Look Again"), "answer"),
            home,
            film.draft("result", sentence(row["answer"]), must=True),
        )
    )
    return Plan(
        "Question, closer look, answer",
        film.merged(beats),
        title_case(row["question"].rstrip("?")),
        row["question"],
        "",
        (),
    )
