"""Compares a row of the registry with what the vendor publishes of the model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dailies.domain.registry import Model

LIST_TERMS = ("references",)
FILE_TERMS = ("image", "mask", "start", "end", "reference")


def schema_faults(model: Model, published: Mapping[str, Any]) -> tuple[str, ...]:
    """What is wrong with a row, one sentence each; empty where all fits.

    ``published``: the vendor's model object with ``latest_version.openapi_schema``.
    """
    latest = published.get("latest_version")
    schemas = _schemas(latest)
    properties = schemas.get("Input", {}).get("properties") if schemas else None
    if not isinstance(properties, Mapping):
        return ("The vendor publishes no inputs of it.",)
    rules = {name: _resolved(rule, schemas) for name, rule in properties.items()}
    found: list[str] = []
    if model.version and isinstance(latest, Mapping) and latest.get("id") != model.version:
        found.append(f"The row names version {model.version[:12]}, and the newest is {str(latest.get('id'))[:12]}.")
    if published.get("is_official") is False and model.official:
        found.append("The row says it is official, and the vendor that it is not.")
    for term, name in model.inputs.items():
        found += _term_faults(model, term, name, rules.get(name))
    for name, value in model.fixed.items():
        found += _fixed_faults(name, value, rules.get(name))
    sent = {*model.inputs.values(), *model.fixed}
    required = schemas.get("Input", {}).get("required", ())
    found += [f"{name} is required and never sent." for name in required if name not in sent]
    return tuple(found)


def _schemas(latest: object) -> Mapping[str, Any]:
    schema = latest.get("openapi_schema") if isinstance(latest, Mapping) else None
    parts = schema.get("components") if isinstance(schema, Mapping) else None
    schemas = parts.get("schemas") if isinstance(parts, Mapping) else None
    return schemas if isinstance(schemas, Mapping) else {}


def _resolved(rule: Any, schemas: Mapping[str, Any]) -> Mapping[str, Any]:
    """A property's rule, with the enumeration it refers to."""
    if not isinstance(rule, Mapping):
        return {}
    merged = dict(rule)
    for part in rule.get("allOf", ()):
        merged = {**schemas.get(str(part.get("$ref", "")).rpartition("/")[2], part), **merged}
    return merged


def _term_faults(model: Model, term: str, name: str, rule: Mapping[str, Any] | None) -> list[str]:
    if rule is None:
        return [f"The model has no input {name} for {term}."]
    found = []
    is_list = rule.get("type") == "array"
    if is_list != (term in LIST_TERMS):
        found.append(f"{name} is {'a list' if is_list else 'no list'}, and {term} is sent as the other.")
    elif term in FILE_TERMS and rule.get("type") != "string":
        found.append(f"{name} is no file, and {term} is one.")
    if term in model.choices:
        found += _choice_faults(term, name, model.choices[term], rule)
    elif "enum" in rule and term not in model.ranges:
        found.append(f"{name} takes only certain values, and the row does not say which {term} there are.")
    if term in model.ranges:
        found += _range_faults(term, name, model.ranges[term], rule)
    most = rule.get("maxItems")
    if is_list and isinstance(most, int) and model.max_references > most:
        found.append(f"{name} takes at most {most} files, and the row says {model.max_references}.")
    return found


def _choice_faults(term: str, name: str, choices: tuple[str, ...], rule: Mapping[str, Any]) -> list[str]:
    allowed = rule.get("enum")
    if allowed is not None:
        wrong = [choice for choice in choices if choice not in map(str, allowed)]
        return [f"{name} does not take {', '.join(wrong)} as {term}."] if wrong else []
    try:
        values = [float(choice) for choice in choices]
    except ValueError:
        return []
    return _range_faults(term, name, (min(values), max(values)), rule)


def _range_faults(term: str, name: str, bounds: tuple[float, float], rule: Mapping[str, Any]) -> list[str]:
    found = []
    allowed = rule.get("enum")
    if allowed is not None:
        return [f"{name} takes only {', '.join(map(str, allowed))}, and the row gives a range for {term}."]
    low, high = rule.get("minimum"), rule.get("maximum")
    if isinstance(low, int | float) and bounds[0] < low:
        found.append(f"{name} is at least {low:g}, and the row allows {bounds[0]:g} as {term}.")
    if isinstance(high, int | float) and bounds[1] > high:
        found.append(f"{name} is at most {high:g}, and the row allows {bounds[1]:g} as {term}.")
    return found


def _fixed_faults(name: str, value: object, rule: Mapping[str, Any] | None) -> list[str]:
    if rule is None:
        return [f"The model has no input {name}, which is always sent."]
    allowed = rule.get("enum")
    if allowed is not None and value not in allowed:
        return [f"{name} is always sent as {value}, and takes only {', '.join(map(str, allowed))}."]
    low, high = rule.get("minimum"), rule.get("maximum")
    if isinstance(value, int | float) and not isinstance(value, bool):
        too_low = isinstance(low, int | float) and value < low
        too_high = isinstance(high, int | float) and value > high
        if too_low or too_high:
            return [f"{name} is always sent as {value}, outside of what it takes."]
    return []
