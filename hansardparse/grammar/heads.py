"""What a grammar says of itself: the lines `//! key: value` in it.

    //! title: a page of Parallel Parliament
    //! soft: SITE AGE LINKS

A key of one value describes the layout; a key of terminals says what these can be. A file has those of
the files that it imports, too.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from hansardparse.grammar.find import source
from hansardparse.grammar.imports import IMPORT

__all__ = ["groups", "rules", "said"]

_LINE = re.compile(r"^//! *(?P<key>[a-z-]+): *(?P<value>.*?) *$", re.MULTILINE)
_RULE = re.compile(r"^([a-z_]+):", re.MULTILINE)


def said(text: str) -> Iterator[tuple[str, str, int]]:
    """The keys and values at the head of a grammar, each with the number of its line."""
    for line in _LINE.finditer(text):
        yield line["key"], line["value"], text.count("\n", 0, line.start()) + 1


def rules(text: str) -> Iterator[tuple[str, int, int]]:
    """The rules in a text, each with the number of its line and how often the text names it."""
    for rule in _RULE.finditer(text):
        named = len(re.findall(rf"\b{rule[1]}\b", text))
        yield rule[1], text.count("\n", 0, rule.start()) + 1, named


@functools.cache
def groups(name: str, parliament: str) -> dict[str, frozenset[str]]:
    """The groups of terminals that a grammar and those that it imports name in their heads."""
    found: dict[str, frozenset[str]] = {}
    todo, seen = [name], {name}
    while todo:
        text = source(todo.pop(), parliament)
        for key, value, _ in said(text):
            if value.isupper():
                found[key] = found.get(key, frozenset()) | frozenset(value.split())
        for imported in (line["file"] for line in IMPORT.finditer(text)):
            if imported not in seen:
                seen.add(imported)
                todo.append(imported)
    return found
