"""A corpus on a Dask cluster whose scheduler and workers are processes of their own, reached by address."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SAMPLES
from running import CODE, ENV, run, wait_for
from test_corpus_run import dataset, files, manifest, said

from hansardparse import iter_rows

distributed = pytest.importorskip("distributed", reason="dask is not installed")
from benchmarks.clusters import dask  # noqa: E402 - psutil comes with it


class Cluster:
    """`dask scheduler` and `dask worker`s."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "scheduler.json"
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self, what: str, *more: str) -> subprocess.Popen[bytes]:
        process = dask(self._file, what, *more)
        self.running.append(process)
        return process

    def scheduler(self) -> subprocess.Popen[bytes]:
        self._file.unlink(missing_ok=True)
        return self.start("scheduler", "--port", "0")

    def worker(self) -> subprocess.Popen[bytes]:
        return self.start("worker", "--nthreads", "1", "--no-nanny")

    def address(self) -> str:
        wait_for(lambda: self._file.exists() and self._file.read_text().endswith("}"))
        return str(json.loads(self._file.read_text(encoding="utf-8"))["address"])

    def wait_for_work(self) -> None:
        """Wait until somebody has sent work."""
        with distributed.Client(self.address()) as client:
            wait_for(lambda: client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)) > 0)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path)
    try:
        yield made
    finally:
        for process in made.running:
            process.kill()
            process.wait()


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for n, sample in enumerate([s for s in SAMPLES if s.parent.name in ("download", "official-report")][:12]):
        shutil.copy(sample, folder / f"{n:02}.txt")
    return folder


def test_two_workers_that_were_started_apart_do_a_corpus(
    cluster: Cluster, texts: Path, tmp_path: Path
) -> None:
    cluster.scheduler()
    cluster.worker()
    cluster.worker()
    done = run("corpus", texts, "-o", tmp_path / "out", "--scheduler", cluster.address())
    assert done.returncode == 0, done.stderr
    assert b" 12 files: 12 read, 0 as they were, 0 not read; " in done.stderr
    assert said(dataset(tmp_path / "out")) == said(row for file in files(texts) for row in iter_rows(file))
    assert all(entry["error"] is None for entry in manifest(tmp_path / "out").values())


def test_a_scheduler_that_is_killed_is_one_line_and_another_goes_on(
    cluster: Cluster, texts: Path, tmp_path: Path
) -> None:
    """The run waits for a worker that never comes; then its scheduler dies."""
    out = tmp_path / "out"
    first = cluster.scheduler()
    call = [*CODE, "corpus", str(texts), "-o", str(out), "--scheduler", cluster.address()]
    running = subprocess.Popen(call, env=ENV, stderr=subprocess.PIPE)
    cluster.wait_for_work()
    first.send_signal(signal.SIGKILL)
    _, errors = running.communicate(timeout=120)
    assert running.returncode == 2
    lines = [line for line in errors.decode().splitlines() if line.startswith("hansardparse:")]
    assert lines == ["hansardparse: the Dask scheduler is gone; the same command goes on [no-scheduler]"]
    assert "Traceback" not in errors.decode()
    assert not (out / "_SUCCESS").exists()
    cluster.scheduler()
    cluster.worker()
    assert run("corpus", texts, "-o", out, "--scheduler", cluster.address()).returncode == 0
    assert said(dataset(out)) == said(row for file in files(texts) for row in iter_rows(file))
