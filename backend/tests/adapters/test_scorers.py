"""Learned scorers, on networks of a few numbers: real files, real runtime, real arithmetic."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dailies.adapters.scorers.byte_pairs import BytePairs
from dailies.adapters.scorers.onnx_scorer import load_scorer, load_scorers
from dailies.domain.errors import InvalidInput, ProviderError
from dailies.domain.judging import overall
from dailies.domain.project import Score

from .tiny_networks import SIZE, answering, head, reading, seeing

TOKENS = {"<s>": 0, "<e>": 1, "red</w>": 2, "green</w>": 3, "blue</w>": 4, "r": 5, "e": 6, "d</w>": 7}
MERGES = "#version: 0.2\nr e\nre d</w>\ng re\ngre e\ngree n</w>\nb l\nbl u\nblu e</w>\n"
TABLE = np.array([[0, 0, 0], [0, 0, 0], [4, 0, 0], [0, 4, 0], [0, 0, 4], [0, 0, 0], [0, 0, 0], [0, 0, 0]], np.float32)
PICTURE = f"[picture]\nsize = {SIZE}\nmean = [0.0, 0.0, 0.0]\nstd = [1.0, 1.0, 1.0]\n"
WORDS = "[words]\nlength = 4\nstart = 0\nend = 1\n"


def plain(red: int, green: int, blue: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (24, 12), (red, green, blue)).save(out, "PNG")
    return out.getvalue()


def folder(at: Path, name: str, manifest: str) -> Path:
    made = at / name
    made.mkdir()
    (made / "scorer.toml").write_text(manifest)
    (made / "vocab.json").write_text(json.dumps(TOKENS))
    (made / "merges.txt").write_text(MERGES)
    seeing(made / "visual.onnx")
    reading(made / "textual.onnx", TABLE, 4)
    return made


def clip(at: Path, kind: str = "clip", more: str = "") -> Path:
    return folder(at, kind, f'kind = "{kind}"\nsource = "tiny"\n{more}\n{PICTURE}\n{WORDS}')


def test_a_clip_score_tells_the_prompt_it_shows(tmp_path: Path) -> None:
    scorer = load_scorer(clip(tmp_path))
    shown, other = scorer.score(plain(255, 0, 0), "Red"), scorer.score(plain(255, 0, 0), "blue")
    assert (shown.name, shown.scale) == ("CLIP score", "0 to 100")
    assert (shown.value, other.value) == (100, 0)
    assert shown.method.startswith("tiny, on this machine: 2.5 times the cosine")
    half = scorer.score(plain(0, 255, 255), "blue").value
    assert half == 100
    faint = scorer.score(plain(255, 255, 80), "blue").value
    assert faint == pytest.approx(250 * 80 / np.hypot(np.hypot(255, 255), 80), abs=0.5)


def test_a_pick_score_is_the_scaled_cosine(tmp_path: Path) -> None:
    scorer = load_scorer(clip(tmp_path, "pick", "scale = 20.0"))
    assert scorer.score(plain(0, 255, 0), "green").value == pytest.approx(20)
    assert scorer.score(plain(255, 255, 0), "green").value == pytest.approx(20 / np.sqrt(2), abs=0.01)


def test_an_aesthetic_score_needs_no_prompt(tmp_path: Path) -> None:
    made = folder(tmp_path, "aesthetic", f'kind = "aesthetic"\nsource = "tiny"\n{PICTURE}[head]\n')
    head(made / "head.onnx", np.array([[9], [3], [1]], np.float32))
    scorer = load_scorer(made)
    assert scorer.score(plain(255, 0, 0), "").value == pytest.approx(9)
    assert scorer.score(plain(0, 0, 255), "").value == pytest.approx(1)


def test_a_vqa_score_is_the_chance_of_yes_and_stands_in_for_the_match(tmp_path: Path) -> None:
    answers = 'kind = "vqa"\nsource = "tiny"\nyes = 0\nno = 1\n'
    manifest = f'{answers}{PICTURE}output = "logits"\n{WORDS}template = "red {{prompt}}"\n'
    made = folder(tmp_path, "vqa", manifest)
    answering(made / "visual.onnx", np.array([[2, 0], [0, 2], [0, 0]], np.float32), np.zeros((8, 1), np.float32), 4)
    scorer = load_scorer(made)
    yes = scorer.score(plain(255, 0, 0), "blue")
    assert yes.value == pytest.approx(100 / (1 + np.exp(-2)), abs=0.01)
    assert scorer.score(plain(0, 0, 255), "blue").value == pytest.approx(50)
    unmatched = Score("Match", None, "0 to 100", "Not measured.")
    total = overall((unmatched, yes))
    assert total is not None
    assert total.value == pytest.approx(yes.value or 0, abs=0.1)


def test_without_a_prompt_nothing_is_compared(tmp_path: Path) -> None:
    score = load_scorer(clip(tmp_path)).score(plain(255, 0, 0), "  ")
    assert score.value is None
    assert score.method.startswith("Not measured")


def test_every_folder_with_a_manifest_is_a_scorer(tmp_path: Path) -> None:
    clip(tmp_path)
    clip(tmp_path, "pick")
    (tmp_path / "notes").mkdir()
    assert [scorer.name for scorer in load_scorers(tmp_path)] == ["CLIP score", "PickScore"]
    assert load_scorers(None) == ()


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        ('kind = "clip"\nsource = "tiny"\n', "needs [words]"),
        ('kind = "aesthetic"\nsource = "tiny"\n', "needs [head]"),
        (f'kind = "vqa"\nsource = "tiny"\n{WORDS}', "needs the tokens yes and no"),
        ('kind = "magic"\nsource = "tiny"\n', "kind"),
        ("kind = ", "can't be read"),
    ],
)
def test_a_manifest_that_makes_no_sense_is_named(tmp_path: Path, manifest: str, words: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        load_scorer(folder(tmp_path, "bad", manifest))
    assert refused.value.code == "scorer_bad"
    assert words in str(refused.value)


def test_weights_that_are_none_are_named(tmp_path: Path) -> None:
    made = clip(tmp_path)
    (made / "visual.onnx").write_bytes(b"not a network")
    with pytest.raises(InvalidInput) as refused:
        load_scorer(made)
    assert refused.value.code == "scorer_bad"
    with pytest.raises(InvalidInput) as missing:
        load_scorers(tmp_path / "nowhere")
    assert missing.value.code == "scorer_bad"


def test_without_the_extra_the_way_to_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(InvalidInput) as refused:
        load_scorer(clip(tmp_path))
    assert refused.value.code == "scores_extra_missing"
    assert "pip install dailies[scores]" in str(refused.value)


def test_a_network_that_fails_says_so(tmp_path: Path) -> None:
    made = clip(tmp_path, "pick", "scale = nan")
    with pytest.raises(ProviderError) as failed:
        load_scorer(made).score(plain(1, 2, 3), "red")
    assert failed.value.code == "scorer_failed"
    with pytest.raises(ProviderError) as unreadable:
        load_scorer(made).score(b"no picture", "red")
    assert unreadable.value.code == "scorer_failed"


def test_words_become_the_tokens_of_their_merges(tmp_path: Path) -> None:
    (tmp_path / "vocab.json").write_text(json.dumps(TOKENS))
    (tmp_path / "merges.txt").write_text(MERGES)
    pairs = BytePairs.read(tmp_path / "vocab.json", tmp_path / "merges.txt", 0, 1, 6)
    assert pairs.tokens("Red, GREEN blue") == [0, 2, 3, 4, 1, 1]
    assert pairs.tokens("red red red red red red") == [0, 2, 2, 2, 2, 1]
    assert pairs.tokens("") == [0, 1, 1, 1, 1, 1]
