"""Nothing lost, whatever comes: spans, totality, determinism."""

from __future__ import annotations

import hashlib
import logging
import os
import random
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import lark
import oracle
import pytest
from conftest import GRAMMARS, ROOT, SAMPLES, apart
from hypothesis import given
from hypothesis import strategies as st
from lark.load_grammar import load_grammar

from hansardparse import LAYOUTS, HansardError, dumps, grammar, loads, parse, rows
from hansardparse.grammar import find
from hansardparse.grammar.pieces import grouped
from hansardparse.write.rows import KEYS

NEWLINES = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
NAMES = [f"{p.parent.name}/{p.stem}" for p in SAMPLES]


def text_of(sample: Path) -> str:
    return sample.read_bytes().decode("utf-8").replace("\r\n", "\n")


def lines_of(layout: str) -> list[str]:
    """The lines of a layout's samples: its own key words, and ordinary speech."""
    own = [
        line for s in SAMPLES if s.parent.name == layout for line in text_of(s).split("\n") if line.strip()
    ]
    return sorted(set(own)) or [LAYOUTS[layout].example]


def check(text: str, layout: str) -> None:
    transcript = parse(text, layout=layout)
    assert oracle.faults(transcript, text) == []
    assert "grammar-refused" not in {p.code for p in transcript.problems}
    assert loads(dumps(transcript)) == transcript
    for row in rows(transcript):
        assert tuple(row) == KEYS


@pytest.mark.parametrize("newline", NEWLINES)
@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_every_character_of_a_sample_is_in_a_leaf(sample: Path, newline: str) -> None:
    check(text_of(sample).replace("\n", NEWLINES[newline]), sample.parent.name)


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_other_line_breaks_are_no_newlines(sample: Path) -> None:
    text = text_of(sample)
    for odd in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029":
        check(text.replace(". ", f".{odd}"), sample.parent.name)


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
def test_any_text_parses(layout: str, data: st.DataObject) -> None:
    check(data.draw(st.text(st.characters(), max_size=300)), layout)


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
def test_a_soup_of_a_layouts_own_lines_parses(layout: str, data: st.DataObject) -> None:
    line = st.sampled_from(lines_of(layout)) | st.text("Aa1.:()[]§—-, “”\ud800\u00a0", max_size=12)
    soup = data.draw(st.lists(st.tuples(line, st.sampled_from(("\n", "\n\n", " ", "\r\n"))), max_size=30))
    check("".join(a + b for a, b in soup), layout)


def damage(lines: list[str], chance: random.Random) -> None:
    """Take a line away, double it, move it or cut it."""
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines[at : at + 1] = [""] if len(lines) == 1 else []
        case 1:
            lines.insert(to, lines[at])
        case 2:
            lines.insert(to, lines.pop(at))
        case _:
            lines[at] = lines[at][: chance.randint(0, 40)]


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_damaged_samples_parse(sample: Path) -> None:
    lines = text_of(sample).split("\n")
    chance = random.Random(sample.stem)
    for _ in range(12):
        damaged = lines[:]
        for _ in range(chance.randint(1, 4)):
            damage(damaged, chance)
        check("\n".join(damaged), sample.parent.name)


def test_strict_raises_the_one_documented_error() -> None:
    with pytest.raises(HansardError) as caught:
        parse("no layout at all", strict=True)
    assert caught.value.code == "no-layout"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_terminal_of_a_layout_has_a_priority(layout: str) -> None:
    assert not [t.name for t in LAYOUTS[layout].parser.terminals if t.priority == 0]


STARTS = {
    "labels": ["start", "position"],
    "references": ["start", "scan"],
    "votes": ["start", "titled", "plain"],
    "cues": ["start", "gates"],
    "mentions": ["start", "gates"],
}


@pytest.mark.parametrize("name", GRAMMARS)
def test_no_grammar_has_a_conflict(name: str, caplog: pytest.LogCaptureFixture) -> None:
    own, parliament = apart(name)
    text = grammar.source(own, parliament)
    if "start:" not in text:
        pytest.skip("terminals for other grammars, and no rules")
    lark.logger.setLevel(logging.DEBUG)
    stage = LAYOUTS[own].roles if own in LAYOUTS else None
    with caplog.at_level(logging.DEBUG):
        loaded, _ = load_grammar(text, own, [find.importing(parliament)], False)
        lark.Lark(
            grouped(loaded),
            parser="lalr",
            lexer="basic" if own in LAYOUTS else "contextual",
            start=STARTS.get(own, ["start"]),
            postlex=stage,
            debug=True,
        )
    assert not [r.getMessage() for r in caplog.records if "conflict" in r.getMessage().lower()]


def digest(seed: str) -> str:
    code = (
        "import sys, hashlib, pathlib\n"
        "from hansardparse import parse, dumps\n"
        "d = hashlib.sha256()\n"
        "for p in sorted(pathlib.Path('samples').glob('*/*.txt')):\n"
        "    d.update(dumps(parse(p.read_text(encoding='utf-8'), layout=p.parent.name)).encode())\n"
        "print(d.hexdigest())"
    )
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_the_same_bytes_whatever_the_hash_seed_and_the_thread() -> None:
    assert len({digest(seed) for seed in ("0", "1", "2")}) == 1
    texts = [(text_of(s), s.parent.name) for s in SAMPLES]

    def one(pair: tuple[str, str]) -> str:
        return hashlib.sha256(dumps(parse(pair[0], layout=pair[1])).encode()).hexdigest()

    alone = [one(pair) for pair in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, texts * 2)) == alone * 2


REPEATS = re.compile(r"(?<!\\)[*+](?!\+)")


def test_no_terminal_says_backslash_d() -> None:
    for file in (ROOT / "grammars").glob("*/*.lark"):
        body = [line for line in file.read_text(encoding="utf-8").split("\n") if not line.startswith("//")]
        assert "\\d" not in "\n".join(body), file.name
