"""`hansardparse refs`: what texts cite."""

from __future__ import annotations

import os
import sys

import click

from hansardparse.cli.inputs import files as meant
from hansardparse.cli.inputs import opened
from hansardparse.cli.options import files_argument
from hansardparse.cli.reports import reported
from hansardparse.cli.status import OK

__all__ = ["command"]


@click.command("refs")
@files_argument
@click.option("--to", "to", type=click.Choice(("table", "jsonl")), default="table", show_default=True)
def command(files: tuple[str, ...], to: str) -> None:
    """List what texts cite: statements, questions, the Official Report, Bills, Acts, papers."""
    status = OK
    for path in meant(files):
        with reported(path) as failed:
            _write_refs(path, to)
        status = max(status, *failed, OK)
    sys.exit(status)


def _write_refs(path: str, to: str) -> None:
    from hansardparse.citations.find import find_references
    from hansardparse.read.opening import read_text
    from hansardparse.write.rows import json_line, reference_row

    with opened(path) as stream:
        found = find_references(read_text(stream, path))
    if to == "jsonl":
        for reference in found:
            click.echo(json_line({"source": os.path.basename(path), **reference_row(reference)}), nl=False)
        return
    for reference in found:
        text = " ".join(reference.text.split())
        click.echo(f"{path}:{reference.span.start}-{reference.span.end}\t{reference.type}\t{text}")
