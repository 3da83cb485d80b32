"""`hansardparse corpus`: many files to one dataset, on Dask."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hansardparse.cli.options import (
    Loaded,
    chosen,
    date_option,
    encoding_option,
    from_option,
    grammar_option,
    house_option,
    layout_option,
    members_option,
    refuse_members,
    resolve_option,
)
from hansardparse.cli.reports import say, shown
from hansardparse.cli.status import OK, UNUSABLE
from hansardparse.model.short import counted
from hansardparse.write.writers import COLUMNS, UNITS

if TYPE_CHECKING:
    from hansardparse.corpus import Summary

__all__ = ["command"]


@click.command("corpus")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The dataset.")
@click.option("--to", type=click.Choice(["parquet", "jsonl"]), default="parquet", show_default=True)
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler; else workers are started here.")
@click.option("--workers", type=click.IntRange(1, 256), help="How many to start; one for each core.")
@click.option("--report", type=click.Path(path_type=Path), metavar="FILE", help="A page of what was found.")
@click.option("--unit", type=click.Choice(UNITS), default="item", show_default=True, help="What a row is.")
@click.option("--columns", type=click.Choice(COLUMNS), default="all", show_default=True)
@from_option
@layout_option
@grammar_option
@encoding_option
@date_option
@house_option
@members_option
@resolve_option
@click.option("--strict", is_flag=True, help="Take a file with a problem for one that cannot be read.")
def command(
    paths: tuple[str, ...], output: Path, grammar: Loaded | None, members: str | None, **more: Any
) -> None:
    """Read files, folders, patterns or addresses of fsspec into a Parquet dataset.

    A run that was stopped goes on where it was; what has not changed is not done again.
    """
    from hansardparse.corpus import convert

    refuse_members(members, more["no_resolve"])
    more["layout"] = chosen(more["layout"], grammar)
    more["grammar"] = grammar and grammar.path
    more["resolve"] = not more.pop("no_resolve")
    summary = convert(paths, output, members=members, progress=_progress(), **more)
    _say(summary)
    sys.exit(UNUSABLE if summary.failed else OK)


def _progress() -> Any:
    """What shows how far a run is, only where a person looks at it."""
    if not sys.stderr.isatty():
        return lambda summary: None

    def show(summary: Summary) -> None:
        speed = summary.size / summary.seconds if summary.seconds else 0.0
        left = (summary.todo - summary.size) / speed if speed else 0.0
        files = f"{summary.kept + summary.done}/{summary.inputs} files"
        problems = f"{summary.problems.total()} problems, {summary.failed} not read"
        line = f"{files}, {speed / 1e6:.1f} MB/s, {left:.0f} s left, {problems}"
        click.echo(f"\r{line:<78}", nl=False, err=True)

    return show


def _say(summary: Summary) -> None:
    """What was done, on standard error."""
    if sys.stderr.isatty():
        click.echo(err=True)
    for reason, count in summary.anew.items():
        say(f"hansardparse: {counted(count, 'file')} done again: {reason}")
    if summary.gone:
        say(f"hansardparse: {counted(summary.gone, 'file')} gone, with the rows")
    for path, error in summary.unread.items():
        say(f"hansardparse: {shown(path)}: {error}")
    kept = summary.kept - (summary.failed - summary.refused)
    read = f"{summary.done - summary.refused} read, {kept} as they were, {summary.failed} not read"
    done = f"{counted(summary.inputs, 'file')}: {read}; {counted(summary.rows, 'row')}"
    speed = f"{summary.size / 1e6:.1f} MB in {summary.seconds:.1f} s"
    problems = ", ".join(f"{code} {count}" for code, count in summary.problems.most_common(5))
    say(f"hansardparse: {done}; {speed}; problems: {problems or 'none'}")
