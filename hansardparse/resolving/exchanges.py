"""In which capacity each turn is spoken, and to whom: kinds and links.

What a turn is follows from who speaks around it, and from how it begins and ends
(`hansardparse.resolving.openings`). Three forms of exchange are told apart: questions and their answers, a
statement and what is asked on it (`hansardparse.resolving.questions`), and debate
(`hansardparse.resolving.floor`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from hansardparse.model.nodes import Intervention, Link, Resumption
from hansardparse.parliaments import Profile
from hansardparse.resolving import floor
from hansardparse.resolving.chair import settle_fixed
from hansardparse.resolving.evidence import LONGEST_QUESTION
from hansardparse.resolving.findings import Findings
from hansardparse.resolving.form_table import Form
from hansardparse.resolving.forms import Stretch, stretches
from hansardparse.resolving.openings import signs
from hansardparse.resolving.questions import Alternating
from hansardparse.resolving.turns import Turn

__all__ = ["roles", "told"]

#: The Chair that says no more than this, in code points, and nothing that is known, has called somebody.
LONGEST_NAME = 60
#: A bid for the floor is no longer than this.
LONGEST_BID = 20


def roles(turns: Sequence[Turn], chairs: dict[int, str], profile: Profile) -> list[Link]:
    """Set `kind` and `rules` of every turn, and return the links between them, in order."""
    findings = Findings(signs(profile))
    for _ in _stretches(turns, chairs, findings):
        pass
    return sorted(findings.links, key=lambda link: link.source)


def told(turns: Sequence[Turn], chairs: dict[int, str], profile: Profile) -> Iterator[Stretch]:
    """The same, and the stretches that this has been told by, with what spoke for the form of each."""
    return _stretches(turns, chairs, Findings(signs(profile)))


def _stretches(turns: Sequence[Turn], chairs: dict[int, str], findings: Findings) -> Iterator[Stretch]:
    findings.signs.note(turns)
    settle_fixed(turns, chairs, findings)
    for _, unit in itertools.groupby(turns, key=lambda turn: turn.unit):
        yield from _read(list(unit), findings)


def _read(unit: list[Turn], findings: Findings) -> list[Stretch]:
    """Cut a stretch within which turns answer one another into parts of one form each, and read these."""
    spoken = [turn for turn in unit if turn.kind is None]
    called = set(_called(unit))
    found = stretches(spoken, unit, findings)
    for stretch in found:
        if stretch.form is Form.WRITTEN:
            for turn in stretch.turns:
                findings.settle(turn, "statement", "statement")
        elif stretch.form is Form.POINTS:
            for turn in stretch.turns:
                if turn.speaker.role == "collective":
                    findings.settle(turn, "intervention", "cry")
                else:
                    findings.settle(turn, "point_of_order", "among-points-of-order")
        elif stretch.form is Form.DEBATE:
            _debate(stretch, called, findings)
        else:
            Alternating(stretch, findings).read()
    return found


def _called(unit: list[Turn]) -> Iterator[int]:
    """The turns before which the Chair has called somebody, by `n`."""
    for one, after in itertools.pairwise(unit):
        if one.kind == "chair" and (
            one.cue == "CHAIR_CALLS" or (one.length < LONGEST_NAME and one.cue is None)
        ):
            yield after.n


def _debate(stretch: Stretch, called: set[int], findings: Findings) -> None:
    """Speeches, resumed speeches and interventions."""
    turns = _without_asides(stretch.turns, called, findings)
    for turn, choice, rule, holder, sure in floor.read(turns, called):
        likely = stretch.likely * sure
        if choice is floor.INTERVENES:
            findings.settle(turn, "intervention", rule)
            findings.link(Intervention, turn, holder, rule, likely)
        else:
            findings.settle(turn, "speech", rule)
            if choice is floor.RESUMED:
                findings.link(Resumption, turn, holder, rule, likely)


def _without_asides(stretch: list[Turn], called: set[int], findings: Findings) -> list[Turn]:
    """Settle what stands outside the debate; the turns that are left.

    In the Lords some bid for the floor, and somebody says whose turn it is; a question for short
    debate stands before the speech of who asks it.
    """
    left: list[Turn] = []
    for turn in stretch:
        if findings.says_whose_turn(turn):
            while left and left[-1].length < LONGEST_BID and left[-1].ending == "END_CUT":
                findings.settle(left.pop(), "speech", "whose-turn")
            findings.settle(turn, "speech", "whose-turn")
            called.add(turn.n + 1)
        elif turn.item.printed_kind == "question" or (
            turn.cue == "ASKS_BY_NAME" and turn.length < LONGEST_QUESTION
        ):
            findings.settle(turn, "question", "tabled-question")
        else:
            left.append(turn)
    return left
