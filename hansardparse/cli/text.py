"""`hansardparse text`: the text of a file in which spans count."""

from __future__ import annotations

import sys

import click

from hansardparse.cli.inputs import inputs, opened
from hansardparse.cli.options import encoding_option, files_argument, from_option
from hansardparse.cli.outputs import written
from hansardparse.cli.progress import progress
from hansardparse.cli.reports import reported
from hansardparse.cli.status import OK

__all__ = ["command"]


@click.command("text")
@files_argument
@from_option
@encoding_option
def command(files: tuple[str, ...], from_: str, encoding: str) -> None:
    """Print the text that a container holds, as the spans of its parse count in it."""
    from hansardparse.read.opening import read_text

    status = OK
    found = [file.path for file in inputs(files)]
    with written(None) as write, progress(found) as step:
        for path in found:
            with reported(path) as failed, opened(path) as stream:
                write(read_text(stream, encoding=encoding, from_=from_))
            status = max(status, *failed)
            step(1)
    sys.exit(status)
