"""Debates of the House of Commons of Canada and of its committees as XML, in English or in French."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import (
    Line,
    Marked,
    division,
    heading,
    iso_date,
    label,
    numbered,
    side,
    timed,
    vote,
)
from hansardparse.read.source import Source
from hansardparse.read.trees import local, root_of, walk, words

__all__ = ["read"]

_TITLES = frozenset(
    "OrderOfBusinessTitle CatchLine SubjectOfBusinessTitle SubjectOfBusinessQualifier Title Subtitle".split()
)
#: What these have around them is of one business, and what has a second title for it.
_BUSINESS = frozenset({"OrderOfBusiness", "SubjectOfBusiness"})
_SECOND = frozenset({"CatchLine", "SubjectOfBusinessQualifier", "Subtitle"})
#: These are read at once, and not bit by bit.
_VOICES = frozenset({"PersonSpeaking", "Questioner", "Responder"})
_WHOLE = _TITLES | _VOICES | {"Timestamp", "QuestionID", "FloorLanguage", "Division"}
#: Where one of these begins or ends, nobody speaks any more.
_TURNS = frozenset({"Intervention", "WrittenQuestionResponse"})
_BLOCKS = frozenset("ParaText ProceduralText Prayer Line Verse p li tr row Intro title".split())
#: What a list of votes is called, and what is voted there.
_SIDES = {"yeas": "aye", "pour": "aye", "nays": "no", "contre": "no"}

_KINDS = {"Question": "question", "Answer": "answer", "Questioner": "question", "Responder": "answer"}


def read(source: Source) -> Iterator[Line]:
    """The lines of a sitting, in order."""
    root = root_of(source)
    yield Line("PARLIAMENT", "ca")
    meta = {each.get("Name"): words(each) for each in root.iter("ExtractedItem")}
    date = "-".join(f"{meta.get(f'MetaDateNum{part}', ''):0>2}" for part in ("Year", "Month", "Day"))
    if meta.get("Institution"):
        yield Line("VENUE", meta["Institution"], {})
    yield from iso_date(date)
    body = root.find("HansardBody")
    yield from _lines(body if body is not None else root)


def _lines(body: Any) -> Iterator[Line]:
    paragraph, cells = Marked(said=False), 0
    for event, node in walk(body, _is_whole):
        if event == "text":
            paragraph.add(node)
            continue
        name = local(node)
        if event == "whole":
            yield from paragraph.end()
            yield from _whole(node, name)
            if name in _VOICES:
                paragraph.said = True
        elif name in _TURNS:
            yield from paragraph.end()
            paragraph.said = False
        elif name == "ResponseContent" and event == "open":
            yield from paragraph.end()
            paragraph.said = local(node.getprevious()) == "Responder"
        elif name in ("entry", "td"):
            cells += event == "open"
            if event == "open" and cells > 1:
                paragraph.cell()
        elif name in _BLOCKS and not (cells and name not in ("tr", "row")):
            yield from paragraph.end()
            cells = 0
    yield from paragraph.end()


def _is_whole(node: Any) -> bool:
    return local(node) in _WHOLE


def _whole(node: Any, name: str) -> Iterator[Line]:
    """An element that is read at once."""
    if name == "QuestionID":
        return  # it is told with who asks
    if name == "Timestamp":
        yield from timed(f"{node.get('Hr') or '':0>2}:{node.get('Mn') or '':0>2}")
    elif name in _VOICES:
        yield from _voice(node, name)
    elif name == "FloorLanguage":
        if words(node):
            yield Line("FURNITURE", words(node), {})
    elif name == "Division":
        yield from _division(node)
    elif words(node):
        yield heading(words(node), depth=_depth(node, name))


def _depth(node: Any, name: str) -> int:
    """How deep a title is: by the business around it, which may have a second title."""
    around = sum(1 for each in node.iterancestors() if local(each) in _BUSINESS)
    return around + (name in _SECOND) if around else 0


def _voice(node: Any, name: str) -> Iterator[Line]:
    """Who speaks; who asks or answers in writing stands behind the number of the question."""
    speaker, turn, who = node.find("Affiliation"), node.getparent(), words(node)
    number = speaker.get("DbId") if speaker is not None else None
    asked = words(turn.find("QuestionID")) if name == "Questioner" else ""
    if who.strip(" :"):
        yield label(
            who,
            number="".join(filter(str.isdecimal, asked)) or None,
            origin=turn.get("id"),
            identifiers=numbered("ourcommons", number),
            kind=_KINDS.get(turn.get("Type") or name),
        )


def _division(node: Any) -> Iterator[Line]:
    """A division with its names; those who are paired have no side."""
    number = node.get("DivisionNumber") or words(node.find(".//DivisionNumber"))
    yield division(number if number.isdecimal() else None)
    option = ""
    for each in node.iter():
        name = local(each)
        text = words(each).strip(" :")
        if name in ("DivisionType", "Title", "Label", "LabelLine", "title") and text.lower() in _SIDES:
            option = _SIDES[text.lower()]
            yield side(text)._replace(kind=option)
        elif name in ("Affiliation", "Name") and option and text and not len(each):
            yield vote(text)
