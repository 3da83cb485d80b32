"""`hansardparse text`: the text of a file in which spans count."""

from __future__ import annotations

import sys

import click

from hansardparse.cli.inputs import files as meant
from hansardparse.cli.inputs import opened
from hansardparse.cli.options import files_argument, from_option
from hansardparse.cli.reports import reported
from hansardparse.cli.status import OK

__all__ = ["command"]


@click.command("text")
@files_argument
@from_option
def command(files: tuple[str, ...], from_: str) -> None:
    """Print the text that a container holds, as the spans of its parse count in it."""
    from hansardparse.read.opening import read_text

    status = OK
    for path in meant(files):
        with reported(path) as failed, opened(path) as stream:
            sys.stdout.write(read_text(stream, path, from_=from_))
        status = max(status, *failed, OK)
    sys.exit(status)
