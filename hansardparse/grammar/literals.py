"""What must stand in a text for an expression to match anywhere in it."""

from __future__ import annotations

import re._constants as code  # type: ignore[import-not-found,unused-ignore]
import re._parser as parsing  # type: ignore[import-not-found,unused-ignore]
from collections.abc import Iterator
from typing import Any

__all__ = ["literals"]

_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
#: More words than these are not looked for: they stand for a list, and one of them is in every text.
_MOST = 24


def literals(expression: str, flags: int = 0) -> frozenset[str]:
    """Runs of characters of which every match of an expression has one in it; none where that is not sure.

    >>> sorted(literals("(?:Tellers|Ayes): [0-9]+"))
    ['Ayes', 'Tellers']
    """
    parsed = parsing.parse(expression, flags)
    return frozenset() if parsed.state.flags & parsing.SRE_FLAG_IGNORECASE else _best(parsed)


def _best(items: Any) -> frozenset[str]:
    """Of what an expression always takes, one thing behind the other, the one that tells most."""
    return max(_taken(items), key=lambda words: min(map(len, words), default=0), default=frozenset())


def _taken(items: Any) -> Iterator[frozenset[str]]:
    """What an expression always takes: a run of characters, or one of several."""
    run = ""
    for op, held in items:
        if op is code.LITERAL:
            run += chr(held)
        elif op not in (code.AT, code.ASSERT_NOT):  # these take nothing: a run goes on behind them
            if run:
                yield frozenset({run})
            run = ""
            yield _of(op, held)
    if run:
        yield frozenset({run})


def _of(op: Any, held: Any) -> frozenset[str]:
    """What one part of an expression always takes, or one of several things; empty where that is not sure."""
    if op is code.BRANCH:
        each = [_best(choice) for choice in held[1]]
        words = frozenset().union(*each)
        return words if all(each) and len(words) <= _MOST else frozenset()
    if op is code.SUBPATTERN:
        return frozenset() if held[1] & parsing.SRE_FLAG_IGNORECASE else _best(held[3])
    if op is code.ATOMIC_GROUP:
        return _best(held)
    if op in _REPEATS and held[0] >= 1:
        return _best(held[2])
    return frozenset()
