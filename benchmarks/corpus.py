"""A corpus on Dask: how fast, in which memory, and that kills lose nothing.

    python -m benchmarks corpus [--size 5GB]
    python -m benchmarks kills [--size 200MB] [--times 30]

`corpus` makes so much of invented debates, beside the real transcripts where they are, and does them with two
workers, with one, and on a cluster of two that are started separately. `kills` kills the client, a worker or
the scheduler of such a cluster at a random moment, goes on, and compares the dataset with that of a run that
nothing disturbed.
"""

from __future__ import annotations

import collections
import json
import os
import random
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from benchmarks.clusters import Cluster, Run, command, environment, make, run
from benchmarks.real import CORPUS

#: 5 GB in twenty minutes on two cores; what a worker may hold; how much faster two are.
RATE, HELD, FASTER = 5e9 / 1200 / 1e6, 1.5e9, 1.41
#: A run that was disturbed ends within so many times what an undisturbed one takes, and so many seconds.
PATIENCE, MORE = 5, 60


def corpus(size: int) -> int:
    """How fast a corpus is done; how many limits are missed."""
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder, "texts")
        begin = time.perf_counter()
        made = make(own, size)
        paths = [own, CORPUS] if CORPUS.is_dir() else [own]
        real = sum(file.stat().st_size for file in CORPUS.rglob("*") if file.is_file()) if paths[1:] else 0
        print(f"{made / 1e6:.0f} MB made in {time.perf_counter() - begin:.0f} s, {real / 1e6:.0f} MB real")
        print(f"{os.cpu_count()} cores, of which others use {os.getloadavg()[0]:.1f}", flush=True)
        took = {}
        for workers in (2, 1):
            out = Path(folder, f"out{workers}")
            took[workers] = run(command(paths, out, "--workers", str(workers)))
            slow = _tell(f"{workers} workers", took[workers], out)
            missed += slow if workers == 2 else 0
        with Cluster(Path(folder), 2) as cluster:
            out = Path(folder, "apart")
            pids = [worker.pid for worker in cluster.workers]
            apart = run(command(paths, out, "--scheduler", cluster.mend()), pids)
            _tell("2 workers apart, by address", apart, out)
        same = rows(out).equals(rows(Path(folder, "out2")))
        missed += not same
        print(f"the two datasets are {'equal' if same else 'NOT equal  !'}")
        missed += took[2].held > HELD
        faster = took[1].seconds / took[2].seconds
        at_most = 2 * took[1].processor / took[2].processor
        missed += faster < FASTER
        print(f"two workers are {faster:.2f} times as fast as one (on idle cores at most {at_most:.2f})")
    return missed


def _tell(what: str, took: Run, out: Path) -> int:
    """Say what a run took, and what 5 GB would take."""
    read = sum(entry["size"] or 0 for entry in manifest(out).values() if entry["error"] is None) / 1e6
    rate, own = read / took.seconds, read / took.processor
    print(
        f"{what}: {read:.0f} MB in {took.seconds:.0f} s, {rate:.1f} MB/s; {took.processor:.0f} s of "
        f"processors, {own:.1f} MB/s each; the largest process held {took.held / 1e6:.0f} MB; 5 GB: "
        f"{5e3 / rate / 60:.0f} minutes, on two idle cores {5e3 / own / 2 / 60:.0f}",
        flush=True,
    )
    return int(rate < RATE)


def manifest(out: Path) -> dict[str, dict[str, Any]]:
    """The entries of a dataset by the paths of their inputs."""
    told = map(json.loads, (out / "_manifest").read_text(encoding="utf-8").splitlines())
    return {entry["path"]: entry for entry in told}


def rows(out: Path) -> Any:
    """All rows of a dataset, in one order."""
    import pyarrow.dataset

    whole = pyarrow.dataset.dataset(out, format="parquet").to_table()
    return whole.sort_by([("source", "ascending"), ("n", "ascending")]).combine_chunks()


# --- kills -----------------------------------------------------------------------------------------------


def kills(size: int, times: int) -> int:
    """Kill so often; how many datasets were not as that of a run without a kill."""
    chance, counts = random.Random(7), collections.Counter[str]()
    with tempfile.TemporaryDirectory() as folder, Cluster(Path(folder), 2) as cluster:
        texts, whole = Path(folder, "texts"), Path(folder, "whole")
        make(texts, size, (15_000, 30_000, 60_000))
        took = run(command([texts], whole, "--scheduler", cluster.mend()))
        wanted, hashes = rows(whole), _hashes(whole)
        print(f"undisturbed: {took.seconds:.0f} s, {wanted.num_rows} rows", flush=True)
        for n in range(times):
            victim = ("client", "worker", "scheduler")[n % 3]
            out = Path(folder, f"out{n}")
            call = command([texts], out, "--scheduler", cluster.mend())
            after = chance.uniform(0.05, 0.95) * took.seconds
            running = _killed(call, victim, after, cluster, chance)
            counts["ended before"] += running is None
            status = 0 if running is None else _ended(running, PATIENCE * took.seconds + MORE)
            done = len(manifest(out)) if (out / "_manifest").exists() else 0
            more = 0
            while not (out / "_SUCCESS").exists() and more < 3:
                more += 1
                again = run(command([texts], out, "--scheduler", cluster.mend()))
                assert again.status in (0, 2), again
            same = rows(out).equals(wanted) and _hashes(out) == hashes
            left = list(out.rglob("*.part"))
            counts[victim] += 1
            counts["other dataset"] += not same or bool(left)
            counts["hung"] += status is None
            print(
                f"{victim:10} killed after {after:5.1f} s: the run ended with {status}, {done} of "
                f"{len(hashes)} files done, {more} more runs; the dataset is "
                f"{'equal' if same else 'OTHER  !'}",
                flush=True,
            )
    print(dict(counts))
    return counts["other dataset"] + counts["hung"]


def _killed(
    call: list[str], victim: str, after: float, cluster: Cluster, chance: random.Random
) -> subprocess.Popen[bytes] | None:
    """Kill in the middle of a run; None where it has ended before."""
    running = subprocess.Popen(call, env=environment(), stderr=subprocess.DEVNULL)
    time.sleep(after)
    if running.poll() is not None:
        return None
    assert cluster.scheduler is not None
    if victim == "client":
        running.send_signal(signal.SIGKILL)
    elif victim == "scheduler":
        cluster.scheduler.send_signal(signal.SIGKILL)
    else:  # now the process that works, now the one that watches it, too
        own = chance.choice(cluster.workers)
        for each in psutil.Process(own.pid).children(recursive=True):
            each.kill()
        if chance.random() < 0.5:
            own.kill()
    return running


def _ended(running: subprocess.Popen[bytes], patience: float) -> int | None:
    """How a run ended; None where it had to be ended."""
    try:
        return running.wait(patience)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
        return None


def _hashes(out: Path) -> dict[str, str]:
    return {path: entry["hash"] for path, entry in manifest(out).items()}
