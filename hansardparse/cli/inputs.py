"""Which files are meant, and what stands in them."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, Any, NamedTuple

import click

from hansardparse.cli.progress import counted
from hansardparse.cli.reports import say, shown

if TYPE_CHECKING:
    from hansardparse.model.nodes import Transcript

__all__ = ["Input", "inputs", "named", "once", "opened", "transcripts"]


class Input(NamedTuple):
    """One file: its path as it was given, or below a folder that was; and its place in a folder of outputs.

    The path `-` is standard input.
    """

    path: str
    place: PurePath


def inputs(names: Sequence[str]) -> list[Input]:
    """The files that are meant: a folder is the files below it that can be read, sorted.

    Raises UsageError where standard input is meant twice, or a folder cannot be read.
    """
    if names.count("-") > 1:
        raise click.UsageError("standard input, -, can be read only once")
    folders = [name for name in names if name != "-" and os.path.isdir(name)]
    found = []
    for name in names:
        if name in folders:
            own = PurePath(os.path.basename(os.path.abspath(name)) if len(folders) > 1 else "")
            below = [Input(os.path.join(name, place), own / place) for place in _below(name)]
            if not below:
                say(f"hansardparse: {shown(name)}: nothing in this folder can be read")
            found += below
        else:
            found.append(Input(name, PurePath("stdin" if name == "-" else os.path.basename(name))))
    return found


def once(found: Sequence[Input]) -> list[Input]:
    """The same, where their rows go to one table, in which a file is told by its path: each file once."""
    first: dict[str, Input] = {}
    for each in found:
        first.setdefault(os.path.abspath(each.path) if each.path != "-" else "-", each)
    if len(first) < len(found):
        say(f"hansardparse: {len(found) - len(first)} files are named twice, and read once")
    return list(first.values())


def _below(folder: str) -> list[PurePath]:
    from hansardparse.read.folders import below

    try:
        return below(folder)
    except OSError as error:
        raise click.UsageError(f"{error.filename}: {error.strerror}") from None


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """The bytes of a file, of a pipe with a name, or of standard input. Raises OSError for anything else."""
    if path == "-":
        yield sys.stdin.buffer
        return
    mode = os.stat(path).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise OSError("neither a file nor a pipe")
    with counted(path) as stream:
        yield stream


def transcripts(path: str, **options: Any) -> Iterator[Transcript]:
    """The transcripts in a file, sitting by sitting."""
    from hansardparse.parsing import iter_transcripts

    with opened(path) as stream:
        for part in iter_transcripts(stream, **options):
            yield named(part, path)


def named(part: Transcript, path: str) -> Transcript:
    """The transcript with the path of its file."""
    import attrs

    return attrs.evolve(part, source=None if path == "-" else path)
