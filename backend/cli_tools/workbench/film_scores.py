"""Scores of a clip under VBench's names: measured here by a local method, by VBench where it is installed, or not.

Local values are proxies. They are not comparable with published VBench numbers.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Sequence
from contextlib import redirect_stdout
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cv2
import numpy as np

from dailies.domain.project import Score
from dailies.media.planes import unpacked
from dailies.media.scores import clip_scores, picture_scores
from dailies.media.sources import film_frames
from dailies.media.video import frame_at, probe
from workbench.learned_scores import learned_scores
from workbench.ranking import value_of

FILM_WEIGHTS = {"Prompt adherence": 0.4, "Motion smoothness": 0.3, "Imaging quality": 0.3}
"""What counts in a clip's overall score, of what was measured. More motion is not better, so it does not count."""

VBENCH_DIMENSIONS = (
    "subject_consistency",
    "background_consistency",
    "motion_smoothness",
    "dynamic_degree",
    "aesthetic_quality",
    "imaging_quality",
)
HUNDRED = "0 to 100"
FRAMES_LOOKED_AT = 4
FLOW_SIZE = (320, 180)
FLOW_FPS = 8
FLOW_FULL = 24.0
"""Pixels a second, of a picture 320 wide, that count as full motion."""


def film_scores(path: Path, prompt: str, adherence: Score | None) -> tuple[Score, ...]:
    """All scores of a clip. ``adherence``: what a vision model found, or None. Raises DailiesError
    ``film_unreadable``."""
    vbench = _vbench(path, prompt)
    smooth = next(score for score in clip_scores(path) if score.name == "Motion smoothness")
    seconds = probe(path).seconds
    middle = frame_at(path, seconds / 2)
    frames = [frame_at(path, seconds * place / FRAMES_LOOKED_AT) for place in range(FRAMES_LOOKED_AT)]
    local = {
        "motion_smoothness": smooth,
        "dynamic_degree": _dynamic(path),
        "imaging_quality": _imaging(frames),
        "aesthetic_quality": _aesthetic(middle, prompt),
        "subject_consistency": _unmeasured("Subject consistency"),
        "background_consistency": _unmeasured("Background consistency"),
    }
    found = [vbench.get(name) or local[name] for name in VBENCH_DIMENSIONS]
    return (*found, adherence or _adherence(middle, prompt))


def _imaging(frames: Sequence[bytes]) -> Score:
    marks = [value for frame in frames if (value := value_of(picture_scores(frame), "Technique")) is not None]
    if not marks:
        return Score("Imaging quality", None, HUNDRED, "Not measured: its frames are too small.")
    method = f"Local proxy: the mean of Technique over {len(marks)} frames."
    return Score("Imaging quality", round(sum(marks) / len(marks), 1), HUNDRED, method)


def _dynamic(path: Path) -> Score:
    """How much moves: the mean length of the optical flow."""
    flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)
    before, lengths = None, []
    for frame in film_frames(path, *FLOW_SIZE, FLOW_FPS):
        luma = np.ascontiguousarray(unpacked(frame).y)
        if before is not None:
            way = np.asarray(flow.calc(before, luma, None), np.float32)  # type: ignore[call-overload]
            lengths.append(float(np.hypot(way[..., 0], way[..., 1]).mean()))
        before = luma
    if not lengths:
        return Score("Dynamic degree", None, HUNDRED, "Not measured: the clip has one frame.")
    speed = FLOW_FPS * sum(lengths) / len(lengths)
    method = f"Local proxy: mean optical flow in pixels a second at 320 x 180, {FLOW_FULL:g} is 100."
    return Score("Dynamic degree", round(min(100.0, 100 * speed / FLOW_FULL), 1), HUNDRED, method)


def _aesthetic(frame: bytes, prompt: str) -> Score:
    found = next(score for score in learned_scores(frame, prompt) if score.name == "LAION aesthetic")
    return Score("Aesthetic quality", found.value, found.scale, found.method)


def _adherence(frame: bytes, prompt: str) -> Score:
    found = next(score for score in learned_scores(frame, prompt) if score.name == "VQAScore")
    if found.value is None:
        return Score("Prompt adherence", None, HUNDRED, f"No vision model was hired. {found.method}")
    return Score(
        "Prompt adherence", round(100 * found.value, 1), HUNDRED, f"VQAScore of the middle frame. {found.method}"
    )


def _unmeasured(name: str) -> Score:
    return Score(name, None, HUNDRED, "Not measured: it needs VBench's trained features (vbench is not installed).")


def _vbench(path: Path, prompt: str) -> dict[str, Score]:
    """VBench's own numbers, where it and its weights are here; it is asked about the one clip."""
    if find_spec("vbench") is None or find_spec("torch") is None:
        return {}
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        torch: Any = import_module("torch")
        vbench: Any = import_module("vbench")
        package = Path(str(vbench.__file__)).parent
        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        with TemporaryDirectory(prefix="dailies-") as folder, redirect_stdout(io.StringIO()):
            bench = vbench.VBench(device, str(package / "VBench_full_info.json"), folder)
            bench.evaluate(
                videos_path=str(path),
                name="clip",
                prompt_list={str(path): prompt},
                dimension_list=list(VBENCH_DIMENSIONS),
                local=True,
                mode="custom_input",
            )
            results = json.loads((Path(folder) / "clip_eval_results.json").read_text())
    except (ImportError, OSError, RuntimeError, ValueError, KeyError):
        return {}
    scale = dict.fromkeys(VBENCH_DIMENSIONS, 100.0) | {"imaging_quality": 1.0}
    return {
        name: Score(
            name.replace("_", " ").capitalize(),
            round(_average(value) * (100.0 if _average(value) <= 1 else scale[name]), 1),
            HUNDRED,
            "Measured here by VBench.",
        )
        for name, value in results.items()
        if name in VBENCH_DIMENSIONS
    }


def _average(value: Any) -> float:
    """The first of [average, per film], which is a share or a truth."""
    return float(value[0] if isinstance(value, list) else value)
