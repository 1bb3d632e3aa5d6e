"""OpenAI's pictures, speech and moderation, and of whoever speaks the same dialect."""

from dailies.adapters.providers.openai.client import Hired, OpenAiServer
from dailies.adapters.providers.openai.moderator import OpenAiModerator
from dailies.adapters.providers.openai.narrator import OpenAiNarrator
from dailies.adapters.providers.openai.pictures import OpenAiIllustrator, OpenAiInpainter

__all__ = ["Hired", "OpenAiIllustrator", "OpenAiInpainter", "OpenAiModerator", "OpenAiNarrator", "OpenAiServer"]
