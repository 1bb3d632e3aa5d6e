"""The registry's files: what is shipped, and a user's own rows over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dailies.adapters.models.loader import load_registry
from dailies.domain.casting import KIND_OF_PART
from dailies.domain.errors import InvalidInput
from dailies.domain.quantities import clip_terms, picture_terms

OWN = """
[vendors.home]
title = "At home"
dialect = "openai"
base_url = "http://127.0.0.1:11434/v1"

[[models]]
id = "home/words"
vendor = "home"
name = "words:8b"
kind = "text"
title = "Words"
tier = "draft"
fixed = { temperature = 0.5 }
prices = [{ unit = "output_token", usd = 0.5, per = 1000000 }]

[[models]]
id = "openai/gpt-6-luna"
remove = true
"""


def test_what_is_shipped_is_whole() -> None:
    registry = load_registry()
    kinds = {model.kind for model in registry}
    assert kinds >= set(KIND_OF_PART.values()) | {"moderation", "segment"}
    for model in registry:
        assert model.checked_on is not None, model.id
        assert model.prices, model.id
        assert not model.yours
        if model.kind == "image":
            model.checked({"prompt": "a cat", **picture_terms(model, 1280, 720)})
        if model.kind == "video":
            model.checked({"prompt": "a cat", **clip_terms(model, 3.5, 1280, 720)})
            assert model.cost({"video": 1, "second": 5}, clip_terms(model, 3.5, 1280, 720)) > 0, model.id


def test_own_rows_lie_over_the_shipped_ones(tmp_path: Path) -> None:
    file = tmp_path / "models.toml"
    file.write_text(OWN)
    registry = load_registry(file)
    own = registry.model("home/words")
    assert (own.yours, own.fixed, own.cost({"output_token": 2_000_000})) == (True, {"temperature": 0.5}, 1_000_000)
    assert registry.vendor("home").key == ""
    assert "openai/gpt-6-luna" not in registry.models
    assert load_registry(tmp_path / "none.toml").models.keys() == load_registry().models.keys()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[vendors", "the file"),
        ("[other]\na = 1", "other beside vendors and models"),
        ('[[models]]\nid = "x"', "model x: vendor: Field required"),
        (OWN.replace('vendor = "home"', 'vendor = "nobody"'), "there is no vendor nobody"),
        (OWN.replace('tier = "draft"', 'tier = "cheap"'), "model home/words: tier"),
        (OWN.replace("fixed =", "choices = { size = ['1K'] }\nfixed ="), "size has limits but is no input"),
        (OWN + OWN.split("\n\n")[1], "it is there twice"),
        ("[vendors.x]\ntitle = 3", "vendor x"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "models.toml"
    file.write_text(text)
    with pytest.raises(InvalidInput) as refusal:
        load_registry(file)
    assert refusal.value.code == "registry_unreadable"
    assert words in str(refusal.value)
