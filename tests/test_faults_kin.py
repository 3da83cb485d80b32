"""Forms of other days and of near relations of the parliaments at hand, each once read wrongly."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from hansardparse import parse


class Kind(NamedTuple):
    """What was wrong with a text: its layout, and the label and the words of each of its turns."""

    layout: str
    text: str
    turns: list[tuple[str, str]]


OPENED = "House of Commons Hansard #12 of the 44th Parliament, 1st Session.\n\nTopics\n\n"

KINDS = {
    "below a time on a page of openparliament.ca, who presides": Kind(
        "openparliament",
        f"{OPENED}Sea WallsOral Questions\n\n3:05 p.m.\n\nThe Speaker\n\nOrder.\n\n"
        "Sea WallsOral Questions\n\n3:05 p.m.\n\nLiberal\n\nAda Marsh Liberal Upper Dale, AB\n\nWhen?\n\n"
        "Sea WallsOral Questions\n\n3:05 p.m.\n\nThe Deputy Speaker\n\nThe Minister has the floor.\n",
        [
            ("The Speaker", "Order."),
            ("Ada Marsh", "When?"),
            ("The Deputy Speaker", "The Minister has the floor."),
        ],
    ),
    "below a time on a page of openparliament.ca, a clerk and a witness": Kind(
        "openparliament",
        "Evidence of meeting #1 for Harbours in the 44th Parliament, 1st Session.\n\n3:35 p.m.\n\n"
        "The Clerk of the Committee Mr. Gerald Oake\n\nI see a quorum.\n\n3:40 p.m.\n\n"
        "Una Reed Director General, Department of Harbours\n\nThank you.\n\n"
        "3:40 p.m.\n\nThe Clerk\n\nMs. Marsh.\n",
        [
            ("The Clerk of the Committee", "I see a quorum."),
            ("Una Reed", "Thank you."),
            ("The Clerk", "Ms. Marsh."),
        ],
    ),
    "a sign of subtraction for the dash in the European Parliament, and a question by its number": Kind(
        "verbatim-report",
        "Tuesday, 6 July 2010 - Strasbourg\n\n14. Question Time\nVideo of the speeches\nMPphoto\n\n"
        "  President. − The next item is Question Time.\n\nQuestion 15 by Ada Marsh (H-0327/10)\n\n"
        "Will the Commission say when the wall will be mended?\n\nMPphoto\n\n"
        "  Gerald Oake, Member of the Commission. − It will not.\n",
        [
            ("President", "The next item is Question Time."),
            ("Gerald Oake", "Member of the Commission. − It will not."),
        ],
    ),
    "Bills that are assented to, and headings below them, in New South Wales": Kind(
        "australia",
        "LEGISLATIVE ASSEMBLY\n\nMr Speaker (The Hon. Gerald Oake) took the chair at 2.15 p.m.\n\n"
        "Mr SPEAKER: I thank the elders of this land.\n\nASSENT TO BILLS\n\n"
        "Assent to the following bills reported:\n\nHarbours Bill\n\nLamps Amendment Bill\n\n"
        "TENTH ANNIVERSARY OF THE WALL AT PORT ARDLE\n\nMinisterial Statement\n\n"
        "Ms ADA MARSH (Upper Dale—Minister for Lamps) [2.20 p.m.]: It stands.\n",
        [
            ("Mr SPEAKER", "I thank the elders of this land."),
            ("Ms ADA MARSH (Upper Dale—Minister for Lamps) [2.20 p.m.]", "It stands."),
        ],
    ),
    "what OpenAustralia's readers have said": Kind(
        "openaustralia",
        "House debates\n\nThursday, 10 February 2022\n\n2:08 pm\n\n"
        "Photo of Ada MarshAda Marsh (Upper Dale, Labour) Share this | Hansard source\n\nIt leaks.\n\n"
        "Comments\n\nNo comments\n",
        [("Ada Marsh", "It leaks.")],
    ),
    "what the Clerk will do, as whoever presides says in the Congress": Kind(
        "congressional-record",
        "  The Acting CHAIR. The business is the vote on the wall.\n"
        "  The Clerk will redesignate the amendment.\n  The Clerk redesignated the amendment.\n",
        [
            (
                "The Acting CHAIR",
                "The business is the vote on the wall.\n\nThe Clerk will redesignate the amendment.",
            )
        ],
    ),
    "who moves in South Africa, no colon behind the label": Kind(
        "za-hansard",
        "The House met at 14:00.\n\nThe SPEAKER: Order!\n\nOATH\n\nThe members have sworn the oath.\n\n"
        "The CHIEF WHIP OF THE MAJORITY PARTY moved: That the House lights the lamps.\n\nAgreed to.\n\n"
        "Mr A B OAKE on behalf of the Chief Whip of the Majority Party, moved: That the House –\n\n"
        "(1) notes that the lamps are lit; and\n\n(2) thanks those who did it.\n\nMs C MARSH: I agree.\n",
        [
            ("The SPEAKER", "Order!"),
            ("The CHIEF WHIP OF THE MAJORITY PARTY", "moved: That the House lights the lamps."),
            (
                "Mr A B OAKE",
                "on behalf of the Chief Whip of the Majority Party, moved: That the House –\n\n"
                "(1) notes that the lamps are lit; and\n\n(2) thanks those who did it.",
            ),
            ("Ms C MARSH", "I agree."),
        ],
    ),
    "heads of pages that have not been revised, in South Africa": Kind(
        "za-hansard",
        "The House met at 14:03.\n\nQuestion 7:\n\nMs A B MARSH: The wall was broken in the storm of\n\n"
        "UNREVISED HANSARD\n\nNATIONAL ASSEMBLY\n\nTuesday, 12 March 2019          Take: 15\n\n"
        "Mr G T OAKE\n\nOctober.\n\nQuestion 8:\n\nMr G T OAKE: When?\n",
        [
            ("Ms A B MARSH", "The wall was broken in the storm of October."),
            ("Mr G T OAKE", "When?"),
        ],
    ),
    "what the Senate of Canada does on a motion": Kind(
        "canada",
        "Debates of the Senate (Hansard)\n\nThe Senate met at 6 p.m., the Speaker in the chair.\n\n"
        "Hon. Ada Marsh: Honourable senators, I table the report.\n\n"
        "On motion of Senator Marsh, report placed on the Orders of the Day for the next sitting.\n\n"
        "Lamps Bill\n\nFirst Reading\n\n"
        "The Hon. the Speaker informed the Senate that a message had been received with Bill C-49.\n\n"
        "The Hon. the Speaker: Honourable senators, when shall it be read?\n",
        [
            ("Hon. Ada Marsh", "Honourable senators, I table the report."),
            ("The Hon. the Speaker", "Honourable senators, when shall it be read?"),
        ],
    ),
    "the head of a printed page of New Zealand": Kind(
        "new-zealand",
        "Hon ADA MARSH (Minister of Harbours): I raise a point of order, Mr Chairperson. I saw the\n"
        "3680 Sea Walls (Reorganisation) Bill 16 May 2009\n"
        "wall of Port Ardle, and it is broken.\nHon Gerald Oake: That is no point of order.\n",
        [
            (
                "Hon ADA MARSH (Minister of Harbours)",
                "I raise a point of order, Mr Chairperson. I saw the wall of Port Ardle, and it is broken.",
            ),
            ("Hon Gerald Oake", "That is no point of order."),
        ],
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_turns_of_a_kind(name: str) -> None:
    kind = KINDS[name]
    transcript = parse(kind.text)
    assert transcript.layout == kind.layout
    assert [(c.speaker.label, c.text) for c in transcript.contributions()] == kind.turns


BEGUN = {
    "ke-hansard": "UPPER DALE COUNTY ASSEMBLY\n\nOFFICIAL REPORT\n\nThe House met at 11.30 a.m.\n\n"
    "The Clerk of the Assembly (Mr. Oake): Hon. Members, good morning.\n",
    "canada": "NOVA SCOTIA HOUSE OF ASSEMBLY\n\nSUBCOMMITTEE ON HARBOURS\n\nMADAM CHAIR: Good morning.\n\n"
    "MR. GERALD OAKE: I question it.\n",
    "pg-hansard": "SECOND DAY\n\nThe Deputy Speaker (Mr Gerald Oake) took the Chair at 10 a.m..\n\n"
    "There being no quorum present, Mr Deputy Speaker stated that he would return.\n\n"
    "Mr ADA MARSH (Upper Dale – Minister for Lamps) – I move that we mourn.\n",
}


@pytest.mark.parametrize("layout", BEGUN)
def test_a_sitting_s_beginning_tells_its_layout(layout: str) -> None:
    assert parse(BEGUN[layout]).layout == layout


def test_who_enters_a_county_s_assembly_is_no_heading() -> None:
    transcript = parse(
        "UPPER DALE COUNTY ASSEMBLY\n\nARRIVAL OF THE GOVERNOR\n\n"
        "[Her Excellency the Governor (Hon. Ada Marsh), escorted by the Clerk, entered the Chamber]\n\n"
        "Hon. Speaker (Mr. Oake): Hon. Members, good morning.\n"
    )
    assert [section.heading for section in transcript.sections()] == [
        "UPPER DALE COUNTY ASSEMBLY",
        "ARRIVAL OF THE GOVERNOR",
    ]
