"""``dailies models``: the registry, with prices; ``dailies models check``: against what vendors publish."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import Annotated, get_args

import typer
from rich.console import Console
from rich.table import Table

from dailies.adapters.keys import KeyRing
from dailies.adapters.models.loader import load_registry
from dailies.cli.terminal import console, fail
from dailies.config import Settings, environment_values
from dailies.domain.errors import DailiesError
from dailies.domain.pricing import price_words
from dailies.domain.registry import Model, ModelKind, Registry

PIPED_WIDTH = 200
"""Columns where nobody looks: for grep, one model a line."""

models = typer.Typer(help="The models the studio knows, with their prices.", invoke_without_command=True)


@models.callback()
def list_models(
    context: typer.Context,
    kind: Annotated[str, typer.Option(help="Only one kind: text, image, inpaint, video, speech ...")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the registry: id, kind, tier, price, and when it was last checked."""
    if context.invoked_subcommand is not None:
        return
    if kind and kind not in get_args(ModelKind):
        raise fail(f"No such kind. There are: {', '.join(get_args(ModelKind))}.", 2)
    registry = registry_of(Settings())
    chosen = [model for model in registry if kind in ("", model.kind)]
    if as_json:
        print(json.dumps([_facts(model) for model in chosen], indent=2))
        return
    table = Table(box=None, pad_edge=False)
    # An id is copied from here: it is never shortened.
    table.add_column("Model", no_wrap=True, overflow="ignore")
    for heading in ("Kind", "Tier", "Price", "Usually", "Checked"):
        table.add_column(heading, no_wrap=heading != "Price")
    for model in chosen:
        checked = str(model.checked_on or "never")
        ends = f", ends {model.ends_on}" if model.ends_on else ""
        usual = f"{model.typical_s:g} s"
        table.add_row(model.id, model.kind, model.tier, price_words(model), usual, f"{checked}{ends}")
    terminal = Console()
    (terminal if terminal.is_terminal else Console(width=PIPED_WIDTH)).print(table)


@models.command()
def check() -> None:
    """Compare each row with what its vendor publishes, and warn of models about to end.

    Needs the vendors' keys. Ends with 1 when a row does not fit.
    """
    # Imported here: the vendors' clients take a second to load.
    from dailies.model_check import check_registry

    settings = Settings()
    registry = registry_of(settings)
    names = {vendor.id: vendor.key for vendor in registry.vendors.values()}
    try:
        keys = KeyRing(registry, environment_values(names), settings.resolved_keys_file)
    except DailiesError as error:
        raise fail(str(error)) from error
    findings = asyncio.run(check_registry(registry, keys, datetime.now(UTC).date()))
    for finding in findings:
        print(f"{finding.model}: {finding.sentence}")
    if any(finding.wrong for finding in findings):
        raise typer.Exit(1)
    console.print(f"{len(registry.models)} rows, {len(findings)} remarks.", highlight=False)


def registry_of(settings: Settings) -> Registry:
    """The registry with the user's own rows; ends the command where it can't be read."""
    try:
        return load_registry(settings.resolved_models_file)
    except DailiesError as error:
        raise fail(str(error)) from error


def _facts(model: Model) -> dict[str, object]:
    return {
        "id": model.id,
        "vendor": model.vendor,
        "kind": model.kind,
        "tier": model.tier,
        "title": model.title,
        "price": price_words(model),
        "typical_s": model.typical_s,
        "checked_on": str(model.checked_on) if model.checked_on else None,
        "ends_on": str(model.ends_on) if model.ends_on else None,
        "yours": model.yours,
    }
