"""The lasting records of who and what is in a picture."""

from __future__ import annotations

from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.illustrator.camera import Camera
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour
from dailies.adapters.providers.rehearsal.illustrator.finish import Grade
from dailies.adapters.providers.rehearsal.illustrator.prompt import Prompt


@dataclass(frozen=True)
class Garment:
    """One piece of clothing. ``cut``: as in the GARMENTS table; ``pattern``: "", "stripes", "checks" or "dots"."""

    cut: str
    colour: Colour
    pattern: str = ""


@dataclass(frozen=True)
class Person:
    """A person or robot. ``age``: baby, child, teen, adult or old; ``build``: slim, average, stout or muscular.
    ``hair_style``: bald, buzz, short, mop, bob, long, wavy, curly, afro, locks, bun, topknot, ponytail, braids or
    mohawk; ``facial``: "", stubble, beard, moustache or goatee. ``worn``: garments by place (over, top, bottom, shoes,
    hat, neck, hands)."""

    name: str
    age: str
    feminine: bool
    build: str
    skin: Colour
    hair: Colour
    hair_style: str
    facial: str
    glasses: bool
    worn: dict[str, Garment]
    accent: Colour
    item: str = ""
    robot: bool = False


@dataclass(frozen=True)
class Creature:
    """An animal. ``coat`` and ``second``: its two coat colours; ``worn``: garments by place."""

    name: str
    species: str
    coat: Colour
    second: Colour
    accent: Colour
    worn: dict[str, Garment]


@dataclass(frozen=True)
class Thing:
    """A product or prop. ``kind``: a drawing of ``props``, or "" for what can't be drawn. ``noun``: the prompt's own
    words for it. ``count``: how many. ``by``: the name of who it concerns, or "". ``where``: "" (as its kind has it),
    "table", "ground", "mouth", "air" or "set" (part of the place)."""

    name: str
    kind: str
    colour: Colour
    accent: Colour
    label: str = ""
    noun: str = ""
    count: int = 1
    by: str = ""
    where: str = ""


Member = Person | Creature | Thing


@dataclass(frozen=True)
class Actor:
    """Somebody in the picture and what they do. ``view``: "" lets the composition choose. ``target``: the name of
    who or what they look at, or "". ``runs_ahead``: whether what they chase is before them and everybody else."""

    who: Person | Creature
    pose: str
    expression: str
    view: str = ""
    held: Thing | None = None
    target: str = ""
    runs_ahead: bool = False


@dataclass(frozen=True)
class Scene:
    """All that is drawn. ``place``: a drawing of ``places``; ``missing``: things that could not be drawn;
    ``crowd``: how many nameless people are behind the actors."""

    prompt: Prompt
    shot: str
    camera: Camera
    place: str
    place_words: str
    time: str
    weather: str
    actors: tuple[Actor, ...]
    things: tuple[Thing, ...]
    missing: tuple[Thing, ...]
    grade: Grade
    crowd: int = 0
