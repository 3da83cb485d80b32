"""Rows as Arrow tables and as Parquet: one schema for all files, whatever they hold."""

from __future__ import annotations

import datetime
import functools
import io
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import attrs

from hansardparse.errors import extra
from hansardparse.model.nodes import Reference, Section, Transcript
from hansardparse.write.row_keys import GIVEN, RULED, types_of
from hansardparse.write.rows import rows_as
from hansardparse.write.units import as_parts
from hansardparse.write.unwritable import plain
from hansardparse.write.writers import Wanted, Writer

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

__all__ = [
    "PARQUET",
    "arrow_schema",
    "citation",
    "parquet_writer",
    "record_batch",
    "to_arrow",
    "to_pandas",
    "to_polars",
]

#: So many rows, and so many code points of text, are turned at a time; so many rows are a group of Parquet.
ROWS, TEXT, GROUP = 4096, 1 << 24, 1 << 16
#: These columns have a value of its own in most rows, and so no dictionary.
_DIVERSE = frozenset({"n", "text", "start", "end", "id", "doc_id"})


def _pyarrow() -> Any:
    with extra("pyarrow", "hansardparse[arrow]"):
        import pyarrow.ipc
    return pyarrow


def to_arrow(
    part: Transcript | Section | Iterable[Transcript], *, unit: str = "item", columns: str = "all"
) -> pyarrow.Table:
    """The rows of a transcript, of a section, or of several transcripts, as one Arrow table.

    - `unit`: what a row is: `item`, `speech` or `paragraph`
    - `columns`: `all`, or those of `parlspeech` or `tif` (`docs/formats.md`)

    The schema is the same whatever the rows hold. Raises HansardError (`missing-extra`) without pyarrow.
    """
    pa = _pyarrow()
    wanted = Wanted(unit=unit, columns=columns)
    return pa.Table.from_batches(_batches(as_parts(part), wanted), arrow_schema(wanted))


def to_polars(
    part: Transcript | Section | Iterable[Transcript], *, unit: str = "item", columns: str = "all"
) -> polars.DataFrame:
    """The same as a data frame of polars, which has to be installed."""
    with extra("polars", "polars"):
        import polars
    table = to_arrow(part, unit=unit, columns=columns)
    return polars.DataFrame(table)


def to_pandas(
    part: Transcript | Section | Iterable[Transcript], *, unit: str = "item", columns: str = "all"
) -> pandas.DataFrame:
    """The same as a data frame of pandas, which has to be installed; its columns keep Arrow's types."""
    with extra("pandas", "pandas"):
        import pandas
    table = to_arrow(part, unit=unit, columns=columns)
    frame: pandas.DataFrame = table.to_pandas(types_mapper=pandas.ArrowDtype)
    return frame


# --- the schema ------------------------------------------------------------------------------------------


def arrow_schema(wanted: Wanted) -> pyarrow.Schema:
    """The one schema of all rows of a kind."""
    return _schema(wanted.unit, wanted.columns)


@functools.cache
def _schema(unit: str, columns: str) -> Any:
    pa = _pyarrow()
    types = types_of(unit, columns)
    return pa.schema([pa.field(key, _named(key) or _type(kind)) for key, kind in types.items()])


def _type(kind: Any) -> Any:
    """The Arrow type of what a key holds, by its annotation; any may be null."""
    pa = _pyarrow()
    kinds = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), list[str]: pa.list_(pa.string())}
    return next(kinds[each] for each in (kind, *getattr(kind, "__args__", ())) if each in kinds)


def _named(key: str) -> Any:
    """The Arrow type of a key whose annotation does not say all."""
    pa = _pyarrow()
    if key == "date":
        return pa.date32()
    if key in ("rules", "given"):
        return pa.struct([(each, pa.string()) for each in (RULED if key == "rules" else GIVEN)])
    return pa.list_(_cited()) if key == "references" else None


def _cited() -> Any:
    """The Arrow type of a reference of any class. What it is `of` may be of something itself: a list."""
    pa = _pyarrow()
    text, number, numbers = pa.string(), pa.int64(), pa.list_(pa.string())
    place = [("type", text), ("text", text), ("start", number), ("end", number)]
    law = [("kind", text), ("numbers", numbers), ("title", text), ("year", text), ("lords", pa.bool_())]
    columns = pa.list_(pa.struct([(key, text) for key in ("first", "last", "suffix")]))
    report = [("date", pa.date32()), ("volume", text), ("columns", columns), ("impossible_date", text)]
    single = [(key, text) for key in ("house", "number", "series", "url", "address")]
    of = ("of", pa.list_(pa.struct([*place, *law])))
    return pa.struct([*place, *single, *report, *law, of])


def citation(item: Reference) -> dict[str, Any]:
    """A reference as Arrow has it: every field that it has."""
    found = _fields_of(item)
    if "of" in found:
        found["of"] = list(_around(item))
    if found.get("columns"):
        found["columns"] = [attrs.asdict(each) for each in found["columns"]]
    return found


def _around(item: Any) -> Iterator[dict[str, Any]]:
    """What a provision is of, and what that is of, from the inside."""
    while (item := getattr(item, "of", None)) is not None:
        yield {key: value for key, value in _fields_of(item).items() if key != "of"}


def _fields_of(item: Any) -> dict[str, Any]:
    start, end = item.span
    found = {field.name: getattr(item, field.name) for field in attrs.fields(type(item))}
    del found["span"]
    return {"type": item.type, "start": start, "end": end, **found}


# --- from rows to batches --------------------------------------------------------------------------------


def _batches(parts: Iterable[Transcript], wanted: Wanted) -> Iterator[Any]:
    """The rows of some transcripts, so many at a time."""
    for batch in _groups(rows_as(parts, wanted, citation)):
        yield record_batch(batch, wanted)


def record_batch(rows: list[Mapping[str, Any]], wanted: Wanted) -> pyarrow.RecordBatch:
    """Some rows, whose references `citation` has made, as Arrow has them."""
    schema = arrow_schema(wanted)
    return _pyarrow().record_batch([_array(rows, field) for field in schema], schema=schema)


def _groups(rows: Iterator[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    while True:
        size, batch = 0, []
        for row in itertools.islice(rows, ROWS):
            batch.append(row)
            size += len(row["text"])
            if size >= TEXT:
                break
        if not batch:
            return
        yield batch


def _array(batch: list[Mapping[str, Any]], field: Any) -> Any:
    """A column of a batch; a character that no UTF-8 holds is written as U+FFFD."""
    pa = _pyarrow()
    key = field.name
    values = [row[key] for row in batch]
    if key == "date":
        return pa.array([day and datetime.date.fromisoformat(day) for day in values], field.type)
    try:
        return pa.array(values, field.type)
    except UnicodeEncodeError:
        return pa.array([plain(value) for value in values], field.type)


# --- Parquet ---------------------------------------------------------------------------------------------


def _pieces(parts: Iterable[Transcript], wanted: Wanted) -> Iterator[bytes]:
    """Each batch as a stream of Arrow's by itself."""
    pa, schema = _pyarrow(), arrow_schema(wanted)
    for batch in _batches(parts, wanted):
        stream = io.BytesIO()
        with pa.ipc.new_stream(stream, schema) as writer:
            writer.write_batch(batch)
        yield stream.getvalue()


@contextmanager
def _table(path: str, wanted: Wanted) -> Iterator[Callable[[bytes], Any]]:
    """A Parquet file for the pieces of any number of files."""
    pa, schema = _pyarrow(), arrow_schema(wanted)
    held: list[Any] = []

    def group() -> None:
        if held:
            writer.write_table(pa.Table.from_batches(held, schema), row_group_size=GROUP)
            held.clear()

    def add(piece: bytes) -> None:
        with pa.ipc.open_stream(piece) as batches:
            held.extend(batches)
        if sum(batch.num_rows for batch in held) >= GROUP or sum(b.nbytes for b in held) >= 4 * TEXT:
            group()

    with parquet_writer(path, wanted) as writer:
        yield add
        group()


def parquet_writer(path: str, wanted: Wanted) -> pyarrow.parquet.ParquetWriter:
    """What writes a Parquet file of rows."""
    schema = arrow_schema(wanted)
    import pyarrow.parquet

    dictionary = [name for name in schema.names if name not in _DIVERSE]
    return pyarrow.parquet.ParquetWriter(path, schema, compression="zstd", use_dictionary=dictionary)


PARQUET = Writer(pieces=_pieces, rows=True, table=_table)
