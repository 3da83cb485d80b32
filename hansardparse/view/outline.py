"""A transcript as a tree of lines, for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hansardparse.model.nodes import (
    Contribution,
    Division,
    Procedure,
    Section,
    Transcript,
    Unrecognised,
)
from hansardparse.model.short import counted, shortened
from hansardparse.view.amounts import speaker_of

__all__ = ["outline"]

#: So many code points of what was said are shown.
SAID = 60


def outline(of: Transcript | Section) -> str:
    """Sections, turns, divisions and what the House did, one a line, set in below each other."""
    lines = [_title(of)]
    stack = [(iter(_shown(of)), "")]
    while stack:
        items, before = stack[-1]
        for item, last in items:
            lines.append(f"{before}{'└─ ' if last else '├─ '}{_line(item)}")
            if type(item) is Section:
                stack.append((iter(_shown(item)), f"{before}{'   ' if last else '│  '}"))
                break
        else:
            stack.pop()
    return "\n".join(lines)


def _shown(of: Any) -> Iterator[tuple[Any, bool]]:
    """What has a line of its own in a part, and whether it is the last."""
    shown = [item for item in of.items if type(item) in _LINES]
    return ((item, n == len(shown)) for n, item in enumerate(shown, 1))


def _title(of: Transcript | Section) -> str:
    if isinstance(of, Section):
        return _section(of)
    facts = [of.title and shortened(of.title, SAID), of.house, str(of.date) if of.date else None]
    return " · ".join([fact for fact in facts if fact] or ["A transcript"])


def _line(item: Any) -> str:
    return _LINES[type(item)](item)


def _section(item: Section) -> str:
    kind = f" [{item.kind}]" if item.kind else ""
    return f"{shortened(item.heading, SAID) if item.heading else 'Without a heading'}{kind}"


def _turn(item: Contribution) -> str:
    name = " ".join(speaker_of(item).split())
    party = f" ({item.party})" if item.party else ""
    kind = f" · {item.kind}" if item.kind != "speech" else ""
    size = counted(len(item.text.split()), "word")
    said = f": {shortened(item.text, SAID)}" if item.text.strip() else ""
    return f"{shortened(name, SAID)}{party}{kind} · {size}{said}"


def _division(item: Division) -> str:
    totals = ", ".join(f"{g.option} {len(g.votes) if g.stated is None else g.stated}" for g in item.groups)
    return f"Division{f' {item.number}' if item.number else ''}{f': {totals}' if totals else ''}"


_LINES: dict[Any, Callable[[Any], str]] = {
    Section: _section,
    Contribution: _turn,
    Division: _division,
    Procedure: lambda item: shortened(item.text, SAID),
    Unrecognised: lambda item: f"not recognised: {shortened(item.text, SAID)}",
}
