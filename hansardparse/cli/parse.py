"""`hansardparse parse`: transcripts to JSON, JSON lines or CSV."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from hansardparse.cli.formats import FORMATS
from hansardparse.cli.inputs import Input, inputs
from hansardparse.cli.jobs import Job
from hansardparse.cli.many import each
from hansardparse.cli.options import (
    Loaded,
    chosen,
    encoding_option,
    files_argument,
    from_option,
    grammar_option,
    layout_option,
)
from hansardparse.cli.outputs import in_folder, refuse_inputs, sweep, written

__all__ = ["command"]


@click.command("parse")
@files_argument
@click.option(
    "--to", type=click.Choice(list(FORMATS)), default="json", show_default=True, help="What to write."
)
@from_option
@layout_option
@grammar_option
@encoding_option
@click.option("--no-resolve", is_flag=True, help="Do not say who each speaker is and to whom they speak.")
@click.option("--strict", is_flag=True, help="Stop at the first problem of a file.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write here; a folder for several JSON."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to use.")
def command(
    files: tuple[str, ...],
    to: str,
    from_: str,
    layout: str,
    grammar: Loaded | None,
    encoding: str,
    no_resolve: bool,
    strict: bool,
    output: Path | None,
    jobs: int,
) -> None:
    """Parse transcripts to JSON (one object), JSON lines or CSV (one row an item).

    A folder means the *.txt below it, sorted; - is standard input.
    """
    options: dict[str, Any] = {
        "from_": from_,
        "layout": chosen(layout, grammar),
        "encoding": encoding,
        "grammar": grammar,
    }
    options |= {"resolve": not no_resolve, "strict": strict}
    found = inputs(files)
    if FORMATS[to].whole and _are_several(files, found, output):
        if output is None:
            raise click.UsageError(
                f"several files to {to} need -o FOLDER; --to jsonl takes any number in one stream"
            )
        sys.exit(_to_folder(found, output, to, options, jobs))
    sys.exit(_to_one(found, output, to, options, jobs))


def _are_several(names: tuple[str, ...], found: list[Input], output: Path | None) -> bool:
    """Whether each file has an output of its own in a folder."""
    if output is None:
        return len(found) > 1
    return len(found) != 1 or output.is_dir() or any(Path(name).is_dir() for name in names if name != "-")


def _to_folder(found: list[Input], folder: Path, to: str, options: dict[str, Any], jobs: int) -> int:
    """Write each file to one of its own; the status."""
    outputs = in_folder(found, folder, to)
    sweep(outputs)
    folder.mkdir(parents=True, exist_ok=True)
    todo = [Job(file.path, to, options, own) for file, own in zip(found, outputs, strict=True)]
    status, _ = each(todo, jobs, lambda _: None, whole=False)
    return status


def _to_one(found: list[Input], output: Path | None, to: str, options: dict[str, Any], jobs: int) -> int:
    """Write all files to one, or to standard output; the status."""
    if output is not None:
        refuse_inputs(found, [output])
        sweep([output])
    with written(output) as write:
        write(FORMATS[to].header())
        todo = [Job(file.path, to, options, None) for file in found]
        status, done = each(todo, jobs, write, whole=output is not None)
        if status and not done:
            sys.exit(status)  # before the output takes its name
    return status
