"""Pages of hansard.parliament.uk: debates of today and of the archive, as served or as saved by a browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from hansardparse.read.ballots import Ballot
from hansardparse.read.lines import Line, Marked, column, day, division, heading, label, side
from hansardparse.read.pages import classes, page_of, walk, words
from hansardparse.read.source import Source

__all__ = ["contents", "is_title", "read"]

#: Parts of a page that are the site's, within what was said.
_SITE = frozenset({"column-number-indicator", "share-bar", "glyphicon", "share", "sr-only"})
_BLOCKS = frozenset({"p", "li", "tr", "h3", "h4", "h5", "blockquote", "br"})


def read(source: Source) -> Iterator[Line]:
    """The lines of a page, in order."""
    page = page_of(source)
    yield Line("PARLIAMENT", "uk")
    yield from _head(page)
    debate = _Debate()
    for item, parts in _items(page):
        kinds = classes(item)
        if item.tag in ("h2", "h3"):
            if words(item):
                yield heading(words(item))
        elif "debate-item-contributiondebateitem" in kinds:
            yield from debate.contribution(parts)
        elif "debate-item-divisiondebateitem" in kinds:
            yield from _division(item)
        elif "debate-item-timestampdebateitem" in kinds:
            yield Line("LINE", words(item))
        else:
            yield from debate.other(item)


#: What a contribution is made of, by class; `turn` is the element that has its id.
_PARTS = frozenset({"attributed-to-details", "primary-text", "secondary-text", "content"})
_WANTED = (
    ".child-debate > h2, .child-debate > h3, .debate-item, .debate-item [data-contribution-id], "
    + ", ".join(f".debate-item .{part}" for part in sorted(_PARTS))
)


def _items(page: Any) -> Iterator[tuple[Any, dict[str, Any]]]:
    """The items of the record in order, each with the first of each of its parts.

    All are looked for together: looking for one takes as long.
    """
    item, parts = None, dict[str, Any]()
    for node in page.css(_WANTED):
        kinds = classes(node)
        if not (own := kinds & _PARTS) and ("debate-item" in kinds or node.tag in ("h2", "h3")):
            if item is not None:
                yield item, parts
            item, parts = node, {}
        if "data-contribution-id" in node.attrs:
            parts.setdefault("turn", node)
        for part in own:
            parts.setdefault(part, node)
    if item is not None:
        yield item, parts


def _head(page: Any) -> Iterator[Line]:
    """The title of the page, the place and the day."""
    title, date = words(page.css_first(".hero-banner h1")), words(page.css_first(".hero-banner h2"))
    crumbs = page.css_first(".breadcrumb")
    trail = [words(each) for each in crumbs.css("li")] if crumbs is not None else []
    place = trail[3] if len(trail) > 3 else ""
    if title and title != place:
        yield heading(title)
    if place:
        yield Line("VENUE", place, {})
    if (line := day(date)).role == "DATE":
        yield line


class _Debate:
    """What the items of a page have told so far."""

    def __init__(self) -> None:
        self._column = ""
        self._number = ""  # of a question, which stands alone before who asks it
        self._ballot = Ballot()

    def other(self, item: Any) -> Iterator[Line]:
        """What is no contribution: a title, a date, procedure, a column, the number of a question."""
        tagged = item.css_first("[data-tag]")
        if tagged is not None and is_title(tagged.attributes.get("data-tag") or "") and words(tagged):
            yield heading(words(tagged))
            return
        if (table := item.css_first("table")) is not None:
            rows = ([words(cell) for cell in row.css("td, th")] for row in table.css("tr"))
            if ballot := list(self._ballot.lines(rows)):
                yield from ballot
                return
        for line in self._lines(item, said=False):
            number = line.text.rstrip(". ")
            if line.role == "LINE" and number.isdecimal() and len(number) < 5:
                self._number = number
                continue
            yield line

    def contribution(self, parts: dict[str, Any]) -> Iterator[Line]:
        """Who speaks, and what is said."""
        yield from self._ballot.end()
        who, turn, content = (parts.get(each) for each in ("attributed-to-details", "turn", "content"))
        name = words(parts.get("primary-text")) or words(who)
        if name:
            link = (who.attributes.get("href") or "") if who is not None else ""
            member = link.partition("memberId=")[2].partition("&")[0]
            yield label(
                f"{name} {words(parts.get('secondary-text'))}",
                number=self._number or None,
                origin=turn.attributes.get("id") if turn is not None else None,
                identifiers=(f"uk.parliament:{member}",) if member.isdecimal() else (),
            )
            self._number = ""
        if content is not None:
            yield from self._lines(content, said=bool(name))

    def _lines(self, content: Any, said: bool) -> Iterator[Line]:
        for line in contents(content, said):
            if line.role == "COLUMN":
                if line.text == self._column:
                    continue
                self._column = line.text
            yield line


def is_title(tag: str) -> bool:
    """Whether the House's own tag of a piece is that of a title: `hs_7SmCapHdg`, `hs_AmendmentHeading`."""
    return tag.endswith(("Hdg", "Heading"))


def contents(content: Any, said: bool) -> Iterator[Line]:
    """The lines of a piece of the record as the House marks it up.

    A paragraph ends where the next one begins: a browser that has closed it at the mark of a column within
    it leaves the rest of its sentence outside.
    """
    paragraph, cells, asked = Marked(said), 0, False
    muted = None  # the element of a column's number, whose words are none
    for event, node in walk(content, lambda each: not (classes(each) & _SITE)):
        if event == "text":
            paragraph.add(node)
        elif event == "open" and (number := _column(node)):
            paragraph.mark(column(number))
            paragraph.mute(True)
            muted = node.mem_id
        elif node.mem_id == muted:
            paragraph.mute(False)
            muted = None
        elif node.tag in ("td", "th"):
            cells += event == "open"
            if event == "open" and cells > 1:
                paragraph.cell()
        elif event == "open" and node.tag in _BLOCKS and not (cells and node.tag != "tr"):
            yield from _asked(paragraph.end(), asked)
            cells = 0
            asked = "Question" in classes(node)
        elif event == "close" and node.tag in ("table", "blockquote"):
            yield from paragraph.end()
            cells = 0
    yield from _asked(paragraph.end(), asked)


def _column(node: Any) -> str | None:
    """The number of the column that begins at an element, where it says so."""
    has = node.attrs
    number = has.get("data-column-number") or has.get("data-column-number-from")
    return number if number and "column-number" in classes(node) else None


def _asked(lines: Iterable[Line], asked: bool) -> Iterator[Line]:
    """The lines of a paragraph; that of a tabled question begins with its number."""
    for line in lines:
        yield line._replace(role="NUMBERED") if asked and line.role == "SAID" else line


def _division(item: Any) -> Iterator[Line]:
    """A division, with its totals; the page has no names."""
    before, after = item.css_first(".additional-text-before"), item.css_first(".additional-text-after")
    if words(before):
        yield Line("LINE", words(before))
    number = words(item.css_first(".primary-info")).rpartition(" ")[2]
    yield division(number if number.isdecimal() else None)
    for each in item.css(".item"):
        name, count = words(each.css_first(".label")), words(each.css_first(".value"))
        if name and count.isdecimal():
            yield side(name, count)
    if words(after):
        yield Line("LINE", words(after))
