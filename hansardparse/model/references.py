"""What a text cites: Acts and Bills, columns of the record, papers, questions by their numbers."""

from __future__ import annotations

import datetime
from typing import ClassVar

import attrs

from hansardparse.model.base import Node, Span, span_field

__all__ = [
    "Act",
    "Bill",
    "ColumnRange",
    "CommandPaper",
    "EmailAddress",
    "HousePaper",
    "OfficialReportReference",
    "Petition",
    "Provision",
    "Reference",
    "StandingOrder",
    "StatutoryInstrument",
    "WebAddress",
    "WrittenQuestionReference",
    "WrittenStatementReference",
]


@attrs.frozen
class ColumnRange:
    """Columns `first` to `last` (equal for one column), with their suffix (`WS`, `WH`, `W`)."""

    type: ClassVar[str] = "columns"
    first: str
    last: str
    suffix: str | None = None


class Reference(Node):
    """Something the text cites. `text` is the citation as printed."""

    __slots__ = ()
    text: str


@attrs.frozen
class WrittenStatementReference(Reference):
    """`[HCWS265]`, `HLWS12`: house `Commons` or `Lords`, and the number as printed."""

    type: ClassVar[str] = "written_statement"
    text: str
    house: str
    number: str
    span: Span = span_field()


@attrs.frozen
class WrittenQuestionReference(Reference):
    """The number of a question: `[904937]`, `(904937)`, `[HL1234]`, `UIN 12345`.

    `number` is `904937`, `HL1234`, `138423R`; `house` is `Lords` for HL, else None.
    """

    type: ClassVar[str] = "written_question"
    text: str
    number: str
    house: str | None = None
    span: Span = span_field()


@attrs.frozen
class OfficialReportReference(Reference):
    """`[Official Report, 5 March 2024; Vol. 746, c. 801.]`

    `series` is as printed (`Written Answers`, a committee's name) where the citation names one.
    `date` is None where none is printed, where it has no year, and where there is no such day: then
    `impossible_date` is what is printed (`29 February 1986`). A short range of columns is written
    out: `c. 210–11` is 210 to 211.
    """

    type: ClassVar[str] = "official_report"
    text: str
    house: str | None = None
    date: datetime.date | None = None
    volume: str | None = None
    columns: tuple[ColumnRange, ...] = ()
    series: str | None = None
    impossible_date: str | None = None
    span: Span = span_field()


@attrs.frozen
class Bill(Reference):
    """`Peat (Extraction) Bill [Lords]`; `lords` is True where so marked."""

    type: ClassVar[str] = "bill"
    text: str
    title: str
    lords: bool = False
    span: Span = span_field()


@attrs.frozen
class Act(Reference):
    """`Light Dues Act 2023`; `year` None where none is printed."""

    type: ClassVar[str] = "act"
    text: str
    title: str
    year: str | None = None
    span: Span = span_field()


@attrs.frozen
class Provision(Reference):
    """A part of a Bill, an Act or an order paper: `clauses 22 and 23`, `section 61`, `new part 7A`,
    `Schedule 2`, `Amendment 9B`, `new clause 4`.

    `kind` is `section`, `subsection`, `clause`, `schedule`, `part`, `paragraph`, `sub-paragraph`,
    `article`, `regulation`, `amendment`, `new clause`, `new schedule`, `new part`, ...; `numbers` as
    printed, in order, a range being one of them (`2 to 5`); `of` is what it is named as a part of:
    `paragraph 1(3)`, of `Schedule 8`, of `Fisheries Act 1999`.
    """

    type: ClassVar[str] = "provision"
    text: str
    kind: str
    numbers: tuple[str, ...]
    of: Act | Bill | Provision | None = None
    span: Span = span_field()


@attrs.frozen
class StandingOrder(Reference):
    """`Standing Order No. 16(1)`; `number` is `16(1)`."""

    type: ClassVar[str] = "standing_order"
    text: str
    number: str
    span: Span = span_field()


@attrs.frozen
class StatutoryInstrument(Reference):
    """`S.I. 2024/123`."""

    type: ClassVar[str] = "statutory_instrument"
    text: str
    year: str
    number: str
    span: Span = span_field()


@attrs.frozen
class CommandPaper(Reference):
    """`CP 1009`, `Cm 9876`, `Cmnd. 1234`: `series` without its stop, `number` as printed."""

    type: ClassVar[str] = "command_paper"
    text: str
    series: str
    number: str
    span: Span = span_field()


@attrs.frozen
class HousePaper(Reference):
    """`HC 123`, `HL Paper 45`."""

    type: ClassVar[str] = "house_paper"
    text: str
    house: str
    number: str
    span: Span = span_field()


@attrs.frozen
class Petition(Reference):
    """`[P001234]`."""

    type: ClassVar[str] = "petition"
    text: str
    number: str
    span: Span = span_field()


@attrs.frozen
class WebAddress(Reference):
    """`www.gov.uk`, `https://hansard.parliament.uk/`, without the full stop of its sentence.

    `url` is without the spaces that a page breaks long addresses with (`www.moors. gov.uk`).
    """

    type: ClassVar[str] = "web_address"
    text: str
    url: str
    span: Span = span_field()


@attrs.frozen
class EmailAddress(Reference):
    """`clerk@parliament.example`."""

    type: ClassVar[str] = "email_address"
    text: str
    address: str
    span: Span = span_field()
