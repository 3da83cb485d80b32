"""What is in a row: a walk through a transcript with what is in force around each item."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from hansardparse.citations.of_transcript import references_of
from hansardparse.model.nodes import (
    ChairMark,
    ColumnMark,
    Contribution,
    DateMark,
    Division,
    Elision,
    Given,
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
    VenueMark,
    children,
    day_below,
    house_below,
)
from hansardparse.model.speeches import beginnings
from hansardparse.parliaments import house_of
from hansardparse.write.row_ids import Ids

__all__ = ["NOBODY", "NOWHERE", "RowValues", "count_words", "row_values", "walked"]

_MARKS = frozenset((TimeMark, ColumnMark, ChairMark, Procedure, Unrecognised))
_LINK_KEYS = {
    "intervention": "interrupts",
    "answer": "replies_to",
    "supplementary": "replies_to",
    "response": "replies_to",
    "resumption": "resumes",
}


class RowValues(NamedTuple):
    """A row, by what other rows have too: where it stands (`section` to `venue`), and who speaks
    (`speaker_label` to `person_party`); `asked` is what they ask and answer (`question_number` to `resumes`),
    `known` what else is known of who speaks (`person_office`, `person_id`).
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
    id: str
    parliament: str | None
    words: int | None
    speech: int | None
    known: tuple[str | None, str | None]
    given: tuple[tuple[str, str], ...]
    item: Any


NOBODY = (None,) * 10
NOWHERE = (None,) * 5
_UNLINKED = dict.fromkeys(("interrupts", "replies_to", "resumes"))
_UNKNOWN = (None, None)


def row_values(parts: Iterable[Transcript]) -> Iterator[RowValues]:
    """The values of each row, in document order; numbers, times and columns run on from part to part."""
    for rows in walked(parts):
        yield from rows


def walked(parts: Iterable[Transcript]) -> Iterator[Iterator[RowValues]]:
    """The same, part by part; each has to be taken whole before the next."""
    walk = _Rows()
    for part in parts:
        yield walk.part(part)


class _Rows:
    """Walks a transcript with what is in force: headings, date, venue, time, column."""

    def __init__(self) -> None:
        self.n = 0
        self.date: str | None = None
        self.house: str | None = None
        self.venue: str | None = None
        self.time: str | None = None
        self.column: str | None = None
        self.ids = Ids()

    def part(self, transcript: Transcript) -> Iterator[RowValues]:
        """The rows of one part of a file."""
        self.source, self.parliament = transcript.source, transcript.parliament
        self.given = transcript.given
        self.beginnings = beginnings(transcript)
        self.row_of: list[int] = []  # of each contribution, its n
        self.links: dict[int, list[Link]] = {}
        for link in transcript.links:
            self.links.setdefault(link.source, []).append(link)
        self.cited = references_of(transcript)
        self.cited_at = [r.span.start for r in self.cited]
        yield from self.all(transcript)

    def all(self, transcript: Transcript) -> Iterator[RowValues]:
        """Every row; sections are walked with a stack of their own, however deep they are."""
        place: Any = ((), self.date, self.house, self.venue)
        stack = [(place, iter(transcript.items))]
        while stack:
            place, items = stack[-1]
            self.place, self.of_caller = _with(self.given, place)
            for item in items:
                if type(item) is Section:
                    if len(stack) == 1:  # the day and the House at the head of a record hold for all below it
                        self.date = _iso(day_below(item, self.parliament)) or self.date
                        self.house = house_below(item, self.parliament) or self.house
                        place = ((), self.date, self.house, self.venue)
                        stack[0] = (place, items)
                    stack.append((_inside(place, item), iter(item.items)))
                    break
                if type(item) in (DateMark, VenueMark) and len(stack) == 1:  # the page's, above any section
                    self._head(item)
                    place = ((), self.date, self.house, self.venue)
                    self.place, self.of_caller = _with(self.given, place)
                    stack[0] = (place, items)
                for part in _parts(item):
                    make = _ROW.get(type(part))
                    if make is not None:
                        yield make(self, part)
                        self.n += 1
            else:
                stack.pop()

    def _head(self, mark: Any) -> None:
        """What a mark above any section says of all that is below it: a day, or a place."""
        if type(mark) is DateMark:
            self.date = _iso(mark.date)
        else:
            self.house, self.venue = house_of(mark.text), mark.text

    def plain(self, type: str, item: Any, kind: str | None = None) -> RowValues:
        """A row with the text of an item and what is in force around it."""
        text = item.text
        return RowValues(
            self.source,
            self.n,
            type,
            self.place,
            self.time,
            self.column,
            kind,
            NOBODY,
            NOWHERE,
            (),
            text,
            self.cited_in(item.span),
            item.span,
            self.ids.of(type, None, text),
            self.parliament,
            count_words(text),
            None,
            _UNKNOWN,
            self.of_caller,
            item,
        )

    def cited_in(self, span: Span) -> Sequence[Reference]:
        """The references that begin within a span."""
        first = bisect.bisect_left(self.cited_at, span.start)
        return self.cited[first : bisect.bisect_left(self.cited_at, span.end, first)]

    def contribution(self, item: Contribution) -> RowValues:
        """The row of a contribution, with what its label prints and what was inferred."""
        rules = item.resolution.rules if item.resolution is not None else ()
        linked: dict[str, Any] = _UNLINKED
        for link in self.links.get(len(self.row_of), ()):
            key = _LINK_KEYS[link.type]
            linked = {**linked, key: self.row_of[link.target]}
            rules = (*rules, (key, link.rule))
        begins = self.beginnings[len(self.row_of)]
        self.row_of.append(self.n)
        text, person = item.text, item.person
        return RowValues(
            self.source,
            self.n,
            "contribution",
            self.place,
            item.time,
            item.column,
            item.kind,
            _voice(item.speaker, person),
            (item.question_number, item.uin, *linked.values()),
            rules,
            text,
            self.cited_in(item.span),
            item.span,
            self.ids.of("contribution", item.speaker.label, text),
            self.parliament,
            count_words(text),
            self.row_of[begins],
            _UNKNOWN if person is None else (_only(person.offices), person.register_id),
            self.of_caller,
            item,
        )

    def mark(self, item: Any) -> RowValues:
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


def _with(given: Given | None, place: Any) -> tuple[Any, tuple[tuple[str, str], ...]]:
    """Where a row stands, with what the caller says of it and the text does not; and which that is."""
    if given is None:
        return place, ()
    headings, date, house, venue = place
    said = []
    if date is None and given.date is not None:
        date = given.date.isoformat()
        said.append(("date", given.date_from or "option"))
    if house is None and given.house is not None:
        house = given.house
        said.append(("house", given.house_from or "option"))
    return (headings, date, house, venue), tuple(said)


def count_words(text: str) -> int | None:
    """How many words a text has. In most, one blank stands between two, and to count these is quicker."""
    plain = text.replace("\n\n", " ")
    if plain.isprintable() and "  " not in plain and plain[:1] != " " != plain[-1:]:
        return plain.count(" ") + 1 if plain else None
    return len(text.split()) or None


def _only(offices: tuple[str, ...]) -> str | None:
    """The only office that a person is known by."""
    return offices[0] if len(offices) == 1 else None


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


def _as(type: str, kind: str | None = None) -> Callable[[_Rows, Any], RowValues]:
    return lambda walk, item: walk.plain(type, item, kind)


_ROW: dict[type[Any], Callable[[_Rows, Any], RowValues]] = {
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
