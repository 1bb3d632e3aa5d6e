"""The models of the stand-in's Replicate: published schemas and what each model does."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from dailies.standin.settings import Kind

Json = dict[str, Any]


@dataclass(frozen=True)
class Acting:
    """What a model does. ``mask``: what is repainted; ``multiple``: of both sides of a mask edit's result;
    ``longest``: its longest side, 0 for no limit; ``fps``: of a clip; ``typical_s``: how long it usually takes, 0
    for its kind's time."""

    kind: Kind
    mask: Literal["white", "black"] = "white"
    multiple: int = 1
    longest: int = 0
    fps: int = 24
    typical_s: float = 0.0


@dataclass(frozen=True)
class CatalogModel:
    """One model. ``document``: as stored, with the fields of the model object."""

    name: str
    acting: Acting
    document: Mapping[str, Any]

    @property
    def official(self) -> bool:
        """Whether it has its own route and no version need be named."""
        return bool(self.document["is_official"])

    @property
    def version(self) -> str:
        """The id of its only version: 64 hexadecimal digits."""
        return str(self.document["latest_version"]["id"])

    @property
    def schemas(self) -> Json:
        """Schemas by name: ``Input``, ``Output`` and enumerations."""
        return cast(Json, self.document["latest_version"]["openapi_schema"]["components"]["schemas"])

    @property
    def gives_list(self) -> bool:
        """Whether its output is a list of URLs and not one."""
        return bool(self.schemas["Output"]["type"] == "array")

    def with_defaults(self, given: Mapping[str, object]) -> Json:
        """The inputs given, and the schema's defaults for the others."""
        properties = self.schemas["Input"]["properties"]
        defaults = {name: rule["default"] for name, rule in properties.items() if "default" in rule}
        return {**defaults, **{name: value for name, value in given.items() if value is not None}}

    def object(self) -> Json:
        """The model object of ``GET /v1/models/{owner}/{name}``."""
        kept = {key: value for key, value in self.document.items() if key != "hardware"}
        empty = dict.fromkeys(("github_url", "paper_url", "license_url", "cover_image_url", "default_example"))
        return {**empty, **kept}


@cache
def catalog() -> Mapping[str, CatalogModel]:
    """Every model by owner/name."""
    here = files("dailies.standin")
    acting = tomllib.loads(here.joinpath("replicate/models.toml").read_text("utf-8"))
    folder = here.joinpath("schemas/replicate")
    return {
        name: CatalogModel(
            name, Acting(**does), json.loads(folder.joinpath(f"{name.replace('/', '__')}.json").read_text("utf-8"))
        )
        for name, does in acting.items()
    }


@cache
def versions() -> Mapping[str, CatalogModel]:
    """Every model by its version's id."""
    return {model.version: model for model in catalog().values()}
