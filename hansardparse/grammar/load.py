"""Finding the grammars and building parsers from them, each once in a process and only when needed."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hansardparse.grammar.find import importing, source
from hansardparse.grammar.pieces import apart, grouped, part_of

__all__ = ["build", "forms", "lines", "parts", "pattern"]

_BUILDING = threading.Lock()


@contextmanager
def _unchecked() -> Iterator[None]:
    """Build without the comparison of terminals that Lark makes where `interegular` is installed.

    It takes minutes on grammars with long terminals; what it would say of ours, their priorities settle.
    """
    from lark import lexer

    with _BUILDING:
        installed, lexer.has_interegular = lexer.has_interegular, False
        try:
            yield
        finally:
            lexer.has_interegular = installed


@functools.cache
def build(
    name: str,
    *start: str,
    parliament: str = "uk",
    lexer: str = "basic",
    postlex: Any = None,
    tree_class: Any = None,
) -> Any:
    """The LALR parser of a parliament's grammar `name`, from its rule `start` or from each of those named.

    Parsers are shared between threads: nothing given to them may keep state between two tokens
    outside a generator's locals.
    """
    from lark import Lark
    from lark.load_grammar import load_grammar

    from hansardparse.grammar.lark_loops import PLUGINS

    rules, _ = load_grammar(source(name, parliament), name, [importing(parliament)], False)  # type: ignore[no-untyped-call]
    with _unchecked():
        return Lark(
            grouped(rules),
            parser="lalr",
            lexer=lexer,
            start=list(start) or ["start"],
            postlex=postlex,
            maybe_placeholders=False,
            source_path=name,
            _plugins=PLUGINS,
            **({"tree_class": tree_class} if tree_class else {}),
        )


@functools.cache
def pattern(parser: Any, terminal: str) -> re.Pattern[str]:
    """The regular expression of one terminal, so that what found a line also takes it apart."""
    return re.compile(apart(parser.get_terminal(terminal).pattern.to_regexp()))


def parts(match: re.Match[str]) -> dict[str, str]:
    """The parts of a line that has been taken apart, those that are there."""
    return {part_of(name): value for name, value in match.groupdict().items() if value is not None}


@functools.cache
def forms(parser: Any) -> re.Pattern[str]:
    """All terminals of a grammar as one expression, `alternation`: `lastgroup` is the first that matches."""
    lexer = parser.parser.lexer
    found: re.Pattern[str] = getattr(lexer, "lexer", lexer).pattern  # within the stage after it, if any
    return found


@functools.cache
def lines(name: str, terminal: str, parliament: str = "uk") -> re.Pattern[str]:
    """The regular expression of a terminal of the grammar `name`, to search a text line by line."""
    return re.compile(pattern(build(name, parliament=parliament), terminal).pattern, re.MULTILINE)
