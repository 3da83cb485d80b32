"""`hansardparse schema`: the JSON Schema of the JSON."""

from __future__ import annotations

import click

__all__ = ["command"]


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the JSON."""
    import json

    from hansardparse.write.tree_json import schema as make

    click.echo(json.dumps(make(), indent=2, ensure_ascii=False))
