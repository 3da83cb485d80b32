"""Reports of the Parliament of Singapore (sprs3): titles, and HTML whose bold beginnings are labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hansardparse.read import sprs_page
from hansardparse.read.fields import Fields
from hansardparse.read.lines import Line, column, folded, heading, iso_date, label, paragraph
from hansardparse.read.pages import fragment, tree_of, words
from hansardparse.read.source import Source

__all__ = ["read"]


def read(source: Source) -> Iterator[Line]:
    """The lines of a report, or of each part of a day's."""
    report = Fields(source.json)
    yield Line("PARLIAMENT", "sg")
    parts = list(report.each("takesSectionVOList")) or list(report.each("resultHTML")) or [report]
    dates = (each.text("sittingDate") for each in (report, report.one("metadata"), *parts[:1]))
    day = next(filter(None, dates), "")
    day, month, year = ([*day.replace("/", "-").split("-"), "", ""])[:3]
    yield from iso_date(f"{year}-{month:0>2}-{day:0>2}")
    for part in parts:
        for depth, title in enumerate((part.text("title"), part.text("subTitle", "subtitle")), start=1):
            if title and words(fragment(title)):
                yield heading(words(fragment(title)), part.text("reportId") or None, depth)
        content, page = part.text("content"), part.text("htmlFullContent", "htmlContent")
        yield from sprs_page.lines(page) if page and not content else _content(content)


def _content(html: str) -> Iterator[Line]:
    """The lines of a part; before the first label, nobody speaks."""
    speaks = False
    for node in tree_of(html).css("p, h1, h2, h3, h4, h5, h6, tr, li"):
        text, bold = words(node), _bold(node)
        if not text or (
            node.tag == "p" and node.parent is not None and node.parent.tag in ("td", "th", "li")
        ):
            continue
        if node.tag == "tr":
            cells = [words(each) for each in node.css("td, th")]
            yield Line("ROW", "\t".join(cells), {})
        elif node.tag == "h6":
            yield Line("LINE", text)
        elif node.tag in ("h1", "h2", "h3", "h4", "h5"):
            yield Line("PART", text, {})
        elif (number := sprs_page.column_of(text)) is not None:
            yield column(number)
        elif text.isupper() and text == bold:
            yield heading(text)
            speaks = False
        elif text.startswith("[(proc text)") or _is_told(bold, text):
            yield Line("PROCEDURE", text, {})
            speaks = False
        else:
            name, said = _labelled(bold, text)
            if name is not None:
                speaks = True
                yield name
            if said:
                yield paragraph(said, speaks)


def _bold(node: Any) -> str:
    """What a block first has in bold, which may stand in several elements, one right behind the other."""
    each, found = node.css_first("strong, b"), ""
    while each is not None and (each.tag in ("strong", "b") or not words(each)):
        found += each.text(deep=True)
        each = each.next
    return folded(found)


def _is_told(name: str, text: str) -> bool:
    """Whether a paragraph tells a question behind its number: `3 Mr Tam Dun asked the Minister why.`"""
    number, _, asked = text.partition(" ")
    return bool(name) and number.rstrip(".").isdecimal() and asked.startswith(f"{name} asked")


def _labelled(name: str, text: str) -> tuple[Line | None, str]:
    """The label with which a paragraph begins, if it does, and its words; `name` is what it has in bold."""
    if not name or not text.startswith(name):
        return None, text
    rest = text[len(name) :].lstrip()
    number, _, who = name.partition(" ")
    if number.rstrip(".").isdecimal() and who and rest.startswith("asked"):
        return label(who, number=number), rest
    if ":" in name and name.index(":") > len(name) - 3:
        return label(name), rest
    if rest.startswith(":"):
        return label(name), rest[1:].lstrip()
    seat, colon, said = rest.partition("):")
    if colon and rest.startswith("(") and not set(seat[1:]) & set("():"):
        return label(f"{name} {seat})"), said.lstrip()
    return (label(name), rest) if rest.startswith("asked ") else (None, text)
