"""Sheets for a person who works in a spreadsheet: what was said, people, divisions, votes, what is cited."""

from __future__ import annotations

import datetime
import errno
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from hansardparse.errors import extra
from hansardparse.model.nodes import Transcript
from hansardparse.write import related
from hansardparse.write.related import TABLES
from hansardparse.write.row_keys import KEYS
from hansardparse.write.writers import Wanted, Writer

__all__ = ["XLSX"]

#: What a cell and a sheet hold at most, in the units of UTF-16 and in rows.
CELL, SHEET = 32_767, 1_048_576
#: The sheets, and the table that each shows. All but the first say of which file a record is.
_SHEETS = {
    "contributions": "rows",
    "people": "people",
    "divisions": "divisions",
    "sides": "sides",
    "votes": "votes",
    "references": "citations",
}
_TYPE = KEYS.index("type")


def _pieces(parts: Iterable[Transcript], wanted: Wanted) -> Iterator[bytes]:
    """The parts of a file; what no cell holds is said here, once for the file."""
    with extra("xlsxwriter", "hansardparse[xlsx]"):
        import xlsxwriter  # noqa: F401
    for piece in related.pieces(parts):
        if len(piece) > CELL:
            _, tables = related.part_of(piece, nul=True)
            cells = (cell for records in tables.values() for record in records for cell in record)
            if any(map(_is_long, cells)):
                wanted.report(f"a cell of xlsx holds {CELL} characters, and longer texts are cut")
        yield piece


def _is_long(cell: Any) -> bool:
    return isinstance(cell, str) and len(cell) * 2 > CELL and len(cell.encode("utf-16-le")) > 2 * CELL


def _fitting(text: str) -> str:
    """A text as a cell holds it."""
    if not _is_long(text):
        return text
    return text.encode("utf-16-le")[: 2 * CELL].decode("utf-16-le", "ignore")


class _Sheet:
    """One sheet, and those that follow it where it is full."""

    def __init__(self, book: Any, name: str, columns: tuple[str, ...]) -> None:
        self._book, self._name, self._columns = book, name, columns
        self._sheets = 0
        self._begin()

    def _begin(self) -> None:
        self._sheets += 1
        self._sheet = self._book.add_worksheet(
            self._name if self._sheets == 1 else f"{self._name} {self._sheets}"
        )
        self._at = 0
        self.take(self._columns)
        self._sheet.freeze_panes(1, 0)

    def take(self, record: Iterable[Any]) -> None:
        """Write a record: text as text, whatever it begins with."""
        if self._at == SHEET:
            self._begin()
        for column, value in enumerate(record):
            if isinstance(value, bool):
                self._sheet.write_boolean(self._at, column, value)
            elif isinstance(value, int):
                self._sheet.write_number(self._at, column, value)
            elif value:
                self._sheet.write_string(self._at, column, _fitting(value))
        self._at += 1


@contextmanager
def _table(path: str, wanted: Wanted) -> Iterator[Callable[[bytes], Any]]:
    """A workbook for the pieces of any number of files. Raises OSError where it cannot be written."""
    with extra("xlsxwriter", "hansardparse[xlsx]"):
        import xlsxwriter
    from xlsxwriter.exceptions import XlsxWriterException

    with tempfile.TemporaryDirectory(prefix="hansardparse-") as folder:  # where sheets wait for each other
        book = xlsxwriter.Workbook(path, {"constant_memory": True, "tmpdir": folder})
        book.set_properties({"created": datetime.datetime(1980, 1, 1)})  # the same bytes for the same texts
        yield _Sheets(book).take
        try:
            book.close()
        except XlsxWriterException as error:
            raise OSError(errno.EIO, str(error)) from None


class _Sheets:
    """Puts the parts of files into the sheets of a workbook."""

    def __init__(self, book: Any) -> None:
        self._source: str | None = None
        self._sheets = {
            table: _Sheet(book, name, (*(() if table == "rows" else ("source",)), *TABLES[table]))
            for name, table in _SHEETS.items()
        }

    def take(self, piece: bytes) -> None:
        """Put in what a part holds."""
        file, tables = related.part_of(piece, nul=True)
        self._source = file["source"] if file is not None else self._source
        for table, sheet in self._sheets.items():
            for record in tables[table]:
                if table != "rows":
                    sheet.take((self._source, *record))
                elif record[_TYPE] == "contribution":
                    sheet.take(record)


XLSX = Writer(pieces=_pieces, table=_table)
