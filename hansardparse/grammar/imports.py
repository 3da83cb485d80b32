"""Whether there is what a grammar imports: Lark passes over a name that the other file has not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hansardparse.errors import HansardError
from hansardparse.grammar.find import from_outside, place, source

__all__ = ["IMPORT", "check_imports", "reached"]

#: A grammar that another one imports from, and the names that it takes from there where they are listed.
IMPORT = re.compile(r"^%import \.(?P<file>[\w-]+) *(?:\((?P<names>[^)]*)\))?", re.MULTILINE)


def reached(name: str, parliament: str) -> Iterator[str]:
    """A grammar and all that it imports, each once.

    Raises HansardError (`bad-grammar`) with file and line where one is not there, or comes back to itself.
    """
    todo: list[tuple[str, tuple[str, ...]]] = [(name, (name,))]
    seen: set[str] = set()
    while todo:
        importing, way = todo.pop()
        if importing in seen:
            continue
        seen.add(importing)
        text = source(importing, parliament)
        for found in IMPORT.finditer(text):
            file, line = found["file"], text.count("\n", 0, found.start()) + 1
            try:
                source(file, parliament)
            except FileNotFoundError as error:
                said = f"{error}; import what is there, or define it"
                raise _wrong(importing, parliament, line, said) from None
            if file in way:
                circle = " → ".join((*way[way.index(file) :], file))
                advice = (
                    "import nothing from the file itself"
                    if file == importing
                    else "put what both need into a third"
                )
                said = f"the import goes round in a circle, {circle}; {advice}"
                raise _wrong(importing, parliament, line, said)
            todo.append((file, (*way, file)))
        yield importing


def check_imports(name: str, parliament: str) -> None:
    """Look for all that a grammar imports, and those from outside that it imports.

    Raises HansardError (`bad-grammar`) with file and line for what is not there.
    """
    for importing in reached(name, parliament):
        if importing != name and not from_outside(importing, parliament):
            continue
        text = source(importing, parliament)
        for found in IMPORT.finditer(text):
            file, line = found["file"], text.count("\n", 0, found.start()) + 1
            other = source(file, parliament)
            for wanted in (found["names"] or "").replace(",", " ").split():
                defined = rf"^(?:{wanted}(?:\.-?[0-9]+)?:|%(?:import|declare) .*\b{wanted}\b)"
                if not re.search(defined, other, re.MULTILINE):
                    said = f"{file}.lark has no {wanted}; import what is there, or define it"
                    raise _wrong(importing, parliament, line, said)


def _wrong(name: str, parliament: str, line: int, said: str) -> HansardError:
    return HansardError(said, code="bad-grammar", source=place(name, parliament), line=line)
