"""Reports of the Parliament of Singapore to 2012: a page in which blocks are what they look like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import Line, begun, column, folded, heading, iso_date, label, paragraph
from hansardparse.read.pages import BLOCKS, tree_of, walk, words

__all__ = ["column_of", "lines"]

_BOLD = frozenset({"b", "strong", "h4"})
_TITLES = frozenset({"h1", "h2", "h3"})


def lines(html: str) -> Iterator[Line]:
    """The lines of a page: of a sitting, or of one matter of it."""
    tree = tree_of(html)
    day = tree.css_first("meta[name=Sit_Date]")
    yield from iso_date((day.attributes.get("content") or "") if day is not None else "")
    names = frozenset(words(each).rstrip(" :") for each in tree.css("b, strong"))
    if tree.body is not None:
        page = _Page(names)
        for event, node in walk(tree.body):
            yield from page.met(event, node)
        yield from page.ended("")


def column_of(text: str) -> str | None:
    """The number of the column that a paragraph says to begin, None where it is another one."""
    number = text.removeprefix("Column: ")
    return number if number != text and number.isdecimal() else None


class _Page:
    """A page on its way from elements to lines."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        self._words: list[str] = []
        self._bold: list[str] = []  # the words in bold, or in italics, where these begin the block
        self._depth = {"bold": 0, "italic": 0}
        self._plain = False  # words that are neither stand in the block
        self._slanted: list[str] = []
        self._cells = self._begun = self._speaks = self._cut = False
        self._sets_in = False  # the page sets in what begins a paragraph

    def met(self, event: str, node: Any) -> Iterator[Line]:
        """What comes next on the page."""
        if event == "text":
            self._add(node)
            return
        kind = "bold" if node.tag in _BOLD else "italic" if node.tag in ("i", "em") else ""
        if node.tag in ("td", "th"):
            if event == "open" and self._words:
                self._words.append("\t")
        elif node.tag in BLOCKS:
            self._cells = node.tag == "tr" and event == "close"
            yield from self.ended(node.tag if event == "close" else "")
        if kind:
            self._depth[kind] += 1 if event == "open" else -1

    def _add(self, text: str) -> None:
        self._words.append(text)
        if self._depth["bold"] and not self._plain:
            self._bold.append(text)
        elif text.strip(" \xa0\n\r\t.0123456789"):  # a number stands before who asks
            self._plain = True
            if self._depth["italic"]:
                self._slanted.append(text)

    def ended(self, tag: str) -> Iterator[Line]:
        """The block is over: which line it is."""
        raw, bold = "".join(self._words), folded("".join(self._bold))
        slanted, text = folded("".join(self._slanted)), folded(raw)
        self._words, self._bold, self._slanted, self._plain = [], [], [], False
        if not text:
            return
        set_in = raw.lstrip("\n\r\t ")[:1] == "\xa0"
        self._sets_in = self._sets_in or set_in
        if self._cells:
            cells = "\t".join(folded(cell) for cell in raw.split("\t"))
            yield Line("ROW" if self._begun else "FURNITURE", cells, {})
        elif (number := column_of(text)) is not None:
            yield column(number)
            self._cut = self._speaks
            return
        elif tag in _TITLES:
            yield Line("LINE", text)
        elif text == bold and bold[:1] != "[" and ":" not in bold:
            yield heading(text)
            self._speaks = False
        elif self._cut and self._sets_in and not set_in and not bold:
            yield Line("CONTINUED", text)
        elif text == slanted and self._speaks:
            yield Line("PART", text, {})
        else:
            yield from self._said(text, bold)
        self._begun, self._cut = self._begun or not self._cells, False

    def _said(self, text: str, bold: str) -> Iterator[Line]:
        """A paragraph, which may begin with who speaks."""
        first, _, rest = text.partition(" ")
        number = first if first.rstrip(".").isdecimal() else None
        said = rest if number else text
        told = begun(said)
        if bold and said.startswith(bold) and said[len(bold) :].lstrip().startswith("asked"):
            yield label(bold, number=number)
            said = said[len(bold) :].lstrip()
        elif told is not None and (bold.startswith(told[0]) or self._is_named(told[0])):
            yield label(told[0], number=number)
            said = told[2].strip()
        else:
            yield paragraph(text, self._speaks)
            return
        self._speaks = True
        if said:
            yield paragraph(said)

    def _is_named(self, name: str) -> bool:
        """Whether a label that is not in bold has the name of somebody who is: `The Mayor (Mr Tam Dun)`."""
        inner = name.rpartition("(")[2].rstrip(")")
        return name in self._names or inner in self._names
