"""The sitting as the unit of resolution: a transcript of several is taken apart, and put together again."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.model.nodes import Link, Section, Span, Transcript, leaves
from hansardparse.model.source_map import SourceMap

__all__ = ["joined", "parted"]


def parted(transcript: Transcript) -> list[Transcript]:
    """A transcript for each sitting; what stands before the first head is one too."""
    groups: list[list[Any]] = [[]]
    for item in transcript.items:
        if groups[-1] and _begins_sitting(item):
            groups.append([])
        groups[-1].append(item)
    if len(groups) == 1:
        return [transcript]
    starts = [group[0].span.start for group in groups[1:]]
    places = itertools.pairwise((transcript.span.start, *starts, transcript.span.end))
    return [
        attrs.evolve(
            transcript,
            items=tuple(items),
            problems=() if n else transcript.problems,
            span=Span(start, end),
        )
        for n, (items, (start, end)) in enumerate(zip(groups, places, strict=True))
    ]


def _begins_sitting(item: Any) -> bool:
    """Whether an item begins with the head of a sitting, as `units` finds it in the text."""
    words = [leaf.text for leaf in itertools.islice(_worded(item), 2)]
    head = grammar.lines("sittings", "SITTING").match("".join(f"\n{line}" for line in words) + "\n")
    return head is not None


def _worded(item: Any) -> Any:
    return (leaf for leaf in leaves(Section((item,))) if hasattr(leaf, "text"))


def joined(parts: Sequence[Transcript]) -> Transcript:
    """The transcript whose sittings, in order, are some transcripts: one at least."""
    if len(parts) == 1:
        return parts[0]
    links: list[Link] = []
    said = 0
    for part in parts:
        links += (attrs.evolve(k, source=k.source + said, target=k.target + said) for k in part.links)
        said += sum(1 for _ in part.contributions())
    maps = {id(part._source_map): part._source_map for part in parts if part._source_map}
    return attrs.evolve(
        parts[0],
        items=tuple(i for part in parts for i in part.items),
        persons=tuple(p for part in parts for p in part.persons),
        links=tuple(links),
        mentions=tuple(m for part in parts for m in part.mentions),
        references=tuple(r for part in parts for r in part.references),
        problems=tuple(p for part in parts for p in part.problems),
        span=Span(parts[0].span.start, parts[-1].span.end),
        source_map=SourceMap.of(maps.values()) if maps else None,
    )
