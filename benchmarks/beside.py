"""How long this version takes beside an older one: `python -m benchmarks.beside REVISION [--rounds N]`.

Each reads the same texts, real ones where they are, in processes of its own and in turn, so that what else
the machine does falls on both. The least processor time of all runs counts, once everything is built.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.real import CORPUS, REAL
from benchmarks.texts import debate

ROOT = Path(__file__).resolve().parent.parent
#: What each version runs: the least of some runs of a parse, of one that resolves, and of its JSON.
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
whole = hansardparse.parse(text, layout=layout)
plain = least(lambda: hansardparse.parse(text, layout=layout, resolve=False))
both = least(lambda: hansardparse.parse(text, layout=layout))
print(json.dumps([plain, both, least(lambda: hansardparse.dumps(whole))]))
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
    """Seconds of a parse, of one that resolves, and of its JSON, by the version in a folder."""
    done = subprocess.run(
        [sys.executable, "-c", WORK, layout, str(file)],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds: list[float] = json.loads(done.stdout)
    return seconds


def row(before: list[float], now: list[float]) -> str:
    """Milliseconds of both, and how many times as long it is now; what resolves is without the parse."""
    cells = []
    for kind in range(3):
        one, other = before[kind], now[kind]
        if kind == 1:
            one, other = one - before[0], other - now[0]
        cells.append(f"{one * 1e3:8.1f} {other * 1e3:8.1f} {other / one:6.2f}")
    return " ".join(cells)


def main() -> None:
    """Print a row for each layout."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.beside", description=__doc__)
    options.add_argument("revision")
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    print(f"{'':16}" + "".join(f"{f'{what}, ms':>17} {'times':>6} " for what in ("parse", "resolve", "JSON")))
    with tempfile.TemporaryDirectory() as made:
        old = Path(made, "old")
        tree = ["git", "worktree"]
        subprocess.run([*tree, "add", "-q", "--detach", old, chosen.revision], cwd=ROOT, check=True)
        try:
            for layout, file in texts(Path(made)):
                runs = [(took(old, layout, file), took(ROOT, layout, file)) for _ in range(chosen.rounds)]
                before, now = ([*map(min, zip(*of, strict=True))] for of in zip(*runs, strict=True))
                print(f"{layout:16}{row(before, now)}", flush=True)
        finally:
            subprocess.run([*tree, "remove", "--force", old], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
