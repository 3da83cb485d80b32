"""What the labels of parliaments say: honorific, name, office, seat, party, and who presides."""

from __future__ import annotations

import pytest

from hansardparse import parse
from hansardparse.parliaments import profile
from hansardparse.speakers.labels import speaker

#: The parliament, a label, and its surname, office, seat, party and whether it presides.
LABELS = [
    ("ie", "Deputy Éilís Nic Aodha", "Nic Aodha", None, None, None, False),
    ("ie", "Minister for Coasts (Deputy Ada Marsh)", "Marsh", "Minister for Coasts", None, None, False),
    ("ie", "An Leas-Cheann Comhairle", None, "An Leas-Cheann Comhairle", None, None, True),
    ("ie", "Acting Chairman (Deputy Jack Fenn)", "Fenn", "Acting Chairman", None, None, True),
    ("ie", "The Taoiseach", None, "The Taoiseach", None, None, False),
    (
        "ca",
        "Hon. Ada Marsh (Minister of Harbours, Lib.)",
        "Marsh",
        "Minister of Harbours",
        None,
        "Lib.",
        False,
    ),
    (
        "ca",
        "Hon. Ada Marsh (Minister of State (Ports), CPC)",
        "Marsh",
        "Minister of State (Ports)",
        None,
        "CPC",
        False,
    ),
    ("ca", "M. Gérald Oake (Port-Ardle—Ness, BQ)", "Oake", None, "Port-Ardle—Ness", "BQ", False),
    (
        "ca",
        "Le président (M. Gérald Oake (Port-Ardle, PCC))",
        "Oake",
        "Le président",
        "Port-Ardle",
        "PCC",
        True,
    ),
    (
        "ca",
        "Mr. Ivor Reed (President, Association of Harbours)",
        "Reed",
        "President, Association of Harbours",
        None,
        None,
        False,
    ),
    ("ca", "Ms. Una Fell (As an individual)", "Fell", "As an individual", None, None, False),
    ("sco", "Ivor Reed (Northern Boats)", "Reed", "Northern Boats", None, None, False),
    ("sco", "Ada Marsh (Upper Dale) (SNP)", "Marsh", None, "Upper Dale", "SNP", False),
    ("ca", "Some hon. members", None, None, None, None, False),
    ("au", "Senator OAKE (South Australia) (09:31)", "OAKE", None, "South Australia", None, False),
    (
        "au",
        "Mr MARSH (Upper Dale—Minister for Harbours)",
        "MARSH",
        "Minister for Harbours",
        "Upper Dale",
        None,
        False,
    ),
    ("au", "Mr DEPUTY SPEAKER (Mr Fenn", "Fenn", "Mr DEPUTY SPEAKER", None, None, True),
    ("nz", "GERALD OAKE (National—Upper Dale)", "OAKE", None, "Upper Dale", "National", False),
    ("nz", "PETER OAKE (Whip—NZ First)", "OAKE", "Whip", None, "NZ First", False),
    ("nz", "Hon ADA MARSH (Minister of Harbours)", "MARSH", "Minister of Harbours", None, None, False),
    ("nz", "The Hon. Mr. OAKE", "OAKE", None, None, None, False),
    ("us", "Ms. JACKSON-REED of New Jersey", "JACKSON-REED", None, "New Jersey", None, False),
    ("us", "The SPEAKER pro tempore (Mr. Fenn)", "Fenn", "The SPEAKER pro tempore", None, None, True),
    ("eu", "Zofia Łąkowska (Verts/ALE)", "Łąkowska", None, None, "Verts/ALE", False),
    ("eu", "Die Präsidentin", None, "Die Präsidentin", None, None, True),
]


@pytest.mark.parametrize(
    ("code", "label", "surname", "office", "seat", "party", "presides"),
    LABELS,
    ids=[f"{c}-{p}" for c, p, *_ in LABELS],
)
def test_a_label_says_who_speaks(
    code: str,
    label: str,
    surname: str | None,
    office: str | None,
    seat: str | None,
    party: str | None,
    presides: bool,
) -> None:
    found = speaker(label, profile=profile(code))
    seat_found = str(found.constituency) if found.constituency else None
    party_found = str(found.party) if found.party else None
    have = (found.surname, found.office, seat_found, party_found, found.in_chair)
    assert have == (surname, office, seat, party, presides)


#: The layout, a text, and the options of its division with their totals and how many names each has.
DIVISIONS = [
    (
        "oireachtas",
        "The Dáil divided: Tá, 2; Níl, 1; Staon, 0.\n\nTá\n\nMarsh, Ada.\n\nReed, Una.\n\nNíl\n\n"
        "Oake, Ivor.\n",
        [("aye", 2, 2), ("no", 1, 1)],
    ),
    (
        "canada",
        "(Division No. 3)\n\nYEAS\n\nMembers\n\nMarsh\n\nOake\n\nNAYS\n\nMembers\n\nReed\n\nTotal: -- 1\n",
        [("yea", None, 2), ("nay", 1, 1)],
    ),
    (
        "new-zealand",
        "Ayes 61\n\nNew Zealand Labour 49; NZ First 12.\n\nNoes 50\n\nNew Zealand National 50.\n",
        [("aye", 61, 0), ("no", 50, 0)],
    ),
    (
        "congressional-record",
        "[Roll No. 397]\n\nAYES--2\n\n     Fenn\n     Marsh (OH)\n\nNOES--1\n\n     Pugh\n",
        [("yea", 2, 2), ("nay", 1, 1)],
    ),
]


@pytest.mark.parametrize(("layout", "text", "sides"), DIVISIONS, ids=[layout for layout, *_ in DIVISIONS])
def test_a_division_has_the_sides_of_its_parliament(
    layout: str, text: str, sides: list[tuple[str, int | None, int]]
) -> None:
    (division,) = parse(text, layout=layout).divisions()
    assert [(g.option, g.stated, len(g.votes)) for g in division.groups] == sides


def test_the_time_in_a_label_is_the_turns() -> None:
    text = "Senator OAKE (Victoria) (09:31): I speak.\n\nSenator MARSH (Tasmania) (10:02): So do I.\n"
    turns = parse(text, layout="australia").contributions()
    assert [str(turn.time) for turn in turns] == ["09:31", "10:02"]


def test_a_line_that_is_set_in_begins_a_paragraph() -> None:
    lines = ["  Mr. OAKE. Mr. President, the harbor of Port Ardle needs a wall and not", "a promise of one."]
    lines += [
        "  It has waited for nine years, and for nine years it has been told that",
        "it would have one.",
    ]
    text = "\n".join(lines * 3) + "\n"
    (first, *_) = parse(text, layout="congressional-record").contributions()
    assert first.text.split("\n\n")[1] == f"{lines[2].strip()} {lines[3]}"
