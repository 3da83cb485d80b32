"""Regular expressions run by an engine that counts its steps, by the tree that Python's own makes of them.

It backtracks as Python's does, without its shortcuts, so that it takes as many steps or more; tests compare
what both find.
"""

from __future__ import annotations

import functools
import re
import re._constants as code  # type: ignore[import-not-found,unused-ignore]
import re._parser as parsing  # type: ignore[import-not-found,unused-ignore]
import sys
from collections.abc import Callable, Iterator
from typing import Any

__all__ = ["Engine", "TooMany"]

#: What goes on at a place: where the match ends, -1 where there is none.
Rest = Callable[[int], int]
#: Whether a character may stand somewhere; "" is the end of the text.
Test = Callable[[str], bool]
#: Matches at a place, then what comes after it.
Step = Callable[[int, Rest], int]
_CATEGORIES = {
    code.CATEGORY_DIGIT: r"\d",
    code.CATEGORY_NOT_DIGIT: r"\D",
    code.CATEGORY_SPACE: r"\s",
    code.CATEGORY_NOT_SPACE: r"\S",
    code.CATEGORY_WORD: r"\w",
    code.CATEGORY_NOT_WORD: r"\W",
}
_PLACES = {
    code.AT_BEGINNING: r"^",
    code.AT_BEGINNING_STRING: r"\A",
    code.AT_END: r"$",
    code.AT_END_STRING: r"\Z",
    code.AT_BOUNDARY: r"\b",
    code.AT_NON_BOUNDARY: r"\B",
}
_SINGLE = (code.LITERAL, code.NOT_LITERAL, code.ANY, code.IN)


class TooMany(Exception):
    """More steps than were allowed."""


class Engine:
    """One expression, to be tried on texts."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        sys.setrecursionlimit(1_000_000)  # a repeat is a call for each turn
        self._flags = flags
        tree = parsing.parse(pattern, flags)
        if tree.state.flags & re.IGNORECASE:
            raise NotImplementedError("letters of either case throughout")
        self._either = False  # letters of either case
        self._step = self._sequence(tree)
        self._text, self._groups, self._allowed = "", dict[int, tuple[int, int]](), 0
        self.steps = 0

    def match(self, text: str, allowed: int) -> int:
        """Where a match at the beginning of a text ends, -1 without one; `steps` says what it took."""
        self._begin(text, allowed)
        return self._step(0, lambda at: at)

    def search(self, text: str, allowed: int) -> tuple[int, int]:
        """Where the first match is."""
        return next(self._every(text, allowed), (-1, -1))

    def scan(self, text: str, allowed: int) -> list[tuple[int, int]]:
        """Where every match is, each behind the one before."""
        return list(self._every(text, allowed))

    def _every(self, text: str, allowed: int) -> Iterator[tuple[int, int]]:
        self._begin(text, allowed)
        start = 0
        while start <= len(text):
            end = self._step(start, lambda at: at)
            if end >= 0:
                yield start, end
            start = max(end, start + 1)

    def _begin(self, text: str, allowed: int) -> None:
        self._text, self._groups, self._allowed, self.steps = text, {}, allowed, 0

    def _count(self, steps: int) -> None:
        self.steps += steps
        if self.steps > self._allowed:
            raise TooMany(self.steps)

    # --- from the tree to steps ----------------------------------------------------------------------

    def _sequence(self, tree: Any) -> Step:
        nodes = list(tree)
        steps = [
            self._one(op, value, None if self._either else _first(nodes[nth + 1 :]))
            for nth, (op, value) in enumerate(nodes)
        ]
        if len(steps) == 1:
            return steps[0]

        def step(at: int, rest: Rest, nth: int = 0) -> int:
            if nth == len(steps):
                return rest(at)
            return steps[nth](at, lambda end: step(end, rest, nth + 1))

        return step

    def _one(self, op: Any, value: Any, follows: Test | None) -> Step:
        if op in _SINGLE:
            return self._character(op, value)
        if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            return self._repeat(op, *value, follows)
        return getattr(self, f"_{str(op).lower()}")(value)  # type: ignore[no-any-return]

    def _character(self, op: Any, value: Any) -> Step:
        test = self._test(op, value)

        def step(at: int, rest: Rest) -> int:
            self._count(1)
            return rest(at + 1) if at < len(self._text) and test(self._text[at]) else -1

        return step

    def _test(self, op: Any, value: Any) -> Test:
        test = _test(op, value)
        return (lambda one: test(one) or test(one.swapcase())) if self._either else test

    def _repeat(self, op: Any, least: int, most: int, tree: Any, follows: Test | None) -> Step:
        if len(tree) == 1 and tree[0][0] in _SINGLE:
            return self._run(op, least, most, self._test(*tree[0]), follows or _anything)
        body = self._sequence(tree)

        def turns(at: int, rest: Rest, done: int) -> int:
            self._count(1)

            def again(end: int) -> int:
                return -1 if end == at and done >= least else turns(end, rest, done + 1)

            if done < least:
                return body(at, again)
            if op is code.MIN_REPEAT:
                end = rest(at)
                return end if end >= 0 or done >= most else body(at, again)
            end = body(at, again) if done < most else -1
            return end if end >= 0 else rest(at)

        def whole(at: int, rest: Rest) -> int:
            for done in range(most):
                self._count(1)
                end = body(at, lambda end: end)
                if end < 0 or end == at:
                    if done < least and end < 0:
                        return -1
                    break
                at = end
            return rest(at)

        return whole if op is code.POSSESSIVE_REPEAT else lambda at, rest: turns(at, rest, 0)

    def _run(self, op: Any, least: int, most: int, test: Test, follows: Test) -> Step:
        """A repeat of one character, without a call for each; `follows` is what may stand behind it."""

        def step(at: int, rest: Rest) -> int:
            text, end = self._text, at
            last = min(len(text), at + most)
            while end < last and test(text[end]):
                end += 1
            if op is code.MIN_REPEAT:
                tries = range(at + least, end + 1)
            else:
                self._count(end - at)
                tries = range(end, at + least - 1, -1)
            for there in tries[:1] if op is code.POSSESSIVE_REPEAT else tries:
                self._count(1)
                found = rest(there) if follows(text[there : there + 1]) else -1
                if found >= 0:
                    return found
            return -1

        return step

    def _branch(self, value: Any) -> Step:
        ways = [self._sequence(tree) for tree in value[1]]

        def step(at: int, rest: Rest) -> int:
            for way in ways:
                self._count(1)
                end = way(at, rest)
                if end >= 0:
                    return end
            return -1

        return step

    def _subpattern(self, value: Any) -> Step:
        group, flags, _, tree = value
        before, self._either = self._either, self._either or flags == re.IGNORECASE
        body = self._sequence(tree)
        self._either = before
        if group is None:
            return body

        def step(at: int, rest: Rest) -> int:
            before = self._groups.get(group)

            def close(end: int) -> int:
                inner = self._groups.get(group)
                self._groups[group] = (at, end)
                found = rest(end)
                if found < 0:
                    self._groups[group] = inner or (-1, -1)
                return found

            found = body(at, close)
            if found < 0:
                self._groups[group] = before or (-1, -1)
            return found

        return step

    def _groupref(self, group: int) -> Step:
        def step(at: int, rest: Rest) -> int:
            start, end = self._groups.get(group, (-1, -1))
            self._count(1 + end - start)
            if start < 0 or not self._text.startswith(self._text[start:end], at):
                return -1
            return rest(at + end - start)

        return step

    def _atomic_group(self, tree: Any) -> Step:
        body = self._sequence(tree)

        def step(at: int, rest: Rest) -> int:
            end = body(at, lambda end: end)
            return rest(end) if end >= 0 else -1

        return step

    def _around(self, value: Any, wanted: bool) -> Step:
        direction, tree = value
        body = self._sequence(tree)
        back = tree.getwidth()[0] if direction < 0 else 0

        def step(at: int, rest: Rest) -> int:
            self._count(1)
            there = at >= back and body(at - back, lambda end: end) >= 0
            return rest(at) if there == wanted else -1

        return step

    def _assert(self, value: Any) -> Step:
        return self._around(value, True)

    def _assert_not(self, value: Any) -> Step:
        return self._around(value, False)

    def _at(self, value: Any) -> Step:
        here = re.compile(_PLACES[value], self._flags)

        def step(at: int, rest: Rest) -> int:
            self._count(1)
            return rest(at) if here.match(self._text, at) else -1

        return step


def _anything(character: str) -> bool:
    return True


def _first(nodes: list[Any]) -> Test | None:
    """What a sequence begins with; None where that is not known."""
    if not nodes:
        return None
    op, value = nodes[0]
    if op in _SINGLE:
        test = _test(op, value)
        return lambda character: character != "" and test(character)
    if op is code.SUBPATTERN:
        return None if value[1] else _first(list(value[3]))
    if op is code.BRANCH:
        ways = [_first(list(tree)) for tree in value[1]]
        if None in ways:
            return None
        return functools.cache(lambda character: any(way(character) for way in ways if way is not None))
    return "".__eq__ if (op, value) == (code.AT, code.AT_END_STRING) else None


def _test(op: Any, value: Any) -> Test:
    """Whether a character is one of those that a part of an expression takes."""
    if op is code.LITERAL:
        return chr(value).__eq__
    if op is code.NOT_LITERAL:
        return chr(value).__ne__
    if op is code.ANY:
        return "\n".__ne__
    return functools.cache(lambda character: _is_in(character, value))


def _is_in(character: str, parts: Any) -> bool:
    inside = negated = False
    for op, value in parts:
        if op is code.NEGATE:
            negated = True
        elif op is code.LITERAL:
            inside = inside or ord(character) == value
        elif op is code.RANGE:
            inside = inside or value[0] <= ord(character) <= value[1]
        else:
            inside = inside or re.match(_CATEGORIES[value], character) is not None
    return inside != negated
