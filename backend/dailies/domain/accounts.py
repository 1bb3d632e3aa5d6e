"""Who may use the studio: users, their sign-ins and their API tokens, and the rules of emails and passwords."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dailies.domain.errors import InvalidInput

Role = Literal["owner", "member"]

OWNER_ID = "owner"
"""The owner's user id. It is fixed, so that two servers starting at once can't make two owners."""

MIN_PASSWORD = 10
MAX_PASSWORD = 256
"""Characters in a password. The upper limit bounds the work of hashing one."""

MAX_EMAIL = 254
"""Characters in an address (RFC 5321, 4.5.3.1.3)."""

EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True)
class User:
    """Somebody with an account. ``email`` and ``password_hash`` are None for an owner who set none; the hash
    is in Argon2's encoded form. ``month_budget``: millionths of a US dollar a month, or None. ``plan``: id of the
    account's plan, "" for the first one there is; ``plan_since``: when it was given."""

    id: str
    name: str
    email: str | None
    role: Role
    password_hash: str | None
    created_at: datetime
    month_budget: int | None = None
    plan: str = ""
    plan_since: datetime | None = None


@dataclass(frozen=True)
class SignIn:
    """One browser signed in. ``id``: sha256 of the cookie's value, in hex; the value itself is not kept."""

    id: str
    user_id: str
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime
    user_agent: str


@dataclass(frozen=True)
class ApiToken:
    """A personal API token. ``secret_hash``: sha256 of the secret, in hex; the secret itself is not kept."""

    id: str
    user_id: str
    name: str
    secret_hash: str
    created_at: datetime
    last_used_at: datetime | None = None


def normalised_email(email: str) -> str:
    """The address in the one form it is stored and looked up in. Raises InvalidInput ``bad_email``."""
    address = unicodedata.normalize("NFKC", email).strip().lower()
    if len(address) > MAX_EMAIL or not EMAIL.fullmatch(address):
        raise InvalidInput("That is not an email address.", code="bad_email")
    return address


def check_password(password: str, email: str | None) -> None:
    """Raise InvalidInput ``password_too_short``, ``password_too_long`` or ``password_is_email`` for a password
    that will not do. ``email``: the account's normalised address, or None."""
    if len(password) < MIN_PASSWORD:
        raise InvalidInput(f"A password has at least {MIN_PASSWORD} characters.", code="password_too_short")
    if len(password) > MAX_PASSWORD:
        raise InvalidInput(f"A password has at most {MAX_PASSWORD} characters.", code="password_too_long")
    if email is not None and password.strip().lower() == email:
        raise InvalidInput("The password is the email address. Choose another.", code="password_is_email")
