"""Which form of exchange begins at a turn, and where it ends."""

from __future__ import annotations

import enum

from hansardparse.resolving.findings import Findings
from hansardparse.resolving.names import fold, office_words
from hansardparse.resolving.turns import Turn

__all__ = ["LONGEST_QUESTION", "Form", "asks_urgently", "form_at", "is_minister"]

#: A tabled question is no longer than this, in code points.
LONGEST_QUESTION = 700
#: How many turns are looked at to tell the form of an exchange, and in how many of them others speak
#: who may answer a tabled question.
WINDOW, NEAR = 200, 12
#: An announcement of a statement is longer than this, and one that ends another exchange than that.
STATEMENT, STATEMENT_BETWEEN = 500, 1500
#: A motion that ends an exchange is longer than this, and what a Minister writes.
MOTION, WRITTEN = 30, 60
#: Where one Member answers all others in turn: the first turn and the second are longer than these, there
#: are so many turns, and such a share of the others speak once.
FIRST_TURN, SECOND_TURN, TURNS, ONCE = 1000, 600, 6, 0.9


class Form(enum.Enum):
    """A form of exchange."""

    WRITTEN = "written statements"
    QUESTION = "questions and answers"
    ANSWERED = "the answer to a question that is printed above"
    GOING_ON = "questions and answers that began before an elision"
    STATEMENT = "a statement and what is asked on it"
    DEBATE = "debate"


def form_at(spoken: list[Turn], at: int, whole: int, findings: Findings) -> tuple[Form, int]:
    """The form that begins at a turn, and the turn before which it ends.

    `whole` is how many turns there are here with those that are settled already.
    """
    form = _form(spoken, at, whole, findings)
    if form is Form.WRITTEN:
        return form, len(spoken)
    for end in range(at + 1, len(spoken)):
        if form is Form.DEBATE:
            if _ends_debate(spoken, end, findings):
                return form, end
        elif _ends_questions(spoken[end], spoken[at], findings):
            return form, end
    return form, len(spoken)


def _form(spoken: list[Turn], at: int, whole: int, findings: Findings) -> Form:
    first = spoken[at]
    if at == 0 and _is_written(spoken, whole, findings):
        return Form.WRITTEN
    if _is_question(spoken, at, findings):
        return Form.QUESTION
    if at == 0 and _answers_tabled(first, findings.profile.forms.asks):
        return Form.ANSWERED
    if first.length > STATEMENT and findings.signs.is_sign("MAKES_STATEMENT", first):
        return Form.STATEMENT
    if first.elided and any(findings.answers[turn.who] > 0 for turn in spoken[at : at + WINDOW]):
        return Form.GOING_ON
    return Form.STATEMENT if _alternates(spoken[at : at + WINDOW]) else Form.DEBATE


def _ends_debate(spoken: list[Turn], at: int, findings: Findings) -> bool:
    """Whether a question or a statement begins in a debate."""
    turn = spoken[at]
    return (
        (turn.item.printed_kind == "question" and _is_question(spoken, at, findings))
        or asks_urgently(turn, findings)
        or (
            turn.length > STATEMENT_BETWEEN
            and turn.opening.startswith(findings.profile.business.permission)
            and findings.signs.is_sign("MAKES_STATEMENT", turn)
        )
    )


def _ends_questions(turn: Turn, first: Turn, findings: Findings) -> bool:
    """Whether a debate or another's statement begins after questions."""
    if turn.cue == "MOVES" and turn.length > MOTION:
        return True
    return (
        turn.length > STATEMENT_BETWEEN
        and turn.who is not first.who
        and findings.signs.is_sign("MAKES_STATEMENT", turn)
    )


def _is_written(spoken: list[Turn], whole: int, findings: Findings) -> bool:
    """Whether all there is are statements, each by another Minister, and nothing is asked."""
    if len(spoken) == 1 and findings.signs.is_sign("WRITTEN_STATEMENT", spoken[0]):
        return True
    return (
        whole == len(spoken) == len({turn.who for turn in spoken})
        and all(
            is_minister(turn, findings) and turn.length > WRITTEN and turn.item.question_number is None
            for turn in spoken
        )
        and not any(turn.cue == "MOVES" or turn.elided for turn in spoken)
    )


def _is_question(spoken: list[Turn], at: int, findings: Findings) -> bool:
    """Whether a tabled question begins here."""
    turn = spoken[at]
    if asks_urgently(turn, findings) or turn.item.printed_kind == "question":
        return True
    if turn.length > LONGEST_QUESTION or not any(t.who is not turn.who for t in spoken[at + 1 : at + NEAR]):
        return False
    after = spoken[at + 1]
    return (after.who is not turn.who or after.item.printed_kind == "question") and (
        turn.cue in ("TABLES_QUESTION", "ASKS_BY_NAME")
        or (at == 0 and findings.signs.is_sign("ASKS_BUSINESS", turn))
    )


def _alternates(spoken: list[Turn]) -> bool:
    """Whether one Member speaks first and after each of many others, who speak once each."""
    first = spoken[0]
    if first.cue in ("MOVES", "OPENS_SPEECH") or first.length < FIRST_TURN or first.ending == "END_MOVES":
        return False
    voices = [turn.who for turn in spoken]
    if len(voices) < TURNS or voices[0] is None:
        return False
    others = voices[1::2]
    return (
        all(voice == voices[0] for voice in voices[0::2])
        and voices[0] not in others
        and len(set(others)) >= len(others) * ONCE
        and spoken[1].length > SECOND_TURN
        and not any(turn.cue in ("ASKS_WAY", "BREAKS_IN") for turn in spoken[1::2])
    )


def _answers_tabled(turn: Turn, asks: str) -> bool:
    """Whether somebody answers the question that stands above, which is another's: nobody has said it."""
    if not asks:
        return False
    asker, asked, _ = turn.tabled.partition(asks)
    return bool(asked) and fold(turn.speaker.name or "") not in fold(asker)


def asks_urgently(turn: Turn, findings: Findings) -> bool:
    """Whether this is an urgent question: its words or its label say so."""
    return turn.cue == "ASKS_URGENTLY" or any(
        words in (turn.speaker.label or "") for words in findings.profile.business.urgent
    )


def is_minister(turn: Turn, findings: Findings) -> bool:
    """Whether the label prints an office of the Government."""
    if turn.speaker.office is None:
        return False
    offices = findings.profile.offices
    words = office_words(turn.speaker.office, findings.profile)
    return words.startswith(offices.ministerial_first) or any(word in words for word in offices.ministerial)
