"""An illustrator made of code: painterly pictures from words, for rehearsing a film free of charge."""

from dailies.adapters.providers.rehearsal.illustrator.artist import RehearsalIllustrator

__all__ = ["RehearsalIllustrator"]
