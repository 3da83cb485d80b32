"""How far long work has come: a bar on standard error, only where a person looks at it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import IO, Any

import click

__all__ = ["counted", "progress"]

#: A file smaller than this is done before a bar could be read.
SMALL = 1 << 20
#: What is told of the bytes that are read of the only file there is.
_SEEN: ContextVar[Callable[[int], Any] | None] = ContextVar("seen", default=None)


@contextmanager
def progress(paths: Sequence[str], *, to_screen: bool = True) -> Iterator[Callable[[int], Any]]:
    """One bar: of the bytes of a single file, else of the files, which are counted by what is yielded.

    There is none where the data themselves go to the terminal, which `to_screen` says of standard output.
    """
    quiet = not sys.stderr.isatty() or (to_screen and sys.stdout.isatty())
    if quiet or (len(paths) < 2 and _size(paths) < SMALL):
        yield lambda _: None
    elif len(paths) > 1:
        with click.progressbar(length=len(paths), label="files", show_pos=True, file=sys.stderr) as bar:
            yield bar.update
    else:
        with click.progressbar(length=_size(paths), label="bytes", show_pos=True, file=sys.stderr) as bar:
            token = _SEEN.set(bar.update)
            try:
                yield lambda _: None
            finally:
                _SEEN.reset(token)


def _size(paths: Sequence[str]) -> int:
    """How long the only file is; 0 where that cannot be told."""
    try:
        return os.stat(paths[0]).st_size if paths and paths[0] != "-" else 0
    except OSError:
        return 0


def counted(path: str) -> IO[bytes]:
    """A file to read; what is read of it moves the bar, if there is one."""
    seen = _SEEN.get()
    return open(path, "rb") if seen is None else io.BufferedReader(_Counted(path, seen))


class _Counted(io.FileIO):
    """A file that tells how much is read of it."""

    def __init__(self, path: str, seen: Callable[[int], Any]) -> None:
        super().__init__(path, "rb")
        self._seen = seen
        self._far = 0

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer."""
        size = super().readinto(buffer)
        self._tell()
        return size

    def readall(self) -> bytes:
        """Read what is left."""
        data = super().readall()
        self._tell()
        return data

    def _tell(self) -> None:
        """Tell how much further this is than ever before: the beginning may be read twice."""
        if (at := self.tell()) > self._far:
            self._seen(at - self._far)
            self._far = at
