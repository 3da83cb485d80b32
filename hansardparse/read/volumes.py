"""The digitised volumes of Hansard, 1803 to 2004, as XML, and pieces of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hansardparse.read.ballots import head_of, option_of
from hansardparse.read.lines import Line, Marked, column, day, heading, iso_date, label, paragraph
from hansardparse.read.source import Source
from hansardparse.read.trees import elements, local, walk, words

__all__ = ["read"]

#: Elements that are read whole; whatever is around them only holds them.
_PIECES = frozenset("title p date col division table list ul ol quote index tablecontents".split())
_ROWS = frozenset({"tr", "item", "li"})
#: In a paragraph, these are no part of its words.
_WHOLE = frozenset({"memberconstituency", "image", "col"})


def read(source: Source) -> Iterator[Line]:
    """The lines of a volume, in order."""
    yield Line("PARLIAMENT", "uk")
    speaks = False
    for piece in elements(source, _PIECES):
        name = local(piece)
        if name == "title":
            speaks = False
            if words(piece):
                yield heading(words(piece))
        elif name == "col":
            yield column(words(piece))
        elif name == "date":
            printed = day(words(piece).rstrip("."))
            yield printed
            if printed.role != "DATE" and not words(piece).rstrip(".")[-4:].isdecimal():  # no year is printed
                yield from iso_date(piece.get("format") or "")
        elif name == "division":
            speaks = False
            yield from _division(piece)
        elif name == "p":
            for line in _paragraph(piece, speaks):
                speaks = speaks or line.role == "LABEL"
                yield line
        else:
            yield from _rows(piece, speaks)


def _paragraph(piece: Any, speaks: bool) -> Iterator[Line]:
    """A paragraph: who speaks, where it begins with a member, and the words, with the columns within."""
    member = piece.find("member")
    if member is None and not len(piece):
        yield paragraph(piece.text or "", speaks)
        return
    if member is not None and _is_plain(piece, member):
        yield _label(piece, member, piece.text or "")
        yield paragraph((piece[-1].text or "").lstrip(" \t\n:,"))
        return
    spoken = Marked(said=speaks or member is not None)
    before: list[str] = []
    named = member is None
    for event, node in walk(piece, lambda node: node is member or local(node) in _WHOLE):
        if event == "text":
            if named:
                spoken.add(node)
            else:
                before.append(node)
        elif node is member:
            yield _label(piece, member, "".join(before))
            named = True
        elif event == "whole" and local(node) == "col":
            spoken.mark(column(words(node)))
        elif local(node) == "lb":
            spoken.add(" ")
    first = member is not None
    for line in spoken.end():
        if first and line.role == "SAID":
            line, first = line._replace(text=line.text.lstrip(" :,")), False
        yield line


def _is_plain(piece: Any, member: Any) -> bool:
    """Whether a paragraph is a member, a place at most, and words without marks: most are."""
    said = piece[-1]
    between = len(piece) == 2 or (len(piece) == 3 and local(piece[1]) == "memberconstituency")
    if not between or piece[0] is not member or local(said) != "membercontribution" or len(said):
        return False
    return not any(each.tail and not each.tail.isspace() for each in piece)


def _label(piece: Any, member: Any, before: str) -> Line:
    """Who speaks; the number of a question stands before the name, the place behind it."""
    number = before.strip(" *.§[]()")
    rest = piece.find("memberconstituency")
    seat = f" {words(rest)}" if rest is not None else ""
    return label(
        f"{words(member)}{seat}", number=number if number.isalnum() else None, origin=piece.get("id")
    )


def _rows(piece: Any, speaks: bool) -> Iterator[Line]:
    """A table row by row, a list item by item, a quotation by its paragraphs."""
    for row in piece.iter():
        name = local(row)
        if name == "tr":
            yield Line("ROW", "\t".join(words(cell) for cell in row if local(cell) in ("td", "th")), {})
        elif name in _ROWS or (name == "p" and local(row.getparent()) not in ("item", "li", "td")):
            if words(row):
                yield paragraph(words(row), speaks)
        elif name == "col":
            yield column(words(row))
    if not any(local(each) in ("tr", "p", *_ROWS) for each in piece.iter()) and words(piece):
        yield paragraph(words(piece), speaks)


def _division(piece: Any) -> Iterator[Line]:
    """A division, row by row: its number, the heads of its sides, names side by side."""
    first = True
    for row in piece.iter("tr", "p", "col"):
        if local(row) == "col":
            yield column(words(row))
            continue
        cells = [words(cell) for cell in row if local(cell) in ("td", "th")] or [words(row)]
        heads = [cell for cell in cells if option_of(cell)]
        rest = [cell for cell in cells if cell and cell not in heads]
        if first and rest:  # the number and the time may stand around the head of a side
            yield Line("DIVISION", " ".join(rest), head_of(" ".join(rest)))
            first = False
        elif not heads:
            yield Line("VOTE", "\t".join(cells))
        for cell in heads[:1]:
            yield Line("DIVISION" if first else "SIDE", cell, {"side": (0, len(cell))}, kind=option_of(cell))
            first = False
