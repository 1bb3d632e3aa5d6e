"""A session with the official replicate client 2.x: run apart, because it can't live beside 1.x.

Prints one JSON object. Arguments: base URL with /v1, path of a PNG.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

# By name: for the type checker the package is the other version.
replicate = import_module("replicate")
FLUX = {"model_owner": "black-forest-labs", "model_name": "flux-schnell"}
WAN = {"model_owner": "wan-video", "model_name": "wan-2.2-i2v-fast"}
GROUNDED = {"model_owner": "schananas", "model_name": "grounded_sam"}
DRAW = {"prompt": "Mia stands in a kitchen at dawn"}


def session(client: Any, picture: Path) -> dict[str, Any]:
    """Use every resource once and say what came back."""
    made = client.models.predictions.create(**FLUX, input=DRAW, prefer="wait=20")
    # Strictly: the client itself builds its objects without checking them.
    checked = replicate.types.Prediction.model_validate(made.to_dict())
    with picture.open("rb") as file:
        upload = client.files.create(content=file, filename="start.png", metadata=json.dumps({"shot": 1}))
    clip = client.models.predictions.create(**WAN, input={"prompt": "push in", "image": upload.urls.get})
    clip = client.predictions.wait(clip.id)
    version = client.models.get(**GROUNDED).latest_version.id
    masks = client.predictions.create(version=version, input={"image": upload.urls.get}, prefer="wait")
    refused = ""
    try:
        client.models.predictions.create(**FLUX, input={"prompt": "x", "cfg_scale": 2})
    except replicate.UnprocessableEntityError as error:
        refused = error.body["detail"]
    return {
        "version": replicate.__version__,
        "status": checked.status,
        "model_version": checked.version,
        "image": checked.output[0],
        "upload": {"name": client.files.get(file_id=upload.id).name, "metadata": upload.metadata},
        "clip": {"status": clip.status, "error": clip.error, "output": clip.output},
        "masks": len(masks.output),
        "refused": refused,
        "account": client.account.get().username,
        "hardware": [each.sku for each in client.hardware.list()],
        "collections": [each.slug for each in client.collections.list()],
        "models": [each.name for each in client.models.list()],
        "versions": len(client.models.versions.list(**{"model_owner": "prunaai", "model_name": "p-image"}).results),
        "searched": [each.model.name for each in client.search(query="veo").models],
        "secret": client.webhooks.default.secret.get().key,
        "listed": made.id in {each.id for each in client.predictions.list()},
    }


def main() -> None:
    base_url, picture = sys.argv[1], Path(sys.argv[2])
    with replicate.Replicate(bearer_token="r8_x", base_url=base_url) as client:
        told = session(client, picture)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
