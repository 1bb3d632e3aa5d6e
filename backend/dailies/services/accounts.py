"""Accounts: the owner's one-time link, sign-in, sessions, API tokens, one's own name, email and password.

Every secret (cookie, token, link) is 256 random bits and is stored as its sha256: with that much entropy a
slow hash adds nothing. Passwords are slow-hashed, see ``passwords``.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from dailies.domain.accounts import OWNER_ID, ApiToken, SignIn, User, check_password, normalised_email
from dailies.domain.errors import Forbidden, InvalidInput, NotFound, NotSignedIn, TooManyRequests
from dailies.services.passwords import HashCost, Passwords

TOKEN_PREFIX = "dailies_"
"""Marks API tokens, so that secret scanners and people recognise one."""

USER_AGENT_LENGTH = 200


class AccountStore(Protocol):
    """Where accounts live. Each method is one transaction."""

    async def user(self, user_id: str) -> User | None:
        """The user with this id."""
        ...

    async def user_by_email(self, email: str) -> User | None:
        """The user with this normalised address."""
        ...

    async def ensure_owner(self, owner: User) -> User:
        """The owner; this one is stored where there is none."""
        ...

    async def users(self) -> tuple[User, ...]:
        """Everybody, oldest first."""
        ...

    async def add_user(self, user: User) -> None:
        """Store a new user. Raises Conflict ``email_taken``."""
        ...

    async def save_user(self, user: User) -> None:
        """Store a changed user. Raises Conflict ``email_taken``."""
        ...

    async def replace_owner_link(self, token_hash: str, now: datetime) -> None:
        """Store a new one-time link; every older one stops working."""
        ...

    async def use_owner_link(self, token_hash: str, now: datetime) -> bool:
        """Use the link up. False when there is no such link or it was used."""
        ...

    async def add_sign_in(self, sign_in: SignIn) -> None:
        """Store a new sign-in and forget those that ended before it began."""
        ...

    async def sign_in(self, sign_in_id: str) -> tuple[SignIn, User] | None:
        """A sign-in, ended or not, and whose it is."""
        ...

    async def extend_sign_in(self, sign_in_id: str, now: datetime, expires_at: datetime) -> None:
        """Keep that the browser was seen, and until when it stays signed in."""
        ...

    async def remove_sign_in(self, sign_in_id: str) -> None:
        """End one sign-in, if there is one."""
        ...

    async def remove_other_sign_ins(self, user_id: str, kept: str | None) -> None:
        """End all of a user's sign-ins but the one with id ``kept``."""
        ...

    async def add_token(self, token: ApiToken) -> None:
        """Store a new API token."""
        ...

    async def tokens(self, user_id: str) -> tuple[ApiToken, ...]:
        """A user's API tokens, oldest first."""
        ...

    async def token(self, secret_hash: str) -> tuple[ApiToken, User] | None:
        """The API token with this hash, and whose it is."""
        ...

    async def touch_token(self, token_id: str, now: datetime) -> None:
        """Keep when the token was used."""
        ...

    async def remove_token(self, user_id: str, token_id: str) -> bool:
        """Remove a user's token. False when the user has no such token."""
        ...


@dataclass(frozen=True)
class AccountRules:
    """Settings of accounts. ``session``: how long an unused sign-in lasts. ``seen_every``: how often a use is
    written down, so that reading a page does not write to the database. ``failures`` wrong passwords for one
    email from one address within ``failure_window`` close the door for the rest of it."""

    registration_open: bool = False
    session: timedelta = timedelta(days=30)
    seen_every: timedelta = timedelta(minutes=10)
    failures: int = 10
    failure_window: timedelta = timedelta(minutes=15)
    hash_cost: HashCost = HashCost()


@dataclass(frozen=True)
class Opened:
    """A new sign-in. ``cookie``: the secret the browser keeps; it exists nowhere else."""

    user: User
    cookie: str


class Accounts:
    """Accounts of one studio."""

    def __init__(
        self,
        store: AccountStore,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        rules: AccountRules = AccountRules(),
    ) -> None:
        self.rules = rules
        self._store = store
        self._clock = clock
        self._passwords = Passwords(rules.hash_cost)
        self._failures = _Failures(rules.failures, rules.failure_window)

    async def owner(self) -> User:
        """The studio's owner, who is created on the first run."""
        return await self._store.ensure_owner(User(OWNER_ID, "Owner", None, "owner", None, self._clock()))

    async def owner_link(self) -> str:
        """A fresh token that signs the owner in once. Older ones stop working."""
        await self.owner()
        token = _secret()
        await self._store.replace_owner_link(_hash(token), self._clock())
        return token

    async def sign_in_by_link(self, token: str, user_agent: str = "") -> Opened:
        """Sign the owner in by the printed link. Raises Forbidden ``link_used`` for a used or unknown token."""
        if not await self._store.use_owner_link(_hash(token), self._clock()):
            raise Forbidden("This link was used or replaced. Start the studio again for a new one.", code="link_used")
        return await self._open(await self.owner(), user_agent)

    async def register(self, email: str, password: str, name: str = "", user_agent: str = "") -> Opened:
        """Open an account and sign in.

        Raises Forbidden ``registration_closed``, InvalidInput for the email or the password, Conflict
        ``email_taken``.
        """
        if not self.rules.registration_open:
            raise Forbidden("This studio is not open for new accounts.", code="registration_closed")
        address = normalised_email(email)
        check_password(password, address)
        encoded = await self._passwords.hash(password)
        shown = name.strip() or address.partition("@")[0]
        user = User(secrets.token_hex(12), shown[:80], address, "member", encoded, self._clock())
        await self._store.add_user(user)
        return await self._open(user, user_agent)

    async def sign_in(self, email: str, password: str, ip: str, user_agent: str = "") -> Opened:
        """Sign in by password. ``ip``: the caller's address, as text.

        Raises NotSignedIn ``wrong_credentials`` (the same for an unknown email, a wrong password and an account
        without one), TooManyRequests ``too_many_sign_ins``.
        """
        address = normalised_email(email)
        attempt = (address, ip)
        if self._failures.closed(attempt, self._clock()):
            minutes = round(self.rules.failure_window.total_seconds() / 60)
            sentence = f"Too many wrong passwords. Try again in {minutes} minutes."
            raise TooManyRequests(sentence, code="too_many_sign_ins")
        # Counted before the slow check and taken back after it: attempts sent at once must not slip past the limit.
        self._failures.add(attempt, self._clock())
        user = await self._store.user_by_email(address)
        encoded = user.password_hash if user else None
        right = await self._passwords.matches(password, encoded)
        if user is None or encoded is None or not right:
            raise NotSignedIn("The email or the password is wrong.", code="wrong_credentials")
        self._failures.forget(attempt)
        if self._passwords.outdated(encoded):
            user = replace(user, password_hash=await self._passwords.hash(password))
            await self._store.save_user(user)
        return await self._open(user, user_agent)

    async def sign_out(self, cookie: str) -> None:
        """End the sign-in of this cookie, if there is one."""
        await self._store.remove_sign_in(_hash(cookie))

    async def authenticate_session(self, cookie: str) -> User:
        """Who the cookie belongs to; its end moves on. Raises NotSignedIn."""
        found = await self._store.sign_in(_hash(cookie))
        now = self._clock()
        if found is None or found[0].expires_at <= now:
            raise NotSignedIn("Sign in to go on.")
        sign_in, user = found
        if now - sign_in.last_seen_at >= self.rules.seen_every:
            await self._store.extend_sign_in(sign_in.id, now, now + self.rules.session)
        return user

    async def authenticate_token(self, secret: str) -> User:
        """Who the API token belongs to. Raises NotSignedIn ``bad_token``."""
        found = await self._store.token(_hash(secret))
        if found is None:
            raise NotSignedIn("This API token is not valid.", code="bad_token")
        token, user = found
        now = self._clock()
        if token.last_used_at is None or now - token.last_used_at >= self.rules.seen_every:
            await self._store.touch_token(token.id, now)
        return user

    async def update(
        self,
        user: User,
        *,
        name: str | None = None,
        email: str | None = None,
        password: str | None = None,
        current_password: str = "",
        cookie: str | None = None,
    ) -> User:
        """Change one's own account; None leaves a part as it is. A new email or password needs the current
        password where there is one; a new password signs out every other browser (all but ``cookie``'s).

        Raises InvalidInput ``name_empty``, ``bad_email``, ``email_needed`` or for the password, Forbidden
        ``wrong_password``, Conflict ``email_taken``.
        """
        changed = user
        moves = email is not None and normalised_email(email) != user.email
        guarded = user.password_hash if moves or password is not None else None
        # Whoever finds a browser signed in must not be able to take the account over.
        if guarded is not None and not await self._passwords.matches(current_password, guarded):
            raise Forbidden("The current password is not right.", code="wrong_password")
        if name is not None:
            if not name.strip():
                raise InvalidInput("The name is empty.", code="name_empty")
            changed = replace(changed, name=name.strip()[:80])
        if email is not None:
            changed = replace(changed, email=normalised_email(email))
        if password is not None:
            if changed.email is None:
                raise InvalidInput("Set an email first: a password is of no use without one.", code="email_needed")
            check_password(password, changed.email)
            changed = replace(changed, password_hash=await self._passwords.hash(password))
        if changed != user:
            await self._store.save_user(changed)
        if password is not None:
            await self._store.remove_other_sign_ins(user.id, _hash(cookie) if cookie else None)
        return changed

    async def set_month_budget(self, user: User, budget: int | None) -> User:
        """Set what may be spent in a month, in millionths of a US dollar; None is no limit."""
        changed = replace(user, month_budget=budget)
        await self._store.save_user(changed)
        return changed

    async def month_budget(self, user_id: str) -> int | None:
        """What a user may spend in a month, in millionths of a US dollar, or None."""
        user = await self._store.user(user_id)
        return user.month_budget if user else None

    async def people(self) -> tuple[User, ...]:
        """Everybody with an account, oldest first."""
        return await self._store.users()

    async def set_plan(self, user_id: str, plan: str) -> User:
        """Give somebody a plan. Raises NotFound ``no_such_person``."""
        user = await self._store.user(user_id)
        if user is None:
            raise NotFound("There is nobody with this id.", code="no_such_person")
        changed = replace(user, plan=plan, plan_since=self._clock())
        await self._store.save_user(changed)
        return changed

    async def create_token(self, user: User, name: str) -> tuple[ApiToken, str]:
        """A new API token and its secret, which is shown this once. Raises InvalidInput ``name_empty``."""
        if not name.strip():
            raise InvalidInput("The token needs a name.", code="name_empty")
        secret = TOKEN_PREFIX + _secret()
        token = ApiToken(secrets.token_hex(12), user.id, name.strip()[:80], _hash(secret), self._clock())
        await self._store.add_token(token)
        return token, secret

    async def tokens(self, user: User) -> tuple[ApiToken, ...]:
        """The user's API tokens, oldest first."""
        return await self._store.tokens(user.id)

    async def delete_token(self, user: User, token_id: str) -> None:
        """Remove an API token. Raises NotFound ``no_such_token``."""
        if not await self._store.remove_token(user.id, token_id):
            raise NotFound("There is no such token.", code="no_such_token")

    async def _open(self, user: User, user_agent: str) -> Opened:
        cookie = _secret()
        now = self._clock()
        agent = user_agent[:USER_AGENT_LENGTH]
        await self._store.add_sign_in(SignIn(_hash(cookie), user.id, now, now, now + self.rules.session, agent))
        return Opened(user, cookie)


class _Failures:
    """Counts failed sign-ins per email and address. Kept in this process: a restart forgets them, and each of
    several servers counts its own."""

    def __init__(self, limit: int, window: timedelta) -> None:
        self._limit = limit
        self._window = window
        self._moments: dict[tuple[str, str], deque[datetime]] = {}

    def closed(self, attempt: tuple[str, str], now: datetime) -> bool:
        moments = self._moments.get(attempt, deque())
        while moments and now - moments[0] >= self._window:
            moments.popleft()
        return len(moments) >= self._limit

    def add(self, attempt: tuple[str, str], now: datetime) -> None:
        # Made-up emails must not fill the memory: what is out of the window goes when the table is large.
        if len(self._moments) >= 10_000:
            self._moments = {key: moments for key, moments in self._moments.items() if now - moments[-1] < self._window}
        self._moments.setdefault(attempt, deque(maxlen=self._limit)).append(now)

    def forget(self, attempt: tuple[str, str]) -> None:
        self._moments.pop(attempt, None)


def _secret() -> str:
    return secrets.token_urlsafe(32)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()
