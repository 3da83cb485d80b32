"""Where in a text its problems are: their lines and columns."""

from __future__ import annotations

import operator
from collections.abc import Iterable

from hansardparse.model.nodes import Problem, Span

__all__ = ["placed"]


def placed(found: Iterable[tuple[str, str, str, Span]], shadow: str, base: int, line: int) -> list[Problem]:
    """The problems of a stretch in source order, with their lines and columns.

    The stretch begins at offset `base` of its source, in line `line`; `shadow` is what grammars read of it.
    """
    problems: list[Problem] = []
    before, newline = 0, -1
    for code, message, severity, span in sorted(found, key=operator.itemgetter(3)):
        at = span.start - base
        line += shadow.count("\n", before, at)  # every newline is one there
        newline = max(newline, shadow.rfind("\n", before, at))
        before = at
        problems.append(Problem(code, message, severity, line, at - newline, span))
    return problems
