"""Who asks and who answers in a hearing, and what each answer is to.

The lists of a hearing say who sits on the committee and who gives evidence. Where they say nothing of
somebody, the numbers of questions do: who asks one of those is of the committee, and who never does gives
evidence.
"""

from __future__ import annotations

from collections.abc import Sequence

from hansardparse.model.nodes import Answer, Link, QuestionNumber
from hansardparse.resolving.turns import Label, Turn
from hansardparse.speakers.attendance import WITNESS, Attendance

__all__ = ["hearing", "hearings"]

#: Kinds that stay as printed.
_PRINTED = frozenset({"gesture", "chair", "question", "evidence", "statement", "quotation"})
#: What may be answered.
_ASKS = frozenset({"question", "chair"})


def hearings(turns: Sequence[Turn], marks: tuple[str, ...]) -> list[Turn]:
    """The turns of the sections in which questions have the numbers of a hearing: `Q 7`, of which there is no
    paper, has no full stop as `Q7.` has. `marks` are what such numbers begin with.
    """
    heard = {turn.section for turn in turns if _is_of_hearing(turn, marks)}
    return [turn for turn in turns if turn.section in heard]


def _is_of_hearing(turn: Turn, marks: tuple[str, ...]) -> bool:
    """Whether a turn asks a question that has the number of one to a witness."""
    for block in turn.item.blocks:
        if type(block) is QuestionNumber:
            return block.text.startswith(marks) and block.text[-1].isdecimal()
    return False


def hearing(turns: Sequence[Turn], there: Attendance, given: str) -> list[Link]:
    """Set `kind` and `rules` of every turn, and return the links from answers to questions, in order.

    What the lists say of a person is kept with them. Evidence is of the kind `given`: where a layout is of
    debates too, it is an answer like others.
    """
    for turn in turns:
        if turn.who is not None and turn.who.listed is None:
            turn.who.listed = there.of(turn.who.name)
    asking: set[Label] = {turn.label for turn in turns if turn.item.printed_kind == "question"}
    askers = {turn.who for turn in turns if turn.who is not None and turn.label in asking}
    links: list[Link] = []
    asked: Turn | None = None
    for turn in turns:
        printed = turn.item.printed_kind
        turn.kind = printed
        if printed not in _PRINTED:
            turn.kind, rule = _kind(turn, there, turn.label in asking or turn.who in askers, given)
            turn.rules["kind"] = rule
        if turn.kind in _ASKS:
            asked = turn
        elif turn.kind in ("evidence", given) and asked is not None and asked.section == turn.section:
            links.append(Answer(turn.n, asked.n, "answer"))
    return links


def _kind(turn: Turn, there: Attendance, asks: bool, given: str) -> tuple[str, str]:
    """What a turn is that has no number and whose speaker no list has as a witness; and by which rule."""
    listed = there.of(turn.speaker.label)
    if turn.speaker.label is None or turn.speaker.role == "collective":
        return "intervention", "cry"
    if listed is not None and listed.role != WITNESS:
        return ("chair", "listed-chair") if listed.in_chair else ("question", "listed-member")
    if asks:
        return "question", "asks-questions"
    return given, "asks-none"
