"""Inputs against a model's published schema, refused with the service's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dailies.standin.replicate.catalog import CatalogModel, Json

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
_JSON_NAMES = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}


@dataclass(frozen=True)
class InvalidField:
    """One thing wrong. ``type``: the validator's name of it; ``field``: "input" or "input.name"."""

    type: str
    field: str
    description: str


def invalid_fields(model: CatalogModel, given: object) -> list[InvalidField]:
    """Everything wrong with the inputs, in the order of the schema; empty when all is right."""
    if not isinstance(given, dict):
        return [InvalidField("invalid_type", "input", f"Invalid type. Expected: object, given: {_name_of(given)}")]
    schema = model.schemas["Input"]
    properties: Mapping[str, Json] = schema["properties"]
    found = [
        InvalidField("required", "input", f"{name} is required")
        for name in schema.get("required", ())
        if given.get(name) is None
    ]
    found += [
        InvalidField("additional_property_not_allowed", "input", f"Additional property {name} is not allowed")
        for name in given
        if name not in properties
    ]
    for name, rule in properties.items():
        if given.get(name) is not None:
            found += _wrong(f"input.{name}", given[name], _resolved(rule, model.schemas))
    return found


def _resolved(rule: Json, schemas: Json) -> Json:
    """A property's rule with the enumeration it refers to."""
    for part in rule.get("allOf", ()):
        rule = {**schemas[part["$ref"].rsplit("/", 1)[1]], **rule}
    return rule


def _wrong(path: str, value: Any, rule: Json) -> Iterator[InvalidField]:
    if "enum" in rule:
        if value not in rule["enum"] or isinstance(value, bool):
            allowed = ", ".join(f'"{each}"' if isinstance(each, str) else str(each) for each in rule["enum"])
            yield InvalidField("enum", path, f"{path} must be one of the following: {allowed}")
        return
    kind = rule.get("type", "string")
    whole_number = kind == "integer" and isinstance(value, float) and value.is_integer()
    if not whole_number and (not isinstance(value, _TYPES[kind]) or (isinstance(value, bool) and kind != "boolean")):
        yield InvalidField("invalid_type", path, f"Invalid type. Expected: {kind}, given: {_name_of(value)}")
        return
    if "minimum" in rule and value < rule["minimum"]:
        yield InvalidField("number_gte", path, f"Must be greater than or equal to {rule['minimum']}")
    if "maximum" in rule and value > rule["maximum"]:
        yield InvalidField("number_lte", path, f"Must be less than or equal to {rule['maximum']}")
    if "maxLength" in rule and len(value) > rule["maxLength"]:
        yield InvalidField("string_lte", path, f"String length must be less than or equal to {rule['maxLength']}")
    if rule.get("format") == "uri" and not re.match(r"(https?://|data:)", value):
        yield InvalidField("format", path, "Does not match format 'uri'")
    if kind == "array":
        if "maxItems" in rule and len(value) > rule["maxItems"]:
            yield InvalidField("array_max_items", path, f"Array must have at most {rule['maxItems']} items")
        for number, item in enumerate(value):
            yield from _wrong(f"{path}.{number}", item, rule["items"])


def _name_of(value: object) -> str:
    return _JSON_NAMES.get(type(value), "null")
