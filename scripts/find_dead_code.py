"""Fails when a function, class, method, property or import is used nowhere, or code can't be reached.

The settings are Vulture's in pyproject.toml. Fields, variables and arguments are left out: the fields of responses,
settings and stored documents are read by name, by the web app and by Pydantic; a protocol's arguments are never read,
and ruff finds unused locals.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from vulture.core import Vulture

ROOT = Path(__file__).resolve().parent.parent
READ_BY_NAME = {"attribute", "variable"}


def main() -> int:
    """Print what is dead, one per line; 1 when there is any."""
    options = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["vulture"]
    vulture = Vulture(ignore_names=options["ignore_names"], ignore_decorators=options["ignore_decorators"])
    vulture.scavenge([str(ROOT / path) for path in options["paths"]])
    dead = [
        item
        for item in vulture.get_unused_code(min_confidence=options["min_confidence"])
        if item.typ not in READ_BY_NAME
    ]
    for item in dead:
        print(f"{Path(item.filename).relative_to(ROOT)}:{item.first_lineno}: {item.message}")
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main())
