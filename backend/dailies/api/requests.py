"""What every route needs: the services of the running app, and who is asking."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request
from starlette.requests import HTTPConnection

from dailies.api.auth import current_user
from dailies.api.views import Views
from dailies.bootstrap import Services
from dailies.domain.accounts import User
from dailies.domain.errors import Forbidden

SignedIn = Annotated[User, Depends(current_user)]


def services_of(connection: HTTPConnection) -> Services:
    """The services the app was started with."""
    return cast(Services, connection.app.state.services)


async def _views(request: Request, user: SignedIn) -> Views:
    services = services_of(request)
    repeats = await services.money.repeats(user.id)
    return Views(services.estimates, services.production.progress, repeats)


def _admin(user: SignedIn) -> User:
    if user.role != "owner":
        raise Forbidden("Only the studio's owner may do this.", code="owner_only")
    return user


def _services(request: Request) -> Services:
    return services_of(request)


Show = Annotated[Views, Depends(_views)]
App = Annotated[Services, Depends(_services)]
Admin = Annotated[User, Depends(_admin)]
