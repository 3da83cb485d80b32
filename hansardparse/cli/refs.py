"""`hansardparse refs`: what texts cite."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from hansardparse.cli.inputs import inputs, opened
from hansardparse.cli.options import encoding_option, files_argument, from_option
from hansardparse.cli.outputs import written
from hansardparse.cli.progress import progress
from hansardparse.cli.reports import reported, shown
from hansardparse.cli.status import OK

__all__ = ["command"]


@click.command("refs")
@files_argument
@click.option("--to", type=click.Choice(("table", "jsonl")), default="table", show_default=True)
@from_option
@encoding_option
def command(files: tuple[str, ...], to: str, from_: str, encoding: str) -> None:
    """List what texts cite: statements, questions, the Official Report, Bills, Acts, papers."""
    status = OK
    found = [file.path for file in inputs(files)]
    with written(None) as write, progress(found) as step:
        for path in found:
            with reported(path) as failed:
                for line in _lines(path, to, from_, encoding):
                    write(line)
            status = max(status, *failed)
            step(1)
    sys.exit(status)


def _lines(path: str, to: str, from_: str, encoding: str) -> Iterator[str]:
    """A line for each reference in a file."""
    from hansardparse.citations.find import find_references
    from hansardparse.read.opening import read_text
    from hansardparse.write.rows import json_line, reference_row

    with opened(path) as stream:
        found = find_references(read_text(stream, encoding=encoding, from_=from_))
    for reference in found:
        if to == "jsonl":
            source = None if path == "-" else path
            yield json_line({"source": source, **reference_row(reference)})
        else:
            text = shown(" ".join(reference.text.split()))
            start, end = reference.span
            yield f"{shown(path)}:{start}-{end}\t{reference.type}\t{text}\n"
