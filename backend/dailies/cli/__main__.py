"""``python -m dailies.cli`` is the ``dailies`` command."""

from dailies.cli import app

app()
