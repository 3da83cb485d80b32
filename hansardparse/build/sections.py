"""From a flat run of items to sections within sections.

A section is first a heading and what stands before the next one. Its level comes from what the heading
names (`grammars/headings.lark`), else from where it stands: a heading straight below another is a level
deeper, a question's heading is below its department's. Where a container says how deep a heading is, that
holds.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
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
from hansardparse.parliaments import Profile

__all__ = ["outline"]

#: In these, a heading is a department's, and the headings below it those of its questions or statements.
_BY_DEPARTMENT = frozenset({"oral_questions", "written_statements", "written_answers", "corrections"})
#: In these, every heading is that of a debate.
_HOLDERS = frozenset({"westminster_hall", "grand_committee", "sitting"})
_OF_BILL = ("bill", "bill_stage")
DEPARTMENT, QUESTION, STAGE, PANEL = 2, 3, 4, 5
#: The rules of `headings.lark`, which list the headings of a level.
_LEVELS = {"sitting": 0, "part": 1, "question": QUESTION, "stage": STAGE, "panel": PANEL}


_UNSAID: Mapping[int, int] = MappingProxyType({})


@attrs.define
class _Open:
    """A section that is still being filled."""

    level: int
    kind: str | None
    items: list[Any]
    depth: int


def outline(items: Iterable[Any], profile: Profile, depths: Mapping[int, int] = _UNSAID) -> list[Any]:
    """Sections in order, each with what stands below its heading; what precedes any stays bare.

    `depths` has how deep headings are, by where they begin, as far as a container says it.
    """
    outside = _Outline(profile, depths)
    for group in _groups(items):
        outside.add(group)
    outside.close(0)
    return outside.done


@attrs.define
class _Outline:
    """The sections that are open, and those that are done."""

    profile: Profile
    depths: Mapping[int, int]
    stack: list[_Open] = attrs.field(factory=list)
    done: list[Any] = attrs.field(factory=list)

    def add(self, group: list[Any]) -> None:
        """Add a heading and what stands below it, or what belongs to no section."""
        if type(group[0]) is Section:
            self.close(0)
        if not self._begins(group[0]):
            self.done.extend(group)
        else:
            level, kind = self._place(group)
            depth = self.depths.get(group[0].span.start, 0)
            if depth:
                level = max(self._within(depth, kind), STAGE if kind == "bill_stage" else 1)
            self.close(level)
            self.stack.append(_Open(level, kind, self._stated(group), depth))
            if self.stack[0].kind == "sitting" and self._has_risen(group):
                self.close(0)

    def close(self, level: int) -> None:
        """Close every section that is not above `level`; one with no section around it is done."""
        while self.stack and self.stack[-1].level >= level:
            last = self.stack.pop()
            span = Span(last.items[0].span.start, last.items[-1].span.end)
            section = Section(tuple(last.items), last.kind, last.level, span)
            (self.stack[-1].items if self.stack else self.done).append(section)

    def _within(self, depth: int, kind: str | None) -> int:
        """The level of a heading that is so deep: one below that of the heading around it.

        One whose depth nobody says may be around it. No bill is within another, or within a stage of one.
        """
        others = _OF_BILL if kind == "bill" else ()
        around = (s.level for s in reversed(self.stack) if (s.depth or 1) < depth and s.kind not in others)
        return next(around, 0) + 1

    def _begins(self, first: Any) -> bool:
        """Whether a group is a section; words before any heading are not."""
        return type(first) in (Heading, AgeMark) or (type(first) is Contribution and bool(self.stack))

    def _place(self, group: list[Any]) -> tuple[int, str | None]:
        """The level and the kind of the section that a group is."""
        first = group[0]
        page = ExcerptsMark in map(type, group)  # a page of its own, whatever stands above it
        if self._is_written_statement(group):
            holder = next((s for s in self.stack if s.kind in _BY_DEPARTMENT), None)
            return (QUESTION if holder and not page else 1), "written_statement"
        if type(first) is not Heading:
            return 1, None
        known = _kind(first.text, self.profile.code)
        if page:
            return 1, known[0] if known else None
        if known is not None:
            kind, level = known
            if level == STAGE:
                inner = next((s for s in reversed(self.stack) if s.kind != "bill_stage"), None)
                return (max(STAGE, inner.level + 1) if inner else STAGE), kind
            if level == PANEL:
                inner = next((s for s in reversed(self.stack) if s.kind != kind), None)
                return (inner.level + 1 if inner else 1), kind
            if kind == "bill" and any(s.kind in _HOLDERS and s.level for s in self.stack):
                return DEPARTMENT, kind
            if level == QUESTION and not self.stack:
                return 1, kind
            return level, kind
        return self._unnamed(group), self._by_contents(group)

    def _unnamed(self, group: list[Any]) -> int:
        """The level of a heading that names no kind of business."""
        stack = self.stack
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

    def _by_contents(self, group: list[Any]) -> str | None:
        """The kind of business that a section's first lines show, where its heading names none."""
        business = self.profile.business
        for item in group[1:]:
            if type(item) is Petition:
                return "petition"
            if type(item) is Procedure and any(words in item.text for words in business.adjournment):
                return "adjournment"
            if type(item) is Contribution:
                words = item.text[:80]
                if any(w in (item.speaker.label or "") + words for w in business.urgent):
                    return "urgent_question"
                return "statement" if words.startswith(business.permission) else None
        return None

    def _is_written_statement(self, group: list[Any]) -> bool:
        """Whether a section is a written statement, by its number or by its place."""
        return self._placed(group) or any(type(i) is WrittenStatementReference for i in group)

    def _placed(self, group: list[Any]) -> bool:
        """Whether a section stands where written statements do."""
        places = self.profile.business.written_statements
        return any(type(i) is VenueMark and i.text in places for i in group)

    def _stated(self, group: list[Any]) -> list[Any]:
        """The items of a section; what is said in the place of written statements, or above the number of
        one, is a statement.

        The number is printed below its words. So this is known only when the words are nodes, and these few
        are made anew.
        """
        stated = list(group)
        placed, last = self._placed(group), -1
        for n, item in enumerate(group):
            if type(item) is Contribution:
                last = n
            if last >= 0 and (placed or type(item) is WrittenStatementReference):
                said = stated[last]
                if said.printed_kind == "speech":
                    stated[last] = attrs.evolve(said, printed_kind="statement")
        return stated

    def _has_risen(self, group: list[Any]) -> bool:
        """Whether the House adjourns at the end of a section: what follows is not of its sitting."""
        return any(
            type(i) is Procedure and i.text.casefold().startswith(self.profile.business.rises)
            for i in group[-3:]
        )


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
    """Whether an age begins a section: it does where words, or an age, stand between it and a heading, or
    no heading is there.
    """
    headed = bool(current) and type(current[0]) is Heading
    return not headed or any(type(i) in (AgeMark, Contribution) for i in current)


def _is_asked(group: list[Any]) -> bool:
    """Whether a department's questions begin: `The Secretary of State was asked—`."""
    return any(type(i) is Procedure and i.act == "questions" for i in group[1:3])


def _first_kind(group: list[Any]) -> str | None:
    return next((i.printed_kind for i in group if type(i) is Contribution), None)


@functools.cache
def _named(parliament: str) -> dict[str | None, tuple[str, int]]:
    """What headings name: the kind and the level, by the rule that lists the terminal."""
    rules = (
        rule for rule in grammar.build("headings", parliament=parliament).rules if rule.origin.name in _LEVELS
    )
    return {t.name: (t.name.lower(), _LEVELS[rule.origin.name]) for rule in rules for t in rule.expansion}


@functools.lru_cache(maxsize=4096)
def _kind(heading: str, parliament: str) -> tuple[str, int] | None:
    """The kind and level that a heading's words give."""
    form = grammar.forms(grammar.build("headings", parliament=parliament)).match(heading)
    return _named(parliament).get(form.lastgroup) if form else None
