"""Records of other parliaments as sites and committees print them: who speaks, and as what."""

from __future__ import annotations

import pytest

from hansardparse import parse
from hansardparse.model.nodes import Heading


def turns(text: str) -> list[tuple[str, str]]:
    """Labels and first lines of the turns of a text."""
    return [(turn.speaker.label or "", turn.text.split("\n")[0]) for turn in parse(text).contributions()]


def roles(text: str) -> dict[str, str]:
    """The role of each who speaks, by label."""
    return {turn.speaker.label or "": turn.speaker.role for turn in parse(text).contributions()}


def headings(text: str) -> list[str]:
    """The headings of a text."""
    items = (item for section in parse(text).sections() for item in section.items)
    return [item.text for item in items if type(item) is Heading]


KILDARE = """Oireachtas Joint and Select Committees

Thursday, 3 April 2014

Joint Oireachtas Committee on Harbours

9:30 am

Photo of Ada MarshAda Marsh (Upper Dale, Fine Gael) | Oireachtas source

I thank everybody for coming to the harbour.

Mr. Ivor Reed | Oireachtas source

Nine of them are shut.
"""


def test_a_link_to_the_source_beside_a_name_is_of_the_irish_site() -> None:
    read = parse(KILDARE)
    assert (read.layout, read.parliament) == ("kildarestreet", "ie")
    marsh, reed = read.contributions()
    assert marsh.speaker.constituency is not None and marsh.speaker.constituency.name == "Upper Dale"
    assert [turn.speaker.label for turn in (marsh, reed)] == ["Ada Marsh", "Mr. Ivor Reed"]


IRISH = """Tháinig an Comhchoiste le chéile ag 9.30 a.m.

DEPUTY ADA MARSH IN THE CHAIR.

Chairman: I welcome Mr. Reed.

Mr. Ivor Reed: Nine of them are shut.

Deputy Gerald Oake: How deep is it?

Minister for Coasts (Deputy Ivor Fenn): It is deep.
"""
AUSTRALIAN = """Committee met at 09:03
CHAIR (Senator Fenn): I declare open this hearing.
Senator MARSH: How deep is the harbour?
Mr Reed: Nine feet, Senator.
Mr OAKE: I thank the witnesses.
CHAIR: Thank you.
"""
CANADIAN = """Proceedings of the Standing Senate Committee on Harbours

OTTAWA, Tuesday, November 5, 2002

Mr. Ivor Reed, the Clerk of the Committee: Honourable senators, I preside over the election.

Senator Marsh: I move that Senator Oake be chair.

Ms. Una Pugh, Director of Harbours, Northern Boats: Nine are shut.

Mr. Fell: Ten, I think.

Hon. Gerald Oake: I do not.

Senator Fenn: Nor do I.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (IRISH, {"Mr. Ivor Reed": "witness", "Deputy Gerald Oake": "member", "Chairman": "chair"}),
        (AUSTRALIAN, {"Senator MARSH": "member", "Mr Reed": "witness", "Mr OAKE": "member"}),
        (CANADIAN, {"Senator Marsh": "member", "Mr. Fell": "witness", "Hon. Gerald Oake": "member"}),
    ],
)
def test_who_has_no_title_of_a_member_is_heard(text: str, expected: dict[str, str]) -> None:
    found = roles(text)
    assert {label: found[label] for label in expected} == expected


def test_what_a_witness_is_stands_beside_the_name() -> None:
    speakers = {turn.speaker.surname: turn.speaker for turn in parse(CANADIAN).contributions()}
    assert speakers["Pugh"].office == "Director of Harbours, Northern Boats"
    assert speakers["Reed"].office == "Clerk of the Committee"
    assert [speakers[name].role for name in ("Pugh", "Reed")] == ["witness", "official"]


TERRITORY = """This is page numbers 12 - 40 of the Hansard for the 16th Assembly, 2nd Session. The word was x.

Topics

The House met at 1:31 p.m.

The Speaker

The Speaker Una Reed

Colleagues, the wall is shut.

Page 13

Ada Marsh

Ada Marsh Upper Dale South

Mr. Speaker, when will it be mended?
"""


def test_a_name_above_itself_begins_a_turn_on_the_site_of_the_northwest_territories() -> None:
    read = parse(TERRITORY)
    assert read.layout == "openparliament"
    assert turns(TERRITORY) == [
        ("The Speaker", "Colleagues, the wall is shut."),
        ("Ada Marsh", "Mr. Speaker, when will it be mended?"),
    ]
    place = list(read.contributions())[1].speaker.constituency
    assert place is not None and place.name == "Upper Dale South"


def test_party_and_seat_of_a_page_of_openparliament() -> None:
    text = (
        "Evidence of meeting #5 for Harbours in the 39th Parliament, 1st Session. (It is elsewhere.)\n\n"
        "10:40 a.m.\n\nLiberal\n\nAda Marsh Liberal Upper Dale, QC\n\nSo, who will be there?\n\n"
        "10:40 a.m.\n\nLiberal\n\nIvor Fenn LiberalMinister of Harbours\n\nI shall.\n"
    )
    marsh, fenn = (turn.speaker for turn in parse(text).contributions())
    assert marsh.party is not None and marsh.constituency is not None and marsh.office is None
    assert (marsh.party.code, marsh.constituency.name) == ("Liberal", "Upper Dale, QC")
    assert fenn.office == "Minister of Harbours"


LOK_SABHA = """SHRI GERALD OAKE (PORT ARDLE): Sir, when will the wall be mended?

THE MINISTER OF HARBOURS (SHRI IVOR FENN): It depends on you, Sir. MR. DEPUTY-SPEAKER: Let me hear.

SHRI IVOR FENN): Sir, it will be mended.

MR. DEPUTY-SPEAKER: I said this of him. Mr. Oake: is that the name?
"""


def test_a_label_in_capitals_behind_whole_words_begins_a_turn_in_india() -> None:
    assert [label for label, _ in turns(LOK_SABHA)] == [
        "SHRI GERALD OAKE (PORT ARDLE)",
        "THE MINISTER OF HARBOURS (SHRI IVOR FENN)",
        "MR. DEPUTY-SPEAKER",
        "SHRI IVOR FENN)",
        "MR. DEPUTY-SPEAKER",
    ]
    assert turns(LOK_SABHA)[1][1] == "It depends on you, Sir."


def test_a_label_with_half_a_bracket_is_reported() -> None:
    assert "uneven-brackets" in {problem.code for problem in parse(LOK_SABHA).problems}


def test_an_office_that_is_broken_over_blank_lines_is_a_label() -> None:
    text = (
        "LOK SABHA\n\nSYNOPSIS OF DEBATES\n\nFriday, August 2, 2019 / Shravana 11, 1941 (Saka)\n\n"
        "HON. SPEAKER: We take up the Bill.\n\nTHE HARBOURS BILL, 2019\n\n"
        "THE MINISTER OF STATE OF THE MINISTRY OF HARBOURS\n\nAND MINISTER OF STATE OF THE MINISTRY OF "
        "LAMPS (SHRI\n\n"
        "IVOR FENN) moving the motion for consideration of the Bill, said: The wall is old.\n"
    )
    label, words = turns(text)[-1]
    assert " ".join(label.split()).endswith("MINISTRY OF LAMPS (SHRI IVOR FENN)")
    assert words == "The wall is old."


STORMONT = """Official Report (Hansard)

Session: 2013/2014

Date: 05 March 2014

Committee for Coasts

Members present for all or part of the proceedings:

Mr Gerald Oake (Chairperson)
Ms Ada Marsh

Witnesses:

Dr Una Reed, Department of Coasts

Sea Walls: Briefing

The Chairperson: We are joined by Dr Reed.

Dr Una Reed (Department of Coasts): That is correct.

Ms Marsh: How deep is it?

Dr Reed: Nine feet.
"""


def test_a_committee_at_stormont_has_witnesses_and_no_headings_of_who_is_there() -> None:
    read = parse(STORMONT)
    assert read.layout == "ni-report"
    assert roles(STORMONT) == {
        "The Chairperson": "chair",
        "Dr Una Reed (Department of Coasts)": "witness",
        "Ms Marsh": "member",
        "Dr Reed": "witness",
    }
    assert headings(STORMONT)[-1] == "Sea Walls: Briefing"
    assert not {"Mr Gerald Oake (Chairperson)", "Ms Ada Marsh"} & set(headings(STORMONT))


MORESBY = """FOURTH DAY

Friday 14 February 2014

DRAFT HANSARD

Subject: Page No:

QUESTIONS ...... 2

ADJOURNMENT ...... Error! Bookmark not defined.

0

FOURTH DAY

QUESTIONS

Mr IVOR FENN – Mr Speaker, I ask the Minister for Lamps.

02/04 Mr Speaker, the lamps are out.

Mr (Upper Dale – Minister for Lamps) – I move – That they be lit.
"""


def test_numbers_of_pages_and_tapes_in_papua_new_guinea() -> None:
    read = parse(MORESBY)
    assert [label for label, _ in turns(MORESBY)] == ["Mr IVOR FENN", "Mr (Upper Dale – Minister for Lamps)"]
    first = next(iter(read.contributions()))
    assert "Mr Speaker, the lamps are out." in first.text and "02/04" not in first.text
    assert not {"0", "02/04"} & set(headings(MORESBY))


def test_a_name_that_a_copy_has_lost_leaves_its_brackets_in_canada() -> None:
    text = (
        "Hon. Ada Marsh (Upper Dale, Lib.): Mr. Speaker, it leaks.\n\n"
        "Mr. (Port Ardle—Ness, NDP): Mr. Speaker, it does.\n\nThe Speaker: Order.\n"
    )
    lost = list(parse(text).contributions())[1].speaker
    assert lost.label == "Mr. (Port Ardle—Ness, NDP)" and lost.surname is None
    assert lost.constituency is not None and lost.constituency.name == "Port Ardle—Ness"


def test_a_page_of_queensland_is_no_page_of_westminster() -> None:
    text = (
        "20 Mar 2001 Legislative Assembly 1\n\nTUESDAY, 20 MARCH 2001\n\nOPENING OF PARLIAMENT The Clerk "
        "read the proclamation, and the commissioners sat— The SENIOR COMMISSIONER (Honourable Gerald "
        "Oake— Central): Honourable members, I have it in command.\n\nRETURN OF WRITS The Clerk informed the "
        "House of the writs.\n"
    )
    read = parse(text)
    assert read.parliament == "au"
    label, words = turns(text)[0]
    assert label == "The SENIOR COMMISSIONER (Honourable Gerald Oake— Central)"
    assert words == "Honourable members, I have it in command."


def test_a_day_in_capitals_is_no_page_of_westminster() -> None:
    assert parse("TUESDAY, 20 MARCH 2001\n\nThe wall is old.\n").layout is None


def test_turns_within_columns_that_a_copy_has_run_into_one_another() -> None:
    filler = (
        "the wall of the harbour is old and nobody has mended it in the nine years since it was built and "
    )
    text = (
        "LEGISLATIVE ASSEMBLY OF SASKATCHEWAN March 23, 1993 The Assembly met at 2 p.m. "
        f"Mr. Oake: — Thank you, Mr. Speaker. {filler * 2}members of Some Hon. Members: Hear, hear! {filler}"
        f"families Hon. Mr. Fenn: — Thank you for the question. {filler}answer is no, I "
        "Mr. Reed: — To you I say no."
    )
    labels = [label for label, _ in turns(text)]
    assert labels == ["Mr. Oake", "Some Hon. Members", "Hon. Mr. Fenn", "Mr. Reed"]
    assert parse(text).confidence <= 0.3


def test_new_zealand_s_pages_with_a_surname_for_a_picture() -> None:
    text = (
        "Question No. 4 to Minister\n\nWednesday 15 December 2010 Hansard source (external site)\n\n"
        "MarshHon ADA MARSH (Labour—Upper Dale) Link to this\n\nI seek leave to table a letter.\n\n"
        "FennMr SPEAKER Link to this\n\nThere is objection.\n\n"
        "OakeGERALD OAKE (National—Port Ardle) Link to this\n\nSo there is.\n"
    )
    assert parse(text).parliament == "nz"
    assert turns(text) == [
        ("Hon ADA MARSH (Labour—Upper Dale)", "I seek leave to table a letter."),
        ("Mr SPEAKER", "There is objection."),
        ("GERALD OAKE (National—Port Ardle)", "So there is."),
    ]


DAIL = """Dáil Éireann debate -
Wednesday, 9 Nov 1983

Vol. 345 No. 9

Suspension of Member.

I am putting the question.

(Upper Dale West): On a point of order, is it in order?

Deputies

Hear, hear.

AN CATHAOIRLEACH

The House will sit at three.
"""


def test_labels_alone_on_a_line_and_seats_that_are_left_of_names_in_ireland() -> None:
    assert turns(DAIL)[-3:] == [
        ("(Upper Dale West)", "On a point of order, is it in order?"),
        ("Deputies", "Hear, hear."),
        ("AN CATHAOIRLEACH", "The House will sit at three."),
    ]
    assert roles(DAIL)["AN CATHAOIRLEACH"] == "chair" and roles(DAIL)["Deputies"] == "collective"


def test_leave_that_is_given_as_in_singapore_is_not_westminster_s() -> None:
    text = (
        "Suspension\n8.59 pm\nThe Leader of the House (Ms Ada Marsh): Mr Speaker, may I seek "
        "your consent?\nMr Speaker: I give my consent.\nHon Members indicated assent.\n"
    )
    assert parse(text).parliament == "sg"


def test_senators_of_kenya_and_heads_of_committees_where_newlines_are_lost() -> None:
    filler = (
        "the lamps of Port Ardle have been out since the spring and nobody has lit one of them in all that. "
    )
    text = (
        "PARLIAMENT OF KENYA THE SENATE THE HANSARD Tuesday, 23rd March, 2021 [The Speaker (Hon. Oake) in "
        f"the Chair] PRAYER Sen. Marsh: Mr. Speaker, Sir, {filler * 3}Sen. Fenn: On a point of order. "
        "The Speaker (Hon. Oake): "
        f"What is it? Sen. Fenn: Sorry, {filler * 2}\n"
    )
    labels = [label for label, _ in turns(text)]
    assert labels == ["Sen. Marsh", "Sen. Fenn", "The Speaker (Hon. Oake)", "Sen. Fenn"]
    text = (
        "PARLIAMENT OF UGANDA Thursday, 6 May 2021 Parliament met at 11.34 a.m. in Parliament House, Kampala "
        f"PRAYERS THE SPEAKER: Honourable members, {filler * 3}THE CHAIRPERSON, COMMITTEE ON HARBOURS "
        "(Mr Ivor Fenn): Madam "
        f"Speaker, I am ready. THE SPEAKER: {filler}\n"
    )
    assert [label for label, _ in turns(text)][1] == "THE CHAIRPERSON, COMMITTEE ON HARBOURS (Mr Ivor Fenn)"


def test_questions_on_canada_s_paper_have_their_numbers() -> None:
    text = (
        "OTTAWA, Tuesday, November 5, 2002\n\nHon. Ada Marsh (Upper Dale, Lib.): Mr. Speaker, it leaks.\n\n"
        "122. Mr. Gerald Oake (Port Ardle) asked:\n\nHow deep is the harbour?\n\n"
        "Question No. 123—Mr. Ivor Fenn:\n\nWith regard to lamps, how many are out?\n"
    )
    assert turns(text)[1:] == [
        ("Mr. Gerald Oake (Port Ardle)", "asked:"),
        ("Mr. Ivor Fenn", "With regard to lamps, how many are out?"),
    ]


def test_a_running_foot_of_fiji_s_debates_is_no_heading() -> None:
    text = (
        "HON. A.B. MARSH.- Madam Speaker, the wall is old\n\n1st Apr., 2019 Communications from the Chair "
        "641\n\nand it leaks.\n\nMADAM SPEAKER.- Order!\n"
    )
    assert [label for label, _ in turns(text)] == ["HON. A.B. MARSH", "MADAM SPEAKER"]
    assert not any("Communications" in heading for heading in headings(text))


def test_pages_of_the_australian_capital_territory_and_of_manitoba_are_no_others() -> None:
    text = (
        "Legislative Assembly for the ACT: 2010 Week 05 Hansard (Thursday, 6 May 2010) . . Page.. 1876 ..\n\n"
        "MR SPEAKER: Not yet.\n\nMr Oake: I have to say it.\n\nMS FENN: Thank you, Mr Speaker.\n"
    )
    assert parse(text).parliament == "au"
    assert [label for label, _ in turns(text)] == ["MR SPEAKER", "Mr Oake", "MS FENN"]
    petition = "Mr. Speaker, I beg to present the petition of Jack Fell and others, requesting a wall.\n\n"
    text = (
        f"The House met at 1:30 p.m.\n\nMr. Gerald Oake (Port Ardle):  {petition}"
        f"Ms. Ada Marsh (Upper Dale):  {petition}Mr. Speaker:  Order.\n"
    )
    assert parse(text).parliament == "ca"


def test_nova_scotia_s_names_in_capitals_are_labels_and_its_business_is_not() -> None:
    text = (
        "THE SPEAKER: Order.\n\nADA MARSH: I rise on a point of order to clarify it.\n\n"
        "POINT OF ORDER: Ruling\n\nADA MARSH: Thank you, Speaker.\n\nMR. IVOR FENN: Mr. Speaker, I do.\n"
    )
    labels = [turn.speaker.label for turn in parse(text, layout="canada").contributions()]
    assert labels == ["THE SPEAKER", "ADA MARSH", "ADA MARSH", "MR. IVOR FENN"]


def test_a_seat_beside_a_name_without_a_party_between_them_on_openparliament() -> None:
    text = (
        "House of Commons Hansard #13 of the 41st Parliament, 1st Session. (It is elsewhere.)\n\nTopics\n\n"
        "Sea Walls\nStatements By Members\n\n2:15 p.m.\n\nConservative\n\nAda Marsh Upper Dale, AB\n\n"
        "Mr. Speaker, it leaks.\n\nLamps\nStatements By Members\n\n2:20 p.m.\n\nNDP\n\n"
        "Gerald Van Oake Port Ardle—Ness, BC\n\nMr. Speaker, they are out.\n"
    )
    assert turns(text) == [
        ("Ada Marsh", "Mr. Speaker, it leaks."),
        ("Gerald Van Oake", "Mr. Speaker, they are out."),
    ]
    places = [turn.speaker.constituency for turn in parse(text).contributions()]
    assert [place and place.name for place in places] == ["Upper Dale, AB", "Port Ardle—Ness, BC"]
