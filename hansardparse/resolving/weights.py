"""What each sign adds to the cost of reading a turn of a debate in one of three ways.

`hansardparse.resolving.floor` adds them up; `docs/rules.md` prints them.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["WEIGHTS", "Weight", "cost", "costs", "lengths"]


class Weight(NamedTuple):
    """One sign, what it adds to each reading of a turn, and an example.

    - `where`: where the sign is looked for
    - `sign`: a terminal of `cues.lark`, or in words
    - `intervenes`, `speaks`, `resumes`: what it adds if the turn is an intervention, a speech of its own,
      the same speech going on
    """

    where: str
    sign: str
    intervenes: float
    speaks: float
    resumes: float
    example: str


OPENING, HOLDER, ENDING, LENGTH, ELSE = "opening", "end of the turn before", "end", "length", "else"

WEIGHTS = (
    # how the turn begins
    Weight(OPENING, "ASKS_WAY", 0, 6, 0, "Will the hon. Lady give way?"),
    Weight(OPENING, "BREAKS_IN", 0, 4, 0, "I am sorry to interrupt the noble Baroness."),
    Weight(OPENING, "ASKS", 0, 1.5, 0, "Does my hon. Friend agree?"),
    Weight(OPENING, "ANSWERS_POINT", 0, 0.5, 0, "I am grateful for that intervention."),
    Weight(OPENING, "KEEPS_FLOOR", 1, 1, 0, "I will give way in a moment."),
    Weight(OPENING, "MOVES", 9, 0, 4, "I beg to move, after a speech of more than a few words"),
    Weight(OPENING, "CLOSES_DEBATE", 5, 0, 5, "With the leave of the House, I shall reply."),
    Weight(OPENING, "OPENS_SPEECH", 2, 0, 0, "It is a pleasure to follow my hon. Friend."),
    # how the turn of the holder of the floor ends, just before
    Weight(HOLDER, "END_CUT", 0, 5, 0, "The harbour wall was built in—"),
    Weight(HOLDER, "END_WAY", 0, 4, 0, "I give way to the hon. Lady."),
    Weight(HOLDER, "END_MOVES", 3, 0, 0, "I beg to move."),
    Weight(HOLDER, "END_SPEECH", 2.5, 0, 0, "I commend the Bill to the House."),
    Weight(HOLDER, "END_WITHDRAWS", 5, 0, 0, "I beg leave to withdraw the amendment."),
    # how the turn ends
    Weight(ENDING, "END_ASKS", 0, 1.2, 0, "Is that right?"),
    Weight(ENDING, "END_MOVES", 2, 0, 0, "I beg to move."),
    Weight(ENDING, "END_SPEECH", 4, 0, 0, "I commend the Bill to the House."),
    Weight(ENDING, "END_WITHDRAWS", 2, 0, 0, "I beg leave to withdraw the amendment."),
    # how long it is, in code points
    Weight(LENGTH, "300", 0, 2.5, 0, "fewer than 300 code points"),
    Weight(LENGTH, "700", 0, 2, 0, "fewer than 700"),
    Weight(LENGTH, "1100", 0.5, 1, 0, "fewer than 1,100"),
    Weight(LENGTH, "1700", 2, 0.5, 0, "fewer than 1,700"),
    Weight(LENGTH, "2600", 4, 0, 0, "fewer than 2,600"),
    Weight(LENGTH, "longer", 8, 0, 0, "a whole speech"),
    # what has come before in the debate
    Weight(ELSE, "called", 4, 0, 0, "the Chair has called this Member: `I call Ada Marsh.`"),
    Weight(
        ELSE, "second speech", 0, 2, 0, "this Member has had the floor before, and does not close the debate"
    ),
    Weight(ELSE, "heard before", 0, 1.5, 0, "this Member has just intervened"),
    Weight(ELSE, "unanswered", 0, 3.5, 0, "whoever has the floor has not answered an intervention"),
    Weight(ELSE, "another", 2.5, 1.2, 0, "an intervention follows another; a speech, each one but the first"),
    Weight(
        ELSE, "after the end", 0, 0, 2.5, "the speech has ended: with a withdrawal, or before interventions"
    ),
    Weight(ELSE, "withdraws", 0, 0, 2, "the turn ends with a withdrawal, after interventions"),
    Weight(ELSE, "withdraws a motion", 0, 0, 4, "the same, where the speech ended with the motion"),
    Weight(ELSE, "long ago", 0, 0, 0.5, "each turn, but four, since the speaker's last one"),
    Weight(ELSE, "anew", 0, 3, 0, "whoever has the floor makes a new speech all the same"),
)

_OF = {(weight.where, weight.sign): weight for weight in WEIGHTS}


def cost(where: str, sign: str) -> Weight:
    """What one sign adds."""
    return _OF[where, sign]


def costs(where: str) -> dict[str | None, Weight]:
    """What the signs add that are looked for in one place."""
    return {weight.sign: weight for weight in WEIGHTS if weight.where == where}


def lengths() -> tuple[tuple[int, Weight], ...]:
    """Lengths, in code points, and what a turn adds that is shorter; one of any length the last row."""
    return tuple((int(w.sign), w) for w in WEIGHTS if w.where == LENGTH and w.sign.isdecimal())
