"""Texts that few lines tell: which layout, and which parliament."""

from __future__ import annotations

import pytest

from hansardparse import parse

BELOW = (
    "Sea Walls\n\n{}:\n{gap}I have come about the wall.\n\nLord Marsh:\n{gap}It is old.\n\n"
    "An hon. Member:\n{gap}Shame!\n\nMadam Deputy Speaker (Dame Una Fell):\n{gap}Order.\n"
)


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "label", ["Mr Gerald Oake (Port Ardle) (Con)", "Gerald Oake (Port Ardle) (LD)", "Mr Oake"]
)
def test_labels_with_their_colon_alone_on_a_line(label: str, gap: str) -> None:
    transcript = parse(BELOW.format(label, gap=gap))
    assert transcript.layout == "official-report"
    assert [(c.speaker.label, c.text) for c in transcript.contributions()] == [
        (label, "I have come about the wall."),
        ("Lord Marsh", "It is old."),
        ("An hon. Member", "Shame!"),
        ("Madam Deputy Speaker (Dame Una Fell)", "Order."),
    ]


def test_a_division_of_this_record_is_of_no_other() -> None:
    text = (
        "Division No. 87] [7.14 pm\n\nAYES\n\nMarsh, Ada\n\nOake, rh Gerald\n\nTellers for the Ayes:\n\n"
        "Una Fell and\n\nBasil Thorn\n\nNOES\n\nReed, Ian\n\nQuestion accordingly agreed to.\n\n"
        "Mr. Speaker: Order.\n"
    )
    transcript = parse(text)
    assert (transcript.layout, transcript.parliament) == ("official-report", "uk")
    (division,) = transcript.divisions()
    assert [len(group.votes) for group in division.groups] == [2, 1]


def test_the_number_of_a_question_above_its_label() -> None:
    text = "Q1\nChair: How deep?\nIvor Reed: Nine feet.\nQ2\nAda Marsh: Who says so?\nIvor Reed: The chart.\n"
    transcript = parse(text)
    assert transcript.layout == "evidence"
    assert [(c.speaker.label, c.question_number) for c in transcript.contributions()] == [
        ("Chair", "Q1"),
        ("Ivor Reed", None),
        ("Ada Marsh", "Q2"),
        ("Ivor Reed", None),
    ]


def test_names_in_columns_do_not_make_a_division_old() -> None:
    text = (
        "The House divided: Ayes 4, Noes 2.\nDivision No. 160] [6.59 pm\nAYES\nMarsh, Ada\tOake, rh Gerald\n"
        "Fell, Dame Una\tReed, Sir Ian\nNOES\nDell, Sue\tHolt, Dr Tom\nQuestion accordingly agreed to.\n"
        "Ada Marsh (Upper Dale) (LD): I thank the House.\n"
    )
    transcript = parse(text)
    assert transcript.layout == "official-report"
    assert [c.speaker.label for c in transcript.contributions()] == ["Ada Marsh (Upper Dale) (LD)"]


def test_questions_in_writing_with_their_columns() -> None:
    text = (
        "Written Answers to Questions\n681W\n"
        "Ada Marsh: To ask the Minister for Coasts how many walls leak, and\n"
        "how many of those that leak were\n682W\nmended last year. [123456]\nGerald Oake: Four were.\n"
    )
    transcript = parse(text)
    assert transcript.layout == "official-report"
    assert [c.text for c in transcript.contributions()] == [
        "To ask the Minister for Coasts how many walls leak, and how many "
        "of those that leak were mended last year.",
        "Four were.",
    ]
