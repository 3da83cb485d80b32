"""The command line: `hansardparse parse | check | refs | schema | layouts`.

Data goes to standard output, everything else to standard error. Exit status: 0 parsed; 1 a problem of
severity `error` from `check`, or any problem but an `info` with `--strict`; 2 wrong use, unreadable or
undecodable input; 130 interrupted; 141 the reader of a pipe went away.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from hansardparse.version import __version__

if TYPE_CHECKING:
    from hansardparse.model.nodes import Transcript

__all__ = ["main"]

OK, PROBLEM, UNUSABLE, INTERRUPTED, PIPE = 0, 1, 2, 130, 141
FORMATS = ("json", "jsonl", "csv")


class Layouts(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.2 on
    """The name of a layout, or `auto`; the table is read only when a name is given."""

    name = "layout"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Refuse a name that is no layout."""
        from hansardparse.layouts import LAYOUTS

        if value != "auto" and value not in LAYOUTS:
            self.fail(f"{value!r} is none of auto, {', '.join(LAYOUTS)}", param, ctx)
        return str(value)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hansardparse", message="%(prog)s %(version)s")
def cli() -> None:
    """Parliamentary debates as structured data."""


layout_option = click.option(
    "--layout", type=Layouts(), default="auto", metavar="NAME", help="The layout; auto detects it."
)
files_argument = click.argument("files", nargs=-1, required=True, metavar="FILE... | -")


@cli.command()
@files_argument
@click.option("--to", "to", type=click.Choice(FORMATS), default="json", show_default=True, help="The output.")
@layout_option
@click.option("--no-resolve", is_flag=True, help="Do not say who each speaker is and to whom they speak.")
@click.option("--strict", is_flag=True, help="Stop at the first problem of a file.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write here; a folder for several JSON."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to use.")
def parse(
    files: tuple[str, ...],
    to: str,
    layout: str,
    no_resolve: bool,
    strict: bool,
    output: Path | None,
    jobs: int,
) -> None:
    """Parse transcripts to JSON (one object), JSON lines or CSV (one row an item).

    A folder means its *.txt, sorted; - is standard input.
    """
    paths = list(_expand(files))
    folder = to == "json" and (len(paths) > 1 or (output is not None and output.is_dir()))
    if folder and output is None:
        raise click.UsageError(
            "several files to JSON need -o FOLDER; --to jsonl takes any number in one stream"
        )
    options = {"layout": layout, "resolve": not no_resolve, "strict": strict}
    if folder:
        assert output is not None
        output.mkdir(parents=True, exist_ok=True)
        status, _ = _each(paths, jobs, _Job("json", options, output), lambda _: None)
    else:
        with _written(output) as write:
            if to == "csv":
                from hansardparse.write.rows import csv_header

                write(csv_header())
            status, done = _each(paths, jobs, _Job(to, options, None), write)
            if status and not done:
                sys.exit(status)  # before the output takes its name
    sys.exit(status)


@cli.command()
@files_argument
@layout_option
def check(files: tuple[str, ...], layout: str) -> None:
    """List the problems of transcripts: FILE:LINE:COL: severity CODE message."""
    status = OK
    for path in _expand(files):
        with _reported(path) as failed:
            for part in _transcripts(path, layout=layout, resolve=True, mentions=False):
                for p in part.problems:
                    click.echo(f"{path}:{p.line}:{p.column}: {p.severity} {p.code} {p.message}")
                    if p.severity == "error":
                        status = max(status, PROBLEM)
        status = max(status, *failed, OK)
    sys.exit(status)


@cli.command()
@files_argument
@click.option("--to", "to", type=click.Choice(("table", "jsonl")), default="table", show_default=True)
def refs(files: tuple[str, ...], to: str) -> None:
    """List what texts cite: statements, questions, the Official Report, Bills, Acts, papers."""
    status = OK
    for path in _expand(files):
        with _reported(path) as failed:
            _write_refs(path, to)
        status = max(status, *failed, OK)
    sys.exit(status)


def _write_refs(path: str, to: str) -> None:
    from hansardparse.citations.find import find_references
    from hansardparse.parsing import read_text
    from hansardparse.write.rows import json_line, reference_row

    with _stream(path) as stream:
        found = find_references(read_text(stream, path))
    if to == "jsonl":
        for reference in found:
            click.echo(json_line({"source": os.path.basename(path), **reference_row(reference)}), nl=False)
        return
    for reference in found:
        text = " ".join(reference.text.split())
        click.echo(f"{path}:{reference.span.start}-{reference.span.end}\t{reference.type}\t{text}")


@cli.command()
def schema() -> None:
    """Print the JSON Schema of the JSON."""
    import json

    from hansardparse.write.tree_json import schema as make

    click.echo(json.dumps(make(), indent=2, ensure_ascii=False))


@cli.command()
def layouts() -> None:
    """List the layouts that are known, with a line that each prints."""
    from hansardparse.layouts import LAYOUTS

    for layout in LAYOUTS.values():
        click.echo(f"{layout.name:18}{layout.title}\n{'':18}e.g. {layout.example}")


# --- one file ------------------------------------------------------------------------------------------


class _Job:
    """What is done with each file; it can be sent to another process."""

    def __init__(self, to: str, options: dict[str, Any], folder: Path | None) -> None:
        self.to, self.options, self.folder = to, options, folder

    def lines(self, path: str) -> Iterator[str]:
        """The output of one file, piece by piece."""
        from hansardparse.parsing import parse_file
        from hansardparse.write.rows import csv_lines, json_lines
        from hansardparse.write.tree_json import dumps

        if self.to == "json" or self.options["strict"]:
            with _stream(path) as stream:
                parts: Iterable[Transcript] = (_named(parse_file(stream, **self.options), path),)
        else:
            layout, resolve = self.options["layout"], self.options["resolve"]
            parts = _transcripts(path, layout=layout, resolve=resolve, mentions=False)
        parts = _warned(parts, path)
        if self.to == "json":
            for part in parts:
                yield dumps(part) + "\n"
            return
        yield from (json_lines if self.to == "jsonl" else csv_lines)(parts)

    def run(self, path: str, write: Callable[[str], Any]) -> None:
        """Do one file: into its own file where there is a folder, else to `write`."""
        if self.folder is None:
            for line in self.lines(path):
                write(line)
            return
        name = "stdin" if path == "-" else Path(path).stem
        with _written(self.folder / f"{name}.json") as own:
            for line in self.lines(path):
                own(line)

    def spool(self, path: str, into: str) -> tuple[int, str]:
        """Do one file in a process of its own; its status, and what it said on standard error."""
        import contextlib
        import io

        said = io.StringIO()
        with contextlib.redirect_stderr(said), _reported(path) as failed:
            with open(into, "w", encoding="utf-8", newline="\n") as spool:
                self.run(path, spool.write)
        return max(*failed, OK), said.getvalue()


def _transcripts(path: str, **options: Any) -> Iterator[Transcript]:
    """The transcripts in a file, sitting by sitting."""
    from hansardparse.parsing import iter_transcripts

    with _stream(path) as stream:
        for part in iter_transcripts(stream, **options):
            yield _named(part, path)


def _named(part: Transcript, path: str) -> Transcript:
    import attrs

    return attrs.evolve(part, source=None if path == "-" else os.path.basename(path))


def _warned(parts: Iterable[Transcript], path: str) -> Iterator[Transcript]:
    """Pass transcripts on, saying on standard error where one is in no known layout."""
    for part in parts:
        for p in part.problems:
            if p.code == "no-layout":
                click.echo(f"{path}: warning: {p.message} [{p.code}]", err=True)
        yield part


@contextmanager
def _stream(path: str) -> Iterator[IO[bytes]]:
    if path == "-":
        yield sys.stdin.buffer
        return
    if not Path(path).is_file():
        os.stat(path)  # says what is wrong with a missing path or a loop of links
        raise OSError(f"not a regular file: {path}")
    with open(path, "rb") as stream:
        yield stream


@contextmanager
def _reported(path: str) -> Iterator[list[int]]:
    """Say on one line what is wrong with a file, and go on; the list holds its exit status."""
    from hansardparse.errors import HansardError

    failed: list[int] = [OK]
    try:
        yield failed
    except BrokenPipeError:
        raise
    except HansardError as error:
        message = str(error) if error.source else f"{path}: {error}"
        click.echo(f"hansardparse: {message}", err=True)
        failed.append(UNUSABLE if error.code == "undecodable" else PROBLEM)
    except OSError as error:
        click.echo(f"hansardparse: {path}: {error.strerror or error}", err=True)
        failed.append(UNUSABLE)


def _expand(files: Iterable[str]) -> Iterator[str]:
    """The files meant: a folder is its *.txt, sorted."""
    for name in files:
        if name != "-" and os.path.isdir(name):
            found = sorted(str(p) for p in Path(name).glob("*.txt"))
            if not found:
                click.echo(f"hansardparse: {name}: no *.txt in this folder", err=True)
            yield from found
        else:
            yield name


# --- many files ----------------------------------------------------------------------------------------


def _each(paths: list[str], jobs: int, job: _Job, write: Callable[[str], Any]) -> tuple[int, int]:
    """Do every file, in order; one that fails is reported. The worst status, and how many were done."""
    status = done = 0
    with _progress(len(paths)) as step:
        outcomes = (
            _in_processes(paths, jobs, job, write)
            if jobs > 1 and len(paths) > 1
            else (_alone(path, job, write) for path in paths)
        )
        for outcome in outcomes:
            status = max(status, outcome)
            done += outcome == OK
            step(1)
    return status, done


def _alone(path: str, job: _Job, write: Callable[[str], Any]) -> int:
    """Do one file in this process; its status."""
    with _reported(path) as failed:
        job.run(path, write)
    return max(failed)


def _in_processes(paths: list[str], jobs: int, job: _Job, write: Callable[[str], Any]) -> Iterator[int]:
    """Do the files in processes of their own, their output put together in the order of the files.

    The first is done here: processes that are forked after it have the parsers that it needed.
    """
    import tempfile
    from concurrent.futures import ProcessPoolExecutor

    first, *rest = paths
    yield _alone(first, job, write)
    sys.stdout.flush()
    with tempfile.TemporaryDirectory(prefix="hansardparse-") as spools, ProcessPoolExecutor(jobs) as pool:
        names = [os.path.join(spools, str(n)) for n in range(len(rest))]
        for name, (status, said) in zip(names, pool.map(job.spool, rest, names), strict=True):
            if said:
                click.echo(said, err=True, nl=False)
            if os.path.exists(name):
                with open(name, encoding="utf-8", newline="\n") as spool:
                    while piece := spool.read(1 << 20):
                        write(piece)
                os.remove(name)
            yield status


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], Any]]:
    """One bar for all the files, on standard error, only where a person looks at it."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=total, label="parsing", file=sys.stderr) as bar:
        yield bar.update


# --- where output goes ---------------------------------------------------------------------------------


@contextmanager
def _written(path: Path | None) -> Iterator[Callable[[str], Any]]:
    """Write to standard output, or to a file that takes its name only when it is whole."""
    if path is None:
        yield sys.stdout.write
        sys.stdout.flush()
        return
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as part:
            yield part.write
            part.flush()
            os.fsync(part.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def main() -> None:
    """The entry point: click's, with one line and a documented status for everything else."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    try:
        # click's own `main` would take a closed pipe for status 1
        with cli.make_context("hansardparse", sys.argv[1:]) as context:
            cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(UNUSABLE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("hansardparse: interrupted", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PIPE)
    except OSError as error:
        click.echo(f"hansardparse: cannot write: {error.strerror or error}", err=True)
        sys.exit(UNUSABLE)
