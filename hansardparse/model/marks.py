"""What stands around the words: marks of place, time and page, and what stands inside a paragraph."""

from __future__ import annotations

import datetime
from typing import ClassVar

import attrs

from hansardparse.model.base import Node, Span, span_field

__all__ = [
    "AgeMark",
    "ChairMark",
    "ColumnMark",
    "DateMark",
    "Elision",
    "ExcerptsMark",
    "Furniture",
    "Heading",
    "Interruption",
    "Line",
    "QuestionNumber",
    "ReleaseMark",
    "Summary",
    "Text",
    "TimeMark",
    "Unrecognised",
    "UpdateMark",
    "VenueMark",
]


@attrs.frozen
class Text(Node):
    """A stretch of a paragraph's words between two other inline nodes."""

    type: ClassVar[str] = "text"
    text: str
    span: Span = span_field()


@attrs.frozen
class Interruption(Node):
    """What broke in: `[Interruption.]`, `[Laughter.]`, `[Hon. Members: “Hear, hear!”]`.

    `kind` is `vocal`, `kinesic` or `incident` (the words of TEI); `who` and `said` as printed.
    """

    type: ClassVar[str] = "interruption"
    text: str
    kind: str = "incident"
    who: str | None = None
    said: str | None = None
    span: Span = span_field()


@attrs.frozen
class Heading(Node):
    """The heading of the Section it stands first in.

    `inlines` is empty for a plain heading; a release prints its kind and month around its title
    (`PRESS RELEASE : New Lighthouse for Port Ardle [May 2024]`): then `text` is the title alone, and
    `inlines` hold the whole line in order. So they do where a heading of Markdown has marks of bold type.
    """

    type: ClassVar[str] = "heading"
    text: str
    inlines: tuple[Text | Furniture | ReleaseMark | DateMark, ...] = attrs.field(default=(), kw_only=True)
    span: Span = span_field()


@attrs.frozen
class DateMark(Node):
    """A date: `Tuesday 20th February 2024`, `Published 14 March 2021`, `[May 2024]`.

    `date` is None where impossible, and where the day is not printed: then `month` is (`2024-05`).
    """

    type: ClassVar[str] = "date"
    text: str
    date: datetime.date | None = None
    month: str | None = attrs.field(default=None, kw_only=True)
    span: Span = span_field()


@attrs.frozen
class ReleaseMark(Node):
    """What a release prints about itself: `Press release`, `From: Department for Harbours`,
    `The press release issued by the Department for Harbours on 1 May 2024.`

    - `kind`: `press_release`, `news_story`, `speech`, `statement`, ... as printed, in snake_case
    - `department`: which body issued it, as printed, its article left out
    - `date`: where the same line prints one
    """

    type: ClassVar[str] = "release_mark"
    text: str
    kind: str | None = None
    department: str | None = None
    date: datetime.date | None = None
    span: Span = span_field()


@attrs.frozen
class UpdateMark(Node):
    """A change to a published page: `Last updated 16 March 2021`, or a line of its history
    (`2. 15 March 2021`) with what was changed as `note`."""

    type: ClassVar[str] = "update"
    text: str
    date: datetime.date | None = None
    note: str | None = None
    span: Span = span_field()


@attrs.frozen
class Summary(Node):
    """The sentence below the title of a release that sums it up."""

    type: ClassVar[str] = "summary"
    text: str
    span: Span = span_field()


@attrs.frozen
class AgeMark(Node):
    """How long ago, as a site prints it: `(2 months, 3 weeks ago)`."""

    type: ClassVar[str] = "age"
    text: str
    span: Span = span_field()


@attrs.frozen
class VenueMark(Node):
    """Where: `Commons Chamber`, `Westminster Hall`, `Grand Committee`, `Written Statements`."""

    type: ClassVar[str] = "venue"
    text: str
    span: Span = span_field()


@attrs.frozen
class ExcerptsMark(Node):
    """`Ada Marsh Excerpts`: the page shows this Member's part of the sitting only."""

    type: ClassVar[str] = "excerpts"
    text: str
    member: str
    span: Span = span_field()


@attrs.frozen
class TimeMark(Node):
    """A time on a line of its own: `15:37:00`, `4 15 pm`, `2.44 pm`.

    `time` is `HH:MM` on the 24-hour clock, None where the line gives no possible time.
    """

    type: ClassVar[str] = "time"
    text: str
    time: str | None = None
    span: Span = span_field()


@attrs.frozen
class ColumnMark(Node):
    """A column of the Official Report begins: `28 Oct 2009 : Column 268WH`.

    `column` keeps its suffix (`268WH`); `date` is the one the mark itself prints.
    """

    type: ClassVar[str] = "column"
    text: str
    column: str
    date: datetime.date | None = None
    span: Span = span_field()


@attrs.frozen
class ChairMark(Node):
    """Who takes the Chair: `[Sir Gerald Oake in the Chair]`; `name` as printed there."""

    type: ClassVar[str] = "chair"
    text: str
    name: str | None = None
    span: Span = span_field()


@attrs.frozen
class Elision(Node):
    """Something of the sitting was left out here: `--- Later in debate ---`."""

    type: ClassVar[str] = "elision"
    text: str
    span: Span = span_field()


@attrs.frozen
class Furniture(Node):
    """Text of the site or the page, not of the House: `- Hansard -`, `Share this debate`."""

    type: ClassVar[str] = "furniture"
    text: str
    span: Span = span_field()


@attrs.frozen
class Line(Node):
    """A line whose meaning stands in the fields of the node it is in (`Division No. 87]`)."""

    type: ClassVar[str] = "line"
    text: str
    span: Span = span_field()


@attrs.frozen
class QuestionNumber(Node):
    """The number of a tabled question: `15.`, `T1.`, `Q4.`; `number` is `15`, `T1`, `Q4`."""

    type: ClassVar[str] = "question_number"
    text: str
    number: str
    span: Span = span_field()


@attrs.frozen
class Unrecognised(Node):
    """Lines that the layout does not know."""

    type: ClassVar[str] = "unrecognised"
    text: str
    span: Span = span_field()
