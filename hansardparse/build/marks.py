"""The nodes that one line is by itself: headings, dates, times, columns, procedure, references."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from hansardparse.build.procedure import procedure
from hansardparse.build.tokens import Places
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
    Note,
    OfficialReportReference,
    Petition,
    Procedure,
    TimeMark,
    VenueMark,
    WrittenStatementReference,
)

__all__ = ["LEAVES", "MONTHS", "clock", "date_of"]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
MONTHS |= {
    name: number
    for number, name in enumerate(
        "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr".split(), 1
    )
}
_HOUSES = {"HC": "Commons", "HL": "Lords"}


def date_of(day: str, month: str, year: str) -> datetime.date | None:
    """The date, or None where there is no such day."""
    number = int(month) if month.isdecimal() else MONTHS.get(month.lower().rstrip("."))
    if number is None:
        return None
    try:
        return datetime.date(int(year), number, int(day))
    except ValueError:
        return None


def _plain(kind: type[Any]) -> Callable[[Places, Any], Any]:
    """A leaf that has its text and nothing else."""

    def make(builder: Places, token: Any) -> Any:
        span = builder.span(token)
        return kind(builder.words(span), span=span)

    return make


def clock(hour: str, minute: str | None, half: str | None) -> str | None:
    """The time on the 24-hour clock, None where there is no such time."""
    hours, minutes = int(hour), int(minute or 0)
    if len(hour) > 2:
        return None
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


def _time(builder: Places, token: Any) -> TimeMark:
    parts, span = builder.groups(token), builder.span(token)
    found: str | None
    if "noon" in parts:
        found = "00:00" if "idnight" in parts["noon"] else "12:00"
    else:
        found = clock(parts["hour"], parts.get("minute"), parts.get("half"))
    if found is None:
        builder.report("impossible-time", "there is no such time", "warning", span)
    builder.time = found or builder.time
    return TimeMark(builder.words(span), found, span)


def _column(builder: Places, token: Any) -> ColumnMark:
    parts, span = builder.groups(token), builder.span(token)
    builder.column = parts.get("column", builder.words(span)).replace(" ", "")
    date = date_of(parts["day"], parts["month"], parts["year"]) if "year" in parts else None
    return ColumnMark(builder.words(span), builder.column, date, span)


def _cited(builder: Places, token: Any) -> OfficialReportReference:
    parts, span = builder.groups(token), builder.span(token)
    first, _, last = parts["columns"].replace("–", "-").partition("-")
    return OfficialReportReference(
        builder.words(span),
        _HOUSES[parts["house"]],
        date_of(parts["day"], parts["month"], parts["year"]),
        parts["volume"],
        (ColumnRange(first, last or first, parts.get("suffix")),),
        span=span,
    )


def _date(builder: Places, token: Any) -> DateMark:
    parts, span = builder.groups(token), builder.span(token)
    found = date_of(parts["day"], parts["month"], parts["year"])
    if found is None:
        builder.report("impossible-date", "there is no such day", "warning", span)
    return DateMark(builder.words(span), found, span=span)


def _chair(builder: Places, token: Any) -> ChairMark:
    span = builder.span(token)
    return ChairMark(builder.words(span), builder.groups(token)["chair"].strip(), span)


def _excerpts(builder: Places, token: Any) -> ExcerptsMark:
    span = builder.span(token)
    return ExcerptsMark(builder.words(span), builder.groups(token)["member"].strip(), span)


def _procedure(builder: Places, token: Any) -> Procedure:
    span = builder.span(token)
    return procedure(builder.words(span), token.rstrip(), span)


def _petition(builder: Places, token: Any) -> Petition:
    span = builder.span(token)
    text = builder.words(span)
    return Petition(text, text.strip("[]"), span)


def _statement(builder: Places, token: Any) -> WrittenStatementReference:
    span = builder.span(token)
    text = builder.words(span)
    return WrittenStatementReference(text, _HOUSES[builder.groups(token)["house"]], text.strip("[]"), span)


#: What each terminal becomes that is a node by itself; labels and words are not among them.
LEAVES: dict[str, Callable[[Places, Any], Any]] = {
    "HEADING": _plain(Heading),
    "STAGE": _plain(Heading),
    "EXCERPTS": _excerpts,
    "DATE": _date,
    "TIME": _time,
    "COLUMN": _column,
    "GLUED": _column,
    "ATTENDANCE": _plain(Note),
    "SPOKEN_AT": _time,
    "VOLUME": _date,
    "WHEN": _date,
    "WHERE": _plain(VenueMark),
    "IN": _plain(Furniture),
    "AGE": _plain(AgeMark),
    "VENUE": _plain(VenueMark),
    "LINKS": _plain(Furniture),
    "SITE": _plain(Furniture),
    "PAGE": _plain(Furniture),
    "FURNITURE": _plain(Furniture),
    "ELISION": _plain(Elision),
    "STATEMENT_NUMBER": _statement,
    "PROCEDURE": _procedure,
    "DIVIDED": _procedure,
    "ASKED": _procedure,
    "MOVED": _procedure,
    "AMENDMENT": _procedure,
    "OPENING": _procedure,
    "PETITION": _plain(Procedure),
    "FORMULA": _plain(Procedure),
    "PETITION_NUMBER": _petition,
    "CHAIR": _chair,
    "CITED": _cited,
    "MINUTE": _procedure,
    "LATER": _plain(Elision),
}
