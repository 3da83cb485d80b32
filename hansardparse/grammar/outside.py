"""What is wrong within one file of a grammar from outside, before Lark joins it with those that it imports.

Of a grammar that is joined, no file and no line can be told any more.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from hansardparse.errors import HansardError
from hansardparse.grammar.find import from_outside, known_parts, place, written
from hansardparse.grammar.imports import reached
from hansardparse.grammar.pieces import named
from hansardparse.grammar.wrong import BOUND, wrong

__all__ = ["check"]


def check(name: str, parliament: str) -> None:
    """Look at each file from outside that a grammar is made of.

    Raises HansardError (`bad-grammar`) with file, line and what to do.
    """
    for each in reached(name, parliament):
        if from_outside(each, parliament):
            text = written(each, parliament)
            _check(text, place(each, parliament))


@functools.cache
def _check(text: str, file: str) -> None:
    """Look at the text of one file."""
    from lark.exceptions import LarkError
    from lark.load_grammar import _parse_grammar

    try:
        statements = _parse_grammar(text, file).children  # type: ignore[no-untyped-call]
    except LarkError as error:
        raise wrong(file, text, error) from None
    for piece, part, line in named(text):
        if part not in known_parts():  # what it matches would be taken out of its line and lost
            import difflib

            near = difflib.get_close_matches(part, known_parts(), 1)
            advice = f"write {near[0]!r}" if near else "name one that docs/layouts.md lists"
            raise _wrong(file, line, f"{piece} names the part {part!r}, which nothing reads; {advice}")
    defined: dict[str, int] = {}
    for statement in statements:
        if statement.data != "term":
            continue
        name = statement.children[0]
        if name in defined:
            said = f"terminal {name} is defined more than once, in line {defined[name]} too"
            raise _wrong(file, name.line, f"{said}; leave one of the definitions")
        defined[str(name)] = name.line
        for literal in statement.scan_values(lambda held: getattr(held, "type", None) == "REGEXP"):
            _check_expression(name, literal, file)


def _check_expression(name: str, literal: Any, file: str) -> None:
    """Look at an expression by itself, within brackets, as it will stand among others."""
    from hansardparse.grammar.repeats import clash

    body, _, flags = str(literal)[1:].rpartition("/")
    expression = f"(?{flags}:{body})"
    try:
        re.compile(expression)
    except re.error as error:
        said = f"terminal {name} is no expression: {error.msg}"
        if "unknown group name" in said:  # of a group in another piece
            return
        todo = "write `/.../i`" if "global flags" in said else "write one that Python's `re` takes"
        raise _wrong(file, literal.line, f"{said}; {todo}") from None
    if (pair := clash(expression)) is not None:
        said = f"terminal {name}: {pair[0]} and {pair[1]} can take the same characters"
        raise _wrong(file, literal.line, f"{said}; {BOUND}")


def _wrong(file: str, line: int, said: str) -> HansardError:
    return HansardError(said, code="bad-grammar", source=file, line=line)
