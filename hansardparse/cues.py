"""How a turn begins and ends, by the terminals of `grammars/cues.lark`."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from hansardparse import grammar
from hansardparse.walk import Turn

__all__ = ["is_sign", "note"]

#: Signs that only tell something in one place, and are looked for there (`is_sign`).
SOMEWHERE = frozenset(
    {"ASKS_BUSINESS", "CHAIR_ON_ORDER", "LORDS_TURN", "MAKES_STATEMENT", "OTHER", "WRITTEN_STATEMENT"}
)
#: One of these is in every last sentence that tells something and ends with a full stop.
TELLING = (
    *("way", "beg ", "withdraw", "commend", "I will.", "forward", "hope", "urge ", "ask ", "reject"),
    *("support", "vote", "trust", "invite", "listen", "Minister"),
)
#: The longest last sentence that is looked at, in code points, where a turn ends without a full stop.
LAST = 40


@functools.cache
def _scanner(endings: bool) -> re.Pattern[str]:
    """One alternation of the terminals for openings or endings, by their priority."""
    terminals = sorted(grammar.build("cues").terminals, key=lambda t: -t.priority)
    either = "|".join(
        f"(?P<{t.name}>{t.pattern.to_regexp()})"
        for t in terminals
        if t.name.startswith("END_") == endings and t.name not in SOMEWHERE
    )
    return re.compile(rf"(?:{either})\s*\Z" if endings else either)


def note(turns: Sequence[Turn]) -> None:
    """Note by which words each turn begins and ends: `cue` and `ending` are the names of terminals."""
    opening, ending = _scanner(False).match, _scanner(True).search
    for turn in turns:
        begin = opening(turn.opening)
        turn.cue = begin.lastgroup if begin is not None else None
        words = turn.closing
        last = words[-1:]
        end = None
        if last == ".":
            begin_at = words.rfind(". ", 0, -1) + 1
            for word in TELLING:
                if words.find(word, begin_at) >= 0:
                    end = ending(words, begin_at)
                    break
        elif last in '?—–-"”':
            end = ending(words, max(0, len(words) - LAST))
        turn.ending = end.lastgroup if end is not None else None


def is_sign(name: str, turn: Turn) -> bool:
    """Whether a turn begins as one terminal says."""
    return grammar.pattern(grammar.build("cues"), name).match(turn.opening) is not None
