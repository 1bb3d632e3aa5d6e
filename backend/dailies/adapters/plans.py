"""Plans of accounts from a TOML file."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dailies.domain.errors import InvalidInput
from dailies.domain.plans import AccountPlan, AccountPlans


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9-]{1,40}$")
    title: str = Field(min_length=1, max_length=80)
    paid: bool = False
    interactive: bool = True
    vendors: bool = True
    projects_per_month: int | None = Field(default=None, ge=0)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    plans: list[_Row] = []


def load_plans(path: Path | None) -> AccountPlans:
    """The plans of a file of ``[[plans]]`` rows, or none without a file.

    Raises InvalidInput ``bad_plans_file`` for a file that is missing, can't be read, or has a row that is not
    understood.
    """
    if path is None:
        return AccountPlans()
    try:
        rows = _File.model_validate(tomllib.loads(path.read_text())).plans
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidInput(f"The file of plans can't be read: {error}.", code="bad_plans_file") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InvalidInput(f"The file of plans: {place}: {first['msg']}.", code="bad_plans_file") from error
    if len({row.id for row in rows}) < len(rows):
        raise InvalidInput("The file of plans: two plans have the same id.", code="bad_plans_file")
    return AccountPlans({row.id: AccountPlan(**row.model_dump()) for row in rows})
