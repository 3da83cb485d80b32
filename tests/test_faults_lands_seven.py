"""What other occasions of other lands showed: votes of a council, Houses, oaths, and whose record it is."""

import pytest

from hansardparse import parse, rows


def turns(page: str, layout: str) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(page, layout=layout, resolve=False).contributions()]


def of_type(page: str, layout: str, kind: str) -> list[str | None]:
    return [row["text"] for row in rows(parse(page, layout=layout, resolve=False)) if row["type"] == kind]


def votes(page: str, layout: str) -> list[tuple[str, list[str]]]:
    found = parse(page, layout=layout, resolve=False)
    return [
        (side.option, [vote.name for vote in side.votes])
        for division in found.divisions()
        for side in division.groups
    ]


# --- divisions


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_recorded_vote_of_winnipeg_is_none_of_the_words_above_it(gap: str) -> None:
    page = gap.join(
        (
            "Madam Speaker: All those in favour please, rise.",
            "A RECORDED VOTE was taken the result being as follows:",
            "Yeas",
            "His Worship Mayor Oake, Councillors Marsh, Fell and Madam Speaker Councillor Reed",
            "Nays",
            "Councillors Pugh and Fenn",
            "City Clerk: The vote Madam Speaker, Yeas 4, Nays 2.\n",
        )
    )
    assert turns(page, "canada") == [
        ("Madam Speaker", "All those in favour please, rise."),
        ("City Clerk", "The vote Madam Speaker, Yeas 4, Nays 2."),
    ]
    assert votes(page, "canada") == [
        ("yea", ["His Worship Mayor Oake", "Marsh", "Fell", "Madam Speaker Councillor Reed"]),
        ("nay", ["Pugh", "Fenn"]),
    ]


def test_names_of_the_1920s_vote_in_ireland_where_a_small_h_begins_one() -> None:
    page = (
        "The Committee divided: Tá, 1; Níl, 2.\n\nTá\n\nProinsias Mac Aodha.\n\n"
        "Níl\n\nLiam Ó hAodha.\nGearóid T. Mac Fell.\n\nAmendment declared lost.\n"
    )
    assert votes(page, "oireachtas") == [
        ("aye", ["Proinsias Mac Aodha."]),
        ("no", ["Liam Ó hAodha.", "Gearóid T. Mac Fell."]),
    ]


# --- which House sits, and when


def test_a_house_of_australia_has_a_stop_and_small_letters() -> None:
    page = (
        "House of Representatives.\n\nTuesday, 7 June, 1910.\n\nSUPPLY.\n\n"
        "Mr. OAKE (Upper Dale) [3.10].- I move.\n\n"
        "Senate.\n\nWednesday, 8 June, 1910.\n\nSenator FELL.- I move.\n"
    )
    found = [
        (row["house"], row["date"]) for row in rows(parse(page, layout="australia")) if row["speaker_label"]
    ]
    assert found == [("House of Representatives", "1910-06-07"), ("Senate", "1910-06-08")]


@pytest.mark.parametrize(
    ("head", "house"),
    [
        ("Dáil Éireann\n\nTuesday, 7 November 2017", "Dáil"),
        ("Seanad Éireann\nDé Máirt, 7 Samhain 2017", "Seanad"),
        ("Dáil Éireann debate -\nTuesday, 7 Nov 2017", "Dáil"),
        ("DÁIL EIREANN.\n\nDé Máirt, 7adh Samhain, 2017. (Tuesday, 7th November, 2017.)", "Dáil"),
    ],
)
def test_the_house_above_a_day_sits_in_ireland(head: str, house: str) -> None:
    page = f"{head}\n\nSea Walls\n\nDeputy Ada Marsh: The wall leaks.\n\nAn Ceann Comhairle: Order.\n"
    found = [row for row in rows(parse(page)) if row["speaker_label"]]
    assert [(row["house"], row["date"]) for row in found] == [(house, "2017-11-07")] * 2


def test_the_house_at_the_head_of_a_page_of_ireland_cuts_no_speech() -> None:
    page = "Deputy Ada Marsh: The wall at\n\nDáil Éireann\n\nArdle leaks.\n"
    assert turns(page, "oireachtas") == [("Deputy Ada Marsh", "The wall at Ardle leaks.")]


# --- labels


def test_the_dail_of_the_1920s_is_read() -> None:
    page = (
        "Do chuaidh an CEANN COMHAIRLE i gCeannas, 3 p.m.\n\n"
        "MINISTER for LANDS and COASTS (Mr. Marsh): In the spring.\n\n"
        "An LEAS-CHEANN COMHAIRLE: Question 14.\n\nProinsias MAC AODHA: Aontaím.\n"
    )
    found = parse(page)
    assert found.layout == "oireachtas"
    speakers = [c.speaker for c in found.contributions()]
    assert [s.label for s in speakers] == [
        "MINISTER for LANDS and COASTS (Mr. Marsh)",
        "An LEAS-CHEANN COMHAIRLE",
        "Proinsias MAC AODHA",
    ]
    assert [s.in_chair for s in speakers] == [False, True, False]
    assert speakers[0].surname == "Marsh"


def test_a_question_without_a_number_is_asked_in_south_africa() -> None:
    page = "Mrs. OAKE asked the Minister of Harbours:\n\nIs it lit?\n\nThe MINISTER OF HARBOURS: It is.\n"
    assert turns(page, "za-hansard") == [
        ("Mrs. OAKE", "asked the Minister of Harbours:\n\nIs it lit?"),
        ("The MINISTER OF HARBOURS", "It is."),
    ]


def test_who_presides_with_an_article_in_capitals_is_in_the_chair_in_south_africa() -> None:
    page = "THE HOUSE CHAIRPERSON (Mr G T OAKE): Order!\n\nMr A B MARSH: Chairperson, no.\n"
    assert [c.speaker.in_chair for c in parse(page, layout="za-hansard").contributions()] == [True, False]


@pytest.mark.parametrize(
    ("layout", "behind", "found"),
    [
        (
            "openaustralia",
            "Upper Dale, Green Party, Minister for Lamps",
            ("Upper Dale", "Green Party", False),
        ),
        ("openaustralia", "Speaker", (None, None, True)),
        ("kildarestreet", "Upper Dale, Ceann Comhairle", ("Upper Dale", None, True)),
        ("kildarestreet", "Upper Dale, Labour", ("Upper Dale", "Labour", False)),
    ],
)
def test_seat_party_and_office_stand_in_one_bracket(
    layout: str, behind: str, found: tuple[str | None, str | None, bool]
) -> None:
    page = f"Photo of Ada MarshAda Marsh ({behind})\n\nThe wall leaks.\n"
    (turn,) = parse(page, layout=layout, resolve=False).contributions()
    place, party = turn.speaker.constituency, turn.speaker.party
    assert (place and place.name, party and party.code, turn.speaker.in_chair) == found


# --- what a House does


@pytest.mark.parametrize(
    ("layout", "words"),
    [
        ("canada", "A message was delivered by the Gentleman Usher of the Black Rod as follows:"),
        ("canada", "Accordingly, Mr. Speaker with the House went up to the Senate chamber."),
        ("canada", "And being returned:"),
        ("australia", "Pursuant to sessional order question time concluded at 3.15 p.m."),
        ("australia", "Private members' statements concluded."),
        ("australia", "Question time concluded at 3.15 p.m."),
    ],
)
def test_what_the_house_does_is_none_of_the_words_above_it(layout: str, words: str) -> None:
    label = {"canada": "The Speaker: ", "australia": "The SPEAKER: "}[layout]
    page = f"{label}Order.\n\n{words}\n\n{label}I thank members.\n"
    assert [text for _, text in turns(page, layout)] == ["Order.", "I thank members."]
    assert of_type(page, layout, "procedure") == [words]


def test_interjections_do_not_end_an_exchange_in_canada() -> None:
    page = (
        "ORAL QUESTIONS\n\nMr. Ivor Oake: My question is for the Premier. Will the wall be mended?\n\n"
        "Hon. Ada Marsh: It will be mended.\n\nInterjections.\n\nThe Speaker: Order.\n\n"
        "Mr. Ivor Oake: And the light?\n\nHon. Ada Marsh: That too.\n"
    )
    kinds = [row["kind"] for row in rows(parse(page, layout="canada")) if row["type"] == "contribution"]
    assert kinds == ["question", "answer", "chair", "supplementary", "answer"]


def test_members_who_are_present_or_sworn_are_no_headings_in_fiji() -> None:
    page = (
        "PRESENT\n\nHon. Ada Marsh, Minister for Lamps\n\nHon. Lt. Col. Gerald Oake\n\n"
        "MINUTES\n\nHON. A. MARSH.- Madam Speaker, I move.\n"
    )
    assert of_type(page, "fj-hansard", "heading") == ["PRESENT", "MINUTES"]


def test_a_heading_in_two_languages_stands_above_a_result_in_wales() -> None:
    page = (
        "Y Llywydd: Diolch.\n\nY Cyfnod Pleidleisio\n\nVoting Time\n\n"
        "Cynnig NDM1200: O blaid 3, Ymatal 0, Yn erbyn 4.\nMotion NDM1200: For 3, Abstain 0, Against 4.\n"
    )
    assert turns(page, "wa-record") == [("Y Llywydd", "Diolch.")]
    assert of_type(page, "wa-record", "heading") == ["Y Cyfnod Pleidleisio", "Voting Time"]


# --- kinds, and whose record it is


def test_a_point_of_order_is_raised_behind_an_address() -> None:
    page = (
        "Mr OAKE: I move.\n\nMr Marsh: Madam Speaker, a point of order: on relevance.\n\nThe SPEAKER: No.\n"
    )
    kinds = [row["kind"] for row in rows(parse(page, layout="australia"))]
    assert kinds == ["speech", "point_of_order", "chair"]


def test_a_seat_and_an_office_in_one_bracket_tell_papua_new_guinea() -> None:
    page = (
        "QUESTIONS\n\nMr IVOR FELL (Upper Dale – Minister for Coasts) – I thank the Members.\n\n"
        "Mr SPEAKER – Order!\n\nDebate (on motion by Mr Gerald Oake) adjourned.\n"
    )
    assert parse(page).layout == "pg-hansard"


def test_the_title_of_a_council_tells_its_debates() -> None:
    page = "COUNCIL OF THE CITY OF WINNIPEG\nWednesday, March 3, 2010\n\nMadam Speaker: I call the meeting.\n"
    found = parse(page)
    assert (found.layout, str(next(iter(rows(found)))["date"])) == ("canada", "2010-03-03")


def test_a_day_on_which_it_sat_tells_the_european_parliament_where_applause_is_heard() -> None:
    page = (
        "Sitting of Wednesday, 21 July 1999\n\nPresident. – The debate is open.\n\n"
        "Oake (PPE-DE). – Madam President, it is.\n\n(Applause)\n\nMarsh, Council. – I agree.\n"
    )
    assert parse(page).layout == "verbatim-report"
