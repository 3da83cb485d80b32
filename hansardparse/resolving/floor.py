"""Who has the floor in a debate: which turns are speeches, which break into one, which take one up again.

A turn between two of another Member is an intervention, or a speech after which that Member speaks
again. Every reading of the debate has a cost, to which each sign adds
(`hansardparse.resolving.weights`): what is long is hardly an intervention, what follows a broken sentence
hardly a speech of its own. The cheapest reading of the whole stretch is taken, so that what comes later
decides what came before.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from hansardparse.resolving.known import Known
from hansardparse.resolving.turns import Turn
from hansardparse.resolving.weights import ELSE, ENDING, HOLDER, LENGTH, OPENING, cost, costs, lengths

__all__ = ["INTERVENES", "NEW", "RESUMED", "read"]

NEW, RESUMED, INTERVENES = "new", "resumed", "intervenes"
#: How many readings are kept at a time, and how much dearer than the cheapest one may be.
READINGS, MARGIN = 5, 9.0
#: How many speakers of a debate are remembered.
MEMORY = 200
#: A motion after a turn longer than this, in code points, is hardly of the same speech.
LONG_TURN = 200
#: So many turns after the speaker's last one are no sign.
SOON = 4
#: What a speech costs at most by which somebody who has had the floor closes the debate.
CLOSING = 0.5

_OPENINGS, _HOLDERS, _ENDINGS, _LENGTHS = costs(OPENING), costs(HOLDER), costs(ENDING), lengths()
_TOO_LONG = cost(LENGTH, "longer")
_CALLED, _UNANSWERED, _ANOTHER = cost(ELSE, "called"), cost(ELSE, "unanswered"), cost(ELSE, "another")
_SECOND_SPEECH, _HEARD_BEFORE = cost(ELSE, "second speech"), cost(ELSE, "heard before")
_AFTER_END, _WITHDRAWS = cost(ELSE, "after the end"), cost(ELSE, "withdraws")
_WITHDRAWS_MOTION, _LONG_AGO, _ANEW = (
    cost(ELSE, "withdraws a motion"),
    cost(ELSE, "long ago"),
    cost(ELSE, "anew"),
)
#: The rule of an intervention, by the words with which it begins.
_RULES = {"ASKS_WAY": "asks-to-intervene", "BREAKS_IN": "breaks-in"}
#: How a speech ends.
_SPEECH_ENDS = ("END_MOVES", "END_SPEECH")


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
        "margin",
        "pending",
        "rule",
        "turn",
    )

    def __init__(
        self, before: _Reading | None, turn: Turn, at: int, choice: str, rule: str, cost: float
    ) -> None:
        self.before, self.turn, self.choice, self.rule, self.cost = before, turn, choice, rule, cost
        #: How much dearer the turn is if it does not do this, by all that is known when it is read.
        self.margin = MARGIN
        #: Who has the floor, with what turn, and who has had it so far; a turn of nobody known is its own.
        self.holder: Known | Turn = turn.who if turn.who is not None else turn
        self.last, self.at = turn, at
        self.held: frozenset[Known | Turn] = frozenset()
        #: How many have intervened and have no answer yet, and who was the last to do so.
        self.pending = 0
        self.heard: Known | None = None
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


#: One way to read the next turn after a reading: its cost, that reading, what the turn does, by which rule.
_Way = tuple[float, _Reading, str, str]
#: What a turn costs as an intervention, what as a speech, and the rule of the first.
_Costs = tuple[float, float, str]


def read(stretch: Sequence[Turn], called: set[int]) -> Iterator[tuple[Turn, str, str, Turn | None, float]]:
    """For each turn what it does, by which rule, the turn of the speech that it breaks into or takes up, and
    how likely that is right.

    `called` are the turns before which the Chair has called somebody, by `n`.
    """
    readings: list[_Reading] = []
    last = stretch[-1] if stretch and stretch[-1].who is stretch[0].who else None  # the mover's last word
    for at, turn in enumerate(stretch):
        before = stretch[at - 1] if at else None
        known, readings = readings, _next(readings, turn, before, at, called, turn is last)
        for old in known:
            old.held = frozenset()  # asked of the last readings only, and as long as the debate each
    if not readings:
        return
    best: _Reading | None = min(readings, key=lambda r: r.cost + _unanswered(r))
    path = []
    while best is not None:
        path.append(best)
        best = best.before
    path.reverse()
    for n, one in enumerate(path):
        holder = one.before.last if one.before is not None and one.choice is not NEW else None
        after = path[n + 1] if n + 1 < len(path) else None
        answered = one.choice is INTERVENES and after is not None and after.choice is RESUMED
        margin = one.margin + (_UNANSWERED.speaks if answered else 0.0)
        yield one.turn, one.choice, one.rule, holder, 1.0 / (1.0 + math.exp(-margin))


def _next(
    readings: list[_Reading], turn: Turn, before: Turn | None, at: int, called: set[int], last: bool
) -> list[_Reading]:
    """The readings with one turn more: the cheapest for each holder of the floor.

    `last` says that it is the last word in the debate of whoever has begun it.
    """
    if not readings or turn.gap:
        start = readings[0] if readings else None
        return [_Reading(start, turn, at, NEW, "speech", start.cost if start is not None else 0.0)]
    if turn.speaker.role == "collective":
        if turn.cue == "OBJECTS":
            return [_Reading(readings[0], turn, at, NEW, "speech", readings[0].cost)]
        return [_Reading(r, turn, at, INTERVENES, "cry", r.cost) for r in readings]
    alone = _alone(turn, called)
    ways: list[_Way] = []
    fresh: _Way | None = None  # the cheapest way to a speech of somebody who has not the floor
    for reading in readings:
        if turn.who is not None and reading.holder is turn.who:
            resumes = _resuming(reading, turn, at)
            ways.append((reading.cost + resumes, reading, RESUMED, "speech-resumed"))
            if resumes > _ANEW.speaks:
                ways.append((reading.cost + _ANEW.speaks, reading, NEW, "speech"))
        else:
            intervenes, speaks, rule = _after(reading, turn, before, alone, last)
            ways.append((reading.cost + intervenes, reading, INTERVENES, rule))
            if fresh is None or reading.cost + speaks < fresh[0]:
                fresh = (reading.cost + speaks, reading, NEW, "speech")
    if fresh is not None:
        ways.append(fresh)
    ways.sort(key=lambda way: way[0])
    limit = ways[0][0] + MARGIN
    kept = [
        _Reading(reading, turn, at, choice, rule, cost)
        for cost, reading, choice, rule in ways[:READINGS]
        if cost <= limit
    ]
    breaks = next((way[0] for way in ways if way[2] is INTERVENES), limit)
    stands = next((way[0] for way in ways if way[2] is not INTERVENES), limit)
    for one in kept:
        one.margin = (stands if one.choice is INTERVENES else breaks) - one.cost
    return kept


def _after(reading: _Reading, turn: Turn, before: Turn | None, alone: _Costs, last: bool) -> _Costs:
    """What a turn of somebody who has not the floor costs after a reading."""
    intervenes, speaks, rule = alone
    if before is reading.last:
        more = _HOLDERS.get(before.ending)
        if more is not None:
            intervenes, speaks = intervenes + more.intervenes, speaks + more.speaks
            if more.speaks and rule == "between-two-turns":
                rule = "sentence-cut" if before.ending == "END_CUT" else "way-given"
    if turn.who in reading.held:
        closes = last or _closes(turn) or turn.ending == "END_WITHDRAWS"
        speaks = min(speaks, CLOSING) if closes else speaks + _SECOND_SPEECH.speaks
    if reading.heard is not None and reading.heard is turn.who:
        speaks += _HEARD_BEFORE.speaks
    if reading.pending:
        speaks += _unanswered(reading)
        intervenes += _ANOTHER.intervenes
    return intervenes, speaks, rule


def _closes(turn: Turn) -> bool:
    """Whether a turn is the last word of somebody: it thanks, and asks nothing."""
    return turn.cue == "CLOSES_DEBATE" and turn.ending != "END_ASKS"


def _unanswered(reading: _Reading) -> float:
    """The cost of leaving interventions without an answer."""
    return _UNANSWERED.speaks + _ANOTHER.speaks * (reading.pending - 1) if reading.pending else 0.0


def _alone(turn: Turn, called: set[int]) -> _Costs:
    """What a turn costs by its length, its first and last words, and the Chair's call."""
    length = turn.length
    found = next((weight for limit, weight in _LENGTHS if length < limit), _TOO_LONG)
    intervenes, speaks = found.intervenes, found.speaks
    opens, ends = _OPENINGS.get(turn.cue), _ENDINGS.get(turn.ending)
    if turn.cue == "CLOSES_DEBATE" and not _closes(turn):
        opens = None
    if opens is not None:
        intervenes, speaks = intervenes + opens.intervenes, speaks + opens.speaks
    if ends is not None:
        intervenes, speaks = intervenes + ends.intervenes, speaks + ends.speaks
    if turn.n in called:
        intervenes += _CALLED.intervenes
    return intervenes, speaks, _RULES.get(turn.cue or "", "between-two-turns")


def _resuming(reading: _Reading, turn: Turn, at: int) -> float:
    """The cost of reading a turn of the holder of the floor as going on with the same speech."""
    last = reading.last
    added: float = 0.0
    if _closes(turn):
        added = _OPENINGS[turn.cue].resumes
    elif turn.ending == "END_WITHDRAWS" and reading.pending:
        added = (_WITHDRAWS_MOTION if last.ending == "END_MOVES" else _WITHDRAWS).resumes
    if turn.cue == "MOVES" and last.length > LONG_TURN:
        added += _OPENINGS[turn.cue].resumes
    if last.ending == "END_WITHDRAWS" or (reading.pending and last.ending in _SPEECH_ENDS):
        added += _AFTER_END.resumes
    return added + _LONG_AGO.resumes * max(0, at - reading.at - SOON)
