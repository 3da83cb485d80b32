"""Pages of publications.parliament.uk: the printed page as HTML, which its own layout reads."""

from __future__ import annotations

from collections.abc import Iterator

from hansardparse.read.lines import Line
from hansardparse.read.pages import classes, flow, page_of
from hansardparse.read.source import Source

__all__ = ["read"]

#: What the site puts around the record.
_SITE = frozenset({"navLinks", "breadcrumb"})


def read(source: Source) -> Iterator[Line]:
    """The lines of a page as they are shown."""
    root = page_of(source).body
    if root is None:
        return
    for line in flow(root, shown=lambda each: not (classes(each) & _SITE)):
        yield Line("TEXT", f"{line.text}\n")
