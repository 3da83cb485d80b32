"""What the records of other lands showed a fourth time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from hansardparse import Transcript, dumps, parse, parse_bytes, rows
from hansardparse.layouts import detect


def turns(page: str, layout: str) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(page, layout=layout, resolve=False).contributions()]


def lines(page: str, layout: str) -> list[tuple[str, str]]:
    return [(row["type"], row["text"]) for row in rows(parse(page, layout=layout, resolve=False))]


def codes(found: Transcript) -> list[str]:
    return [problem.code for problem in found.problems]


# --- who speaks


@pytest.mark.parametrize(
    ("layout", "label", "mark"),
    [
        ("ni-report", "The Initial Presiding Officer", ": "),
        ("ck-hansard", "ALL MEMBERS", ": "),
        ("ck-hansard", "SERGEANT-AT-ARMS", ": "),
        ("pg-hansard", "Lady ADA MARSH", " - "),
        ("wa-record", "The Leader of the Welsh Lamplighters (Ada Marsh)", ": "),
        ("za-hansard", "USIHLALO WE-NCOP", ": "),
        ("ke-hansard", "Hon. Member for Upper Dale Ward (Hon. Marsh)", ": "),
        ("ug-hansard", "THE CHIEF JUSTICE", ": "),
        ("verbatim-report", "Emrys (The Earl of) Ardle (EFD)", ". – "),
    ],
)
def test_who_speaks_is_no_words_of_whoever_spoke_before(layout: str, label: str, mark: str) -> None:
    first = {"verbatim-report": "President", "ck-hansard": "MR SPEAKER", "pg-hansard": "Mr SPEAKER"}
    before = first.get(layout, "Mr Oake" if layout in ("ni-report", "ke-hansard") else "The Speaker")
    page = f"{before}{mark}It is late.\n\n{label}{mark}The lamps are out.\n"
    assert turns(page, layout)[-1] == (label, "The lamps are out.")


def test_a_question_with_a_roman_number_asks_in_one_sentence_too() -> None:
    page = (
        "The MINISTER OF COASTS: Yes.\n\n"
        "II. Mrs. MARSH asked the Minister of Coasts whether he will mend it.\n"
    )
    assert turns(page, "za-hansard")[1] == (
        "Mrs. MARSH",
        "asked the Minister of Coasts whether he will mend it.",
    )


def test_what_somebody_is_stands_behind_the_name_without_a_comma() -> None:
    page = "Ada Marsh Member of the Commission. – I agree.\n"
    assert turns(page, "verbatim-report") == [("Ada Marsh", "Member of the Commission. – I agree.")]


def test_which_of_several_ministers_is_no_name() -> None:
    label = "THE MINISTER OF STATE FOR COASTS (LAMPS) (Mr Gerald Oake)"
    (turn,) = parse(f"{label}: I concede.\n", layout="ug-hansard", resolve=False).contributions()
    assert (turn.speaker.surname, turn.speaker.office) == ("Oake", "THE MINISTER OF STATE FOR COASTS")


def test_the_chairman_of_a_hearing_presides() -> None:
    page = "    Chairman Marsh. Good morning.\n    Mr. Oake. Thank you, Mr. Chairman.\n"
    presides = [c.speaker.in_chair for c in parse(page, layout="us-hearing", resolve=False).contributions()]
    assert presides == [True, False]


# --- which record that is


@pytest.mark.parametrize(
    ("page", "layout"),
    [
        (
            "Wednesday 12 May 1999\n\nDr Ada Marsh (Upper Dale) (SNP): I open it.\n\n"
            "Mr Oake: Whose rules are these?\n\nDr Marsh: The question is, that motion S1M-2 be agreed to.\n",
            "sco-report",
        ),
        (
            "Members present for all or part of the proceedings:\n\nMs Ada Marsh (Chairperson)\n\n"
            "The Chairperson (Ms Marsh): How green is it?\n\nMr Tam Oake (Lough Institute): Very.\n",
            "ni-report",
        ),
        (
            "Mr G. T. OAKE (Port Ardle) asked the Minister of Harbours: Is he satisfied with the wall?\n\n"
            "Hon. A. F. MARSH (Minister of Harbours): No.\n\nMr REED: Why not?\n\n"
            "Hon. A. F. MARSH: It leaks.\n",
            "new-zealand",
        ),
        (
            "IN THE PARLIAMENT OF UGANDA\n\nParliament met at 10.00 a.m. at the Ground, Kampala.\n\n"
            "MS ADA MARSH (FDC, Woman Representative, Ardle): May I?\n\nTHE CHIEF JUSTICE: No.\n\n"
            "THE CLERK TO PARLIAMENT: No.\n\nMR TAM OAKE (NRM, Ness County, Ness): I second.\n\n"
            "THE CHIEF JUSTICE (Mr Fell): The results are these.\n",
            "ug-hansard",
        ),
    ],
)
def test_a_record_is_told_by_what_it_alone_prints(page: str, layout: str) -> None:
    found = detect(page)[0]
    assert found is not None and found.name == layout


@pytest.mark.parametrize(
    ("parliament", "spoken"),
    [
        ("sg", {"Assoc Prof Ada Marsh (Upper Dale)": "Sir, may I ask?", "Mr Oake": "Yes, Sir."}),
        (
            "sco",
            {
                "The Presiding Officer (Una Fell)": "Question 3.",
                "Ada Marsh (Ness) (SNP)": "When? (S6O-02212)",
            },
        ),
    ],
)
def test_a_few_turns_of_a_program_are_of_their_parliament(parliament: str, spoken: dict[str, str]) -> None:
    kept = json.dumps([{"speaker": who, "text": words} for who, words in spoken.items()])
    assert parse_bytes(kept.encode(), resolve=False).parliament == parliament


def test_a_page_of_openaustralia_is_australias() -> None:
    page = "Debate (on motion by Mr Oake) adjourned.\n\nPhoto of Ada Marsh Ada Marsh\n\nI move.\n" * 3
    assert parse(page, resolve=False).parliament == "au"


# --- what nobody says


@pytest.mark.parametrize(
    ("layout", "label", "words"),
    [
        (
            "canada",
            "Mr. Speaker: ",
            "At six o'clock the House adjourned, without question put, pursuant to Standing Order.",
        ),
        ("canada", "The Chair: ", "The meeting is adjourned."),
        ("oireachtas", "Senators: ", "Amendment put."),
        ("oireachtas", "Senators: ", "Tellers:—Tá: Deputies Fell and Oake; Níl: Deputies Marsh and Reed."),
        ("za-hansard", "Mr A B OAKE: ", "IN FAVOUR: Upper Dale, Port Ardle."),
        ("in-report", "MR. SPEAKER: ", "The Members then stood in silence for a short while."),
        ("pg-hansard", "Mr SPEAKER - ", "The Parliament voted (the Speaker, Mr Tam Oake, in the Chair) -"),
    ],
)
def test_what_a_house_does_is_no_words_of_who_spoke(layout: str, label: str, words: str) -> None:
    assert lines(f"{label}It is late.\n\n{words}\n", layout)[1] == ("procedure", words)


@pytest.mark.parametrize(
    ("layout", "label", "opens"),
    [
        ("ug-hansard", "THE SPEAKER: ", "The oaths were administered to:"),
        ("ke-hansard", "The Speaker (Hon. Fell): ", "The Oath of Allegiance was administered to:"),
        (
            "sco-report",
            "Dr Fell (Ness) (LD): ",
            "The following members took the oath or made a solemn affirmation:",
        ),
    ],
)
def test_who_is_sworn_is_no_heading(layout: str, label: str, opens: str) -> None:
    page = (
        f"{label}They come forward.\n\n{opens}\n\nMr Gerald Oake (Mid Dale)\n\n"
        f"Ms Una Reed (Ness)\n\n{label}Welcome.\n"
    )
    found = lines(page, layout)
    assert [kind for kind, _ in found] == ["contribution", *["procedure"] * 3, "contribution"]


def test_who_sits_on_a_committee_is_no_heading() -> None:
    page = (
        "NOVA SCOTIA HOUSE OF ASSEMBLY\n\nPUBLIC ACCOUNTS COMMITTEE\n\n"
        "Mr. Gerald Oake (Chairman)\n\nHon. Ada Marsh\n\n"
        "Mr. Ivor Reed, Deputy Minister\n\nMR. CHAIRMAN: Good morning.\n"
    )
    assert [kind for kind, _ in lines(page, "canada")] == [
        "heading",
        "heading",
        "note",
        "note",
        "note",
        "contribution",
    ]


def test_what_is_printed_in_a_hearing_is_nobodys() -> None:
    page = (
        "    Mr. Oake. I put my statement in the record.\n    [The prepared statement of "
        "Mr. Oake follows:]\n\n"
        "    Lamps are bright.\n\n    Chairman Marsh. Thank you.\n"
    )
    assert turns(page, "us-hearing") == [
        ("Mr. Oake", "I put my statement in the record."),
        ("Chairman Marsh", "Thank you."),
    ]


def test_the_lines_of_a_site_are_furniture() -> None:
    page = (
        "Back to Official Report search\n\nOfficial Report 1091KB pdf\n\nLamps\n\n"
        "The Presiding Officer (Una Fell)\n\n"
        "Question 1.\n\nShare Copy link\n\nGerald Oake (Ness) (Con)\n\nWhen will they be lit?\n"
    )
    assert [kind for kind, _ in lines(page, "sco-report")] == ["heading", "contribution", "contribution"]
    page = (
        "Procedure : 2019/2169(INI)\n\nFull text\n\nPresident. – The next item is the debate.\n\n"
        "Last updated: 5 May 2021\n"
    )
    assert [kind for kind, _ in lines(page, "verbatim-report")] == ["contribution"]


def test_contents_of_fiji_are_furniture() -> None:
    page = "CONTENTS\n\nCommunications … … … 1523-1525\n\nMADAM SPEAKER.- Order!\n"
    assert [kind for kind, _ in lines(page, "fj-hansard")] == ["contribution"]


def test_dashes_before_the_code_of_a_paragraph_are_furniture() -> None:
    page = "Deputy Ada Marsh: It was worst----\n\n----02/12/2021P00300\n\nDeputy Tam Oake: In spring.\n"
    assert turns(page, "oireachtas") == [
        ("Deputy Ada Marsh", "It was worst----"),
        ("Deputy Tam Oake", "In spring."),
    ]


def test_an_item_of_wales_has_a_subject_below_it_and_a_question_is_no_item() -> None:
    page = (
        "Y Llywydd 13:30:02\nPrynhawn da.\n\n1. Cwestiynau i’r Ysgrifennydd\n\nGoleuadau Aberarth\n\n"
        "Gwen Oake MS 13:30:21\n1. Pryd fydd y goleuadau ynghynn? OQ61212\n\n"
        "Ada Marsh MS 13:30:40\nBy Thursday.\n"
    )
    kinds = [kind for kind, _ in lines(page, "wa-record")]
    assert kinds == ["contribution", "heading", "heading", "contribution", "contribution"]


def test_the_number_of_a_paragraph_of_wales_is_none_of_its_words() -> None:
    page = "[12] Dr Pugh: We have seen ten walls.\n\n[13] Two of them have fallen.\n"
    assert turns(page, "wa-record") == [("Dr Pugh", "We have seen ten walls.\n\nTwo of them have fallen.")]


# --- days and Houses


@pytest.mark.parametrize(
    ("layout", "head"),
    [
        ("sg-hansard", "Sitting Date: 21-07-1999\n\nMr Speaker: Order.\n"),
        ("verbatim-report", "Sitting of 21 July 1999\n\nPresident. – Good morning.\n"),
        ("wa-record", "Y Cofnod\n\n21 Gorffennaf 1999\n\nY Llywydd: Prynhawn da.\n"),
    ],
)
def test_the_day_above_a_record(layout: str, head: str) -> None:
    found = [row["date"] for row in rows(parse(head, layout=layout)) if row["type"] == "contribution"]
    assert [str(day) for day in found] == ["1999-07-21"]


def test_two_houses_of_south_africa_sit_together() -> None:
    page = "PROCEEDINGS OF JOINT SITTING\n\nTUESDAY, 5 MARCH 2024\n\nLAMP DUES\n\nThe SPEAKER: Order.\n"
    (turn,) = [row for row in rows(parse(page, layout="za-hansard")) if row["type"] == "contribution"]
    assert turn["house"] == "Joint Sitting"


@pytest.mark.parametrize(
    ("layout", "head", "house"),
    [
        (
            "canada",
            "HOUSE OF COMMONS\n\nTuesday, October 8, 1974\n\nLAMPS\n\nMr. Speaker: Order.\n",
            "Commons",
        ),
        ("australia", "HOUSE OF ASSEMBLY\n\nLAMPS\n\nThe SPEAKER: Order!\n", "House of Assembly"),
        ("congressional-record", "[House]\n\n  Mr. MARSH. I yield.\n", "House of Representatives"),
    ],
)
def test_the_house_above_a_record(layout: str, head: str, house: str) -> None:
    found = [row["house"] for row in rows(parse(head, layout=layout)) if row["type"] == "contribution"]
    assert found == [house]


# --- containers


def table(head: str, row: str) -> Transcript:
    return parse_bytes(f"{head}\n{row}\n".encode(), resolve=False)


def test_columns_that_are_left_out_are_said_once() -> None:
    found = table("speaker,text,mood,Cluster No", "Ada Marsh,The wall leaks.,grim,7")
    (problem,) = [each for each in found.problems if each.code == "columns-left-out"]
    assert (problem.severity, problem.message) == (
        "info",
        "columns of which nothing is made: mood, Cluster No",
    )
    assert "columns-left-out" not in codes(table("speaker,text,date", "Ada Marsh,It leaks.,2022-02-10"))


def test_an_array_on_one_line_is_one_file() -> None:
    kept = [{"speaker": who, "title": "Oral Questions", "text": "Yes."} for who in ("Ada Marsh", "Una Fell")]
    found = parse_bytes(f"{json.dumps(kept)}\n".encode(), resolve=False)
    assert list(headings(json.loads(dumps(found)))) == ["Oral Questions"]


def headings(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if node.get("type") == "section":
            yield node["heading"]
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from headings(each)
