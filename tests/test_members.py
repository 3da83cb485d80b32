"""Registers of members: in every form that is read, and who of them the speakers of a transcript are."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from running import here

import hansardparse
from hansardparse import HansardError, Transcript, load_members, parse
from hansardparse.members.holdings import Holding, Member
from hansardparse.members.members import Members
from hansardparse.nodes import Given

HEAD = "House of Commons\n\nMonday 4 March 2024\n\nFerries\n\n"
CSV = """party,id,name,house,constituency,from,to
Labour,a1,Ms Ada Marsh,Commons,Upper Dale,2019-12-12,
Conservative,o1,Sir Gerald Oake,House of Commons,Port Ardle,2010-05-06,
Liberal Democrat,p1,Tomos Pugh,Commons,Lower Ness,2015-05-07,2023-01-31
Labour,p1,Tomos Pugh,Commons,Lower Ness,2023-02-01,
Crossbench,l1,Lord Marsh of Elm,Lords,,1999-01-01,
"""


def of(*members: Member) -> Members:
    return Members(members)


def member(number: str, name: str, **held: Any) -> Member:
    return Member(id=number, names=(name,), holdings=(Holding(**held),) if held else ())


def linked(members: Members, *turns: str, head: str = HEAD) -> list[tuple[Any, ...]]:
    """Of each turn the id, the party and the constituency of its speaker."""
    page = members.link(parse(head + "\n\n".join(turns), layout="official-report"))
    return [
        (c.person.register_id, c.party and c.party.code, c.constituency and c.constituency.name)
        if c.person is not None
        else (None, None, None)
        for c in page.contributions()
    ]


@pytest.fixture
def register(tmp_path: Path) -> Members:
    (tmp_path / "members.csv").write_text(CSV, encoding="utf-8")
    return load_members(tmp_path / "members.csv")


def test_a_csv_fills_what_is_not_printed(register: Members) -> None:
    assert len(register) == 4
    assert linked(
        register,
        "The Minister for Coasts (Ada Marsh): The wall is dry.",
        "Sir Gerald Oake (Port Ardle) (Ind): It is not.",
        "Ada Marsh: It is.",
        "Tomos Pugh: Is it?",
    ) == [
        ("a1", "Lab", "Upper Dale"),
        ("o1", "Ind", "Port Ardle"),
        ("a1", "Lab", "Upper Dale"),
        ("p1", "Lab", "Lower Ness"),
    ]


def test_what_is_filled_says_so(register: Members) -> None:
    page = register.link(
        parse(f"{HEAD}The Minister for Coasts (Ada Marsh): It is dry.", layout="official-report")
    )
    (turn,) = (row for row in hansardparse.rows(page) if row["type"] == "contribution")
    assert (turn["party"], turn["constituency"]) == (None, None)
    assert (turn["person_id"], turn["person_party"], turn["person_constituency"]) == (
        "a1",
        "Lab",
        "Upper Dale",
    )
    filled = {key for key, rule in turn["rules"].items() if rule == "register"}
    assert filled == {"person_id", "person_party", "person_constituency"}
    assert hansardparse.loads(hansardparse.dumps(page)) == page
    printed = register.link(
        parse(f"{HEAD}Ms Ada Marsh (Upper Dale) (Ind): It is dry.", layout="official-report")
    )
    (turn,) = (row for row in hansardparse.rows(printed) if row["type"] == "contribution")
    assert turn["person_party"] == "Ind"
    assert [key for key, rule in turn["rules"].items() if rule == "register"] == ["person_id"]


def test_a_party_changes_with_the_day(register: Members) -> None:
    before = HEAD.replace("4 March 2024", "9 May 2022")
    assert linked(register, "Tomos Pugh: No.", head=before)[0][:2] == ("p1", "LD")
    earlier = HEAD.replace("4 March 2024", "9 May 2011")
    assert linked(register, "Tomos Pugh: No.", head=earlier)[0] == (None, None, None)


def test_peers_are_known_by_their_titles(register: Members) -> None:
    head = "House of Lords\n\nMonday 4 March 2024\n\nFerries\n\n"
    assert linked(register, "Lord Marsh of Elm: My Lords, no.", "Lord Marsh: No.", head=head) == [
        ("l1", "CB", None),
        ("l1", "CB", None),
    ]
    assert linked(register, "Lord Marsh of Elm: My Lords, no.")[0][0] is None


def test_two_of_one_name_are_told_apart() -> None:
    two = of(
        member("1", "Ada Marsh", constituency="Upper Dale", party="Labour", house="Commons"),
        member("2", "Ada Marsh", constituency="Port Ardle", party="Conservative", house="Commons"),
    )
    assert linked(two, "Ada Marsh (Port Ardle) (Con): No.", "Ada Marsh: No.")[1][0] == "2"
    assert linked(two, "Ada Marsh (Lower Ness) (LD): No.")[0][0] is None
    page = two.link(
        parse(f"{HEAD}The Minister for Coasts (Ada Marsh): No.\n\nAda Marsh: No.", layout="official-report")
    )
    (problem,) = [p for p in page.problems if p.code == "ambiguous-member"]
    assert problem.severity == "info"
    assert all(c.person is not None and c.person.register_id is None for c in page.contributions())


def test_an_open_name_has_the_party_that_all_of_it_have() -> None:
    two = of(
        member("1", "Ada Marsh", constituency="Upper Dale", party="Labour", house="Commons"),
        member("2", "Ada Marsh", constituency="Port Ardle", party="Labour", house="Commons"),
    )
    assert linked(two, "The Minister for Coasts (Ada Marsh): No.") == [(None, "Lab", None)]


def test_an_office_is_known_by_its_day() -> None:
    posts = of(
        member("1", "Ada Marsh", office="Prime Minister", start="2010-05-11", end="2016-07-13"),
        member("2", "Gerald Oake", office="The Prime Minister", start="2016-07-13"),
    )
    assert linked(posts, "The Prime Minister: No.")[0][0] == "2"
    early = HEAD.replace("4 March 2024", "9 May 2011")
    assert linked(posts, "The Prime Minister: No.", head=early)[0][0] == "1"
    both = of(
        attrs.evolve(
            member("1", "Ada Marsh", house="Commons"),
            holdings=(Holding(house="Commons"), Holding(office="The Minister for Coasts")),
        ),
        member("2", "Ada Marsh", house="Commons"),
    )
    assert linked(both, "The Minister for Coasts (Ada Marsh): No.")[0][0] == "1"


def test_a_short_forename_is_told_by_the_seat_or_by_nobody_else() -> None:
    one = of(member("1", "Christopher Oake", constituency="Port Ardle", house="Commons"))
    assert linked(one, "Chris Oake (Port Ardle) (Con): No.")[0][0] == "1"
    assert linked(one, "Nick Oake (Port Ardle) (Con): No.")[0][0] == "1"
    assert linked(one, "Nick Oake: No.")[0][0] is None
    assert linked(one, "Mr Oake: No.")[0][0] == "1"
    assert linked(one, "Ms Oake: No.")[0][0] == "1"  # the register does not say otherwise


POPOLO = {
    "persons": [
        {
            "id": "uk.org.publicwhip/person/1",
            "identifiers": [{"scheme": "datadotparl_id", "identifier": "44"}],
            "other_names": [{"note": "Main", "given_name": "Ada", "family_name": "Marsh"}],
        },
        {
            "id": "uk.org.publicwhip/person/2",
            "other_names": [
                {"note": "Main", "honorific_prefix": "Lord", "lordname": "Oake", "lordofname": "Elm"}
            ],
        },
    ],
    "organizations": [
        {"id": "labour", "name": "Labour"},
        {"id": "house-of-commons", "name": "House of Commons"},
        {"id": "coasts", "name": "Department for Coasts"},
    ],
    "posts": [
        {
            "id": "uk.org.publicwhip/cons/1",
            "area": {"name": "Upper Dale"},
            "organization_id": "house-of-commons",
        }
    ],
    "memberships": [
        {
            "id": "uk.org.publicwhip/member/7",
            "person_id": "uk.org.publicwhip/person/1",
            "post_id": "uk.org.publicwhip/cons/1",
            "on_behalf_of_id": "labour",
            "start_date": "2019-12-12",
        },
        {
            "id": "uk.org.publicwhip/moffice/1",
            "person_id": "uk.org.publicwhip/person/1",
            "organization_id": "coasts",
            "role": "The Minister for Coasts",
            "start_date": "2024-01-01",
        },
        {
            "id": "uk.org.publicwhip/lord/8",
            "person_id": "uk.org.publicwhip/person/2",
            "organization_id": "house-of-lords",
        },
    ],
}


def load(tmp_path: Path, data: Any) -> Members:
    file = tmp_path / "members.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return load_members(file)


def test_popolo_is_read(tmp_path: Path) -> None:
    register = load(tmp_path, POPOLO)
    one = "uk.org.publicwhip/person/1"
    assert linked(register, "The Minister for Coasts: No.", "Ada Marsh: No.") == [
        (one, "Lab", "Upper Dale"),
        (one, "Lab", "Upper Dale"),
    ]
    who = 'speakername="A. M." speakerid="uk.org.publicwhip/member/7"'
    xml = f'<publicwhip><speech id="a" {who}><p>No.</p></speech></publicwhip>'
    (turn,) = register.link(hansardparse.parse_bytes(xml.encode())).contributions()
    assert turn.person is not None and turn.person.register_id == one


def test_the_members_api_is_read(tmp_path: Path) -> None:
    value = {
        "id": 44,
        "nameDisplayAs": "Ada Marsh",
        "nameFullTitle": "Rt Hon Ada Marsh MP",
        "latestParty": {"name": "Labour", "abbreviation": "Lab"},
        "latestHouseMembership": {
            "membershipFrom": "Upper Dale",
            "house": 1,
            "membershipStartDate": "2019-12-12T00:00:00",
            "membershipEndDate": None,
        },
    }
    register = load(tmp_path, {"items": [{"value": value}], "totalResults": 1})
    assert linked(register, "The Minister for Coasts (Ada Marsh): No.") == [("44", "Lab", "Upper Dale")]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"surname,number\nMarsh,1\n",
        b"name,id\nAda Marsh,\n",
        b"name,id,from\nAda Marsh,1,last year\n",
        b"{",
        b'{"ferries": []}',
        b'{"persons": [{"name": "Ada Marsh"}]}',
        b"[1, 2]",
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_register_is_said_on_one_line(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "members"
    file.write_bytes(data)
    with pytest.raises(HansardError) as caught:
        load_members(file)
    assert caught.value.code == "bad-members"
    assert "\n" not in str(caught.value) and str(file) in str(caught.value)


# --- invented registers ------------------------------------------------------------------------------

FORENAMES = ("Ada", "Gerald", "Moira", "Tomos", "Ivor")
SURNAMES = ("Marsh", "Oake", "Pugh", "Reed")
SEATS = ("Upper Dale", "Port Ardle", "Lower Ness", "Elm", "Saltmoor", "Mere")
PARTIES = (("Lab", "Labour"), ("Con", "Conservative"), ("LD", "Liberal Democrat"))


@st.composite
def houses(draw: st.DrawFn) -> list[tuple[str, str, tuple[str, str]]]:
    """Members of an invented House: the name, the seat (each has one Member) and the party."""
    seats = draw(st.lists(st.sampled_from(SEATS), min_size=1, unique=True))
    return [
        (
            f"{draw(st.sampled_from(FORENAMES))} {draw(st.sampled_from(SURNAMES))}",
            seat,
            draw(st.sampled_from(PARTIES)),
        )
        for seat in seats
    ]


def whole(house: list[tuple[str, str, tuple[str, str]]]) -> Members:
    return Members(
        member(seat, name, constituency=seat, party=party, house="Commons")
        for name, seat, (_, party) in house
    )


@drawn(house=houses(), order=st.randoms(use_true_random=False))
def test_nobody_is_taken_for_somebody_else(house: Any, order: Any) -> None:
    """A label with its seat is that seat's Member, one without is the only one of the name, or open."""
    turns = [f"{name} ({seat}) ({code}): No." for name, seat, (code, _) in house]
    assert [one for one, _, _ in linked(whole(house), *turns)] == [seat for _, seat, _ in house]
    names = [name for name, _, _ in house]
    for name, seat, (code, _) in house:
        (found,) = linked(whole(house), f"The Minister for Coasts ({name}): No.")
        if names.count(name) == 1:
            assert found == (seat, code, seat)
        else:
            assert found[0] is None
    shuffled = list(house)
    order.shuffle(shuffled)
    assert linked(whole(shuffled), *turns) == linked(whole(house), *turns)


@drawn(house=houses(), gone=st.integers(0, 5))
def test_who_is_not_in_the_register_is_nobody_of_it(house: Any, gone: int) -> None:
    name, seat, (code, _) = house.pop(gone % len(house))
    assert linked(whole(house), f"{name} ({seat}) ({code}): No.")[0][0] is None


@drawn(house=houses())
def test_to_link_twice_is_to_link_once_and_nothing_printed_changes(house: Any) -> None:
    turns = [f"The Minister for Coasts ({name}): No." for name, _, _ in house]
    page = parse(HEAD + "\n\n".join(turns), layout="official-report")
    once = whole(house).link(page)
    assert whole(house).link(once) == once
    assert Members([]).link(once) == page
    assert hansardparse.unresolved(once) == hansardparse.unresolved(page)
    assert [c.speaker for c in once.contributions()] == [c.speaker for c in page.contributions()]


def test_a_given_day_counts(register: Members) -> None:
    page: Transcript = parse("Tomos Pugh: No.", layout="official-report")
    early = register.link(attrs.evolve(page, given=Given(datetime.date(2022, 5, 9), "Commons")))
    assert [str(c.party) for c in early.contributions()] == ["LD"]


def test_the_command_line_takes_a_register(tmp_path: Path) -> None:
    (tmp_path / "members.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "day.txt").write_text(
        f"{HEAD}The Minister for Coasts (Ada Marsh): It is dry.\n", encoding="utf-8"
    )
    day = str(tmp_path / "day.txt")
    done = here("parse", day, "--to", "jsonl", "--members", str(tmp_path / "members.csv"))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["person_id"] for row in rows if row["type"] == "contribution"] == ["a1"]
    wrong = here("parse", day, "--members", day)
    assert wrong.returncode == 2
    assert b"bad-members" in wrong.stderr


def test_who_stays_open_is_reported(tmp_path: Path) -> None:
    twice = CSV + "Labour,a2,Ada Marsh,Commons,Elm,2019-12-12,\n"
    (tmp_path / "members.csv").write_text(twice, encoding="utf-8")
    (tmp_path / "day.txt").write_text(
        f"{HEAD}The Minister for Coasts (Ada Marsh): It is dry.\n", encoding="utf-8"
    )
    done = here("parse", str(tmp_path / "day.txt"), "--members", str(tmp_path / "members.csv"))
    assert done.stderr.count(b"[ambiguous-member]") == 1


@pytest.mark.parametrize("day", ["2020-13-01", "2020-02-30", "20200101", "2020-1-1", "2020-W101"])
def test_a_day_that_no_calendar_has_is_refused(tmp_path: Path, day: str) -> None:
    file = tmp_path / "m.csv"
    file.write_text(f"name,id,from\nAda Marsh,1,{day}\n", encoding="utf-8")
    with pytest.raises(HansardError, match="line 2: from is no date"):
        load_members(file)


@pytest.mark.parametrize("day", ["2020", "2020-02", "2020-02-29"])
def test_a_register_may_know_the_year_alone(tmp_path: Path, day: str) -> None:
    file = tmp_path / "m.csv"
    file.write_text(f"name,id,from\nAda Marsh,1,{day}\n", encoding="utf-8")
    load_members(file)
