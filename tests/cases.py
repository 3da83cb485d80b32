"""Texts on both sides of everything in a terminal, and what a grammar takes each of them for.

For every terminal: its plainest text, and that text with one thing changed: another alternative, the ends
of a class and something outside it, each bound and one beyond it. `python tests/cases.py` writes what the
lexer takes them for to `tests/terminals/`; a change of a grammar shows there as the texts that it changes.
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
from lark.utils import TextSlice

from hansardparse import grammar

HERE = Path(__file__).parent / "terminals"
NAMES = sorted(p.stem for p in (Path(__file__).parent.parent / "grammars").glob("*.lark"))
_DEFINED = re.compile(r"^([A-Z][A-Z_]*)(?:\.-?[0-9]+)?:", re.MULTILINE)
#: Bounds above this are not tried: their texts would be long.
HIGHEST = 220
_OUTSIDE = "~a0Z \t\n"
_CLASSES = {
    code.CATEGORY_SPACE: " ",
    code.CATEGORY_DIGIT: "1",
    code.CATEGORY_WORD: "w",
    code.CATEGORY_NOT_SPACE: "x",
    code.CATEGORY_NOT_WORD: "-",
    code.CATEGORY_NOT_DIGIT: "x",
}


def parser_of(name: str) -> Any:
    """The parser of a grammar; for the shared terminals, which are none, one of all of them."""
    if name != "shared":
        return grammar.build(name)
    names = [n for n in _DEFINED.findall(grammar.source(name)) if n != "EOL"]
    rules = grammar.source(name) + f"\nstart: ({' | '.join(names)})*\n"
    return Lark(rules, parser="lalr", lexer="basic", maybe_placeholders=False)


def own_terminals(name: str, parser: Any) -> list[Any]:
    """The terminals that a grammar defines itself."""
    own = set(_DEFINED.findall(grammar.source(name)))
    return sorted((t for t in parser.terminals if t.name in own), key=lambda t: str(t.name))


def texts(tree: Any, groups: dict[int, str]) -> tuple[str, list[str]]:
    """The plainest text of a regular expression, and its texts with one thing changed."""
    parts = [_part(op, value, groups) for op, value in tree]
    plain = [part for part, _ in parts]
    changed = [
        "".join((*plain[:at], other, *plain[at + 1 :]))
        for at, (_, others) in enumerate(parts)
        for other in others
    ]
    return "".join(plain), changed


def _part(op: Any, value: Any, groups: dict[int, str]) -> tuple[str, list[str]]:
    """The same for one part of it."""
    if op is code.LITERAL:
        return chr(value), []
    if op is code.NOT_LITERAL:
        return ("a" if value != ord("a") else "b"), [chr(value)]
    if op is code.IN:
        return _class(value)
    if op is code.BRANCH:
        each = [texts(branch, groups) for branch in value[1]]
        return each[0][0], [*(plain for plain, _ in each[1:]), *(c for _, changed in each for c in changed)]
    if op is code.SUBPATTERN:
        found = texts(value[3], groups)
        groups[value[0]] = found[0]
        return found
    if op is code.ATOMIC_GROUP:
        return texts(value, groups)
    if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        low, high, inside = value
        plain, changed = texts(inside, groups)
        counts = {low - 1, low + 1, *((int(high), int(high) + 1) if int(high) <= HIGHEST else ())}
        usual = plain * low
        times = [plain * n for n in sorted(counts) if n >= 0 and n != low and n * len(plain) < 2 * HIGHEST]
        return usual, [*times, *(c + plain * max(0, low - 1) for c in changed)]
    if op is code.ASSERT_NOT and value[0] == 1:
        plain, changed = texts(value[1], groups)
        return "", [plain, *changed]
    if op is code.GROUPREF:
        return groups.get(value, ""), ["x"]
    return ("x", ["\n"]) if op is code.ANY else ("", [])


def _class(items: list[Any]) -> tuple[str, list[str]]:
    """A character of a class; its other ends, and one that is not in it."""
    negated = items[0][0] is code.NEGATE
    ends: list[str] = []
    for op, value in items:
        if op is code.LITERAL:
            ends.append(chr(value))
        elif op is code.RANGE:
            ends += [chr(value[0]), chr(value[1])]
        elif op is code.CATEGORY:
            ends.append(_CLASSES[value])
    if negated:
        return next(c for c in "axq1-" if c not in ends), ends
    outside = [c for c in _OUTSIDE if not any(a <= c <= b for a, b in itertools.pairwise(ends))]
    return ends[0], [*ends[1:], *[c for c in outside if c not in ends][:3]]


def cases(name: str) -> Iterator[str]:
    """The texts of a grammar, each once."""
    for terminal in own_terminals(name, parser_of(name)):
        groups: dict[int, str] = {}
        plain, changed = texts(parsing.parse(terminal.pattern.to_regexp()), groups)
        yield from dict.fromkeys((plain, *changed))


def taken_for(name: str, every: list[str]) -> Iterator[str]:
    """What the lexer of a grammar takes each text for: the terminal and how far it goes."""
    parser = parser_of(name)
    match = parser.parser.lexer.match
    own = {t.name: re.compile(t.pattern.to_regexp()) for t in own_terminals(name, parser)}
    for text in every:
        found = match(TextSlice.cast_from(text), 0) if text else None
        kind, length = (found[1], len(found[0])) if found else ("-", 0)
        parts = own[kind].match(text).groupdict() if kind in own else {}
        named = [f"{k}={len(v)}" for k, v in parts.items() if v is not None]
        yield " ".join((kind, str(length), *named))


def main() -> None:
    """Write what every text is taken for."""
    HERE.mkdir(exist_ok=True)
    for name in NAMES:
        every = list(dict.fromkeys(cases(name)))
        lines = (f"{json.dumps(t)}\t{kind}\n" for t, kind in zip(every, taken_for(name, every), strict=True))
        (HERE / f"{name}.tsv").write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
