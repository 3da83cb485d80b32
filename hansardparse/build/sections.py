"""From a flat run of items to sections within sections.

A section is first a heading and what stands before the next one. Its level comes from what the heading
names (`grammars/headings.lark`), else from where it stands: a heading straight below another is a level
deeper, a question's heading is below its department's.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from hansardparse import grammar
from hansardparse.model.nodes import (
    AgeMark,
    Contribution,
    ExcerptsMark,
    Heading,
    Petition,
    Procedure,
    Section,
    Span,
    VenueMark,
    WrittenStatementReference,
)

__all__ = ["outline"]

#: In these, a heading is a department's, and the headings below it those of its questions or statements.
_BY_DEPARTMENT = frozenset({"oral_questions", "written_statements", "written_answers", "corrections"})
#: In these, every heading is that of a debate.
_HOLDERS = frozenset({"westminster_hall", "grand_committee", "sitting"})
DEPARTMENT, QUESTION, STAGE = 2, 3, 4
#: The rules of `headings.lark`, which list the headings of a level.
_LEVELS = {"sitting": 0, "part": 1, "question": QUESTION, "stage": STAGE}
#: How a Minister begins an oral statement.
_PERMISSION = ("With permission", "With your permission", "With the permission")


@attrs.define
class _Open:
    """A section that is still being filled."""

    level: int
    kind: str | None
    items: list[Any]


def outline(items: Iterable[Any]) -> Iterator[Any]:
    """Sections in order, each with what stands below its heading; what precedes any stays bare."""
    stack: list[_Open] = []
    for group in _groups(items):
        if type(group[0]) is Section:
            yield from _close(stack, 0)
            yield group[0]
            continue
        if not _begins(group[0], stack):
            yield from group
            continue
        level, kind = _place(group, stack)
        yield from _close(stack, level)
        stack.append(_Open(level, kind, _stated(group)))
        if stack[0].kind == "sitting" and _has_risen(group):
            yield from _close(stack, 0)
    yield from _close(stack, 0)


def _groups(items: Iterable[Any]) -> Iterator[list[Any]]:
    """The items, parted before each heading and wherever else a section begins."""
    current: list[Any] = []
    for item in items:
        kind = type(item)
        begins = (
            kind is Heading
            or kind is Section
            or (kind is Contribution and current and type(current[-1]) is WrittenStatementReference)
            or (kind is AgeMark and _opens(current))
        )
        if begins and current:
            yield current
            current = []
        current.append(item)
    if current:
        yield current


def _opens(current: list[Any]) -> bool:
    """Whether an age begins a section: it does where words, or an age, stand between it and a heading."""
    return not current or any(type(i) in (AgeMark, Contribution) for i in current)


def _has_risen(group: list[Any]) -> bool:
    """Whether the House adjourns at the end of a section: what follows is not of its sitting."""
    return any(
        type(i) is Procedure
        and i.text.casefold().startswith(("house adjourned at", "the house adjourned at"))
        for i in group[-3:]
    )


def _begins(first: Any, stack: list[_Open]) -> bool:
    """Whether a group is a section; words before any heading are not."""
    return type(first) in (Heading, AgeMark) or (type(first) is Contribution and bool(stack))


def _close(stack: list[_Open], level: int) -> Iterator[Section]:
    """Close every section that is not above `level`; what has no section around it is given out."""
    while stack and stack[-1].level >= level:
        done = stack.pop()
        span = Span(done.items[0].span.start, done.items[-1].span.end)
        section = Section(tuple(done.items), done.kind, done.level, span)
        if stack:
            stack[-1].items.append(section)
        else:
            yield section


def _place(group: list[Any], stack: list[_Open]) -> tuple[int, str | None]:
    """The level and the kind of the section that a group is."""
    first = group[0]
    page = ExcerptsMark in map(type, group)  # a page of its own, whatever stands above it
    if _is_written_statement(group):
        holder = next((s for s in stack if s.kind in _BY_DEPARTMENT), None)
        return (QUESTION if holder and not page else 1), "written_statement"
    if type(first) is not Heading:
        return 1, None
    known = _kind(first.text)
    if page:
        return 1, known[0] if known else None
    if known is not None:
        kind, level = known
        if level == STAGE:
            inner = next((s for s in reversed(stack) if s.kind != "bill_stage"), None)
            return (max(STAGE, inner.level + 1) if inner else STAGE), kind
        if kind == "bill" and any(s.kind in _HOLDERS and s.level for s in stack):
            return DEPARTMENT, kind
        if level == QUESTION and not stack:
            return 1, kind
        return level, kind
    return _unnamed(group, stack), _by_contents(group)


def _unnamed(group: list[Any], stack: list[_Open]) -> int:
    """The level of a heading that names no kind of business."""
    holder = next((s for s in reversed(stack) if s.kind in _BY_DEPARTMENT), None)
    if holder is not None:
        bare = len(holder.items) == 1 and stack[-1] is holder
        if bare or _is_asked(group) or len(group) == 1:
            return DEPARTMENT
        if holder.kind != "oral_questions" or _first_kind(group) == "question":
            return QUESTION
        return 1
    if stack and len(stack[-1].items) == 1 and stack[-1].level < STAGE:
        return stack[-1].level + 1
    return DEPARTMENT if any(s.kind in _HOLDERS and s.level for s in stack) else 1


def _by_contents(group: list[Any]) -> str | None:
    """The kind of business that a section's first lines show, where its heading names none."""
    for item in group[1:]:
        if type(item) is Petition:
            return "petition"
        if type(item) is Procedure and "do now adjourn" in item.text:
            return "adjournment"
        if type(item) is Contribution:
            words = item.text[:80]
            if "Urgent Question" in (item.speaker.label or "") + words:
                return "urgent_question"
            return "statement" if words.startswith(_PERMISSION) else None
    return None


def _is_asked(group: list[Any]) -> bool:
    """Whether a department's questions begin: `The Secretary of State was asked—`."""
    return any(type(i) is Procedure and i.act == "questions" for i in group[1:3])


def _first_kind(group: list[Any]) -> str | None:
    return next((i.printed_kind for i in group if type(i) is Contribution), None)


def _is_written_statement(group: list[Any]) -> bool:
    kinds = set(map(type, group))
    return WrittenStatementReference in kinds or (
        VenueMark in kinds and any(type(i) is VenueMark and i.text == "Written Statements" for i in group)
    )


def _stated(group: list[Any]) -> list[Any]:
    """The items of a section; in a written statement, what is said is a statement."""
    if not _is_written_statement(group):
        return group
    return [
        attrs.evolve(i, printed_kind="statement")
        if type(i) is Contribution and i.printed_kind == "speech"
        else i
        for i in group
    ]


@functools.cache
def _named() -> dict[str | None, tuple[str, int]]:
    """What headings name: the kind and the level, by the rule that lists the terminal."""
    rules = (rule for rule in grammar.build("headings").rules if rule.origin.name in _LEVELS)
    return {t.name: (t.name.lower(), _LEVELS[rule.origin.name]) for rule in rules for t in rule.expansion}


@functools.lru_cache(maxsize=4096)
def _kind(heading: str) -> tuple[str, int] | None:
    """The kind and level that a heading's words give."""
    form = grammar.forms(grammar.build("headings")).match(heading)
    return _named().get(form.lastgroup) if form else None
