"""The files interface: uploads that can be named in inputs until they expire."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dailies.standin.replicate.catalog import Json
from dailies.standin.replicate.predictions import stamp

MOST_BYTES = 100 * 1024 * 1024


@dataclass(frozen=True)
class Upload:
    """One stored file."""

    id: str
    name: str
    content_type: str
    data: bytes
    metadata: Json
    created: datetime
    expires: datetime
    dies: float

    def view(self, api: str) -> Json:
        """The file object."""
        return {
            "id": self.id,
            "name": self.name,
            "content_type": self.content_type,
            "size": len(self.data),
            "etag": hashlib.md5(self.data, usedforsecurity=False).hexdigest(),
            "checksums": {
                "sha256": hashlib.sha256(self.data).hexdigest(),
                "md5": hashlib.md5(self.data, usedforsecurity=False).hexdigest(),
            },
            "metadata": self.metadata,
            "created_at": stamp(self.created),
            "expires_at": stamp(self.expires),
            "urls": {"get": f"{api}/files/{self.id}"},
        }


class Uploads:
    """Files by id. ``lifetime_s``: how long each lives; ``secret``: signs download addresses."""

    def __init__(self, lifetime_s: float, secret: str) -> None:
        self._lifetime_s, self._secret = lifetime_s, secret
        self._files: dict[str, Upload] = {}

    def put(self, name: str, content_type: str, data: bytes, metadata: Json, *, expired: bool = False) -> Upload:
        """Store a file. ``expired``: gone as soon as it is stored."""
        self._files = {kept.id: kept for kept in reversed(self.all())}
        now = datetime.now(UTC)
        life = 0.0 if expired else self._lifetime_s
        upload = Upload(
            secrets.token_urlsafe(32).replace("_", "a").replace("-", "b"),
            name,
            content_type,
            data,
            metadata,
            now,
            now + timedelta(seconds=self._lifetime_s),
            time.monotonic() + life,
        )
        self._files[upload.id] = upload
        return upload

    def get(self, upload_id: str) -> Upload | None:
        """The file, unless it has expired."""
        found = self._files.get(upload_id)
        return found if found is not None and found.dies > time.monotonic() else None

    def at(self, path: str) -> Upload | None:
        """The file whose address has this path."""
        found = re.search(r"/v1/files/([^/]+)(?:/download)?$", path)
        return self.get(found[1]) if found else None

    def all(self) -> list[Upload]:
        """Live files, newest first."""
        now = time.monotonic()
        return [upload for upload in reversed(self._files.values()) if upload.dies > now]

    def delete(self, upload_id: str) -> bool:
        """Remove a file; False when there is none."""
        return self._files.pop(upload_id, None) is not None

    def signed(self, owner: str, upload_id: str, expiry: str) -> str:
        """The signature of a download address."""
        message = f"{owner} {upload_id} {expiry}".encode()
        return base64.b64encode(hmac.new(self._secret.encode(), message, hashlib.sha256).digest()).decode()


def metadata_of(text: str | None) -> Json:
    """The form field ``metadata``. Raises ValueError unless it is a JSON object."""
    parsed = json.loads(text) if text else {}
    if not isinstance(parsed, dict):
        raise ValueError("metadata must be a JSON object")
    return parsed
