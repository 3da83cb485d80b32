"""Questions from Parliament's data services as JSON: of data.parliament.uk, and of today."""

from __future__ import annotations

from collections.abc import Iterator

from hansardparse.read.fields import Fields
from hansardparse.read.lines import Line
from hansardparse.read.questions_csv import asked_and_answered
from hansardparse.read.source import Source

__all__ = ["read"]

#: The columns of the CSV of data.parliament.uk, and where the same is in its JSON.
_LINKED = {
    "uri": "_about",
    "answering body": "AnsweringBody",
    "hansard heading": "hansardHeading",
    "date": "date",
    "question text": "questionText",
    "uin": "uin",
    "ballot number": "ballotNumber",
    "tabling member printed": "tablingMemberPrinted",
    "tabling member > label": "tablingMember label",
    "tabling member > uri": "tablingMember _about",
    "tabling member constituency": "tablingMemberConstituency",
    "answer > uri": "answer _about",
    "answer > answer text": "answer answerText",
    "answer > answering member printed": "answer answeringMemberPrinted",
    "answer > answering member > label": "answer answeringMember label",
    "answer > answering member > uri": "answer answeringMember _about",
    "answer > answering member constituency": "answer answeringMemberConstituency",
}
#: The same in the answers of questions-statements-api.parliament.uk.
_SERVED = {
    "uri": "id",
    "answering body": "answeringBodyName",
    "hansard heading": "heading",
    "house": "house",
    "date": "dateTabled",
    "question text": "questionText",
    "uin": "uin",
    "tabling member printed": "askingMember name",
    "tabling member > uri": "askingMemberId",
    "tabling member constituency": "askingMember memberFrom",
    "answer > answer text": "answerText",
    "answer > answering member printed": "answeringMember name",
    "answer > answering member > uri": "answeringMemberId",
    "answer > answering member constituency": "answeringMember memberFrom",
}


def read(source: Source) -> Iterator[Line]:
    """The questions in order, each with its heading, and its answer where there is one."""
    yield from asked_and_answered(_questions(Fields(source.json)))


def _questions(answer: Fields) -> Iterator[dict[str, str]]:
    result = answer.one("result")
    for question in (*result.each("items"), *result.each("primaryTopic")):
        yield {column: _found(question, path) for column, path in _LINKED.items()}
    for held in (*answer.each("results"), answer):
        question = held.one("value")
        if "questionText" in question:
            yield {column: _found(question, path) for column, path in _SERVED.items()}


def _found(question: Fields, path: str) -> str:
    """What stands at the end of a path: words, or the value of an object or of the first one."""
    *around, last = path.split()
    for key in around:
        question = question.one(key)
    return question.text(last) or next((each.text("_value") for each in question.each(last)), "")
