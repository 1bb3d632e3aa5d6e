"""The README of the tools and their --help name the same options."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .tool import NAMES, TOOLS, run

OPTION = re.compile(r"--[a-z][a-z-]+")


def sections() -> dict[str, str]:
    text = (TOOLS / "README.md").read_text()
    parts = re.split(r"^## `(\w+)\.py`$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_names_exactly_the_options_there_are(tmp_path: Path, name: str) -> None:
    told = run(tmp_path, name, "--help")
    assert told.returncode == 0, told.stderr
    there = set(OPTION.findall(told.stdout)) - {"--help"}
    section = sections()[name]
    assert set(OPTION.findall(section)) - {"--help"} == there
    assert len(re.findall(rf"^\$ .*python cli_tools/{name}\.py", section, re.MULTILINE)) >= 3


def test_every_tool_has_a_section() -> None:
    assert tuple(sorted(sections())) == NAMES
