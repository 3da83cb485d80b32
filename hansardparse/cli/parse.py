"""`hansardparse parse`: transcripts to what other tools read."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from hansardparse.cli.inputs import Input, inputs, once
from hansardparse.cli.jobs import Job
from hansardparse.cli.many import each
from hansardparse.cli.options import (
    Formats,
    Loaded,
    chosen,
    date_option,
    encoding_option,
    files_argument,
    from_option,
    grammar_option,
    house_option,
    layout_option,
    members_option,
    refuse_members,
    resolve_option,
)
from hansardparse.cli.outputs import in_folder, refuse_inputs, sweep, tabled, written
from hansardparse.cli.reports import say, shown
from hansardparse.write.writers import COLUMNS, OWN, UNITS, Wanted, Writer, writer

__all__ = ["command"]


@click.command("parse")
@files_argument
@click.option(
    "--to",
    type=Formats(),
    default="json",
    show_default=True,
    metavar="FORMAT",
    help=f"What to write: {', '.join(OWN)}, or what a package brings.",
)
@click.option("--unit", type=click.Choice(UNITS), default="item", show_default=True, help="What a row is.")
@click.option(
    "--columns", type=click.Choice(COLUMNS), default="all", show_default=True, help="Whose columns rows have."
)
@from_option
@layout_option
@grammar_option
@encoding_option
@date_option
@house_option
@members_option
@resolve_option
@click.option("--strict", is_flag=True, help="Stop at the first problem of a file.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write here; a folder for several JSON."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to use.")
def command(
    files: tuple[str, ...],
    to: str,
    unit: str,
    columns: str,
    from_: str,
    layout: str,
    grammar: Loaded | None,
    encoding: str,
    date: Any,
    house: str | None,
    members: str | None,
    no_resolve: bool,
    strict: bool,
    output: Path | None,
    jobs: int,
) -> None:
    """Parse transcripts to JSON (one object), to rows (jsonl, csv, ...), or to another format.

    A folder means the files below it that can be read, sorted; - is standard input.
    """
    options: dict[str, Any] = {
        "from_": from_,
        "layout": chosen(layout, grammar),
        "encoding": encoding,
        "grammar": grammar,
    }
    options |= {"resolve": not no_resolve, "strict": strict}
    form = writer(to)
    if not form.rows and (unit, columns) != ("item", "all"):
        raise click.UsageError(f"--unit and --columns are for tables of rows, which --to {to} does not write")
    if form.table is not None and output is None:
        raise click.UsageError(f"--to {to} is no text: it needs -o FILE")
    refuse_members(members, no_resolve)
    job = Job("", to, options, None, unit, columns, date, house, members)
    found = inputs(files)
    if form.whole and _are_several(files, found, output):
        if output is None:
            raise click.UsageError(
                f"several files to {to} need -o FOLDER; --to jsonl takes any number in one stream"
            )
        sys.exit(_to_folder(found, output, job, jobs))
    sys.exit(_to_one(once(found), output, job, jobs))


def _are_several(names: tuple[str, ...], found: list[Input], output: Path | None) -> bool:
    """Whether each file has an output of its own in a folder."""
    if output is None:
        return len(found) > 1
    return len(found) != 1 or output.is_dir() or any(Path(name).is_dir() for name in names if name != "-")


def _to_folder(found: list[Input], folder: Path, job: Job, jobs: int) -> int:
    """Write each file to one of its own; the status."""
    outputs = in_folder(found, folder, writer(job.to).suffix or job.to)
    sweep(outputs)
    folder.mkdir(parents=True, exist_ok=True)
    todo = [job._replace(path=file.path, output=own) for file, own in zip(found, outputs, strict=True)]
    noted: list[str] = []
    status, _ = each(todo, jobs, noted.append, whole=False)
    _write_roots(writer(job.to), folder, found, outputs, "".join(noted))
    return status


def _write_roots(form: Writer, folder: Path, found: list[Input], outputs: list[Path], noted: str) -> None:
    """Write what a format has over the files of a folder, of what was noted of them."""
    if form.root is None:
        return
    told = map(json.loads, noted.splitlines())
    notes = [(Path(path).relative_to(folder).as_posix(), note) for path, note in told]
    wanted = Wanted(report=lambda said: say(f"{shown(str(folder))}: warning: {said}"))
    for name, text in form.root(notes, wanted):
        root = folder / name
        refuse_inputs(found, [root])
        if root in outputs:
            raise click.UsageError(f"{shown(str(root))} is the name of the root, and of an output")
        with written(root) as write:
            write(text)


def _headed(write: Callable[[Any], Any], header: str) -> Callable[[Any], Any]:
    """What writes a header before the first text: there is none where a grammar cannot be used."""
    pending = [header]

    def after(text: Any) -> None:
        if pending:
            write(pending.pop())
        write(text)

    return after


def _to_one(found: list[Input], output: Path | None, job: Job, jobs: int) -> int:
    """Write all files to one, or to standard output; the status."""
    form, wanted = writer(job.to), Wanted(unit=job.unit, columns=job.columns)
    if output is not None:
        refuse_inputs(found, [output])
        sweep([output])
    todo = [job._replace(path=file.path) for file in found]
    table = form.table
    if table is not None and output is not None:
        opening: Any = tabled(output, lambda name: table(name, wanted))
    else:
        opening = written(output)
    with opening as write:
        headed = write if table is not None else _headed(write, form.header(wanted))
        status, done = each(todo, jobs, headed, whole=output is not None)
        if table is None:
            headed("")
        if status and not done:
            sys.exit(status)  # before the output takes its name
    return status
