"""A studio whose vendors are the stand-in: the registry's own rows, at the stand-in's addresses."""

from __future__ import annotations

import re
from pathlib import Path

from dailies.standin.server import StandinHandle

OPENAI_KEY, REPLICATE_KEY = "sk-planted-openai-key", "r8_planted_replicate_key"


def registry_for(standin: StandinHandle, folder: Path) -> Path:
    """The user's own file that sends both vendors to the stand-in."""
    file = folder / "models.toml"
    file.write_text(
        f'''
[vendors.openai]
title = "OpenAI"
dialect = "openai"
base_url = "{standin.openai}"
key = "OPENAI_API_KEY"
concurrency = 8
per_minute = 6000

[vendors.replicate]
title = "Replicate"
dialect = "replicate"
base_url = "{standin.replicate}"
key = "REPLICATE_API_TOKEN"
concurrency = 8
per_minute = 6000
'''
    )
    return file


def keys_for(folder: Path) -> Path:
    """The file of keys, for its owner only."""
    file = folder / "keys.toml"
    file.touch(mode=0o600)
    file.write_text(f'openai = "{OPENAI_KEY}"\nreplicate = "{REPLICATE_KEY}"\n')
    return file


def planted(text: str) -> list[str]:
    """The planted keys, and pieces of them, that a text shows."""
    return [key for key in (OPENAI_KEY, REPLICATE_KEY) if re.search(re.escape(key[3:]), text)]


PROVIDERS = {
    "story": "openai/gpt-6-luna",
    "references": "replicate/prunaai/p-image",
    "storyboard": "replicate/google/nano-banana",
    "video": "replicate/wan-video/wan-2.2-i2v-fast",
    "scoring": "openai/gpt-6-luna-vision",
}
