"""Replicate's models: pictures, mask edits, clips, speech and masks found by words."""

from dailies.adapters.providers.replicate.animator import ReplicateAnimator
from dailies.adapters.providers.replicate.client import ReplicateClient
from dailies.adapters.providers.replicate.illustrator import ReplicateIllustrator
from dailies.adapters.providers.replicate.inpainter import ReplicateInpainter
from dailies.adapters.providers.replicate.narrator import ReplicateNarrator
from dailies.adapters.providers.replicate.schema_check import schema_faults
from dailies.adapters.providers.replicate.segmenter import ReplicateSegmenter
from dailies.adapters.providers.replicate.webhooks import Arrivals, verify_webhook

__all__ = [
    "Arrivals",
    "ReplicateAnimator",
    "ReplicateClient",
    "ReplicateIllustrator",
    "ReplicateInpainter",
    "ReplicateNarrator",
    "ReplicateSegmenter",
    "schema_faults",
    "verify_webhook",
]
