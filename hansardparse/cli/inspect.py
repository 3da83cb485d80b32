"""`hansardparse inspect`: a page that shows how a file was read."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hansardparse.cli.inputs import Input, named, opened
from hansardparse.cli.options import (
    Loaded,
    chosen,
    encoding_option,
    from_option,
    grammar_option,
    layout_option,
)
from hansardparse.cli.outputs import refuse_inputs, sweep, written
from hansardparse.cli.progress import progress
from hansardparse.cli.reports import reported

if TYPE_CHECKING:
    from hansardparse.model.nodes import Transcript
    from hansardparse.view.inspector import Told

__all__ = ["command"]


@click.command("inspect")
@click.argument("file", metavar="FILE | -", type=click.Path(allow_dash=True))
@from_option
@layout_option
@grammar_option
@encoding_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="PAGE.html",
    help="Write here.",
)
def command(file: str, from_: str, layout: str, grammar: Loaded | None, encoding: str, output: Path) -> None:
    """Show source and parse side by side, on one page for a browser."""
    refuse_inputs([Input(file, output)], [output])
    sweep([output])
    with reported(file) as failed, progress([file], to_screen=False):
        made = _page(file, from_, chosen(layout, grammar), encoding)
        with written(output) as write:
            write(made)
    sys.exit(max(failed))


def _page(path: str, from_: str, layout: str, encoding: str) -> str:
    """The page of a file; it is read whole, since a stream is read once and the page shows all of it."""
    from hansardparse.parsing import parse_file
    from hansardparse.read.opening import read_text
    from hansardparse.view.inspector import inspector

    with opened(path) as stream:
        data = stream.read()
    parsed = parse_file(io.BytesIO(data), from_=from_, layout=layout, encoding=encoding)
    text = read_text(io.BytesIO(data), encoding=encoding, from_=from_)
    return inspector(named(parsed, path), text, _told(parsed, text, data, from_))


def _told(parsed: Transcript, text: str, data: bytes, from_: str) -> Iterator[Told]:
    """What each line was: to the grammar that read it, else to the container that says so itself."""
    from hansardparse.explained import explained
    from hansardparse.model.nodes import Furniture
    from hansardparse.read.opening import read_roles
    from hansardparse.text.line_ends import starts
    from hansardparse.view.inspector import Told

    if parsed.layout is None:
        yield from (Told(at, "", role) for at, role in read_roles(io.BytesIO(data), from_=from_))
        return
    pieces: list[str] = []
    done = 0
    around = [item.span for item in parsed.items if parsed.container and type(item) is Furniture]
    for start, end in around:  # no grammar has read what is around a record
        pieces += (text[done:start], " " * (end - start))
        done = end
    begin = starts(text)
    for row in explained("".join((*pieces, text[done:])), parsed.layout):
        yield Told(begin[min(row.line, len(begin)) - 1], row.terminal, row.role)
