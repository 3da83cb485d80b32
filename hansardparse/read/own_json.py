"""The JSON that `dumps` writes, of any format: each node as the lines that it was made of."""

from __future__ import annotations

from collections.abc import Iterator

from hansardparse.read.fields import Fields
from hansardparse.read.lines import (
    Line,
    column,
    division,
    folded,
    iso_date,
    label,
    positioned,
    side,
    timed,
    vote,
)
from hansardparse.read.source import Source

__all__ = ["read"]

#: Nodes that are one line with the role of the same name.
_ROLES = {
    "heading": "HEADING",
    "venue": "VENUE",
    "procedure": "PROCEDURE",
    "furniture": "FURNITURE",
    "age": "FURNITURE",
    "excerpts": "FURNITURE",
    "line": "FURNITURE",
    "petition": "LINE",
    "chair": "LINE",
    "written_statement": "LINE",
}
_WORDS = frozenset({"paragraph", "quote", "list_item", "motion"})
_MARKS = frozenset({"time", "column", "chair", "furniture"})


def read(source: Source) -> Iterator[Line]:
    """The lines of a transcript, in order."""
    transcript = Fields(source.json)
    if parliament := transcript.text("parliament"):
        yield Line("PARLIAMENT", parliament)
    stack = [transcript.each("items")]
    while stack:  # nesting is the file's
        for item in stack[-1]:
            if item.text("type") == "section":
                stack.append(item.each("items"))
                break
            yield from _item(item)
        else:
            stack.pop()


def _item(item: Fields) -> Iterator[Line]:
    kind = item.text("type")
    if kind == "contribution":
        yield from _contribution(item)
    elif kind == "division":
        yield from _division(item)
    else:
        yield from _mark(item)


def _mark(item: Fields) -> Iterator[Line]:
    """A node that is one line: a mark, a heading, what the House does; a table is one for each row."""
    kind, text = item.text("type"), folded(item.text("text"))
    lines: tuple[Line, ...] = ()
    if kind == "time":
        lines = timed(item.text("time"))
    elif kind == "column":
        lines = (column(item.text("column", "text")),)
    elif kind == "date":
        lines = iso_date(item.text("date"))
    elif kind == "table":
        lines = tuple(Line("ROW", row, {}) for row in item.text("text").split("\n") if row.strip())
    if not lines and text:
        role = _ROLES.get(kind, "LOOSE")
        lines = (Line(role, text, None if role == "LINE" else {}),)
    yield from lines


def _contribution(item: Fields) -> Iterator[Line]:
    speaker, blocks = item.one("speaker"), list(item.each("blocks"))
    name = speaker.text("label")
    if name:
        numbers = (block.text("number") for block in blocks if block.text("type") == "question_number")
        office = speaker.text("office")
        named = label(
            name,
            number=next(numbers, None),
            origin=item.text("origin") or None,
            identifiers=speaker.texts("identifiers"),
            kind=item.text("printed_kind") or None,
        )
        yield positioned(named, "" if office in name else office)
    for block in blocks:
        if block.text("type") in _WORDS:
            yield from _paragraph(block, bool(name))
        elif block.text("type") == "subheading":
            yield Line("SUBHEADING", folded(block.text("text")), {})
        elif block.text("type") != "question_number":
            yield from _mark(block)


def _paragraph(block: Fields, said: bool) -> Iterator[Line]:
    """A paragraph, and the marks that cut it; the number of a question stands in it again."""
    inlines = list(block.each("inlines"))
    role = "PARAGRAPH" if said else "LOOSE"
    if not any(each.text("type") in _MARKS for each in inlines):
        numbers = [each.text("text") for each in inlines if each.text("type") == "written_question"]
        yield Line(role, folded(" ".join((block.text("text"), *numbers))), {})
        return
    words: list[str] = []
    for each in (*inlines, None):
        if each is not None and each.text("type") not in _MARKS:
            words.append(each.text("text"))
            continue
        if folded(" ".join(words)):
            yield Line(role, folded(" ".join(words)), {})
            role = "CONTINUED" if said else role
        words.clear()
        if each is not None:
            yield from _mark(each)


def _division(item: Fields) -> Iterator[Line]:
    yield division(item.text("number") or None, item.text("time") or None)
    for group in item.each("items"):
        if group.text("type") != "vote_group":
            continue
        name = group.text("heading", "option")
        yield side(name, group.text("stated") or None)._replace(kind=group.text("option"))
        for each in group.each("items"):
            if each.text("type") == "vote" and each.text("name"):
                seat = each.one("constituency").text("name")
                yield vote(each.text("name"), seat=seat, teller=each.true("teller"), proxy=each.text("proxy"))
