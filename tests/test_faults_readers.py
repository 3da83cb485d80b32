"""Which layout a text is read by where none is sure: one that reads its labels; and whose it is not."""

from __future__ import annotations

import pytest

from hansardparse import parse

MANITOBA = """LEGISLATIVE ASSEMBLY OF NESS Friday, 30 April, 1982

MR. SPEAKER, Hon. D. Reed (St. Ardle): Presenting Petitions ...

PRESENTING REPORTS

MR. SPEAKER: The Honourable Member for Port Ardle.

MR. IVOR FENN (Port Ardle): Mr. Speaker, the Committee has adopted a Resolution.

I move that the report be received.

MR. SPEAKER: The Honourable Minister.

HON. ADA MARSH (Upper Dale): Mr. Speaker, I have a question of the wall.
"""


def test_a_layout_that_reads_the_labels_is_taken_for_one_that_does_not() -> None:
    found = parse(MANITOBA)
    assert found.confidence <= 0.3
    labels = [c.speaker.label for c in found.contributions()]
    assert labels[-4:] == [
        "MR. SPEAKER",
        "MR. IVOR FENN (Port Ardle)",
        "MR. SPEAKER",
        "HON. ADA MARSH (Upper Dale)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The President: I give the floor to Fenmark.\n\nMr. Oake (Fenmark): Thank you, Sir.\n\n"
        "Ms. Fenn (Ness): I agree.\n",
        "MADAM PRESIDENT:\nOrder!\n\nMR. OAKE:\nI rise to speak about the wall.\n\nMRS. MARSH:\nIt leaks.\n",
        "The Mayor: Order.\n\nMr Oake: I move the motion.\n\nMs Marsh: I second it.\n\nMr Fenn: No.\n",
    ],
)
def test_who_presides_elsewhere_makes_a_text_doubtful(text: str) -> None:
    found = parse(text * 2)
    assert found.confidence <= 0.3
    assert "uncertain-layout" in {problem.code for problem in found.problems}
    assert len(list(found.contributions())) == 6
    assert all(c.speaker.label for c in found.contributions())


def test_a_date_behind_a_dash_is_no_words() -> None:
    text = "Madam SPEAKER - 2008-09-16\n\nMadam SPEAKER: Order!\n\nMr OAKE: I rise.\n\nMs REED: So do I.\n"
    assert [c.text for c in parse(text).contributions()] == ["Order!", "I rise.", "So do I."]


def test_a_chair_of_australia_s_committees_is_no_irish_one() -> None:
    text = (
        "Previous Fragment    Next Fragment\nLamps Legislation Committee\n\nCHAIR: We call the officers.\n\n"
        "Senator REED: I ask about lamps.\n\nMr Fenn : They are lit.\n\nSenator REED: All?\n\n"
        "Mr Fenn : All.\n"
    )
    found = parse(text)
    assert found.parliament == "au"
    assert [c.speaker.label for c in found.contributions()] == [
        "CHAIR",
        "Senator REED",
        "Mr Fenn",
        "Senator REED",
        "Mr Fenn",
    ]


def test_canada_s_speaker_said_what_stands_below() -> None:
    text = (
        "Debates of the Senate (Hansard)\n\nThe Hon. the Speaker: Is leave granted?\n\n"
        "The Hon. the Speaker of the Senate answered:\n\nMr. Speaker, it is granted.\n"
    )
    found = [(c.speaker.label, c.text) for c in parse(text).contributions()]
    assert found[1] == ("The Hon. the Speaker of the Senate", "Mr. Speaker, it is granted.")


def test_the_site_of_wales_has_a_link_between_name_and_office() -> None:
    text = (
        "13:30\nY Llywydd / The Presiding OfficerBywgraffiadBiography\nGood afternoon. We are in session.\n\n"
        "13:31\nGwen OakeBywgraffiadBiographyY Prif Weinidog / The First Minister\nWe mend the wall.\n"
    )
    found = parse(text)
    assert found.parliament == "wa"
    assert [(c.speaker.label, c.text) for c in found.contributions()] == [
        ("Y Llywydd / The Presiding Officer", "Good afternoon. We are in session."),
        ("Gwen Oake", "We mend the wall."),
    ]
