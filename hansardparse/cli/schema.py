"""`hansardparse schema`: the JSON Schema of the JSON, or of a row."""

from __future__ import annotations

import click

__all__ = ["command"]


@click.command("schema")
@click.option("--rows", is_flag=True, help="Of a row.")
def command(rows: bool) -> None:
    """Print the JSON Schema of the JSON, or of a row."""
    import json

    if rows:
        from hansardparse.write.row_keys import row_schema as make
    else:
        from hansardparse.write.tree_json import schema as make

    click.echo(json.dumps(make(), indent=2, ensure_ascii=False))
