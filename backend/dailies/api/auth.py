"""Who is asking: sign-in, sign-out, one's own account and API tokens.

A browser is known by a cookie, a program by ``Authorization: Bearer``. What a cookie may change must come
from the studio's own pages: browsers name the page's origin, and it has to be the host asked.
"""

from __future__ import annotations

from typing import Annotated, cast
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Request, Response, WebSocket, status
from starlette.requests import HTTPConnection

from dailies.api import schemas
from dailies.domain.accounts import ApiToken, User
from dailies.domain.errors import Forbidden, NotSignedIn
from dailies.services.accounts import Accounts, Opened

COOKIE = "dailies_session"

COOKIE_MAX_AGE = 400 * 24 * 3600
"""Seconds, the most a browser keeps a cookie. When a sign-in ends is decided by the server, where it slides."""

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def _accounts(request: Request) -> Accounts:
    return accounts_of(request)


def accounts_of(connection: HTTPConnection) -> Accounts:
    """The accounts service the app was started with."""
    return cast(Accounts, connection.app.state.accounts)


async def current_user(request: Request) -> User:
    """Who is asking. Raises NotSignedIn, or Forbidden ``bad_origin`` when another site's page asks for a change."""
    if _bearer(request) is None and request.method not in SAFE_METHODS:
        same_origin(request)
    return await _authenticate(request)


async def socket_user(websocket: WebSocket) -> User:
    """Who opens a socket. Raises NotSignedIn or Forbidden ``bad_origin``."""
    if _bearer(websocket) is None:
        same_origin(websocket)
    return await _authenticate(websocket)


def require_same_origin(request: Request) -> None:
    """The dependency of routes that change something before anyone is signed in. Raises Forbidden
    ``bad_origin``."""
    same_origin(request)


def same_origin(connection: HTTPConnection) -> None:
    """Raise Forbidden ``bad_origin`` unless the asking page is the studio's own."""
    origin = connection.headers.get("origin")
    if origin is None:
        own = connection.headers.get("sec-fetch-site") == "same-origin"
    else:
        own = _host(origin) == connection.headers.get("host", "").lower()
    if not own:
        raise Forbidden("This request did not come from the studio's own pages.", code="bad_origin")


def _host(origin: str) -> str | None:
    """The host of an origin, with its port where one is named; None for anything else."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return None
    return parts.netloc.lower() if parts.scheme in ("http", "https") and parts.netloc else None


def _bearer(connection: HTTPConnection) -> str | None:
    scheme, _, secret = connection.headers.get("authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else None


async def _authenticate(connection: HTTPConnection) -> User:
    accounts = accounts_of(connection)
    secret = _bearer(connection)
    if secret is not None:
        return await accounts.authenticate_token(secret)
    cookie = connection.cookies.get(COOKIE)
    if not cookie:
        raise NotSignedIn("Sign in to go on.")
    return await accounts.authenticate_session(cookie)


People = Annotated[Accounts, Depends(_accounts)]
SignedIn = Annotated[User, Depends(current_user)]

router = APIRouter(prefix="/api", tags=["accounts"])
sign_in_router = APIRouter(prefix="/auth", dependencies=[Depends(require_same_origin)])


@sign_in_router.post("/owner")
async def use_owner_link(link: schemas.OwnerLink, request: Request, response: Response, people: People) -> schemas.Me:
    """Sign the owner in by the printed link."""
    opened = await people.sign_in_by_link(link.token, _agent(request))
    return _let_in(opened, request, response)


@sign_in_router.post("/register", status_code=status.HTTP_201_CREATED)
async def register(form: schemas.Registration, request: Request, response: Response, people: People) -> schemas.Me:
    """Open an account and sign in."""
    opened = await people.register(form.email, form.password, form.name, _agent(request))
    return _let_in(opened, request, response)


@sign_in_router.post("/login")
async def login(form: schemas.Credentials, request: Request, response: Response, people: People) -> schemas.Me:
    """Sign in by password."""
    ip = request.client.host if request.client else ""
    opened = await people.sign_in(form.email, form.password, ip, _agent(request))
    return _let_in(opened, request, response)


@sign_in_router.post("/logout", status_code=status.HTTP_204_NO_CONTENT)
async def logout(request: Request, response: Response, people: People) -> None:
    """End this browser's sign-in; without one nothing happens."""
    cookie = request.cookies.get(COOKIE)
    if cookie:
        await people.sign_out(cookie)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax", secure=_is_secure(request))


router.include_router(sign_in_router)


@router.get("/me")
async def read_me(user: SignedIn) -> schemas.Me:
    """Who is signed in."""
    return _me(user)


@router.patch("/me")
async def change_me(patch: schemas.MePatch, request: Request, user: SignedIn, people: People) -> schemas.Me:
    """Change one's own account; a new password signs out every other browser."""
    changed = await people.update(
        user,
        name=patch.name,
        email=patch.email,
        password=patch.password,
        current_password=patch.current_password,
        cookie=request.cookies.get(COOKIE) if _bearer(request) is None else None,
    )
    return _me(changed)


@router.post("/me/tokens", status_code=status.HTTP_201_CREATED)
async def create_token(wanted: schemas.TokenRequest, user: SignedIn, people: People) -> schemas.TokenShape:
    """Make an API token; its secret is in this answer only."""
    token, secret = await people.create_token(user, wanted.name)
    return _token(token, secret)


@router.get("/me/tokens")
async def list_tokens(user: SignedIn, people: People) -> list[schemas.TokenShape]:
    """One's own API tokens, oldest first."""
    return [_token(token) for token in await people.tokens(user)]


@router.delete("/me/tokens/{token_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_token(token_id: str, user: SignedIn, people: People) -> None:
    """Remove an API token."""
    await people.delete_token(user, token_id)


def _let_in(opened: Opened, request: Request, response: Response) -> schemas.Me:
    response.set_cookie(
        COOKIE,
        opened.cookie,
        max_age=COOKIE_MAX_AGE,
        path="/",
        httponly=True,
        samesite="lax",
        secure=_is_secure(request),
    )
    return _me(opened.user)


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"


def _agent(request: Request) -> str:
    return request.headers.get("user-agent", "")


def _me(user: User) -> schemas.Me:
    return schemas.Me(
        id=user.id,
        name=user.name,
        email=user.email,
        role=user.role,
        has_password=user.password_hash is not None,
        created_at=user.created_at,
        plan=user.plan,
    )


def _token(token: ApiToken, secret: str | None = None) -> schemas.TokenShape:
    return schemas.TokenShape(
        id=token.id, name=token.name, created_at=token.created_at, last_used_at=token.last_used_at, secret=secret
    )
