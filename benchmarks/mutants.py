"""Do the tests notice a change of a grammar? `python -m benchmarks.mutants [COUNT] [--list]`.

Each mutant is one grammar with one change: an alternative dropped, a class widened, a bound changed, a
priority dropped. It is tried in a process of its own, where that grammar is read in its place: first
against the samples and the texts of its terminals (`tests/cases.py`), then, where those do not notice,
against the fast tests of the layouts. `--list` prints the survivors, to be read.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: The fast tests of what a grammar is for; of a layout, or of what layouts share, those of all layouts.
FAST = {
    "references": ("test_references.py",),
    "cues": ("test_resolve.py",),
    "mentions": ("test_resolve.py",),
    "naming": ("test_layout_release.py",),
    "quoted": ("test_layout_release.py",),
    "turns": ("test_resolve.py", "test_layout_plain.py"),
    "votes": ("test_divisions.py",),
}
LAYOUTS = ("test_layout_*.py", "test_divisions.py", "test_errors.py", "test_crashes.py", "test_stream.py")
LIMIT = 240

#: A definition of a terminal: its name, its priority, and its first line.
_TERMINAL = re.compile(r"^(_?[A-Z][A-Z_]*)(\.-?[0-9]+)?: [^\n]*(?:\n +\|[^\n]*)*", re.MULTILINE)
_CLASS = re.compile(r"(?<!\\)\[(\^?)((?:\\.|[^\]\\])+)\]")
_BOUND = re.compile(r"\{([0-9]+),([0-9]+)\}")


def mutants(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Every mutant of a grammar: what was done, and its text."""
    for found in _TERMINAL.finditer(text):
        begin, body = found.start(), found[0]
        if found[2]:
            yield f"{found[1]}: no priority", text[: found.start(2)] + text[found.end(2) :]
        for part in alternatives(body):
            yield (
                f"{found[1]}: without {body[slice(*part)]!r}",
                text[: begin + part[0]] + text[begin + part[1] :],
            )
        for hit in _CLASS.finditer(body):
            inside = hit[2]
            if hit[1]:
                shorter = re.sub(r"^(?:\\n)?(\\.|[^\\])", lambda m: m[0][: -len(m[1])], inside)
                wider = f"[^{shorter}]" if shorter and shorter != "\\n" + inside else None
            else:
                wider = f"[{inside}~a-z]" if "a-z" not in inside else f"[{inside}~0-9]"
            if wider and wider != hit[0]:
                yield (
                    f"{found[1]}: {hit[0]} is {wider}",
                    text[: begin + hit.start()] + wider + text[begin + hit.end() :],
                )
        for hit in _BOUND.finditer(body):
            low, high = int(hit[1]), int(hit[2])
            for a, b in ((low, max(low, high // 2)), (low + 1, max(high, low + 1))):
                if (a, b) != (low, high):
                    yield (
                        f"{found[1]}: {hit[0]} is {{{a},{b}}}",
                        text[: begin + hit.start()] + f"{{{a},{b}}}" + text[begin + hit.end() :],
                    )


def alternatives(body: str) -> Iterator[tuple[int, int]]:
    """Where each alternative of a group stands, with the bar before it."""
    stack: list[int] = []
    at = 0
    bars: dict[int, list[int]] = {}
    while at < len(body):
        char = body[at]
        if char == "\\":
            at += 2
            continue
        if char == "[" and (hit := _CLASS.match(body, at)):
            at = hit.end()
            continue
        if char == "(":
            stack.append(at)
        elif char == "|" and stack:
            bars.setdefault(stack[-1], []).append(at)
        elif char == ")" and stack:
            opened = stack.pop()
            marks = [*bars.get(opened, ()), at]
            yield from itertools.pairwise(marks)
        at += 1


def tried(name: str, text: str) -> int:
    """Whether the tests notice: 0 they do not, 1 the samples do, 2 the fast tests do; in this process."""
    import cases

    from hansardparse import dumps, grammar, parse_file
    from hansardparse.grammar import find

    texts = [words for _, words in cases.every(name)]
    before = cases.found_in(name, texts)
    for cached in (
        find.source,
        grammar.build,
        grammar.forms,
        grammar.pattern,
        grammar.lines,
        cases.parser_of,
    ):
        cached.cache_clear()
    find.OWN = shutil.copytree(ROOT / "grammars", Path(tempfile.mkdtemp()) / "grammars")
    path = max(find.OWN.glob(f"*/{name}.lark"))  # the parliament's, not the one that all share
    path.write_text(text, encoding="utf-8")
    samples = sorted((ROOT / "samples").glob("*/*.txt"))
    own = [s for s in samples if s.parent.name == name] or samples
    try:
        for sample in own:
            wanted = json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))
            if json.loads(dumps(parse_file(sample, layout=sample.parent.name))) != wanted:
                return 1
        if cases.found_in(name, texts) != before:
            return 1
    except Exception:
        return 1
    import pytest

    patterns = FAST.get(name, LAYOUTS)
    files = sorted({str(p) for pattern in patterns for p in (ROOT / "tests").glob(pattern)})
    quiet = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:timeout"]
    choice = ["-k", "not memory and not little and not drips and not corpus"]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        os.environ["HYPOTHESIS_PROFILE"] = "quick"
        return 2 if pytest.main([*quiet, *choice, *files], plugins=[]) != 0 else 0


def outcome(name: str, text: str) -> int:
    """`tried` in a process of its own; one that takes too long or falls over has been noticed."""
    child = os.fork()
    if child == 0:
        signal.alarm(LIMIT)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        status = 3
        try:
            status = tried(name, text)
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def main() -> None:
    """Try a sample of all mutants and say how many die."""
    sys.path.insert(0, str(ROOT / "tests"))
    os.chdir(ROOT)
    count = next((int(a) for a in sys.argv[1:] if a.isdigit()), 200)
    sources = {p.stem: p.read_text(encoding="utf-8") for p in sorted((ROOT / "grammars").glob("*/*.lark"))}
    every = [(n, what, text) for n, source in sources.items() for what, text in mutants(n, source)]
    chosen = random.Random(7).sample(every, min(count, len(every)))
    died: Counter[str] = Counter()
    tally: Counter[str] = Counter()
    for name, what, text in chosen:
        result = outcome(name, text)
        tally[name] += 1
        died[name] += result != 0
        if result == 0 and "--list" in sys.argv:
            print(f"survives: {name}.lark {what}", flush=True)
    for name in tally:
        print(f"{name:18} {died[name]:3} of {tally[name]:3} die")
    share = sum(died.values()) / len(chosen)
    print(f"{sum(died.values())} of {len(chosen)} die ({share:.0%}), of {len(every)} there could be")
    sys.exit(share < 0.85)


if __name__ == "__main__":
    main()
