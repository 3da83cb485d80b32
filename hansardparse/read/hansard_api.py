"""Debates from hansard-api.parliament.uk, by the published description of its answers."""

from __future__ import annotations

from collections.abc import Iterator

from hansardparse.read.fields import Fields, objects
from hansardparse.read.hansard_page import contents
from hansardparse.read.lines import Line, folded, heading, iso_date, label, timed
from hansardparse.read.pages import fragment
from hansardparse.read.source import Source

__all__ = ["read"]


def read(source: Source) -> Iterator[Line]:
    """The lines of a debate and of those within it, in order."""
    yield Line("PARLIAMENT", "uk")
    stack = list(objects(source.json))[::-1]
    first, column = True, ""
    while stack:  # nesting is the file's
        debate = stack.pop()
        overview = debate.one("Overview")
        title, place = overview.text("Title"), overview.text("Location")
        if title and title != place:
            yield heading(title, overview.text("ExtId") or None)
        if first:
            yield from _place(overview)
            first = False
        for item in debate.each("Items"):
            for line in _item(item):
                if line.role != "COLUMN" or line.text != column:
                    yield line
                if line.role == "COLUMN":
                    column = line.text
        stack.extend(list(debate.each("ChildDebates"))[::-1])


def _place(overview: Fields) -> Iterator[Line]:
    """Where and when a debate is."""
    if overview.text("Location"):
        yield Line("VENUE", folded(overview.text("Location")), {})
    yield from iso_date(overview.text("Date"))


def _item(item: Fields) -> Iterator[Line]:
    """One item of a debate: a contribution, a time, or what nobody says."""
    value = item.text("Value")
    if item.text("ItemType") == "Timestamp":
        yield from timed(value) or (Line("LINE", folded(value)),)
        return
    name, member, uin = folded(item.text("AttributedTo")), item.text("MemberId"), item.text("UIN")
    if name:
        yield label(
            name,
            uin=uin if uin and uin not in value else None,
            origin=item.text("ExternalId") or None,
            identifiers=(f"uk.parliament:{member}",) if member else (),
        )
    yield from contents(fragment(value), bool(name or member))
