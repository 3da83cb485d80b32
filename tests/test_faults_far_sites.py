"""Records of provinces, states and strangers that unseen pages showed."""

from __future__ import annotations

import pytest

from hansardparse import parse


def said(text: str) -> list[tuple[str | None, str]]:
    """Who speaks, and what; the layout is found out."""
    return [(c.speaker.label, " ".join(c.text.split())) for c in parse(text).contributions()]


def test_tasmania_s_turns_are_found_where_its_newlines_are_lost() -> None:
    long = "You have said that the lamps will be lit, and nobody has lit a lamp in Port Ardle since. " * 5
    text = (
        "Page 16\nThe Speaker took the Chair. QUESTIONS Lamps Plan Ms REED question to PREMIER, Mr OAKE "
        f"{long}Members interjecting. Madam SPEAKER - Order please. Ms REED - {long}Mr O'Dowd - Not so. "
        "Madam SPEAKER - Mr O'Dowd, sit down.\n"
    )
    found = parse(text)
    assert found.parliament == "au"
    assert found.confidence <= 0.3
    assert [c.speaker.label for c in found.contributions()][-4:] == [
        "Madam SPEAKER",
        "Ms REED",
        "Mr O'Dowd",
        "Madam SPEAKER",
    ]


def test_tasmania_s_questions_need_not_say_that_they_are_some() -> None:
    text = "QUESTIONS\n\nMs REED to PREMIER, Mr OAKE\n\nWhen will it be lit?\n\nMadam SPEAKER - Order.\n"
    assert said(text)[0] == ("Ms REED", "to PREMIER, Mr OAKE When will it be lit?")
    text = "Dr Una Reed MP  -  Wednesday, 15 September 2021\n\nDr REED - It is lit.\n\nMs Fell - No.\n"
    assert [label for label, _ in said(text)] == ["Dr REED", "Ms Fell"]


PROVINCES = {
    "1975 Legislative Session: 5th Session, 30th Parliament\nHANSARD\n\nMR. A.B. OAKE (Ness): I rise.\n\n"
    "HON. A. MARSH (Minister of Mines): So do I.\n": [
        "MR. A.B. OAKE (Ness)",
        "HON. A. MARSH (Minister of Mines)",
    ],
    "Chair: Oake, Gerald (Port Ardle NDP)\n\nVice-Chair: Marsh, Ada (Ness L)\n\n"
    "The committee met at 1558 in committee room 1.\n\nThe Chair: Order.\n\n"
    "Mr Fenn: I agree.\n": ["The Chair", "Mr Fenn"],
    "PRINCE EDWARD ISLAND LEGISLATIVE ASSEMBLY SPEECHES\n\nIvor B. Fenn: I move.\n\n"
    "Ada M. Marsh: You are out.\n": [
        "Ivor B. Fenn",
        "Ada M. Marsh",
    ],
    "May 9, 2006            HOUSE OF ASSEMBLY PROCEEDINGS            Vol. XLVI  No. 14\n\n"
    "MR. SPEAKER (Reed): Order!\n\nPREMIER OAKE: Thank you.\n": ["MR. SPEAKER (Reed)", "PREMIER OAKE"],
}


@pytest.mark.parametrize("text", PROVINCES)
def test_provinces_of_canada_are_told_as_such(text: str) -> None:
    assert parse(text).parliament == "ca"
    assert [label for label, _ in said(text)] == PROVINCES[text]


def test_zimbabwe_and_zambia_are_strangers() -> None:
    text = (
        "THE HON. DEPUTY SPEAKER: Order.\n\nHON. OAKE: On a point of order.\n\nTHE HON. DEPUTY SPEAKER: No.\n"
    )
    found = parse(text)
    assert found.confidence <= 0.3
    assert [c.speaker.label for c in found.contributions()] == [
        "THE HON. DEPUTY SPEAKER",
        "HON. OAKE",
        "THE HON. DEPUTY SPEAKER",
    ]
    head = "DAILY PARLIAMENTARY DEBATES FOR THE FOURTH SESSION OF THE TENTH ASSEMBLY\n\n"
    found = parse(f"{head}[MADAM SPEAKER in the Chair]\n\nMadam Speaker: Order.\n\nMr Oake: I rise.\n")
    assert found.confidence <= 0.3


def test_a_label_may_have_a_time_and_nothing_else_on_its_line() -> None:
    text = (
        "Debates of 25 Oct 2019\n\nMr Speaker 10:28 a.m.\nWe have the report.\nAny corrections?\n"
        "Mr Oake 10:28 a.m.\nI am grateful.\nMr Speaker 10:30 a.m.\nThank you.\n"
    )
    found = parse(text)
    assert found.confidence <= 0.3
    assert said(text) == [
        ("Mr Speaker", "We have the report. Any corrections?"),
        ("Mr Oake", "I am grateful."),
        ("Mr Speaker", "Thank you."),
    ]
