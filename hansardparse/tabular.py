"""One flat row for each item, for tables: the same keys for every row, in document order."""

from __future__ import annotations

import bisect
import csv
import datetime
import functools
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import attrs

from hansardparse.citing import references_in
from hansardparse.codec import escape_surrogates, written
from hansardparse.model import (
    ChairMark,
    ColumnMark,
    Contribution,
    DateMark,
    Division,
    Elision,
    Heading,
    Link,
    ListItem,
    Note,
    Paragraph,
    Person,
    Procedure,
    Reference,
    ReleaseMark,
    Section,
    Subheading,
    Summary,
    TimeMark,
    Transcript,
    Unrecognised,
    UpdateMark,
)

__all__ = ["KEYS", "csv_header", "csv_lines", "json_lines", "reference_row", "rows", "rows_of"]

#: The keys of every row, in this order.
KEYS = (
    "source",
    "n",
    "type",
    "section",
    "date",
    "house",
    "venue",
    "time",
    "column",
    "kind",
    "speaker_label",
    "honorific",
    "office",
    "constituency",
    "party",
    "in_chair",
    "speaker_name",
    "person",
    "person_constituency",
    "person_party",
    "question_number",
    "uin",
    "interrupts",
    "replies_to",
    "resumes",
    "rules",
    "text",
    "references",
    "start",
    "end",
)

_MARKS = frozenset((TimeMark, ColumnMark))
_EMPTY: dict[str, Any] = dict.fromkeys(KEYS)
_LINK_KEYS = {
    "intervention": "interrupts",
    "answer": "replies_to",
    "supplementary": "replies_to",
    "response": "replies_to",
    "resumption": "resumes",
}


def rows(transcript: Transcript) -> Iterator[dict[str, Any]]:
    """A dict with KEYS for every heading, contribution, mark, ... of the transcript."""
    return rows_of((transcript,))


def rows_of(parts: Iterable[Transcript]) -> Iterator[dict[str, Any]]:
    """The rows of one file that comes in parts: their numbers, times and columns run on."""
    walk = _Rows()
    for part in parts:
        yield from walk.part(part)


class _Rows:
    """Walks a transcript with what is in force: headings, date, venue, time, column."""

    def __init__(self) -> None:
        self.n = 0
        self.date: str | None = None
        self.time: str | None = None
        self.column: str | None = None

    def part(self, transcript: Transcript) -> Iterator[dict[str, Any]]:
        """The rows of one part of a file."""
        self.row_of: list[int] = []  # of each contribution, its n
        self.links: dict[int, list[Link]] = {}
        for link in transcript.links:
            self.links.setdefault(link.source, []).append(link)
        self.cited = transcript.references or references_in(transcript.items)
        self.cited_at = [r.span.start for r in self.cited]
        yield from self.all(transcript)

    def all(self, transcript: Transcript) -> Iterator[dict[str, Any]]:
        """Every row; sections are walked with a stack of their own, however deep they are."""
        base = dict(_EMPTY, source=transcript.source, date=self.date, section=[])
        stack = [(base, iter(transcript.items))]
        while stack:
            around, items = stack[-1]
            for item in items:
                if type(item) is Section:
                    stack.append((_inside(around, item), iter(item.items)))
                    break
                if type(item) is DateMark and around is base:  # the page's, above any section
                    self.date = base["date"] = _iso(item.date)
                for part in _parts(item):
                    make = _ROW.get(type(part))
                    if make is not None:
                        yield self._number(make(self, part, around))
            else:
                stack.pop()

    def _number(self, row: dict[str, Any]) -> dict[str, Any]:
        row["n"] = self.n
        self.n += 1
        return row

    def plain(self, kind: str, item: Any, around: dict[str, Any]) -> dict[str, Any]:
        """A row with the text of an item and what is in force around it."""
        row = dict(around, type=kind, text=item.text, time=self.time, column=self.column)
        row["rules"] = {}
        row["start"], row["end"] = item.span
        first = bisect.bisect_left(self.cited_at, item.span.start)
        last = bisect.bisect_left(self.cited_at, item.span.end, first)
        row["references"] = [reference_row(r) for r in self.cited[first:last]]
        return row

    def contribution(self, item: Contribution, around: dict[str, Any]) -> dict[str, Any]:
        """The row of a contribution, with what its label prints and what was inferred."""
        row = self.plain("contribution", item, around)
        speaker, person = item.speaker, item.person
        row.update(
            kind=item.kind,
            time=item.time,
            column=item.column,
            speaker_label=speaker.label,
            honorific=speaker.honorific,
            office=speaker.office,
            constituency=speaker.constituency and speaker.constituency.name,
            party=speaker.party and speaker.party.code,
            in_chair=speaker.in_chair,
            question_number=item.question_number,
            uin=item.uin,
            rules=item.rules,
        )
        if person is not None:
            _person(row, person)
        for link in self.links.get(len(self.row_of), ()):
            key = _LINK_KEYS[link.type]
            row[key] = self.row_of[link.target]
            row["rules"][key] = link.rule
        self.row_of.append(self.n)
        return row

    def mark(self, item: Any, around: dict[str, Any]) -> dict[str, Any]:
        """The row of a time or a column; it is in force from here on."""
        if type(item) is TimeMark:
            self.time = item.time or self.time
            return self.plain("time", item, around)
        self.column = item.column
        return self.plain("column", item, around)


def _inside(around: dict[str, Any], section: Section) -> dict[str, Any]:
    """What is in force in a section: its heading added, its date and venue where it prints them."""
    inner = dict(around)
    if section.heading is not None:
        inner["section"] = [*around["section"], section.heading]
    inner["date"] = _iso(section.date) or (around["date"] if section.kind != "sitting" else None)
    inner["venue"] = section.venue or around["venue"]
    inner["house"] = section.house or around["house"]
    return inner


def _parts(item: Any) -> Sequence[Any]:
    """An item, and the marks inside it that have rows of their own, in order."""
    marks = [i for i in getattr(item, "inlines", ()) if type(i) in _MARKS]
    for block in getattr(item, "blocks", ()) or getattr(item, "items", ()):
        if type(block) in _MARKS:
            marks.append(block)
        for inline in getattr(block, "inlines", ()) or getattr(block, "items", ()):
            if type(inline) in _MARKS:
                marks.append(inline)
    return sorted((item, *marks), key=lambda i: i.span) if marks else (item,)


def _iso(date: Any) -> str | None:
    return date.isoformat() if date else None


def _person(row: dict[str, Any], person: Person) -> None:
    row["speaker_name"] = person.name
    row["person"] = person.id
    row["person_constituency"] = person.constituency and person.constituency.name
    row["person_party"] = person.party and person.party.code


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


def _as(kind: str) -> Callable[[_Rows, Any, dict[str, Any]], dict[str, Any]]:
    return lambda walk, item, around: walk.plain(kind, item, around)


def _note(kind: str | None) -> Callable[[_Rows, Any, dict[str, Any]], dict[str, Any]]:
    return lambda walk, item, around: dict(walk.plain("note", item, around), kind=kind)


_ROW: dict[type[Any], Callable[[_Rows, Any, dict[str, Any]], dict[str, Any]]] = {
    Heading: _as("heading"),
    Contribution: _Rows.contribution,
    Procedure: lambda walk, item, around: dict(walk.plain("procedure", item, around), kind=item.act),
    Division: _as("division"),
    TimeMark: _Rows.mark,
    ColumnMark: _Rows.mark,
    Note: _note(None),
    Elision: _note("elision"),
    ChairMark: _note("chair"),
    Paragraph: _note(None),
    ListItem: _note("list_item"),
    Subheading: _note("subheading"),
    Summary: _note("summary"),
    UpdateMark: _note("update"),
    ReleaseMark: _note("release"),
    Unrecognised: _as("unrecognised"),
    **dict.fromkeys(Reference.__subclasses__(), _as("reference")),
}


def json_lines(table: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Each row as one line of JSON; a lone surrogate is written as its escape."""
    for row in table:
        yield escape_surrogates(written(row)) + "\n"


def csv_header() -> str:
    """The first line of CSV."""
    return ",".join(KEYS) + "\n"


def csv_lines(table: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Each row as CSV; lists and objects are JSON inside their cell, truth is `true` or `false`."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for row in table:
        writer.writerow([_cell(row[key]) for key in KEYS])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _cell(value: Any) -> Any:
    if isinstance(value, (list, dict)):
        value = written(value)
    elif isinstance(value, bool):
        value = "true" if value else "false"
    return escape_surrogates(value) if isinstance(value, str) else value
