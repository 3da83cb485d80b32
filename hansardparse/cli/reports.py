"""What is said on standard error, and what of a file is said anywhere."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hansardparse.cli.status import OK, PROBLEM, UNUSABLE

if TYPE_CHECKING:
    from hansardparse.model.nodes import Transcript

__all__ = ["CannotWrite", "reported", "say", "shown", "warned"]

#: Control characters as their escapes: a file's name, or its words, give a terminal no orders.
_ESCAPES = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))}
_ESCAPED_LINES = {code: escape for code, escape in _ESCAPES.items() if code != ord("\n")}
#: What `parse` warns of, whose output shows no problems: what is said of a file as a whole, and whom a
#: register leaves open.
_OF_A_FILE = frozenset(
    "no-layout uncertain-layout unread-container damaged-container damaged-encoding unknown-parliament "
    "ambiguous-member".split()
)


class CannotWrite(Exception):
    """An output, or standard output (`path` is None), does not take what is written to it."""

    def __init__(self, path: Path | str | None, error: OSError) -> None:
        self.path = path
        where = "standard output" if path is None else shown(str(path))
        super().__init__(f"{where}: cannot write: {_reason(error)}")


def shown(text: str) -> str:
    """A text on one line, fit to be shown by a terminal."""
    return text.translate(_ESCAPES)


def say(text: str) -> None:
    """Say something on standard error."""
    click.echo(text.translate(_ESCAPED_LINES), err=True)


def _reason(error: OSError) -> str:
    return "it is closed" if error.errno == errno.EBADF else error.strerror or str(error)


@contextmanager
def reported(path: str) -> Iterator[list[int]]:
    """Say on one line what is wrong with a file, and go on; the list holds its exit status.

    Raises HansardError where a grammar or a profile is wrong: no other file could be read either.
    """
    from hansardparse.errors import HansardError

    failed: list[int] = [OK]
    try:
        yield failed
    except BrokenPipeError:
        raise
    except HansardError as error:  # with a line, it is a problem of what the file says, with `--strict`
        if error.of_grammar:
            raise
        say(f"hansardparse: {error.of(shown(path))}")
        failed.append(UNUSABLE if error.line is None else PROBLEM)
    except CannotWrite as error:
        if error.path is None:  # no other file can be written either
            raise
        say(f"hansardparse: {error}")
        failed.append(UNUSABLE)
    except OSError as error:
        say(f"hansardparse: {shown(path)}: {_reason(error)}")
        failed.append(UNUSABLE)
    except MemoryError:
        say(f"hansardparse: {shown(path)}: not enough memory")
        failed.append(UNUSABLE)


def warned(parts: Iterable[Transcript], path: str) -> Iterator[Transcript]:
    """Pass transcripts on, saying on standard error what is said of their file as a whole."""
    for part in parts:
        for p in part.problems:
            if p.code in _OF_A_FILE:
                say(f"{shown(path)}: {p.severity}: {shown(p.message)} [{p.code}]")
        yield part
