"""In which capacity each turn is spoken, and to whom: kinds and links.

What a turn is follows from who speaks around it, and from how it begins and ends (`grammars/cues.lark`).
Three forms of exchange are told apart: questions and their answers, a statement and what is asked on
it, and debate. The first two alternate, and are read turn by turn. In a debate a turn between two of
another Member is an intervention, or a speech after which he speaks again: the cheapest reading of the
whole debate is taken, where each sign (its length, a sentence broken off, `Will the hon. Lady give
way?`) makes one reading dearer.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from hansardparse import grammar
from hansardparse.identity import fold, office_words
from hansardparse.model import Answer, Intervention, Link, Response, Resumption, Supplementary
from hansardparse.walk import Turn

__all__ = ["roles"]

CHAIR_CUES = frozenset({"CHAIR_ORDERS", "CHAIR_CALLS", "CHAIR_SPEAKS"})
#: A tabled question is no longer than this, in code points.
LONGEST_QUESTION = 700
#: What the Chair says at a time is no longer than this.
LONGEST_RULING = 2500
#: How many readings of a debate are kept at a time.
READINGS = 6


@functools.cache
def _scanner(endings: bool) -> re.Pattern[str]:
    """One alternation of the terminals for openings or endings, the dearest first."""
    parser = grammar.build("cues")
    chosen = [t for t in parser.terminals if t.name.startswith("END_") == endings and t.name != "OTHER"]
    chosen.sort(key=lambda t: -t.priority)
    either = "|".join(f"(?P<{t.name}>{t.pattern.to_regexp()})" for t in chosen)
    return re.compile(rf"(?:{either})\s*\Z" if endings else either)


def _cues(turns: Sequence[Turn]) -> None:
    """Note by which words each turn begins and ends."""
    opening, ending = _scanner(False), _scanner(True)
    for turn in turns:
        begin = opening.match(turn.opening)
        turn.cue = begin.lastgroup if begin is not None else None
        words = turn.ending
        if words.endswith("."):
            words = words[words.rfind(". ", 0, -1) + 1 :].lstrip()
        elif len(words) > 40:
            words = words[-40:]
        end = ending.search(words)
        turn.ending = end.lastgroup if end is not None and end.lastgroup is not None else ""


def roles(turns: Sequence[Turn], chairs: dict[int, str]) -> list[Link]:
    """Set `kind` and `rules` of every turn, and return the links between them, in order."""
    _cues(turns)
    _settle_fixed(turns, chairs)
    links: list[Link] = []
    answering: Counter[Any] = Counter()
    for unit in _units(turns):
        _Exchange(unit, answering, links).read()
    return sorted(links, key=lambda link: link.source)


def _units(turns: Sequence[Turn]) -> Iterator[list[Turn]]:
    """The stretches within which turns answer one another."""
    unit: list[Turn] = []
    for turn in turns:
        if unit and turn.unit != unit[-1].unit:
            yield unit
            unit = []
        unit.append(turn)
    if unit:
        yield unit


# --- what a turn is by itself ----------------------------------------------------------------------


def _settle_fixed(turns: Sequence[Turn], chairs: dict[int, str]) -> None:
    """Kinds that do not depend on the form of the exchange: the Chair, gestures, points of order."""
    presiding = _presiding(turns, chairs)
    before: Turn | None = None
    raised: Turn | None = None
    for turn in turns:
        if before is not None and before.section != turn.section:
            raised = before = None
        printed = turn.item.printed_kind
        if printed in ("gesture", "chair", "statement", "evidence", "quotation"):
            turn.kind = printed
        elif turn.cue == "GESTURES" and turn.length < 60:
            turn.kind = "gesture"
            turn.rules["kind"] = "gesture-words"
        elif (turn.unit, turn.who) in presiding and printed != "question" and turn.cue != "POINT_OF_ORDER":
            turn.kind = "chair"
            turn.rules["kind"] = presiding[turn.unit, turn.who]
        elif turn.cue == "POINT_OF_ORDER":
            turn.kind = "point_of_order"
            turn.rules["kind"] = "point-of-order"
        elif (
            raised is not None
            and before is not None
            and before.kind == "chair"
            and turn.who is not None
            and turn.who == raised.who
        ):
            turn.kind = "point_of_order"
            turn.rules["kind"] = "same-point-of-order"
        if turn.kind == "point_of_order":
            raised = turn
        elif turn.kind not in ("chair", "gesture"):
            raised = None
        before = turn


def _is_lord(turn: Turn) -> bool:
    surname = turn.item.speaker.surname or ""
    return surname.startswith(("Lord ", "Baroness ", "Viscount ", "The Earl", "Earl ", "The Lord", "Lady "))


def _presiding(turns: Sequence[Turn], chairs: dict[int, str]) -> dict[tuple[int, Any], str]:
    """Who is in the Chair where the label does not say so, in which unit, and by which rule.

    Whoever speaks as only the Chair does (`I call ...`, `Order.`) is in the Chair for that section;
    whoever does so often is there throughout.
    """
    places: dict[tuple[int, Any], list[Turn]] = {}
    labelled: set[tuple[int, Any]] = set()
    signs: Counter[tuple[int, Any]] = Counter()
    everywhere: Counter[Any] = Counter()
    total: Counter[Any] = Counter()
    before: Turn | None = None
    for turn in turns:
        who = turn.who
        if turn.item.printed_kind == "chair":
            labelled.add((turn.section, who))
        elif who is not None and not _is_lord(turn):
            total[who] += 1
            places.setdefault((turn.section, who), []).append(turn)
            raised = before is not None and before.cue == "POINT_OF_ORDER" and before.section == turn.section
            replies = turn.cue == "CHAIR_ON_ORDER" and raised
            if turn.length < LONGEST_RULING and (turn.cue in CHAIR_CUES or replies):
                signs[turn.section, who] += 1
                everywhere[who] += 1
            elif raised and turn.cue != "POINT_OF_ORDER" and turn.length < LONGEST_RULING:
                everywhere[who] += 1
        before = turn
    found: dict[tuple[int, Any], str] = {}
    for (section, who), here in places.items():
        often = everywhere[who] >= 3 and everywhere[who] * 5 >= total[who]
        often = often or (everywhere[who] >= 2 and everywhere[who] * 3 >= total[who])
        if any(t.unit in chairs and _named(chairs[t.unit], who) for t in here):
            rule = "chair-mark"
        elif (section, who) in labelled:
            rule = "chair-label"
        elif signs[section, who] or (often and all(t.length < LONGEST_RULING for t in here)):
            rule = "chair-words"
        else:
            continue
        found.update(((t.unit, who), rule) for t in here)
    return found


def _named(chair: str, who: Any) -> bool:
    """Whether the name of a chair mark is this person's."""
    words = fold(chair)
    return any(words.endswith(full) for full in who.fulls) or any(
        fold(label) == words for label in who.labels
    )


# --- the three forms of exchange ---------------------------------------------------------------------


class _Exchange:
    """Reads one unit, turn by turn."""

    def __init__(self, unit: list[Turn], answering: Counter[Any], links: list[Link]) -> None:
        self.unit = unit
        self.answering = answering
        self.links = links

    def link(self, kind: type[Link], source: Turn, target: Turn | None, rule: str) -> None:
        if target is not None:
            self.links.append(kind(source.n, target.n, rule))

    def settle(self, turn: Turn, kind: str, rule: str) -> None:
        turn.kind = kind
        if kind != turn.item.printed_kind:
            turn.rules["kind"] = rule

    def read(self) -> None:
        """Cut the unit into stretches of one form each, and read these."""
        spoken = [t for t in self.unit if t.kind is None]
        at = 0
        while at < len(spoken):
            form, end = self._form(spoken, at)
            stretch = spoken[at:end]
            if form == "debate":
                _Debate(self, stretch).read()
            else:
                self._alternating(stretch, form)
            at = end

    def _form(self, spoken: list[Turn], at: int) -> tuple[str, int]:
        """The form of exchange that begins here, and where it ends."""
        first = spoken[at]
        if self._is_question(spoken, at):
            form = "question"
        elif first.cue == "MAKES_STATEMENT" and first.length > 500:
            form = "statement"
        elif first.cue == "WRITTEN_STATEMENT" or (
            len(self.unit) == 1 and _is_minister(first) and first.cue != "MOVES" and not first.elided
        ):
            return "statement", at + 1
        elif first.elided and self._answers_here(spoken[at:]):
            form = "going on"
        elif self._alternates(spoken[at:]):
            form = "statement"
        else:
            form = "debate"
        for end in range(at + 1, len(spoken)):
            turn = spoken[end]
            if form != "debate":
                moved = turn.cue == "MOVES" and turn.length > 30
                stated = turn.cue == "MAKES_STATEMENT" and turn.length > 1500
                if moved or (stated and turn.who is not first.who):
                    return form, end
            elif _asks_urgently(turn) or (
                turn.cue == "MAKES_STATEMENT" and turn.length > 1500 and turn.opening.startswith("With p")
            ):
                return form, end
        return form, len(spoken)

    def _is_question(self, spoken: list[Turn], at: int) -> bool:
        """Whether a tabled question begins here."""
        turn = spoken[at]
        if _asks_urgently(turn) or turn.item.printed_kind == "question":
            return True
        others = [t for t in spoken[at + 1 : at + 12] if t.who is not turn.who]
        if not others or turn.length > LONGEST_QUESTION:
            return False
        return turn.cue in ("TABLES_QUESTION", "ASKS_BY_NAME", "ASKS_BUSINESS") and (
            spoken[at + 1].who is not turn.who or spoken[at + 1].item.printed_kind == "question"
        )

    def _answers_here(self, spoken: list[Turn]) -> bool:
        """Whether, after an elision, questions go on: somebody here has answered some before."""
        return any(self.answering[t.who] > 0 for t in spoken)

    def _alternates(self, spoken: list[Turn]) -> bool:
        """Whether one Member speaks first and after each of many others, who speak once each."""
        first = spoken[0]
        if first.cue in ("MOVES", "OPENS_SPEECH") or first.length < 1000 or first.ending == "END_MOVES":
            return False
        voices = [t.who for t in spoken]
        if len(voices) < 6 or voices[0] is None:
            return False
        others = voices[1::2]
        return (
            all(v == voices[0] for v in voices[0::2])
            and voices[0] not in others
            and len(set(others)) >= len(others) * 0.9
            and spoken[1].length > 600
            and not any(t.cue in ("ASKS_WAY", "BREAKS_IN") for t in spoken[1::2])
        )

    # --- questions and statements ----------------------------------------------------------------

    def _alternating(self, stretch: list[Turn], form: str) -> None:
        """Question, answer, supplementary, answer, ...; a statement begins like an answer."""
        base: Turn | None = None  # what a supplementary follows up
        group_last: Turn | None = None  # the question that an answer answers
        pending: Turn | None = None  # asked, and not answered
        answered: Turn | None = None
        minister: Any = None
        ministers: set[Any] = set()
        statement = form == "statement"
        responded = False
        previous: Turn | None = None
        for at, turn in enumerate(stretch):
            if turn.gap:
                base = group_last = pending = answered = None
            who = turn.who
            if at == 0 and statement:
                self.settle(turn, "statement", "statement")
                base, minister = turn, who
                ministers.add(who)
            elif turn.item.speaker.role == "collective":
                self.settle(turn, "intervention", "cry")
                self.link(Intervention, turn, previous, "cry")
                continue
            elif self._asks(stretch, at, base, pending, form):
                self.settle(turn, "question", "tabled-question")
                if group_last is None or answered is not None or statement:
                    base = turn
                group_last = pending = turn
                answered = minister = None
                statement = False
            elif who is not None and who in ministers:
                if pending is not None:
                    if self._interjects(stretch, at, pending):
                        self.settle(turn, "intervention", "interjection")
                        self.link(Intervention, turn, previous, "interjection")
                        continue
                    self.settle(turn, "answer", "answer")
                    self.link(Answer, turn, pending, "answer")
                    answered, pending = pending, None
                else:
                    self.settle(turn, "answer", "answer-resumed")
                    self.link(Answer, turn, answered, "answer-resumed")
                self.answering[who] += 1
                minister = who
            elif self._replies(stretch, at, pending, minister):
                ministers.add(who)
                minister = who
                self.settle(turn, "answer", "answer")
                self.link(Answer, turn, pending, "answer")
                self.answering[who] += 1
                answered, pending = pending or answered, None
            elif turn.cue == "LORDS_TURN" and _is_lord(turn) and turn.length < 300:
                self.settle(turn, "speech", "whose-turn")
                continue
            elif statement and not responded:
                responded = True
                self.settle(turn, "response", "first-response")
                self.link(Response, turn, base, "first-response")
                pending = turn
            else:
                self.settle(turn, "supplementary", "supplementary")
                self.link(Supplementary, turn, base, "supplementary")
                pending = turn
            previous = turn

    def _asks(self, stretch: list[Turn], at: int, base: Turn | None, pending: Turn | None, form: str) -> bool:
        """Whether a turn is a tabled question: numbered, or in the form of one where one may stand."""
        turn = stretch[at]
        if _asks_urgently(turn) or turn.item.printed_kind == "question":
            return True
        if turn.length > LONGEST_QUESTION or form == "statement":
            return False
        if at == 0:
            return form == "question"
        if turn.cue == "ASKS_BY_NAME":
            return True
        if turn.cue != "TABLES_QUESTION" or turn.gap:
            return False
        # those that are taken together stand before the first answer
        return pending is not None and all(t.kind == "question" for t in stretch[:at])

    def _replies(self, stretch: list[Turn], at: int, pending: Turn | None, minister: Any) -> bool:
        """Whether somebody who has not answered yet does so now."""
        turn = stretch[at]
        if pending is None:
            return turn.elided and self.answering[turn.who] > 1 and turn.who is not None
        if turn.who is None or turn.who == pending.who:
            return False
        if turn.length < 40 and turn.opening.startswith("My Lords"):
            return False
        if minister is None or _is_minister(turn):
            return True
        if any(t.who == turn.who for t in stretch[:at]):
            return False  # he has asked before
        after = next((t.who for t in stretch[at + 1 :] if t.item.speaker.role != "collective"), None)
        if after is not None and after == minister:
            return False  # the Minister answers now
        return pending.length >= 40 and bool(self.answering[turn.who] or after != pending.who)

    def _interjects(self, stretch: list[Turn], at: int, pending: Turn) -> bool:
        """A few words from the Minister into a question that goes on."""
        turn = stretch[at]
        after = stretch[at + 1] if at + 1 < len(stretch) else None
        return (
            turn.length < 60
            and after is not None
            and after.who == pending.who
            and pending.kind == "supplementary"
            and after.n == turn.n + 1
            and (after.length > 300 or pending.ending == "END_CUT")
            and stretch[at + 2 : at + 3] != []
            and stretch[at + 2].who == turn.who
            and any(t.who == turn.who for t in stretch[:at])
        )


def _asks_urgently(turn: Turn) -> bool:
    """Whether this is an urgent question: its words or its label say so."""
    return turn.cue == "ASKS_URGENTLY" or "(Urgent Question)" in (turn.item.speaker.label or "")


def _is_minister(turn: Turn) -> bool:
    """Whether the label prints an office of the Government."""
    office = turn.item.speaker.office
    if office is None:
        return False
    words = office_words(office)
    return (
        "minister" in words
        or "secretary" in words
        or words.startswith(("chancellor", "leader", "attorney", "solicitor", "lord"))
    )


# --- debate ------------------------------------------------------------------------------------------

NEW, RESUMED, INTERVENES, CARRIES_ON = "speech", "resumption", "intervention", "carries on"


class _Reading:
    """One reading of a debate so far: who has the floor, and at what cost."""

    __slots__ = ("before", "choice", "cost", "heard", "held", "holder", "last", "pending", "rule", "turn")

    def __init__(
        self,
        before: _Reading | None,
        turn: Turn | None,
        choice: str,
        rule: str,
        cost: float,
        holder: Any,
        last: Turn | None,
        pending: Turn | None,
    ) -> None:
        self.before, self.turn, self.choice, self.rule, self.cost = before, turn, choice, rule, cost
        self.holder, self.last, self.pending = holder, last, pending
        #: Who has had the floor so far.
        self.held: frozenset[Any] = before.held if before is not None else frozenset()
        #: Who intervened last in this speech.
        self.heard: Any = None
        if before is not None and choice is not NEW:
            self.heard = before.heard
        if choice is INTERVENES and turn is not None:
            self.heard = turn.who
        if holder not in self.held:
            self.held |= {holder}


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
    "MAKES_STATEMENT": (1, 0),
    "LORDS_TURN": (2, 0),
}
#: What the end of the turn before adds, by the holder of the floor.
ENDINGS: dict[str, tuple[float, float]] = {
    "END_CUT": (0, 5),
    "END_WAY": (0, 4),
    "END_MOVES": (3, 0),
    "END_SPEECH": (2.5, 0),
    "END_WITHDRAWS": (5, 0),
    "END_ASKS": (0, 0),
}


#: What it adds that an intervention is not answered, and that a Member makes a second speech.
UNANSWERED, SECOND_SPEECH = 3.5, 2.0
#: What it adds that an intervention follows another, and that who has just intervened makes a speech.
ANOTHER, HEARD_BEFORE = 1.2, 1.5


def _by_length(length: int) -> tuple[float, float]:
    """What its length adds to the cost of reading a turn as an intervention, and as a speech."""
    for limit, costs in ((300, (0, 2.5)), (700, (0, 2)), (1100, (0.5, 1)), (1700, (2, 0.5)), (2600, (4, 0))):
        if length < limit:
            return costs
    return 8, 0


class _Debate:
    """The cheapest reading of one stretch of debate."""

    def __init__(self, exchange: _Exchange, stretch: list[Turn]) -> None:
        self.exchange = exchange
        self.stretch = stretch
        self.called = _called(exchange.unit)

    def read(self) -> None:
        """Settle the kinds and links of the stretch."""
        readings: list[_Reading] = []
        for at, turn in enumerate(self.stretch):
            before = self.stretch[at - 1] if at else None
            readings = self._next(readings, turn, before, at)
        best = min(readings, key=lambda r: r.cost + (UNANSWERED if r.pending is not None else 0))
        path = []
        reading: _Reading | None = best
        while reading is not None:
            path.append(reading)
            reading = reading.before
        for one in reversed(path):
            self._settle(one)

    def _settle(self, one: _Reading) -> None:
        turn, exchange = one.turn, self.exchange
        assert turn is not None
        earlier = one.before.last if one.before is not None else None
        if one.choice is INTERVENES:
            exchange.settle(turn, "intervention", one.rule)
            exchange.link(Intervention, turn, earlier, one.rule)
        else:
            exchange.settle(turn, "speech", one.rule)
            if one.choice is RESUMED:
                exchange.link(Resumption, turn, earlier, one.rule)

    def _next(self, readings: list[_Reading], turn: Turn, before: Turn | None, at: int) -> list[_Reading]:
        """Every reading with one turn more, the cheapest for each holder of the floor."""
        if not readings or turn.gap:
            start = min(readings, key=lambda r: r.cost) if readings else None
            cost = start.cost if start is not None else 0.0
            return [_Reading(start, turn, NEW, "speech", cost, turn.who or turn, turn, None)]
        who = turn.who if turn.who is not None else turn
        cry = turn.item.speaker.role == "collective"
        into, instead, rule = self._signs(turn)
        fresh: _Reading | None = None
        kept: list[_Reading] = []
        for reading in readings:
            if reading.holder is who or reading.holder == who:
                kept.extend(self._own(reading, turn, at))
                continue
            interrupts, takes, why = into, instead, rule
            if before is reading.last:
                more = ENDINGS.get(before.ending) if before is not None else None
                if more is not None:
                    interrupts, takes = interrupts + more[0], takes + more[1]
                    if more[1] > 1 and why == "between-two-turns":
                        why = "sentence-cut" if before and before.ending == "END_CUT" else "way-given"
            if reading.pending is not None:
                takes += UNANSWERED
                interrupts += ANOTHER
            if reading.heard is who:
                takes += HEARD_BEFORE
            if cry:
                objects = turn.cue == "OBJECTS"
                takes, interrupts, why = (0, 9, "speech") if objects else (9, 0, "cry")
                if not objects:
                    kept.append(
                        _Reading(
                            reading,
                            turn,
                            INTERVENES,
                            why,
                            reading.cost,
                            reading.holder,
                            reading.last,
                            reading.pending,
                        )
                    )
                    continue
            kept.append(
                _Reading(
                    reading,
                    turn,
                    INTERVENES,
                    why,
                    reading.cost + interrupts,
                    reading.holder,
                    reading.last,
                    turn,
                )
            )
            if who in reading.held and turn.cue != "CLOSES_DEBATE" and turn.ending != "END_WITHDRAWS":
                takes += SECOND_SPEECH
            cost = reading.cost + takes
            if fresh is None or cost < fresh.cost:
                fresh = _Reading(reading, turn, NEW, "speech", cost, who, turn, None)
        if fresh is not None:
            kept.append(fresh)
        kept.sort(key=lambda r: r.cost)
        best: dict[Any, _Reading] = {}
        for reading in kept:
            key = (id(reading.holder), reading.pending is None)
            best.setdefault(key, reading)
        return list(best.values())[:READINGS]

    def _own(self, reading: _Reading, turn: Turn, at: int) -> Iterator[_Reading]:
        """The holder of the floor speaks again: goes on, or makes another speech."""
        last = reading.last
        assert last is not None
        ended = last.ending in ("END_WITHDRAWS",) or (
            last.ending in ("END_MOVES", "END_SPEECH") and reading.pending is not None
        )
        resumes = 0.0
        if turn.cue == "CLOSES_DEBATE":
            resumes += 5
        elif turn.ending == "END_WITHDRAWS" and turn.length < 2500 and last.ending == "END_MOVES":
            resumes += 4
        if turn.cue == "MOVES" and last is not turn:
            resumes += 4 if last.length > 200 else 0
        if ended:
            resumes += 2.5
        resumes += max(0, at - self.stretch.index(last) - 4) * 0.5
        yield _Reading(
            reading, turn, RESUMED, "speech-resumed", reading.cost + resumes, reading.holder, turn, None
        )
        yield _Reading(reading, turn, NEW, "speech", reading.cost + 3, reading.holder, turn, None)

    def _signs(self, turn: Turn) -> tuple[float, float, str]:
        """The cost of reading a turn as an intervention and as a speech, and the rule of the first."""
        into, instead = _by_length(turn.length)
        rule = "between-two-turns"
        more = OPENINGS.get(turn.cue)
        if more is not None:
            into, instead = into + more[0], instead + more[1]
            if turn.cue == "ASKS_WAY":
                rule = "asks-to-intervene"
            elif turn.cue == "BREAKS_IN":
                rule = "breaks-in"
        if turn.ending == "END_ASKS":
            instead += 1
        elif turn.ending in ("END_MOVES", "END_WITHDRAWS", "END_SPEECH"):
            into += 2
        if turn.n in self.called:
            into += 4
        return into, instead, rule


def _called(unit: list[Turn]) -> set[int]:
    """The turns before which the Chair has called somebody."""
    return {
        after.n
        for one, after in itertools.pairwise(unit)
        if one.kind == "chair" and (one.cue == "CHAIR_CALLS" or (one.length < 60 and one.cue is None))
    }
