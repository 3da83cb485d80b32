"""Tables as text: the rows of a file, however long a cell of it is."""

from __future__ import annotations

import csv
import io
import threading

__all__ = ["rows"]

#: Held while Python's longest cell is another than usual, which holds for a process.
_LONG_CELLS = threading.Lock()


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    """Every row, of an empty text one without cells; a speech may be longer than Python's longest cell."""
    with _LONG_CELLS:
        usual = csv.field_size_limit(len(text) + 1)
        try:
            return [*csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)] or [[]]
        finally:
            csv.field_size_limit(usual)
