"""Learned scorers in a running studio, which is one for a process: a module of its own."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from ..adapters.test_scorers import clip
from ..support.studio import item, running_studio


def one_pixel() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1, 1), (200, 40, 40)).save(out, "PNG")
    return out.getvalue()


async def test_learned_scores_land_and_what_fails_says_why(tmp_path: Path) -> None:
    scorers = tmp_path / "scorers"
    scorers.mkdir()
    clip(scorers)
    clip(scorers, "pick", "scale = nan")
    async with running_studio(tmp_path / "data", scorers_folder=scorers) as studio:
        project = await studio.reach("references")
        await studio.scored()
        take = item(await studio.project(project["id"]), "ref-vera")["takes"][0]
        scores = {each["name"]: each for each in take["scores"]}
        assert scores["CLIP score"]["value"] is not None
        assert scores["PickScore"]["value"] is None
        assert scores["PickScore"]["method"] == "Not measured: PickScore gave no number."
        files = {"file": ("a.png", one_pixel())}
        sent = await studio.client.post(f"/api/projects/{project['id']}/items/ref-vera/takes", files=files)
        assert sent.status_code == 200, sent.text
        await studio.scored()
        tiny = item(await studio.project(project["id"]), "ref-vera")["takes"][-1]
        assert tiny["scoring"] == "done"
        assert {each["name"]: each["value"] for each in tiny["scores"]}["Match"] is None
