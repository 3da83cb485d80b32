"""What an eighth lot of other lands showed: bills above labels, members who are there."""

from hansardparse import parse, rows


def turns(page: str, layout: str) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(page, layout=layout, resolve=False).contributions()]


def of_type(page: str, layout: str, kind: str) -> list[str | None]:
    return [row["text"] for row in rows(parse(page, layout=layout, resolve=False)) if row["type"] == kind]


def test_the_name_of_a_bill_above_a_time_is_none_of_the_label_below_it_on_several_lines() -> None:
    page = (
        "Parliament met at 2.43 p.m. in Parliament\n"
        "House, Kampala.\n"
        "SECOND READING\n"
        "THE SEA WALLS BILL, 2018\n"
        "2.50\n"
        "THE MINISTER OF STATE FOR COASTS\n"
        "AND LAMPS (Mr Gerald Oake): Madam Speaker, I\n"
        "beg to present the report of the committee on\n"
        "the Bill, which has been with us since the\n"
        "spring of last year and was read by all who\n"
        "live on the islands or have been there and\n"
        "have seen the walls.\n"
    )
    said = turns(page, "ug-hansard")
    assert [label for label, _ in said] == ["THE MINISTER OF STATE FOR COASTS AND LAMPS (Mr Gerald Oake)"]
    assert of_type(page, "ug-hansard", "heading")[-1] == "THE SEA WALLS BILL, 2018"


def test_the_council_that_met_in_kampala_is_known() -> None:
    page = (
        "Thursday, 9 March 1995\n\n"
        "The House met at 2.30 p.m. in the Parliamentary Building, Kampala.\n\n"
        "PRAYERS\n\n"
        "(The Deputy Chairman, Prof. Una Reed, in the Chair)\n\n"
        "ORAL ANSWERS TO QUESTIONS\n\n"
        "MR OAKE: Supplementary question, Mr Chairman. When will the lamps be lit?\n\n"
        "THE DEPUTY CHAIRMAN: Order, please.\n\n"
        "MRS ADA MARSH (Ardle District): Point of information, Mr Chairman.\n\n"
        "(The Council rose at 6.00 p.m. and adjourned until Tuesday, 14 March 1995 at 2.30 p.m.)\n"
    )
    found = parse(page, resolve=False)
    assert found.layout == "ug-hansard"
    assert [c.text for c in found.contributions()][-1] == "Point of information, Mr Chairman."


def test_members_who_are_there_and_who_presides_are_no_headings_in_ireland() -> None:
    page = (
        "The joint committee met at 9.30 a.m.\n"
        "Members present:\n"
        "Deputy Gerald Oake,\n"
        "Senator Ada Marsh.\n"
        "In attendance: Deputy Una Reed.\n"
        "DEPUTY TOMOS FELL IN THE CHAIR.\n"
        "Sea Walls: Discussion\n"
        "Chairman: I welcome Mr. Pugh of the Office of Lamps.\n"
    )
    assert of_type(page, "oireachtas", "heading") == ["Sea Walls: Discussion"]


def test_a_question_that_is_put_a_second_time_is_none_of_the_chair_s_words() -> None:
    page = (
        "Mr Speaker: I put the Question.\n\n"
        "The Question was put a second time.\n\n"
        "The Assembly divided:\n\nAyes 40; Noes 20.\n"
    )
    assert turns(page, "ni-report") == [("Mr Speaker", "I put the Question.")]


def test_what_a_question_is_about_in_brackets_is_a_heading_in_singapore() -> None:
    page = (
        "ORAL ANSWERS TO QUESTIONS\n\n"
        "LAMPS AT PORT ARDLE\n\n"
        "(Enforcement)\n\n"
        "1. Mr Gerald Oake asked the Minister for Coasts when they will be lit.\n\n"
        "The Minister for Coasts (Mdm Ada Marsh): Mr Speaker, Sir, in June.\n"
    )
    assert of_type(page, "sg-hansard", "heading")[-1] == "(Enforcement)"


def test_the_day_at_the_head_of_a_page_of_the_site_is_that_of_the_record() -> None:
    page = (
        "(Senate - January 30, 1990)\n"
        "[Pages S693-S694]\n"
        "From the Congressional Record Online through the printers [www.example.gov]\n\n"
        "                           SEA WALLS\n\n"
        "  Mr. OAKE. Mr. President, the wall is broken.\n"
    )
    found = list(rows(parse(page, layout="congressional-record", resolve=False)))
    assert found[-1]["speaker_label"] == "Mr. OAKE"
    assert str(found[-1]["date"]) == "1990-01-30"


def test_a_question_and_its_subject_on_one_line_are_a_heading_in_australia() -> None:
    page = "QUESTION. UNEMPLOYMENT.\n\nMr. OAKE.—I wish to ask the Prime Minister when it ends?\n"
    assert of_type(page, "australia", "heading") == ["QUESTION. UNEMPLOYMENT."]


def test_an_item_stands_above_who_presides_and_a_result_is_no_heading_in_wales() -> None:
    page = (
        "2. Sea Walls\n\n"
        "The Deputy Presiding Officer: Item 2 is on walls.\n\n"
        "12. Voting Time\n\n"
        "The Deputy Presiding Officer: Therefore, we'll vote.\n\n"
        "Motion NDM6600 as amended: For: 26, Against: 11, Abstain: 15\n\n"
        "Motion as amended has been agreed\n"
    )
    assert of_type(page, "wa-record", "heading") == ["2. Sea Walls", "12. Voting Time"]
