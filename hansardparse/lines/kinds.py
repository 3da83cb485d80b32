"""Kinds of lines, by what each says of those around it: groups of terminals in the heads of grammars."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import attrs

from hansardparse.grammar.lark_loops import Piece
from hansardparse.lines.emits import Emits, Inside

__all__ = ["GROUPS", "LISTED", "Kinds", "words_below"]

#: The groups by their names in a head, `//! ends-speech: STAGE PROCEDURE`, and what they say.
GROUPS = {
    "after-heading": "a heading may stand before these",
    "begins-business": "nothing but a heading stands before these",
    "soft": "these stand between lines without telling anything about them",
    "speech-goes-on": "a sentence may go on behind these, as behind those that are soft",
    "ends-speech": "after one of these, words without a label are nobody's",
    "opens-formula": "after one of these, lines belong to a text that the House has before it",
    "formula-words": "and these are of its words",
    "ballot": "inside a division; elsewhere they are ordinary lines",
    "opens-division": "these begin a division",
    "in-division": "a division goes on over these, beside its ballot and what is soft",
    "odd": "inside a division, one of these may stand where it does not belong; any other ends it",
    "may-be-vote": "what a name in a division list may be taken for",
    "elsewhere": "out of their place they are ordinary lines, as those of a ballot are",
    "again": "a name that was heard, and a slip of the print behind it; of any other, an ordinary line",
    "speaks-on": "who goes on speaking, at the head of a page, if the name was heard; else an ordinary line",
    "spoken": "words, with a number before them or in cells",
    "labels": "labels, and what may be one",
    "turns": "a name and the words that follow it, no colon between them",
    "doubted": "taken for a label in doubt, one of these is DOUBTED",
    "head": "above the first turn, one of these is of the head of the page; elsewhere they are titles",
    "foot": "behind the last turn, one of these begins the foot of the page; elsewhere they are titles",
    "unmarked": "a label on a line of its own, where no turn of the text has a mark; elsewhere a title",
    "seated": "a name and its seat on a line: a label, where most have no mark and words stand below it",
    "named": "a label on a line of its own, where one with a mark has the same name; elsewhere a title",
    "behind-words": "a time may stand at the end of a line, and a label behind words that it cuts off",
    "behind-time": "behind a time that stands within words, one of these may begin a turn",
    "running": "again and again with another number, one of these is the head or the foot of a page",
    "subject": "inside a division, one of these may say what it is on",
    "unsigned": "a question whose asker the page has lost: behind the words of somebody it is nobody's",
    "attending": "above the first turn, short lines between two of these are of the same list",
    "nameless": "below a heading, each of these may be the words of somebody who has lost the label",
}

#: What a line of a list may be taken for.
LISTED = frozenset(["TITLE", "LINE"])


@attrs.frozen(eq=False, kw_only=True, slots=False)
class Kinds:
    """The groups of a layout's terminals by which the stage of `roles.py` settles its lines; see `GROUPS`."""

    after_heading: frozenset[str]
    begins_business: frozenset[str]
    soft: frozenset[str]
    speech_goes_on: frozenset[str]
    ends_speech: frozenset[str]
    opens_formula: frozenset[str]
    formula_words: frozenset[str]
    ballot: frozenset[str]
    opens_division: frozenset[str]
    in_division: frozenset[str]
    odd: frozenset[str]
    may_be_vote: frozenset[str]
    elsewhere: frozenset[str]
    again: frozenset[str]
    speaks_on: frozenset[str]
    spoken: frozenset[str]
    labels: frozenset[str]
    turns: frozenset[str]
    doubted: frozenset[str]
    subject: frozenset[str]
    head: frozenset[str]
    foot: frozenset[str]
    running: frozenset[str]
    unmarked: frozenset[str]
    seated: frozenset[str]
    named: frozenset[str]
    behind_words: frozenset[str]
    behind_time: frozenset[str]
    unsigned: frozenset[str]
    attending: frozenset[str]
    nameless: frozenset[str]

    @classmethod
    def of(cls, groups: Mapping[str, frozenset[str]]) -> Kinds:
        """The kinds that the heads of a grammar name; what none of them names is empty."""
        found = {name.replace("-", "_"): groups.get(name, frozenset()) for name in GROUPS}
        found["in_division"] |= found["ballot"] | found["soft"] | {"PARAGRAPH"}
        found["elsewhere"] |= found["ballot"]
        return cls(**found)

    @functools.cached_property
    def alone(self) -> frozenset[str]:
        """Labels of turns that stand on lines of their own: no words are beside them."""
        return self.unmarked | self.seated | self.named

    @property
    def begin_turns(self) -> frozenset[str]:
        """A turn or a division begins with one of these."""
        return self.labels | self.turns | self.opens_division

    def _in_formula(self) -> frozenset[str]:
        """The words of an order go on behind these, as behind titles that stand above them."""
        return (
            self.soft
            | (self.elsewhere - self.ballot - self.labels - self.again)
            | {"FORMULA", "CHAIR", "IN_CHAIR", "PAUSED"}
        )

    def emits(self) -> Emits:
        """What the stage of `roles.py` lets out."""
        return Emits(
            settles=frozenset(["TITLE", "TITLED", "HEADED", "LINE"])
            | self.foot
            | self.speaks_on
            | self.unsigned,
            makes={
                "HEADING": frozenset(["TITLE", "TITLED", "HEADED", "LINE"]) | self.foot | self.alone,
                "SUBHEADING": frozenset(["TITLE"]),
                "PARAGRAPH": frozenset(["LINE", "TITLE", "HEADED", "NUMBERED"]) | self.odd | self.unsigned,
                "CONTINUED": frozenset(["LINE"]),
                "FORMULA": self.spoken | {"TITLE"},
                "DOUBTED": self.doubted,
                "VOTE": self.may_be_vote,
                "SUBJECT": self.subject,
                "FURNITURE": self.foot | self.running | self.speaks_on,
                "SIDE": frozenset(["LISTED"]),
                "UNLABELLED": self.unsigned | (self.nameless and self.nameless | {"TITLE"}),
                "ENUMERATED": self.nameless & {"NUMBERED"},
                **dict.fromkeys(self.attending, LISTED),
            },
            inside=(
                Inside(self.ballot | {"VOTE", "SUBJECT"}, self.opens_division, self.in_division),
                Inside(frozenset(["FORMULA"]), self.opens_formula, self._in_formula()),
            ),
        )


def words_below(tokens: list[Piece], kinds: Kinds) -> list[Piece | None]:
    """The next line below each that is more than a soft mark."""
    below: list[Piece | None] = []
    last: Piece | None = None
    for token in reversed(tokens):
        below.append(last)
        if token.type not in kinds.soft:
            last = token
    return below[::-1]
