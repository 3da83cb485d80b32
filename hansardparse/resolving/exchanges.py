"""In which capacity each turn is spoken, and to whom: kinds and links.

What a turn is follows from who speaks around it, and from how it begins and ends
(`hansardparse.resolving.openings`). Three forms of exchange are told apart: questions and their answers, a
statement and what is asked on it, and debate (`hansardparse.resolving.floor`). The first two alternate, and
are read turn by turn.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from hansardparse.model.nodes import Answer, Intervention, Link, Response, Resumption, Supplementary
from hansardparse.resolving import floor, openings
from hansardparse.resolving.people import fold, office_words
from hansardparse.resolving.turns import Turn

__all__ = ["roles"]

CHAIR_CUES = frozenset({"CHAIR_ORDERS", "CHAIR_CALLS", "CHAIR_SPEAKS"})
#: A tabled question is no longer than this, in code points.
LONGEST_QUESTION = 700
#: How many turns are looked at to tell the form of an exchange.
WINDOW = 200
#: What the Chair says at a time is no longer than this.
LONGEST_RULING = 2500
#: ... and where only the rest of the day says that it is the Chair, than this.
SHORT_RULING = 700


def roles(turns: Sequence[Turn], chairs: dict[int, str]) -> list[Link]:
    """Set `kind` and `rules` of every turn, and return the links between them, in order."""
    openings.note(turns)
    links: list[Link] = []
    _settle_fixed(turns, chairs, links)
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


def _settle_fixed(turns: Sequence[Turn], chairs: dict[int, str], links: list[Link]) -> None:
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
        elif raised is not None and raised is before and _shouts(turns, turn, raised):
            turn.kind = "intervention"
            turn.rules["kind"] = "into-point-of-order"
            links.append(Intervention(turn.n, raised.n, "into-point-of-order"))
        if turn.kind == "point_of_order":
            raised = turn
        elif turn.kind not in ("chair", "gesture"):
            raised = None
        before = turn


def _shouts(turns: Sequence[Turn], turn: Turn, raised: Turn) -> bool:
    """A few words of another Member into a point of order, before the Chair answers it."""
    after = turns[turn.n + 1] if turn.n + 1 < len(turns) else None
    return (
        turn.length < 150
        and turn.who is not raised.who
        and after is not None
        and after.section == turn.section
        and after.item.printed_kind == "chair"
    )


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
            replies = raised and openings.is_sign("CHAIR_ON_ORDER", turn)
            if turn.length < LONGEST_RULING and (turn.cue in CHAIR_CUES or replies):
                signs[turn.section, who] += 1
                everywhere[who] += 1
            elif raised and turn.cue != "POINT_OF_ORDER" and turn.length < LONGEST_RULING:
                everywhere[who] += 1
        before = turn
    found: dict[tuple[int, Any], str] = {}
    for (section, who), here in places.items():
        often = everywhere[who] >= 3 or (everywhere[who] == 2 and total[who] <= 10)
        if chairs and any(unit in chairs and _named(chairs[unit], who) for unit in {t.unit for t in here}):
            rule = "chair-mark"
        elif (section, who) in labelled:
            rule = "chair-label"
        elif signs[section, who] or (often and all(t.length < SHORT_RULING for t in here)):
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
        #: The turns before which the Chair has called somebody.
        self.called = {
            after.n
            for one, after in itertools.pairwise(unit)
            if one.kind == "chair" and (one.cue == "CHAIR_CALLS" or (one.length < 60 and one.cue is None))
        }

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
            if form == "written":
                for turn in stretch:
                    self.settle(turn, "statement", "statement")
            elif form == "debate":
                self._debate(stretch)
            else:
                self._alternating(stretch, form)
            at = end

    def _form(self, spoken: list[Turn], at: int) -> tuple[str, int]:
        """The form of exchange that begins here, and where it ends."""
        first = spoken[at]
        if at == 0 and self._is_written(spoken):
            return "written", len(spoken)
        if self._is_question(spoken, at):
            form = "question"
        elif at == 0 and _answers_tabled(first):
            form = "answered"
        elif first.length > 500 and openings.is_sign("MAKES_STATEMENT", first):
            form = "statement"
        elif first.elided and self._answers_here(spoken[at : at + WINDOW]):
            form = "going on"
        elif self._alternates(spoken[at : at + WINDOW]):
            form = "statement"
        else:
            form = "debate"
        for end in range(at + 1, len(spoken)):
            turn = spoken[end]
            if form != "debate":
                moved = turn.cue == "MOVES" and turn.length > 30
                stated = turn.length > 1500 and openings.is_sign("MAKES_STATEMENT", turn)
                if moved or (stated and turn.who is not first.who):
                    return form, end
            elif (
                (turn.item.printed_kind == "question" and self._is_question(spoken, end))
                or _asks_urgently(turn)
                or (
                    turn.length > 1500
                    and turn.opening.startswith("With p")
                    and openings.is_sign("MAKES_STATEMENT", turn)
                )
            ):
                return form, end
        return form, len(spoken)

    def _is_written(self, spoken: list[Turn]) -> bool:
        """Whether all there is are statements, each by another Minister, and nothing is asked."""
        if len(spoken) == 1 and openings.is_sign("WRITTEN_STATEMENT", spoken[0]):
            return True
        return (
            len(self.unit) == len(spoken) == len({t.who for t in spoken})
            and all(_is_minister(t) and t.length > 60 and t.item.question_number is None for t in spoken)
            and not any(t.cue == "MOVES" or t.elided for t in spoken)
        )

    def _is_question(self, spoken: list[Turn], at: int) -> bool:
        """Whether a tabled question begins here."""
        turn = spoken[at]
        if _asks_urgently(turn) or turn.item.printed_kind == "question":
            return True
        others = [t for t in spoken[at + 1 : at + 12] if t.who is not turn.who]
        if not others or turn.length > LONGEST_QUESTION:
            return False
        return (spoken[at + 1].who is not turn.who or spoken[at + 1].item.printed_kind == "question") and (
            turn.cue in ("TABLES_QUESTION", "ASKS_BY_NAME")
            or (at == 0 and openings.is_sign("ASKS_BUSINESS", turn))
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

    def _debate(self, stretch: list[Turn]) -> None:
        """Speeches, resumed speeches and interventions."""
        stretch = self._aside(stretch)
        for turn, choice, rule, holder in floor.read(stretch, self.called):
            self.settle(turn, "intervention" if choice is floor.INTERVENES else "speech", rule)
            if choice is floor.INTERVENES:
                self.link(Intervention, turn, holder, rule)
            elif choice is floor.RESUMED:
                self.link(Resumption, turn, holder, rule)

    def _aside(self, stretch: list[Turn]) -> list[Turn]:
        """Settle what stands outside the debate; the turns that are left.

        In the Lords some bid for the floor, and somebody says whose turn it is; a question for short
        debate stands before the speech of who asks it.
        """
        left: list[Turn] = []
        for turn in stretch:
            if turn.length < 300 and _is_lord(turn) and openings.is_sign("LORDS_TURN", turn):
                while left and left[-1].length < 20 and left[-1].ending == "END_CUT":
                    self.settle(left.pop(), "speech", "whose-turn")
                self.settle(turn, "speech", "whose-turn")
                self.called.add(turn.n + 1)
            elif turn.cue == "ASKS_BY_NAME" and turn.length < LONGEST_QUESTION:
                self.settle(turn, "question", "tabled-question")
            else:
                left.append(turn)
        return left

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
        spoke: set[Any] = set()
        tabling = True  # nothing but tabled questions so far
        for at, turn in enumerate(stretch):
            if at:
                spoke.add(stretch[at - 1].who)
                tabling = tabling and stretch[at - 1].kind == "question"
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
            elif self._asks(stretch, at, tabling, pending, form):
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
            elif (at == 0 and form == "answered") or self._replies(stretch, at, pending, minister, spoke):
                ministers.add(who)
                minister = who
                self.settle(turn, "answer", "answer")
                self.link(Answer, turn, pending, "answer")
                self.answering[who] += 1
                answered, pending = pending or answered, None
            elif turn.length < 300 and _is_lord(turn) and openings.is_sign("LORDS_TURN", turn):
                self.settle(turn, "speech", "whose-turn")
                continue
            elif statement and (not responded or _same_asker(pending, turn)):
                responded = True
                self.settle(turn, "response", "first-response")
                self.link(Response, turn, base, "first-response")
                pending = turn
            else:
                self.settle(turn, "supplementary", "supplementary")
                self.link(Supplementary, turn, base, "supplementary")
                pending = turn
            previous = turn

    def _asks(self, stretch: list[Turn], at: int, tabling: bool, pending: Turn | None, form: str) -> bool:
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
        return tabling and pending is not None

    def _replies(
        self, stretch: list[Turn], at: int, pending: Turn | None, minister: Any, spoke: set[Any]
    ) -> bool:
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
        if turn.who in spoke:
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
        )


def _answers_tabled(turn: Turn) -> bool:
    """Whether somebody answers the question that stands above, which is another's: nobody has said it."""
    asker, asked, _ = turn.tabled.partition("To ask ")
    return bool(asked) and fold(turn.item.speaker.name or "") not in fold(asker)


def _same_asker(pending: Turn | None, turn: Turn) -> bool:
    """Whether who has begun to respond to a statement goes on: the Chair came between."""
    return pending is not None and pending.kind == "response" and pending.who is turn.who


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
