"""The command line, run as a person runs it, or in this process, where that tells as much and is quicker."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from conftest import ROOT

from hansardparse.cli import main

SAMPLE = ROOT / "samples" / "parallel" / "oral-question.txt"
CODE = [sys.executable, "-m", "hansardparse"]
ENV = {**os.environ, "PYTHONPATH": str(ROOT)}

Done = subprocess.CompletedProcess[bytes]


def run(*args: str | Path, data: bytes | None = None, cwd: Path = ROOT, **more: Any) -> Done:
    """What a command says and how it ends."""
    env = {**ENV, **more.pop("env", {})}
    return subprocess.run([*CODE, *map(str, args)], input=data, capture_output=True, cwd=cwd, env=env, **more)


def here(*args: str | Path, data: bytes = b"", cwd: Path = ROOT) -> Done:
    """The same, in this process."""
    out, err = io.BytesIO(), io.BytesIO()
    with contextlib.chdir(cwd), _streams(data, out, err), _argv("hansardparse", *map(str, args)):
        try:
            main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
        return Done(args, status, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def _streams(data: bytes, out: io.BytesIO, err: io.BytesIO) -> Iterator[None]:
    before = sys.stdin, sys.stdout, sys.stderr
    try:
        sys.stdin = io.TextIOWrapper(io.BytesIO(data))
        sys.stdout, sys.stderr = io.TextIOWrapper(out), io.TextIOWrapper(err)
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


@contextlib.contextmanager
def _argv(*args: str) -> Iterator[None]:
    before = sys.argv
    sys.argv = list(args)
    try:
        yield
    finally:
        sys.argv = before


def wait_for(done: Callable[[], bool], tries: int = 6000) -> None:
    """Wait until it is so; what never becomes so fails."""
    for _ in range(tries):
        if done():
            return
        time.sleep(0.01)
    raise AssertionError("it never came")
