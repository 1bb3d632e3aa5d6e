"""The endpoints under ``/openai/v1`` and ``/ollama/v1``."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from dailies.standin.openai import errors, parameters
from dailies.standin.openai.gate import Gate, json_body
from dailies.standin.openai.images import ImageEndpoint
from dailies.standin.openai.mind import Mind
from dailies.standin.openai.models import ServedModel, served_models
from dailies.standin.openai.moderation import moderated
from dailies.standin.openai.sound import SpeechEndpoint
from dailies.standin.openai.text import TextEndpoint
from dailies.standin.state import Standin
from dailies.standin.wire import json_answer

LENIENT_MODELS = ("llama3.3:70b", "qwen3:8b")


def openai_router(standin: Standin, prefix: str, *, lenient: bool = False) -> APIRouter:
    """The interface. ``lenient``: as local servers speak it, with text and models only: no strict schemas, any
    key, any model's name, nothing billed."""
    router = APIRouter(prefix=prefix)
    gate = Gate(standin, lenient=lenient)
    _add_text(router, gate)
    _add_models(router, gate)
    if not lenient:
        _add_media(router, gate)
    return router


def _add_text(router: APIRouter, gate: Gate) -> None:
    text = TextEndpoint(gate, Mind(gate.standin.dice))

    @router.post("/chat/completions")
    async def chat(request: Request) -> Response:
        body = await json_body(request)
        faults = gate.enter(request, "openai.text", str(body.get("model", "")))
        return await gate.answer(faults, lambda: text.chat(request, body, faults))

    @router.post("/responses")
    async def responses(request: Request) -> Response:
        body = await json_body(request)
        faults = gate.enter(request, "openai.text", str(body.get("model", "")))
        return await gate.answer(faults, lambda: text.responses(request, body, faults))


def _add_models(router: APIRouter, gate: Gate) -> None:
    def served() -> list[ServedModel]:
        if gate.lenient:
            return [ServedModel(name, "text") for name in LENIENT_MODELS]
        return [model for model in served_models().values() if not model.gone(gate.standin.settings.on())]

    @router.get("/models")
    async def models(request: Request) -> Response:
        _known_key(gate, request)
        return json_answer({"object": "list", "data": [model.object() for model in served()]})

    @router.get("/models/{name}")
    async def model(request: Request, name: str) -> Response:
        _known_key(gate, request)
        found = next((each for each in served() if each.name == name), None)
        if found is None:
            raise errors.no_such_model(name)
        return json_answer(found.object())


def _known_key(gate: Gate, request: Request) -> None:
    if not (gate.lenient or gate.standin.knows_key(request)):
        raise errors.invalid_key()


def _add_media(router: APIRouter, gate: Gate) -> None:
    images, speech = ImageEndpoint(gate), SpeechEndpoint(gate)

    @router.post("/images/generations")
    async def generate(request: Request) -> Response:
        body = await json_body(request)
        faults = gate.enter(request, "openai.image", str(body.get("model", "")))
        return await gate.answer(faults, lambda: images.generate(body, faults))

    @router.post("/images/edits")
    async def edit(request: Request) -> Response:
        async with request.form() as form:
            faults = gate.enter(request, "openai.image", str(form.get("model", "")))
            return await gate.answer(faults, lambda: images.edit(form, faults))

    @router.post("/audio/speech")
    async def say(request: Request) -> Response:
        body = await json_body(request)
        faults = gate.enter(request, "openai.speech", str(body.get("model", "")))
        return await gate.answer(faults, lambda: speech.say(request, body, faults))

    @router.post("/moderations")
    async def moderate(request: Request) -> Response:
        body = await json_body(request)
        name = str(body.get("model") or "omni-moderation-latest")
        faults = gate.enter(request, "openai.moderation", name)

        async def judged() -> Response:
            parameters.refuse_unknown(body, parameters.MODERATION)
            model = gate.served(name, "moderation")
            latency = gate.standin.settings.latency_of("moderation", model.name)
            await gate.standin.pause(latency.draw(gate.standin.dice.draw("latency moderation")))
            return json_answer(moderated(body, model.name, always="always_flagged" in faults))

        return await gate.answer(faults, judged)
