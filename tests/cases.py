"""Texts on both sides of everything in a terminal, and what a grammar takes each of them for.

For every terminal: its plainest text and its fullest, and each with one thing changed: another
alternative, the ends of a class and something outside it, each bound and one beyond it, what stands before
or after it where it looks there. `python tests/cases.py` writes what is found in them to
`tests/terminals/`; a change of a grammar shows there as the texts that it changes.
"""

from __future__ import annotations

import itertools
import json
import re
import re._constants as code  # type: ignore[import-not-found,unused-ignore]
import re._parser as parsing  # type: ignore[import-not-found,unused-ignore]
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lark import Lark

from hansardparse import grammar
from hansardparse.grammar.lark_loops import PLUGINS

HERE = Path(__file__).parent / "terminals"
NAMES = sorted(p.stem for p in (Path(__file__).parent.parent / "grammars").glob("*/*.lark"))
#: The rules that a grammar begins with, where there are others than `start`.
STARTS = {"references": ("start", "scan"), "attribution": ("start", "position"), "votes": ("start", "lords")}
_DEFINED = re.compile(r"^(_?[A-Z][A-Z_]*)(?:\.-?[0-9]+)?:", re.MULTILINE)
#: What others are made of.
_PART = re.compile(r"^(_[A-Z_]+):", re.MULTILINE)
#: Bounds above this are not tried, nor texts this long of something longer than a character.
HIGHEST = 1200
#: A terminal with more texts than this is made of others, which have theirs: it gets `FEW`, evenly taken.
MOST, FEW = 3500, 500
_OUTSIDE = "~a0Z \t\n"
#: A character of each named class, and the class.
_NAMED = {
    code.CATEGORY_SPACE: (" ", r"\s"),
    code.CATEGORY_DIGIT: ("1", r"\d"),
    code.CATEGORY_WORD: ("w", r"\w"),
    code.CATEGORY_NOT_SPACE: ("x", r"\S"),
    code.CATEGORY_NOT_WORD: ("-", r"\W"),
    code.CATEGORY_NOT_DIGIT: ("x", r"\D"),
}
#: Stands in a text where a word begins or ends.
_EDGE = "\ue000"
#: Those from here on stand for what may have to be there, because a terminal looks for it.
_FIRST_SLOT = 0xE001
_SLOT = re.compile("[\ue001-\uf8ff]")
#: So many ways to fill the slots of a text are tried.
_FILLINGS = 32
_LONG_RUN = re.compile(r"(.{1,8}?)\1{11,}", re.DOTALL)


def parser_of(name: str) -> Any:
    """The parser of a grammar; for the shared terminals, which are none, one of all of them."""
    if name != "shared":
        return grammar.build(name, *STARTS.get(name, ()))
    names = [n for n in _DEFINED.findall(grammar.source(name)) if n not in ("EOL", "_UNSTOPPED")]
    terminals = _PART.sub(r"\1.-30:", grammar.source(name))  # no token while any other is
    rules = terminals + f"\nstart: ({' | '.join(names)})*\n"
    return Lark(rules, parser="lalr", lexer="basic", maybe_placeholders=False, _plugins=PLUGINS)


class Texts:
    """The texts of one terminal; `seen` are the lists of what may not follow that others have tried."""

    def __init__(self, expression: str, seen: set[str]) -> None:
        self.pattern = re.compile(expression)
        self.groups: dict[int, str] = {}
        self.slots: list[str] = []
        self.seen = seen
        self.full = False
        plainest, near = self.of(parsing.parse(expression))
        self.full = True
        fullest, far = self.of(parsing.parse(expression))
        every = list(dict.fromkeys((plainest, fullest, *near, *far)))
        step = 1 if len(every) <= MOST else len(every) // FEW
        self.every = list(dict.fromkeys(self.filled(text) for text in every[::step]))

    def of(self, tree: Any) -> tuple[str, list[str]]:
        """The plainest or fullest text of a regular expression, and its texts with one thing changed."""
        parts = [self.part(op, value) for op, value in tree]
        plain = [part for part, _ in parts]
        changed = [
            "".join((*plain[:at], other, *plain[at + 1 :]))
            for at, (_, others) in enumerate(parts)
            for other in others
        ]
        return "".join(plain), changed

    def part(self, op: Any, value: Any) -> tuple[str, list[str]]:
        """The same for one part of it."""
        if op is code.LITERAL:
            return chr(value), []
        if op is code.NOT_LITERAL:
            return ("a" if value != ord("a") else "b"), [chr(value)]
        if op is code.IN:
            plain, changed = _class(value)
            return plain, changed[-1:] if self.full else changed
        if op is code.BRANCH:
            each = [self.of(branch) for branch in (reversed(value[1]) if self.full else value[1])]
            return each[0][0], [*(p for p, _ in each[1:]), *(c for _, changed in each for c in changed)]
        if op is code.SUBPATTERN:
            found = self.of(value[3])
            self.groups[value[0]] = found[0]
            return found
        if op is code.ATOMIC_GROUP:
            return self.of(value)
        if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            low, high, inside = value
            plain, changed = self.of(inside)
            usual = max(low, min(1, int(high))) if self.full else low
            counts = {low - 1, low, low + 1}
            if int(high) <= HIGHEST:
                counts |= {int(high) * 3 // 4, int(high), int(high) + 1}
            times = [plain * n for n in sorted(counts - {usual}) if n >= 0 and n * len(plain) <= HIGHEST]
            return plain * usual, [*times, *(c + plain * max(0, usual - 1) for c in changed)]
        if op is code.AT and value is code.AT_BOUNDARY:
            return _EDGE, []
        if op is code.ASSERT:
            plain, changed = self.of(value[1])
            self.slots.append(plain)
            return chr(_FIRST_SLOT + len(self.slots) - 1), changed
        if op is code.ASSERT_NOT:
            plain, changed = self.of(value[1])
            known = f"{self.full} {value}"
            if known in self.seen:
                changed = []
            self.seen.add(known)
            return "", [text + end for text in (plain, *changed) for end in ("", " ")]
        if op is code.GROUPREF:
            return self.groups.get(value, ""), ["x"]
        # A digit: where a terminal looks back over a character, it is often one that a number begins with.
        return ("1", ["\n"]) if op is code.ANY else ("", [])

    def filled(self, text: str) -> str:
        """A text with its slots filled, in a way that the terminal takes if there is one."""
        names = list(dict.fromkeys(_SLOT.findall(text)))
        plain = ""
        for choice in itertools.islice(itertools.product((True, False), repeat=len(names)), _FILLINGS):
            chosen = dict(zip(names, choice, strict=True))
            tried = text
            while _SLOT.search(tried):
                tried = _SLOT.sub(
                    lambda m: self.slots[ord(m[0]) - _FIRST_SLOT] if chosen.get(m[0], True) else "",  # noqa: B023
                    tried,
                )
            tried = _edges(tried)
            if self.pattern.search(tried):
                return tried
            plain = plain or tried
        return plain


def _edges(text: str) -> str:
    """A text with a space where a word has to end and another one stands."""
    spaced = re.sub(f"(?<=\\w){_EDGE}+(?=\\w)", " ", text)
    return spaced.replace(_EDGE, "")


def _class(items: list[Any]) -> tuple[str, list[str]]:
    """A character of a class; its other ends, and one that is not in it."""
    negated = items[0][0] is code.NEGATE
    ends: list[str] = []
    inside: list[str] = []
    for op, value in items:
        if op is code.LITERAL:
            ends.append(chr(value))
            inside.append(re.escape(chr(value)))
        elif op is code.RANGE:
            ends += [chr(value[0]), chr(value[1])]
            inside.append("-".join(re.escape(chr(v)) for v in value))
        elif op is code.CATEGORY:
            ends.append(_NAMED[value][0])
            inside.append(_NAMED[value][1])
    taken = re.compile(f"[{''.join(inside)}]")
    if negated:
        return next(c for c in "axq1-" if not taken.match(c)), ends
    return ends[0], [*ends[1:], *[c for c in _OUTSIDE if not taken.match(c)][:2]]


def cases(name: str) -> Iterator[tuple[str, str]]:
    """The texts of a grammar, each once for its terminal: of its own all, of what it imports the plainest."""
    parser = parser_of(name)
    own = set(_DEFINED.findall(grammar.source(name)))
    seen: set[str] = set()
    for terminal in sorted(parser.terminals, key=lambda t: (len(t.pattern.value), t.name)):
        every = Texts(terminal.pattern.to_regexp(), seen).every
        for text in every if terminal.name in own else every[:2]:
            yield str(terminal.name), text


def taken_for(name: str, every: list[tuple[str, str]]) -> Iterator[str]:
    """What is found in each text: where its terminal and the groups are, and what the lexer takes it for."""
    patterns = {t.name: re.compile(grammar.apart(t.pattern.to_regexp())) for t in parser_of(name).terminals}
    forms = {t.name: grammar.forms(p) for p in reversed(parsers_of(name)) for t in p.terminals}
    for terminal, text in every:
        own = patterns[terminal].search(text)
        spans = [f"{k}={own.start(k)}-{own.end(k)}" for k, v in own.groupdict().items() if v] if own else []
        found = forms[terminal].match(text) if text else None
        kind, length = (found.lastgroup, found.end()) if found else ("-", 0)
        yield " ".join((f"{own.start()}-{own.end()}" if own else "-", *spans, str(kind), str(length)))


def parsers_of(name: str) -> list[Any]:
    """The parsers of a grammar; a terminal is tried by the lexer of the first one that has it."""
    return [grammar.build(name, start) for start in STARTS.get(name, ())] or [parser_of(name)]


def packed(text: str) -> str:
    """A text in one line of JSON; long runs of it as what is repeated and how often."""
    parts: list[Any] = []
    at = 0
    for run in _LONG_RUN.finditer(text):
        parts += [text[at : run.start()], [run[1], len(run[0]) // len(run[1])]]
        at = run.end()
    return json.dumps([*parts, text[at:]] if parts else text)


def unpacked(line: str) -> str:
    """The text that `packed` made a line of."""
    parts = json.loads(line)
    return "".join(p if isinstance(p, str) else p[0] * p[1] for p in parts)


def read(name: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The texts of a grammar as they were written, and what was found in them."""
    lines = (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [(terminal, unpacked(text)) for terminal, text, _ in rows], [found for _, _, found in rows]


def main() -> None:
    """Write what is found in every text."""
    HERE.mkdir(exist_ok=True)
    for name in NAMES:
        every = list(dict.fromkeys(cases(name)))
        found = taken_for(name, every)
        lines = (f"{t}\t{packed(text)}\t{what}\n" for (t, text), what in zip(every, found, strict=True))
        (HERE / f"{name}.tsv").write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
