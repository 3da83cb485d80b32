"""Whether there is what a grammar imports: Lark passes over a name that the other file has not."""

from __future__ import annotations

import re

from hansardparse.errors import HansardError
from hansardparse.grammar.find import from_outside, source

__all__ = ["IMPORT", "check_imports"]

#: A grammar that another one imports from, and the names that it takes from there where they are listed.
IMPORT = re.compile(r"^%import \.(?P<file>[\w-]+) *(?:\((?P<names>[^)]*)\))?", re.MULTILINE)


def check_imports(name: str, parliament: str) -> None:
    """Look for all that a grammar imports, and those from outside that it imports.

    Raises HansardError (`bad-grammar`) with file and line for what is not there.
    """
    todo, seen = [name], {name}
    while todo:
        importing = todo.pop()
        text = source(importing, parliament)
        for found in IMPORT.finditer(text):
            file = found["file"]
            line = text.count("\n", 0, found.start()) + 1
            try:
                other = source(file, parliament)
            except FileNotFoundError as error:
                raise _missing(importing, line, str(error)) from None
            for wanted in (found["names"] or "").replace(",", " ").split():
                defined = rf"^(?:{wanted}(?:\.-?[0-9]+)?:|%(?:import|declare) .*\b{wanted}\b)"
                if not re.search(defined, other, re.MULTILINE):
                    raise _missing(importing, line, f"{file}.lark has no {wanted}")
            if file not in seen and from_outside(file, parliament):
                seen.add(file)
                todo.append(file)


def _missing(name: str, line: int, what: str) -> HansardError:
    said = f"{what}; import what is there, or define it"
    return HansardError(said, code="bad-grammar", source=f"{name}.lark", line=line)
