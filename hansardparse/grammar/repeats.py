"""Repeats that can take the same characters from each other.

An expression with `[^\\n]*` and `\\s*` side by side tries every way to share a run of spaces between them
before it fails, which takes time that grows with the square of the run; nested in each other, without end.
So does a repeat with an end within one without: `(?:[a-z]{1,50})*`.
`clash` finds such a pair, so that a terminal that has one can be refused by its name.
"""

from __future__ import annotations

import functools
import re
import re._constants as code  # type: ignore[import-not-found,unused-ignore]
import re._parser as parsing  # type: ignore[import-not-found,unused-ignore]
from collections.abc import Iterable
from typing import Any

import attrs

__all__ = ["clash"]

#: Characters that stand for all: those of European letters and punctuation, and one for each that is not.
_CHARACTERS = "".join(map(chr, (*range(0x250), *range(0x2000, 0x2070), 0x20AC, 0x4E00)))
_PLACE = {ord(character): 1 << place for place, character in enumerate(_CHARACTERS)}
_EVERY = (1 << len(_CHARACTERS)) - 1
_OTHER = _PLACE[0x4E00]
_NAMED = {
    code.CATEGORY_SPACE: r"\s",
    code.CATEGORY_NOT_SPACE: r"\S",
    code.CATEGORY_DIGIT: r"\d",
    code.CATEGORY_NOT_DIGIT: r"\D",
    code.CATEGORY_WORD: r"\w",
    code.CATEGORY_NOT_WORD: r"\W",
}
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_ONE = (code.LITERAL, code.NOT_LITERAL, code.IN, code.ANY)


@attrs.frozen
class _Open:
    """A repeat without end that may still give back what it took."""

    shown: str
    #: The characters that it takes, and those of each thing that stands between it and here.
    taken: int
    between: frozenset[int] = frozenset()

    def over(self, characters: int) -> _Open | None:
        """The same behind one thing more; None where it cannot have taken that too."""
        return attrs.evolve(self, between=self.between | {characters}) if characters & self.taken else None

    def meets(self, characters: int) -> bool:
        """Whether another repeat can take what this one took, and what stands between them."""
        return bool(characters & self.taken) and all(each & self.taken & characters for each in self.between)


@attrs.frozen
class _Standing:
    """What is known at one place of an expression."""

    open: tuple[_Open, ...] = ()
    #: A pair that meets; it does no harm before something follows that can fail.
    pair: tuple[str, str] | None = None

    def behind(self, characters: int) -> _Standing:
        """Behind something that takes one of some characters."""
        kept = (each.over(characters) for each in self.open)
        return _Standing(tuple(dict.fromkeys(each for each in kept if each is not None)))

    def joined(self, others: Iterable[_Standing]) -> _Standing:
        """What is known where several ways come together."""
        every = (self, *others)
        pair = next((each.pair for each in every if each.pair), None)
        return _Standing(tuple(dict.fromkeys(o for each in every for o in each.open)), pair)


class _Found(Exception):
    """A pair that meets."""


def clash(expression: str) -> tuple[str, str] | None:
    """The first two repeats without end that can take the same characters, as they are written.

    >>> clash(r"[^\\n]*\\s*:")
    ('[^\\\\n]*', '\\\\s*')
    >>> clash(r"[^\\n]*+\\n\\s*")
    """
    try:
        _after(_folded(parsing.parse(expression), False), _Standing())
    except _Found as found:
        first, second = found.args
        return first, second
    return None


def _folded(tree: Any, ignored: bool) -> list[Any]:
    """A sequence whose letters are large and small where it says `(?i:...)`: `a` is `[aA]` there."""
    folded: list[Any] = []
    for op, value in tree:
        if op is code.SUBPATTERN:
            group, more, fewer, body = value
            within = (ignored or bool(more & re.IGNORECASE)) and not fewer & re.IGNORECASE
            value = (group, more, fewer, _folded(body, within))
        elif op is code.BRANCH:
            value = (None, [_folded(branch, ignored) for branch in value[1]])
        elif op in _REPEATS:
            value = (*value[:2], _folded(value[2], ignored))
        elif op is code.ATOMIC_GROUP:
            value = _folded(value, ignored)
        elif op in (code.ASSERT, code.ASSERT_NOT):
            value = (value[0], _folded(value[1], ignored))
        elif ignored and op is code.LITERAL:
            op, value = code.IN, _both(op, value)
        elif ignored and op is code.IN:
            value = [item for kind, held in value for item in _both(kind, held)]
        folded.append((op, value))
    return folded


def _both(kind: Any, held: Any) -> list[Any]:
    """A letter or a range, large and small; what else stands in a class as it is."""
    if kind not in (code.LITERAL, code.RANGE):
        return [(kind, held)]
    ends = (held, held) if kind is code.LITERAL else held
    swapped = tuple(ord(turned) for turned in (chr(each).swapcase() for each in ends) if len(turned) == 1)
    if swapped == ends or len(swapped) < 2:
        return [(kind, held)]
    return [(kind, held), (kind, swapped[0] if kind is code.LITERAL else swapped)]


def _after(tree: Any, standing: _Standing, looped: bool = False) -> _Standing:
    """What is known behind a sequence, which may be what a repeat without end repeats; raises _Found."""
    for op, value in tree:
        standing = _behind(op, value, standing, looped)
    return standing


def _behind(op: Any, value: Any, standing: _Standing, looped: bool) -> _Standing:
    """What is known behind one thing of a sequence."""
    if op is code.SUBPATTERN:
        return _after(value[3], standing, looped)
    if op is code.BRANCH:
        whole = [branch for branch in value[1] if branch]
        if looped and len(whole) < len(value[1]):  # Python makes `a(?:|a)` of `a|aa`
            body = whole[0] if len(whole) == 1 else [(op, (None, whole))]
            return _behind_repeat(code.MAX_REPEAT, (0, 1, body), standing, looped)
        first, *others = (_after(branch, standing, looped) for branch in value[1])
        return first.joined(others)
    if op in _REPEATS:
        return _behind_repeat(op, value, standing, looped)
    if op is code.ATOMIC_GROUP:
        _after(value, attrs.evolve(standing, open=()))
        return standing.behind(_taken(value)) if standing.pair is None else standing
    if standing.pair is not None:
        raise _Found(*standing.pair)
    if op in (code.ASSERT, code.ASSERT_NOT):
        if value[0] > 0:  # what stands before is of one length
            _after(value[1], _Standing())
        return standing
    return (
        standing.behind(_one(op, value))
        if op in _ONE
        else standing.behind(_EVERY)
        if op is code.GROUPREF
        else standing
    )


def _behind_repeat(op: Any, value: Any, standing: _Standing, looped: bool) -> _Standing:
    """What is known behind a repeat: it may meet itself, and what stands before it.

    Within a repeat without end one that has an end can share a run with itself, the next time, as well.
    """
    low, high, body = value
    taken = _taken(body)
    if standing.pair is not None and low:
        raise _Found(*standing.pair)
    endless = high is code.MAXREPEAT or (looped and low != high)
    shown = _shown(op, value)
    looped = looped or (high is code.MAXREPEAT and op is not code.POSSESSIVE_REPEAT)
    inside = _after(body, _Standing(), looped)
    if op is not code.POSSESSIVE_REPEAT and high > 1:
        inside = _after(body, inside, looped)
        if endless and inside.pair is not None:
            raise _Found(*inside.pair)
    passed = standing if low == 0 else standing.behind(taken)
    if endless:
        met = next((each for each in standing.open if each.meets(taken)), None)
        pair = standing.pair or ((met.shown, shown) if met else None)
        own = () if op is code.POSSESSIVE_REPEAT else (_Open(shown, taken),)
        return _Standing(tuple(dict.fromkeys((*passed.open, *own))), pair)
    if op is code.POSSESSIVE_REPEAT:
        return passed
    once = _after(body, attrs.evolve(standing, pair=None), looped)
    last = _after(body, once, looped) if high > 1 else once
    return attrs.evolve(passed, pair=standing.pair).joined((once, last)) if low == 0 else once.joined((last,))


def _taken(tree: Any) -> int:
    """The characters that anything in a sequence takes."""
    taken = 0
    for op, value in tree:
        if op in _ONE:
            taken |= _one(op, value)
        elif op is code.SUBPATTERN:
            taken |= _taken(value[3])
        elif op is code.BRANCH:
            taken |= functools.reduce(int.__or__, map(_taken, value[1]))
        elif op in _REPEATS:
            taken |= _taken(value[2])
        elif op is code.ATOMIC_GROUP:
            taken |= _taken(value)
        elif op is code.GROUPREF:
            taken |= _EVERY
    return taken


def _one(op: Any, value: Any) -> int:
    """The characters of which something takes one."""
    if op is code.LITERAL:
        return _PLACE.get(value, _OTHER)
    if op is code.NOT_LITERAL:
        return _EVERY & ~_PLACE.get(value, 0)
    if op is code.ANY:
        return _EVERY & ~_PLACE[ord("\n")]
    taken = 0
    for kind, held in value:
        if kind is code.LITERAL:
            taken |= _PLACE.get(held, _OTHER)
        elif kind is code.RANGE:
            taken |= _between(*held)
        elif kind is code.CATEGORY:
            taken |= _category(held)
    return _EVERY & ~taken if value[0][0] is code.NEGATE else taken


@functools.cache
def _between(first: int, last: int) -> int:
    """The characters of a range."""
    held = [place for character, place in _PLACE.items() if first <= character <= last]
    return sum(held) or _OTHER


@functools.cache
def _category(category: Any) -> int:
    """The characters of a class that has a name."""
    return sum(_PLACE[ord(character)] for character in re.findall(_NAMED[category], _CHARACTERS))


def _shown(op: Any, value: Any) -> str:
    """A repeat as it may have been written; what it repeats is `(...)` where that is more than a class."""
    low, high, body = value
    most = "" if high is code.MAXREPEAT else str(high)
    sign = {(0, ""): "*", (1, ""): "+", (0, "1"): "?"}.get((low, most), f"{{{low},{most}}}")
    suffix = {code.MIN_REPEAT: "?", code.POSSESSIVE_REPEAT: "+"}.get(op, "")
    (kind, held), *more = body
    return f"{_class(kind, held) if not more and kind in _ONE else '(...)'}{sign}{suffix}"


def _class(op: Any, value: Any) -> str:
    """A class as it may have been written."""
    if op is code.LITERAL:
        return _letter(value)
    if op is code.NOT_LITERAL:
        return f"[^{_letter(value)}]"
    if op is code.ANY:
        return "."
    shown = "".join(_item(kind, held) for kind, held in value)
    return shown if len(value) == 1 and shown.startswith("\\") else f"[{shown}]"


def _item(kind: Any, held: Any) -> str:
    """One thing in the brackets of a class."""
    if kind is code.RANGE:
        return f"{_letter(held[0])}-{_letter(held[1])}"
    return "^" if kind is code.NEGATE else _NAMED[held] if kind is code.CATEGORY else _letter(held)


def _letter(character: int) -> str:
    """A character of a class as it may have been written."""
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(chr(character), chr(character))
