"""ParlaMint TEI: a component file of one record, and the corpus root with its people and parties.

What is written is valid by the schemas of ParlaMint. A body is flat there: headings that follow one another
stand in one division, and the levels of headings are not kept.
"""

from __future__ import annotations

from collections import Counter
from typing import Any
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
    Person,
    QuestionNumber,
    Resumption,
    Table,
    Text,
    TimeMark,
    Transcript,
    WrittenQuestionReference,
)
from hansardparse.write.parlamint_header import Sitting, header, sitting_of
from hansardparse.write.people_ids import named, slug, unique
from hansardparse.write.standing import Here, walk
from hansardparse.write.xml_tree import LEFT_OUT, Left, Written, below, besides, clean, document, pieces

__all__ = ["Body", "built", "component", "parlamint", "person_ids", "printed_names"]

_FORM = "ParlaMint TEI"
_SAID = frozenset(SPOKEN)
_MARKS = frozenset({TimeMark, ColumnMark})
_APPLAUSE, _LAUGHTER = "applause", "laughter"


def parlamint(transcript: Transcript) -> Written:
    """A transcript as a component file; what is `given` with it stands in for what is not printed.

    Raises HansardError (`not-printed`) where a day is needed, or the House of a parliament that has two, and
    nobody says it.
    """
    return component(transcript, *built(transcript))


def component(transcript: Transcript, sitting: Sitting, body: Body) -> Written:
    """The file of a transcript of which the body is built."""
    return Written(document(_component(transcript, sitting, body)), body.left.problems())


def built(transcript: Transcript) -> tuple[Sitting, Body]:
    """Which record a transcript is, and the body of its file. Raises as `parlamint` does."""
    steps = walk(transcript)
    sitting = sitting_of(transcript, steps)
    body = Body(transcript, sitting)
    for event, item, here in steps:
        if event == "item":
            body.item(item, here)
    body.close()
    return sitting, body


def person_ids(transcript: Transcript) -> dict[str, str]:
    """What each person of a transcript is called in its files, by the person's own id.

    The same person is called the same in every file, where names tell people apart or a register knows them.
    """
    names = printed_names(transcript)
    found = unique(_called(person, names.get(person.id)) for person in transcript.persons)
    return {person.id: name for person, name in zip(transcript.persons, found, strict=True)}


def printed_names(transcript: Transcript) -> dict[str, tuple[str, str]]:
    """The forenames and the surname of each person of whom a label prints both, by the person's own id."""
    found: dict[str, tuple[str, str]] = {}
    for item in transcript.contributions():
        if item.person is not None and item.speaker.forenames and item.speaker.surname:
            found.setdefault(item.person.id, (item.speaker.forenames, item.speaker.surname))
    return found


def _called(person: Person, names: tuple[str, str] | None) -> str:
    """A name as an id, without a title where there is a forename; and the number in a register."""
    called = " ".join(names) if names is not None else named(person)
    words = "".join(word.capitalize() for word in slug(called, " ").split())
    numbers = (person.register_id, *person.identifiers)
    number = next((slug(each.rpartition(":")[2].rpartition("/")[2]) for each in numbers if each), None)
    name = words if number is None else f"{words}.{number}"
    return name if name[:1].isalpha() else f"P{name}"


def _component(transcript: Transcript, sitting: Sitting, body: Body) -> Element:
    root = Element(
        "TEI",
        {
            "xmlns": "http://www.tei-c.org/ns/1.0",
            "xml:id": sitting.id,
            "xml:lang": sitting.language,
            "ana": "#parla.sitting #reference",
        },
    )
    text = Element("text", {"ana": "#reference"})
    text.tail = "\n"
    text.append(body.element)
    used = Counter(element.tag for element in text.iter())
    root.append(header(transcript, sitting, used, body.spoken))
    root.append(text)
    return root


class Body:
    """The body of a file, which grows item by item."""

    def __init__(self, transcript: Transcript, sitting: Sitting) -> None:
        self.element = Element("body")
        self.element.tail = "\n"
        self.left = Left(_FORM)
        #: The words that are said.
        self.spoken = 0
        self._sitting = sitting
        self._ids = person_ids(transcript)
        self._interrupted = {
            link.source: link.target for link in transcript.links if type(link) is Resumption
        }
        self._utterances: dict[int, Element] = {}
        self._turns = self._segments = 0
        self._division: Element | None = None

    # --- divisions of the text ---------------------------------------------------------------------

    def _open(self) -> Element:
        """The division of the text that takes what stands next."""
        if self._division is None:
            self._division = below(self.element, "div", type="debateSection")
        return self._division

    def close(self) -> None:
        """End the body; no division of the text has headings alone."""
        last = self._open()
        if all(each.tag == "head" for each in last):
            below(last, "pb")

    def item(self, item: Any, here: Here) -> None:
        """What stands next."""
        kind = type(item)
        if kind is Heading:
            if self._division is None or self._division[-1].tag != "head":
                self._division = None
            below(self._open(), "head", " ".join(item.text.split()))
        elif kind is Contribution:
            self._turn(item, here)
        elif kind in LEFT_OUT:
            self.left.note(LEFT_OUT[kind])
        elif kind in _MARKS:
            self._mark(self._open(), item, here)
        elif kind is Division:
            self._votes(item, here)
        elif kind is Interruption:
            _event(self._open(), item)
        elif item.text.strip():
            self._note("date" if kind is DateMark else item.type.replace("_", "-"), item)

    def _note(self, kind: str, item: Any) -> None:
        """What nobody says, as a note; what cuts it stands behind it."""
        words = ""
        marks = []
        for inline, text in pieces(item):
            if inline is None or type(inline) in (Interruption, WrittenQuestionReference):
                words += text if type(inline) is not WrittenQuestionReference else f" {text}"
            elif type(inline) in _MARKS:
                words += " "
                marks.append(inline)
        note = below(self._open(), "note", " ".join(words.split()), type=kind)
        note.tail = "\n"
        for mark in marks:
            self._mark(self._open(), mark, Here())

    def _mark(self, parent: Element, mark: Any, here: Here) -> Element:
        """A time, or where a column begins."""
        if type(mark) is ColumnMark:
            return below(parent, "pb", n=mark.column)
        if mark.time is None:
            return below(parent, "note", mark.text, type="aside")
        note = below(parent, "note", type="time")
        below(note, "time", mark.text, from_=self._moment(mark.time, here)).tail = None
        return note

    def _moment(self, time: str, here: Here) -> str:
        """A time on its day; where none is printed yet, on the first day of the sitting."""
        return f"{here.date or self._sitting.first}T{time}:00"

    # --- turns -------------------------------------------------------------------------------------

    def _turn(self, item: Contribution, here: Here) -> None:
        parent = self._open()
        n = self._turns
        self._turns += 1
        if item.question_number is not None:
            below(parent, "note", item.question_number, type="question")
        label = " ".join((item.speaker.label or "").split())
        silent = not any(type(block) in _SAID for block in item.blocks)
        if label:
            below(parent, "note", label, type="silent-speaker" if silent else "speaker")
        if silent:
            for block in item.blocks:
                if type(block) is not QuestionNumber:
                    self.item(block, here)
            return
        who = self._ids.get(item.person.id) if item.person is not None else None
        utterance = below(
            parent,
            "u",
            xml_id=f"{self._sitting.id}.u{n + 1}",
            who=f"#{who}" if who else None,
            ana=_role(item),
        )
        self._utterances[n] = utterance
        before = self._utterances.get(self._interrupted.get(n, -1))
        if before is not None:
            utterance.set("prev", f"#{before.get('xml:id')}")
            before.set("next", f"#{utterance.get('xml:id')}")
        for block in item.blocks:
            self._block(utterance, block, here)

    def _block(self, utterance: Element, block: Any, here: Here) -> None:
        """A paragraph of a turn, or what stands between two."""
        kind = type(block)
        if kind is Table:
            for cells in block.rows:
                self._segment(utterance, Text("\t".join(cells)), here)
        elif kind in _SAID or kind is WrittenQuestionReference:
            self._segment(utterance, block, here)
        elif kind in _MARKS:
            self._mark(utterance, block, here)
        elif kind in LEFT_OUT:
            self.left.note(LEFT_OUT[kind])
        elif kind is not QuestionNumber and kind is not Line:
            below(utterance, "note", block.text, type="aside")

    def _segment(self, utterance: Element, block: Any, here: Here) -> None:
        """The words of a paragraph, with what breaks into them."""
        self._segments += 1
        language = (getattr(block, "language", None) or "").partition("-")[0]
        segment = below(
            utterance,
            "seg",
            xml_id=f"{self._sitting.id}.seg{self._segments}",
            xml_lang=language if language not in ("", self._sitting.language) else None,
        )
        last: Element | None = None
        for inline, text in pieces(block):
            kind = type(inline)
            if kind in LEFT_OUT:
                self.left.note(LEFT_OUT[kind])
                continue
            if kind in _MARKS:
                last = self._mark(segment, inline, here)
            elif kind is Interruption:
                last = _event(segment, inline)
            else:
                words = clean(text if kind is not WrittenQuestionReference else f" {text}")
                if last is None:
                    segment.text = (segment.text or "") + words
                else:
                    last.tail = (last.tail or "") + words
                self.spoken += len(words.split())
                continue
            last.tail = None

    # --- votes -------------------------------------------------------------------------------------

    def _votes(self, item: Division, here: Here) -> None:
        """A division: a note for its number, one for each side, and one for each name."""
        parent = self._open()
        if item.time is not None:
            note = below(parent, "note", type="division-time")
            below(note, "time", item.time, from_=self._moment(item.time, here)).tail = None
        below(parent, "note", f"Division {item.number or ''}".rstrip(), type="division", n=item.number)
        for group in item.groups:
            total = None if group.stated is None else str(group.stated)
            side = f"side-{group.option.replace('_', '-')}"
            below(parent, "note", group.heading or group.option, type=side, n=total)
            for vote in group.votes:
                _vote(parent, "vote", vote)
            for vote in group.tellers:
                _vote(parent, "teller", vote)
        for part in besides(item):
            if type(part) in LEFT_OUT:
                self.left.note(LEFT_OUT[type(part)])
            else:
                self._note("unrecognised", part)


def _vote(parent: Element, kind: str, vote: Any) -> None:
    """A name, its seat, and who voted for it."""
    below(parent, "note", vote.name, type=kind)
    if vote.constituency is not None:
        below(parent, "note", vote.constituency.name, type="constituency")
    if vote.proxy is not None:
        below(parent, "note", vote.proxy, type="proxy")


def _event(parent: Element, item: Interruption) -> Element:
    """What breaks in, by its kind; the brackets around it are the record's, not TEI's."""
    words = item.text[1:-1] if item.text[:1] == "[" and item.text[-1:] == "]" else item.text
    small = words.lower()
    kind = _LAUGHTER if _LAUGHTER in small else "interruption" if item.kind == "vocal" else None
    if item.kind == "kinesic":
        kind = _APPLAUSE if _APPLAUSE in small else None
    elif item.kind != "vocal":
        kind = None
    event = below(parent, item.kind, type=kind)
    SubElement(event, "desc").text = clean(words)
    return event


def _role(item: Contribution) -> str:
    """As what somebody speaks."""
    if item.speaker.in_chair or item.kind == "chair":
        return "#chair"
    return "#guest" if item.speaker.role in ("guest", "official") else "#regular"
