"""What every route needs: the services of the running app, and who is asking."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request
from starlette.requests import HTTPConnection

from dailies.api.auth import current_user
from dailies.api.views import Views
from dailies.bootstrap import Services
from dailies.domain.accounts import User


def services_of(connection: HTTPConnection) -> Services:
    """The services the app was started with."""
    return cast(Services, connection.app.state.services)


def _views(request: Request) -> Views:
    services = services_of(request)
    return Views(services.production.pace, services.production.progress)


def _services(request: Request) -> Services:
    return services_of(request)


Show = Annotated[Views, Depends(_views)]
App = Annotated[Services, Depends(_services)]
SignedIn = Annotated[User, Depends(current_user)]
