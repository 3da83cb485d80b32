"""Which files are meant, and what stands in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from hansardparse.model.nodes import Transcript

__all__ = ["files", "named", "opened", "transcripts"]


def files(names: Iterable[str]) -> Iterator[str]:
    """The files meant: a folder is its *.txt, sorted."""
    for name in names:
        if name != "-" and os.path.isdir(name):
            found = sorted(str(p) for p in Path(name).glob("*.txt"))
            if not found:
                click.echo(f"hansardparse: {name}: no *.txt in this folder", err=True)
            yield from found
        else:
            yield name


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """The bytes of a file, or of standard input. Raises OSError for what is no regular file."""
    if path == "-":
        yield sys.stdin.buffer
        return
    if not Path(path).is_file():
        os.stat(path)  # says what is wrong with a missing path or a loop of links
        raise OSError(f"not a regular file: {path}")
    with open(path, "rb") as stream:
        yield stream


def transcripts(path: str, **options: Any) -> Iterator[Transcript]:
    """The transcripts in a file, sitting by sitting."""
    from hansardparse.parsing import iter_transcripts

    with opened(path) as stream:
        for part in iter_transcripts(stream, **options):
            yield named(part, path)


def named(part: Transcript, path: str) -> Transcript:
    """The transcript with the name of its file."""
    import attrs

    return attrs.evolve(part, source=None if path == "-" else os.path.basename(path))
