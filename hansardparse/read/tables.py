"""Tables as text: the rows of a file, however long a cell of it is."""

from __future__ import annotations

import csv
import io

__all__ = ["rows"]


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    """Every row; a speech may be longer than what Python takes for a cell, which holds for a process."""
    usual = csv.field_size_limit(len(text) + 1)
    try:
        return [*csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)]
    finally:
        csv.field_size_limit(usual)
