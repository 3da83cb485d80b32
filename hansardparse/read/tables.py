"""Tables as text: the rows of a file, however long a cell of it is."""

from __future__ import annotations

import csv
import threading
from collections.abc import Iterable, Iterator
from typing import Any

from hansardparse.read.source import Damaged

__all__ = ["rows"]

#: The longest cell, in code points: a speech may be longer than Python's own limit.
LONGEST = 2**31 - 1
#: Held while that is another than usual, which holds for a process.
_LONG_CELLS = threading.Lock()


def rows(lines: Iterable[str], delimiter: str = ",") -> Iterator[list[str]]:
    """The rows of a table, each when it is asked for; `lines` have their ends.

    A row with more cells than the first one has quotes within a cell that are not doubled, as rows from
    data.parliament.uk have (`"<a href="wall">The wall</a>, he said"`): a cell of it ends where a quote and a
    comma stand before another cell. Behind the last row, raises Damaged where some have more cells all the
    same, for who says what in them is not known, and where the last one ends within quotes.
    """
    of_row: list[str] = []

    def noted() -> Iterator[str]:
        for line in lines:
            of_row.append(line)
            yield line

    reader = csv.reader(noted(), delimiter=delimiter)
    first = _next(reader, of_row) or []
    yield first
    uneven = 0
    last: list[str] = []
    while (row := _next(reader, of_row)) is not None:
        if len(row) > len(first):
            whole = _parted("".join(of_row).rstrip("\r\n"), delimiter)
            row = whole if len(whole) <= len(first) else row
            uneven += len(row) > len(first)
        last = of_row[:]
        yield row
    if _ends_within_quotes(last, delimiter):
        raise Damaged("the last row ends within quotes: is the file cut off, or a quote not closed?")
    if uneven:
        raise Damaged(f"rows with more cells than the first row names: {uneven}")


def _next(reader: Any, of_row: list[str]) -> list[str] | None:
    """The next row of a reader, whose lines are then in `of_row`; None behind the last one."""
    of_row.clear()
    with _LONG_CELLS:
        usual = csv.field_size_limit(LONGEST)
        try:
            row: list[str] | None = next(reader, None)
        finally:
            csv.field_size_limit(usual)
    return row


def _ends_within_quotes(row: list[str], delimiter: str) -> bool:
    """Whether the lines of a row end within a cell whose quotes are not closed."""
    try:
        _next(csv.reader(row, delimiter=delimiter, strict=True), [])
    except csv.Error as error:  # the reader has no other sign of it
        return "unexpected end of data" in str(error)
    return False


def _parted(row: str, delimiter: str) -> list[str]:
    """The cells of a row, each within quotes or without any, whose quotes within are not doubled."""
    cells: list[str] = []
    at = 0
    while at < len(row):
        if row[at] == '"':
            end = _cell_end(row, at + 1, delimiter)
            cells.append(row[at + 1 : end])
            at = end + 2
        else:
            end = row.find(delimiter, at)
            end = end if end >= 0 else len(row)
            cells.append(row[at:end])
            at = end + 1
    return cells


def _cell_end(row: str, at: int, delimiter: str) -> int:
    """Where the quote stands that ends a cell: another cell, an empty one, or nothing follows."""
    while (end := row.find('"', at)) >= 0:
        behind = row[end + 1 : end + 3]
        if behind in ("", delimiter, f'{delimiter}"', delimiter * 2):
            return end
        at = end + 1
    return len(row)
