"""The grammars can be read: what is asked of every one of them, line by line and terminal by terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import parser_of
from conftest import GRAMMARS, ROOT, apart
from lark.load_grammar import TERMINALS

from hansardparse import HansardError, grammar
from hansardparse.grammar import load
from hansardparse.grammar.find import NEVER
from hansardparse.grammar.repeats import clash
from hansardparse.layouts import LAYOUTS, load_layout
from hansardparse.layouts.layout import Layout

FILES = sorted((ROOT / "grammars").glob("*/*.lark"))
LONGEST = 200
#: A list of plain words, and nothing else, may be longer.
_WORDS = re.compile(r"(?:_?[A-Z_]+(?:\.-?[0-9]+)?:|[ \t]+\|) /[\w'’. &\\/-]+(?:\|[\w'’. &\\/-]+)*/[a-z]*")
_LITERAL = re.compile(TERMINALS["REGEXP"])
_DEFINED = re.compile(r"^(_?[A-Z][A-Z_0-9]*)(?:\.-?[0-9]+)?: ", re.MULTILINE)
#: They match white space, or whatever no other terminal does.
UNSHOWN = {"EOL", "BLANK", "OTHER", "LINE", "WORDS"}
NOT = "not: "


def rules(file: Path) -> Iterator[tuple[int, str]]:
    """The lines of a grammar that are no comments, by their numbers."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.startswith("//"):
            yield number, line


@pytest.mark.parametrize("file", FILES, ids=lambda f: f"{f.parent.name}/{f.stem}")
def test_lines_are_short_but_for_lists_of_words(file: Path) -> None:
    long = [n for n, line in rules(file) if len(line) > LONGEST and not _WORDS.fullmatch(line)]
    assert not long, f"{file.name}, lines {long}: break them into pieces with names"


@pytest.mark.parametrize("file", FILES, ids=lambda f: f"{f.parent.name}/{f.stem}")
def test_each_piece_is_an_expression_by_itself(file: Path) -> None:
    wrong = []
    for number, line in rules(file):
        for literal in _LITERAL.finditer(line):
            try:
                re.compile(re.sub(r"\(\?P=\w+\)", "", literal[0][1 : literal[0].rindex("/")]))
            except re.error as error:
                wrong.append(f"{file.name}:{number}: {literal[0][:40]}: {error}")
    assert not wrong


def test_every_piece_is_part_of_something() -> None:
    pieces, named = set[str](), set[str]()
    for file in FILES:
        text = "\n".join(line for _, line in rules(file))
        pieces |= {name for name in _DEFINED.findall(text) if name.startswith("_")}
        named |= set(re.findall(r"\b_[A-Z][A-Z_0-9]*\b", _DEFINED.sub("", text)))
    assert not pieces - named, "no grammar has a use for these"


@pytest.mark.parametrize("file", FILES, ids=lambda f: f"{f.parent.name}/{f.stem}")
def test_no_part_has_a_number_or_a_word_behind_its_name(file: Path) -> None:
    assert not re.findall(r"\(\?P<\w+_\w+>", file.read_text(encoding="utf-8"))


# --- what a terminal matches -----------------------------------------------------------------------------


def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """The terminals and the pieces that a grammar defines."""
    plain, parliament = apart(name)
    text = grammar.source(plain, parliament)
    own = _DEFINED.findall(text)
    if not own:
        pytest.skip("all its terminals are imported")
    every_own = f"{text}\nevery: {' | '.join(own)}\n"
    listed = grammar.terminals_of(every_own, ["every"], plain, parliament)["every"]
    every = {t.name: t.pattern.to_regexp() for t in listed}
    # a piece that comes back to a part of another one is no expression by itself
    return {t: re.compile(e, re.MULTILINE) for t, e in every.items() if "(?P=" not in e or "(?P<" in e}


def above(name: str, terminal: str) -> str:
    """What stands in a grammar above a terminal."""
    text = grammar.source(*apart(name))
    return re.split(rf"^{terminal}(?:\.-?[0-9]+)?: ", text, maxsplit=1, flags=re.MULTILINE)[0]


def beside(text: str) -> list[str]:
    """The example lines in the comment with which a text ends."""
    comment = re.search(r"(?:^//.*\n)*\Z", text, re.MULTILINE)
    return [line[5:] for line in comment[0].splitlines() if line[:5] in ("//   ", "//")] if comment else []


def shown(name: str, terminal: str) -> list[str]:
    """The lines beside a terminal that it matches, each by itself and all of them as one text.

    A terminal with no comment of its own goes on from the one above it.
    """
    text = above(name, terminal)
    if not terminal.startswith("_") and not beside(text):
        text = text[: [m.end() for m in re.finditer(r"^//.*\n", text, re.MULTILINE)][-1]]
    lines = [line for line in beside(text) if not line.startswith(NOT)]
    return [line + end for line in (*lines, "\n" + "\n".join(lines)) for end in ("", "\n") if line.strip()]


#: The examples of references.lark are those of its rules: tests/test_references.py reads them.
WITH_EXAMPLES = [name for name in GRAMMARS if name != "references"]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_every_terminal_has_a_line_beside_it_that_it_matches(name: str) -> None:
    found = patterns(name)
    plain, parliament = apart(name)
    words = (ROOT / "grammars" / parliament / f"{plain}.lark").read_text("utf-8") if plain == "words" else ""
    said = _DEFINED.findall(words) if words else [t for t in found if not t.startswith("_")]
    # where the usual parliament has no words for it, others have
    asked = [t for t in said if t not in UNSHOWN and (plain != "labels" or NEVER not in found[t].pattern)]
    assert [t for t in asked if not any(found[t].search(line) for line in shown(name, t))] == []


def taken(pattern: re.Pattern[str], lines: list[str]) -> set[int]:
    """Which of some lines a terminal matches: each by itself, or with others as one text."""
    found: set[int] = set()
    for first in range(len(lines)):
        for last in range(first + 1, len(lines) + 1):
            text = "\n".join(lines[first:last])
            matches = (pattern.search(around) for around in (text, f"{text}\n", f"\n{text}\n"))
            # a match that ends in the first of several lines says nothing of the others
            if any(m and (last == first + 1 or m.end() > len(lines[first]) + 1) for m in matches):
                found.update(range(first, last))
    return found


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_every_line_beside_a_terminal_or_a_piece_is_one_that_it_matches(name: str) -> None:
    wrong = []
    for terminal, pattern in patterns(name).items():
        if NEVER in pattern.pattern:  # the usual parliament has no words for it
            continue
        lines = [line for line in beside(above(name, terminal)) if not line.startswith(NOT)]
        matched = taken(pattern, lines)
        wrong += [f"{terminal}: {line}" for n, line in enumerate(lines) if line and n not in matched]
    assert wrong == []


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_no_terminal_matches_what_stands_beside_it_as_what_it_does_not(name: str) -> None:
    assert [
        f"{terminal}: {line}"
        for terminal, pattern in patterns(name).items()
        for line in beside(above(name, terminal))
        if line.startswith(NOT) and pattern.match(line.removeprefix(NOT) + "\n")
    ] == []


# --- repeats that clash ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", GRAMMARS)
def test_no_two_repeats_without_end_can_take_the_same_characters(name: str) -> None:
    found = {t.name: clash(t.pattern.to_regexp()) for t in parser_of(name).terminals}
    assert {terminal: pair for terminal, pair in found.items() if pair} == {}


@pytest.mark.parametrize(
    ("expression", "pair"),
    [
        (r"[^\n]*\s*:", (r"[^\n]*", r"\s*")),
        (r"[^\n]*x?\s*:", (r"[^\n]*", r"\s*")),  # what stands between them may be missing
        (r"[^\n]*(?=a)\s*:", (r"[^\n]*", r"\s*")),
        (r"[^\n]*:[^\n]*;", (r"[^\n]*", r"[^\n]*")),  # or may be taken by both
        (r"(?:ab?)+(?:a)*c", ("(...)+", "a*")),
        (r"(?:a*)*b", ("a*", "a*")),
        (r"(?:x[^\n]*){0,24}y", (r"[^\n]*", r"[^\n]*")),
        (r"(?:a|b+)b*c", ("b+", "b*")),
        (r"(?P<part>[a-f]+)[e-z]+?1", ("[a-f]+", "[e-z]+?")),
        (r"(?=[^\n]*\s*:)a", (r"[^\n]*", r"\s*")),
        (r"[^\n]*[^\n]++\n", (r"[^\n]*", r"[^\n]++")),
        (r"[^:]*.*\Z", ("[^:]*", ".*")),
        (r"(?:[a-z]{1,50})*!", ("[a-z]{1,50}", "[a-z]{1,50}")),  # within one without end an end does not help
        (r"(?:x[^\n]{0,30})*y", (r"[^\n]{0,30}", r"[^\n]{0,30}")),
        (r"(?:a|aa)+!", ("a?", "a?")),
        (r"(?i:a*A*)!", ("[aA]*", "[Aa]*")),
        (r"(?i:[a-f]+(?:x|[D-Z])*!)", ("[a-fA-F]+", "[xXD-Zd-z]*")),
    ],
)
def test_a_clash_is_found(expression: str, pair: tuple[str, str]) -> None:
    assert clash(expression) == pair


@pytest.mark.parametrize(
    "expression",
    [
        r"[^\n]+\s*",  # nothing follows that could fail
        r"[^\n]*+\s*:",
        r"(?>[^\n]*)\s*:",
        r"[^\n]*\n\s*:",  # what parts them neither takes both times
        r"\w+ \w+:",
        r"(?:[^\n]*\n)*x",
        r"(?:\w+ )+:",
        r"[a-m]*[n-z]*1",
        r"[^\n]{0,400}[^\n]{0,400}:",
        r"(?=[^\n]*:)[^\n]*;",  # what is looked for ahead is taken by nobody
        r"(?:a*1|b*2)*c",
        r"(?:[a-z]{1,50}\n)*c",
        r"(?:ab?)+c",
        r"(?:a|bc|bd)+!",
        r"(?i:a*(?-i:B)A*!)",
    ],
)
def test_what_cannot_clash_is_let_be(expression: str) -> None:
    assert clash(expression) is None


LAYOUT = """//! title: {title}
//! parliament: uk
//! lines: whole
//! roles: labelled
//! example: = Ada Marsh

sign: LABEL

//   = Ada Marsh
LABEL.50: {label}

start: (LABEL | LINE)*

%import .lines (LINE)
"""


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (
            "/= [^\\n]*\\s*:/",
            "terminal LABEL: [^\\n]* and \\s* can take the same characters; make one of them",
        ),
        ("/(?:= )?/", "terminal LABEL may match no character; let it take at least one"),
    ],
)
def test_a_terminal_from_outside_that_may_never_end_is_refused_by_its_name(
    label: str, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "slow-page.lark"
    file.write_text(LAYOUT.format(title=said, label=label), encoding="utf-8")
    load._BUILT.clear()
    with pytest.raises(HansardError) as caught:
        load_layout(file)
    assert caught.value.code == "bad-grammar"
    assert said in str(caught.value)
    assert (caught.value.source, caught.value.line) == (str(file), 10)


@pytest.mark.parametrize(
    ("here", "there", "said", "line"),
    [
        ("sign: LABEL", "//! procedure: NOSUCH\nsign: LABEL", "`procedure` names NOSUCH", 7),
        ("sign: LABEL", "//! label: NOSUCH\nsign: LABEL", "`label` names NOSUCH", 7),
        ("sign: LABEL", "//! yields-to: nosuch\nsign: LABEL", "`yields-to` names nosuch", None),
        ("(LINE)", "(LINE, TITEL)", "lines.lark has no TITEL", 14),
        (".lines", ".nofile", "no grammar nofile.lark", 14),
        ("{label}", "/(?<=a*)b/", "is no expression: look-behind", 10),
    ],
)
def test_what_is_wrong_with_a_grammar_from_outside_is_said_with_its_line(
    here: str, there: str, said: str, line: int | None, tmp_path: Path
) -> None:
    file = tmp_path / "wrong-page.lark"
    text = LAYOUT.replace(here, there).format(title="a page", label="/= [A-Z][a-z ]*/")
    file.write_text(text, encoding="utf-8")
    load._BUILT.clear()
    with pytest.raises(HansardError, match=re.escape(said)) as caught:
        load_layout(file)
    assert (caught.value.code, caught.value.line) == ("bad-grammar", line)
    assert caught.value.source == str(file)


def test_a_grammar_that_is_no_utf_8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "wrong-page.lark"
    file.write_bytes(b"//! title: a page\n\xff")
    with pytest.raises(HansardError, match="0xff at byte 18") as caught:
        load_layout(file)
    assert caught.value.code == "bad-grammar"


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
def test_every_layout_names_what_it_has(layout: Layout) -> None:
    layout.check()
