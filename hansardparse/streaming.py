"""`iter_rows`: the rows of a file of any size."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import IO

import attrs

from hansardparse.model.nodes import Given, Transcript
from hansardparse.parsing import iter_transcripts
from hansardparse.write.row_keys import Row
from hansardparse.write.rows import rows_in

__all__ = ["iter_rows"]


def iter_rows(
    file: str | os.PathLike[str] | IO[bytes],
    *,
    unit: str = "item",
    given: Given | None = None,
    from_: str = "auto",
    layout: str = "auto",
    resolve: bool = True,
    encoding: str = "auto",
) -> Iterator[Row]:
    """The rows of a file, by its path or as a binary stream, in bounded memory.

    - `unit`: what a row is: `item`, `speech` or `paragraph`
    - `given`: the date and the House of what prints none

    The other options, and what is raised, are those of `parse_file`.
    """
    parts = iter_transcripts(
        file, from_=from_, layout=layout, resolve=resolve, mentions=False, encoding=encoding
    )
    return rows_in(_with(parts, given), unit)


def _with(parts: Iterator[Transcript], given: Given | None) -> Iterator[Transcript]:
    for part in parts:
        yield part if given is None else attrs.evolve(part, given=given)
