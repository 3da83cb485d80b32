"""What `parse` writes: one entry a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hansardparse.model.nodes import Transcript

__all__ = ["FORMATS", "Format"]


class Format(NamedTuple):
    """One format: the pieces of text that it makes of a file's transcripts.

    A `whole` one is a document of its own for each file. Of any other, several files make one table, which
    begins with `header`.
    """

    pieces: Callable[[Iterable[Transcript]], Iterator[str]]
    header: Callable[[], str] = str
    whole: bool = False


def _json(parts: Iterable[Transcript]) -> Iterator[str]:
    from hansardparse.write.tree_json import dumps

    for part in parts:
        yield dumps(part) + "\n"


def _json_lines(parts: Iterable[Transcript]) -> Iterator[str]:
    from hansardparse.write.rows import json_lines

    return json_lines(parts)


def _csv(parts: Iterable[Transcript]) -> Iterator[str]:
    from hansardparse.write.rows import csv_lines

    return csv_lines(parts)


def _csv_header() -> str:
    from hansardparse.write.rows import csv_header

    return csv_header()


def _html(parts: Iterable[Transcript]) -> Iterator[str]:
    from hansardparse.view.reader import page

    return map(page, parts)


def _text(parts: Iterable[Transcript]) -> Iterator[str]:
    from hansardparse.write.text import readable

    return map(readable, parts)


#: By the names that `--to` takes; a file's own output is named `FILE.NAME`.
FORMATS = {
    "json": Format(_json, whole=True),
    "jsonl": Format(_json_lines),
    "csv": Format(_csv, _csv_header),
    "html": Format(_html, whole=True),
    "text": Format(_text, whole=True),
}
