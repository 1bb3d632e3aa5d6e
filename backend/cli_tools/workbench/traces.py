"""The folder of a run, and what is written in it: whole files or none."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image, PngImagePlugin


def run_folder(output: Path, kind: str) -> Path:
    """Make ``output/kind/timestamp`` (UTC) and return it; a second run in the same second gets a number."""
    stamp = datetime.now(UTC).strftime("%Y%m%d_%H%M%S")
    number = 1
    while True:
        folder = output / kind / (stamp if number == 1 else f"{stamp}_{number}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            number += 1
        else:
            return folder


def write_text(path: Path, text: str) -> None:
    """Write a text file at once."""
    write_bytes(path, (text.rstrip() + "\n").encode())


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """Write a JSON file at once."""
    write_text(path, json.dumps(value, indent=2, ensure_ascii=False))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file at once: whoever stops the tool finds all of it or none."""
    half = path.with_name(f".{path.name}.half")
    half.write_bytes(data)
    os.replace(half, path)


def write_png(path: Path, image: bytes) -> None:
    """Write an encoded picture as PNG. What made it stays in its metadata: rehearsal work must not pass for
    a vendor's."""
    with Image.open(io.BytesIO(image)) as opened:
        software = opened.getexif().get(SOFTWARE_TAG) or opened.info.get("Software")
        about = PngImagePlugin.PngInfo()
        if software:
            about.add_text("Software", str(software))
        written = io.BytesIO()
        opened.convert("RGB").save(written, "PNG", pnginfo=about)
    write_bytes(path, written.getvalue())


SOFTWARE_TAG = 0x0131
"""Exif's tag for what made a picture."""
