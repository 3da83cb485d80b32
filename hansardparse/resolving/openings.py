"""How a turn begins and ends, by the terminals of a parliament's `cues.lark`."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import Any

from hansardparse import grammar
from hansardparse.grammar.anchors import alternatives, group
from hansardparse.parliaments import Profile
from hansardparse.resolving.turns import Turn

__all__ = ["Signs", "signs"]

#: The longest last sentence that is looked at, in code points, where a turn ends without a full stop; and
#: the longest sign there that has no word.
LAST, MARK = 40, 3


@functools.cache
def signs(profile: Profile) -> Signs:
    """The signs of a parliament, made once."""
    return Signs(profile)


class Signs:
    """The terminals that say what a turn is, in the groups that the grammar puts them in."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        parser = grammar.build("cues", "start", "gates", parliament=profile.code)
        self._openings = [t for t in _by_priority(parser) if t in group(parser, "_opening")]
        endings = grammar.alternation(t for t in _by_priority(parser) if t in group(parser, "_ending"))
        self._endings = re.compile(rf"(?:{endings})\s*\Z")
        self._pattern = functools.partial(grammar.pattern, parser)
        #: Of some openings, the words of which one stands in every turn that begins so; and of other signs.
        self._given_away: dict[str, list[str]] = {}
        self._gates: dict[str, list[str]] = {}
        for terminal, words in alternatives(parser, "given_away"):
            gates = self._given_away if terminal in self._openings else self._gates
            gates.setdefault(terminal.name, []).append(words.pattern.value)
        #: A last sentence that tells something and ends with a full stop ends so ...
        self._last_words = tuple(t.pattern.value for t in group(parser, "last_words"))
        #: ... or has one of these in it.
        self._telling = [t.pattern.value for t in group(parser, "telling")]
        #: A last sentence that ends otherwise and tells something by words has one of these in it.
        self._asking = [t.pattern.value for t in group(parser, "asking")]
        self._without: dict[tuple[str, ...], re.Pattern[str]] = {}

    def note(self, turns: Sequence[Turn]) -> None:
        """Note by which words each turn begins and ends (`cue` and `ending` are the names of terminals), and
        whether it asks urgently.
        """
        urgent: dict[str | None, bool] = {None: False}
        for turn in turns:
            begin = self._tried(turn.opening).match(turn.opening)
            turn.cue = begin.lastgroup if begin is not None else None
            at = self._last(turn.closing)
            end = self._endings.search(turn.closing, at) if at is not None else None
            turn.ending = end.lastgroup if end is not None else None
            label = turn.speaker.label
            if label not in urgent:
                urgent[label] = any(words in (label or "") for words in self.profile.business.urgent)
            turn.urgent = turn.cue == "ASKS_URGENTLY" or urgent[label]

    def is_sign(self, name: str, turn: Turn) -> bool:
        """Whether a turn begins as one terminal says."""
        return self.times(name, (turn,)) > 0

    def times(self, name: str, turns: Iterable[Turn]) -> int:
        """How many of some turns begin as one terminal says."""
        found, gates, match = 0, self._gates.get(name, ("",)), self._pattern(name).match
        for turn in turns:
            opening = turn.opening
            for words in gates:  # as in `_last`
                if words in opening:
                    found += match(opening) is not None
                    break
        return found

    def _tried(self, opening: str) -> re.Pattern[str]:
        """One alternation of the openings by their priority, save those that these words cannot show."""
        missing: tuple[str, ...] = ()
        for name, every in self._given_away.items():
            for words in every:  # as in `_last`
                if words in opening:
                    break
            else:
                missing += (name,)
        tried = self._without.get(missing)
        if tried is None:
            chosen = (t for t in self._openings if t.name not in missing)
            tried = self._without[missing] = re.compile(grammar.alternation(chosen))
        return tried

    def _last(self, words: str) -> int | None:
        """Where the last sentence begins, if it may tell something."""
        last = words[-1:]
        if last == ".":
            at = words.rfind(". ", 0, -1) + 1
            if words.endswith(self._last_words):
                return at
            for one in self._telling:  # `any` takes twice as long, on every turn
                if one in words and words.find(one, at) >= 0:
                    return at
        elif last and last in '?—–-"”':
            asks = any(words.find(one, -LAST) >= 0 for one in self._asking)
            return max(0, len(words) - (LAST if asks else MARK))
        return None


def _by_priority(parser: Any) -> list[Any]:
    return sorted(parser.terminals, key=lambda t: -t.priority)
