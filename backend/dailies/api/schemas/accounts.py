"""Accounts, tokens, and what a page needs before anyone signed in."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, EmailStr, Field

from dailies.api.schemas.base import Shape
from dailies.api.schemas.insights import AccountPlanShape
from dailies.api.schemas.projects import BriefShape


class Credentials(Shape):
    """Sign in."""

    email: EmailStr
    password: str = Field(max_length=256)


class Registration(Credentials):
    """Open an account. ``password``: at least 10 characters."""

    name: str = Field(default="", max_length=80)


class OwnerLink(Shape):
    """The one-time token of the printed link."""

    token: str


class Me(Shape):
    """Who is signed in. ``email`` is None for an owner who has not set one; ``plan``: id, "" for the first there is."""

    id: str
    name: str
    email: str | None
    role: Literal["owner", "member"]
    has_password: bool
    created_at: datetime
    plan: str


class MePatch(Shape):
    """Change one's own account. ``current_password`` is needed for a new email or password where there is a
    password."""

    name: str | None = Field(default=None, max_length=80)
    email: EmailStr | None = None
    password: str | None = Field(default=None, max_length=256)
    current_password: str = Field(default="", max_length=256)


class TokenRequest(Shape):
    """Name a new API token."""

    name: str = Field(min_length=1, max_length=80)


class TokenShape(Shape):
    """An API token; its secret is shown once, on creation."""

    id: str
    name: str
    created_at: datetime
    last_used_at: datetime | None
    secret: str | None = None


class ExampleShape(Shape):
    """An example brief of the home page."""

    id: str
    title: str
    description: str
    brief: BriefShape


class Setup(Shape):
    """What the sign-in page needs to know before anyone is signed in."""

    registration_open: bool
    has_owner: bool
    rehearsal: bool
    version: str
    examples: list[ExampleShape]
    insights: bool
    plans: list[AccountPlanShape]


class Problem(BaseModel):
    """RFC 9457 problem document. ``code`` is stable; ``detail`` is a sentence for people."""

    type: str
    title: str
    status: int
    detail: str
    code: str
