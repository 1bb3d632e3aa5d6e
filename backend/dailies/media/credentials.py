"""Content credentials (C2PA) in pictures and films: how they were made, signed, inside the file.

Signing needs the packages ``c2pa-python`` and ``cryptography`` and no network. The certificate is this
installation's own: checkers can tell that nothing was changed since, and call the signer unknown unless its
certificate comes from an authority they trust.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dailies.domain.errors import DailiesError
from dailies.media.provenance import TakeRecord, provenance

MEDIA_TYPES = ("image/png", "image/jpeg", "video/mp4")
YEARS = 5
SEPARATOR = "\n--\n"


@dataclass(frozen=True)
class Identity:
    """Who signs: ``chain``, the signer's certificate and then its authority's, and ``key``, both as PEM (ES256)."""

    chain: str
    key: str


def can_sign() -> bool:
    """Whether the packages are installed."""
    return find_spec("c2pa") is not None and find_spec("cryptography") is not None


def new_identity(organisation: str) -> Identity:
    """A new certificate with an authority of its own, whose key is thrown away. Raises ImportError without
    ``cryptography``."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    authority, signer = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = _certificate(organisation, "Authority", authority, authority, is_authority=True)
    leaf = _certificate(organisation, "Signer", signer, authority, is_authority=False)
    pem = serialization.Encoding.PEM
    key = signer.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return Identity((leaf.public_bytes(pem) + root.public_bytes(pem)).decode(), key.decode())


def identity_at(path: Path, organisation: str) -> Identity:
    """The identity kept in a file that only its owner can read; made when first asked for. Raises OSError, ImportError
    without ``cryptography``."""
    if path.is_file():
        chain, _, key = path.read_text().partition(SEPARATOR)
        return Identity(chain, key)
    made = new_identity(organisation)
    part = path.with_name(path.name + ".part")
    part.touch(mode=0o600)
    part.write_text(f"{made.chain}{SEPARATOR}{made.key}")
    part.replace(path)
    return made


def sign(source: Path, output: Path, record: TakeRecord, identity: Identity) -> None:
    """Write a copy of a PNG, JPEG or MP4 with its credentials; whole or not at all.

    Raises DailiesError ``credentials_failed`` where the file or the identity can't be used, ImportError without
    ``c2pa-python``.
    """
    import c2pa  # type: ignore[import-untyped]

    media_type = _type_of(source)
    if media_type not in MEDIA_TYPES:
        raise DailiesError("Files of this kind can't carry credentials.", code="credentials_failed")
    info = c2pa.C2paSignerInfo(b"es256", identity.chain.encode(), identity.key.encode(), None)
    part = output.with_name(output.name + ".part")
    try:
        with (
            c2pa.Signer.from_info(info) as signer,
            c2pa.Builder(json.dumps(_claim(record))) as builder,
            source.open("rb") as given,
            part.open("w+b") as made,
        ):
            builder.sign(signer, media_type, given, made)
        part.replace(output)
        if (read_credentials(output) or ("Invalid", {}))[0] == "Invalid":
            output.unlink()
            raise DailiesError("The credentials that were written do not hold.", code="credentials_failed")
    except c2pa.C2paError as error:
        raise DailiesError("The credentials could not be written.", code="credentials_failed") from error
    finally:
        part.unlink(missing_ok=True)


def read_credentials(path: Path) -> tuple[str, dict[str, Any]] | None:
    """Whether a file's credentials hold ("Valid", "Invalid", "Trusted") and what they say; None where it has none.

    Raises ImportError without ``c2pa-python``.
    """
    import c2pa

    try:
        with c2pa.Reader(path) as reader:
            told = json.loads(reader.json())
            return str(reader.get_validation_state()), told["manifests"][told["active_manifest"]]
    except c2pa.C2paError:
        return None


def _type_of(path: Path) -> str:
    """The media type by what a file begins with: a vendor's own name for it may be wrong."""
    with path.open("rb") as file:
        head = file.read(12)
    if head.startswith(b"\x89PNG"):
        return "image/png"
    if head.startswith(b"\xff\xd8"):
        return "image/jpeg"
    return "video/mp4" if head[4:8] == b"ftyp" else ""


def _claim(record: TakeRecord) -> dict[str, Any]:
    told = provenance(record)
    action = "c2pa.edited" if record.making in ("edited here", "assembled here") else "c2pa.created"
    made = {
        "action": action,
        "when": record.created_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "digitalSourceType": told["digital_source_type"],
        "softwareAgent": {"name": record.model or "Dailies"},
    }
    # A claim begins with how the file came into being.
    actions = [made] if action == "c2pa.created" else [{**made, "action": "c2pa.created"}, made]
    return {
        "claim_generator_info": [{"name": "Dailies", "version": "0.1.0"}],
        "title": f"{record.label}, take {record.number}",
        "assertions": [
            {"label": "c2pa.actions", "data": {"actions": actions}},
            {"label": "org.dailies.provenance", "data": told},
        ],
    }


def _certificate(organisation: str, name: str, key: Any, authority: Any, *, is_authority: bool) -> Any:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    def named(common: str) -> Any:
        parts = ((NameOID.ORGANIZATION_NAME, organisation[:60]), (NameOID.COMMON_NAME, f"Dailies {common}"))
        return x509.Name([x509.NameAttribute(kind, text) for kind, text in parts])

    now = datetime.now(UTC)
    usage = x509.KeyUsage(not is_authority, False, False, False, False, is_authority, is_authority, False, False)
    builder = (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(named("Authority"))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(is_authority, None), True)
        .add_extension(usage, True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.public_key()), False)
    )
    if not is_authority:
        # C2PA accepts signers whose certificate is for signing documents or mail.
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), False)
    return builder.sign(authority, hashes.SHA256())
