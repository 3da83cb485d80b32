"""Faults met on copies of British pages: labels, marks and lists that a copy or a slip has changed."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows


def turns(text: str, layout: str = "official-report") -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(text, layout=layout).contributions()]


@pytest.mark.parametrize("label", ["Ms Ada Marsh (Upper Dale (Lab)", "Gerald Oake (Port Ardle) (Con"])
def test_a_bracket_without_its_other_half_is_reported(label: str) -> None:
    transcript = parse(f"Sea Walls\n\n{label}: The wall is old.\n", layout="official-report")
    (problem,) = (p for p in transcript.problems if p.code == "uneven-brackets")
    assert (problem.severity, problem.line, problem.column) == ("info", 3, 1)
    assert label in problem.message


def test_even_brackets_are_not_reported() -> None:
    page = "Ada Marsh (Richmond (Yorks)) (Lab): The wall is old.\n"
    assert "uneven-brackets" not in {p.code for p in parse(page, layout="official-report").problems}


@pytest.mark.parametrize("word", ["Thereupon", "Whereupon", "Accordingly"])
def test_what_the_chair_does_is_no_turn(word: str) -> None:
    page = f"§ Madam SpeakerI must call Members.\n§ {word} MADAM SPEAKER, first, took the Oath.\n"
    page += "§ Madam SpeakerOrder.\n"
    assert [label for label, _ in turns(page, "historic-site")] == ["Madam Speaker", "Madam Speaker"]


def test_a_word_alone_before_words_is_a_doubtful_speaker() -> None:
    page = "HC Deb 14 February 1924 vol 344 cc709-17\n\n§ Mr. OAKE I am obliged.\n\n§ Strangers withdrew.\n"
    problems = [(p.line, p.code) for p in parse(page, layout="historic-site").problems]
    assert problems == [(5, "doubtful-speaker")]


BROKEN = """Standing Committee B

The Committee consisted of the following Members:
Chairmen:
Una Reed,
† Mr. Ivor
Fenn
†
Marsh,
Ada
(Upper Dale)
(Lab)
†
Oake, Mr. Gerald
(Port Ardle) (Con)
Tomos Pugh, Committee Clerk
† attended the Committee

Tuesday 7 March 2006

[Mr. Ivor Fenn in the Chair]

Sea Walls Bill

Clause 4

The Chairman: I remind the Committee of Clause 5.
"""


def test_a_list_of_members_broken_at_each_name_has_no_headings() -> None:
    transcript = parse(BROKEN, layout="official-report")
    found = [row["text"] for row in rows(transcript) if row["type"] == "heading"]
    assert found == ["Standing Committee B", "Sea Walls Bill", "Clause 4"]
    assert "stray-text" not in {problem.code for problem in transcript.problems}


@pytest.mark.parametrize(
    ("label", "seat"),
    [("Gerald\nOake (Port Ardle) (Con)", "Port Ardle"), ("Mr. Ivor\nFenn (Lower Ness)", "Lower Ness")],
)
def test_a_name_broken_before_its_last_word(label: str, seat: str) -> None:
    page = f"Ms Ada Marsh (Upper Dale) (Lab): It is old.\n\n{label}: I am obliged.\n\nMs Marsh: Good.\n"
    speakers = [c.speaker for c in parse(page, layout="official-report").contributions()]
    assert speakers[1].label == label
    assert str(speakers[1].constituency) == seat
    assert speakers[1].surname == label.split("\n")[1].split()[0]


def test_a_heading_above_a_label_is_no_half_of_a_name() -> None:
    page = "Ms Ada Marsh (Upper Dale) (Lab): It is old.\n\nWalls\nMr. Oake (Port Ardle): I am obliged.\n"
    assert turns(page)[1] == ("Mr. Oake (Port Ardle)", "I am obliged.")


def test_a_full_stop_for_the_colon_behind_a_name_that_was_heard() -> None:
    page = (
        "Ms Ada Marsh (Upper Dale) (Lab): It is old.\n\nGerald Oake (Port Ardle) (Con): No.\n\n"
        "Ms Marsh: Why?\n\nGerald Oake. I am obliged.\n\nPort Ardle. It is a town.\n"
    )
    assert turns(page)[3] == ("Gerald Oake", "I am obliged.\n\nPort Ardle. It is a town.")


def test_a_blank_within_a_word_of_a_label() -> None:
    page = (
        "Oral evidence: Sea walls, HC 12\n\nMembers present: Ada Marsh (Chair); Gerald Oake.\n\n"
        "Witness: Ivor Fenn, Harbour Master\n\nQ1 Cha ir: Good morning. Is it old?\n\nIvor Fenn: It is.\n\n"
        "Q2 Gerald Oa ke: How deep is it?\n\nIvor Fe nn: Nine feet.\n\nIt has a d epth: Nine.\n"
    )
    transcript = parse(page, layout="evidence")
    assert [(c.speaker.label, c.question_number) for c in transcript.contributions()] == [
        ("Cha ir", "Q1"),
        ("Ivor Fenn", None),
        ("Gerald Oa ke", "Q2"),
        ("Ivor Fe nn", None),
    ]
    assert [p.line for p in transcript.problems if p.code == "doubtful-speaker"] == [7, 11, 13]


@pytest.mark.parametrize(
    "day", ["31 February", "30th February 2004", "31st of June", "31 April, 2003", "29 February 2003"]
)
def test_a_day_within_words_that_is_none(day: str) -> None:
    page = f"Ms Ada Marsh (Upper Dale) (Lab): It will be mended by {day}, I am told.\n"
    (problem,) = parse(page, layout="official-report").problems
    assert (problem.code, problem.severity, problem.column) == ("impossible-date", "info", 55)


@pytest.mark.parametrize(
    "day",
    ["29 February", "31 May", "31 March 2003", "30 June", "31 Februaryish", "3 31 June", "29 February 2004"],
)
def test_a_day_within_words_that_may_be(day: str) -> None:
    page = f"Ms Ada Marsh (Upper Dale) (Lab): It will be mended by {day}, I am told.\n"
    assert parse(page, layout="official-report").problems == ()


DIVIDED = """The House divided: Ayes 4, Noes 2.

Division No. 12] [7.14 pm

"""


@pytest.mark.parametrize(
    "ayes",
    [
        "| Fenn, Mr Ivor | Oake, Gerald |\n| Marsh, Ms Ada | Reed, Sir Tom |",
        "Fenn, Mr Ivor Oake, Gerald\nMarsh, Ms Ada Reed, Sir Tom",
        "Fenn, Mr Ivor | Oake, Gerald\nMarsh, Ms Ada | Reed, Sir Tom",
    ],
)
def test_names_of_a_division_that_stand_side_by_side(ayes: str) -> None:
    page = f"{DIVIDED}AYES\n\n{ayes}\n\nNOES\n\nDale, Tom\nNess, Dr Ann\n\nQuestion accordingly agreed to.\n"
    transcript = parse(page, layout="official-report")
    (division,) = transcript.divisions()
    names = [[vote.name for vote in group.votes] for group in division.groups]
    assert names == [
        ["Fenn, Mr Ivor", "Oake, Gerald", "Marsh, Ms Ada", "Reed, Sir Tom"],
        ["Dale, Tom", "Ness, Dr Ann"],
    ]
    assert transcript.problems == ()


def test_names_below_two_sides_at_once_are_in_doubt() -> None:
    page = f"{DIVIDED}| AYES | NOES |\n| Fenn, Mr Ivor | Dale, Tom |\n| Marsh, Ms Ada | Ness, Dr Ann |\n"
    assert [p.code for p in parse(page, layout="official-report").problems] == ["stray-text"]


def test_speakers_of_markdown_that_are_headings() -> None:
    page = (
        "## Sea Walls\n\n### Ms Ada Marsh (Upper Dale) (Lab)\n\nIt is old.\n\n"
        "### The Minister for Coasts (Gerald Oake)\n\nIt is not.\n\n## Fish\n\n### Ms Ada Marsh\n\nWhy?\n\n"
        "### Mr Speaker\n\nOrder.\n"
    )
    transcript = parse(page)
    assert transcript.layout == "markdown"
    assert [(c.speaker.label, c.text) for c in transcript.contributions()] == [
        ("Ms Ada Marsh (Upper Dale) (Lab)", "It is old."),
        ("The Minister for Coasts (Gerald Oake)", "It is not."),
        ("Ms Ada Marsh", "Why?"),
        ("Mr Speaker", "Order."),
    ]
    assert [row["text"] for row in rows(transcript) if row["type"] == "heading"] == ["Sea Walls", "Fish"]


@pytest.mark.parametrize("time", ["9.23 pm", "9.23 pm ", "10.05 am ", "9.23 p.m. "])
@pytest.mark.parametrize(
    "label", ["Mr. Gerald Oake (Port Ardle)", "The Minister for Coasts (Mr. Gerald Oake)"]
)
def test_a_time_and_a_label_behind_words(time: str, label: str) -> None:
    page = "Previous Section\n\nColumn 106\n\nit should be thrown out with contempt. "
    page += f"{time}{label} : I am obliged.\n"
    transcript = parse(page, layout="official-report")
    (turn,) = transcript.contributions()
    assert (turn.speaker.label, turn.text) == (label, "I am obliged.")
    assert turn.time in ("21:23", "10:05")


def test_a_time_and_a_name_within_words_are_no_turn() -> None:
    page = "Ms Ada Marsh (Upper Dale) (Lab): It fell at that time. 9.23 pm Mr. Oake (Port Ardle) was there.\n"
    assert len(turns(page)) == 1


def test_the_subject_of_a_statement_below_the_house_is_not_said() -> None:
    page = (
        "WS\nDepartment for Harbours\nMade on: 14 December 2017\n"
        "Made by: Ada Marsh (The Secretary of State for Harbours)\n"
        "Commons\n\nHarbours Action Plan: Nine Feet for All\n\nToday I am publishing a plan.\n\nIt is long.\n"
    )
    assert turns(page, "written") == [("Ada Marsh", "Today I am publishing a plan.\n\nIt is long.")]


def test_a_starred_number_above_a_label_is_that_of_the_question() -> None:
    page = (
        "Questions for Oral Answer\n\n*1\nIvor T. Fenn (Dale): What assessment he has made of it.\n(323384)\n"
        "*2\nMr Gerald Oake (Port Ardle): What criteria apply to it.\n(323385)\n"
    )
    found = [
        (c.question_number, c.uin, c.text) for c in parse(page, layout="official-report").contributions()
    ]
    assert found == [
        ("1", "323384", "What assessment he has made of it."),
        ("2", "323385", "What criteria apply to it."),
    ]


def test_a_general_committee_is_known_by_its_list() -> None:
    page = (
        "House of Commons portcullis\nHouse of Commons\nSession 2006 - 07\nSea Walls Bill\n\n"
        "The Committee consisted of the following Members:\n\nChairmen: Una Reed, Mr. Ivor Fenn\n"
        "Marsh, Ada (Upper Dale) (Lab)\nTomos Pugh, Committee Clerk\n† attended the Committee\n\n"
        "Public Bill Committee\n\n[Una Reed in the Chair]\n\n4 pm\nThe Chairman: I welcome hon. Members.\n"
    )
    transcript = parse(page)
    assert (transcript.layout, transcript.confidence > 0.5) == ("official-report", True)
    headings = [row["text"] for row in rows(transcript) if row["type"] == "heading"]
    assert headings == ["House of Commons", "Sea Walls Bill", "Public Bill Committee"]


def test_theyworkforyou_without_portraits_or_times() -> None:
    page = (
        "– in the House of Commons am 11:32 am ar 12 Mawrth 2009.\n"
        "Ivor Fenn\nShadow Leader of the House of Commons\n"
        "11:32,\n12 Mawrth 2009\nMay I invite the Leader of the House to give us the business?\nUna Reed\n"
        "Chair, Modernisation Committee, Minister of State (Coasts), The Leader of the House , Party Chair\n"
        "The business for next week will be as follows:\nThe House will also wish to know that on\n"
        "Ivor Fenn\nShadow Leader of the House of Commons\nI thank the Leader of the House for it.\n"
    )
    assert [label for label, _ in turns(page, "theyworkforyou")] == ["Ivor Fenn", "Una Reed", "Ivor Fenn"]


def test_a_page_that_begins_in_a_sentence_has_no_heading_of_it() -> None:
    page = (
        "Previous Section Index Home Page\n\nThe wall needs to be mended. It is no longer looked after by\n"
        "5 Dec 2006 : Column 212\nlocal masons. We can mend it.\n\n6.43 pm\n\n"
        "Mr. Oake (Port Ardle) (Con): No.\n"
    )
    assert "heading" not in {row["type"] for row in rows(parse(page, layout="official-report"))}
