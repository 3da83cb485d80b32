# ruff: noqa: E501 (texts as they are printed)
"""Faults met on a third lot of British pages: older copies, tables, lists of questions, labels that are lost."""

from __future__ import annotations

import pytest

from hansardparse import parse
from hansardparse.model.nodes import Heading, Procedure, leaves

HEAD = "HC Deb 22 October 2002 vol 391 cc123-5\n\n"


def turns(text: str, layout: str = "auto") -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(text, layout=layout).contributions()]


def codes(text: str, layout: str = "auto") -> list[str]:
    return [problem.code for problem in parse(text, layout=layout).problems]


def headings(text: str, layout: str = "auto") -> list[str]:
    return [leaf.text for leaf in leaves(parse(text, layout=layout)) if isinstance(leaf, Heading)]


ASKED = (
    "To ask the Minister of Lamps when it will be lit. [73621]\n\n"
    "The Minister of Lamps (Mr. Gerald Oake)\n\nThe House debated it in May, and I have nothing to add.\n\n"
)


@pytest.mark.parametrize("label", ["45. Ada Marsh (Upper Dale)", "Ada van Marsh (Dale, Upper) (Lab)"])
def test_a_name_without_a_title_is_a_label_by_its_seat_and_then_by_itself(label: str) -> None:
    name = label.removeprefix("45. ").partition(" (")[0]
    text = f"{HEAD}{label}\n\n{ASKED}{name}\n\nI am obliged to him.\n\nMr. Oake\n\nNot at all.\n"
    assert [one for one, _ in turns(text)] == [
        label.removeprefix("45. "),
        "The Minister of Lamps (Mr. Gerald Oake)",
        name,
        "Mr. Oake",
    ]


def test_a_heading_in_the_shape_of_a_name_and_a_seat() -> None:
    text = f"{HEAD}Upper Dale (Lamps)\n\nMr. Gerald Oake\n\nIt is lit.\n\nMr. Fell\n\nIt is not.\n"
    assert headings(text) == ["Upper Dale (Lamps)"]
    assert [label for label, _ in turns(text)] == ["Mr. Gerald Oake", "Mr. Fell"]


@pytest.mark.parametrize(
    "label",
    [
        "THE SPEAKER",
        "THE FIRST LORD OF THE LAMPS (Mr. T. PUGH,) Ness, Lower",
        "THE FIRST LORD OF THE LAMPS (Mr. T. PUGH) (Ness, Lower Dale)",
        "* LORD G. OAKE (Dale, S.)",
    ],
)
def test_older_labels_alone_on_their_lines(label: str) -> None:
    text = f"{HEAD}MR. FELL (Ardle)\n\nWhy is it dark?\n\n{label}\n\nI have only a word to say.\n"
    assert turns(text) == [
        ("MR. FELL (Ardle)", "Why is it dark?"),
        (label.removeprefix("* "), "I have only a word to say."),
    ]


def test_a_first_question_that_has_lost_its_mark() -> None:
    text = "29. Mr. Gerald Oakeasked the Minister why.\n§ 37. Mr. Fellasked the Minister when.\n§ Mr. PughSoon.\n"
    assert turns(text) == [
        ("Mr. Gerald Oake", "asked the Minister why."),
        ("Mr. Fell", "asked the Minister when."),
        ("Mr. Pugh", "Soon."),
    ]


@pytest.mark.parametrize(
    "done", ["Order discharged.", "Order for Second Reading discharged; Bill withdrawn."]
)
def test_an_order_that_is_discharged_is_procedure(done: str) -> None:
    text = f"{HEAD}LORD OAKE\n\nMy Lords, I will not go on.\n\n{done}\n"
    assert turns(text) == [("LORD OAKE", "My Lords, I will not go on.")]
    assert done in [leaf.text for leaf in leaves(parse(text)) if isinstance(leaf, Procedure)]


CELLS = (
    "| Division No. 64] | [10.57 pm |\n| AYES | |\n| Fell, Una | Marsh, Ms Ada (Upper Dale) |\n| Oake, Gerald | |\n"
    "| | Tellers for the Ayes: |\n| | Mr. Ivor Fenn and |\n| | Mr. Tomos Pugh. |\n"
    "| NOES | |\n| Reed, Dr Ian | Thorn, Basil |\n"
)


@pytest.mark.parametrize("layout", ["historic-site", "official-report", "theyworkforyou", "webpage"])
def test_a_division_in_the_cells_of_a_table(layout: str) -> None:
    (division,) = parse(CELLS, layout=layout).divisions()
    assert [[vote.name for vote in group.votes] for group in division.groups] == [
        ["Fell, Una", "Marsh, Ms Ada", "Oake, Gerald"],
        ["Reed, Dr Ian", "Thorn, Basil"],
    ]
    assert division.number == "64"


def test_a_division_in_cells_by_itself_is_told() -> None:
    text = "| Division No. 278] |\n[7 13 pm |\n| AYES |\n| Fell, Una |\nMarsh, Ada |\n| Oake, Gerald |\nPugh, Ivor |\n"
    (division,) = parse(text).divisions()
    assert [vote.name for vote in division.groups[0].votes] == [
        "Fell, Una",
        "Marsh, Ada",
        "Oake, Gerald",
        "Pugh, Ivor",
    ]
    assert str(division.time).startswith("19:13")


def test_a_row_of_a_table_that_begins_with_a_side_stays_in_it() -> None:
    text = "Ada Marsh (Upper Dale) (Lab): These are the figures:\n\n| AYES | 3 | 4 |\n| NOES | 5 | 6 |\n"
    ((_, words),) = turns(text, "official-report")
    assert "| AYES | 3 | 4 |" in words and "| NOES | 5 | 6 |" in words


def test_labels_that_are_lost_are_reported_once() -> None:
    lost = "I wish to ask when it will be lit.\n\nI hope that it will be lit soon, and I shall say so.\n"
    assert codes(HEAD + lost) == ["labels-lost"]
    assert codes(HEAD + "Mr. Oake\n\nI hope so.\n\nMr. Fell\n\nNo.\n") == []


def test_beginnings_of_turns_are_reported() -> None:
    cut = "".join(f"Ada Marsh: I was asked by ferryman number {n} when it will be...\n\n" for n in (1, 2, 3))
    assert "cut-short" in codes(cut, "official-report")
    one = "Ada Marsh: I was asked when it will be...\n\nGerald Oake: Soon.\n\nAda Marsh: And yet...\n"
    assert "cut-short" not in codes(one, "official-report")


def test_older_pages_of_theyworkforyou() -> None:
    text = (
        "– in the House of Commons at 12:00 am on 12 May 1987.\nMr. Oake:\nasked the Minister if he will light it.\n"
        "Mrs Una Fell\nThe Minister of Lamps, Lamps\nI will.\nAda Marsh\n, Dale and Ness\nrose—\n"
        "Miss Una Reed\nSpeaker of the House of Commons\nOrder. It is late.\n"
    )
    assert turns(text) == [
        ("Mr. Oake", "asked the Minister if he will light it."),
        ("Mrs Una Fell", "I will."),
        ("Ada Marsh", "rose—"),
        ("Miss Una Reed", "Order. It is late."),
    ]


@pytest.mark.parametrize("ends", [". HL5635", ". [DfT] HL5635"])
def test_a_list_of_questions_tabled_in_the_lords(ends: str) -> None:
    asked = f"to ask His Majesty's Government when it will be lit{ends}"
    text = f"House of Lords Business\n\nLord Marsh of Dale {asked}\nAnswered\nThe Earl of Ness {asked}\nAnswered\n"
    assert turns(text) == [("Lord Marsh of Dale", asked), ("The Earl of Ness", asked)]
    assert headings(text) == ["House of Lords Business"]


def test_a_line_in_brackets_within_a_speech_is_no_heading() -> None:
    text = (
        "Ada Marsh (Upper Dale) (Lab): It is lit.\n\n[hear, hear]\n\nGerald Oake (Ness) (Con): It is not.\n"
    )
    assert headings(text, "official-report") == []
    assert turns(text, "official-report")[0][1] == "It is lit.\n\n[hear, hear]"


def test_words_behind_an_order_whose_last_item_has_a_number() -> None:
    text = (
        "Lamps\n\nVolume 451: debated on Monday 6 November 2006\n\nMotion made, and Question proposed,\n\nThat—\n\n"
        "1. the lamps be lit; and\n\n2. the wall be mended.—[Mr. Oake.]\n\n"
        "The motion is all very well, but I have asked the Minister why it is dark.\n"
    )
    last = list(parse(text).contributions())[-1]
    assert last.speaker.label is None and last.text.startswith("The motion is all very well")


def test_what_is_proposed_stands_below_a_full_stop() -> None:
    text = f"{HEAD}Motion made, and Question proposed.\n\nThat the lamps be lit:\n\nThat Three be the Quorum.—[Mr. Fell.]\n"
    assert "stray-text" not in codes(text)


def test_members_of_a_scottish_committee_are_no_speakers() -> None:
    text = (
        "FERRIES COMMITTEE\n\n© Parliamentary copyright. Scottish Parliamentary Corporate Body\n\n"
        "COMMITTEE MEMBERS Una Reed (Upper Dale) (Lab) *Ivor Fell (Ness) (Lab)\n\n"
        "THE FOLLOWING ALSO PARTICIPATED: Tomos Pugh (Ferries Scotland)\n\n"
        "The Convener (Ada Marsh): Good morning, colleagues, and welcome.\n"
    )
    told = parse(text)
    assert told.parliament == "sco"
    assert [c.speaker.label for c in told.contributions()] == ["The Convener (Ada Marsh)"]


def test_what_a_maker_of_pages_reads_is_not_said() -> None:
    text = (
        '**Ada Marsh (Upper Dale) (Lab):** It is lit.\n\n<center><img src="lamp.jpg"></center>\n\n<!--more-->\n\n'
        "**Gerald Oake**\n\nIt is not.\n\n**Mr Speaker:** Order.\n\n**Gerald Oake**\n\nI am obliged.\n"
    )
    assert turns(text) == [
        ("Ada Marsh (Upper Dale) (Lab)", "It is lit."),
        ("Gerald Oake", "It is not."),
        ("Mr Speaker", "Order."),
        ("Gerald Oake", "I am obliged."),
    ]


def test_subtitles_are_read_in_doubt() -> None:
    text = ">>Mr Speaker: Order!\n>>Ada Marsh (Upper Dale) (Lab): Will he light it\nthis year?\n>>Gerald Oake: I will.\n"
    told = parse(text)
    assert [c.speaker.label for c in told.contributions()] == [
        "Mr Speaker",
        "Ada Marsh (Upper Dale) (Lab)",
        "Gerald Oake",
    ]
    assert "uncertain-layout" in [problem.code for problem in told.problems]


def test_an_order_paper_of_the_lords() -> None:
    text = (
        "House of Lords Business\n\n*Oral Questions, 30 minutes\n\n"
        "*Lord Marsh to ask Her Majesty’s Government when it will be lit.\n\n"
        "Lamps Bill Committee (day 3) [Baroness Oake] 12th Report from the Delegated Powers Committee\n"
    )
    assert turns(text) == [("Lord Marsh", "to ask Her Majesty’s Government when it will be lit.")]
    assert headings(text) == [
        "House of Lords Business",
        "*Oral Questions, 30 minutes",
        "Lamps Bill Committee (day 3) [Baroness Oake] 12th Report from the Delegated Powers Committee",
    ]


def test_who_takes_the_chair_at_the_head_of_a_page() -> None:
    took = "The First Deputy Chairman of Ways and Means took the Chair as Deputy Speaker, pursuant to the Standing Order."
    text = f"{took}\nMr. Gerald Oake (Upper Dale) (Con): It is dark.\n"
    assert took in [leaf.text for leaf in leaves(parse(text)) if isinstance(leaf, Procedure)]


@pytest.mark.parametrize("label", ["45. Mr. Gerald Oake", "45. Ada Marsh (Upper Dale)"])
def test_a_short_question_below_a_label_on_its_line_is_no_heading(label: str) -> None:
    asked = "What plans he has for the light; and if he will make a statement. [73621]"
    text = f"{HEAD}{label}\n\n{asked}\n\nThe Minister of Lamps (Mr. Ivor Fenn)\n\nI have none.\n"
    assert headings(text) == []
    assert turns(text)[0][1].startswith("What plans he has for the light")
