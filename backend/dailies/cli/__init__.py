"""The ``dailies`` command."""

from __future__ import annotations

import typer

from dailies.cli.doctor import doctor
from dailies.cli.make import make
from dailies.cli.models import models
from dailies.cli.serve import openapi, serve
from dailies.cli.standin import standin

app = typer.Typer(help="Dailies: an interactive AI video studio.", no_args_is_help=True, add_completion=False)
app.command()(serve)
app.command()(make)
app.command()(doctor)
app.add_typer(models, name="models")
app.command()(standin)
app.command()(openapi)
