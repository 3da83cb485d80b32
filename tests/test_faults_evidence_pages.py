"""Pages of evidence as the site had them: a hearing cut into pages, and marks lost between words."""

from __future__ import annotations

import pytest

from hansardparse import parse

#: One page of several: who asks the first question stands on the page before.
PAGE = """Examination of Witnesses (Questions 40 - 61)

  40. How deep is the harbour?

  (Mr Reed) Nine feet.

Tomos Pugh

  41. Is that enough?

  (Mr Reed) No.
"""


def said(text: str) -> list[tuple[str | None, str | None, str]]:
    """Number, label and words of each turn; the layout is found out."""
    transcript = parse(text)
    assert transcript.layout == "evidence"
    return [(c.question_number, c.speaker.label, c.text) for c in transcript.contributions()]


def test_a_page_goes_on_with_the_question_that_its_heading_says() -> None:
    assert said(PAGE) == [
        ("40", None, "How deep is the harbour?"),
        (None, "Mr Reed", "Nine feet."),
        ("41", "Tomos Pugh", "Is that enough?"),
        (None, "Mr Reed", "No."),
    ]


@pytest.mark.parametrize("number", ["39", "44", "1"])
def test_another_number_at_the_head_of_a_page_asks_nothing(number: str) -> None:
    text = PAGE.replace("40. How", f"{number}. How")
    assert [label for _, label, _ in said(text)] == ["Mr Reed", "Tomos Pugh", "Mr Reed"]


def test_a_heading_that_has_lost_its_space_tells_a_hearing() -> None:
    text = "Examination of Witnesses(Questions 60-79)\nMR IVOR\nREED AND MAJOR\nGENERAL UNA FELL\n"
    text += "TUESDAY 5 MARCH 2002\nMr Oake\n60. How deep is the harbour at low water, and how deep\n"
    text += "is it at high water?\n(Major General Fell) Nine feet.\n61. No more?\n(Mr Reed) No more.\n"
    assert [(label, words) for _, label, words in said(text)] == [
        ("Mr Oake", "How deep is the harbour at low water, and how deep is it at high water?"),
        ("Major General Fell", "Nine feet."),
        (None, "No more?"),
        ("Mr Reed", "No more."),
    ]


@pytest.mark.parametrize("label", ["The Chairman", "Chair", "Mr Oake", "Lord Oake of Ness", "Gerald Oake"])
def test_a_number_that_has_lost_its_space(label: str) -> None:
    text = f"Examination of Witnesses (Questions 52-68)\nMr Ivor Reed\n\nQ52{label}: How deep is it?\n\n"
    text += (
        f"Mr Reed: Nine feet.\n\nQ53{label}: No more?\n\nMr Reed: No.\n\nQ54Why not?\n\nMr Reed: It is so.\n"
    )
    assert said(text) == [
        ("Q52", label, "How deep is it?"),
        (None, "Mr Reed", "Nine feet."),
        ("Q53", label, "No more?"),
        (None, "Mr Reed", "No."),
        ("Q54", None, "Why not?"),
        (None, "Mr Reed", "It is so."),
    ]


HEAD = """Oral evidence: Depth of water, HC 99

Members present: Ada Marsh (Chair); Gerald Oake.

Witnesses: Ivor Reed, Pilot, and Dr Una Fell, Reader in Tides, gave evidence.

"""


def test_turns_that_a_copy_has_run_together() -> None:
    turns = ["Q1 Chair: How deep is it?", "Ivor Reed: Nine feet.", "Chair: “Nine”?", "Dr Fell: I said ten."]
    turns += ["Q2 Mr Oake: Which?", "Ivor Reed: Nine…", "Q3 Gerald Oake: Thank you."]
    parted = said(HEAD + "\n\n".join(turns) + "\n")
    assert [label for _, label, _ in parted] == [
        "Chair",
        "Ivor Reed",
        "Chair",
        "Dr Fell",
        "Mr Oake",
        "Ivor Reed",
        "Gerald Oake",
    ]
    assert said(HEAD + " ".join(turns) + "\n") == parted


def test_answers_in_brackets_and_numbers_that_a_copy_has_run_together() -> None:
    text = PAGE.replace("Nine feet.", "Nine feet.41. Why? (Dr Fell) It is so. (Mr Reed) Yes.")
    assert [(number, label, words) for number, label, words in said(text)][:5] == [
        ("40", None, "How deep is the harbour?"),
        (None, "Mr Reed", "Nine feet."),
        ("41", None, "Why?"),
        (None, "Dr Fell", "It is so."),
        (None, "Mr Reed", "Yes."),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "It is so. The Wall: A History says it, and Tomos Pugh: The Man says it too.",
        "I said to Mr Oake: No. Then I told the Chair: Mend it.",
        "It is in the report. Harbour Walls: Nine of them are old.",
        "It is old (Mr Reed) and low.",
        "It cost 2.41. Nobody paid it.",
        "We met. Mr Oake: he was late.",
    ],
)
def test_words_with_a_colon_or_a_bracket_are_of_who_says_them(words: str) -> None:
    text = f"{HEAD}Q1 Chair: How deep is it?\n\nIvor Reed: {words}\n\n(Mr Reed) Nine.\n"
    assert [label for _, label, _ in said(text)] == ["Chair", "Ivor Reed", "Mr Reed"]
