"""What the tests ask for, over and over."""

from __future__ import annotations

import base64
import json
from typing import Any

from pydantic import TypeAdapter

from dailies.domain.story import Story

STORY = TypeAdapter(Story)
BRIEF = {
    "prompt": "A 12 second ad for Nordlys coffee. Mia brews a cup at dawn in her cabin.",
    "duration_s": 12,
    "aspect_ratio": "16:9",
    "audience": "",
    "tone": "",
    "style": "gouache",
    "language": "en",
}
DRAW = {"prompt": "Mia stands in a kitchen at dawn", "output_format": "png"}
FLUX = "black-forest-labs/flux-schnell"
WAN = "wan-video/wan-2.2-i2v-fast"


def story_schema() -> dict[str, Any]:
    """The story's schema inside the strict subset."""
    schema: dict[str, Any] = strict(STORY.json_schema())
    return schema


def strict(node: Any) -> Any:
    """A schema with every property required and nothing else allowed."""
    if isinstance(node, list):
        return [strict(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {name: strict(value) for name, value in node.items() if name != "default"}
    if kept.get("type") == "object":
        kept |= {"additionalProperties": False, "required": list(kept.get("properties", {}))}
    return kept


def story_format() -> Any:
    """``response_format`` of a chat that wants a story."""
    return {"type": "json_schema", "json_schema": {"name": "Story", "strict": True, "schema": story_schema()}}


def story_words(story: Story | None = None, instruction: str = "", **changed: object) -> str:
    """The user's message: the brief, and the story and the instruction where it is to be changed."""
    parts = [f"<brief>\n{json.dumps(BRIEF | changed)}\n</brief>"]
    if story is not None:
        parts.append(f"<story>\n{STORY.dump_json(story).decode()}\n</story>")
        parts.append(f"<instruction>\n{instruction}\n</instruction>")
    return "Write the story.\n" + "\n".join(parts)


def user(text: str) -> list[Any]:
    """One message of the user."""
    return [{"role": "user", "content": text}]


def data_uri(data: bytes, media_type: str = "image/png") -> str:
    """Bytes as a data URI."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"
