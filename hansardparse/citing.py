"""What a transcript cites: the references printed as nodes, and those in its running text."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from typing import Any

import attrs

from hansardparse.model import (
    Heading,
    ListItem,
    Motion,
    Node,
    Note,
    Paragraph,
    Procedure,
    Quote,
    Reference,
    Section,
    Span,
    Subheading,
    Table,
    Text,
    leaves,
)
from hansardparse.references import find_references

__all__ = ["references_in"]

#: The leaves that have words of the House or of a Member.
_WORDS = frozenset((Heading, ListItem, Motion, Note, Paragraph, Procedure, Quote, Subheading, Table, Text))


def references_in(items: Iterable[Node]) -> tuple[Reference, ...]:
    """Every reference in some items, in source order, their spans those of the source."""
    printed: list[Any] = []
    words: list[Any] = []
    for leaf in leaves(Section(tuple(items))):
        if isinstance(leaf, Reference):
            printed.append(leaf)
        elif type(leaf) in _WORDS:
            words.append(leaf)
    # one search for all: a blank line between two leaves keeps their references apart
    begins: list[int] = []
    length = 0
    for leaf in words:
        begins.append(length)
        length += len(leaf.text) + 2
    for found in find_references("\n\n".join(leaf.text for leaf in words)):
        at = bisect.bisect_right(begins, found.span.start) - 1
        printed.append(_moved(found, words[at].span.start - begins[at]))
    return tuple(sorted(printed, key=lambda r: r.span))


def _moved(reference: Any, by: int) -> Any:
    """The reference, and what it is a part of, further on in the source."""
    changes: dict[str, Any] = {"span": Span(reference.span.start + by, reference.span.end + by)}
    if isinstance(getattr(reference, "of", None), Reference):
        changes["of"] = _moved(reference.of, by)
    return attrs.evolve(reference, **changes)
