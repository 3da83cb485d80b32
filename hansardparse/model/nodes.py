"""The tree: every class a parsed transcript is made of.

All nodes are frozen attrs classes with slots; children are tuples. `span` is the place of a node in
the decoded text, as 0-based half-open code-point offsets (byte order mark removed, newlines
untouched); it never takes part in equality, so two transcripts are equal when they say the same.
`type` is a literal on every class and the first key of its JSON object.

A *leaf* is a node with no nodes in it. Leaves stand in source order, are disjoint, and together hold
every character of the source that is not white space.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar

import attrs

if TYPE_CHECKING:
    from hansardparse.resolving.groups import Exchange, Speech

__all__ = [
    "Act",
    "AgeMark",
    "Answer",
    "Bill",
    "ChairMark",
    "ColumnMark",
    "ColumnRange",
    "CommandPaper",
    "Constituency",
    "Contribution",
    "DateMark",
    "Division",
    "Elision",
    "EmailAddress",
    "ExcerptsMark",
    "Furniture",
    "Heading",
    "HousePaper",
    "Interruption",
    "Intervention",
    "Line",
    "Link",
    "ListItem",
    "Mention",
    "Motion",
    "Node",
    "Note",
    "OfficialReportReference",
    "Paragraph",
    "Party",
    "Person",
    "Petition",
    "Problem",
    "Procedure",
    "Provision",
    "QuestionNumber",
    "Quote",
    "Reference",
    "ReleaseMark",
    "Resolution",
    "Response",
    "Resumption",
    "Section",
    "Span",
    "Speaker",
    "StandingOrder",
    "StatutoryInstrument",
    "Subheading",
    "Summary",
    "Supplementary",
    "Table",
    "Text",
    "TimeMark",
    "Transcript",
    "Unrecognised",
    "UpdateMark",
    "VenueMark",
    "Vote",
    "VoteGroup",
    "WebAddress",
    "WrittenQuestionReference",
    "WrittenStatementReference",
    "children",
    "leaves",
]


class Span(NamedTuple):
    """A half-open range of code points of the decoded text: `source[start:end]`."""

    start: int
    end: int


NOWHERE = Span(0, 0)


def _span() -> Any:
    return attrs.field(default=NOWHERE, eq=False, repr=False)


class Node:
    """What every class of the tree is: something with a `type` and a `span`."""

    __slots__ = ()
    type: ClassVar[str] = "node"
    #: Names of properties that the JSON shows beside the fields; `loads` does not read them.
    derived: ClassVar[tuple[str, ...]] = ()
    span: Span

    @property
    def start(self) -> int:
        """Offset of the first code point."""
        return self.span.start

    @property
    def end(self) -> int:
        """Offset after the last code point."""
        return self.span.end


# --- who -------------------------------------------------------------------------------------------


@attrs.frozen
class Constituency:
    """The seat a label prints, as printed: `(Upper Dale)`. `str()` is the name."""

    type: ClassVar[str] = "constituency"
    name: str

    def __str__(self) -> str:
        return self.name


@attrs.frozen
class Party:
    """The party a label prints: `code` as printed (`Lab/Co-op`), `name` in full where it is known.

    `str()` is the printed word.
    """

    type: ClassVar[str] = "party"
    code: str
    name: str | None = None

    def __str__(self) -> str:
        return self.code


@attrs.frozen
class Speaker(Node):
    """What one label prints about who speaks; nothing in it is inferred.

    Source: `Tomos Pugh Portrait Mr Tomos Pugh (Port Ardle) (LD)`.

    - `label`: the printed label, exact (`Mr Tomos Pugh (Port Ardle) (LD)`); None
      where nobody is named
    - `honorific`: `Mr`, `Sir`, `Dame`, `Dr`, `rh Sir`, ...; for a peer the rank is part of the name
    - `forenames`, `surname`: of the printed name; a peer's title stands in `surname`
      (`Lord Marsh of Upper Dale`)
    - `post_nominals`: letters after the name (`QC MP`)
    - `office`: as printed, its `The` included (`The Secretary of State for Defence`, `Mr Speaker`)
    - `in_chair`: the label says that its bearer presides
    - `role`: `chair`, `member`, `guest`, `official`, `collective` or `unknown`
    - `linked_name`: the name a page links to, which may be of another day (`Lord Thistle`)
    """

    type: ClassVar[str] = "speaker"
    label: str | None = None
    honorific: str | None = None
    forenames: str | None = None
    surname: str | None = None
    post_nominals: str | None = None
    office: str | None = None
    constituency: Constituency | None = None
    party: Party | None = None
    in_chair: bool = False
    role: str = "unknown"
    linked_name: str | None = None
    span: Span = _span()

    @property
    def name(self) -> str | None:
        """The printed name with its honorific (`Mr Tomos Pugh`); None for a bare office."""
        parts = [p for p in (self.honorific, self.forenames, self.surname) if p]
        return " ".join(parts) or None


@attrs.frozen
class Person:
    """One person of the transcript, gathered from all the labels that are theirs.

    `id` is stable within one transcript (`p1`, `p2`, ... by first appearance). Every tuple keeps the
    order of first appearance.
    """

    type: ClassVar[str] = "person"
    id: str
    name: str | None = None
    honorifics: tuple[str, ...] = ()
    constituency: Constituency | None = None
    party: Party | None = None
    offices: tuple[str, ...] = ()
    in_chair: bool = False
    linked_name: str | None = None
    labels: tuple[str, ...] = ()


# --- inside a paragraph ----------------------------------------------------------------------------


@attrs.frozen
class Text(Node):
    """A stretch of a paragraph's words between two other inline nodes."""

    type: ClassVar[str] = "text"
    text: str
    span: Span = _span()


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
    span: Span = _span()


# --- marks: of place, time and page ----------------------------------------------------------------


@attrs.frozen
class Heading(Node):
    """The heading of the Section it stands first in.

    `inlines` is empty for a plain heading; a release prints its kind and month around its title
    (`PRESS RELEASE : New Lighthouse for Port Ardle [May 2024]`): then `text` is the title alone, and
    `inlines` hold the whole line in order.
    """

    type: ClassVar[str] = "heading"
    text: str
    inlines: tuple[Text | Furniture | ReleaseMark | DateMark, ...] = attrs.field(default=(), kw_only=True)
    span: Span = _span()


@attrs.frozen
class DateMark(Node):
    """A date: `Tuesday 20th February 2024`, `Published 14 March 2021`, `[May 2024]`.

    `date` is None where impossible, and where the day is not printed: then `month` is (`2024-05`).
    """

    type: ClassVar[str] = "date"
    text: str
    date: datetime.date | None = None
    month: str | None = attrs.field(default=None, kw_only=True)
    span: Span = _span()


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
    span: Span = _span()


@attrs.frozen
class UpdateMark(Node):
    """A change to a published page: `Last updated 16 March 2021`, or a line of its history
    (`2. 15 March 2021`) with what was changed as `note`."""

    type: ClassVar[str] = "update"
    text: str
    date: datetime.date | None = None
    note: str | None = None
    span: Span = _span()


@attrs.frozen
class Summary(Node):
    """The sentence below the title of a release that sums it up."""

    type: ClassVar[str] = "summary"
    text: str
    span: Span = _span()


@attrs.frozen
class AgeMark(Node):
    """How long ago, as a site prints it: `(2 months, 3 weeks ago)`."""

    type: ClassVar[str] = "age"
    text: str
    span: Span = _span()


@attrs.frozen
class VenueMark(Node):
    """Where: `Commons Chamber`, `Westminster Hall`, `Grand Committee`, `Written Statements`."""

    type: ClassVar[str] = "venue"
    text: str
    span: Span = _span()


@attrs.frozen
class ExcerptsMark(Node):
    """`Ada Marsh Excerpts`: the page shows this Member's part of the sitting only."""

    type: ClassVar[str] = "excerpts"
    text: str
    member: str
    span: Span = _span()


@attrs.frozen
class TimeMark(Node):
    """A time on a line of its own: `15:37:00`, `4 15 pm`, `2.44 pm`.

    `time` is `HH:MM` on the 24-hour clock, None where the line gives no possible time.
    """

    type: ClassVar[str] = "time"
    text: str
    time: str | None = None
    span: Span = _span()


@attrs.frozen
class ColumnMark(Node):
    """A column of the Official Report begins: `28 Oct 2009 : Column 268WH`.

    `column` keeps its suffix (`268WH`); `date` is the one the mark itself prints.
    """

    type: ClassVar[str] = "column"
    text: str
    column: str
    date: datetime.date | None = None
    span: Span = _span()


@attrs.frozen
class ChairMark(Node):
    """Who takes the Chair: `[Sir Gerald Oake in the Chair]`; `name` as printed there."""

    type: ClassVar[str] = "chair"
    text: str
    name: str | None = None
    span: Span = _span()


@attrs.frozen
class Elision(Node):
    """Something of the sitting was left out here: `--- Later in debate ---`."""

    type: ClassVar[str] = "elision"
    text: str
    span: Span = _span()


@attrs.frozen
class Furniture(Node):
    """Text of the site or the page, not of the House: `- Hansard -`, `Share this debate`."""

    type: ClassVar[str] = "furniture"
    text: str
    span: Span = _span()


@attrs.frozen
class Line(Node):
    """A line whose meaning stands in the fields of the node it is in (`Division No. 87]`)."""

    type: ClassVar[str] = "line"
    text: str
    span: Span = _span()


@attrs.frozen
class QuestionNumber(Node):
    """The number of a tabled question: `15.`, `T1.`, `Q4.`; `number` is `15`, `T1`, `Q4`."""

    type: ClassVar[str] = "question_number"
    text: str
    number: str
    span: Span = _span()


# --- references ------------------------------------------------------------------------------------


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
    span: Span = _span()


@attrs.frozen
class WrittenQuestionReference(Reference):
    """The number of a question: `[904937]`, `(904937)`, `[HL1234]`, `UIN 12345`.

    `number` is `904937`, `HL1234`, `138423R`; `house` is `Lords` for HL, else None.
    """

    type: ClassVar[str] = "written_question"
    text: str
    number: str
    house: str | None = None
    span: Span = _span()


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
    span: Span = _span()


@attrs.frozen
class Bill(Reference):
    """`Peat (Extraction) Bill [Lords]`; `lords` is True where so marked."""

    type: ClassVar[str] = "bill"
    text: str
    title: str
    lords: bool = False
    span: Span = _span()


@attrs.frozen
class Act(Reference):
    """`Light Dues Act 2023`; `year` None where none is printed."""

    type: ClassVar[str] = "act"
    text: str
    title: str
    year: str | None = None
    span: Span = _span()


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
    span: Span = _span()


@attrs.frozen
class StandingOrder(Reference):
    """`Standing Order No. 16(1)`; `number` is `16(1)`."""

    type: ClassVar[str] = "standing_order"
    text: str
    number: str
    span: Span = _span()


@attrs.frozen
class StatutoryInstrument(Reference):
    """`S.I. 2024/123`."""

    type: ClassVar[str] = "statutory_instrument"
    text: str
    year: str
    number: str
    span: Span = _span()


@attrs.frozen
class CommandPaper(Reference):
    """`CP 1009`, `Cm 9876`, `Cmnd. 1234`: `series` without its stop, `number` as printed."""

    type: ClassVar[str] = "command_paper"
    text: str
    series: str
    number: str
    span: Span = _span()


@attrs.frozen
class HousePaper(Reference):
    """`HC 123`, `HL Paper 45`."""

    type: ClassVar[str] = "house_paper"
    text: str
    house: str
    number: str
    span: Span = _span()


@attrs.frozen
class Petition(Reference):
    """`[P001234]`."""

    type: ClassVar[str] = "petition"
    text: str
    number: str
    span: Span = _span()


@attrs.frozen
class WebAddress(Reference):
    """`www.gov.uk`, `https://hansard.parliament.uk/`, without the full stop of its sentence.

    `url` is without the spaces that a page breaks long addresses with (`www.moors. gov.uk`).
    """

    type: ClassVar[str] = "web_address"
    text: str
    url: str
    span: Span = _span()


@attrs.frozen
class EmailAddress(Reference):
    """`clerk@parliament.example`."""

    type: ClassVar[str] = "email_address"
    text: str
    address: str
    span: Span = _span()


Inline = Text | Interruption | TimeMark | ColumnMark | ChairMark | Furniture | WrittenQuestionReference


# --- blocks of a contribution ----------------------------------------------------------------------


@attrs.frozen
class Paragraph(Node):
    """A paragraph of what was said; directly in a Section, of a release's own voice.

    `text` is the whole of it, as printed, a mark that cut a sentence taken out. `inlines` is empty
    for a plain paragraph (then it is a leaf); else it holds all of it in order: `Text` and what
    stands between.
    """

    type: ClassVar[str] = "paragraph"
    text: str
    inlines: tuple[Inline, ...] = ()
    span: Span = _span()


@attrs.frozen
class Subheading(Node):
    """A heading inside a speech or a written statement; it opens no debate."""

    type: ClassVar[str] = "subheading"
    text: str
    span: Span = _span()


@attrs.frozen
class Quote(Node):
    """A quotation set as a paragraph of its own, its quotation marks included."""

    type: ClassVar[str] = "quote"
    text: str
    inlines: tuple[Inline, ...] = ()
    span: Span = _span()


@attrs.frozen
class ListItem(Node):
    """One item of a list; `marker` is `(a)`, `1.`, `•`, ... or None, and is part of `text`."""

    type: ClassVar[str] = "list_item"
    text: str
    marker: str | None = None
    inlines: tuple[Inline, ...] = ()
    span: Span = _span()


@attrs.frozen
class Motion(Node):
    """The words of a motion: `That the Bill be now read a Second time.`"""

    type: ClassVar[str] = "motion"
    text: str
    inlines: tuple[Inline, ...] = ()
    span: Span = _span()


@attrs.frozen
class Table(Node):
    """A table, kept as one: `text` as printed (cells parted by tabs, rows by newlines or blank lines)."""

    type: ClassVar[str] = "table"
    text: str
    span: Span = _span()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells, row by row."""
        lines = (line for line in self.text.splitlines() if line.strip())
        return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


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
)
SPOKEN = (Paragraph, Subheading, Quote, ListItem, Motion, Table)
_SAID = frozenset(SPOKEN)


def _spoken(block: Words) -> str:
    """The words of a block without its interruptions."""
    inlines: tuple[Inline, ...] = getattr(block, "inlines", ())
    if not any(type(i) is Interruption for i in inlines):
        return block.text
    kept = " ".join(i.text for i in inlines if type(i) is Text)
    return " ".join(kept.split())


# --- what stands in a section ----------------------------------------------------------------------


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
class Contribution(Node):
    """What one label introduces, until the next label, heading or closing formula.

    - `speaker`: what the label prints; never None
    - `blocks`: the words in order, and the marks and furniture between them
    - `printed_kind`: what is printed (`question` where numbered, `statement` in a written
      statement, `gesture`, `quotation`, `chair`, `evidence`, else `speech`)
    - `time`, `column`: in force where it begins, from the last mark of the page; None if none
    - `occasion`: of a speech outside the House, as its title prints it (`at Port Ardle Town Hall`)
    - `resolution`: what `resolve` found out; None without it
    """

    type: ClassVar[str] = "contribution"
    derived: ClassVar[tuple[str, ...]] = ("kind", "question_number", "uin")
    speaker: Speaker = attrs.field(factory=Speaker)
    blocks: tuple[Block, ...] = ()
    printed_kind: str = "speech"
    time: str | None = None
    column: str | None = None
    resolution: Resolution | None = None
    occasion: str | None = attrs.field(default=None, kw_only=True)
    span: Span = _span()

    @property
    def kind(self) -> str:
        """What kind of contribution: as resolved, else as printed."""
        if self.resolution is not None and self.resolution.kind is not None:
            return self.resolution.kind
        return self.printed_kind

    @property
    def text(self) -> str:
        """All that was said: the blocks joined by one blank line."""
        return "\n\n".join([b.text for b in self.blocks if type(b) in _SAID])

    @property
    def spoken(self) -> str:
        """`text` without the interruptions."""
        return "\n\n".join(_spoken(b) for b in self.blocks if isinstance(b, SPOKEN))

    @property
    def question_number(self) -> str | None:
        """`15`, `T1`; None where no number is printed."""
        return next((b.number for b in self.blocks if type(b) is QuestionNumber), None)

    @property
    def uin(self) -> str | None:
        """The first unique identifying number printed with a question: `904937`."""
        for block in self.blocks:
            if type(block) is WrittenQuestionReference:
                return block.number
            for inline in getattr(block, "inlines", ()):
                if type(inline) is WrittenQuestionReference:
                    return inline.number
        return None

    @property
    def person(self) -> Person | None:
        """Who that is, once resolved."""
        return self.resolution.person if self.resolution is not None else None

    @property
    def rules(self) -> dict[str, str]:
        """By which rule each inferred key was set."""
        return dict(self.resolution.rules) if self.resolution is not None else {}

    @property
    def name(self) -> str | None:
        """The person's name where resolved, else the label's."""
        return (self.person and self.person.name) or self.speaker.name

    @property
    def party(self) -> Party | None:
        """The person's party where resolved, else the label's."""
        return (self.person and self.person.party) or self.speaker.party

    @property
    def constituency(self) -> Constituency | None:
        """The person's constituency where resolved, else the label's."""
        return (self.person and self.person.constituency) or self.speaker.constituency

    @property
    def office(self) -> str | None:
        """The office the label prints, else the only one the person is known by."""
        if self.speaker.office is None and self.person is not None and len(self.person.offices) == 1:
            return self.person.offices[0]
        return self.speaker.office


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
    span: Span = _span()


@attrs.frozen
class Vote(Node):
    """One name in a division list: `Pugh, Tomos T. C. (Upper Dale)`.

    `text` as printed; `teller` where marked as one; `proxy` who cast the vote for an absent Member.
    """

    type: ClassVar[str] = "vote"
    text: str
    name: str
    constituency: Constituency | None = None
    teller: bool = False
    proxy: str | None = None
    span: Span = _span()


@attrs.frozen
class VoteGroup(Node):
    """One side of a division.

    `option` is `aye`, `no`, `content`, `not_content`, `for`, `against`, `abstention`; `heading` as
    printed; `stated` the total that is printed for it. `items` holds everything in order.
    """

    type: ClassVar[str] = "vote_group"
    option: str
    heading: str | None = None
    stated: int | None = None
    items: tuple[Vote | Line | TimeMark | ColumnMark | Furniture, ...] = ()
    span: Span = _span()

    @property
    def votes(self) -> tuple[Vote, ...]:
        """Those who voted, the tellers left out."""
        return tuple(v for v in self.items if type(v) is Vote and not v.teller)

    @property
    def tellers(self) -> tuple[Vote, ...]:
        """The tellers of this side."""
        return tuple(v for v in self.items if type(v) is Vote and v.teller)


@attrs.frozen
class Division(Node):
    """A division of the House: `Division No. 321] [9.59 pm` and what belongs to it.

    `number`, `time` (`HH:MM`) and `result` as printed; `groups` one for each side.
    """

    type: ClassVar[str] = "division"
    derived: ClassVar[tuple[str, ...]] = ("totals",)
    number: str | None = None
    time: str | None = None
    date: datetime.date | None = None
    subject: str | None = None
    result: str | None = None
    items: tuple[VoteGroup | Line | TimeMark | ColumnMark | Furniture, ...] = ()
    span: Span = _span()

    @property
    def groups(self) -> tuple[VoteGroup, ...]:
        """The sides."""
        return tuple(g for g in self.items if type(g) is VoteGroup)

    @property
    def totals(self) -> dict[str, int | None]:
        """The stated total of each side, by its option."""
        return {g.option: g.stated for g in self.groups}

    @property
    def text(self) -> str:
        """The lines of the division as printed, one below the other."""
        return "\n".join(leaf.text for leaf in leaves(self))


@attrs.frozen
class Note(Node):
    """Text that no label owns and no rule names."""

    type: ClassVar[str] = "note"
    text: str
    inlines: tuple[Inline, ...] = ()
    span: Span = _span()


@attrs.frozen
class Unrecognised(Node):
    """Lines that the layout does not know."""

    type: ClassVar[str] = "unrecognised"
    text: str
    span: Span = _span()


Item = Node  # a Section or anything a Section holds


@attrs.frozen
class Section(Node):
    """A heading and all that stands below it, in order, nested sections among it.

    - `kind`: `sitting`, `oral_questions`, `urgent_question`, `statement`, `bill_stage`,
      `adjournment`, `westminster_hall`, `written_statement`, `petition`, `points_of_order`,
      `release`, ... or None
    - `level`: 0 for a sitting, then 1 for what stands directly below it, ...
    - `items`: everything in order, the heading's own line first
    """

    type: ClassVar[str] = "section"
    derived: ClassVar[tuple[str, ...]] = (
        "heading",
        "date",
        "age",
        "venue",
        "excerpts_of",
        "release_kind",
        "department",
        "month",
        "updated",
        "summary",
        "house",
    )
    items: tuple[Item, ...] = ()
    kind: str | None = None
    level: int = 1
    span: Span = _span()

    def _mark(self, kind: Any) -> Any:
        for item in self.items:
            if type(item) is kind:
                return item
            if type(item) is Contribution or type(item) is Section:
                return None
        return None

    @property
    def heading(self) -> str | None:
        """The heading as printed; None for a section that has none."""
        mark = self._mark(Heading)
        return mark.text if mark else None

    @property
    def date(self) -> datetime.date | None:
        """The date printed below the heading, or anywhere in a release; never inherited."""
        if self.kind == "release":
            return next((m.date for m in self._release_marks() if m.date is not None), None)
        mark = self._mark(DateMark)
        return mark.date if mark else None

    @property
    def age(self) -> str | None:
        """How long ago, where the page says so: `2 months, 3 weeks ago`."""
        mark = self._mark(AgeMark)
        return mark.text.strip("() ") if mark else None

    @property
    def venue(self) -> str | None:
        """The place printed below the heading; never inherited."""
        mark = self._mark(VenueMark)
        return mark.text if mark else None

    @property
    def house(self) -> str | None:
        """`Commons` or `Lords`, where the heading of a sitting or the venue says which."""
        place = (self.heading if self.kind == "sitting" else self.venue) or ""
        if "lords" in place.lower() or place == "Grand Committee":
            return "Lords"
        return "Commons" if "commons" in place.lower() or place == "Westminster Hall" else None

    @property
    def excerpts_of(self) -> str | None:
        """The Member whose page this is: counts are then not of the sitting."""
        mark = self._mark(ExcerptsMark)
        return mark.member if mark else None

    def _release_marks(self) -> Iterator[ReleaseMark | DateMark]:
        """What a release says about itself, in its heading, below it, or at its end."""
        for item in self.items:
            for mark in (item, *(item.inlines if type(item) is Heading else ())):
                if isinstance(mark, (ReleaseMark, DateMark)):
                    yield mark

    @property
    def release_kind(self) -> str | None:
        """`press_release`, `news_story`, `speech`, ... where a release prints it, be it in its title."""
        kinds = (m.kind for m in self._release_marks() if type(m) is ReleaseMark)
        spoken = (i.printed_kind for i in self.items if type(i) is Contribution and i.occasion is not None)
        return next((k for k in (*kinds, *spoken) if k), None)

    @property
    def department(self) -> str | None:
        """Which body issued a release, as printed: `Home Office`."""
        marks = (m.department for m in self._release_marks() if type(m) is ReleaseMark)
        return next((d for d in marks if d), None)

    @property
    def month(self) -> str | None:
        """The month that a release prints without a day: `2024-05`."""
        return next((m.month for m in self._release_marks() if type(m) is DateMark and m.month), None)

    @property
    def updated(self) -> datetime.date | None:
        """When a release was last changed, where it says so."""
        return max((i.date for i in self.items if type(i) is UpdateMark and i.date), default=None)

    @property
    def summary(self) -> str | None:
        """The sentence below its title that sums a release up."""
        mark = self._mark(Summary)
        return mark.text if mark else None

    def contributions(self) -> Iterator[Contribution]:
        """Every contribution of this section and of those in it, in document order."""
        return _of_type(self.items, Contribution)

    def sections(self) -> Iterator[Section]:
        """Every section below this one, in document order."""
        return _of_type(self.items, Section)

    def divisions(self) -> Iterator[Division]:
        """Every division of this section and of those in it."""
        return _of_type(self.items, Division)


# --- what follows from the text ----------------------------------------------------------------------


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
    span: Span = _span()


@attrs.frozen
class Link:
    """One contribution's relation to an earlier one.

    `source` and `target` are positions in `Transcript.contributions()`; `rule` made the link.
    """

    type: ClassVar[str] = "link"
    source: int
    target: int
    rule: str


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
    span: Span = _span()


@attrs.frozen
class Transcript(Node):
    """A parsed transcript.

    - `items`: everything in order, sections among it
    - `layout`: the name of the layout, None where no layout fits; `confidence` (0 to 1) how sure
    - `encoding`: of the bytes, None where a `str` was parsed; `source`: the file's path, as it was given
    - `version`: of the library that made it
    - `house`, `date`, `title`: of the whole page, where it prints one
    - `persons`, `links`, `mentions`, `references`: what `resolve` adds
    - `problems`: in source order
    """

    type: ClassVar[str] = "transcript"
    derived: ClassVar[tuple[str, ...]] = ("house", "date", "title")
    items: tuple[Item, ...] = ()
    layout: str | None = None
    persons: tuple[Person, ...] = ()
    links: tuple[Link, ...] = ()
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()
    confidence: float = attrs.field(default=0.0, eq=False)
    encoding: str | None = attrs.field(default=None, eq=False)
    source: str | None = attrs.field(default=None, eq=False)
    version: str = attrs.field(default="", eq=False)
    span: Span = _span()

    @property
    def house(self) -> str | None:
        """`Commons` or `Lords`, where all sections that print a House print this one."""
        printed = {s.house for s in self.sections() if s.house}
        return printed.pop() if len(printed) == 1 else None

    @property
    def date(self) -> datetime.date | None:
        """The date printed before any section, else that of the only sitting."""
        for item in self.items:
            if type(item) is DateMark:
                return item.date
        sittings = [i for i in self.items if type(i) is Section and i.kind == "sitting"]
        return sittings[0].date if len(sittings) == 1 else None

    @property
    def title(self) -> str | None:
        """The heading of the only section there is."""
        sections = [i for i in self.items if type(i) is Section]
        return sections[0].heading if len(sections) == 1 else None

    def contributions(self) -> Iterator[Contribution]:
        """Every contribution, in document order."""
        return _of_type(self.items, Contribution)

    def sections(self) -> Iterator[Section]:
        """Every section, in document order, an outer one before those in it."""
        return _of_type(self.items, Section)

    def divisions(self) -> Iterator[Division]:
        """Every division, in document order."""
        return _of_type(self.items, Division)

    def speeches(self) -> Iterator[Speech]:
        """Every speech as one whole, its turns with all that came between; needs `resolve`.

        Turns are one speech where one resumes the other, and where turns of one person follow each
        other within a section with nothing between them (`hansardparse.resolving.groups`).
        """
        from hansardparse.resolving.groups import speeches

        return speeches(self)

    def exchanges(self) -> Iterator[Exchange]:
        """Every question, or questions taken together, with what was answered and asked on it.

        A statement with its questions is an exchange too. Needs `resolve`.
        """
        from hansardparse.resolving.groups import exchanges

        return exchanges(self)


T = TypeVar("T")


def _of_type(items: tuple[Item, ...], kind: type[T]) -> Iterator[T]:
    """Depth-first without recursion: nesting is the input's, and Python's stack is not."""
    stack = [iter(items)]
    while stack:
        for item in stack[-1]:
            if type(item) is kind:
                yield item
            if type(item) is Section:
                stack.append(iter(item.items))
                break
        else:
            stack.pop()


def children(parent: Any) -> tuple[Any, ...]:
    """The nodes directly in a node, in source order."""
    if type(parent) is Contribution:
        both: list[Any] = [parent.speaker, *parent.blocks]
        if len(both) > 1 and both[1].span < both[0].span:  # a question's number before the label
            both.sort(key=lambda n: n.span)
        return tuple(both)
    cls: Any = type(parent)
    name = _below(cls)
    return getattr(parent, name) if name is not None else ()


@functools.cache
def _below(cls: Any) -> str | None:
    """The field of a class that holds nodes."""
    fields = {field.name for field in attrs.fields(cls)}
    return next((name for name in ("items", "inlines") if name in fields), None)


def leaves(parent: Any) -> Iterator[Any]:
    """The leaves below a node, in source order."""
    stack = [iter(children(parent))]
    while stack:
        for child in stack[-1]:
            below = children(child)
            if below:
                stack.append(iter(below))
                break
            yield child
        else:
            stack.pop()
