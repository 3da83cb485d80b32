"""Every terminal of every grammar takes time in proportion to its text, whatever the text."""

from __future__ import annotations

import re
import re._constants as code  # type: ignore[import-not-found,unused-ignore]
import re._parser as parsing  # type: ignore[import-not-found,unused-ignore]
import time
from collections.abc import Iterator
from typing import Any

import pytest
from cases import parser_of
from conftest import ROOT

from hansardparse import grammar

GRAMMARS = sorted(p.stem for p in (ROOT / "grammars").glob("*/*.lark"))
#: What texts are made of, beside a terminal's own words.
PIECES = (
    *"Aa1 .,:;([“‘'-—\t\n§",
    "Ada ",
    "Mr. ",
    "(a) ",
    "[1] ",
    "A. ",
    "Marsh, Ada ",
    "the ",
    "12 ",
    "a: ",
    "A\n",
    "\n\n",
    " \n",
)
SIZE = 8_000
#: A scan of as many characters takes about 0.1 ms; a quadratic one hundreds of times as long.
MATCH, SEARCH = 0.03, 0.3
#: These are searched for at every place of a text, not only matched at the head of a line.
SEARCHED = frozenset({"inline", "voice", "mentions", "naming", "references"})


def terminals(name: str) -> list[tuple[str, str]]:
    """The terminals of a grammar, imported ones only where they are at home."""
    own = re.findall(r"^([A-Z][A-Z_]*)(?:\.-?[0-9]+)?:", grammar.source(name, "uk"), re.MULTILINE)
    return [(t.name, t.pattern.to_regexp()) for t in parser_of(name).terminals if t.name in own]


def examples(name: str, terminal: str) -> list[str]:
    """The lines that the comment above a terminal says it matches."""
    found = re.search(
        rf"((?:^//[^\n]*\n)*)^{terminal}(?:\.-?[0-9]+)?:", grammar.source(name, "uk"), re.MULTILINE
    )
    lines = found[1].split("\n") if found else []
    return [line[5:] for line in lines if line.startswith("//   ")][:3]


def pumped(name: str, terminal: str, pattern: str, size: int) -> Iterator[str]:
    """Texts made to hurt: pieces over and over, and an example with each of its parts over and over."""
    words = sorted(set(re.findall(r"[A-Za-z]{3,}", pattern)))[:8]
    for piece in (*PIECES, *(f"{w} " for w in words)):
        yield piece * (size // len(piece))
        yield piece * (size // len(piece)) + "\x01\n"
    for example in examples(name, terminal):
        line = example + "\n"
        cuts = sorted({m.end() for m in re.finditer(r"[\s()\[\].,:“”-]|[A-Za-z0-9]+", line)})
        for at in cuts[:: 1 + len(cuts) // 10]:
            for part, rest in ((line[at - 1], line[at:]), (line[max(0, at - 6) : at], "\x01")):
                yield line[:at] + part * (size // len(part)) + rest


def took(find: Any, text: str, enough: float) -> float:
    """The least processor time of a few tries, fewer where the first is quick."""
    best = float("inf")
    for _ in range(4):
        begin = time.process_time()
        find(text)
        best = min(best, time.process_time() - begin)
        if best < enough:
            break
    return best


@pytest.mark.parametrize("name", GRAMMARS)
def test_terminals_are_quick_on_texts_made_to_hurt(name: str) -> None:
    slow = []
    for terminal, pattern in terminals(name):
        compiled = re.compile(pattern, re.MULTILINE)
        for size in (SIZE // 40, SIZE):  # the small one first: what is exponential shows there
            for text in pumped(name, terminal, pattern, size):
                for find, enough in ((compiled.match, MATCH), (compiled.search, SEARCH)):
                    if find == compiled.search and name not in SEARCHED:
                        continue
                    spent = took(find, text, enough)
                    if spent >= enough:
                        slow.append(f"{terminal}: {spent * 1e3:.0f} ms on {text[:40]!r}... of {len(text)}")
            if slow:
                break
    assert not slow, slow[:8]


def unbounded(tree: Any, inside: bool = False) -> Iterator[str]:
    """Repeats without end that hold another one, which is what backtracking explodes on."""
    for op, value in tree:
        if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            endless = value[1] is code.MAXREPEAT and op is not code.POSSESSIVE_REPEAT
            if endless and inside:
                yield "a repeat without end inside another"
            yield from unbounded(value[2], inside or value[1] is code.MAXREPEAT)
        elif op is code.SUBPATTERN:
            yield from unbounded(value[3], inside)
        elif op is code.BRANCH:
            for branch in value[1]:
                yield from unbounded(branch, inside)
        elif op in (code.ASSERT, code.ASSERT_NOT):
            yield from unbounded(value[1], inside)
        elif op is code.ATOMIC_GROUP:
            yield from unbounded(value, False)


@pytest.mark.parametrize("name", GRAMMARS)
def test_no_repeat_without_end_is_inside_another(name: str) -> None:
    found = [f"{t}: {fault}" for t, pattern in terminals(name) for fault in unbounded(parsing.parse(pattern))]
    assert not found


@pytest.mark.parametrize("name", GRAMMARS)
def test_digits_are_ascii(name: str) -> None:
    assert [t for t, pattern in terminals(name) if "\\d" in pattern] == []
