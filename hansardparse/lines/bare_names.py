"""A name and nothing else before a colon: whether it speaks, by all that a text shows of it.

A heading may have the same form (`Flood Defences: Upper Dale`), and so may a point in a speech. What tells:
the name heads a plain label elsewhere, the words behind it are a sentence or begin as one, they go on in the
next line, or the name speaks elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.kinds import Kinds
from hansardparse.lines.shapes import BEGINS, FULL_STOPS, STOPS, last_mark
from hansardparse.lines.signs import Signs

__all__ = ["BareNames", "goes_on"]

#: A text whose labels stand on lines of their own has so many of them at least.
ALONE = 2
#: What words that go on in the line below may be there.
BELOW = frozenset(["LINE", "NUMBERED", "TITLE"])
#: A sentence that begins with a small letter ends so, and a heading does not.
WHOLE = frozenset(".?!")
#: Words may begin with these, too, in figures.
BEGINNINGS = BEGINS | frozenset("0123456789£$€")


@attrs.frozen(eq=False)
class BareNames:
    """What all lines of a unit say of bare names.

    - `plain`: the names that plain labels have
    - `again`: those that stand before a colon more than once, and before a sentence there
    - `alone`: labels stand here on lines of their own, their words below them
    - `twice`: the names that stand by themselves, without a colon, more than once: no heading does
    - `labels`: the terminals of turns that begin with a plain label
    """

    signs: Signs
    plain: frozenset[str]
    again: frozenset[str]
    alone: bool
    twice: frozenset[str]
    labels: frozenset[str]

    @classmethod
    def of(cls, tokens: Sequence[Piece], signs: Signs, kinds: Kinds) -> BareNames:
        """Those of a unit."""
        plain: set[str] = set()
        bare: Counter[str] = Counter()
        sentences: set[str] = set()
        lines: Counter[str] = Counter()
        alone = 0
        for token in tokens:
            if token.type == "BARE":
                name = signs.name_in(token)
                bare[name] += 1
                lines[name] += ":" not in token
                said = words_of(token)
                if signs.is_sentence_said(said) if said[:1].isupper() else last_mark(said) in WHOLE:
                    sentences.add(name)
                alone += ":" in token and not words_of(token)
            elif token.type in kinds.labels and ":" in token:
                plain.update(signs.called(token))
                alone += not words_of(token)
        again = frozenset(name for name in sentences if bare[name] > 1)
        twice = frozenset(name for name, times in lines.items() if times > 1)
        return cls(signs, frozenset(plain - {""}), again, alone >= ALONE, twice, kinds.labels - {"BARE"})

    def is_known(self, name: str) -> bool:
        """Whether a name speaks, above or below: a page may begin in the middle of what one says."""
        return name in self.plain or name in self.again

    def speaks(self, token: Piece, before: Piece | None, after: Piece | None) -> bool:
        """Whether a name that was not heard before is that of one who speaks, between the words of `before`
        and the line below it.
        """
        words = words_of(token)
        below = after is not None and after.type in BELOW
        if token.startswith(self.signs.words.offices):
            return False
        if not words and ":" in token:  # no heading has its colon below it
            return below and (self.alone or token.partition(":")[0].rstrip(" \t").endswith("\n"))
        if not words:
            return below and self.signs.name_in(token) in self.twice
        if words[0].isupper() or words[0] in BEGINNINGS:
            return goes_on(token, after) or self.signs.is_sentence_said(words)
        if words.startswith(self.signs.words.told):
            return True
        if last_mark(token) in STOPS and self.signs.name_in(token) in self.again:
            return True
        return last_mark(token) in WHOLE and before is not None and self._cuts_in(before, after)

    def _cuts_in(self, before: Piece, after: Piece | None) -> bool:
        """Whether a turn of one line may stand between a sentence that is whole and another turn: what a
        list within a speech has is announced, and the speech goes on below it.
        """
        if after is None or last_mark(before) not in WHOLE:
            return False
        return after.type in self.labels or (
            after.type == "BARE" and self.is_known(self.signs.name_in(after))
        )


def goes_on(token: Piece, after: Piece | None) -> bool:
    """Whether words behind a colon begin a sentence that goes on in the line below, with a small letter."""
    begins = words_of(token)[:1]
    open_end = after is not None and after.type in BELOW and after[:1].islower()
    return open_end and (begins.isupper() or begins in BEGINNINGS) and last_mark(token) not in FULL_STOPS


def words_of(label: Piece) -> str:
    """The words behind a label."""
    return label.partition(":")[2].strip()
