"""Pages of Historic Hansard, 1803-2005, by their classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import Line, Marked, column, day, heading, label
from hansardparse.read.pages import BLOCKS, classes, page_of, walk, words
from hansardparse.read.source import Source

__all__ = ["read"]

_TURN = "member_contribution"
#: Links of the site, and what the label of a contribution is made of: none is part of its words.
_SITE = frozenset(
    {"permalink", "page-preview", "member", "question_no", "member_constituency", "memberconstituency"}
)
_COLUMN = "column-permalink"
_AROUND = frozenset({"header", "footer", "navigation"})
_TITLES = frozenset({"h1", "h2", "h3", "h4"})
#: What stands between a label and the words.
_JOINTS = " :"


def read(source: Source) -> Iterator[Line]:
    """The lines of a page, in order."""
    page = page_of(source)
    yield Line("PARLIAMENT", "uk")
    title = words(page.css_first("title"))
    if title.endswith(")"):
        date = day(title.rpartition(", ")[2].rstrip(")"))
        if date.role == "DATE":
            yield date
    if page.body is not None:
        yield from _Record().lines(page.body)


def _shown(node: Any) -> bool:
    kinds = classes(node)
    if node.attributes.get("id") in _AROUND or node.tag in ("form", "nav") or "xoxo" in kinds:
        return False
    return _COLUMN in kinds or not kinds & _SITE


class _Record:
    """A page on its way from elements to lines."""

    def __init__(self) -> None:
        self._paragraph = Marked(said=False)
        self._first = False  # what comes is the first that somebody says
        self._cells = 0

    def lines(self, body: Any) -> Iterator[Line]:
        """All lines."""
        for event, node in walk(body, _shown):
            if event == "text":
                self._paragraph.add(node)
            elif _COLUMN in classes(node):
                self._paragraph.mute(event == "open")
                if event == "open":
                    self._paragraph.mark(column(words(node)))
            elif node.tag in ("td", "th"):
                self._cells += event == "open"
                if event == "open" and self._cells > 1:
                    self._paragraph.cell()
            elif node.tag in BLOCKS and not (self._cells and node.tag not in ("tr", "table")):
                yield from self._block(node, event)
        yield from self._ended()

    def _block(self, node: Any, event: str) -> Iterator[Line]:
        """A block begins or ends: a title, a contribution, a paragraph."""
        if node.tag in _TITLES and event == "close":
            for line in self._paragraph.end():
                yield heading(line.text) if "title" in classes(node) else line
        else:
            yield from self._ended()
        if _TURN in classes(node):
            self._paragraph.said = False
            if event == "open":
                yield from self._label(node)

    def _label(self, node: Any) -> Iterator[Line]:
        parts = [
            words(node.css_first(f".{part}"))
            for part in ("member", "member_constituency, .memberconstituency")
        ]
        if parts[0]:
            number = words(node.css_first(".question_no"))
            yield label(" ".join(parts), number=number, origin=node.attributes.get("id"))
            self._paragraph.said = self._first = True

    def _ended(self) -> Iterator[Line]:
        """The lines of the paragraph that is over."""
        self._cells = 0
        for line in self._paragraph.end():
            if self._first and line.role == "SAID":
                line, self._first = line._replace(text=line.text.lstrip(_JOINTS)), False
            if line.text:
                yield line
