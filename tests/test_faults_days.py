"""The day at the head of a record is that of all that is said below it, until another is printed."""

from __future__ import annotations

import pytest

from hansardparse import parse, parse_bytes, rows
from hansardparse.write.standing import standing, walk

HEADS = {
    "ke-hansard": "PARLIAMENT OF KENYA\n\nTHE HANSARD\n\nTuesday, 4th June, 2019\n\n"
    "PETITION\n\nLATE FERRIES\n\nHon. Marsh: Hon. Speaker, I rise.\n\n"
    "MOTION\n\nHon. Oake: Hon. Speaker, so do I.\n",
    "oireachtas": "JOINT COMMITTEE ON HARBOURS\n\nTuesday, 4 June 2019\n\nBusiness of Joint Committee\n\n"
    "Chairman: We have a quorum.\n\nLate Ferries: Discussion\n\nDeputy Ada Marsh: Who pays?\n",
}


@pytest.mark.parametrize("layout", HEADS)
def test_the_day_at_the_head_holds_below(layout: str) -> None:
    transcript = parse(HEADS[layout], layout=layout)
    assert str(transcript.date) == "2019-06-04"
    said = [row for row in rows(transcript) if row["type"] == "contribution"]
    assert [row["date"] for row in said] == ["2019-06-04"] * 2
    assert {here.date for here in standing(transcript, walk(transcript))} == {"2019-06-04"}


def test_a_day_below_what_is_said_holds_for_its_own_section_alone() -> None:
    text = "Sea Walls\n\nAda Marsh: It leaks.\n\nTuesday 4 June 2019\n\nFerries\n\nAda Marsh: Late.\n"
    transcript = parse(text, layout="official-report")
    assert [row["date"] for row in rows(transcript) if row["type"] == "contribution"] == [None, None]


def test_the_house_above_all_sections_is_that_of_all_of_them() -> None:
    chamber = "<session.header><date>1995-03-07</date><chamber>SENATE</chamber></session.header>"
    talker = "<talker><name role='display'>Senator MARSH</name></talker>"
    page = (
        f"<hansard version='2.1'>{chamber}<chamber.xscript><debate>"
        "<debateinfo><title>Walls</title></debateinfo>"
        f"<speech><talk.start>{talker}<para>—When?</para></talk.start></speech></debate></chamber.xscript></hansard>"
    )
    transcript = parse_bytes(f"<?xml version='1.0'?>{page}".encode())
    assert (transcript.container, transcript.house) == ("aph", "Senate")
    assert {(row["house"], row["venue"]) for row in rows(transcript)} == {("Senate", "SENATE")}
    assert {here.house for here in standing(transcript, walk(transcript))} == {"Senate"}


@pytest.mark.parametrize("day", ["25 January 2005", "25th January 2005"])
def test_a_second_sitting_of_a_file_has_its_day_without_the_day_of_the_week(day: str) -> None:
    turns = "Ada Marsh (Upper Dale): I ask.\n\nMr. Oake: I answer.\n"
    first = f"House of Commons\n\n24 January 2005\n\nHarbours\n\n{turns}\n"
    text = f"{first}House of Commons\n\n{day}\n\nTides\n\n{turns}"
    found = parse(text, layout="official-report")
    heads = [section for section in found.sections() if section.heading == "House of Commons"]
    assert [(str(head.date), head.house) for head in heads] == [
        ("2005-01-24", "Commons"),
        ("2005-01-25", "Commons"),
    ]
    assert [row["date"] for row in rows(found) if row["type"] == "contribution"][-1] == "2005-01-25"


def test_a_day_below_a_turn_and_no_house_is_a_heading() -> None:
    head = "House of Commons\n\n24 January 2005\n\nMr. Oake: I answer.\n\n"
    found = parse(f"{head}25 January 2005\n\nMr. Oake: It broke then.\n", layout="official-report")
    assert [section.heading for section in found.sections()] == ["House of Commons", "25 January 2005"]
