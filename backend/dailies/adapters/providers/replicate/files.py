"""Files as inputs: inside the request where they are small, uploaded where they are not, and known again by
their content."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dailies.adapters.providers.replicate.client import ReplicateClient
from dailies.domain.registry import Model

MOST_INSIDE = 190_000
"""Bytes of a file up to which it goes into the request: as a data URI it then has less than 256 kB, the smaller of
the limits that the vendor's pages name."""

ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}


@dataclass(frozen=True)
class InputFile:
    """A file for an input."""

    data: bytes
    media_type: str

    @cached_property
    def sha256(self) -> str:
        """Of the content, in hex."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def data_uri(self) -> str:
        """The whole file as an address."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.data).decode()}"


Fields = Mapping[str, object]
"""The vendor's fields; files are InputFile, or lists of them."""


def picture_file(data: bytes) -> InputFile:
    """An encoded picture as an input."""
    if data.startswith(b"\xff\xd8"):
        return InputFile(data, "image/jpeg")
    return InputFile(data, "image/webp" if data[8:12] == b"WEBP" else "image/png")


def fingerprint(model: Model, fields: Fields) -> str:
    """sha256, in hex, of a request: the same for the same files, however they are sent."""
    named = {name: _digests(value) for name, value in fields.items()}
    return hashlib.sha256(json.dumps([model.name, model.version, named], sort_keys=True).encode()).hexdigest()


async def sendable(client: ReplicateClient, model: Model, fields: Fields) -> dict[str, object]:
    """The fields with an address for each file. Raises ProviderError."""
    sent: dict[str, object] = {}
    for name, value in fields.items():
        if isinstance(value, InputFile):
            sent[name] = await _address(client, model, name, value)
        elif _is_files(value):
            assert isinstance(value, list)
            sent[name] = [await _address(client, model, name, each) for each in value]
        else:
            sent[name] = value
    return sent


async def same_input(client: ReplicateClient, fields: Fields, given: Mapping[str, object]) -> bool:
    """Whether a prediction's input is exactly this request: every field, every file's content. Raises
    ProviderError."""
    if set(fields) != set(given):
        return False
    plain = {name: value for name, value in fields.items() if not isinstance(value, InputFile) and not _is_files(value)}
    if any(given[name] != value for name, value in plain.items()):
        return False
    for name in fields.keys() - plain.keys():
        mine, theirs = _listed(fields[name]), _listed(given[name])
        if len(mine) != len(theirs) or isinstance(fields[name], list) != isinstance(given[name], list):
            return False
        for file, address in zip(mine, theirs, strict=True):
            if not isinstance(file, InputFile) or not await _is_at(client, file, address):
                return False
    return True


async def _address(client: ReplicateClient, model: Model, name: str, file: InputFile) -> str:
    if len(file.data) <= MOST_INSIDE and not client.wants_uploads(model.id):
        return file.data_uri
    ending = ENDINGS.get(file.media_type, "bin")
    return (await client.upload(f"{name}.{ending}", file.media_type, file.data)).url


async def _is_at(client: ReplicateClient, file: InputFile, address: object) -> bool:
    if not isinstance(address, str):
        return False
    if not address.startswith("data:"):
        return await client.file_digest(address) == file.sha256
    try:
        return base64.b64decode(address.partition(",")[2], validate=True) == file.data
    except binascii.Error:
        return False


def _digests(value: object) -> object:
    if isinstance(value, InputFile):
        return value.sha256
    return [_digests(each) for each in value] if isinstance(value, list) else value


def _is_files(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(each, InputFile) for each in value)


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [value]
