"""The layout evidence: who asks and who answers in a hearing, and what only looks like a label."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows
from hansardparse.nodes import Note, Transcript

HEAD = """Harbours Committee

Oral evidence: Depth of water, HC 99

Members present: Ada Marsh (Chair); Gerald Oake; Tomos Pugh.

Witnesses: Ivor Reed, Pilot, Harbours Federation, and Dr Una Fell, Reader in Tides, University of Holme.

"""


def turns(text: str) -> list[tuple[str | None, str | None, str, str]]:
    """Number, label, kind and words of each contribution."""
    transcript = parse(text, layout="evidence")
    return [(c.question_number, c.speaker.label, c.kind, c.text) for c in transcript.contributions()]


@pytest.mark.parametrize("number", ["Q1", "Q42", "Q100", "Q1234", "Q 7"])
@pytest.mark.parametrize(
    "label", ["Chair", "The Chair", "Chairman", "Mr Oake", "Gerald Oake", "Lord Oake of Ness"]
)
def test_a_number_before_a_label_opens_a_question(number: str, label: str) -> None:
    assert turns(f"{HEAD}{number} {label}: How deep is it?\n\nIvor Reed: Nine feet.\n") == [
        (number, label, "question", "How deep is it?"),
        (None, "Ivor Reed", "evidence", "Nine feet."),
    ]


def test_who_is_listed_says_what_a_turn_is() -> None:
    text = f"{HEAD}Q1 Chair: How deep?\n\nDr Fell: Ten.\n\nGerald Oake: Which?\n\nIvor Reed: Nine.\n\n"
    text += "Chair: Well.\n"
    transcript = parse(text)
    assert transcript.layout == "evidence"
    assert [c.kind for c in transcript.contributions()] == [
        "question",
        "evidence",
        "question",
        "evidence",
        "chair",
    ]
    assert [c.speaker.role for c in transcript.contributions()] == [
        "chair",
        "witness",
        "member",
        "witness",
        "chair",
    ]
    assert [p.name for p in transcript.persons] == ["Ada Marsh", "Dr Una Fell", "Gerald Oake", "Ivor Reed"]
    fell = transcript.persons[1]
    assert (fell.role, fell.offices, fell.organisation) == (
        "witness",
        ("Reader in Tides",),
        "University of Holme",
    )
    assert transcript.problems == ()


def test_without_resolving_the_page_itself_says_who_gives_evidence() -> None:
    transcript = parse(f"{HEAD}Q1 Chair: How deep?\n\nDr Fell: Ten.\n\nOake: No.\n", resolve=False)
    assert [c.kind for c in transcript.contributions()] == ["question", "evidence"]


def test_an_answer_leads_to_its_question() -> None:
    text = f"{HEAD}Q1 Chair: How deep?\n\nDr Fell: Ten.\n\nIvor Reed: Nine.\n\n"
    text += "Q2 Chair: Well?\n\nIvor Reed: Nine.\n"
    said = [row for row in rows(parse(text)) if row["type"] == "contribution"]
    first, second = said[0]["n"], said[3]["n"]
    assert [row["replies_to"] for row in said] == [None, first, first, None, second]
    assert said[1]["person_office"] == "Reader in Tides"


@pytest.mark.parametrize(
    ("listed", "post", "organisation"),
    [
        ("Una Fell, Reader in Tides, University of Holme", "Reader in Tides", "University of Holme"),
        ("Una Fell, Harbours Federation", None, "Harbours Federation"),
        ("Una Fell, Chief Executive", "Chief Executive", None),
        ("Una Fell", None, None),
        ("Una Fell, Chair and Director, Tides Trust, Holme", "Chair and Director", "Tides Trust, Holme"),
    ],
)
def test_what_stands_behind_a_name_is_a_post_or_a_body(
    listed: str, post: str | None, organisation: str | None
) -> None:
    (person,) = parse(f"Witness: {listed}, gave evidence.\n\nUna Fell: Ten.\n", layout="evidence").persons
    assert (person.offices, person.organisation) == ((post,) if post else (), organisation)


def test_a_body_that_looks_like_a_name_is_no_witness() -> None:
    text = "Witnesses: Una Fell, Director, Tides Trust, Ada Reed, Editor, Ness Almanac.\n\n"
    text += "Una Fell: No.\n\nAda Reed: Yes."
    found = {p.name: p.organisation for p in parse(text, layout="evidence").persons}
    assert found == {"Una Fell": "Tides Trust", "Ada Reed": "Ness Almanac"}


BRACKETS = """Examination of Witnesses (Questions 20 - 39)

MR IVOR REED and DR UNA FELL

Chairman

  20. How deep is it?

  (Mr Reed) There are two answers.

  1. It is nine feet.

  (Dr Fell) Ten.

  21. Which is it?

  (Mr Reed) Nine.
"""


def test_before_2004_who_answers_stands_in_brackets() -> None:
    assert turns(BRACKETS) == [
        ("20", "Chairman", "question", "How deep is it?"),
        (None, "Mr Reed", "evidence", "There are two answers.\n\n1. It is nine feet."),
        (None, "Dr Fell", "evidence", "Ten."),
        ("21", None, "question", "Which is it?"),
        (None, "Mr Reed", "evidence", "Nine."),
    ]
    assert [p.name for p in parse(BRACKETS).persons] == [None, "Mr Ivor Reed", "Dr Una Fell"]


def wrapped(*lines: str) -> str:
    """A hearing whose lines are broken at a width, without blank lines."""
    filler = [
        "Ivor Reed: The water in the harbour was measured on the first day of every month, and it was",
        "written down in a book that my father kept, so that we know for every one of these months how",
        "deep it was at low water and at high water, and which way the wind was blowing.",
        "Q2 Chair: And did anybody ever read the book, or was it kept in a drawer with the keys of the",
        "light and never looked at again until the day on which the pier came down?",
    ]
    return HEAD.replace("\n\n", "\n") + "\n".join((*filler, *lines, ""))


@pytest.mark.parametrize(
    "foot", ["Oral evidence: Depth of water, HC 99 12", "Oral evidence: Depth of water, HC 99\n\n12\n", "12"]
)
def test_the_foot_of_a_page_is_not_said(foot: str) -> None:
    text = wrapped(
        "Ivor Reed: Nobody ever read the book, since it was kept in a drawer with the keys of the light",
        foot,
        "and never looked at again until the pier came down.",
    )
    said = parse(text).contributions()
    assert list(said)[-1].text == (
        "Nobody ever read the book, since it was kept in a drawer with the keys of the light "
        "and never looked at again until the pier came down."
    )


def test_a_turn_begins_with_its_line_where_nothing_parts_them() -> None:
    text = wrapped("Ivor Reed: Yes.", "Q100 Chair: By whom?", "Dr Fell: By me.", "Chair: Thank you.")
    assert [label for _, label, _, _ in turns(text)] == [
        "Ivor Reed",
        "Chair",
        "Ivor Reed",
        "Chair",
        "Dr Fell",
        "Chair",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Two things follow: first, the wall.",
        "Depth of Water: nine feet.",
        "Q3 was a bad quarter.",
        "1. The wall.",
    ],
)
def test_words_that_only_look_like_a_label_stay_with_who_says_them(line: str) -> None:
    said = turns(f"{HEAD}Q1 Chair: How deep?\n\nIvor Reed: I say this.\n\n{line}\n")
    assert said[-1] == (None, "Ivor Reed", "evidence", f"I say this.\n\n{line}")


def test_each_panel_is_a_section() -> None:
    text = f"{HEAD}Q1 Chair: How deep?\n\nDr Fell: Ten.\n\nExamination of witness\n\nWitness: Gwen Marl.\n\n"
    text += "Q2 Chair: And?\n\nGwen Marl: No.\n"
    panels = [s for s in parse(text).sections() if s.kind == "panel"]
    assert [[c.speaker.label for c in p.contributions()] for p in panels] == [["Chair", "Gwen Marl"]]


def test_who_asks_is_of_the_committee_where_nobody_is_listed() -> None:
    text = "Harbours Committee\n\nQ98 Chair: What floats?\n\nIvor Reed: A boat.\n\n"
    text += "Ada Marsh: Always?\n\nQ99 Ada Marsh: Well?\n"
    transcript = parse(text)
    assert transcript.layout == "evidence"
    assert [(c.kind, c.rules.get("kind")) for c in transcript.contributions()] == [
        ("question", None),
        ("evidence", "asks-none"),
        ("question", "asks-questions"),
        ("question", None),
    ]


def test_the_chair_is_whoever_is_listed_as_that_in_this_hearing() -> None:
    second = HEAD.replace("Ada Marsh (Chair); Gerald Oake", "Gerald Oake (Chair); Ada Marsh").replace(
        "Depth", "Width"
    )
    transcript = parse(f"{HEAD}Q1 Chair: How deep?\n\n{second}Q1 Chair: How wide?\n")
    assert [c.name for c in transcript.contributions()] == ["Ada Marsh", "Gerald Oake"]


def notes(transcript: Transcript) -> list[str]:
    return [item.text for section in transcript.sections() for item in section.items if type(item) is Note]


def test_the_head_of_a_hearing_is_kept_word_for_word() -> None:
    assert notes(parse(f"{HEAD}Q1 Chair: How deep?\n")) == HEAD.strip().split("\n\n")[2:]


#: Texts that are no hearing, though something in each looks like one.
OTHERS = {
    "questions and answers": "Q1: What is a harbour?\nA: A place where ships lie.\n\n" * 6,
    "numbered questions": "Q1. What is a harbour?\n\nA1. A place where ships lie.\n\n" * 6,
    "an interview": "Interviewer: Why the sea?\n\nAda Marsh: I wanted to know what it is.\n\n" * 8,
    "results of a quarter": "Q1 Net Income: Up by a tenth.\nQ2 Gross Margin: It was flat.\n" * 5,
    "a survey": "Q12 Chair comfort: How is the chair?\nQ13 Table height: Is it right?\n" * 5,
    "a play": "Ada Marsh: Who goes there?\n\nGerald Oake: A friend of yours, my lady.\n\n" * 8,
    "minutes": "Members present: Cllr A. Marsh (Chair), Cllr G. Oake\n\n1. Apologies\nThere were none.\n",
    "a trial": "THE COURT: Overruled.\n\nQ. Where were you?\n\nA. At home.\n\n" * 6,
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=list(OTHERS))
def test_what_is_no_hearing_is_not_taken_for_one(text: str) -> None:
    found = parse(text)
    assert found.layout != "evidence" or found.confidence <= 0.3


def test_a_name_that_speaks_elsewhere_speaks_where_the_foot_of_a_page_cuts_its_words() -> None:
    page = (
        "Q4 Chair: Who keeps the lamp, and since when?\n\n"
        "Tam Oake: It is my brother, and before him there was for a year nobody who\n\n"
        "Oral evidence: Lamps of the coast, HC 12 3\n\n"
        "would have climbed the stairs.\n\n"
        "Oral evidence: Lamps of the coast, HC 12 4\n\n"
        "Q5 Chair: And you?\n\n"
        "Tam Oake: I am afraid of stairs.\n"
    )
    said = [(c.speaker.label, c.text) for c in parse(page, layout="evidence").contributions()]
    assert said == [
        ("Chair", "Who keeps the lamp, and since when?"),
        (
            "Tam Oake",
            "It is my brother, and before him there was for a year nobody who would have climbed the stairs.",
        ),
        ("Chair", "And you?"),
        ("Tam Oake", "I am afraid of stairs."),
    ]


def test_who_answers_in_a_sitting_of_a_bill_committee_that_hears_evidence() -> None:
    text = (
        "Harbours Bill\n\nExamination of Witnesses\n\nIvor Reed and Una Fell gave evidence.\n\n"
        "Q 140 The Chair: How deep is it?\n\nIvor Reed: Nine feet.\n\nUna Fell: Ten.\n\n"
        "Q 141 Ada Marsh (Upper Dale) (Lab): Which is it?\n\nUna Fell: Ten.\n\n"
        "Clause 1\n\nAda Marsh: I beg to move amendment 1.\n\nGerald Oake (Port Ardle) (Con): No.\n"
    )
    found = parse(text, layout="official-report")
    kinds = [c.kind for c in found.contributions()]
    assert kinds == ["question", "answer", "answer", "question", "answer", "speech", "speech"]
    assert [(link.source, link.target) for link in found.links] == [(1, 0), (2, 0), (4, 3)]


LISTED = (
    "Harbours Committee\n\nOral evidence: Depth of water, HC 99\n\n"
    "Members present: Ada Marsh (Chair); Gerald Oake.\n\n"
    "Witnesses: Ivor Reed and Una Fell.\n\nQ31 Chair: What floats?\n\nIvor Reed: A boat.\n\n"
)


@pytest.mark.parametrize(
    ("asked", "label", "number"),
    [
        ("Q36 What burns?", None, "Q36"),
        ("32. Gerald Oake: What burns?", "Gerald Oake", "32"),
        ("32. Mr Oake: What burns?", "Mr Oake", "32"),
        ("Gerald Oake: Q32 What burns?", "Gerald Oake", "Q32"),
        ("Chair: Q32. What burns?", "Chair", "Q32"),
    ],
)
def test_a_question_whose_label_or_number_is_elsewhere(asked: str, label: str | None, number: str) -> None:
    text = f"{LISTED}{asked}\n\nUna Fell: Peat. In 2003,\n\nQ4 was the quarter with the most.\n"
    told = list(parse(text, layout="evidence", resolve=False).contributions())[2:]
    assert [(c.speaker.label, c.question_number, c.text) for c in told] == [
        (label, number, "What burns?"),
        ("Una Fell", None, "Peat. In 2003,\n\nQ4 was the quarter with the most."),
    ]


def test_a_question_without_a_label_that_the_next_one_follows() -> None:
    text = f"{LISTED}Q36 Tell us what burns.\n\nQ37 Gerald Oake: And what sinks.\n\nUna Fell: A stone.\n"
    told = list(parse(text, layout="evidence", resolve=False).contributions())[2:]
    assert [(c.question_number, c.text) for c in told] == [
        ("Q36", "Tell us what burns."),
        ("Q37", "And what sinks."),
        (None, "A stone."),
    ]


def test_plain_numbers_of_questions_and_of_points() -> None:
    points = "1. Peat Bogs: They burn well.\n\n2. Wood."
    text = f"{LISTED}32. Mr Oake: What burns?\n\nUna Fell: Two:\n\n{points}\n\n33. And what else?\n"
    told = list(parse(text, layout="evidence", resolve=False).contributions())[2:]
    assert [(c.question_number, c.text) for c in told] == [
        ("32", "What burns?"),
        (None, f"Two:\n\n{points}"),
        ("33", "And what else?"),
    ]


@pytest.mark.parametrize("line", ["Made on: 6 March 2019", "Paid in: 12 May", "Q to be: 9 of them"])
def test_a_line_that_looks_like_a_broken_name_and_has_a_number_is_words(line: str) -> None:
    text = f"Q3 Mr Oake: Is that in the almanac?\n\n{line}\n"
    (turn,) = parse(text, layout="evidence", resolve=False).contributions()
    assert turn.text == f"Is that in the almanac?\n\n{line}"
