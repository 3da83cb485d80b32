"""Akoma Ntoso 3.0: one `debate`, its sections nested as the record's are.

What is written is valid by the schema of OASIS, and every reference leads to an element of the document.
The `eId` of an element is that of the element around it, its own kind and its number there
(`dbsect_1__speech_2__p_1`).
"""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from hansardparse.model.nodes import (
    SPOKEN,
    ColumnMark,
    Contribution,
    DateMark,
    Division,
    Heading,
    Interruption,
    Line,
    Note,
    Procedure,
    QuestionNumber,
    Section,
    Table,
    TimeMark,
    Transcript,
    VoteGroup,
    WrittenQuestionReference,
)
from hansardparse.write.akoma_ntoso_meta import Meta
from hansardparse.write.standing import Here, walk
from hansardparse.write.xml_tree import LEFT_OUT, Left, Written, below, besides, by, clean, document, pieces

__all__ = ["WRITER", "akoma_ntoso"]

_FORM = "Akoma Ntoso"
_SAID = frozenset(SPOKEN)
_MARKS = frozenset({TimeMark, ColumnMark})
#: What of a section is no speech, by what it is; all else is a narrative.
_NOBODY = {"procedure": "summary", "interruption": "scene"}
_SPEECHES = {"question": "question", "supplementary": "question", "answer": "answer"}
_SIDES = {
    "aye": "ayes",
    "no": "noes",
    "content": "contents",
    "not_content": "not-contents",
    "abstention": "abstentions",
}
#: How the parts of an eId are called.
_SHORT = {"debateSection": "dbsect"}


def akoma_ntoso(transcript: Transcript) -> Written:
    """A transcript as Akoma Ntoso; what is `given` with it stands in for what is not printed.

    Raises HansardError (`not-printed`) where a day is needed and nobody says it.
    """
    steps = walk(transcript)
    meta = Meta(transcript, steps)
    body = _Body(meta)
    for event, item, here in steps:
        if event == "item":
            body.item(item, here)
        elif event == "open":
            body.enter(item)
        else:
            body.leave()
    root = Element("akomaNtoso", {"xmlns": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"})
    debate = below(root, "debate", name="hansard")
    debate.append(meta.element())
    opening = below(below(debate, "preface"), "p")
    below(opening, "docDate", meta.first, date=meta.first).tail = " "
    if meta.house:
        below(opening, "docProponent", meta.house).tail = None
    body.close()
    debate.append(body.element)
    return Written(document(root), body.left.problems())


class _Open(NamedTuple):
    """An element that is being filled: its eId, and how many of each kind are in it."""

    element: Element
    eid: str
    counts: Counter[str]


class _Body:
    """The body of a debate, which grows item by item."""

    def __init__(self, meta: Meta) -> None:
        self.element = Element("debateBody")
        self.element.tail = "\n"
        self.left = Left(_FORM)
        self._meta = meta
        self._stack = [_Open(self.element, "", Counter())]
        self._loose = False  # a section of our own is open, for what stands in none

    def _new(self, tag: str, within: _Open | None = None, text: str = "", **attributes: str | None) -> _Open:
        """A new element with its eId, at the end of the one that is open, or of another."""
        within = within or self._stack[-1]
        short = _SHORT.get(tag, tag)
        within.counts[short] += 1
        eid = f"{within.eid}__{short}" if within.eid else short
        eid = f"{eid}_{within.counts[short]}"
        return _Open(below(within.element, tag, text, eId=eid, **attributes), eid, Counter())

    # --- sections ----------------------------------------------------------------------------------

    def enter(self, section: Section) -> None:
        """A section begins."""
        self._close_loose()
        self._stack.append(self._new("debateSection", name=section.kind or "debate"))

    def leave(self) -> None:
        """The section ends."""
        self._stack.pop()

    def _close_loose(self) -> None:
        if self._loose:
            self._stack.pop()
            self._loose = False

    def _section(self) -> _Open:
        """The section that takes what stands next; the body itself holds sections alone."""
        if len(self._stack) == 1:
            self._stack.append(self._new("debateSection", name="debate"))
            self._loose = True
        return self._stack[-1]

    def close(self) -> None:
        """End the body, which has one section at least."""
        self._close_loose()
        if not len(self.element):
            self._new("debateSection", name="debate")

    # --- items -------------------------------------------------------------------------------------

    def item(self, item: Any, here: Here) -> None:
        """What stands next."""
        kind = type(item)
        if kind is Heading:
            self._heading(item)
        elif kind is Contribution:
            self._turn(item, here)
        elif kind in LEFT_OUT:
            self.left.note(LEFT_OUT[kind])
        elif kind is Division:
            self._division(item)
        elif kind in _MARKS:
            self._words(self._new("narrative", self._section()).element, item)
        elif kind is DateMark and item.date is not None:
            line = self._new("narrative", self._section()).element
            below(line, "docDate", item.text, date=item.date.isoformat()).tail = None
        elif item.text.strip():
            named = item.type if kind in (Note, Procedure) else None
            tag = _NOBODY.get(item.type, "narrative")
            self._words(self._new(tag, self._section(), class_=named).element, item)

    def _heading(self, item: Heading) -> None:
        """A heading, which stands first in its section."""
        section = self._section().element
        place = sum(each.tag in ("heading", "subheading") for each in section)
        heading = below(section, "subheading" if place else "heading", " ".join(item.text.split()))
        section.remove(heading)
        section.insert(place, heading)

    def _turn(self, item: Contribution, here: Here) -> None:
        time = item.time or here.time
        speech = self._new(
            _SPEECHES.get(item.kind, "speech"),
            self._section(),
            by=self._meta.person(item),
            as_=self._meta.role(item.speaker.office),
            startTime=f"{here.date}T{time}:00" if here.date and time else None,
        )
        if item.question_number is not None:
            below(speech.element, "num", item.question_number)
        if item.speaker.label is not None:
            below(speech.element, "from", " ".join(item.speaker.label.split()))
        for block in item.blocks:
            kind: Any = type(block)
            if isinstance(block, Table):
                self._table(speech, block)
            elif kind in LEFT_OUT:
                self.left.note(LEFT_OUT[kind])
            elif kind in _SAID or kind is WrittenQuestionReference or kind in _MARKS:
                named = block.type if kind in _SAID else None
                self._words(self._new("p", speech, class_=named).element, block)
            elif kind is not QuestionNumber and kind is not Line:
                self._new("p", speech, block.text, class_="aside")
        if not speech.counts:
            self._new("p", speech)

    def _table(self, speech: _Open, table: Table) -> None:
        rows = self._new("table", speech).element
        for cells in table.rows:
            row = below(rows, "tr")
            for cell in cells:
                below(below(row, "td"), "p", cell).tail = None

    def _words(self, element: Element, block: Any) -> None:
        """The words of a paragraph, with what breaks into them."""
        last: Element | None = None
        parts = ((block, block.text),) if type(block) in _MARKS else pieces(block)
        for inline, text in parts:
            kind = type(inline)
            if kind in LEFT_OUT:
                self.left.note(LEFT_OUT[kind])
            elif kind is TimeMark and inline.time is not None:
                last = SubElement(element, "recordedTime", time=f"{inline.time}:00", title=clean(text))
            elif kind is ColumnMark:
                last = SubElement(element, "eop", number=clean(inline.column))
            elif kind is Interruption:
                what = "sceneDescription" if inline.kind == "incident" else "phenomenon"
                last = SubElement(element, "remark", type=what)
                last.text = clean(text)
            else:
                words = clean(f" {text}" if kind is WrittenQuestionReference else text)
                if last is None:
                    element.text = (element.text or "") + words
                else:
                    last.tail = (last.tail or "") + words

    # --- votes -------------------------------------------------------------------------------------

    def _division(self, item: Division) -> None:
        """A division: a section with its number, and a section in it for each side."""
        whole = self._new("debateSection", self._section(), name="division")
        if item.number is not None:
            below(whole.element, "num", item.number)
        if item.time is not None:
            self._words(self._new("narrative", whole).element, TimeMark(item.time, item.time))
        totals = []
        for group in item.groups:
            name = _SIDES.get(group.option, group.option.replace("_", "-"))
            choice = self._meta.choice(name)
            side = self._new("debateSection", whole, name=name)
            self._new("p", side, group.heading or name)
            self._names(side, group, choice)
            if group.stated is not None:
                totals.append((str(group.stated), choice, f"#{side.eid}"))
        self._meta.voting(f"#{whole.eid}", totals)
        for part in besides(item):
            if type(part) in LEFT_OUT:
                self.left.note(LEFT_OUT[type(part)])
            else:
                self._words(self._new("narrative", whole).element, part)

    def _names(self, side: _Open, group: VoteGroup, choice: str) -> None:
        for vote in (*group.votes, *group.tellers):
            line = self._new("p", side, class_="teller" if vote.teller else None).element
            name = SubElement(line, "vote", by=self._meta.voter(vote.name), choice=choice)
            name.text = clean(vote.name)
            for kind, said in (("constituency", vote.constituency), ("proxy", vote.proxy)):
                if said is not None:
                    line[-1].tail = " "
                    SubElement(line, "inline", name=kind).text = clean(str(said))


WRITER = by(akoma_ntoso)
