"""`hansardparse check`: the problems of transcripts."""

from __future__ import annotations

import sys

import click

from hansardparse.cli.inputs import inputs, transcripts
from hansardparse.cli.options import (
    Loaded,
    chosen,
    encoding_option,
    files_argument,
    from_option,
    grammar_option,
    layout_option,
)
from hansardparse.cli.outputs import written
from hansardparse.cli.progress import progress
from hansardparse.cli.reports import reported, shown
from hansardparse.cli.status import OK, PROBLEM

__all__ = ["command"]


@click.command("check")
@files_argument
@from_option
@layout_option
@grammar_option
@encoding_option
def command(files: tuple[str, ...], from_: str, layout: str, grammar: Loaded | None, encoding: str) -> None:
    """List the problems of transcripts: FILE:LINE:COL: severity CODE message."""
    status = OK
    found = [file.path for file in inputs(files)]
    with written(None) as write, progress(found) as step:
        for path in found:
            with reported(path) as failed:
                options = {"from_": from_, "layout": chosen(layout, grammar), "encoding": encoding}
                for part in transcripts(path, **options, mentions=False):
                    for p in part.problems:
                        where = f"{shown(path)}:{p.line}:{p.column}"
                        write(f"{where}: {p.severity} {p.code} {shown(p.message)}\n")
                        if p.severity == "error":
                            status = max(status, PROBLEM)
            status = max(status, *failed)
            step(1)
    sys.exit(status)
