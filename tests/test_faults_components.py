"""Reports of the Northern Ireland Assembly as its open data have them: components, XML or JSON."""

from __future__ import annotations

import json
from xml.sax.saxutils import escape

import pytest

from hansardparse import Transcript, parse, parse_bytes, rows

COMPONENTS = (
    ("Document Title", "Plenary, 05/03/2024", {}),
    ("Procedure Line", "The Assembly met at 10:30 am (Mr Speaker in the Chair).", {}),
    ("Header", "Private Members' Business", {"ComponentHeaderId": "0"}),
    ("Header", "Sea Walls", {"ComponentHeaderId": "2"}),
    ("Speaker (Speaker)", "Mr Speaker:", {"RelatedItemId": "90"}),
    ("Spoken Text", "I call Ms Marsh.<BR />\r<BR />The debate is open.", {}),
    ("Speaker (MlaName)", "Ms Marsh:", {"RelatedItemId": "7", "ComponentId": "12"}),
    ("Spoken Text", "I beg to move", {}),
    ("Plenary Item Text", "That this Assembly notes the walls.", {}),
    ("Procedure Line", "[Interruption.]", {}),
    ("Spoken Text", "The report says:", {}),
    ("Quote", "“They leak.”", {}),
    ("Time", "10.45 am", {}),
    ("Speaker (MinisterAndName)", "Mr Oake (The Minister for Coasts):", {}),
    ("Spoken Text", "They are dry.", {}),
    ("Procedure Line", "Question put.", {}),
    (
        "Division",
        "The Assembly divided:<BR /><BR />Ayes 2; Noes 1<BR /><BR />AYES<BR /><BR />"
        "Ms Marsh, Mr O’Fenn<BR /><BR />Tellers for the Ayes: Ms Marsh and Mr O’Fenn<BR /><BR />"
        "NOES<BR /><BR />Mr Oake",
        {"RelatedItemId": "5"},
    ),
    ("Header", "Oral Answers", {"ComponentHeaderId": "0"}),
    ("Question", "T1. Miss Reed asked the Minister for Coasts about lamps. (AQT 1)", {}),
    ("Speaker (MinisterAndName)", "Mr Oake:", {}),
    ("Spoken Text", "They are lit.", {}),
    ("Question", "2. Mr Pugh asked the Minister for Coasts about piers.", {}),
)


def as_json() -> str:
    listed = [{"ComponentType": kind, "ComponentText": text, **more} for kind, text, more in COMPONENTS]
    return json.dumps({"AllHansardComponentsList": {"HansardComponent": listed}})


def as_xml() -> str:
    listed = "".join(
        "<HansardComponent>"
        + "".join(
            f"<{key}>{escape(value)}</{key}>"
            for key, value in {"ComponentType": kind, "ComponentText": text, **more}.items()
        )
        + "</HansardComponent>"
        for kind, text, more in COMPONENTS
    )
    return f'<?xml version="1.0"?><AllHansardComponentsList>{listed}</AllHansardComponentsList>'


@pytest.fixture(params=[as_json, as_xml])
def report(request: pytest.FixtureRequest) -> Transcript:
    return parse_bytes(request.param().encode())


def test_components_are_turns_below_their_headings(report: Transcript) -> None:
    assert report.parliament == "ni"
    assert {row["date"] for row in rows(report)} == {"2024-03-05"}
    assert [row["section"] for row in rows(report) if row["type"] == "heading"] == [
        ["Private Members' Business"],
        ["Private Members' Business", "Sea Walls"],
        ["Oral Answers"],
    ]
    assert [(c.speaker.label, c.text) for c in report.contributions()] == [
        ("Mr Speaker", "I call Ms Marsh.\n\nThe debate is open."),
        (
            "Ms Marsh",
            "I beg to move\n\nThat this Assembly notes the walls.\n\n[Interruption.]\n\n"
            "The report says:\n\n“They leak.”",
        ),
        ("Mr Oake (The Minister for Coasts)", "They are dry."),
        ("Miss Reed", "asked the Minister for Coasts about lamps. (AQT 1)"),
        ("Mr Oake", "They are lit."),
        ("Mr Pugh", "asked the Minister for Coasts about piers."),
    ]


def test_numbers_of_members_and_of_questions_are_kept(report: Transcript) -> None:
    first, second, *_ = report.contributions()
    assert first.speaker.identifiers == ("niassembly:90",)
    assert (second.speaker.identifiers, second.origin) == (("niassembly:7",), "12")
    numbers = [row["question_number"] for row in rows(report) if row["question_number"]]
    assert numbers == ["T1", "2"]


def test_a_division_has_its_sides_and_who_told(report: Transcript) -> None:
    (division,) = report.divisions()
    assert [(group.option, group.stated) for group in division.groups] == [("aye", 2), ("no", 1)]
    voted, told = (
        [[vote.name for vote in getattr(group, which)] for group in division.groups]
        for which in ("votes", "tellers")
    )
    assert voted == [["Ms Marsh", "Mr O’Fenn"], ["Mr Oake"]]
    assert told == [["Ms Marsh", "Mr O’Fenn"], []]
    assert "division-total" not in {problem.code for problem in report.problems}


def test_tellers_who_are_in_the_list_too_are_counted_once() -> None:
    found = parse(
        "Mr Speaker: I put the Question.\n\nThe Assembly divided: Ayes 2; Noes 1.\n\n"
        "AYES\n\nMs Marsh, Mr O’Fenn.\n\nTellers for the Ayes: Ms Marsh and Mr O’Fenn.\n\n"
        "NOES\n\nMr Oake.\n\nTellers for the Noes: Mr Oake and Mr Reed.\n",
        layout="ni-report",
    )
    totals = [problem.message for problem in found.problems if problem.code == "division-total"]
    assert totals == ["NOES: 1 stated, 2 listed"]
