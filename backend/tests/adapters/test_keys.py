"""Keys: where they come from, who may read them, and that no log line shows one."""

from __future__ import annotations

import io
import logging
import stat
from pathlib import Path

import pytest

from dailies.adapters.keys import HIDDEN, HideKeys, KeyRing
from dailies.domain.errors import Conflict, DailiesError, InvalidInput, NotFound
from dailies.domain.registry import Registry, Vendor

REGISTRY = Registry(
    {
        "open": Vendor("open", "Open", "openai", key="OPEN_KEY"),
        "other": Vendor("other", "Other", "replicate", key="OTHER_KEY"),
        "local": Vendor("local", "Local", "openai"),
    },
    {},
)
KEY = "sk-planted-0123456789"


def ring(folder: Path, **environment: str) -> KeyRing:
    return KeyRing(REGISTRY, environment, folder / "keys.toml")


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    keys = ring(tmp_path)
    assert (keys.get("open"), keys.source("open"), keys.ready("open")) == (None, "none", False)
    assert (keys.source("local"), keys.ready("local")) == ("not needed", True)
    keys.put("open", f" {KEY} ")
    assert (keys.get("open"), keys.source("open")) == (KEY, "file")
    both = ring(tmp_path, open="from-the-environment")
    assert (both.get("open"), both.source("open")) == ("from-the-environment", "environment")
    for change in (lambda: both.put("open", KEY), lambda: both.remove("open")):
        with pytest.raises(Conflict) as refusal:
            change()
        assert refusal.value.code == "key_from_environment"
    with pytest.raises(NotFound):
        keys.source("nobody")


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    keys = ring(tmp_path)
    keys.put("open", KEY)
    keys.put("other", 'a-"quoted"\\key')
    file = tmp_path / "keys.toml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert ring(tmp_path).get("other") == 'a-"quoted"\\key'
    keys.remove("open")
    assert ring(tmp_path).get("open") is None
    assert [path.name for path in tmp_path.iterdir()] == ["keys.toml"]
    file.chmod(0o640)
    with pytest.raises(DailiesError) as refusal:
        ring(tmp_path)
    assert refusal.value.code == "keys_readable_by_others"


def test_a_broken_file_is_named_without_its_content(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text(f"open = {KEY}")
    file.chmod(0o600)
    with pytest.raises(DailiesError) as refusal:
        ring(tmp_path)
    assert refusal.value.code == "keys_unreadable"
    assert KEY not in str(refusal.value)


@pytest.mark.parametrize("key", ["short", "two words here", "schlüssel-schlüssel"])
def test_what_is_no_key_is_refused(tmp_path: Path, key: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        ring(tmp_path).put("open", key)
    assert refusal.value.code == "bad_key"
    assert not (tmp_path / "keys.toml").exists()


def test_no_log_line_shows_a_key(tmp_path: Path) -> None:
    keys = ring(tmp_path, other="r8_planted_environment")
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(HideKeys(keys))
    log = logging.getLogger("dailies.test.keys")
    log.propagate = False
    log.addHandler(handler)
    keys.put("open", KEY)
    log.warning("calling with %s", KEY)
    log.warning("header: Bearer r8_planted_environment")
    try:
        raise ValueError(f"refused {KEY}")
    except ValueError:
        log.exception("it failed")
    log.warning("nothing secret: %d", 3)
    text = written.getvalue()
    assert KEY not in text
    assert "r8_planted_environment" not in text
    assert text.count(HIDDEN) == 3
    assert "nothing secret: 3" in text
