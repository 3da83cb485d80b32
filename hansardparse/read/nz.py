"""Pages of Hansard of the New Zealand Parliament, by their classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import (
    Line,
    begun,
    column,
    day,
    division,
    heading,
    iso_date,
    label,
    paragraph,
    side,
    timed,
    vote,
)
from hansardparse.read.pages import classes, page_of, words
from hansardparse.read.source import Source

__all__ = ["read"]

_TURNS = frozenset(
    "Speech ContinueSpeech SubsQuestion SubsAnswer SupQuestion SupAnswer Interjection Intervention".split()
)
_KINDS = {
    "SubsQuestion": "question",
    "SupQuestion": "supplementary",
    "SubsAnswer": "answer",
    "SupAnswer": "answer",
}
_SIDES = {"ayes": "aye", "noes": "no", "abstentions": "abstention"}
_TITLES = frozenset({"h1", "h2", "h3", "h4", "h5"})
#: Where a page has paragraphs alone, what they are: titles, and the parts of a vote.
_HEADS = frozenset(
    "BillDebate Debate SubDebate DebateDebate Debatealone QOA QType QTypealone QSubjectHeading "
    "QSubjectheadingalone SubjectHeading".split()
)
_VOTED = frozenset({"personalVote", "partyVote"})
_VOTES = frozenset({"VoteReason", "VoteCount", "VoteText"})
_WANTED = "h1, h2, h3, h4, h5, p, li, a[name], table, .personalVote, .partyVote"


def read(source: Source) -> Iterator[Line]:
    """The lines of a page, in order."""
    page = page_of(source)
    yield Line("PARLIAMENT", "nz")
    date = page.css_first('meta[name="DC.Date"]')
    if date is not None:
        yield from iso_date(date.attributes.get("content") or "")
    speaks = False
    for node in page.css(_WANTED):
        if node.tag == "a":
            if node.parent is None or node.parent.tag != "p":
                yield from _mark(node.attributes.get("name") or "")
        elif node.tag == "table" or classes(node) & _VOTED:
            speaks = False
            yield from _vote(node)
        elif node.tag in _TITLES and words(node):
            speaks = False
            yield heading(words(node))
        elif not words(node) or _within(node):
            continue
        elif classes(node) & _HEADS:
            speaks = False
            yield heading(words(node))
        elif "BeginningOfDay" in classes(node):
            yield day(words(node))
        elif classes(node) & _VOTES:
            speaks = False
            yield from _ballot(node)
        else:
            for line in _paragraph(node, speaks):
                speaks = speaks or line.role == "LABEL"
                yield line


def _within(node: Any) -> bool:
    """Whether a paragraph is of what is read as a whole: a cell, an item of a list."""
    around = node.parent
    if around is not None and classes(around) & _VOTED:
        return "VoteResult" not in classes(node)
    return around is not None and around.tag in ("td", "th", "caption", "li")


def _mark(name: str) -> Iterator[Line]:
    kind, _, value = name.partition("_")
    if kind == "time":
        yield from timed(value.rpartition(" ")[2])  # the day may stand before it
    elif kind == "page" and value.isdecimal():
        yield column(value, "Page")


def _paragraph(node: Any, speaks: bool) -> Iterator[Line]:
    """A paragraph, which a bold name may begin; an office that is asked is bold too."""
    for anchor in node.css("a[name]"):
        yield from _mark(anchor.attributes.get("name") or "")
    kind = next(iter(classes(node) & _TURNS), None)
    text = words(node)
    name = words(node.css_first("strong, b"))
    found = begun(text)
    named = bool(name) and text.startswith(name) and (kind or (found and len(found[0]) <= len(name) + 1))
    if not named:
        yield paragraph(text, said=(speaks and kind is not None) or (speaks and "a" in classes(node)))
        return
    number, rest = "", text
    if text[:1].isdecimal() and "." in text[:5]:
        number, _, rest = text.partition(".")
        bold = [words(each).removeprefix(f"{number}.").strip() for each in node.css("strong, b")]
        name = next((each for each in bold if each), "")
    who, clock, said = begun(rest.strip()) or (rest.strip(), "", "")
    if kind == "SubsQuestion" and name and " to the " in who:
        who, to, more = who.partition(" to the ")
        said = f"{to.strip()} {more}:{said}"
    yield from timed(f"{clock:0>5}")
    yield label(who, number=number or None, kind=_KINDS.get(kind or ""))
    if said.strip():
        yield paragraph(said)


def _beside(node: Any, way: str) -> Any:
    """The element before or behind one, None where there is none."""
    found = getattr(node, way)
    while found is not None and found.tag == "-text":
        found = getattr(found, way)
    return found


def _ballot(node: Any) -> Iterator[Line]:
    """A part of a vote that is a paragraph: what it is on, or a side with its total and its parties."""
    text, kinds = words(node), classes(node)
    name, _, count = text.rstrip(".").rpartition(" ")
    if "VoteReason" in kinds:
        yield Line("DIVISION", text, {})
    elif name.lower() in _SIDES and count.isdecimal():
        line, behind = side(name, count), _beside(node, "next")
        parties = words(behind) if behind is not None and "VoteText" in classes(behind) else ""
        yield line._replace(text=f"{line.text} {parties}".rstrip(), kind=_SIDES[name.lower()])
    elif "VoteText" not in kinds or "VoteCount" not in classes(_beside(node, "prev") or node):
        yield paragraph(text, said=False)


def _vote(node: Any) -> Iterator[Line]:
    """A vote by name: what it is on, and a list for each side."""
    if node.tag != "table":
        head = next((each for each in words(node.clone()).split("Ayes")[:1]), "")
        yield Line("DIVISION", head.strip(), {}) if head.strip() else division(None)
        return
    caption = words(node.css_first("caption"))
    name, _, count = caption.rpartition(" ")
    option = _SIDES.get(name.lower())
    if parts := node.css("td.VoteCount, td.VoteText, td.VoteResult"):
        for part in parts:
            yield from _ballot(part)
        return
    if option is None:
        for row in node.css("tr"):
            yield Line("LOOSE", "\t".join(words(cell) for cell in row.css("td, th")), {})
        return
    yield side(name, count if count.isdecimal() else None)._replace(kind=option)
    teller = False
    for row in node.css("tr"):
        for cell in row.css("td"):
            text = words(cell)
            if text.rstrip(":") == "Teller":
                teller = True
            elif text:
                yield vote(text.removesuffix("(P)").rstrip(), teller=teller)
                teller = False
