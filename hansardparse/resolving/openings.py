"""How a turn begins and ends, by the terminals of `grammars/cues.lark`."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from hansardparse import grammar
from hansardparse.resolving.turns import Turn

__all__ = ["is_sign", "note"]

#: Signs that only tell something in one place, and are looked for there (`is_sign`).
SOMEWHERE = frozenset(
    {"ASKS_BUSINESS", "CHAIR_ON_ORDER", "LORDS_TURN", "MAKES_STATEMENT", "OTHER", "WRITTEN_STATEMENT"}
)
#: What stands in the first words of every turn that shows one of these signs: they are tried on no other,
#: for they look through a whole sentence.
GIVEN_AWAY = {
    "POINT_OF_ORDER": ("of order",),
    "ASKS_WAY": ("giving way", "give way?", "interven", "letting me", "sits down"),
}
#: A last sentence that tells something and ends with a full stop ends so, or has one of TELLING in it.
ENDS = (
    *("House.", "Committee.", "response.", "responds.", "reply.", "say.", "says.", "answer.", "I will."),
    *("motion.", "amendment.", "Bill.", "clause.", "debate.", "move."),
)
TELLING = ("way", "withdraw")
#: The longest last sentence that is looked at, in code points, where a turn ends without a full stop; and
#: the longest sign there that has no word.
LAST, MARK = 40, 3


@functools.cache
def _openings(without: tuple[str, ...]) -> re.Pattern[str]:
    """One alternation of the terminals for openings, by their priority, save some."""
    return re.compile(_either(False, without))


@functools.cache
def _endings() -> re.Pattern[str]:
    """One alternation of the terminals for endings, by their priority, up to the end."""
    return re.compile(rf"(?:{_either(True, ())})\s*\Z")


def _either(endings: bool, without: tuple[str, ...]) -> str:
    terminals = sorted(grammar.build("cues").terminals, key=lambda t: -t.priority)
    return grammar.alternation(
        t
        for t in terminals
        if t.name.startswith("END_") == endings and t.name not in SOMEWHERE and t.name not in without
    )


def note(turns: Sequence[Turn]) -> None:
    """Note by which words each turn begins and ends: `cue` and `ending` are the names of terminals."""
    for turn in turns:
        begin = _openings(_not_here(turn.opening)).match(turn.opening)
        turn.cue = begin.lastgroup if begin is not None else None
        at = _last(turn.closing)
        end = _endings().search(turn.closing, at) if at is not None else None
        turn.ending = end.lastgroup if end is not None else None


def _not_here(opening: str) -> tuple[str, ...]:
    """The signs that the first words of a turn cannot show."""
    missing = []
    for name, words in GIVEN_AWAY.items():
        for word in words:
            if word in opening:
                break
        else:
            missing.append(name)
    return tuple(missing)


def _last(words: str) -> int | None:
    """Where the last sentence begins, if it may tell something."""
    last = words[-1:]
    if last == ".":
        at = words.rfind(". ", 0, -1) + 1
        if words.endswith(ENDS):
            return at
        for word in TELLING:
            if words.find(word, at) >= 0:
                return at
        return None
    if last in '?—–-"”':
        return max(0, len(words) - (LAST if words.find("way", -LAST) >= 0 else MARK))
    return None


def is_sign(name: str, turn: Turn) -> bool:
    """Whether a turn begins as one terminal says."""
    return grammar.pattern(grammar.build("cues"), name).match(turn.opening) is not None
