"""Fails when a setting, a command or a make target is missing from the docs, or a link in them leads nowhere."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import typer
from pydantic_settings import BaseSettings

from dailies.cli import app
from dailies.config import Settings

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")
TARGET = re.compile(r"^([a-z-]+):.*## ", re.MULTILINE)


def pages() -> list[Path]:
    """The README, and every page under docs/."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def setting_names(settings: type[BaseSettings]) -> Iterator[str]:
    """Names of the environment variables that set each field."""
    prefix = settings.model_config.get("env_prefix", "")
    for name, field in settings.model_fields.items():
        alias = field.validation_alias
        yield (alias if isinstance(alias, str) else prefix + name).upper()


def command_names() -> Iterator[str]:
    """``dailies serve``, and so on, for each command that is shown in ``dailies --help``."""
    root = typer.main.get_command(app)
    for name, command in getattr(root, "commands", {}).items():
        if not command.hidden:
            yield f"dailies {name}"


def make_targets() -> Iterator[str]:
    """``make test``, and so on, for each target that ``make help`` lists."""
    for name in TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")):
        yield f"make {name}"


def undocumented(text: str) -> Iterator[str]:
    """One line for each name that stands nowhere in the text."""
    for name in [*setting_names(Settings), *command_names(), *make_targets()]:
        if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            yield f"README.md and docs/ don't mention {name}"


def broken_links(page: Path) -> Iterator[str]:
    """One line for each link to a file that does not exist."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists():
            yield f"{page.relative_to(ROOT)}: the link to {target} leads nowhere"


def main() -> int:
    """Print each problem on a line; 1 when there is any."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages())
    problems = [*undocumented(text), *(problem for page in pages() for problem in broken_links(page))]
    print("\n".join(problems) or "docs: every setting, command and make target is there")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
