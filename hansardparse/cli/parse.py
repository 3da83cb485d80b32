"""`hansardparse parse`: transcripts to JSON, JSON lines or CSV."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hansardparse.cli.inputs import files as meant
from hansardparse.cli.jobs import Job
from hansardparse.cli.many import each
from hansardparse.cli.options import files_argument, from_option, layout_option
from hansardparse.cli.outputs import written

FORMATS = ("json", "jsonl", "csv")

__all__ = ["command"]


@click.command("parse")
@files_argument
@click.option("--to", "to", type=click.Choice(FORMATS), default="json", show_default=True, help="The output.")
@from_option
@layout_option
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
    no_resolve: bool,
    strict: bool,
    output: Path | None,
    jobs: int,
) -> None:
    """Parse transcripts to JSON (one object), JSON lines or CSV (one row an item).

    A folder means its *.txt, sorted; - is standard input.
    """
    paths = list(meant(files))
    folder = to == "json" and (len(paths) > 1 or (output is not None and output.is_dir()))
    if folder and output is None:
        raise click.UsageError(
            "several files to JSON need -o FOLDER; --to jsonl takes any number in one stream"
        )
    options = {"from_": from_, "layout": layout, "resolve": not no_resolve, "strict": strict}
    if folder:
        assert output is not None
        output.mkdir(parents=True, exist_ok=True)
        status, _ = each(paths, jobs, Job("json", options, output), lambda _: None)
    else:
        with written(output) as write:
            if to == "csv":
                from hansardparse.write.rows import csv_header

                write(csv_header())
            status, done = each(paths, jobs, Job(to, options, None), write)
            if status and not done:
                sys.exit(status)  # before the output takes its name
    sys.exit(status)
