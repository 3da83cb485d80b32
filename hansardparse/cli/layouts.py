"""`hansardparse layouts`: what is supported."""

from __future__ import annotations

import click

__all__ = ["command"]


@click.command("layouts")
def command() -> None:
    """List the layouts that are known: name, parliament, what it is, and a line that each prints."""
    from hansardparse.layouts import LAYOUTS

    for layout in LAYOUTS.values():
        click.echo(f"{layout.name:22}{layout.parliament:5}{layout.title}\n{'':27}e.g. {layout.example}")
