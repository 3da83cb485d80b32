"""`hansardparse explain`: which terminal found each line of a text, and its role in the end."""

from __future__ import annotations

import sys

import click

from hansardparse.cli.inputs import inputs, opened
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
from hansardparse.cli.reports import reported, say, shown
from hansardparse.cli.status import OK

__all__ = ["command"]

#: So much of a line is shown, in code points.
SHOWN = 100


@click.command("explain")
@files_argument
@from_option
@layout_option
@grammar_option
@encoding_option
@click.option(
    "--forms", is_flag=True, help="Print what speaks for the form of each stretch of turns instead."
)
def command(
    files: tuple[str, ...], from_: str, layout: str, grammar: Loaded | None, encoding: str, forms: bool
) -> None:
    """Print each line with its number, the terminal that found it, and its role."""
    from hansardparse import explained as told
    from hansardparse.read.opening import read_text

    status = OK
    found = [file.path for file in inputs(files)]
    with written(None) as write, progress(found) as step:
        for path in found:
            with reported(path) as failed, opened(path) as stream:
                text = read_text(stream, encoding=encoding, from_=from_)
                if forms:
                    for form in told.forms(text, chosen(layout, grammar)):
                        write(
                            f"{form.first}-{form.last}  {form.form}  {form.likely:.2f}  turns: {form.turns}\n"
                        )
                        for sign, value, spoken_for, weight in form.signs:
                            write(f"    {weight:+.2f}  {spoken_for:9}  {sign} ({value:.2f})\n")
                    continue
                rows = list(told.explained(text, chosen(layout, grammar)))
                if not rows:
                    say(f"hansardparse: {shown(path)}: the text fits no known layout; name one with --layout")
                lines = max((len(str(row.line)) for row in rows), default=0)
                terminals = max((len(row.terminal) for row in rows), default=0)
                roles = max((len(row.role) for row in rows), default=0)
                for row in rows:
                    line = shown(row.text.split("\n")[0][:SHOWN])
                    write(f"{row.line:{lines}}  {row.terminal:{terminals}}  {row.role:{roles}}  {line}\n")
            status = max(status, *failed)
            step(1)
    sys.exit(status)
