"""Akoma Ntoso: debates of the Oireachtas, of South Africa, of Nova Scotia (version 2), of others, ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from hansardparse.read.lines import (
    Line,
    Marked,
    column,
    division,
    heading,
    iso_date,
    label,
    paragraph,
    side,
    timed,
    vote,
)
from hansardparse.read.source import Source
from hansardparse.read.trees import local, root_of, walk, words

__all__ = ["read"]

_SPEECHES = frozenset({"speech", "question", "answer"})
#: Each is a line of its own, whatever is in it.
_BLOCKS = frozenset(
    "p li tr blockquote summary narrative scene other item listIntroduction listWrapUp adjournment".split()
)
#: The classes of paragraphs that say that these are words and no procedure.
_SPOKEN = frozenset({"paragraph", "quote", "list_item", "motion", "subheading"})
#: The classes of paragraphs that are nobody's words, whatever they look like, within a speech and outside.
_ASIDE = {"aside": "FURNITURE", "note": "LOOSE", "procedure": "UNSAID"}
_TITLES = frozenset({"heading", "subheading", "num"})
#: Who speaks where the document knows nobody.
_UNKNOWN = "unknown"
#: The names of sections that hold the names of a side, and what is voted there.
_SIDES = {
    "ta": "aye",
    "nil": "no",
    "staon": "abstention",
    "ayes": "aye",
    "noes": "no",
    "contents": "content",
    "not-contents": "not_content",
    "for": "for",
    "against": "against",
    "abstentions": "abstention",
}


#: Each is looked for once in a document.
_FOUND = "FRBRcountry FRBRuri docDate docProponent docCommittee debateBody conclusions recordedTime".split()
_SITTING = re.compile(r"/debaterecord/(?:([a-z_]+)/)?([0-9]{4}-[0-9]{2}-[0-9]{2})(?:/|$)", re.IGNORECASE)


def read(source: Source) -> Iterator[Line]:
    """The lines of a debate, in order."""
    root = root_of(source)
    found: dict[str, Any] = {}
    committee = ""
    for element in root.iter(*(f"{{*}}{name}" for name in _FOUND)):
        found.setdefault(local(element), element)
        if local(element) == "docCommittee":
            committee = words(element) or committee  # the last one is in English
    country = found["FRBRcountry"].get("value", "") if "FRBRcountry" in found else ""
    if country:
        yield Line("PARLIAMENT", country)
    place, day = _sitting(found["FRBRuri"].get("value", "") if "FRBRuri" in found else "")
    if "docProponent" in found:
        place = committee or words(found["docProponent"])
    if place:
        yield Line("VENUE", place, {})
    if "docDate" in found:
        day = found["docDate"].get("date", "")
    elif not day and "recordedTime" in found:
        day = found["recordedTime"].get("time", "")
    yield from iso_date(day)
    for opening in root.iter("{*}preface"):
        yield from (paragraph(words(p), said=False) for p in opening.iter("{*}p") if _opens(p))
    for part in ("debateBody", "conclusions"):
        if part in found:
            yield from _Body(root).lines(found[part])


def _sitting(iri: str) -> tuple[str, str]:
    """The place and the day of a sitting, where its IRI has them: `/akn/ie/debateRecord/dail/2015-07-02`."""
    found = _SITTING.search(iri)
    return ((found[1] or "").replace("_", " "), found[2]) if found else ("", "")


def _opens(para: Any) -> bool:
    """Whether a paragraph before the body says when the House met, and is no part of a title page."""
    return para.find("{*}recordedTime") is not None


class _Body:
    """The body of a debate on its way from elements to lines."""

    def __init__(self, root: Any) -> None:
        self._persons = {
            each.get("eId") or each.get("id"): each for each in root.iter("{*}TLCPerson") if each.get("href")
        }
        #: The total of each side, by the section that holds its names.
        self._totals = {
            (each.get("href") or "").lstrip("#"): each.get("value") for each in root.iter("{*}count")
        }
        self._time = ""
        self._paragraph = Marked(said=False)

    def lines(self, body: Any) -> Iterator[Line]:
        """The lines in order."""
        stack: list[str] = []  # what is open, by what it is for us
        cells = 0
        for event, node in walk(body):
            name = local(node) if event != "text" else ""
            if event == "text":
                self._paragraph.add(node)
            elif name in ("td", "th"):
                cells += event == "open"
                if event == "open" and cells > 1:
                    self._paragraph.cell()
            elif name == "recordedTime" and event == "open":
                yield from self._stands(node, () if _is_of_division(node) else self._clock(node))
            elif name == "eop" and event == "open" and node.get("number"):
                yield from self._stands(node, (column(node.get("number")),))
            elif name in _SPEECHES:
                yield from self._paragraph.end()
                self._paragraph.said = event == "open"
                self._paragraph.nameless = _nameless(node) if event == "open" else None
                if event == "open" and name == "question":
                    yield from self._asked(node)
            elif name == "debateSection":
                yield from self._paragraph.end()
                yield from self._section(node, event, stack)
            elif _is_mark(node, name):
                self._paragraph.add(" ")
            elif name in _TITLES or name == "from":
                yield from self._title(node, name, event)
            elif name in _BLOCKS and not (cells and name != "tr"):
                yield from self._end(node, event, stack)
                cells = 0
            if name == "tr":
                cells = 0
        yield from self._paragraph.end()

    def _stands(self, node: Any, marks: Iterable[Line]) -> Iterator[Line]:
        """Marks where they stand: within a paragraph, or before one, or before a title."""
        within = local(node.getparent()) not in (*_TITLES, "from") and self._paragraph.begun
        for mark in marks:
            if within:
                self._paragraph.mark(mark)
            else:
                yield mark

    def _clock(self, node: Any) -> Iterator[Line]:
        """A time that is not printed, where it is not the one before."""
        time = node.get("time", "").rpartition("T")[2][:8]
        if not words(node) and time != self._time and (mark := timed(time)):
            self._time = time
            yield from mark

    def _title(self, node: Any, name: str, event: str) -> Iterator[Line]:
        """A heading or a label, which is given when it is whole."""
        if event == "open":
            yield from self._paragraph.end()
            return
        self._paragraph.drop()
        around = node.getparent()
        if name == "num" and (local(around) in _SPEECHES or _is_division(around)):
            return
        if name == "from":
            yield self._label(around, words(node).removesuffix(".-"), _number(around) or None)
        elif name == "heading" and around.find("{*}num") is not None and not _asks(around):
            yield heading(f"{words(around.find('{*}num'))} {words(node)}", _id(around), _depth(node))
        elif name == "num" and (around.find("{*}heading") is not None or _asks(around)):
            return  # it stands before the heading, or before who asks
        elif words(node):
            yield heading(words(node), _id(node.getparent()), _depth(node))

    def _label(self, speech: Any, name: str, number: str | None = None) -> Line:
        by = (speech.get("by") or "").lstrip("#")
        person = self._persons.get(by)
        by = "" if by == _UNKNOWN else by
        iri = person.get("href") if person is not None and by else by
        kind = {"question": "question", "answer": "answer"}.get(local(speech))
        return label(
            name,
            number=number,
            origin=_id(speech),
            identifiers=(f"akn:{iri}",) if iri else (),
            kind=kind,
        )

    def _asked(self, node: Any) -> Iterator[Line]:
        """Who asks a question, where the name is the first bold one in it; its number stands before."""
        first = next(iter(node.iter("{*}p")), None)
        if first is None or node.find("{*}from") is not None:
            return
        name = next(iter(first), None)
        if name is None or local(name) != "b":
            return
        number = words_of(first.text)
        yield self._label(node, words(name), number if number.rstrip(". ").isdecimal() else None)
        if number.rstrip(". ").isdecimal():
            first.text = None
        for inner in list(name):
            name.remove(inner)
        name.text = None

    def _section(self, node: Any, event: str, stack: list[str]) -> Iterator[Line]:
        """A section begins or ends; one that holds the names of a side is of a division."""
        if event == "close":
            stack.pop()
            return
        name = (node.get("name") or "").lower()
        stack.append(name)
        nested = stack[-2:-1] == ["division"]
        if name == "division" and not nested and not any(_divides(each) for each in node):
            number, time = node.find("{*}num"), node.find("{*}narrative/{*}recordedTime")
            yield division(
                words(number) if number is not None else None, time.get("time") if time is not None else None
            )

    def _end(self, node: Any, event: str, stack: list[str]) -> Iterator[Line]:
        """A block begins or ends: in a list of names it is the head of a side, or a name."""
        if event == "open" and _is_mark(node.getprevious(), "num"):
            return  # the item's mark stands before its words
        section = stack[-1] if stack else ""
        of_side = section in _SIDES or stack[-2:-1] == ["division"]
        of_side = of_side and local(node.getparent()) not in _SPEECHES
        if event == "close" and (_divides(node) or (of_side and local(node) == "p")):
            text = words(node)
            self._paragraph.drop()
            if _divides(node):
                yield Line("DIVISION", text, _stated(node))
            elif (name := node.find("{*}vote")) is not None:
                parts = {each.get("name"): words(each) for each in node.iter("{*}inline")}
                told = node.get("class") == "teller"
                yield vote(words(name), seat=parts.get("constituency"), teller=told, proxy=parts.get("proxy"))
            elif node.find("{*}person") is None:
                count = self._totals.get(_id(node.getparent()) or "")
                yield side(text, count)._replace(kind=_SIDES.get(section, section.replace("-", "_")))
            else:
                person = self._persons.get((node.find("{*}person").get("refersTo") or "").lstrip("#"))
                known = () if person is None else (f"akn:{person.get('href')}",)
                yield Line("VOTE", text, {"name": (0, len(text.rstrip(". ")))}, identifiers=known)
            return
        if event == "close" and (role := _ASIDE.get(node.get("class"))) is not None and words(node):
            self._paragraph.drop()
            yield Line(role, words(node), None if role == "UNSAID" else {})
        yield from self._paragraph.end()
        self._paragraph.spoken = event == "open" and node.get("class") in _SPOKEN


def _depth(title: Any) -> int:
    """How deep a title is: how many elements around it have one; a second one of the same is within it."""
    around = sum(1 for each in title.iterancestors() if any(local(child) in _TITLES for child in each[:1]))
    return around + (local(title) == "subheading" and title.getprevious() is not None)


def _is_mark(node: Any, name: str) -> bool:
    """Whether an element is the mark of a list's item: `(a)`."""
    return node is not None and name == local(node) == "num" and local(node.getparent()) in _BLOCKS


def _asks(section: Any) -> bool:
    """Whether a section is one question with its answer: its number is that of the question."""
    return local(section) == "questions" and section.find("{*}question") is not None


def _number(speech: Any) -> str:
    """The number of a question, which may be that of its section."""
    around = speech.getparent()
    first = _asks(around) and around.find("{*}question") is speech
    return words(speech.find("{*}num")) or (words(around.find("{*}num")) if first else "")


def _nameless(speech: Any) -> str | None:
    """The number of a question, or nothing, where nobody says who speaks; None where somebody does."""
    if speech.get("by") != f"#{_UNKNOWN}" or speech.find("{*}from") is not None:
        return None
    return words(speech.find("{*}num"))


def _is_division(element: Any) -> bool:
    return local(element) == "debateSection" and element.get("name") == "division"


def _is_of_division(time: Any) -> bool:
    """Whether a time is that of a division, which the division's own line has."""
    return time.getparent() is not None and _is_division(time.getparent().getparent())


def words_of(text: str | None) -> str:
    """The words before the first element of a paragraph."""
    return (text or "").strip()


def _divides(node: Any) -> bool:
    """Whether an element states the totals of a division."""
    return local(node) == "summary" and node.get("title") == "division"


#: The parts of a line that states totals: a side and its count, in order.
_STATED = (("first", "one"), ("second", "two"), ("third", "three"))


def _stated(summary: Any) -> dict[str, tuple[int, int]]:
    """Where in the words of a summary the sides and their totals are, as it marks up the totals."""
    text, at, parts = words(summary), 0, {}
    for (option, count), quantity in zip(_STATED, summary.iter("{*}quantity"), strict=False):
        total = words(quantity)
        start = text.find(total, at)
        if not total.isdecimal() or start < 0:
            return {}
        before = text[:start].rstrip(" ,:")
        parts[option] = (before.rfind(" ") + 1, len(before))
        at = start + len(total)
        parts[count] = (start, at)
    return parts


def _id(element: Any) -> str | None:
    found = element.get("eId") or element.get("id")
    return None if found is None else str(found)
