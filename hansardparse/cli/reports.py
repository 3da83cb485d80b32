"""What is said on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from hansardparse.cli.status import OK, PROBLEM, UNUSABLE

if TYPE_CHECKING:
    from hansardparse.model.nodes import Transcript

__all__ = ["progress", "reported", "warned"]


#: The codes of a file that cannot be read at all.
_UNUSABLE = frozenset({"undecodable", "unread-container"})


@contextmanager
def reported(path: str) -> Iterator[list[int]]:
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
        failed.append(UNUSABLE if error.code in _UNUSABLE else PROBLEM)
    except OSError as error:
        click.echo(f"hansardparse: {path}: {error.strerror or error}", err=True)
        failed.append(UNUSABLE)


def warned(parts: Iterable[Transcript], path: str) -> Iterator[Transcript]:
    """Pass transcripts on, saying on standard error where one could not be read."""
    for part in parts:
        for p in part.problems:
            if p.code in ("no-layout", "damaged-container", "unread-container"):
                click.echo(f"{path}: {p.severity}: {p.message} [{p.code}]", err=True)
        yield part


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], Any]]:
    """One bar for all the files, on standard error, only where a person looks at it."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=total, label="parsing", file=sys.stderr) as bar:
        yield bar.update
