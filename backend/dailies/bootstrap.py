"""Settings to ports to services: the one place where adapters are chosen."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from dailies.adapters.blobs.local import LocalBlobs
from dailies.adapters.db.accounts import SqlAccountStore
from dailies.adapters.db.database import Database
from dailies.adapters.db.insights import SqlInsights
from dailies.adapters.db.ledger import SqlLedger
from dailies.adapters.db.migrate import migrate
from dailies.adapters.db.projects import SqlProjectStore
from dailies.adapters.gate.in_process import InProcessGate
from dailies.adapters.jobs.engine import DbosJobEngine
from dailies.adapters.keys import HideKeys, KeyRing
from dailies.adapters.live.hub import InProcessHub
from dailies.adapters.models.loader import load_registry
from dailies.adapters.plans import load_plans
from dailies.adapters.scorers.onnx_scorer import load_scorers
from dailies.agency import Crew, ReplicateOffice, StudioAgency
from dailies.config import Settings, environment_values
from dailies.domain.plans import AccountPlans
from dailies.domain.registry import Registry
from dailies.ports import Job
from dailies.services.accounts import AccountRules, Accounts
from dailies.services.artists import Artists
from dailies.services.editing import Editing
from dailies.services.estimates import Estimates, Pace
from dailies.services.exports import Exports
from dailies.services.insights import Counting
from dailies.services.items import Items
from dailies.services.judging import Judging
from dailies.services.money import Money, Prices
from dailies.services.notes import Notes
from dailies.services.orders import Orders
from dailies.services.production import Production
from dailies.services.retouch import Retouch
from dailies.services.studio import Studio, utc_now

log = logging.getLogger(__name__)


def rehearsal_crew() -> Crew:
    """The built-in artists: no key, no network, no cost."""
    # Imported here: drawing and video libraries take a second to load, and only a running studio needs them.
    from dailies.adapters.providers.rehearsal.animator import RehearsalAnimator
    from dailies.adapters.providers.rehearsal.director import RehearsalDirector
    from dailies.adapters.providers.rehearsal.illustrator import RehearsalIllustrator
    from dailies.adapters.providers.rehearsal.inpainter import RehearsalInpainter
    from dailies.adapters.providers.rehearsal.writer import RehearsalWriter
    from dailies.media.cut import FilmEditor

    return Crew(
        RehearsalWriter(),
        RehearsalIllustrator(),
        RehearsalAnimator(),
        FilmEditor(),
        RehearsalDirector(),
        RehearsalInpainter(),
    )


@dataclass(frozen=True)
class Services:
    """Everything a request may need."""

    settings: Settings
    studio: Studio
    production: Production
    orders: Orders
    notes: Notes
    judging: Judging
    items: Items
    editing: Editing
    exports: Exports
    accounts: Accounts
    money: Money
    estimates: Estimates
    blobs: LocalBlobs
    hub: InProcessHub
    database: Database
    engine: DbosJobEngine
    agency: StudioAgency
    registry: Registry
    keys: KeyRing
    gate: InProcessGate
    insights: Counting
    plans: AccountPlans


@asynccontextmanager
async def open_studio(
    settings: Settings, crew: Crew | None = None, clock: Callable[[], datetime] = utc_now
) -> AsyncIterator[Services]:
    """Run a studio: migrate the database, start the engine, pick up unfinished work; stop it all at the end.

    ``crew``: other artists than the built-in ones; ``clock``: the present moment in UTC. Raises DailiesError when
    the data folder is in use.
    """
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    database = Database.connect(settings.resolved_database_url)
    try:
        migrate(settings.resolved_database_url)
        engine = DbosJobEngine(database, workers=settings.workers)
        services = assemble(settings, database, engine, crew or rehearsal_crew(), clock)

        async def make(_: str, args: dict[str, str]) -> None:
            await services.production.make(args["project"], args["work"])

        async def answer(_: str, args: dict[str, str]) -> None:
            await services.notes.answer(args["project"], args["note"])

        async def judge(_: str, args: dict[str, str]) -> None:
            await services.judging.judge(args["project"], args["take"])

        engine.register("make", make)
        engine.register("judge", judge)
        engine.register("answer", answer)
        await engine.start()
        try:
            await services.production.pick_up()
            yield services
        finally:
            await engine.stop(5.0)
            await services.agency.replicate.close()
    finally:
        database.close()


def assemble(
    settings: Settings, database: Database, engine: DbosJobEngine, crew: Crew, clock: Callable[[], datetime]
) -> Services:
    """Put the services together on these adapters."""

    def enqueue(session: Session, job: Job) -> None:
        engine.enqueue(session, job.id, job.kind, dict(job.args), job.queue, job.priority)

    store = SqlProjectStore(database, enqueue)
    hub = InProcessHub()
    blobs = LocalBlobs(settings.data_folder / "blobs")
    registry = load_registry(settings.resolved_models_file)
    names = {vendor.id: vendor.key for vendor in registry.vendors.values()}
    keys = KeyRing(registry, environment_values(names), settings.resolved_keys_file)
    for handler in logging.getLogger().handlers:
        handler.addFilter(HideKeys(keys))
    gate = InProcessGate(registry)
    accounts = Accounts(SqlAccountStore(database), clock, account_rules(settings))
    ledger = SqlLedger(database)
    money = Money(ledger, registry, blobs, hub, clock, accounts.month_budget)
    estimates = Estimates(Prices(registry), Pace(settings.workers))
    studio = Studio(store, hub, clock)
    webhook_url = f"{settings.public_url.rstrip('/')}/api/webhooks" if settings.public_url else ""
    office = ReplicateOffice(keys, ledger.claimed, webhook_url)
    agency = StudioAgency(crew, registry, keys, gate, clock, office)
    retouch = Retouch(agency, blobs)
    production = Production(studio, Artists(agency, crew.editor, blobs, money, retouch, clock), engine, estimates)
    plans = load_plans(settings.plans_file)
    insights = Counting(
        SqlInsights(database),
        accounts.people,
        plans,
        clock,
        timedelta(days=settings.abandoned_after_days),
        settings.insights,
    )
    return Services(
        settings,
        studio,
        production,
        Orders(production),
        Notes(studio, agency, money, blobs, estimates, production.prices_of),
        Judging(studio, agency, money, blobs, production.settled, load_scorers(settings.scorers_folder)),
        Items(studio, blobs),
        Editing(studio, blobs, agency, estimates, money, retouch),
        Exports(studio, blobs),
        accounts,
        money,
        estimates,
        blobs,
        hub,
        database,
        engine,
        agency,
        registry,
        keys,
        gate,
        insights,
        plans,
    )


def account_rules(settings: Settings) -> AccountRules:
    """The rules of accounts from the settings."""
    return AccountRules(settings.registration_open, timedelta(days=settings.session_days))
