"""Many files: one after the other, or in several processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click

from hansardparse.cli.jobs import Job
from hansardparse.cli.reports import progress, reported
from hansardparse.cli.status import OK

__all__ = ["each"]


def each(paths: list[str], jobs: int, job: Job, write: Callable[[str], Any]) -> tuple[int, int]:
    """Do every file, in order; one that fails is reported. The worst status, and how many were done."""
    status = done = 0
    with progress(len(paths)) as step:
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


def _alone(path: str, job: Job, write: Callable[[str], Any]) -> int:
    """Do one file in this process; its status."""
    with reported(path) as failed:
        job.run(path, write)
    return max(failed)


def _in_processes(paths: list[str], jobs: int, job: Job, write: Callable[[str], Any]) -> Iterator[int]:
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
