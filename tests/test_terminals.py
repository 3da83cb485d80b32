"""Every terminal of every grammar takes steps in proportion to its text, whatever the text."""

from __future__ import annotations

import re
import re._constants as code  # type: ignore[import-not-found,unused-ignore]
import re._parser as parsing  # type: ignore[import-not-found,unused-ignore]
from collections.abc import Iterator
from typing import Any

import pytest
from cases import parser_of
from conftest import GRAMMARS, apart
from engine import Engine, TooMany

from hansardparse import grammar
from hansardparse.text import decoding

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
#: How long the shorter of two is where a terminal is tried at its head, and where at every place of it.
SIZE, SEARCHED_SIZE = 1_200, 200
#: A terminal takes so many steps for each character at most; where more, then no more for a longer text.
PLAIN, LINEAR = 40, 2.2
#: And never so many: what goes through the text for each two of its characters takes more.
MOST = 4_000
#: These are tried at every place of a text, not only at the head of a line.
SEARCHED = frozenset({"inline", "voice", "mentions", "naming", "quoted", "SITTING", "GLUED"})


def terminals(name: str) -> list[tuple[str, str]]:
    """The terminals of a grammar, imported ones only where they are at home."""
    own = re.findall(r"^([A-Z][A-Z_]*)(?:\.-?[0-9]+)?:", grammar.source(*apart(name)), re.MULTILINE)
    return [(t.name, t.pattern.to_regexp()) for t in parser_of(name).terminals if t.name in own]


def examples(name: str, terminal: str) -> list[str]:
    """The lines that the comment above a terminal says it matches."""
    found = re.search(
        rf"((?:^//[^\n]*\n)*)^{terminal}(?:\.-?[0-9]+)?:", grammar.source(*apart(name)), re.MULTILINE
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


def steps(engine: Engine, plain: re.Pattern[str], text: str, everywhere: bool) -> int:
    """How many steps it takes to find a terminal, where Python's own engine finds it."""
    if everywhere:
        place = engine.search(text, MOST * len(text))  # which stops in time, as Python's own does not
        found = plain.search(text)
        assert place == (found.span() if found else (-1, -1))
    else:
        end = engine.match(text, MOST * len(text))
        found = plain.match(text)
        assert end == (found.end() if found else -1)
    return engine.steps


def too_many(engine: Engine, plain: re.Pattern[str], short: str, long: str, everywhere: bool) -> bool:
    """Whether the steps that a text takes grow faster than it does; `long` is `short`, twice as long."""
    try:
        first = steps(engine, plain, short, everywhere)
        return first > PLAIN * len(short) and steps(engine, plain, long, everywhere) > LINEAR * first
    except TooMany:
        return True


@pytest.mark.parametrize("name", GRAMMARS)
def test_terminals_take_few_steps_on_texts_made_to_hurt(name: str) -> None:
    slow = []
    for terminal, pattern in terminals(name):
        engine, plain = Engine(pattern, re.MULTILINE), re.compile(pattern, re.MULTILINE)
        everywhere = apart(name)[0] in SEARCHED or terminal in SEARCHED
        size = SEARCHED_SIZE if everywhere else SIZE
        texts = (pumped(name, terminal, pattern, n) for n in (size, 2 * size))
        for short, long in zip(*texts, strict=True):
            if too_many(engine, plain, short, long, everywhere):
                slow.append(f"{terminal}: {engine.steps} steps on {short[:40]!r}...")
    assert not slow, slow[:8]


def test_lines_with_characters_that_take_no_room_are_found_in_few_steps() -> None:
    plain = decoding._UNSEEN
    engine = Engine(plain.pattern, plain.flags)
    for piece in ("word ", "\u200bword ", "a\n", "\u200b\n"):
        short, long = (piece * (size // len(piece)) for size in (SIZE, 2 * SIZE))
        assert not too_many(engine, plain, short, long, everywhere=True)


@pytest.mark.parametrize(
    ("pattern", "piece"), [("[^:]*:x", "a"), ("(?:a|b)*a*x", "a"), (r"\s*[^x]*\s*x", " "), ("(?:a+)+x", "a")]
)
def test_what_is_not_linear_is_seen(pattern: str, piece: str) -> None:
    short = piece * 100
    assert too_many(Engine(pattern), re.compile(pattern), short, 2 * short, everywhere=True)


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
