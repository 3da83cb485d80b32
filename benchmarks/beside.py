"""How long this version takes beside an older one: `python -m benchmarks.beside REVISION`.

Each reads the same texts, real ones where they are, in processes of its own and in turn, so that what else
the machine does falls on both. The least processor time of all runs counts, once everything is built.

With `--count`, valgrind counts the instructions of a parse and of what resolves: two counts of one version
are the same whatever else the machine does. That takes five minutes a layout.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.real import CORPUS, REAL
from benchmarks.texts import debate

ROOT = Path(__file__).resolve().parent.parent
#: What each version runs: the least of some runs of a parse, of resolving what it gave, and of its JSON.
WORK = """
import gc, json, sys, time
import hansardparse

def least(call, runs=4):
    call()
    took = []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        call()
        took.append(time.process_time() - start)
    return min(took)

layout, file = sys.argv[1:]
text = open(file, encoding="utf-8", newline="").read()
plain = hansardparse.parse(text, layout=layout, resolve=False)
whole = hansardparse.resolve(plain)
parsed = least(lambda: hansardparse.parse(text, layout=layout, resolve=False))
resolved = least(lambda: hansardparse.resolve(plain))
print(json.dumps([parsed, resolved, least(lambda: hansardparse.dumps(whole))]))
"""

#: What is counted: so many parses, with or without resolving. The first of them builds everything.
COUNTED = """
import sys
import hansardparse

layout, file, resolve, runs = sys.argv[1:]
text = open(file, encoding="utf-8", newline="").read()
for _ in range(int(runs)):
    hansardparse.parse(text, layout=layout, resolve=resolve == "resolve")
"""


def texts(folder: Path) -> Iterator[tuple[str, Path]]:
    """A text of each layout whose speed is measured; an invented one is written into a folder."""
    for layout, name in REAL.items():
        file = CORPUS / name
        if not file.is_file():
            file = folder / f"{layout}.txt"
            file.write_text(debate(layout, 400_000), encoding="utf-8", newline="")
        yield layout, file


def took(tree: Path, layout: str, file: Path) -> list[float]:
    """Milliseconds of a parse, of what resolves it, and of its JSON, by the version in a folder."""
    done = _run(tree, sys.executable, "-c", WORK, layout, str(file))
    return [seconds * 1e3 for seconds in json.loads(done.stdout)]


def counted(tree: Path, layout: str, file: Path) -> list[float]:
    """Instructions of a parse and of what resolves it, in millions, by the version in a folder."""
    found: list[float] = []
    for resolve in ("", "resolve"):
        once, twice = (_instructions(tree, layout, str(file), resolve, runs) for runs in ("1", "2"))
        found.append((twice - once) / 1e6 - sum(found))
    return found


def _instructions(tree: Path, *arguments: str) -> int:
    """How many instructions a process takes that runs COUNTED."""
    valgrind = "valgrind", "--tool=callgrind", f"--callgrind-out-file={os.devnull}"
    done = _run(tree, *valgrind, sys.executable, "-c", COUNTED, *arguments)
    return int(done.stderr.rpartition("Collected : ")[2].split()[0])


def _run(tree: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """What a command prints that uses the version in a folder, whose sets have the same order every time."""
    env = {**os.environ, "PYTHONPATH": str(tree), "PYTHONHASHSEED": "0"}
    return subprocess.run(command, cwd=tree, env=env, capture_output=True, text=True, check=True)


def row(before: list[float], now: list[float]) -> str:
    """What both take, and how many times as much it is now."""
    pairs = zip(before, now, strict=True)
    return " ".join(f"{one:8.1f} {other:8.1f} {other / one:6.2f}" for one, other in pairs)


def main() -> None:
    """Print a row for each layout."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.beside", description=__doc__)
    options.add_argument("revision")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--count", action="store_true", help="instructions, by valgrind, and not time")
    options.add_argument("--layout", choices=REAL, action="append", help="one layout, and not all of them")
    chosen = options.parse_args()
    if chosen.count and shutil.which("valgrind") is None:
        options.error("--count needs valgrind")
    kinds = ["parse, M", "resolve, M"] if chosen.count else ["parse, ms", "resolve, ms", "JSON, ms"]
    print(f"{'':16}" + "".join(f"{what:>17} {'times':>6} " for what in kinds))
    with tempfile.TemporaryDirectory() as made:
        old = Path(made, "old")
        tree = ["git", "worktree"]
        subprocess.run([*tree, "add", "-q", "--detach", old, chosen.revision], cwd=ROOT, check=True)
        try:
            for layout, file in texts(Path(made)):
                if chosen.layout and layout not in chosen.layout:
                    continue
                measure, rounds = (counted, 1) if chosen.count else (took, chosen.rounds)
                runs = [(measure(old, layout, file), measure(ROOT, layout, file)) for _ in range(rounds)]
                before, now = ([*map(min, zip(*of, strict=True))] for of in zip(*runs, strict=True))
                print(f"{layout:16}{row(before, now)}", flush=True)
        finally:
            subprocess.run([*tree, "remove", "--force", old], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
