"""Finding the grammars and building parsers from them, each once in a process and only when needed."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hansardparse.grammar.expressions import compiled
from hansardparse.grammar.find import NEVER, from_outside, importing, place, source
from hansardparse.grammar.outside import check
from hansardparse.grammar.pieces import apart, grouped, part_of
from hansardparse.grammar.tables import restored, stored
from hansardparse.grammar.wrong import wrong

if TYPE_CHECKING:
    from lark.lexer import TerminalDef
    from lark.load_grammar import Grammar

__all__ = ["build", "forms", "lines", "parts", "pattern", "terminals_of"]

#: Held while something is built: Lark's loader is changed meanwhile, and nothing is built twice.
_BUILDING = threading.RLock()
_BUILT: dict[tuple[Any, ...], Any] = {}


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


def build(
    name: str,
    *start: str,
    parliament: str = "uk",
    lexer: str = "basic",
    postlex: Any = None,
    tree_class: Any = None,
) -> Any:
    """The LALR parser of a parliament's grammar `name`, from its rule `start` or from each of those named.

    It comes from the tables where they hold it, and is built once, whichever thread asks first.
    Parsers are shared between threads: nothing given to them may keep state between two tokens
    outside a generator's locals. Raises HansardError (`bad-grammar`) for a grammar that is none.
    """
    key = name, start, parliament, lexer, postlex, tree_class
    parser = _BUILT.get(key)
    if parser is None:
        with _BUILDING:
            parser = _BUILT.get(key)
            if parser is None:
                table = stored(name, (*start, lexer), parliament)
                if table is not None:
                    parser = restored(table, _plugins=_plugins(), **_given(postlex, tree_class))
                else:
                    parser = made(name, start, parliament, lexer, postlex, tree_class)
                _BUILT[key] = parser
    return parser


def _plugins() -> dict[str, Any]:
    """Our loops, which need Lark: nothing else of this module does where nothing is built."""
    from hansardparse.grammar.lark_loops import PLUGINS

    return PLUGINS


def _given(postlex: Any, tree_class: Any) -> dict[str, Any]:
    """What a parser is given that no grammar says."""
    return {"postlex": postlex, **({"tree_class": tree_class} if tree_class else {})}


def made(
    name: str,
    start: tuple[str, ...],
    parliament: str,
    lexer: str,
    postlex: Any = None,
    tree_class: Any = None,
) -> Any:
    """A parser that is built from its grammar, as `build` says."""
    from lark import Lark
    from lark.exceptions import LarkError

    text, file = source(name, parliament), place(name, parliament)
    rules = _loaded(text, name, parliament)
    try:
        with _unchecked():
            parser = Lark(
                rules,
                parser="lalr",
                lexer=lexer,
                start=list(start) or ["start"],
                maybe_placeholders=False,
                source_path=name,
                _plugins=_plugins(),
                **_given(postlex, tree_class),
            )
    except (LarkError, re.error, AssertionError) as error:
        raise wrong(file, text, error) from None
    if from_outside(name, parliament):
        _refuse(parser.terminals, file, text)
    return parser


def _refuse(terminals: Iterable[TerminalDef], file: str, text: str) -> None:
    """Refuse a terminal that is no expression, may take for ever, or may match no character.

    Raises HansardError.
    """
    from hansardparse.grammar.repeats import clash

    for terminal in terminals:
        try:
            re.compile(terminal.pattern.to_regexp())
        except re.error as error:
            said = f"terminal {terminal.name} is no expression: {error}"
            raise wrong(file, text, ValueError(said)) from None
        pair = clash(terminal.pattern.to_regexp())
        if pair is not None:
            said = f"terminal {terminal.name}: {pair[0]} and {pair[1]} can take the same characters"
            raise wrong(file, text, ValueError(said))
        if terminal.pattern.min_width == 0:
            raise wrong(file, text, ValueError(f"terminal {terminal.name} may match no character"))


def _loaded(text: str, name: str, parliament: str) -> Grammar:
    """What Lark reads in the text of a grammar, its choices grouped."""
    from lark.exceptions import LarkError
    from lark.load_grammar import load_grammar

    file = place(name, parliament)
    check(name, parliament)
    try:
        rules, _ = load_grammar(text, name, [importing(parliament)], False)  # type: ignore[no-untyped-call]
    except (LarkError, OSError, re.error, AssertionError) as error:
        raise wrong(file, text, error) from None
    return grouped(rules)


def terminals_of(text: str, rules: Iterable[str], name: str, parliament: str) -> dict[str, list[TerminalDef]]:
    """The terminals that each of some rules lists, in the text of a grammar or of a part of it."""
    every = list(rules)
    loaded = _loaded(text, name, parliament)
    terminals, expanded, _ = loaded.compile(every, set())
    if from_outside(name, parliament):
        _refuse(terminals, place(name, parliament), text)
    by_name = {terminal.name: terminal for terminal in terminals}
    return {rule: [by_name[e.expansion[0].name] for e in expanded if e.origin.name == rule] for rule in every}


@functools.cache
def pattern(parser: Any, terminal: str) -> re.Pattern[str]:
    """The regular expression of one terminal, so that what found a line also takes it apart.

    A parliament's grammar may do without a terminal: nothing matches it then.
    """
    found = next((each for each in parser.terminals if each.name == terminal), None)
    return compiled(apart(found.pattern.to_regexp()) if found is not None else NEVER)


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
