"""The formats that there are, by name: those of the library, and those that installed packages bring."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import attrs

from hansardparse.entry_points import brought, installed
from hansardparse.model.nodes import Transcript

__all__ = ["COLUMNS", "OWN", "UNITS", "Wanted", "Writer", "names", "writer"]

GROUP = "hansardparse.writers"
UNITS = ("item", "speech", "paragraph")
COLUMNS = ("all", "parlspeech", "tif")

#: Where each of ours stands, as an entry point would say it: a Writer, or what makes text of a Transcript.
OWN = {
    "json": "hansardparse.write.tree_json:WRITER",
    "jsonl": "hansardparse.write.rows:JSON_LINES",
    "csv": "hansardparse.write.rows:CSV",
    "parquet": "hansardparse.write.arrow:PARQUET",
    "xlsx": "hansardparse.write.xlsx:XLSX",
    "sqlite": "hansardparse.write.sqlite:SQLITE",
    "publicwhip": "hansardparse.write.publicwhip:WRITER",
    "tei": "hansardparse.write.parlamint_corpus:WRITER",
    "akn": "hansardparse.write.akoma_ntoso:WRITER",
    "html": "hansardparse.view.reader:page",
    "text": "hansardparse.write.text:readable",
}


@attrs.frozen(kw_only=True)
class Wanted:
    """What is asked of a writer.

    `unit` and `columns` are of rows. `report` takes a sentence on what a format cannot hold of a file: it is
    said once a file. `note` takes what the `root` of a Writer is to know of a file, as one line of text.
    """

    unit: str = "item"
    columns: str = "all"
    report: Callable[[str], Any] = lambda said: None
    note: Callable[[str], Any] = lambda told: None


@attrs.frozen(kw_only=True)
class Writer:
    """One format.

    - `pieces`: what is written of one file, of which the transcripts are given: text, or bytes for `table`.
      It raises HansardError where the file lacks what the format demands.
    - `whole`: a file is a document of its own, made of one Transcript; else several files make one table,
      which begins with `header`
    - `suffix`: of a file of its own, without the dot; its name where there is none
    - `rows`: it writes rows, and takes any `unit` and `columns`
    - `table`: of a format that is no text: what opens a file at a path for the pieces of all files, which is
      whole when it is left. It raises OSError where it cannot be written.
    - `root`: of a format that has a document over the files of a folder: what makes such documents, each a
      name and a text, of the path of each file below the folder and of what was noted of it
    """

    pieces: Callable[[Iterable[Transcript], Wanted], Iterator[Any]]
    whole: bool = False
    suffix: str | None = None
    rows: bool = False
    header: Callable[[Wanted], str] = lambda wanted: ""
    table: Callable[[str, Wanted], AbstractContextManager[Callable[[bytes], Any]]] | None = None
    root: Callable[[Iterable[tuple[str, str]], Wanted], Iterator[tuple[str, str]]] | None = None


@functools.cache
def names() -> tuple[str, ...]:
    """The names of all formats, those of the library first."""
    return (*OWN, *sorted({point.name for point in installed(GROUP)} - OWN.keys()))


@functools.cache
def writer(name: str) -> Writer:
    """The writer of a format that is known.

    Raises KeyError for a name that is none, and HansardError (`bad-writer`) for an entry point that is none.
    """
    if name in OWN:
        module, _, attribute = OWN[name].partition(":")
        found: Any = getattr(importlib.import_module(module), attribute)
        if isinstance(found, Writer):
            return found
        return Writer(pieces=lambda parts, wanted: map(found, parts), whole=True)
    point = next((point for point in installed(GROUP) if point.name == name), None)
    if point is None:
        raise KeyError(name)
    return brought(point, Writer, code="bad-writer")
