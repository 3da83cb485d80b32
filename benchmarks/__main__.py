"""How fast, how linear, how big: `python -m benchmarks [speed|linear|stream|start|jobs|references ...]`.

Without names, all of these; by name alone `corpus` and `kills` (`benchmarks/corpus.py`, of `--size 5GB`),
`containers`, `formats` and `peers` (modules of these names).

Times are processor time, the least of several runs, and beside each speed stands its share of the floor
(`benchmarks/floor.py`), measured in the same process on the same text.
`--gigabyte` streams 1 GB instead of 60 MB.
"""

from __future__ import annotations

import argparse
import functools
import io
import itertools
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.floor import LABELS, floor
from benchmarks.hurting import TEXTS
from benchmarks.measure import peak, seconds
from benchmarks.real import CORPUS, REAL, pathological
from benchmarks.texts import PATHOLOGIES, debate, pieces
from hansardparse import LAYOUTS, dumps, find_references, parse
from hansardparse.parsing import iter_transcripts
from hansardparse.write.rows import json_lines

ROOT = Path(__file__).resolve().parent.parent
#: What each is held to: this fraction of the floor, at least.
PARSE = {"official-report": 10, "historic": 5, "historic-site": 5}
FULL, STREAM = 20, 14
LINEAR = 2.6


def texts() -> Iterator[tuple[str, str, str]]:
    """Layout, what it is, and the text: our own, then the real ones."""
    for layout in LABELS:
        yield layout, "invented", debate(layout, 400_000)
        file = CORPUS / REAL.get(layout, "none")
        if file.is_file():
            yield layout, "real", file.read_bytes().decode("utf-8")[:500_000]


def stages(layout: str, text: str) -> dict[str, tuple[Any, int]]:
    """What is measured, and what share of the floor it is held to."""
    data = text.encode()
    return {
        "parse": (lambda: parse(text, resolve=False, layout=layout), PARSE.get(layout, 6)),
        "resolved": (lambda: parse(text, layout=layout), 0),
        "json": (lambda: dumps(parse(text, layout=layout)), FULL),
        "rows": (
            lambda: [
                len(r) for r in json_lines(iter_transcripts(io.BytesIO(data), layout=layout, mentions=False))
            ],
            STREAM,
        ),
    }


def speed() -> int:
    """MB/s, as a share of the floor, and peak memory in bytes a character."""
    missed = 0
    print(f"{'':26}{'floor':>7}" + "".join(f"{n:>22}" for n in ("parse", "resolved", "json", "rows")))
    for layout, what, text in texts():
        size = len(text.encode()) / 1e6
        least = seconds(lambda text=text, layout=layout: floor(text, layout))
        cells = []
        for call, share in stages(layout, text).values():
            took = seconds(call, 5)
            under = share and took > least * share
            missed += bool(under)
            held = peak(call) / len(text)
            cells.append(f"{size / took:6.1f} 1/{took / least:<4.1f}{'!' if under else ' '} {held:4.0f} B/c")
        print(f"{layout:16}{what:10}{size / least:7.1f}" + "".join(f"{c:>22}" for c in cells), flush=True)
    print("MB/s, share of the floor (! is under what it is held to), peak bytes a character")
    return missed


def growing(layout: str) -> dict[str, Callable[[int], str]]:
    """What makes texts of any length for a layout: what is made to hurt, and a debate if one is invented."""
    debates = {"debate": functools.partial(debate, layout)} if layout in LABELS else {}
    return {**debates, **PATHOLOGIES}


def linear() -> int:
    """time(2n)/time(n), for debates and for what is made to hurt, in every layout and for references."""
    missed = 0
    half = 60_000
    for layout in LAYOUTS:
        worst = []
        for name, make in growing(layout).items():
            one, two = make(half), make(2 * half)
            first = seconds(lambda t=one, at=layout: parse(t, layout=at), 4)
            second = seconds(lambda t=two, at=layout: parse(t, layout=at), 4)
            if first > 0.005:  # less than that is mostly what every call costs
                worst.append((second / first, name, second))
            elif second > 0.02:
                worst.append((second / max(first, 0.005), name, second))
        ratio, name, _ = max(worst)
        slow, slowest = max((took, name) for _, name, took in worst)
        missed += ratio > LINEAR
        print(
            f"{layout:16} worst ratio {ratio:4.2f} {'!' if ratio > LINEAR else ' '} ({name}); "
            f"slowest {slow * 1e3:6.0f} ms for {2 * half / 1e3:.0f} kB ({slowest})",
            flush=True,
        )
    missed += hurting()
    for name, make in PATHOLOGIES.items():
        first, second = make(half), make(2 * half)
        one = seconds(lambda t=first: find_references(t), 4)
        two = seconds(lambda t=second: find_references(t), 4)
        if two > 0.02:
            missed += two / one > LINEAR
            print(f"references       {name}: {two / one:4.2f}, {two * 1e3:.0f} ms", flush=True)
    big = "word " * 2_000_000
    lines, brackets = "Ada\n" * 100_000, "[" * 1_000_000
    for name, text in (("one 10 MB line", big), ("100,000 lines", lines), ("1,000,000 [", brackets)):
        print(f"{name}: {seconds(lambda t=text: parse(t, layout='parallel'), 2):.2f} s", flush=True)
    return missed


def hurting(size: int = 60_000) -> int:
    """Seconds for texts made to hurt at `size` characters, twice and four times as many, and the ratios."""
    missed = 0
    for name, (layouts, make) in {**TEXTS, **pathological()}.items():
        for layout in layouts:
            texts = [make(n) for n in (size, 2 * size, 4 * size)]
            took = [seconds(lambda t=text, at=layout: parse(t, layout=at), 3) for text in texts]
            ratios = [after / before for before, after in itertools.pairwise(took)]
            slow = took[-1] > 0.05 and max(ratios) > LINEAR
            missed += slow
            print(
                f"{layout:16} {name:40} "
                + " ".join(f"{t:6.3f}" for t in took)
                + " x".join(["", *(f"{r:.2f}" for r in ratios)])
                + (" !" if slow else ""),
                flush=True,
            )
    return missed


def references() -> int:
    """Speed of `find_references` on a whole volume, or on a debate of ours."""
    file = CORPUS / REAL["historic"]
    text = file.read_text(encoding="utf-8") if file.is_file() else debate("historic", 1_000_000)
    size = len(text.encode()) / 1e6
    least, took = seconds(lambda: floor(text, "historic"), 3), seconds(lambda: find_references(text), 3)
    print(f"find_references on {size:.1f} MB: {size / took:.1f} MB/s, 1/{took / least:.1f} of the floor")
    return 0


STREAMED = """
import resource, sys
from hansardparse import iter_sections
for layout in ("parallel",):  # built before the measure begins
    from hansardparse import parse
    parse("Ada\\n", layout=layout)
def held():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
bare = float(sys.argv[2])
n = sum(1 for _ in iter_sections(sys.argv[1]))
print(n, held() - bare)
"""
BARE = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"


def streamed(size: int, folder: str) -> tuple[int, float, float]:
    """Sittings of a generated file of some size, seconds, and MB above what a bare interpreter holds."""
    path = os.path.join(folder, "big.txt")
    length = day = 0
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for piece in pieces("parallel"):
            if length >= day * 1_000_000:
                day += 1
                piece = f"\nHouse of Commons\n\nTuesday {day % 28 + 1} March 2024\n\n{piece}"
            file.write(piece)
            length += len(piece)
            if length >= size:
                break
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    bare = subprocess.run([sys.executable, "-c", BARE], env=env, capture_output=True, check=True).stdout
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", STREAMED, path, bare.decode()], env=env, capture_output=True, check=True
    )
    took = time.perf_counter() - start
    sections, above = done.stdout.split()
    return int(sections), took, float(above)


def stream(size: int = 60_000_000) -> int:
    """Resident memory of a stream, above the interpreter's own."""
    with tempfile.TemporaryDirectory() as folder:
        sittings, took, above = streamed(size, folder)
    print(
        f"iter_sections: {size / 1e6:.0f} MB, {sittings} sittings, {took:.0f} s, {above:.0f} MB above a bare"
    )
    print("interpreter" + ("  ! more than 64" if above > 64 else ""))
    return int(above > 64)


#: Importing what parsing needs, whatever parses.
LIBRARIES = "import lark, attrs, cattrs, click"
PAGE = "samples/parallel/oral-question.txt"
#: What is started, and how many times as long as importing the libraries it may take.
STARTS = (
    ("the libraries", ["-c", LIBRARIES], 1.0),
    ("hansardparse --version", ["-m", "hansardparse", "--version"], 1.5),
    ("import hansardparse", ["-c", "import hansardparse"], 1.5),
    ("parse --no-resolve", ["-m", "hansardparse", "parse", "--no-resolve", PAGE], 2.5),
    ("parse", ["-m", "hansardparse", "parse", PAGE], 4.0),
)


def start() -> int:
    """What it takes to start: processor time, the least of ten, as a ratio to importing the libraries."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPATH"] = str(ROOT)
    least = dict.fromkeys((what for what, _, _ in STARTS), float("inf"))
    for _ in range(10):  # side by side, so that what else the machine does falls on all of them
        for what, command, _ in STARTS:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, *command], env=env, cwd=ROOT, capture_output=True, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            least[what] = min(least[what], took)
    missed = 0
    for what, _, limit in STARTS:
        ratio = least[what] / least["the libraries"]
        missed += ratio > limit
        mark = "  !" if ratio > limit else ""
        print(f"{what:24} {least[what] * 1e3:5.0f} ms  {ratio:4.1f} times (limit {limit}){mark}")
    return missed


def jobs() -> int:
    """A folder with two processes and with one."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    took = {}
    with tempfile.TemporaryDirectory() as folder:
        for n in range(24):
            Path(folder, f"{n}.txt").write_text(debate("parallel", 1_500_000, n), encoding="utf-8")
        for count in ("1", "2"):
            command = [
                sys.executable,
                "-m",
                "hansardparse",
                "parse",
                folder,
                "--to",
                "jsonl",
                "--jobs",
                count,
            ]
            best = float("inf")
            for _ in range(2):
                begin = time.perf_counter()
                subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True)
                best = min(best, time.perf_counter() - begin)
            took[count] = best
    faster = took["1"] / took["2"]
    print(f"--jobs 2: {faster:.2f} times as fast as 1 ({took['1']:.1f} s, {took['2']:.1f} s)")
    return int(faster < 1.5)


#: What is measured without a name: a few minutes, and nothing to install.
PARTS = {
    "speed": speed,
    "linear": linear,
    "references": references,
    "stream": stream,
    "start": start,
    "jobs": jobs,
}
#: By name alone.
MORE = ("containers", "corpus", "kills", "formats", "peers")


def bytes_of(said: str) -> int:
    """`300MB`, `5GB` as a number."""
    units = {"kB": 10**3, "MB": 10**6, "GB": 10**9}
    return int(float(said[:-2]) * units[said[-2:]])


def measured(name: str, chosen: argparse.Namespace) -> int:
    """Measure one part; how many limits were missed."""
    if name == "corpus":
        from benchmarks.corpus import corpus

        return corpus(chosen.size or 5 * 10**9)
    if name == "kills":
        from benchmarks.corpus import kills

        return kills(chosen.size or 2 * 10**8, chosen.times)
    if name == "containers":
        from benchmarks.containers import containers

        return containers()
    if name == "formats":
        from benchmarks.formats import formats

        return formats()
    if name == "peers":
        from benchmarks.peers import peers

        return peers()
    if name == "stream" and chosen.gigabyte:
        return stream(1_000_000_000)
    return PARTS[name]()


def main() -> None:
    """Run the parts that are named, or all; the exit status says how many limits were missed."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("parts", nargs="*", help=f"of {', '.join((*PARTS, *MORE))}")
    options.add_argument("--gigabyte", action="store_true", help="stream 1 GB")
    options.add_argument("--size", type=bytes_of, help="of a corpus: 300MB, 5GB")
    options.add_argument("--times", type=int, default=30, help="how many kills")
    chosen = options.parse_args()
    missed = 0
    for name in chosen.parts or PARTS:
        print(f"--- {name}", flush=True)
        missed += measured(name, chosen)
    print(f"{missed} limits missed" if missed else "all within their limits")
    sys.exit(min(missed, 1))


if __name__ == "__main__":
    main()
