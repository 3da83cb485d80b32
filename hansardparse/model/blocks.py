"""The words of a contribution, block by block."""

from __future__ import annotations

from typing import ClassVar

import attrs

from hansardparse.model.base import Node, Span, language_field, span_field
from hansardparse.model.marks import (
    AgeMark,
    ChairMark,
    ColumnMark,
    Furniture,
    Interruption,
    Line,
    QuestionNumber,
    Text,
    TimeMark,
    Unrecognised,
)
from hansardparse.model.references import WrittenQuestionReference

__all__ = [
    "SPOKEN",
    "Block",
    "Inline",
    "ListItem",
    "Motion",
    "Paragraph",
    "Procedure",
    "Quote",
    "Subheading",
    "Table",
    "Words",
]


@attrs.frozen
class Paragraph(Node):
    """A paragraph of what was said; directly in a Section, of a release's own voice.

    `text` is the whole of it, as printed, a mark that cut a sentence taken out. `inlines` is empty
    for a plain paragraph (then it is a leaf); else it holds all of it in order: `Text` and what
    stands between. `language` is that of its words as a BCP 47 tag, `fr-CA`, where a parliament has
    two or more; None where its words do not say, or the parliament has one.
    """

    type: ClassVar[str] = "paragraph"
    text: str
    inlines: tuple[Inline, ...] = ()
    span: Span = span_field()
    language: str | None = language_field()


@attrs.frozen
class Subheading(Node):
    """A heading inside a speech or a written statement; it opens no debate."""

    type: ClassVar[str] = "subheading"
    text: str
    span: Span = span_field()


@attrs.frozen
class Quote(Node):
    """A quotation set as a paragraph of its own, its quotation marks included."""

    type: ClassVar[str] = "quote"
    text: str
    inlines: tuple[Inline, ...] = ()
    span: Span = span_field()
    language: str | None = language_field()


@attrs.frozen
class ListItem(Node):
    """One item of a list; `marker` is `(a)`, `1.`, `•`, ... or None, and is part of `text`."""

    type: ClassVar[str] = "list_item"
    text: str
    marker: str | None = None
    inlines: tuple[Inline, ...] = ()
    span: Span = span_field()
    language: str | None = language_field()


@attrs.frozen
class Motion(Node):
    """The words of a motion: `That the Bill be now read a Second time.`"""

    type: ClassVar[str] = "motion"
    text: str
    inlines: tuple[Inline, ...] = ()
    span: Span = span_field()
    language: str | None = language_field()


def _cells(row: str) -> list[str]:
    """The cells of a row; of those between strokes, what stands before the first one and behind the last."""
    return row.split("\t") if "\t" in row or "|" not in row else row.strip().strip("|").split("|")


@attrs.frozen
class Table(Node):
    """A table, kept as one: `text` as printed (cells parted by tabs or by strokes, rows by newlines or blank
    lines).
    """

    type: ClassVar[str] = "table"
    text: str
    span: Span = span_field()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells, row by row."""
        lines = (line for line in self.text.splitlines() if line.strip())
        return tuple(tuple(cell.strip() for cell in _cells(line)) for line in lines)


@attrs.frozen
class Procedure(Node):
    """What the House did, in its set form: `Question put and agreed to.`

    `act` names it (`question_agreed`, `bill_read`, `adjourned`, ...; None where not told apart);
    `stage` and `bill` where the formula names them.
    """

    type: ClassVar[str] = "procedure"
    text: str
    act: str | None = None
    stage: str | None = None
    bill: str | None = None
    inlines: tuple[Inline, ...] = ()
    span: Span = span_field()


Words = Paragraph | Subheading | Quote | ListItem | Motion | Table


Block = (
    Words
    | Furniture
    | TimeMark
    | ColumnMark
    | ChairMark
    | AgeMark
    | QuestionNumber
    | WrittenQuestionReference
    | Line
    | Procedure
    | Unrecognised
)


SPOKEN = (Paragraph, Subheading, Quote, ListItem, Motion, Table)


Inline = (
    Text | Interruption | TimeMark | ColumnMark | ChairMark | Furniture | WrittenQuestionReference | Procedure
)
