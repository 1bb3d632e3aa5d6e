"""Scores pictures with exported networks on ONNX Runtime, which is an optional extra (``pip install dailies[scores]``).

CLIP score: Hessel et al. 2021, 2.5 times the cosine, at least 0. PickScore: Kirstain et al. 2023, the cosine times the
model's own scale. Aesthetic: Schuhmann et al. 2022, a head over normalised CLIP features, about 1 to 10. VQA score: Lin
et al. 2024, the chance of "yes" against "no" to the question whether the picture shows the prompt.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from dailies.adapters.scorers.byte_pairs import BytePairs
from dailies.adapters.scorers.manifest import Kind, Manifest, PictureInput, read_manifest
from dailies.domain.errors import InvalidInput, ProviderError
from dailies.domain.project import Score
from dailies.ports import PictureScorer

Floats = npt.NDArray[np.float32]

NAMES: dict[Kind, str] = {
    "clip": "CLIP score",
    "pick": "PickScore",
    "aesthetic": "Aesthetic",
    "vqa": "VQA score",
}
SCALES: dict[Kind, str] = {
    "clip": "0 to 100",
    "pick": "about 15 to 25, higher is preferred",
    "aesthetic": "about 1 to 10",
    "vqa": "0 to 100",
}
METHODS: dict[Kind, str] = {
    "clip": "2.5 times the cosine of picture and prompt, at least 0, as per cent (CLIPScore, Hessel et al. 2021).",
    "pick": "what people would pick among pictures of one prompt (PickScore, Kirstain et al. 2023).",
    "aesthetic": "a head over CLIP features, trained on people's ratings (Schuhmann et al. 2022).",
    "vqa": "the chance that the model says yes when asked whether it shows the prompt (VQAScore, Lin et al. 2024).",
}
CLIP_STRETCH = 2.5


@dataclass(frozen=True)
class OnnxScorer:
    """One scorer. ``networks``: ONNX Runtime sessions by file; ``tokenizer``: None where no words are read."""

    manifest: Manifest
    networks: dict[str, Any]
    tokenizer: BytePairs | None

    @property
    def name(self) -> str:
        """The score's name."""
        return NAMES[self.manifest.kind]

    @property
    def scale(self) -> str:
        """The score's range, for people."""
        return SCALES[self.manifest.kind]

    def score(self, image: bytes, prompt: str) -> Score:
        """Score an encoded picture. Raises ProviderError ``scorer_failed``."""
        if self.tokenizer is not None and not prompt.strip():
            return Score(self.name, None, self.scale, "Not measured: it has no prompt to be compared with.")
        try:
            value = self._value(pixels_of(image, self.manifest.picture), prompt)
        except Exception as error:
            # The boundary of a foreign runtime, whose errors have no common base.
            raise ProviderError(f"{self.name} failed: {error}", code="scorer_failed", retryable=False) from error
        if not np.isfinite(value):
            raise ProviderError(f"{self.name} gave no number.", code="scorer_failed", retryable=False)
        method = f"{self.manifest.source}, on this machine: {METHODS[self.manifest.kind]}"
        return Score(self.name, round(value, 2), self.scale, method)

    def _value(self, pixels: Floats, prompt: str) -> float:
        kind, manifest = self.manifest.kind, self.manifest
        if kind == "vqa":
            return self._chance_of_yes(pixels, prompt)
        features = self._run(manifest.picture.file, {manifest.picture.input: pixels}, manifest.picture.output)
        seen = _unit(features)
        if kind == "aesthetic":
            head = manifest.head
            assert head is not None
            return float(self._run(head.file, {head.input: seen[None]}, head.output).ravel()[0])
        words = manifest.words
        assert words is not None
        read = _unit(self._run(words.file, {words.input: self._tokens(prompt)}, words.output))
        cosine = float(seen @ read)
        return manifest.scale * cosine if kind == "pick" else min(100.0, 100 * CLIP_STRETCH * max(0.0, cosine))

    def _chance_of_yes(self, pixels: Floats, prompt: str) -> float:
        """Softmax over the two answers at the last place of the answer's logits."""
        words, manifest = self.manifest.words, self.manifest
        assert words is not None
        inputs = {manifest.picture.input: pixels, words.input: self._tokens(prompt)}
        logits = self._run(manifest.picture.file, inputs, manifest.picture.output)
        last = logits.reshape(-1, logits.shape[-1])[-1]
        yes, no = float(last[manifest.yes or 0]), float(last[manifest.no or 0])
        return 100 / (1 + float(np.exp(np.clip(no - yes, -60, 60))))

    def _tokens(self, prompt: str) -> npt.NDArray[np.int64]:
        assert self.tokenizer is not None
        assert self.manifest.words is not None
        text = self.manifest.words.template.replace("{prompt}", " ".join(prompt.split()))
        return np.asarray([self.tokenizer.tokens(text)], np.int64)

    def _run(self, file: str, inputs: dict[str, Any], output: str) -> Floats:
        return np.asarray(self.networks[file].run([output], inputs)[0], np.float32)


def pixels_of(image: bytes, wanted: PictureInput) -> Floats:
    """The middle square of a picture as the network takes it: shape (1, 3, size, size)."""
    with Image.open(io.BytesIO(image)) as opened:
        picture = opened.convert("RGB")
    scale = wanted.size / min(picture.size)
    sides = (max(wanted.size, round(picture.width * scale)), max(wanted.size, round(picture.height * scale)))
    picture = picture.resize(sides, Image.Resampling.BICUBIC)
    left, top = (sides[0] - wanted.size) // 2, (sides[1] - wanted.size) // 2
    square = np.asarray(picture.crop((left, top, left + wanted.size, top + wanted.size)), np.float32) / 255
    normal = (square - np.asarray(wanted.mean, np.float32)) / np.asarray(wanted.std, np.float32)
    return np.ascontiguousarray(normal.transpose(2, 0, 1)[None], np.float32)


def _unit(features: Floats) -> Floats:
    flat = features.ravel()
    return np.asarray(flat / max(float(np.linalg.norm(flat)), 1e-12), np.float32)


def load_scorers(folder: Path | None) -> tuple[PictureScorer, ...]:
    """Every scorer in the folder's folders, by name; none where no folder is set.

    Raises InvalidInput ``scorer_bad`` when a scorer can't be loaded, ``scores_extra_missing`` without ONNX Runtime.
    """
    if folder is None:
        return ()
    if not folder.is_dir():
        raise InvalidInput(f"There is no folder {folder} for scorers.", code="scorer_bad")
    return tuple(load_scorer(each) for each in sorted(folder.iterdir()) if (each / "scorer.toml").exists())


def load_scorer(folder: Path) -> OnnxScorer:
    """The scorer in a folder. Raises as ``load_scorers``."""
    manifest = read_manifest(folder)
    try:
        import onnxruntime
    except ImportError as error:
        sentence = "Learned scorers need ONNX Runtime: pip install dailies[scores]."
        raise InvalidInput(sentence, code="scores_extra_missing") from error
    separate = manifest.words is not None and manifest.kind != "vqa"
    files = [
        manifest.picture.file,
        *([manifest.words.file] if manifest.words and separate else []),
        *([manifest.head.file] if manifest.head else []),
    ]
    options = onnxruntime.SessionOptions()
    # Scores wait for pictures, not the other way round.
    options.intra_op_num_threads = 1
    try:
        networks = {
            file: onnxruntime.InferenceSession(str(folder / file), options, providers=["CPUExecutionProvider"])
            for file in files
        }
        return OnnxScorer(manifest, networks, _tokenizer(folder, manifest))
    except Exception as error:
        # The boundary of a foreign runtime, whose errors have no common base.
        raise InvalidInput(f"The scorer in {folder} can't be loaded: {error}", code="scorer_bad") from error


def _tokenizer(folder: Path, manifest: Manifest) -> BytePairs | None:
    words = manifest.words
    if words is None:
        return None
    return BytePairs.read(folder / words.vocabulary, folder / words.merges, words.start, words.end, words.length)
