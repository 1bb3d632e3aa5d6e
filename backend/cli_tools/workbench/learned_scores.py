"""Scores of learned models, where their packages and weights are on this machine. Nothing is downloaded."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image

from dailies.domain.project import Score

CLIP_MODEL = "openai/clip-vit-base-patch32"
PICK_MODEL = "yuvalkirstain/PickScore_v1"
PICK_PROCESSOR = "laion/CLIP-ViT-H-14-laion2B-s32B-b79K"
AESTHETIC_MODEL = "shunk031/aesthetics-predictor-v1-vit-large-patch14"
VQA_MODEL = "clip-flant5-xl"
CLIP_TOKENS = 77

Measure = Callable[[bytes, str], float]


def learned_scores(image: bytes, prompt: str) -> tuple[Score, ...]:
    """PickScore, CLIP score, VQAScore and LAION's aesthetic score of an encoded picture."""
    rows: tuple[tuple[str, str, str, tuple[str, ...], Measure], ...] = (
        ("PickScore", "about 15 to 25", "Kirstain et al. 2023", ("torch", "transformers"), _pick),
        ("CLIP score", "0 to 100, about 20 to 40", "Hessel et al. 2021, unscaled", ("torch", "transformers"), _clip),
        ("VQAScore", "0 to 1", f"Lin et al. 2024, {VQA_MODEL}", ("t2v_metrics",), _vqa),
        ("LAION aesthetic", "1 to 10", "LAION's linear probe", ("torch", "aesthetics_predictor"), _aesthetic),
    )
    return tuple(_score(image, prompt, *row) for row in rows)


def _score(
    image: bytes, prompt: str, name: str, scale: str, source: str, packages: tuple[str, ...], measure: Measure
) -> Score:
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        return Score(name, None, scale, f"Not measured: {', '.join(missing)} not installed.")
    # Weights that are not here are not fetched: it would be gigabytes, unasked.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        return Score(name, round(measure(image, prompt), 3), scale, f"Measured here: {source}.")
    except (ImportError, OSError, RuntimeError, ValueError) as error:
        first_line = str(error).splitlines()[0] if str(error) else type(error).__name__
        return Score(name, None, scale, f"Not measured: {first_line[:160]}")


def _similarity(image: bytes, prompt: str, model_name: str, processor_name: str) -> tuple[float, float]:
    """Cosine of picture and text, and the model's own factor."""
    torch: Any = import_module("torch")
    transformers: Any = import_module("transformers")
    processor = transformers.AutoProcessor.from_pretrained(processor_name, local_files_only=True)
    model = transformers.AutoModel.from_pretrained(model_name, local_files_only=True).eval()
    inputs = processor(
        text=[prompt],
        images=Image.open(io.BytesIO(image)).convert("RGB"),
        padding=True,
        truncation=True,
        max_length=CLIP_TOKENS,
        return_tensors="pt",
    )
    with torch.no_grad():
        found = model(**inputs)
    # The model's outputs are of length 1 already.
    cosine = float((found.image_embeds * found.text_embeds).sum())
    return cosine, float(model.logit_scale.exp())


def _clip(image: bytes, prompt: str) -> float:
    cosine, _ = _similarity(image, prompt, CLIP_MODEL, CLIP_MODEL)
    return 100 * max(0.0, cosine)


def _pick(image: bytes, prompt: str) -> float:
    cosine, factor = _similarity(image, prompt, PICK_MODEL, PICK_PROCESSOR)
    return cosine * factor


def _aesthetic(image: bytes, _: str) -> float:
    torch: Any = import_module("torch")
    transformers: Any = import_module("transformers")
    predictor: Any = import_module("aesthetics_predictor")
    processor = transformers.CLIPProcessor.from_pretrained(AESTHETIC_MODEL, local_files_only=True)
    model = predictor.AestheticsPredictorV1.from_pretrained(AESTHETIC_MODEL, local_files_only=True).eval()
    inputs = processor(images=Image.open(io.BytesIO(image)).convert("RGB"), return_tensors="pt")
    with torch.no_grad():
        return float(model(**inputs).logits.squeeze())


def _vqa(image: bytes, prompt: str) -> float:
    metrics: Any = import_module("t2v_metrics")
    with TemporaryDirectory(prefix="dailies-") as folder:
        path = Path(folder) / "picture.png"
        Image.open(io.BytesIO(image)).convert("RGB").save(path)
        return float(metrics.VQAScore(model=VQA_MODEL)(images=[str(path)], texts=[prompt]).squeeze())
