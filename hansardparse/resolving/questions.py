"""Questions, answers and supplementaries, and a statement with what is asked on it.

They alternate, and are read turn by turn; a statement begins like an answer.
"""

from __future__ import annotations

import functools
import itertools
from collections import Counter

from hansardparse.model.nodes import Answer, Intervention, Link, Response, Resumption, Supplementary
from hansardparse.resolving.evidence import LONGEST_QUESTION, is_minister
from hansardparse.resolving.findings import Findings
from hansardparse.resolving.form_table import Form
from hansardparse.resolving.forms import Stretch
from hansardparse.resolving.known import Known
from hansardparse.resolving.turns import Turn

__all__ = ["Alternating"]

#: A Minister's interjection into a question is shorter than this, in code points, and the question goes on
#: for longer than that.
INTERJECTION, GOES_ON = 60, 300
#: Nor is what is shouted into an answer longer than this.
SHOUT = 25
#: Questions that are taken together begin with the same words: so many code points of them.
SAME = 12
#: Nobody answers what is shorter than this, nor in fewer words where they only address the House.
ASKED = 40
#: Who answers speaks so often behind others, and so many times as often as anybody else.
REPLIES, REPLIES_MORE = 3, 1.5


#: Of the Members who ask once, the share that asks by number, the first of them: so it is on the days whose
#: record says it.
UNNUMBERED = {"engagements": 1.0, "topical_questions": 0.6}


#: How often a rule is right where turns do ask and answer, on days whose record types them; and where some
#: of the questions are guessed to be tabled.
SURE = {
    "answer": 0.99,
    "answer-resumed": 0.97,
    "statement-resumed": 0.97,
    "supplementary": 0.98,
    "first-response": 0.98,
    "interjection": 0.8,
    "cry": 0.98,
}
GUESSED = 0.75


class Alternating:
    """Reads one stretch of turns, each of which asks or answers."""

    def __init__(self, whole: Stretch, findings: Findings) -> None:
        self.stretch, self.form, self.findings = whole.turns, whole.form, findings
        #: How likely it is that turns ask and answer here.
        self.likely = whole.likely
        #: What a supplementary follows up: the first of the questions taken together, or the statement.
        self.base: Turn | None = None
        #: Whether a question has been tabled that is not cut off from here.
        self.tabled = False
        #: What has been asked, and not answered; what has been answered last.
        self.pending: Turn | None = None
        self.answered: Turn | None = None
        #: Who answers now, and who has answered here.
        self.minister: Known | None = None
        self.ministers: set[Known | None] = set()
        #: Whether what is asked is asked on a statement, and whether that has had its first response.
        self.on_statement = self.form is Form.STATEMENT
        self.responded = False
        #: Into which turn another may break.
        self.previous: Turn | None = None
        #: Who has spoken before this turn, and whether all they did was to table questions.
        self.spoke: set[Known | None] = set()
        self.tabling = True
        #: The turns that ask a tabled question though nothing on the page says so.
        self.unnumbered = _unnumbered(self.stretch) if self.form is Form.QUESTION else frozenset()

    @functools.cached_property
    def replier(self) -> Known | None:
        """Who most of the others are followed by."""
        return _replier(self.stretch)

    def read(self) -> None:
        """Settle every turn."""
        for at, turn in enumerate(self.stretch):
            if at:
                before = self.stretch[at - 1]
                self.spoke.add(before.who)
                self.tabling = self.tabling and before.kind == "question"
            if turn.gap:
                self.base = self.pending = self.answered = None
                self.tabled = False
            if self._settle(at, turn):
                self.previous = turn

    def _settle(self, at: int, turn: Turn) -> bool:
        """Settle a turn; whether another may break into it."""
        if at == 0 and self.on_statement:
            self.findings.settle(turn, "statement", "statement")
            self.base, self.minister = turn, turn.who
            self.ministers.add(turn.who)
        elif turn.speaker.role == "collective":
            return self._breaks_in(turn, "cry")
        elif turn.item.printed_kind == "intervention":  # the container says so
            return self._breaks_in(turn, "interjection")
        elif self._asks(at):
            self._question(turn)
        elif turn.who is not None and turn.who in self.ministers:
            if self.pending is not None and self._interjects(at, self.pending):
                return self._breaks_in(turn, "interjection")
            if self.on_statement and self.pending is self.answered is None:
                self._states_more(turn)
            else:
                self._answer(turn, resumed=self.pending is None)
        elif (at == 0 and self.form is Form.ANSWERED) or self._replies(at):
            self.ministers.add(turn.who)
            self._answer(turn, resumed=False)
        elif turn.n in self.unnumbered and turn.who is not None:
            self._question(turn, "likely-question")
        elif turn.item.printed_kind != "supplementary" and self._shouts(at):
            return self._breaks_in(turn, "interjection")
        elif self.findings.says_whose_turn(turn):
            self.findings.settle(turn, "speech", "whose-turn")
            return False
        else:
            self._follow_up(turn)
        return True

    # --- what a turn does ------------------------------------------------------------------------

    def _breaks_in(self, turn: Turn, rule: str) -> bool:
        self.findings.settle(turn, "intervention", rule)
        self._link(Intervention, turn, self.previous, rule)
        return False

    def _question(self, turn: Turn, rule: str = "tabled-question") -> None:
        """A tabled question; those that are taken together have one answer."""
        self.findings.settle(turn, "question", rule)
        if not self.tabled or self.answered is not None or self.on_statement:
            self.base = turn
        self.tabled, self.pending = True, turn
        self.answered = self.minister = None
        self.on_statement = False

    def _answer(self, turn: Turn, *, resumed: bool) -> None:
        """An answer to what is asked, or the rest of the one that the Chair or a cry has cut."""
        rule = "answer-resumed" if resumed else "answer"
        self.findings.settle(turn, "answer", rule)
        self._link(Answer, turn, self.answered if resumed else self.pending, rule)
        self.findings.answers[turn.who] += 1
        self.minister = turn.who
        self.answered, self.pending = self.pending or self.answered, None

    def _states_more(self, turn: Turn) -> None:
        """The rest of a statement on which nobody has asked anything: the Chair came between."""
        self.findings.settle(turn, "statement", "statement-resumed")
        self._link(Resumption, turn, self.base, "statement-resumed")

    def _follow_up(self, turn: Turn) -> None:
        """What is asked further: a supplementary, or the first response to a statement."""
        if self.on_statement and (not self.responded or self._goes_on(turn)):
            self.responded = True
            self.findings.settle(turn, "response", "first-response")
            self._link(Response, turn, self.base, "first-response")
        else:
            self.findings.settle(turn, "supplementary", "supplementary")
            self._link(Supplementary, turn, self.base, "supplementary")
        self.pending = turn

    def _link(self, kind: type[Link], turn: Turn, target: Turn | None, rule: str) -> None:
        sure = SURE[rule] if target is not self.base or not self.unnumbered else GUESSED
        self.findings.link(kind, turn, target, rule, self.likely * sure)

    # --- signs -----------------------------------------------------------------------------------

    def _goes_on(self, turn: Turn) -> bool:
        """Whether who has begun to respond to a statement goes on: the Chair came between."""
        asked = self.pending
        return asked is not None and asked.kind == "response" and asked.who is turn.who

    def _asks(self, at: int) -> bool:
        """Whether a turn is a tabled question: numbered, or in the form of one where one may stand."""
        turn = self.stretch[at]
        if turn.urgent or turn.item.printed_kind == "question":
            return True
        if turn.item.printed_kind == "answer":  # the container says so
            return False
        if at == 0:
            return self.form is Form.QUESTION or turn.cue == "ASKS_BY_NAME"
        if turn.length > LONGEST_QUESTION or self.form is Form.STATEMENT:
            return False
        if self._repeats(turn):
            return True
        if turn.cue == "ASKS_BY_NAME":
            return True
        if turn.cue != "TABLES_QUESTION" or turn.gap:
            return False
        # those that are taken together stand before the first answer
        return self.tabling and self.pending is not None

    def _repeats(self, turn: Turn) -> bool:
        """Whether a turn asks in the words in which another has, before there is an answer."""
        asked = self.pending
        if asked is None or not self.tabling or asked.kind != "question" or asked.who is turn.who:
            return False
        return turn.opening[:SAME] == asked.opening[:SAME] and turn.ending != "END_ASKS"

    def _replies(self, at: int) -> bool:
        """Whether somebody who has not answered yet does so now."""
        turn, asked = self.stretch[at], self.pending
        if asked is None:
            return turn.elided and self.findings.answers[turn.who] > 1 and turn.who is not None
        if turn.item.printed_kind == "answer":  # though nobody be named
            return True
        if turn.who is None:  # an office whose holder nobody names may answer what was tabled
            return asked.kind == "question" and is_minister(turn, self.findings)
        if turn.who == asked.who:
            return False
        minister = is_minister(turn, self.findings)
        short = turn.length < ASKED and turn.opening.startswith(self.findings.profile.lines.address)
        if minister or short:  # a tabled question has an answer, however short
            return minister and (asked.kind == "question" or not short)
        if self.minister is None:  # of what is asked on a statement, the Minister may answer two at once
            return asked.kind == "question" or self.replier in (None, turn.who)
        if turn.who in self.spoke:
            return False  # he has asked before
        later = map(self.stretch.__getitem__, range(at + 1, len(self.stretch)))
        after = next((t.who for t in later if t.speaker.role != "collective"), None)
        if after is not None and after == self.minister:
            return False  # the Minister answers now
        return asked.length >= ASKED and bool(self.findings.answers[turn.who] or after != asked.who)

    def _shouts(self, at: int) -> bool:
        """A few words that ask nothing into an answer, whose Minister goes on behind them."""
        turn, before = self.stretch[at], self.stretch[at - 1]
        after = self.stretch[at + 1] if at + 1 < len(self.stretch) else None
        return (
            turn.length < SHOUT
            and turn.ending != "END_ASKS"
            and self.pending is None
            and before.kind == "answer"
            and before.n + 1 == turn.n
            and after is not None
            and after.n == turn.n + 1
            and after.who is before.who
        )

    def _interjects(self, at: int, asked: Turn) -> bool:
        """A few words from the Minister into a question that goes on."""
        turn = self.stretch[at]
        if at + 2 >= len(self.stretch):
            return False
        after, then = self.stretch[at + 1], self.stretch[at + 2]
        return (
            turn.length < INTERJECTION
            and after.who == asked.who
            and asked.kind == "supplementary"
            and after.n == turn.n + 1
            and (after.length > GOES_ON or asked.ending == "END_CUT")
            and then.who == turn.who
        )


def _replier(stretch: list[Turn]) -> Known | None:
    """Who speaks behind others so often that it can only be in answer to them."""
    behind = Counter(after.who for one, after in itertools.pairwise(stretch) if one.who is not after.who)
    most = behind.most_common(2)
    clear = most and most[0][1] >= REPLIES and (len(most) == 1 or most[0][1] > REPLIES_MORE * most[1][1])
    return most[0][0] if clear else None


def _unnumbered(stretch: list[Turn]) -> frozenset[int]:
    """The turns that ask a tabled question, by `n`, where a page leaves out the numbers of questions.

    Where the questions are called by number alone, those on the paper are of Members who ask once; at topical
    questions they come first, and behind them those who have risen in their places.
    """
    share = UNNUMBERED.get(stretch[0].business or "")
    printed = (turn.item.question_number or turn.item.printed_kind == "question" for turn in stretch[1:])
    if share is None or any(printed):
        return frozenset()
    times = Counter(turn.who for turn in stretch)
    once = [turn.n for turn in stretch[1:] if times[turn.who] == 1]
    return frozenset(once[: round(share * len(once))])
