"""What all shapes share, and the words of their states."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

StageState = Literal["locked", "ready", "making", "review", "approved", "lapsed"]
ItemKind = Literal["story", "character", "place", "product", "style", "frame", "clip", "cut"]
Origin = Literal["generated", "note", "edit", "adjust", "upload", "hand"]
WorkStatus = Literal["queued", "running", "succeeded", "failed", "cancelled"]
OperationStatus = Literal["queued", "running", "waiting", "succeeded", "failed", "cancelling", "cancelled"]
OperationKind = Literal["generate", "regenerate", "assemble", "edit", "deliver", "narrate"]
PlanState = Literal["proposed", "applied", "discarded", "undone", "outdated"]
ReplyState = Literal["writing", "done", "failed", "stopped"]


class Shape(BaseModel):
    """Base of all: unknown fields are refused, domain objects can be read."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)
