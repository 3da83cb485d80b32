"""What sites print that have taken the record over: those whom they do not know, forms, columns in words."""

from __future__ import annotations

import datetime

import pytest

from hansardparse import parse, rows
from hansardparse.model.nodes import Heading, Table


def said(text: str, layout: str = "auto") -> list[tuple[str | None, str]]:
    transcript = parse(text, layout=layout, resolve=False)
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


PHOTO = "Photo of Gerald Oake Gerald Oake Labour, Port Ardle"


@pytest.mark.parametrize("who", ["Dr Una Reed", "Una Reed", "Una van Reed", "Baroness Marsh of Port Ardle"])
def test_one_whom_theyworkforyou_does_not_know_has_a_colon(who: str) -> None:
    text = f"{PHOTO}\n\nWho are you?\n\n{who}:\n\nI trim the lamps.\n\n{PHOTO}\n\nThank you.\n"
    assert said(text) == [
        ("Gerald Oake", "Who are you?"),
        (who, "I trim the lamps."),
        ("Gerald Oake", "Thank you."),
    ]


@pytest.mark.parametrize("line", ["Next Steps for the Wall:", "House of Commons:", "We ask:", "The facts:"])
def test_a_line_that_announces_is_no_label(line: str) -> None:
    text = f"{PHOTO}\n\nI have a plan.\n\n{line}\n\nBuild it.\n\n{PHOTO}\n\nThank you.\n"
    assert [label for label, _ in said(text)] == ["Gerald Oake", "Gerald Oake"]


def test_a_long_office_behind_a_portrait_and_a_mover() -> None:
    office = "Chair, Harbours Committee, Chair, Lamps Bill Sub-Committee, Shadow Minister (Lights)"
    text = (
        "Lamps - Motion – in the House of Lords at 11:44 am on 4th April 2019.\n\n"
        "Alert me about debates like this\n\nLord Oake of Ness:\n\nMoved by Lord Oake of Ness\n\n"
        f"That the lamps be lit.\n\nPhoto of Lord Oake of Ness Lord Oake of Ness {office}\n\n"
        "My Lords, I beg to move.\n\nThe lamps are dark.\n"
    )
    assert parse(text).layout == "theyworkforyou"
    assert said(text)[1] == ("Lord Oake of Ness", "My Lords, I beg to move.\n\nThe lamps are dark.")


def test_a_place_and_a_day_without_a_time() -> None:
    text = f"Lamps\n\n– in the Scottish Parliament on 16th December 2021.\n\n{PHOTO}\n\nThank you.\n"
    transcript = parse(text)
    assert next(transcript.sections()).date == datetime.date(2021, 12, 16)
    assert not transcript.problems


def test_the_form_of_a_list_of_questions_is_nobodys() -> None:
    text = (
        "Show\nby:\nFind by:\nClose\n\nUIN\n\nUnique Identifying Number – Every question has one.\n"
        "Q\nAsked by Ada Marsh\n(Upper Dale)\n[N]\nClose\n\nNamed Day\n\n'Named day' questions are few.\n\n"
        "Asked on: 11 April 2019\nDepartment for Harbours\nHarbours: Depth\nCommons\n"
        "To ask the Secretary of State for Harbours, how deep it is.\nA\nAnswered by: Gerald Oake\n"
        "Answered on: 25 April 2019\n\nNine feet.\n"
    )
    assert said(text) == [
        ("Ada Marsh\n(Upper Dale)", "To ask the Secretary of State for Harbours, how deep it is."),
        ("Gerald Oake", "Nine feet."),
    ]
    assert not [item for section in parse(text).sections() for item in section.items if type(item) is Heading]


def test_as_what_somebody_answers_or_states() -> None:
    text = (
        "Asked by: Ada Marsh (Labour - Upper Dale)\n\nQuestion to the Department for Harbours:\n\n"
        "To ask the Secretary of State for Harbours, how deep it is.\n\n"
        "Answered by Gerald Oake - Minister for Lamps (Department for Harbours)\n\nNine feet.\n\n"
        "WS\nMade on: 14 December 2017\nMade by: Tomos Pugh (The Minister for Harbours)\nCommons\n\n"
        "Today I am publishing a plan.\n"
    )
    first, second, third = parse(text).contributions()
    assert (first.kind, first.text[:6], first.constituency and str(first.constituency)) == (
        "question",
        "To ask",
        "Upper Dale",
    )
    assert (second.name, second.speaker.office) == (
        "Gerald Oake",
        "Minister for Lamps (Department for Harbours)",
    )
    assert (third.name, third.speaker.office) == ("Tomos Pugh", "The Minister for Harbours")
    assert third.speaker.constituency is None


def test_an_archive_of_one_persons_words() -> None:
    text = (
        "1973 Dec 11 Tu\nUna Fell\n\nHC PQ [Coasts]\n\nSource: Hansard HC [866/173-194]\nWord count: 79\n"
        "[column 173]\n\nPort Ardle Wall\n\n1. Mr. Oake\n\nasked the Minister for Coasts about the wall.\n\n"
        "Mrs. Fell\n\nIt was men[column 174]tioned in the report [column 175]of the engineer.\n"
    )
    transcript = parse(text)
    assert [c.text for c in transcript.contributions()] == [
        "asked the Minister for Coasts about the wall.",
        "It was mentioned in the report of the engineer.",
    ]
    assert [c.column for c in transcript.contributions()] == ["173", "173"]
    assert transcript.date == datetime.date(1973, 12, 11)


def test_a_column_of_written_answers_within_words() -> None:
    page = "HC Deb 10 April 1975 vol 889 cc467-8W\n\n§ Mr. OakeI refer him to {} which I gave.\n"
    assert said(page.format("the answer 468W"))[0][1] == "I refer him to the answer which I gave."
    assert "a 468W lamp" in said(page.format("a 468W lamp"))[0][1]


def test_a_list_of_speeches_that_are_no_releases() -> None:
    text = (
        "Tag: Speeches\n\n  • Ada Marsh – 1987 Maiden Speech on Lamps\n\n"
        "    Below is the text of the maiden speech made by Ada Marsh, the then Member for Upper Dale, "
        "in the House of Commons on 26 June 1987.\n\n    It is with trepidation that I rise.\n\n"
        "    The lamps are dark.\n"
    )
    transcript = parse(text)
    assert transcript.layout == "release"
    (speech,) = transcript.contributions()
    assert (speech.name, speech.text) == (
        "Ada Marsh",
        "It is with trepidation that I rise.\n\nThe lamps are dark.",
    )


def test_what_parallel_parliament_says_of_a_place_is_nobodys() -> None:
    text = (
        "Lamps Debate\n\nFull Debate: Read Full Debate\nTuesday 10th January 2023\n\n(2 years ago)\n\n"
        "Westminster Hall\nRead Full debate Read Hansard Text\n\n"
        "Westminster Hall is an alternative Chamber for Port Ardle.\n\n"
        "Each debate is chaired by an MP from the harbour.\n\n"
        "This information is provided by Parallel Parliament and by nobody else\n\n"
        "Tomos Pugh Portrait Tomos Pugh (Lower Ness) (LD)\n- Hansard - -\n\nThe lamps are dark.\n"
    )
    transcript = parse(text)
    assert [c.text for c in transcript.contributions()] == ["The lamps are dark."]
    assert [s.heading for s in transcript.sections()] == ["Lamps Debate"]
    assert "stray-text" not in {problem.code for problem in transcript.problems}


def test_the_list_above_excerpts_has_days_and_places() -> None:
    text = (
        "Ada Marsh debates involving the Treasury\n\nWed 21st Jan 2026\nLamps Bill\nLords Chamber\n\n"
        "Tue 28th Oct 2025\nFerries Bill\nLords Chamber\n\nLamps Bill\n\nAda Marsh Excerpts\n"
        "Ada Marsh Portrait Ada Marsh (Lab)\n- Hansard - -\n\nThe lamps are dark.\n"
    )
    headings = [row["text"] for row in rows(parse(text)) if row["type"] == "heading"]
    assert headings == [
        "Ada Marsh debates involving the Treasury",
        "Lamps Bill",
        "Ferries Bill",
        "Lamps Bill",
    ]
    assert [c.text for c in parse(text).contributions()] == ["The lamps are dark."]


@pytest.mark.parametrize(
    "form",
    [
        'Postponed Proceeding resumed on Amendment to Question, "That the lamps be lit."',
        "Which Amendment was, to leave out the words that stand before lamps.",
        "Considered in Committee.",
    ],
)
def test_set_forms_of_old_volumes_are_procedure(form: str) -> None:
    text = f"HC Deb 25 March 1929 vol 226 cc2181-223\n\n{form}\n\nI rise to continue the Debate.\n"
    assert said(text) == [(None, "I rise to continue the Debate.")]


def test_a_table_with_strokes_is_a_table() -> None:
    text = (
        "Lamps\n\nVolume 41: debated on Wednesday 20 April 1983\n\nMr. Pugh\n\nThe lamps are as follows:\n\n"
        "Year | Port Ardle | Upper Dale |\n1981 | 9 | 12 |\n\nThey burn oil.\n"
    )
    (speech,) = parse(text).contributions()
    (table,) = [block for block in speech.blocks if type(block) is Table]
    assert table.rows == (("Year", "Port Ardle", "Upper Dale"), ("1981", "9", "12"))
    assert speech.text.endswith("They burn oil.")


def test_a_list_of_debates_is_told_by_what_the_site_says_of_the_place() -> None:
    text = (
        "Before I call anybody, I have a note on the lamps.\n1 pm\n[Sir Gerald Oake in the Chair]\n"
        "Opened in December 1999, Westminster Hall is where Port Ardle is debated.\n"
    )
    transcript = parse(text)
    assert transcript.layout == "theyworkforyou"
    assert said(text) == [(None, "Before I call anybody, I have a note on the lamps.")]


def test_the_woolsack_is_a_chair() -> None:
    text = (
        "HL Deb 31 January 1973 vol 338 c583\n\nThe House met at half past two of the clock:\n\n"
        "The LORD CHANCELLOR on the Woolsack.\n"
    )
    transcript = parse(text)
    assert [row["kind"] for row in rows(transcript) if row["type"] == "note"] == ["chair"]
    assert not transcript.problems


def test_names_below_what_is_moved_are_of_it() -> None:
    text = (
        "HL Deb 3 December 1998 vol 595 cc608-11\n\nThe Chairman of Committees\n\n"
        "My Lords, I beg to move.\n\nMoved, That the following Lords be named of the Committee:\n\n"
        "  • L. Oake,\n  • B. Marsh of Ness.\nThat the Committee have leave to report.—(Lord Oake.)\n\n"
        "Lord Pugh\n\nI agree.\n"
    )
    transcript = parse(text)
    assert [c.text for c in transcript.contributions()] == ["My Lords, I beg to move.", "I agree."]
    assert "stray-text" not in {problem.code for problem in transcript.problems}


def test_a_motion_with_its_mark_goes_on_below() -> None:
    text = (
        "§ Mr. OakeI agree.\n§\nMotion made, and Question put,\nThat the lamps be lit,\n"
        "§ at this day's Sitting.—[Mr. Pugh.]\n§ Mr. OakeI do not.\n"
    )
    kinds = [row["type"] for row in rows(parse(text))]
    assert kinds == ["contribution", "procedure", "procedure", "procedure", "contribution"]


def test_comments_that_somebody_made_are_his() -> None:
    text = (
        "Tag: 2022\n\n  • Ada Marsh – 2022 Comments on Lamps\n\n    Ada Marsh – 2022 Comments on Lamps\n\n"
        "    The comments made by Ada Marsh, the Minister for Lamps, on 26 May 2022.\n\n"
        "    The lamps will be lit.\n\n    They will burn oil.\n"
    )
    (speech,) = parse(text).contributions()
    assert (speech.name, speech.text) == ("Ada Marsh", "The lamps will be lit.\n\nThey will burn oil.")


def test_the_head_of_a_members_page_is_furniture() -> None:
    text = (
        "Lamps Debate\n\nFull Debate: Read Full Debate\n\n"
        "Ada Marsh\n\nMain Page: Ada Marsh (Labour - Upper Dale)\n\nLamps\n\nAda Marsh Excerpts\n"
        "2nd reading: House of Commons & Programme motion & Money resolution\n"
        "(Limited Text - Ministerial Extracts only)\n\nTuesday 10th January 2023\n\n(2 years ago)\n\n"
        "Commons Chamber\nRead Hansard Text\nAda Marsh Portrait Ada Marsh (Lab)\n- Hansard - -\n\nI agree.\n"
    )
    headings = [row["text"] for row in rows(parse(text)) if row["type"] == "heading"]
    assert headings == ["Lamps Debate", "Lamps"]


def test_a_name_that_is_printed_twice_is_a_label() -> None:
    text = (
        "(9 years, 6 months ago)\nCommons ChamberI beg to move.\n"
        " Ada Marsh\n        \n    \n            Ada Marsh \n        \n    The lamps are dark.\n"
        " Una Fell (in the Chair)\n    \n      Una Fell (in the Chair) \n    \n   Order. They are lit.\n"
    )
    assert said(text) == [
        (None, "I beg to move."),
        ("Ada Marsh", "The lamps are dark."),
        ("Una Fell (in the Chair)", "Order. They are lit."),
    ]


@pytest.mark.parametrize(
    "form",
    [
        "Moved accordingly and, on Question, Motion agreed to.",
        "The Queen's Speech reported by the LORD CHANCELLOR.",
    ],
)
def test_more_of_the_lords_minutes(form: str) -> None:
    text = (
        f"HL Deb 28 November 1974 vol 354 cc1568-70\n\n{form}\n\nLord Oake\n\nMy Lords, I agree.\n\n{form}\n"
    )
    assert said(text) == [("Lord Oake", "My Lords, I agree.")]


def test_who_has_a_title_by_courtesy_sits_for_a_place() -> None:
    text = "HC Deb 22 February 1962 vol 654 cc657-69\n\nLady Una Fell (Port Ardle)\n\nI beg to move.\n"
    (speech,) = parse(text).contributions()
    assert (str(speech.constituency), speech.party) == ("Port Ardle", None)


def test_an_office_alone_is_left_on_a_page_of_the_archive() -> None:
    text = (
        "Volume 990: debated on Monday 4 August 1980\n\n"
        "The text on this page has been created from Hansard archive content.\n\n"
        "The Leader of the House of Commons\n(Mr. Gerald Oake)\n\nI have a statement to make.\n\n"
        "On a point of order, Mr. Speaker.\n\nOrder.\n"
    )
    assert [label and label.split("\n")[0] for label, _ in said(text)] == [
        "The Leader of the House of Commons",
        None,
        None,
    ]


def test_of_no_party_a_seat_has_a_comma_before_it() -> None:
    text = (
        "Lamps – in the House of Commons at 12:00 am on 28th July 1964.\n\n"
        "Photo of Mr Gerald Oake Mr Gerald Oake , Port Ardle 12:00 am, 28th July 1964\n\nI agree.\n\n"
        "Photo of Ada Marsh Ada Marsh , Upper Dale\n\nSo do I.\n"
    )
    assert [str(c.constituency) for c in parse(text).contributions()] == ["Port Ardle", "Upper Dale"]
    assert [c.office for c in parse(text).contributions()] == [None, None]
