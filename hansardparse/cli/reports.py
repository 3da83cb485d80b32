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
        failed.append(UNUSABLE if error.code == "undecodable" else PROBLEM)
    except OSError as error:
        click.echo(f"hansardparse: {path}: {error.strerror or error}", err=True)
        failed.append(UNUSABLE)


def warned(parts: Iterable[Transcript], path: str) -> Iterator[Transcript]:
    """Pass transcripts on, saying on standard error where one is in no known layout."""
    for part in parts:
        for p in part.problems:
            if p.code == "no-layout":
                click.echo(f"{path}: warning: {p.message} [{p.code}]", err=True)
        yield part


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], Any]]:
    """One bar for all the files, on standard error, only where a person looks at it."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=total, label="parsing", file=sys.stderr) as bar:
        yield bar.update
