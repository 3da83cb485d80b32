"""Pages of debates on the site of the Oireachtas, by their classes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import Line, heading, iso_date, label
from hansardparse.read.pages import flow, page_of, words
from hansardparse.read.source import Source

__all__ = ["read"]

_SPEECH = ".speech"
_NAME = ".c-avatar__name-link"
#: Titles, speeches, and paragraphs that are of no speech.
_WANTED = f"h1, h2, h3, h4, {_SPEECH}, .db-section p, .db-section tr"
_TITLES = frozenset({"h2", "h3", "h4"})
_MEMBER = "/member/"


def read(source: Source) -> Iterator[Line]:
    """The lines of a page, in order."""
    page = page_of(source)
    yield Line("PARLIAMENT", "ie")
    within: set[int] = set()
    for node in page.css(_WANTED):
        if node.mem_id in within:
            continue
        if node.css_matches(_SPEECH):
            within.update(each.mem_id for each in node.css("h1, h2, h3, h4, p, tr"))
            yield from _speech(node)
        elif node.tag == "h1":
            yield from _day(words(node))
        elif node.tag in _TITLES:
            if words(node):
                yield heading(words(node))
        elif node.tag == "tr":
            yield Line("ROW", "\t".join(words(cell) for cell in node.css("td, th")), {})
        elif words(node) and not (node.parent is not None and node.parent.tag in ("td", "th")):
            yield Line("LINE", words(node))


def _day(title: str) -> Iterator[Line]:
    """The title of a page, and the day that it ends in: `5 Mar 2024`."""
    yield Line("FURNITURE", title, {})
    try:
        found = datetime.datetime.strptime(" ".join(title.split()[-3:]), "%d %b %Y")
    except ValueError:
        return
    yield from iso_date(found.date().isoformat())


def _speech(node: Any) -> Iterator[Line]:
    """Who speaks, by the number that the Oireachtas gives, and what is said."""
    link = node.css_first(_NAME)
    name = words(link)
    if name:
        member = (link.attributes.get("href") or "").rpartition(_MEMBER)[2].strip("/")
        yield label(
            name,
            origin=node.attributes.get("id"),
            identifiers=(f"akn:/ie/oireachtas/member/id/{member}",) if member else (),
        )
    for part in node.css(".content"):
        yield from flow(part, said=bool(name))
