"""Settings to ports to services: the one place where adapters are chosen."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from dailies.adapters.blobs.local import LocalBlobs
from dailies.adapters.db.accounts import SqlAccountStore
from dailies.adapters.db.database import Database
from dailies.adapters.db.migrate import migrate
from dailies.adapters.db.projects import SqlProjectStore
from dailies.adapters.jobs.engine import DbosJobEngine
from dailies.adapters.live.hub import InProcessHub
from dailies.config import Settings
from dailies.ports import Animator, Director, Editor, Illustrator, Job, Writer
from dailies.services.accounts import AccountRules, Accounts
from dailies.services.artists import Artists
from dailies.services.estimates import Pace
from dailies.services.exports import Exports
from dailies.services.items import Items
from dailies.services.notes import Notes
from dailies.services.production import Production
from dailies.services.studio import Studio, utc_now

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Crew:
    """The artists of a studio."""

    writer: Writer
    illustrator: Illustrator
    animator: Animator
    editor: Editor
    director: Director


def rehearsal_crew() -> Crew:
    """The built-in artists: no key, no network, no cost."""
    # Imported here: drawing and video libraries take a second to load, and only a running studio needs them.
    from dailies.adapters.providers.rehearsal.animator import RehearsalAnimator
    from dailies.adapters.providers.rehearsal.director import RehearsalDirector
    from dailies.adapters.providers.rehearsal.illustrator import RehearsalIllustrator
    from dailies.adapters.providers.rehearsal.writer import RehearsalWriter
    from dailies.media.cut import FilmEditor

    return Crew(RehearsalWriter(), RehearsalIllustrator(), RehearsalAnimator(), FilmEditor(), RehearsalDirector())


@dataclass(frozen=True)
class Services:
    """Everything a request may need."""

    settings: Settings
    studio: Studio
    production: Production
    notes: Notes
    items: Items
    exports: Exports
    accounts: Accounts
    blobs: LocalBlobs
    hub: InProcessHub
    database: Database
    engine: DbosJobEngine


@asynccontextmanager
async def open_studio(settings: Settings, crew: Crew | None = None) -> AsyncIterator[Services]:
    """Run a studio: migrate the database, start the engine, pick up unfinished work; stop it all at the end.

    ``crew``: other artists than the built-in ones. Raises DailiesError when the data folder is in use.
    """
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    database = Database.connect(settings.resolved_database_url)
    try:
        migrate(settings.resolved_database_url)
        engine = DbosJobEngine(database, workers=settings.workers)
        services = assemble(settings, database, engine, crew or rehearsal_crew())

        async def make(_: str, args: dict[str, str]) -> None:
            await services.production.make(args["project"], args["work"])

        async def answer(_: str, args: dict[str, str]) -> None:
            await services.notes.answer(args["project"], args["note"])

        engine.register("make", make)
        engine.register("answer", answer)
        await engine.start()
        try:
            await services.production.pick_up()
            yield services
        finally:
            await engine.stop(5.0)
    finally:
        database.close()


def assemble(settings: Settings, database: Database, engine: DbosJobEngine, crew: Crew) -> Services:
    """Put the services together on these adapters."""

    def enqueue(session: Session, job: Job) -> None:
        engine.enqueue(session, job.id, job.kind, dict(job.args), job.queue, job.priority)

    store = SqlProjectStore(database, enqueue)
    hub = InProcessHub()
    blobs = LocalBlobs(settings.data_folder / "blobs")
    pace = Pace(settings.workers)
    studio = Studio(store, hub)
    artists = Artists(crew.writer, crew.illustrator, crew.animator, crew.editor, blobs, utc_now)
    production = Production(studio, artists, engine, pace)
    accounts = Accounts(SqlAccountStore(database), utc_now, account_rules(settings))
    return Services(
        settings,
        studio,
        production,
        Notes(studio, crew.director, pace),
        Items(studio, blobs),
        Exports(studio, blobs),
        accounts,
        blobs,
        hub,
        database,
        engine,
    )


def account_rules(settings: Settings) -> AccountRules:
    """The rules of accounts from the settings."""
    return AccountRules(settings.registration_open, timedelta(days=settings.session_days))
