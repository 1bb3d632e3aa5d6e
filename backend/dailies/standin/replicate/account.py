"""The endpoints under ``/replicate/v1`` beside predictions: models, files, account and the like."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from starlette.datastructures import UploadFile

from dailies.standin.replicate import problems
from dailies.standin.replicate.catalog import CatalogModel, Json, catalog
from dailies.standin.replicate.routes import PREFIX, Gatekeeper, api_of
from dailies.standin.replicate.uploads import MOST_BYTES, Upload, Uploads, metadata_of
from dailies.standin.state import Standin
from dailies.standin.wire import json_answer

OWNER = "dailies-standin"
HARDWARE = {
    "cpu": "CPU",
    "gpu-t4": "Nvidia T4 GPU",
    "gpu-l40s": "Nvidia L40S GPU",
    "gpu-a100-large": "Nvidia A100 (80GB) GPU",
    "gpu-h100": "Nvidia H100 GPU",
}
COLLECTIONS = {
    "text-to-image": ("Generate images", "image"),
    "image-editing": ("Edit images", "inpaint"),
    "image-to-video": ("Generate videos from images", "video"),
    "text-to-speech": ("Generate speech", "speech"),
}


def models_router(standin: Standin) -> APIRouter:
    """Models, versions, collections, hardware, account and the webhooks' secret."""
    router = APIRouter(prefix=PREFIX)
    gate = Gatekeeper(standin)

    async def answered(request: Request, body: Mapping[str, Any] | list[Any]) -> Response:
        async def done() -> Response:
            return json_answer(body)

        return await gate.answer(gate.enter(request, "replicate.read"), done)

    @router.get("/models")
    async def models(request: Request) -> Response:
        results = [model.object() for model in catalog().values()]
        return await answered(request, {"next": None, "previous": None, "results": results})

    @router.get("/models/{owner}/{name}")
    async def model(request: Request, owner: str, name: str) -> Response:
        return await answered(request, _model(owner, name).object())

    @router.get("/models/{owner}/{name}/examples")
    async def examples(request: Request, owner: str, name: str) -> Response:
        _model(owner, name)
        return await answered(request, {"next": None, "previous": None, "results": []})

    @router.get("/models/{owner}/{name}/readme")
    async def readme(request: Request, owner: str, name: str) -> Response:
        gate.enter(request, "replicate.read")
        text = f"# {name}\n\n{_model(owner, name).document['description']}\n"
        return Response(text, media_type="text/plain; charset=utf-8")

    @router.get("/search")
    async def search(request: Request, query: str = "") -> Response:
        models = [{"model": each.object(), "metadata": {"tags": [each.acting.kind]}} for each in _matching(query)]
        return await answered(request, {"query": query, "models": models, "collections": [], "pages": []})

    @router.api_route("/models", methods=["QUERY"])
    async def query_models(request: Request) -> Response:
        words = (await request.body()).decode("utf-8", "replace")
        results = [each.object() for each in _matching(words)]
        return await answered(request, {"next": None, "previous": None, "results": results})

    @router.get("/models/{owner}/{name}/versions")
    async def model_versions(request: Request, owner: str, name: str) -> Response:
        latest = _model(owner, name).object()["latest_version"]
        return await answered(request, {"next": None, "previous": None, "results": [latest]})

    @router.get("/models/{owner}/{name}/versions/{version}")
    async def model_version(request: Request, owner: str, name: str, version: str) -> Response:
        latest = _model(owner, name).object()["latest_version"]
        if latest["id"] != version:
            raise problems.not_found()
        return await answered(request, latest)

    @router.get("/collections")
    async def collections(request: Request) -> Response:
        results = [{"name": title, "slug": slug, "description": title} for slug, (title, _) in COLLECTIONS.items()]
        return await answered(request, {"next": None, "previous": None, "results": results})

    @router.get("/collections/{slug}")
    async def collection(request: Request, slug: str) -> Response:
        if slug not in COLLECTIONS:
            raise problems.not_found()
        title, kind = COLLECTIONS[slug]
        members = [each.object() for each in catalog().values() if each.acting.kind == kind]
        return await answered(request, {"name": title, "slug": slug, "description": title, "models": members})

    @router.get("/hardware")
    async def hardware(request: Request) -> Response:
        return await answered(request, [{"name": name, "sku": sku} for sku, name in HARDWARE.items()])

    @router.get("/account")
    async def account(request: Request) -> Response:
        return await answered(
            request,
            {
                "type": "organization",
                "username": OWNER,
                "name": "The stand-in's account",
                "github_url": f"https://github.com/{OWNER}",
                "avatar_url": None,
            },
        )

    @router.get("/webhooks/default/secret")
    async def secret(request: Request) -> Response:
        return await answered(request, {"key": standin.settings.webhook_secret})

    return router


def _matching(words: str) -> list[CatalogModel]:
    wanted = words.lower().split()
    every = catalog().values()
    return [
        each for each in every if all(word in f"{each.name} {each.document['description']}".lower() for word in wanted)
    ]


def _model(owner: str, name: str) -> CatalogModel:
    found = catalog().get(f"{owner}/{name}")
    if found is None:
        raise problems.not_found()
    return found


def files_router(standin: Standin, uploads: Uploads) -> APIRouter:
    """Upload, list, read, download and delete files."""
    router = APIRouter(prefix=PREFIX)
    gate = Gatekeeper(standin)

    @router.post("/files")
    async def upload(request: Request) -> Response:
        faults = gate.enter(request, "replicate.upload")

        async def store() -> Response:
            kept = await _stored(request, uploads, expired="upload_expired" in faults)
            return json_answer(kept.view(api_of(request)), 201)

        return await gate.answer(faults, store)

    @router.get("/files")
    async def listed(request: Request) -> Response:
        faults = gate.enter(request, "replicate.read")

        async def view() -> Response:
            results = [each.view(api_of(request)) for each in uploads.all()]
            return json_answer({"next": None, "previous": None, "results": results})

        return await gate.answer(faults, view)

    @router.get("/files/{file_id}")
    async def get(request: Request, file_id: str) -> Response:
        faults = gate.enter(request, "replicate.read")

        async def view() -> Response:
            return json_answer(_kept(uploads, file_id).view(api_of(request)))

        return await gate.answer(faults, view)

    @router.delete("/files/{file_id}")
    async def delete(request: Request, file_id: str) -> Response:
        faults = gate.enter(request, "replicate.read")

        async def remove() -> Response:
            if not uploads.delete(file_id):
                raise problems.not_found()
            return Response(status_code=204)

        return await gate.answer(faults, remove)

    @router.get("/files/{file_id}/download")
    async def download(
        request: Request, file_id: str, owner: str = "", expiry: str = "", signature: str = ""
    ) -> Response:
        signed = expiry.isdigit() and int(expiry) > time.time() and signature == uploads.signed(owner, file_id, expiry)
        if not signed:
            gate.enter(request, "replicate.read")
        kept = _kept(uploads, file_id)
        disposition = f"attachment; filename*=UTF-8''{quote(kept.name)}"
        return Response(kept.data, media_type=kept.content_type, headers={"content-disposition": disposition})

    return router


def _kept(uploads: Uploads, file_id: str) -> Upload:
    kept = uploads.get(file_id)
    if kept is None:
        raise problems.not_found()
    return kept


async def _stored(request: Request, uploads: Uploads, *, expired: bool) -> Upload:
    """The upload of a multipart form. Raises Refused."""
    async with request.form(max_part_size=MOST_BYTES) as form:
        content = form.get("content")
        if not isinstance(content, UploadFile):
            raise problems.unprocessable("The multipart field `content` is missing or not a file.")
        data = await content.read()
        if len(data) > MOST_BYTES:
            raise problems.problem(413, "Payload Too Large", "A file may have at most 100 MB.")
        about = await _metadata(form.get("metadata"))
        named = form.get("filename") or content.filename or "upload"
        kind = form.get("type") or content.content_type or "application/octet-stream"
        return uploads.put(str(named), str(kind), data, about, expired=expired)


async def _metadata(given: UploadFile | str | None) -> Json:
    text = (await given.read()).decode("utf-8", "replace") if isinstance(given, UploadFile) else given
    try:
        return metadata_of(text)
    except ValueError as error:
        raise problems.unprocessable("metadata must be a JSON object.") from error
