"""Finding the grammars and building parsers from them, each once in a process and only when needed."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from hansardparse.parliaments import outside

__all__ = ["build", "forms", "lines", "parts", "pattern", "source"]


def _folder() -> Any:
    """Where the grammars are: in the installed package, or beside it in a checkout."""
    installed = files("hansardparse") / "grammars"
    return installed if installed.is_dir() else Path(__file__).parent.parent.parent / "grammars"


@functools.cache
def source(name: str, parliament: str = "uk") -> str:
    """The text of the grammar `name` (without `.lark`): the parliament's own, else the one that all share.

    Raises FileNotFoundError where neither has one.
    """
    for folder in (outside(parliament) or _folder() / parliament, _folder() / "shared"):
        file = folder / f"{name}.lark"
        if file.is_file():
            return str(file.read_text(encoding="utf-8"))
    raise FileNotFoundError(f"{name}.lark")


def _importing(parliament: str) -> Callable[[Any, str], tuple[str, str]]:
    """How `%import .shared (X)` is resolved for a parliament: as `source` does, even inside a zip."""

    def resolve(_base: Any, path: str) -> tuple[str, str]:
        try:
            return path, source(path.removesuffix(".lark"), parliament)
        except OSError as error:
            raise FileNotFoundError(path) from error

    return resolve


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

    from hansardparse.grammar.lark_loops import PLUGINS

    with _unchecked():
        return Lark(
            source(name, parliament),
            parser="lalr",
            lexer=lexer,
            start=list(start) or ["start"],
            postlex=postlex,
            import_paths=[_importing(parliament)],
            maybe_placeholders=False,
            source_path=name,
            _plugins=PLUGINS,
            **({"tree_class": tree_class} if tree_class else {}),
        )


@functools.cache
def pattern(parser: Any, terminal: str) -> re.Pattern[str]:
    """The regular expression of one terminal, so that what found a line also takes it apart."""
    return re.compile(parser.get_terminal(terminal).pattern.to_regexp())


def parts(match: re.Match[str]) -> dict[str, str]:
    """The named parts of a match that are there: `number_division` is the number."""
    return {name.partition("_")[0]: value for name, value in match.groupdict().items() if value is not None}


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
