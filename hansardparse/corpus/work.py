"""What a worker does: some files into shards, and an entry of the manifest for each."""

from __future__ import annotations

import datetime
import gc
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import attrs

from hansardparse.corpus.inputs import LARGE, digest, opened
from hansardparse.corpus.shards import Place, Shards
from hansardparse.errors import HansardError
from hansardparse.members.files import register
from hansardparse.model.nodes import Given, Transcript
from hansardparse.parsing import iter_transcripts
from hansardparse.text.dates import OF_NAME, given_of
from hansardparse.write.rows import in_columns, units_of
from hansardparse.write.writers import Wanted

__all__ = ["Options", "do", "failed"]

#: So many rows of a large file are written at a time.
_ROWS = 2048
#: So many objects are made before Python looks for circles among them: rows have none, and there are many.
_CIRCLES = 50_000
#: What the manifest has of a file that has no rows: its shards, how many files stand in these, and how long
#: they are together.
_NOWHERE: Mapping[str, Any] = {"shards": [], "files": 0, "bytes": 0}


def _day(date: datetime.date | str | None) -> datetime.date | str | None:
    """A day, written `2024-05-01` too; or `OF_NAME`. Raises ValueError."""
    return datetime.date.fromisoformat(date) if isinstance(date, str) and date != OF_NAME else date


_TEXT: Any = attrs.validators.optional(attrs.validators.instance_of(str))


@attrs.frozen(kw_only=True)
class Options:
    """How the files of a corpus are read and written: what `parse` has under the same names."""

    to: str = attrs.field(default="parquet", validator=attrs.validators.in_(("parquet", "jsonl")))
    unit: str = "item"
    columns: str = "all"
    from_: str = "auto"
    layout: str = "auto"
    grammar: str | None = attrs.field(default=None, validator=_TEXT)
    encoding: str = "auto"
    resolve: bool = attrs.field(default=True, validator=attrs.validators.instance_of(bool))
    strict: bool = attrs.field(default=False, validator=attrs.validators.instance_of(bool))
    date: datetime.date | str | None = attrs.field(default=None, converter=_day)
    house: str | None = attrs.field(default=None, validator=_TEXT)
    members: str | None = attrs.field(default=None, validator=_TEXT)


class _Counts:
    """What is counted of one file as it goes by."""

    def __init__(self) -> None:
        self.problems: Counter[str] = Counter()
        self.years: Counter[str] = Counter()
        self.rows = self.contributions = self.words = self.length = self.unrecognised = 0
        self.layout: str | None = None
        self.parliament: str | None = None
        self.place = Place(None, None, None)

    def parts(self, parts: Iterator[Transcript], given: Given | None) -> Iterator[Transcript]:
        """Pass transcripts on."""
        for part in parts:
            self.layout, self.parliament = part.layout, part.parliament
            self.problems.update(problem.code for problem in part.problems)
            yield part if given is None else attrs.evolve(part, given=given)

    def passed(self, rows: Iterator[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
        """Pass rows on."""
        for row in rows:
            self.place = Place.of(row)
            self.words += row["words"] or 0
            self.years[self.place.year or "none"] += 1
            self.contributions += row["type"] == "contribution"
            self.length += len(row["text"])
            self.unrecognised += len(row["text"]) if row["type"] == "unrecognised" else 0
            yield row

    def entry(self) -> dict[str, Any]:
        """What the manifest has of them."""
        return {
            "layout": self.layout,
            "parliament": self.parliament,
            "rows": self.rows,
            "contributions": self.contributions,
            "words": self.words,
            "years": dict(self.years),
            "problems": dict(self.problems),
            "unrecognised": round(self.unrecognised / self.length, 4) if self.length else 0.0,
        }


def do(
    paths: Sequence[str], out: str, run: str, name: str, options: Options, made: str
) -> list[dict[str, Any]]:
    """Read some files into the shards of one name; the entry of each, of one that fails too.

    Raises CannotWrite where the dataset takes no more.
    """
    if options.grammar is not None:
        from hansardparse.layouts import load_layout

        load_layout(options.grammar)
    wanted = Wanted(unit=options.unit, columns=options.columns)
    shards = Shards(out, name, options.to, wanted)
    with _seldom_collected():
        entries = [_one(path, shards, options, made, alone=len(paths) == 1) for path in paths]
        names, size = shards.close(run)
    within = [entry for entry in entries if entry["error"] is None and entry["rows"]]
    for entry in within:
        entry |= {"shards": names, "files": len(within), "bytes": size}
    return entries


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Keep Python's collector of circles from walking all rows that are held, time and again."""
    before = gc.get_threshold()
    gc.set_threshold(_CIRCLES, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def failed(path: str, error: str, made: str, again: bool) -> dict[str, Any]:
    """The entry of a file that could not be read; `again`: the next run tries it once more."""
    known = {"path": path, "size": None, "hash": None, "version": made, "seconds": 0.0}
    return {**known, **_Counts().entry(), "error": error, "again": again, **_NOWHERE}


def _one(path: str, shards: Shards, options: Options, made: str, alone: bool) -> dict[str, Any]:
    begun, counts = time.perf_counter(), _Counts()
    size, known = None, None
    held: list[tuple[Place, Mapping[str, Any]]] = []
    error, again = None, False
    try:
        with opened(path) as stream:
            stream.seek(0, 2)
            size = stream.tell()
        known = digest(path)
        for row in _rows(path, counts, options):
            held.append((counts.place, row))
            if alone and size >= LARGE and len(held) >= _ROWS:
                shards.take(held)
                held.clear()
    except HansardError as wrong:
        error = str(wrong).partition("\n")[0]
    except (OSError, MemoryError) as wrong:
        error, again = _said(wrong), True
    if error is None:
        shards.take(held)
    elif alone:
        shards.abandon()
    entry = {"path": path, "size": size, "hash": known, "version": made, "error": error, "again": again}
    counted = counts.entry() if error is None else _Counts().entry()
    return {**entry, **counted, "seconds": round(time.perf_counter() - begun, 3), **_NOWHERE}


def _said(wrong: OSError | MemoryError) -> str:
    """What is wrong with a file; fsspec says only which one it does not find."""
    if isinstance(wrong, FileNotFoundError) and not wrong.strerror:
        return "nothing is there for the process that reads it"
    return getattr(wrong, "strerror", None) or str(wrong) or type(wrong).__name__


def _rows(path: str, counts: _Counts, options: Options) -> Iterator[Mapping[str, Any]]:
    """The rows of a file as they are wanted."""
    cited: Any = None
    if options.to == "parquet":
        from hansardparse.write.arrow import citation as cited
    given = given_of(path, options.date, options.house)
    with opened(path) as stream:
        parts = iter_transcripts(
            stream,
            from_=options.from_,
            layout=options.layout,
            strict=options.strict,
            resolve=options.resolve,
            mentions=False,
            encoding=options.encoding,
        )
        named = (attrs.evolve(part, source=path) for part in parts)
        parts = counts.parts(named, given)
        if options.members is not None:
            parts = map(register(options.members).link, parts)
        found = counts.passed(units_of(parts, options.unit, cited))
        for row in in_columns(found, options.columns):
            counts.rows += 1
            yield row
