"""The stand-in as one application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from dailies.standin.control import control_router
from dailies.standin.delivery import delivery_router
from dailies.standin.faults import UnknownFault
from dailies.standin.openai.errors import OpenAIError, error_answer, no_such_path
from dailies.standin.openai.routes import openai_router
from dailies.standin.replicate.account import files_router, models_router
from dailies.standin.replicate.problems import Refused, not_found
from dailies.standin.replicate.routes import predictions_router
from dailies.standin.replicate.running import Runner
from dailies.standin.replicate.sources import Sources
from dailies.standin.replicate.streams import streams_router
from dailies.standin.replicate.uploads import Uploads
from dailies.standin.replicate.webhooks import Webhooks
from dailies.standin.settings import StandinSettings
from dailies.standin.state import Standin
from dailies.standin.wire import json_answer


def create_app(settings: StandinSettings) -> FastAPI:
    """The stand-in. ``app.state.standin`` is its Standin, ``app.state.runner`` its predictions."""
    standin = Standin(settings)
    uploads = Uploads(settings.upload_lifetime_s, settings.webhook_secret)
    webhooks = Webhooks(
        settings.webhook_secret, settings.time_scale, lambda prediction: prediction.view(settings.data_lifetime_s)
    )
    runner = Runner(standin, Sources(uploads, standin.deliveries), webhooks)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        await runner.close()

    app = FastAPI(title="Dailies stand-in", openapi_url=None, lifespan=lifespan)
    app.state.standin, app.state.runner = standin, runner
    for router in (
        predictions_router(standin, runner),
        streams_router(standin, runner),
        models_router(standin),
        files_router(standin, uploads),
        openai_router(standin, "/openai/v1"),
        openai_router(standin, "/ollama/v1", lenient=True),
        delivery_router(standin),
        control_router(standin, runner),
    ):
        app.include_router(router)
    _answer_errors(app, standin)
    return app


def _answer_errors(app: FastAPI, standin: Standin) -> None:
    @app.exception_handler(Refused)
    async def refused(_: Request, error: Refused) -> Response:
        return json_answer(error.body, error.status, {**_limits(standin), **error.headers})

    @app.exception_handler(OpenAIError)
    async def failed(_: Request, error: OpenAIError) -> Response:
        return error_answer(error, standin)

    @app.exception_handler(UnknownFault)
    async def unknown(_: Request, error: UnknownFault) -> Response:
        return json_answer({"standin": str(error)}, 400)

    @app.exception_handler(HTTPException)
    async def no_path(request: Request, error: HTTPException) -> Response:
        if request.url.path.startswith("/replicate/"):
            problem = not_found()
            return json_answer({**problem.body, "status": error.status_code}, error.status_code)
        return error_answer(no_such_path(request, error.status_code), standin)


def _limits(standin: Standin) -> dict[str, str]:
    return {
        "ratelimit-remaining": str(int(standin.creates.tokens)),
        "ratelimit-reset": str(standin.creates.full_in_s),
    }
