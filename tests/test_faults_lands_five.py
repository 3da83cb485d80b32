"""What the records of other lands showed: lists of names that run on, labels in two languages."""

import pytest

from hansardparse import parse
from hansardparse.nodes import Division


def turns(page: str, layout: str = "auto") -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(page, layout=layout, resolve=False).contributions()]


def divided(page: str, layout: str) -> Division:
    (division,) = parse(page, layout=layout, resolve=False).divisions()
    return division


def sides(page: str, layout: str) -> list[tuple[str, int | None, list[str]]]:
    return [(side.option, side.stated, [v.name for v in side.votes]) for side in divided(page, layout).groups]


# --- lists that run on


def test_surnames_that_semicolons_part_vote_in_new_zealand() -> None:
    page = (
        "Hon. A. F. MARSH (Minister of Harbours): I move, That this Bill be now read a second time.\n\n"
        "The House divided on the question, That this Bill be now read a second time.\n\n"
        "Ayes 4\n\nFell; Marsh; Pugh, T. C.; Te Rangi.\n\nTellers: Fell; Pugh.\n\n"
        "Noes 2\n\nIndependents: Fenn, Oake-Reed.\n\nMajority for: 2\n\nMotion agreed to.\n"
    )
    assert sides(page, "new-zealand") == [
        ("aye", 4, ["Fell", "Marsh", "Pugh, T. C.", "Te Rangi"]),
        ("no", 2, ["Fenn", "Oake-Reed"]),
    ]
    assert [teller.name for teller in divided(page, "new-zealand").groups[0].tellers] == ["Fell", "Pugh"]
    assert [text for _, text in turns(page)] == ["I move, That this Bill be now read a second time."]


def test_a_party_vote_has_the_total_of_its_side_and_no_names() -> None:
    page = (
        "A party vote was called for on the question, That the Bill be now read a third time.\n\n"
        "Ayes 63\n\nNew Zealand Labour 46; New Zealand First 9; Green Party of Aotearoa New Zealand 8.\n\n"
        "Noes 1\n\nACT New Zealand 1.\n\nBill read a third time.\n"
    )
    assert sides(page, "new-zealand") == [("aye", 63, []), ("no", 1, [])]


def test_the_members_of_a_party_vote_in_queensland() -> None:
    page = (
        "Mr SPEAKER: Order!\n\nDivision: Question put—That the motion be agreed to.\n\n"
        "AYES, 4:\n\nALP, 3—Fell, Oake-Reed, Mc Pugh.\n\nInd, 1—Marsh.\n\n"
        "NOES, 1:\n\nGrn, 1—Reed.\n\nResolved in the affirmative.\n"
    )
    assert sides(page, "australia") == [
        ("aye", 4, ["Fell", "Oake-Reed", "Mc Pugh", "Marsh"]),
        ("no", 1, ["Reed"]),
    ]


def test_two_names_stand_side_by_side_where_the_second_ends_in_an_initial() -> None:
    page = (
        "The SPEAKER—Order!\n\nThe House divided. [3.28 pm]\n\nAYES\n\nFell, T. Marsh, S.\n\nNOES\n\nReed, W."
    )
    assert sides(page, "australia") == [
        ("aye", None, ["Fell, T.", "Marsh, S."]),
        ("no", None, ["Reed, W."]),
    ]


def test_a_star_is_a_tellers_in_australia() -> None:
    listed = "AYES\n\nFell, T.J. * Marsh, S.\n\n* denotes teller\n"
    page = f"The SPEAKER—Order!\n\nThe House divided. [3.28 pm]\n\n{listed}"
    (side,) = divided(page, "australia").groups
    assert [vote.name for vote in side.votes] == ["Marsh, S."]
    assert [(teller.name, teller.text) for teller in side.tellers] == [("Fell, T.J.", "Fell, T.J. *")]


def test_a_question_and_the_division_on_it_stand_on_one_line_with_who_presided() -> None:
    page = (
        "Mr. MARSH. - I move that the duty be reduced.\n\n"
        "Question - That the amendment be agreed to - put. The committee divided. (Chairman - Mr. Oake.)\n\n"
        "Ayes.. .. .. 1\n\nNoes . . . . 2\n\nMajority . . . . 1\n\n"
        "AYES\n\nMarsh, W. A.\n\nNOES\n\nFell, J.\n\nReed, P.\n\nQuestion so resolved in the negative.\n"
    )
    assert [side[:2] for side in sides(page, "australia")] == [("aye", 1), ("no", 2)]
    assert [text for _, text in turns(page, "australia")] == ["I move that the duty be reduced."]


def test_nobody_votes_where_a_list_says_nil() -> None:
    page = (
        "The Speaker: Call in the members.\n\n(Division No. 7)\n\nYEAS\n\nMembers\n\nMarsh\n\nTotal: -- 1\n\n"
        "NAYS\n\nMembers\n\nReed\n\nTotal: -- 1\n\nPAIRED\n\nNil\n\nThe Speaker: Carried.\n"
    )
    assert sides(page, "canada")[2] == ("paired", None, [])


# --- who speaks


@pytest.mark.parametrize(
    ("label", "office", "presides"),
    [
        ("Y Llywydd / The Presiding Officer", "Y Llywydd / The Presiding Officer", True),
        ("Y Dirprwy Lywydd / The Deputy Presiding Officer", None, True),
        ("Y Prif Weinidog / The First Minister", "Y Prif Weinidog / The First Minister", False),
        ("Y Gweinidog Arfordiroedd / The Minister for Coasts (Ada Marsh)", None, False),
        ("Aelod o'r Cynulliad / An Assembly Member", None, False),
        ("Aelodau / Members", None, False),
    ],
)
def test_a_label_in_both_languages_of_wales_is_one(label: str, office: str | None, presides: bool) -> None:
    page = f"Gwen Oake: Diolch yn fawr, Lywydd.\n\n{label}: Good afternoon to all of you.\n"
    last = [*parse(page, layout="wa-record", resolve=False).contributions()][-1]
    assert (last.speaker.label, last.text) == (label, "Good afternoon to all of you.")
    assert last.speaker.in_chair == presides
    assert office is None or last.speaker.office == office


def test_a_title_in_brackets_is_of_the_name_in_the_european_parliament() -> None:
    page = "President. – The debate is open.\n\nEmrys (The Earl of) Ardle (EFD). – Mr President, I rise.\n"
    *_, last = parse(page, layout="verbatim-report", resolve=False).contributions()
    assert (last.speaker.constituency, str(last.speaker.party)) == (None, "EFD")
    assert last.speaker.surname == "Ardle"


def test_who_is_called_may_have_the_hour_behind_the_brackets_in_new_zealand() -> None:
    page = "Dr ADA MARSH (Labour—Upper Dale) (15:42): I take a short call.\n"
    (turn,) = parse(page, layout="new-zealand", resolve=False).contributions()
    assert (str(turn.speaker.constituency), str(turn.speaker.party)) == ("Upper Dale", "Labour")
    assert (turn.time, turn.text) == ("15:42", "I take a short call.")


def test_a_question_to_a_minister_may_have_a_comma_behind_who_asks() -> None:
    page = (
        "3. Mr OAKE-REED (Opposition Whip—Port Ardle), to the Minister of Harbours: Has he seen the wall?\n\n"
        "Hon. A. F. MARSH (Minister of Harbours): Yes.\n"
    )
    assert parse(page).layout == "new-zealand"
    first, *_ = parse(page, resolve=False).contributions()
    assert (first.question_number, first.speaker.label) == ("3", "Mr OAKE-REED (Opposition Whip—Port Ardle)")


# --- what a House does


@pytest.mark.parametrize(
    ("layout", "turn", "act"),
    [
        ("oireachtas", "Deputy Ada Marsh: It was.", "Order of Business agreed to."),
        ("oireachtas", "Deputy Ada Marsh: It was.", "Question No. 34 taken with Written Answers."),
        (
            "sg-hansard",
            "The Chairman: Order. I propose to take a break now.",
            "Thereupon Mr Speaker left the Chair of the Committee and took the Chair of the House.",
        ),
        ("canada", "Mr. Gerald Oake: I agree.", "(Motion agreed to) [See Minutes of Proceedings]"),
        ("in-report", "SHRI GERALD OAKE: Sir, I lay it.", "(Placed in Library, See No. LT 2311/2005)"),
        ("australia", "Mr OAKE: I table the figures.", "Tabled paper: Letter, dated 1 May 2018 [640]."),
    ],
)
def test_what_a_house_does_is_none_of_the_words_above_it(layout: str, turn: str, act: str) -> None:
    ((_, text),) = turns(f"{turn}\n\n{act}\n", layout)
    assert text == turn.partition(": ")[2]


def test_a_minister_goes_on_behind_where_a_paper_is_to_be_seen() -> None:
    page = (
        "SHRI GERALD OAKE: Sir, I lay on the Table—\n\n(i) A report on walls.\n\n"
        "[Placed in Library. See No. L.T. 1/16/05]\n\n(ii) A report on lamps.\n"
    )
    assert turns(page, "in-report")[0][1] == (
        "Sir, I lay on the Table—\n\n(i) A report on walls.\n\n(ii) A report on lamps."
    )


def test_the_hour_has_a_dot_before_it_in_canada() -> None:
    page = "Ms. Ada Marsh: I shall be brief.\n\n●(1830)\n\nI have said it.\n"
    (turn,) = parse(page, layout="canada", resolve=False).contributions()
    assert turn.text == "I shall be brief.\n\nI have said it."


def test_a_dash_close_behind_the_name_begins_a_turn_below_a_heading_in_papua_new_guinea() -> None:
    page = "Mr OAKE– I am aware of the road.\n\nSupplementary Question\n\nMr REED– Will he look at it?\n"
    found = parse(page, layout="pg-hansard", resolve=False)
    assert [section.heading for section in found.sections()] == ["Supplementary Question"]


@pytest.mark.parametrize(
    "act", ["Original question resolved in the affirmative.", "Main question, as amended, agreed to."]
)
def test_a_question_is_put_in_small_letters_behind_what_it_is(act: str) -> None:
    page = f"Mr OAKE (Upper Dale) (09:40): I agree.\n\n{act}\n\nMr MARSH (Dale) (09:50): So do I.\n"
    assert turns(page, "australia")[0][1] == "I agree."
    assert act in [item.text for item in parse(page, layout="australia").items if item.type == "procedure"]
