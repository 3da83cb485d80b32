"""Any other page as a browser copies it: what is shown, line by line; what is around the record, apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import Line, folded
from hansardparse.read.pages import BLOCKS, page_of, walk
from hansardparse.read.source import Source

__all__ = ["copied", "read"]

#: Blocks with a blank line before and behind them.
_APART = frozenset("address blockquote dl fieldset figure form h1 h2 h3 h4 h5 h6 ol p pre table ul".split())
_CELLS = frozenset({"td", "th"})
#: Parts of a page that are around its record.
_AROUND = frozenset({"nav", "header", "footer", "aside"})
_LANDMARKS = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
#: Where one of these is, it is the record, and the rest of the page around it.
_RECORD = "main, [role=main], article, #main-content, #content, .content"


def read(source: Source) -> Iterator[Line]:
    """The lines of a page as text."""
    page = page_of(source)
    body = page.body
    if body is None:
        return
    record = _record(page)
    if record is None:
        yield from _texts(copied(body, lambda each: not _hides(each) and not _is_around(each)))
        return
    before: list[str] = []
    behind: list[str] = []
    seen = False
    for part in _parts(body, record):
        if part is None:
            seen = True
        else:
            (behind if seen else before).append(part)
    yield from (Line("FURNITURE", words, {}) for words in before)
    yield from _texts(copied(record, lambda each: not _hides(each)))
    yield from (Line("FURNITURE", words, {}) for words in behind)


def _record(page: Any) -> Any:
    """The part of a page that holds most of its words, where the page says that there is one."""
    whole = len(page.body.text(deep=True))
    for each in page.css(_RECORD):
        if len(each.text(deep=True)) * 2 > whole:
            return each
    return None


def _texts(lines: Iterator[tuple[str, bool]]) -> Iterator[Line]:
    for words, apart in lines:
        yield Line("TEXT", f"{words}\n" if apart else words)


def _parts(body: Any, record: Any) -> Iterator[str | None]:
    """The lines around the record, and None where it stands."""
    words: list[str] = []
    for event, node in walk(body, lambda each: not _hides(each) and each.parent.mem_id != record.mem_id):
        if event == "text":
            words.append(node)
        elif node.mem_id == record.mem_id or node.tag in BLOCKS:
            line = folded("".join(words))
            words.clear()
            if line:
                yield line
            if event == "open" and node.mem_id == record.mem_id:
                yield None
    line = folded("".join(words))
    if line:
        yield line


def _hides(node: Any) -> bool:
    """Whether a browser shows nothing of an element."""
    attributes = node.attributes
    if not attributes:
        return False
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in attributes or "display:none" in style or "visibility:hidden" in style


def _is_alone(cell: Any) -> bool:
    """Whether a row has one cell only: the table is how a page is laid out, and parts no columns."""
    for way in ("prev", "next"):
        beside = getattr(cell, way)
        while beside is not None:
            if beside.tag in _CELLS:
                return False
            beside = getattr(beside, way)
    return True


def _is_around(node: Any) -> bool:
    return node.tag in _AROUND or (node.attributes.get("role") or "") in _LANDMARKS


def copied(root: Any, shown: Any) -> Iterator[tuple[str, bool]]:
    """The lines of what is shown, each with whether a blank line follows it."""
    words: list[str] = []
    held: str | None = None
    cells = verbatim = 0
    for event, node in walk(root, shown):
        if event == "text":
            if not verbatim:
                words.append(node)
                continue
            *whole, last = node.split("\n")
            for line in whole:
                if held is not None:
                    yield held, not (words or line.strip())
                held = "".join((*words, line)).rstrip() or None
                words.clear()
            words.append(last)
            continue
        tag = node.tag
        if tag == "img" and event == "open":
            words.append(f" {node.attributes.get('alt') or ''} ")
        elif tag in _CELLS and not _is_alone(node):
            cells += event == "open"
            if event == "open" and cells > 1:
                words.append("\x1f")
        elif cells and tag in BLOCKS and tag not in ("tr", "table"):
            words.append(" ")  # paragraphs of one cell
        elif tag in BLOCKS or tag in _CELLS:
            line = "\t".join(folded(cell) for cell in "".join(words).split("\x1f"))
            words.clear()
            cells = 0
            if tag == "pre":
                verbatim += 1 if event == "open" else -1
            if line.strip():
                if held is not None:
                    yield held, False
                held = line
                ends = tag in _APART
            else:  # a break behind no words is a blank line
                ends = tag in _APART or (tag == "br" and event == "open")
            if held is not None and ends:
                yield held, True
                held = None
    line = folded("".join(words))
    for last in (held, line):
        if last:
            yield last, True
