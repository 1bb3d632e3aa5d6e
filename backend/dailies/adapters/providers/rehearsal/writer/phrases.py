"""Filling sentence templates: slots, guards and agreement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.writer.reading import Figure
from dailies.adapters.providers.rehearsal.writer.words import agree, sentence

POSSESSIVE = {"f": "her", "m": "his", "n": "its", "": "their"}


@dataclass(frozen=True)
class Binding:
    """What the slots of a template stand for. ``object_text``: the object's words where it is no figure."""

    subject: Figure | None = None
    object: Figure | None = None
    companion: Figure | None = None
    product: Figure | None = None
    object_text: str = ""


def fits(figure: Figure | None, wanted: str, text: str = "") -> bool:
    """Whether a guard's right side ("animal", "food,drink", "none", "any") admits the figure."""
    if figure is None and not text:
        return "none" in wanted.split(",")
    if wanted == "none":
        return False
    if figure is None:
        return bool(text) and any(text.split()[-1] == each for each in wanted.split(","))
    kinds = {figure.kind, figure.klass, figure.noun, "any"}
    if figure.role == "crowd" or figure.plural:
        kinds.add("crowd")
    if figure.kind == "product":
        kinds.add("thing")
    return bool(kinds & set(wanted.split(",")))


def fill(template: str, binding: Binding) -> str | None:
    """The finished sentence, or None when a slot is empty or a guard says no."""
    guard, bar, body = template.rpartition(" | ")
    slots = {"S": binding.subject, "O": binding.object, "C": binding.companion}
    if bar:
        for test in guard.split():
            slot, _, wanted = test.partition("=")
            if not fits(slots[slot], wanted, binding.object_text if slot == "O" else ""):
                return None
    values = _values(binding)
    subject_plural = bool(binding.subject and binding.subject.plural)
    object_plural = bool(binding.object and binding.object.plural)
    body = re.sub(r"\[([a-z]+)\]", lambda match: agree(match.group(1), subject_plural), body)
    body = re.sub(r"<([a-z]+)>", lambda match: agree(match.group(1), object_plural), body)
    for slot in re.findall(r"\{(\w+)\}", body):
        if slot not in values:
            return None
    text = re.sub(r"\{(\w+)\}", lambda match: values[match.group(1)], body)
    return sentence(
        re.sub(
            r"([.:;] )([a-z])",
            lambda match: match.group(1) + (match.group(2).upper() if match.group(1) == ". " else match.group(2)),
            text,
        )
    )


def _values(binding: Binding) -> dict[str, str]:
    values: dict[str, str] = {}
    if binding.subject is not None:
        values |= {"S": binding.subject.text, "s": binding.subject.text, "his": possessive(binding.subject)}
        values |= {"t": binding.subject.text, "T": binding.subject.text}
    if binding.object is not None:
        values |= {"O": binding.object.text, "o": binding.object.text}
    elif binding.object_text:
        values |= {"O": binding.object_text, "o": binding.object_text}
    if binding.companion is not None:
        values |= {"C": binding.companion.text, "c": binding.companion.text}
    if binding.product is not None:
        values |= {"P": binding.product.text, "p": binding.product.text}
    return values


def possessive(figure: Figure) -> str:
    """His, her, its or their, for a figure."""
    if figure.plural:
        return "their"
    return (
        "its"
        if figure.kind not in {"person", "animal"}
        else POSSESSIVE[figure.gender or ("n" if figure.kind == "animal" else "")]
    )
