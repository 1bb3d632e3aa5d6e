"""Moderation by a short list of words. A rehearsal of the real thing: enough to see a brief flagged."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

from dailies.standin.openai import errors
from dailies.standin.openai.talk import Json

CATEGORIES: dict[str, tuple[str, ...]] = {
    "harassment": ("bully", "humiliate"),
    "harassment/threatening": ("threaten to kill",),
    "hate": ("racial slur", "ethnic cleansing"),
    "hate/threatening": ("exterminate them",),
    "illicit": ("cook meth", "launder money"),
    "illicit/violent": ("build a bomb", "pipe bomb"),
    "self-harm": ("self-harm", "suicide"),
    "self-harm/intent": ("kill myself",),
    "self-harm/instructions": ("how to hang",),
    "sexual": ("porn", "explicit sex"),
    "sexual/minors": ("child porn",),
    "violence": ("behead", "massacre", "torture"),
    "violence/graphic": ("gore", "dismember", "disembowel"),
}
PICTURE_CATEGORIES = frozenset(
    {"self-harm", "self-harm/intent", "self-harm/instructions", "sexual", "violence", "violence/graphic"}
)
LOW, HIGH = 0.0007, 0.93


def moderated(body: Json, model: str, *, always: bool) -> Json:
    """The moderation object. ``always``: flag everything as violence. Raises OpenAIError."""
    given = body.get("input")
    if not given:
        raise errors.missing("input")
    inputs: list[Any] = [given] if isinstance(given, str) else list(given)
    if all(isinstance(each, str) for each in inputs):
        results = [_result(each, ("text",), always) for each in inputs]
    else:
        text = " ".join(str(part.get("text", "")) for part in inputs)
        kinds = ("text", "image") if any(part.get("type") == "image_url" for part in inputs) else ("text",)
        results = [_result(text, kinds, always)]
    return {"id": f"modr-{uuid4().hex}", "model": model, "results": results}


def _result(text: str, kinds: tuple[str, ...], always: bool) -> Json:
    low = text.lower()
    hits = {name: any(re.search(rf"\b{word}", low) for word in words) for name, words in CATEGORIES.items()}
    if always:
        hits["violence"] = True
    applied = {name: [kind for kind in kinds if kind == "text" or name in PICTURE_CATEGORIES] for name in CATEGORIES}
    return {
        "flagged": any(hits.values()),
        "categories": hits,
        "category_scores": {name: HIGH if hit else LOW for name, hit in hits.items()},
        "category_applied_input_types": applied,
    }
