"""Runs every measurement and prints one JSON document.

``python -m bench`` runs all; ``python -m bench writer`` only those named.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import platform
import sys
from datetime import UTC, datetime

import bench

NOT_MEASUREMENTS = {"__main__", "timing"}


def measurements() -> list[str]:
    """Names of the modules that measure something, in alphabetical order."""
    return sorted(module.name for module in pkgutil.iter_modules(bench.__path__) if module.name not in NOT_MEASUREMENTS)


def machine() -> dict[str, str | int | None]:
    """What the numbers depend on."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
    }


def main(arguments: list[str]) -> int:
    """Print the rows; 2 when a name is unknown."""
    known = measurements()
    unknown = set(arguments) - set(known)
    if unknown:
        print(f"No such measurement: {', '.join(sorted(unknown))}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    rows = []
    for name in arguments or known:
        print(f"measuring {name} ...", file=sys.stderr)
        rows.append({"measurement": name, **importlib.import_module(f"bench.{name}").measure()})
    measured_at = datetime.now(UTC).isoformat(timespec="seconds")
    print(json.dumps({"measured_at": measured_at, "machine": machine(), "rows": rows}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
