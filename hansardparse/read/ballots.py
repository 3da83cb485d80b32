"""Divisions that a record prints as tables: the head, the totals of the sides, the names side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from hansardparse.read.lines import Line, division, side, vote

__all__ = ["Ballot", "head_of", "option_of"]

#: The head of a division: its number, and when it was.
_HEAD = re.compile(
    r"(?P<number>[0-9]{1,4})\.? ?[\]\[]"
    r"(?: ?\[? ?(?P<hour>[0-9]{1,2})(?:[.:] ?(?P<minute>[0-9]{1,2}))? (?P<half>[ap]))?",
    re.IGNORECASE,
)
#: The head of a side, or its total: `NOES`, `Noes ..... 2`.
_SIDE = re.compile(r"(?P<side>[A-Z][A-Za-z-]{2,12})\b[ .:,…]*(?P<count>[0-9]{1,4})?\.?")
_TELLER = "(teller)"
#: A side of a division by its heading, in small letters.
_SIDES = {
    "ayes": "aye",
    "noes": "no",
    "contents": "content",
    "content": "content",
    "not-contents": "not_content",
    "not-content": "not_content",
}


def option_of(cell: str) -> str | None:
    """What is voted on the side that a cell is the head of."""
    found = _SIDE.fullmatch(cell.strip())
    return _SIDES.get(found["side"].lower()) if found else None


def head_of(words: str) -> dict[str, tuple[int, int]]:
    """Where in the head of a division its number and its time are."""
    head = _HEAD.search(words)
    given = head.groupdict() if head else {}
    return {name: head.span(name) for name, value in given.items() if value} if head else {}


class Ballot:
    """A division in a table, or in several that stand one below the other.

    Totals may stand before the names: a side then has both.
    """

    def __init__(self) -> None:
        self._begun = False
        self._totals: dict[str, tuple[str, str]] = {}  # by what is voted: the words, and how many

    def lines(self, rows: Iterable[Sequence[str]]) -> Iterator[Line]:
        """The lines of one more table; no lines where it is none of a division."""
        table = [list(row) for row in rows]
        if not any(option_of(cell) for row in table for cell in row):
            return
        counted = True
        for row in table:
            heads = [cell for cell in row if option_of(cell)]
            rest = [cell for cell in row if cell and cell not in heads]
            counted = bool(heads) or (counted and not (len(rest) == 1 and rest[0].isupper()))
            if not self._begun:
                self._begun = True
                head = " ".join(rest)
                yield Line("DIVISION", head, head_of(head)) if head else division(None)
            elif rest and not heads:
                yield from self._named(row) if counted else (Line("LOOSE", "\t".join(row), {}),)
            for cell in heads[:1]:
                yield from self._side(cell, rest)

    @staticmethod
    def _named(row: Sequence[str]) -> Iterator[Line]:
        """Names side by side; what has a number is the majority."""
        if any(cell.isdecimal() for cell in row):
            yield Line("FURNITURE", "\t".join(row), {})
        elif any(cell.lower().endswith(_TELLER) for cell in row):
            for cell in filter(None, row):
                told = cell.lower().endswith(_TELLER)
                yield vote(cell[: -len(_TELLER)] if told else cell, teller=told)
        else:
            yield Line("VOTE", "\t".join(row))

    def _side(self, cell: str, rest: Sequence[str]) -> Iterator[Line]:
        found, option = _SIDE.fullmatch(cell.strip()), option_of(cell)
        assert found is not None and option is not None, "the cell is the head of a side"
        count = found["count"] or next((each for each in rest if each.isdecimal()), None)
        if count:
            self._totals[option] = (found["side"], count)
        else:
            _, total = self._totals.pop(option, ("", None))
            yield side(cell, total)._replace(kind=option)

    def end(self) -> Iterator[Line]:
        """The sides of which only the totals are printed."""
        for option, (name, count) in self._totals.items():
            yield side(name, count)._replace(kind=option)
        self._totals, self._begun = {}, False
