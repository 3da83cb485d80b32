"""One flat row for each item, for tables: the same keys for every row, in document order."""

from __future__ import annotations

import bisect
import csv
import datetime
import functools
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import attrs

from hansardparse.citations.of_transcript import references_in
from hansardparse.model.nodes import (
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
    Span,
    Speaker,
    Subheading,
    Summary,
    TimeMark,
    Transcript,
    Unrecognised,
    UpdateMark,
    children,
)
from hansardparse.parliaments import profile
from hansardparse.write.tree_json import each, escape_surrogates, written

__all__ = ["KEYS", "csv_header", "csv_lines", "json_line", "json_lines", "reference_row", "rows", "rows_of"]

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

_MARKS = frozenset((TimeMark, ColumnMark, Unrecognised))
_LINK_KEYS = {
    "intervention": "interrupts",
    "answer": "replies_to",
    "supplementary": "replies_to",
    "response": "replies_to",
    "resumption": "resumes",
}


class _Row(NamedTuple):
    """A row, by what other rows have too: where it stands (`section` to `venue`), and who speaks
    (`speaker_label` to `person_party`); `asked` is what they ask and answer (`question_number` to `resumes`).
    """

    source: str | None
    n: int
    type: str
    place: tuple[tuple[str, ...], str | None, str | None, str | None]
    time: str | None
    column: str | None
    kind: str | None
    voice: tuple[Any, ...]
    asked: tuple[Any, ...]
    rules: tuple[tuple[str, str], ...]
    text: str
    references: Sequence[Reference]
    span: Span


_NOBODY = (None,) * 10
_NOWHERE = (None,) * 5
_UNLINKED = dict.fromkeys(KEYS[22:25])


def rows(part: Transcript | Section) -> Iterator[dict[str, Any]]:
    """A dict with KEYS for every heading, contribution, mark, ... of a transcript, or of one section.

    A section knows nothing of what is around it: its rows begin at 0 and have no `source`, no headings
    above its own, no date but what it prints, and no links, which are a transcript's.
    Raises TypeError for anything else.
    """
    if isinstance(part, Section):
        part = Transcript((part,), span=part.span)
    if not isinstance(part, Transcript):
        raise TypeError(f"rows takes a Transcript or a Section, not {type(part).__name__}")
    return rows_of((part,))


def rows_of(parts: Iterable[Transcript]) -> Iterator[dict[str, Any]]:
    """The rows of one file that comes in parts: their numbers, times and columns run on."""
    for row in _rows(parts):
        source, n, kind, (section, *place), *rest, voice, asked, rules, text, cited, span = row
        references = [reference_row(r) for r in cited]
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
            references,
            *span,
        )
        yield dict(zip(KEYS, values, strict=True))


def _rows(parts: Iterable[Transcript]) -> Iterator[_Row]:
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

    def part(self, transcript: Transcript) -> Iterator[_Row]:
        """The rows of one part of a file."""
        self.source = transcript.source
        self.row_of: list[int] = []  # of each contribution, its n
        self.links: dict[int, list[Link]] = {}
        for link in transcript.links:
            self.links.setdefault(link.source, []).append(link)
        self.cited = transcript.references or references_in(
            transcript.items, profile("uk"), transcript._source_map
        )
        self.cited_at = [r.span.start for r in self.cited]
        yield from self.all(transcript)

    def all(self, transcript: Transcript) -> Iterator[_Row]:
        """Every row; sections are walked with a stack of their own, however deep they are."""
        self.place: Any = ((), self.date, None, None)
        stack = [(self.place, iter(transcript.items))]
        while stack:
            self.place, items = stack[-1]
            for item in items:
                if type(item) is Section:
                    stack.append((_inside(self.place, item), iter(item.items)))
                    break
                if type(item) is DateMark and len(stack) == 1:  # the page's, above any section
                    self.date = _iso(item.date)
                    self.place = ((), self.date, None, None)
                    stack[0] = (self.place, items)
                for part in _parts(item):
                    make = _ROW.get(type(part))
                    if make is not None:
                        yield make(self, part)
                        self.n += 1
            else:
                stack.pop()

    def plain(self, type: str, item: Any, kind: str | None = None) -> _Row:
        """A row with the text of an item and what is in force around it."""
        return _Row(
            self.source,
            self.n,
            type,
            self.place,
            self.time,
            self.column,
            kind,
            _NOBODY,
            _NOWHERE,
            (),
            item.text,
            self.cited_in(item.span),
            item.span,
        )

    def cited_in(self, span: Span) -> Sequence[Reference]:
        """The references that begin within a span."""
        first = bisect.bisect_left(self.cited_at, span.start)
        return self.cited[first : bisect.bisect_left(self.cited_at, span.end, first)]

    def contribution(self, item: Contribution) -> _Row:
        """The row of a contribution, with what its label prints and what was inferred."""
        rules = item.resolution.rules if item.resolution is not None else ()
        linked: dict[str, Any] = _UNLINKED
        for link in self.links.get(len(self.row_of), ()):
            key = _LINK_KEYS[link.type]
            linked = {**linked, key: self.row_of[link.target]}
            rules = (*rules, (key, link.rule))
        self.row_of.append(self.n)
        return _Row(
            self.source,
            self.n,
            "contribution",
            self.place,
            item.time,
            item.column,
            item.kind,
            _voice(item.speaker, item.person),
            (item.question_number, item.uin, *linked.values()),
            rules,
            item.text,
            self.cited_in(item.span),
            item.span,
        )

    def mark(self, item: Any) -> _Row:
        """The row of a time or a column; it is in force from here on."""
        if type(item) is TimeMark:
            self.time = item.time or self.time
            return self.plain("time", item)
        self.column = item.column
        return self.plain("column", item)


def _inside(around: Any, section: Section) -> Any:
    """What is in force in a section: its heading added, its date and venue where it prints them."""
    headings, date, house, venue = around
    heading = section.heading
    return (
        headings if heading is None else (*headings, heading),
        _iso(section.date) or (date if section.kind != "sitting" else None),
        section.house or house,
        section.venue or venue,
    )


def _parts(item: Any) -> Sequence[Any]:
    """An item, and the marks inside it that have rows of their own, in order."""
    marks = []
    for block in item.blocks if type(item) is Contribution else children(item):
        if type(block) in _MARKS:
            marks.append(block)
        else:
            marks += [node for node in children(block) if type(node) in _MARKS]
    return sorted((item, *marks), key=lambda i: i.span) if marks else (item,)


def _iso(date: Any) -> str | None:
    return date.isoformat() if date else None


def _voice(speaker: Speaker, person: Person | None) -> tuple[Any, ...]:
    """What a label prints of who speaks, and who that is."""
    return (
        speaker.label,
        speaker.honorific,
        speaker.office,
        speaker.constituency and speaker.constituency.name,
        speaker.party and speaker.party.code,
        speaker.in_chair,
        person and person.name,
        person and person.id,
        person and person.constituency and person.constituency.name,
        person and person.party and person.party.code,
    )


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


def _as(type: str, kind: str | None = None) -> Callable[[_Rows, Any], _Row]:
    return lambda walk, item: walk.plain(type, item, kind)


_ROW: dict[type[Any], Callable[[_Rows, Any], _Row]] = {
    Heading: _as("heading"),
    Contribution: _Rows.contribution,
    Procedure: lambda walk, item: walk.plain("procedure", item, item.act),
    Division: _as("division"),
    TimeMark: _Rows.mark,
    ColumnMark: _Rows.mark,
    Note: _as("note"),
    Elision: _as("note", "elision"),
    ChairMark: _as("note", "chair"),
    Paragraph: _as("note"),
    ListItem: _as("note", "list_item"),
    Subheading: _as("note", "subheading"),
    Summary: _as("note", "summary"),
    UpdateMark: _as("note", "update"),
    ReleaseMark: _as("note", "release"),
    Unrecognised: _as("unrecognised"),
    **dict.fromkeys(Reference.__subclasses__(), _as("reference")),
}


def json_line(row: dict[str, Any]) -> str:
    """A row as one line of JSON; a lone surrogate is written as its escape."""
    return escape_surrogates(written(row)) + "\n"


def json_lines(parts: Iterable[Transcript]) -> Iterator[str]:
    """Each row as one line of JSON; what many rows have is made once."""
    for source, n, kind, place, *state, voice, asked, rules, text, cited, (start, end) in _rows(parts):
        where = f"{_filled(_PLACE, place)},{_filled(_STATE, tuple(state))}"
        # a row without a voice asks and answers nothing either
        who = _SILENT if voice is _NOBODY else f"{_filled(_VOICE, voice)},{_ASKED % each(asked)}"
        found = written([reference_row(r) for r in cited]) if cited else "[]"
        yield escape_surrogates(
            f'{{{_filled(_SOURCE, (source,))},"n":{n},"type":"{kind}",{where},{who},'
            f'"rules":{_ruled(rules) if rules else "{}"},"text":{_quoted(text)},"references":{found},'
            f'"start":{start},"end":{end}}}\n'
        )


def _form(keys: Iterable[str]) -> str:
    """Some keys of JSON, and where their values stand."""
    return ",".join(f'"{key}":%s' for key in keys)


_SOURCE, _PLACE, _STATE = _form(KEYS[:1]), _form(KEYS[3:7]), _form(KEYS[7:10])
_VOICE, _ASKED = _form(KEYS[10:20]), _form(KEYS[20:25])
_SILENT = f"{_VOICE % each(_NOBODY)},{_ASKED % each(_NOWHERE)}"


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


def csv_header() -> str:
    """The first line of CSV."""
    return ",".join(KEYS) + "\n"


def csv_lines(parts: Iterable[Transcript]) -> Iterator[str]:
    """Each row as CSV; lists and objects are JSON inside their cell, truth is `true` or `false`."""
    line = io.StringIO()
    # before Python 3.13, no cell is quoted for a newline that is not part of the line's own end
    writer = csv.writer(line, lineterminator=_CRLF)
    for row in rows_of(parts):
        writer.writerow([_cell(row[key]) for key in KEYS])
        yield line.getvalue().removesuffix(_CRLF) + "\n"
        line.seek(0)
        line.truncate()


def _cell(value: Any) -> Any:
    if isinstance(value, (list, dict)):
        value = written(value)
    elif isinstance(value, bool):
        value = "true" if value else "false"
    return escape_surrogates(value) if isinstance(value, str) else value
