"""One flat row for each item, for tables: the same keys for every row, in document order."""

from __future__ import annotations

import csv
import datetime
import functools
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast

import attrs

from hansardparse.model.nodes import Reference, Section, Transcript
from hansardparse.write import columns
from hansardparse.write.row_keys import KEYS, Row, types_of
from hansardparse.write.row_values import NOBODY, NOWHERE, RowValues, row_values
from hansardparse.write.tree_json import each, escape_surrogates, written
from hansardparse.write.units import ParagraphValues, as_parts, in_unit
from hansardparse.write.writers import Wanted, Writer

__all__ = [
    "CSV",
    "JSON_LINES",
    "KEYS",
    "csv_header",
    "csv_lines",
    "in_columns",
    "json_line",
    "json_lines",
    "reference_row",
    "row_dict",
    "rows",
    "rows_as",
    "rows_in",
    "rows_of",
    "units_of",
]


def rows(part: Transcript | Section, *, unit: str = "item") -> Iterator[Row]:
    """A dict with KEYS for every heading, contribution, mark, ... of a transcript, or of one section.

    A section knows nothing of what is around it: its rows begin at 0 and have no `source`, no headings
    above its own, no date but what it prints, and no `parliament` and no links, which are a transcript's.
    `unit` says what a row is: an `item`, a `speech` without what broke into it, or a `paragraph`, of which
    rows have two keys more, `block` and `language`.

    Raises TypeError for what has no rows, ValueError for another unit.
    """
    if not isinstance(part, (Transcript, Section)):
        raise TypeError(f"rows takes a Transcript or a Section, not {type(part).__name__}")
    return rows_in(as_parts(part), unit)


def rows_of(parts: Iterable[Transcript]) -> Iterator[Row]:
    """The rows of one file that comes in parts: their numbers, times and columns run on."""
    return map(row_dict, row_values(parts))


def rows_in(parts: Iterable[Transcript], unit: str) -> Iterator[Row]:
    """The same, in a unit."""
    return cast(Iterator[Row], rows_as(parts, Wanted(unit=unit)))


def rows_as(
    parts: Iterable[Transcript], wanted: Wanted, cited: Callable[[Reference], Any] | None = None
) -> Iterator[Mapping[str, Any]]:
    """The rows of one file as they are wanted; `cited` makes a value of each reference."""
    return in_columns(units_of(parts, wanted.unit, cited), wanted.columns)


def units_of(
    parts: Iterable[Transcript], unit: str, cited: Callable[[Reference], Any] | None = None
) -> Iterator[Mapping[str, Any]]:
    """The rows of one file in a unit."""
    for found in in_unit(parts, unit):
        if isinstance(found, ParagraphValues):
            yield {**row_dict(found.row, cited), "block": found.block, "language": found.language}
        else:
            yield row_dict(found, cited)


def in_columns(found: Iterator[Mapping[str, Any]], names: str) -> Iterator[Mapping[str, Any]]:
    """Rows with the columns of a name; each that is taken gives one at most."""
    if names == "parlspeech":
        return columns.parlspeech(found)
    return columns.tif(found) if names == "tif" else found


def row_dict(row: RowValues, cited: Callable[[Reference], Any] | None = None) -> Row:
    """A row as a dict with KEYS."""
    source, n, kind, (section, *place), *rest, voice, asked, rules, text, references, span = row[:13]
    identity, parliament, words, speech, known, given, _ = row[13:]
    values = (
        source,
        n,
        kind,
        list(section),
        *place,
        *rest,
        *voice,
        *asked,
        dict(rules),
        text,
        [(cited or reference_row)(each) for each in references],
        *span,
        identity,
        parliament,
        words,
        speech,
        *known,
        dict(given),
    )
    return cast(Row, dict(zip(KEYS, values, strict=True)))


def reference_row(item: Reference) -> dict[str, Any]:
    """A reference as a flat object: its type, text, place and parts, numbers as strings."""
    start, end = item.span
    row: dict[str, Any] = {"type": item.type, "text": item.text, "start": start, "end": end}
    cls: Any = type(item)
    for name in _fields(cls):
        if name not in ("text", "span"):
            row[name] = _flat(getattr(item, name))
    return row


@functools.cache
def _fields(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls))


def _flat(value: Any) -> Any:
    """A value for JSON; a part that is a node is an object with its type."""
    cls: Any = type(value)
    if value is None or cls in (str, bool, int):
        return value
    if cls is datetime.date:
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_flat(v) for v in value]
    return {"type": value.type} | {name: _flat(getattr(value, name)) for name in _fields(cls)}


def json_line(row: Mapping[str, Any]) -> str:
    """A row as one line of JSON; a lone surrogate is written as its escape."""
    return escape_surrogates(written(dict(row))) + "\n"


def json_lines(parts: Iterable[Transcript]) -> Iterator[str]:
    """Each row as one line of JSON; what many rows have is made once."""
    for row in row_values(parts):
        source, n, kind, place, time, column, act, voice, asked, rules, text, cited, (start, end) = row[:13]
        identity, parliament, words, speech, known, given, _ = row[13:]
        where = f"{_filled(_PLACE, place)},{_filled(_STATE, (time, column, act))}"
        # a row without a voice asks and answers nothing either
        who = _SILENT if voice is NOBODY else f"{_filled(_VOICE, voice)},{_ASKED % each(asked)}"
        found = written([reference_row(r) for r in cited]) if cited else "[]"
        yield escape_surrogates(
            f'{{{_filled(_SOURCE, (source,))},"n":{n},"type":"{kind}",{where},{who},'
            f'"rules":{_ruled(rules) if rules else "{}"},"text":{_quoted(text)},"references":{found},'
            f'"start":{start},"end":{end},"id":"{identity}",{_filled(_READ_BY, (parliament,))},'
            f'"words":{"null" if words is None else words},"speech":{"null" if speech is None else speech},'
            f'{_filled(_KNOWN, known)},"given":{_ruled(given) if given else "{}"}}}\n'
        )


def _form(keys: Iterable[str]) -> str:
    """Some keys of JSON, and where their values stand."""
    return ",".join(f'"{key}":%s' for key in keys)


_SOURCE, _PLACE, _STATE = _form(KEYS[:1]), _form(KEYS[3:7]), _form(KEYS[7:10])
_VOICE, _ASKED = _form(KEYS[10:20]), _form(KEYS[20:25])
_READ_BY, _KNOWN = _form(["parliament"]), _form(["person_office", "person_id"])
_SILENT = f"{_VOICE % each(NOBODY)},{_ASKED % each(NOWHERE)}"


@functools.lru_cache(maxsize=1024)
def _filled(form: str, values: tuple[Any, ...]) -> str:
    return form % each(values)


@functools.lru_cache(maxsize=256)
def _ruled(rules: tuple[tuple[str, str], ...]) -> str:
    return written(dict(rules))


#: From so many code points on, it is quicker to write a text as below than by the writer of all strings.
_LONG = 100


def _quoted(text: str) -> str:
    """A text as JSON: in most long ones, nothing but these three is to be escaped."""
    if len(text) < _LONG:
        return written(text)
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{plain}"' if plain.isprintable() else written(text)


_CRLF = "\r\n"
#: What is written where nobody says anything else.
_ITEMS = Wanted()


def csv_header(wanted: Wanted = _ITEMS) -> str:
    """The first line of CSV."""
    return ",".join(types_of(wanted.unit, wanted.columns)) + "\n"


def csv_lines(parts: Iterable[Transcript], wanted: Wanted = _ITEMS) -> Iterator[str]:
    """Each row as CSV; lists and objects are JSON inside their cell, truth is `true` or `false`."""
    line = io.StringIO()
    # before Python 3.13, no cell is quoted for a newline that is not part of the line's own end
    writer = csv.writer(line, lineterminator=_CRLF)
    for row in rows_as(parts, wanted):
        writer.writerow(map(_cell, row.values()))
        yield line.getvalue().removesuffix(_CRLF) + "\n"
        line.seek(0)
        line.truncate()


def _cell(value: Any) -> Any:
    if isinstance(value, (list, dict)):
        value = written(value)
    elif isinstance(value, bool):
        value = "true" if value else "false"
    return escape_surrogates(value) if isinstance(value, str) else value


def _json_pieces(parts: Iterable[Transcript], wanted: Wanted) -> Iterator[str]:
    if (wanted.unit, wanted.columns) == ("item", "all"):
        return json_lines(parts)
    return map(json_line, rows_as(parts, wanted))


JSON_LINES = Writer(pieces=_json_pieces, rows=True)
CSV = Writer(pieces=csv_lines, header=csv_header, rows=True)
