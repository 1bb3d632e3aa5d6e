"""News from vendors: a webhook only ends a wait early; what is so is always asked of the vendor."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response, status

from dailies.api.requests import App
from dailies.domain.errors import Forbidden, NotFound
from dailies.services.studio import utc_now

router = APIRouter(prefix="/api/webhooks", tags=["webhooks"])

MOST_BYTES = 1_000_000


@router.post("/{vendor}", status_code=status.HTTP_204_NO_CONTENT)
async def hear(vendor: str, request: Request, app: App) -> Response:
    """Take a vendor's webhook, if it is signed by the vendor."""
    found = app.registry.vendors.get(vendor)
    if found is None or found.dialect != "replicate" or not app.settings.public_url:
        raise NotFound("There is no such webhook.", code="no_such_webhook")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise Forbidden("This is no webhook of the vendor.", code="webhook_forged")
    headers = {name.lower(): value for name, value in request.headers.items()}
    if not await app.agency.replicate.heard(found, headers, body, utc_now()):
        raise Forbidden("This is no webhook of the vendor.", code="webhook_forged")
    return Response(status_code=status.HTTP_204_NO_CONTENT)
