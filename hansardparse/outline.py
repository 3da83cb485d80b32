"""From a flat run of items to sections within sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from hansardparse.model import (
    AgeMark,
    Contribution,
    Heading,
    Section,
    Span,
    VenueMark,
    WrittenStatementReference,
)

__all__ = ["outline"]


def outline(items: Iterable[Any]) -> Iterator[Any]:
    """Sections in order, each with what stands below its heading; what precedes any stays bare."""
    current: list[Any] | None = None
    for item in items:
        closed = current is not None and type(current[-1]) is WrittenStatementReference
        if type(item) is Heading or (closed and type(item) is Contribution) or _opens(item, current):
            if current:
                yield _section(current)
            current = [item]
        elif current is None:
            yield item
        else:
            current.append(item)
    if current:
        yield _section(current)


def _opens(item: Any, current: list[Any] | None) -> bool:
    """Whether an age begins a section: it does where words, or an age, stand between it and a heading."""
    return type(item) is AgeMark and (
        current is None or any(type(i) in (AgeMark, Contribution) for i in current)
    )


def _section(items: list[Any]) -> Section:
    written = any(type(i) is WrittenStatementReference for i in items) or any(
        type(i) is VenueMark and i.text == "Written Statements" for i in items
    )
    if written:
        items = [
            attrs.evolve(i, printed_kind="statement")
            if type(i) is Contribution and i.printed_kind == "speech"
            else i
            for i in items
        ]
    return Section(
        tuple(items),
        "written_statement" if written else None,
        1,
        Span(items[0].span.start, items[-1].span.end),
    )
