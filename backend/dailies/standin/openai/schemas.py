"""JSON schemas of structured output: the strict subset, and instances that fit."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any, Final

Json = dict[str, Any]
MOST_PROPERTIES = 5000
MOST_LEVELS = 10
MOST_CHARACTERS = 120_000
MOST_ENUM_VALUES = 1000
LONG_ENUM = 250
LONG_ENUM_CHARACTERS = 15_000
FORBIDDEN = ("allOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas", "oneOf")
SCORE_NAMES = ("score", "value", "rating", "confidence", "adherence")


class _Missing:
    """No value is known."""


MISSING: Final = _Missing()
Guess = Callable[[str, Json], Any]
"""A value for a property's name and rule, or MISSING."""


def strict_fault(schema: Json) -> str | None:
    """What keeps a schema out of the strict subset, in the service's words, or None."""
    if schema.get("type") != "object" or "anyOf" in schema:
        return "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"None\"'."
    counted = _Counted()
    fault = _fault_in(schema, schema, (), 1, counted)
    for name, definition in schema.get("$defs", {}).items():
        fault = fault or _fault_in(definition, schema, ("$defs", name), 1, counted)
    if fault is None and counted.properties > MOST_PROPERTIES:
        return f"Expected at most {MOST_PROPERTIES} object properties, got {counted.properties}."
    if fault is None and counted.characters > MOST_CHARACTERS:
        return f"Expected at most {MOST_CHARACTERS} characters of names, enums and consts."
    if fault is None and counted.enum_values > MOST_ENUM_VALUES:
        return f"Expected at most {MOST_ENUM_VALUES} enum values, got {counted.enum_values}."
    return fault


class _Counted:
    def __init__(self) -> None:
        self.properties = self.characters = self.enum_values = 0


def _fault_in(rule: Json, root: Json, at: tuple[str, ...], level: int, counted: _Counted) -> str | None:
    context = f"In context={at}, "
    if level > MOST_LEVELS:
        return f"{context}the schema exceeds the maximum of {MOST_LEVELS} levels of nesting."
    for word in FORBIDDEN:
        if word in rule:
            return f"{context}'{word}' is not permitted."
    values = rule.get("enum", [])
    counted.enum_values += len(values)
    characters = sum(len(str(value)) for value in values) + len(str(rule.get("const", "")))
    counted.characters += characters
    if len(values) > LONG_ENUM and characters > LONG_ENUM_CHARACTERS:
        return f"{context}an enum of more than {LONG_ENUM} values may have {LONG_ENUM_CHARACTERS} characters."
    properties: Json = rule.get("properties", {})
    if rule.get("type") == "object" or properties:
        if rule.get("additionalProperties") is not False:
            return f"{context}'additionalProperties' is required to be supplied and to be false."
        left_out = [name for name in properties if name not in rule.get("required", ())]
        if left_out:
            return (
                f"{context}'required' is required to be supplied and to be an array including every key in "
                f"properties. Missing '{left_out[0]}'."
            )
    counted.properties += len(properties)
    counted.characters += sum(map(len, properties))
    inner: list[tuple[tuple[str, ...], Json]] = [(("properties", name), sub) for name, sub in properties.items()]
    inner += [(("anyOf", str(number)), sub) for number, sub in enumerate(rule.get("anyOf", ()))]
    if isinstance(rule.get("items"), dict):
        inner.append((("items",), rule["items"]))
    for step, sub in inner:
        deeper = level + (1 if step[0] != "anyOf" else 0)
        if "$ref" not in sub and (fault := _fault_in(sub, root, (*at, *step), deeper, counted)):
            return fault
    return None


class Filler:
    """Makes an instance of a schema from what is known. ``words``: the text that strings are drawn from."""

    def __init__(self, root: Json, guess: Guess, words: str, chance: random.Random) -> None:
        self._root, self._guess, self._words, self._chance = root, guess, words, chance

    def fill(self, value: Any = MISSING) -> Any:
        """An instance of the whole schema that keeps of ``value`` what fits."""
        return self._fit(self._root, value, "")

    def _fit(self, rule: Json, value: Any, name: str) -> Any:
        rule = self._resolved(rule)
        if value is MISSING:
            value = self._guess(name, rule)
        if "const" in rule:
            return rule["const"]
        if "enum" in rule:
            return value if value in rule["enum"] else rule["enum"][0]
        if branches := rule.get("anyOf") or rule.get("oneOf"):
            return self._fit(self._branch(branches, value), value, name)
        kind = rule.get("type", "object" if "properties" in rule else "string")
        if isinstance(kind, list):
            kind = (
                "null" if value in (None, MISSING) and "null" in kind else next(each for each in kind if each != "null")
            )
        return self._of_kind(kind, rule, value, name)

    def _of_kind(self, kind: str, rule: Json, value: Any, name: str) -> Any:
        if kind == "object":
            known = value if isinstance(value, dict) else {}
            properties = rule.get("properties", {})
            return {each: self._fit(sub, known.get(each, MISSING), each) for each, sub in properties.items()}
        if kind == "array":
            return self._list(rule, value, name)
        if kind in ("number", "integer"):
            return self._number(rule, value, name, whole=kind == "integer")
        if kind == "boolean":
            return value if isinstance(value, bool) else True
        return None if kind == "null" else self._text(rule, value, name)

    def _resolved(self, rule: Json) -> Json:
        while "$ref" in rule:
            target: Any = self._root
            for step in rule["$ref"].removeprefix("#/").split("/"):
                target = target.get(step, {}) if step != "#" else target
            rule = {**target, **{key: value for key, value in rule.items() if key != "$ref"}}
        return rule

    def _branch(self, branches: list[Json], value: Any) -> Json:
        resolved = [self._resolved(branch) for branch in branches]
        wanted = _kind_of(value)
        fitting = [branch for branch in resolved if branch.get("type") in wanted]
        if value is MISSING:
            fitting = [branch for branch in resolved if branch.get("type") == "null"]
        return (fitting or resolved)[0]

    def _list(self, rule: Json, value: Any, name: str) -> list[Any]:
        items = rule.get("items") or {"type": "string"}
        singular = name.removesuffix("s")
        if isinstance(value, list | tuple):
            made = [self._fit(items, each, singular) for each in value]
        else:
            made = [self._fit(items, MISSING, singular) for _ in range(max(1, rule.get("minItems", 1)))]
        while len(made) < rule.get("minItems", 0):
            made.append(self._fit(items, MISSING, singular))
        return made[: rule.get("maxItems", len(made))]

    def _number(self, rule: Json, value: Any, name: str, *, whole: bool) -> float:
        low: float = rule["minimum"] if "minimum" in rule else rule.get("exclusiveMinimum", 0)
        high: float | None = rule.get("maximum", rule.get("exclusiveMaximum"))
        known = isinstance(value, int | float) and not isinstance(value, bool)
        wanted = float(value) if known else self._between(low, high, name)
        number = max(low, wanted if high is None else min(high, wanted))
        return round(number) if whole else round(number, 3)

    def _between(self, low: float, high: float | None, name: str) -> float:
        """A likely number: scores lie in the upper part of their range."""
        score = any(word in name.lower() for word in SCORE_NAMES)
        top = high if high is not None else (100.0 if score else low + 3)
        return low + (top - low) * (self._chance.uniform(0.6, 0.95) if score else 0.5)

    def _text(self, rule: Json, value: Any, name: str) -> str:
        if isinstance(value, str):
            text = value
        elif value is MISSING or value is None:
            text = self._words_for(name)
        else:
            text = json.dumps(value)
        return text[: rule.get("maxLength", len(text))]

    def _words_for(self, name: str) -> str:
        plain = " ".join(self._words.split()) or "Nothing was said."
        if "prompt" in name or "text" in name or "description" in name:
            return plain[:1500]
        if name in ("id", "key", "code"):
            return f"{name}-{self._chance.randrange(1000, 9999)}"
        if "title" in name or "name" in name or "label" in name:
            return " ".join(plain.split()[:4]).strip(".,;:!?")
        return " ".join(plain.split()[:18])


def _kind_of(value: Any) -> tuple[str, ...]:
    if value is None:
        return ("null",)
    if isinstance(value, bool):
        return ("boolean",)
    if isinstance(value, int | float):
        return ("number", "integer")
    if isinstance(value, str):
        return ("string",)
    return ("array",) if isinstance(value, list | tuple) else ("object",)
