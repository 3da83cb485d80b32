"""The Congressional Record of the United States as HTML: fixed-width text within a page."""

from __future__ import annotations

from collections.abc import Iterator

from hansardparse.read.lines import Line
from hansardparse.read.pages import page_of
from hansardparse.read.source import Source

__all__ = ["read"]


def read(source: Source) -> Iterator[Line]:
    """The text as it is shown, line by line."""
    for block in page_of(source).css("pre"):
        yield Line("TEXT", f"{block.text(deep=True).strip(chr(10))}\n")
