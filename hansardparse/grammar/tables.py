"""What was built of the grammars once, so that a start need not build it again: JSON files in `tables/`.

They are made when a wheel is built, by `python -m hansardparse.warming FOLDER`, and never while a program
runs. `made-of.json` says of which grammars and by which Lark they were made, a hash for each parliament;
where one is no longer right, the tables of that parliament are passed over and its parsers built anew.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from hansardparse.data import beside
from hansardparse.grammar.expressions import keep, kept
from hansardparse.grammar.find import folders, from_outside
from hansardparse.grammar.pieces import apart

__all__ = ["MADE_OF", "as_json", "file_of", "fingerprint", "made_of", "restored", "stored"]

#: Where the tables of the package are, if they were made.
TABLES: Any = beside() / "tables"
MADE_OF = "made-of.json"
#: What is given to a parser whenever it is read, and stands in no table.
_GIVEN = ("postlex", "tree_class", "_plugins")


@functools.cache
def fingerprint(parliament: str) -> str:
    """A hash of all that a parliament's parsers are made of: its words and grammars, our loader, Lark."""
    import lark

    own = beside() / "parliaments"
    made_from = (*folders(parliament), beside() / "grammar", own, own / parliament)
    return hashlib.sha256("\n".join((lark.__version__, *map(_hash, made_from))).encode()).hexdigest()


@functools.cache
def _hash(folder: Any) -> str:
    """A hash of the grammars, modules and profiles of a folder, which several parliaments may share."""
    found = hashlib.sha256()
    for file in sorted(folder.iterdir(), key=lambda file: str(file.name)) if folder.is_dir() else ():
        if file.name.endswith((".lark", ".py", ".toml")):
            found.update(f"\n{file.name}\n".encode())
            found.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()


@functools.cache
def made_of() -> dict[str, str]:
    """The hashes of what the tables were made of, by parliament; empty where there are no tables."""
    try:
        found: dict[str, str] = json.loads((TABLES / MADE_OF).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def file_of(name: str, parts: Iterable[str], parliament: str) -> str:
    """The file of a table, below the folder of all: a grammar's parser, by its rules and its lexer."""
    return f"{parliament}/{'.'.join((name, *parts))}.json"


def stored(name: str, parts: Iterable[str], parliament: str) -> Any:
    """What a table holds; None where there is none that fits the grammars as they are."""
    made = made_of().get(parliament)
    if made is None or from_outside(name, parliament) or made != fingerprint(parliament):
        return None
    try:
        return json.loads((TABLES / file_of(name, parts, parliament)).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def as_json(parser: Any) -> str:
    """A parser as the JSON that `restored` takes."""
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

    data, memo = parser.memo_serialize([TerminalDef, Rule])
    options = {name: value for name, value in data["options"].items() if name not in _GIVEN}
    table = {
        "data": {**data, "options": options},
        "memo": memo,
        "expressions": kept(_expressions(parser)),
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def _expressions(parser: Any) -> Iterator[str]:
    """What is compiled of a parser: all of its terminals as one, where it reads lines, and each by itself."""
    from hansardparse.grammar.lark_loops import alternation

    lexer = parser.parser.lexer
    lexer = getattr(lexer, "lexer", lexer)  # within the stage after it, if any
    by_state = hasattr(lexer, "root_lexer")
    if not by_state:
        yield alternation(lexer.terminals)
    for terminal in parser.terminals:
        expression = terminal.pattern.to_regexp()
        if by_state:
            yield expression
        yield apart(expression)


def restored(table: Any, **given: Any) -> Any:
    """The parser that a table holds. JSON has made texts of the numbers of states and of what is shared."""
    from lark import Lark

    keep(table["expressions"])
    data, memo = table["data"], table["memo"]
    states = data["parser"]["parser"]
    states["states"] = {int(state): row for state, row in states["states"].items()}
    memo = {int(number): value for number, value in memo.items()}
    return Lark._load_from_dict(data, memo, **given)  # type: ignore[no-untyped-call]
