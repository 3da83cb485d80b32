"""The nodes that one line is by itself: headings, dates, times, columns, procedure, references."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.build.procedure import procedure
from hansardparse.build.tokens import Stretch
from hansardparse.grammar.lark_loops import Piece
from hansardparse.model.nodes import (
    AgeMark,
    ChairMark,
    ColumnMark,
    ColumnRange,
    DateMark,
    Elision,
    ExcerptsMark,
    Furniture,
    Heading,
    Node,
    Note,
    OfficialReportReference,
    Petition,
    Procedure,
    Span,
    Text,
    TimeMark,
    Unrecognised,
    VenueMark,
    WrittenStatementReference,
)
from hansardparse.parliaments.days import date_of, is_no_day
from hansardparse.text.dates import clock

__all__ = ["MAKERS", "Standing", "leaf", "printed_date"]

#: What marks bold letters and italics.
EMPHASIS = "*_"

#: What makes the node of one token.
Leaf = Callable[[Stretch, Piece], Node]

#: How a day begins that a month may not have, and what stands before one within words.
LATE, COMMAS = "23", ",;("
#: A year in which every month has the most days.
LEAP = "2000"
#: A clock of twelve hours ends, and none of its hours begins with a nought.
NOON, NO_NOUGHT = 12, frozenset("123456789")


@attrs.define
class Standing:
    """What the lines read so far say of those that follow, from one stretch of a text to the next.

    - `time`, `column`: of the last marks that say one
    - `halved`: whether the half of the day is printed beside that time
    - `totals`, `subject`: what is stated of the division to come: its totals by their options
    """

    time: str | None = None
    column: str | None = None
    halved: bool = False
    totals: dict[str, int] = attrs.field(factory=dict)
    subject: str | None = None

    def take(self, node: Node) -> None:
        """Keep what a mark says."""
        if type(node) is TimeMark:
            self.time = node.time or self.time
        elif type(node) is ColumnMark:
            self.column = node.column

    def settled(self, mark: TimeMark, parts: dict[str, str]) -> TimeMark:
        """A time of the half of the day that goes on: `2:30` below `at 2:30 pm` is no time of the night."""
        said = parts.get("hour", "")
        if "half" in parts or said[:1] not in NO_NOUGHT or mark.time is None:
            self.halved = "half" in parts
            return mark
        hour = int(said)
        if self.halved and self.time is not None and hour < NOON and mark.time < self.time:
            later = f"{hour + NOON}{mark.time[-3:]}"
            return attrs.evolve(mark, time=later) if later >= self.time else mark
        self.halved = self.halved and hour <= NOON
        return mark


def leaf(stretch: Stretch, standing: Standing, token: Piece) -> Node:
    """The node of a token that is a node by itself; what it says of what follows goes to `standing`."""
    node = MAKERS[stretch.kinds[token.type]](stretch, token)
    if type(node) is TimeMark:
        node = standing.settled(node, stretch.groups(token))
    standing.take(node)
    return node


def doubt_days(stretch: Stretch) -> None:
    """Report the days within words that are none: `by 31 June`; without a year, any of a leap year may be."""
    pattern = grammar.pattern(grammar.build("inline", parliament=stretch.profile.code), "LATE_DAY")
    for found in grammar.starting(pattern, stretch.shadow, LATE):
        before = stretch.shadow[: found.start()][-2:]
        if before[-1:] != " " or not (before[0].islower() or before[0] in COMMAS):
            continue
        if printed_date(stretch, {"year": LEAP, **grammar.parts(found)}) is None:
            span = Span(stretch.base + found.start(), stretch.base + found.end())
            stretch.report("impossible-date", f"there is no such day: {found[0]}", "info", span)


def printed_date(stretch: Stretch, parts: dict[str, str]) -> datetime.date | None:
    """The date in the named parts of a token, None where there is no such day."""
    return date_of(parts["day"], parts["month"], parts["year"], stretch.profile.months)


def _plain(kind: type[Any]) -> Leaf:
    """A leaf that has its text and nothing else."""

    def make(stretch: Stretch, token: Piece) -> Any:
        span = stretch.span(token)
        return kind(stretch.words(span), span=span)

    return make


def _without_emphasis(words: str) -> str | None:
    """A line that is in bold or in italics as a whole, without the marks of that; None where none is."""
    bare = words.strip(EMPHASIS)
    before, _, behind = words.partition(bare) if bare else ("", "", "")
    return bare if before and before == behind else None


def _heading(stretch: Stretch, token: Piece) -> Heading:
    """A heading: its part `title` where the terminal has one, else the whole line."""
    place = stretch.places(token).get("title") if token.type in stretch.terminals else None
    span = place or stretch.span(token)
    words = stretch.words(span)
    inlines: tuple[Any, ...] = ()
    if bare := _without_emphasis(words):
        begin = span.start + words.index(bare)
        end = begin + len(bare)
        before, behind = Span(span.start, begin), Span(end, span.end)
        inlines = (
            Furniture(stretch.words(before), before),
            Text(bare, Span(begin, end)),
            Furniture(stretch.words(behind), behind),
        )
        words = bare
    if is_no_day(words, stretch.profile.months):
        stretch.report("impossible-date", "there is no such day", "warning", span)
    return Heading(words, inlines=inlines, span=span)


def _time(stretch: Stretch, token: Piece) -> TimeMark:
    parts, span = stretch.groups(token), stretch.span(token)
    if "noon" in parts:
        found = stretch.profile.hours.get(parts["noon"].lower())
    else:
        found = clock(parts["hour"], parts.get("minute"), parts.get("half"))
    if found is None:
        stretch.report("impossible-time", "there is no such time", "warning", span)
    return TimeMark(stretch.words(span), found, span)


def _column(stretch: Stretch, token: Piece) -> ColumnMark:
    parts, span = stretch.groups(token), stretch.span(token)
    words = stretch.words(span)
    column = parts.get("column", words).replace(" ", "")
    return ColumnMark(words, column, printed_date(stretch, parts) if "year" in parts else None, span)


def _cited(stretch: Stretch, token: Piece) -> OfficialReportReference:
    parts, span = stretch.groups(token), stretch.span(token)
    first, _, last = parts["columns"].replace("–", "-").partition("-")
    return OfficialReportReference(
        stretch.words(span),
        stretch.profile.house(parts["house"]),
        printed_date(stretch, parts),
        parts["volume"],
        (ColumnRange(first, last or first, parts.get("suffix")),),
        span=span,
    )


def _date(stretch: Stretch, token: Piece) -> DateMark:
    parts, span = stretch.groups(token), stretch.span(token)
    found = printed_date(stretch, parts)
    if found is None:
        stretch.report("impossible-date", "there is no such day", "warning", span)
    return DateMark(stretch.words(span), found, span=span)


def _chair(stretch: Stretch, token: Piece) -> ChairMark:
    span = stretch.span(token)
    chair = stretch.groups(token)["chair"]
    text = " ".join(line.strip(" ") for line in stretch.words(span).split("\n"))  # it may be broken
    return ChairMark(text, " ".join(chair.split()), span)


def _excerpts(stretch: Stretch, token: Piece) -> ExcerptsMark:
    span = stretch.span(token)
    return ExcerptsMark(stretch.words(span), stretch.groups(token)["member"].strip(), span)


def _procedure(stretch: Stretch, token: Piece) -> Procedure:
    span = stretch.span(token)
    return procedure(stretch.words(span), token.rstrip(), span, stretch.profile)


def _petition(stretch: Stretch, token: Piece) -> Petition:
    span = stretch.span(token)
    text = stretch.words(span)
    return Petition(text, text.strip("[]"), span)


def _statement(stretch: Stretch, token: Piece) -> WrittenStatementReference:
    span = stretch.span(token)
    text, house = stretch.words(span), stretch.profile.house(stretch.groups(token)["house"])
    return WrittenStatementReference(text, house, text.strip("[]"), span)


def _unrecognised(stretch: Stretch, token: Piece) -> Unrecognised:
    """A line that the grammar did not take where it stands."""
    span = stretch.span(token)
    stretch.report("grammar-refused", "the grammar refused this line; please report it", "error", span)
    return Unrecognised(stretch.words(span), span)


#: What makes the node of a line that is one by itself, by the name of its kind in the heads of grammars
#: (`//! column: COLUMN GLUED`). These only make nodes: what a node says of those that follow is kept by
#: `Standing`.
MAKERS: dict[str, Leaf] = {
    "age": _plain(AgeMark),
    "chair": _chair,
    "cited": _cited,
    "column": _column,
    "date": _date,
    "elision": _plain(Elision),
    "excerpts": _excerpts,
    "formula": _plain(Procedure),
    "furniture": _plain(Furniture),
    "heading": _heading,
    "note": _plain(Note),
    "petition-number": _petition,
    "procedure": _procedure,
    "statement-number": _statement,
    "time": _time,
    "unrecognised": _unrecognised,
    "venue": _plain(VenueMark),
}
