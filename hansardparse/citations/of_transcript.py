"""What a transcript cites: the references printed as nodes, and those in its running text."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from typing import Any

from hansardparse.citations.find import cited, moved
from hansardparse.model.nodes import (
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
    Subheading,
    Table,
    Text,
    Transcript,
    leaves,
)
from hansardparse.model.source_map import SourceMap
from hansardparse.parliaments import USUAL, Profile, profile
from hansardparse.text.line_ends import put_in_source

__all__ = ["references_in", "references_of"]

#: The leaves that have words of the House or of a Member.
_WORDS = frozenset((Heading, ListItem, Motion, Note, Paragraph, Procedure, Quote, Subheading, Table, Text))


def references_of(transcript: Transcript) -> tuple[Reference, ...]:
    """Every reference in a transcript: those that were found when it was resolved, else found now."""
    if transcript.references:
        return transcript.references
    words = profile(transcript.parliament or USUAL)
    return references_in(transcript.items, words, transcript._source_map)


def references_in(items: Iterable[Node], profile: Profile, source: SourceMap | None) -> tuple[Reference, ...]:
    """Every reference in some items, in source order, their spans those of the source.

    `source` is the map of the items, None where what is read is the source.
    """
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
    for reference, start in cited("\n\n".join(leaf.text for leaf in words), profile):
        nth = bisect.bisect_right(begins, start + reference.span.start) - 1
        leaf = words[nth]
        at = source.read(leaf.span.start) if source else leaf.span.start
        found = moved(reference, start + at - begins[nth])
        if source:
            put_in_source(found, source)
        printed.append(found)
    return tuple(sorted(printed, key=lambda r: r.span))
