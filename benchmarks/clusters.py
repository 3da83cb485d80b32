"""Invented corpora, runs of `hansardparse corpus`, and a Dask cluster of separate processes."""

from __future__ import annotations

import datetime
import json
import os
import random
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import psutil

from benchmarks.floor import LABELS
from benchmarks.texts import debate

ROOT = Path(__file__).resolve().parent.parent
#: The record begins so; each text has a day of its own in its name.
FIRST = datetime.date(1803, 11, 22)
#: How long the texts of a corpus are: pages and whole days.
LENGTHS = (20_000, 60_000, 200_000, 1_000_000)


def make(folder: Path, size: int, lengths: Sequence[int] = LENGTHS) -> int:
    """Write so many characters of invented debates of all layouts; how many bytes they are."""
    chance = random.Random(7)
    folder.mkdir(parents=True)
    made = n = 0
    while made < size:
        layout = list(LABELS)[n % len(LABELS)]
        text = debate(layout, min(chance.choice(lengths), size - made), n).encode()
        day = FIRST + datetime.timedelta(days=n)
        place = folder / layout / f"{day}.txt"
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(text)
        made, n = made + len(text), n + 1
    return made


def command(paths: Sequence[Path], out: Path, *more: str) -> list[str]:
    """The command line of a run; the day of a text is in its name."""
    own = [sys.executable, "-m", "hansardparse", "corpus", *map(str, paths), "-o", str(out)]
    return [*own, "--date", "name", "--house", "Commons", *more]


def environment() -> dict[str, str]:
    """What a run needs to find this checkout."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


class Run(NamedTuple):
    """What a run took: seconds, seconds of processors, and the most bytes that one process of it held."""

    seconds: float
    processor: float
    held: int
    status: int


def run(call: list[str], workers: Sequence[int] = ()) -> Run:
    """Run a command and wait for it, looking at the memory of what it starts, or of those workers."""
    used, begin = _processor(workers), time.perf_counter()
    running = subprocess.Popen(call, env=environment(), stderr=subprocess.DEVNULL)
    held = 0
    ended = threading.Event()

    def look() -> None:
        nonlocal held
        while not ended.wait(0.2):
            for process in _below(workers or (running.pid,)):
                try:
                    held = max(held, process.memory_info().rss)
                except psutil.Error:
                    pass

    looking = threading.Thread(target=look)
    looking.start()
    status = running.wait()
    took = time.perf_counter() - begin
    ended.set()
    looking.join()
    return Run(took, _processor(workers) - used, held, status)


def _processor(workers: Sequence[int]) -> float:
    """Seconds of processors: of processes that were waited for, of workers and what they have started."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = ended.ru_utime + ended.ru_stime
    for process in _below(workers):
        try:
            times = process.cpu_times()
            found += times.user + times.system
        except psutil.Error:
            pass
    return found


def _below(pids: Sequence[int]) -> Iterator[psutil.Process]:
    """Processes, and all that they have started."""
    for pid in pids:
        try:
            yield (top := psutil.Process(pid))
            yield from top.children(recursive=True)
        except psutil.Error:
            pass


def dask(file: Path, what: str, *more: str) -> subprocess.Popen[bytes]:
    """Start `dask scheduler`, which writes its address into a file, or a `dask worker` that reads it."""
    call = [sys.executable, "-m", "dask", what, "--scheduler-file", str(file), "--no-dashboard", *more]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(call, env=environment(), stdout=quiet, stderr=quiet, cwd=file.parent)


class Cluster:
    """A `dask scheduler` and some `dask worker`s, each a process of its own."""

    def __init__(self, folder: Path, workers: int) -> None:
        self._file, self._count = folder / "scheduler.json", workers
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Cluster:
        self.mend()
        return self

    def __exit__(self, *failed: Any) -> None:
        for process in (*self.workers, self.scheduler):
            if process is not None:
                _end(process)

    def mend(self) -> str:
        """Start what is not there, or not any more; the address."""
        if self.scheduler is None or self.scheduler.poll() is not None:
            self.__exit__()
            self.workers.clear()
            self._file.unlink(missing_ok=True)
            self.scheduler = dask(self._file, "scheduler", "--port", "0")
            while not self._file.exists() or not self._file.read_text().endswith("}"):
                time.sleep(0.1)
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        while len(self.workers) < self._count:
            self.workers.append(dask(self._file, "worker", "--nthreads", "1"))
        return self._wait()

    def _wait(self) -> str:
        """The address, when all workers are there."""
        import distributed

        address = str(json.loads(self._file.read_text(encoding="utf-8"))["address"])
        with distributed.Client(address, timeout=60) as client:
            client.wait_for_workers(self._count, timeout=60)
        return address


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and what it has started."""
    for each in list(_below((process.pid,))):
        try:
            each.kill()
        except psutil.Error:
            pass
    process.wait()
