"""Many files: one after the other, or in several processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from hansardparse.cli.jobs import Job
from hansardparse.cli.progress import progress
from hansardparse.cli.reports import reported, shown
from hansardparse.cli.spools import Spool
from hansardparse.cli.status import OK, UNUSABLE

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["each"]

Write = Callable[[Any], Any]


def each(todo: Sequence[Job], jobs: int, write: Write, *, whole: bool) -> tuple[int, int]:
    """Do every file, in order; one that fails is reported. The worst status, and how many were done.

    `whole`: of a file that fails, nothing is written.
    """
    status = done = 0
    to_screen = not whole and any(job.output is None for job in todo)
    with progress([job.path for job in todo], to_screen=to_screen) as step:
        if jobs > 1 and len(todo) > 1:
            outcomes = _in_processes(todo, jobs, write, whole)
        else:
            outcomes = (_here(job, write, whole) for job in todo)
        for outcome in outcomes:
            status = max(status, outcome)
            done += outcome == OK
            step(1)
    return status, done


def _here(job: Job, write: Write, whole: bool) -> int:
    """Do one file in this process; its status."""
    import tempfile

    if not whole:
        with reported(job.path) as failed:
            job.run(write)
        return max(failed)
    with tempfile.SpooledTemporaryFile(1 << 22) as stream:
        spool = Spool(stream, job.framed)
        with reported(job.path) as failed:
            job.run(spool.write)
        if max(failed) == OK:
            for piece in spool.pieces():
                write(piece)
    return max(failed)


def _in_processes(todo: Sequence[Job], jobs: int, write: Write, whole: bool) -> Iterator[int]:
    """Do the files in processes of their own, their output put together in the order of the files.

    The first is done here: processes that are forked after it have the parsers that it needed. So is
    standard input, which no other process has.
    """
    import tempfile
    from concurrent.futures import ProcessPoolExecutor

    first, *rest = todo
    yield _here(first, write, whole)
    sys.stdout.flush()
    with tempfile.TemporaryDirectory(prefix="hansardparse-") as spools:
        with ProcessPoolExecutor(min(jobs, len(rest)), initializer=_begin) as pool:
            names = [os.path.join(spools, str(n)) for n in range(len(rest))]
            sent = [
                None if job.path == "-" else pool.submit(job.spool, name)
                for job, name in zip(rest, names, strict=True)
            ]
            try:
                for job, name, future in zip(rest, names, sent, strict=True):
                    if future is None:
                        yield _here(job, write, whole)
                    else:
                        yield _fetched(job, name, future, write, whole)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _fetched(job: Job, name: str, future: Future[tuple[int, str]], write: Write, whole: bool) -> int:
    """Write what another process has made of a file; its status."""
    status, said = _outcome(job, name, future)
    if said:
        click.echo(said, err=True, nl=False)
    if os.path.exists(name):
        if status == OK or not whole:
            with open(name, "rb") as stream:
                for piece in Spool(stream, job.framed).pieces():
                    write(piece)
        os.remove(name)
    return status


def _outcome(job: Job, name: str, future: Future[tuple[int, str]]) -> tuple[int, str]:
    """What became of a file; where a process was killed, which ends all of them, it is tried again alone."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        pass
    with ProcessPoolExecutor(1, initializer=_begin) as alone:
        try:
            return alone.submit(job.spool, name).result()
        except BrokenProcessPool:
            open(name, "w").close()
            return UNUSABLE, f"hansardparse: {shown(job.path)}: the process that read it was killed\n"


def _begin() -> None:
    """Make a process that works for this one end with it, and without a word."""
    import signal
    import threading

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
