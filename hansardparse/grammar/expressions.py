"""Expressions as the engine runs them, kept in tables: to compile them anew would be half of a start.

`re` cannot keep what it makes of an expression: it pickles the text, and compiles that again. The engine of
CPython runs a list of numbers, checks them when they are handed over, and says by a number of its own what
they mean. Tables have that number beside them, and the version of Python, whose letters `(?i:)` goes by; any
other compiles an expression as ever.
"""

from __future__ import annotations

import re
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

try:
    import _sre  # type: ignore[import-not-found]
except ImportError:  # another Python than CPython
    _sre = None

__all__ = ["compiled", "keep", "kept"]

#: Whose numbers these are, and how they are written; no numbers are of an engine without a name.
ENGINE = [sys.implementation.cache_tag, _sre.MAGIC, _sre.CODESIZE, sys.byteorder] if _sre else []
#: What tables have told of expressions, by their digests: flags, count of groups, their names, numbers.
_KEPT: dict[str, tuple[int, int, dict[str, int], str]] = {}


def compiled(expression: str) -> re.Pattern[str]:
    """What `re.compile` makes of an expression."""
    told = _KEPT.get(_digest(expression))
    if told is None:
        return re.compile(expression)
    import zlib

    flags, groups, names, packed = told
    numbers = array("I", zlib.decompress(b64decode(packed))).tolist()
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    made: re.Pattern[str] = _sre.compile(expression, flags, numbers, groups, names, tuple(by_number))
    return made


def kept(expressions: Iterable[str]) -> dict[str, Any]:
    """What `keep` takes of some expressions, as JSON; nothing where the engine is none that we know."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]
    except ImportError:
        return {}
    import zlib

    told = {}
    for expression in dict.fromkeys(expressions):
        parsed = _parser.parse(expression)
        numbers = array("I", _compiler._code(parsed, 0))
        packed = b64encode(zlib.compress(numbers.tobytes())).decode("ascii")
        state = parsed.state
        told[_digest(expression)] = (state.flags, state.groups - 1, state.groupdict, packed)
    return {"engine": ENGINE, "told": told}


def keep(table: dict[str, Any]) -> None:
    """Keep what a table tells of expressions, where it is for this engine."""
    if ENGINE and table.get("engine") == ENGINE:
        _KEPT.update(table["told"])


def _digest(expression: str) -> str:
    return blake2b(expression.encode(), digest_size=12).hexdigest()
