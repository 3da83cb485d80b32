"""Labels of other lands' records that were read with the words above them, or not at all."""

from __future__ import annotations

import pytest

from hansardparse import parse


def said(text: str) -> list[tuple[str | None, str]]:
    """Who speaks, and what; the layout is found out."""
    return [(c.speaker.label, " ".join(c.text.split())) for c in parse(text).contributions()]


HOLDERS = [
    "Minister for Harbours (Ms Ada Marsh)",
    "Minister of State for Harbours and Lamps (Hon. A. J. Marsh)",
    "THE MINISTER OF HARBOURS (HON. MARSH)",
    "Secretary for Lamps (Dr Moira Pugh)",
]


@pytest.mark.parametrize("label", HOLDERS)
@pytest.mark.parametrize("styled", ["Mr Oake", "Hon. G. F. Oake", "MR. OAKE", "Hon. (Dr.) Oake"])
def test_an_office_with_its_holder_in_a_bracket_begins_a_turn(label: str, styled: str) -> None:
    text = (
        f"{styled}: When will it be mended?\n\n{label}: It will be mended soon.\n\n{styled}: Which year?\n\n"
    )
    assert (label, "It will be mended soon.") in said(text * 3)


def test_a_sentence_with_a_title_in_a_bracket_begins_none() -> None:
    text = "Mr Oake: When?\n\nMs Marsh: I said to her then (Ms Pugh): it is mended.\n\nMr Oake: So it is.\n"
    assert [label for label, _ in said(text)] == ["Mr Oake", "Ms Marsh", "Mr Oake"]


@pytest.mark.parametrize("heading", ["ADJOURNMENT", "MINISTERIAL STATEMENTS"])
@pytest.mark.parametrize("office", ["The Minister for Lamps", "THE MINISTER FOR LAMPS"])
def test_a_heading_above_an_office_is_none_of_its_words(heading: str, office: str) -> None:
    text = f"Mr. Speaker: Order!\n{heading}\n{office} (Mr. Oake): Mr. Speaker, Sir, I beg to move.\n"
    found = parse(text * 3, layout="ke-hansard")
    assert [c.speaker.label for c in found.contributions()] == ["Mr. Speaker", f"{office} (Mr. Oake)"] * 3


def test_a_stop_and_a_dash_end_a_label_where_no_layout_has_it() -> None:
    text = "Mr. Oake.—I rise to speak of the wall.\n\nThe President.—Order, the member will sit down.\n\n"
    found = parse(f"{text}Mr. Fenn.—It leaks, and has leaked for years.\n")
    assert [c.speaker.label for c in found.contributions()] == ["Mr. Oake", "The President", "Mr. Fenn"]
    assert found.confidence <= 0.3


def test_quebec_has_offices_in_capitals_and_in_french() -> None:
    text = "(Midi)\n\nM. REED (président): A l'ordre!\n\nLE MESSAGER: Son Honneur attend.\n\nM. FENN: B.\n"
    assert said(text)[1] == ("LE MESSAGER", "Son Honneur attend.")
    text = (
        "(Midi)\n\nM. Oake: La digue fuit.\n\nLe ministre des Ports: Elle sera réparée.\n\nM. Oake: Quand?\n"
    )
    assert said(text)[1] == ("Le ministre des Ports", "Elle sera réparée.")


def test_the_links_of_the_irish_site_are_no_words() -> None:
    text = (
        "Dáil Éireann Debate\nVol. 24 No. 14\n\nFirst Page Previous Page Page of 19 Next Page Last Page\n\n"
        "The PRESIDENT: Information on Gerald Oake  Zoom on Gerald Oake  I move that the Bill do pass.\n\n"
        "Dr. O'DOWD: Information on Ada O'Dowd  Zoom on Ada O'Dowd  Before it is passed I ask you to think.\n"
    )
    found = parse(text)
    assert found.parliament == "ie"
    assert said(text) == [
        ("The PRESIDENT", "I move that the Bill do pass."),
        ("Dr. O'DOWD", "Before it is passed I ask you to think."),
    ]


def test_western_australia_puts_questions_to_whoever_represents_a_minister() -> None:
    text = (
        "1087. Hon ADA MARSH to the minister representing the Minister for Lamps:\n\nWhen will it be lit?\n\n"
        "Hon IVOR FENN replied:\n\nIn the spring.\n\nHon Gerald Oake: Which?\n\nHon IVOR FENN: The next.\n"
    )
    assert parse(text).parliament == "au"
    assert [label for label, _ in said(text)] == [
        "Hon ADA MARSH",
        "Hon IVOR FENN",
        "Hon Gerald Oake",
        "Hon IVOR FENN",
    ]
    text = (
        "LAMPS\nStatement\n\n"
        "HON A.B. MARSH (West -- Leader of the House) [11.05 am] -- by leave: It is lit.\n\n"
        "Hon A.B. MARSH: It has been lit since May.\n\nHon Gerald Oake: At last.\n"
    )
    assert said(text)[0] == ("HON A.B. MARSH (West -- Leader of the House) [11.05 am]", "It is lit.")


def test_a_page_of_a_week_is_of_the_capital_territory() -> None:
    text = (
        "Page 88 - Week 15 - Thursday, 16 December 1993\n\n"
        "Next page . . . . Previous page . . . . Contents\n\n"
        "Mr Fenn: It leaks.\n\nMADAM SPEAKER: Order.\n\nMS MARSH: It is mended.\n"
    )
    assert parse(text).parliament == "au"
    assert said(text) == [
        ("Mr Fenn", "It leaks."),
        ("MADAM SPEAKER", "Order."),
        ("MS MARSH", "It is mended."),
    ]


def test_openaustralia_is_none_of_theyworkforyou() -> None:
    text = (
        "Senate debates\n\nWednesday, 8 November 2023\n\n4:24 pm\n\n"
        "Photo of Ada MarshAda Marsh (President) Share this | | Hansard source\n\nI call the Minister.\n\n"
        "Photo of Ivor FennIvor Fenn (Dale, Labor, Minister) Share this | | Hansard source\n\nIt is lit.\n"
    )
    assert parse(text).parliament == "au"
    assert said(text) == [("Ada Marsh", "I call the Minister."), ("Ivor Fenn", "It is lit.")]


def test_evidence_to_a_committee_for_something_is_northern_ireland_s() -> None:
    text = (
        "Official Report: Minutes of Evidence\n\n"
        "Committee for Lamps, meeting on Wednesday, 7 October 2020\n\n"
        "Witnesses:\n\nMrs Ada Marsh, Department of Lamps\n\nLamps: Departmental Briefing\n\n"
        "The Deputy Chairperson (Mr Oake): You are welcome.\n\n"
        "Mrs Ada Marsh (Department of Lamps): Thank you.\n"
    )
    assert parse(text).parliament == "ni"
    assert [label for label, _ in said(text)] == [
        "The Deputy Chairperson (Mr Oake)",
        "Mrs Ada Marsh (Department of Lamps)",
    ]


def test_fiji_has_offices_without_a_title() -> None:
    text = (
        "TUESDAY, 17TH MARCH, 2015\n\nThe Parliament resumed at 9.45 a.m.\n\nSECRETARY-GENERAL.- Minutes.\n\n"
        "LEADER OF GOVERNMENT IN PARLIAMENT.- Madam Speaker, I move.\n\n"
        "MADAM SPEAKER.- Is there a seconder?\n\n"
        "HON. A.B. OAKE.- I second it.\n"
    )
    assert [label for label, _ in said(text)] == [
        "SECRETARY-GENERAL",
        "LEADER OF GOVERNMENT IN PARLIAMENT",
        "MADAM SPEAKER",
        "HON. A.B. OAKE",
    ]


def test_a_member_of_the_constituent_assembly_has_a_province_and_a_community() -> None:
    text = (
        "Mr. President : The first thing is the wall.\n\n"
        "The Honourable Dr. A. B. Marsh (Bombay : General) : Sir, I move.\n\n"
        "Mr. President : Motion moved.\n\nThe motion was adopted.\n\nMr. Ivor Fenn : It is no wall at all.\n"
    )
    assert parse(text).parliament == "in"
    assert [label for label, _ in said(text)] == [
        "Mr. President",
        "The Honourable Dr. A. B. Marsh (Bombay : General)",
        "Mr. President",
        "Mr. Ivor Fenn",
    ]


def test_a_synopsis_says_behind_a_name_what_a_member_does() -> None:
    text = (
        "SYNOPSIS OF DEBATES\n\nSHRI GERALD OAKE: I oppose this Bill.\n\n"
        "DR. ADA MARSH, initiating, said: It is a good Bill.\n\n"
        "SHRI IVOR FENN moving the motion, said: It is mine.\n"
    )
    assert said(text)[1:] == [("DR. ADA MARSH", "It is a good Bill."), ("SHRI IVOR FENN", "It is mine.")]


def test_a_newspaper_tells_of_the_council_of_a_colony() -> None:
    text = (
        "LEGISLATIVE COUNCIL.\n\nThe Hon. Mr. MARSH moved, that the wall be mended.\n\n"
        "The motion was agreed to.\n\n"
        'The Hon. Mr. OAKE asked,— "If it is to be."\n\nThe Hon. Dr. PUGH replied that he did not know.\n\n'
    )
    found = parse(text)
    assert found.confidence <= 0.3
    assert [c.speaker.label for c in found.contributions()] == [
        "The Hon. Mr. MARSH",
        "The Hon. Mr. OAKE",
        "The Hon. Dr. PUGH",
    ]


def test_the_number_of_a_paragraph_may_stand_far_from_its_label() -> None:
    text = (
        "Cofnod y Trafodion\nThe Record of Proceedings\n\n"
        "Dechreuodd y cyfarfod am 09:31.\nThe meeting began at 09:31.\n\n"
        "[1]          Gwen Oake: A gaf i eich croesawu?\n\n[2]          Emrys Marsh: Diolch.\n\n"
        "[3]          Gwen Oake: Diolch.\n"
    )
    assert parse(text).parliament == "wa"
    assert [label for label, _ in said(text)] == ["Gwen Oake", "Emrys Marsh", "Gwen Oake"]


@pytest.mark.parametrize(
    "label",
    [
        "AN. HON. MEMBER",
        "MR.  ole  OAKE",
        "M.R. OAKE",
        "BW.  OAKE",
        "THE TEMPORARY DEPUTY. SPEAKER (Mr. Oake)",
        "THE ASSISTANT! MINISTER FOR COASTS (Mr. Oake)",
        "MINISTER OF STATE, OFFICE OF THE PRESIDENT (Mr. Oake)",
        "TEE MINISTER FOR ENERGY AND COASTS (CTD.)",
        "THE ASSISTANT MINISTER FOR COASTS (Mr. Oake) Ctd",
        "HIS EXCELLENCY THE PRESIDENT (Mr. D.T. arap Oake)",
        "MR. P.K., OAKE",
    ],
)
def test_labels_of_kenya_as_a_machine_read_them(label: str) -> None:
    text = (
        f"MR. FELL: Mr. Speaker, Sir, the wall leaks.\n\n{label}: It does not leak!\n\nMR. FELL: It does.\n\n"
    )
    found = parse(text * 2, layout="ke-hansard", resolve=False)
    assert [c.speaker.label for c in found.contributions()] == ["MR. FELL", label, "MR. FELL"] * 2


@pytest.mark.parametrize("between", [" ", "  ", " " * 20])
@pytest.mark.parametrize(
    "label", ["MR. OAKE", "MR.OAKE", "THE MINISTER FOR COASTS (Mr. Oake)", "MR. SPEAKER"]
)
def test_a_label_in_capitals_stands_behind_whole_words_in_kenya(label: str, between: str) -> None:
    text = (
        f"MR. FELL: Mr. Speaker, Sir, who has the key?{between}{label}: He has the key.\n\nMR. FELL: Oh!\n\n"
    )
    found = parse(text * 2, layout="ke-hansard", resolve=False)
    assert [c.speaker.label for c in found.contributions()] == ["MR. FELL", label, "MR. FELL"] * 2


def test_the_number_of_a_clause_above_an_office_is_none_of_its_words() -> None:
    text = "MR. SPEAKER: Order!\n\nClause 31\n\nTHE MINISTER FOR COASTS (Mr. Oake): I beg to move it.\n\n"
    found = parse(text * 3, layout="ke-hansard", resolve=False)
    labels = [c.speaker.label for c in found.contributions()]
    assert labels == ["MR. SPEAKER", "THE MINISTER FOR COASTS (Mr. Oake)"] * 3
