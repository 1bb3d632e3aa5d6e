"""Settings: the only reader of the environment. Every one has a default that works on a laptop."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

DEFAULT_FOLDER = Path.home() / ".dailies"


class Settings(BaseSettings):
    """All settings, read from the environment (``DATABASE_URL`` as it is, all others with the prefix
    ``DAILIES_``)."""

    model_config = SettingsConfigDict(env_prefix="DAILIES_", extra="ignore")

    data_folder: Path = DEFAULT_FOLDER
    """Where the database and the files lie."""
    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    """``postgresql://user:password@host/name``; empty means SQLite in the data folder."""
    redis_url: str = Field(default="", validation_alias="REDIS_URL")
    """``redis://host:6379/0``; with it and PostgreSQL, many web servers and workers are one studio."""
    role: Literal["all", "web", "worker"] = "all"
    """What this process does: answer browsers, make takes, or both."""
    blobs_url: str = ""
    """``s3://bucket/prefix``; empty keeps files in the data folder."""
    s3_endpoint: str = ""
    """Address of an S3-compatible server that is not Amazon's, like ``http://storage:9000``."""
    cache_mib: int = Field(default=4096, ge=64)
    """Room for local copies of files that lie in a bucket, in MiB."""
    live_session_minutes: float = Field(default=60.0, gt=0)
    """Minutes until drafts and the like of an untouched live session are forgotten."""
    sockets_per_user: int = Field(default=50, ge=1)
    """Live connections one account may have open at one web server."""
    socket_idle_s: float = Field(default=90.0, gt=0)
    """Seconds without a word from a live connection until it is closed; pages speak every 20."""
    host: str = "127.0.0.1"
    """Address the server listens on."""
    port: int = Field(default=8000, ge=0, le=65535)
    """Port the server listens on; 0 picks a free one."""
    workers: int = Field(default=2, ge=1, le=64)
    """Takes made at a time."""
    registration_open: bool = False
    """Whether strangers may open an account."""
    session_days: int = Field(default=30, ge=1)
    """Days until an unused sign-in ends."""
    live_queue: int = Field(default=512, ge=16)
    """Messages a slow socket may lag behind before it is closed."""
    models_file: Path | None = None
    """Your own rows of the registry of models (TOML); by default ``models.toml`` in the data folder."""
    keys_file: Path | None = None
    """Where keys entered in the browser are kept; by default ``keys.toml`` in the data folder."""
    moderation_model: str = ""
    """Id of the registry's model that briefs are checked by before anything is made; empty checks none."""
    scorers_folder: Path | None = None
    """A folder of learned scorers, one folder each (see docs/guides/scores.md); none by default."""
    public_url: str = ""
    """The studio's address as vendors reach it (https), for their webhooks; empty means it asks them."""
    insights: bool = True
    """Whether projects are counted for the insights; nothing leaves the studio either way."""
    abandoned_after_days: int = Field(default=14, ge=1)
    """Days without activity after which an unfinished project counts as abandoned."""
    plans_file: Path | None = None
    """Plans of accounts (TOML); by default there are none, and everybody may do everything."""
    web_folder: Path = Path(__file__).resolve().parents[2] / "frontend" / "dist"
    """The built web app."""
    log_level: str = "warning"
    """debug, info, warning or error."""
    log_format: Literal["text", "json"] = "text"
    """Lines for people, or a JSON object each."""
    metrics_token: str = ""
    """Who sends it as a bearer token may read /metrics; without one, only this machine may."""

    @property
    def resolved_database_url(self) -> str:
        """The database's address, with the embedded default."""
        return self.database_url or f"sqlite:///{self.data_folder / 'dailies.sqlite3'}"

    @property
    def many(self) -> bool:
        """Whether several processes are one studio."""
        return bool(self.redis_url) and not self.resolved_database_url.startswith("sqlite")

    @property
    def bucket(self) -> tuple[str, str]:
        """Bucket and prefix of ``blobs_url``; empty words for the data folder."""
        parts = urlsplit(self.blobs_url)
        return (parts.netloc, parts.path.strip("/")) if parts.scheme == "s3" else ("", "")

    @property
    def resolved_models_file(self) -> Path:
        """The user's own rows of the registry; the file need not be there."""
        return self.models_file or self.data_folder / "models.toml"

    @property
    def resolved_keys_file(self) -> Path:
        """The file of keys; it need not be there."""
        return self.keys_file or self.data_folder / "keys.toml"


def environment_values(names: Mapping[str, str]) -> dict[str, str]:
    """Values of environment variables that are set and not empty. ``names``: label -> variable."""
    return {label: value for label, name in names.items() if name and (value := os.environ.get(name, "").strip())}
