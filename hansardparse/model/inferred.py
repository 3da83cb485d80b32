"""What follows from the text, and what a reader should know of the parse."""

from __future__ import annotations

import datetime
from typing import ClassVar

import attrs

from hansardparse.model.base import Span, span_field
from hansardparse.model.people import Person

__all__ = [
    "Answer",
    "Given",
    "Intervention",
    "Link",
    "Mention",
    "Problem",
    "Resolution",
    "Response",
    "Resumption",
    "Supplementary",
]


@attrs.frozen
class Resolution:
    """What was inferred about one contribution; `rules` says by which rule each key was set.

    `new_turn` is for pages without speaker lines: True, False, or None for unknown.
    """

    type: ClassVar[str] = "resolution"
    person: Person | None = None
    kind: str | None = None
    new_turn: bool | None = None
    rules: tuple[tuple[str, str], ...] = ()


@attrs.frozen
class Given:
    """What whoever reads a text knows of it and the text does not print.

    - `date`: the day of what prints none; `house`: the House of it
    - `date_from`, `house_from`: where the caller had these from: `option` or `file-name`
    """

    type: ClassVar[str] = "given"
    date: datetime.date | None = None
    house: str | None = None
    date_from: str | None = "option"
    house_from: str | None = "option"


@attrs.frozen
class Mention:
    """Somebody named or addressed in the words: `my hon. Friend the Member for Lower Ness (Moira Pugh)`.

    `terms` are the terms of address (`my hon. Friend`); `person` is the id of the Person where the
    text itself settles it, by `rule`.
    """

    type: ClassVar[str] = "mention"
    text: str
    terms: str | None = None
    constituency: str | None = None
    name: str | None = None
    office: str | None = None
    person: str | None = None
    rule: str | None = None
    span: Span = span_field()


@attrs.frozen
class Link:
    """One contribution's relation to an earlier one.

    - `source`, `target`: positions in `Transcript.contributions()`
    - `rule`: the rule that made the link
    - `confidence`: how likely it is right, from 0 to 1 in hundredths; None where nobody has weighed it
    """

    type: ClassVar[str] = "link"
    source: int
    target: int
    rule: str
    confidence: float | None = None


class Intervention(Link):
    """`source` breaks into the speech of `target`."""

    __slots__ = ()
    type: ClassVar[str] = "intervention"


class Answer(Link):
    """`source` answers the question `target`."""

    __slots__ = ()
    type: ClassVar[str] = "answer"


class Supplementary(Link):
    """`source` follows up the tabled question (or statement) `target`."""

    __slots__ = ()
    type: ClassVar[str] = "supplementary"


class Resumption(Link):
    """`source` takes up the interrupted speech `target`."""

    __slots__ = ()
    type: ClassVar[str] = "resumption"


class Response(Link):
    """`source` responds to the statement `target`."""

    __slots__ = ()
    type: ClassVar[str] = "response"


@attrs.frozen
class Problem:
    """Something a reader should know about the parse.

    `code` is listed in `docs/problems.md`; `severity` is `info`, `warning` or `error`; `line` and
    `column` are 1-based (lines end at `\\n`, `\\r\\n` or a lone `\\r`; columns count code points).
    """

    type: ClassVar[str] = "problem"
    code: str
    message: str
    severity: str = "warning"
    line: int = attrs.field(default=1, eq=False)
    column: int = attrs.field(default=1, eq=False)
    span: Span = span_field()
