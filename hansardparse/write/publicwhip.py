"""publicwhip XML, as TheyWorkForYou reads it: one flat stream of headings, speeches and divisions.

What is written is valid for `mysoc-validator`. Ids are `uk.org.publicwhip/debate/2024-02-19a.510.81230977`:
the kind of record, the day, the column (0 where none is printed) and a number that is made from what the item
says, so that a second version of a day has the same ids for all that did not change. Items that say the
same in one column have numbers one after the other. An item that was read from publicwhip XML keeps its id.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

from hansardparse.errors import HansardError
from hansardparse.model.nodes import (
    SPOKEN,
    ColumnMark,
    Contribution,
    DateMark,
    Division,
    Furniture,
    Heading,
    Line,
    ListItem,
    Motion,
    QuestionNumber,
    Quote,
    Resumption,
    Section,
    Table,
    TimeMark,
    Transcript,
    VenueMark,
    WrittenQuestionReference,
)
from hansardparse.parliaments import USUAL
from hansardparse.write.standing import Here, walk
from hansardparse.write.xml_tree import (
    LEFT_OUT,
    Left,
    Written,
    below,
    besides,
    by,
    clean,
    document,
    needed,
    pieces,
)

__all__ = ["WRITER", "publicwhip"]

_FORM = "publicwhip XML"
_ORG = "uk.org.publicwhip/"
_NUMBER = re.compile("(?:person|member)/[0-9]+")
_OWN = re.compile(
    r"uk\.org\.publicwhip/[a-z/-]+/[0-9]{4}-[0-9]{2}-[0-9]{2}[a-z]?\.[A-Za-z0-9-]+\.[A-Za-z0-9]+"
)
#: The kinds of record that ids name, by the parliament and the House.
_KINDS = {
    ("uk", "Commons"): "debate",
    ("uk", "Lords"): "lords",
    ("sco", None): "spor",
    ("ni", None): "ni",
    ("wa", None): "senedd/en",
}
_WRITTEN = {
    "written_statements": {"Commons": "wms", "Lords": "lordswms"},
    "written_statement": {"Commons": "wms", "Lords": "lordswms"},
    "written_answers": {"Commons": "wrans", "Lords": "lordswrans"},
}
_WORDS = frozenset({*SPOKEN, WrittenQuestionReference})
_HALL = "westminster hall"
#: How a list of names and a name are called, by the kind of record.
_LISTS = {
    "lords": ("lordlist", "lord"),
    "spor": ("msplist", "mspname"),
    "ni": ("mlalist", "mlaname"),
    "senedd/en": ("mslist", "msname"),
}
_TYPES = {
    "question": "Start Question",
    "supplementary": "Start SupplementaryQuestion",
    "answer": "Start Answer",
    "intervention": "Start Intervention",
}
_VOTES = {"not_content": "not-content", "abstention": "abstain"}
_COUNTS = {"aye": "ayes", "no": "noes", "not_content": "not-content", "abstention": "abstentions"}
#: How many numbers there are for what an item says.
_NUMBERS = 10**8
_MAJOR = 1
#: These have no place of their own: ids and attributes say what they print.
_HELD = frozenset({DateMark, VenueMark, ColumnMark, Line})
_INSIDE = {TimeMark: "times inside turns", ColumnMark: "columns that begin inside turns"}


def publicwhip(transcript: Transcript) -> Written:
    """A transcript as publicwhip XML; what is `given` with it stands in for what is not printed.

    Raises HansardError: `not-printed` where a day or a House is needed and nobody says it,
    `no-such-format` for a parliament that has no ids there.
    """
    return _Page(transcript).written()


class _Page:
    """A file that grows, item by item."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self._parliament = transcript.parliament or USUAL
        self._root = Element("publicwhip", {"scraperversion": "hansardparse", "latest": "yes"})
        self._root.text = "\n"
        self._left = Left(_FORM)
        self._taken: set[str] = set()
        self._headed = False
        self._resumed = {link.source for link in transcript.links if type(link) is Resumption}
        self._turns = 0

    def written(self) -> Written:
        """The whole file."""
        for event, item, here in walk(self._transcript):
            if event == "item":
                self._item(item, here)
            elif event == "open":
                self._level, self._section = item.level, item
        if not len(self._root):
            below(self._root, "source", url=self._transcript.source or "")  # an empty file is refused
        return Written(document(self._root), self._left.problems())

    _level = 1
    _section: Section | None = None

    def _item(self, item: Any, here: Here) -> None:
        kind = type(item)
        if kind is Heading:
            self._heading(item, here)
        elif kind in LEFT_OUT:
            self._left.note(LEFT_OUT[kind])
        elif kind is Contribution:
            self._turn(item, here)
        elif kind is Division:
            self._division(item, here)
        elif kind in _HELD or (kind is TimeMark and item.time) or not item.text.strip():
            pass
        else:
            self._nobody(item, here)

    # --- ids ---------------------------------------------------------------------------------------

    def _record(self, here: Here) -> str:
        """The kind of record: of which House, and where it sits."""
        known = {parliament for parliament, _ in _KINDS}
        if self._parliament not in known:
            what = f"{_FORM} has ids for {', '.join(sorted(known))}, not for parliament {self._parliament!r}"
            raise HansardError(what, code="no-such-format")
        if (self._parliament, None) in _KINDS:
            return _KINDS[self._parliament, None]
        if (self._parliament, here.house) not in _KINDS:
            raise needed(_FORM, "the House", "--house Commons or --house Lords")
        written = _WRITTEN.get(here.kind or "")
        if written is not None:
            return written[here.house or ""]
        if here.house == "Commons" and _HALL in (here.venue or "").lower():
            return "westminhall"
        return _KINDS[self._parliament, here.house]

    def _id(self, here: Here, words: str, own: str | None = None) -> str:
        """The id of an item, by the day, the column and what it says."""
        if own is not None and _OWN.fullmatch(own) and own not in self._taken:
            self._taken.add(own)
            return own
        if here.date is None:
            raise needed(_FORM, "the day", "--date YYYY-MM-DD")
        page = f"{_ORG}{self._record(here)}/{here.date}a.{_column(here)}"
        number = zlib.crc32(" ".join(words.split()).encode("utf-8", "surrogatepass")) % _NUMBERS
        while (found := f"{page}.{number}") in self._taken:
            number += 1
        self._taken.add(found)
        return found

    # --- items -------------------------------------------------------------------------------------

    def _element(self, tag: str, item_id: str, here: Here, **attributes: str | None) -> Element:
        time = f"{here.time}:00" if here.time else None
        return below(
            self._root, tag, "", id=item_id, **attributes, colnum=_digits(here.column), time=time, url=""
        )

    def _heading(self, item: Heading, here: Here) -> None:
        oral = self._section is not None and self._section.kind == "oral_questions" and self._level <= _MAJOR
        tag = "major-heading" if self._level <= _MAJOR else "minor-heading"
        element = self._element(tag, self._id(here, item.text), here, nospeaker="true")
        if oral:
            element.tag = "oral-heading"
            element.set("colnum", element.get("colnum", ""))
            element.set("time", element.get("time", ""))
        element.text = clean(item.text)
        self._headed = True

    def _spoken(self, element: Element, item_id: str) -> _Speech:
        return _Speech(
            element, item_id.partition("/")[2].rpartition("/")[2][10:].replace(".", "", 1), self._left
        )

    def _speech(self, item_id: str, here: Here, **attributes: str | None) -> _Speech:
        """A new speech; none stands before a first heading, which TheyWorkForYou refuses."""
        if not self._headed:
            self._element("major-heading", self._id(here, ""), here, nospeaker="true")
            self._headed = True
        return self._spoken(self._element("speech", item_id, here, **attributes), item_id)

    def _nobody(self, item: Any, here: Here) -> None:
        """What nobody says."""
        speech = self._speech(self._id(here, item.text), here, nospeaker="true")
        speech.block(item)

    def _turn(self, item: Contribution, here: Here) -> None:
        here = here._replace(time=item.time or here.time, column=item.column or here.column)
        said = item.speaker
        own = self._id(here, f"{said.label or ''}\n{item.text}", item.origin)
        kind = (
            "Continuation Speech" if self._turns in self._resumed else _TYPES.get(item.kind, "Start Speech")
        )
        self._turns += 1
        speech = self._speech(
            own,
            here,
            speakername=" ".join((said.label or "").split()),
            type=kind,
            oral_qnum=item.question_number,
            **_who(item),
        )
        speech.blocks(item.blocks)

    def _division(self, item: Division, here: Here) -> None:
        record = self._record(here)
        here = here._replace(time=item.time)
        number = item.number or ""
        if not number.isdecimal():
            self._left.note("divisions without a number, which have the number 0")
        element = self._element(
            "division",
            self._id(here, item.text),
            here,
            nospeaker="true",
            divdate=item.date.isoformat() if item.date else here.date,
            divnumber=number if number.isdecimal() else "0",
        )
        stated = {_COUNTS.get(g.option, g.option): str(g.stated) for g in item.groups if g.stated is not None}
        below(element, "divisioncount", **stated)
        names, name = _LISTS.get(record, ("mplist", "mpname"))
        if not item.groups:
            below(element, names, vote="absent")  # a division without any list is refused
        for group in item.groups:
            vote = _VOTES.get(group.option, group.option)
            side = below(element, names, vote=vote)
            side.text = "\n"
            for one in (*group.votes, *group.tellers):
                # an `mspname` cannot say that somebody tells
                tag = "repname" if one.teller and name == "mspname" else name
                voter = below(side, tag, one.name, vote=vote, proxy=one.proxy)
                known = _number(one.identifiers)
                if tag == "mspname":
                    voter.set("id", "unknown")
                elif known is not None and known.startswith("person/"):
                    voter.set("person_id", f"{_ORG}{known}")
                if one.teller:
                    voter.set("teller", "yes")
                if one.constituency is not None:
                    self._left.note("constituencies in lists of names")
        for part in besides(item):
            if type(part) is Furniture:
                self._left.note(LEFT_OUT[Furniture])
            else:
                self._nobody(part, here)


class _Speech:
    """A speech that grows, paragraph by paragraph."""

    def __init__(self, element: Element, place: str, left: Left) -> None:
        element.text = "\n"
        self._element, self._place, self._left = element, place, left
        self._count = 0

    def _pid(self) -> str:
        self._count += 1
        return f"{self._place}/{self._count}"

    def blocks(self, blocks: tuple[Any, ...]) -> None:
        """What is in a turn."""
        for n, block in enumerate(blocks):
            kind = type(block)
            if kind in _INSIDE:
                if n < len(blocks) - 1:
                    self._left.note(_INSIDE[kind])
            elif kind in LEFT_OUT:
                self._left.note(LEFT_OUT[kind])
            elif kind is Table:
                self._table(block)
            elif kind in _WORDS:
                self.block(block)
            elif kind is not QuestionNumber and kind is not Line:
                self.block(block, class_="aside")

    def block(self, block: Any, **attributes: str) -> None:
        """One paragraph, or what is written as one."""
        words, number = "", None
        for inline, text in pieces(block):
            if type(inline) in _INSIDE:
                self._left.note(_INSIDE[type(inline)])
                words += " "
            elif type(inline) in LEFT_OUT:
                self._left.note(LEFT_OUT[type(inline)])
            elif type(inline) is WrittenQuestionReference:
                number = number or inline.number
                words += f" {text}"
            else:
                words += text
        if type(block) is WrittenQuestionReference:
            number = block.number
        below(self._element, "p", words, pid=self._pid(), qnum=number, **_set(block), **attributes)

    def _table(self, table: Table) -> None:
        body = below(below(self._element, "table"), "tbody")
        for cells in table.rows:
            row = below(body, "tr", pid=self._pid())
            for cell in cells:
                below(row, "td", cell).tail = None


def _set(block: Any) -> dict[str, str]:
    """How a paragraph is set."""
    if type(block) is Motion:
        return {"pwmotiontext": "moved"}
    return {"class_": "indent"} if type(block) in (Quote, ListItem) else {}


def _who(item: Contribution) -> dict[str, str]:
    """The number of a speaker in TheyWorkForYou's register, `unknown` where it is not known."""
    person = item.person
    found = [*item.speaker.identifiers, *(person.identifiers if person else ())]
    if person is not None and person.register_id is not None:
        found.insert(0, person.register_id.removeprefix(_ORG))
    number = _number(found)
    if number is not None and not number.startswith("person/"):
        return {"speakerid": f"{_ORG}{number}"}
    return {"person_id": f"{_ORG}{number}" if number is not None else "unknown"}


def _number(identifiers: Iterable[str]) -> str | None:
    """The number of somebody in TheyWorkForYou's register, a person's if there is one."""
    found = [each.removeprefix("publicwhip:") for each in identifiers]
    numbers = [each for each in found if _NUMBER.fullmatch(each)]
    return next((each for each in numbers if each.startswith("person/")), next(iter(numbers), None))


def _digits(column: str | None) -> str | None:
    """The number of a column without its letters, which the kind of record says."""
    return re.sub("[^0-9]", "", column) or None if column else None


def _column(here: Here) -> str:
    return re.sub("[^A-Za-z0-9-]", "", here.column or "") or "0"


WRITER = by(publicwhip)
