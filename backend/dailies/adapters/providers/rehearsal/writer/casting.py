"""What everybody and everything looks like: descriptions used word for word in every prompt."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.writer.dice import Dice
from dailies.adapters.providers.rehearsal.writer.figures import Figure, Reading
from dailies.adapters.providers.rehearsal.writer.lexicon import Place, places, roles, table
from dailies.adapters.providers.rehearsal.writer.words import article, can_be, capital
from dailies.domain.story import Entity

YOUNG = {"girl", "boy", "child", "baby", "toddler", "kid"}
PLAIN_ADJECTIVES = {"last", "lonely", "first", "next", "new", "own", "same", "other", "lost", "late"}


def display_name(figure: Figure) -> str:
    """The entity's name as people see it: "Ingrid", "The courier"."""
    return capital(figure.text)


def entity_of(figure: Figure, reading: Reading, dice: Dice, taken: set[str]) -> Entity:
    """The story's entity for a figure. ``taken``: accents other characters wear; grows."""
    if figure.kind == "person":
        return Entity(figure.key, "character", display_name(figure), person_look(figure, dice, taken))
    if figure.kind == "animal":
        return Entity(figure.key, "character", display_name(figure), animal_look(figure, dice))
    if figure.kind == "place":
        return Entity(figure.key, "place", display_name(figure), place_look(figure, dice))
    if figure.kind == "product":
        return Entity(figure.key, "product", display_name(figure), product_look(figure, reading))
    return Entity(figure.key, "product", display_name(figure), thing_look(figure))


def person_look(figure: Figure, dice: Dice, taken: set[str]) -> str:
    """Age, build, hair, outfit and one accent nobody else wears."""
    looks = table("looks")
    role = roles().get(figure.role)
    gender = (
        figure.gender if figure.gender in {"f", "m"} else (role.gender if role and role.gender in {"f", "m"} else "")
    )
    rows = looks[gender or dice.pick(["f", "m"], figure.key, "gender")]
    free = [row for row in rows if row[4] not in taken] or rows
    row = list(role.look) if role else list(dice.pick(free, figure.key, "look"))
    if role and row[4] in taken:
        row[4] = dice.pick(free, figure.key, "accent")[4]
    spoken = re.sub(r"\d+[- ]years?[- ]old", " ", figure.extra.lower())
    words = [*figure.adjectives, *re.findall(r"[a-z]+", spoken)]
    for word in words:
        if word in looks["ages"]:
            row[1] = looks["ages"][word]
            if word in {"old", "elderly", "retired"}:
                row[2] = dice.pick(looks["grey"], figure.key, "hair")
    if match := re.search(r"\b(\d+)[- ]year[- ]old\b", figure.extra) or re.search(
        r"\b(\d+)[- ]year[- ]old\b", " ".join(figure.adjectives)
    ):
        row[1] = f"{match.group(1)} years old"
    taken.add(row[4])
    extra = [
        word
        for word in figure.adjectives
        if can_be(word, "ADJ") and word not in looks["ages"] and word not in PLAIN_ADJECTIVES and not word[0].isdigit()
    ]
    if figure.plural and not (role is not None and row[0].startswith("mixed group")):
        other = dice.pick([each for each in rows if each[3] != row[3]] or rows, figure.key, "other")
        number = re.match(r"the (two|three|four|five|six|seven|eight|nine|ten)\b", figure.text)
        who = figure.text.removeprefix("the ").removeprefix(number.group(1) if number else "").strip()
        age = row[1] if row[1].startswith("about") else f"about {row[1]}"
        return (
            f"{number.group(1) if number else 'several'} {who} of {age}: one with {row[2]} in {row[3]}, "
            f"another with {other[2]} in {other[3]}, {row[4]}"
        )
    if role is not None and row[0].startswith("mixed group"):
        return f"a {row[0]}, {row[2]}, in {row[3]}, {row[4]}"
    child = bool(role and role.name in YOUNG) or bool(re.search(r"\b([1-9]|1[0-2])\b", row[1]))
    person = {"f": "girl" if child else "woman", "m": "boy" if child else "man"}.get(
        gender, "child" if child else "figure"
    )
    build = ", ".join([row[0], *extra[:2]])
    what = f"{build} {person}" + (f" of {row[1]}" if row[1].startswith("about") else f", {row[1]}")
    own = re.sub(r"\b[\w-]+[- ]years?[- ]old\b", " ", figure.extra).strip(" ,") if figure.named else ""
    if own and len(own.split()) > 1 and not own.startswith(("who", "that")) and len(own) < 60:
        what = f"{what}, {re.sub(r'^(?:the|our|his|her) ', 'the ', re.sub(' +', ' ', own))}"
    return f"{article(what)}, {row[2]}, {row[3]}, {row[4]}"


def animal_look(figure: Figure, dice: Dice) -> str:
    """Coat and one mark; what it is made of, for something that only acts alive."""
    looks = table("looks")
    if figure.klass == "robot" and figure.noun not in looks["animal"]:
        return thing_look(figure)
    row = looks["animal"].get(figure.noun)
    coat = row[0] if row else dice.pick(looks["coat"], figure.key, "coat")
    mark = row[1] if row else dice.pick(looks["mark"], figure.key, "mark")
    extra = [word for word in figure.adjectives if can_be(word, "ADJ") and word not in PLAIN_ADJECTIVES]
    said = " ".join([*extra, coat, figure.noun]) if not figure.plural else f"{coat} {figure.noun}s"
    return f"{said} with {mark}" if figure.plural else f"{article(said)} with {mark}"


def thing_look(figure: Figure) -> str:
    """A drawable line for a thing the story turns on."""
    looks = table("looks")["thing"]
    words = [word for word in figure.adjectives if word not in PLAIN_ADJECTIVES]
    said = " ".join([*words, figure.noun])
    manner = looks.get(figure.klass, looks["other"])
    return f"{said}s {manner}" if figure.plural else f"{article(said)} {manner}"


def product_look(figure: Figure, reading: Reading) -> str:
    """What the advertised thing looks like, with the brief's own words first."""
    row = table("products").get(reading.product_class)
    name = figure.text.removeprefix("the ")
    if figure.extra:
        own = figure.extra.strip()
        return (
            f"{name}: {own}, {row['look'].split(' with ', 1)[-1]}"
            if row and " with " in row["look"] and "bottle" not in own
            else f"{name}: {own}, plain label, soft side light"
        )
    if row:
        return f"{name}: {row['look']}"
    return f"{name}: {figure.noun if figure.plural else article(figure.noun)} in plain warm-grey packaging with one red stripe"  # noqa: E501


def place_row(figure: Figure) -> Place | None:
    """The table row of a place, by its whole name or its last word."""
    name = figure.noun
    if figure.role in places():
        return places()[figure.role]
    for form in (name, name.replace(" ", "-"), name.split()[-1], name.split()[-1].rstrip("s")):
        if form in places():
            return places()[form]
    return None


def place_look(figure: Figure, dice: Dice) -> str:
    """Materials and light of a place; the brief's adjectives lead."""
    row = place_row(figure)
    if row is None:
        texture = dice.pick(table("days")["textures"]["all"], figure.key, "texture")
        return f"{article(figure.noun)} {texture}, one clear source of light"
    if not figure.adjectives and (figure.noun.replace(" ", "-") == row.name or figure.noun.split()[-1] in row.look):
        return row.look
    if row.look.startswith(article(figure.noun)):
        return row.look
    return f"{article(figure.noun)}: {row.look}"
