"""Tables as text: the rows of a file, however long a cell of it is."""

from __future__ import annotations

import csv
import io
import threading

from hansardparse.read.source import Damaged

__all__ = ["rows", "say_uneven"]

#: Held while Python's longest cell is another than usual, which holds for a process.
_LONG_CELLS = threading.Lock()


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    """Every row, of an empty text one without cells; a speech may be longer than Python's longest cell.

    A row with more cells than the first one has quotes within a cell that are not doubled, as rows from
    data.parliament.uk have (`"<a href="wall">The wall</a>, he said"`): a cell of it ends where a quote and a
    comma stand before another cell.
    """
    lines = io.StringIO(text, newline="").readlines()
    found: list[list[str]] = []
    with _LONG_CELLS:
        usual = csv.field_size_limit(len(text) + 1)
        try:
            reader = csv.reader(iter(lines), delimiter=delimiter, strict=False)
            above = 0
            for row in reader:
                if found and len(row) > len(found[0]):
                    whole = _parted("".join(lines[above : reader.line_num]).rstrip("\r\n"), delimiter)
                    row = whole if len(whole) <= len(found[0]) else row
                found.append(row)
                above = reader.line_num
        finally:
            csv.field_size_limit(usual)
    return found or [[]]


def say_uneven(table: list[list[str]]) -> None:
    """Raise Damaged where rows have more cells than the first one: who says what in them is not known."""
    uneven = sum(len(row) > len(table[0]) for row in table)
    if uneven:
        raise Damaged(f"rows with more cells than the first row names: {uneven}")


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
