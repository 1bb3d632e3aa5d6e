"""Filling sentence templates: slots, guards and agreement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.writer.figures import Figure
from dailies.adapters.providers.rehearsal.writer.lexicon import class_of
from dailies.adapters.providers.rehearsal.writer.words import agree, sentence, singular

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
        last = text.split()[-1].lower().strip(".,")
        klass = class_of(last)
        kinds = {last, singular(last), klass, "any"}
        if klass not in {"person", "animal", "abstract", "event", "weather", "place", "", "crowd"}:
            kinds.add("thing")
        return bool(kinds & set(wanted.split(",")))
    kinds = {figure.kind, figure.klass, figure.noun, "any"}
    if figure.role == "crowd" or figure.plural:
        kinds.add("crowd")
    if figure.kind == "product":
        kinds.add("thing")
    if figure.klass in {"body", "event", "abstract", "weather"}:
        kinds -= {"thing"}
    if figure.kind == "pair":
        kinds.add(figure.klass)
    if figure.klass == "robot":
        kinds = (kinds - {"animal"}) | {"person"}
    if figure.kind in {"person", "animal", "pair"}:
        kinds.add("alive")
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
    if not _possible(body, binding, guard):
        return None
    values = _values(binding)
    subject_plural = bool(binding.subject and binding.subject.plural)
    object_plural = bool(binding.object and binding.object.plural)
    body = re.sub(r"\[([a-z]+)\]", lambda match: agree(match.group(1), subject_plural), body)
    body = re.sub(r"<([a-z]+)>", lambda match: agree(match.group(1), object_plural), body)
    for slot in re.findall(r"\{(\w+)\}", body):
        if slot not in values:
            return None
    text = re.sub(r"\{(\w+)\}", lambda match: values[match.group(1)], body).replace("s's ", "s' ")
    return sentence(
        re.sub(
            r"([.:;?] )([a-z])",
            lambda match: match.group(1) + (match.group(2).upper() if match.group(1) == ". " else match.group(2)),
            text,
        )
    )


HUMAN = re.compile(
    r"\b(?:hands?|fingers?|thumbs?|palms?|sleeves?|pockets?|coat|shoes?|laces?|hat|cap|gloves?|knees?|elbows?|chin|fist|wrist|"
    r"shoulders?|collar|belt|apron|shirt|scarf|pencil|napkin|watch|handkerchief|lips|button|cup|chair|door|fork|telephone|"
    r"receiver|forearm|heel|toe|keys?|photograph|pen|drawer|coins?|fingertip|arms?|palm|lap|bag|cupboard|menu|counter|desk|worktop|phone|pillow|bed|shirt|shelf|drawer)\b"
)


def _possible(body: str, binding: Binding, guard: str) -> bool:
    """Whether the subject can do what a template without a guard of its own says: hands are for people."""
    subject = binding.subject
    if subject is not None and subject.klass == "body" and not guard:
        return False
    if subject is None or "{S}" not in body and "{s}" not in body and "{his}" not in body:
        return True
    if "S=" in guard and "S=any" not in guard:
        return True
    if subject.kind == "animal":
        return subject.klass == "robot" or not HUMAN.search(body)
    return subject.kind in {"person", "pair"}


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
