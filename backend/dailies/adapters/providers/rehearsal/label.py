"""The mark that every rehearsal picture and clip carries in its metadata, so that none passes for a vendor's."""

from __future__ import annotations

import struct
import zlib

SOFTWARE = "Dailies rehearsal"
"""The value of ``Software`` in PNG and Exif, and the start of an MP4's comment."""

_PNG_HEADER = 33
"""Bytes of the signature and the IHDR chunk, which must come first."""


def labelled_png(png: bytes) -> bytes:
    """The same PNG with a tEXt chunk ``Software`` after its header."""
    body = b"tEXt" + b"Software\0" + SOFTWARE.encode("latin-1")
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:_PNG_HEADER] + chunk + png[_PNG_HEADER:]


def labelled_jpeg(jpeg: bytes) -> bytes:
    """The same JPEG with an Exif segment that has the tag ``Software`` (0x0131) and nothing else."""
    text = SOFTWARE.encode("ascii") + b"\0"
    directory = struct.pack("<HHHIII", 1, 0x0131, 2, len(text), 26, 0)
    exif = b"Exif\0\0" + b"II*\0" + struct.pack("<I", 8) + directory + text
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]
