"""HTML, as a browser takes it to be, by selectolax: its tree in order, and the words that it shows."""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from hansardparse.read.lines import Line, Marked, folded
from hansardparse.read.source import HEAD, Source, needs, unreadable

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["BLOCKS", "classes", "flow", "fragment", "page_of", "tree_of", "walk", "words"]

#: Each begins and ends a line of its own.
BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section "
    "summary table tbody tfoot thead tr ul".split()
)
#: What is in these is never shown.
UNSEEN = frozenset("head script style template noscript svg iframe object select textarea title".split())


def tree_of(html: str | bytes) -> LexborHTMLParser:
    """The tree of some HTML, as text or as its UTF-8, which is what the parser below takes."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise needs("html", "selectolax") from None
    html = html.encode(errors="replace") if isinstance(html, str) else html
    if _is_too_deep(html):
        raise unreadable(
            f"HTML whose elements are nested more than {DEEPEST} deep; give a page of one debate"
        )
    return LexborHTMLParser(html)


#: Browsers nest elements no deeper than this; what is deeper takes the parser quadratic time.
DEEPEST = 512
#: So many beginnings and ends of elements are counted at once.
STRIDE = 64
#: Where an element begins or ends, those left out that hold nothing or are closed by what follows them.
_NESTING = (
    rb"<(/?)(?!(?:p|li|d[dt]|t[drh]|tbody|thead|tfoot|option|br|img|hr|input|meta|link|col|colgroup|wbr|area|base|"
    rb"path|rect|circle|ellipse|line|polyline|polygon|use|stop)\b)[a-z]"
)
_CAPITAL = re.compile(rb"</?[A-Z]")
_STEPS = {b"": 1, b"/": -1}


def _is_too_deep(html: bytes) -> bool:
    """Whether elements are nested deeper than browsers do it; ends without a beginning count for nothing."""
    # few pages have names in capitals, and to look for both takes twice as long
    found = re.findall(_NESTING, html, re.IGNORECASE if _CAPITAL.search(html) else 0)
    # most pages end what they begin soon, which is seen in strides in a tenth of the time
    strides = (found[at : at + STRIDE] for at in range(0, len(found), STRIDE))
    coarse = list(itertools.accumulate((len(part) - 2 * part.count(b"/") for part in strides), initial=0))
    if max(coarse) - min(coarse) <= DEEPEST - 2 * STRIDE:
        return False
    heights = list(itertools.accumulate(map(_STEPS.__getitem__, found), initial=0))
    if max(heights) - min(heights) <= DEEPEST:
        return False
    return bool(max(map(operator.sub, heights, itertools.accumulate(heights, min))) > DEEPEST)


def fragment(html: str) -> LexborNode:
    """The element around a piece of HTML."""
    found = tree_of(f"<body><div>{html}</div>").css_first("body > div")
    assert found is not None, "the piece stands in one"
    return found


_HTML = re.compile(rb"<html\b", re.IGNORECASE)
_END = re.compile(rb"</(?:html|body)\b", re.IGNORECASE)
#: Where a page names its encoding.
_CHARSET = re.compile(r"""<meta\b[^<>]{0,200}?\bcharset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)


def page_of(source: Source) -> LexborHTMLParser:
    """The tree of a page. Raises HansardError (`undecodable`)."""
    if named := _CHARSET.search(source.start):
        source.declare(named[1])
    page = source.utf8
    if _HTML.search(page, 0, HEAD) and not _END.search(page, max(0, len(page) - HEAD)):
        source.damaged = "the page has no end (`</html>`): is it cut off?"
    return tree_of(page)


def classes(node: Any) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((node.attrs.get("class") or "").split())


def _all(_node: Any) -> bool:
    return True


def walk(root: Any, shown: Callable[[Any], bool] = _all) -> Iterator[tuple[str, Any]]:
    """What is in an element, in order: (`open`, element), (`text`, words), (`close`, element).

    The element itself is not given; elements that are not `shown` are passed over with all that is in
    them. No recursion: nesting is the file's.
    """
    node = root.child
    around: list[Any] = []
    while True:
        while node is None:
            if not around:
                return
            node = around.pop()
            yield "close", node
            node = node.next
        tag = node.tag
        if tag == "-text":
            yield "text", node.text_content
        elif tag is not None and tag[:1] not in "-!_" and tag not in UNSEEN and shown(node):
            yield "open", node
            around.append(node)
            node = node.child
            continue
        node = node.next


def words(node: LexborNode | None) -> str:
    """The words in an element, with single spaces; nothing for None."""
    return "" if node is None else folded(node.text(deep=True))


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def flow(root: Any, said: bool = True, shown: Callable[[Any], bool] = _all) -> Iterator[Line]:
    """The lines of running text: a paragraph for each block, a row for each of a table's, titles as PART."""
    paragraph, cells = Marked(said), 0
    for event, node in walk(root, shown):
        if event == "text":
            paragraph.add(node)
        elif node.tag in ("td", "th"):
            cells += event == "open"
            if event == "open" and cells > 1:
                paragraph.cell()
        elif node.tag in BLOCKS and not (cells and node.tag not in ("tr", "table")):
            title = event == "close" and node.tag in _HEADINGS
            for line in paragraph.end():
                yield line._replace(role="PART", parts={}) if title else line
            cells = 0
    yield from paragraph.end()
