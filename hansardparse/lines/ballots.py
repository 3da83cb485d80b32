"""Which lines of a division are names: the step before the roles of all other lines.

A list of names ends where something stands that is none. A name whose forename comes first has the shape of a
heading: such lines are held until it shows what follows them, and what the House said of the totals counts.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import attrs

from hansardparse import grammar
from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines import shapes
from hansardparse.lines.kinds import Kinds, words_below
from hansardparse.lines.shapes import LONGEST_NAME, is_inverted
from hansardparse.lines.signs import Signs
from hansardparse.parliaments import Profile

__all__ = ["Ballots"]

#: What the House came to, behind a list of names; no heading stands between.
RESULTS = frozenset(["PROCEDURE", "DIVIDED", "MINUTE", "STAGE"])


class Ballots:
    """Gives the lines of divisions their roles: VOTE, SUBJECT, SIDE; all others pass as they are."""

    def __init__(self, profile: Profile, kinds: Kinds, signs: Signs) -> None:
        self.profile = profile
        self.kinds = kinds
        self.signs = signs

    @functools.cached_property
    def _plain(self) -> re.Pattern[str]:
        """A name with its forename first."""
        parser = grammar.build("votes", "plain", parliament=self.profile.code)
        return grammar.pattern(parser, "PLAIN")

    def process(self, stream: Iterator[Piece]) -> Iterator[Piece]:
        """The tokens of `stream` in order."""
        ballot: _Ballot | None = None
        held: list[Piece] = []
        tokens = list(stream)
        if not any(token.type in self.kinds.opens_division for token in tokens):
            yield from tokens
            return
        for token, below in zip(tokens, words_below(tokens, self.kinds), strict=True):
            if ballot is None:
                ballot = self._opened(token)
                yield token
                continue
            if self._may_be_name(token, ballot, held):
                held.append(token)
                continue
            if held and token.type in self.kinds.soft:
                held.append(token)
                continue
            goes_on = self._takes(token, ballot) or self._is_odd(token, below, ballot)
            yield from self._settled(held, token, ballot)
            held.clear()
            if goes_on:
                self._count(token, ballot)
            else:
                ballot = self._opened(token)
            yield token
        if ballot is not None:
            yield from self._settled(held, None, ballot)

    def _opened(self, token: Piece) -> _Ballot | None:
        """The division that a line opens; the first side may be what opens it, and states its total."""
        if token.type not in self.kinds.opens_division:
            return None
        ballot = _Ballot()
        self._count(token, ballot)
        return ballot

    def _takes(self, token: Piece, ballot: _Ballot) -> bool:
        """Whether a line is of the division: its role is given to it."""
        kind = token.type
        if kind in self.kinds.may_be_vote and (
            kind == "ROW" or (kind != "LABEL" and (ballot.tellers or self._is_listed(token, ballot)))
        ):
            token.type = "VOTE"
        elif kind == "DIVIDED" and (ballot.fresh or token.startswith(self.profile.lines.divisions)):
            token.type = "SUBJECT"
        elif kind == "LISTED":
            token.type = "SIDE"
        return token.type in self.kinds.in_division

    def _is_odd(self, token: Piece, below: Piece | None, ballot: _Ballot) -> bool:
        """Whether a line is within a division and none of it, the next being of it: it is a paragraph."""
        if below is None:
            return False
        if token.type not in self.kinds.odd:
            # what was put, or what came of it, may stand above the names, and ends no division there
            above = token.type in RESULTS and not ballot.named and below.type in ("SIDE", "TALLY", "VIEW")
            token.type = "PARAGRAPH" if above else token.type
            return above
        name = below.type in self.kinds.may_be_vote and (
            (ballot.listing and self.signs.is_vote(below) and is_inverted(below))
            or (ballot.tellers > 0 and self._are_plain(below))
        )
        if not name and below.type not in (*self.kinds.ballot - {"STAMP"}, "LISTED"):
            return False
        token.type = "PARAGRAPH"
        return True

    def _is_listed(self, token: Piece, ballot: _Ballot) -> bool:
        """Whether a line is a name by its form; a surname alone looks like a heading, and needs a side."""
        return (ballot.listing or not self.profile.lines.surnames) and self.signs.is_vote(token)

    def _may_be_name(self, token: Piece, ballot: _Ballot, held: list[Piece]) -> bool:
        """Whether a line is a name if what follows it says so."""
        kind = token.type
        if (kind == "LABEL" and ":" in token) or kind not in self.kinds.may_be_vote:
            return False
        if kind == "LABEL":  # a label and the words on the next line, or two names
            name = self._are_plain(token) or (self.signs.is_vote(token) and is_inverted(token))
            return name and (ballot.listing or ballot.tellers > 0)
        if ballot.over and kind not in ("LABEL", "ROW"):  # one line behind the tellers, where a side follows
            return not held
        if kind == "TITLE":  # a shape that no name has, where more names follow
            open_list = ballot.listing and not ballot.tellers and not token.isupper()
            return open_list and not self.signs.is_vote(token)
        return ballot.listing and not ballot.tellers and kind != "ROW" and self._are_plain(token)

    def _has_shape(self, token: Piece) -> bool:
        """Whether a line is a name or names by its form."""
        return self._are_plain(token) or self.signs.is_vote(token) or shapes.has_count(token)

    def _is_subject(self, token: Piece) -> bool:
        """Whether a line by itself among names of another form is none, since it joins two words. That of
        a peer may do so, and ends in a letter: `Upper and Lower Dale V.`
        """
        joins = any(f" {joint} " in token for joint in self.profile.lines.joints)
        return joins and shapes.last_mark(token) != "."

    def _are_plain(self, token: Piece) -> bool:
        """Whether a line is names with their forenames first, and nothing else."""
        words, joints = token.rstrip(), self.profile.lines.joints
        while (found := self._plain.match(words)) and len(found[0].rstrip()) <= LONGEST_NAME:
            words = words[found.end() :].lstrip()
            joint = next((one for one in joints if words.startswith(one)), "")
            words = words.removeprefix(joint).lstrip()
            if not words:
                return True
        return False

    def _settled(self, held: list[Piece], after: Piece | None, ballot: _Ballot) -> list[Piece]:
        """The lines that were held: names, but for those that stand above what follows them."""
        names = [token for token in held if token.type not in self.kinds.soft]
        over = self._over(names, after, ballot)
        if len(names) == 1 and not over and self._is_subject(names[0]):
            names[0].type, over = "PARAGRAPH", 1
        for token in names[: len(names) - over]:
            self._vote(token, ballot)
        return held

    def _over(self, names: list[Piece], after: Piece | None, ballot: _Ballot) -> int:
        """How many of the last lines are no names: a label, a heading, and those behind the last name."""
        if not names:
            return 0
        if after is not None and (after.type == "VOTE" or after.type in self.kinds.ballot):
            return 0
        if ballot.over:
            return len(names)
        odd = next((at for at, token in enumerate(names) if not self._has_shape(token)), None)
        if odd is not None:
            return len(names) - odd + self._over(names[:odd], names[odd], ballot)
        if after is None:
            return max(0, len(names) - ballot.expected) if ballot.counted else 0
        if after.type in RESULTS:
            return 0
        over = 0
        if names[-1].type == "LABEL" and after.type in self.kinds.spoken:
            over = 1  # the words of the label
        size = len(names) - over
        if ballot.counted:
            return over + max(0, size - ballot.expected)
        if size and (over or after.type not in self.kinds.spoken) and not self._is_titled(names[size - 1]):
            over += 1
        return over

    def _is_titled(self, token: Piece) -> bool:
        """Whether a line begins with a title, or ends in brackets or in a total, as no heading does."""
        found = self._plain.match(token)
        titled = found is not None and (found["title"] is not None or token.rstrip()[-1] in ")]")
        return titled or shapes.has_count(token)

    def _vote(self, token: Piece, ballot: _Ballot) -> None:
        token.type = "VOTE"
        self._count(token, ballot)

    def _count(self, token: Piece, ballot: _Ballot) -> None:
        """How many names are to follow."""
        kind = token.type
        if kind == "VOTE":
            telling = ballot.tellers > 0
            ballot.tellers = max(0, ballot.tellers - self.signs.names_on(token))
            ballot.listing = not telling or ballot.tellers > 0 or not ballot.named
            ballot.named = ballot.named or not telling
            ballot.expected = max(0, ballot.expected - 1)
            ballot.short = False
            if kind == "ROW" and any(words in token.lower() for words in self.profile.lines.tellers):
                ballot.tellers = 2
        elif kind in ("SIDE", "TALLY", "LISTED"):
            stated = shapes.total(token)
            ballot.listing = not (ballot.short and stated)
            ballot.expected = stated if ballot.listing else 0
            ballot.counted = ballot.expected > 0
            ballot.short, ballot.named = True, False
        elif kind == "TELLERS":
            ballot.tellers = max(0, 2 - self.signs.names_on(shapes.tellers_named(token)[1]))
            ballot.listing = not ballot.named


@attrs.define
class _Ballot:
    """What the lines of one division have told so far."""

    tellers: int = 0  # how many names of tellers are to come
    expected: int = 0  # how many names the total of a side lets expect
    counted: bool = False  # a total was stated above the names
    short: bool = False  # a side has its total and no names; the next will have none either
    listing: bool = False  # names may come: a side is open
    named: bool = False  # and some have come

    @property
    def fresh(self) -> bool:
        """Whether no side has been opened: the totals above the lists are of the division."""
        return self == _Ballot()

    @property
    def over(self) -> bool:
        """Whether the names of a side and its tellers have come."""
        return self.named and not self.listing and not self.tellers
