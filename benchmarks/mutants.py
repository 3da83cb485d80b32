"""Do the tests notice a change of a grammar? `python -m benchmarks.mutants [COUNT] [--list]`.

Each mutant is one grammar with one change: an alternative dropped, a class widened, a bound changed, a
priority dropped. It is tried in a process of its own, where that grammar is read in its place: by the texts
on both sides of its terminals, as `python -m tests.cases --against REV` shows them; then, where these do not
notice, by the lines that stand beside its terminals, the samples of its parliament, and the fast tests of
what the grammar is for. `--list` prints the survivors, to be read.
"""

from __future__ import annotations

import contextlib
import io
import itertools
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
TESTS = ROOT / "tests"
#: The fast tests of what a grammar is for; of a layout, or of what layouts share, those of all layouts.
FAST = {
    "references": ("test_references.py",),
    "cues": ("test_resolve.py", "test_stretches.py"),
    "mentions": ("test_resolve.py",),
    "naming": ("test_layout_release.py",),
    "quoted": ("test_layout_release.py",),
    "release-words": ("test_layout_release.py",),
    "turns": ("test_resolve.py", "test_layout_plain.py"),
    "votes": ("test_divisions.py", "test_labels_of_parliaments.py"),
}
LAYOUTS = ("test_layout_*.py", "test_faults_*.py", "test_divisions.py", "test_errors.py", "test_crashes.py")
#: And of other parliaments.
LANDS = ("test_labels_of_parliaments.py", "test_faults_lands.py", "test_languages.py", "test_fenmark.py")
#: The tests of the lines beside a terminal.
BESIDE = (
    "test_every_terminal_has_a_line_beside_it_that_it_matches",
    "test_every_piece_with_a_line_beside_it_matches_that",
    "test_no_terminal_matches_what_stands_beside_it_as_what_it_does_not",
)
LIMIT, FELL_OVER = 600, 9

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


def stages(name: str) -> Iterator[list[str]]:
    """The tests that may notice a change of a grammar, the quickest first, as pytest takes them."""
    import cases
    import test_grammars
    from conftest import SAMPLES

    from hansardparse import LAYOUTS as EVERY

    own, parliament = cases.apart(name)
    if name in test_grammars.WITH_EXAMPLES:
        yield [f"{TESTS}/test_grammars.py::{test}[{name}]" for test in BESIDE]
    layouts = [one for one in (own, *EVERY) if one in EVERY and EVERY[one].parliament == parliament]
    chosen = [s for layout in dict.fromkeys(layouts) for s in SAMPLES if s.parent.name == layout]
    yield [f"{TESTS}/test_samples.py::test_a_sample_gives_its_json[{s.parent.name}/{s.stem}]" for s in chosen]
    patterns = FAST.get(own, LAYOUTS if parliament == "uk" else LANDS)
    yield sorted({str(file) for pattern in patterns for file in TESTS.glob(pattern)})


def tried(name: str, text: str) -> int:
    """What notices: 0 nothing, 1 the texts of its terminals, 2 tests."""
    import cases

    from hansardparse.grammar import find

    texts = [words for _, words in cases.every(name)]
    before = cases.found_in(name, texts)
    find.OWN = shutil.copytree(ROOT / "grammars", Path(tempfile.mkdtemp()) / "grammars")
    _file(name, find.OWN).write_text(text, encoding="utf-8")
    _forget()
    try:
        if cases.found_in(name, texts) != before:
            return 1
        return 2 if any(map(_fails, stages(name))) else 0
    finally:
        shutil.rmtree(find.OWN.parent)


def _forget() -> None:
    """Forget what was made of grammars so far, tables too that would do for these."""
    from hansardparse.grammar import load

    load._BUILT.clear()
    for module in [
        m for name, m in sys.modules.items() if name.partition(".")[0] in ("hansardparse", "cases")
    ]:
        for cached in list(vars(module).values()):
            if callable(clear := getattr(cached, "cache_clear", None)):
                clear()


def _fails(tests: list[str]) -> bool:
    """Whether some of these tests fail; raises RuntimeError where they are no tests."""
    import pytest

    os.environ["HYPOTHESIS_PROFILE"] = "quick"
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:timeout", "-p", "no:xdist"]
    choice = ["-k", "not memory and not little and not drips and not corpus and not real"]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        ended = pytest.main([*options, *(choice if "::" not in tests[0] else ()), *tests])
    if ended is pytest.ExitCode.USAGE_ERROR:
        raise RuntimeError(f"{tests[:3]} are no tests")
    return ended not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)


def _file(name: str, folder: Path) -> Path:
    """The file of a grammar in a folder of grammars."""
    import cases

    own, parliament = cases.apart(name)
    file = folder / parliament / f"{own}.lark"
    return file if file.is_file() else folder / "shared" / f"{own}.lark"


def outcome(name: str, text: str) -> int:
    """`tried` in a process of its own; one that takes too long or falls over has been noticed."""
    child = os.fork()
    if child == 0:
        signal.alarm(LIMIT)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        status = FELL_OVER
        try:
            status = tried(name, text)
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def main() -> None:
    """Try a sample of all mutants and say how many die."""
    sys.path.insert(0, str(TESTS))
    os.chdir(ROOT)
    from cases import GRAMMARS

    count = next((int(a) for a in sys.argv[1:] if a.isdigit()), 200)
    sources = {name: _file(name, ROOT / "grammars").read_text(encoding="utf-8") for name in GRAMMARS}
    every = [(n, what, text) for n, source in sources.items() for what, text in mutants(n, source)]
    chosen = random.Random(7).sample(every, min(count, len(every)))
    died: Counter[str] = Counter()
    tally: Counter[str] = Counter()
    by: Counter[int] = Counter()
    for name, what, text in chosen:
        result = outcome(name, text)
        by[result] += 1
        tally[name] += 1
        died[name] += result != 0
        if result == 0 and "--list" in sys.argv:
            print(f"survives: {name}.lark {what}", flush=True)
    for name in tally:
        print(f"{name:18} {died[name]:3} of {tally[name]:3} die")
    share = sum(died.values()) / len(chosen)
    other = len(chosen) - by[0] - by[1] - by[2]
    print(f"by the texts of terminals {by[1]}, by tests {by[2]}, falling over or taking too long {other}")
    print(f"{sum(died.values())} of {len(chosen)} die ({share:.0%}), of {len(every)} there could be")
    sys.exit(share < 0.85)


if __name__ == "__main__":
    main()
