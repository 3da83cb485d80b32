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
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import attrs

from hansardparse.model.base import NOWHERE as NOWHERE
from hansardparse.model.base import Node, Span, children, leaves, span_field
from hansardparse.model.blocks import SPOKEN as SPOKEN
from hansardparse.model.blocks import (
    Block,
    Inline,
    ListItem,
    Motion,
    Paragraph,
    Procedure,
    Quote,
    Subheading,
    Table,
    Words,
)
from hansardparse.model.division import Division, Vote, VoteGroup
from hansardparse.model.inferred import (
    Answer,
    Given,
    Intervention,
    Link,
    Mention,
    Problem,
    Resolution,
    Response,
    Resumption,
    Supplementary,
)
from hansardparse.model.marks import (
    AgeMark,
    ChairMark,
    ColumnMark,
    DateMark,
    Elision,
    ExcerptsMark,
    Furniture,
    Heading,
    Interruption,
    Line,
    QuestionNumber,
    ReleaseMark,
    Summary,
    Text,
    TimeMark,
    Unrecognised,
    UpdateMark,
    VenueMark,
)
from hansardparse.model.people import Constituency, Party, Person, Speaker
from hansardparse.model.references import (
    Act,
    Bill,
    ColumnRange,
    CommandPaper,
    EmailAddress,
    HousePaper,
    OfficialReportReference,
    Petition,
    Provision,
    Reference,
    StandingOrder,
    StatutoryInstrument,
    WebAddress,
    WrittenQuestionReference,
    WrittenStatementReference,
)
from hansardparse.model.short import counted, quoted
from hansardparse.model.source_map import SourceMap
from hansardparse.moved import moved
from hansardparse.parliaments import house_named, house_of, profile_or_usual
from hansardparse.parliaments.days import day_named

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
    "Given",
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


_SAID = frozenset(SPOKEN)


def _spoken(block: Words) -> str:
    """The words of a block without its interruptions."""
    inlines: tuple[Inline, ...] = getattr(block, "inlines", ())
    if not any(type(i) is Interruption for i in inlines):
        return block.text
    kept = " ".join(i.text for i in inlines if type(i) is Text)
    return " ".join(kept.split())


@attrs.frozen(repr=False)
class Contribution(Node):
    """What one label introduces, until the next label, heading or closing formula.

    - `speaker`: what the label prints; never None
    - `blocks`: the words in order, and the marks and furniture between them
    - `printed_kind`: what is printed (`question` where numbered, `statement` in a written
      statement, `gesture`, `quotation`, `chair`, `evidence`, else `speech`)
    - `time`, `column`: in force where it begins, from the last mark of the page; None if none
    - `occasion`: of a speech outside the House, as its title prints it (`at Port Ardle Town Hall`)
    - `origin`: where that is in its container: the page of a PDF (`page=12`), the id of an element
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
    span: Span = span_field()
    origin: str | None = attrs.field(default=None, eq=False, kw_only=True)

    def _parts(self) -> tuple[Any, ...]:
        """The nodes directly in it, in source order; a question's number may stand before the label."""
        both: list[Any] = [self.speaker, *self.blocks]
        if len(both) > 1 and both[1].span < both[0].span:
            both.sort(key=lambda n: n.span)
        return tuple(both)

    def __repr__(self) -> str:
        party = f" ({self.party})" if self.party else ""
        name = quoted(self.name or self.speaker.label or "", 60)
        return f"<Contribution {self.kind} by {name}{party}: {quoted(self.text)}>"

    def _repr_html_(self) -> str:
        return _shown(self)

    @property
    def kind(self) -> str:
        """What kind of contribution: as resolved, else as printed."""
        if self.resolution is not None and self.resolution.kind is not None:
            return self.resolution.kind
        return self.printed_kind

    @property
    def text(self) -> str:
        """All that was said: the blocks joined by one blank line."""
        return "\n\n".join([text for b in self.blocks if type(b) in _SAID and (text := b.text)])

    @property
    def spoken(self) -> str:
        """`text` without the interruptions."""
        blocks = (_spoken(b) for b in self.blocks if isinstance(b, SPOKEN))
        return "\n\n".join(block for block in blocks if block)

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
class Note(Node):
    """Text that no label owns and no rule names."""

    type: ClassVar[str] = "note"
    text: str
    inlines: tuple[Inline, ...] = ()
    span: Span = span_field()


Item = Node  # a Section or anything a Section holds


@attrs.frozen(repr=False)
class Section(Node):
    """A heading and all that stands below it, in order, nested sections among it.

    - `kind`: `sitting`, `oral_questions`, `urgent_question`, `statement`, `bill_stage`,
      `adjournment`, `westminster_hall`, `written_statement`, `personal_statement`, `petition`,
      `points_of_order`, `release`, ... or None
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
    span: Span = span_field()

    def __repr__(self) -> str:
        kind = f" {self.kind}" if self.kind else ""
        heading = f" {quoted(self.heading)}" if self.heading is not None else ""
        return f"<Section{kind}{heading}: {_counts(self)}>"

    def _repr_html_(self) -> str:
        return _shown(self)

    def outline(self) -> str:
        """The same as of a Transcript, of this section."""
        from hansardparse.view.outline import outline

        return outline(self)

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
        """The date printed below the heading, or the first of those anywhere in a release; never inherited.

        A speech is delivered before it is published.
        """
        if self.kind == "release":
            return min((m.date for m in self._release_marks() if m.date is not None), default=None)
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
        """Which House, where the heading of a sitting or the venue says so: `Lords`."""
        place = self.heading if self.kind == "sitting" else self.venue
        return house_of(place) if place else None

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


@attrs.frozen(repr=False)
class Transcript(Node):
    """A parsed transcript.

    - `items`: everything in order, sections among it
    - `layout`: the name of the layout, None where no layout fits; `confidence` (0 to 1) how sure
    - `encoding`: of the bytes of a text, None for a `str` and for containers; `source`: the file's name
    - `version`: of the library that made it
    - `container`: what the text was read from (`publicwhip`, `pdf`, ...; see `docs/containers.md`); None
      for text
    - `parliament`: the code of the parliament whose record it is (`uk`), None where no layout fits
    - `given`: what the caller knows of it and it does not print; None where nothing was given
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
    span: Span = span_field()
    #: What `resolve` and `rows` need to find their places; the JSON does not have it.
    _source_map: SourceMap | None = attrs.field(default=None, eq=False, repr=False)
    container: str | None = attrs.field(default=None, eq=False, kw_only=True)
    parliament: str | None = attrs.field(default=None, eq=False, kw_only=True)
    given: Given | None = attrs.field(default=None, eq=False, kw_only=True)

    def __repr__(self) -> str:
        facts = (self.layout or self.container or "no-layout", self.date, self.house)
        return f"<Transcript {' '.join(str(fact) for fact in facts if fact)}: {_counts(self)}>"

    def _repr_html_(self) -> str:
        return _shown(self)

    def outline(self) -> str:
        """A tree of lines to print in a terminal: sections, turns, divisions, what the House did."""
        from hansardparse.view.outline import outline

        return outline(self)

    @property
    def house(self) -> str | None:
        """`Commons` or `Lords`, where all sections that print a House print this one, as does what stands
        above them and what is headed by its name.
        """
        above = {house_of(item.text) for item in self.items if type(item) is VenueMark}
        above |= {house_below(item, self.parliament) for item in self.items if type(item) is Section}
        printed = {s.house for s in self.sections() if s.house} | above - {None}
        return printed.pop() if len(printed) == 1 else None

    @property
    def date(self) -> datetime.date | None:
        """The date printed before any section, else that of the only sitting, else the one above all that
        is said.
        """
        for item in self.items:
            if type(item) is DateMark:
                return item.date
        sections = [i for i in self.items if type(i) is Section]
        sittings = [s for s in sections if s.kind == "sitting"]
        if len(sittings) == 1:
            return sittings[0].date
        for section in () if sittings else sections:
            day = day_below(section, self.parliament)
            if day is not None or next(section.contributions(), None) is not None:
                return day
        return None

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
        """The same as `hansardparse.speeches`, where this has moved."""
        from hansardparse.resolving.groups import speeches

        moved("Transcript.speeches", "hansardparse.speeches")
        return speeches(self)

    def exchanges(self) -> Iterator[Exchange]:
        """The same as `hansardparse.exchanges`, where this has moved."""
        from hansardparse.resolving.groups import exchanges

        moved("Transcript.exchanges", "hansardparse.exchanges")
        return exchanges(self)


#: A day that these print is theirs alone.
_OF_THEIR_OWN_DAY = frozenset({"sitting", "release"})
#: A day holds for what is below it where it stands above what is said or decided.
_DAY_OR_WORDS = frozenset({Contribution, DateMark, Division})


def day_below(section: Section, parliament: str | None) -> datetime.date | None:
    """The day of a section and of those below it that print none: it stands above all that is said, or is
    all that a heading there says, in the words of that parliament.

    What a record prints at its head is a section (`PARLIAMENT OF KENYA`, `THE HANSARD`, the day), and the
    subjects of that day stand below it, not in it.
    """
    if section.kind in _OF_THEIR_OWN_DAY:
        return None
    months = profile_or_usual(parliament).months
    for item in itertools.chain((section,), _every(section.items)):
        if type(item) is Section:
            day = day_named(item.heading or "", months)
            if day is not None:
                return day
        elif type(item) in _DAY_OR_WORDS:
            return item.date if type(item) is DateMark else None
    return None


def house_below(section: Section, parliament: str | None) -> str | None:
    """The House of a section and of those below it: a heading above all that is said is its name, in that
    parliament.

    One with turns of its own is about that House.
    """
    if section.kind in _OF_THEIR_OWN_DAY:
        return None
    for item in itertools.chain((section,), _every(section.items)):
        if type(item) is Section:
            house = house_named(item.heading or "", parliament)
            if house is not None:
                return None if any(type(each) is Contribution for each in item.items) else house
        elif type(item) is Contribution or type(item) is Division:
            return None
    return None


def _counts(of: Transcript | Section) -> str:
    """How much is in a part: `312 contributions, 14 sections`."""
    turns = sum(1 for _ in of.contributions())
    sections = sum(1 for _ in of.sections())
    return f"{counted(turns, 'contribution')}, {counted(sections, 'section')}"


def _shown(of: Any) -> str:
    """How a node shows itself in a notebook."""
    from hansardparse.view.notebook import shown

    return shown(of)


T = TypeVar("T")


def _of_type(items: tuple[Item, ...], kind: type[T]) -> Iterator[T]:
    """Those of a class among some items and all below these."""
    return (item for item in _every(items) if type(item) is kind)


def _every(items: tuple[Item, ...]) -> Iterator[Item]:
    """Depth-first without recursion: nesting is the input's, and Python's stack is not."""
    stack = [iter(items)]
    while stack:
        for item in stack[-1]:
            yield item
            if type(item) is Section:
                stack.append(iter(item.items))
                break
        else:
            stack.pop()
