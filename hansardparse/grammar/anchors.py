"""What a grammar says about searching: its groups of terminals, and how an expression begins.

A rule that is never parsed may name a group: the terminals that are looked for in one place, the words that
stand in everything a terminal matches. So the grammar says what its terminals are for, and Python asks it.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["alternatives", "first", "group", "letters"]

_FIRST = re.compile(r"\[[^]]+\]|\\?.")


def alternatives(parser: Any, rule: str) -> list[list[Any]]:
    """The terminals of each alternative of a rule, in the order of the grammar."""
    found = sorted((r for r in parser.rules if r.origin.name == rule), key=lambda r: int(r.order))
    return [[parser.get_terminal(symbol.name) for symbol in r.expansion] for r in found]


def group(parser: Any, rule: str) -> list[Any]:
    """The terminals that a rule names, each of which is an alternative of it."""
    return [terminal for (terminal,) in alternatives(parser, rule)]


def first(expression: str) -> str:
    """The first character or class of an expression."""
    found = _FIRST.match(expression)
    return found[0] if found else ""


def letters(expression: str) -> str:
    """The characters that the first character or class of an expression stands for."""
    return "".join(re.findall(first(expression), "".join(map(chr, range(128)))))
