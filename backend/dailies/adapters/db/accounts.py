"""Accounts in the database: users, sign-ins, API tokens and the owner's one-time link."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from dailies.adapters.db.account_tables import api_tokens, owner_links, sessions, users
from dailies.adapters.db.database import Database
from dailies.domain.accounts import OWNER_ID, ApiToken, SignIn, User
from dailies.domain.errors import Conflict


@dataclass(frozen=True)
class SqlAccountStore:
    """The account store on SQLite or PostgreSQL: each method is one transaction."""

    database: Database

    async def user(self, user_id: str) -> User | None:
        """The user with this id."""
        return await self.database.read(lambda session: find_user(session, user_id))

    async def user_by_email(self, email: str) -> User | None:
        """The user with this normalised address."""
        return await self.database.run(lambda session: find_user_by_email(session, email))

    async def users(self) -> tuple[User, ...]:
        """Everybody, oldest first."""
        query = select(users).order_by(users.c.created_at, users.c.id)
        return await self.database.read(lambda session: tuple(User(**row._mapping) for row in session.execute(query)))

    async def ensure_owner(self, owner: User) -> User:
        """The owner; this one is stored where there is none."""
        try:
            return await self.database.run(lambda session: ensure_owner(session, owner))
        except IntegrityError:
            # Another server stored its owner between our look and our insert.
            return await self.database.run(lambda session: ensure_owner(session, owner))

    async def add_user(self, user: User) -> None:
        """Store a new user. Raises Conflict ``email_taken``."""
        try:
            await self.database.run(lambda session: add_user(session, user))
        except IntegrityError as error:
            raise _email_taken() from error

    async def save_user(self, user: User) -> None:
        """Store a changed user. Raises Conflict ``email_taken``."""
        try:
            await self.database.run(lambda session: save_user(session, user))
        except IntegrityError as error:
            raise _email_taken() from error

    async def replace_owner_link(self, token_hash: str, now: datetime) -> None:
        """Store a new one-time link; every older one stops working."""
        await self.database.run(lambda session: replace_owner_link(session, token_hash, now))

    async def use_owner_link(self, token_hash: str, now: datetime) -> bool:
        """Use the link up. False when there is no such link or it was used."""
        return await self.database.run(lambda session: use_owner_link(session, token_hash, now))

    async def add_sign_in(self, sign_in: SignIn) -> None:
        """Store a new sign-in and forget those that ended before it began."""
        await self.database.run(lambda session: add_sign_in(session, sign_in))

    async def sign_in(self, sign_in_id: str) -> tuple[SignIn, User] | None:
        """A sign-in, ended or not, and whose it is."""
        return await self.database.run(lambda session: find_sign_in(session, sign_in_id))

    async def extend_sign_in(self, sign_in_id: str, now: datetime, expires_at: datetime) -> None:
        """Keep that the browser was seen, and until when it stays signed in."""
        await self.database.run(lambda session: extend_sign_in(session, sign_in_id, now, expires_at))

    async def remove_sign_in(self, sign_in_id: str) -> None:
        """End one sign-in, if there is one."""
        await self.database.run(lambda session: remove_sign_in(session, sign_in_id))

    async def remove_other_sign_ins(self, user_id: str, kept: str | None) -> None:
        """End all of a user's sign-ins but the one with id ``kept``."""
        await self.database.run(lambda session: remove_other_sign_ins(session, user_id, kept))

    async def add_token(self, token: ApiToken) -> None:
        """Store a new API token."""
        await self.database.run(lambda session: add_token(session, token))

    async def tokens(self, user_id: str) -> tuple[ApiToken, ...]:
        """A user's API tokens, oldest first."""
        return await self.database.run(lambda session: list_tokens(session, user_id))

    async def token(self, secret_hash: str) -> tuple[ApiToken, User] | None:
        """The API token with this hash, and whose it is."""
        return await self.database.run(lambda session: find_token(session, secret_hash))

    async def touch_token(self, token_id: str, now: datetime) -> None:
        """Keep when the token was used."""
        await self.database.run(lambda session: touch_token(session, token_id, now))

    async def remove_token(self, user_id: str, token_id: str) -> bool:
        """Remove a user's token. False when the user has no such token."""
        return await self.database.run(lambda session: remove_token(session, user_id, token_id))


def find_user(session: Session, user_id: str) -> User | None:
    """The user with this id, or None."""
    row = session.execute(select(users).where(users.c.id == user_id)).one_or_none()
    return None if row is None else User(**row._mapping)


def find_user_by_email(session: Session, email: str) -> User | None:
    """The user with this normalised address, or None."""
    row = session.execute(select(users).where(users.c.email == email)).one_or_none()
    return None if row is None else User(**row._mapping)


def ensure_owner(session: Session, owner: User) -> User:
    """The stored owner, after storing this one where there was none."""
    row = session.execute(select(users).where(users.c.id == OWNER_ID)).one_or_none()
    if row is not None:
        return User(**row._mapping)
    session.execute(insert(users).values(**asdict(owner)))
    return owner


def add_user(session: Session, user: User) -> None:
    """Insert a user. Raises IntegrityError when the address is taken."""
    session.execute(insert(users).values(**asdict(user)))


def save_user(session: Session, user: User) -> None:
    """Update a user. Raises IntegrityError when the address is taken."""
    session.execute(update(users).where(users.c.id == user.id).values(**asdict(user)))


def replace_owner_link(session: Session, token_hash: str, now: datetime) -> None:
    """Make this the only one-time link."""
    session.execute(delete(owner_links))
    session.execute(insert(owner_links).values(token_hash=token_hash, created_at=now, used_at=None))


def use_owner_link(session: Session, token_hash: str, now: datetime) -> bool:
    """Mark the link used; of two requests at once only one gets True."""
    unused = (owner_links.c.token_hash == token_hash) & owner_links.c.used_at.is_(None)
    found = session.execute(update(owner_links).where(unused).values(used_at=now).returning(owner_links.c.token_hash))
    return found.one_or_none() is not None


def add_sign_in(session: Session, sign_in: SignIn) -> None:
    """Insert a sign-in and remove those that ended before it began."""
    session.execute(delete(sessions).where(sessions.c.expires_at < sign_in.created_at))
    session.execute(insert(sessions).values(**asdict(sign_in)))


def find_sign_in(session: Session, sign_in_id: str) -> tuple[SignIn, User] | None:
    """A sign-in and its user, or None."""
    joined = select(sessions, users).join(users).where(sessions.c.id == sign_in_id)
    row = session.execute(joined).one_or_none()
    return None if row is None else (SignIn(**_part(row, sessions)), User(**_part(row, users)))


def extend_sign_in(session: Session, sign_in_id: str, now: datetime, expires_at: datetime) -> None:
    """Move a sign-in's end."""
    changed = update(sessions).where(sessions.c.id == sign_in_id)
    session.execute(changed.values(last_seen_at=now, expires_at=expires_at))


def remove_sign_in(session: Session, sign_in_id: str) -> None:
    """Delete a sign-in, if there is one."""
    session.execute(delete(sessions).where(sessions.c.id == sign_in_id))


def remove_other_sign_ins(session: Session, user_id: str, kept: str | None) -> None:
    """Delete a user's sign-ins but one."""
    session.execute(delete(sessions).where(sessions.c.user_id == user_id, sessions.c.id != (kept or "")))


def add_token(session: Session, token: ApiToken) -> None:
    """Insert an API token."""
    session.execute(insert(api_tokens).values(**asdict(token)))


def list_tokens(session: Session, user_id: str) -> tuple[ApiToken, ...]:
    """A user's tokens, oldest first."""
    found = select(api_tokens).where(api_tokens.c.user_id == user_id)
    rows = session.execute(found.order_by(api_tokens.c.created_at, api_tokens.c.id))
    return tuple(ApiToken(**row._mapping) for row in rows)


def find_token(session: Session, secret_hash: str) -> tuple[ApiToken, User] | None:
    """A token and its user, or None."""
    joined = select(api_tokens, users).join(users)
    row = session.execute(joined.where(api_tokens.c.secret_hash == secret_hash)).one_or_none()
    return None if row is None else (ApiToken(**_part(row, api_tokens)), User(**_part(row, users)))


def touch_token(session: Session, token_id: str, now: datetime) -> None:
    """Set when a token was last used."""
    session.execute(update(api_tokens).where(api_tokens.c.id == token_id).values(last_used_at=now))


def remove_token(session: Session, user_id: str, token_id: str) -> bool:
    """Delete a user's token; whether there was one."""
    owned = (api_tokens.c.id == token_id) & (api_tokens.c.user_id == user_id)
    found = session.execute(delete(api_tokens).where(owned).returning(api_tokens.c.id))
    return found.one_or_none() is not None


def _part(row: Row[Any], table: Table) -> dict[str, Any]:
    """One table's columns out of a joined row."""
    return {column.name: row._mapping[column] for column in table.columns}


def _email_taken() -> Conflict:
    return Conflict("There is an account with this email address already.", code="email_taken")
