"""Who has the floor in a debate: which turns are speeches, which break into one, which take one up again.

A turn between two of another Member is an intervention, or a speech after which that Member speaks
again. Every reading of the debate has a cost, to which each sign adds: what is long is hardly an
intervention, what follows a broken sentence hardly a speech of its own. The cheapest reading of the
whole stretch is taken, so that what comes later decides what came before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hansardparse.resolving.turns import Turn

__all__ = ["INTERVENES", "NEW", "RESUMED", "read"]

NEW, RESUMED, INTERVENES = "new", "resumed", "intervenes"
#: How many readings are kept at a time, and how much dearer than the cheapest one may be.
READINGS, MARGIN = 5, 9.0
#: How many speakers of a debate are remembered.
MEMORY = 200

#: What an opening adds to the cost of reading a turn as an intervention, and as a speech.
OPENINGS: dict[str | None, tuple[float, float]] = {
    "ASKS_WAY": (0, 6),
    "BREAKS_IN": (0, 4),
    "ASKS": (0, 1.5),
    "ANSWERS_POINT": (0, 0.5),
    "KEEPS_FLOOR": (1, 1),
    "MOVES": (9, 0),
    "CLOSES_DEBATE": (5, 0),
    "OPENS_SPEECH": (1, 0),
}
#: What the end of the holder's turn just before adds.
ENDINGS: dict[str | None, tuple[float, float]] = {
    "END_CUT": (0, 5),
    "END_WAY": (0, 4),
    "END_MOVES": (3, 0),
    "END_SPEECH": (2.5, 0),
    "END_WITHDRAWS": (5, 0),
}
#: What its length adds, up to so many code points; beyond them TOO_LONG.
LENGTHS = ((300, (0, 2.5)), (700, (0, 2)), (1100, (0.5, 1)), (1700, (2, 0.5)), (2600, (4, 0)))
TOO_LONG = (8, 0)
#: What it adds that a turn ends as a speech does, or asks something, or that the Chair has called it.
ENDS_SPEECH, ASKS, CALLED = 2.0, 1.0, 4.0
#: What it adds that an intervention is not answered, and that a Member makes a second speech.
UNANSWERED, SECOND_SPEECH = 3.5, 2.0
#: What it adds that an intervention follows another, and that who has just intervened makes a speech.
ANOTHER, HEARD_BEFORE = 1.2, 1.5
#: What it adds that a speech goes on after its end, as a reply, with a motion, or after long; or anew.
AFTER_END, AS_REPLY, WITH_MOTION, WITHDRAWS, LONG_AGO, ANEW = 2.5, 5.0, 4.0, 2.0, 0.5, 3.0
#: What a speech costs at most by which somebody who has had the floor closes the debate.
CLOSING = 0.5


class _Reading:
    """One reading of a debate so far: who has the floor, and at what cost."""

    __slots__ = (
        "at",
        "before",
        "choice",
        "cost",
        "heard",
        "held",
        "holder",
        "last",
        "pending",
        "rule",
        "turn",
    )

    def __init__(
        self, before: _Reading | None, turn: Turn, at: int, choice: str, rule: str, cost: float
    ) -> None:
        self.before, self.turn, self.choice, self.rule, self.cost = before, turn, choice, rule, cost
        #: Who has the floor, with what turn, and who has had it so far.
        self.holder: Any = turn.who if turn.who is not None else turn
        self.last, self.at = turn, at
        self.held: frozenset[Any] = frozenset()
        #: How many have intervened and have no answer yet, and who was the last to do so.
        self.pending = 0
        self.heard: Any = None
        if before is not None:
            self.held = before.held
            if choice is not NEW:
                self.heard = before.heard
            if choice is INTERVENES:
                self.holder, self.last, self.at = before.holder, before.last, before.at
                self.pending = before.pending + (rule != "cry")
                self.heard = turn.who if turn.who is not None else before.heard
        if self.holder not in self.held:
            self.held = (self.held if len(self.held) < MEMORY else frozenset()) | {self.holder}


def read(stretch: Sequence[Turn], called: set[int]) -> Iterator[tuple[Turn, str, str, Turn | None]]:
    """For each turn what it does, by which rule, and the turn of the speech that it breaks into or takes up.

    `called` are the turns before which the Chair has called somebody, by `n`.
    """
    readings: list[_Reading] = []
    for at, turn in enumerate(stretch):
        before = stretch[at - 1] if at else None
        known, readings = readings, _next(readings, turn, before, at, called)
        for old in known:
            old.held = frozenset()  # asked of the last readings only, and as long as the debate each
    if not readings:
        return
    best: _Reading | None = min(readings, key=lambda r: r.cost + _unanswered(r))
    path = []
    while best is not None:
        path.append(best)
        best = best.before
    for one in reversed(path):
        holder = one.before.last if one.before is not None and one.choice is not NEW else None
        yield one.turn, one.choice, one.rule, holder


def _next(
    readings: list[_Reading], turn: Turn, before: Turn | None, at: int, called: set[int]
) -> list[_Reading]:
    """The readings with one turn more: the cheapest for each holder of the floor."""
    if not readings or turn.gap:
        start = readings[0] if readings else None
        return [_Reading(start, turn, at, NEW, "speech", start.cost if start is not None else 0.0)]
    if turn.item.speaker.role == "collective":
        if turn.cue == "OBJECTS":
            return [_Reading(readings[0], turn, at, NEW, "speech", readings[0].cost)]
        return [_Reading(r, turn, at, INTERVENES, "cry", r.cost) for r in readings]
    into, instead, rule = _signs(turn, called)
    ways: list[tuple[float, _Reading, str, str]] = []
    fresh: tuple[float, _Reading, str, str] | None = None
    for reading in readings:
        cost = reading.cost
        if turn.who is not None and reading.holder is turn.who:
            resumes = _resuming(reading, turn, at)
            ways.append((cost + resumes, reading, RESUMED, "speech-resumed"))
            if resumes > ANEW:
                ways.append((cost + ANEW, reading, NEW, "speech"))
            continue
        interrupts, takes, why = into, instead, rule
        if before is reading.last:
            more = ENDINGS.get(before.ending)
            if more is not None:
                interrupts, takes = interrupts + more[0], takes + more[1]
                if more[1] and why == "between-two-turns":
                    why = "sentence-cut" if before.ending == "END_CUT" else "way-given"
        if turn.who in reading.held:
            closes = turn.cue == "CLOSES_DEBATE" or turn.ending == "END_WITHDRAWS"
            takes = min(takes, CLOSING) if closes else takes + SECOND_SPEECH
        if reading.heard is not None and reading.heard is turn.who:
            takes += HEARD_BEFORE
        if reading.pending:
            takes += _unanswered(reading)
            interrupts += ANOTHER
        ways.append((cost + interrupts, reading, INTERVENES, why))
        if fresh is None or cost + takes < fresh[0]:
            fresh = (cost + takes, reading, NEW, "speech")
    if fresh is not None:
        ways.append(fresh)
    ways.sort(key=lambda way: way[0])
    limit = ways[0][0] + MARGIN
    return [
        _Reading(reading, turn, at, choice, why, cost)
        for cost, reading, choice, why in ways[:READINGS]
        if cost <= limit
    ]


def _unanswered(reading: _Reading) -> float:
    """The cost of leaving interventions without an answer."""
    return UNANSWERED + ANOTHER * (reading.pending - 1) if reading.pending else 0.0


def _signs(turn: Turn, called: set[int]) -> tuple[float, float, str]:
    """The cost of reading a turn as an intervention and as a speech, and the rule of the first."""
    length = turn.length
    into, instead = next((costs for limit, costs in LENGTHS if length < limit), TOO_LONG)
    rule = "between-two-turns"
    cue = turn.cue
    if cue in OPENINGS:
        more = OPENINGS[cue]
        into, instead = into + more[0], instead + more[1]
        if cue == "ASKS_WAY":
            rule = "asks-to-intervene"
        elif cue == "BREAKS_IN":
            rule = "breaks-in"
    if turn.ending == "END_ASKS":
        instead += ASKS
    elif turn.ending in ("END_MOVES", "END_WITHDRAWS", "END_SPEECH"):
        into += ENDS_SPEECH
    if turn.n in called:
        into += CALLED
    return into, instead, rule


def _resuming(reading: _Reading, turn: Turn, at: int) -> float:
    """The cost of reading a turn of the holder of the floor as going on with the same speech."""
    last = reading.last
    cost: float = 0.0
    if turn.cue == "CLOSES_DEBATE":
        cost = AS_REPLY
    elif turn.ending == "END_WITHDRAWS" and reading.pending:
        cost = WITH_MOTION if last.ending == "END_MOVES" else WITHDRAWS
    if turn.cue == "MOVES" and last.length > 200:
        cost += WITH_MOTION
    if last.ending == "END_WITHDRAWS" or (reading.pending and last.ending in ("END_MOVES", "END_SPEECH")):
        cost += AFTER_END
    return cost + LONG_AGO * max(0, at - reading.at - 4)
