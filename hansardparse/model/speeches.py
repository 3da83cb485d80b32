"""Which contributions are parts of one speech."""

from __future__ import annotations

from collections.abc import Iterator

from hansardparse.model.nodes import (
    Contribution,
    Division,
    Elision,
    Node,
    Procedure,
    Resumption,
    Section,
    Transcript,
)

__all__ = ["beginnings"]

#: What the House does, and the same speech goes on behind it.
_PASSING = frozenset({"suspended", "resumed"})


def beginnings(transcript: Transcript) -> list[int]:
    """Of each contribution, by its position, the one with which its speech begins.

    Two are parts of one speech where one resumes the other, and where speeches of one person follow each
    other with nothing printed between them: a page of one Member's part leaves out who broke in.
    """
    before: dict[int, int] = {}  # of a contribution, the part of its speech before it
    for link in transcript.links:
        if type(link) is Resumption:
            before[link.source] = link.target
    found: list[int] = []
    last: Contribution | None = None
    for said in _in_stretches(transcript):
        if said is None:
            last = None
            continue
        n = len(found)
        if n not in before and last is not None and _runs_on(last, said):
            before[n] = n - 1
        found.append(found[before[n]] if n in before else n)
        last = said
    return found


def _runs_on(one: Contribution, after: Contribution) -> bool:
    """Whether two contributions that follow each other are one speech of one person."""
    return (
        after.resolution is not None
        and after.person is not None
        and after.person == one.person
        and one.kind == after.kind == "speech"
    )


def _in_stretches(transcript: Transcript) -> Iterator[Contribution | None]:
    """Every contribution in order; None where something stands that no speech goes on behind."""
    stack: list[Iterator[Node]] = [iter(transcript.items)]
    while stack:
        for item in stack[-1]:
            kind = type(item)
            if kind is Contribution:
                yield item  # type: ignore[misc]  # which `is` does not tell mypy
            elif kind is Section:
                yield None
                stack.append(iter(item.items))  # type: ignore[attr-defined]
                break
            elif kind is Elision or kind is Division or (kind is Procedure and not _passing(item)):
                yield None
        else:
            stack.pop()
            yield None


def _passing(item: Node) -> bool:
    return isinstance(item, Procedure) and (item.act in _PASSING or item.text.startswith("["))
