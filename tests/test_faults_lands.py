"""Labels, offices and divisions as records of many lands print them; the layout is found, not named."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from hansardparse import parse, parse_bytes, rows
from hansardparse.nodes import VoteGroup


class Kind(NamedTuple):
    """What is wrong with many texts, in one: its layout, and the labels of its turns."""

    layout: str
    text: str
    labels: list[str]


KINDS = {
    "a committee of Canada, in English": Kind(
        "canada",
        "[English]\n\nThe Chair (Ms. Ada Marsh (Port Ardle—Ness, Lib.)): I call this meeting "
        "to order.\n\n"
        "Mr. Ivor Reed (President, Association of Harbours): Nine are shut.\n\n[Translation]\n\n"
        "Mr. Gerald Oake: Which?\n\nThe Clerk of the Committee (Ms. Una Fell): Holme is one.\n",
        [
            "The Chair (Ms. Ada Marsh (Port Ardle—Ness, Lib.))",
            "Mr. Ivor Reed (President, Association of Harbours)",
            "Mr. Gerald Oake",
            "The Clerk of the Committee (Ms. Una Fell)",
        ],
    ),
    "the Speaker of the Senate of Canada": Kind(
        "canada",
        "Hon. Ada Marsh: Honourable senators, Holme is shut.\n\nThe Hon. the Speaker: Order.\n\n"
        "Some Hon. Senators: Hear, hear!\n\nThe Hon. the Speaker pro tempore: Order.\n",
        ["Hon. Ada Marsh", "The Hon. the Speaker", "Some Hon. Senators", "The Hon. the Speaker pro tempore"],
    ),
    "the Premier of Nova Scotia": Kind(
        "canada",
        "MADAM SPEAKER: Order.\n\nTHE PREMIER: Madam Speaker, it will be mended.\n\nHON. ADA MARSH: When?\n",
        ["MADAM SPEAKER", "THE PREMIER", "HON. ADA MARSH"],
    ),
    "a general of Kenya, below the head of a page": Kind(
        "ke-hansard",
        "March 12, 2014               PARLIAMENTARY DEBATES                1\n\n"
        "[The Speaker (Hon. (Dr.) Oake) in the Chair]\n\n"
        "Hon. Marsh: Hon. Speaker, I beg to move.\n\n"
        "March 12, 2014               PARLIAMENTARY DEBATES                2\n\n"
        "The electronic version of the Official Hansard Report may serve for a few\npurposes only.\n\n"
        "Maj-Gen. Reed: On a point of order, Hon. Speaker.\n",
        ["Hon. Marsh", "Maj-Gen. Reed"],
    ),
    "a name of the United States that begins in small letters": Kind(
        "congressional-record",
        "[[Page H101]]\n\n  Mr. MARSH. Mr. Speaker, the lamps are out.\n"
        "  Mr. de la OAKE. Mr. Speaker, I object.\n",
        ["Mr. MARSH", "Mr. de la OAKE"],
    ),
    "a committee of Scotland": Kind(
        "sco-report",
        "[The Convener opened the meeting at 09:02]\n\nThe Convener (Ada Marsh): Good morning.\n\n"
        "Ivor Reed (Northern Boats): Thank you, convener.\n\n"
        "Gerald Oake (Upper Dale) (Con): Which boats?\n\n"
        "Members: No.\n",
        [
            "The Convener (Ada Marsh)",
            "Ivor Reed (Northern Boats)",
            "Gerald Oake (Upper Dale) (Con)",
            "Members",
        ],
    ),
    "the chairs of Northern Ireland": Kind(
        "ni-report",
        "The Assembly met at noon (Mr Speaker [Mr Oake] in the Chair).\n\n"
        "Mr Principal Deputy Speaker: Order.\n\n"
        "Ms Fell (The Minister for Harbours): In May.\n\nMr Marsh: Why not now?\n\n"
        "Mr Temporary Speaker (Mr Reed): Order.\n",
        [
            "Mr Principal Deputy Speaker",
            "Ms Fell (The Minister for Harbours)",
            "Mr Marsh",
            "Mr Temporary Speaker (Mr Reed)",
        ],
    ),
    "the chairs of Wales": Kind(
        "wa-record",
        "The First Minister (Gerald Oake): They are mended.\n\nY Dirprwy Lywydd: Trefn.\n\n"
        "The Leader of the Opposition (Una Fell): They are not.\n\nThe Presiding Officer: Order.\n",
        [
            "The First Minister (Gerald Oake)",
            "Y Dirprwy Lywydd",
            "The Leader of the Opposition (Una Fell)",
            "The Presiding Officer",
        ],
    ),
    "members of New Zealand, by party and seat": Kind(
        "new-zealand",
        "Hon. GERALD OAKE (Minister of Harbours): I move.\n\nHon. Member: Too late.\n\n"
        "ADA MARSH (NZ Labour—Port Ardle): It is.\n\n"
        "Dr the Hon TOMOS FELL (National—Upper Dale) : No.\n",
        [
            "Hon. GERALD OAKE (Minister of Harbours)",
            "Hon. Member",
            "ADA MARSH (NZ Labour—Port Ardle)",
            "Dr the Hon TOMOS FELL (National—Upper Dale)",
        ],
    ),
    "a committee of the Oireachtas, and names that change at their beginning": Kind(
        "oireachtas",
        "DEPUTY ADA MARSH IN THE CHAIR.\n\nChairman: I welcome Mr. Reed.\n\n"
        "Mr. Ivor Reed: I thank the Chairman.\n\n"
        "Dr. Una Fell: So do I.\n\nDeputy Colm Ó hUiginn: What of Holme?\n\nVice Chairman: Order.\n\n"
        "An tAire Mara (Deputy Tomás Mac an tSaoir): Osclófar é.\n",
        [
            "Chairman",
            "Mr. Ivor Reed",
            "Dr. Una Fell",
            "Deputy Colm Ó hUiginn",
            "Vice Chairman",
            "An tAire Mara (Deputy Tomás Mac an tSaoir)",
        ],
    ),
    "one of the Opposition, and a name before a stop and a dash": Kind(
        "australia",
        "Mr. MARSH.—The light is out.\n\nSir William Fell.—Who put it out?\n\n"
        "An HONORABLE MEMBER.—Hear, hear.\n\n"
        "An opposition member: When?\n\nSenator Lieut.-Colonel REED (Ness).—I do not know.\n",
        [
            "Mr. MARSH",
            "Sir William Fell",
            "An HONORABLE MEMBER",
            "An opposition member",
            "Senator Lieut.-Colonel REED (Ness)",
        ],
    ),
    "a Council of New South Wales": Kind(
        "australia",
        "The Hon. ADA MARSH (11:12): How deep is it?\n\nThe Hon. Una Fell: Nine feet.\n\n"
        "The PRESIDENT: Order!\n\n"
        "Dr JOHN REED [2.50 p.m.], by leave: I move that it be deepened.\n",
        ["The Hon. ADA MARSH (11:12)", "The Hon. Una Fell", "The PRESIDENT", "Dr JOHN REED [2.50 p.m.]"],
    ),
}


ALIKE = {
    "South Africa, not London": (
        "za-hansard",
        "The MINISTER OF LANDS: laid upon the Table papers.\n\n"
        "Maj. OAKE: asked the Minister of Justice why.\n\n"
        "The MINISTER OF JUSTICE: I do not know.\n\nMr. MARSH (Ness): Does he not?\n",
    ),
    "South Africa, not Australia": (
        "za-hansard",
        "Mr. SPEAKER took the chair at 2 p.m. and read prayers.\n\n"
        "Mr. MARSH (Ness): moved that it be done.\n\n"
        "The MINISTER OF MINES: said that it would be.\n\nMr. OAKE (Ardle): Thank you.\n",
    ),
    "Australia, not Papua New Guinea": (
        "australia",
        "Mr MARSH - I ask the Minister who pays.\n\nMr OAKE - The ships do.\n\n"
        "Sir William FELL - They do not.\n",
    ),
    "Papua New Guinea, not Australia": (
        "pg-hansard",
        "Mr ADA MARSH - My question is on the road.\n\nMr GERALD OAKE - In May.\n\n"
        "Mr ACTING SPEAKER - Order!\n",
    ),
    "Singapore, not London": (
        "sg-hansard",
        "Dr Ada Marsh: asked the Minister for Harbours when it will be mended.\n\n"
        "The Minister for Harbours (Mr Gerald Oake): In May.\n\nMr Tomos Fell: Why so late?\n",
    ),
    "Scotland, by its columns, not London": (
        "sco-report",
        "28 Oct 2009 : Column 20528\n\nThe Presiding Officer (Ada Marsh): Good afternoon.\n\n"
        "Gerald Oake (Upper Dale) (Con): When?\n\n28 Oct 2009 : Column 20529\n\nUna Fell: In May.\n",
    ),
    "New Zealand of 1901, not Australia": (
        "new-zealand",
        "The Hon. the SPEAKER took the chair at half-past two o'clock.\n\n"
        "The Hon. Mr. MARSH. - Sir, it is down.\n\n"
        "Mr. FELL (Kaiardle). - I ask who will mend it.\n\nCaptain OAKE (Ness). - And when?\n",
    ),
}


@pytest.mark.parametrize("alike", ALIKE.values(), ids=ALIKE.keys())
def test_which_of_two_that_print_alike(alike: tuple[str, str]) -> None:
    layout, text = alike
    assert parse(text, resolve=False).layout == layout


ASKED = {
    "a page of one question": (
        "written",
        "Harbours: Depth\n\nQuestion for Department for Harbours\n\nUIN 14211, tabled on 3 February 2025\n\n"
        "Question\n\nGerald Oake\nLabour\nPort Ardle\n\nTo ask how deep it is.\n\n"
        "Answer\n\nBaroness Marsh\nLabour\nLife peer\n\nAnswered on\n11 February 2025\n\nNine feet.\n",
        [("Gerald Oake", "Labour", "Port Ardle"), ("Baroness Marsh", "Labour", None)],
    ),
    "TheyWorkForYou without its portraits": (
        "theyworkforyou",
        "Harbours: Depth\n\nDepartment for Harbours written question – answered on 11th February 2025.\n\n"
        "Gerald Oake Labour, Port Ardle\n\nTo ask how deep it is.\n\n"
        "Ada Marsh The Minister of State, Department for Harbours\n\nNine feet.\n",
        [("Gerald Oake", "Labour", "Port Ardle"), ("Ada Marsh", None, None)],
    ),
    "numbers of questions in bold": (
        "markdown",
        "**Q1** **Chair:** Who sets it?\n\n**Ivor Reed:** The trust.\n\n**Q2 Gerald Oake:** Who pays?\n",
        [("Chair", None, None), ("Ivor Reed", None, None), ("Gerald Oake", None, None)],
    ),
    "observations on a petition": (
        "official-report",
        "Petitions\n\nObservations from The Minister for Coasts (Gerald Oake): The pier is the council's.\n",
        [("The Minister for Coasts (Gerald Oake)", None, None)],
    ),
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED.keys())
def test_who_asks_and_answers_on_paper(
    asked: tuple[str, str, list[tuple[str, str | None, str | None]]],
) -> None:
    layout, text, people = asked
    transcript = parse(text, resolve=False)
    assert transcript.layout == layout
    assert [
        (s.label, s.party and str(s.party), s.constituency and s.constituency.name)
        for s in (turn.speaker for turn in transcript.contributions())
    ] == people


HELD = {
    "fj-hansard": (
        "HON. G. OAKE (Minister for Harbours, Ferries and Lamps).- In May.",
        "Minister for Harbours, Ferries and Lamps",
        None,
    ),
    "pg-hansard": (
        "Mr GERALD OAKE (Port Ardle – Minister for Works) – In May.",
        "Minister for Works",
        "Port Ardle",
    ),
    "ck-hansard": ("HON. G. OAKE (PRIME MINISTER): In May.", "PRIME MINISTER", None),
    "ni-report": ("Ms Fell (The Minister for Harbours): In May.", "The Minister for Harbours", None),
    "new-zealand": ("Hon GERALD OAKE (Minister of Harbours): In May.", "Minister of Harbours", None),
}


@pytest.mark.parametrize("layout", HELD)
def test_an_office_behind_a_name_is_no_place(layout: str) -> None:
    text, office, place = HELD[layout]
    (turn,) = parse(text + "\n", layout=layout, resolve=False).contributions()
    constituency = turn.speaker.constituency
    assert (turn.speaker.office, constituency and constituency.name) == (office, place)


class Divided(NamedTuple):
    """A division as a record prints it, and the totals and names of its sides."""

    layout: str
    text: str
    sides: list[tuple[str, int | None, int]]


DIVISIONS = {
    "Australia, without totals or names": Divided(
        "australia",
        "Mr MARSH - I move that it be mended.\n\n"
        "Question put. The House divided. (Mr Speaker - Hon. Una Fell)\n\n"
        "Majority . . . . 6\n\nAYES\n\nNOES\n\nQuestion so resolved in the affirmative.\n",
        [("aye", None, 0), ("no", None, 0)],
    ),
    "Australia, its totals behind dots": Divided(
        "australia",
        "Mr MARSH—I move.\n\nThe Senate divided. [10:25]\n(The President—Senator Reed)\n"
        "Ayes ......2\nNoes ......1\n"
        "Majority ......1\n\nAYES\n\nMarsh, A\nOake, G\n\nNOES\n\nFenn, J\n\nQuestion negatived.\n",
        [("aye", 2, 2), ("no", 1, 1)],
    ),
    "Scotland, by the words of its sides": Divided(
        "sco-report",
        "The Presiding Officer: There will be a division.\n\nFOR\n\n"
        "Marsh, Ada (Port Ardle) (Lab)\n\nAGAINST\n\n"
        "Oake, Gerald (Upper Dale) (Con)\n\nABSTENTIONS\n\nPugh, Moira (Ness) (SNP)\n\n"
        "The Presiding Officer: The result is: For 1, Against 1, Abstentions 1.\n",
        [("for", None, 1), ("against", None, 1), ("abstention", None, 1)],
    ),
    "the United States, surnames alone below two with a comma": Divided(
        "congressional-record",
        "  Mr. MARSH. I demand a recorded vote.\n\n                 [Roll No. 398]\n\n"
        "                 AYES--5\n\n     de la Oake\n"
        "     Fell, A.\n     Fell, U.\n     Marsh (OH)\n     Reed\n\n"
        "                 NOES--2\n\n     Fenn\n     van der Ness\n\n"
        "  So the amendment was agreed to.\n",
        [("yea", 5, 5), ("nay", 2, 2)],
    ),
}


@pytest.mark.parametrize("divided", DIVISIONS.values(), ids=DIVISIONS.keys())
def test_a_division(divided: Divided) -> None:
    transcript = parse(divided.text, layout=divided.layout, resolve=False)
    (division,) = transcript.divisions()
    groups = [item for item in division.items if isinstance(item, VoteGroup)]
    assert [(g.option, g.stated, len(g.votes)) for g in groups] == divided.sides
    assert not [problem for problem in transcript.problems if problem.severity == "error"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_who_speaks(kind: Kind) -> None:
    transcript = parse(kind.text, resolve=False)
    assert transcript.layout == kind.layout
    assert [c.speaker.label for c in transcript.contributions()] == kind.labels


def test_blanks_that_indenting_puts_into_the_label_of_australias_xml_are_closed() -> None:
    bold = '<span class="HPS-GeneralBold">'
    page = (
        '<hansard version="2.2"><session.header><date>2013-05-07</date><chamber>Senate</chamber>'
        "</session.header>"
        "<chamber.xscript><debate><debateinfo><title>LAMPS</title></debateinfo><speech><talk.text><body>"
        '<p class="HPS-Normal"><a href="10000" type="OfficeSpeech">\n <span class="HPS-OfficeSpeech">'
        f"The ACTING DEPUTY PRESIDENT </span>\n </a>\n {bold}(</span>\n "
        f'<span class="HPS-OfficeSpeech">Senator Marsh</span>\n {bold})</span>\n {bold} (</span>\n '
        '<span class="HPS-Time">16</span>\n <span class="HPS-Time">:</span>\n '
        f'<span class="HPS-Time">22</span>\n {bold}):</span>  I present the list of lamps.</p>'
        "</body></talk.text></speech></debate></chamber.xscript></hansard>"
    )
    turns = [row for row in rows(parse_bytes(page.encode())) if row["type"] == "contribution"]
    assert [(row["speaker_label"], row["text"], row["time"]) for row in turns] == [
        ("The ACTING DEPUTY PRESIDENT (Senator Marsh)", "I present the list of lamps.", "16:22")
    ]
