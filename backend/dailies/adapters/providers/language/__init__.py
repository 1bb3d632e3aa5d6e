"""Artists of words: whoever speaks the OpenAI dialects, Anthropic's or Google's, through pydantic-ai."""

from dailies.adapters.providers.language.asking import Asker
from dailies.adapters.providers.language.director import language_director
from dailies.adapters.providers.language.judge import LanguageJudge
from dailies.adapters.providers.language.writer import LanguageWriter

__all__ = ["Asker", "LanguageJudge", "LanguageWriter", "language_director"]
