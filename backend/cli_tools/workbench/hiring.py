"""Who does the work: the built-in artists, or models of the registry; and a studio to hire them in."""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dailies.adapters.keys import KeyRing
from dailies.adapters.models.loader import load_registry
from dailies.config import Settings, environment_values
from dailies.domain.brief import Brief
from dailies.domain.casting import Casting
from dailies.domain.errors import DailiesError
from dailies.domain.project import Project, Stage
from dailies.domain.registry import REHEARSAL, Model, ModelKind, Registry
from dailies.ports import Animator, Illustrator, Journal, Judge, Progress, Writer
from dailies.services.money import price
from workbench.terminal import StoppedByHand, bad_argument

if TYPE_CHECKING:
    from dailies.bootstrap import Services

STUDIO_FOLDER = ".studio"
"""Folder of the tools' own studio in the output folder: its ledger and its files."""


@dataclass(frozen=True)
class Hired:
    """Models by the kind of work; kinds that are not there are done by the built-in artists."""

    models: Mapping[ModelKind, Model] = field(default_factory=dict)

    def id_of(self, kind: ModelKind) -> str:
        """The model's id, or the built-in artists'."""
        model = self.models.get(kind)
        return model.id if model else REHEARSAL

    def price(self, kind: ModelKind, brief: Brief, seconds: float = 0.0) -> int:
        """What one call costs, in millionths of a US dollar. ``seconds``: of a clip."""
        model = self.models.get(kind)
        return price(model, brief, seconds) if model else 0

    @property
    def casting(self) -> Casting:
        """The same choice as a project has it."""
        image = self.id_of("image")
        return Casting(story=self.id_of("text"), references=image, storyboard=image, video=self.id_of("video"))


def settings_for(output: Path) -> Settings:
    """The settings of the tools' studio: in DAILIES_DATA_FOLDER where that is set, else in the output folder.
    Keys and own models are those of the user's studio."""
    usual = Settings()
    if os.environ.get("DAILIES_DATA_FOLDER"):
        return usual
    return usual.model_copy(
        update={
            "data_folder": output / STUDIO_FOLDER,
            "models_file": usual.resolved_models_file,
            "keys_file": usual.resolved_keys_file,
        }
    )


def hire(providers: Sequence[str] | None, kinds: Sequence[ModelKind], settings: Settings) -> Hired:
    """The models asked for, of the kinds a tool can use; later ones take the place of earlier ones.

    Ends the tool with 2 for names that are not in the registry, vendors without such models or without a key.
    """
    try:
        registry = load_registry(settings.resolved_models_file)
        names = {vendor.id: vendor.key for vendor in registry.vendors.values()}
        keys = KeyRing(registry, environment_values(names), settings.resolved_keys_file)
    except DailiesError as error:
        bad_argument(str(error))
    chosen: dict[ModelKind, Model] = {}
    for provider in providers or ():
        if provider != REHEARSAL:
            chosen.update(_models_of(provider, kinds, registry))
    for model in chosen.values():
        if not keys.ready(model.vendor):
            vendor = registry.vendor(model.vendor)
            bad_argument(f"There is no key for {vendor.title}. Set {vendor.key}, or enter it under Providers.")
    return Hired(chosen)


def _models_of(provider: str, kinds: Sequence[ModelKind], registry: Registry) -> dict[ModelKind, Model]:
    today = datetime.now(UTC).date()
    model = registry.models.get(provider)
    if model is not None:
        if model.kind not in kinds:
            bad_argument(f"{model.title} makes {model.kind}; this tool needs {' or '.join(kinds)}.")
        if model.ended(today):
            bad_argument(f"{model.title} was switched off on {model.ends_on}.")
        return {model.kind: model}
    if provider not in registry.vendors:
        bad_argument(
            f"There is no vendor or model {provider}. Vendors: {', '.join(registry.vendors)}; models: dailies models."
        )
    found: dict[ModelKind, Model] = {}
    for model in registry:
        if model.vendor == provider and model.kind in kinds and not model.ended(today):
            found.setdefault(model.kind, model)
    if not found:
        title = registry.vendor(provider).title
        bad_argument(f"{title} has no model for {' or '.join(kinds)} in the registry.")
    return found


@dataclass(frozen=True)
class Stop:
    """Whether the run was stopped; artists' threads look at it."""

    asked: threading.Event = field(default_factory=threading.Event)

    def watched(self, progress: Progress) -> Progress:
        """The same progress report; raises StoppedByHand once the run was stopped."""

        def report(share: float) -> None:
            if self.asked.is_set():
                raise StoppedByHand
            progress(share)

        return report


@dataclass(frozen=True)
class Office:
    """An open studio in which single pieces of work are hired out, each with the studio's own ledger."""

    services: Services
    hired: Hired
    owner: str
    record: Project
    stop: Stop = field(default_factory=Stop)

    def journal(self, stage: Stage, item: str) -> Journal:
        """The ledger of a new piece of work."""
        work = f"tool-{secrets.token_hex(8)}"
        return self.services.money.journal(self.record, stage, item, work, self.stop.asked.is_set)

    def writer(self, item: str) -> Writer:
        """Whoever writes."""
        return self.services.agency.writer(self.hired.id_of("text"), self.journal("story", item))

    def illustrator(self, item: str) -> Illustrator:
        """Whoever draws."""
        return self.services.agency.illustrator(self.hired.id_of("image"), self.journal("storyboard", item))

    def animator(self, item: str) -> Animator:
        """Whoever makes clips."""
        return self.services.agency.animator(self.hired.id_of("video"), self.journal("video", item))

    def judge(self, item: str) -> Judge | None:
        """Whoever looks at pictures, or None where nobody was asked for: the built-in artists can't see."""
        if "vision" not in self.hired.models:
            return None
        return self.services.agency.judge(self.hired.id_of("vision"), self.journal("storyboard", item))


@asynccontextmanager
async def open_office(settings: Settings, hired: Hired, brief: Brief) -> AsyncIterator[Office]:
    """Open the studio for one run. Raises DailiesError where its data folder is in use."""
    # Imported here: the studio takes seconds to load, and a wrong argument is answered before.
    from dailies.bootstrap import open_studio

    async with open_studio(settings) as services:
        owner = await services.accounts.owner()
        now = datetime.now(UTC)
        record = Project(secrets.token_hex(12), owner.id, brief, "interactive", brief.prompt[:60], now, now, 0)
        office = Office(services, hired, owner.id, record)
        try:
            yield office
        finally:
            office.stop.asked.set()
