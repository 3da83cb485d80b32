"""`hansardparse check`: the problems of transcripts."""

from __future__ import annotations

import sys

import click

from hansardparse.cli.inputs import files as meant
from hansardparse.cli.inputs import transcripts
from hansardparse.cli.options import files_argument, layout_option
from hansardparse.cli.reports import reported
from hansardparse.cli.status import OK, PROBLEM

__all__ = ["command"]


@click.command("check")
@files_argument
@layout_option
def command(files: tuple[str, ...], layout: str) -> None:
    """List the problems of transcripts: FILE:LINE:COL: severity CODE message."""
    status = OK
    for path in meant(files):
        with reported(path) as failed:
            for part in transcripts(path, layout=layout, resolve=True, mentions=False):
                for p in part.problems:
                    click.echo(f"{path}:{p.line}:{p.column}: {p.severity} {p.code} {p.message}")
                    if p.severity == "error":
                        status = max(status, PROBLEM)
        status = max(status, *failed, OK)
    sys.exit(status)
