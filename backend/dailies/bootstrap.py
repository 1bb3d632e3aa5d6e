"""Settings to ports to services: the one place where adapters are chosen."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from redis.asyncio import Redis
from sqlalchemy.orm import Session

from dailies.adapters import redis_link
from dailies.adapters.blobs.local import LocalBlobs
from dailies.adapters.blobs.s3 import S3Blobs, open_store
from dailies.adapters.db.accounts import SqlAccountStore
from dailies.adapters.db.database import Database
from dailies.adapters.db.insights import SqlInsights
from dailies.adapters.db.ledger import SqlLedger
from dailies.adapters.db.migrate import migrate
from dailies.adapters.db.projects import SqlProjectStore
from dailies.adapters.gate.in_process import InProcessGate, SharedGate
from dailies.adapters.gate.redis import RedisGate
from dailies.adapters.jobs.engine import DbosJobEngine
from dailies.adapters.keys import HideKeys, KeyRing
from dailies.adapters.live.hub import Hub, InProcessHub
from dailies.adapters.live.redis_hub import RedisHub
from dailies.adapters.models.loader import load_registry
from dailies.adapters.plans import load_plans
from dailies.adapters.scorers.onnx_scorer import load_scorers
from dailies.adapters.sessions.in_process import InProcessSessions
from dailies.adapters.sessions.redis import RedisSessions
from dailies.agency import Crew, ReplicateOffice, StudioAgency
from dailies.config import Settings, environment_values
from dailies.domain.errors import DailiesError
from dailies.domain.plans import AccountPlans
from dailies.domain.registry import Registry
from dailies.ports import STUDIO_TOPIC, Blobs, Job, LiveSessions
from dailies.services.accounts import AccountRules, Accounts
from dailies.services.artists import Artists
from dailies.services.cutting_room import CuttingRoom
from dailies.services.deliveries import Deliveries
from dailies.services.delivery_room import DeliveryRoom
from dailies.services.editing import Editing
from dailies.services.estimates import Estimates, Pace
from dailies.services.exports import Exports
from dailies.services.insights import Counting
from dailies.services.items import Items
from dailies.services.judging import Judging
from dailies.services.money import Money, Prices
from dailies.services.notes import TURN_S, Notes
from dailies.services.orders import Orders
from dailies.services.production import Production
from dailies.services.retouch import Retouch
from dailies.services.studio import Studio, utc_now

log = logging.getLogger(__name__)

WEB_PATIENCE_S = 5.0
WORKER_PATIENCE_S = 120.0
"""How long a database that restarts is waited for: a browser can ask again, a take in the making can't."""

ELSEWHERE_S = 60.0
"""How long a note waits for the one before it, where another worker may be writing that reply."""

GRACE_S = 5.0
"""How long running work may go on when the studio stops; what does not end then is handed over."""


def rehearsal_crew() -> Crew:
    """The built-in artists: no key, no network, no cost."""
    # Imported here: drawing and video libraries take a second to load, and only a running studio needs them.
    from dailies.adapters.providers.rehearsal.animator import RehearsalAnimator
    from dailies.adapters.providers.rehearsal.director import RehearsalDirector
    from dailies.adapters.providers.rehearsal.illustrator import RehearsalIllustrator
    from dailies.adapters.providers.rehearsal.inpainter import RehearsalInpainter
    from dailies.adapters.providers.rehearsal.narrator import RehearsalNarrator
    from dailies.adapters.providers.rehearsal.writer import RehearsalWriter
    from dailies.media.cut import FilmEditor

    return Crew(
        RehearsalWriter(),
        RehearsalIllustrator(),
        RehearsalAnimator(),
        FilmEditor(),
        RehearsalDirector(),
        RehearsalInpainter(),
        RehearsalNarrator(),
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
    deliveries: Deliveries
    accounts: Accounts
    money: Money
    estimates: Estimates
    blobs: Blobs
    hub: Hub
    database: Database
    engine: DbosJobEngine
    agency: StudioAgency
    registry: Registry
    keys: KeyRing
    gate: SharedGate
    insights: Counting
    plans: AccountPlans
    sessions: LiveSessions
    redis: Redis | None


@asynccontextmanager
async def open_studio(
    settings: Settings, crew: Crew | None = None, clock: Callable[[], datetime] = utc_now
) -> AsyncIterator[Services]:
    """Run a studio, or the part of it that its role says: migrate the database, start the engine, pick up unfinished
    work; stop it all at the end.

    ``crew``: other artists than the built-in ones; ``clock``: the present moment in UTC. Raises DailiesError when the
    data folder is in use, ``not_many`` for a role of its own without PostgreSQL and Redis.
    """
    if settings.role != "all" and not settings.many:
        raise DailiesError(
            f"A {settings.role} process needs the studio's other processes: set DATABASE_URL to a PostgreSQL and "
            "REDIS_URL to a Redis, or start everything with dailies serve.",
            code="not_many",
        )
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    patience = WEB_PATIENCE_S if settings.role == "web" else WORKER_PATIENCE_S
    url = settings.resolved_database_url
    async with AsyncExitStack() as stack:
        database = Database.connect(url, shared=settings.many, patience_s=patience)
        stack.callback(database.close)
        # Not in the loop's own threads: the durable engine replaces them, and ends them when it stops.
        await asyncio.get_running_loop().run_in_executor(database.executor, migrate, url)
        engine = DbosJobEngine(database, workers=settings.workers, many=settings.many)
        redis = redis_link.connect(settings.redis_url) if settings.many else None
        if redis is not None:
            stack.push_async_callback(redis.aclose)
        services = assemble(settings, database, engine, crew or rehearsal_crew(), clock, redis)
        stack.push_async_callback(services.agency.replicate.close)
        if isinstance(services.hub, RedisHub):
            await services.hub.start()
            stack.push_async_callback(services.hub.stop)
        if settings.role == "web":
            await engine.connect()
        else:
            engine.cancelled = services.production.interrupted
            register_jobs(engine, services)
            await engine.start()
        stack.push_async_callback(engine.stop, GRACE_S)
        if settings.role != "web":
            await services.production.pick_up()
        yield services


def register_jobs(engine: DbosJobEngine, services: Services) -> None:
    """Say what does each kind of job."""

    async def make(_: str, args: dict[str, str]) -> None:
        await services.production.make(args["project"], args["work"])

    async def answer(_: str, args: dict[str, str]) -> None:
        await services.notes.answer(args["project"], args["note"])

    async def judge(_: str, args: dict[str, str]) -> None:
        await services.judging.judge(args["project"], args["take"])

    engine.register("make", make)
    engine.register("judge", judge)
    engine.register("answer", answer)


def open_blobs(settings: Settings) -> Blobs:
    """Where files lie: in the data folder, or in a bucket with a cache in the data folder."""
    bucket, prefix = settings.bucket
    if not bucket:
        return LocalBlobs(settings.data_folder / "blobs")
    cache = LocalBlobs(settings.data_folder / "cache")
    return S3Blobs(open_store(bucket, prefix, settings.s3_endpoint), cache, settings.cache_mib << 20)


def assemble(
    settings: Settings,
    database: Database,
    engine: DbosJobEngine,
    crew: Crew,
    clock: Callable[[], datetime],
    redis: Redis | None,
) -> Services:
    """Put the services together on these adapters. ``redis``: None for a studio of one process."""

    def enqueue(session: Session, job: Job) -> None:
        engine.enqueue(session, job.id, job.kind, dict(job.args), job.queue, job.priority)

    store = SqlProjectStore(database, enqueue)
    blobs = open_blobs(settings)
    registry = load_registry(settings.resolved_models_file)
    names = {vendor.id: vendor.key for vendor in registry.vendors.values()}
    keys = KeyRing(registry, environment_values(names), settings.resolved_keys_file)
    for handler in logging.getLogger().handlers:
        handler.addFilter(HideKeys(keys))
    ttl_s = settings.live_session_minutes * 60
    hub: Hub = InProcessHub()
    gate: SharedGate = InProcessGate(registry)
    sessions: LiveSessions = InProcessSessions(ttl_s)
    if redis is not None:
        hub = RedisHub(settings.redis_url, store.heads)
        gate = RedisGate(redis, registry)
        sessions = RedisSessions(redis, ttl_s)
    accounts = Accounts(SqlAccountStore(database), clock, account_rules(settings))
    ledger = SqlLedger(database)
    money = Money(ledger, registry, blobs, hub, clock, accounts.month_budget)
    estimates = Estimates(Prices(registry), Pace(settings.workers))
    studio = Studio(store, hub, clock)
    webhook_url = f"{settings.public_url.rstrip('/')}/api/webhooks" if settings.public_url else ""
    office = ReplicateOffice(keys, ledger.claimed, webhook_url, hub.publish)
    agency = StudioAgency(crew, registry, keys, gate, clock, office)
    retouch = Retouch(agency, blobs)
    plans = load_plans(settings.plans_file)
    insights = Counting(
        SqlInsights(database),
        accounts.people,
        plans,
        clock,
        timedelta(days=settings.abandoned_after_days),
        settings.insights,
    )
    rooms = CuttingRoom(crew.editor, blobs)
    signer = settings.data_folder / "signer.pem"
    delivery = DeliveryRoom(rooms, blobs, signer)
    artists = Artists(agency, rooms, blobs, money, retouch, delivery, clock)
    production = Production(studio, artists, engine, estimates)
    turn_s = TURN_S if redis is None else ELSEWHERE_S
    notes = Notes(studio, agency, money, blobs, estimates, production.prices_of, sessions, turn_s)
    hub.listen(STUDIO_TOPIC, production.hear)
    hub.listen(STUDIO_TOPIC, notes.hear)
    hub.listen(STUDIO_TOPIC, office.hear)
    return Services(
        settings,
        studio,
        production,
        Orders(production),
        notes,
        Judging(studio, agency, money, blobs, production.settled, load_scorers(settings.scorers_folder)),
        Items(studio, blobs),
        Editing(studio, blobs, agency, estimates, money, retouch),
        Exports(studio, blobs, signer),
        Deliveries(studio, blobs, production, estimates),
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
        sessions,
        redis,
    )


def account_rules(settings: Settings) -> AccountRules:
    """The rules of accounts from the settings."""
    return AccountRules(settings.registration_open, timedelta(days=settings.session_days))
