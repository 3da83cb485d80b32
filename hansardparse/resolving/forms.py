"""Which form each part of an exchange has: questions and answers, a statement, a debate.

A stretch of turns is cut where something new begins whatever the form is: a tabled question, a motion, an
announcement. Each piece has the form for which all that is seen in it speaks most (`evidence`, `forms.csv`),
and pieces of one form that follow each other are read as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from hansardparse.resolving.evidence import Sign, evidence
from hansardparse.resolving.findings import Findings
from hansardparse.resolving.form_table import ASKED, Form, chosen, odds, weighed
from hansardparse.resolving.turns import Turn

__all__ = ["Stretch", "pieces", "stretches"]

#: What is so asked and answered begins above, where nothing is cut off from it.
BEHIND = frozenset({Form.ANSWERED, Form.GOING_ON})
#: An announcement of a statement that ends another exchange is longer than this, and a motion than that.
STATEMENT, MOTION = 1500, 30


@attrs.define(eq=False)
class Stretch:
    """Turns that have one form, how sure that is, and what spoke for it.

    - `likely`: from 0 to 1, that turns ask and answer each other if `form` is one in which they do, and that
      they do not if it is none
    """

    turns: list[Turn]
    form: Form
    likely: float
    signs: list[Sign]

    def spoken_for(self) -> list[tuple[str, float, str, float]]:
        """Each sign, its value, the form it speaks for most, and how much, the weightiest first."""
        found = []
        for sign, value in self.signs:
            total = weighed([(sign, value)])
            most = max(total)
            if most > 0.0:
                found.append((sign, value, [*Form][total.index(most)].value, most))
        return sorted(found, key=lambda row: -row[3])


def stretches(spoken: Sequence[Turn], unit: Sequence[Turn], findings: Findings) -> list[Stretch]:
    """The stretches of turns that stand together; `unit` are these with those that are settled already."""
    found: list[Stretch] = []
    for piece in pieces(spoken, findings):
        before = found[-1] if found else None
        signs = evidence(piece, unit, findings)
        if before is not None:
            signs.append((f"behind {before.form.value}", 1.0))
        chances = odds(weighed(signs))
        if before is None and unit[0].opens and not (piece[0].tabled or piece[0].stated):
            chances = {form: 0.0 if form in BEHIND else chance for form, chance in chances.items()}
        form = chosen(chances)
        asked = sum(chances[each] for each in ASKED)
        likely = asked if form in ASKED else 1.0 - asked
        if before is not None and _joins(before.form, form):
            before.turns += piece
            before.likely = min(before.likely, likely)
        else:
            found.append(Stretch(piece, form, likely, signs))
    return found


def _joins(before: Form, form: Form) -> bool:
    """Whether a piece goes on with what stands before it."""
    return form is before or (before in ASKED and form in ASKED and form is not Form.STATEMENT)


def pieces(spoken: Sequence[Turn], findings: Findings) -> Iterator[list[Turn]]:
    """The turns, cut where something begins that is new in any form."""
    piece: list[Turn] = []
    for turn in spoken:
        if piece and _begins(turn, piece[-1], findings):
            yield piece
            piece = []
        piece.append(turn)
    if piece:
        yield piece


def _begins(turn: Turn, before: Turn, findings: Findings) -> bool:
    """Whether a question, a motion or a statement begins with a turn."""
    if turn.item.printed_kind == "question" or turn.urgent:
        return before.item.printed_kind != "question"
    if turn.cue == "MOVES":
        return turn.length > MOTION
    return (
        turn.length > STATEMENT
        and turn.who is not before.who
        and findings.signs.is_sign("MAKES_STATEMENT", turn)
    )
