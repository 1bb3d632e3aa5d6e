"""What the web app needs before anyone is signed in."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter

from dailies.api import schemas
from dailies.api.requests import App

EXAMPLES = (
    schemas.ExampleShape(
        id="product",
        title="A product, quietly",
        description="15 s ad, one object, morning light",
        brief=schemas.BriefShape(
            prompt="A 15 second ad for Oru No. 3, a perfume in an amber bottle. One object, morning light, "
            "a slow push in. End on “Oru No. 3. Quiet on purpose.”",
            duration_s=15,
            style="poster",
        ),
    ),
    schemas.ExampleShape(
        id="place",
        title="A day in one place",
        description="45 s portrait, one keeper, her cat",
        brief=schemas.BriefShape(
            prompt="A day in a lighthouse. The keeper climbs the stairs at dawn, feeds her grey cat, mends a net, "
            "and lights the lamp when the storm comes. Warm and calm.",
            duration_s=45,
            aspect_ratio="9:16",
        ),
    ),
    schemas.ExampleShape(
        id="turn",
        title="A joke with a turn",
        description="20 s social, 1:1, ends on a line",
        brief=schemas.BriefShape(
            prompt="An otter steals a fisherman's lunch from the pier, then brings back a fish. Funny.",
            duration_s=20,
            aspect_ratio="1:1",
        ),
    ),
)

router = APIRouter(tags=["setup"])


@router.get("/api/setup")
async def setup(app: App) -> schemas.Setup:
    """Public facts of this studio."""
    return schemas.Setup(
        registration_open=app.settings.registration_open,
        has_owner=True,
        rehearsal=True,
        version=version("dailies"),
        examples=list(EXAMPLES),
        insights=app.settings.insights,
        plans=[schemas.AccountPlanShape.model_validate(plan) for plan in app.plans.offered],
    )
