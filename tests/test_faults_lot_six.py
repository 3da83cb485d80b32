"""Faults met on forty texts, each written down with what is right before the parser had read it."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows

TURN = "Mr. Oake (Port Ardle): It fell.\n\n"


def turns(text: str, layout: str = "auto") -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(text, layout=layout, resolve=False).contributions()]


def texts(text: str, layout: str, kind: str) -> list[str]:
    return [str(row["text"]) for row in rows(parse(text, layout=layout)) if row["type"] == kind]


# --- labels ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "label"),
    [
        (
            "TILE LORD PRIVY SEAL (VISCOUNT FENN): My Lords, it is old.",
            "TILE LORD PRIVY SEAL (VISCOUNT FENN)",
        ),
        ("VIsCOUNT FENN: My Lords, it is old.", "VIsCOUNT FENN"),
        ("VIScoUNT FENN: My Lords, it is old.", "VIScoUNT FENN"),
        ("LoRD FENN: My Lords, it is old.", "LoRD FENN"),
        ("BARoNESS FENN: My Lords, it is old.", "BARoNESS FENN"),
    ],
)
def test_titles_and_articles_as_a_machine_reads_them(line: str, label: str) -> None:
    text = f"THE EARL OF UPPER DALE: My Lords, how old is it?\n\n{line}\n"
    assert turns(text, "historic") == [
        ("THE EARL OF UPPER DALE", "My Lords, how old is it?"),
        (label, "My Lords, it is old."),
    ]


@pytest.mark.parametrize("layout", ["historic", "official-report"])
@pytest.mark.parametrize("chair", ["Mr. Speaker", "Mr. Deputy Speaker", "Madam Speaker"])
@pytest.mark.parametrize("stop", [".", ","])
def test_another_stop_behind_the_chair_who_calls_to_order(layout: str, chair: str, stop: str) -> None:
    assert turns(f"{TURN}{chair}{stop} Order, order.\n", layout)[1:] == [(chair, "Order, order.")]
    # a speech may begin with whom it addresses
    assert len(turns(f"{TURN}{chair}{stop} I have said so before.\n", layout)) == 1


def test_two_colons_behind_a_label_of_a_volume() -> None:
    assert turns(f"{TURN}Mr. Fenn:: It was old.\n", "historic")[1:] == [("Mr. Fenn", "It was old.")]


def test_an_office_in_bold_has_no_marks() -> None:
    text = "**Ada Marsh**: Is it late?\n\n__The Minister for Coasts__ (Gerald Oake): It is late.\n"
    last = list(parse(text, layout="markdown").contributions())[-1]
    assert (last.office, last.name) == ("The Minister for Coasts", "Gerald Oake")


# --- what is not said -----------------------------------------------------------------------------------


@pytest.mark.parametrize("head", ["237 Sea Walls 12 MARCH 1995 Sea Walls 238", "11 Mar 2003 : Column 238"])
def test_a_page_begins_within_a_sentence_where_blank_lines_part_paragraphs(head: str) -> None:
    paragraph = (
        "The wall has been broken since the\nstorm of last year, and nobody in the town has seen\n"
        "so much as a cart of stone upon the quay.\n\n"
    )
    said = (
        "The wall is old, and the people of the town are of\na mind to mend it themselves, now that it is\n"
    )
    spoken = f"{paragraph * 3}{said}{head}\nThursday and the tide is out.\n"
    text = f"Mr. Gerald Oake (Port Ardle): I rise to speak of it.\n{spoken}"
    transcript = parse(text, layout="official-report")
    (contribution,) = transcript.contributions()
    assert contribution.text.endswith("now that it is Thursday and the tide is out.")
    assert texts(text, "official-report", "column") == [head]


@pytest.mark.parametrize("layout", ["webpage", "download", "parallel"])
@pytest.mark.parametrize("column", ["GC 212", "GC4", "12WH", "71WS", "212GC"])
def test_a_column_with_its_letters_alone_on_a_line(layout: str, column: str) -> None:
    text = f"Sea Walls\n\nAda Marsh\n(Upper Dale) (Lab)\n\nIt fell in May.\n\n{column}\n\nIt is old.\n"
    assert texts(text, layout, "column") == [column]


def test_what_is_moved_below_the_share_box() -> None:
    box = "Share this specific contribution\nCopy link to contribution 3 to clipboard\nCopy link\n"
    text = (
        f"Moved by\n\nBaroness Marsh of Holme\n\n{box}\nThat the Grand Committee do consider the Order.\n\n"
        f"Baroness Marsh of Holme\n(Con)\n\n{box}\nMy Lords, I beg to move.\n"
    )
    assert [said for _, said in turns(text, "webpage")] == ["My Lords, I beg to move."]


def test_what_readers_write_on_theyworkforyou_is_not_said() -> None:
    said = "Photo of Ada Marsh Ada Marsh Labour, Upper Dale\n\nThe wall fell.\n\n"
    notes = "Annotations\n\nUna Reed\nPosted on 3 May 2009 2:15 pm (Report this annotation)\n\nIt did not.\n"
    assert turns(said + notes) == [("Ada Marsh", "The wall fell.")]
    assert texts(said + notes, "theyworkforyou", "heading") == []


# --- questions, items, days -----------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["Whether they are all lit. [HL3311]", "Who lights them? [123456]"])
def test_a_part_of_a_question_with_its_number_is_no_heading(part: str) -> None:
    text = (
        "Buoys\n\nAsked by Baroness Marsh of Holme\n\nTo ask Her Majesty's Government:\n\n"
        f"How many buoys there are; and [HL3310]\n\n{part}\n\nLord Fenn: There are nine. All are lit.\n"
    )
    assert texts(text, "official-report", "heading") == ["Buoys"]
    assert len(turns(text, "official-report")) == 2


def test_items_of_the_senedd_in_two_languages_above_a_time() -> None:
    text = (
        "The Llywydd: I call the Senedd to order.\n\n1. Cwestiynau i'r Gweinidog Arfordiroedd\n\n"
        "1. Questions to the Minister for Coasts\n\n13:31\n\nGwen Oake: What of the fog over the harbour?\n"
    )
    assert [said for _, said in turns(text, "wa-record")] == [
        "I call the Senedd to order.",
        "What of the fog over the harbour?",
    ]
    assert len(texts(text, "wa-record", "heading")) == 2


def test_a_day_that_is_continued_is_a_day() -> None:
    text = "Monday 6 December 1999 (continued)\n\nHarbours\n\nMr Oake:\n\nI have come about the wall.\n"
    transcript = parse(text, layout="ni-report")
    assert {row["date"] for row in rows(transcript) if row["type"] == "contribution"} == {"1999-12-06"}
    assert texts(text, "ni-report", "heading") == ["Harbours"]


# --- divisions ------------------------------------------------------------------------------------------


def test_totals_in_brackets_head_the_lists_of_australia() -> None:
    text = (
        "Mr MARSH (Upper Dale) (14:05): I move:\n\nThat the wall be mended.\n\nThe House divided. [14:09]\n\n"
        "(The Speaker—Hon. Una Reed)\n\nAYES (2)\nFenn, L\nOake, BJ (teller)\n\nNOES (1)\nMarsh, QZ\n\n"
        "Question agreed to.\n"
    )
    (division,) = parse(text, layout="australia").divisions()
    assert dict(division.totals) == {"aye": 2, "no": 1}
    assert texts(text, "australia", "heading") == []


@pytest.mark.parametrize("total", ["Total: -- 2", "Total -- 2", "Total — 2"])
def test_the_total_of_a_list_of_canada_is_no_voter(total: str) -> None:
    text = (
        f"(Division No. 88)\n\nYEAS\n\nMembers\n\nMarsh\nOake\n\n{total}\n\nNAYS\n\nMembers\n\nFenn\n\n"
        "Total -- 1\n\nThe Speaker: I declare the motion carried.\n"
    )
    (division,) = parse(text, layout="canada").divisions()
    names = [vote.name for group in division.groups for vote in group.votes]
    assert names == ["Marsh", "Oake", "Fenn"]
