"""Turns whose kind does not depend on the exchange they stand in: the Chair, gestures, points of order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hansardparse.model.nodes import Intervention
from hansardparse.resolving.findings import Findings
from hansardparse.resolving.known import Known
from hansardparse.resolving.names import fold, is_peer
from hansardparse.resolving.turns import Turn

__all__ = ["settle_fixed"]

#: What only the Chair says.
CUES = frozenset({"CHAIR_ORDERS", "CHAIR_CALLS", "CHAIR_SPEAKS"})
#: What the Chair says at a time is no longer than this, in code points.
LONGEST_RULING = 2500
#: ... and where only the rest of the day says that it is the Chair, than this.
SHORT_RULING = 700
#: No gesture, and no cry into a point of order, is as long as this.
GESTURE, CRY = 60, 150
#: Whoever speaks as the Chair so often is in the Chair all day; of few turns, two are enough.
OFTEN, TWICE, FEW = 3, 2, 10
#: How likely a few words into a point of order are just that.
SHOUTED = 0.8
#: The kind of business in which a Member makes a personal statement.
PERSONAL = "personal_statement"
#: Kinds that stay as printed.
_PRINTED = frozenset({"gesture", "chair", "statement", "evidence", "quotation"})
#: A section or a unit, and a person.
_Place = tuple[int, Known]


def settle_fixed(turns: Sequence[Turn], chairs: dict[int, str], findings: Findings) -> None:
    """Settle the turns whose kind follows from who speaks and how."""
    presiding = _Presiding(turns, findings).found(chairs)
    before: Turn | None = None
    raised: Turn | None = None  # the point of order that only the Chair has spoken since
    begun = personal = False  # whether a Member has spoken here, and the first makes a personal statement
    for turn in turns:
        if before is None or before.section != turn.section:
            raised = before = None
            begun, personal = False, turn.business == PERSONAL
        personal = not begun and (personal or findings.signs.is_sign("PERSONAL", turn))
        _settle(turns, turn, before, raised, presiding, findings)
        if personal and turn.kind is None:
            findings.settle(turn, "statement", "personal-statement")
        begun = begun or turn.kind != "chair"
        if turn.kind == "point_of_order":
            raised = turn
        elif turn.kind not in ("chair", "gesture"):
            raised = None
        before = turn


def _settle(
    turns: Sequence[Turn],
    turn: Turn,
    before: Turn | None,
    raised: Turn | None,
    presiding: dict[_Place, str],
    findings: Findings,
) -> None:
    """Settle one turn, if its kind is fixed."""
    printed = turn.item.printed_kind
    chair = presiding.get((turn.unit, turn.who)) if turn.who is not None else None
    if printed in _PRINTED:
        turn.kind = printed
    elif turn.cue == "GESTURES" and turn.length < GESTURE:
        findings.settle(turn, "gesture", "gesture-words")
    elif chair is not None and printed != "question" and turn.cue != "POINT_OF_ORDER":
        findings.settle(turn, "chair", chair)
    elif turn.cue == "POINT_OF_ORDER":
        findings.settle(turn, "point_of_order", "point-of-order")
    elif raised is None or before is None:
        return
    elif before.kind == "chair" and turn.who is not None and turn.who == raised.who:
        findings.settle(turn, "point_of_order", "same-point-of-order")
    elif raised is before and _shouts(turns, turn, raised):
        findings.settle(turn, "intervention", "into-point-of-order")
        findings.link(Intervention, turn, raised, "into-point-of-order", SHOUTED)


def _shouts(turns: Sequence[Turn], turn: Turn, raised: Turn) -> bool:
    """A few words of another Member into a point of order, before the Chair answers it."""
    after = turns[turn.n + 1] if turn.n + 1 < len(turns) else None
    return (
        turn.length < CRY
        and turn.who is not raised.who
        and after is not None
        and after.section == turn.section
        and after.item.printed_kind == "chair"
    )


class _Presiding:
    """Who is in the Chair where the label does not say so.

    Whoever speaks as only the Chair does (`I call ...`, `Order.`) is in the Chair for that section;
    whoever does so often is there throughout.
    """

    def __init__(self, turns: Sequence[Turn], findings: Findings) -> None:
        self.places: dict[_Place, list[Turn]] = {}
        #: Who has a label of the Chair, in which section.
        self.labelled: set[tuple[int, Known | None]] = set()
        #: How often somebody speaks as the Chair does: in a section, and everywhere; and how often at all.
        self.signs: Counter[_Place] = Counter()
        self.everywhere: Counter[Known] = Counter()
        self.total: Counter[Known] = Counter()
        before: Turn | None = None
        for turn in turns:
            if turn.item.printed_kind == "chair":
                self.labelled.add((turn.section, turn.who))
            elif turn.who is not None and not is_peer(turn.speaker, findings.profile):
                self._count(turn, turn.who, before, findings)
            before = turn

    def _count(self, turn: Turn, who: Known, before: Turn | None, findings: Findings) -> None:
        """Count one turn, by what it says and what it follows."""
        self.total[who] += 1
        self.places.setdefault((turn.section, who), []).append(turn)
        if turn.length >= LONGEST_RULING:
            return
        raised = before is not None and before.cue == "POINT_OF_ORDER" and before.section == turn.section
        if turn.cue in CUES or (raised and findings.signs.is_sign("CHAIR_ON_ORDER", turn)):
            self.signs[turn.section, who] += 1
            self.everywhere[who] += 1
        elif raised and turn.cue != "POINT_OF_ORDER":
            self.everywhere[who] += 1

    def found(self, chairs: dict[int, str]) -> dict[_Place, str]:
        """Who is in the Chair in which unit, and by which rule; `chairs` are names in marks above turns."""
        found: dict[_Place, str] = {}
        labels: dict[Known, set[str]] = {}  # of each, folded
        for (section, who), here in self.places.items():
            marks = {fold(chairs[t.n]) for t in here if t.n in chairs}
            if marks and who not in labels:
                labels[who] = {fold(label) for label in who.labels}
            if any(_ends_with(mark, who.fulls) or mark in labels[who] for mark in marks):
                rule = "chair-mark"
            elif (section, who) in self.labelled:
                rule = "chair-label"
            elif self.signs[section, who] or (
                self._often(who) and all(t.length < SHORT_RULING for t in here)
            ):
                rule = "chair-words"
            else:
                continue
            found.update(((t.unit, who), rule) for t in here)
        return found

    def _often(self, who: Known) -> bool:
        """Whether somebody speaks as the Chair all day."""
        times = self.everywhere[who]
        return times >= OFTEN or (times == TWICE and self.total[who] <= FEW)


def _ends_with(chair: str, names: set[str]) -> bool:
    """Whether the last words of a chair mark are one of somebody's names."""
    words = chair.split(" ")
    return any(" ".join(words[at:]) in names for at in range(len(words)))
